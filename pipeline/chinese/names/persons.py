"""Names of people by surname and reading: 张建国 -> Zhang Jianguo."""

from __future__ import annotations

import functools

from pipeline.lexicon import readings

# Surnames by frequency; readings that differ from the common one are in _READINGS.
SURNAMES = frozenset(
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩邓冯曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖石金韦贾夏付方邹熊白孟秦邱侯江尹薛闫段雷龙黎史陶贺毛郝顾龚邵万"
    "覃武钱戴严莫孔向常汤康易乔赖文庞樊兰殷施洪翟安颜倪牛温芦季俞章鲁葛申伍毕聂柴焦裴齐庄岳梅祝左柳阮管关柯包童凌单盛纪项宁辛谷褚辜晏岑路涂成屠解华游霍仇查邢骆应耿鲍尚舒司"
    "傅卞穆萧邬阎闵祁缪边池甄曲芮储靳巫冉佟蔺修隋苗卓苟郎桂牟宫栾隗戚敖桑逯蒙晁厉寇沙瞿"
)
COMPOUND = ("欧阳", "司马", "诸葛", "上官", "夏侯", "皇甫", "尉迟", "公孙", "慕容", "令狐", "司徒", "端木", "东方", "独孤", "南宫", "长孙", "宇文", "轩辕", "澹台", "闻人")
_READINGS = {"单": "Shan", "仇": "Qiu", "曾": "Zeng", "解": "Xie", "查": "Zha", "翟": "Zhai", "任": "Ren", "华": "Hua", "区": "Ou", "盖": "Ge", "尉迟": "Yuchi",
             "覃": "Qin", "吕": "Lyu", "石": "Shi", "乐": "Yue", "朴": "Piao", "万": "Wan", "柏": "Bai", "缪": "Miao", "纪": "Ji", "盛": "Sheng", "谷": "Gu",
             "长孙": "Zhangsun", "澹台": "Tantai", "令狐": "Linghu", "召": "Shao", "宓": "Fu", "应": "Ying", "宁": "Ning", "燕": "Yan", "葛": "Ge"}  # fmt: skip
PLACES = {"重庆": "Chongqing", "厦门": "Xiamen", "陕西": "Shaanxi", "六安": "Lu'an", "蚌埠": "Bengbu", "亳州": "Bozhou", "西藏": "Tibet", "内蒙古": "Inner Mongolia",
           "香港": "Hong Kong", "澳门": "Macao", "哈尔滨": "Harbin", "乌鲁木齐": "Urumqi", "拉萨": "Lhasa", "呼和浩特": "Hohhot", "台湾": "Taiwan", "台北": "Taipei",
           "长安": "Chang'an", "西安": "Xi'an", "延安": "Yan'an", "都江堰": "Dujiangyan", "泌阳": "Biyang", "洪洞": "Hongtong", "乐清": "Yueqing", "乐亭": "Laoting"}  # fmt: skip
# 涂上 is a verb with its complement.
_NEVER_GIVEN = frozenset("上下了的得着过在于是不没完到见住掉")
# 万吨, 余名 are no people.
_ALSO_NUMBERS, _MEASURES = "万余曾", frozenset("个名吨例亩辆台件次人元美日澳余多平立公桶家户只条项场位岁")


def pinyin(han: str, joined: bool = True, capital: bool = True) -> str:
    """The reading of ``han`` without tones; syllables joined, an apostrophe where a, e or o would start one inside a word."""
    if not han:
        return ""
    if han in PLACES and joined:
        return PLACES[han] if capital else PLACES[han].lower()
    syllables = [s.replace("u:", "yu").replace("ü", "yu") for s in readings.syllables(han)]
    if not joined:
        return " ".join(s.capitalize() if capital else s for s in syllables)
    # Rare characters have no reading at all.
    text = "".join(syllables[:1]) + "".join(f"'{s}" if s[:1] in "aeo" else s for s in syllables[1:])
    return text.capitalize() if capital else text


def is_surname(han: str) -> bool:
    """True for a surname of one or two characters."""
    return han in SURNAMES or han in COMPOUND


def surname_reading(han: str) -> str | None:
    """The reading that the surname has as a surname, or None."""
    return _READINGS.get(han) or pinyin(han) if is_surname(han) or han in _READINGS else None


def looks_like_person(han: str) -> bool:
    """Two to four characters that begin with a surname and leave one or two for the given name."""
    surname = _surname_of(han)
    if surname is None or surname in _ALSO_NUMBERS and han[1:2] in _MEASURES:
        return False
    given = han[len(surname) :]
    return 1 <= len(given) <= 2 and given not in _NEVER_GIVEN


def person(han: str) -> tuple[str, ...]:
    """Surname first, given name joined: 张建国 -> Zhang Jianguo; nothing where it looks like no name."""
    surname = _surname_of(han)
    if surname is None or not looks_like_person(han):
        return ()
    reading = surname_reading(surname) or ""
    made = f"{reading} {pinyin(han[len(surname) :])}"
    return (made, made.replace("Lyu", "Lu")) if "Lyu" in made else (made,)


def _surname_of(han: str) -> str | None:
    return next((han[:n] for n in (2, 1) if (han[:n] in COMPOUND if n == 2 else is_surname(han[:1]))), None)


@functools.cache
def _spelled_surnames() -> frozenset[str]:
    # Names from Hong Kong, Macao and Taiwan have spellings of their own.
    return frozenset(surname_reading(name) or "" for name in (*SURNAMES, *COMPOUND)) | frozenset(
        "Chan Cheung Wong Leung Ng Lam Lau Ho Kwok Tse Tsai Hsu Hsieh Chou Chiang Chu Chung Yip Yuen Tang Tsang Mok Lok Chow".split()
    )


def is_spelled_surname(latin: str) -> bool:
    """True for a surname in Latin letters: Zhang, Ouyang, Chan."""
    return latin in _spelled_surnames()
