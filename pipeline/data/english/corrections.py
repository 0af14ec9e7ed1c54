"""Hand corrections to what the sources of make_words.py say: readings to drop, and whole rows to replace."""

from __future__ import annotations


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_BY_TAGS: dict[str, str] = {
    "n": (
        "traffic news economics politics physics mathematics ethics logistics economy business china game thing content percent "
        "department gap peter august buyout startup growth"
    ),
    "nv": "bar log dam ace pan tin retreat market program programme view issue focus impact ground",
    "nN": "series species aircraft crossroads headquarters",
    "nNz": "means",
    "Nn": "sports data media goods statistics analytics",
    "N": "pleas people police things movies feelings children personnel folks troops assets thirds",
    "nI": "thanks",
    "vjn": "present welcome",
    "vjrn": "close live",
    "jv": "open complete clear free direct separate own empty warm slow secure quiet dry narrow mature smooth perfect",
    "jvr": "lower",
    "jvn": "total calm cool clean",
    "jr": "online offline overseas worldwide nationwide super better worse best worst daily weekly monthly yearly upstream downstream",
    "jg": (
        "leading amazing interesting exciting surprising promising missing outstanding existing compelling challenging fascinating "
        "overwhelming striking"
    ),
    "gj": "growing increasing emerging developing winning rising booming declining ongoing",
    "j": (
        "responsible interested amazed famous former third mid anti foreign ongoing new great big real whole able important small same "
        "expensive likely unlikely"
    ),
    "jpd": "married interested advanced limited united mixed dedicated experienced complicated sophisticated related",
    "pdj": "used developed improved based closed left required fixed connected diversified increased reduced mixed refined focused",
    "pd": "made led found held met paid sold felt heard built lost spent bought kept taught brought caught stood sat told understood",
    "dp": "said thought won",
    "dpv": "found",
    "pdjn": "left",
    "d": "fell went saw took gave knew became began came",
    "dn": "rose",
    "vpdn": "set cut split spread hit hurt bet",
    "vpd": "put let read shut quit",
    "vj": "mean",
    "v": (
        "allow develop see go get say know think make take give come become thank seem include improve expand promote "
        "enable ensure achieve create reduce provide please affect"
    ),
    "vn": "help want try keep start turn build ",
    "vnp": "run",
    "vp": "come become overcome",
    "jpdv": "upset",
    "z": "does makes takes gives gets goes becomes says keeps brings helps wants holds",
    "zN": "runs looks starts stands plays turns leads",
    "g": "having getting making giving doing",
    "gn": "finding setting writing ",
    "ng": (
        "marketing advertising engineering manufacturing training pricing funding financing branding packaging shopping banking "
        "meeting building housing trading timing planning learning livestreaming streaming gaming printing shipping positioning "
        "outsourcing consulting accounting mining clothing"
    ),
    "jn": "public local national international social total potential individual official professional traditional human",
    "nj": "gold silver expert giant key content core average",
    "njv": "light",
}
CORRECTIONS = {word: tags for tags, forms in _BY_TAGS.items() for word in forms.split()}

NOT_VERBS = _words(
    """
animal area army body business child city class company consumer content country culture customer data day department economy family
foot friend government group home house idea image industry internet king man media mouth part party people percent person policy
product room school side society technology thing time user water way woman world year
"""
)

NOT_NOUNS = _words(
    """
achieve affect agree allow appear be become begin believe bring buy can choose come consider continue could create decide describe
develop do eat enable enjoy ensure expect explain find get give go grow happen have improve include keep know learn let lose make may
meet mention might must provide read receive reduce remain remember say see seem sell send serve shall should sing speak stay take
teach tell think understand want will would write
"""
)

# Nouns that stand as adjectives on their own, not merely before another noun.
ALSO_ADJECTIVES = _words(
    """
adult alternative average blanket budget bulk capital chemical classic commercial content core cotton counterfeit cream criminal
executive expert fake female front giant gold individual junior key leather liberal light major male material metal minor minute
mobile model musical niche novel objective offline online opposite orange original overseas paper patient plastic potential premium
representative retail rose second secret senior silk silver square standard stock surplus wholesale wooden
"""
)

ALSO_ADVERBS = _words("east half high home inside low north outside overnight south today tomorrow tonight west yesterday")

# Of what kind it is what WordNet knows in an older sense or not at all; beside what it has.
_OF_KIND = {
    "software": "server process thread file database app application website browser script program plugin container node cluster queue service system module package library function command config client backend frontend api cache repository branch tool "
                "page button window interface platform version release container image driver firmware kernel daemon worker task job test build",
    "data": "record row table column field value key log entry parameter argument string list array json cookie token result statistic figure request response",
    "group": "ministry regulator startup platform retailer carmaker automaker maker supplier bank insurer fund court government bureau agency hospital university school airline developer publisher studio club league team squad army police party committee council union exchange "
             "country state nation city province industry sector market household firm brand authority department unit management board",
    "person": "user netizen influencer streamer blogger vlogger fan follower viewer subscriber customer consumer buyer investor patient resident official everyone everybody someone somebody anyone nobody people kid guy",
    "money": "yuan dollar euro yen fund share stock bond deposit subsidy bonus salary wage pension revenue profit loss debt investment dividend budget savings cash deficit surplus",
    "price": "fare rent toll tuition tariff premium valuation wage salary",
    "number": "figure ratio rate share score volume total sales output growth gdp",
    "vehicle": "ev suv sedan truck bus taxi drone train ship ferry plane scooter",
    "machine": "phone smartphone laptop tablet robot battery chip sensor engine router screen camera",
    "show": "drama series film movie episode sequel documentary podcast livestream broadcast season anime cartoon",
    "text": "post comment tweet script novel chapter article headline report message email paragraph contract diary subtitle",
    "medicine": "vaccine pill tablet dose elixir",
    "weapon": "sword blade dagger spear missile",
    "problem": "bug defect flaw dilemma obstacle bottleneck risk conflict contradiction dispute shortage loophole crisis",
    "rule": "law policy rule regulation guideline ban norm standard requirement provision clause treaty decree",
    "plan": "strategy reform project programme program scheme proposal goal target blueprint",
    "event": "match game race tournament wedding festival concert exhibition auction election",
    "sport": "match game race tournament championship final football basketball tennis",
    "feeling": "grief anger fear joy sorrow pride regret resentment doubt worry temper mood emotion",
    "work": "task duty chore assignment mission shift overtime homework",
    "idea": "view opinion notion theory belief argument concept principle",
    "illness": "cough fever cold flu diabetes cancer stroke tumour insomnia headache wound infection hypertension depression",
    "food": "rice noodle dumpling bread soup dish meal meat fish vegetable fruit tofu porridge hotpot barbecue snack",
    "drink": "tea coffee milk juice beer wine liquor",
    "water": "river lake sea stream pond well flood wave tide",
    "weather": "rain snow wind storm typhoon fog frost drought heatwave thunder",
}  # fmt: skip
KINDS = {word: " ".join(kind for kind, words in _OF_KIND.items() if word in words.split()) for words in _OF_KIND.values() for word in words.split()}
