"""Hand corrections to what the sources of make_words.py say: readings to drop, and whole rows to replace."""

from __future__ import annotations

_BY_TAGS: dict[str, str] = {
    "n": (
        "traffic news economics politics physics mathematics ethics logistics economy business china game thing content percent "
        "department gap peter august buyout startup growth"
    ),
    "nv": "market program programme view issue focus impact ground",
    "nN": "series species aircraft crossroads headquarters",
    "nNz": "means",
    "Nn": "sports data media goods statistics analytics",
    "N": "people police things movies feelings children personnel folks troops assets",
    "nI": "thanks",
    "vjn": "present welcome",
    "vjrn": "close live",
    "jv": "open complete clear free direct separate own empty warm slow secure quiet dry narrow mature smooth perfect",
    "jvr": "lower",
    "jvn": "calm cool clean",
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
        "build allow develop see go get say know think make take give come become thank seem include improve expand promote "
        "enable ensure achieve create reduce provide please affect"
    ),
    "vn": "help want try keep start run turn ",
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
    "jvn": "total",
    "r": "there then now also ",
}
CORRECTIONS = {word: tags for tags, forms in _BY_TAGS.items() for word in forms.split()}

NOT_VERBS = frozenset(
    ["people", "man", "woman", "time", "year", "day", "way", "thing", "child", "company", "country", "government", "economy", "industry", "business", "city", "media", "user", "data", "technology", "product", "consumer", "customer", "content", "internet", "society", "culture", "policy", "person", "percent", "world", "group", "side", "class", "area", "department", "image", "idea", "part", "thing", "king", "animal", "army", "party", "family", "body", "friend", "foot", "mouth", "water", "house", "home", "school", "room"]
)
NOT_NOUNS = frozenset(
    ["go", "get", "say", "see", "come", "know", "give", "tell", "let", "become", "make", "take", "do", "be", "have", "think", "find", "want", "keep", "eat", "begin", "bring", "buy", "choose", "create", "develop", "improve", "provide", "enable", "allow", "ensure", "include", "seem", "appear", "happen", "believe", "understand", "remember", "receive", "send", "sell", "lose", "learn", "teach", "write", "read", "sing", "speak", "agree", "decide", "explain", "describe", "enjoy", "expect", "continue", "consider", "achieve", "reduce", "grow", "stay", "meet", "serve", "remain", "affect", "mention", "must", "will", "could", "would", "should", "might", "may", "can", "shall"]
)

# Nouns that stand as adjectives on their own, not merely before another noun.
ALSO_ADJECTIVES = frozenset(
    ["expert", "novel", "giant", "gold", "silver", "female", "male", "adult", "opposite", "content", "individual", "front", "core", "key", "average", "light", "fake", "second", "minute", "original", "material", "objective", "capital", "chemical", "alternative", "representative", "executive", "liberal", "classic", "criminal", "commercial", "patient", "secret", "standard", "model", "premium", "budget", "bulk", "surplus", "niche", "mobile", "retail", "wholesale", "overseas", "offline", "online", "stock", "paper", "cotton", "plastic", "metal", "wooden", "silk", "leather", "orange", "cream", "rose", "square", "blanket", "counterfeit", "junior", "senior", "minor", "major", "musical", "potential"]
)
ALSO_ADVERBS = frozenset(["home", "inside", "outside", "east", "west", "north", "south", "today", "tomorrow", "yesterday", "tonight", "half", "overnight", "high", "low"])
