"""The English of a clause and of what stands around it: who does it, when, on which condition, what is made to happen.

A clause is a Term whose ``past`` form is the whole of it in the past, so that it takes the tense of the sentence that it stands in.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from pipeline.chinese.phrases.noun_phrases import WELL_KNOWN, bare_plural
from pipeline.chinese.phrases.object_places import around_object
from pipeline.chinese.phrases.rendering import form, whom
from pipeline.chinese.phrases.verb_chains import is_modal
from pipeline.english.inflection import forms
from pipeline.english.sentence.people import MEN, WOMEN, names_person
from pipeline.english.vocabulary import words
from pipeline.english.vocabulary.governors import DONE_TO_THINGS, INTRANSITIVE, WITH_OBJECT_ONLY
from pipeline.english.vocabulary.heads import head_of
from pipeline.english.vocabulary.times import is_time
from pipeline.english.wording.noun_number import PERSONS
from pipeline.english.wording.realise import OBJECTS
from pipeline.english.wording.verb_wordings import WITH_OBJECT
from pipeline.lexicon.termbase import Term

# Who does it is told by the English: the same clause of several, and of several in the past.
_NOW, _ABLE, _DOING = "now", "able", "doing"
OF_SEVERAL, OF_SEVERAL_PAST = "they", "they past"
_TENSED = ("s3", "plain", "past", "done", "ing", "active", "active past", _NOW, _ABLE, _DOING, OF_SEVERAL, OF_SEVERAL_PAST)
_OVER = ("tense", "past")
_MODAL_PASTS = {"can": "could", "cannot": "could not", "will": "will", "may": "might", "must": "had to", "do": "did", "does": "did", "am": "was", "is": "was", "are": "were"}
# 下雨 is a clause of its own: "it rains".
WEATHER = {"下雨": "rain", "下雪": "snow", "打雷": "thunder", "下大雨": "rain heavily", "下大雪": "snow heavily", "刮风": "be windy", "刮大风": "be very windy"}
# By how much (powers of ten) what is told of one is written more often than of several.
_MOSTLY_ONE = 0.35
_IN_GENERAL = frozenset("life time work death love business society law power space technology science art music history culture education language religion nature demand supply".split())
# These do it; of any other thing it is told that it is done to it.
_DOERS = (*PERSONS, *"司府门行团构会院方业队厂校局部署省市县国社党军体店城村班组台站网们", "本")
_SEEN = ("学生", "士兵", "孩子", "工人", "客人", "病人", "乘客", "村民", "孩子们", "学生们", "士兵们", "工人们", "人们", "演员", "球员", "观众", "狗", "猫", "马", "牛", "羊", "鸟", "男孩", "女孩", "护士", "警察", "农民", "渔民", "歹徒", "小偷", "邻居", "同学", "同学们")
_OF_ITSELF = {"reduce": "decrease", "raise": "rise", "lower": "fall", "cut": "fall", "enlarge": "expand", "boost": "rise"}
ACTIVE, ACTIVE_PAST = "active", "active past"
_EVERYBODY = ("都", "全都", "均")
# What one feels or becomes is made so, not let.
_FELT = frozenset("feel think realize realise become look seem lose forget believe worry cry laugh doubt regret suffer fall get grow turn wonder miss hesitate blush tremble appear sound stand exceed rise increase drop decline win".split())
# 使企业更容易: "make it easier for enterprises to".
_FOR_WHOM_TO = ("easier", "harder", "easy", "hard", "difficult", "more difficult", "possible", "impossible", "necessary")
_MEMORY = ("remember", "recall", "think of", "call to mind", "remind of", "associate")


def each(term: Term, change: Callable[[str], str]) -> Term:
    """``term`` with ``change`` made to its English and to every form that it has of its own."""
    return replace(term, en=change(term.en), also=(), slots=(), forms=tuple((name, change(text) if name in _TENSED else text) for name, text in term.forms))


def is_several(subject: Term) -> bool:
    """True where its verb is that of the plural."""
    low = subject.en.lower()
    if subject.pos in ("pron", "personal"):
        return low in ("i", "you", "we", "they", "these", "those")
    if subject.pos == "noun":
        return " and " in low or forms.is_plural(_named(subject)) or low == "people"
    first, _, _ = low.partition(" ")
    return subject.pos == "np" and (first in ("these", "those", "many", "most", "some", "several") or first[:1].isdigit() and first != "1" or low.endswith("people") and first not in ("a", "one"))


def _named(subject: Term) -> str:
    """Who does it: several of them, the only one, or the one that can be counted and is hardly ever several."""
    said = bare_plural(subject)
    last = subject.en.rsplit(" ", 1)[-1]
    if subject.pos == "noun" and subject.zh.endswith(WELL_KNOWN) and " " not in subject.en and not forms.is_plural(subject.en):
        return f"the {subject.en}"
    if subject.en in _IN_GENERAL:
        return subject.en
    if subject.pos == "noun" and said != subject.en and " " not in subject.en and not subject.zh.endswith(PERSONS) and words.zipf(last) - words.zipf(forms.plural(last)) >= _MOSTLY_ONE:
        # 战争爆发: "the war breaks out".
        return f"the {subject.en}"
    counted = subject.pos == "noun" and said == subject.en and subject.countable not in ("no", "plural") and not forms.is_plural(said) and words.countable(said.rsplit(" ", 1)[-1]) is True
    return f"the {said}" if counted and not said.startswith("the ") else said


def told(subject: Term, verb: Term) -> Term:
    """Who does it, with the verb as the subject asks, now and in the past."""
    if (passive := _done_to(subject, verb)) is not None:
        doing, done = _told(subject, verb), _told(subject, passive)
        return replace(done, forms=(*done.forms, (ACTIVE, doing.en), (ACTIVE_PAST, dict(doing.forms)["past"])))
    return _told(subject, verb)


def _done_to(subject: Term, verb: Term) -> Term | None:
    """会议会取消: "the meeting will be canceled"; None where the subject may do it, or the verb has its object."""
    if subject.pos != "noun" or subject.zh.endswith(_DOERS) or WITH_OBJECT in verb.forms:
        return None
    helper, _, helped = verb.en.partition(" ")
    if helper in _MODAL_PASTS and (helped in WITH_OBJECT_ONLY or helped in DONE_TO_THINGS):
        return Term(verb.zh, f"{helper} be {forms.participle(helped)}", "verb", forms=tuple(item for item in verb.forms if item == _OVER))
    alone = verb.en in _OF_ITSELF
    if alone or verb.en in WITH_OBJECT_ONLY:
        return Term(verb.zh, _OF_ITSELF[verb.en] if alone else f"be {forms.participle(verb.en)}", "verb", forms=tuple(item for item in verb.forms if item == _OVER))
    return None


_OWN = {"i": ("myself", "my"), "you": ("yourself", "your"), "he": ("himself", "his"), "she": ("herself", "her"), "it": ("itself", "its"), "we": ("ourselves", "our"), "they": ("themselves", "their")}


def own_of(subject: Term) -> tuple[str, str]:
    """ "her father" of a girl, "its market" of a company; nothing of whom the sentence names."""
    if subject.pos not in ("noun", "np"):
        return "", ""
    head = head_of(subject.en)
    return _OWN["they"] if is_several(subject) else _OWN["she"] if head in WOMEN else _OWN["he"] if head in MEN or names_person(subject.en) else _OWN["it"]


def _told(subject: Term, verb: Term) -> Term:
    if "one's " in verb.en or "oneself" in verb.en:
        # 她决定自己修: whose it is, and by whom, is told.
        himself, his = _OWN.get(subject.en.lower()) or own_of(subject)
        if his:
            verb = each(verb, lambda said: said.replace("oneself", himself).replace("one's ", f"{his} "))
    who, many = _named(subject), is_several(subject)
    own = dict(verb.forms)
    head, _, rest = verb.en.partition(" ")
    if verb.zh.startswith(_EVERYBODY) and subject.pos == "pron" and subject.en.lower() in ("we", "you", "they"):
        who = f"{who} all"
    if head == "be":
        present, past = f"{who} {'am' if subject.en.lower() == 'i' else 'are' if many else 'is'} {rest}".rstrip(), f"{who} {'were' if many and subject.en.lower() != 'i' else 'was'} {rest}".rstrip()
    elif head in _MODAL_PASTS:
        present, past = f"{who} {verb.en}", f"{who} {_MODAL_PASTS[head]} {rest}".rstrip()
    else:
        present = f"{who} {own.get('plain', verb.en) if many else own.get('s3') or forms.third_person(verb.en)}"
        past = f"{who} {own.get('past') or forms.past(verb.en)}"
    kept = tuple(item for item in verb.forms if item in (_OVER, WITH_OBJECT))
    if subject.pos == "noun" and who == bare_plural(subject) and subject.zh.endswith(_SEEN):
        # "the students ran out": of whom it is told what they did, they are there.
        past = f"the {past}"
    doing = ((_DOING, f"{subject.en if subject.pos != 'noun' else who} {own.get('ing') or forms.gerund(verb.en)}"),)
    able = ((_ABLE, f"{who} can {verb.en}"),) if head not in _MODAL_PASTS and head != "not" and subject.pos in ("noun", "np", "pron", "name") else ()
    return Term("", past if _OVER in verb.forms else present, "clause", forms=(*kept, *able, *doing, ("past", past), *(((_NOW, present),) if _OVER in verb.forms else ())))


def is_so(subject: Term, state: Term) -> Term:
    """What or how somebody is."""
    said = told(subject, Term(state.zh, f"be {state.en}", "verb"))
    if subject.pos != "noun" or " " in state.en and not state.en.startswith(("very ", "more ")):
        return said
    # 充电速度快 said of a battery: it "has a fast charging speed".
    one = subject.countable not in ("no", "plural") and not forms.is_plural(subject.en) and words.countable(subject.en.rsplit(" ", 1)[-1]) is not False
    return replace(said, slots=(("verb", f"have {forms.article(state.en) + ' ' if one else ''}{state.en} {subject.en}"),))


def weather(zh: str) -> Term:
    """下雨: "it rains", "it rained"."""
    return replace(told(Term("", "it", "pron"), Term(zh, WEATHER[zh], "verb")), zh=zh)


def at_time(adverb: Term, clause: Term) -> Term:
    """明天 behind the clause, 首先 before it."""
    if is_time(adverb.en):
        return each(clause, lambda said: f"{said} {adverb.en}")
    return each(clause, lambda said: f"{adverb.en} {said}".lstrip())


def before(word: Term, clause: Term) -> Term:
    """A conjunction, or who stands outside, before the clause."""
    if word.zh in ("自从", "自") and word.en == "since" and "past" in dict(clause.forms):
        # 自从他离开: "since he left".
        clause = replace(clause, en=dict(clause.forms)["past"])
    if word.en in ("so that", "so") and word.zh != "所以" and (able := dict(clause.forms).get(_ABLE)):
        # 以便游客听懂: "so that tourists can understand".
        clause = Term("", able, "clause", forms=(("past", able.replace(" can ", " could ", 1)),))
    if word.en in SUBORDINATING and word.en not in _OF_FACTS:
        # 如果失败了: of what may be, nothing is over.
        clause = replace(clause, en=dict(clause.forms).get(_NOW, clause.en), forms=tuple(item for item in clause.forms if item != _OVER))
    return each(clause, lambda said: f"{word.en} {said}")


def followed(clause: Term, thing: Term) -> Term:
    """The clause with what its verb is done to."""
    own = dict(clause.forms)
    if ACTIVE in own:
        clause = replace(clause, en=own[ACTIVE_PAST] if _OVER in clause.forms else own[ACTIVE], forms=(*(item for item in clause.forms if item == _OVER), ("past", own[ACTIVE_PAST])))
    return replace(each(clause, lambda said: f"{said} {bare_plural(thing)}"), forms=(*each(clause, lambda said: f"{said} {bare_plural(thing)}").forms, WITH_OBJECT))


def both(first: Term, then: Term) -> Term:
    """如果下雨我们就取消: the condition, and the clause behind its comma."""
    past = dict(then.forms).get("past", then.en)
    return Term("", f"{first.en}, {then.en}", "clause", forms=(("past", f"{dict(first.forms).get('past', first.en)}, {past}"),))


# With a conjunction but without a subject: 为了提高效率 "to improve efficiency", 如果失败 "if it fails".
PURPOSE = ("为了", "以便", "为", "以", "旨在", "好", "从而")


# A clause behind these has a subject of its own.
SUBORDINATING = frozenset(("if", "once", "unless", "when", "although", "though", "because", "while", "as long as", "only if", "even if", "until", "since", "whenever", "provided that", "in case", "as if", "as though"))


_COMES_UP = ("发生", "出现", "产生")
_UNFOUND = re.compile(r"(?:do )?not (find|detect|discover|receive|get) ((?:an? |any )?[a-z]+(?: [a-z]+){0,2})$")
_OF_FACTS = frozenset(("although", "though", "because", "while", "since", "as if", "as though"))


def conditional(conj: Term, verb: Term) -> Term:
    """A conjunction with a verb that has no subject."""
    if verb.en.endswith(" what"):
        # 好像看到了什么: "as if it had seen something".
        verb = each(verb, lambda said: f"{said.removesuffix(' what')} something")
    if conj.zh in PURPOSE:
        return Term("", f"to {verb.en}", "adv")
    if conj.en == "while":
        return Term("", f"while {form(verb, 'ing')}", "adv")
    first, _, there = verb.en.partition(" ")
    if there and verb.zh.startswith(_COMES_UP) and first in ("happen", "occur", "appear", "arise", "emerge") and words.guess(there.partition(" ")[0])[:1] not in tuple("PTr"):
        # 如果出现错误: "if an error occurs".
        thing = forms.singular(there) if forms.is_plural(there) else there
        counted = words.countable(thing.rsplit(" ", 1)[-1]) is not False
        return before(conj, told(Term("", f"{forms.article(thing)} {thing}" if counted else thing, "np"), Term("", "occur", "verb")))
    if found := _UNFOUND.match(verb.en):
        # 如果没有找到文件: "if no files are found".
        said, what = forms.participle(found[1]), found[2]
        several = forms.is_plural(what)
        return Term("", f"{conj.en} no {what} {'are' if several else 'is'} {said}", "adv", forms=(("past", f"{conj.en} no {what} {'were' if several else 'was'} {said}"),))
    if verb.en.startswith("have no "):
        return each(told(Term("", "there", "pron"), Term(verb.zh, f"be {verb.en.removeprefix('have ')}", "verb")), lambda said: f"{conj.en} {said}")
    first, _, rest = verb.en.partition(" ")
    if not rest and _OVER not in verb.forms and first not in INTRANSITIVE and WITH_OBJECT not in verb.forms and first != "be" and conj.en in ("if", "once", "unless", "when", "even if"):
        # 如果需要 "if needed".
        return Term("", f"{conj.en} {form(verb, 'done')}", "adv")
    return by_nobody(conj, verb)


def by_nobody(conj: Term, verb: Term) -> Term:
    """A conjunction with what somebody does whom the English names: "it", until that is read."""
    if conj.en in SUBORDINATING and conj.en not in _OF_FACTS:
        verb = replace(verb, forms=tuple(item for item in verb.forms if item != _OVER))
    undergone = _undergoing(verb)
    one, several = told(Term("", "it", "pron"), undergone or verb), told(Term("", "they", "pron"), verb)
    past = dict(several.forms).get("past", several.en)
    return before(conj, replace(one, forms=(*one.forms, (OF_SEVERAL, several.en), (OF_SEVERAL_PAST, past))))


def _undergoing(verb: Term) -> Term | None:
    """正在维修, of a thing: "be being repaired"."""
    first, _, rest = verb.en.partition(" ")
    if first != "be" or not rest.isalpha() or not rest.endswith("ing") or WITH_OBJECT in verb.forms or not (forms.bare(rest) in WITH_OBJECT_ONLY or forms.bare(rest) in DONE_TO_THINGS):
        return None
    return Term(verb.zh, f"be being {forms.participle(forms.bare(rest))}", "verb")


def conditional_state(conj: Term, state: Term) -> Term:
    """因为很累: "because it is very tired", until it is read who is; 虽然昂贵: "although expensive"."""
    if conj.en in ("because", "since", "so that", "unless", "until", "once", "as long as"):
        return by_nobody(conj, Term(state.zh, f"be {state.en}", "verb"))
    return Term("", f"{conj.en} {state.en}", "conj")


def when_so(clause: Term, time: Term) -> Term:
    """他来时: "when he comes"."""
    return each(clause, lambda said: f"{time.en} {said}")


def by_doing(preposition: Term, verb: Term) -> str:
    """通过降低成本 "by reducing costs"."""
    if preposition.zh in PURPOSE:
        return f"to {verb.en}"
    noun = dict(verb.slots).get("noun")
    if noun and " " not in verb.en:
        return f"{preposition.en} {noun}"
    return f"{'by' if preposition.zh in ('通过', '靠', '凭') else preposition.en} {form(verb, 'ing')}"


TOLD_OF = ("故事", "照片", "视频", "画面", "现象", "过程", "经历", "历史", "场景", "可能性", "风险", "图片")
_TOLD_THAT = ("消息", "事实", "传闻", "谣言", "结论", "观点", "看法", "说法", "迹象", "新闻", "证据", "想法")
_WHATEVER = ("话", "东西", "事", "事情", "一切")


# What is done to something by somebody, and hardly ever named as an action: 供应商提供的数据.
OF_SOMEBODY = frozenset("提供 推出 发布 面临 拥有 持有 购买 使用 需要 采用 生产 制造 出版 发现 遇到 获得 提出 作出 做出 公布 给出 承担 收到 写 做 说 卖 买 用 拿 吃 喜欢 选择 开发 设计 创造 留下 带来 遭遇 签署 支付 收购 出售 上传 提交 发送 委托 推荐 指定 认可 关注 掌握 制定".split())


def relative(clause: Term, noun: Term) -> Term:
    """他说的话 "what he said", 他喜欢的电影 "the film he likes"."""
    if noun.zh in TOLD_OF and (doing := dict(clause.forms).get(_DOING)):
        # 一个女孩寻找父亲的故事: "the story of a girl looking for her father".
        return Term("", f"the {noun.en} of {doing}", "np")
    if noun.zh in _TOLD_THAT:
        return each(clause, lambda said: f"the {noun.en} that {said}")
    if WITH_OBJECT in clause.forms and noun.pos == "noun" and noun.zh.endswith(("人", "者", "家长", "家庭", "企业", "公司", "学生", "国家")):
        # 收入超过十万元的人: "people whose income exceeds 100,000 yuan".
        return each(clause, lambda said: f"{bare_plural(noun)} whose {said.removeprefix('the ')}")
    return each(clause, lambda said: f"what {said}" if noun.zh in _WHATEVER else f"the {noun.en.removeprefix('the ')} {said}")


def what(clause: Term) -> Term:
    """他说的: "what he says"."""
    return each(clause, lambda said: f"what {said}")


def caused(who: Term, then: Term) -> Term:
    """让人们感到 "make people feel", 让孩子选择 "let children choose", 使我们能够 "enable us to"; ``who`` holds the verb of cause in its Chinese."""
    if then.pos == "adj":
        return _led("make", f"it {then.en} for {who.en} to" if then.en in _FOR_WHOM_TO else f"{who.en} {then.en}")
    verb = then.en
    if is_modal(then) or verb.split(" ")[0] in ("can", "could"):
        return _led("enable" if who.zh[:1] == "使" else "allow", f"{who.en} to {verb.removeprefix('can ').removeprefix('be able to ').removeprefix('may ')}", then)
    for remembered in _MEMORY:
        if verb == remembered or verb.startswith(f"{remembered} "):
            return _led("remind", f"{who.en} of {verb.removeprefix(remembered).lstrip()}".rstrip(), then)
    if verb.startswith("be "):
        return _led("make", f"{who.en} {verb[3:]}", then)
    if verb.startswith("not "):
        return _led("keep", f"{who.en} from {forms.gerund(verb[4:])}", then)
    return _led("let" if who.zh[:1] in "让叫" and verb.split(" ")[0] not in _FELT else "make", f"{who.en} {verb}", then)


def _led(verb: str, rest: str, then: Term | None = None) -> Term:
    made = (("s3", forms.third_person(verb)), ("plain", verb), ("past", forms.past(verb)), ("done", forms.participle(verb)), ("ing", forms.gerund(verb)))
    over = (_OVER,) if then is not None and _OVER in then.forms else ()
    return Term("", f"{verb} {rest}", "verb", forms=(*((name, f"{text} {rest}") for name, text in made), WITH_OBJECT, *over))


def by_oneself(_: Term, verb: Term) -> Term:
    """自己修: "repair it oneself"."""
    them = " it" if WITH_OBJECT not in verb.forms and (verb.en in WITH_OBJECT_ONLY or verb.en in DONE_TO_THINGS) else ""
    return _after_verb(verb, f"{them} oneself".strip())


def there_is(where: Term, verb: Term) -> Term:
    """这里没有医院: "there is no hospital here"; what is done there has nobody who does it."""
    if not verb.en.startswith("have "):
        return told(Term("", "one", "pron"), _after_verb(verb, where.en))
    what = verb.en.removeprefix("have ")
    many = forms.is_plural(what.rsplit(" ", 1)[-1])
    return Term("", f"there {'are' if many else 'is'} {what} {where.en}", "clause", forms=(("past", f"there {'were' if many else 'was'} {what} {where.en}"),))


def acted(light: Term, verb: Term) -> Term:
    """进行了分析: what was done."""
    return replace(verb, forms=(*verb.forms, _OVER)) if light.zh.endswith("了") else verb


NOBODY = Term("", "no one", "pron")


def nothing(word: Term, verb: Term) -> Term:
    """什么也没说 "said nothing"."""
    return _after_verb(replace(verb, forms=(*verb.forms, _OVER)) if word.zh.endswith("没") else verb, "nothing")


def due(when: Term, verb: Term) -> Term:
    """将于下周举行 "will be held next week"."""
    passive = verb.en in WITH_OBJECT_ONLY and WITH_OBJECT not in verb.forms
    rest = f"be {form(verb, 'done')} {when.en}" if passive else f"{verb.en} {when.en}"
    return Term("", f"will {rest}", "verb", forms=(("s3", f"will {rest}"), ("plain", f"will {rest}"), ("past", f"would {rest}")))


def asked_to(who: Term, then: Term) -> Term:
    """帮助企业降低成本 "help enterprises reduce costs", 要求员工加班 "ask employees to work overtime"; ``who`` holds the verb."""
    verb, _, rest = who.en.partition(" ")
    done = _own_to(rest, then)
    return _led(verb, f"{rest} {done}" if verb in ("help", "let") else f"{rest} to {done}", then)


_OF_WHOM = {"him": "he", "her": "she", "them": "they", "me": "i", "us": "we", "you": "you", "it": "it"}


def _own_to(whom_: str, then: Term) -> str:
    """促使他改变主意: "to change his mind"; who is persuaded to 留下 stays."""
    if then.zh == "留下":
        return "stay"
    last = whom_.rpartition(" ")[2]
    owner = _OF_WHOM.get(last) or ("they" if forms.is_plural(last) else "")
    return then.en.replace("one's ", f"{_OWN[owner][1]} ").replace("oneself", _OWN[owner][0]) if owner else then.en


def taken_along(verb: Term, somebody: Term) -> str:
    """带孩子, 送他: whom one takes along."""
    return f"{verb.en} {'the children' if somebody.zh == '孩子' else whom(somebody, somebody)}"


_GOING = re.compile(r"(?:go|come|return|travel|head)(?: (?:back|over))? ((?:to|home|into|abroad|out|back|shopping|for|through|across|up|down)\b.*)")


def taken_to(along: Term, then: Term) -> Term:
    """带孩子去公园 "take the children to the park", 陪她看病 "accompany her to see a doctor", 扶她过马路 "help her cross the street"."""
    verb, _, them = along.en.partition(" ")
    went = _GOING.fullmatch(then.en) if verb not in ("help", "urge", "force") else None
    done = _own_to(them, then)
    return _led(verb, f"{them} {went[1] if went else done if verb == 'help' else f'to {done}'}", then)


def meanwhile(first: Term, then: Term) -> Term:
    """一边喝咖啡一边看报: "drink coffee while reading the newspaper", 边走边聊 "chat while walking"."""
    if first.en in ("walk", "eat", "run", "drive", "listen"):
        first, then = then, first
    return _after_verb(first, f"while {form(then, 'ing')}")


def kept_from(who: Term, then: Term) -> Term:
    """禁止商店出售: "prohibit stores from selling"; ``who`` holds the verb."""
    verb, _, rest = who.en.partition(" ")
    return _led(verb, f"{rest} from {form(then, 'ing')}", then)


# Nobody asks which of it is moved.
_UNSEEN = frozenset("time energy money hope water waste power faith knowledge focus emphasis effort".split())


def definite(thing: Term) -> str:
    """What 把 moves is known: "the homework"."""
    if thing.pos in ("pron", "personal"):
        return OBJECTS.get(thing.en.lower(), thing.en)
    if thing.pos != "noun" or thing.en.startswith("the "):
        return whom(thing, thing)
    last = thing.en.rsplit(" ", 1)[-1]
    return thing.en if (words.countable(last) is False or thing.countable == "no") and (last in _UNSEEN or last.endswith(("tion", "ness", "ity", "ance", "ence"))) else f"the {thing.en}"


# Verbs of speech and look take the one they turn to with a preposition.
_TURNED = {"say": "to", "speak": "to", "talk": "to", "explain": "to", "apologize": "to", "apologise": "to", "smile": "at", "shout": "at", "look": "at", "nod": "to", "wave": "to", "bow": "to", "respond": "to", "react": "to", "lie": "to", "complain": "to", "reply": "to", "joke": "to"}
# "have an influence", "exert pressure" are so "on" what 对 leads to.
_ON = frozenset("influence impact effect attack pressure restriction limit ban tariff tax judgment opinion research study survey view constraint".split())
_INTO = frozenset("investigation inquiry probe insight".split())
_FOR = frozenset("support respect demand need concern love responsibility".split())
_IN = frozenset("interest confidence faith trust".split())


_WITH_WHAT = {
    **dict.fromkeys("satisfied dissatisfied disappointed pleased familiar unfamiliar bored annoyed content delighted impressed".split(), "with"), **dict.fromkeys("proud afraid tired fond aware unaware ashamed jealous wary sure certain suspicious critical".split(), "of"),
    **dict.fromkeys("surprised shocked amazed astonished alarmed".split(), "at"), **dict.fromkeys("interested confident disinterested".split(), "in"), **dict.fromkeys("grateful responsible sorry".split(), "for"), **dict.fromkeys("indifferent opposed sensitive loyal friendly".split(), "to"),
}  # fmt: skip
_FEELING = ("feel", "be", "become", "remain", "stay", "seem")


def directed(what: Term, verb: Term) -> Term:
    """对房地产征税 "tax real estate", 对他说 "say to him", 对市场产生影响 "have an impact on the market"."""
    first, _, rest = verb.en.partition(" ")
    if rest and first in _FEELING and words.guess(rest)[:1] in tuple("jp"):
        # 对前景感到乐观: "feel optimistic about the outlook".
        return _after_verb(verb, f"{_WITH_WHAT.get(rest.rpartition(' ')[2], 'about')} {what.en}")
    last = forms.singular(rest.rsplit(" ", 1)[-1]) if rest else ""
    link = "into" if last in _INTO else "on" if last in _ON else "for" if last in _FOR else "in" if last in _IN else _TURNED.get(first, "") if not rest else ""
    if not link and rest and WITH_OBJECT in verb.forms:
        link = "to"
    if not link and around_object(verb.en, what.en) != f"{verb.en} {what.en}":
        # 对用户数据保密: "keep user data confidential".
        return Term("", around_object(verb.en, what.en), "verb", forms=(WITH_OBJECT, *((_OVER,) if _OVER in verb.forms else ())))
    return _after_verb(verb, f"{link} {what.en}".strip())


def _after_verb(verb: Term, rest: str) -> Term:
    made = tuple((name, f"{form_of(verb, name)} {rest}") for name in ("s3", "past", "done", "ing"))
    return Term("", f"{verb.en} {rest}", "verb", forms=(*made, WITH_OBJECT, *((_OVER,) if _OVER in verb.forms else ())))


_MAKERS = {"s3": forms.third_person, "past": forms.past, "done": forms.participle, "ing": forms.gerund}


def form_of(verb: Term, name: str) -> str:
    """The form ``name`` of a verb or of a phrase with forms of its own."""
    return dict(verb.forms).get(name) or _MAKERS[name](verb.en)


# Places of which everybody knows the one that is meant.
_KNOWN_PLACES = ("机场", "车站", "火车站", "市中心", "门口", "海边", "学校", "医院", "银行", "超市", "首都", "办公室")


def from_to(start: Term, end: Term) -> str:
    """从设计到生产 "from design to production", 从市中心到机场 "from the city center to the airport"."""
    return f"from {_stop(start)} to {_stop(end)}"


def _stop(place: Term) -> str:
    return f"the {place.en}" if place.en.islower() and place.zh.endswith(_KNOWN_PLACES) else place.en
