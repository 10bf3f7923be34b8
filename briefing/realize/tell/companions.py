"""Words whose sense hangs on their companions: who does it, to whom, of what.  Where these ask for the other sense it closes.

Each doubt is about a kind of word, and the words stand in the data of the source's language.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from briefing.model import Token
from briefing.realize.tell.state import entries
from briefing.realize.tell.verbal.subjects import is_somebody
from briefing.realize.wording.transfer import Transfer, base
from briefing.realize.wording.verbs import rules_of

_NAMING = frozenset({"NOUN", "PROPN"})
_CONTENTS = frozenset({"ccomp", "xcomp"})


def moved_and_not_travelling(t: Transfer, order: Sequence[int]) -> bool:
    """`solicitó que el juicio se trasladara a Lima`: persons travel, and what is no person is moved."""
    words = entries(t.passage.language)
    for verb in t.of_lemma(order, words["travelling_by_oneself"]):
        nouns = [i for i in t.below(verb, "nsubj") if t.tokens[i].upos == "NOUN"]
        if t.below(verb, "expl") and not all(_travels(t, i) for i in nouns):
            return True
    return False


def _travels(t: Transfer, index: int) -> bool:
    words = entries(t.passage.language)
    return is_somebody(t, index) or t.tokens[index].lemma.casefold() in {*words["persons"], *words["travellers"]}


def of_those_who_are_asked(t: Transfer, order: Sequence[int]) -> bool:
    """`pidió a las agencias que adviertan a sus clientes`: theirs, whoever asked; who is named is seen to elsewhere."""
    if "any" in rules_of(t.edition.language)["possessive"] or not entries(t.passage.language)["marks_persons"]:
        return False
    owned = t.passage.tree.possessives
    return bool(owned) and any(i in owned and _is_asked_for(t, i) for i in order)


def _is_asked_for(t: Transfer, owned: int) -> bool:
    """Whether a clause around it leaves its subject to somebody without a name whom the verb above it has beside it."""
    index = owned
    while t.tokens[index].head >= 0:
        below, index = index, t.tokens[index].head
        if base(t.tokens[below]) in _CONTENTS:
            asked = [i for i in t.below(index, "iobj", "obj", "obl") if i < below and _is_marked(t, i)]
            return bool(asked) and not t.below(below, "nsubj") and not any(is_somebody(t, i) for i in asked)
    return False


def _is_marked(t: Transfer, index: int) -> bool:
    marks = entries(t.passage.language)["marks_persons"]
    return t.tokens[index].upos == "NOUN" and any(t.tokens[c].form.casefold() in marks for c in t.below(index, "case"))


def any_of_what_was_denied(t: Transfer, order: Sequence[int]) -> bool:
    """`denied that any patient had been harmed`: none had, whichever it be."""
    words = entries(t.passage.language)
    return any(_is_under(t, i, words["denying"]) for i in t.of_form(order, words["whichever"]))


def _is_under(t: Transfer, index: int, lemmas: Sequence[str]) -> bool:
    """Whether a clause around a word is what one of these verbs or nouns rules."""
    while t.tokens[index].head >= 0:
        below, index = index, t.tokens[index].head
        if base(t.tokens[below]) in {*_CONTENTS, "acl"} and t.passage.tree.lemmas[index] in lemmas:
            return True
    return False


def doing_taken_for_a_thing(t: Transfer, order: Sequence[int]) -> bool:
    """`said that no boat was fishing`, with the fishing taken for what a boat is."""
    ending = entries(t.passage.language)["gerund_ending"]
    if not ending:
        return False
    bare = (i for i in order if t.tokens[i].upos == "NOUN" and t.passage.tree.forms[i].endswith(ending))
    return any(t.below(i, "cop") and not t.below(i, "det", "amod", "compound", "case", "nmod") for i in bare)


def says_too_little(t: Transfer, order: Sequence[int]) -> bool:
    """`Water is an issue` is a problem, and `un asunto` is nothing; `a matter of trust` is told."""
    vague = t.of_lemma(order, entries(t.passage.language)["vague_predicates"])
    said = (i for i in vague if t.tokens[i].upos == "NOUN" and (t.below(i, "cop") or base(t.tokens[i]) == "xcomp"))
    return any(not t.below(i, "nmod", "acl", "ccomp", "csubj", "compound") for i in said)


def stays_a_thing(t: Transfer, order: Sequence[int]) -> bool:
    """`Trade remains a worry`: `permanece` takes no noun."""
    staying = t.of_lemma(order, entries(t.passage.language)["staying"])
    things = (i for verb in staying for i in t.below(verb, "xcomp", "obj"))
    return any(t.tokens[i].upos in _NAMING and not t.below(i, "case") for i in things)


def made_to_do_it(t: Transfer, order: Sequence[int]) -> bool:
    """`let the observers attend`, `helped Ghana build it`: two verbs, and nothing between them opens the second."""
    for verb in t.of_lemma(order, entries(t.passage.language)["causing"]):
        below = t.below(verb, "ccomp", "xcomp")
        if any(t.tokens[i].upos == "PROPN" and base(t.tokens[i]) == "xcomp" for i in below):
            return True  # the name of who does it, taken for a deed
        deeds = (i for i in below if t.tokens[i].upos in {"VERB", "AUX"})
        if t.tokens[verb].upos == "VERB" and any(t.below(i, "nsubj") and not t.below(i, "mark", "aux") for i in deeds):
            return True
    return False


def of_a_second_office(t: Transfer, order: Sequence[int]) -> bool:
    """`los ministros de Perú, Ana Ruiz, y de Chile, Luis Soto`: `and of` behind what is `of` nothing."""
    of = entries(t.passage.language)["of_offices"]
    pairs = ((i, i + 1) for i in order if t.tokens[i].upos == "CCONJ" and i + 2 in order)
    offices = (i for i, case in pairs if t.passage.tree.forms[case] in of and t.tokens[case + 1].upos == "PROPN")
    return any(not _is_of_something(t, i, of) for i in offices)


def _is_of_something(t: Transfer, index: int, of: Sequence[str]) -> bool:
    """Whether what stands right before `y` begins with `de`."""
    index -= 1
    index -= t.tokens[index].upos == "PUNCT"
    while index >= 0 and t.tokens[index].upos in {*_NAMING, "ADJ", "DET"}:
        index -= 1
    return index >= 0 and t.passage.tree.forms[index] in of


def left_out_before_and(t: Transfer, order: Sequence[int]) -> bool:
    """`dijo que [él] y su colega firmarán`: a pronoun that is not told leaves `que y`."""
    told = [kind for i in order if (kind := t.tokens[i].upos) != "PUNCT"]
    return ("SCONJ", "CCONJ") in pairwise(told)


def settled_in_a_city(t: Transfer, order: Sequence[int]) -> bool:
    """`el fallo de La Haya` is a court's, and `el tratado de Roma` goes by where it was signed: neither is that country's."""
    words = entries(t.passage.language)
    for index in t.of_lemma(order, words["named_after_cities"]):
        for place in t.below(index, "nmod", "compound", "amod", "flat"):
            if t.tokens[place].upos == "PROPN" and _is_a_city(t, t.tokens[place]):
                return True
    return False


def _is_a_city(t: Transfer, token: Token) -> bool:
    """Whether a country goes here by the name of a city."""
    actors = t.passage.doc.actors if t.passage.doc else {}
    found = [(m, actors[m.actor]) for m in t.mentions if m.actor in actors and m.span.contains(token.span)]
    return any(
        actor.kind in {"country", "government"} and _words(t, m.span.start, m.span.stop) not in actor.name.values()
        for m, actor in found
    )


def _words(t: Transfer, start: int, stop: int) -> str:
    return t.passage.source[start - t.passage.offset : stop - t.passage.offset]


COMPANIONS = (
    moved_and_not_travelling,
    of_those_who_are_asked,
    any_of_what_was_denied,
    doing_taken_for_a_thing,
    says_too_little,
    stays_a_thing,
    made_to_do_it,
    of_a_second_office,
    left_out_before_and,
    settled_in_a_city,
)
