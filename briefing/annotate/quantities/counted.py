"""What a number counts: a percentage, money, a measure, a known unit, or else the noun as it is written.

Known units have one id in both languages ("40 mil 735 personas" and "40,735 people" are both `person`); an unknown noun is
given in the singular, as it stands.  There is no parser here: a noun is accepted only by its plural ending, and only before
the first word that cannot stand inside a noun phrase.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from briefing.annotate.quantities.lexicon import Unit, UnitKind, singular
from briefing.annotate.quantities.numerals import MILLION
from briefing.annotate.quantities.reader import Numeral, Reader
from briefing.model import Modifier

REACH = 3
"""Words that may stand between a number and its noun: "12 unaccompanied Central American minors"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """The unit that follows (or a currency sign that precedes) a number; `start:stop` are the lexemes of both."""

    start: int
    stop: int
    unit: str | None = None
    kind: UnitKind = "number"
    scale: Fraction = Fraction(1)
    known: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """A number with its unit and modifier; `start:stop` are the lexemes of all three."""

    numeral: Numeral
    counted: Counted
    start: int
    stop: int
    modifier: Modifier | None = None
    per: str | None = None

    @property
    def value(self) -> Fraction:
        return self.numeral.value * self.counted.scale


def read_counted(reader: Reader, numeral: Numeral) -> Counted:
    """What the number counts, by the first rule that finds it; without a unit where none does."""
    if numeral.ordinal:
        return _ranked(reader, numeral)
    for rule in (_money_before, _sign_after, _phrase_after, _noun_after):
        counted = rule(reader, numeral)
        if counted is not None:
            return counted
    return Counted(start=numeral.start, stop=numeral.stop)


def _ranked(reader: Reader, numeral: Numeral) -> Counted:
    """What stands at a rank: the known unit that follows ("third meeting"), in the singular or the plural."""
    found = reader.unit_at(numeral.stop)
    if found is None or found[1].kind in {"percent", "currency"}:
        return Counted(start=numeral.start, stop=numeral.stop)
    return Counted(start=numeral.start, stop=found[0], unit=found[1].id, known=True)


def _money_before(reader: Reader, numeral: Numeral) -> Counted | None:
    """$ 5, US$5, EUR 5."""
    before = numeral.start - 1
    if reader.kind(before) == "currency":
        unit = _sign(reader, before)
    elif reader.kind(before) == "word" and reader.lexemes[before].text in reader.lexicon.codes:
        unit = Unit(id=reader.lexemes[before].text, kind="currency")
    else:
        return None
    named = reader.unit_at(numeral.stop + reader.is_in(numeral.stop, "of"))
    if named is not None and named[1].kind == "currency":  # "$5 million Canadian dollars", "$300 pesos"
        return Counted(start=before, stop=named[0], unit=named[1].id, kind="currency", scale=named[1].scale, known=True)
    return Counted(start=before, stop=numeral.stop, unit=unit.id, kind="currency", known=True)


def _sign(reader: Reader, index: int) -> Unit:
    return reader.lexicon.signs[reader.lexemes[index].text.replace(" ", "").casefold()]


def _sign_after(reader: Reader, numeral: Numeral) -> Counted | None:
    """5 %, 5 km, 5 €, 5 USD."""
    index = numeral.stop + (reader.is_in(numeral.stop, "of") and numeral.linked)
    if index >= len(reader.lexemes):
        return None
    lexeme = reader.lexemes[index]
    unit: Unit | None = None
    if lexeme.kind == "currency":
        unit = _sign(reader, index)
    elif lexeme.text in reader.lexicon.codes:
        unit = Unit(id=lexeme.text, kind="currency")
        if (scale := reader.lexicon.scales.get(reader.folded(index + 1))) and numeral.scale == 1:  # "75 USD million"
            return Counted(start=numeral.start, stop=index + 2, unit=unit.id, kind=unit.kind, scale=scale, known=True)
    elif not numeral.written or lexeme.text == "%":
        unit = reader.lexicon.measures.get(lexeme.text)
    if unit is None or (lexeme.kind == "currency" and reader.kind(index + 1) == "figure" and not lexeme.glued):
        return None
    return Counted(start=numeral.start, stop=index + 1, unit=unit.id, kind=unit.kind, known=True)


def _phrase_after(reader: Reader, numeral: Numeral) -> Counted | None:
    """A known unit, straight after the number, after "of", after a hyphen ("12-cent") or after words that may come between."""
    index = _past_of(reader, numeral)
    hyphen = reader.folded(index) == "-" and reader.glued(index) and reader.glued(index + 1)
    for place in [index + 1] if hyphen else [index, *_places(reader, index)[1:]]:
        found = reader.unit_at(place)
        near = place == index or hyphen
        if found is not None and (near or found[1].kind == "number") and _agrees(reader, numeral, place, found):
            return _as_counted(reader, numeral, *found)
    return None


def _agrees(reader: Reader, numeral: Numeral, place: int, found: tuple[int, Unit]) -> bool:
    """A counted noun stands in the plural, which tells "12 minors" from "12 minor injuries"; money and measures need not."""
    stop, unit = found
    if unit.kind != "number":
        return True
    if not _may_be_noun(reader, place):
        return False
    hyphen = reader.folded(place - 1) == "-"
    return hyphen or abs(numeral.value) == 1 or any(_is_plural(reader, word) for word in range(place, stop))


def _as_counted(reader: Reader, numeral: Numeral, stop: int, unit: Unit) -> Counted:
    money = unit.money_from_millions
    if money is not None and numeral.value >= MILLION and not reader.is_in(stop, "of"):
        return Counted(start=numeral.start, stop=stop, unit=money, kind="currency", known=True)
    return Counted(start=numeral.start, stop=stop, unit=unit.id, kind=unit.kind, scale=unit.scale, known=True)


def _past_of(reader: Reader, numeral: Numeral) -> int:
    """Past "de" and an article after a number that takes them: millones de, la mitad de los, a third of the."""
    index = numeral.stop
    if numeral.linked and reader.is_in(index, "of"):
        index += 1
    return index + (numeral.linked and numeral.value < 1 and reader.is_in(index, "determiners"))


def _places(reader: Reader, index: int) -> list[int]:
    """Where the noun may stand: here, and further on as long as only words of a noun phrase come between."""
    places = []
    for place in range(index, index + REACH + 1):
        if reader.kind(place) != "word" or not _inside_phrase(reader, place):
            break
        places.append(place)
        if _is_plural(reader, place) and not reader.is_in(place, "premodifiers"):
            break
        if not reader.lexicon.file.nouns_last and not reader.is_in(place, "premodifiers"):
            break
    return places


def _inside_phrase(reader: Reader, place: int) -> bool:
    word = reader.lexemes[place]
    pronoun = reader.is_in(place, "not_counted") and not (word.text.isupper() and len(word.text) > 1)  # "US", "UN"
    return not pronoun and word.text.isalpha() and word.folded not in reader.lexicon.cardinals


def _is_plural(reader: Reader, place: int) -> bool:
    word = reader.lexemes[place]
    if word.folded in reader.lexicon.words["plurals_without_mark"]:
        return True
    return word.folded.endswith("s") and word.key != word.folded and len(word.text) > 3


def _may_be_noun(reader: Reader, place: int) -> bool:
    """Not a name: "los 32 Estados" may count, "01-15 Estados Unidos" does not; "four Rolls-Royce engines"."""
    word = reader.lexemes[place].text
    hyphened = reader.folded(place + 1) == "-" and reader.glued(place + 1)
    return not hyphened and (reader.lexicon.file.capitals_count or word.isupper() or word[0].islower())


def _noun_after(reader: Reader, numeral: Numeral) -> Counted | None:
    """The noun as it is written, in the singular: the first plural inside the noun phrase."""
    if numeral.weak or reader.folded(numeral.stop) == "-":
        return None
    for place in _places(reader, _past_of(reader, numeral)):
        if _is_plural(reader, place) and not reader.is_in(place, "premodifiers"):
            return (
                Counted(start=numeral.start, stop=place + 1, unit=_noun(reader, place)) if _may_be_noun(reader, place) else None
            )
    return None


def _noun(reader: Reader, place: int) -> str:
    word = reader.lexemes[place].text
    noun = singular(word, reader.lexicon.file)
    return noun.capitalize() if word[0].isupper() and not word.isupper() else noun
