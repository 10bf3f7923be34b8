"""What a verb's own word says before its complements: `compró trigo a Perú` is from, `envió trigo a Perú` is to."""

from __future__ import annotations

from collections.abc import Mapping

from briefing.knowledge import load_language
from briefing.model import Quantity, Token
from briefing.realize.tell.nominal.peoples import is_of_a_people
from briefing.realize.tell.state import Telling, known, starting, unknown
from briefing.realize.wording.transfer import base


def addressed(telling: Telling, token: Token) -> str:
    """`a`: nothing before a plain object; else what the verb wants before whom it names.  Raises GateClosedError."""
    following = telling.peek()
    if telling.said_verb in telling.words["asks_for"] and not _is_asked_to_do(telling):
        raise unknown("preposition", token)  # `pidió a Perú más controles`, with what is wanted taken for an adjective
    if is_near(telling) and _stands_behind_a_participle(telling, token):
        raise unknown("preposition", token)
    whom = (token.head, *telling.t.below(token.head, "nmod"))
    some = [telling.t.tokens[i] for i in whom]
    person = any(one.lemma.casefold() in telling.words["persons"] for one in some) or is_of_a_people(telling, some[0])
    measured = not person and (
        starting(telling, telling.t.quantities) is not None or starting(telling, telling.t.dates) is not None
    )
    if measured and is_near(telling) and _counts_something(telling, token) and not _names_somebody(telling, token):
        raise unknown("preposition", token)  # `evacuó a 3.000 lugareños`
    named = starting(telling, telling.t.mentions) is not None
    infinitive = following is not None and following.feat("VerbForm") == "Inf" and not named  # `avisó a Dakar`
    if infinitive or (following is not None and measured and not _names_somebody(telling, token)):
        return general_preposition(telling, token, token.form.casefold())
    if is_near(telling) and telling.verb in telling.words["double_object"] and _has_a_thing_behind(telling):
        return ""
    if is_near(telling):
        if not (person or _names_somebody(telling, token)):
            raise unknown("preposition", token)
        if telling.verb in telling.words["stands_alone"] and base(telling.t.tokens[token.head]) != "obj":
            raise unknown("preposition", token)  # `huyó a Perú` is no plain object, `combatir al crimen` is one
        if telling.verb in telling.words["moves_people"] and not _has_a_thing(telling):
            if not person and telling.passive:  # `fueron extraditados a Kenia`
                return known(telling.words["to_whom"].get(telling.verb), "preposition", token)
            if not person:  # `entregó a los …`: whom, or to whom
                raise unknown("preposition", token)
            return ""  # `devolverá a 300 presos`: whom, and not to whom
        to_whom = telling.words["to_whom"].get(telling.verb)
        if to_whom == telling.words["to_where"] and telling.verb in telling.words["sends"] and _has_a_thing_behind(telling):
            return str(to_whom)  # `exporta a Brasil leche, arroz y automóviles`
        dative: Mapping[str, str] = telling.words["dative"]
        if telling.words["to_whom"].get(telling.verb) == telling.words["from"] and _has_a_thing(telling):
            return dative.get(telling.said_verb, str(telling.words["from"]))  # `pidió a Perú la detención del acusado`
        to_somebody = dative.get(telling.said_verb, dative.get(telling.verb, ""))
        if telling.passive and to_somebody == "":
            return str(telling.words["to_where"])  # `fue convocado a la Cancillería`: a passive has no object
        return known(to_somebody, "preposition", token)
    between = telling.order[telling.verb_at : telling.at - 1] if telling.verb_at >= 0 else ()
    given = bool(telling.words["dative"].get(telling.verb))
    if given and any(telling.t.tokens[i].form.casefold() == telling.words["to"] for i in between):
        raise unknown("preposition", token)  # `entregó a Chile a 40 detenidos`
    return known(telling.words["to_whom"].get(telling.verb), "preposition", token)


def _is_asked_to_do(telling: Telling) -> bool:
    """Whether a clause or an infinitive stands behind."""
    ahead = [telling.t.tokens[i] for i in telling.order[telling.at :]]
    that = telling.words["that"]["word"]
    return any(token.form.casefold() == that or token.feat("VerbForm") == "Inf" for token in ahead)


def _stands_behind_a_participle(telling: Telling, token: Token) -> bool:
    """`devolvió dos barcos robados a Chile`: given to Chile, and stolen from whomever."""
    t, last = telling.t, telling.order[telling.verb_at - 1] if 0 < telling.verb_at <= len(telling.order) else -1
    above = t.tokens[token.head].head if token.head >= 0 else -1
    participle = last >= 0 and t.tokens[last].feat("VerbForm") == "Part" and t.relations[last] in {"acl", "amod"}
    return participle and above != last and not t.below(last, "aux")


def _counts_something(telling: Telling, token: Token) -> bool:
    """Whether the number behind the preposition is of things or persons, and no share, sum or measure."""
    amount = starting(telling, telling.t.quantities)
    return isinstance(amount, Quantity) and amount.kind not in {"percent", "currency", "measure"}


def _has_a_thing(telling: Telling) -> bool:
    """Whether the last verb has an object without a preposition."""
    t = telling.t
    verbs = [i for i in telling.order[: telling.at] if t.tokens[i].lemma.casefold() == telling.verb]
    return bool(verbs) and has_a_thing_of(telling, t.tokens[verbs[-1]])


def _has_a_thing_behind(telling: Telling) -> bool:
    """`concederá a Perú un préstamo para la compra de gas`: who gets it stands before the object in English too."""
    t, ahead = telling.t, set(telling.order[telling.at :])
    verbs = [i for i in telling.order[: telling.at] if t.tokens[i].lemma.casefold() == telling.verb]
    objects = t.below(verbs[-1], "obj") if verbs else []
    return any(i in ahead and t.tokens[i].upos == "NOUN" and not t.below(i, "case") for i in objects)


def has_a_thing_of(telling: Telling, head: Token) -> bool:
    """Whether a verb has a thing as its object: a noun without a preposition, and no clause."""
    t = telling.t
    objects = t.below(t.tokens.index(head), "obj")
    return any(t.tokens[i].upos == "NOUN" and not t.below(i, "case") and not t.below(i, "cop") for i in objects)


def is_near(telling: Telling) -> bool:
    """Whether the preposition stands right behind the last verb that was said."""
    between = telling.order[telling.verb_at : telling.at - 1] if telling.verb_at >= 0 else None
    return between is not None and all(telling.t.tokens[i].upos in {"ADV", "PRON"} for i in between)


def is_asked(telling: Telling, token: Token, form: str) -> bool:
    """`pidió ayuda a Perú`, `exigió a Perú una respuesta`: of whom, not for whom, nor what the response is to."""
    asked = form == telling.words["to"] and telling.words["to_whom"].get(telling.verb) == telling.words["from"]
    own = telling.noun in telling.words["given"] or hangs_on_the_verb(telling, token)
    return asked and own and _names_somebody(telling, token)


def hangs_on_the_verb(telling: Telling, token: Token) -> bool:
    """Whether the last verb has the phrase behind the preposition, with its object between them."""
    inside = telling.t.tokens[token.head] if token.head >= 0 else token
    above = telling.t.tokens[inside.head] if inside.head >= 0 else inside
    return above.upos == "VERB" and above.lemma.casefold() == telling.verb


def _names_somebody(telling: Telling, token: Token) -> bool:
    named = starting(telling, telling.t.mentions) or (
        telling.peek() is not None and telling.token.upos == "DET" and _starting_at(telling, 1)
    )
    return bool(named) or base(telling.t.tokens[token.head]) in {"obj", "iobj"}


def _starting_at(telling: Telling, ahead: int) -> object:
    telling.at += ahead
    found = starting(telling, telling.t.mentions) if telling.at < len(telling.order) else None
    telling.at -= ahead
    return found


def general_preposition(telling: Telling, token: Token, form: str) -> str:
    general: Mapping[str, str] = load_language("transfer", "words")["prepositions"][telling.t.passage.language]
    said = telling.words["prepositions"].get(form) or general.get(form)
    if said is None:
        raise unknown("preposition", token)
    return said
