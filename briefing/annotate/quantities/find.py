"""Quantities of a text: numbers in words and figures with modifier, unit, range, earlier value and rate.

Method: lexemes, a small number grammar, then named rules that join a number with what stands around it.  Each step looks at
a bounded window, so that time is linear.  Against the libraries for this (recognizers-text, Duckling) it adds the news
style of Mexico ("40 mil 735", "3.2 mdd") and reads the separators by the document instead of by a setting.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from briefing.annotate.quantities.counted import Counted, Reading, read_counted
from briefing.annotate.quantities.gates import is_open
from briefing.annotate.quantities.joins import join
from briefing.annotate.quantities.lexer import decimal_mark, lex
from briefing.annotate.quantities.lexicon import load_lexicon, longest, longest_before
from briefing.annotate.quantities.numerals import read_numeral
from briefing.annotate.quantities.reader import Numeral, Reader
from briefing.model import Language, Modifier, Quantity, Span

MAX_MODIFIER = 4
GROUP = 1000
THOUSANDS = re.compile(r"[1-9]\d{0,2}[.,]\d{3}")
"""A figure of which the mark may part thousands or decimals: `2,600`."""
BETWEEN = 2
"""Articles that may stand between a modifier and its number: "más de los 40", "cerca de un 18 %"."""


def find_quantities(
    text: str, language: Language, *, taken: Sequence[Span] = (), skip: Sequence[Span] = ()
) -> tuple[Quantity, ...]:
    """Every quantity of a text, in its order, none overlapping another.

    `taken` are spans that dates have claimed, `skip` those that are not prose: no quantity touches either.  A quantity's
    span covers its modifier, number and unit.  Raises KnowledgeError for a language without data.

    >>> find_quantities("Rescataron a más de 3 mil 200 personas.", "es")[0].value
    3200
    """
    lexicon = load_lexicon(language)
    lexemes = lex(text, lexicon, [*taken, *skip])
    reader = Reader(lexemes, lexicon, decimal_mark(lexemes, lexicon.file.decimal))
    return tuple(join(reader, _readings(reader)))


def _readings(reader: Reader) -> list[Reading]:
    readings: list[Reading] = []
    index = free = 0
    while index < len(reader.lexemes):
        numeral = read_numeral(reader, index) if reader.kind(index) in {"figure", "word"} else None
        reading = _read_around(reader, numeral, free) if numeral else None
        if reading is not None and is_open(reader, reading):
            readings.append(reading)
            free = reading.stop
        index = max(index + 1, numeral.stop if numeral else 0, free)
    return readings


def _read_around(reader: Reader, numeral: Numeral, free: int) -> Reading:
    """A number with unit and modifier.  `free` is the first lexeme that no earlier quantity has taken."""
    numeral = _signed(reader, numeral)
    counted = read_counted(reader, numeral)
    if is_split_count(reader, numeral, counted):
        numeral = replace(numeral, value=numeral.value * GROUP)
    counted = replace(counted, start=max(counted.start, free))
    start, modifier = _modifier_before(reader, counted.start, free)
    stop, after = _modifier_after(reader, counted.stop, numeral.stop)
    about: Modifier | None = "about" if numeral.about else None
    return Reading(numeral=numeral, counted=counted, start=start, stop=stop, modifier=modifier or after or about)


def is_split_count(reader: Reader, numeral: Numeral, counted: Counted) -> bool:
    """`2,600 families` in a text that writes `4,5 %` too: of what is counted nobody tells thousandths."""
    figure = reader.lexemes[numeral.start].text if numeral.stop == numeral.start + 1 else ""
    one_group = THOUSANDS.fullmatch(figure) is not None and numeral.value.denominator != 1
    return one_group and counted.kind == "number" and counted.unit is not None and counted.scale == 1


def _signed(reader: Reader, numeral: Numeral) -> Numeral:
    """-0.3, minus five: a sign that no word or figure stands against."""
    before = numeral.start - 1
    if reader.is_in(before, "minus"):
        return replace(numeral, start=before, value=-numeral.value)
    hyphen = reader.folded(before) in {"-", "−"} and reader.glued(numeral.start) and reader.kind(numeral.start) == "figure"
    if hyphen and not reader.glued(before):
        return replace(numeral, start=before, value=-numeral.value)
    return numeral


def _modifier_before(reader: Reader, start: int, free: int) -> tuple[int, Modifier | None]:
    """más de 40, casi el 40, at least 40, more than a third: where the words begin, and what they mean."""
    for gap in range(BETWEEN + 1):
        stop = start - gap
        if stop <= free or (gap and not _may_stand_between(reader, stop)):
            break
        low = max(free, stop - MAX_MODIFIER)
        found = longest_before(reader.lexicon.modifiers, tuple(reader.folded(place) for place in range(low, stop)), stop - low)
        if found is not None and not _is_particle(reader, low + found[0], stop):
            return low + found[0], found[1]  # type: ignore[return-value]
    return start, None


def _is_particle(reader: Reader, start: int, stop: int) -> bool:
    """`handed over 12 prisoners`: the word belongs to the verb before it, and the number is not more than 12."""
    return stop - start == 1 and reader.is_in(start, "particles") and reader.is_in(start - 1, "with_particle")


def _may_stand_between(reader: Reader, index: int) -> bool:
    return (reader.is_in(index, "determiners") or reader.is_in(index, "weak_ones")) and not reader.is_in(index, "articles")


def _modifier_after(reader: Reader, *stops: int) -> tuple[int, Modifier | None]:
    """40 o más, 40 people or more, 20 or so."""
    for stop in stops:
        words = tuple(reader.folded(place) for place in range(stop, stop + MAX_MODIFIER))
        found = longest(reader.lexicon.modifiers_after, words, 0)
        if found is not None:
            return max(stop + found[0], *stops), found[1]  # type: ignore[return-value]
    return stops[0], None
