"""The closed classes of English, written by hand: every entry wins over the frequency table of ``words``."""

from __future__ import annotations

_BY_TAGS = {
    "D": "the a an every another",
    "DR": "this these those each either neither any both many several few some all enough half fewer fewest",
    "DI": "no",
    "Dj": "such",
    "Dr": "more most less",
    "rD": "least",
    "rDj": "much",
    "SWDR": "that",
    "WD": "which what whatever whichever whatsoever",
    "W": "who whom whose whoever whomever whosoever whosever",
    "S": (
        "because if although though unless whether lest whereas whilst whereby wherein whereupon whenever wherever insofar "
        "inasmuch albeit how why when where whence whither cos cuz wherefore howsoever"
    ),
    "Sn": "while",
    "TP": "to",
    "P": (
        "of in for with on at from by into onto upon against amid amidst among amongst atop barring beside between betwixt circa "
        "concerning despite during except excepting excluding including notwithstanding per regarding sans than thru toward towards "
        "unlike unto versus via vs within without worth aboard alongside amongst apropos pro re qua"
    ),
    "PS": "until till ere",
    "PSr": "as after before",
    "SPr": "since",
    "Pr": "about above across along around below beneath behind beyond inside near outside over round throughout through underneath under",
    "Prn": "besides opposite",
    "Pv": "like",
    "Pg": "following considering pending",
    "pPS": "given",
    "PC": "plus",
    "Pn": "minus",
    "Pnj": "past",
    "Pnvj": "post",
    "rP": "up down off out",
    "rPj": "aside",
    "C": "and or nor & and/or",
    "CPr": "but",
    "rC": "yet",
    "rSC": "so",
    "rS": "once",
    "M": (
        "can could may might must shall should will would ought cannot can't couldn't mightn't mustn't shan't shouldn't won't wouldn't "
        "oughtn't needn't 'll 'd mayn't"
    ),
    "B": "be am is are was were been being isn't aren't wasn't weren't ain't 'm 're",
    "H": "have has had having haven't hasn't hadn't 've",
    "O": "do does did don't doesn't didn't",
    "Og": "doing",
    "pj": "done",
    "R": (
        "i you he she it we they me him us them myself yourself himself herself itself ourselves yourselves themselves oneself themself "
        "mine yours hers ours theirs someone somebody something anyone anybody anything everyone everybody everything nobody nothing "
        "none thou thee ye y'all it's he's she's i'm you're we're they're i've you've we've they've i'll you'll he'll she'll it'll we'll "
        "they'll i'd you'd he'd she'd we'd they'd that's there's who's"
    ),
    "X": "my your its our their one's 's thy",
    "XR": "his her",
    "#Rn": "one",
    "N": "ones",
    "rR": "there",
    "#": (
        "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty "
        "thirty forty fifty sixty seventy eighty ninety zero"
    ),
    "#n": "hundred thousand million billion trillion dozen quarter",
    "N#": "hundreds thousands millions billions trillions dozens",
    "jr": "first last next",
    "jn": "second",
    "j": (
        "third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth "
        "eighteenth nineteenth twentieth hundredth thousandth millionth other own same certain various numerous"
    ),
    "RN": "others",
    "r": (
        "not n't very too also quite rather just even never ever always often seldom sometimes usually then now here thus hence "
        "therefore however meanwhile moreover furthermore nevertheless nonetheless otherwise instead again almost nearly perhaps maybe "
        "together apart away forth ago abroad ahead indeed else somewhat somehow anyway anyhow already sooner soon likewise elsewhere "
        "everywhere nowhere somewhere anywhere thereby therein thereof thereafter hereby herein hitherto henceforth afterwards "
        "afterward beforehand meantime hereafter whatsoever nowadays overnight twice thrice altogether nope alike accordingly "
        "consequently additionally subsequently eventually finally gradually merely simply barely hardly scarcely "
        "mostly mainly largely partly lately recently currently today tonight onwards upwards downwards backwards forwards "
        "sideways afresh anew anymore nonstop notably i.e. e.g. aka viz"
    ),
    "rn": "tomorrow yesterday",
    "rnvj": "back",
    "rjvn": "forward",
    "rj": "still only far farther fast hard late early long longer straight pretty",
    "rjv": "further",
    "rjn": "well home",
    "I": "oh ah wow hey hi hello yes yeah ok okay please ugh hmm alas ouch oops hooray bye goodbye",
}


def _table() -> dict[str, str]:
    return {word: tags for tags, forms in _BY_TAGS.items() for word in forms.split()}


FUNCTION_WORDS = _table()
