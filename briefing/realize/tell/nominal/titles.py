"""Offices before names: `la presidenta Ana Ruiz` -> `President Ana Ruiz`, with whose office it is where the words say so."""

from __future__ import annotations

import re
from collections.abc import Mapping

from briefing.model import Actor, Mention
from briefing.realize.edition import government_name
from briefing.realize.given_names import gender_of
from briefing.realize.grammar import one_of
from briefing.realize.tell.nominal.name_words import is_of_another_matter
from briefing.realize.tell.nominal.offices import apposed_office, check_office_is_whole, office_of_its_own_matter
from briefing.realize.tell.state import Telling
from briefing.realize.wording.inflect import agreeing
from briefing.realize.wording.transfer import GateClosedError
from briefing.realize.wording.verbs import rules_of


def with_title(telling: Telling, mention: Mention, found: Actor, name: str) -> str:
    """`el ministro peruano Luis Soto` -> `Peruvian Minister Luis Soto`: whose he is, where the words say it."""
    said = _titled(telling, mention, found, name)
    people = _people_in_the_words(telling, mention, found)
    untold = people and said != name and (government_name(telling.t.edition, found.country or "") or "") not in said
    if not people or not untold or _is_qualified(telling, _written(telling, mention).casefold()):
        return said
    if said.endswith(name) and said[:1].isupper() and rules_of(telling.language)["people_before_titles"]:
        return f"{people} {said}"
    return _people_behind_the_office(telling, people, said, name)


def _written(telling: Telling, mention: Mention) -> str:
    doc = telling.t.passage.doc
    return mention.span.of(doc.article.text) if doc else ""


def _people_in_the_words(telling: Telling, mention: Mention, found: Actor) -> str | None:
    """`Peruvian`, where a mention names somebody's country or people."""
    entry, doc = telling.t.edition.knowledge.actors.get(found.country or ""), telling.t.passage.doc
    if found.kind != "person" or doc is None or entry is None or entry.kind != "country":
        return None
    language = telling.t.passage.language
    names = one_of({*entry.names.get(language, ()), *entry.demonyms.get(language, ())})
    if not re.search(rf"(?<!\w){names}(?!\w)", mention.span.of(doc.article.text)):
        return None
    return (entry.demonyms.get(telling.language) or (None,))[0]


def _people_behind_the_office(telling: Telling, people: str, said: str, name: str) -> str:
    """`el ministro de Salud, Juan Roa,` -> `el ministro peruano de Salud, Juan Roa,`."""
    found = re.match(rules_of(telling.language)["titled"], said)
    if found is None or not said[found.end() :].startswith(name):
        return said
    feminine = found["the"] == rules_of(telling.language)["the"]["f"]
    word = agreeing(people, "f" if feminine else "m", False, telling.t.edition.grammar)
    stop = found.end("of" if found["of"] else "office")
    return f"{found['the']} {found['office']} {word}{found['of'] or ''}{said[stop:]}"


def _titled(telling: Telling, mention: Mention, found: Actor, name: str) -> str:
    """`la presidenta Claudia Sheinbaum` -> `President Claudia Sheinbaum`, where her name stands beside the title."""
    doc = telling.t.passage.doc
    words = _without_the_people(telling, found, mention.span.of(doc.article.text).casefold() if doc else "")
    former = found.kind == "person" and _is_qualified(telling, words)
    role = (
        telling.t.edition.knowledge.roles.get(found.role or "")
        if found.kind == "person" and (found.official or former)
        else None
    )
    named = any(part.casefold() in words for part in name.split())
    if former and (role is None or role.epithet or not named):
        raise GateClosedError("qualified_office")
    any_role = telling.t.edition.knowledge.roles.get(found.role or "") if found.kind == "person" and named else None
    if any_role and not any_role.epithet and not former and any_role.id not in telling.words["no_titles"]:
        check_office_is_whole(any_role, found.official, words, any_role.forms.get(telling.t.passage.language, ()))
    if role is None or role.epithet or role.id in telling.words["no_titles"] or not named:
        return name
    if not set(words.split()).isdisjoint(telling.words["plural_offices"]):
        raise GateClosedError("offices_of_several")
    written = [form.casefold() for form in role.forms.get(telling.t.passage.language, ()) if form.casefold() in words]
    rules = rules_of(telling.language)
    gender = found.gender or gender_of(name)
    labels = role.label.get(telling.language, {})
    of_nobody = gender is None and "{the}" in rules["title"]  # `El vicecanciller Wendy Sherman`
    if former and (not written or of_nobody):
        raise GateClosedError("qualified_office")
    other = is_of_another_matter(telling, words, next(iter(role.label.get(telling.t.passage.language, {}).values()), ""))
    if not written or other:
        return office_of_its_own_matter(telling, found, words, name)
    if (
        role.id in telling.words["exact_titles"]
        and max(written, key=len) not in role.label[telling.t.passage.language].values()
    ):
        raise GateClosedError("title_of_another_rank")  # `Mariscal Ruiz`, a person or a town
    if of_nobody:
        return apposed_office(telling, found, role, name)
    own: Mapping[str, str] | None = telling.words["titles"].get(max(written, key=len))
    label = own[gender or "m"] if own else labels.get("f" if gender == "f" else "m", "")
    if not label:
        return name
    title = _former(label, telling) if former else label
    capitals = _former(_capitals(label, telling), telling) if former else _capitals(label, telling)
    of = f" {telling.t.edition.grammar.genitive}"
    pattern: str = rules["long_title" if of in title else "title"]
    return pattern.format(title=title, Title=capitals, name=name, the=rules_of(telling.language)["the"][gender or "m"])


def _without_the_people(telling: Telling, found: Actor, words: str) -> str:
    """`la ministra peruana de Salud` -> `la ministra de Salud`: the people's name parts the office."""
    nation = telling.t.edition.knowledge.actors.get(found.country or "")
    peoples = {name.casefold() for name in nation.demonyms.get(telling.t.passage.language, ())} if nation else set()
    return words if telling.modifiers_first else " ".join(word for word in words.split(" ") if word.strip(",") not in peoples)


def _is_qualified(telling: Telling, words: str) -> bool:
    """`former`, `ex-`: told, or the sentence is not.  Raises GateClosedError for what has no pattern (`acting`, `alleged`)."""
    forms = set(words.replace("-", " ").split())
    if forms & set(telling.words["qualified"]):
        raise GateClosedError("qualified_office")
    prefixes = tuple(telling.words["former_prefixes"])
    return bool(forms & set(telling.words["former"])) or any(form.startswith(prefixes) for form in forms)


def _former(title: str, telling: Telling) -> str:
    rows = rules_of(telling.language)["former"]
    return next(re.sub(find, put, title, count=1) for find, put in rows if re.search(find, title))


def _capitals(title: str, telling: Telling) -> str:
    """`Secretary of State`, as a title before a name."""
    small = telling.t.edition.grammar.of_words
    return " ".join(word if word in small else word[:1].upper() + word[1:] for word in title.split(" "))
