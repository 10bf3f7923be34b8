"""Whom a relative clause is about, where its place or the parser may have got it wrong: then none is told."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from briefing.realize.tell.state import entries
from briefing.realize.tell.verbal.subjects import is_somebody, numbers_of
from briefing.realize.wording.transfer import Transfer, base
from briefing.realize.wording.verbs import VERBAL

_NAMING = frozenset({"NOUN", "PROPN"})
_SMALL = frozenset({"PUNCT", "ADP", "DET"})


def _relatives(t: Transfer, order: Sequence[int]) -> Iterator[tuple[int, int, int]]:
    """Each relative pronoun that is told, the verb of its clause, and the noun on which that hangs."""
    inside = set(order)
    for index in (i for i in order if t.tokens[i].feat("PronType") in {"Rel", "Int,Rel"} and t.tokens[i].upos == "PRON"):
        verb = index
        while base(t.tokens[verb]) != "acl" and t.tokens[verb].head >= 0:
            verb = t.tokens[verb].head
        above = t.tokens[verb].head
        if base(t.tokens[verb]) == "acl" and above in inside and above < index and t.tokens[above].upos in _NAMING:
            yield index, verb, above


def relative_behind_another(t: Transfer, order: Sequence[int]) -> bool:
    """`held two sailors near Kribi who had …`: what stands between, but for a day, reads as the one who had."""
    days = {i for d in t.dates for i in t.passage.tree.covered_by(d.span)}
    for index, _, above in _relatives(t, order):
        plain = (i for i in reversed(order) if i < index and t.tokens[i].upos not in _SMALL and i not in days)
        if above in days or next(plain, above) not in t.passage.tree.subtree(above):
            return True
    return False


def who_of_a_place(t: Transfer, order: Sequence[int]) -> bool:
    """`held the sailors near Kribi who had …`, taken for a clause about Kribi."""
    persons = entries(t.passage.language)["only_of_persons"]
    return any(
        t.passage.tree.forms[index] in persons and t.tokens[above].upos == "PROPN" and not is_somebody(t, above)
        for index, _, above in _relatives(t, order)
    )


def relative_of_one_or_many(t: Transfer, order: Sequence[int]) -> bool:
    """`fees of the port that would rise`: the verb has no number in one language and one of two in the other."""
    if not entries(t.passage.language).get("genitive"):
        return False
    for index, verb, above in _relatives(t, order):
        if index not in t.below(verb, "nsubj") or numbers_of(t, verb) or t.below(above, "conj"):
            continue
        first = max((i for i in order if i < above and t.tokens[i].upos in VERBAL), default=-1)
        beside = [i for i in order if first < i < index and t.tokens[i].upos == "NOUN" and base(t.tokens[i]) != "compound"]
        beside = [i for i in beside if _may_be_meant(t, index, i)]
        dated = {i for d in t.dates for i in t.passage.tree.covered_by(d.span)}
        numbers = {t.tokens[i].feat("Number") for i in beside if i not in dated} | {t.tokens[above].feat("Number")}
        if len(numbers - {None}) > 1:
            return True
    return False


def _may_be_meant(t: Transfer, pronoun: int, noun: int) -> bool:
    """`the number of workers who …`: persons, where the pronoun is of persons alone."""
    words = entries(t.passage.language)
    told: str = words["nouns"].get(t.passage.tree.lemmas[noun], "")
    persons = told.lstrip("~").partition("|")[0] in words["people"]
    return persons or t.passage.tree.forms[pronoun] not in words["only_of_persons"]


RELATIVES = (relative_behind_another, who_of_a_place, relative_of_one_or_many)
