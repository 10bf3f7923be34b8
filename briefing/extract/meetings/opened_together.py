"""What officials of two countries will open together on a set day: `Los presidentes de ambos países lo inaugurarán el 3`."""

from __future__ import annotations

from collections.abc import Iterator

from briefing.extract.attending.sides import subject_nouns
from briefing.extract.claims import date_near
from briefing.extract.day_and_place.coming import days_ahead
from briefing.extract.reading import Reading, codes_of
from briefing.extract.sentence.clauses import Clause
from briefing.extract.sentence.moods import is_conditional, is_future, is_negated
from briefing.extract.sentence.subjects import find_subject
from briefing.knowledge.entries import ActForm

MEET = "meet"


def openings_ahead(reading: Reading, number: int) -> Iterator[Clause]:
    """A ceremony of two governments: its verb is to come, its subject is of two countries, and of officials."""
    tree, act = reading.trees[number], reading.knowledge.acts.get(MEET)
    for index, token in enumerate(tree.tokens):
        if act is None or token.lemma.lower() not in reading.words.inaugurating or not is_future(reading, tree, index):
            continue
        day = date_near(reading, number, index, anywhere=True)
        ahead = day is not None and (days_ahead(reading, day.value) or 0) > 0
        if not ahead or is_negated(reading, tree, index) or is_conditional(reading, tree, index):
            continue
        subject = find_subject(reading, tree, index)
        codes = {code for actor in subject.actors for code in codes_of(reading, actor)} if subject else set()
        nouns = {tree.tokens[i].lemma.lower() for i in subject_nouns(reading, tree, index)}
        named = subject is not None and all(reading.doc.actors[a].kind == "person" for a in subject.actors)
        if len(codes) == 2 and (named or nouns & reading.words.officials):
            form = ActForm(lemma=token.lemma)
            yield Clause(sentence=number, head=index, trigger=index, act=act, form=form, subject=subject, future=True)


__all__ = ["openings_ahead"]
