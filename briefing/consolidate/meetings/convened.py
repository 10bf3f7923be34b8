"""The bodies that meet, `the joint working group`, and the days of one meeting of theirs."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from briefing.consolidate.dating import gap
from briefing.consolidate.sentences import below, sense_of
from briefing.knowledge import load_language
from briefing.model import Doc, Sentence

Body = tuple[int, frozenset[str]]
"""A kind of body, `group`, `commission`, and what it is for."""


def is_one_body(left: Collection[Body], right: Collection[Body]) -> bool:
    """`The Joint Working Group on fisheries`, `el Grupo de Trabajo`: no two that are for something else."""
    pairs = [(a, b) for kind, a in left for other, b in right if kind == other]
    return any(not a or not b or a & b for a, b in pairs)


def bodies_of(doc: Doc, sentence: Sentence, who: Sequence[int]) -> frozenset[Body]:
    """The bodies among the words that say who meets, in capitals too: `el Grupo de Trabajo Conjunto`."""
    language, words = doc.article.language, load_language("compare", "words")
    found = set()
    for index in who:
        kind = next(
            (n for n, row in enumerate(words["bodies_alike"]) if sentence.tokens[index].lemma.lower() in row[language]), None
        )
        own = [sentence.tokens[i] for i in below(sentence, index, "nmod", "compound", "amod", "flat")]
        fields = {sense_of(language, t) for t in own if t.form.lower() not in words["of_any_body"][language]}
        if kind is not None:
            found.add((kind, frozenset(fields)))
    return frozenset(found)


def are_in_a_row(days: Collection[str]) -> bool:
    """`on May 26 and 27`: one meeting of two days."""
    return len(days) == 2 and gap(min(days), max(days)) == 1


__all__ = ["Body", "are_in_a_row", "bodies_of", "is_one_body"]
