"""What was said or done in another year than the article's: the background of its news, and no position of its week."""

from __future__ import annotations

from briefing.edtf import bounds
from briefing.extract.claims import date_near
from briefing.extract.reading import Reading
from briefing.extract.sentence.clauses import Clause
from briefing.extract.sentence.trees import Tree, ancestors, case_of, finite_of, is_relation, is_verbal, span_of
from briefing.model import Date, Span

PAST = frozenset({"Past", "Imp"})
BYGONE_DAYS = 120
"""In January what was said in December is of these weeks still."""
YEAR = 4
"""Characters of a bare year."""


def is_bygone(reading: Reading, clause: Clause) -> bool:
    """`agreed in 2011 to …`, `solicitó la entrega en 2024`, `since 2019, when the two signed …`: of another year, background.

    What is dated in a noun (`rejected the 2019 map`) is refused now.
    """
    tree = reading.trees[clause.sentence]
    if clause.form.kind == "verb" and finite_of(tree, clause.head).feat("Tense") not in PAST:
        return False
    told = date_near(reading, clause.sentence, clause.head, told=False)
    carriers = [i for i in (clause.head, *ancestors(tree, clause.head)) if is_verbal(tree.tokens[i])][:1]
    carriers += [tree.tokens[i].head for i in carriers if is_relation(tree.tokens[i], "conj")]  # `when it jailed and accused`
    before = [date_before(reading, tree, index) for index in carriers]
    dates = [date for date in (told, *before) if date is not None]
    if points_at_what_is_over(reading, clause):
        return True
    if any(
        date and is_of_another_year(reading, date) and opens_with_when(reading, tree, i)
        for date, i in zip(before, carriers, strict=True)
    ):
        return True  # `memories of 2019, when Ghana jailed …`
    return any(is_of_another_year(reading, date) and is_when(reading, tree, date.span) for date in dates)


def opens_with_when(reading: Reading, tree: Tree, head: int) -> bool:
    """`, when Ghana jailed …`: a clause that tells what happened on the day before it."""
    start = span_of(tree, head).start
    first = next((token for token in tree.tokens if token.span.start >= start and token.upos != "PUNCT"), None)
    return first is not None and first.form.lower() in reading.words.when_words


def points_at_what_is_over(reading: Reading, clause: Clause) -> bool:
    """`…, as it did in 2019. Ghana ignored that ruling`: told of the year with which the sentence before ends."""
    tree, number = reading.trees[clause.sentence], clause.sentence - 1
    pointer, thing = (*tree.tokens[clause.head + 1 : clause.head + 3], None, None)[:2]
    if number < 0 or not pointer or not thing or pointer.form.lower() not in reading.words.far_pointers or thing.upos != "NOUN":
        return False
    before = reading.trees[number]
    last = next((date for date in reversed(reading.doc.dates) if before.sentence.span.contains(date.span)), None)
    return last is not None and is_of_another_year(reading, last) and is_when(reading, before, last.span)


def is_of_another_year(reading: Reading, date: Date) -> bool:
    published = reading.doc.article.published
    if not published or not date.value:
        return False
    today, end = bounds(published)[0], bounds(date.value)[1]
    return bool(today and end and end.year < today.year and (today - end).days > BYGONE_DAYS) or is_last_year(date, published)


def is_last_year(date: Date, published: str) -> bool:
    """A whole year that is over, in an article of its next January too."""
    return bool(date.value and len(date.value) == YEAR and date.value < published[:YEAR])


def date_before(reading: Reading, tree: Tree, head: int) -> Date | None:
    """The date that a clause is told about: `since 2019, when the two countries signed`."""
    start = span_of(tree, head).start
    return next((date for date in reading.doc.dates if 0 < start - date.span.stop <= len(", ")), None)


def is_when(reading: Reading, tree: Tree, span: Span) -> bool:
    """Whether a date says when something was done: `in 2011`, `last year`, and not `the 2019 map`, `el mapa de 2019`."""
    inside = [i for i, token in enumerate(tree.tokens) if span.contains(token.span)]
    top = next((i for i in inside if tree.tokens[i].head not in inside), None)
    if top is None:
        return False
    case = case_of(tree, top)
    if case:
        return case in reading.words.when_cases
    return is_relation(tree.tokens[top], "obl", "advmod", "nmod:tmod", "parataxis", "dep", "advcl", "root")
