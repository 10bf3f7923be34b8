"""Who is meant by an office or a common word, put behind it in brackets: `la mandataria` -> `la mandataria [Dina Boluarte]`."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from briefing.knowledge import LANGUAGES, Knowledge
from briefing.knowledge.entries import ActorEntry
from briefing.model import Actor, Item, Language, Mention, Span
from briefing.model.letters import LOWER
from briefing.realize.edition import LONGEST_ACRONYM, Edition, actor_name, government_name
from briefing.realize.grammar import grammar_of, one_of
from briefing.realize.rungs.passages import Passage

_SHORTEST_PART = 3
LONGEST_OWNER = 6
"""Characters of a word before a body that says whose it is: `their government`."""
_BODIES_OF_CONTEXT = frozenset({"body_before", "body_in_context", "body_of_issuer"})
"""The annotation's rules for bodies whose country other sentences give: `the Ministry`, `la Cancillería`."""


def name_epithets(passage: Passage, item: Item, edition: Edition) -> Passage:
    """`La mandataria` -> `La mandataria [Dina Boluarte]`, `ambos gobiernos [Chile y Perú]`, once for each actor.

    The same words are put only once: in `the ministry [Togo] said customs would open` customs are a gate as likely.
    """
    done, told = set[str](), set[str]()
    for mention in passage.mentions:
        actor = passage.doc.actors.get(mention.actor) if passage.doc else None
        if actor is None or mention.place or mention.actor in done or passage.is_quoted(mention.span):
            continue
        done.add(mention.actor)
        needs = _needs_name(passage, mention, actor, edition) and not _is_owned(passage, mention)
        needs = needs and not (actor.kind != "person" and _begins_a_longer_name(passage, mention))
        needs = needs and not (actor.kind == "group" and _names_them_behind(passage, mention))
        name = actor_name(edition, actor) if needs else None
        said = mention.span.of(passage.source).casefold() if passage.offset == 0 else ""
        if name and actor.kind != "person" and said and said in name.casefold():
            name = government_name(edition, actor.country or "") or name  # not `La Secretaría de Economía (la Secretaría …)`
        if name and name not in told:
            told.add(name)
            stop = _end_of_group(passage, mention, end_of_name(passage, mention, edition))
            stop += _possessive(passage, stop)
            passage = passage.edited(stop, stop, f" [{name}]")
    return passage


def spell_out_abbreviations(passage: Passage, item: Item, edition: Edition) -> Passage:
    """`señaló el DOS` -> `señaló el Departamento de Estado`, `El NYT` -> `The New York Times`: better known by the name."""
    for mention in passage.mentions if passage.offset == 0 else ():
        said = mention.span.of(passage.source)
        actor = passage.doc.actors.get(mention.actor) if passage.doc else None
        entry = edition.knowledge.actors.get(actor.id) if actor else None
        if entry is None or not _is_abbreviation(said) or passage.is_quoted(mention.span):
            continue
        explained = passage.source[mention.span.start - 1 : mention.span.start] == "("
        name = "" if explained else _in_full(said, entry, passage, edition)
        if name:
            start = _start_with_its_article(passage, mention.span, name)
            passage = passage.edited(start, mention.span.stop, name)
    return passage


def _in_full(said: str, entry: ActorEntry, passage: Passage, edition: Edition) -> str:
    """`DOS` by its name wherever it stands, a newspaper too; `CIA` once, with it: `Central Intelligence Agency (CIA)`."""
    names = entry.names.get(passage.language, ())
    first = next(iter(names), said)
    if not _is_abbreviation(first):
        return first if entry.kind == "institution" or entry.branch == "media" else ""
    whole = next((name for name in names if not _is_abbreviation(name)), "")
    above = any(re.search(rf"\b{said.lower()}\b", line) for line in edition.lines)
    told = above or any(name in passage.words for name in names if name != said)
    return f"{whole} ({said})" if whole and said == first and entry.kind == "institution" and not told else ""


def _start_with_its_article(passage: Passage, span: Span, name: str) -> int:
    """`El NYT` -> `The New York Times`, which has its own."""
    before = re.search(r"\w+ $", passage.source[: span.start])
    led = before is not None and before[0].strip().casefold() in grammar_of(passage.language).definite_articles
    first = name.partition(" ")[0].casefold()
    own = any(first in grammar_of(language).definite_articles for language in LANGUAGES)
    return before.start() if before is not None and led and own and before.start() >= passage.span.start else span.start


def _is_abbreviation(said: str) -> bool:
    return said.isalpha() and said.isupper() and 2 < len(said) <= LONGEST_ACRONYM


def end_of_name(passage: Passage, mention: Mention, edition: Edition) -> int:
    """Where a ministry's name ends, with the other matters that it has: `the Ministry of Environment and Tourism`.

    `el Instituto de Aduanas y Aduanas Togo` are two bodies.
    """
    stop = mention.span.stop
    said = passage.source[mention.span.start - passage.offset : stop - passage.offset]
    if not _of_a_matter(passage.language).search(said):
        return stop
    more = _more_matters(passage.language).match(passage.source[stop - passage.offset :])
    end = stop + (more.end() if more else 0)
    others = any(one is not mention and one.span.overlaps(Span(stop, end)) for one in passage.mentions)
    of_another = _any_country(edition.knowledge, passage.language).search(
        passage.source[stop - passage.offset : end - passage.offset]
    )
    return stop if others or of_another or end == stop else end


@cache
def _any_country(knowledge: Knowledge, language: Language) -> re.Pattern[str]:
    """A country by its name."""
    names = {name for entry in knowledge.actors.values() if entry.kind == "country" for name in entry.names.get(language, ())}
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, sorted(names)))})\b")


def _end_of_group(passage: Passage, mention: Mention, stop: int) -> int:
    """Behind the adjectives of the same noun: `las autoridades sanitarias [Chile]`."""
    inside = passage.tree.covered_by(Span(mention.span.start, stop))
    at = inside[-1] + 1 if inside else len(passage.tokens)
    while at < len(passage.tokens) and passage.tokens[at].upos == "ADJ" and passage.tokens[at].head in inside:
        stop, at = passage.tokens[at].span.stop, at + 1
    return stop


def _is_owned(passage: Passage, mention: Mention) -> bool:
    """`las autoridades sanitarias de los dos países`, `the health authorities of the two countries`: it says whose."""
    inside = passage.tree.covered_by(mention.span)
    of = [j for i in inside for j in passage.tree.children.get(i, ()) if passage.tree.relations[j] == "nmod" and j > i]
    named = (passage.tokens[j].span for j in of if j not in inside)
    groups = {actor.id for actor in passage.doc.actors.values() if actor.kind == "group"} if passage.doc else set()
    return any(m.actor in groups and m.span.overlaps(span) for span in named for m in passage.mentions)


def _names_them_behind(passage: Passage, mention: Mention) -> bool:
    """`The two premiers, Ana Vukic and Per Lund, …`: a list of their countries would pair each name with one of them."""
    inside = passage.tree.covered_by(mention.span)
    behind = passage.tokens[inside[-1] + 1 : inside[-1] + 3] if inside else ()
    return len(behind) == 2 and behind[0].form in {",", "("} and behind[1].upos == "PROPN"


def _begins_a_longer_name(passage: Passage, mention: Mention) -> bool:
    """`El Gabinete | Ampliado`, `the Cabinet | Secretariat`: of another body, which may be several governments'."""
    inside = passage.tree.covered_by(mention.span)
    behind = passage.tokens[inside[-1] + 1] if inside and inside[-1] + 1 < len(passage.tokens) else None
    if behind is None or not behind.form[:1].isupper() or inside[-1] + 1 in passage.of_days:
        return False
    adjoined = behind.upos in {"PROPN", "ADJ"} and behind.head in inside
    return adjoined and not any(m.span.overlaps(behind.span) for m in passage.mentions)


@cache
def _of_a_matter(language: Language) -> re.Pattern[str]:
    """`Ministry of the Environment`, to its end."""
    return re.compile(rf"\s{one_of(grammar_of(language).of_words)}\s(?:\w+\s)*[^\W\d{LOWER}]\w+$")


@cache
def _more_matters(language: Language) -> re.Pattern[str]:
    """`, Energy and Tourism` behind it."""
    matter = rf"(?:\s[^\W\d{LOWER}]\w+)+"
    return re.compile(rf"(?:,{matter})*\s{one_of(grammar_of(language).and_words)}{matter}")


def _possessive(passage: Passage, stop: int) -> int:
    """The length of the mark behind it: `the two countries' [Chile and Peru] ministers`."""
    match = re.match(r"['’]s?\b|['’](?= )", passage.source[stop - passage.offset :])
    return len(match[0]) if match else 0


def _needs_name(passage: Passage, mention: Mention, actor: Actor, edition: Edition) -> bool:
    """Whether nothing in the sentence says who is meant: no part of a person's name, no name of the country."""
    if actor.kind == "person":
        return not (_says_a_name(passage, mention) or _says_office_and_country(passage, mention, actor, edition))
    if actor.kind == "group":
        codes = actor.id.split("+")
        return len(codes) > 1 and not all(_is_present(passage, code, edition) for code in codes)
    if mention.rule in _BODIES_OF_CONTEXT and actor.country and not _tells_whose(passage, mention, actor.country, edition):
        return True
    entry = edition.knowledge.actors.get(actor.id)
    short = {form.casefold() for form in entry.short.get(passage.language, ())} if entry else set()
    said = passage.words[mention.span.start - passage.span.start : mention.span.stop - passage.span.start]
    return bool(actor.country) and said.casefold() in short and not _is_present(passage, actor.country or "", edition)


def _says_a_name(passage: Passage, mention: Mention) -> bool:
    """Whether the words are a part of a person's name (`Lu`), or the sentence has a longer one."""
    parts = passage.whole.parts_of_name(mention.actor) if passage.whole else frozenset()
    said = passage.words[mention.span.start - passage.span.start : mention.span.stop - passage.span.start].casefold()
    return said in parts or not passage.vocabulary.isdisjoint([part for part in parts if len(part) >= _SHORTEST_PART])


def _says_office_and_country(passage: Passage, mention: Mention, actor: Actor, edition: Edition) -> bool:
    """`the U.S. ambassador` needs no name: an office of a country that the words themselves name."""
    said = passage.words[mention.span.start - passage.span.start : mention.span.stop - passage.span.start].casefold()
    if not actor.country or not names_country(said, actor.country, passage.language, edition):
        return False
    return any(form in said for form in _offices(edition.knowledge, passage.language))


def _is_present(passage: Passage, code: str, edition: Edition) -> bool:
    """Whether a country, or somebody of it with a name, stands in the sentence."""
    actors = passage.doc.actors if passage.doc else {}
    said = (mention for mention in passage.mentions if mention.rule not in _BODIES_OF_CONTEXT)
    named = (actors[mention.actor] for mention in said if mention.actor in actors)
    return any(a.kind in {"person", "country", "government"} and a.country == code for a in named) or names_country(
        passage.words, code, passage.language, edition
    )


def _tells_whose(passage: Passage, mention: Mention, code: str, edition: Edition) -> bool:
    """Whether the country of a bare ministry stands there; somebody's name tells it only where no other country's does.

    `The Ministry welcomes the pact of Minister Dahl and the Canadian minister`: whose, a reader cannot tell.
    """
    actors = passage.doc.actors if passage.doc else {}
    countries = {actors[mention.actor].country for mention in passage.mentions if mention.actor in actors}
    own = passage.tree.covered_by(Span(max(0, mention.span.start - LONGEST_OWNER), mention.span.stop))
    owned = any(passage.tokens[i].feat("Poss") == "Yes" for i in own)  # `Minister Dahl said that her government …`
    alone = owned or countries <= {code, None}
    return names_country(passage.words, code, passage.language, edition) or (alone and _is_present(passage, code, edition))


def names_country(words: str, code: str, language: Language, edition: Edition) -> bool:
    """Whether words have a country by any of its names, its capital or its people; also for one that the knowledge lacks."""
    pattern = _country_names(edition.knowledge, language, code)
    return pattern is None or pattern.search(words) is not None


@lru_cache(maxsize=512)
def _country_names(knowledge: Knowledge, language: Language, code: str) -> re.Pattern[str] | None:
    """A country by any of its names, its capital, its people; None for a country that the knowledge lacks."""
    entry = knowledge.actors.get(code)
    if entry is None:
        return None
    tables = (entry.names, entry.short, entry.demonyms, entry.metonyms)
    forms = [form for table in tables for form in table.get(language, ())]
    capital = entry.capital.get(language)
    return re.compile(rf"\b{one_of([*forms, *([capital] if capital else [])])}\b", re.IGNORECASE)


@lru_cache(maxsize=8)
def _offices(knowledge: Knowledge, language: Language) -> tuple[str, ...]:
    """The words of offices that say which office it is."""
    named = (role for role in knowledge.roles.values() if not (role.epithet or role.broad))
    return tuple(form for role in named for form in role.forms.get(language, ()))
