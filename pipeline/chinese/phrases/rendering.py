"""The English of two Chinese words side by side: a function for each way in which they can belong together."""

from __future__ import annotations

import re
from collections.abc import Callable

from pipeline.chinese import bound
from pipeline.chinese.closed_classes import NEGATIONS
from pipeline.chinese.collocations import article_with
from pipeline.chinese.phrases import changes
from pipeline.chinese.phrases.body import GOING, is_holding, own_part, own_thing
from pipeline.chinese.phrases.noun_phrases import NO_ARTICLE, WAYS, WELL_KNOWN, attribute, bare_plural
from pipeline.chinese.phrases.object_places import around_object
from pipeline.english.inflection import forms
from pipeline.english.sentence.people import FAMILY
from pipeline.english.slots.scene import as_told
from pipeline.english.vocabulary import words
from pipeline.english.vocabulary.heads import head_of
from pipeline.english.vocabulary.times import is_time
from pipeline.english.vocabulary.transitivity import has_object
from pipeline.english.wording.articles import is_one_thing, is_the_one, one, the
from pipeline.english.wording.modal_phrases import MODALS
from pipeline.english.wording.noun_number import PERSONS
from pipeline.english.wording.realise import OBJECTS
from pipeline.english.wording.verb_wordings import WITH_OBJECT
from pipeline.lexicon.termbase import Term


def form(verb: Term, name: str) -> str:
    """The -ing form or the participle, of a phrase its own."""
    return dict(verb.forms).get(name) or (forms.gerund(verb.en) if name == "ing" else forms.participle(verb.en))


def when(v: Term, time: Term) -> str:
    """拍摄时: "when shooting"."""
    if v.en.startswith("have no ") and time.zh.endswith("情况下"):
        return f"without {v.en.removeprefix('have no ')}"
    return f"{time.en} {form(v, 'ing')}"


def during(n: Term, time: Term) -> str:
    """期间 and 时 behind a noun: "during the match"."""
    if n.zh.endswith("结束") and time.en == "after" and " " in n.en:
        # 比赛结束后: "after the match".
        return f"after the {n.en.rpartition(' ')[0].removeprefix('the ')}"
    if time.zh.endswith("情况下"):
        return f"in the case of {bare_plural(n)}"
    when = "during" if time.en == "when" else time.en
    # 周五前: a day or a month has no article.
    return f"{when} {n.en}" if n.en.isalpha() and n.en[:1].isupper() else f"{when} the {n.en.removeprefix('the ')}"


def plain(a: Term, b: Term) -> str:
    """Side by side."""
    return f"{a.en} {b.en}"


def with_object(v: Term, n: Term) -> str | Term:
    """A verb with its object, which it may hold already: "tell the story of" + "the story of three women"."""
    if v.en == "have no" and n.en.startswith("enough "):
        # 没有足够的时间: "do not have enough time".
        own = (("s3", f"does not have {n.en}"), ("plain", f"do not have {n.en}"), ("past", f"did not have {n.en}"), ("done", f"not had {n.en}"), ("ing", f"not having {n.en}"))
        return Term("", f"not have {n.en}", "verb", forms=own)
    parts = v.en.split(" ")
    for start in range(1, len(parts) - 1):
        if n.en.startswith(" ".join(parts[start:]) + " "):
            return f"{' '.join(parts[:start])} {n.en}"
    return around_object(v.en, n.en) if v.pos == "verb" else f"{v.en} {n.en}"


def swapped(a: Term, b: Term) -> str:
    """The other way round; one preposition is enough."""
    if b.en.endswith(f" {a.en.partition(' ')[0]}") and words.guess(a.en.partition(" ")[0])[:1] == "P":
        # 与陌生人打交道: "deal with strangers".
        return f"{b.en} {a.en.partition(' ')[2]}"
    return behind_verb(b.en, a.en) if b.pos == "verb" else f"{b.en} {a.en}"


def until(v: Term, time: Term) -> str:
    """聊到天亮: "talk until dawn"."""
    first, _, last = v.en.rpartition(" ")
    return f"{first if first and words.guess(last)[:1] == 'P' and last not in ('in', 'up', 'out', 'on') else v.en} {time.en}"


_TOWARDS_PLACES = ("到", "至", "入", "进", "往", "在", "去", "来", "回", "回到", "前往", "向", "朝", "出", "过")


_OCCASIONS = ("会议", "比赛", "婚礼", "葬礼", "仪式", "典礼", "航班", "演出", "音乐会", "聚会", "派对", "发布会", "论坛", "峰会", "大会", "晚会", "决赛", "面试", "谈判")


_ON_WHAT_IS_THERE = ("打开", "关上", "关掉", "启动", "重启", "推开", "拉开", "锁上", "按下", "点击", "拔掉", "插上", "放下", "拿起", "挂断", "接通", "断开", "关机", "停下", "熄灭", "点亮", "拉上", "擦干净", "收拾", "打扫")
_DEVICES = frozenset("computer phone device program application app server browser system software machine router printer engine car motor button switch service website page file window terminal television fan heater oven camera light lamp".split())
_NO_FAMILY = ("有", "没有", "是", "当", "做", "成为", "像", "变成", "称为", "叫", "缺少", "没", "属于")


def before_object(a: Term, n: Term) -> str:
    """A verb or a preposition with its object."""
    if a.pos == "verb" and n.pos == "noun" and n.zh.endswith(_OCCASIONS) and is_one_thing(n) and not a.en.endswith(" no"):
        # 取消会议: there is one that is meant.
        return around_object(a.en, the(n.en))
    if a.pos == "verb" and n.pos == "noun" and (whose := own_thing(a.zh, n.zh))[0]:
        return around_object(a.en, whose[0] + (bare_plural(n) if whose[1] else n.en))
    if a.pos == "verb" and n.pos == "noun" and a.zh.endswith(_ON_WHAT_IS_THERE) and is_one_thing(n) and (n.en in _DEVICES or as_told(n.en).startswith("the ")):
        # 重新启动电脑: "restart the computer".
        return around_object(a.en, the(n.en))
    if a.pos == "verb" and n.pos == "noun" and n.en in FAMILY and a.zh not in _NO_FAMILY and n.zh not in ("家庭", "家族"):
        # 寻找父亲: "look for one's father".
        return around_object(a.en, f"one's {n.en}")
    if a.pos == "verb" and (own := own_part(a.zh, n.zh)):
        return f"{a.en} {own}"
    if a.pos == "verb" and n.pos == "noun" and is_holding(a.zh, GOING in a.forms) and is_one_thing(n):
        # 推着婴儿车: "pushing a stroller".
        return around_object(a.en, one(n.en))
    if a.zh.endswith(_TOWARDS_PLACES) and words.guess(a.en.rpartition(" ")[2])[:1] in tuple("PT") and a.pos == "verb" and n.pos == "noun" and n.countable not in ("no", "plural") and n.en not in NO_ARTICLE and not forms.is_plural(n.en) and words.countable(n.en.rsplit(" ", 1)[-1]) is not False:
        # 推送到仓库: where something gets to is one place.
        return f"{a.en} the {n.en}"
    if a.pos == "verb" and n.pos == "noun" and is_the_one(n.zh, n.en) and is_one_thing(n) and not n.en.startswith("the "):
        # 迈出第一步: "take the first step".
        return around_object(a.en, the(n.en))
    what = n.en if a.en.endswith(" no") else bare_plural(n)
    if a.pos == "verb" and n.pos == "noun" and is_one_thing(n) and " " not in n.en and article_with(a.en.partition(" ")[0], n.en) == "the":
        # 提前完成任务 "complete the task ahead of schedule".
        what = the(n.en)
    return around_object(a.en, what) if a.pos == "verb" else f"{a.en} {what}"


# How something is done, and what is done is.
_WHERE = ("online", "offline", "overseas", "nationwide", "worldwide", "outdoors", "indoors")


# What takes an object, and names no kind of thing.
_ALWAYS_TO_SOMETHING = frozenset("加快 加速 加强 加大 提高 提升 降低 扩大 促进 推动 推进 改善 解决 实现 增加 减少 优化 完善 减轻 缓解 打破 确保 保证 避免 防止 带动 拉动 引发 导致 造成 深化 落实 坚持 保持 维持 维护 抓住 把握 面临 面对 应对 克服 放宽 取消 恢复 改变 满足".split())


def verb_noun(v: Term, n: Term) -> str:
    """微调指南: what is done names the kind of thing; 没有理由: there is none of it."""
    if v.en.endswith(" no"):
        return f"no {n.en}"
    own = dict(v.slots)
    verb, _, where = v.en.partition(" ")
    if where and (done := around_object(form(v, "ing"), bare_plural(n))) != f"{form(v, 'ing')} {bare_plural(n)}":
        # 严格控制成本: "strictly controlling costs".
        return done
    if where in ("hard", "well", "together"):
        # 拼搏精神: "fighting spirit".
        return f"{forms.gerund(verb)} {n.en}"
    if where in _WHERE:
        # 网上购物平台: "online shopping platform".
        return f"{where} {forms.gerund(verb)} {n.en}"
    if n.zh.endswith(PERSONS) and own.get("attr", "") == form(v, "done"):
        # 退役运动员: who has done it, "retired athletes".
        return f"{own['attr']} {n.en}"
    if v.zh in _ALWAYS_TO_SOMETHING:
        # 加快海外布局: "accelerating overseas expansion".
        return f"{form(v, 'ing')} {bare_plural(n)}"
    if n.zh in ("风险", "危险", "可能性") and not v.en.endswith(" no"):
        # 患病风险: "the risk of illness".
        return f"the {n.en} of {own.get('noun') or form(v, 'ing')}"
    if n.zh == "程度":
        # 参与程度: "degree of participation".
        return f"degree of {own.get('noun') or form(v, 'ing')}"
    if n.en in WAYS:
        # 合作方式: "way of cooperation".
        return f"{n.en} of {own.get('noun') or form(v, 'ing')}"
    kind = own.get("noun") or own.get("attr") or form(v, "ing")
    act = kind.rpartition(" ")[2]
    if act.endswith("ing") and n.en == bound.agent(Term("", forms.bare(act), "verb"), n):
        # 代课老师: "substitute teacher", who does the teaching.
        return f"{kind.removesuffix(act)}{n.en}"
    return f"{kind} {n.en}"


def noun_verb(n: Term, v: Term) -> str | Term:
    """商业进化: the verb as a noun; 成本上升 "rising costs", but "the cost increase"."""
    named = dict(v.slots).get("noun", "")
    if (changing := changes.changing(n, v.en, bare_plural(n))):
        return Term("", changing, "noun", slots=(("named", f"{attribute(n)} {named}"),) if named else (), countable=n.countable)
    if n.en.startswith("the ") and named and head_of(n.en) != n.en:
        # 门店数量增长: "growth in the number of stores".
        return f"{named} in {n.en}"
    if change := changes.change_in(n, named, bare_plural(n)):
        return change
    return f"{attribute(n)} {dict(v.slots).get('noun') or form(v, 'ing')}"


def adjective_verb(a: Term, v: Term) -> str:
    """全面推进 "comprehensively advance"; 手工打造 "build by hand"."""
    how = dict(a.slots).get("adv") or forms.adverb(a.en)
    if is_manner_of(how, v.en):
        return behind_verb(v.en, how)
    if v.en.startswith("be ") and " in " not in f" {how} ":
        # 更容易受骗: "be more easily cheated".
        return f"be {how} {v.en[3:]}"
    return f"{v.en} {how}" if " " in how else f"{how} {v.en}"


def adjective_action(a: Term, v: Term) -> str:
    """无线充电: the action as a noun, "wireless charging"; 市场上唯一的选择 "only choice on the market"."""
    first, _, where = a.en.partition(" ")
    if first == "only" and where:
        return f"{first} {dict(v.slots).get('noun') or form(v, 'ing')} {where}"
    return f"{attribute(a)} {dict(v.slots).get('noun') or form(v, 'ing')}"


_PLACES = ("here", "there", "elsewhere", "abroad", "outside", "inside", "upstairs", "downstairs", "nearby", "outdoors", "indoors", "online", "early", "together")


# "3-1", "in two steps".
_SCORED = re.compile(r"\d+-\d+|in (?:two|three|four|five|six|several) (?:steps|stages|batches|installments|categories|levels|parts)")


def stands_behind(adverb: str) -> bool:
    """True for what stands behind the verb and its object: "next year", "here", "at six every morning"."""
    return adverb in _PLACES or is_time(adverb) or adverb.startswith("at ") or _SCORED.match(adverb) is not None


_AND_ALSO = re.compile(r" and (?:(?:can|will|must|may) )?(?:also|still|even) ")
_SEEMS = ("好像", "似乎", "貌似", "看似")


_A_LITTLE_MORE = ("慢点", "快点", "早点", "晚点", "轻点", "小声点", "大声点", "小心点", "认真点")


def adverb_verb(d: Term, v: Term) -> str:
    """How something is done, where English says it."""
    if d.zh == "不" and ("tense", "past") in v.forms:
        # 不涨了: "no longer rise".
        return f"no longer {v.en}"
    if d.en == "not only":
        # 不仅会唱歌还会跳舞: "can not only sing but also dance".
        v = Term(v.zh, _AND_ALSO.sub(" but also ", v.en), v.pos, forms=tuple((name, _AND_ALSO.sub(" but also ", said)) for name, said in v.forms))
    if d.zh in ("再", "多") and v.en.endswith((" for a while", " for a moment")):
        # 再等一会儿: "wait a little longer".
        return f"{v.en.rpartition(' for a ')[0]} a little longer"
    if d.zh in NEGATIONS:
        return f"not {v.en}"
    if d.zh in ("互相", "相互", "彼此", "互") and not has_object(v.en) and not v.en.startswith(("be ", "can")):
        # 互相抢: "grab each other".
        return f"{v.en} each other"
    if d.zh in ("都", "均", "全都") or d.zh == "一直" and " until " in v.en:
        return v.en
    if d.zh.removesuffix("儿") in _A_LITTLE_MORE and d.en.partition(" ")[0] not in ("a", "hurry"):
        # 慢点说: "speak slowly".
        return f"{v.en} {d.en}"
    if d.en in ("more", "less"):
        # 更注重健康: "focus more on health".
        first, _, rest = v.en.partition(" ")
        return f"{first} {d.en} {rest}".rstrip()
    if d.zh in _SEEMS and v.pos == "verb":
        # 好像被偷了: "seem to have been stolen".
        return f"seem to have {form(v, 'done')}" if ("tense", "past") in v.forms else f"seem to {v.en}"
    helper, _, rest = v.en.partition(" ")
    if v.en.startswith("be about to ") and d.en in ("soon", "immediately", "about", "very soon"):
        return v.en
    if helper in MODALS and helper != "do" and (" " not in d.en or d.en == "not only"):
        # 还会弹钢琴: "will also play the piano".
        return f"{helper} {'also' if d.zh == '还' else d.en} {rest}".rstrip()
    if d.en in ("again", "anew") and v.en.isalpha() and words.zipf(f"re{v.en}") > 0:
        return f"re{'-' if v.en[0] == 'e' else ''}{v.en}"
    if d.en in ("again", "anew"):
        # 重新登录: "log in again"; 再提起 with its object to come: "again mention".
        return f"{v.en} {d.en}" if " " in v.en else f"{d.en} {v.en}"
    if d.en == "have never":
        # 从来没想过: "have never thought of".
        return f"have never {rest if helper == 'have' and rest else form(v, 'done')}"
    if d.en.startswith("never"):
        # 再也没见过: "have never again seen"; 再也没回来: "never again come back".
        return f"have {d.en} {rest}" if helper == "have" and rest else f"{d.en} {v.en}"
    if stands_behind(d.en):
        # 在此停车: "park here"; 昨天见到: "see yesterday".
        return f"{v.en} {d.en}"
    if is_manner_of(d.en, v.en):
        return behind_verb(v.en, d.en)
    if " " not in d.en and v.en.startswith("be "):
        return f"be {d.en} {v.en[3:]}"
    if " " not in d.en or d.en in _BEFORE_VERB:
        return f"{d.en} {v.en}"
    if (WITH_OBJECT in v.forms or has_object(v.en)) and " " in d.en:
        # 按时吃药 "take medicine on time".
        return f"{v.en} {d.en}"
    short = next((also for also in d.also if also.endswith("ly") and words.guess(also)[:1] == "r"), "")
    if short and not v.en.startswith("be "):
        # 首次突破 leaves its object behind: "first exceeds", not "exceeds for the first time".
        return f"{short} {v.en}"
    if inside := _LED_ON.fullmatch(v.en):
        # 手牵手走过: "walk hand in hand through".
        return f"{inside[1]} {d.en}{inside[2]}"
    # 全力配合 "cooperate with full effort": one preposition, though each of the two has its own.
    rest, _, last = v.en.rpartition(" ")
    return f"{rest if rest and words.guess(last)[:1] == 'P' and words.guess(d.en.split(' ')[0])[:1] == 'P' else v.en} {d.en}"


# What one does in some manner, which English says behind it.
_SO_DONE = frozenset("speak talk live sleep walk run sit stand eat drink work breathe cry laugh smile drive sing dance wait listen think act behave respond answer react shout fly chat play study knock nod".split())
_IN_THAT_MANNER = frozenset(
    "loudly quietly softly silently slowly quickly carefully calmly peacefully happily sadly comfortably directly openly properly normally independently freely safely steadily heavily deeply soundly badly differently politely patiently "
    "attentively honestly separately rationally seriously gently nervously bravely responsibly cautiously regularly violently rapidly sharply smoothly".split()
)
_LED_ON = re.compile(r"([a-z]+)((?: (?:out|up|away|back|down))? (?:of|to|with|for|through|into|at|from|across|past))")


def is_manner_of(how: str, verb: str) -> bool:
    """True for "loudly" of "speak", "alone" of "live": it stands behind the verb."""
    return how in ("alone", "alive", "together", "aloud") and not verb.startswith(("be ", "can", "have ")) or how in _IN_THAT_MANNER and verb in _SO_DONE


def behind_verb(verb: str, how: str) -> str:
    """ "speak loudly"; 活着走出: "walk alive out of"."""
    inside = _LED_ON.fullmatch(verb)
    return f"{inside[1]} {how}{inside[2]}" if inside else f"{verb} {how}"


# Adverbs of several words that still stand before their verb.
_BEFORE_VERB = ("do not", "no longer", "not only", "not yet", "once again", "hardly ever", "far from")


def adverb_adjective(d: Term, a: Term) -> str:
    """How much of it: "very large", "the largest"."""
    degree = bound.superlative(d, a)
    if degree:
        return degree
    if d.zh == "那么":
        return f"so {a.en}"
    if d.zh[:1] in ("略", "稍") and len(a.zh) == 1 and a.en.isalpha() and not a.en.endswith("er"):
        # 略低: "slightly lower".
        return f"{d.en} {forms.comparative(a.en)}"
    return f"not {a.en}" if d.zh in NEGATIONS else f"{d.en} {a.en}"


def moving(_: Term, felt: Term) -> str:
    """令人 + 失望, 吃惊: what makes one feel so, "disappointing", "surprising"."""
    feeling = dict(felt.slots).get("adj") or dict(felt.slots).get("attr") or (forms.participle(felt.en) if felt.pos == "verb" else felt.en)
    if feeling.isalpha() and feeling.endswith("ed"):
        stem = feeling.removesuffix("ed")
        cause = stem.removesuffix("i") + "ying" if stem.endswith("i") else stem + "ing"
        if words.zipf(cause) > 0:
            return cause
    if felt.pos == "adj" and not feeling.endswith("ed"):
        return felt.en
    verb = forms.gerund(felt.en)
    if felt.pos == "verb" and words.tags(verb)[:1] == "j":
        return verb
    return f"that makes one {felt.en}"


def so_often(times: Term, v: Term) -> str:
    """三次尝试 "three attempts"."""
    noun = dict(v.slots).get("noun") or form(v, "ing")
    return f"{times.en} {noun if words.countable(noun.rpartition(' ')[2]) is False or times.en in ('one', 'a', 'every', 'each', 'this', 'that') else forms.plural(noun)}"


def be_form(subject: Term) -> str:
    """ "am", "are" or "is", as ``subject`` asks."""
    if subject.en.lower() == "i":
        return "am"
    several = subject.en.lower() in ("you", "we", "they", "these", "those") or forms.is_plural(bare_plural(subject)) and subject.pos == "noun"
    return "are" if several else "is"


def equated(a: Term, adverb: str, b: Term) -> str:
    """A 是 B."""
    verb = be_form(a)
    if b.en in ("who", "what", "which", "where"):
        return f"{b.en} {verb} {a.en}"
    said = b.en
    if b.pos == "noun" and b.countable not in ("no", "plural") and words.countable(b.en.rsplit(" ", 1)[-1]) is not False:
        said = bare_plural(b) if verb == "are" else f"{forms.article(b.en)} {b.en}"
    return " ".join(filter(None, (bare_plural(a), verb, adverb, said)))


def going_on(_: Term, v: Term) -> str:
    """正在: what goes on."""
    return f"be {form(v, 'ing')}"


def subject_verb(s: Term, v: Term) -> str:
    """Who does it."""
    if v.en.startswith("be "):
        return f"{bare_plural(s)} {be_form(s)} {v.en.removeprefix('be ')}"
    if ("tense", "past") in v.forms:
        # 利润下降了 "profits declined".
        return f"{bare_plural(s)} {dict(v.forms).get('past') or forms.past(v.en)}"
    plural = s.en.lower() in ("i", "you", "we", "they") or (s.pos == "noun" and s.countable != "no")
    own = dict(v.forms)
    return f"{bare_plural(s)} {own.get('plain', v.en) if plural else own.get('s3') or forms.third_person(v.en)}"


# After these one gives "to" somebody, after others one does it "for" somebody.
_TO_WHOM = frozenset("send give deliver explain write introduce recommend bring provide apologize apologise pay show report offer lend sell hand pass speak talk teach return feed".split())


def for_whom(whom: Term, v: Term) -> str:
    """给平台打工 "work for the platform", 给客户发邮件 "send e-mails to customers"."""
    if v.en in ("provide", "supply"):
        # 为穷人提供: what they are provided with follows.
        return f"{v.en} {whom.en} with"
    if whom.zh[0] == "给" and v.en in ("buy", "make", "cook", "bring", "give", "send", "show", "offer", "lend", "teach", "hand", "find", "write"):
        # 给妻子买了 a ring: what it is follows.
        return f"{v.en} {whom.en}"
    return f"{v.en} {'to' if whom.zh[0] == '给' and v.en.partition(' ')[0] in _TO_WHOM else 'for'} {whom.en}"


def whom(_: Term, n: Term) -> str:
    """For whom, or whom, it is done."""
    if n.pos == "noun" and n.en in FAMILY:
        return f"one's {n.en}"
    if n.pos == "noun" and n.zh in WELL_KNOWN and is_one_thing(n):
        # 被老板骂: "scolded by the boss".
        return f"the {n.en}"
    return OBJECTS.get(n.en.lower(), n.en) if n.pos == "pron" else bare_plural(n)


def moved(thing: Term, v: Term) -> str:
    """将其放入: "put it into"."""
    if v.zh.endswith("给") and not v.en.endswith((" to", " for", " with")) and v.en != "give":
        # 把钥匙递给: "hand the key to".
        return f"{v.en} {thing.en} to"
    first, _, rest = v.en.partition(" ")
    if first == "be" and forms.participle(forms.bare(rest.partition(" ")[0])) == rest.partition(" ")[0]:
        # 把书放在 "place books in", though 放在 alone is "be placed in".
        first, rest = forms.bare(rest.partition(" ")[0]), rest.partition(" ")[2]
        return f"{first} {thing.en} {rest}".rstrip()
    return f"{first} {thing.en} {rest}" if rest and (words.guess(rest.rpartition(" ")[2])[:1] in tuple("PT") or words.guess(rest.partition(" ")[0])[:1] == "P" and v.zh[1:2] in "在到进入回上") else f"{v.en} {thing.en}"


def how_done(v: Term, how: Term) -> str:
    """走得更快: "walk faster", the adverb of the adjective; a comparative stays one."""
    first, _, last = how.en.rpartition(" ")
    if v.en == "say":
        # 说得太快: "speak too fast".
        v = Term(v.zh, "speak", "verb")
    adverb = how.en if how.pos == "adv" or how.en.endswith(("er", "better", "worse")) else f"{first} {forms.adverb(last)}".strip()
    return f"{v.en} {adverb}"


def like(_: Term, n: Term) -> str:
    """像电脑 "like a computer", 像朋友们 "like friends"."""
    counted = n.pos == "noun" and n.countable not in ("no", "plural") and words.countable(n.en.rsplit(" ", 1)[-1]) is not False and not forms.is_plural(n.en)
    return f"like {forms.article(n.en)} {n.en}" if counted else f"like {OBJECTS.get(n.en.lower(), n.en)}"


def compared(than: Term, a: Term) -> str:
    """比去年好, 比去年更好: "better than last year"."""
    return f"{a.en if a.zh.startswith(('更', '还')) or a.en.startswith(('much ', 'a little ')) or a.en.endswith(('better', 'worse')) or a.en.endswith('er') and ' ' not in a.en else forms.comparative(a.en)} {than.en}"


def from_view(who: Term, _: Term) -> str:
    """年轻人来说: "for young people"."""
    return f"for {whom(who, who)}"


# What something turns; it becomes anything else.
_TURNED = frozenset("sour bad cold cool warm red yellow green blue black white gray grey brown pale pink purple golden dark".split())


_UTMOST = {"最低": "a minimum", "最小": "a minimum", "最少": "a minimum", "最高": "the maximum", "最大": "the maximum"}


def kept(v: Term, a: Term) -> str:
    """保持冷静: "remain calm", 变酸 "turn sour"."""
    if v.zh in ("变", "变得"):
        return f"{'turn' if a.en in _TURNED else 'become'} {a.en}"
    if v.en.endswith(" to") and a.zh.startswith("最"):
        # 压到最低: "cut to a minimum".
        return f"{v.en} {_UTMOST.get(a.zh, 'the ' + a.en)}"
    return f"{'remain' if v.en in ('maintain', 'keep') else v.en} {a.en}"


def among(where: Term, a: Term) -> str:
    """世界上最高 "the world's tallest"; 网上流行 "popular on the web"."""
    return f"{where.en.partition(' ')[2]}'s {a.en}" if a.zh.startswith("最") else f"{a.en} {where.en}"


def joined_nouns(link: str) -> Callable[[Term, Term], str | Term]:
    """Two nouns with ``link`` between them."""


    def joined(a: Term, b: Term) -> str | Term:
        en, kinds = f"{bare_plural(a)} {link} {bare_plural(b)}", (attribute(a), attribute(b))
        # 古代和现代艺术: "ancient and modern art".
        return Term("", en, "noun", slots=(("attr", f"{kinds[0]} {link} {kinds[1]}"),), countable="plural") if kinds[0] != a.en and kinds[1] != b.en else en

    return joined
