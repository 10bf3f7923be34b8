"""The day until which somebody has time: `gave Peru until May 4 to pay`, `debe entregar el informe antes del 4 de mayo`."""

from __future__ import annotations

from collections.abc import Iterator

from briefing.extract.claims import dates_in, owner
from briefing.extract.day_and_place.coming import day_to_come, days_ahead
from briefing.extract.meetings.carriers import verb_group
from briefing.extract.reading import Reading
from briefing.extract.sentence.clauses import Clause
from briefing.extract.sentence.moods import is_conditional, is_hypothetical, is_negated
from briefing.extract.sentence.subjects import find_subject
from briefing.extract.sentence.trees import Tree, children, is_passive, is_relation, is_verbal, span_of
from briefing.extract.standings.postponing import is_led_by
from briefing.knowledge.entries import ActForm
from briefing.model import Date

DEADLINE = "deadline"


def limits_ahead(reading: Reading, number: int) -> Iterator[Clause]:
    """The verbs that set a limit to come, by giving time until a day or by a duty to be done before it."""
    tree, act = reading.trees[number], reading.knowledge.acts.get(DEADLINE)
    for index, token in enumerate(tree.tokens):
        if act is None or not is_verbal(token) or limit_of(reading, number, index) is None:
            continue
        if gives_time(reading, tree, index) or is_duty(reading, tree, index):
            form = ActForm(lemma=token.lemma)
            subject = None if is_passive(tree, index) else find_subject(reading, tree, index)
            yield Clause(sentence=number, head=index, trigger=index, act=act, form=form, subject=subject, future=True)


def limit_of(reading: Reading, number: int, index: int) -> Date | None:
    """The day to come behind `until` or `before` that belongs to a verb."""
    tree = reading.trees[number]
    cases = reading.words.until_cases | reading.words.limit_cases
    for told in dates_in(reading, tree.sentence.span):
        date = day_to_come(reading, told) or told
        own = owner(reading, number, told) in {*verb_group(tree, index), *what_time_is_given_for(reading, tree, index, told)}
        led = is_led_by(reading, tree, date, cases) or hangs_on(tree, told, reading.words.limit_cases)
        if own and led and (days_ahead(reading, date.value) or 0) > 0:
            return date
    return None


def is_day_of_verb(tree: Tree, noun: int, date: Date | None) -> bool:
    """`A dos días del vencimiento del plazo, se verán este sábado`: a limit as the time of something else."""
    while is_relation(tree.tokens[noun], "nmod"):
        noun = tree.tokens[noun].head
    return date is not None and is_relation(tree.tokens[noun], "obl") and not span_of(tree, noun).contains(date.span)


def what_time_is_given_for(reading: Reading, tree: Tree, index: int, date: Date) -> tuple[int, ...]:
    """`gave Peru until May 4 to free them`, of which a tree may give the day to the freeing: where it stands before that."""
    if tree.tokens[index].lemma.lower() not in reading.words.granting:
        return ()
    below = (
        i for c in (index, *children(tree, index, "obj", "iobj")) for i in children(tree, c, "xcomp", "advcl", "acl", "ccomp")
    )
    return tuple(i for i in below if tree.tokens[i].span.start > date.span.start > tree.tokens[index].span.start)


def hangs_on(tree: Tree, date: Date, words: frozenset[str]) -> bool:
    """`antes del 4 de mayo`, of which a tree makes an adverb that has the day below it."""
    inside = [i for i, token in enumerate(tree.tokens) if date.span.contains(token.span)]
    above = [tree.tokens[i].head for i in inside]
    parted = {i for i in range(len(tree.tokens)) if tree.tokens[i].form == ","}  # `Antes, el día 4, comparecerá …`: earlier
    return any(i >= 0 and tree.tokens[i].form.lower() in words and i + 1 not in parted for i in above)


def gives_time(reading: Reading, tree: Tree, index: int) -> bool:
    """`has given Peru until May 4 to free them`: to somebody, and nobody doubts it."""
    told = tree.tokens[index].lemma.lower() in reading.words.granting and is_asserted(reading, tree, index)
    return told and bool(children(tree, index, "obj", "iobj", "nsubj:pass"))


def is_duty(reading: Reading, tree: Tree, index: int) -> bool:
    """`must decide by May 4`, `deberá entregar el informe antes del 4 de mayo`: of somebody whom the sentence names."""
    helpers = {tree.tokens[c].lemma.lower() for c in children(tree, index, "aux")}
    named = any(tree.tokens[c].upos in {"NOUN", "PROPN"} for c in children(tree, index, "nsubj"))
    return named and bool(helpers & reading.words.musts) and is_asserted(reading, tree, index)


def is_asserted(reading: Reading, tree: Tree, index: int) -> bool:
    return not any(doubt(reading, tree, index) for doubt in (is_negated, is_conditional, is_hypothetical))


__all__ = ["is_day_of_verb", "limit_of", "limits_ahead"]
