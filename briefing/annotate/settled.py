"""One country for everybody of one full name, where the articles of a week disagree on whose minister somebody is.

A country that stands beside the name (`the Togolese minister, N. N.`) counts for more than one that an article was only thought
to mean; where none stands there, or two do, the person has none.  Nor has one who meets a counterpart of that very country.
"""

from __future__ import annotations

import dataclasses
import re
from collections import defaultdict
from collections.abc import Mapping, Sequence

from briefing.annotate.actors.grammar import load_actor_grammar
from briefing.annotate.actors.lexicon import name_tokens
from briefing.knowledge import Knowledge
from briefing.model import Actor, Doc, Mention, Span
from briefing.model.known_rows import COUNTERPART

BESIDE = 45
"""Letters between a name and the country that stands beside it: `el ministro togolés de Asuntos Exteriores, N. N.`"""


Words = frozenset[str]


def agreed(docs: Sequence[Doc], knowledge: Knowledge) -> Sequence[Doc]:
    """The documents, in which a full name has the same country everywhere, or none."""
    found: dict[Words, list[tuple[Doc, Actor]]] = defaultdict(list)
    for doc in docs:
        for actor in doc.actors.values():
            words = words_of(doc, actor)
            if actor.kind == "person" and actor.country and len(words) > 1:
                found[words].append((doc, actor))
    disputed = {
        words: rows
        for words, rows in found.items()
        if len({actor.country for _, actor in rows}) > 1 or is_denied(words, rows[0][1].country or "", docs)
    }
    settled = {words: sure_country(rows, knowledge) for words, rows in disputed.items()}
    settled |= surnames(found, settled, docs, knowledge)
    return [with_countries(doc, settled) for doc in docs] if settled else docs


def surnames(
    found: Mapping[Words, list[tuple[Doc, Actor]]],
    settled: Mapping[Words, str | None],
    docs: Sequence[Doc],
    knowledge: Knowledge,
) -> dict[Words, str | None]:
    """`I told Minister Vukic`, in a text of the other side: of the country of the one whom the week knows by that name."""
    known = {words: settled.get(words, rows[0][1].country) for words, rows in found.items()}
    result: dict[Words, str | None] = {}
    for doc in docs:
        for actor in doc.actors.values():
            words = words_of(doc, actor)
            bearers = {country for names, country in known.items() if words < names}
            if actor.kind == "person" and actor.country and len(words) == 1 and len(bearers) == 1:
                sure = stands_beside(doc, actor, knowledge)
                result |= {} if sure or actor.country in bearers else {words: next(iter(bearers))}
    return result


def words_of(doc: Doc, actor: Actor) -> Words:
    """The words of a person's longest name."""
    grammar = load_actor_grammar(doc.article.language)
    names = [name for name in (*actor.name.values(), *actor.forms) if name]
    return max(
        (name_tokens(name, grammar) for name in names), key=lambda words: (len(words), sorted(words)), default=frozenset()
    )


def is_denied(words: Words, country: str, docs: Sequence[Doc]) -> bool:
    """`Ana Vukic will meet her Kenyan counterpart`, in any article: whoever does is no minister of Kenya."""
    return any(
        sentence.span.contains(mention.span) and sentence.span.contains(other.span)
        for doc in docs
        for actor in doc.actors.values()
        if actor.kind == "person" and actor.role != COUNTERPART and words_of(doc, actor) == words
        for mention in (m for m in doc.mentions if m.actor == actor.id)
        for other in counterparts_of(doc, country)
        for sentence in doc.sentences
    )


def counterparts_of(doc: Doc, country: str) -> list[Mention]:
    """Where an article names a counterpart of one country."""
    found = {actor.id for actor in doc.actors.values() if actor.role == COUNTERPART and actor.country == country}
    return [mention for mention in doc.mentions if mention.actor in found]


def sure_country(rows: Sequence[tuple[Doc, Actor]], knowledge: Knowledge) -> str | None:
    """The one country that stands beside the name in any of the articles."""
    sure = {actor.country for doc, actor in rows if stands_beside(doc, actor, knowledge)}
    return next(iter(sure)) if len(sure) == 1 else None


def stands_beside(doc: Doc, actor: Actor, knowledge: Knowledge) -> bool:
    """Whether the person's country is among the words that name the person, or next to them in the sentence."""
    text, language = doc.article.text, doc.article.language
    named = [mention.span for mention in doc.mentions if mention.actor == actor.id]
    row = knowledge.actors.get(actor.country or "")
    forms = {*row.names.get(language, ()), *row.demonyms.get(language, ())} if row else set()
    if any(re.search(rf"\b{re.escape(form)}\b", span.of(text), re.IGNORECASE) for form in forms for span in named):
        return True
    own = [m.span for m in doc.mentions if m.actor == actor.country and not m.place]  # `Minister N. N. is due in Lomé`
    return any(are_beside(doc, name, country) for name in named for country in own)


def are_beside(doc: Doc, name: Span, country: Span) -> bool:
    return max(name.start, country.start) - min(name.stop, country.stop) <= BESIDE and any(
        sentence.span.contains(name) and sentence.span.contains(country) for sentence in doc.sentences
    )


def with_countries(doc: Doc, settled: Mapping[Words, str | None]) -> Doc:
    changed = {
        actor.id: dataclasses.replace(actor, country=settled[words])
        for actor in doc.actors.values()
        if actor.kind == "person" and actor.country and (words := words_of(doc, actor)) in settled
    }
    return dataclasses.replace(doc, actors={**doc.actors, **changed}) if changed else doc
