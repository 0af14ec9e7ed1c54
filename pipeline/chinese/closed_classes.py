"""Chinese words that are grammar, with what they say: particles, negations, question words, and what stands around a phrase."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

# A verb that another verb must follow. It is a part of speech only inside of a phrase.
MODAL = "modal"
OF = "的"
PASSIVE = "被"
# Before 的 they are who it is, and count nothing: 双方的关系.
TWO_SIDES = ("双方", "两者", "二者")
# 令人失望 "disappointing"; 难以形容 "hard to describe".
MAKING = ("令人", "让人", "使人", "叫人")
ONE_OF = "之一"
GOING_ON = "正在"
BEYOND = "比"
COPULAS = {"是": "", "不是": "not", "就是": "", "也是": "also", "都是": "all", "只是": "only", "才是": "", "仍是": "still", "已是": "already", "并不是": "not", "并非": "not"}
# 慢一点 "a little slower".
A_BIT = ("了一点", "了一些", "一点", "一点儿", "一些", "点儿")
BY_FAR = ("得多", "多了", "了很多", "了许多", "了不少", "很多")
DEGREES = {"难": "hard to", "难以": "hard to", "易于": "easy to", "便于": "easy to", "很难": "hard to", "难于": "hard to", "不难": "not hard to", "很容易": "easy to", "容易": "easy to", "不易": "not easy to", "不可": "impossible to"}
# 如何降低成本 "how to reduce costs"; 他为什么离开 "why he leaves".
ASKING = {"如何": "how", "怎么": "how", "怎样": "how", "怎么样": "how", "为什么": "why", "为何": "why", "何时": "when", "什么时候": "when", "在哪里": "where", "在哪儿": "where"}
WHETHER = "是否"
# 每年暑假 "every summer holiday".
EVERY = ("每年", "每天", "每日", "每周", "每月", "每个", "每学期")
SEASONS = frozenset("春天 夏天 秋天 冬天 春季 夏季 秋季 冬季 春节 暑假 寒假 假期 国庆 中秋 清明 端午 早上 早晨 清晨 上午 中午 下午 傍晚 晚上 夜里 深夜 周末 月底 月初 年底 年初 雨季".split())
# 给老人看病 "treat old people"; 像电脑一样 "like a computer"; 以绍兴为例 "taking Shaoxing as an example".
FOR_WHOM = ("给", "替", "帮")
AS_IF = ("般", "般的")
# 性价比之王: "king of value for money".
OF_ALL = {"之王": "king", "之父": "father", "之都": "capital", "之乡": "home", "之城": "city", "之国": "land", "之源": "source", "之首": "head", "之夜": "night", "之光": "light", "之战": "battle"}
# 掌门之女: "the sect leader's daughter".
OF_SOMEBODY = {"之女": "daughter", "之子": "son", "之妻": "wife", "之母": "mother", "之死": "death", "之手": "hand"}
LIKE, ALIKE = ("像", "如", "如同", "犹如", "好像"), ("一样", "一般", "似的", "那样", "般")
TAKING = ("以", "由", "靠", "根据")
AS_WHAT = {
    "为例": "taking {} as an example", "为主": "mainly {}", "为中心": "centered on {}", "为核心": "with {} at the core", "为基础": "based on {}", "为目标": "with the goal of {}", "为重点": "with a focus on {}",
    "为代表": "represented by {}", "为由": "on the grounds of {}", "为契机": "taking {} as an opportunity", "为借口": "on the pretext of {}", "为前提": "on the condition of {}", "为依据": "on the basis of {}", "为荣": "proud of {}", "改编": "adapted from {}", "闻名": "famous for {}", "著称": "known for {}", "见长": "known for {}", "组成": "made up of {}", "构成": "made up of {}",
}  # fmt: skip
# 以下命令 "the following command".
FOLLOWING = {"以下": "the following", "下列": "the following", "上述": "the above"}
MAYBE = "可能"
PRONOUNS = frozenset("我 你 他 她 它 您 我们 你们 他们 她们 它们 其 自己 大家".split())
# 负担不起 "cannot afford": what a verb does not come to.
POTENTIAL = ("不到", "不了", "不起", "不着", "不动", "不出", "不开", "不下", "不完", "不清", "不上", "不住")
WORTH = ("值得", "值得一")
AWAY = ("离", "距离")
AND = {"和": "and", "与": "and", "及": "and", "以及": "and", "或": "or", "或者": "or", "、": "and", "并": "and", "而": "and", "而不是": "rather than", "而非": "rather than"}
DROPPED = ("了", "着", "过", "地", "得", "所", "们", "是", "吗", "呢", "吧", "啊", "呀")
TIMES = {"时": "when", "时候": "when", "的时候": "when", "前": "before", "之前": "before", "以前": "before", "后": "after", "之后": "after", "以后": "after", "期间": "during", "过程中": "while"}
SUCH_AS = "等"
# What may stand at either end of a run and belongs to the English beside it.
LEADING = {**AND, "的": "", "而": "and", "但": "but", "因此": "so", "所以": "so"}
TRAILING = {**AND, "的": "", "等": "and other"}
DONE = ("了", "过")
NEGATIONS = ("不", "没有", "未", "没", "并不", "并没有", "并没", "并未", "从不")
# 还没有康复 "has not yet recovered"; 一直想 "has always wanted".
NOT_YET, ALREADY, EVER_SINCE = ("还没有", "还没", "尚未", "仍未", "还未", "仍然没有", "至今没有", "至今未"), ("已经", "早已", "早就"), ("一直", "始终", "向来", "历来", "一直以来")
# What a preposition says right behind its verb: 出现在, 推迟到, 卖给, 设为, 来自.
COMPLEMENT_PREPOSITIONS = {"在": "in", "于": "in", "到": "to", "至": "to", "给": "to", "为": "as", "自": "from", "向": "to", "往": "to", "成": "into", "入": "into"}
# 和他父亲一样高 "as tall as his father".
WITH_WHOM = ("和", "跟", "与", "同", "像")
# 对音乐感兴趣 "interested in music": how one stands to what 对 leads to.
TOWARDS = ("对", "对于", "就")
STANCES = {
    "感兴趣": "interested in", "很感兴趣": "very interested in", "不感兴趣": "not interested in", "有兴趣": "interested in", "没有兴趣": "not interested in", "没兴趣": "not interested in", "不利": "bad for", "不好": "bad for", "免费": "free for", "开放": "open to", "满意": "satisfied with",
    "很满意": "very satisfied with", "不满": "dissatisfied with", "不满意": "dissatisfied with", "负责": "responsible for", "熟悉": "familiar with", "很熟悉": "very familiar with", "不熟悉": "unfamiliar with",
    "陌生": "unfamiliar with", "好奇": "curious about", "失望": "disappointed with", "很失望": "very disappointed with", "敏感": "sensitive to", "有信心": "confident in", "充满信心": "full of confidence in",
    "过敏": "allergic to", "有害": "harmful to", "有益": "beneficial to", "有好处": "good for", "有帮助": "helpful for", "上瘾": "addicted to", "着迷": "fascinated by", "不公平": "unfair to", "公平": "fair to",
    "重要": "important to", "很重要": "very important to", "友好": "friendly to", "忠诚": "loyal to", "乐观": "optimistic about", "悲观": "pessimistic about", "谨慎": "cautious about", "生气": "angry with",
}  # fmt: skip
# 他在哪里 "where he is".
WHAT_OF = {"在哪里": "where", "在哪儿": "where", "在哪": "where", "是谁": "who", "是什么": "what", "怎么样": "how", "多大": "how old", "多高": "how tall", "多远": "how far", "多长": "how long", "多重": "how heavy"}
# 请他 "ask him to".
ASKED = {"请": "ask", "叫": "tell", "要求": "ask", "邀请": "invite", "允许": "allow", "鼓励": "encourage", "帮助": "help", "建议": "advise", "提醒": "remind", "命令": "order", "迫使": "force", "说服": "persuade", "劝说": "persuade", "动员": "mobilize", "吩咐": "tell", "叮嘱": "tell", "嘱咐": "tell", "强迫": "force", "逼迫": "force", "敦促": "urge", "督促": "urge", "呼吁": "call on", "授权": "authorize", "委托": "commission", "指示": "instruct",
         "责令": "order", "催促": "urge", "恳求": "beg", "央求": "beg", "诱使": "induce", "引导": "guide", "促使": "prompt", "指导": "teach", "号召": "call on"}  # fmt: skip
# 什么也没说 "said nothing", 谁也不知道 "no one knows".
NOTHING, NO_ONE = ("什么也没", "什么都没", "什么也不", "什么都不"), ("谁也没有", "谁都没有", "谁也没", "谁都没", "谁也不", "谁都不", "没有一个人")
# What hangs on another clause: 如果没有 "without", 以免 "to avoid", 无论 "no matter", 一上车 "as soon as".
WITHOUT = ("如果没有", "要是没有", "若没有", "倘若没有", "假如没有", "假设没有", "若无", "如无")
TO_AVOID = ("以免", "免得", "以防", "省得")
NO_MATTER = ("无论", "无论是", "不论", "不论是", "不管", "不管是")
EVEN, EVEN_SO = "连", ("都", "也")
# 据警方透露 "according to police".
BY_WHOM, TELLING = ("据", "根据"), ("透露", "表示", "报道", "介绍", "称", "说", "所说", "所述", "了解", "披露", "消息", "预测", "估计", "分析", "说法", "讲", "证实", "描述", "统计", "估算", "测算")
# 去买鱼 "to buy fish"; 他之所以成功 "the reason he succeeded"; 他们所需要的 "what they need".
IN_ORDER = ("去", "来", "前来", "前去", "前往")
WHY, SO = "之所以", "所"
# 与收益相比 "compared with the benefits"; 不够热 "not hot enough"; 他最后一次见到 "the last time he saw"; 禁止商店出售 "prohibit stores from selling".
WHERE_AT = {"外面": "outside", "里面": "inside", "楼上": "upstairs", "楼下": "downstairs", "窗外": "outside the window", "门外": "outside the door", "国外": "abroad", "屋外": "outside", "室外": "outside", "桌上": "on the table", "墙上": "on the wall", "地上": "on the ground", "路上": "on the road", "身边": "around one", "周围": "around", "手中": "in one's hand", "手里": "in one's hand"}
# 她决定自己修 "fix it herself"; 今年冬天 "this winter"; 这里没有医院 "there is no hospital here".
ONESELF = "自己"
WHICH_YEAR = {"那天": "that", "当天": "that", "这天": "that", "那": "that", "今年": "this", "去年": "last", "明年": "next", "当年": "that", "每年": "every"}
HERE = {"这里": "here", "这儿": "here", "那里": "there", "那儿": "there", "附近": "nearby", "当地": "there", "家里": "at home", "村里": "in the village", "城里": "in the city", "店里": "in the shop", "屋里": "in the room", "房间里": "in the room", "路上": "on the road", "街上": "in the street", "桌上": "on the table", "墙上": "on the wall"}
COMPARED = ("相比", "相比之下", "比较", "比起来", "相比较", "比")
ENOUGH = {"不够": "not", "足够": "", "够": "", "还不够": "not"}
NTH_TIME = {"最后一次": "the last time", "第一次": "the first time", "上一次": "the last time", "上次": "the last time", "首次": "the first time", "每次": "every time", "每一次": "every time", "下次": "the next time"}
BANNED = {"禁止": "prohibit", "阻止": "prevent", "防止": "prevent", "阻碍": "prevent", "制止": "stop"}
OR = ("还是", "或", "或是", "或者", "或者是")
ONCE = ("一", "刚一")
MORE_SO = "越"
# Questions inside of a sentence: 发生了什么 "what happened", 多少钱 "how much money", 天气多冷 "how cold the weather is".
WHAT = {"什么": "what", "谁": "who", "哪里": "where", "哪儿": "where"}
WHICH = {"什么": "what", "什么样的": "what kind of", "怎样的": "what kind of", "哪些": "which", "哪个": "which", "哪种": "which kind of", "多少": "how much"}
HOW_SO, HOW_MUCH = ("如何", "怎样", "怎么样"), ("多", "多么", "有多", "有多么")
THINKING = {"怎么想": "think", "怎么看": "think", "怎么说": "say", "怎么做": "do", "怎么办": "do", "干什么": "do", "做什么": "do", "干嘛": "do"}
# Words of several characters that stand in no lexicon.
EVERY_TIME = ("每次", "每一次", "每当", "每逢")
# 与生活密切相关的商品: "closely related to life".
RELATED = {
    "相关": "related to", "密切相关": "closely related to", "有关": "related to", "直接相关": "directly related to", "无关": "unrelated to", "息息相关": "closely linked to", "紧密相连": "closely connected with", "相连": "connected with", "相似": "similar to", "类似": "similar to",
    "一致": "consistent with", "相符": "consistent with", "不符": "inconsistent with", "相反": "contrary to", "相当": "equivalent to", "相适应": "suited to", "匹配": "matched with", "相匹配": "matched with", "相邻": "adjacent to",
}  # fmt: skip
# 为保护环境所做的努力.
MADE = ("所做的", "所作的", "所做出的", "所作出的", "做出的", "作出的", "付出的", "所付出的")
IN_CASE = ("情况下", "的情况下")
SPELLED = (*AS_IF[1:], *OF_ALL, *OF_SOMEBODY, *WITHOUT, *NO_MATTER, *IN_CASE, "刚一", "什么样的", "怎样的", "有多", "有多么", WHY, "还不够", "一直以来", "上一次", "每一次", *NOTHING, *NO_ONE, "将于", "将在", "进行了", "作出了", "做出了", "开展了", *MADE, "息息相关", "密切相关", "紧密相连", "相适应", "相匹配")
PAST_TIMES = frozenset("昨天 前天 昨晚 去年 前年 上周 上个月 上月 刚才 刚刚 当年 当时 上世纪".split())
BECAUSE = ("因为", "由于")
# 让他想起 "remind him of".
CAUSING = ("让", "使", "令", "使得", "叫")
# 对问题进行研究: the verb behind says what is done.
LIGHT = ("进行", "加以", "予以", "作出", "做出", "开展", "进行了", "作出了", "做出了", "开展了")
# 带孩子去公园 "take the children to the park".
TAKING_ALONG = {"带": "take", "带着": "take", "送": "take", "陪": "accompany", "陪着": "accompany", "领": "take", "领着": "take", "扶": "help", "扶着": "help", "搀扶": "help", "护送": "escort", "载": "drive", "载着": "drive", "催": "urge", "逼": "force", "劝": "urge"}
# 适合全家观看 "suitable for the whole family".
FIT = {"适合": "suitable for", "不适合": "not suitable for", "更适合": "more suitable for", "最适合": "most suitable for", "很适合": "very suitable for", "适宜": "suitable for"}
# 从设计到生产 "from design to production".
FROM, UP_TO = ("从", "自", "由"), ("到", "至")
# 将其放入 "put it into": what stands before the verb is its object. 将 is as often "will", 把 is hardly anything else.
_MOVING: tuple[tuple[str, Mapping[str, str], float], ...] = (("moving", {"将": ""}, 0.6), ("moving", {"把": ""}, -1.4))
# 比预期的好 "better than expected": what was thought of it before.
_THOUGHT = {"预期": "expected", "预计": "expected", "预料": "expected", "预想": "expected", "想象": "imagined", "原计划": "originally planned", "计划": "planned", "平时": "usual", "往常": "usual", "平常": "usual", "以往": "before", "以前": "before", "之前": "before", "过去": "before",
            "从前": "before"}  # fmt: skip
THOUGHT = {f"{zh}{tail}": en for zh, en in _THOUGHT.items() for tail in ("", "的", "中", "中的")}
# A part of speech of its own inside of a phrase: its name, what the word says there, what it costs.
_CLASSES: tuple[tuple[str, Mapping[str, str], float], ...] = (
    ("without", dict.fromkeys(WITHOUT, "without"), 0.1), ("avoid", dict.fromkeys(TO_AVOID, "to avoid"), 0.3), ("no-matter", dict.fromkeys(NO_MATTER, "no matter"), 0.3), ("once", dict.fromkeys(ONCE, "as soon as"), 0.6), ("more-so", {MORE_SO: "more"}, 0.6),
    ("what", WHAT, 0.4), ("which", WHICH, 0.5), ("how-so", dict.fromkeys(HOW_SO, "how"), 0.4), ("how-much", dict.fromkeys(HOW_MUCH, "how"), 0.6), ("only-if", {"只有": "only"}, 0.3),
    ("even", {EVEN: "even"}, 0.3), ("even-so", dict.fromkeys(EVEN_SO, ""), 0.3), ("by-whom", dict.fromkeys(BY_WHOM, "according to"), 0.5), ("telling", dict.fromkeys(TELLING, ""), 0.3), ("in-order", dict.fromkeys(IN_ORDER, "to"), 0.5), ("why", {WHY: "the reason"}, 0.1), ("where-at", WHERE_AT, 0.4), ("self", {ONESELF: "oneself"}, 0.6), ("which-year", WHICH_YEAR, 0.3), ("here", HERE, 0.4), ("compared-with", dict.fromkeys(COMPARED, ""), 0.3), ("enough", ENOUGH, 0.3), ("nth-time", NTH_TIME, 0.3), ("every-time", dict.fromkeys(EVERY_TIME, "every time"), 0.2), ("banning", BANNED, 0.4), ("so", {SO: ""}, 0.3),
    ("making", dict.fromkeys(MAKING, ""), 0.3), ("as-if", dict.fromkeys(AS_IF, "like"), 0.1), ("of-all", OF_ALL, 0.1), ("of-somebody", OF_SOMEBODY, 0.1), *_MOVING, ("following", FOLLOWING, 0.3), (MODAL, {MAYBE: "may", "会": "will", "能": "can", "应": "should", "须": "must"}, 0.5), ("every", dict.fromkeys(EVERY, "every"), 0.3),
    ("for-whom", dict.fromkeys(FOR_WHOM, "for"), 0.6), ("for-whom", {"为": "for"}, 1.3), ("like", dict.fromkeys(LIKE, "like"), 0.6), ("alike", dict.fromkeys(ALIKE, ""), 0.6), ("taking", dict.fromkeys(TAKING, ""), 0.6), ("degree", DEGREES, 0.3),
    ("away", dict.fromkeys(AWAY, "from"), 0.3), ("beyond", {BEYOND: "than"}, 0.3), ("different", {"不同": "", "不一样": ""}, 0.4), ("inclusive", {"在内": ""}, 0.4), ("being", {"为": ""}, 0.3), ("expressing", dict.fromkeys(("表示", "深表", "表示了"), "express"), 0.4), ("beside", {"一边": "", "一面": "", "边": ""}, 0.3), ("made-by", dict.fromkeys(MADE, ""), 0.1), ("related", RELATED, 0.2), ("having", dict.fromkeys(("带", "带有", "配有", "附有", "设有", "装有"), "with"), 0.6), ("living", {"为生": "make a living from {}", "度日": "live on {}"}, 0.3), ("not-as", dict.fromkeys(("不如", "不及", "没有"), ""), 0.6), ("starting", dict.fromkeys(("开始", "起"), ""), 0.2), ("short-of", dict.fromkeys(("没有", "没", "不像"), ""), 0.6), ("so-much", dict.fromkeys(("那么", "这么", "那样", "这样"), ""), 0.6), ("one-of", {ONE_OF: "one of"}, 0.1), ("by-far", dict.fromkeys(BY_FAR, "much"), 0.1), ("a-bit", dict.fromkeys(A_BIT, ""), 0.1), ("passive", {PASSIVE: "be"}, 0.5),
    ("time", dict.fromkeys(IN_CASE, "when"), 0.1), ("among-them", {"其中": "of the"}, 0.1), ("regard", {"方面": "in terms of"}, 0.1), ("due", {"将于": "will", "将在": "will"}, 0.3), ("nothing", dict.fromkeys(NOTHING, "nothing"), 0.3), ("nobody", dict.fromkeys(NO_ONE, "no one"), 0.3),
    ("fit", FIT, 0.6), ("taking-along", TAKING_ALONG, 0.4), ("adv", {"既": "both"}, 0.3), ("adv", dict.fromkeys(("不仅", "不但", "不光", "不只", "不单"), "not only"), 0.4), ("causing", dict.fromkeys(CAUSING, "make"), 0.3), ("light", dict.fromkeys(LIGHT, ""), 0.3), ("outset", dict.fromkeys(FROM, "from"), 0.3),
    ("asking-to", ASKED, 0.6), ("by-agent", dict.fromkeys(("由", "被", "受", "受到", "深受", "备受"), "by"), 0.6), ("with-whom", dict.fromkeys(WITH_WHOM, ""), 0.6), ("as-for", dict.fromkeys(("来说", "来讲", "而言", "说来"), ""), 0.1), ("toward", dict.fromkeys(TOWARDS, ""), 0.6), ("stance", STANCES, 0.3),
)  # fmt: skip


_OF_WORD: dict[str, list[tuple[str, str, float]]] = {}
for _name, _words, _cost in _CLASSES:
    for _word, _english in _words.items():
        _OF_WORD.setdefault(_word, []).append((_name, _english, _cost))


def closed(word: str) -> Sequence[tuple[str, str, float]]:
    """The closed classes that ``word`` belongs to: ``(class, what it says there, cost)``."""
    return _OF_WORD.get(word, ())
