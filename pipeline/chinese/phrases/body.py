"""What is part of whoever moves it, or is with him: 摸了摸下巴 "stroked his chin", 闭着眼睛 "with her eyes closed", 放下筷子 "put down his chopsticks"."""

from __future__ import annotations

# With the number that one person has of them.
_PARTS = {
    "眼睛": "eyes", "双眼": "eyes", "眼": "eyes", "眼皮": "eyelids", "眼镜": "glasses", "眉毛": "eyebrows", "眉头": "brow", "额头": "forehead", "鼻子": "nose", "鼻梁": "nose", "嘴": "mouth", "嘴巴": "mouth", "嘴唇": "lips", "嘴角": "lips",
    "牙": "teeth", "牙齿": "teeth", "牙关": "teeth", "舌头": "tongue", "下巴": "chin", "胡子": "beard", "胡须": "beard", "脸": "face", "脸颊": "cheeks", "脸蛋": "cheeks", "耳朵": "ears", "头": "head", "脑袋": "head", "后脑勺": "the back of head",
    "头发": "hair", "长发": "long hair", "短发": "short hair", "太阳穴": "temples", "脖子": "neck", "嗓子": "throat", "喉咙": "throat", "肩": "shoulders", "肩膀": "shoulders", "胳膊": "arms", "手臂": "arms", "双臂": "arms", "手": "hands", "双手": "hands",
    "右手": "right hand", "左手": "left hand", "手腕": "wrist", "手指": "fingers", "指甲": "nails", "拳头": "fists", "双拳": "fists", "胸口": "chest", "胸膛": "chest", "肚子": "stomach", "腰": "waist", "背": "back", "后背": "back", "腿": "legs",
    "双腿": "legs", "大腿": "thighs", "膝盖": "knees", "脚": "feet", "双脚": "feet", "脚步": "steps", "身子": "body", "身体": "body", "眼泪": "tears", "泪水": "tears", "袖子": "sleeves", "衣袖": "sleeves", "衣领": "collar", "腰带": "belt",
}  # fmt: skip
# What is not done to one's own: 有胡子 "have a beard", 见到双手.
_NOT_OWN = ("有", "没有", "抓", "抓住", "拉", "拉住", "握", "握住", "牵", "扶", "扶住", "按住", "打断", "砍", "砍断", "无", "是", "像", "需要", "治疗", "检查", "露出", "看见", "看到", "见到", "画", "长出", "伤及", "影响", "损害", "伤害")


def own_part(verb: str, part: str) -> str:
    """The English of ``part`` as the object of ``verb``, with "one's"; "" where it is no part of a body or may be another's."""
    english = _PARTS.get(part, "") if verb not in _NOT_OWN else ""
    if english.startswith("the back of "):
        return f"the back of one's {english.removeprefix('the back of ')}"
    return english and f"one's {english}"


# What one holds, wears or carries; of these several, or a pair.
_CARRIED = (
    "手机", "茶杯", "杯子", "水杯", "酒杯", "咖啡杯", "饭碗", "碗", "勺子", "叉子", "帽子", "草帽", "口罩", "外套", "大衣", "上衣", "毛衣", "夹克", "西装", "衬衫", "围巾", "围裙", "雨衣", "雨伞", "钱包", "手提包", "背包", "书包", "挎包", "行李箱", "皮箱", "公文包",
    "香烟", "烟斗", "烟头", "拐杖", "面具", "头盔", "安全帽", "领带", "安全带", "身份证", "护照", "笔记本", "日记本", "手表", "车票", "机票", "乐器", "小提琴", "笔", "笔记本电脑", "行李",
)  # fmt: skip
_CARRIED_SEVERAL = ("筷子", "手套", "鞋", "鞋子", "皮鞋", "靴子", "袜子", "眼镜", "墨镜", "耳机", "衣服", "钥匙", "工具", "刀叉", "武器")
_READ = ("书", "书本", "课本", "报纸", "杂志", "文件夹", "日记", "本子")
_HANDLED = (
    "放下", "收起", "收好", "戴上", "戴好", "脱下", "脱掉", "摘下", "摘掉", "穿上", "穿好", "拿起", "举起", "端起", "拎起", "提起", "背起", "背上", "掏出", "拿出", "取出", "拔出", "系上", "系好", "系紧", "解开", "扔下", "丢下", "弄丢", "丢失", "带上", "带好", "拿好",
    "收拾", "拿上", "掐灭", "熄灭", "撑开", "撑起", "忘带", "整理", "出示", "披上", "抓起", "拾起", "碰翻", "打翻", "喝干", "喝完",
)  # fmt: skip
_CLOSED = ("合上", "放下", "翻开", "打开", "收起")


# What one is doing with a thing in one's hands, or wears; noted with the forms of the verb where 着 stands behind it.
GOING = ("aspect", "going")
_HOLDING = frozenset("拿 抱 背 提 推 拉 牵 骑 穿 戴 握 撑 举 拎 扛 捧 端 叼 攥 拄 披 揣 搂 夹 挎 抬 拖 扶 打 捏 牵 开 赶 吹 弹".split())


def is_holding(verb: str, going: bool) -> bool:
    """True for 推着, 抱着: one thing is in somebody's hands."""
    return verb.removesuffix("着") in _HOLDING and (going or verb.endswith("着"))


def own_thing(verb: str, thing: str) -> tuple[str, bool]:
    """Whose ``thing`` is that ``verb`` is done to, "one's " or "the ", and whether there are several; ("", False) where nothing tells."""
    if verb in _HANDLED:
        if thing in _CARRIED_SEVERAL:
            return "one's ", True
        if thing in _CARRIED:
            return "one's ", False
    if verb in ("关掉", "关上", "盯着", "看着") and thing == "手机":
        return "one's ", False
    return ("the ", False) if verb in _CLOSED and thing in _READ else ("", False)
