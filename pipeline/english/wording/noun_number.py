"""Singular or plural, "a" or none: the number of a noun in its slot."""

from __future__ import annotations

from pipeline.english.inflection import forms
from pipeline.english.slots.bare_nouns import NAMED_BARE
from pipeline.english.slots.slot import Slot
from pipeline.english.vocabulary import words
from pipeline.english.vocabulary.heads import head_of
from pipeline.once import once

# What is one rather than many behind "under", "to", though it can be counted: pressure, review.
_OFTEN_MANY = 0.5
# Behind "on", "under" what is written in the plural more often than not: "checks on suppliers".
_LED = 0.05
_OWNED_MORE, _MORE, _AMONG_SOME = 0.1, 0.5, -0.15
_ONE_OF_A_KIND = 0.5
# A state, though there are several of it now and then.
STATES = frozenset("danger uncertainty complexity intensity density reality anxiety flexibility adversity".split())
# A noun that another hangs on by a preposition is one rather than many where its plural is so much rarer.
_RARELY_MANY = -0.6
# How Chinese ends that names somebody.
PERSONS = tuple("者员师家人手生长士官客徒匠友星夫王子女将兵机板练裁理医警妃后")
# Whom Chinese names as a crowd: "the guests looked round".
SEVERAL = frozenset("宾客 后果 灾民 群众 球迷 百姓 老百姓 将士 官兵 师生 群臣 大臣 亲友 亲戚 村民 居民 市民 网民 队员 球员 民众 难民 灾民 看客 食客 游客 旅客 宫人 股民 众人 士兵 乡亲 街坊 同门 妃嫔 嫔妃 侍卫 护卫 随从 家丁 丫鬟 路人 行人 歹徒 匪徒 海盗 山贼".split())
# What is told of as all that there is of a kind: "the high housing prices", "her skincare products".
_ALL_OF_A_KIND = ("护肤品", "化妆品", "农产品", "日用品", "保健品", "奢侈品", "必需品", "装饰品", "洗涤用品", "生活用品", "公共服务", "房价", "油价", "菜价", "粮价", "煤价", "金价", "老旧小区", "大宗商品", "原材料", "零部件", "家用电器")
# What one is elected, appointed or made: of each there is one, and it is named without an article.
OFFICES = frozenset("chairman chairwoman chairperson chair president captain director manager head leader mayor governor minister champion king queen emperor chief ambassador secretary-general spokesman dean principal commander heir successor speaker".split())
# What is worn or held by twos.
IN_PAIRS = frozenset("slipper sandal shoe boot sock sneaker trainer stocking glove mitten earring chopstick heel flip-flop skate eyebrow eyelash".split())
# What a chapter lists under one word.
_HEADINGS = frozenset(
    "feature property parameter argument option setting example sample step note fix bug issue limitation dependency requirement prerequisite precondition precaution reference resource result finding method tool link contact highlight improvement change update task goal objective target "
    "measure recommendation suggestion tip question answer problem risk challenge opportunity advantage disadvantage benefit drawback strength weakness conclusion term definition file command variable function class module component plugin plug-in test contributor author credit acknowledgment detail scenario metric trend forecast".split()
)
# What is written with capitals before the name of who is so called.
TITLES = frozenset("chairman chairwoman chairperson president director mayor governor minister king queen emperor premier professor secretary secretary-general principal dean commissioner general colonel captain senator doctor manager".split())


def names_several(zh: str) -> bool:
    """True where Chinese names a crowd, or all that there is of a kind."""
    return zh in SEVERAL or zh.endswith(_ALL_OF_A_KIND)


def is_one_of_a_kind(zh: str, en: str) -> bool:
    """ "She is a teacher", "it is a masterpiece"; what is "details" to one is rarely "a detail"."""
    if zh.endswith(PERSONS):
        return words.countable(head_of(en)) is not False
    return words.countable(head_of(en)) is True and words.zipf(head_of(en)) - words.zipf(forms.plural(head_of(en))) >= _ONE_OF_A_KIND


_MEANS = frozenset("hand car bus coach train rail plane air boat ship ferry sea land road bike bicycle motorcycle taxi subway metro tram truck helicopter phone telephone email mail post letter courier fax video radio satellite machine drone".split())


def in_number(en: str, countable: str, own: dict[str, str], slot: Slot) -> str:
    """Singular or plural as the slot tells; a countable noun that stands bare is plural."""
    if countable in ("no", "plural") or forms.is_plural(en):
        return en
    if en in NAMED_BARE and slot.led and slot.bare and slot.plural is None:
        # "in winter", "after breakfast".
        return en
    if en == "hand" and slot.led and not slot.determined and slot.plural is None:
        # "made by hand", "close at hand".
        return en
    if countable == "" and en in STATES and slot.plural is None:
        # "more uncertainty".
        return en
    mass = countable == "" and (words.countable(head_of(en)) is False or is_gerund(en))
    plural = slot.plural
    if plural is None:
        plural = is_mostly_plural(en, slot) if slot.determined or slot.leaning else not mass and not slot.start and not slot.capital
        if not plural and slot.leaning and not slot.determined and not slot.owned and not slot.start and " " in en and words.countable(head_of(en)) is True and words.zipf(head_of(en)) - words.zipf(forms.plural(head_of(en))) < _OFTEN_MANY:
            # "apply to underage users": what is counted is one only with its article.
            plural = True
    if slot.by and en in _MEANS:
        # "made by hand", "sent by courier".
        return en
    if slot.plural is None and not slot.article and not slot.hyphen and not slot.portion and not slot.one and en.rpartition(" ")[2] in IN_PAIRS:
        # "wearing a sweater and slippers", "took off her glove".
        return own.get("plural") or forms.plural(en)
    if slot.listed:
        plural = is_listed(en)
    if is_rarely_many(en, slot):
        return en
    if slot.plural is None and slot.hyphen or mass or not plural:
        return en
    if "plural" not in own and not _is_nominal(en):
        # "the satisfied", "the higher": what is no noun has no plural.
        return en
    made = own.get("plural") or forms.plural(en)
    if slot.plural is None and countable == "" and "plural" not in own and _hardly_plural(en.rsplit(" ", 1)[-1], made.rsplit(" ", 1)[-1]):
        return en
    return made


def is_listed(en: str) -> bool:
    """True for what a chapter lists under its name: "Features", "Fixes"."""
    return head_of(en) in _HEADINGS


def is_rarely_many(en: str, slot: Slot) -> bool:
    """ "The sign of recovery was clear": what another noun hangs on, and is hardly several."""
    return slot.plural is None and slot.hangs and not slot.determined and words.zipf(forms.plural(head_of(en))) - words.zipf(head_of(en)) < _RARELY_MANY


def _is_nominal(en: str) -> bool:
    last = en.rpartition(" ")[2].lower()
    tags = words.tags(last)
    return not tags or "n" in tags or "N" in tags or not last.endswith(("ed", "er", "ing", "en"))


def is_mostly_plural(en: str, slot: Slot) -> bool:
    """Where only the meaning tells: its users, the symptoms; by which form is written more."""
    last = en.rpartition(" ")[2]
    if last in _DONE_TO_SEVERAL.get(slot.object_of, ()) and not slot.article and not slot.hyphen or slot.owned and last in _HAD_BY_SEVERAL and not slot.hyphen:
        return True
    if slot.owned and slot.held and last in _TWO_OF_THEM and not slot.hyphen:
        # "fell to her knees", "with his eyes".
        return True
    if slot.owned and not slot.hyphen and " " in en and last in ("product", "service"):
        # "her skincare products".
        return True
    more = words.zipf(forms.plural(last)) - words.zipf(last)
    return not slot.article and not slot.hyphen and more >= (_LED if slot.leaning and not slot.determined and words.countable(last) is True else _AMONG_SOME if slot.some else _OWNED_MORE if slot.owned else _MORE)


_TWO_OF_THEM = frozenset("knee foot eye".split())
_RULES = frozenset("rule regulation law instruction step order guideline procedure prompt norm direction convention principle custom tip command arrow clue trail footstep".split())
_FOUND = frozenset("detail result finding figure fact clue record comment difference".split())
_NEEDS = frozenset("requirement condition criterion need standard expectation obligation".split())
_SETTINGS = frozenset("setting parameter rule permission detail dependency requirement option preference result log".split())
# Behind these verbs and "the" or the like, several of them rather than one.
_DONE_TO_SEVERAL: dict[str, frozenset[str]] = {
    **dict.fromkeys("follow obey break bend violate disobey observe flout".split(), _RULES),
    **dict.fromkeys("learn know ignore respect tighten ease relax change make set".split(), frozenset(("rule", "regulation"))),
    **dict.fromkeys("meet fulfill satisfy".split(), _NEEDS),
    **dict.fromkeys("adjust change edit check open save reset configure view modify".split(), _SETTINGS),
    **dict.fromkeys("reveal disclose announce publish release compare discuss study read".split(), _FOUND),
    **dict.fromkeys("bear suffer face accept weigh consider".split(), frozenset(("consequence", "odds", "hardship"))),
    **dict.fromkeys("reap enjoy share see feel outweigh".split(), frozenset(("benefit", "reward", "fruit"))),
    **dict.fromkeys("wash do clear stack".split(), frozenset(("dish", "bowl", "plate", "foot"))),
    **dict.fromkeys("shut rub narrow wipe lower".split(), frozenset(("eye",))),
    **dict.fromkeys("stamp soak".split(), frozenset(("foot",))), "clap": frozenset(("hand",)), "brush": frozenset(("tooth",)), "clench": frozenset(("tooth",)), "bend": frozenset(("knee",)), "shrug": frozenset(("shoulder",)), "spread": frozenset(("wing",)),
    **dict.fromkeys("climb walk take".split(), frozenset(("stair",))),
    "draw": frozenset(("curtain", "conclusion")), "close": frozenset(("curtain", "eye")), "open": _SETTINGS | {"curtain", "eye"}, "pay": frozenset(("wage",)), "raise": frozenset(("stake", "eye")),
    "cover": frozenset(("cost", "expense", "loss")), "cut": frozenset(("cost", "expense")), "recoup": frozenset(("cost", "loss")), "relieve": frozenset(("symptom",)), "treat": frozenset(("symptom",)), "mix": frozenset(("ingredient",)), "combine": frozenset(("ingredient",)),
}  # fmt: skip
_HAD_BY_SEVERAL = frozenset("rival competitor peer subordinate feeling worry complaint supplier shareholder classmate belonging follower lip tear sin trouble vital surroundings shoulder eyelid".split())


def other_number(en: str, numbered: str, own: dict[str, str]) -> str:
    """The plural of ``en`` where ``numbered`` is its singular, and the other way round."""
    return (own.get("plural") or forms.plural(en)) if numbered == en else en


def _hardly_plural(noun: str, plural: str) -> bool:
    """True for "nausea", "gravity": a common noun whose plural is hardly ever written."""
    return words.zipf(noun) >= 2.5 and words.zipf(plural) < max(1.5, words.zipf(noun) - 2.2)


@once(1 << 13)
def is_gerund(en: str) -> bool:
    """ "staying up late", "pushing to the registry": what ends in no noun is never counted."""
    first, _, rest = en.partition(" ")
    if first.endswith("ing") and words.guess(rest.partition(" ")[0])[:1] in ("P", "T") and words.countable(first) is not True:
        return True
    return en.split(" ")[0].endswith("ing") and " " in en and not set(words.guess(head_of(en))) & set("nN")
