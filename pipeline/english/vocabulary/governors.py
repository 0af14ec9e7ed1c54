"""Closed lists of words that say what may follow them."""

from __future__ import annotations

DEGREE = frozenset(
    "so very more most too quite rather increasingly extremely highly particularly especially less least truly really fairly pretty how "
    "relatively incredibly deeply equally remarkably".split()
)

# After these, "to" is a preposition.
TO_NOUN = frozenset(
    "committed due according thanks response access lead leads led leading contribute contributes contributed contributing key return "
    "returned returns subject related compared limited shift shifted shifting shifts transition turning close equal opposed addition "
    "attention contrary prior superior up down back accustomed exposed addicted similar devoted dedicated relative path solution "
    "approach answer barrier barriers threat challenge adapt adapted object objects amount amounts amounted attached belong belongs "
    "belonged closer next from respond responds responded thank connected connect connects link linked links applied apply applies "
    "road gateway transformation upgrade upgraded guide alternative alternatives adjacent loyal vulnerable conducive tantamount "
    "resort resorted shifting migrate migrated refer refers referred referring pay paid pays catering cater caters caters alert"
    .split()
)
# After these, "to" may be either.
TO_EITHER = frozenset(
    "sell sells sold give gives gave given bring brings brought add adds added send sends sent turn turned turns switch switched "
    "key offer offers offered import export provide provides provided open opened bow come comes came go goes went gone move moved "
    "rise rises rose risen grow grew grown fall fell drop dropped increase increased decrease decreased spread extend extended it them "
    "attributed attribute owed owe pushed push pushes pointing point points"
    .split()
)

# Verbs after which an adjective stands as a predicate.
LINKING = frozenset(
    "become becomes became becoming seem seems seemed remain remains remained remaining look looks looked feel feels felt appear appears "
    "appeared stay stays stayed grow sound sounds sounded get gets got getting prove proves proved proven turn turned turns went gone grew grows grown stayed staying smell smells smelled taste tastes tasted".split()
)
# The linking verbs that read as plural nouns behind another noun: "the dish tastes".
SENSING = frozenset("tastes smells looks sounds feels stays".split())
BEFORE_ING = frozenset("keep keeps kept start started starts begin began begins stop stopped stops avoid avoids avoided enjoy enjoys "
                       "enjoyed consider considered continue finish finished".split())  # fmt: skip
# "to" and a bare verb follow: of the first hardly anything else, of the second a noun as well, of the third behind their object.
TO_DO = frozenset(
    "agree agrees agreed decide decides decided hope hopes hoped fail fails failed refuse refuses refused manage manages managed tend tends tended intend intends intended aspire aspires aspired strive strives "
    "strove vow vows vowed pledge pledges pledged threaten threatens threatened attempt attempts attempted hesitate hesitates hesitated deserve deserves deserved struggle "
    "struggles struggled".split()
)
TO_DO_OR_NOUN = frozenset("want wants wanted need needs needed plan plans planned promise promises promised try tries tried expect expects expected prefer prefers preferred choose chooses chose".split())
TO_LET_DO = frozenset(
    "ask asks asked tell tells told order orders ordered urge urges urged advise advises advised allow allows allowed enable enables enabled force forces forced require requires required encourage encourages "
    "encouraged persuade persuades persuaded permit permits permitted instruct instructs instructed invite invites invited remind reminds reminded teach teaches taught expect expects expected want wants wanted prompt prompts prompted compel compels compelled beg begs begged forbid forbids forbade cause causes caused inspire inspires inspired motivate motivates motivated tempt tempts tempted".split()
)
# A clause follows, with "that" or without.
SAYING = frozenset(
    "say says said think thinks thought believe believes believed hope hopes hoped fear fears feared know knows knew realize realizes realized realise realised claim claims claimed warn warns warned admit admits admitted "
    "insist insists insisted add adds added explain explains explained hear hears heard feel feels felt".split()
)
# Somebody does a bare verb behind these: "let her eyes wander".
LETTING = frozenset("let lets letting make makes made making help helps helped helping see sees saw seeing watch watches watched watching hear hears heard hearing feel feels felt".split())
# What one does with these, one does "to" do.
TAKE_TO = frozenset(
    "continue begin start try want need hope decide plan refuse manage help fail tend learn intend promise agree prepare choose seek wish expect strive struggle attempt aim hesitate like love".split()
)
INTRANSITIVE = frozenset(
    "apologise apologises apologised apologising apologize apologizes apologized apologizing hover hovers hovered hovering linger lingers lingered lingering stagnate stagnates stagnated stagnating fluctuate fluctuates fluctuated fluctuating stumble stumbles stumbled stumbling limp limps limped limping tremble trembles trembled trembling snore snores snored snoring cough coughs coughed coughing yawn yawns yawned yawning sigh sighs sighed sighing crouch crouches crouched crouching crawl crawls crawled crawling creep creeps creeping gather gathers gathered gathering differ differs differed differing vary varies varied varying interact interacts interacted interacting communicate communicates communicated communicating negotiate negotiates negotiated negotiating compete competes competed competing collaborate collaborates collaborated collaborating participate participates participated participating comply complies complied complying persist persists persisted persisting mature matures matured maturing travel travels traveled traveling glow glows glowed glowing flicker flickers flickered flickering shine shines shining consent consents consented consenting shiver shivers shivered shivering sob sobs sobed sobing travelled travelling trading crept shone "
    "queue queues queued talk talks talked rise rises rose risen rising grow grows grew growing fall falls fell falling happen happens happened go goes went come comes came "
    "emerge emerges emerged appear appeared arrive arrived live lives lived work works worked develop exist exists existed "
    "surge surged drop dropped soar soared jump jumped decline declined cooperate cooperates cooperated stand stands stood sit sits sat run runs ran "
    "walk walks walked smile smiles smiled laugh laughs laughed sleep sleeps slept speak speaks spoke wait waits waited react reacts reacted improve improves improved respond responds responded reply replies replied answer answers answered nod nods nodded shout shouts shouted whisper whispers whispered "
    "murmur murmured step steps stepped rush rushed act acts acted behave behaves behaved perform performs performed progress progressed advance advances advanced expand expands expanded "
    "swim swam fly flew drive drove fight fought disappear disappeared vanish vanished die dies died struggle struggled hesitate hesitated retire retired resign resigned land lands landed blink blinks blinked bark barks barked".split()
)
# The bare verbs among them that are not transitive as well: nothing is "been risen".
NEVER_PASSIVE = frozenset(
    "rise happen go come lie emerge appear arrive exist decline fall sit stand walk smile laugh sleep wait react respond nod die struggle hesitate disappear vanish retire soar cooperate occur persist linger fluctuate "
    "shrink dwindle plummet flourish thrive boom prosper sigh cry weep yawn shiver tremble kneel bow queue line compete rebound recover flow rain snow work live belong depend "
    "bleed snore doze nap clap whisper mutter murmur sunbathe quarrel bicker gossip stroll wander loiter cough sneeze hiccup vomit faint sob giggle chuckle crouch squat stagger stumble limp tiptoe daydream sulk pout frown grin sweat blush ache itch snack dine kowtow complain moan grumble gripe wail protest joke kid act diverge chat panic bluff boast brag procrastinate hike camp jog ski skate commute migrate shuttle mingle loaf lag falter waver backfire gloat rant whine pray gamble dither".split()
)
# Nouns that "to" with a verb follows: what there is time for.
NOUNS_WITH_TO = frozenset(
    "time chance opportunity ability right way plan reason need money courage strength power permission freedom duty obligation desire wish decision attempt effort ambition willingness energy intention tendency room "
    "capacity capability incentive pressure patience qualification authority motivation promise refusal failure inability readiness eagerness determination confidence means option space".split()
)
BEFORE_GERUND = frozenset("by of for without through after before from in on despite besides upon toward towards about into at via since against".split())
# After these a verb is a gerund even where its object looks like the noun that it could modify: "by reducing costs".
ONLY_GERUND = frozenset("by without".split())
# Verbs that never go without an object: where none follows they are passive, "the fair is held", "the firm was founded".
WITH_OBJECT_ONLY = frozenset(
    "hold establish found stage host publish release launch announce build create produce introduce implement approve cancel postpone demolish adopt issue suspend restrict ban arrest detain name "
    "elect appoint destroy damage injure kill repair remove delete exclude reject accept resolve award sign deliver inaugurate unveil restore convene conduct install renovate refurbish construct deploy abolish expel dismiss finalize confirm disclose impose levy complete scrap shelve enact repeal overturn allocate commission ratify "
    "store encrypt decrypt compress configure initialize deprecate rename trigger cache archive manufacture assemble transport distribute detect generate validate insert embed retain preserve display".split()
)
# The same behind a modal verb, where no object follows: "costs can be reduced".
DONE_TO_THINGS = frozenset("reduce avoid prevent solve replace protect use ignore handle control keep preserve repair fix lower raise overcome detect recycle extend store measure modify correct ensure guarantee eliminate treat cure".split())
# What changes of itself: "the gap is widening", hardly "is widened".
CHANGING = frozenset("widen narrow grow worsen deteriorate intensify accelerate slow weaken improve deepen escalate evolve spread rise fall climb soar surge plunge plummet shrink dwindle".split())
# How somebody is rather than what they do: "is afraid of dogs", hardly "is fearing dogs".
STATIVE = frozenset("fear know believe need own hate prefer understand belong contain consist resemble seem deserve possess lack trust".split())
# A particle after which the verb phrase goes on: "sat down and", "stood up and".
PARTICLES = frozenset("up down in out off on over away back again together forward around".split())

SINGULAR_DETERMINERS = frozenset("a an this that each every another one either neither".split())
PLURAL_DETERMINERS = frozenset(
    "these those many few several various both all numerous countless two three four five six seven eight nine ten dozens hundreds "
    "thousands most fewer all other".split()
)
# Before "of the": one or some out of many.
OUT_OF = frozenset("none one two three four five six some many most few several all both each any half either neither number dozens hundreds thousands".split())
# Determiner forms that mostly stand alone at the end of a clause.
LONE_PRONOUNS = frozenset("itself themselves himself".split())
ONLY_BEFORE_NOUN = frozenset("new main major principal whole entire own other former latter current so-called mere real true same next last first".split())
ALSO_VERBS = frozenset("works moves needs plans sales costs faces changes uses helps shows leads means becomes".split())
# Behind these "that" says what they are about: "the fact that dividends are".
ABOUT = frozenset("fact news idea claim belief sign signs hope fear proof evidence view argument feeling impression doubt conclusion assumption rumour rumor message report reports condition risk chance".split())
MAKING = frozenset("make makes made making".split())
QUESTIONS = frozenset("who whose whom which what when where why how".split())
POSSESSIVES = frozenset("my your his her its our their".split())
# Verbs that say something of their object: "called the decision timely".
CALLING = frozenset("keep keeps kept leave leaves left leaving render renders rendered call calls called calling consider considers considered find finds found think thinks thought deem deems deemed judge judged declare declared pronounce pronounced".split())
# A pronoun that an adjective follows: "something light".
INDEFINITE = frozenset("something anything nothing everything someone anyone somebody anybody".split())
# They count what was named before, and have a verb of their own: "many lack a cover".
COUNTED = frozenset("many some few most several all both others".split())
# Verbs that keep an object in the passive: "was given", "is called".
KEEP_OBJECT = frozenset("given offered paid taught told shown sent granted awarded called named considered deemed elected appointed declared dubbed asked promised owed handed left made found kept termed titled".split())
# Adjectives that name people behind "the".
THOSE_WHO_ARE = frozenset("young old elderly poor rich wealthy sick wounded injured unemployed homeless blind deaf disabled living dead".split())
# What somebody does is perceived: "saw him leave".
PERCEIVING = frozenset("see sees saw seen watch watches watched hear hears heard notice notices noticed feel feels felt".split())
# What an instruction begins with: "First, create it".
STEPS = frozenset("first firstly second secondly third next then finally lastly now afterwards".split())
# Words in -ing that are nouns of their own.
NOUNS_IN_ING = frozenset("building buildings housing training financing funding planning marketing advertising banking shipping clothing trading gaming mining farming manufacturing engineering processing testing learning computing spending lending borrowing hiring parking dining packaging pricing recycling fundraising outsourcing".split())
# What is done once, at a moment: where nothing else says when, it is told as over.
MOMENTARY = frozenset(
    "frown sneer snort nod grin sigh laugh chuckle giggle shrug wince gasp exclaim shout yell roar bellow mutter murmur mumble whisper retort quip burst kneel glance glare blink shudder shiver groan equalize edge thrash clinch "
    "sob weep wail slam stammer stutter blush startle pat wave beckon smirk scoff flinch stagger pounce leap hiss growl bawl gulp swallow blurt pant wink squint widen gape".split()
)
# With their object they are momentary as well: "shake one's head", "win the title".
MOMENTARY_PHRASES = ("shake one's head", "raise one", "raise an eyebrow", "lower one's head", "turn around", "turn one's head", "turn and", "win the title", "win the championship", "take the title", "narrowly beat", "beat narrowly", "score twice", "save the", "give a", "let out",
                     "heave a", "breathe a", "clench one's", "grit one's", "gnash one's", "gnash", "stamp one's", "clap one's", "furrow one's", "knit one's", "purse one's", "bite one's", "stand up", "sit down", "look up", "look back", "spit", "fall to one's knees", "drop to one's knees")  # fmt: skip
# They need no object: at the end of a clause what follows as often says how.
MAYBE_ALONE = frozenset(
    "serve serves served sell sells sold swim swims smoke smokes smoked vote votes voted rule ruled govern governed wash washed teach teaches taught print printed type typed leak leaks leaked grow sleep win wins won winning play plays played playing eat eats ate eating drink drinks drank drinking sing sings sang singing dance dances danced dancing write writes wrote writing read reads reading study studies studied train trains trained defend defends defended "
    "attack attacks attacked shoot shoots shot cook cooks cooked dress dresses dressed breathe breathes breathed cry cries cried weep wept talk talks talked chat chats chatted argue argues argued quarrel quarrels quarreled listen listens listened look looked stare "
    "stares stared gaze gazed glance glanced kneel knelt lie lay lean leaned wander wandered travel travels traveled move moves moved gain gained gains weaken weakened strengthen strengthened recover recovered rally rallied rebounded retreated start started end ends ended pass passed age ages aged meet meets met spread spreads open opens opened close closes closed flash flashes flashed".split()
)
# Without an object these say nothing.
NEEDING_OBJECT = frozenset("offer provide give make have buy get find take bring put send supply produce include contain own possess need want use keep carry hold achieve receive gain lose earn spend raise build create".split())
# No clause with "that" follows them.
NO_THAT = frozenset("refute uphold rebut criticize mock tease praise condemn blame discuss describe denounce express voice ridicule dispute contradict scold question count defend".split())
