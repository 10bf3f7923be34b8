"""Lexemes into numbers: "40 mil 735", "two and a half million", "medio centenar", "tens of thousands", "dos tercios".

Method: one small grammar for both languages, with the words as data.  A number is built in three registers, the way it is
said: `group` (below a thousand), `block` (thousands) and `total` (from a million on); "2 mil 500 millones" closes the
block with the million, and the long and the short scale differ only in what the data says a billion is.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from fractions import Fraction

from briefing.annotate.quantities.lexer import read_figure
from briefing.annotate.quantities.lexicon import longest
from briefing.annotate.quantities.reader import ONE, Numeral, Reader

THOUSAND = Fraction(1000)
MILLION = Fraction(1_000_000)
HALF = Fraction(1, 2)
MAX_RANK_DIGITS = 4


def read_numeral(reader: Reader, start: int) -> Numeral | None:
    """The longest number that begins at a lexeme, by the first rule that reads one."""
    for rule in RULES:
        numeral = rule(reader, start)
        if numeral is not None:
            return _past_its_figure(reader, numeral)
    return None


def _past_its_figure(reader: Reader, numeral: Numeral) -> Numeral:
    """Sixty (60) days, seis (6) buques: an official text tells the number a second time."""
    opening, figure, closing = (reader.folded(numeral.stop + step) for step in range(3))
    words = reader.kind(numeral.stop - 1) == "word"  # also of `forty-eight`, whose hyphen is none
    again = words and opening == "(" and closing == ")" and figure.isdecimal() and Fraction(int(figure)) == numeral.value
    return replace(numeral, stop=numeral.stop + 3) if again else numeral


def read_vague(reader: Reader, start: int) -> Numeral | None:
    """decenas de (miles de) personas, tens of thousands of people; "miles de millones"."""
    stop, value, scale = start, ONE, ONE
    while reader.folded(stop) in reader.lexicon.vague:
        value, scale = value * reader.lexicon.vague[reader.folded(stop)], reader.lexicon.vague[reader.folded(stop)]
        stop += 1
        if not reader.is_in(stop, "of"):
            return None
        if reader.folded(stop + 1) not in reader.lexicon.vague:
            return Numeral(start=start, stop=stop, value=value, scale=scale, rule="vague", vague=True, about=True, linked=True)
        stop += 1
    return None


def read_half(reader: Reader, start: int) -> Numeral | None:
    """half a million, media docena, media tonelada, la mitad, half (of) the voters."""
    if not (reader.is_in(start, "half_nouns") or reader.is_in(start, "half_adjectives")):
        return None
    if reader.is_in(start - 1, "half_not_after"):
        return None
    after = start + 1 + reader.is_in(start + 1, "articles")
    scale = _scale_word(reader, after)
    if scale is not None:
        return _linked(start, after + 1, HALF * scale, "half_scale", scale)
    if _measured(reader, after):
        return Numeral(start=start, stop=after, value=HALF, rule="half", written=True)
    if reader.is_in(start, "half_nouns"):
        return _linked(start, start + 1, HALF, "half")
    return None


def _linked(start: int, stop: int, value: Fraction, rule: str, scale: Fraction = ONE) -> Numeral:
    return Numeral(start=start, stop=stop, value=value, scale=scale, rule=rule, linked=True, written=True)


def _measured(reader: Reader, index: int) -> bool:
    found = reader.unit_at(index)
    return found is not None and found[1].kind != "number"


def _scale_word(reader: Reader, index: int) -> Fraction | None:
    word, lexicon = reader.folded(index), reader.lexicon
    return lexicon.scales.get(word) or lexicon.collectives.get(word) or lexicon.multipliers.get(word)


def read_fraction(reader: Reader, start: int) -> Numeral | None:
    """dos tercios, una cuarta parte, two-thirds, a quarter of; also before a scale: "three quarters of a million"."""
    top = reader.lexicon.cardinals.get(reader.folded(start)) or (ONE if reader.is_in(start, "articles") else None)
    index = start + 1 + (reader.folded(start + 1) == "-") if top else start
    top = top or ONE
    bottom = reader.lexicon.denominators.get(reader.folded(index))
    if bottom is None or top >= bottom:
        return None
    part = index + 1 < len(reader.lexemes) and reader.lexemes[index + 1].key in reader.lexicon.words["fraction_parts"]
    stop = index + 1 + part
    scaled = _of_scale(reader, stop)
    if scaled is not None:
        stop, scale = scaled
        return _linked(start, stop, top / bottom * scale, "fraction_scale", scale)
    if not part and (index == start or not _of_or_end(reader, stop, top)):
        return None
    return _linked(start, stop, top / bottom, "fraction")


def _of_or_end(reader: Reader, stop: int, top: Fraction) -> bool:
    """ "a third of voters", "two-thirds majority", "by a third." but not "a third meeting", "un cuarto intento"."""
    return top > 1 or reader.is_in(stop, "of") or reader.kind(stop) in {"mark", "barrier"}


def _of_scale(reader: Reader, stop: int) -> tuple[int, Fraction] | None:
    index = stop + reader.is_in(stop, "of")
    index += reader.is_in(index, "articles")
    scale = reader.lexicon.scales.get(reader.folded(index))
    return (index + 1, scale) if scale else None


def read_collective(reader: Reader, start: int) -> Numeral | None:
    """una docena de, a dozen, un par de, un centenar de; "about" where it is only a round number."""
    if not (reader.is_in(start, "articles") or reader.is_in(start, "weak_ones")):
        return None
    size = reader.lexicon.collectives.get(reader.folded(start + 1))
    if size is None:
        return None
    about = reader.is_in(start + 1, "about_collectives")
    return Numeral(start=start, stop=start + 2, value=size, rule="collective", about=about, linked=True, written=True)


def read_quotient(reader: Reader, start: int) -> Numeral | None:
    """3/4, 2 1/2, 2½: small denominators only, since "9/11" is a day."""
    whole, index = Fraction(0), start
    if reader.kind(start) == "figure" and reader.kind(start + 1) == "figure":
        first, second = reader.lexemes[start].text, reader.lexemes[start + 1].text
        if first.isdecimal() and len(first) <= 3 and (_is_vulgar(second) or reader.folded(start + 2) == "/"):
            whole, index = Fraction(int(first)), start + 1
    if reader.kind(index) != "figure":
        return None
    if _is_vulgar(reader.lexemes[index].text):
        part, stop = read_figure(reader.lexemes[index].text, None), index + 1
        value = part[0] if part else None
    else:
        value, stop = _slashed(reader, index), index + 3
    return Numeral(start=start, stop=stop, value=whole + value, rule="quotient", linked=not whole) if value else None


def _slashed(reader: Reader, index: int) -> Fraction | None:
    top, bottom = reader.lexemes[index].text, reader.folded(index + 2)
    if reader.folded(index + 1) != "/" or not (reader.glued(index + 1) and reader.glued(index + 2)):
        return None
    if not (top.isdecimal() and bottom.isdecimal()) or len(top) > 1 or len(bottom) > 2 or not 0 < int(top) < int(bottom) <= 10:
        return None
    return Fraction(int(top), int(bottom))


def _is_vulgar(text: str) -> bool:
    return len(text) == 1 and not text.isdecimal()


def read_cardinal(reader: Reader, start: int) -> Numeral | None:
    """Words, figures and scales in their order, then "y medio" or a collective: "tres docenas", "two and a half million"."""
    state = _first(reader, start)
    if state is None:
        return None
    while (following := _next(reader, state)) is not None:
        state = following
    if reader.folded(start) in reader.lexicon.scales and state.stop == start + 1 and not reader.is_in(start, "bare_scales"):
        return None
    return _finish(reader, start, _with_fraction(reader, state))


@dataclass(frozen=True, slots=True, kw_only=True)
class State:
    """A number half read: what has been closed by millions, by thousands, and the open group below a thousand."""

    stop: int
    total: Fraction = Fraction(0)
    block: Fraction = Fraction(0)
    group: Fraction = Fraction(0)
    room: Fraction = THOUSAND  # the next word of the group must be smaller
    scale: Fraction = ONE
    ceiling: Fraction = Fraction(10) ** 21  # the next million-scale must be smaller
    counted: bool = False  # the group holds something, even if zero
    figure: bool = False
    fractional: bool = False  # "2.5": no smaller part may follow
    guessed: bool = False

    @property
    def value(self) -> Fraction:
        return self.total + self.block + self.group


def _first(reader: Reader, start: int) -> State | None:
    word = reader.folded(start)
    if reader.kind(start) == "figure":
        return _figure(reader, State(stop=start))
    if word in reader.lexicon.cardinals:
        return _small(reader.lexicon.cardinals[word], State(stop=start))
    if word in reader.lexicon.scales:
        return _scale(reader.lexicon.scales[word], replace(State(stop=start), group=ONE, counted=True))
    following = reader.folded(start + 1)
    if reader.is_in(start, "articles") and (following in reader.lexicon.scales or following in reader.lexicon.multipliers):
        return State(stop=start + 1, group=ONE, counted=True, room=ONE)
    return None


def _next(reader: Reader, state: State) -> State | None:
    """The number with one more word, or None where it ends."""
    index = _past_joiner(reader, state)
    word = reader.folded(index)
    here = replace(state, stop=index)
    if reader.kind(index) == "figure":
        return _figure(reader, here) if index == state.stop and _takes_figure(reader, state, index) else None
    if word in reader.lexicon.cardinals:
        return _small(reader.lexicon.cardinals[word], here)
    if index != state.stop:
        return None
    if word in reader.lexicon.multipliers:
        return _multiply(reader.lexicon.multipliers[word], here)
    if word in reader.lexicon.scales:
        return _scale(reader.lexicon.scales[word], here)
    if state.figure and (suffix := _suffix(reader, index)):
        return _scale(suffix, here)
    return _decimals(reader, here) if word and reader.is_in(index, "points") and not state.figure else None


def _past_joiner(reader: Reader, state: State) -> int:
    """Past the word or hyphen between parts of a number: treinta y uno, twenty-one, two hundred and six."""
    tens = state.counted and Fraction(20) <= state.group % 100 and state.group % 10 == 0 and not state.figure
    if tens and (reader.is_in(state.stop, "tens_joiners") or reader.folded(state.stop) == "-"):
        return state.stop + 1
    hundreds = state.scale > 1 or (state.group >= 100 and state.group % 100 == 0)
    if hundreds and reader.is_in(state.stop, "joiners") and reader.folded(state.stop + 1) in reader.lexicon.cardinals:
        parted = reader.folded(state.stop + 2) in reader.lexicon.denominators or reader.is_in(state.stop + 2, "half_nouns")
        return state.stop + (not parted)
    return state.stop


def _takes_figure(reader: Reader, state: State, index: int) -> bool:
    """ "40 mil 735", "3 millones 452 mil": a whole number below a thousand after a scale word that ends what was read."""
    text = reader.lexemes[index].text
    return not state.counted and state.scale > 1 and text.isdecimal() and len(text) <= 3 and not state.fractional


def _figure(reader: Reader, state: State) -> State | None:
    read = read_figure(reader.lexemes[state.stop].text, reader.decimal)
    if read is None:
        return None
    value, guessed = read
    fractional = value.denominator != 1
    return replace(
        state,
        stop=state.stop + 1,
        group=value,
        room=Fraction(0),
        counted=True,
        figure=True,
        fractional=fractional,
        guessed=guessed,
    )


def _small(value: Fraction, state: State) -> State | None:
    if value >= state.room or (state.counted and value == 0) or state.fractional:
        return None
    room = Fraction(100) if value >= 100 else Fraction(10) if value >= 20 and value % 10 == 0 else Fraction(0)
    return replace(state, stop=state.stop + 1, group=state.group + value, room=room, counted=True, figure=False)


def _multiply(factor: Fraction, state: State) -> State | None:
    if not state.counted or not 0 < state.group < factor:
        return None
    return replace(state, stop=state.stop + 1, group=state.group * factor, room=factor, figure=False)


def _scale(factor: Fraction, state: State) -> State | None:
    """Thousands multiply the group and fill the block; millions and more multiply the block and fill the total."""
    opened = replace(state, stop=state.stop + 1, group=Fraction(0), room=THOUSAND, counted=False, scale=factor, figure=False)
    if factor < MILLION:
        number = state.group if state.counted else ONE
        return replace(opened, block=number * factor) if not state.block and number else None
    number = state.block + state.group
    if factor >= state.ceiling or not number:
        return None
    return replace(opened, total=state.total + number * factor, block=Fraction(0), ceiling=factor)


def _suffix(reader: Reader, index: int) -> Fraction | None:
    """Letters against a figure: "48bn", "10k"; "m" and "b" only after a currency sign ("$2.3m")."""
    if index >= len(reader.lexemes) or not (reader.glued(index) or reader.is_in(index, "abbreviated_scales")):
        return None
    letters = reader.lexemes[index].text
    money = reader.kind(index - 2) == "currency"
    return reader.lexicon.suffixes.get(letters) or (reader.lexicon.money_suffixes.get(letters) if money else None)


def _decimals(reader: Reader, state: State) -> State | None:
    """two point five, cuatro punto veinticinco."""
    tail, index = "", state.stop + 1
    while (digit := reader.lexicon.cardinals.get(reader.folded(index))) is not None and digit < 100:
        tail += str(digit)
        index += 1
    if not tail or len(tail) > 6:
        return None
    return replace(
        state, stop=index, group=state.group + Fraction(int(tail), 10 ** len(tail)), room=Fraction(0), fractional=True
    )


def _with_fraction(reader: Reader, state: State) -> State:
    """2 millones y medio, three million and a quarter, five and a half; then perhaps a scale: "two and a half million"."""
    if not reader.is_in(state.stop, "and_fraction") or state.fractional:
        return state
    index = state.stop + 1
    article = reader.is_in(index, "articles")
    if reader.is_in(index + article, "half_adjectives"):
        part, stop = HALF, index + article + 1
    elif (fraction := read_fraction(reader, index)) is not None and fraction.rule == "fraction":
        part, stop = fraction.value, fraction.stop
    else:
        return state
    whole = replace(state, stop=stop, group=state.group + part * state.scale, room=Fraction(0), counted=True, fractional=True)
    scale = reader.lexicon.scales.get(reader.folded(whole.stop)) if state.scale == 1 else None
    return (_scale(scale, whole) or whole) if scale else whole


def _finish(reader: Reader, start: int, state: State) -> Numeral:
    size = reader.lexicon.collectives.get(reader.folded(state.stop))
    if size is not None and state.value.denominator == 1:
        return Numeral(start=start, stop=state.stop + 1, value=state.value * size, rule="collective", linked=True, written=True)
    weak = state.stop == start + 1 and reader.is_in(start, "weak_ones")
    written = all(reader.kind(index) == "word" for index in range(start, state.stop))
    rule = "lone_separator" if state.guessed else "words" if written else "figures"
    return Numeral(
        start=start,
        stop=state.stop,
        value=state.value,
        scale=state.scale,
        rule=rule,
        weak=weak,
        linked=state.scale >= MILLION,
        written=written,
    )


def _suffixed_rank(reader: Reader, figure: str, suffix: int) -> Fraction | None:
    if not (reader.glued(suffix) and reader.is_in(suffix, "ordinal_suffixes")):
        return None
    return Fraction(int(figure)) if figure.isdecimal() and len(figure) <= MAX_RANK_DIGITS else None


def read_ordinal(reader: Reader, start: int) -> Numeral | None:
    """tercera (reunión), fifth (round), 3rd, 2.º: a rank, not an amount; "primer ministro" is neither."""
    if longest(reader.lexicon.ordinal_names, (reader.folded(start), reader.folded(start + 1)), 0):
        return None
    if reader.kind(start) == "figure":
        index = start + 1 + (reader.folded(start + 1) == "." and reader.glued(start + 1))
        rank = _suffixed_rank(reader, reader.lexemes[start].text, index)
    else:
        index, rank = start, reader.lexicon.ordinals.get(reader.folded(start))
    if rank is None:
        return None
    rule = "ordinal" if index == start else "ordinal_figure"
    return Numeral(start=start, stop=index + 1, value=rank, rule=rule, ordinal=True)


RULES = (read_vague, read_fraction, read_half, read_collective, read_quotient, read_ordinal, read_cardinal)
