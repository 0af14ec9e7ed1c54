"""Forms that no rule gives: tables only."""

from __future__ import annotations


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_VERBS = """
abide abided abided;arise arose arisen;awake awoke awoken;babysit babysat babysat;be was been;bear bore borne;beat beat beaten
become became become;befall befell befallen;beget begot begotten;begin began begun;behold beheld beheld;bend bent bent;beset beset beset
bet bet bet;bid bid bid;bind bound bound;bite bit bitten;bleed bled bled;blow blew blown;break broke broken;breed bred bred
bring brought brought;broadcast broadcast broadcast;browbeat browbeat browbeaten;build built built;burst burst burst;buy bought bought
cast cast cast;catch caught caught;choose chose chosen;cling clung clung;come came come;cost cost cost;creep crept crept;cut cut cut
deal dealt dealt;dig dug dug;do did done;draw drew drawn;drink drank drunk;drive drove driven;dwell dwelt dwelt;eat ate eaten
fall fell fallen;feed fed fed;feel felt felt;fight fought fought;find found found;flee fled fled;fling flung flung;fly flew flown
forbid forbade forbidden;forecast forecast forecast;forego forewent foregone;foresee foresaw foreseen;foretell foretold foretold
forget forgot forgotten;forgive forgave forgiven;forgo forwent forgone;forsake forsook forsaken;freeze froze frozen;get got gotten
give gave given;go went gone;grind ground ground;grow grew grown;hamstring hamstrung hamstrung;hang hung hung;have had had
hear heard heard;hide hid hidden;hit hit hit;hold held held;hurt hurt hurt;input input input;inset inset inset;keep kept kept
kneel knelt knelt;know knew known;lay laid laid;lead led led;leave left left;lend lent lent;let let let;lie lay lain;light lit lit
lose lost lost;make made made;mean meant meant;meet met met;mistake mistook mistaken;offset offset offset;overhang overhung overhung
partake partook partaken;pay paid paid;proofread proofread proofread;prove proved proven;put put put;quit quit quit;read read read
rend rent rent;rid rid rid;ride rode ridden;ring rang rung;rise rose risen;run ran run;saw sawed sawn;say said said;see saw seen
seek sought sought;sell sold sold;send sent sent;set set set;sew sewed sewn;shake shook shaken;shed shed shed;shine shone shone
shoot shot shot;show showed shown;shrink shrank shrunk;shut shut shut;sing sang sung;sink sank sunk;sit sat sat;slay slew slain
sleep slept slept;slide slid slid;sling slung slung;slink slunk slunk;slit slit slit;sow sowed sown;speak spoke spoken;speed sped sped
spend spent spent;spin spun spun;spit spat spat;split split split;spread spread spread;spring sprang sprung;stand stood stood
steal stole stolen;stick stuck stuck;sting stung stung;stink stank stunk;stride strode stridden;strike struck struck
string strung strung;sublet sublet sublet;strive strove striven;swear swore sworn;sweep swept swept;swell swelled swollen;swim swam swum
swing swung swung;take took taken;teach taught taught;tear tore torn;tell told told;think thought thought;throw threw thrown
thrust thrust thrust;tread trod trodden;typecast typecast typecast;undergo underwent undergone;understand understood understood
wake woke woken;wear wore worn;weave wove woven;weep wept wept;win won won;wind wound wound;withdraw withdrew withdrawn
withhold withheld withheld;withstand withstood withstood;wring wrung wrung;write wrote written
"""

VERB_PREFIXES = ("counter", "under", "inter", "over", "fore", "back", "with", "out", "mis", "pre", "un", "re", "up", "off")

PAST_AND_PARTICIPLE: dict[str, tuple[str, str]] = {
    base: (past, done) for base, past, done in (row.split(" ") for row in _VERBS.strip().replace("\n", ";").split(";"))
}

# Regular, although they end like an irregular verb behind a prefix.
REGULAR_VERBS = _words("relay")

# Verbs of two or more syllables that are stressed on the last one, so that its consonant doubles.
STRESSED_LAST = _words(
    """
outstrip refit beset befit fulfil instil enrol distil bootleg babysit wiretap abet abhor abut acquit admit aver befit beget begin besot bestir commit
compel concur confab confer control debar debug deter defer demur deter disbar dispel embed emit entrap enwrap equip excel expel extol
forget forbid format handicap hobnob humbug impel incur infer inter input kidnap leapfrog outbid outfit output outrun omit occur
overlap patrol permit prefer program propel quiz rebel rebut recap recur refer regret reset remit repel rerun retrofit rig sandbag
sideslip submit transfer transmit transship undercut underpin unwrap unzip upset zigzag offset preset intermit wiretap backlog
eavesdrop airdrop nonplus hotdog reprogram deprogram horsewhip sidestep blackleg nutmeg outwit overstep misstep unpin unplug readmit
resubmit recommit reequip
"""
)

_PLURALS = """
man men;woman women;child children;person people;foot feet;tooth teeth;goose geese;mouse mice;louse lice;ox oxen;die dice
analysis analyses;basis bases;crisis crises;thesis theses;hypothesis hypotheses;synthesis syntheses;parenthesis parentheses
diagnosis diagnoses;prognosis prognoses;oasis oases;axis axes;emphasis emphases;ellipsis ellipses;synopsis synopses
paralysis paralyses;catalysis catalyses;metamorphosis metamorphoses;neurosis neuroses;psychosis psychoses;nemesis nemeses
antithesis antitheses;genesis geneses;catharsis catharses;hydrolysis hydrolyses;dialysis dialyses;psychoanalysis psychoanalyses
testis testes;prosthesis prostheses;arthritis arthritides;biopsy biopsies
criterion criteria;phenomenon phenomena;automaton automata;polyhedron polyhedra
medium media;datum data;bacterium bacteria;curriculum curricula;memorandum memoranda;erratum errata;addendum addenda;stratum strata
ovum ova;symposium symposia;millennium millennia;referendum referendums;quantum quanta;spectrum spectra;consortium consortia
stimulus stimuli;nucleus nuclei;cactus cacti;fungus fungi;radius radii;alumnus alumni;syllabus syllabi;focus focuses;locus loci
terminus termini;bacillus bacilli;corpus corpora;genus genera;opus opuses;octopus octopuses
index indices;appendix appendices;matrix matrices;vertex vertices;vortex vortices;codex codices;quiz quizzes
alumna alumnae;larva larvae;vertebra vertebrae;antenna antennas;formula formulas;alga algae;nebula nebulae
wife wives;life lives;knife knives;half halves;self selves;shelf shelves;leaf leaves;loaf loaves;thief thieves;wolf wolves;calf calves
elf elves;sheaf sheaves;scarf scarves;hoof hooves;wharf wharves;dwarf dwarves
bureau bureaus;plateau plateaus;tableau tableaux;chateau chateaux;bus buses;gas gases;plus pluses;lens lenses;iris irises
potato potatoes;tomato tomatoes;hero heroes;echo echoes;veto vetoes;torpedo torpedoes;embargo embargoes;cargo cargoes
mosquito mosquitoes;volcano volcanoes;tornado tornadoes;mango mangoes;domino dominoes;buffalo buffaloes;negro negroes;motto mottoes
go goes;no noes;tuxedo tuxedos;bonus bonuses;virus viruses;campus campuses;census censuses;status statuses;consensus consensuses
this these;that those;sis sises;penny pennies;grandchild grandchildren;brother-in-law brothers-in-law;passer-by passers-by
passerby passersby;runner-up runners-up;hanger-on hangers-on;looker-on lookers-on;onlooker onlookers;editor-in-chief editors-in-chief
attorney_general attorneys general;secretary_general secretaries general;court_martial courts martial;notary_public notaries public
"""
PLURALS: dict[str, str] = {
    one.replace("_", " "): many for line in _PLURALS.strip().split("\n") for one, many in (pair.split(" ", 1) for pair in line.split(";"))
}

# One form for both numbers, or none: read as singular.
UNCHANGING = _words(
    """
series species aircraft spacecraft hovercraft watercraft sheep deer fish moose bison salmon trout cod swine offspring headquarters
crossroads means news barracks gallows innings chassis corps rendezvous yuan renminbi yen baht rmb kwh data media economics politics
physics mathematics maths ethics athletics logistics analytics electronics robotics genetics linguistics acoustics aesthetics
gymnastics aerodynamics thermodynamics e-sports esports hertz diabetes chinese japanese portuguese vietnamese taiwanese cantonese
swiss
"""
)

# Plural only, or plural without a mark.
ALWAYS_PLURAL = _words(
    """
police cattle people premises thanks scissors trousers pants jeans shorts goggles pajamas pyjamas tweezers pliers binoculars
belongings earnings savings proceeds goods clothes remains surroundings outskirts whereabouts riches spoils odds valuables dregs
amends annals tropics personnel fireworks congratulations
"""
)

ADVERBS = {
    "good": "well", "fast": "fast", "hard": "hard", "late": "late", "early": "early", "straight": "straight", "far": "far", "long": "long",
    "low": "low", "high": "highly", "true": "truly", "due": "duly", "whole": "wholly", "full": "fully", "dull": "dully",
    "public": "publicly", "politic": "politicly", "shy": "shyly", "sly": "slyly", "dry": "dryly", "wry": "wryly", "coy": "coyly",
    "better": "better", "best": "best", "worse": "worse", "worst": "worst", "more": "more", "most": "most", "less": "less", "much": "much",
    "online": "online", "offline": "offline", "overseas": "overseas", "abroad": "abroad", "daily": "daily", "weekly": "weekly",
    "monthly": "monthly", "yearly": "yearly", "quarterly": "quarterly", "early-stage": "at an early stage",
    "long-term": "over the long term",
    "short-term": "in the short term", "real-time": "in real time", "full-time": "full time", "part-time": "part time",
    "worldwide": "worldwide",
    "nationwide": "nationwide", "first": "first", "last": "last", "next": "next", "alone": "alone", "likely": "probably", "only": "only",
    "large-scale": "on a large scale", "small-scale": "on a small scale", "one-stop": "in one stop", "difficult": "with difficulty",
    "in-depth": "in depth", "indoor": "indoors", "outdoor": "outdoors", "offshore": "offshore", "onshore": "onshore", "gay": "gaily",
    "upward": "upward", "downward": "downward", "inward": "inward", "outward": "outward", "forward": "forward", "backward": "backward",
    "sole": "solely", "vile": "vilely", "eerie": "eerily", "day": "daily", "other": "otherwise", "overnight": "overnight",
    "big": "in a big way",
    "cross-border": "across borders", "large": "largely", "small": "in a small way", "further": "further", "right": "rightly",
    "wrong": "wrongly",
    "step-by-step": "step by step", "face-to-face": "face to face", "side-by-side": "side by side", "day-to-day": "day to day",
    "all-round": "in an all-round way", "old": "in an old way", "young": "in a young way", "little": "little", "few": "rarely",
}  # fmt: skip

COMPARATIVES = {
    "good": ("better", "best"), "well": ("better", "best"), "bad": ("worse", "worst"), "badly": ("worse", "worst"),
    "ill": ("worse", "worst"),
    "far": ("further", "furthest"), "little": ("less", "least"), "many": ("more", "most"), "much": ("more", "most"),
    "few": ("fewer", "fewest"),
    "old": ("older", "oldest"), "late": ("later", "latest"), "early": ("earlier", "earliest"), "shy": ("shyer", "shyest"),
    "sly": ("slyer", "slyest"), "dry": ("drier", "driest"), "fun": ("more fun", "most fun"), "real": ("more real", "most real"),
    "right": ("more right", "most right"), "wrong": ("more wrong", "most wrong"), "apt": ("more apt", "most apt"),
}  # fmt: skip
# Two syllables, and yet -er and -est.
SHORT_COMPARISON = _words("quiet narrow shallow clever simple gentle humble noble able ample subtle little mellow hollow stupid")

# Verbs whose past looks like their bare form.
ALIKE_IN_PAST = frozenset("put cut set hit let hurt shut quit spread cast split beat bet".split())
