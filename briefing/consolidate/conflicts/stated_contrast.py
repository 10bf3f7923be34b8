"""What an article says itself that another has otherwise, and the article that has it so.

`some 2,100 files, a figure far below the one that Zagreb gives`, beside `4,800 files` of the minister in Zagreb; `is set for
June 26, and not for the 30th, as the minister had said`, beside the minister's `June 30`.  The article states the disagreement;
the other side must be found, by one value only.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from briefing.consolidate.accounts.assertions import side_of
from briefing.consolidate.accounts.differing import Difference
from briefing.consolidate.conflicts.tellings import called_in
from briefing.consolidate.sentences import bodies, claim_at, countries_of, dates_in, names_in, quantities_in
from briefing.consolidate.values.estimates import LOWER_BOUNDS, UPPER_BOUNDS, printed
from briefing.consolidate.values.matters import Matter
from briefing.consolidate.values.one_thing import shared_things
from briefing.consolidate.values.other_values import bearers_of
from briefing.consolidate.week import SentenceKey, Week
from briefing.knowledge import load_language
from briefing.model import Doc, Sentence, Span, Statement

NEAR_WORDS = 6
"""Words between the noun of counting and what says that it is another."""
NEAR = 1.35
"""Up to how many times the smaller the greater count of one day is, where two languages have other words for the things."""
BOUNDS = LOWER_BOUNDS | UPPER_BOUNDS
FARTHEST = 4.0
"""Up to how many times the smaller of two sums that an article sets against each other the greater one is."""
FINE, COUNTRIES, LONGEST = 10, 2, 60
"""Characters of a day; countries that both articles are about; characters between a day and the one that it is not."""


def stated_contrasts(week: Week, told: Sequence[Matter]) -> Iterator[Difference]:
    """The figures and the days that an article says another has otherwise, each with the only such value of the others."""
    yield from contrasted_figures(week, told)
    yield from disowned_figures(week, told)
    for key, sentence in bodies(week):
        yield from contrasted_days(week, key, sentence)


# ------------------------------------------------------------------ figures


def contrasted_figures(week: Week, told: Sequence[Matter]) -> Iterator[Difference]:
    counts = [one for one in told if one.quantity and one.quantity.kind == "number" and not one.standings]
    for mine in counts:
        doc = week.docs[mine.key[0]]
        behind = contrast_behind(doc, doc.sentences[mine.key[1]], mine)
        whose = countries_of_contrast(week, mine.key, behind) if behind else frozenset()
        theirs = [one for one in counts if is_their_count(week, mine, one, whose)]
        if len({one.quantity.value for one in theirs if one.quantity}) == 1 and mine.quantity and theirs[0].quantity:
            values = {printed(one.quantity.value): [claim_at(week, one.key)] for one in (mine, theirs[0]) if one.quantity}
            yield Difference((), "amount", values, "stated_figures")


def disowned_figures(week: Week, told: Sequence[Matter]) -> Iterator[Difference]:
    """`was 2.8 million and not the amount quoted by Santiago`: the one sum of another article that is told of the same.

    Of several sums of the size that the others tell, one may be a share: `has set aside 1.2 million for the bridge`.
    """
    for mine in (one for one in told if one.quantity and one.quantity.kind != "percent"):
        if not is_disowning(week, mine):
            continue
        near = [one for one in told if is_sum_of_the_size(mine, one)]
        theirs = [one for one in near if is_of_their_matter(mine, one)]
        values = {one.quantity.value for one in near if one.quantity}
        if theirs and len(values) == 1 and mine.quantity and theirs[0].quantity:
            sides = {printed(one.quantity.value): [claim_at(week, one.key)] for one in (mine, theirs[0]) if one.quantity}
            yield Difference((), "amount", sides, "stated_figures")


def is_disowning(week: Week, mine: Matter) -> bool:
    """Whether the only number of a sentence stands before `not the amount that …`, or behind a figure not recognised."""
    doc = week.docs[mine.key[0]]
    sentence, rows = doc.sentences[mine.key[1]], load_language("compare", "words")
    numbers = quantities_in(doc, sentence.span)
    if mine.quantity is None or any(q.kind == mine.quantity.kind and q.span != mine.quantity.span for q in numbers):
        return False
    behind = doc.article.text[mine.quantity.span.stop : sentence.span.stop].lower()
    before = doc.sentences[mine.key[1] - 1] if mine.key[1] else None
    said = before.span.of(doc.article.text) if before and before.kind == sentence.kind == "body" else ""
    nouns = "|".join(rows["named_at_all"]["number"][doc.article.language])
    leads = "|".join(rows["not_their"][doc.article.language])
    verbs = "|".join(rows["not_recognised"][doc.article.language])
    return bool(re.search(rf"\b(?:{leads}) (?:{nouns})\b", behind) or re.search(rf"\b(?:{verbs}) (?:{nouns})\b", said.lower()))


def is_sum_of_the_size(mine: Matter, other: Matter) -> bool:
    """Of one unit and about as much, in another article about the same countries."""
    if other.quantity is None or mine.quantity is None or other.key[0] == mine.key[0] or not mine.unit & other.unit:
        return False
    small, great = sorted((float(mine.quantity.value), float(other.quantity.value)))
    return 0 < small < great <= FARTHEST * small and len(mine.around & other.around) >= COUNTRIES


def is_of_their_matter(mine: Matter, other: Matter) -> bool:
    """Of what bears it, or done by one deed for the same."""
    one_matter = bearers_of(mine) & bearers_of(other) or (mine.deeds & other.deeds and not are_apart(mine.owners, other.owners))
    return bool(one_matter) or shared_things(mine, other) > COUNTRIES


def are_apart(one: frozenset[str], other: frozenset[str]) -> bool:
    return bool(one and other) and not one & other


def contrast_behind(doc: Doc, sentence: Sentence, mine: Matter) -> Span | None:
    """`…, a figure far below the one that Zagreb gives`: from the noun of counting on, without a number of its own."""
    if mine.quantity is None or any(q.span.start > mine.quantity.span.stop for q in quantities_in(doc, sentence.span)):
        return None
    rows, language = load_language("compare", "words"), doc.article.language
    after = [t for t in sentence.tokens if t.span.start >= mine.quantity.span.stop]
    lemmas = [t.lemma.lower() for t in after]
    nouns = [i for i, lemma in enumerate(lemmas) if lemma in rows["counting_nouns"][language]]
    unlike = [i for i, lemma in enumerate(lemmas) if lemma in rows["unlike"][language]]
    near = [(min(n, u), n) for n in nouns for u in unlike if abs(n - u) <= NEAR_WORDS]
    return Span(after[near[0][0]].span.start, sentence.span.stop) if near else None


def countries_of_contrast(week: Week, key: SentenceKey, behind: Span) -> frozenset[str]:
    """Whose figure it is: by a name, or an adjective, `the Omani count`."""
    doc = week.docs[key[0]]
    sentence = doc.sentences[key[1]]
    called = zip(sentence.tokens, called_in(week, doc, sentence), strict=True)
    named = {n for token, names in called if behind.contains(token.span) for n in names if len(n) == COUNTRIES and n.isupper()}
    return countries_of(doc, [behind]) | named


def is_their_count(week: Week, mine: Matter, other: Matter, whose: frozenset[str]) -> bool:
    """Of the same things, told for that country in another article of the two."""
    if not whose or other.key[0] == mine.key[0] or len(mine.around & other.around) < COUNTRIES:
        return False
    if mine.quantity is None or other.quantity is None:
        return False
    small, great = sorted((float(mine.quantity.value), float(other.quantity.value)))
    if small == great or {mine.quantity.modifier, other.quantity.modifier} & {*BOUNDS}:
        return False
    alike = mine.unit & other.unit or (mine.days & other.days and great <= NEAR * small)
    return bool(alike) and bool(sides_of(week, other) & whose)


def sides_of(week: Week, matter: Matter) -> frozenset[str]:
    """For which countries its sentence speaks."""
    doc = week.docs[matter.key[0]]
    side = side_of(doc, doc.sentences[matter.key[1]])
    stated = {c.government for c in week.by_sentence.get(matter.key, ()) if isinstance(c, Statement)}
    return frozenset(stated | ({side} if side else set()))


# ------------------------------------------------------------------ days


def contrasted_days(week: Week, key: SentenceKey, sentence: Sentence) -> Iterator[Difference]:
    """`June 26, and not on the 30th, as the minister had said`: that minister's 30th."""
    doc = week.docs[key[0]]
    named = [d for d in dates_in(doc, sentence.span) if d.value and len(d.value) == FINE]
    cut = correction_in(doc, sentence)
    mine = [d for d in named if cut and d.span.stop <= cut.start]
    if cut is None or not mine:
        return
    number = int(re.findall(r"\d+", cut.of(doc.article.text))[-1])
    who = names_in(doc, sentence)
    theirs = [found for other in week.docs if other != key[0] for found in days_told(week, other, number, who)]
    days = {day for day, _ in theirs}
    day = mine[-1].value or ""
    if len(days) == 1 and day not in days and day[:7] == theirs[0][0][:7]:
        values = {day: [claim_at(week, key, day)], theirs[0][0]: [claim_at(week, theirs[0][1], theirs[0][0])]}
        yield Difference((), "date", values, "stated_days")


def correction_in(doc: Doc, sentence: Sentence) -> Span | None:
    """`and not on the 30th, as`, `y no para el día 30, como`: the words of the day that it is not."""
    rows, language = load_language("compare", "words"), doc.article.language
    leads, links, th = ("|".join(map(re.escape, rows[row][language])) for row in ("not_on", "corrected_by", "ordinal_endings"))
    text = sentence.span.of(doc.article.text)
    found = re.search(rf"\b(?:{leads}) [^,;.]{{0,{LONGEST}}}?\b\d{{1,2}}(?:{th})?\b(?=[^,;.]*,? (?:{links}) )", text)
    return Span(sentence.span.start + found.start(), sentence.span.start + found.end()) if found else None


def days_told(week: Week, name: str, number: int, who: frozenset[str]) -> Iterator[tuple[str, SentenceKey]]:
    """The days of that number in the sentences of an article that name one of those people."""
    doc = week.docs[name]
    for place, sentence in enumerate(doc.sentences):
        if sentence.kind == "body" and names_in(doc, sentence) & who:
            days = (d.value for d in dates_in(doc, sentence.span) if d.value and len(d.value) == FINE)
            yield from ((day, (name, place)) for day in days if int(day[-2:]) == number)


__all__ = ["stated_contrasts"]
