"""Whether the sentence does what its label says: what every label but the neutral one needs of its verb.

A label stands beside a government as what it has done this week.  So the verb that does it, or that carries its noun, is of the
main clause, beside it or plainly reported, and has been done: no purpose of what is yet to come, no paper that is only kept or
passed on, no plan of an earlier month.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta

from briefing.edtf import bounds
from briefing.extract.positions.asserted import SAYING
from briefing.extract.reading import Reading
from briefing.extract.sentence.clauses import Clause
from briefing.extract.sentence.trees import Tree, ancestors, case_of, children, finite_of, is_relation, is_verbal, span_of
from briefing.model import Date, Stance

TO_COME: frozenset[Stance] = frozenset({"announces", "promises", "threatens"})
"""Labels of what is yet to come, which a month later mostly has come."""
LAPSING = TO_COME | {"offers", "proposes"}
"""Labels of what binds nobody any more once its time has gone by."""
OF_EARLIER = timedelta(days=21)
"""What was said so long before its article is no news of a week."""


def is_no_purpose(reading: Reading, clause: Clause) -> bool:
    """`agreed on a date`; not `met to agree on a date`."""
    return purpose_of(reading.trees[clause.sentence], clause) is None


def purpose_of(tree: Tree, clause: Clause) -> int | None:
    return next((i for i in (clause.head, *ancestors(tree, clause.head)) if is_purpose(tree, i)), None)


def is_done_already(reading: Reading, clause: Clause) -> bool:
    """`summoned the ambassador to demand it`; not `will hold a call to agree on patrols`."""
    tree = reading.trees[clause.sentence]
    purpose = purpose_of(tree, clause)
    if purpose is None:
        return True
    past = finite_of(tree, tree.tokens[purpose].head).feat("Tense") in {"Past", "Pres"}
    return past and clause.act.kind in SAYING and not is_ahead(reading, tree, purpose)


def is_purpose(tree: Tree, index: int) -> bool:
    token = tree.tokens[index]
    return is_relation(token, "advcl", "acl") and token.feat("VerbForm") == "Inf" and not children(tree, index, "aux")


def is_ahead(reading: Reading, tree: Tree, purpose: int) -> bool:
    """`will meet to …`, `sostendrá una llamada para …`, `is due to travel to …`."""
    above = tree.tokens[purpose].head
    helpers = {tree.tokens[c].lemma.lower() for c in children(tree, above, "aux")}
    return finite_of(tree, above).feat("Tense") == "Fut" or bool(helpers & reading.words.future_auxiliaries)


def is_said_with_its_noun(reading: Reading, clause: Clause) -> bool:
    """`made the same request`, `reiterated the request`, `kept up its request`; not `conveyed the request`.

    A noun that is known already is somebody's paper, and whose, its verb does not say.
    """
    tree = reading.trees[clause.sentence]
    above = tree.tokens[clause.head].head
    if clause.form.kind != "noun" or clause.act.kind != "speech" or above < 0 or not is_verbal(tree.tokens[above]):
        return True
    owned = clause.subject is not None and clause.subject.how == "noun"
    known = any(tree.tokens[d].feat("Definite") == "Def" for d in children(tree, clause.head, "det"))
    return owned or not known or tree.tokens[above].lemma.lower() in reading.words.voicing


def is_of_these_weeks(reading: Reading, clause: Clause) -> bool:
    """`said on Monday that Togo would wait`; not `At the April talks he said that Togo would wait`, read in June."""
    return not are_earlier(reading, dates_of_telling(reading, clause))


def was_done_earlier(reading: Reading, clause: Clause) -> bool:
    """`which in March rejected the loan, now offers …`, `In 2019 Chile promised a railway`: no position of a week.

    A refusal that is the news of its sentence stands, with its date.
    """
    tree = reading.trees[clause.sentence]
    in_passing = is_relation(tree.tokens[clause.head], "acl")
    dates = dates_of_doing(reading, clause)
    if in_passing and finite_of(tree, clause.head).feat("Tense") in PAST:
        dates += dates_beside(reading, tree, [*ancestors(tree, clause.head)][-1])  # `In 2019 Chile proposed a toll, which …`
    earlier = (in_passing or clause.act.stance in LAPSING) and are_earlier(reading, dates)
    return earlier or is_recalled(reading, clause)


def is_recalled(reading: Reading, clause: Clause) -> bool:
    """`recordó que en 2022 habían propuesto un fondo`, `recalled that they had asked`: said before what is news."""
    tree = reading.trees[clause.sentence]
    above = next((i for i in ancestors(tree, clause.head) if is_verbal(tree.tokens[i])), None)
    before = finite_of(tree, clause.head).feat("Tense") in PAST and bool(children(tree, clause.head, "aux"))
    perfect = tree.tokens[clause.head].feat("VerbForm") == "Part" and before
    return perfect and above is not None and tree.tokens[above].lemma.lower() in reading.words.recalling


def are_earlier(reading: Reading, dates: Iterable[Date]) -> bool:
    published = reading.doc.article.published
    today = bounds(published)[0] if published else None
    days = [bounds(date.value)[1] for date in dates if date.value]
    return today is not None and any(day is not None and day < today - OF_EARLIER for day in days)


def dates_of_doing(reading: Reading, clause: Clause) -> list[Date]:
    """The dates that stand with a verb of the past itself; what it governs may be as old as it likes."""
    tree = reading.trees[clause.sentence]
    if clause.form.kind != "verb" or finite_of(tree, clause.head).feat("Tense") not in PAST:
        return []
    return dates_beside(reading, tree, clause.head)


PAST = frozenset({"Past", "Imp"})
"""Tenses of the past, that of Spanish `habían` among them."""


def dates_beside(reading: Reading, tree: Tree, head: int) -> list[Date]:
    beside = [span_of(tree, c) for c in children(tree, head, "obl", "advmod") if bare_date(reading, tree, c)]
    return [date for date in reading.doc.dates if any(span.contains(date.span) for span in beside)]


def bare_date(reading: Reading, tree: Tree, index: int) -> bool:
    """`in March`, `el 3 de enero`: the word on which it hangs is of the date; not `over the floods of March`, `since 2019`."""
    span, before = tree.tokens[index].span, case_of(tree, index)
    return any(date.span.contains(span) for date in reading.doc.dates) and before not in reading.words.limits


def dates_of_telling(reading: Reading, clause: Clause) -> list[Date]:
    """The dates that stand with the verb which tells it, and not in what is told."""
    tree = reading.trees[clause.sentence]
    told = next((i for i in (clause.head, *ancestors(tree, clause.head)) if is_relation(tree.tokens[i], "ccomp")), None)
    if told is None:
        return []
    beside = [span_of(tree, c) for c in children(tree, tree.tokens[told].head, "obl", "advmod")]
    return [date for date in reading.doc.dates if any(span.contains(date.span) for span in beside)]
