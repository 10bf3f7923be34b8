"""Governments, bodies and people by the names that the edition has for them."""

from __future__ import annotations

import re
from functools import cache

from briefing.knowledge import load_language
from briefing.model import Actor, Language, Mention
from briefing.model.trees import governor_of
from briefing.realize.edition import government_name
from briefing.realize.tell.marks import has_its_mark
from briefing.realize.tell.nominal.name_words import (
    actor_words,
    body_names,
    country_names,
    is_relative,
)
from briefing.realize.tell.nominal.offices import (
    holder_of_an_office,
)
from briefing.realize.tell.nominal.titles import with_title
from briefing.realize.tell.state import Telling, entries, skip, starting
from briefing.realize.wording.transfer import GateClosedError
from briefing.realize.wording.verbs import rules_of

LONGEST_NAME = 4
"""Words of a country's or a body's name inside another."""


def actor(telling: Telling) -> bool:
    """A government, institution or person by the name that the edition has for it."""
    places = (0, 1) if telling.token.upos == "DET" and telling.peek(1) else (0,)
    if not (_may_name(telling, 0) or (len(places) > 1 and _may_name(telling, 1))):
        return False
    if telling.modifiers_first and _belongs_to_a_noun_behind(telling):
        return False
    for ahead in places:
        telling.at += ahead
        said = _actor_here(telling) or (None if telling.modifiers_first else _country_here(telling))
        if said:
            telling.said.append(said)
            return True
        telling.at -= ahead
    return False


def _may_name(telling: Telling, ahead: int) -> bool:
    """Whether a word has a capital, or the annotation has found something there."""
    token = telling.tokens[telling.at + ahead]
    return token.form[:1].isupper() or token.span.start in telling.begun


def _belongs_to_a_noun_behind(telling: Telling) -> bool:
    """`Chile's proposal`, `the Trump administration`, `U.S. troops`: said with the noun."""
    mention = starting(telling, telling.t.mentions) or (
        telling.peek(1) is not None and telling.token.upos == "DET" and _mention_from(telling, telling.order[telling.at + 1])
    )
    if not isinstance(mention, Mention):
        return False
    tokens = telling.t.tokens
    inside = [i for i in telling.t.passage.tree.covered_by(mention.span) if i >= telling.index]
    heads = [i for i in inside if tokens[i].head not in inside]
    behind = inside[-1] + 1 if inside else len(tokens)
    owner = behind < len(tokens) and tokens[behind].upos == "PART" and tokens[behind].form in telling.words["genitive"]
    before = bool(heads) and tokens[heads[-1]].head >= behind and tokens[heads[-1]].upos != "VERB"
    return owner or (before and tokens[heads[-1]].deprel.partition(":")[0] in {"compound", "amod", "nmod"})


def _mention_from(telling: Telling, index: int) -> Mention | None:
    start = telling.t.tokens[index].span.start
    return next((m for m in telling.t.mentions if m.span.start == start), None)


def words_for_actor(telling: Telling, mention: Mention) -> str | None:
    """A mention's actor as the edition calls it; None where it has no name there."""
    doc = telling.t.passage.doc
    found = doc.actors.get(mention.actor) if doc else None
    if found is None or doc is None or (found.kind == "person" and not found.id.startswith("person:")):
        return None
    if telling.modifiers_first and _is_not_the_one(telling, mention, found):
        return None
    try:
        city = _capital(telling, mention, found)
        words = city or with_title(telling, mention, found, actor_words(telling, found, mention.span.of(doc.article.text)))
    except GateClosedError:
        return None
    written = mention.span.of(doc.article.text)
    if found.kind != "person" and found.id not in telling.t.edition.knowledge.actors and "+" not in found.id and not city:
        return None if written[:1].islower() else words
    return words


def _actor_here(telling: Telling) -> str | None:
    mention = starting(telling, telling.t.mentions)
    doc = telling.t.passage.doc
    if not isinstance(mention, Mention) or doc is None or mention.actor not in doc.actors:
        return None
    found = doc.actors[mention.actor]
    known = found.id in telling.t.edition.knowledge.actors
    common = found.kind in {"institution", "group", "organization"} and not known and telling.token.form.islower()
    several = found.kind == "group" and all(code in telling.t.edition.knowledge.actors for code in found.id.split("+"))
    nation = found.kind in {"government", "country"} and (found.country or found.id) in telling.t.edition.knowledge.actors
    told_as_noun = found.kind != "person" and not nation and any(m.span == mention.span for m in telling.t.concepts)
    counterpart = found.kind == "office" and found.role in telling.words["no_titles"]  # `su homóloga argentina`
    if found.kind in {"institution", "organization"} and _is_of_two_countries(telling, mention):
        return None  # `policías de Perú y Chile`: of both, and no second actor
    if (common and not several) or told_as_noun or counterpart:  # `tropas estadounidenses` says more than its army's name
        return None
    if found.kind == "group" and "+" in found.id and _of_their_offices(telling, mention):
        raise GateClosedError("offices_of_several")
    if telling.modifiers_first and words_for_actor(telling, mention) is None:
        return None
    written = mention.span.of(doc.article.text)
    authorities = _authorities(telling, found, written)
    holder = holder_of_an_office(telling, mention, found)
    name = (
        authorities
        or (holder[0] if holder else None)
        or _cabinet(telling, written, found)
        or _government_itself(telling, mention, found)
        or _capital(telling, mention, found)
        or with_title(telling, mention, found, actor_words(telling, found, written))
    )
    bare = actor_words(telling, found, written) if found.kind == "person" else name  # without the title
    if found.kind == "person" and not written[:1].isupper() and _is_named_already(telling, bare):
        raise GateClosedError("somebody_twice")  # `Otieno traveled with the minister`: two people, or one
    apposed = "," in mention.span.of(doc.article.text)
    first = telling.at
    skip(telling, holder[1] if holder else mention.span)
    the = telling.t.edition.grammar.the
    of_several = {the["mp"], the["fp"]} - {the["ms"], the["fs"]}
    plural = (
        bool(authorities) or (found.kind == "group" and "+" in found.id) or name.split(" ")[0] in of_several
    )  # `los Países Bajos rechazaron`
    telling.plurals |= dict.fromkeys(telling.order[first : telling.at], plural)
    entry = telling.t.edition.knowledge.actors.get(found.id)
    gender = found.gender if found.kind == "person" else entry.gender.get(telling.language, "") if entry else ""
    gender = telling.t.tokens[telling.order[first - 1]].feat("Gender") if holder else gender  # of its article
    gender = gender or ("f" if name.startswith((f"{the['fs']} ", f"{the['fp']} ")) else "")  # `la Embajada de Chile`
    telling.genders |= dict.fromkeys(telling.order[first : telling.at], (gender or "")[:1].casefold())
    both = rules_of(telling.language)["joiners"]["and"]
    if telling.said[-2:] in ([name, ","], [name, both]):
        raise GateClosedError("somebody_twice")  # `Boric, the president of Chile`, both taken for him
    telling.actors.append(found.country or found.id)
    if telling.modifiers_first:
        name = _as_object(telling, first, found, name)
        _check_nothing_behind(telling)
        _check_not_of_a_country(telling, found)
    following = telling.peek()
    if apposed and following and following.form == "," and not is_relative(telling.peek(1)):
        telling.at += 1
    return name


def _is_of_two_countries(telling: Telling, mention: Mention) -> bool:
    """`soldados de Perú [y Chile]`.  Raises GateClosedError where it is one body, whose other country may act by itself."""
    t = telling.t
    inside = t.passage.tree.covered_by(mention.span)
    behind = t.tokens[inside[-1] + 1 : inside[-1] + 3] if inside else ()
    named = len(inside) > 1 and t.tokens[inside[-2]].form.casefold() in telling.words["owner_cases"]
    joined = len(behind) == 2 and behind[0].upos == "CCONJ" and any(m.span.start == behind[1].span.start for m in t.mentions)
    if not (named and joined):
        return False
    if t.tokens[inside[0]].feat("Number") != "Plur":
        raise GateClosedError("body_of_several")
    return True


def _authorities(telling: Telling, found: Actor, written: str) -> str | None:
    """`las autoridades peruanas` -> `Peruvian authorities`: whom one meets there is not the country."""
    entry = telling.t.edition.knowledge.actors.get(found.country or found.id)
    pattern: str | None = rules_of(telling.language).get("authorities")
    several = not set(written.casefold().split()).isdisjoint(telling.words["authorities"])
    demonym = (entry.demonyms.get(telling.language) or (None,))[0] if entry and entry.kind == "country" else None
    return pattern.format(demonym=demonym) if pattern and several and demonym else None


def _is_named_already(telling: Telling, name: str) -> bool:
    """Whether the clause has said a name: who goes by another word in it may be somebody else."""
    said = " ".join(telling.said)
    return bool(re.search(rf"(?<!\w){re.escape(name)}(?!\w)", said))


def _cabinet(telling: Telling, written: str, found: Actor) -> str | None:
    """`the Kenyan cabinet approved the bill`: the country has not; `the Cabinet Secretary` is one person."""
    country = government_name(telling.t.edition, found.country or "")
    if country is None or found.kind == "person" or not any(word in written.casefold() for word in telling.words["cabinets"]):
        return None
    if found.kind == "office":
        raise GateClosedError("office_of_a_cabinet")
    return str(rules_of(telling.language)["cabinet"]).format(country=country)


def _government_itself(telling: Telling, mention: Mention, found: Actor) -> str | None:
    """`an alliance with the government of Chile` is none with Chile; what a government does its country does."""
    country = government_name(telling.t.edition, found.country or "")
    tree = telling.t.passage.tree
    inside = tree.covered_by(mention.span) if country is not None else ()
    called = found.kind not in {"person", "office"} and any(tree.lemmas[i] in telling.words["governments"] for i in inside)
    if not called or any(telling.t.tokens[i].deprel.startswith(("nsubj", "obl:agent")) for i in inside):
        return None
    return str(rules_of(telling.language)["government"]).format(country=country)


def _is_not_the_one(telling: Telling, mention: Mention, found: Actor) -> bool:
    """`Swedish courts`, `a Swedish court`: not the one institution of that name."""
    places = telling.t.passage.tree.covered_by(mention.span) if found.kind == "institution" else ()
    if not places:
        return False
    last = telling.t.tokens[places[-1]]
    some = any(telling.t.tokens[i].feat("Definite") == "Ind" for i in telling.t.below(places[-1], "det"))
    return last.form[:1].islower() and (some or last.feat("Number") == "Plur")


def _of_their_offices(telling: Telling, mention: Mention) -> bool:
    """`the two presidents` are no two countries, but where they do what only their states can."""
    inside = [telling.t.tokens[i] for i in telling.t.passage.tree.covered_by(mention.span)]
    nouns = {token.form.casefold() for token in inside if token.upos == "NOUN"}
    heads = [telling.t.tokens[t.head].lemma.casefold() for t in inside if t.head >= 0 and t.deprel.startswith("nsubj")]
    states = bool(heads) and set(heads) <= set(telling.words["acts_of_states"])
    return bool(nouns - set(telling.words["of_countries"])) and not states


def _check_nothing_behind(telling: Telling) -> None:
    """`U.S. troops`, whatever the parser makes of it: a noun right behind an actor belongs to it."""
    following = telling.peek()
    if following is not None and following.upos in {"NOUN", "PROPN", "ADJ"} and starting(telling, telling.t.dates) is None:
        raise GateClosedError("two_nouns_together")


def _check_not_of_a_country(telling: Telling, found: Actor) -> None:
    """`President Ana Ruiz of Peru`: his office and country are one thing, and the name alone is not of a country."""
    following = telling.peek()
    if found.kind == "person" and following is not None and following.form.casefold() in telling.words["owner_cases"]:
        raise GateClosedError("person_of_a_country")


def _as_object(telling: Telling, first: int, found: Actor, name: str) -> str:
    """`acusó a Perú`; and who the subject is, for the pronouns behind it."""
    head = governor_of(telling.t.tokens, telling.order[first : telling.at])
    if head is None:
        head = telling.order[first]
    relation = telling.t.tokens[head].deprel.partition(":")[0]
    if relation == "nsubj":
        telling.subject_actor = found.id
    mark: str = rules_of(telling.language)["personal"]
    marked = relation in {"obj", "iobj"} and mark and telling.said_verb and not telling.in_clause
    plain_verbs = {*telling.words["plain_object"], *(telling.words["plain_of_bodies"] if found.kind != "person" else ())}
    plain = telling.said_verb.split(" ")[0] in plain_verbs  # `visitó Perú`, `visitó a Ana Ruiz`
    if not marked or plain or has_its_mark(telling.said_verb, telling.language):
        return name
    return name if telling.said and telling.said[-1].split(" ")[-1] in said_before_objects(telling) else f"{mark} {name}"


def said_before_objects(telling: Telling) -> frozenset[str]:
    """Prepositions: an object behind one has been marked already."""
    return _last_words_of_prepositions(telling.t.passage.language)


@cache
def _last_words_of_prepositions(source: Language) -> frozenset[str]:
    return frozenset(word.split(" ")[-1] for word in entries(source)["prepositions"].values())


def _capital(telling: Telling, mention: Mention, found: Actor) -> str | None:
    """`en Washington`, `para Washington`: the city by its name, and not the country for which it stands."""
    doc = telling.t.passage.doc
    entry = telling.t.edition.knowledge.actors.get(found.id)
    written = mention.span.of(doc.article.text).casefold() if doc else ""
    if entry and written in {city.casefold() for city in entry.capital.values()}:
        return entry.capital.get(telling.language)
    if mention.place and entry and written not in {n.casefold() for n in entry.names.get(telling.t.passage.language, ())}:
        raise GateClosedError("place_of_another_kind")
    return None


def _country_here(telling: Telling) -> str | None:
    """A country or a body inside the name of something else: `fuerzas de [Estados Unidos]`, `agentes de la [CIA]`."""
    if not telling.token.form[:1].isupper():
        return None
    source, offset, start = telling.t.passage.source, telling.t.passage.offset, telling.token.span.start
    knowledge, language = telling.t.edition.knowledge, telling.t.passage.language
    bodies, countries = body_names(knowledge, language), country_names(knowledge, language)
    for length in range(min(LONGEST_NAME, len(telling.order) - telling.at), 0, -1):
        last = telling.tokens[telling.at + length - 1]
        words = source[start - offset : last.span.stop - offset].casefold()
        body = bodies.get(words)
        code = countries.get(words) or (body if body and _is_of_what_is_named(telling, body) else None)
        if code is not None and (_is_a_town(telling, words, code) or last.form.islower()):  # `La reunión`, and no Réunion
            return None
        if code is not None:
            telling.at += length
            telling.actors.append(knowledge.actors[code].country or code)
            return government_name(telling.t.edition, code)
    return None


def _is_a_town(telling: Telling, words: str, code: str) -> bool:
    """`Granada` of an article that shows no Grenada: the annotation has found no such country in it."""
    towns = load_language("names", telling.t.passage.language)["towns_like_countries"]
    actors = telling.t.passage.doc.actors.values() if telling.t.passage.doc else ()
    return words in {town.casefold() for town in towns} and all(code not in {a.id, a.country} for a in actors)


def _is_of_what_is_named(telling: Telling, body: str) -> bool:
    """Whether a body is of the country of the longer name in which it stands."""
    doc, entry = telling.t.passage.doc, telling.t.edition.knowledge.actors.get(body)
    around = [m for m in telling.t.mentions if m.span.contains(telling.token.span) and m.span.start < telling.token.span.start]
    countries = {doc.actors[m.actor].country for m in around if m.actor in doc.actors} if doc else set()
    return entry is not None and countries == {entry.country}
