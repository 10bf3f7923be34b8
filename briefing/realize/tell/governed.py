"""Which word of the other language a preposition becomes, by what governs it and what stands behind it."""

from __future__ import annotations

from collections.abc import Mapping

from briefing.model import Quantity, Token
from briefing.realize.tell.addressees import addressed, general_preposition, hangs_on_the_verb, is_asked, is_near
from briefing.realize.tell.nominal.adjectives import QUOTES
from briefing.realize.tell.state import GATE, Telling, known, starting, unknown
from briefing.realize.wording.transfer import GateClosedError, base
from briefing.realize.wording.verbs import rules_of

SHORTEST_STEM = 3
"""Letters of a verb, without its ending."""


def _from_or_to(telling: Telling, form: str) -> str | None:
    """`de` of what is taken away or where one comes from, and the `a` of where one then goes."""
    check_of_or_from(telling)
    if telling.goes_to and form == telling.words["to"]:
        telling.goes_to = False
        return str(telling.words["to_where"])
    if form not in telling.words["owner_cases"]:
        return None
    if telling.verb in telling.words["takes_away"] and not is_taken_away(telling):
        raise GateClosedError("of_or_from")
    if is_taken_away(telling):
        return _from_where(telling)
    if not goes_from_to(telling, telling.at - 1):
        return None
    telling.goes_to = True
    return str(telling.words["from"])


def preposition_word(telling: Telling, token: Token, form: str) -> str:
    """By the verb or the noun before it, by the place behind it, by the general table."""
    if way := _from_or_to(telling, form):
        return way
    before = telling.t.tokens[telling.order[telling.at - 2]] if telling.at > 1 else token
    if own := telling.words["adjective_governed"].get(f"{before.lemma.casefold()} {form}"):
        return str(own)
    from_whom = telling.words["to_whom"].get(telling.verb) == telling.words["from"]
    if (
        from_whom
        and form == telling.words["to"]
        and telling.noun in telling.words["given"]
        and not is_asked(telling, token, form)
    ):
        raise unknown("preposition", token)  # `pidió ayuda a los vecinos`: from them, or for them
    if form in telling.words["owner_cases"] and _is_where_they_live(telling):
        return str(telling.words["in_town"])
    if form in telling.words["owner_cases"] and _comes_from(telling):
        return str(telling.words["from"])
    if form in telling.words["owner_cases"] and _is_received(telling, token):
        return str(telling.words["from"])
    by_noun = _of_noun(telling, telling.noun, form)
    if by_noun is not None and not (is_near(telling) or is_asked(telling, token, form)):
        return known(by_noun, "preposition", token)
    by_verb = _by_the_verb(telling, token, form, before)
    if by_verb is not None:
        return by_verb
    place = place_word(telling, form)
    if place is not None:
        return place
    above = None if is_asked(telling, token, form) else _of_noun_above(telling, token, form)
    if above is not None:
        return above
    if form == telling.words["to"]:
        return addressed(telling, token)
    if form == telling.words["agent"]:
        _check_who_punishes(telling, token)
        done_by = telling.t.tokens[token.head] if token.head >= 0 else None
        if _is_the_way(telling):
            raise GateClosedError("doer_or_way")
        if telling.passive or (done_by is not None and done_by.deprel == "obl:agent"):
            return str(rules_of(telling.language)["by"])
        raise unknown("preposition", token)
    if form in telling.words["until"] and starting(telling, telling.t.dates) is None:
        return _how_far_or_how_long(telling, token)
    telling.between = form in telling.words["between"]
    opens = not telling.said or telling.said[-1] == ","
    if opens and form in telling.words["owner_cases"] and _begins_a_day(telling):  # `De junio a agosto`
        return str(telling.words["from"])
    if form in telling.words["owner_cases"]:
        if _is_owned_already(telling):  # `importa el 40 % de su gas de México`
            return known(telling.words["governed"].get(f"{telling.verb} {form}"), "preposition", token)
        _check_not_the_verbs(telling, form)
        _check_what_is_owned(telling, token)
    return general_preposition(telling, token, form)


def _by_the_verb(telling: Telling, token: Token, form: str, before: Token) -> str | None:
    """The verb's own preposition, where what stands before leaves no doubt that it is the verb's."""
    governed: Mapping[str, str] = telling.words["governed"]
    key, near = f"{telling.verb} {form}", is_near(telling)
    whom = token.head >= 0 and telling.t.tokens[token.head].lemma.casefold() in telling.words["persons"]
    if whom and near and governed.get(key) == telling.words["to_where"]:
        raise unknown("preposition", token)  # `trasladar a los migrantes`: whom, and not where to
    if telling.passive and form == telling.words["agent"] and key in governed and (by := _by_somebody(telling, token)):
        return by
    _check_what_it_is_called(telling, form)
    if key not in governed or (form in telling.words["before_days"] and _begins_a_day(telling)):
        return None
    to_a_name = before.upos == "PROPN" and form in telling.words["owner_cases"]  # `culpó a Chile de la crisis`
    sure = near or form == telling.words["agent"] or hangs_on_the_verb(telling, token) or _is_said_to_be(telling) or to_a_name
    if not sure:
        return None
    own = governed[key]
    return known(telling.words["before_names"].get(own, own) if _is_a_name(telling) else own, "preposition", token)


def _is_a_name(telling: Telling) -> bool:
    ahead = telling.peek()
    return ahead is not None and ahead.upos == "PROPN"


def _check_who_punishes(telling: Telling, token: Token) -> None:
    """`condenado por tráfico`, `multados por fraude`: for what, which a parser takes for who did it."""
    t, words = telling.t, telling.words
    thing = token.head if token.head >= 0 else telling.index
    above = t.tokens[t.tokens[thing].head] if t.tokens[thing].head >= 0 else None
    stem = above.lemma.casefold()[:-2] if above is not None else ""
    punished = any(verb[:-1].startswith(stem) for verb in words["for_ing"]) if len(stem) > SHORTEST_STEM else False
    bare = t.tokens[thing].upos == "NOUN" and not t.below(thing, "det", "nummod")
    known_doer = t.tokens[thing].lemma.casefold() in {*words["persons"], *words["givers"]} or starting(telling, t.mentions)
    if punished and bare and not known_doer:
        raise unknown("preposition", token)


def _is_the_way(telling: Telling) -> bool:
    """`fueron deportados por Ocotal`, `por el aeropuerto`: a name that is no actor's, or a place, may be where they passed."""
    ahead = telling.tokens[telling.at : telling.at + 3]
    noun = next((token for token in ahead if token.upos in {"NOUN", "PROPN"}), None)
    actor = noun is not None and any(m.span.contains(noun.span) and not m.place for m in telling.t.mentions)
    place = noun is not None and (noun.upos == "PROPN" or noun.lemma.casefold() in telling.words["from_places"])
    return place and not actor and noun is not None and noun.lemma.casefold() not in telling.words["givers"]


def _by_somebody(telling: Telling, token: Token) -> str:
    """`fue criticado por Chile`: who did it; `por fraude` is why; with an article the data must know that it is somebody."""
    t, words = telling.t, telling.words
    index = token.head if token.head >= 0 else telling.index
    named = any(m.span.contains(t.tokens[index].span) and not m.place for m in t.mentions)
    if named or t.tokens[index].lemma.casefold() in {*words["persons"], *words["givers"]}:
        return str(rules_of(telling.language)["by"])
    if t.below(index, "det"):
        raise unknown("preposition", token)  # `fue multado por la venta`, `por la comisión`
    return ""


def _is_where_they_live(telling: Telling) -> bool:
    """`los agricultores de Orán` -> `the farmers in Orán`: people of a trade, and a name alone that is no actor's."""
    name, behind = telling.peek(), telling.peek(1)
    if telling.noun not in telling.words["people_in_towns"] or name is None or name.upos != "PROPN":
        return False
    known = any(m.span.contains(name.span) and not m.place for m in telling.t.mentions)
    return not known and (behind is None or not (behind.form[:1].isupper() or behind.upos in {"CCONJ", "ADP"}))


def _comes_from(telling: Telling) -> bool:
    """`una oferta de la empresa`, `un préstamo de Canadá`: what somebody gives or says comes from them."""
    words = telling.words
    if telling.noun in words["come_from_places"]:
        return is_a_place(telling)
    if telling.noun not in words["comes_from"] or not telling.order[telling.at :]:
        return False
    ahead = [telling.t.tokens[i] for i in telling.order[telling.at : telling.at + 2]]
    first = ahead[1] if ahead[0].upos == "DET" and len(ahead) > 1 else ahead[0]
    named = any(m.span.start in {t.span.start for t in ahead} and not m.place for m in telling.t.mentions)
    return named or first.lemma.casefold() in {*words["persons"], *words["givers"]}


def _is_received(telling: Telling, token: Token) -> bool:
    """`recibirá 30 millones de euros [de Italia]`, `recibió [de Japón] tres barcos`: money or what the verb has, from whom."""
    t, start = telling.t, token.span.start
    money = any(q.kind == "currency" and q.span.stop <= start <= q.span.stop + 1 for q in t.quantities)
    given = money or hangs_on_the_verb(telling, token)
    return given and telling.verb in telling.words["receiving"] and starting(telling, t.mentions) is not None


def is_a_place(telling: Telling) -> bool:
    """Whether a name or a place stands next: `desde Lima`, `refugiados de terceros países`, but not `de 30 años`."""
    ahead = [telling.t.tokens[i] for i in telling.order[telling.at : telling.at + 3]]
    noun = next((token for token in ahead if token.upos in {"NOUN", "PROPN"}), None)
    named = noun is not None and (noun.upos == "PROPN" or starting(telling, telling.t.mentions) is not None)
    return noun is not None and (named or noun.lemma.casefold() in telling.words["from_places"])


def _check_what_is_owned(telling: Telling, token: Token) -> None:
    """Of what something is, where the general word says it; not in compounds, measures and complements of the verb."""
    following = telling.peek()
    bare = following is not None and following.upos == "NOUN"
    if bare and telling.noun in telling.words["no_bare_of"]:
        raise unknown("preposition", token)  # `un acuerdo de fronteras`, `tres minas ilegales de oro`: a compound
    amount = starting(telling, telling.t.quantities)
    behind = telling.peek(1)
    if amount is None and following is not None and following.upos == "DET" and behind is not None:
        amount = next((q for q in telling.t.quantities if q.span.start == behind.span.start), None)
    if isinstance(amount, Quantity):
        share = amount.kind == "percent" and telling.noun in telling.words["not_by_percent"]  # `una participación de el 30 %`
        plain = (
            amount.unit in telling.words["units_of"] and telling.noun in telling.words["amounts_of"]
        )  # `un envío de 300 toneladas`
        if share or (amount.kind == "measure" and not plain):
            raise unknown("preposition", token)  # `un muro de 40 kilómetros`
    if hangs_on_the_verb(telling, token) and starting(telling, telling.t.dates) is None:
        raise unknown("preposition", token)  # `calificó el acuerdo de …`: a complement, which only the verb's own word tells


def _is_owned_already(telling: Telling) -> bool:
    """`su gas [de México]`: what is somebody's is no other's besides."""
    before = telling.order[telling.at - 2] if telling.at > 1 else -1
    own = telling.t.below(before, "det") if before >= 0 else []
    return any(telling.t.tokens[i].feat("Poss") == "Yes" for i in own) and starting(telling, telling.t.mentions) is not None


def _check_not_the_verbs(telling: Telling, form: str) -> None:
    """`protegió a los civiles de los ataques`: the verb has a word of its own for what the noun may have as well."""
    own = telling.words["governed"].get(f"{telling.verb} {form}")
    between = telling.order[telling.verb_at : telling.at - 1] if telling.verb_at >= 0 else ()
    marked = any(telling.t.tokens[i].form.casefold() == telling.words["to"] for i in between)
    if own not in {None, GATE, telling.t.edition.grammar.genitive} and marked and not is_near(telling):
        raise GateClosedError("of_the_object_or_the_verb")


def _begins_a_day(telling: Telling) -> bool:
    """`De junio a agosto`, but not `María Ruiz, de 31 años`."""
    found = starting(telling, telling.t.dates)
    return found is not None and found.type == "DATE"


def _of_noun_above(telling: Telling, token: Token, form: str) -> str | None:
    """`la exportación de trigo a Chile`: by the noun over the one right before."""
    tokens, index = telling.t.tokens, token.head
    while index >= 0 and base(tokens[index]) == "nmod":
        index = tokens[index].head
        own = _of_noun(telling, tokens[index].lemma.casefold(), form) if index in telling.order[: telling.at] else None
        if own is not None:
            return known(own, "preposition", token)
    return None


def _of_noun(telling: Telling, noun: str, form: str) -> str | None:
    """The noun's own preposition: `los vuelos con Lima`, but not `financió los vuelos con seis millones`."""
    own: str | None = telling.words["noun_governed"].get(f"{noun} {form}")
    return None if own in telling.words["only_before_names"] and not _is_a_name(telling) else own


def _check_what_it_is_called(telling: Telling, form: str) -> None:
    """`calificó las palabras de ofensivas`: a plural that is read as a noun is none."""
    ahead = telling.peek()
    called = telling.verb in telling.words["calling"] and form in telling.words["owner_cases"]
    if called and ahead is not None and ahead.upos == "NOUN" and ahead.feat("Number") == "Plur":
        raise GateClosedError("called_by_a_noun")


def _is_said_to_be(telling: Telling) -> bool:
    """`calificó el acuerdo de histórico`: an adjective alone behind a preposition, whatever the parser hangs it on."""
    ahead = [token for token in telling.tokens[telling.at : telling.at + 3] if token.form not in QUOTES]  # `de "franco y útil"`
    following, behind = (*ahead, None, None)[:2]
    plain = (
        following is not None and following.upos in {"ADJ", "NOUN"} and (behind is None or behind.upos in {"PUNCT", "CCONJ"})
    )
    return plain and (following is None or following.upos == "ADJ" or telling.verb in telling.words["calling"])


def check_of_or_from(telling: Telling) -> None:
    """`la retirada de tropas`, `la retirada de Irak`: whose, or from where."""
    if telling.noun not in telling.words["of_or_from"]:
        return
    ahead = [telling.t.tokens[i] for i in telling.order[telling.at : telling.at + 3]]
    first = next((token for token in ahead if token.upos in {"NOUN", "PROPN"}), None)
    if first is None or first.lemma.casefold() not in telling.words["what_goes"]:
        raise GateClosedError("of_or_from")


def is_taken_away(telling: Telling) -> bool:
    """`retirar las tropas [de …]`."""
    return telling.verb in telling.words["takes_away"] and telling.noun in telling.words["what_goes"]


def goes_from_to(telling: Telling, place: int) -> bool:
    """`el tráfico de armas [de Perú a Chile]`: between two places, whatever the parser hangs on what."""
    t, rest = telling.t, telling.order[place + 1 :]
    if telling.noun not in telling.words["passing"] or not rest:
        return False
    first = next((m for m in t.mentions if m.span.start == t.tokens[rest[0]].span.start), None)
    behind = [i for i in rest if first is not None and t.tokens[i].span.start >= first.span.stop][:2]
    return (
        len(behind) == 2
        and t.tokens[behind[0]].form.casefold() in telling.words["to_places"]
        and any(m.span.start == t.tokens[behind[1]].span.start for m in t.mentions)
    )


def _how_far_or_how_long(telling: Telling, token: Token) -> str:
    """`dragar el río hasta Colón` -> `as far as`, `hasta la firma` -> `until`; else the gate."""
    t, words = telling.t, telling.words
    lasts = next((t.passage.tree.lemmas[i] for i in telling.order[telling.at :] if t.tokens[i].upos in {"NOUN", "PROPN"}), "")
    if lasts in words["ends_in_time"]:
        return str(words["until_then"])
    if telling.verb in words["arriving"] or not is_a_place(telling):
        raise unknown("preposition", token)  # `llegará hasta Colón`, `hasta el kilómetro 40`
    return str(words["as_far_as"])


def _from_where(telling: Telling) -> str:
    """`retirar sus tropas de la frontera` is from there; `las tropas de Irak` may be Iraq's."""
    owners: Mapping[str, str] = rules_of(telling.language)["possessive"]
    if not telling.said or telling.said[-1].split(" ")[0] not in owners.values():
        raise GateClosedError("of_or_from")
    return str(telling.words["from"])


def place_word(telling: Telling, form: str) -> str | None:
    places: Mapping[str, str] = telling.words["places"]
    ahead = [telling.t.tokens[i] for i in telling.order[telling.at : telling.at + 3]]
    first = len(ahead)
    if not telling.modifiers_first:  # `en mayo una cumbre`
        first = next((n for n, token in enumerate(ahead) if token.upos in {"NOUN", "PROPN"}), first)
    common = [token for token in ahead[: first + 1] if token.upos != "PROPN"]  # `en la costa`, but `en Costa Rica`
    keys = [f"{form} {token.lemma.casefold()}" for token in common]
    return next((places[key] for key in keys if key in places), None)
