"""Units, currencies, measure words and the words around a number, with their English."""

from __future__ import annotations

from decimal import Decimal

from pipeline.chinese.numbers.value import value, written

SIZES = {"": 1, "百": 100, "千": 1000, "万": 10**4, "百万": 10**6, "千万": 10**7, "亿": 10**8, "百亿": 10**10, "千亿": 10**11, "万亿": 10**12}

# Currency -> (sign before the number, name after it); the first rendering uses the sign where there is one.
MONEY = {
    "元人民币": ("", "yuan"), "人民币": ("", "yuan"), "元": ("", "yuan"), "块钱": ("", "yuan"), "块": ("", "yuan"), "毛钱": ("", "jiao"), "毛": ("", "jiao"),
    "美元": ("$", "U.S. dollars"), "美金": ("$", "U.S. dollars"), "港元": ("HK$", "Hong Kong dollars"), "港币": ("HK$", "Hong Kong dollars"),
    "欧元": ("€", "euros"), "日元": ("", "yen"), "英镑": ("£", "pounds"), "韩元": ("", "won"), "卢布": ("", "rubles"), "新台币": ("NT$", "Taiwan dollars"),
    "新加坡元": ("S$", "Singapore dollars"), "新元": ("S$", "Singapore dollars"), "澳元": ("A$", "Australian dollars"), "加元": ("C$", "Canadian dollars"),
    "卢比": ("", "rupees"), "泰铢": ("", "baht"), "瑞士法郎": ("", "Swiss francs"),
}  # fmt: skip
LEFT = {"人民币": MONEY["元"], "RMB": MONEY["元"], "¥": MONEY["元"], "￥": MONEY["元"], "美元": MONEY["美元"], "$": MONEY["美元"], "US$": MONEY["美元"],
        "港元": MONEY["港元"], "港币": MONEY["港元"], "HK$": MONEY["港元"], "欧元": MONEY["欧元"], "€": MONEY["欧元"], "日元": MONEY["日元"],
        "英镑": MONEY["英镑"], "£": MONEY["英镑"]}  # fmt: skip

MEASURES = {
    "公里路": ("kilometer", "kilometers"), "里路": ("li", "li"),
    "公里": ("kilometer", "kilometers"), "千米": ("kilometer", "kilometers"), "米": ("meter", "meters"), "厘米": ("centimeter", "centimeters"),
    "毫米": ("millimeter", "millimeters"), "公斤": ("kilogram", "kilograms"), "千克": ("kilogram", "kilograms"), "克": ("gram", "grams"),
    "斤": ("jin", "jin"), "里": ("li", "li"), "丈": ("zhang", "zhang"), "尺": ("foot", "feet"), "寸": ("inch", "inches"), "吨": ("metric ton", "metric tons"), "平方米": ("square meter", "square meters"), "平方公里": ("square kilometer", "square kilometers"),
    "立方米": ("cubic meter", "cubic meters"), "亩": ("mu", "mu"), "公顷": ("hectare", "hectares"), "升": ("liter", "liters"), "毫升": ("milliliter", "milliliters"),
    "千瓦时": ("kilowatt-hour", "kilowatt-hours"), "度电": ("kilowatt-hour", "kilowatt-hours"), "千瓦": ("kilowatt", "kilowatts"), "兆瓦": ("megawatt", "megawatts"),
    "吉瓦": ("gigawatt", "gigawatts"), "摄氏度": ("degree Celsius", "degrees Celsius"), "℃": ("degree Celsius", "degrees Celsius"),
    "个百分点": ("percentage point", "percentage points"), "百分点": ("percentage point", "percentage points"), "个基点": ("basis point", "basis points"),
    "个晚上": ("night", "nights"), "个夜晚": ("night", "nights"), "个早上": ("morning", "mornings"), "个上午": ("morning", "mornings"), "个下午": ("afternoon", "afternoons"),
    "个周末": ("weekend", "weekends"), "个冬天": ("winter", "winters"), "个夏天": ("summer", "summers"), "个春天": ("spring", "springs"), "个秋天": ("autumn", "autumns"),
    "个月": ("month", "months"), "个小时": ("hour", "hours"), "小时": ("hour", "hours"), "分钟": ("minute", "minutes"), "秒": ("second", "seconds"), "秒钟": ("second", "seconds"),
    "天": ("day", "days"), "周": ("week", "weeks"), "个星期": ("week", "weeks"), "年": ("year", "years"), "个季度": ("quarter", "quarters"), "个工作日": ("working day", "working days"),
    "岁": ("year old", "years old"), "倍": ("times", "times"), "人次": ("visit", "visits"), "人": ("person", "people"), "户": ("household", "households"),
    "毫安时": ("mAh", "mAh"), "毫安": ("mA", "mA"), "伏": ("volt", "volts"), "千伏": ("kilovolt", "kilovolts"), "瓦": ("watt", "watts"), "瓦时": ("watt-hour", "watt-hours"), "马力": ("horsepower", "horsepower"),
    "牛米": ("Nm", "Nm"), "分贝": ("decibel", "decibels"), "赫兹": ("Hz", "Hz"), "帧": ("frame", "frames"), "英寸": ("inch", "inches"), "英里": ("mile", "miles"), "英尺": ("foot", "feet"), "海里": ("nautical mile", "nautical miles"),
    "光年": ("light-year", "light-years"), "磅": ("pound", "pounds"), "千卡": ("kilocalorie", "kilocalories"), "大卡": ("kilocalorie", "kilocalories"), "毫克": ("milligram", "milligrams"), "微克": ("microgram", "micrograms"),
    "毫秒": ("millisecond", "milliseconds"), "微秒": ("microsecond", "microseconds"), "纳米": ("nanometer", "nanometers"), "微米": ("micrometer", "micrometers"), "兆": ("MB", "MB"), "字节": ("byte", "bytes"), "像素": ("pixel", "pixels"),
    "克拉": ("carat", "carats"), "毫米汞柱": ("mmHg", "mmHg"), "世纪": ("century", "centuries"), "个世纪": ("century", "centuries"), "昼夜": ("day and night", "days and nights"),
    "股": ("share", "shares"), "桶": ("barrel", "barrels"), "度": ("degree", "degrees"), "步": ("step", "steps"), "级": ("level", "levels"), "公分": ("centimeter", "centimeters"),
}  # fmt: skip

_SPOKEN = ("个世纪", "个晚上", "个夜晚", "个早上", "个上午", "个下午", "个周末", "个冬天", "个夏天", "个春天", "个秋天", "世纪", "昼夜", "个月", "个小时", "小时", "分钟", "天", "周", "个星期", "年", "个季度", "个工作日", "倍", "人", "户", "步", "级")
# What is measured is written in digits; what is counted, in words below ten.
PHYSICAL = frozenset(MEASURES) - frozenset(_SPOKEN)

# Measure words; the English is written where nothing follows that is counted.
COUNTED = {"个": "", "名": "people", "位": "people", "家": "", "款": "models", "项": "items", "件": "items", "台": "units", "辆": "vehicles", "套": "sets",
           "部": "", "只": "", "条": "", "场": "", "次": "times", "针": "doses", "任": "", "遍": "times", "趟": "times", "种": "kinds", "类": "categories", "座": "", "所": "", "支": "", "篇": "articles",
           "单": "orders", "张": "", "份": "copies", "幅": "", "批": "batches", "轮": "rounds", "间": "rooms", "棵": "trees", "头": "", "艘": "ships", "架": "aircraft", "本": "copies", "册": "copies", "杯": "cups", "瓶": "bottles", "碗": "bowls", "盒": "boxes", "箱": "boxes", "袋": "bags",
           "盘": "plates", "双": "pairs", "对": "pairs", "封": "letters", "首": "songs", "枚": "", "颗": "", "匹": "", "根": "", "栋": "buildings", "幢": "buildings", "层": "floors", "页": "pages",
           "句": "sentences", "章": "chapters", "集": "episodes", "局": "games", "分": "points", "组": "groups", "代": "generations", "圈": "laps", "粒": "", "滴": "drops", "株": "", "笔": "", "起": "cases",
           "道": "", "门": "", "面": "", "顶": "", "盏": "", "把": "", "块": "", "片": "", "届": "", "群": "groups", "堆": "heaps",
           "勺": "spoonfuls", "壶": "pots", "罐": "cans", "锅": "pots", "篮": "baskets", "筐": "baskets", "捆": "bundles", "叠": "stacks", "摞": "stacks", "串": "strings", "束": "bunches", "捧": "handfuls", "撮": "pinches", "匙": "spoonfuls",
           "口": "mouthfuls", "阵": "bursts", "丝": "traces", "缕": "wisps", "票": "votes"}
# Between a number and what it counts the English keeps these: "two bottles of water".
KEPT = frozenset("杯瓶碗盒箱袋盘双对滴群堆阵丝缕批勺壶罐锅篮筐捆叠摞串束捧撮匙")
# The same of what is no thing of its own, unless one of these is counted: "a mouthful of tea", but "three wells", "two forces".
PARTITIVE = {"口": "mouthfuls", "股": "streams", "阵": "bursts", "丝": "traces", "缕": "wisps"}
WHOLE = {"口": ("人", "井", "锅", "钟", "缸", "大锅", "棺材"), "股": ("势力", "力量", "股票", "股份", "绳子")}
LIQUID = ("杯", "瓶", "碗", "滴", "勺", "壶", "匙", "撮")  # fmt: skip
WEAK = ("分", "道", "面", "起", "把", "对", "代", "首", "片", "块", "门", "本", "章", "集", "层", "局", "组", "根", "个", "家", "部", "头", "名", "条", "场", "支", "周", "天", "分", "人", "年", "口", "丝")

# 1.9元/瓦: what a price or a rate is for.
PER = {"瓦": "watt", "吨": "metric ton", "公斤": "kilogram", "千克": "kilogram", "斤": "jin", "平方米": "square meter", "亩": "mu", "股": "share", "人": "person", "月": "month",
       "年": "year", "天": "day", "日": "day", "小时": "hour", "分钟": "minute", "秒": "second", "桶": "barrel", "度": "kilowatt-hour", "千瓦时": "kilowatt-hour", "辆": "vehicle",
       "户": "household", "台": "unit", "件": "item", "单": "order", "次": "visit", "晚": "night", "公里": "kilometer", "百公里": "100 kilometers", "只": "piece", "张": "sheet"}  # fmt: skip

LEADS = {"近": "nearly", "将近": "nearly", "接近": "nearly", "逾": "more than", "超": "more than", "超过": "more than", "超出": "more than", "约": "about", "大约": "about",
         "约为": "about", "不到": "less than", "不足": "less than", "至少": "at least", "最多": "at most", "高达": "as much as", "多达": "as many as", "达": "",
         "最高": "up to", "上": "more than", "几乎": "almost", "整整": "a full", "仅": "only", "只有": "only", "大概": "about"}  # fmt: skip
TAILS = {"左右": "around", "起": "from", "上下": "around", "以上": "or more", "及以上": "or above", "以下": "or less", "以内": "within", "之内": "within", "不等": "", "有余": "more than", "多": "more than", "余": "more than", "前": "ago", "之前": "ago", "以前": "ago", "后": "later", "之后": "later", "以后": "later", "内": "within"}

_VAGUE = {"十几": ("well over", 10), "上百": ("more than", 100), "上千": ("more than", 1000), "上万": ("more than", 10**4), "上百万": ("more than", 10**6),
          "上千万": ("more than", 10**7), "上亿": ("more than", 10**8), "上十亿": ("more than", 10**9), "上百亿": ("more than", 10**10), "上千亿": ("more than", 10**11)}  # fmt: skip
_PASSED = "过破超逾近"
_PLURALS = {10: "dozens", 100: "hundreds", 10**3: "thousands", 10**4: "tens of thousands", 10**5: "hundreds of thousands", 10**6: "millions", 10**7: "tens of millions",
            10**8: "hundreds of millions", 10**9: "billions", 10**10: "tens of billions", 10**11: "hundreds of billions", 10**12: "trillions"}  # fmt: skip
_FEW = {100: "hundred", 10**3: "thousand", 10**6: "million", 10**9: "billion"}
_TIMES = {"十": 10, "百": 100, "千": 1000, "万": 10**4, "十万": 10**5, "百万": 10**6, "千万": 10**7, "亿": 10**8, "十亿": 10**9}

# Words that begin with a numeral, or hold one, and count nothing.
NOT_NUMBERS = frozenset(
    "一旦 一般 一定 一样 一直 一切 一些 一起 一方面 一体 一体化 一致 一流 一线 一线城市 一带一路 一举 一味 一再 一向 一度 一律 一时 一手 一如 一心 一番 一贯 一概 统一 唯一 万一 "
    "十分 十足 百姓 百货 百度 百科 百年 百万富翁 千方百计 千万别 千篇一律 万科 万达 万物 万能 万能药 亿纬 亿万 三星 三亚 三农 三国 三峡 三角 三角洲 四川 四处 四周 四季 五粮液 五花八门 "
    "五一 六安 七夕 八卦 九寨沟 两会 两岸 两者 两极 两难 两用 双十一 第一 第一线 二维 二维码 二手 二手车 三体 三观 四大 五官 五险 六六六 七上八下 八戒 九州 十一 十字 百家 百模大战 "
    "五百强 百强 三百六十行 百分 百分之 百花 千里 千亿 万里 万象 万圣 万户 一线品牌 一二线 一二线城市 二三线 二三线城市 三四线 三四线城市 三四线 一二 一网打尽 一刀切 一把手 一揽子 一次性 一站式 "
    "独一 独一无二 之一 进一步 逐一 不一 单一 万元户 四两 三心 三思 一年四季 一波 一口气 一瞬间 一眼 一脸 一下 一下子 一声 一会儿 一边 一面 一路 一丝 一阵 一片 一头 一身".split()
) - {"第一", "百分", "百分之", "千亿", "十一", "百年", "亿万"}

_ORDINALS = {1: "first", 2: "second", 3: "third", 4: "fourth", 5: "fifth", 6: "sixth", 7: "seventh", 8: "eighth", 9: "ninth", 10: "tenth"}
_FRACTIONS = {2: "half", 3: "third", 4: "quarter", 10: "tenth"}


def money(number: str, currency: tuple[str, str]) -> list[str]:
    """The ways to write an amount; ``number`` may hold words: "about 3 million"."""
    sign, name = currency
    if name == "jiao":
        return [f"{float(number.replace(',', '')) / 10:g} yuan"] if number.replace(".", "", 1).isdigit() else [f"{number} jiao"]
    joint = " of " if number.endswith("s") and not number[0].isdigit() else " "
    if sign and number[:1].isdigit():
        return [f"{sign}{number}", f"{number}{joint}{name}"]
    if name == "yuan" and number[:1].isdigit():
        return [f"{number} yuan", f"RMB {number}", f"¥{number}"]
    return [f"{number}{joint}{name}"]


def vague(word: str, size: int) -> list[str]:
    """十几万 -> "well over 100,000"; 数千万 -> "tens of millions"."""
    if word.startswith("好几") and len(word) > 2:
        word = word[1:]
    if word[0] in _PASSED and word[1:] in _TIMES:
        text = written(Decimal(_TIMES[word[1:]] * size))
        return [f"nearly {text}"] if word[0] == "近" else [f"more than {text}", f"over {text}"]
    if word in _VAGUE:
        qualifier, head = _VAGUE[word]
        text = written(Decimal(head * size))
        return [f"{qualifier} {text}", f"more than {text}"] if qualifier != "more than" else [f"more than {text}"]
    if word[-1] == "来" and word[-2] in "百千万":
        text = written((value(word[:-1]) or Decimal(1)) * size)
        return [f"about {text}", f"around {text}", f"some {text}"]
    if len(word) == 3 and word[1] == "十" or len(word) == 2 and word[0] == "十":
        # 二十几, 十来: a ten and something.
        text = written(Decimal(int(value(word[:-1]) or 10) * size), True)
        if word[-1] == "来":
            return [f"about {text}", f"around {text}", f"some {text}"]
        return [f"more than {text}", f"over {text}"]
    if word in ("成百上千", "成千上万"):
        return ["hundreds and thousands" if word == "成百上千" else "thousands upon thousands"]
    if word in ("好几", "几"):
        return ["several"] if size == 1 else []
    total = (_TIMES.get(word[1:]) or 1) * size
    if word[0] == "几" and total in _FEW:
        return [f"several {_FEW[total]}", f"a few {_FEW[total]}", _PLURALS[total]]
    return [_PLURALS[total]] if total in _PLURALS else []


def ordinal(number: int) -> str:
    """first ... tenth, then 11th, 22nd."""
    return _ORDINALS[number] if number in _ORDINALS else numbered(number)


def numbered(number: int) -> str:
    """1st, 22nd, 13th."""
    suffix = "th" if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{suffix}"


def fraction(low: int, plural: bool) -> str:
    """third(s), quarter(s), 20th(s); half and halves."""
    word = _FRACTIONS.get(low, ordinal(low))
    return ("halves" if word == "half" else word + "s") if plural else word
