"""Who holds an office, without a name: `el ministro de Energía de Chile`, `el ministro de Energía chileno`."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from functools import lru_cache

from briefing.knowledge import Knowledge, load_language
from briefing.knowledge.entries import RoleEntry
from briefing.model import Actor, Language, Mention, Span
from briefing.realize.edition import government_name
from briefing.realize.grammar import grammar_of, one_of
from briefing.realize.tell.state import Telling
from briefing.realize.wording.transfer import GateClosedError
from briefing.realize.wording.verbs import rules_of

_NEVER_ALONE = frozenset({"counterpart", "head_of_body"})
"""Roles that say nothing without whose counterpart, or head of what."""


def holder_of_an_office(telling: Telling, mention: Mention, found: Actor) -> tuple[str, Span] | None:
    """`the Chilean energy minister`, and the words of it; None where they are not just the office and its country."""
    edition, doc = telling.t.edition, telling.t.passage.doc
    nation = edition.knowledge.actors.get(found.country or "")
    demonyms = nation.demonyms.get(telling.language) if nation and nation.kind == "country" else None
    if found.kind != "office" or doc is None or not demonyms or telling.modifiers_first:
        return None
    before = telling.t.tokens[telling.order[telling.at - 1]] if telling.at else None
    if before is None or (before.feat("Definite"), before.feat("Number")) != ("Def", "Sing"):
        return None  # `un embajador`, `su embajador`
    pattern = _offices_of(edition.knowledge, telling.t.passage.language, found.role or "", found.country or "")
    match = pattern.match(doc.article.text, mention.span.start)
    if match is None or match.end() > mention.span.stop:
        return None
    label = edition.knowledge.roles[found.role or ""].label[telling.language]["f" if before.feat("Gender") == "Fem" else "m"]
    pattern_of_bodies: str = rules_of(telling.language)["institution"]
    said = pattern_of_bodies.format(the=edition.grammar.the["ms"], demonym=demonyms[0], name=label, country="")
    return said, Span(match.start(), match.end())


def office_of_its_own_matter(telling: Telling, found: Actor, written: str, name: str) -> str:
    """`Zambian Water Minister Ruth Banda`, which no country's list has -> `Ruth Banda, titular de Agua de Zambia,`.

    Raises GateClosedError where the words are of another kind: the name alone would not tell who that is.
    """
    words = set(re.findall(r"\w+", written.casefold()))
    if words.isdisjoint(telling.words["office_words"]):
        return name
    of_matter: Sequence[str] = telling.words["ministers_of"]
    matters: Mapping[str, str] = telling.words["portfolios"]
    matter = next((matters[m] for m in matters for form in of_matter if f" {form.format(m)}" in f" {written}"), None)
    if not words.isdisjoint((*telling.words["below_ministers"], *telling.words["joining"])):
        raise GateClosedError("office_left_out")  # `Deputy Water Minister`, `Roads and Ports Minister`
    role = telling.t.edition.knowledge.roles.get(found.role or "")
    secretary = _of_a_secretary(telling, matters, written) if matter is None else None
    if secretary is not None:
        return str(rules_of(telling.language)["title"]).format(Title=secretary, name=name)
    either = "apposed_title" in rules_of(telling.language)
    if matter is None and role and either and _is_a_minister_called_secretary(telling, found, words):
        return apposed_office(telling, found, role, name)
    if matter is None:
        raise GateClosedError("office_left_out")
    country, rules = government_name(telling.t.edition, found.country or ""), rules_of(telling.language)
    if "apposed_title" not in rules:
        return str(rules["title"]).format(Title=telling.words["holder"].format(matter), name=name)
    of = telling.t.edition.grammar.genitive
    title = f" {of} ".join([telling.words["holder"], matter, *([country] if country else [])])
    return str(rules["apposed_title"]).format(name=name, title=title)


def _of_a_secretary(telling: Telling, matters: Mapping[str, str], written: str) -> str | None:
    """`el secretario de Minas, Ana Ruiz` -> `Mines Secretary`: the matter is all that stands between the office and a name."""
    found = [
        matter for matter in matters for form in telling.words["secretaries_of"] if f" {form.format(matter)}," in f" {written}"
    ]
    return str(telling.words["secretary"]).format(matters[found[0]]) if found else None


def check_office_is_whole(role: RoleEntry, official: bool, written: str, forms: Collection[str]) -> None:
    """`the customs director`, `the mayor of Cork`: neither `the head Ana Ruiz` nor her name alone tells who that is.

    Raises GateClosedError where the words of the office are there and it cannot be told.
    """
    near = [own for form in forms if (own := form.casefold()) in written]
    told = [own for own in near if re.search(rf"(?<!\w){re.escape(own)}(?!\w)", written)]
    if role.id in _NEVER_ALONE or (told and not official):
        raise GateClosedError("office_left_out")


def _is_a_minister_called_secretary(telling: Telling, found: Actor, words: Collection[str]) -> bool:
    """`the Philippine Trade Secretary`, who heads a ministry there."""
    secretaries: Sequence[str] = load_language("names", telling.t.passage.language)["secretaries"]
    return found.country in load_language("names", "cabinets")["of_secretaries"] and not set(secretaries).isdisjoint(words)


def apposed_office(telling: Telling, found: Actor, role: RoleEntry, name: str) -> str:
    """`Minister Noor Haddad` -> `Noor Haddad, titular de Comercio de Jordania,`: an office by a word that both genders have.

    Raises GateClosedError where there is none: the name alone would not tell who that is.  Nor is a customs director
    `titular de Jordania`: whoever heads some body does not head the country.
    """
    if role.body:
        raise GateClosedError("office_of_a_body")
    of_either: Mapping[str, str] = load_language("names", telling.language).get("of_either_gender", {})
    labels = {*role.label.get(telling.language, {}).values()}
    if len(labels) > 1:
        labels = {
            plain + label.removeprefix(begins)
            for label in labels
            for begins, plain in of_either.items()
            if label.startswith(begins)
        }
    if len(labels) != 1:
        raise GateClosedError("office_without_a_gender")
    country = government_name(telling.t.edition, found.country or "")
    title = " ".join([*labels, *([telling.t.edition.grammar.genitive, country] if country else [])])
    return str(rules_of(telling.language)["apposed_title"]).format(name=name, title=title)


@lru_cache(maxsize=256)
def _offices_of(knowledge: Knowledge, language: Language, role_id: str, country: str) -> re.Pattern[str]:
    """An office as it is printed, with its country or the people's name, and small words between them; else nothing."""
    role, nation = knowledge.roles.get(role_id), knowledge.actors[country]
    if role is None or role.epithet or role_id in _NEVER_ALONE:
        return re.compile("$^")
    labels = [*role.label.get(language, {}).values()]
    names = one_of({*nation.names.get(language, ()), *nation.demonyms.get(language, ())})
    grammar = grammar_of(language)
    small = one_of({*grammar.of_words, *grammar.definite_articles, *grammar.fused_articles})
    plain = rf"(?i:{one_of(labels)})\s+(?:{small}\s+)*{names}\b"
    joiners = one_of(load_language("transfer", "words")["conjunctions"][language])
    parted = [(head, tail) for head, _, tail in (label.partition(" ") for label in labels) if tail]  # `ministro chileno de …`
    rows = [rf"(?i:{head})\s+{names}\s+(?i:{one_of([tail])})\b(?!\s+{joiners}\s)" for head, tail in parted]
    return re.compile("|".join([plain, *rows]))


__all__ = ["apposed_office", "check_office_is_whole", "holder_of_an_office", "office_of_its_own_matter"]
