"""The value of a Chinese numeral and how English writes a number of that size."""

from __future__ import annotations

from decimal import Decimal, InvalidOperation

DIGITS = {**{c: n for n, c in enumerate("零一二三四五六七八九")}, "〇": 0, "两": 2, "○": 0}
SMALL = {"十": 10, "百": 100, "千": 1000}
LARGE = {"万": 10**4, "亿": 10**8, "兆": 10**12}
_WORDS = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
_TEENS = ("ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen")
_TENS = ("", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_NAMED = ((10**12, "trillion"), (10**9, "billion"), (10**6, "million"))


def value(text: str) -> Decimal | None:
    """The number that ``text`` says: ``3.5亿``, ``1,200万``, ``一百二十三``, ``二〇二三``; None where it says none."""
    plain = text.replace(",", "").replace(" ", "")
    for unit in ("万亿", "亿", "万", "千", "百"):
        if plain.endswith(unit) and (head := _decimal(plain[: -len(unit)])) is not None:
            size = 1
            for c in unit:
                size *= LARGE.get(c) or SMALL[c]
            return head * size
    if (number := _decimal(plain)) is not None:
        return number
    if plain and all(c in DIGITS for c in plain) and len(plain) > 1:
        return Decimal("".join(str(DIGITS[c]) for c in plain))
    return _read(plain)


def _decimal(text: str) -> Decimal | None:
    try:
        return Decimal(text) if text and text[0].isascii() and text[0].isdigit() and text.replace(".", "", 1).isdigit() else None
    except InvalidOperation:
        return None


def _read(text: str) -> Decimal | None:
    """Digits and units from left to right, Arabic digits among them: 三千五百万, 12亿3000万."""
    if not text:
        return None
    total = section = Decimal(0)
    digit: Decimal | None = None
    arabic = last = after = ""
    for c in (*text, ""):
        if c and (c.isascii() and c.isdigit() or c == "."):
            arabic += c
            continue
        if arabic:
            digit, arabic = _decimal(arabic), ""
        if not c:
            break
        if c in DIGITS:
            digit, after = Decimal(DIGITS[c]), last
        elif c in SMALL:
            section += (Decimal(1) if digit is None else digit) * SMALL[c]
            digit = None
        elif c in LARGE:
            section += digit or 0
            total = (total + section) * LARGE[c] if c == "亿" and total else total + section * LARGE[c]
            section, digit = Decimal(0), None
        else:
            return None
        last = c
    if digit is not None and (size := {**SMALL, **LARGE}.get(after, 0)) > 10:
        # 两万五, 一百二: what is left out is the next smaller unit.
        digit *= size // 10
    return total + section + (digit or 0)


def written(number: Decimal, words_below_ten: bool = False) -> str:
    """``number`` as English writes it: 350 million, 1.26 billion, 120,000, three. The value never changes."""
    for size, name in _NAMED:
        if number >= size:
            head = (number / size).normalize()
            if head == round(head, 3):
                return f"{_grouped(head)} {name}"
    if words_below_ten and number == number.to_integral() and 0 < number < 10:
        return _WORDS[int(number)]
    return _grouped(number)


def spelled(number: int) -> str:
    """``number`` from 0 to 99 in words, as it begins a sentence: twelve, forty-five."""
    if number < 20:
        return (*_WORDS, *_TEENS)[number]
    tens, ones = divmod(number, 10)
    return f"{_TENS[tens]}-{_WORDS[ones]}" if ones else _TENS[tens]


def _grouped(number: Decimal) -> str:
    whole, _, rest = f"{number.normalize():f}".partition(".")
    return f"{int(whole):,}" + (f".{rest}" if rest else "")
