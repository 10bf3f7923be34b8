"""Where an article says in full what a sentence names in short: a body, both sides of a meeting, a person."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from functools import cache

from briefing.model import Language, Sentence
from briefing.realize.grammar import grammar_of, one_of
from briefing.realize.passages import Passage, of_its_words

_CAPITAL = r"[A-ZÁÉÍÓÚÑÜ][\w-]+"
_LINKS = r"(?:[a-záéíóú]{1,5}\s+){0,3}"
"""Small words inside a name: `Grupo de Trabajo sobre la Tala`."""
BOTH = 2


@of_its_words
def named_in_full(passage: Passage) -> tuple[Sentence, ...]:
    """`the tenth Dialogue`, `del Grupo de Trabajo`: the first earlier sentence, or the title, with a longer name of it."""
    if passage.doc is None or passage.offset:
        return ()
    short = [match for match in _names(passage.language).finditer(passage.words) if not _is_somebody(passage, match)]
    before = [one for one in passage.doc.sentences if one.span.stop <= passage.span.start]
    longer = [_longer(match["name"]) for match in short]
    found = (next((s for s in before if one.search(s.span.of(passage.source))), None) for one in longer)
    return tuple(one for one in found if one is not None)


def _is_somebody(passage: Passage, match: re.Match[str]) -> bool:
    """A person, a country: known by the name."""
    start, stop = (passage.span.start + at for at in match.span("name"))
    return any(mention.span.start < stop and start < mention.span.stop for mention in passage.mentions)


@cache
def _names(language: Language) -> re.Pattern[str]:
    """What has capitals behind an article, a number between the two or none."""
    grammar = grammar_of(language)
    articles = one_of(grammar.definite_articles | grammar.fused_articles)
    return re.compile(rf"\b(?i:{articles})\s+(?:[a-záéíóú]+\s+)?(?P<name>{_CAPITAL}(?:\s+{_LINKS}{_CAPITAL})*)")


@cache
def _longer(name: str) -> re.Pattern[str]:
    words = r"\s+".join(map(re.escape, name.split()))
    return re.compile(rf"{_CAPITAL}\s+{_LINKS}{words}\b|\b{words}\s+(?:[a-záéíóú]{{1,5}}\s+){{1,3}}{_CAPITAL}")


def naming_both(passage: Passage, nearest: Sequence[Sentence]) -> Iterator[Sentence]:
    """`Ambas partes se verán en mayo`: the nearest sentence before that names two people, in doubt the first."""
    doc = passage.doc
    if doc is None or not _names_a_pair(passage) or any(_people_of(passage.beside(one)) >= BOTH for one in nearest):
        return
    before = [one for one in doc.sentences if one.kind == "body" and one.span.stop <= passage.span.start]
    yield from [*(one for one in reversed(before) if _people_of(passage.beside(one)) >= BOTH), *before[:1]][:1]


@of_its_words
def _names_a_pair(passage: Passage) -> bool:
    """Two taken together, but for governments, which a memo on two countries names."""
    actors, grammar = passage.doc.actors if passage.doc else {}, grammar_of(passage.language)
    pairs = [m for m in passage.mentions if m.actor in actors and actors[m.actor].kind == "group"]
    known = grammar.state_bodies | grammar.country_nouns if pairs else frozenset[str]()
    lemmas = ({passage.tree.lemmas[i] for i in passage.kept if m.span.contains(passage.tokens[i].span)} for m in pairs)
    return any(words.isdisjoint(known) for words in lemmas)


@of_its_words
def _people_of(passage: Passage) -> int:
    actors = passage.doc.actors if passage.doc else {}
    return len({m.actor for m in passage.mentions if m.actor in actors and actors[m.actor].kind == "person"})


def introducing_people(passage: Passage, printed: str, introduced: Collection[str]) -> Iterator[Sentence]:
    """`Antezana admitted that …`, `The official said …`: where the article says who that is, if the memo does not."""
    doc = passage.doc
    for mention in passage.mentions if doc is not None else ():
        actor = doc.actors.get(mention.actor) if doc else None
        if actor is None or actor.kind != "person" or passage.offset:
            continue
        said, names = mention.span.of(passage.source), {*actor.name.values(), *actor.forms}
        whole = any(" " in name and name in said for name in names)
        if not (whole or names & {*introduced}) and (said in printed or any(name in printed for name in names)):
            yield from _first_naming(passage, mention.actor)


def _first_naming(passage: Passage, actor: str) -> Iterator[Sentence]:
    """The sentence of the body that names somebody first, in more than one word."""
    doc = passage.doc
    first = next((m for m in doc.mentions if m.actor == actor), None) if doc else None
    if doc is None or first is None or first.span.stop > passage.span.start or " " not in first.span.of(passage.source):
        return
    yield from (one for one in doc.sentences if one.kind == "body" and one.span.contains(first.span))
