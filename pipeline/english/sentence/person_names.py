"""Names of people as English text writes them."""

from __future__ import annotations

from pipeline.english.sentence.tagger import Token
from pipeline.english.vocabulary import words

_FAMILY_NAMES = frozenset(
    "li wang zhang liu chen yang zhao huang zhou wu xu sun hu zhu gao lin he guo ma luo liang song zheng xie han tang feng yu dong xiao cheng cao yuan deng fu shen zeng peng lv lu su jiang cai jia ding wei xue ye yan pan du dai xia zhong tian ren fan fang shi "
    "yao tan liao zou xiong jin hao kong bai cui kang mao qiu qin gu hou shao meng long wan duan qian yin chang qiao lai gong wen pang lan niu ge xing an qi yi geng mu shu ning you zhuang bao nie tao zhan mei ouyang situ chan wong cheung lam chow ho".split()
)


def is_person(first: Token, last: Token) -> bool:
    """True for "Liu Min", "Angela Weber": two words with a capital, of which the first is a family name or neither is a word otherwise."""
    if any(not t.text[:1].isupper() or not t.text[1:].islower() for t in (first, last)) or first.tag not in ("n", "N") or last.tag not in ("n", "N"):
        return False
    return first.lower in _FAMILY_NAMES or not words.tags(first.lower) and not words.tags(last.lower)
