"""Set phrases of numbers: ``半个小时``, ``三十出头``, ``三米高``, ``三比一``, ``每隔两天``, ``每斤10元``, ``零下20度``."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from pipeline.chinese.numbers import units
from pipeline.chinese.numbers.quantity import MEASURE, NUMBER, OWNER, PER, ZH, Quantity
from pipeline.chinese.numbers.value import spelled, value, written
from pipeline.english.inflection import forms

_TENS = {10: "teens", 20: "twenties", 30: "thirties", 40: "forties", 50: "fifties", 60: "sixties", 70: "seventies", 80: "eighties", 90: "nineties"}
_OLD = {20: "twenty", 30: "thirty", 40: "forty", 50: "fifty", 60: "sixty", 70: "seventy", 80: "eighty", 90: "ninety"}
_TIME = {"年": "year", "个月": "month", "周": "week", "个星期": "week", "天": "day", "个小时": "hour", "小时": "hour", "个钟头": "hour", "分钟": "minute", "个世纪": "century", "世纪": "century",
         "个季度": "quarter", "公里": "kilometer", "里": "li", "斤": "jin", "米": "meter", "吨": "metric ton"}  # fmt: skip
_SPAN = "|".join(sorted(_TIME, key=len, reverse=True))
_SMALL = rf"(?:[{ZH}十百]{{1,5}}|\d{{1,3}})"

_HALF = re.compile(rf"(?:(?P<lead>近|约|大约|将近)?半(?P<unit>个月|个小时|小时|个钟头|个世纪|世纪|公里|斤|米|吨|里)|(?P<lead2>约|大约|将近|至少|不到|不足|超过|最多|仅)半(?P<unit2>年|天|个月|个小时|小时))(?![{ZH}])")
_HALF_MORE = re.compile(r"半(?P<unit>年|天)多(?![一-龥])")
# 三个多月, 半个多小时.
_ODD = re.compile(rf"(?P<n>半|{_SMALL})个多(?P<unit>月|小时|钟头|星期|礼拜|世纪|季度|学期)(?![{ZH}])")
_BY_POINTS = re.compile(rf"(?P<how>落后|领先)(?:对手)?(?P<n>{_SMALL})(?P<unit>分|球|局|盘|秒|秒钟|分钟|年|个月|米|公里|个百分点|杆|名)(?![{ZH}的])")
_AND_HALF = re.compile(rf"(?P<n>{_SMALL})(?:个半(?P<after>月|小时|钟头|星期|世纪)|(?P<unit>{_SPAN}|岁)半)(?![{ZH}个年天])")
_AGE = re.compile(
    r"(?P<near>年近|年过|年逾|已过|近|年约)?(?:(?P<low>[二三四五六七八])?(?P<tens>[二三四五六七八九])十|(?P<ten>十)|(?P<digits>[1-9]0))(?:(?P<some>[多几来余])岁(?:出头)?|(?P<just>岁?出头)|(?P<old>岁))|"
    r"(?P<near2>年近|年过|年逾|已过|近)(?P<decade>[五六七八九])旬"
)
_SIZE = re.compile(rf"(?P<number>{NUMBER})(?P<more>多|余)?(?P<unit>{MEASURE})(?P<more2>多|余)?(?P<way>[高长宽深厚])(?!度|级|期|达|等|处|温|速|压|于|出|成|大|官)")
_WAYS = {"高": ("high", "tall"), "长": ("long",), "宽": ("wide",), "深": ("deep",), "厚": ("thick",)}
_SCORE = re.compile(rf"(?<![{ZH}十\d.第])(?P<a>\d{{1,3}}|[{ZH}十]{{1,3}})\s?比\s?(?P<b>\d{{1,3}}|[{ZH}十]{{1,3}})(?![{ZH}十百千万亿\d]|\.\d|例|较|[一-龥]?倍)")
_OFTEN = re.compile(rf"(?P<each>每|一)(?P<per>天|日|周|星期|个星期|个月|月|年|晚|小时|个小时|季度|个季度|学期)(?P<n>{_SMALL}|[几数]|好几)(?P<to>[到至]{_SMALL})?[次回趟遍班](?![一-龥])")
_EACH = {"天": "day", "日": "day", "周": "week", "星期": "week", "个星期": "week", "个月": "month", "月": "month", "年": "year", "晚": "night", "小时": "hour", "个小时": "hour", "季度": "quarter", "个季度": "quarter", "学期": "semester"}
_EVERY = re.compile(rf"每(?P<apart>隔)?(?P<n>{_SMALL}|几)(?P<unit>{MEASURE}|[名位个家辆台件])(?P<once>一[次班趟回])?")
_BELOW = re.compile(rf"(?:零下|负)\s?(?P<n>{NUMBER})(?P<unit>摄氏度|℃|度)")
_ROW = re.compile(rf"(?:一连|接连|连着|连)(?P<n>{_SMALL})(?P<unit>年|个月|周|个星期|天|个小时|小时|场|次|届|个季度)")
_COINS = re.compile(rf"(?P<n>{_SMALL})块(?P<m>[1-9一二两三四五六七八九])(?:毛|角)?(?:钱)?(?![{ZH}十百千\d])")
_FAMILY = re.compile(rf"(?P<n>[{ZH}十]{{1,2}}|\d{{1,2}})口之家")
_OF_MONTH = re.compile(r"(?P<which>本|当|上个?|下个?)月(?P<day>\d{1,2}|[一二三四五六七八九十]{1,3})[日号]")
_LEADING = re.compile(r"(?<![一-龥\d])(?P<n>[两三四五六七八九十]|\d{1,2})大(?!学|家|概|约|会|厅|类|象|豆|厦|队|众|人|爷|妈|哥|姐|多|量|事)")
_CLOCKED = {"年": "year", "个月": "month", "周": "week", "天": "day", "个小时": "hour", "小时": "hour", "时": "hour", "分钟": "minute", "分": "minute", "秒钟": "second", "秒": "second"}
_CLOCKS = "|".join(sorted(_CLOCKED, key=len, reverse=True))
_DURATION = re.compile(rf"(?:(?<!\d)\d{{1,4}}|[{ZH}十百]{{1,5}})(?:{_CLOCKS})零?(?:(?:\d{{1,4}}|[{ZH}十百]{{1,5}})(?:{_CLOCKS})零?){{1,3}}")
_PIECE = re.compile(rf"(?P<n>\d{{1,4}}|[{ZH}十百]{{1,5}}?)(?P<unit>{_CLOCKS})")
_METERS = re.compile(r"(?<![\d.])(?P<n>\d|[一二两])米(?P<m>\d{1,2}|[一二三四五六七八九零]{1,2})(?![\d万亿百千年月日个米厘毫])")
_DECIMAL = re.compile(rf"(?P<n>[{ZH}十]{{1,3}})点(?P<m>[{ZH}]{{1,4}})(?P<size>万亿|万|亿)?(?P<unit>个百分点|百分点|倍|公里|厘米|毫米|米|公斤|吨|级|度|元|美元|分)?")
_SHARE = re.compile(r"(?P<lead>超过|近|将近|接近|不到|不足|约|大约|至少|逾|超)?(?P<share>一半|半数|大半|一大半)(?P<over>以上)?(?!天|年|个|路|夜|途)")
_HOUR = re.compile(rf"(?<![{ZH}十百\d午上晚晨])(?P<n>[{ZH}十]{{1,3}}|\d{{1,2}})点(?:钟|整|(?P<half>半)|(?P<minutes>[{ZH}十]{{1,3}}|\d{{1,2}})分|(?![一-龥]))(?!钟)")
_ABOUT = re.compile("左右|上下")
_DAYS_AND_NIGHTS = re.compile(r"(?P<days>[一两二三四五六七八九十]|\d{1,2})天(?P<nights>[一两二三四五六七八九十]|\d{1,2})夜")
_BIG = re.compile(rf"(?P<n>{_SMALL})(?P<half>个半)?(?P<unit>岁|个月|月|周|天)大(?![{ZH}一-龥])")
_BOUND_AGE = re.compile(rf"(?P<n>{_SMALL})周?岁(?P<and>及)?(?P<way>以上|以下|以内)")
_VOTES = re.compile(rf"(?P<n>{_SMALL})票(?P<way>赞成|支持|同意|反对|弃权)(?![一-龥])")
_RIPE_AGE = re.compile(rf"(?P<n>{_SMALL})岁?高龄(?![一-龥])")
_FLOOR = re.compile(rf"(?P<n>{_SMALL})楼(?![一-龥])")
_TIME_UNIT = "年|个月|天|周|个星期|个小时|小时|分钟"
_LONG_AGO = re.compile(rf"(?P<n>{_SMALL})(?P<unit>{_TIME_UNIT})多(?:以|之)?(?P<way>前|后)(?![一-龥])")
_AS = {"长": "long", "大": "big", "高": "high", "快": "fast", "多": "many", "重": "heavy", "深": "deep", "宽": "wide", "厚": "thick", "贵": "expensive", "远": "far"}
_TIMES_AS = re.compile(rf"(?P<n>{_SMALL})倍(?P<way>[{''.join(_AS)}])(?![一-龥])(?<!倍多)")
_SHORT_OF = re.compile(rf"(?P<n>{_SMALL})(?P<unit>{MEASURE})(?:不到|不足)(?![一-龥])")
_IN_ANOTHER = re.compile(rf"再过(?P<n>{_SMALL})(?P<unit>{_TIME_UNIT})(?![一-龥])")
_DAY_OF_MONTHS = re.compile(rf"每个?月(?P<n>{_SMALL})[日号](?![一-龥])")
_THAT_YEAR = re.compile(rf"(?P<n>{_SMALL})岁(?:那年|那一年|时|的时候)(?![一-龥])")
_COUNTLESS = re.compile(rf"(?P<how>无数|许多|不少|好些|若干|诸多)(?P<unit>[{''.join(sign for sign in units.COUNTED if len(sign) == 1)}])(?![一-龥])")
_HOW_MANY = {"无数": "countless", "许多": "many", "不少": "quite a few", "好些": "quite a few", "若干": "several", "诸多": "many"}
_APIECE = re.compile(rf"一(?P<per>{PER}|个月)")
_A_TIME = re.compile(rf"每(?P<per>{PER})(?P<lead>约|大约|仅|高达|超过|至少|平均)?")


def read(text: str) -> Iterator[Quantity]:
    """The phrases of ``text``; some may lie within each other."""
    for signs, pattern, render in _PHRASES:
        for m in pattern.finditer(text) if any(sign in text for sign in signs) else ():
            made = render(m)
            if made is None:
                continue
            about = _ABOUT.match(text, m.end())
            if about:
                made = replace(made, renderings=tuple(f"about {r}" for r in made.renderings))
            yield replace(made, start=m.start(), end=about.end() if about else m.end())


def rates(text: str, found: Sequence[Quantity]) -> Iterator[Quantity]:
    """``每斤10元`` -> "10 yuan per jin": what follows is one of the quantities ``found``."""
    begins = {q.start: q for q in sorted(found, key=lambda q: q.end) if q.kind in ("money", "measure", "approximate", "range", "percent")}
    for m in _A_TIME.finditer(text):
        quantity = begins.get(m.end())
        if quantity:
            lead = units.LEADS.get(m["lead"] or "", "")
            made = tuple(f"{lead} {r} per {units.PER[m['per']]}".strip() for r in quantity.renderings)
            yield Quantity(m.start(), quantity.end, made, quantity.kind)
    for quantity in found:
        apiece = _APIECE.match(text, quantity.end) if quantity.kind == "money" else None
        if apiece:
            unit = units.PER.get(apiece["per"], "month")
            yield Quantity(quantity.start, apiece.end(), tuple(f"{r} {forms.article(unit)} {unit}" for r in quantity.renderings), "money")


def _countless(m: re.Match[str]) -> Quantity:
    return Quantity(0, 0, (_HOW_MANY[m["how"]],), "approximate", True, m["unit"], (_HOW_MANY[m["how"]],))


def _number(text: str) -> Decimal:
    return value(text) or Decimal(0)


def _phrase(*renderings: str, kind: str = "phrase", unit: str = "", attributive: tuple[str, ...] = (), adverbial: tuple[str, ...] = ()) -> Quantity:
    return Quantity(0, 0, renderings, kind, False, unit, attributive, adverbial)


def _half(m: re.Match[str]) -> Quantity:
    unit = _TIME.get(m["unit"] or m["unit2"]) or _TIME["小时"]
    lead = units.LEADS.get(m["lead"] or m["lead2"] or "", "")
    a = "an" if unit == "hour" else "a"
    return _phrase(f"{lead} half {a} {unit}".strip(), attributive=(f"half-{unit}",))


def _half_more(m: re.Match[str]) -> Quantity:
    """半年多: "more than half a year"."""
    return _phrase(f"more than half a {'year' if m['unit'] == '年' else 'day'}")


def _by_points(m: re.Match[str]) -> Quantity:
    """落后两分: "two points behind"."""
    one = {"分": "point", "球": "goal", "局": "game", "盘": "set", "秒": "second", "秒钟": "second", "分钟": "minute", "年": "year", "个月": "month", "米": "meter", "公里": "kilometer", "个百分点": "percentage point", "杆": "stroke", "名": "place"}[m["unit"]]
    number = _number(m["n"])
    return _phrase(f"{written(number, True)} {one if number == 1 else forms.plural(one)} {'behind' if m['how'] == '落后' else 'ahead'}")


def _odd(m: re.Match[str]) -> Quantity:
    unit = _EACH.get(m["unit"]) or {"钟头": "hour", "礼拜": "week"}.get(m["unit"], "century")
    if m["n"] == "半":
        head = f"half {forms.article(unit)} {unit}"
    else:
        number = _number(m["n"])
        head = f"{forms.article(unit)} {unit}" if number == 1 else f"{written(number, True)} {forms.plural(unit)}"
    return _phrase(f"more than {head}", f"over {head}", adverbial=(f"for more than {head}",))


def _and_half(m: re.Match[str]) -> Quantity | None:
    if m["unit"] == "岁":
        return _phrase(f"{written(_number(m['n']), True)} and a half years old", f"{written(_number(m['n']), True)} and a half", attributive=(f"{written(_number(m['n']), True)}-and-a-half-year-old",))
    unit = _TIME[m["unit"]] if m["unit"] else {"月": "month", "星期": "week", "世纪": "century"}.get(m["after"], "hour")
    number = _number(m["n"])
    many = f"{unit[:-1]}ies" if unit.endswith("ry") else unit if unit in ("li", "jin") else f"{unit}s"
    if number == 1:
        a = "an" if unit == "hour" else "a"
        return _phrase(f"{a} {unit} and a half", f"one and a half {many}", attributive=(f"one-and-a-half-{unit}",))
    return _phrase(f"{written(number, True)} and a half {many}", attributive=(f"{written(number, True)}-and-a-half-{unit}",))


def _age(m: re.Match[str]) -> Quantity | None:
    if m["decade"]:
        tens = int(_number(m["decade"])) * 10
        near = "nearly" if "近" in m["near2"] else "over"
        return _phrase(f"{near} {_OLD[tens]}", f"{near} {tens}")
    tens = 10 if m["ten"] else int(m["digits"]) if m["digits"] else int(_number(m["tens"])) * 10
    if m["some"] and not m["low"]:
        if tens == 10:
            return _phrase(f"in {OWNER} teens", attributive=("teenage",))
        return _phrase(f"in {OWNER} {_TENS[tens]}", f"in {OWNER} {tens}s", f"about {tens}" if m["some"] == "来" else f"over {tens}", attributive=(f"{_OLD[tens]}-something",))
    if m["just"] and tens > 10:
        return _phrase(f"in {OWNER} early {_TENS[tens]}", f"just over {tens}", attributive=(f"{_OLD[tens]}-something",))
    if m["old"] and m["low"] and tens > 10:
        low = int(_number(m["low"])) * 10
        return _phrase(f"in {OWNER} {_TENS[low]} or {_TENS[tens]}", f"{low} to {tens} years old", attributive=(f"{low}-to-{tens}-year-old",))
    if m["old"] and m["near"]:
        near = "nearly" if "近" in m["near"] else "about" if m["near"] == "年约" else "over"
        return _phrase(f"{near} {tens}")
    return None


def _size(m: re.Match[str]) -> Quantity | None:
    number = value(m["number"])
    if number is None or m["unit"] == "倍":
        return None
    one, many = units.MEASURES[m["unit"]]
    head, more = written(number), "more than " if m["more"] or m["more2"] else ""
    ways = _WAYS[m["way"]]
    return _phrase(*(f"{more}{head} {one if number == 1 else many} {way}" for way in ways), attributive=tuple(f"{more}{head}-{one.replace(' ', '-')}-{way}" for way in ways))


def _score(m: re.Match[str]) -> Quantity:
    first, second = (written(_number(m[side])) for side in "ab")
    return _phrase(f"{first}-{second}", f"{first} to {second}")


def _often(m: re.Match[str]) -> Quantity:
    """每周两次: "twice a week"."""
    unit = _EACH[m["per"]]
    if m["n"] in "好几数":
        times = "several times" if m["n"] == "好几" else "a few times"
    else:
        low = written(_number(m["n"]), True)
        high = written(_number(m["to"][1:]), True) if m["to"] else ""
        times = f"{low} to {high} times" if high else {"one": "once", "two": "twice"}.get(low, f"{low} times")
    return _phrase(f"{times} {forms.article(unit)} {unit}", f"{times} per {unit}", f"{times} every {unit}")


def _every(m: re.Match[str]) -> Quantity | None:
    if m["n"] == "几":
        few = units.MEASURES.get(m["unit"])
        return _phrase(f"every few {few[1]}") if few else None
    number = _number(m["n"])
    if number < 2 and m["unit"] not in units.MEASURES:
        return None
    one, many = units.MEASURES.get(m["unit"], ("", ""))
    if m["apart"] and number == 1 and one:
        return _phrase(f"every other {one}", f"every two {many}")
    # 每隔两天 is every two days for most writers.
    if m["once"]:
        told = f"every {one}" if number == 1 else f"every {written(number, True)} {many}".strip()
        return _phrase(*((f"once {told}", told) if m["once"] == "一次" else (told, f"once {told}")))
    return _phrase(f"every {one}" if number == 1 else f"every {written(number, True)} {many}".strip())


def _below(m: re.Match[str]) -> Quantity | None:
    number = value(m["n"])
    if number is None:
        return None
    scale = "" if m["unit"] == "度" else " Celsius"
    return _phrase(f"minus {written(number)} degrees{scale}", f"{written(number)} degrees{scale} below zero")


def _row(m: re.Match[str]) -> Quantity | None:
    number = _number(m["n"])
    unit = _TIME.get(m["unit"]) or {"场": "game", "次": "time", "届": "time"}[m["unit"]]
    if number < 2:
        return None
    said = f"{written(number, True)} {unit}s in a row"
    return _phrase(said, f"{written(number, True)} consecutive {unit}s", adverbial=(f"for {said}",) if unit not in ("time", "game") else ())


def _coins(m: re.Match[str]) -> Quantity:
    return _phrase(f"{written(_number(m['n']) + _number(m['m']) / 10)} yuan", kind="money")


def _family(m: re.Match[str]) -> Quantity:
    return _phrase(f"family of {written(_number(m['n']), True)}")


def _of_month(m: re.Match[str]) -> Quantity | None:
    day = int(_number(m["day"]))
    which = {"本": "this", "当": "that", "上": "last", "下": "next"}[m["which"][0]]
    return _phrase(f"the {units.numbered(day)} of {which} month") if 0 < day < 32 else None


def _leading(m: re.Match[str]) -> Quantity:
    number = _number(m["n"])
    made = ("top ten", "ten major") if number == 10 else (f"{written(number, True)} major",)
    return Quantity(0, 0, made, "leading", True, "大", made)


def _duration(m: re.Match[str]) -> Quantity | None:
    pieces = [(_number(p["n"]), _CLOCKED[p["unit"]]) for p in _PIECE.finditer(m.group())]
    order = ["year", "month", "week", "day", "hour", "minute", "second"]
    ranks = [order.index(unit) for _, unit in pieces]
    if len(pieces) < 2 or ranks != sorted(set(ranks)) or pieces[0][0] > 1000:
        # 2023年10月 is a date.
        return None
    told = [f"{written(n, True)} {unit}{'' if n == 1 else 's'}" for n, unit in pieces]
    return _phrase(f"{', '.join(told[:-1])} and {told[-1]}", " ".join(told)) if ranks[0] > 0 or m.group().count("个月") else None


def _meters(m: re.Match[str]) -> Quantity:
    whole, rest = _number(m["n"]), "".join(str(int(_number(c))) for c in m["m"])
    text = f"{written(whole + Decimal(rest) / (10 if len(m['m']) == 1 else 100))}"
    return _phrase(f"{text} meters", attributive=(f"{text}-meter",))


def _decimal(m: re.Match[str]) -> Quantity | None:
    unit = m["unit"] or ""
    whole, rest = value(m["n"]), "".join(str(int(_number(c))) for c in m["m"])
    if whole is None or not (unit or m["size"]) or unit == "分" and m["n"] != "零" and not _RATED.search(m.string, 0, m.start()):
        # 三点五分 is five past three.
        return None
    head = written(Decimal(f"{int(whole)}.{rest}") * units.SIZES.get(m["size"] or "", 1))
    if unit in units.MONEY:
        return _phrase(*units.money(head, units.MONEY[unit]), kind="money")
    many = "points" if unit == "分" else units.MEASURES[unit][1] if unit else ""
    return _phrase(f"{head} {many}".strip())


# Of so many points rather than at that minute.
_RATED = re.compile(r"(?:rating|scor(?:e[sd]?|ing)|rated|mark|grade|average|points?)\b[^.;:]{0,24}$", re.IGNORECASE)
_AT = re.compile(r"\b(?:at|by|until|before|after|from|till) ?$")


def _hour(m: re.Match[str]) -> Quantity | None:
    hour = int(_number(m["n"]))
    if m["minutes"] and _RATED.search(m.string, 0, m.start()):
        return None
    if not 0 < hour < 25 or m.group() == "一点" and not _AT.search(m.string, 0, m.start()):
        # 慢一点: it is mostly "a little".
        return None
    if m["half"] or m["minutes"]:
        return _phrase(f"{hour}:{30 if m['half'] else int(_number(m['minutes'])):02d}")
    return _phrase(f"{written(Decimal(hour), True) if hour < 10 else spelled(hour)} o'clock")


def _days_and_nights(m: re.Match[str]) -> Quantity:
    days, nights = _number(m["days"]), _number(m["nights"])
    if days == 1:
        return _phrase("a day and a night", adverbial=("for a day and a night",))
    told = f"{written(days, True)} days and {written(nights, True)} {'night' if nights == 1 else 'nights'}"
    return _phrase(told, f"for {told}", adverbial=(f"for {told}",))


def _big(m: re.Match[str]) -> Quantity:
    number = f"{written(_number(m['n']), True)}{' and a half' if m['half'] else ''}"
    unit = {"岁": "year", "个月": "month", "月": "month", "周": "week", "天": "day"}[m["unit"]]
    many = unit if number == "one" else f"{unit}s"
    return _phrase(f"{number} {many} old", attributive=(f"{number.replace(' ', '-')}-{unit}-old",))


def _bound_age(m: re.Match[str]) -> Quantity:
    number = written(_number(m["n"]), True)
    over = m["way"] == "以上"
    told = (f"{number} and {'over' if over else 'under'}", f"{number} or {'older' if over else 'younger'}")
    return _phrase(*(told if m["and"] else (f"{'over' if over else 'under'} {number}", *told)))


def _share(m: re.Match[str]) -> Quantity | None:
    lead = units.LEADS.get(m["lead"] or "", "") or ("more than" if m["over"] or "大" in m["share"] else "")
    if not lead and m["share"] != "半数" and m.string[m.end() : m.end() + 1] != "的" and m.string[: m.start()][-1:] != "的":
        return None
    text = f"{lead} half".strip()
    return _phrase(text, kind="fraction", attributive=(f"{text} of",))


def _ripe_age(m: re.Match[str]) -> Quantity:
    """九十高龄: "the age of 90"."""
    age = written(_number(m["n"]), True)
    return _phrase(f"the age of {age}", age)


def _floor(m: re.Match[str]) -> Quantity:
    floor = units.ordinal(int(_number(m["n"])))
    return _phrase(f"the {floor} floor", attributive=(f"{floor}-floor",), adverbial=(f"on the {floor} floor",))


def _long_ago(m: re.Match[str]) -> Quantity:
    """两年多前: "more than two years ago"."""
    unit, number = _CLOCKED.get(m["unit"], "week"), _number(m["n"])
    length = f"{forms.article(unit)} {unit}" if number == 1 else f"{written(number, True)} {unit}s"
    return _phrase(f"more than {length} {'ago' if m['way'] == '前' else 'later'}")


def _times_as(m: re.Match[str]) -> Quantity:
    """两倍长: "twice as long"."""
    number = _number(m["n"])
    return _phrase(f"{'twice' if number == 2 else f'{written(number, True)} times'} as {_AS[m['way']]}")


def _short_of(m: re.Match[str]) -> Quantity:
    """五分钟不到: "less than five minutes"."""
    one, many = units.MEASURES[m["unit"]]
    number = _number(m["n"])
    text = f"less than {f'{forms.article(one)} {one}' if number == 1 else f'{written(number, True)} {many}'}"
    return _phrase(text, adverbial=(f"in {text}",) if m["unit"] in _CLOCKED or m["unit"] in ("周", "个星期") else ())


def _in_another(m: re.Match[str]) -> Quantity:
    """再过两年: "in another two years"."""
    unit, number = _CLOCKED.get(m["unit"], "week"), _number(m["n"])
    return _phrase(f"in another {unit if number == 1 else f'{written(number, True)} {unit}s'}", f"in {written(number, True)} {unit}{'' if number == 1 else 's'}")


def _day_of_months(m: re.Match[str]) -> Quantity | None:
    """每月十五日: "the 15th of every month"."""
    day = int(_number(m["n"]))
    told = f"the {units.numbered(day)} of every month"
    return _phrase(told, adverbial=(f"on {told}",)) if 0 < day < 32 else None


def _votes(m: re.Match[str]) -> Quantity:
    """九票赞成: "nine votes in favor"."""
    number = written(_number(m["n"]), True)
    if m["way"] == "弃权":
        return _phrase(f"{number} abstention{'' if number == 'one' else 's'}")
    way = "in favor" if m["way"] in ("赞成", "支持", "同意") else "against"
    return _phrase(f"{number} vote{'' if number == 'one' else 's'} {way}", f"{number} {way}")


def _that_year(m: re.Match[str]) -> Quantity:
    """五岁那年: "at the age of five"."""
    age = written(_number(m["n"]), True)
    return _phrase(f"at the age of {age}", f"at {age}")


# A character of which every match has one, the pattern, and what it says.
_PHRASES: tuple[tuple[str, re.Pattern[str], Callable[[re.Match[str]], Quantity | None]], ...] = (
    ("半", _HALF, _half), ("多", _HALF_MORE, _half_more), ("多", _ODD, _odd), ("落领", _BY_POINTS, _by_points), ("半", _AND_HALF, _and_half), ("岁出旬", _AGE, _age), ("高长宽深厚", _SIZE, _size), ("比", _SCORE, _score), ("次回趟遍班", _OFTEN, _often), ("每", _EVERY, _every), ("零负", _BELOW, _below), ("连", _ROW, _row), ("块", _COINS, _coins), ("口", _FAMILY, _family),
    ("月", _OF_MONTH, _of_month), ("大", _LEADING, _leading), ("年月周天时分秒", _DURATION, _duration), ("米", _METERS, _meters), ("点", _DECIMAL, _decimal), ("点", _HOUR, _hour), ("无许不好若诸", _COUNTLESS, _countless), ("半", _SHARE, _share), ("夜", _DAYS_AND_NIGHTS, _days_and_nights), ("大", _BIG, _big), ("岁", _BOUND_AGE, _bound_age), ("岁", _THAT_YEAR, _that_year), ("票", _VOTES, _votes), ("前后", _LONG_AGO, _long_ago), ("倍", _TIMES_AS, _times_as), ("不", _SHORT_OF, _short_of), ("再", _IN_ANOTHER, _in_another), ("每", _DAY_OF_MONTHS, _day_of_months), ("龄", _RIPE_AGE, _ripe_age), ("楼", _FLOOR, _floor),
)  # fmt: skip
