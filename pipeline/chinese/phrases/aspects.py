"""What is so about something: 内容空洞的报告 "reports with hollow content", 成本低廉 "low-cost"."""

from __future__ import annotations

from pipeline.chinese.phrases.noun_phrases import bare_plural
from pipeline.english.inflection import forms
from pipeline.english.vocabulary import words
from pipeline.english.vocabulary.heads import head_of
from pipeline.english.wording.articles import is_one_thing, one
from pipeline.english.wording.countability import is_mass
from pipeline.lexicon.termbase import Term

# Of something there is one such side or several; what is said behind it is said of the side.
ASPECTS = frozenset(
    "成本 价格 内容 质量 品质 条件 规模 数量 功能 结构 风格 性格 脾气 身材 相貌 长相 外表 外形 外观 口感 味道 颜色 色彩 气味 声音 嗓音 情节 剧情 逻辑 主题 题材 形式 思想 感情 经验 知识 技术 实力 资金 资源 交通 气候 地势 位置 背景 态度 语气 目光 眼神 表情 神情 心情 "
    "精神 身体 体型 头脑 思维 动作 反应 速度 效率 效果 作用 用途 意义 风险 压力 收入 工资 学历 地位 身份 年龄 面积 空间 容量 体积 重量 步骤 程序 手续 流程 操作 做工 材质 面料 款式 造型 包装 品种 种类 家境 出身 前景 业绩 利润 管理 制度 思路 观点 证据 症状 伤势 语言 文字 画面 节奏 "
    "服务 设施 设备 装修 环境 线条 字迹 笔迹 皮肤 头发 眼睛 牙齿 视力 记忆力 信誉 口碑 名声 品行 资历 待遇 福利 能耗 利率 税率 门槛 底子".split()
)
# Of these several are meant.
_SEVERAL = frozenset("功能 步骤 程序 手续 设施 面料 思路 观点 证据 症状 业绩 前景 待遇 福利 条件 牙齿 眼睛 利润 工资".split())
# 成本低廉: "low-cost", and so for what is high or low.
_HYPHENED = {"成本": "cost", "价格": "priced", "质量": "quality", "品质": "quality", "风险": "risk", "收入": "income", "工资": "wage", "能耗": "energy"}
_HIGH_OR_LOW = {**dict.fromkeys("low cheap inexpensive".split(), "low"), **dict.fromkeys("high expensive costly".split(), "high"), **dict.fromkeys("good excellent fine superior".split(), "high"), **dict.fromkeys("poor bad inferior".split(), "low")}


def aspect(side: Term, so: Term) -> str:
    """What is so about it, before or behind a noun: "with hollow content", "low-cost"."""
    if (hyphened := _HYPHENED.get(side.zh)) and so.en in _HIGH_OR_LOW and (side.zh != "价格" or so.en in ("low", "high")):
        return f"{_HIGH_OR_LOW[so.en]}-{hyphened}"
    if side.zh == "价格":
        # 价格昂贵的手表: "expensive watch".
        return so.en
    if side.zh in _SEVERAL and is_one_thing(side):
        return f"with {so.en} {forms.plural(side.en)}"
    text = f"{so.en} {side.en}"
    return f"with {one(text) if is_one_thing(side) and not is_mass(side, side.en) else text}"


def with_aspect(so: Term, n: Term) -> str:
    """What has such a side."""
    return f"{n.en} {so.en}" if so.en.startswith("with ") else f"{so.en} {n.en}"


def resembling(n: Term, _: Term) -> str:
    """童话般的 "fairy-tale-like"."""
    return f"{n.en.removeprefix('the ').removeprefix('a ').replace(' ', '-')}-like"




def of_all(n: Term, first: Term) -> str:
    """ "king of value for money"."""
    return f"{first.en} of {bare_plural(n) if n.pos == 'noun' and words.countable(head_of(n.en)) is True else n.en}"
