"""What is part of whoever moves it: 摸了摸下巴 "stroked his chin", 闭着眼睛 "with her eyes closed"."""

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
