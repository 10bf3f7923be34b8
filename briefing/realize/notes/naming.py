"""Where an article says in full what a sentence names in short: a body, both sides of a meeting, a person."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Collection, Iterator
from functools import cache
from itertools import islice

from briefing.knowledge import Knowledge
from briefing.model import Actor, Item, Language, Sentence, Span
from briefing.model.known_rows import MINISTER
from briefing.model.letters import LOWER, UPPER
from briefing.realize.edition import Edition, actor_name, listed
from briefing.realize.grammar import grammar_of, one_of
from briefing.realize.leaning.definites import articles_of
from briefing.realize.leaning.describing import words_of_offices
from briefing.realize.leaning.introduced import unknown_office
from briefing.realize.notes.qualifying import main_subject
from briefing.realize.rungs.passages import Passage, of_its_words, of_its_words_with

_CAPITAL = rf"[{UPPER}][\w-]+"
REACH = 2
"""Sentences before its own in which those may stand whom `both` means."""
MOST_BETWEEN = 2
"""Words from `both` to its noun."""
_LABELLED = re.compile(r"(?:\[[^\]]*\?\] )?\[?([^\[\]:“«\"]+):\]? ")
"""Who speaks, before a quotation, and before that what was asked."""
_TELLING_WHO = frozenset({"title", "summary", "body"})


@of_its_words_with
def named_in_full(passage: Passage, knowledge: Knowledge) -> tuple[Sentence, ...]:
    """`the tenth Dialogue`, `del Grupo de Trabajo`: the first earlier sentence, or the title, with a longer name of it.

    `Assistant to the President` is no longer name of `the President`.
    """
    if passage.doc is None or passage.offset:
        return ()
    offices = words_of_offices(knowledge, passage.language)
    every = (match for match in _names(passage.language).finditer(passage.words) if match["name"].casefold() not in offices)
    short = [match for match in every if not (_is_somebody(passage, match) or _is_before_a_noun(passage, match))]
    before = passage.doc.sentences[: bisect_right(passage.whole.stops, passage.span.start)] if short and passage.whole else ()
    longer = [_longer(match["name"], passage.language) for match in short]
    found = (next((s for s in before if one.search(s.span.of(passage.source))), None) for one in longer)
    return tuple(one for one in found if one is not None)


def _is_somebody(passage: Passage, match: re.Match[str]) -> bool:
    """A person, a country: known by the name; a name that somebody quotes."""
    start, stop = (passage.span.start + at for at in match.span("name"))
    return passage.is_quoted(Span(start, stop)) or any(
        mention.span.start < stop and start < mention.span.stop for mention in passage.mentions
    )


def _is_before_a_noun(passage: Passage, match: re.Match[str]) -> bool:
    """`the Lisbon talks`."""
    stop = passage.span.start + match.end("name")
    return any(t.span.stop == stop and t.deprel in {"compound", "amod"} for t in passage.tokens)


@cache
def _names(language: Language) -> re.Pattern[str]:
    """What has capitals behind an article, a number between the two or none."""
    grammar = grammar_of(language)
    articles = one_of(grammar.definite_articles | grammar.fused_articles)
    return re.compile(rf"\b(?i:{articles})\s+(?:[{LOWER}]+\s+)?(?P<name>{_CAPITAL}(?:\s+{_links(language)}{_CAPITAL})*)")


@cache
def _longer(name: str, language: Language) -> re.Pattern[str]:
    """`the Joint Committee`, `Committee on Herring`, but no `Denmark to run joint Arctic patrols`."""
    words, links = r"\s+".join(map(re.escape, name.split())), _links(language)
    return re.compile(rf"{_CAPITAL}\s+{links}{words}\b|\b{words}\s+{links.replace('{0,3}', '{1,3}')}{_CAPITAL}")


@cache
def _links(language: Language) -> str:
    """Small words inside a name: `Grupo de Trabajo sobre la Tala`."""
    return rf"(?:{one_of(grammar_of(language).name_links)}\s+){{0,3}}"


def naming_both(passage: Passage) -> Iterator[Sentence]:
    """`Ambas partes se verán en mayo`: the first sentence that names two people of two countries, in doubt the first of all."""
    doc = passage.doc
    if doc is None or not names_a_pair(passage):
        return
    before = _body_before(passage)
    yield from [*(one for one in before if countries_of_people(passage.beside(one)) >= 2), *before[:1]][:1]


def name_pair(passage: Passage, item: Item, edition: Edition) -> Passage:
    """`Ambos acordaron …` -> `Ambos [Karl Lechner y Juraj Benko] acordaron …`, of the two whom the nearest sentence names."""
    index = main_subject(passage)
    names = listed(edition, [actor_name(edition, one) for one in _pair_meant(passage, index)]) if index is not None else None
    if index is None or names is None or passage.edits:
        return passage
    stop = passage.tokens[index].span.stop
    return passage.edited(stop, stop, f" [{names}]")


def tell_pair(passage: Passage, item: Item, edition: Edition) -> Passage:
    """`Ambos acordaron …` -> `Karl Lechner y Juraj Benko acordaron …`, where the sentence opens with them."""
    index = main_subject(passage)
    if index is None or index != next(iter(passage.kept), None) or name_pair(passage, item, edition) is passage:
        return passage
    names, span = listed(edition, [actor_name(edition, one) for one in _pair_meant(passage, index)]), passage.tokens[index].span
    return passage.edited(span.start, span.stop, f"[{names}]")


def _pair_meant(passage: Passage, index: int) -> list[Actor]:
    """The two people of two countries whom the nearest of the sentences before names that names somebody."""
    grammar, doc, form = grammar_of(passage.language), passage.doc, passage.tree.forms[index]
    bare = form in grammar.pair_words & grammar.part_words and not passage.tree.children.get(index, ())
    if doc is None or passage.offset or not bare or _is_somebody_before(passage, index):
        return []
    before = _body_before(passage)[-REACH:]
    people = next((found for one in reversed(before) if (found := _people(passage.beside(one)))), [])
    return people if len({one.country for one in people if one.country}) == len(people) == 2 else []


def _people(passage: Passage) -> list[Actor]:
    actors = passage.doc.actors if passage.doc else {}
    named = dict.fromkeys(m.actor for m in passage.mentions if m.actor in actors and not m.place)
    return [actors[one] for one in named if actors[one].kind == "person"]


def naming_two_things(passage: Passage) -> Iterator[Sentence]:
    """`He denied any link between both files.`: the last sentence that speaks of two matters, in doubt the first of all."""
    doc = passage.doc
    if doc is None or not _counts_two_things(passage):
        return
    before = _body_before(passage)
    of_things = (one for one in reversed(before) if countries_of_people(passage.beside(one)) < 2)  # who met tells no matter
    two = (one for one in of_things if len({c.concept for c in passage.beside(one).concepts}) >= 2)
    yield from (one for one in (next(two, None), *before[:1]) if one is not None)


@of_its_words
def _counts_two_things(passage: Passage) -> bool:
    """`ambos expedientes`, `both matters`: no people, no countries."""
    grammar, tree = grammar_of(passage.language), passage.tree
    known = grammar.state_bodies | grammar.country_nouns | grammar.plain_people
    for index in (i for i in passage.places_of(grammar.pair_words) if tree.forms[i] in grammar.pair_words):
        noun = next((i for i in (index + 1, index + 2) if i < len(passage.tokens) and passage.tokens[i].upos == "NOUN"), None)
        thing = noun is not None and tree.lemmas[noun] not in known and not passage.tree.relations[noun].startswith("nsubj")
        if thing and not _counts_some(passage, index) and noun not in passage.mention_at and not _says_of_which(passage, noun):
            return True
    return False


def _says_of_which(passage: Passage, noun: int | None) -> bool:
    """`the two coast guard services`, `los dos servicios de guardacostas`: whose or of what, and no matters told before."""
    own = passage.tree.children.get(noun, ()) if noun is not None else ()
    return any(passage.tree.relations[i] in {"nmod", "acl", "acl:relcl", "compound"} for i in own)


@of_its_words
def names_a_pair(passage: Passage) -> bool:
    """Two or both, as who acts, but for governments, which a memo on two countries names; nobody is named before."""
    grammar, tree = grammar_of(passage.language), passage.tree
    known = grammar.state_bodies | grammar.country_nouns
    if _acts_unnamed(passage):
        return True
    for index in (i for i in passage.places_of(grammar.pair_words) if tree.forms[i] in grammar.pair_words):
        # the noun behind `two`, whatever the parser hangs the number on
        near = [
            i
            for i in (index, passage.tokens[index].head, index + 1)
            if 0 <= i < len(tree.lemmas) and abs(i - index) <= MOST_BETWEEN
        ]
        acts = any(tree.relations[i].startswith("nsubj") for i in near) and not any(tree.lemmas[i] in known for i in near)
        if acts and not (
            _counts_some(passage, index) or _is_somebody_before(passage, index)
        ):  # `two plants will close`: nobody has told of them
            return True
    return False


def _counts_some(passage: Passage, index: int) -> bool:
    """`two plants`, but `the two plants`, and `ambos`, a number to the parser."""
    grammar, forms = grammar_of(passage.language), passage.tree.forms
    number = passage.tokens[index].upos == "NUM" and forms[index] not in grammar.part_words
    return number and not (index and forms[index - 1] in grammar.leading_articles)


def _acts_unnamed(passage: Passage) -> bool:
    """`Coincidieron en que …`: several, by a verb of what two do, in a language that leaves subjects out."""
    root = passage.root
    if root is None or passage.tree.lemmas[root] not in grammar_of(passage.language).mutual_verbs:
        return False
    verb, below = passage.tokens[root], passage.tree.below(root)
    named = any(t.deprel.partition(":")[0] in {"nsubj", "csubj"} for t in below) or _is_somebody_before(passage, root)
    return (verb.feat("Person"), verb.feat("Number")) == ("3", "Plur") and not named


def _is_somebody_before(passage: Passage, index: int) -> bool:
    return any(mention.span.stop <= passage.tokens[index].span.start for mention in passage.mentions)


def names_two(passage: Passage) -> bool:
    """Whether two people, or people or bodies of two countries, are named."""
    actors = passage.doc.actors if passage.doc else {}
    named = [actors[mention.actor] for mention in passage.mentions if mention.actor in actors]
    countries = {one.country or one.id for one in named if one.country or one.kind == "country"}
    return len(_people(passage)) > 1 or len(countries) > 1


@of_its_words
def countries_of_people(passage: Passage) -> int:
    """Of how many countries somebody is named."""
    actors = passage.doc.actors if passage.doc else {}
    people = [actors[m.actor] for m in passage.mentions if m.actor in actors and actors[m.actor].kind == "person"]
    return len({one.country or one.id for one in people})


def introducing_people(passage: Passage, printed: str, introduced: Collection[str]) -> Iterator[Sentence]:
    """`Antezana admitted that …`, `The official said …`: where the article says who that is, if the memo does not."""
    doc = passage.doc
    for mention in passage.mentions if doc is not None else ():
        actor = doc.actors.get(mention.actor) if doc else None
        if actor is None or actor.kind != "person" or passage.offset:
            continue
        said, names = mention.span.of(passage.source), {*actor.name.values(), *actor.forms}
        whole = any(" " in name and name in said for name in names)
        named = any(name in printed for name in names)
        told = said.casefold() in printed.casefold()
        if not (whole or (named and names & {*introduced})) and (named or told):
            yield from _first_naming(passage, mention.actor)


def introducing_the_speaker(passage: Passage, printed: str, introduced: Collection[str]) -> Iterator[Sentence]:
    """`[Aurelio Soto:] We go on Monday.`: of somebody whom the line but labels; an interview has `Soto, director of …`."""
    label, doc = _LABELLED.match(printed), passage.doc
    name = label[1] if label else ""
    if doc is None or not name or name in introduced or passage.offset:
        return
    people = (one for one in doc.actors.values() if one.kind == "person")
    actor = next((one.id for one in people if name in {*one.name.values(), *one.forms}), "")
    spans = [m.span for m in doc.mentions if m.actor == actor and m.span.stop <= passage.span.start]
    told = [span for span in spans if doc.article.text[span.stop : span.stop + 1] == ","]
    telling = (one for one in doc.sentences if one.kind in _TELLING_WHO and any(map(one.span.contains, told)))
    yield from islice(telling, 1)


def naming_the_office(passage: Passage, printed: str, knowledge: Knowledge) -> Iterator[Sentence]:
    """`The secretary insisted that …`, `The Chilean minister replied`: the nearest sentence with somebody's whole name.

    Where the annotation knows whose minister it is, somebody's of that country.
    """
    office = _acting_office(passage)
    if office is not None and office.country:
        yield from _naming_somebody(passage, office)
    elif "[" not in printed and unknown_office(passage, knowledge) is not None:
        yield from _naming_somebody(passage)


def _acting_office(passage: Passage) -> Actor | None:
    """Who acts in the main clause, where that is the holder of an office without a name."""
    index = main_subject(passage)
    mention = passage.mention_at.get(index) if index is not None else None
    actor = passage.doc.actors.get(mention.actor) if mention is not None and passage.doc else None
    known = (
        actor is not None
        and actor.kind == "office"
        and articles_of(passage).get(index if index is not None else -1) is not None
    )
    plural = index is not None and passage.tokens[index].feat("Number") == "Plur"
    return actor if known and not plural else None


def _body_before(passage: Passage) -> list[Sentence]:
    return passage.whole.body_before(passage.span.start) if passage.whole else []


def _naming_somebody(passage: Passage, office: Actor | None = None) -> list[Sentence]:
    """The nearest earlier sentence that has the whole name of somebody who may hold an office where one is given."""
    if passage.doc is None or passage.offset:
        return []
    before = _body_before(passage)
    return [one for one in reversed(before) if _names_somebody(passage.beside(one), office)][:1]


def _names_somebody(passage: Passage, office: Actor | None) -> bool:
    actors = passage.doc.actors if passage.doc else {}
    people = [actors[m.actor] for m in passage.mentions if m.actor in actors and actors[m.actor].kind == "person"]
    known = (one for one in people if office is None or _may_hold(one, office))
    return any(" " in name and name in passage.words for one in known for name in (*one.name.values(), *one.forms))


def _may_hold(person: Actor, office: Actor) -> bool:
    """Of its country, where that is told, and of its kind: the foreign minister is not meant by `the prime minister`."""
    alike = office.role is None or person.role in {None, office.role}
    any_minister = office.role == MINISTER and (person.role or "").endswith(MINISTER)
    return person.country in {None, office.country} and (alike or any_minister)


def _first_naming(passage: Passage, actor: str) -> Iterator[Sentence]:
    """The sentence of the body that names somebody first, in more than one word."""
    doc = passage.doc
    first = next((m for m in doc.mentions if m.actor == actor), None) if doc else None
    if doc is None or first is None or first.span.stop > passage.span.start or " " not in first.span.of(passage.source):
        return
    yield from (one for one in doc.sentences if one.kind == "body" and one.span.contains(first.span))
