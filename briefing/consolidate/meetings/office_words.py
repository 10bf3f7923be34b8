"""The office of somebody by the words of an article, where it is none that every reader knows: `viceministro de Minas`.

A row of a meeting tells it beside the name.  In an article's own language it stands as that article has it, without the
country; in another one by the plain word for such offices (`deputy minister`).  Where articles differ on it nothing is told.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from briefing.consolidate.people import GENERAL, PersonOf, fold, is_a_secretary, said_of, stands_in
from briefing.knowledge import LANGUAGES, Knowledge, load_language
from briefing.model import Actor, BriefPerson, Doc, Language, Mention
from briefing.model.known_rows import COUNTERPART, MINISTER

DEPUTIES = frozenset({"deputy_minister", "deputy_foreign_minister", "state_secretary", "minister_of_state"})
"""Offices whose plain word says enough in a language in which no article names them."""
LONGEST = 9
"""Words of an office."""


def with_office_words(
    people: Sequence[BriefPerson], docs: Mapping[str, Doc], of: PersonOf, knowledge: Knowledge
) -> tuple[BriefPerson, ...]:
    """The persons, those without a known office with the words that articles have for theirs."""
    named: dict[str, list[tuple[Doc, Actor]]] = {}
    acting = {of[key].name for key in of if stands_in(docs[key[0]], key[1])}
    for (article, actor), person in of.items():
        named.setdefault(person.name, []).append((docs[article], docs[article].actors[actor]))
    return tuple(
        one if one.role or one.name in acting else replace(one, title=title_of(named.get(one.name, ()), one, knowledge))
        for one in people
    )


def title_of(named: Sequence[tuple[Doc, Actor]], person: BriefPerson, knowledge: Knowledge) -> dict[Language, str]:
    roles = {actor.role for _, actor in named if actor.role and actor.role != COUNTERPART}
    roles = roles - GENERAL or roles  # `the minister` says nothing against a deputy minister
    if len(roles) > 1 or len({actor.official for _, actor in named if actor.role}) > 1:
        return {}
    told = {language: fullest([t for t in titles_in(named, person, knowledge) if t[0] == language]) for language in LANGUAGES}
    if not any(told.values()):
        return {}
    now = all(actor.official for _, actor in named)
    secretary = any(is_a_secretary(actor, person.country) for _, actor in named)
    plain = plain_words(next(iter(roles), None), person, knowledge, minister=not secretary) if now else {}
    return {language: words for language in LANGUAGES if (words := told[language] or plain.get(language, ""))}


def plain_words(role: str | None, person: BriefPerson, knowledge: Knowledge, *, minister: bool) -> dict[Language, str]:
    """`viceministro`, `ministra`: of the gender that an article tells, or of both; `secretaria de Minas` is no `minister`."""
    entry = knowledge.roles.get(role or "")
    entry = knowledge.roles[MINISTER] if entry is not None and entry.minister else entry
    if entry is None or entry.id not in {*DEPUTIES, *([MINISTER] if minister else [])}:
        return {}
    return {language: said_of(entry, language, {person.gender} if person.gender else set()) for language in LANGUAGES}


def fullest(titles: Sequence[tuple[Language, str]]) -> str:
    """The longest, if all others are part of it: `viceministra` of `viceministra de Pesca`, and not `directora`."""
    longest = max((title for _, title in titles), key=lambda title: (len(title.split()), title), default="")
    words = {*longest.casefold().split()}
    return longest if all({*title.casefold().split()} <= words for _, title in titles) else ""


def titles_in(named: Sequence[tuple[Doc, Actor]], person: BriefPerson, knowledge: Knowledge) -> Iterator[tuple[Language, str]]:
    for doc, actor in named:
        for mention in doc.mentions:
            if mention.actor == actor.id and (title := title_before(doc, actor, mention, person.country, knowledge)):
                yield doc.article.language, title


def title_before(doc: Doc, actor: Actor, mention: Mention, country: str | None, knowledge: Knowledge) -> str:
    """What stands before the name in the words that mention somebody, where it is an office and nothing else."""
    said = mention.span.of(doc.article.text)
    at = min((said.find(form) for form in actor.forms if form in said), default=-1)
    title = said[:at].strip().removesuffix(",") if at > 0 else ""
    role = fold(actor.role_words or "").split()
    if not title or not role or re.search(r"[^\w\s'’.-]", title) or not {*role} <= {*fold(title).split()}:
        return ""
    if is_cut(doc, mention.span.start):
        return ""
    words = without_country(title, doc.article.language, country, knowledge).split()
    if is_shared(words, doc.article.language, country, knowledge):
        return ""
    bare = [word.lower() for word in words] in [[form] for form in knowledge.roles[MINISTER].forms[doc.article.language]]
    known = actor.role != COUNTERPART and not bare and len(words) <= LONGEST
    return lowered(words, doc.article.language) if words and known else ""


def is_shared(words: Sequence[str], language: Language, country: str | None, knowledge: Knowledge) -> bool:
    """`ministros de Pesca de Togo | y Ghana`, with the one country taken out: of two, and so no words of either."""
    joiners = [i for i, word in enumerate(words[:-1]) if word in load_language("actors", language)["joiners"]]
    behind = {" ".join(words[i + 1 :]) for i in joiners}
    others = (row for code, row in knowledge.actors.items() if row.kind == "country" and code != country)
    return bool(behind) and any(not behind.isdisjoint(row.names.get(language, ())) for row in others)


def is_cut(doc: Doc, start: int) -> bool:
    """`Principal | Secretary Per Lund`, `railway | chief`, `the former | minister`: a word of the office stands before it."""
    known = load_language("actors", doc.article.language)
    former = {fold(one) for one in known["former"]}
    tokens = [token for sentence in doc.sentences for token in sentence.tokens if token.span.stop in {start, start - 1}]
    return any(token.upos in {"NOUN", "PROPN", "ADJ"} or fold(token.form) in former for token in tokens)


def without_country(title: str, language: Language, country: str | None, knowledge: Knowledge) -> str:
    """`Kenya's trade minister`, `ministro marroquí de Pesca`, `canciller de Bolivia`: the cell has the country behind it.

    Not `governor of the Bank of Togo`, where the country is in a body's name; `viceministra chilena de Gobernación` is.
    """
    row = knowledge.actors.get(country or "")
    forms = [*row.names.get(language, ()), *row.demonyms.get(language, ())] if row is not None else []
    links = "|".join(load_language("actors", language)["link_to_country"])
    forms.sort(key=len, reverse=True)
    if names_a_body(title, language):
        return without_second_word(title, forms)
    for form in forms:
        title = re.sub(
            rf"(?:\b(?:{links}) (?:\w{{2,3}} )?)?\b{re.escape(form)}(?:['’]s)?(?!\w)", " ", title, flags=re.IGNORECASE
        )
    return " ".join(title.split())


def without_second_word(title: str, forms: Sequence[str]) -> str:
    """`viceministra | chilena | de Gobernación`: the people right behind what the office is called."""
    head, _, rest = title.partition(" ")
    form = next((form for form in forms if rest.casefold().startswith(f"{form.casefold()} ")), None)
    return f"{head} {rest[len(form) + 1 :]}" if form else title


def names_a_body(title: str, language: Language) -> bool:
    bodies = load_language("actors", language)["bodies"]
    return not {*title.split()}.isdisjoint(word for words in bodies.values() for word in words)


def lowered(words: Sequence[str], language: Language) -> str:
    """`deputy trade minister`, `viceministro de Comercio Exterior`: as an office is written within a sentence."""
    small = ["first"] if names_a_body(" ".join(words), language) else load_language("names", language)["small_in_offices"]
    placed = [(word, "rest" if number else "first") for number, word in enumerate(words)]
    return " ".join(word.lower() if word.istitle() and place in small else word for word, place in placed)


__all__ = ["with_office_words"]
