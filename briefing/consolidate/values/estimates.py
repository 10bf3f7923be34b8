"""Two values of one thing side by side: `officials said 14 were killed; the Red Crescent put the number at nine`.

One sentence, or two that follow each other in a paragraph: the first half has one number, the second another one of the same
kind behind words that say that somebody else has it so.  A part, another time or another thing is no second value.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from briefing.consolidate.accounts.differing import Difference
from briefing.consolidate.sentences import Words, bodies, countries_of, load_words, quantities_in, quote, says
from briefing.consolidate.week import Week
from briefing.knowledge import load_language
from briefing.model import SCRAMBLED, Claim, Doc, Evidence, Number, Quantity, Span

ROUNDING = 0.05
"""Amounts this near to each other are one amount, rounded."""
LONGEST_HEDGE = 3
"""Words between what gives another's value and the number: `at about`, `no more than`."""
LOWER_BOUNDS = frozenset({"more_than", "at_least"})
UPPER_BOUNDS = frozenset({"less_than", "at_most", "nearly"})
TELLING = frozenset({"percent", "currency", "measure", "rate", "number"})

SET = frozenset({"percent", "currency", "rate"})
"""Kinds of amounts that somebody decides: `set it at 18,000 francs`."""


TAKEN_BACK = "value_taken_back"
"""The rule on `son 34, y no 20 como sostiene Ankara`."""


class Half(NamedTuple):
    """One side of a contrast, with the sentence that it is of."""

    span: Span
    sentence: int


def side_by_side(week: Week) -> Iterator[Difference]:
    """The contrasts of every article."""
    keys = [(name, number) for (name, number), _ in bodies(week)]
    for name, number in keys:
        doc = week.docs[name]
        for first, second in (*corrections(doc, number), *halves(doc, number)):
            taken_back = corrected(doc, first, second)
            pair = taken_back or two_values(doc, first, second)
            if pair:
                values = {printed(q.value): [telling(doc, half)] for q, half in zip(pair, (first, second), strict=True)}
                rule = TAKEN_BACK if taken_back else "two_values_side_by_side"
                apart = {"two_governments"} if are_of_two_countries(doc, first, second, rule) else set()
                yield Difference((), "amount", values, rule, frozenset({"one_unit", *apart}))
                break


def are_of_two_countries(doc: Doc, first: Half, second: Half, rule: str) -> bool:
    """`según Atenas … según Ankara`: each half names a country of its own; `no 20 como sostiene Ankara`: who has it so."""
    if rule == TAKEN_BACK:
        behind = Span(second.span.stop, doc.sentences[second.sentence].span.stop).of(doc.article.text)
        claimed = re.split("[,;]", behind)[0]
        return bool(countries_of(doc, [Span(second.span.stop, second.span.stop + len(claimed))]))
    mine, theirs = (countries_of(doc, [half.span]) for half in (first, second))
    return bool(mine and theirs - mine)


def printed(value: Number) -> str:
    """A number as a conflict's value, without an exponent."""
    return str(int(value)) if float(value).is_integer() else f"{value:g}"


def telling(doc: Doc, half: Half) -> Claim:
    return Claim(evidence=sentence_of(doc, half.sentence), sentence=half.sentence)


def sentence_of(doc: Doc, number: int) -> Evidence:
    return quote(doc.article, doc.sentences[number].span)


def halves(doc: Doc, number: int) -> Iterator[tuple[Half, Half]]:
    """A sentence cut at each sign or word of contrast, and the sentence with the one before it."""
    sentence, words = doc.sentences[number], load_words(doc.article.language)
    text = sentence.span.of(doc.article.text)
    joined = "|".join(re.escape(word) for word in words.contrasts)
    for cut in re.finditer(rf";|,? \b(?:{joined})\b", text):
        at = sentence.span.start + cut.start()
        yield Half(Span(sentence.span.start, at), number), Half(Span(at, sentence.span.stop), number)
    if number == 0 or SCRAMBLED in doc.article.notes:
        return
    before = doc.sentences[number - 1]
    if before.kind == "body" and before.paragraph == sentence.paragraph:
        yield Half(before.span, number - 1), Half(sentence.span, number)


def corrections(doc: Doc, number: int) -> Iterator[tuple[Half, Half]]:
    """A sentence cut where it takes back another's number: `son 34, y no 20 como sostiene Ankara`."""
    sentence, rows = doc.sentences[number], load_language("compare", "words")
    text, language = sentence.span.of(doc.article.text), doc.article.language
    leads, links = ("|".join(map(re.escape, rows[row][language])) for row in ("corrected", "corrected_by"))
    for cut in re.finditer(rf"\b(?:{leads}) [\d.,]*\d\b(?=(?: \w+)?,? (?:{links}) )", text):
        at = sentence.span.start + cut.start()
        yield Half(Span(sentence.span.start, at), number), Half(Span(at, sentence.span.start + cut.end()), number)


def corrected(doc: Doc, first: Half, second: Half) -> tuple[Quantity, Quantity] | None:
    """The number that holds, the only one of its kind before, and the one that is taken back."""
    if second.span.stop == doc.sentences[second.sentence].span.stop:
        return None
    later = telling_quantities(doc, second.span) or bare_number(doc, second)
    fitting = [q for q in telling_quantities(doc, first.span) if later and later[0].unit in {None, q.unit}]
    if len(later) != 1 or len(fitting) != 1 or fitting[0].value == later[0].value:
        return None  # of two numbers before, which is taken back?
    return fitting[0], later[0]


def two_values(doc: Doc, first: Half, second: Half) -> tuple[Quantity, Quantity] | None:
    """The two numbers, where the second half gives its own as another's word for the first's."""
    words, text = load_words(doc.article.language), doc.article.text
    left, right = telling_quantities(doc, first.span), telling_quantities(doc, second.span) or bare_number(doc, second)
    if len(right) != 1:
        return None
    later = right[0]
    fitting = [q for q in left if is_comparable(q, later)]
    if len(fitting) > 1 and later.unit is None:  # `held for six hours … held for two`
        fitting = [q for q in fitting if word_before(q, text) == word_before(later, text)]
    if len(fitting) != 1 or is_another(second.span.of(text), later, text, words):
        return None
    before = Span(second.span.start, later.span.start).of(text)
    cued = is_estimate(before, words) and not is_a_change(before, later, words)
    if not cued and not is_by_source(doc, first, second, words):
        return None
    a, b = fitting[0].value, later.value
    return (fitting[0], later) if abs(a - b) > ROUNDING * max(abs(a), abs(b)) else None


def telling_quantities(doc: Doc, span: Span) -> list[Quantity]:
    return [q for q in quantities_in(doc, span) if q.kind in TELLING and q.from_value is None and q.high is None]


def bounded(bound: Quantity, other: Quantity) -> bool:
    """`more than 200` holds of 310, `fewer than 200` of 150."""
    if bound.modifier in LOWER_BOUNDS:
        return other.value >= bound.value
    return bound.modifier in UPPER_BOUNDS and other.value <= bound.value


def bare_number(doc: Doc, half: Half) -> list[Quantity]:
    """`según Ankara, 35.`: a number of digits that counts nothing by itself."""
    dated = [date.span for date in doc.dates if half.span.overlaps(date.span)]
    tokens = [t for t in doc.sentences[half.sentence].tokens if half.span.contains(t.span) and t.upos == "NUM"]
    digits = [t for t in tokens if t.form.isdecimal() and not any(span.overlaps(t.span) for span in dated)]
    return [Quantity(span=t.span, value=int(t.form)) for t in digits]


def is_comparable(left: Quantity, right: Quantity) -> bool:
    """One unit, or a second number without a unit of its own: `veinte minutos; según Ankara, 35`."""
    if left.unit is None:
        return False
    same = left.unit == right.unit or left.unit.partition("/")[0] == right.unit
    return (same or right.unit is None) and not (bounded(left, right) or bounded(right, left))


def word_before(quantity: Quantity, text: str) -> str:
    return (text[: quantity.span.start].split() or [""])[-1].lower()


def is_another(half: str, later: Quantity, text: str, words: Words) -> bool:
    """`another nine`, `nine of them`, `nine a year earlier`."""
    plain = " ".join(half.lower().split())
    for hedge in words.hedges:
        plain = plain.replace(hedge, " ")
    return says(plain, words.apart)


def is_estimate(before: str, words: Words) -> bool:
    """Whether the words just before a number say that somebody has it so, of what was told before."""
    lowered = " ".join(before.lower().split())
    verbs, things, links = ("|".join(map(re.escape, group)) for group in (words.verbs, words.things, words.links))
    put = rf"\b(?:{verbs}) (?:{things}) (?:{links})\b|\b(?:{things}) (?:{verbs}) (?:{links})\b"
    # what stands between the words and the number belongs to the number: `at about`, `en unos`
    last = max((m.end() for m in re.finditer(put, lowered)), default=None)
    phrase = max((lowered.rfind(p) + len(p) for p in words.estimate_phrases if p in lowered), default=None)
    ends = [end for end in (last, phrase) if end is not None]
    return bool(ends) and len(lowered[max(ends) :].split()) <= LONGEST_HEDGE


def is_a_change(before: str, later: Quantity, words: Words) -> bool:
    """`Togo la elevó a 18.000 francos`, `los intereses, que elevan la cifra a 131`: a new value, no rival one."""
    raising, pronouns, owners = ("|".join(map(re.escape, group)) for group in (words.raising, words.pronouns, words.owners))
    spent = rf"\b(?:{pronouns}) (?:{raising})\b|\b(?:{raising}) (?:{pronouns})\b" if later.kind in SET else "(?!)"
    return bool(re.search(rf"\b(?:{owners}) (?:{raising})\b|{spent}", " ".join(before.lower().split())))


def is_by_source(doc: Doc, first: Half, second: Half, words: Words) -> bool:
    """`según Atenas duró veinte minutos; según Ankara, 35`: both have a source, and the second no verb of its own."""
    text = doc.article.text
    if not all(says(half.span.of(text), words.sources) for half in (first, second)):
        return False
    tokens = [t for t in doc.sentences[second.sentence].tokens if second.span.contains(t.span)]
    return not any(t.upos in {"VERB", "AUX"} for t in tokens)


__all__ = ["TAKEN_BACK", "printed", "side_by_side"]
