"""What a phrase costs beyond its parts: which of two readings of Chinese words side by side is the likelier one."""

from __future__ import annotations

from pipeline.chinese.closed_classes import BECAUSE, EVER_SINCE, MODAL, NEGATIONS, NOT_YET, OF
from pipeline.chinese.composition.fitted import known_pair
from pipeline.chinese.composition.lattice import IN, Node
from pipeline.chinese.composition.rules import Rule, of_action
from pipeline.chinese.phrases import aspects, belonging, changes, clauses, noun_phrases, prepositional, questions, rendering, subordinate, verb_chains
from pipeline.chinese.phrases.leading_nouns import DONE_TO_IT, WAYS_TAKEN
from pipeline.english.vocabulary.compounds import is_about, is_quality
from pipeline.english.vocabulary.governors import CHANGING, INTRANSITIVE, NEVER_PASSIVE, NOUNS_WITH_TO, TAKE_TO
from pipeline.english.vocabulary.transitivity import has_object, leads_on

# What leads a verb that is no noun.
LED, _LED_GAIN = (MODAL, "passive", "going-on"), 0.9
# What is no reading at all.
_NEVER = 9.0
_LINKING = ("变得", "显得", "看起来", "看上去", "听起来", "觉得", "感到", "感觉", "保持", "变")
_SEEMINGLY = ("好像", "似乎", "仿佛")
_NUMERALS = "0123456789一二三四五六七八九十上〇零"
_GIVING = ("给", "送", "送给", "告诉", "教", "借", "还", "问", "称", "叫", "称为", "让", "使")
_DEVERBAL = ("tion", "sion", "ment", "ing", "ance", "ence")
_OF_JOBS = ("失去", "寻找", "找到", "辞去", "保住", "热爱", "喜欢", "停止", "完成", "开始", "继续", "结束", "放弃", "影响", "投入", "换", "丢", "找")
_ENDING = frozenset(("end", "finish", "close"))
# What one needs, helps or learns may as well be named.
BEGUN = TAKE_TO - {"need", "help", "learn", "expect", "seek", "manage", "aim", "tend"}


def cost(rule: Rule, left: Node, right: Node) -> float:
    """What a phrase of ``left`` and ``right`` by ``rule`` costs: the parts, the rule, and what speaks for another reading."""
    return left.cost + right.cost + rule.cost + _against(rule, left, right)


def _against(rule: Rule, left: Node, right: Node) -> float:
    """How much the two words themselves speak against ``rule``, below zero where they speak for it."""
    make, word, second = rule.make, left.word, right.word
    # 市场会下跌: a verb that is led has its subject before it.
    led = rule.pos == "clause" and right.left is not None and right.left.pos in LED
    # 用自然光拍摄 is something done with light, and hardly with "light shootings".
    # 将继续增长: what takes "to" is followed by a verb, not by its name.
    if make is clauses.by_doing and word is not None and word.zh in (IN, "于", "从", "向", "往", "到", "朝") or make is rendering.among and left.left is not None and left.left.word is not None and left.left.word.zh in BECAUSE:
        # 在筹备 goes on, and 因为他很累 has its clause behind it.
        return 2.0
    if make is prepositional.conjoined and word is not None and word.en in ("as", "in order to"):
        # 随着技术的发展: before a noun it is "with"; 为了纪念: and a purpose is something done.
        return 2.0
    if make is clauses.by_doing and (second is not None or right.left.pos != "verb"):
        # 通过协商 "through negotiation": without an object it is rather a noun.
        return 1.2
    if make is clauses.conditional and (word is None or word.en not in clauses.SUBORDINATING and word.zh not in clauses.PURPOSE):
        # 但降低了成本: "but" needs no subject.
        return 3.0
    if make is subordinate.asked and (left.over or left.left is not None and left.left.word is not None and left.left.word.zh in _SEEMINGLY):
        # 好像看到了什么: what is told as seen is no question.
        return 3.0
    if word is not None and word.zh in _LINKING and left.pos == "verb":
        # 变得困难: how somebody becomes or feels is no object.
        return (-0.8 if make is rendering.kept else 1.0 if right.pos in ("noun", "np") else 0.0)
    if (linking := right.left if right.rule is not None and right.rule.make is rendering.kept else None) and linking.word is not None and linking.word.zh in _LINKING:
        # 生活变得困难: somebody or something becomes so.
        return (-1.2 if make is clauses.told else 0.8 if make in (rendering.noun_verb, verb_chains.verb_verb) else 0.0)
    if make is clauses.when_so and left.rule is not None and left.rule.make is clauses.told and left.right.word is not None and left.right.word.en.partition(" ")[0] in (INTRANSITIVE | CHANGING) - _ENDING:
        # 经济好转之后: what happens of itself is a clause.
        return -0.7
    if word is not None and left.pos == "verb" and word.en in ("teach", "show", "tell") and right.rule is not None and right.rule.make is questions.asked_of and right.left.pos == "pron":
        # 教我们怎么做饭: whom it is taught, rather than how they do it.
        return 1.2
    if make is verb_chains.verb_verb and word is not None and second is not None and verb_chains.is_trip(word, second):
        return -1.2
    if make in (rendering.before_object, rendering.verb_noun) and word is not None and (verb_chains.is_moved(word) or word.zh in verb_chains.GOING_ON_SO or has_object(word.en) and "adv" in dict(word.slots) or verb_chains.is_taken(word) and second is not None and second.zh in _DONE_THEN):
        # 回家吃饭: nobody goes home a meal.
        return 1.5
    if make is rendering.before_object and _last_of(left) in ("去", "来", "到", "前往", "回") and right.rule is not None and right.rule.make is rendering.noun_verb:
        # 去公园散步: one goes there, and does it.
        return 1.6
    if make is rendering.with_object and word is not None and right.rule is not None and right.rule.make is belonging.noun_of and right.right.word is not None and right.right.word.en in NOUNS_WITH_TO and not word.zh.endswith(WAYS_TAKEN if right.right.word.en == "way" else DONE_TO_IT):
        # 改变主意的权利: the right to change one's mind.
        return 3.0
    if make in (rendering.before_object, rendering.with_object) and left.rule is not None and left.rule.make is rendering.before_object and _first_of(left) not in _GIVING:
        # 具有潜力企业: one verb has one object.
        return 1.0
    if make in (rendering.before_object, rendering.with_object, verb_chains.verb_verb, rendering.adjective_verb) and (told := _last_node(left)).over and told.word is not None and ("tense", "past") not in told.word.forms:
        # 考虑的建议: what 的 leads to is no object.
        return 1.5
    if make is verb_chains.verb_verb and "着" in _first_of(left)[1:3] and word is None:
        # 冒着大雨排队: how it is done.
        return -1.0
    if make is belonging.noun_of and second is not None and second.zh == "人" and left.rule is not None and left.rule.make in (rendering.adjective_action, rendering.noun_verb):
        # 长期熬夜的人: who does so.
        return 1.5
    if make is rendering.verb_noun and left.right is not None and left.right.pos == "prep":
        # 笼罩在大雾中: where it is.
        return 2.0
    if make is rendering.noun_verb and right.left is not None and right.left.pos == "verb" and right.right.pos in ("noun", "np", "name"):
        # 女孩寻找父亲: who does it to whom.
        return 0.8
    if make is clauses.relative and second is not None and second.zh in clauses.TOLD_OF:
        return -0.8
    if make is rendering.with_object and right.rule is not None and right.rule.make is belonging.noun_of and right.right.pos == "noun" and _last_of(right.right).endswith(_BODIES) and not _last_of(right.left).endswith(_BODIES) and left.left is None:
        # 生产汽车的公司: who makes them.
        return 0.8
    if make in (rendering.before_object, rendering.with_object) and word is not None and len(word.zh) > 2 and has_object(word.en) and not leads_on(word.en):
        # 降低成本的方法: what has its object takes no other.
        return 1.2
    if make is rendering.verb_noun and word is not None and second is not None and len(word.zh) > 1 and word.zh[-1] in "下上起掉住完" and " " in word.en:
        # 放下筷子: what comes of it is done, and names no kind of thing.
        return 1.5
    if make is rendering.until and word is None and left.rule is not None and left.rule.make is rendering.adverb_verb:
        # 一直工作到深夜: until when it goes on is said first.
        return 1.0
    if make is rendering.kept and word is None and left.right.pos in ("pron", "personal"):
        # 听说他病了: what is heard is a clause.
        return 1.0
    if right.pos in ("noun", "np", "pron", "name") and left.pos == "verb" and rule.pos == "verb" and left.rule is not None and left.rule.make is rendering.swapped:
        # 在门口等你: whom one waits for stands beside the verb.
        return 1.5
    if left.pos == "agented" and second is not None and (has_object(second.en) or second.en.partition(" ")[0] in NEVER_PASSIVE or len(second.zh) == 1 and second.zh in "成为作到给"):
        # 被要求加班: what takes no object is done by nobody.
        return 2.5
    if make in (noun_phrases.noun_noun, rendering.noun_verb) and left.over and word is not None and second is not None and not belonging.says_what_kind(word):
        # 邻居的帮助: whose it is.
        return 0.6
    if right.pos in ("noun", "np", "name") and rule.pos == "verb" and left.left is not None and left.left.pos == MODAL and left.right.pos == "adj":
        # 能够独立思考的学生: to be so takes no object.
        return _NEVER
    if make is clauses.conditional and word is not None and word.zh in BECAUSE and _first_of(right) in ("缺乏", "缺少"):
        return 1.5
    if make is prepositional.because and word is not None and word.zh in BECAUSE and _first_of(right) in ("缺乏", "缺少"):
        # 由于缺乏证据: "due to a lack of evidence".
        return -1.0
    if make is changes.changed_from and (verb := _first_node(right).word) is not None and verb.en not in changes.BECOMES:
        return _NEVER
    if make is clauses.followed and left.rule is not None and left.rule.make is clauses.is_so:
        # 需求进一步萎缩: how something is takes no object.
        return 3.0
    if left.pos == "prep" and word is not None and word.zh == IN and right.rule is not None and right.rule.make in (rendering.noun_verb, rendering.adjective_action):
        # 在公共场所吸烟: where it is done.
        return 3.0
    if make is noun_phrases.number_noun and word is not None and word.zh in belonging.FIRST and right.rule is not None and right.rule.make is belonging.verb_of:
        return 1.5
    if rule.pos == "aspect" and (word is None or word.zh not in aspects.ASPECTS):
        return _NEVER
    if make is belonging.such_a and (second is None or not second.en.startswith(("a ", "an "))):
        # 最后一丝希望: "the last glimmer of hope".
        return _NEVER if rule.cost > 0.4 else 0.0
    if rule.pos == "efforts-to" and not _is_purpose(left):
        return _NEVER
    if make is subordinate.without and right.rule is not None and (right.rule.nominal or right.rule.make is rendering.verb_noun):
        # 如果没有找到匹配项: what is not done is no thing.
        return 2.5
    if rule.pos == MODAL and left.pos == "adv" and right.pos == MODAL and " " in (word.en if word is not None else "a b"):
        # 服药后可能会头晕: what is said so long stands behind the verb.
        return 1.5
    if (right.pos in ("noun", "np", "name") or make is verb_chains.verb_verb) and rule.pos == "verb" and (inner := _led_to(left)).rule is not None and inner.rule.make is rendering.adverb_verb and (inner.left.word is None or rendering.stands_behind(inner.left.word.en) or inner.left.word.en in ("again", "anew")):
        # 明年推出三款新车: the object stands beside the verb.
        return 1.2
    if right.pos in ("noun", "np") and left.rule is not None and left.pos == "verb" and left.right.word is not None and left.right.word.zh in ("此", "这", "那", "其"):
        # 运行此命令: it points to what follows.
        return 1.5
    if rule.nominal and right.over and second is not None and second.pos == "verb":
        # 后门跑了, 长期熬夜的: what is over, or tells of what follows, is no name.
        return 3.0
    if rule.nominal and left.left is not None and left.left.word is not None and left.left.word.zh in (*NEGATIONS, *NOT_YET, *EVER_SINCE):
        # 还没有完全康复: what is denied is no name of anything.
        return 1.5
    # 继续调整价格: what one continues, begins or refuses is done.
    taken = 0.0
    if make is verb_chains.verb_verb and word is not None and verb_chains.takes_verb(word):
        taken = -1.0 if word.en in BEGUN else -0.6
    action = taken + (1.0 if left.pos == "prep" and right.rule is not None and right.rule.nominal else 0.0)
    # 消费者信心的下降 is what 消费者信心 does: 的 binds less than what stands side by side.
    # 城市化进程 is hardly an urbanized process.
    action += 0.5 if make is noun_phrases.described and left.pos == "adj" and word is not None and len(word.zh) > 2 and word.zh.endswith("化") else 0.0
    if word is not None and (make is rendering.so_often and not word.zh.endswith("次") or make is rendering.adverb_adjective and word.zh.endswith("次")):
        # 三次尝试 are counted, and 两次重要考试 are not "twice important".
        return 3.0
    if make is rendering.adjective_verb and left.over and word is not None and word.zh[-1:] != "地":
        # 极强的适应能力: how something is done has 地 behind it, and no 的.
        return 1.2
    if left.pos == "dated" and (right.link == OF or right.left is not None and right.left.pos == "verb"):
        # 去年推出的产品: when is said of what was done.
        return 3.0
    if make is rendering.adjective_action and second is None and right.right is not None and right.right.pos in ("noun", "np", "name"):
        # 新的治疗方法: a new method, and no new treating of methods.
        return 0.8
    if word is not None and left.pos == "adj" and word.zh[-1] in "年月代纪份" and word.zh[0] in _NUMERALS and (make in (rendering.adjective_verb, rendering.adjective_action) or make is noun_phrases.described and right.rule is not None and right.rule.make is belonging.verb_of):
        # 五月出发: a time is no manner.
        return 2.0
    if make is rendering.adjective_action and word is not None and word.zh in belonging.FIRST:
        return 2.0
    if make is noun_phrases.described and word is not None and left.pos == "adj" and not left.over and right.rule is not None and right.rule.make is belonging.verb_of:
        # 快速变化的市场: it says how it changes.
        return 1.0
    if make is noun_phrases.described and word is not None and word.zh in belonging.FIRST and right.rule is not None and right.rule.make is belonging.verb_of:
        # 最早进入中国的公司: the first to enter, and no early company.
        return 1.5
    if make is belonging.noun_of and left.rule is not None and left.rule.make is noun_phrases.noun_noun and left.left.word is not None and left.left.word.en.endswith(_DEVERBAL) and second is not None and second.en in NOUNS_WITH_TO:
        # 发展旅游业的计划: what is done with it.
        return 1.0
    if make in (belonging.noun_of, noun_phrases.noun_noun) and left.rule is not None and left.rule.make in (rendering.adjective_action, noun_phrases.described) and (make is belonging.noun_of or left.right.over) and of_itself(left.right) and not (second is not None and belonging.is_of_something(second)):
        # 快速变化的市场: how it changes.
        return 1.5
    if make is rendering.plain and left.pos == "noun" and second is not None and right.pos == "pp" and "noun" in dict(second.slots):
        # 原材料短缺: "a shortage of raw materials", rather than materials in short supply.
        return 2.2
    if right.pos == "head" and second is not None and second.zh == "工作" and left.pos == "verb" and word is not None and word.zh in _OF_JOBS:
        # 失去工作的工人: a job is lost.
        return 1.5
    if right.pos == "head" and left.over and left.pos == "noun":
        # 朋友的车 is a car of theirs, and no kind of vehicle.
        return 1.0
    if make is noun_phrases.described and word is not None and not left.over and second is not None and len(word.zh) > 1 and is_about(second.en) and is_quality(word.en) and "noun" in dict(word.slots):
        # 失业风险: "unemployment risk".
        return 0.6
    if make is rendering.swapped and left.left is not None and left.left.word is not None and left.left.word.zh == "为" and left.left.word.en == "as":
        # 为小企业设计 is for them.
        return 1.5
    if make is rendering.noun_verb and second is not None and second.zh in (*_LINKING, "表示"):
        return 2.0
    if make is noun_phrases.described and left.pos == "pp" and (word is None or leads_on(word.en)):
        # 在建项目: a word alone describes so; 随着技术 does not.
        return 4.0
    if rule.pos == "done-by" and (second is None or second.zh not in clauses.OF_SOMEBODY):
        return _NEVER
    if left.pos == "noun" and second is not None and second.zh in clauses.OF_SOMEBODY:
        # 供应商提供的数据: who does it stands before.
        action += 0.8 if make is rendering.noun_verb else -0.8 if make is clauses.told else 0.0
    # 疫情期间 is when something is, and hardly a period of it.
    action += 0.8 if make is noun_phrases.noun_noun and (OF in (left.link, right.link) or second is not None and second.zh in ("期间", "内部", "附近", "周围")) else 0.0
    action += known_pair(rule, left, right)
    return action - (_LED_GAIN if led else 0.0) + (of_action(rule, second, word) if left.pos == "verb" else 0.0)


def of_itself(node: Node) -> bool:
    """True for a verb that nobody does to anything."""
    return node.word is not None and (node.word.zh in belonging.BECOMING or node.word.en.partition(" ")[0] in INTRANSITIVE | CHANGING)


def _first_node(node: Node) -> Node:
    """The word that a phrase begins with."""
    while node.word is None:
        node = node.left
    return node


def _last_node(node: Node) -> Node:
    """The word that a phrase ends with."""
    while node.word is None:
        node = node.right
    return node


def _last_of(node: Node) -> str:
    word = _last_node(node).word
    return word.zh if word is not None else ""


_DONE_THEN = frozenset("调查 整顿 治疗 审查 观察 维修 维护 检查 抢救 整改 检修 装修 反省 鉴定 问话 处理 接受 检测 休养 研究".split())
_BODIES = ("企业", "公司", "机构", "银行", "工厂", "厂商", "组织", "品牌", "团队", "国家", "人", "者", "员", "员工", "学生", "家庭", "专家", "医生", "工人", "农民", "客户", "用户", "男子", "女子", "男人", "女人", "孩子", "朋友", "地区", "城市", "行业")


def _is_purpose(node: Node) -> bool:
    return node.rule is not None and _first_of(node) in clauses.PURPOSE


def _first_of(node: Node) -> str:
    word = _first_node(node).word
    return word.zh if word is not None else ""


def _led_to(node: Node) -> Node:
    """The verb that 计划 or 可以 leads to."""
    inner = node
    while inner.rule is not None and inner.rule.make is verb_chains.verb_verb:
        inner = inner.right
    return inner
