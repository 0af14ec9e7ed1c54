"""Characters that are words only beside others: what a word is of (率, 者, 店), and where something is (里, 上)."""

from __future__ import annotations

from dataclasses import replace

from pipeline.chinese.phrases.noun_phrases import several
from pipeline.english.inflection import forms
from pipeline.english.wording.articles import is_first
from pipeline.lexicon.termbase import Term

# The head of a compound: 成功率 "success rate", 该校 "the school", 店里 "in the store".
HEADS = {
    "率": "rate", "额": "amount", "量": "volume", "费": "fee", "税": "tax", "款": "payment", "价": "price", "值": "value", "数": "number", "力": "capacity", "感": "sense", "度": "degree",
    "点": "point", "线": "line", "面": "side", "区": "area", "圈": "circle", "带": "belt", "链": "chain", "网": "network", "群": "group", "期": "period", "季": "season", "年": "year",
    "日": "day", "法": "method", "式": "style", "型": "type", "类": "category", "级": "level", "版": "version", "品": "product", "物": "object", "件": "item", "器": "device", "机": "machine",
    "车": "vehicle", "船": "ship", "楼": "building", "馆": "hall", "室": "room", "店": "store", "站": "station", "场": "field", "园": "park", "库": "base", "厂": "factory", "矿": "mine", "院": "institute",
    "所": "institute", "校": "school", "局": "bureau", "厅": "department", "部": "department", "处": "office", "会": "meeting", "团": "group", "队": "team", "组": "group", "班": "class", "社": "society",
    "村": "village", "镇": "town", "县": "county", "市": "city", "省": "province", "州": "state", "国": "country", "地": "place", "城": "city", "山": "mountain", "水": "water", "床": "bed",
    "路": "road", "桥": "bridge", "港": "port", "户": "household", "方": "side", "案": "case", "剧": "show", "片": "film", "书": "book", "文": "article", "报": "newspaper", "卡": "card", "证": "certificate",
    "单": "list", "表": "table", "图": "chart", "液": "liquid", "剂": "agent", "油": "oil", "肉": "meat", "病": "disease", "症": "disease", "药": "medicine", "战": "battle", "赛": "match", "课": "class",
    "学": "studies", "史": "history", "权": "right", "债": "debt", "股": "stock", "业": "industry", "商": "dealer", "界": "circles", "层": "layer", "举": "move", "事": "matter", "节": "festival",
    "潮": "wave", "热": "craze", "险": "insurance", "摊": "stall", "池": "pool", "制": "system", "稿": "draft", "奖": "award", "岗": "post", "箱": "box", "柜": "cabinet", "棚": "shed", "架": "rack",
    "坑": "pit", "井": "shaft", "舱": "cabin", "屏": "screen", "键": "key", "码": "code",
    "丹": "pill", "阵": "formation", "劫": "tribulation", "炉": "furnace", "诀": "art", "殿": "hall", "阁": "pavilion", "符": "talisman", "盒": "box", "罐": "jar", "袋": "bag", "桶": "bucket", "篮": "basket",
}  # fmt: skip
# Behind the name of a place: 岳阳市 "Yueyang", 河北省 "Hebei Province".
DIVISIONS = {"市": "", "省": "Province", "县": "County", "区": "District", "镇": "Town", "村": "Village", "州": "", "乡": "Township", "港": "Port", "岛": "Island", "山": "Mountain", "湖": "Lake"}
# Who does it: 建设者 "builder".
AGENTS = frozenset("者员族")
# Behind a noun: 店里 "in the store".
PLACES = {"里": "in", "内": "in", "中": "in", "上": "on", "下": "under", "外": "outside", "旁": "beside", "前": "in front of", "后": "after", "间": "among",
          "之间": "between", "之中": "among", "当中": "among", "之外": "outside", "之下": "under", "之上": "above", "之内": "within", "内部": "inside", "附近": "near", "旁边": "beside",
          "周围": "around", "背后": "behind", "面前": "in front of", "身边": "beside", "上方": "above", "下方": "below", "上面": "on", "下面": "under", "底下": "under", "里面": "inside", "外面": "outside", "前面": "in front of", "后面": "behind",
          "对面": "opposite", "中间": "in the middle of", "两边": "on both sides of", "四周": "around"}  # fmt: skip
# The head of a compound of longer words: 筹备工作 "preparatory work".
WORDS_AS_HEADS = {"工作": Term("工作", "work", "head", ("job",), countable="no"), "一族": Term("一族", "people", "head", countable="plural")}
PERSON, QUALITY, SCHOLAR = "人", "性", "家"
# Where a verb leads or what comes of it; English says it with the verb alone: 展现出, 留下来.
COMPLEMENTS = ("一下", "一番", "出", "出来", "起来", "起", "下来", "下去", "过来", "过去", "回来", "进来", "掉", "住", "下", "动", "完", "完成", "完毕", "好", "到", "见", "上", "定", "牢", "道")
_AGENTS = {
    "apply": "applicant", "visit": "visitor", "create": "creator", "participate": "participant", "invest": "investor", "operate": "operator", "inspect": "inspector", "supervise": "supervisor",
    "direct": "director", "edit": "editor", "act": "actor", "innovate": "innovator", "compete": "competitor", "contribute": "contributor", "collect": "collector", "narrate": "narrator",
    "study": "student", "assist": "assistant", "consult": "consultant", "serve": "servant", "beg": "beggar", "lie": "liar", "depend": "dependant", "attend": "attendee", "infect": "infected person",
    "translate": "translator", "educate": "educator", "govern": "governor", "violate": "violator", "propose": "proponent", "practice": "practitioner", "research": "researcher",
}  # fmt: skip


# What is made or eaten there: a "shop" rather than a "store".
_OF_SHOPS = tuple("茶饭面粥糕饼糖花鱼肉果包锅餐酒烤饺串粉汤豆鸭鸡书画鞋")


def compound(a: Term, head: Term) -> str:
    """成功 + 率: "success rate"; what is done as a noun or as an attribute."""
    own = dict(a.slots)
    if head.zh == "潮":
        # 裁员潮: "wave of layoffs".
        return f"{head.en} of {several(a if a.pos == 'noun' else replace(a, en=own.get('noun') or own.get('attr') or forms.gerund(a.en), pos='noun', forms=()))}"
    if head.zh == "店" and (a.pos == "verb" or a.zh.endswith(_OF_SHOPS)):
        return f"{own.get('noun') or own.get('attr') or dict(a.forms).get('ing') or forms.gerund(a.en) if a.pos == 'verb' else own.get('attr', a.en)} shop"
    if a.pos == "name" and is_first(head.en):
        # 中国第一家超市: "China's first supermarket".
        return f"{a.en}'{'' if a.en.endswith('s') else 's'} {head.en}"
    if a.pos == "verb":
        return f"{own.get('noun') or own.get('attr') or dict(a.forms).get('ing') or forms.gerund(a.en)} {head.en}"
    if head.zh in ("界", "圈") and a.pos == "adj" and "noun" in own:
        # 时尚界: people of fashion rather than fashionable.
        return f"{own['noun']} {head.en}"
    return f"{own.get('attr', a.en).removeprefix('the ')} {head.en}"


def division(name: Term, kind: Term) -> str:
    """河北 + 省: "Hebei Province"."""
    return f"{name.en} {kind.en}".strip()


def agent(v: Term, _: Term) -> str:
    """建设 + 者: "builder"; of a phrase the one "who" does it."""
    verb = v.en
    if not verb.isalpha():
        return f"person who {dict(v.forms).get('s3') or forms.third_person(verb)}"
    return _AGENTS.get(verb) or _er(verb)


def of_people(n: Term, who: Term) -> str:
    """自由主义 + 者: "liberalist", whoever holds it; of another noun "worker", 露营 + 族 "camping fan"."""
    if who.zh == "族":
        return f"{dict(n.slots).get('attr', n.en)} fan"
    return f"{n.en.removesuffix('ism')}ist" if n.en.endswith("ism") else f"{dict(n.slots).get('attr', n.en)} worker"


def native(place: Term, _: Term) -> str:
    """叙利亚 + 人: "Syrian"; of a place without a word for its people "Yueyang native"."""
    return dict(place.slots).get("attr") or f"{place.en.removeprefix('the ')} native"


# How the name of a science ends, and that of whoever is good at it.
_SCHOLARS = {"ology": "ologist", "chemistry": "chemist", "mathematics": "mathematician", "statistics": "statistician", "physics": "physicist", "linguistics": "linguist", "ics": "icist",
             "onomy": "onomist", "graphy": "grapher", "history": "historian", "philosophy": "philosopher"}  # fmt: skip


def scholar(science: Term, _: Term) -> str:
    """遗传学 + 家: "geneticist", by how the science is called; of another one "folk studies scholar"."""
    for end, who in _SCHOLARS.items():
        if science.en.endswith(end):
            return science.en.removesuffix(end) + who
    return f"{science.en} scholar"


def quality(a: Term, _: Term) -> str:
    """残酷 + 性: "cruelty", what one is or does as a noun."""
    if a.pos == "noun":
        return a.en
    return dict(a.slots).get("noun") or f"{a.en if a.pos == 'adj' else dict(a.slots).get('adj') or forms.gerund(a.en)} nature"


def superlative(degree: Term, adjective: Term) -> str | None:
    """最快 "fastest", 更快 "faster"; None for another degree."""
    if degree.zh == "最":
        return forms.superlative(adjective.en)
    return forms.comparative(adjective.en) if degree.zh in ("更", "更加", "更为") else None


def _er(verb: str) -> str:
    if verb.endswith("e"):
        return verb + "r"
    if verb.endswith("y") and verb[-2:-1] not in tuple("aeiou"):
        return verb[:-1] + "ier"
    doubled = forms.gerund(verb).removesuffix("ing")
    return doubled + "er"
