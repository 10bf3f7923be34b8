"""Names that nobody knows (`Ecatepec`, `Carlos Rodríguez`), which stay as they are."""

from __future__ import annotations

import re
from collections.abc import Sequence

from briefing.knowledge.peoples import demonyms
from briefing.knowledge.printed import may_be_another
from briefing.model import Token
from briefing.realize.tell.nominal.name_words import capitals, cities_abroad, words_of_terms
from briefing.realize.tell.state import Telling, word_for
from briefing.realize.wording.transfer import GateClosedError, base
from briefing.realize.wording.verbs import rules_of

LONGEST_NAME = 3
"""Words of a name that the knowledge lacks."""


def other_name(telling: Telling) -> bool:
    """A name that nobody knows (`Ecatepec`, `Carlos Rodríguez`) stays as it is: no article before it, no common word in it.

    Behind `a` it may be who is told, what is seen or where one goes: that closes the gate.
    """
    if telling.form in telling.words["courtesy"] and telling.peek(1) is not None:
        telling.at += 1
        return True  # `the visit of Mr. Okoro`: who is named behind it
    length = 0
    while (token := telling.peek(length)) is not None and _is_name_word(telling, token):
        length += 1
    before = telling.t.tokens[telling.order[telling.at - 1]] if telling.at else None
    following = telling.peek(length)
    longer = following is not None and following.form.casefold() in telling.words["owner_cases"] and length < LONGEST_NAME
    if not 0 < length <= LONGEST_NAME or longer or (before is not None and before.upos == "DET"):
        return False
    to = before is not None and before.form.casefold() == telling.words["to"] and not telling.modifiers_first
    if to and not _is_where_one_goes(telling, length):
        return False
    if telling.modifiers_first and _is_part_of_a_noun_behind(telling, length):
        return False
    inside = [telling.t.tokens[i] for i in telling.order[telling.at : telling.at + length]]
    if any(date.span.contains(token.span) for date in telling.t.dates for token in inside):
        return False  # `July`
    _check_capital_of_a_sentence(telling, inside)
    words = " ".join(token.form for token in inside)
    cities = capitals(telling.t.edition.knowledge, telling.t.passage.language, telling.language)
    elsewhere = may_be_another(words, telling.t.edition.passages.countries)
    places = {} if elsewhere else cities_abroad(telling.t.passage.language)
    place = cities.get(words.casefold()) or places.get(words.casefold())
    telling.said.append(place or _marked_name(telling, inside, words))
    telling.at += length
    return True


def _is_where_one_goes(telling: Telling, length: int) -> bool:
    """`viajó a Copacabana`, `una visita a Copacabana`: a name that is nobody's in the article, right behind the going."""
    doc, t = telling.t.passage.doc, telling.t
    goes = telling.verb in telling.words["goes_somewhere"] and telling.verb_at == telling.at - 1
    over = t.tokens[telling.order[telling.at - 2]].lemma.casefold() if telling.at > 1 else ""
    words = {t.tokens[i].form for i in telling.order[telling.at : telling.at + length]}
    people = [form for actor in (doc.actors.values() if doc else ()) if actor.kind == "person" for form in actor.forms]
    plain = all(t.tokens[i].upos == "PROPN" for i in telling.order[telling.at : telling.at + length])
    return plain and (goes or over in telling.words["going_nouns"]) and not any(words & set(form.split()) for form in people)


def _marked_name(telling: Telling, inside: Sequence[Token], words: str) -> str:
    """`visited Obando`: a person whom the article names takes the mark of persons; who or what else it is, nobody knows."""
    mark: str = rules_of(telling.language)["personal"]
    acted_on = any(base(token) in {"obj", "iobj"} for token in inside)
    if not (mark and acted_on and telling.modifiers_first) or telling.said[-1:] == [mark]:
        return words
    doc = telling.t.passage.doc
    people = [actor for actor in doc.actors.values() if actor.kind == "person"] if doc else []
    if not any(words in form.split(" ") or words == form for actor in people for form in (*actor.forms, *actor.name.values())):
        raise GateClosedError("person_or_place")
    return f"{mark} {words}"


def _check_capital_of_a_sentence(telling: Telling, inside: Sequence[Token]) -> None:
    """`Farmhands rejected …`: a capital that stands only where sentences begin makes no name of a word."""
    doc = telling.t.passage.doc
    if len(inside) != 1 or doc is None:
        return
    source, form, start = doc.article.text, inside[0].form, inside[0].span.start
    begins = not re.search(r"[\w,;)]\s*$", source[:start])
    within = re.search(rf"[\w,;]\s+{re.escape(form)}\b", source)
    known = {
        *capitals(telling.t.edition.knowledge, telling.t.passage.language, telling.language),
        *cities_abroad(telling.t.passage.language),
    }
    if begins and not within and form.casefold() not in known:
        raise GateClosedError("capital_of_a_sentence")


def _is_part_of_a_noun_behind(telling: Telling, length: int) -> bool:
    """`Kenyan territory`, `Nairobi's port`."""
    last = telling.order[telling.at + length - 1]
    following = telling.peek(length)
    owner = following is not None and following.form in telling.words["genitive"]
    inside = telling.order[telling.at : telling.at + length]
    tokens = telling.t.tokens
    heads = [tokens[i] for i in inside if tokens[i].head > last]
    noun_behind = following is not None and following.upos in {"NOUN", "ADJ"} and starting_behind(telling, length) is None
    return owner or noun_behind or any(one.deprel.partition(":")[0] in {"compound", "amod", "nmod"} for one in heads)


def starting_behind(telling: Telling, ahead: int) -> object:
    """A date that begins so many tokens from here."""
    following = telling.peek(ahead)
    return next((d for d in telling.t.dates if following is not None and d.span.start == following.span.start), None)


def _is_name_word(telling: Telling, token: Token) -> bool:
    capital = token.form[:1].isupper() and token.form[1:].islower() and token.upos in {"PROPN", "NOUN"}
    if (
        capital
        and telling.modifiers_first
        and token.form.casefold() in demonyms(telling.t.edition.knowledge, telling.t.passage.language)
    ):
        return False
    return capital and not (
        word_for(telling, "nouns", token)
        or token.form.casefold() in words_of_terms(telling.t.edition.knowledge, telling.t.passage.language)
    )
