"""What a number counts, whether it is one of a part or of others, the day of a telling, and when two amounts are two.

Not two: rounding, a bound that the other keeps to.
"""

from __future__ import annotations

import re
from collections.abc import Collection

from briefing.consolidate.bridges import dictionary
from briefing.consolidate.sentences import (
    above,
    below,
    index_of,
    is_verb,
    load_words,
    verb_over,
)
from briefing.consolidate.values.estimates import ROUNDING, bounded, is_another
from briefing.model import Doc, Language, Quantity, Sentence, Span

VAGUE = 0.12
"""`about 300`, `casi 300`: amounts this near to each other may be one."""
EXACT, LEAST_EXACT = 0.02, 100
"""Counts from so many on that end in no zero are told to the last one: nearer to each other, one may be a slip."""
UNITS_IN = "en"
"""The language in which the units of quantities are named."""
DURATION = "duration"
DURATIONS = frozenset({"second", "minute", "hour"})
DAY_BEHIND = 3
"""So many words back may stand who says it on that day: `said on Tuesday`, `informó este martes`."""


def unit_of_words(language: Language, quantity: Quantity) -> str:
    """The sense of the word for what is counted; a time in minutes or hours is one unit."""
    unit = quantity.unit or ""
    return DURATION if unit in DURATIONS else sense_of_unit(language, unit)


def sense_of_unit(language: Language, unit: str) -> str:
    """The sense of a unit: the article's own word, or one of the names that quantities have in every language (`person`); of a
    rate, of what is told so often: `tonne/year`."""
    unit, slash, per = unit.partition("/")
    if slash:
        return f"{sense_of_unit(language, unit)}/{per}"
    return dictionary().get((language, unit)) or dictionary().get((UNITS_IN, unit), unit)


# ------------------------------------------------------------------ what a count is of


def is_part(doc: Doc, quantity: Quantity, spared: Collection[str] = ()) -> bool:
    """`otros doce pescadores`, `12 more fishermen`, `twelve of them`; what is `spared` beside it makes it no part."""
    text, words = doc.article.text, load_words(doc.article.language)
    around = words_beside(quantity.span, text, 12, 10)
    if quantity.kind == "rate":  # `135 million a year`
        around = around.replace(quantity.span.of(text), " ")
    for phrase in spared:
        around = re.sub(rf"(?i)\b{re.escape(phrase)}\b", " ", around)
    return is_another(around, quantity, text, words)


def words_beside(span: Span, text: str, before: int, behind: int) -> str:
    """A number with the whole words of so many characters before and behind it: `contra` is no word of `contrabando`."""
    start, stop = max(0, span.start - before), min(len(text), span.stop + behind)
    while start < span.start and start > 0 and text[start - 1].isalnum() and text[start].isalnum():
        start += 1
    while stop > span.stop and stop < len(text) and text[stop - 1].isalnum() and text[stop].isalnum():
        stop -= 1
    return text[start:stop]


def is_day_of_telling(doc: Doc, sentence: Sentence, span: Span) -> bool:
    """`said on Tuesday`, also where the tree hangs the day on another verb; not `said that in May 14 boats came`."""
    index, saying = index_of(sentence, span), load_words(doc.article.language).saying
    verb = verb_over(sentence, index) if index is not None and not is_of_predicate(sentence, index) else None
    before = [i for i, token in enumerate(sentence.tokens) if token.span.stop <= span.start][-DAY_BEHIND:]
    beside = [i for i in before if sentence.tokens[i].upos in {"VERB", "NOUN", "PROPN", "PUNCT", "SCONJ"}][-1:]
    said = [i for i in beside if not is_thing_said(sentence, i)]
    return any(sentence.tokens[i].lemma.lower() in saying for i in (*said, *((verb,) if verb is not None else ())))


def is_thing_said(sentence: Sentence, index: int) -> bool:
    """`handed over a note on Wednesday`: a noun that is spelled like a verb of saying tells nothing on that day."""
    return sentence.tokens[index].upos == "NOUN" and bool(below(sentence, index, "det", "amod", "compound", "nmod"))


def is_of_predicate(sentence: Sentence, index: int) -> bool:
    """`holds that the lorries were 43 since May`: the day hangs on what is said of them, before any verb."""
    for one in above(sentence, index):
        if is_verb(sentence.tokens[one]):
            return False
        if below(sentence, one, "cop"):
            return True
    return False


# ------------------------------------------------------------------ whether two are of one thing


def is_other_amount(a: Quantity, b: Quantity) -> bool:
    """Further apart than rounding, and neither a bound that the other keeps to."""
    if a.high is not None or b.high is not None:
        return False
    if bounded(a, b) or bounded(b, a):
        return False
    vague = any(one.modifier and is_round(one) for one in (a, b))
    near = VAGUE if vague else EXACT if is_exact(a) and is_exact(b) else ROUNDING
    return abs(a.value - b.value) > near * max(abs(a.value), abs(b.value))


def is_round(count: Quantity) -> bool:
    """`about 300`, `about 2.5 million`; who says `about 2.8 million` does not mean 2.5."""
    digits = f"{abs(float(count.value)):e}".partition("e")[0].replace(".", "")
    return digits[1] in "05"


def is_exact(count: Quantity) -> bool:
    """`212 schools`: nothing that is rounded ends so."""
    return count.kind == "number" and count.value >= LEAST_EXACT and float(count.value) % 10 != 0
