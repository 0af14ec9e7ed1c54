"""Set phrases of which one part stands in English: "side by", "Sooner or", "burst"; what completes them, and what says it already."""

from __future__ import annotations

from typing import NamedTuple

from pipeline.english.inflection import forms
from pipeline.once import once


class _Phrase(NamedTuple):
    """What stands before, what completes it, and the Chinese that is meant; without any, whatever has the completion among its wordings."""

    before: tuple[str, ...]
    rest: str
    chinese: tuple[str, ...]


def _phrase(before: str, rest: str, chinese: str = "") -> _Phrase:
    return _Phrase(tuple(before.split()), rest, tuple(chinese.split()))


# The first word of those that end in "*" is a verb in any of its forms.
_PHRASES = (
    _phrase("of", "course", "当然"), _phrase("in", "fact", "事实 其实 事实上"), _phrase("for", "example", "例子 例如 比如 举例"), _phrase("for", "instance", "例子 例如 比如"), _phrase("as", "a result", "结果"), _phrase("as a", "result", "结果"),
    _phrase("after", "all", "毕竟 终究"), _phrase("at", "least", "至少 起码"), _phrase("at", "last", "终于"), _phrase("at", "once", "立刻 马上 立即"), _phrase("at", "all", "根本"), _phrase("at first", "sight", "眼 看 视线 看来"), _phrase("at first", "glance", "眼 一眼 瞥"), _phrase("in the long", "run", "期 远 期来看 远来看 跑"),
    _phrase("in the short", "term", "期 期来看"), _phrase("in the long", "term", "期限"), _phrase("on the one", "hand", "方面 面 手"), _phrase("on the other", "hand", "方面 面 手"), _phrase("by and", "large", "大 大体 总的"), _phrase("more or", "less", "少"), _phrase("sooner or", "later", "后来 晚 迟 以后 后 之后"),
    _phrase("now or", "never", "从不 永不 绝不"), _phrase("again and", "again", "再 又 一再"), _phrase("over and", "over", "再 又 反复"), _phrase("more and", "more", "多 更多 更"), _phrase("less and", "less", "少 更少"), _phrase("better and", "better", "好 更好"), _phrase("step by", "step", "步"), _phrase("day by", "day", "日 天"),
    _phrase("side by", "side", "边 侧 肩"), _phrase("one by", "one", "一 个"), _phrase("little by", "little", "点 一点"), _phrase("bit by", "bit", "点 一点"), _phrase("face to", "face", "面 脸"), _phrase("hand in", "hand", "手"), _phrase("from hand to", "mouth", "口 嘴"), _phrase("from time to", "time", "时间 时 时候"),
    _phrase("from head to", "toe", "脚 脚趾"), _phrase("from day to", "day", "日 天"), _phrase("from door to", "door", "门 户"), _phrase("from house to", "house", "户 家"), _phrase("back and", "forth", "往返 来回 前 去"), _phrase("up and", "down", "下"), _phrase("ups and", "downs", "落 伏 下"), _phrase("pros and", "cons", "弊 缺点"),
    _phrase("neither here nor", "there", "那里 那儿"), _phrase("here and", "there", "那里 那儿 各处"), _phrase("far and", "wide", "广 宽"), _phrase("safe and", "sound", "无恙 健康 安好"), _phrase("black and", "white", "白"), _phrase("as far as i", "know", "知道 知"), _phrase("as soon as", "possible", "可能 尽快"), _phrase("as usual", "", "照常 像往常一样"),
    _phrase("if", "necessary", "必要"), _phrase("if", "possible", "可能"), _phrase("so to", "speak", "说 讲"), _phrase("needless to", "say", "说"), _phrase("to be", "honest", "诚实 老实说 坦率"), _phrase("last but not", "least", "最少 最小 最后"), _phrase("first and", "foremost", "首先 最重要"), _phrase("by the", "way", "顺便 路"),
    _phrase("in the nick of", "time", "时间"), _phrase("once upon a", "time", "时间 时候"), _phrase("full house", "", "座无虚席 满座"), _phrase("in black and", "white", "白"), _phrase("in other", "words", "话 换句话说 说 词"), _phrase("in a", "word", "话 总之"), _phrase("on the", "contrary", "相反 反之"), _phrase("in the", "meantime", "同时 与此同时"),
    _phrase("burst*", "into tears", "哭 大哭 痛哭 落泪 流泪 泪"), _phrase("burst*", "out laughing", "笑 大笑"), _phrase("burst* into", "tears", "泪 眼泪 哭 大哭 痛哭"), _phrase("burst* into", "laughter", "笑 大笑 笑声"), _phrase("burst* out", "laughing", "笑 大笑"), _phrase("burst* out", "crying", "哭 大哭"),
    _phrase("break* into", "tears", "泪 哭"), _phrase("break*", "down", "崩溃"), _phrase("look*", "up", "抬头 抬起头 仰望"), _phrase("look*", "down", "低头 俯视"), _phrase("look*", "back", "回头 回首 回顾"), _phrase("look*", "around", "四周 四处 环顾 张望 四下"), _phrase("turn*", "off", "关掉 关 关闭 关上"), _phrase("turn*", "on", "打开 开 开启"),
    _phrase("turn*", "around", "转身 掉头"), _phrase("turn*", "back", "回头 折返"), _phrase("switch*", "off", "关掉 关 关闭 关上"), _phrase("switch*", "on", "打开 开 开启"), _phrase("take*", "off", "起飞 脱 脱下 脱掉 摘下 摘掉"), _phrase("take*", "away", "拿走 带走 夺走"), _phrase("take*", "out", "拿出 取出 掏出"), _phrase("take*", "place", "发生 举行"),
    _phrase("put*", "on", "穿上 戴上 穿 戴"), _phrase("put*", "down", "放下"), _phrase("put*", "off", "推迟 拖延"), _phrase("put*", "out", "扑灭 熄灭"), _phrase("step*", "down", "下台 卸任 辞职"), _phrase("stand*", "up", "起来 起身 起立 站起来"), _phrase("sit*", "down", "坐下 下"), _phrase("get*", "up", "起床 起来"), _phrase("wake*", "up", "醒 醒来"),
    _phrase("give*", "up", "放弃 弃"), _phrase("give*", "birth", "生 分娩"), _phrase("give*", "way", "让路 让"), _phrase("grow*", "up", "长大"), _phrase("show*", "up", "出现 露面"), _phrase("shut*", "down", "关闭 停工 倒闭"), _phrase("close*", "down", "倒闭 关闭 关门"), _phrase("slow*", "down", "放慢 减速 慢"), _phrase("calm*", "down", "冷静 平静 冷静下来"),
    _phrase("speed*", "up", "加快 加速"), _phrase("set*", "off", "出发 动身 启程"), _phrase("set*", "up", "设立 成立 建立 创办"), _phrase("go*", "bankrupt", "破产"), _phrase("go*", "up", "上涨 上升 涨"), _phrase("go*", "down", "下降 下跌"), _phrase("go*", "back", "回去 返回"), _phrase("come*", "back", "回来 回"), _phrase("come*", "true", "成真 实现"), _phrase("fall*", "asleep", "睡着 入睡"),
    _phrase("fall*", "ill", "病 生病 病倒"), _phrase("fall* in", "love", "爱 爱上"), _phrase("lose*", "weight", "减肥 瘦"), _phrase("lose* one's", "temper", "发火"), _phrase("break*", "even", "盈亏平衡 收支平衡 保本"), _phrase("pay*", "attention", "注意 关注"), _phrase("hold*", "on", "坚持 等"), _phrase("carry*", "out", "执行 实施 开展"), _phrase("carry*", "on", "继续"),
    _phrase("point*", "out", "指出"), _phrase("find*", "out", "发现 查明"), _phrase("make* up one's", "mind", "主意 决心 心 决定"), _phrase("shake* one's", "head", "头 摇头"), _phrase("nod* one's", "head", "头 点头"), _phrase("change* one's", "mind", "主意 想法 心意"), _phrase("run* out of", "time", "时间"), _phrase("cannot", "help", "忍不住 禁不住"),
)  # fmt: skip
_BY_LAST: dict[str, list[tuple[int, _Phrase]]] = {}
for _number, _one in enumerate(_PHRASES):
    _BY_LAST.setdefault(_one.before[-1].removesuffix("*"), []).append((_number, _one))
# These say it already: "at most左右".
_SAID = (
    (("at most", "at least", "about", "around", "some", "nearly", "roughly", "approximately", "almost"), ("左右", "上下", "大约", "约", "大概")),
    (("required", "needed", "obliged", "forced", "compelled", "ordered", "asked"), ("要", "需要", "必须", "被迫", "不得不", "需", "得", "要求")),
    (("able", "allowed", "permitted", "free"), ("能", "能够", "可以", "得以", "允许")),
    (("help but",), ("忍不住", "不禁", "禁不住", "情不自禁")),
    (("because", "since", "as"), ("因为", "由于")),
    (("although", "though", "despite"), ("虽然", "尽管")),
    (("but", "however", "yet"), ("但", "但是", "不过", "可是", "然而", "却")),
    (("and", "as well as"), ("和", "与", "以及", "并且", "而且")),
    (("this", "these"), ("这", "这个", "这种", "这些", "此")),
    (("that", "those"), ("那", "那个", "那种", "那些")),
    (("every", "each"), ("每", "每个", "每一", "每一个")),
    (("more", "even more"), ("更", "更加", "更为", "更多", "还")),
    (("most", "the most"), ("最", "最为")),
    (("very", "extremely"), ("很", "非常", "十分", "极其")),
    (("too",), ("太", "过于", "也")),
    (("will", "would"), ("将", "会", "将会")),
    (("is", "are", "was", "were", "be"), ("是",)),
    (("has", "have", "had"), ("已", "已经", "有")),
)
_ONES = frozenset("his her its their my your our".split())


def completion(left: list[str], zh: str, said: frozenset[str], apart: bool) -> str | None:
    """What completes the set phrase whose beginning are the last words of ``left``, for ``zh`` with the wordings ``said``; None where there is none.

    ``apart``: what follows stands close to a word that stands alone: "after 毕竟 ten years" is no "after all".
    """
    for phrase in _ending_in(left[-1]) if left else ():
        if apart and len(phrase.before) == 1 and not phrase.before[0].endswith("*"):
            continue
        if (zh in phrase.chinese or len(phrase.before) > 1 and phrase.rest in said) and _ends(left, phrase.before):
            own = phrase.rest
            return forms.plural(own) if own == "mind" and left[-1] == "their" else own
    return None


@once(1 << 12)
def _ending_in(word: str) -> tuple[_Phrase, ...]:
    """Those whose beginning may end in ``word``, in the order of the table: of 150 mostly none."""
    asked = {word, forms.bare(word), "one's" if word in _ONES else word}
    return tuple(phrase for _, phrase in sorted(row for last in asked for row in _BY_LAST.get(last, ())))


def is_said(left: list[str], zh: str) -> bool:
    """True where the English on the left says what ``zh`` says: "at most左右", "required要"."""
    last = " ".join(left[-2:])
    return any(zh in chinese and any(last == en or last.endswith(f" {en}") for en in english) for english, chinese in _SAID)


def _ends(left: list[str], before: tuple[str, ...]) -> bool:
    if len(left) < len(before):
        return False
    return all(_matches(have, want) for have, want in zip(left[-len(before) :], before, strict=True))


def _matches(have: str, want: str) -> bool:
    if want == "one's":
        return have in _ONES
    return have == want or want.endswith("*") and (have == want[:-1] or forms.bare(have) == want[:-1])
