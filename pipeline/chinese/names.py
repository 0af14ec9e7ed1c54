"""Names: people by surname and reading, foreign names by their transcription, places by their ending."""

from __future__ import annotations

import functools
import re

from pipeline.lexicon import readings
from pipeline.script import HAN_RUN

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
_FOREIGN = {
    "约翰逊": "Johnson", "史密斯": "Smith", "马斯克": "Musk", "特朗普": "Trump", "拜登": "Biden", "奥巴马": "Obama", "布什": "Bush", "克林顿": "Clinton", "希拉里": "Hillary", "普京": "Putin",
    "泽连斯基": "Zelensky", "默克尔": "Merkel", "马克龙": "Macron", "朔尔茨": "Scholz", "扎克伯格": "Zuckerberg", "贝索斯": "Bezos", "乔布斯": "Jobs", "库克": "Cook", "盖茨": "Gates", "巴菲特": "Buffett",
    "芒格": "Munger", "奥特曼": "Altman", "阿尔特曼": "Altman", "黄仁勋": "Jensen Huang", "纳德拉": "Nadella", "皮查伊": "Pichai", "鲍威尔": "Powell", "耶伦": "Yellen", "威廉姆斯": "Williams", "布朗": "Brown",
    "琼斯": "Jones", "米勒": "Miller", "戴维斯": "Davis", "威尔逊": "Wilson", "安德森": "Anderson", "泰勒": "Taylor", "托马斯": "Thomas", "杰克逊": "Jackson", "怀特": "White", "哈里斯": "Harris", "马丁": "Martin",
    "汤普森": "Thompson", "罗宾逊": "Robinson", "克拉克": "Clark", "刘易斯": "Lewis", "沃克": "Walker", "霍尔": "Hall", "艾伦": "Allen", "罗伯特": "Robert", "詹姆斯": "James", "迈克尔": "Michael", "约翰": "John",
    "大卫": "David", "威廉": "William", "理查德": "Richard", "查尔斯": "Charles", "玛丽": "Mary", "伊丽莎白": "Elizabeth", "安娜": "Anna", "艾米丽": "Emily", "汤姆": "Tom", "杰克": "Jack", "彼得": "Peter", "保罗": "Paul",
    "马克": "Mark", "亚历山大": "Alexander", "丹尼尔": "Daniel", "凯文": "Kevin", "布莱恩": "Brian", "乔治": "George", "爱德华": "Edward", "亨利": "Henry", "露西": "Lucy", "爱丽丝": "Alice", "梅西": "Messi", "姆巴佩": "Mbappe",
    "内马尔": "Neymar", "哈兰德": "Haaland", "科比": "Kobe", "乔丹": "Jordan", "杜兰特": "Durant", "库里": "Curry", "贝克汉姆": "Beckham", "费德勒": "Federer", "纳达尔": "Nadal", "德约科维奇": "Djokovic", "莎士比亚": "Shakespeare",
    "爱因斯坦": "Einstein", "牛顿": "Newton", "达尔文": "Darwin", "马克思": "Marx", "恩格斯": "Engels", "列宁": "Lenin", "斯大林": "Stalin", "尼采": "Nietzsche", "弗洛伊德": "Freud", "凯恩斯": "Keynes", "哈耶克": "Hayek", "熊彼特": "Schumpeter",
    "德鲁克": "Drucker", "波特": "Porter", "科特勒": "Kotler", "斯皮尔伯格": "Spielberg", "诺兰": "Nolan", "卡梅隆": "Cameron", "迪士尼": "Disney", "安倍": "Abe", "岸田": "Kishida", "石破": "Ishiba", "内塔尼亚胡": "Netanyahu", "莫迪": "Modi",
}  # fmt: skip
_TRANSCRIBED = frozenset("克斯尔特德尼拉姆森逊普朗里茨伯格贝索乔布盖奥巴希泽连默马龙扎亚历丹凯莱恩治亨利露西爱丽丝梅迪维奇夫卡诺弗洛伊科罗杰迈保彼雷哈兰费勒纳达托什基娜莎戴琳妮蒂菲萨瓦")
# Further characters that transcribe; a run of three and more of nothing else is a foreign name.
_TRANSCRIBES = _TRANSCRIBED | frozenset(
    "阿艾安本比波伯布查达德丁杜多恩法盖格戈古哈海赫胡怀吉加坎康考库奎莱劳列林卢鲁路伦洛曼门蒙米密摩莫穆南内涅宁纽诺努欧帕潘佩彭皮珀齐切琴让荣塞桑瑟沙尚舍施史什思"
    "苏泰坦汤滕提廷图脱万威韦温沃乌伍武西夏谢辛雅扬耶叶因英尤约泽詹兹宗朱佐赛罕砂越"
)
# 涂上 is a verb with its complement.
_NEVER_GIVEN = frozenset("上下了的得着过在于是不没完到见住掉")
# 万吨, 余名 are no people.
_ALSO_NUMBERS, _MEASURES = "万余曾", frozenset("个名吨例亩辆台件次人元美日澳余多平立公桶家户只条项场位岁")
_PARTICULAR = re.compile(r"[·•‧]")


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


def looks_foreign(han: str) -> bool:
    """A transcription: parts joined by a dot, or three and more characters that mostly transcribe."""
    if _PARTICULAR.search(han) or han in _FOREIGN:
        return True
    return len(set(han)) >= 2 and len(han) >= 3 and HAN_RUN.fullmatch(han) is not None and (sum(c in _TRANSCRIBED for c in han) / len(han) >= 0.75 or looks_transcribed(han))


def looks_transcribed(han: str) -> bool:
    """True where every character is one that transcribes foreign names."""
    return all(c in _TRANSCRIBES for c in han)


@functools.cache
def _spelled_surnames() -> frozenset[str]:
    # Names from Hong Kong, Macao and Taiwan have spellings of their own.
    return frozenset(surname_reading(name) or "" for name in (*SURNAMES, *COMPOUND)) | frozenset(
        "Chan Cheung Wong Leung Ng Lam Lau Ho Kwok Tse Tsai Hsu Hsieh Chou Chiang Chu Chung Yip Yuen Tang Tsang Mok Lok Chow".split()
    )


def is_spelled_surname(latin: str) -> bool:
    """True for a surname in Latin letters: Zhang, Ouyang, Chan."""
    return latin in _spelled_surnames()


def foreign(han: str) -> tuple[str, ...]:
    """The original of a transcribed name where all its parts are known: 约翰·史密斯 -> John Smith; else nothing."""
    parts = [p for p in _PARTICULAR.split(han) if p]
    known = [_FOREIGN.get(p, "") for p in parts]
    return (" ".join(known),) if known and all(known) else ()
