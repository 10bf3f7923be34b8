"""Who speaks, where a word that points back says so: `Este anunció …` -> `Este [Boric] anunció …`, `In a note it said …`."""

from __future__ import annotations

from briefing.model import Item, Position
from briefing.model.marks import SUBJECT_INHERITED
from briefing.realize.edition import Edition, actor_name, bare_name
from briefing.realize.grammar import grammar_of
from briefing.realize.leaning.antecedents import teller_before
from briefing.realize.leaning.elided import elided_name, tells_of
from briefing.realize.notes.qualifying import main_subject
from briefing.realize.rungs.passages import Passage


def name_pointed_speaker(passage: Passage, item: Item, edition: Edition) -> Passage | None:
    """The sentence with his name in brackets; None where nobody knows whose word it is."""
    index = main_subject(passage)
    if index is None or not (points_at_somebody(passage, index) or is_behind_its_paper(passage, index)):
        return passage
    span = passage.tokens[index].span
    if any(edit.start <= span.stop and span.start <= edit.stop for edit in passage.edits):
        return passage
    pointed = points_at_somebody(passage, index)
    person = elided_name(passage, item, edition) or only_speaker(passage, item, edition) if pointed else None
    name = person if pointed else body_of_paper(passage, item, edition)
    if name is None:
        return None
    start = span.stop if pointed else span.start
    return passage.edited(start, span.stop, f"{' ' if start == span.stop else ''}[{name}]")


def name_untold_source(passage: Passage, item: Item, edition: Edition) -> Passage | None:
    """`Según explicó, …` -> `Según explicó [Boric], …`; None where the sentence before does not tell who it is."""
    stop = end_of_untold_source(passage)
    if stop is None:
        return passage
    teller = teller_before(passage)
    name = actor_name(edition, teller) if teller else None
    return passage.edited(stop, stop, f" [{name}]") if name else None


def end_of_untold_source(passage: Passage) -> int | None:
    """Where the words end by which somebody told it, at the head of a sentence: `Según explicó ayer, …`."""
    tokens = passage.tokens
    if len(tokens) < LONGEST_SOURCE or tokens[0].form.casefold() not in grammar_of(passage.language).untold_sources:
        return None
    comma = next((i for i, token in enumerate(tokens[:LONGEST_SOURCE]) if token.form == ","), 0)
    told = tokens[1:comma]
    verb = bool(told) and told[0].upos in {"VERB", "AUX"} and told[0].feat("Person") == "3" and told[0].feat("Number") == "Sing"
    named = any(token.upos in {"NOUN", "PROPN", "PRON"} for token in told)
    return told[-1].span.stop if verb and not named else None


LONGEST_SOURCE = 6
"""Words, with the comma: `Según | ha | explicado | ayer | ,`."""


def only_speaker(passage: Passage, item: Item, edition: Edition) -> str | None:
    """Who the positions from the same words are of: a meeting that `Este` announced is told by him."""
    place = passage.evidence.article, passage.evidence.start
    names = {name for (article, start, _), name in edition.speakers.items() if (article, start) == place}
    return names.pop() if len(names) == 1 and tells_of(item, passage) else None


def body_of_paper(passage: Passage, item: Item, edition: Edition) -> str | None:
    """The government whose position it is, or through which alone a fact is told: no person of whom the note tells is `it`."""
    if not tells_of(item, passage):
        return None
    if isinstance(item, Position):
        return bare_name(edition, item.government) if SUBJECT_INHERITED in item.rules else None
    return bare_name(edition, item.attribution[0]) if len(item.attribution) == 1 else None


def points_at_somebody(passage: Passage, index: int) -> bool:
    """`Este anunció`: alone, and no `este plan`."""
    token = passage.tokens[index]
    return token.form.casefold() in grammar_of(passage.language).person_pointers and not passage.tree.children.get(index, ())


def is_behind_its_paper(passage: Passage, index: int) -> bool:
    """`In a note it said …`: a pronoun behind the words for what it was said in, and nobody named before."""
    tree, grammar = passage.tree, grammar_of(passage.language)
    if tree.forms[index] not in grammar.paper_pronouns:
        return False
    start = passage.tokens[index].span.start
    named = any(mention.span.stop <= start for mention in passage.mentions)
    return not named and any(tree.lemmas[i] in grammar.paper_nouns for i in range(index))


__all__ = ["name_pointed_speaker", "name_untold_source"]
