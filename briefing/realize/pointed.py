"""Who speaks, where a word that points back says so: `Este anunció …` -> `Este [Boric] anunció …`, `In a note it said …`."""

from __future__ import annotations

from briefing.model import Item
from briefing.realize.edition import Edition, bare_name
from briefing.realize.elided import elided_name, tells_of
from briefing.realize.grammar import grammar_of
from briefing.realize.passages import Passage
from briefing.realize.qualifying import main_subject


def name_pointed_speaker(passage: Passage, item: Item, edition: Edition) -> Passage | None:
    """The sentence with his name in brackets; None where nobody knows whose word it is."""
    index = main_subject(passage)
    if index is None or not (points_at_somebody(passage, index) or is_behind_its_paper(passage, index)):
        return passage
    span = passage.tokens[index].span
    if any(edit.start <= span.stop and span.start <= edit.stop for edit in passage.edits):
        return passage
    pointed = points_at_somebody(passage, index)
    name = elided_name(passage, item, edition) or only_speaker(passage, item, edition)
    name = name or (None if pointed else only_teller(passage, item, edition))
    if name is None:
        return None
    start = span.stop if pointed else span.start
    return passage.edited(start, span.stop, f"{' ' if start == span.stop else ''}[{name}]")


def only_speaker(passage: Passage, item: Item, edition: Edition) -> str | None:
    """Who the positions from the same words are of: a meeting that `Este` announced is told by him."""
    place = passage.evidence.article, passage.evidence.start
    names = {name for (article, start, _), name in edition.speakers.items() if (article, start) == place}
    return names.pop() if len(names) == 1 and tells_of(item, passage) else None


def only_teller(passage: Passage, item: Item, edition: Edition) -> str | None:
    """The government through which alone a fact is told."""
    tellers = item.attribution if tells_of(item, passage) else ()
    return bare_name(edition, tellers[0]) if len(tellers) == 1 else None


def points_at_somebody(passage: Passage, index: int) -> bool:
    """`Este anunció`: alone, and no `este plan`."""
    token = passage.tokens[index]
    return token.form.casefold() in grammar_of(passage.language).person_pointers and not passage.tree.children.get(index, ())


def is_behind_its_paper(passage: Passage, index: int) -> bool:
    """`In a note it said …`: a pronoun behind the words for what it was said in, and nobody named before."""
    tree, grammar = passage.tree, grammar_of(passage.language)
    start = passage.tokens[index].span.start
    papers = [i for i in range(index) if tree.lemmas[i] in grammar.paper_nouns]
    named = any(mention.span.stop <= start for mention in passage.mentions)
    return passage.tokens[index].form.casefold() in grammar.paper_pronouns and bool(papers) and not named


__all__ = ["name_pointed_speaker"]
