"""Names put in brackets into original words: in whose name an official text speaks, who is named only by the surname."""

from __future__ import annotations

from functools import lru_cache

from briefing.knowledge import Knowledge
from briefing.model import Actor, Item, Mention, Token
from briefing.model.letters import capital
from briefing.realize.edition import Edition, actor_name, bare_name, government_name, listed
from briefing.realize.grammar import grammar_of
from briefing.realize.leaning import epithets
from briefing.realize.rungs.passages import Passage


def name_issuers(passage: Passage, item: Item, edition: Edition) -> Passage | None:
    """`We reaffirm …` -> `[Chile and Peru:] We reaffirm …`: in whose name an official text speaks."""
    issuers = passage.doc.issuers if passage.doc else ()
    name = listed(edition, [government_name(edition, code) for code in issuers])
    if name is None:
        return passage
    spoken = any(token.feat("Person") == "1" and _is_subject_or_verb(token) for _, token in passage.unquoted_tokens)
    if not spoken:
        return passage
    return passage.begun_with(grammar_of(edition.language).quoted.format(who=capital(name), quote=""))


def name_surnames(passage: Passage, item: Item, edition: Edition) -> Passage:
    """`Ruiz ofreció …` -> `Ruiz [Elena Ruiz, Peru] ofreció …`: original words that name neither the person nor that country.

    Behind a whole name only the country is put, where no word says it: `El ministro del Interior, Juan Soto [Chile], …`.
    """
    actors = passage.doc.actors if passage.doc else {}
    known = [(mention, actor) for mention in passage.mentions if (actor := actors.get(mention.actor))]
    named = {actor.country for _, actor in known if actor.kind != "person"}
    for mention, actor in known:
        said = mention.span.of(passage.source) if passage.offset == 0 else " "
        name, country = actor_name(edition, actor), bare_name(edition, actor.country or "")
        bare = actor.kind == "person" and " " not in said and not mention.place and not passage.is_quoted(mention.span)
        known_to_all = name in _known_people(edition.knowledge)
        owns = passage.source[mention.span.stop : mention.span.stop + 1] in set("'’")  # `Ruiz's office`
        if (
            _lacks_a_country(passage, mention, actor, edition)
            and country
            and not (actor.country in named or known_to_all or owns)
        ):
            return passage.edited(mention.span.stop, mention.span.stop, f" [{country}]")
        if bare and name and country and _is_surname(said, name) and not (known_to_all or owns):
            if actor.country in named:
                continue
            whole = edition.printed.get(name, name)
            told = whole if name in edition.passages.disputed else f"{whole}, {country}"
            return passage.edited(mention.span.stop, mention.span.stop, f" [{told}]")
    return passage


def _is_surname(said: str, name: str) -> bool:
    """`Ruiz` of `Elena Ruiz Paz`, `Lund` of `Per Lund`: how a name goes on behind its first word."""
    return " " in name and (name.endswith(said) or said in name.split()[1:])


def _lacks_a_country(passage: Passage, mention: Mention, actor: Actor, edition: Edition) -> bool:
    """Whether somebody stands there with the whole name, and no word of the sentence says the country."""
    said, code = mention.span.of(passage.source) if passage.offset == 0 else "", actor.country
    names = (name for name in (*actor.name.values(), *actor.forms) if " " in name)
    plain = actor.kind == "person" and not mention.place and not passage.is_quoted(mention.span)
    whole = plain and any(said.endswith(name) for name in names) and actor_name(edition, actor) not in edition.passages.disputed
    return whole and code is not None and not epithets.names_country(passage.words, code, passage.language, edition)


@lru_cache(maxsize=8)
def _known_people(knowledge: Knowledge) -> frozenset[str]:
    """The names of the register: whom a reader knows."""
    rows = [row for row in knowledge.actors.values() if row.kind == "person"]
    return frozenset(name for row in rows for names in row.names.values() for name in names)


def _is_subject_or_verb(token: Token) -> bool:
    return token.upos in {"VERB", "AUX"} or (token.upos == "PRON" and token.deprel.startswith("nsubj"))
