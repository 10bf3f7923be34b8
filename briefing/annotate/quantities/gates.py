"""Numbers that are no quantities, each by a named gate: `article 5`, `F-16`, `2025`, `8 p.m.`, `2-1`, `aged 45`."""

from __future__ import annotations

from briefing.annotate.quantities.counted import Reading
from briefing.annotate.quantities.lexicon import longest, longest_before
from briefing.annotate.quantities.reader import Reader

FIRST_YEAR, LAST_YEAR = 1500, 2100
MAX_HOUR = 24
MAX_AGE = 110
HYPHENS = frozenset("-–")


def is_open(reader: Reader, reading: Reading) -> bool:
    """Whether a number passes every gate."""
    return not any(gate(reader, reading) for gate in GATES)


def is_open_late(reader: Reader, reading: Reading) -> bool:
    """Whether a number that no range has claimed passes the gates that had to wait for that."""
    return not any(gate(reader, reading) for gate in LATE_GATES)


def code(reader: Reader, reading: Reading) -> bool:
    """F-16, M-19, #5, '82, 007: a figure that a letter or another sign touches, or with a zero before it."""
    if reader.kind(reading.numeral.start) != "figure":
        return False
    before = reading.numeral.start - 1
    text = reader.lexemes[reading.numeral.start].text
    if len(text) > 1 and text.isdecimal() and text[0] == "0":
        return True
    if reader.glued(reading.numeral.start) and reader.folded(before) in {"-", "/", "#", "_", "–"} and reader.glued(before):
        return reader.kind(before - 1) == "word" or reader.folded(before) in {"/", "#", "_"}
    return reader.glued(reading.numeral.start) and (
        reader.kind(before) in {"word", "figure"} or reader.folded(before) in {"#", "/", "'", "’"}
    )


def letters_after(reader: Reader, reading: Reading) -> bool:
    """20s, 3D, 11-S, 14:30h, 24/7: what stands against the figure is no unit that is known."""
    last = reading.numeral.stop - 1
    if reader.kind(last) != "figure" or reading.counted.stop > reading.numeral.stop or not reader.glued(reading.numeral.stop):
        return False
    if reader.kind(reading.numeral.stop) == "word" or reader.folded(reading.numeral.stop) in {"/", "_"}:
        return True
    stop = reading.numeral.stop
    return reader.folded(stop) == "-" and reader.glued(stop + 1) and reader.kind(stop + 1) == "word"


def reference(reader: Reader, reading: Reading) -> bool:
    """artículo 27, Section 232, flight 370, número 5; also the later ones of "artículos 3, 27 y 123"."""
    if reader.is_in(reading.numeral.stop, "references_after"):
        return True
    index = reading.numeral.start - 1
    for _ in range(8):
        if _is_reference(reader, index):
            return not reading.counted.known
        if not (reader.is_in(index, "reference_joiners") or (reader.kind(index) == "figure" and index < reading.numeral.start)):
            return False
        index -= 1
    return False


def _is_reference(reader: Reader, index: int) -> bool:
    """A word such as "article", or an abbreviation of one with its stop ("art.")."""
    abbreviated = reader.folded(index) == "." and reader.folded(index - 1) + "." in reader.lexicon.words["references"]
    return abbreviated or reader.is_in(index, "references")


def year(reader: Reader, reading: Reading) -> bool:
    """2025, 1848: four digits without a separator, unless they count something that is known."""
    single = reading.numeral.stop == reading.numeral.start + 1 and reader.kind(reading.numeral.start) == "figure"
    if not single or reading.counted.known:
        return False
    text = reader.lexemes[reading.numeral.start].text
    return len(text) == 4 and text.isdecimal() and FIRST_YEAR <= int(text) <= LAST_YEAR


def calendar(reader: Reader, reading: Reading) -> bool:
    """3 de enero, January 3, the 3rd of May."""
    after = reading.numeral.stop + reader.is_in(reading.numeral.stop, "calendar_links")
    return reader.is_in(reading.numeral.start - 1, "calendar") or reader.is_in(after, "calendar")


def clock(reader: Reader, reading: Reading) -> bool:
    """a las 8, 8 p.m., 20 hrs."""
    if reading.numeral.value > MAX_HOUR:
        return False
    if longest(reader.lexicon.clock_after, _ahead(reader, reading.numeral.stop), 0):
        return True
    return (
        reading.counted.unit is None
        and longest_before(reader.lexicon.clock_before, _behind(reader, reading.numeral.start), 3) is not None
    )


def _ahead(reader: Reader, index: int) -> tuple[str, ...]:
    return tuple(reader.folded(place) for place in range(index, index + 4))


def _behind(reader: Reader, index: int) -> tuple[str, ...]:
    return tuple(reader.folded(place) for place in range(index - 3, index))


def age(reader: Reader, reading: Reading) -> bool:
    """ "a 30-year-old man", "de 45 años de edad", "Ana Ruiz, 45,": how old somebody is."""
    hyphen = reader.folded(reading.numeral.stop) == "-"
    if longest(reader.lexicon.ages_after, _ahead(reader, reading.numeral.stop + hyphen), 0):
        return True
    apposed = reader.folded(reading.numeral.start - 1) == "," and reader.folded(reading.numeral.stop) in {",", "."}
    name = reader.kind(reading.numeral.start - 2) == "word" and reader.lexemes[reading.numeral.start - 2].text[0].isupper()
    return apposed and name and reading.counted.unit is None and reading.numeral.value < MAX_AGE and not reading.numeral.written


def name(reader: Reader, reading: Reading) -> bool:
    """Boeing 787, iPhone 4, FTSE 100: a figure after a name, unless that is a place before what is counted."""
    before = reading.numeral.start - 1
    if reader.kind(before) != "word" or reader.kind(reading.numeral.start) != "figure" or reading.numeral.scale != 1:
        return False
    if reading.counted.known and reading.counted.kind != "number":
        return False
    if not _capital(reader, before):
        return False
    if reader.kind(before - 1) != "word":  # the sentence's first letter: "Llegaron 40 barcos", but "Boeing 787"
        return not reading.counted.unit and not reader.is_in(before, "not_counted")
    return not (reading.counted.unit and _is_place(reader, before))


def _capital(reader: Reader, index: int) -> bool:
    return reader.kind(index) == "word" and any(map(str.isupper, reader.lexemes[index].text))


def _is_place(reader: Reader, index: int) -> bool:
    """ "en Ciudad Juárez 12 agentes", "al Ecuador 58 piezas": the capitalized words before the number follow a preposition."""
    for place in range(index, index - 4, -1):
        if reader.is_in(place, "place_prepositions"):
            return True
        if not _capital(reader, place):
            return False
    return False


def acronym(reader: Reader, reading: Reading) -> bool:
    """DOS, Group of Seven: a number word in capitals, or capitalized among small letters inside a sentence."""
    start, stop = reading.numeral.start, reading.numeral.stop
    if reader.kind(start) != "word":
        return False
    word = reader.lexemes[start].text
    if word.isupper() and len(word) > 1:
        return not _capital(reader, start - 1) and not _capital(reader, stop)
    inside = reader.kind(start - 1) == "word" and start > 1
    return inside and word[0].isupper() and not (_capital(reader, start - 1) or _capital(reader, stop))


def enumerator(reader: Reader, reading: Reading) -> bool:
    """ "(1)", "1." or "1)" at the beginning of a line, "Ana Ruiz (45)"."""
    start, stop = reading.numeral.start, reading.numeral.stop
    if reader.kind(start) != "figure" or reading.counted.unit is not None or not reader.glued(stop):
        return False
    if reading.numeral.value >= MAX_AGE or stop > start + 1:
        return False
    if reader.folded(start - 1) == "(" and reader.glued(start) and reader.folded(stop) == ")":
        return True
    return reader.kind(start - 1) == "barrier" and reader.folded(stop) in {".", ")"}


def bare_ordinal(_: Reader, reading: Reading) -> bool:
    """at first, en segundo lugar: a rank in words of nothing that is known."""
    return reading.numeral.rule == "ordinal" and not reading.counted.known


def pronoun(reader: Reader, reading: Reading) -> bool:
    """no one, uno de ellos, un hombre: a "one" counts only a known unit; an article besides only money and measures."""
    if not reading.numeral.weak or reading.numeral.value < 0:
        return False
    if reading.counted.unit is None and _number_of_whole(reader, reading.numeral.stop):
        return False
    article = reader.is_in(reading.numeral.start, "article_ones") and reading.counted.kind == "number"
    return not reading.counted.known or (article and reading.modifier is None)


def _number_of_whole(reader: Reader, index: int) -> bool:
    """ "in five", "de cada diez": a number stands after the words that make a "one" a fraction of it."""
    found = longest(reader.lexicon.n_of_m, _ahead(reader, index), 0)
    after = index + found[0] if found else index
    return after > index and (reader.kind(after) == "figure" or reader.folded(after) in reader.lexicon.cardinals)


def touching_figures(reader: Reader, reading: Reading) -> bool:
    """2-1, 555-1234, 737-800: figures joined by a hyphen that no range has claimed."""
    start, stop = reading.numeral.start, reading.numeral.stop
    tight = reader.glued(stop) and reader.glued(stop + 1)
    after = reader.folded(stop) in HYPHENS and tight and reader.kind(stop + 1) == "figure"
    before = reader.folded(start - 1) in HYPHENS and reader.glued(start) and reader.kind(start - 2) == "figure"
    return reader.kind(start) == "figure" and (after or before)


GATES = (code, letters_after, reference, calendar, year, clock, age, name, acronym, enumerator, bare_ordinal, pronoun)
LATE_GATES = (touching_figures,)
"""Asked once ranges have been joined."""
