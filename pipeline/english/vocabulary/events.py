"""Verbs of what happens once: where nothing else tells the tense of what somebody does, they tell that it is over."""

from __future__ import annotations

from pipeline.english.vocabulary.governors import MOMENTARY, MOMENTARY_PHRASES
from pipeline.lexicon.termbase import Term

_EVENTS = frozenset(
    """
award confer fail enrage anger infuriate announce unveil win lose kill die arrest appoint elect resign retire marry divorce invent discover reject scold scratch rescue persuade convince recall hit kick bite slap hug kiss grab snatch
throw steal rob attack seize catch defeat score cancel postpone sack dismiss fine sentence jail acquit sue acquire destroy injure crash collapse explode sink smash tear spill burst collide bump knock trip stumble slip
jump leap nod frown sigh shrug blush gasp groan scream kneel bow wink wave wake faint vanish disappear escape flee retreat surrender apologize confess swear vow promise refuse forget shoot stab bury punch curse interrupt
notice overhear greet thank invite betray abandon inherit donate bequeath enlist graduate emigrate debut relapse capsize derail evacuate raid storm detain deport extradite veto repeal ratify nickname rename
pierce puncture pinch pat poke kidnap murder embrace postpone recover deteriorate worsen rebound born gulp swallow sneeze yawn sob weep shiver shudder glare glance peek smirk chuckle giggle snort grunt mutter murmur exclaim retort sneer stagger dodge parry lunge dash
barge pounce slam yank tug shove fling hurl toss rip wipe stroke clasp clench grit squint grin whistle stomp crouch duck vomit hiccup hum scoff hiss gape flinch recoil stiffen
""".split()
)
# What happens once, whichever English is chosen for it.
_ONCE = frozenset(
    "破裂 坠毁 相撞 追尾 触礁 倒塌 坍塌 决堤 爆裂 爆胎 熄火 散去 落空 破灭 泡汤 夭折 遇难 身亡 失踪 失联 脱轨 出事 闯祸 崩盘 揭幕 落幕 闭幕 开幕 竣工 问世 诞生 结婚 离婚 分手 退赛 夺冠 晋级 惨败 落败 落选 当选 相遇 相识 邂逅 重逢 获奖 获胜 入选 "
    "上任 就任 被捕 落网 自首 认罪 获释 宣判 传开 坠落 坠楼 跳楼 落水 溺水 遇害 遇刺 病逝 逝世 去世 离世 摔断 摔倒 跌倒 滑倒 撞上 撞倒 撞毁 烧毁 摧毁 炸毁 冲垮 追回 查出 破获 解散 倒闭 破产 停刊 停业 沉没 侦破 破解 签下 签署 拿下 签订 攻破 攻克 击落 击沉 达成".split()
)
_ENDED = tuple("掉完碎倒")
# Of these endings only some verbs tell what happens once: 想起, but not 引起.
_ENDED_BEHIND = {"起": "想拿站抬举捡拾爬提", "到": "看见听想遇收找接碰拿回来赶", "下": "放坐留停跪写脱摘躺蹲", "见": "看听遇撞瞧", "住": "抓拉拦站接愣捂抱按", "穿": "刺射击", "断": "砍折剪扯咬",
                 "伤": "刺打砍烧咬摔", "死": "杀毒摔淹饿", "醒": "惊吵叫唤", "开": "推拉踢撬掀甩躲松睁张", "上": "关锁戴披闭追", "走": "抢偷赶夺逃跑", "出": "拔掏抽扑", "回": "缩夺"}


# So something is done once.
_AT_ONCE = tuple("差点 险些 悄悄 偷偷 默默 缓缓 猛地 当场 顿时 随即 立刻 忽然 突然 终于 连忙 赶紧 急忙 匆匆 狠狠 轻轻 微微".split())


def is_event(zh: str, en: str) -> bool:
    """True for 授予 "award", 想起 "remember", 吃完 "finish eating"."""
    did = en.removeprefix("be ").split(" ")
    if zh.startswith(_AT_ONCE):
        return True
    if len(did) > 1 and (did[0].endswith("ly") or did[0] == "almost"):
        # "suddenly vanish".
        did, zh = did[1:], zh[-2:] if len(zh) > 3 else zh
    if did[0] in _EVENTS or zh in _ONCE:
        return True
    return len(zh) == 2 and (zh.endswith(_ENDED) or zh[0] in _ENDED_BEHIND.get(zh[1], ()))


# What is done at a time and then is over, where it is told beside what lasts.
_ACTS = frozenset(
    "accept acquire adopt appoint applaud approve ask assure attack begin break bring change charge close come complain complete conclude cut decide decline demand die discover draw drive drop erupt exceed extend fall file find finish fly follow form greet grow halve happen hire impose inform introduce invite issue jump launch leave lose "
    "marry meet move narrow order pass plummet plunge press promise publish purchase push reach receive refuse release rename reply report request respond ring rise see send shake shoot shout shrink slip slump soar start strike submit suspend overestimate underestimate misjudge summon surge surprise sweep test throw tighten tumble turn unveil visit vote walk warn welcome widen win withdraw write double triple quadruple".split()
) | _EVENTS
# What is so for long, or again and again.
_STATES = frozenset(
    "account admit amount believe belong call carry combine compare compete concern consist constitute contain cost cover defend depend deserve differ disagree earn employ enable enjoy expect exist face feel fit hang hate hold hope include indicate involve keep know lack lie like look love matter mean need occupy offer owe own pay plan possess prefer "
    "provide range reflect regard rely remain represent prescribe stipulate specify allow prohibit forbid require resemble rest seem serve sound stand stay suit support last tend think understand use value vary view want weigh wish wonder worry".split()
)


def is_act(zh: str, en: str) -> bool:
    """True for 推出 "launch", 跌破 "fall below": what has its moment."""
    verb = en.removeprefix("be ").partition(" ")[0]
    return verb in _ACTS or is_event(zh, en)


def is_state(en: str) -> bool:
    """True for "cost", "belong to", "be afraid": what is so rather than what is done."""
    verb, _, rest = en.partition(" ")
    return verb in _STATES or verb == "be" and rest != ""


def is_over(term: Term, pos: str) -> bool:
    """True where the Chinese itself says that it is done: 叹了口气, 没来."""
    return ("tense", "past") in term.forms or pos == "verb" and "了" in term.zh[1:]


def is_momentary(en: str) -> bool:
    """True for "frown", "shake one's head"."""
    return en.partition(" ")[0] in MOMENTARY or en.startswith(MOMENTARY_PHRASES)
