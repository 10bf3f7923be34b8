"""The words of a sentence in the other language's order: subjects before verbs, objects at their verbs."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.realize.tell.state import entries, first_words
from briefing.realize.wording.clauses import subtree
from briefing.realize.wording.days_at_verbs import days_at_their_verbs, is_how_long
from briefing.realize.wording.transfer import GateClosedError, Transfer, base


def word_order(t: Transfer, order: Sequence[int]) -> tuple[int, ...]:
    """The words with every subject before its verb: `señaló la ministra` -> `la ministra señaló`."""
    result = list(order)
    if entries(t.passage.language).get("genitive"):
        return days_at_their_verbs(t, _dates_behind(t, _teller_behind(t, result)))
    for verb in [i for i in order if t.tokens[i].upos in {"VERB", "AUX"}]:
        subjects = [i for i in t.below(verb, "nsubj") if i in result]
        if (own := actor_behind_relative(t, verb)) is not None:
            subjects = [own]
        if not subjects:
            subjects = _subject_of_passive(t, verb) or _subject_taken_for_object(t, verb)
        if len(subjects) != 1 or subjects[0] < verb or t.tokens[verb].lemma.casefold() in entries(t.passage.language)["exists"]:
            continue
        block = _block(t, subjects[0], result)
        if block and t.tokens[block[0]].upos == "PUNCT":  # `, según Perú, Chile`
            block = block[1:]
        if not block or verb in block:
            continue
        rest = [i for i in result if i not in block]
        place = _group_start(t, verb, rest)
        result = [*rest[:place], *block, *rest[place:]]
    return tuple(_goals_at_their_verbs(t, _objects_at_their_verbs(t, _places_behind(t, result))))


def _places_behind(t: Transfer, order: list[int]) -> list[int]:
    """`consiste en que en el lago operen patrullas` -> `… en que patrullas operen en el lago`: a gerund follows its subject."""
    ruling = t.of_lemma(order, entries(t.passage.language)["gerund_clause"])
    for verb in (c for i in ruling for c in t.below(i, "ccomp", "advcl", "xcomp") if c in order):
        marks = [i for i in t.below(verb, "mark") if i in order]
        start = order.index(marks[-1]) + 1 if marks else 0
        for place in [i for i in t.below(verb, "obl") if i < verb]:
            block = [i for i in order if i in subtree(t, place)]
            if marks and block == order[start : start + len(block)]:
                rest = [i for i in order if i not in block]
                stop = rest.index(verb) + 1
                order = [*rest[:stop], *block, *rest[stop:]]
    return order


def _objects_at_their_verbs(t: Transfer, order: list[int]) -> list[int]:
    """`retiró el jueves a su embajador` -> `retiró a su embajador el jueves`: dates and addressees go behind the object."""
    for verb in [i for i in order if t.tokens[i].upos == "VERB"]:
        object_ = _object_of(t, verb, order)
        block = _object_block(t, object_, order) if object_ is not None else []
        if not block:
            continue
        start = order.index(verb) + 1
        start += _said_with_it(t, verb, order[start:])
        between = order[start : order.index(block[0])] if block[0] in order[start:] else []
        if between and t.passage.tree.lemmas[verb] in entries(t.passage.language)["whom_first"] and not _are_dates(t, between):
            continue
        whole = object_ is not None and not (subtree(t, object_) & set(order)) - set(block)
        if between and _are_dates(t, between) and _ends_in_a_participle(t, block, order):
            order = _in_front(t, verb, between, order)
            continue
        if between and _may_open(t, verb, order) and (not whole or _has_a_matter(t, block, order)):
            order, between = _dates_in_front(t, between, order)
        goes_on = not whole or _goes_on(t, block, order)
        if between and goes_on and is_how_long(t, between):
            raise GateClosedError("object_behind_a_date")
        if between and goes_on and _are_dates(t, between) and _may_open(t, verb, order):
            order = [*between, *(i for i in order if i not in between)]
            continue
        if between and whole and _is_addressee_of_a_long_object(t, between, block):
            stays = t.passage.tree.lemmas[verb] in entries(t.passage.language)["double_object"]
            if not (stays or _asks_for_what_is_of_somebody(t, verb, block)):
                raise GateClosedError("addressee_behind_a_long_object")
            continue
        if between and not _asks_for_what_is_of_somebody(t, verb, block) and _may_wait(t, verb, between, whole=whole):
            stop = order.index(block[-1]) + 1
            order = [*order[:start], *block, *_days_last(t, between), *order[stop:]]
    return order


def _days_last(t: Transfer, between: Sequence[int]) -> list[int]:
    """`entregó el martes a Ecuador 87 piezas` -> `handed over 87 pieces to Ecuador on Tuesday`."""
    dates = _days_of(t, between)
    return [*(i for i in between if i not in dates), *dates]


def _days_of(t: Transfer, between: Sequence[int]) -> list[int]:
    """The dates among some words, with their prepositions."""
    dated = t.passage.dated
    return [i for i in between if i in dated or (t.tokens[i].upos == "ADP" and i + 1 in dated)]


def _has_a_matter(t: Transfer, block: Sequence[int], order: Sequence[int]) -> bool:
    """`una disculpa [por la detención]`, `los detalles [de la reparación]`: behind it a day would be that of the arrest."""
    of = entries(t.passage.language)["owner_cases"]
    cases = [i for i in block[1:-1] if t.tokens[i].upos == "ADP"]
    behind = order[order.index(block[-1]) + 1 :][:1]
    goes_on = bool(behind) and t.tokens[behind[0]].upos == "ADP" and behind[0] + 1 not in t.passage.dated
    named = any(m.span.contains(t.tokens[block[-1]].span) for m in t.mentions)  # `un acuerdo con Chile`
    matter = any(t.passage.tree.forms[i] not in of or t.tokens[i + 1].upos in {"DET", "NUM"} for i in cases)
    return goes_on or (matter and not named)


def _dates_in_front(t: Transfer, between: Sequence[int], order: list[int]) -> tuple[list[int], list[int]]:
    """`exigió este martes a Perú una disculpa por …`: the day opens the sentence, and of whom it is asked stays."""
    dates = _days_of(t, between)
    rest = [i for i in between if i not in dates]
    if not dates or is_how_long(t, dates):
        return order, list(between)
    if rest and t.tokens[rest[0]].form.casefold() == entries(t.passage.language)["in"]:
        raise GateClosedError("place_behind_a_long_object")  # `acordaron el lunes en Tallin los detalles de la reparación`
    return [*dates, *(i for i in order if i not in dates)], rest


def _said_with_it(t: Transfer, verb: int, behind: Sequence[int]) -> int:
    """`puso en marcha el lunes un plan`: how many words behind a verb mean one thing with it, and stay at it."""
    lemma, forms = t.passage.tree.lemmas[verb], t.passage.tree.forms
    if lemma not in first_words(t.passage.language, "verb_phrases"):
        return 0
    table = entries(t.passage.language)["verb_phrases"]
    return next((n for n in (3, 2) if " ".join([lemma, *(forms[i] for i in behind[:n])]) in table), 0)


def _in_front(t: Transfer, verb: int, between: list[int], order: list[int]) -> list[int]:
    """`Perú expulsó el lunes a dos soldados acusados de …` -> `el lunes Perú expulsó …`, where the sentence begins so."""
    if _may_open(t, verb, order):
        return [*between, *(i for i in order if i not in between)]
    raise GateClosedError("object_behind_a_date")


def _goes_on(t: Transfer, block: Sequence[int], order: Sequence[int]) -> bool:
    """`rechazó el lunes un plan [para abrir …]`, `pidió el lunes a Perú [que …]`: what a date behind it would cut off."""
    behind = list(order[order.index(block[-1]) + 1 :])[:2]
    purpose = len(behind) == 2 and t.tokens[behind[0]].upos == "ADP" and t.tokens[behind[1]].feat("VerbForm") == "Inf"
    return purpose or (len(behind) == 2 and t.tokens[behind[0]].upos == "SCONJ")


def _may_open(t: Transfer, verb: int, order: Sequence[int]) -> bool:
    """Whether what belongs to the verb may stand before the sentence: nothing but its subject does."""
    before = order[: order.index(verb)]
    dated = not t.passage.dated.isdisjoint(before)
    subject = {i for s in t.below(verb, "nsubj") for i in subtree(t, s)}
    barred = {"VERB", "AUX", "SCONJ"} | (set() if set(before) <= subject else {"PUNCT"})  # `el canciller, Juan Paz, exigió …`
    first = t.tokens[verb].head < 0 or (t.relations[verb] in {"ccomp", "parataxis"} and verb < t.tokens[verb].head)
    return first and not dated and not any(t.tokens[i].upos in barred for i in before)  # `…, informó el ministerio`


def _goals_at_their_verbs(t: Transfer, order: list[int]) -> list[int]:
    """`viajará el jueves a Quito` -> `viajará a Quito el jueves`: where somebody goes stands nearer than when."""
    words = entries(t.passage.language)
    for verb in t.of_lemma(order, words["going"]):
        rest = order[order.index(verb) + 1 :]
        between = [i for n, i in enumerate(rest) if _are_dates(t, rest[: n + 1])]
        goal = rest[len(between) :]
        if goal and t.tokens[goal[0]].form.casefold() in {words["to"], words["in"]}:
            goal = goal[1:]
        name = [i for n, i in enumerate(goal) if all(t.tokens[g].upos == "PROPN" for g in goal[: n + 1])]
        if not between or not name or any(t.relations[i] == "nsubj" for i in name):
            continue
        stop, start = order.index(name[-1]) + 1, order.index(verb) + 1
        order = [*order[:start], *order[start + len(between) : stop], *between, *order[stop:]]
    return order


def _are_dates(t: Transfer, between: Sequence[int]) -> bool:
    dated = t.passage.dated
    return not dated.isdisjoint(between) and all(i in dated or (t.tokens[i].upos == "ADP" and i + 1 in dated) for i in between)


def _ends_in_a_participle(t: Transfer, block: Sequence[int], order: Sequence[int]) -> bool:
    """`las negociaciones interrumpidas [hace dos años]`: what goes behind would be read with the participle."""
    if not block:
        return False
    rest = [i for i in order[order.index(block[-1]) + 1 :] if t.tokens[i].upos != "PUNCT"]
    near = [block[-1], *rest[:1]]
    inside = subtree(t, block[0]) | set(block)
    said = (i for i in near if t.tokens[i].feat("VerbForm") == "Part" and t.below(i))
    return any(i in block or t.tokens[i].head in inside for i in said)


def _object_of(t: Transfer, verb: int, order: Sequence[int]) -> int | None:
    """The one object without a preposition; else the one person behind the language's mark of persons."""
    nouns = [i for i in t.below(verb) if i > verb and t.tokens[i].upos in {"NOUN", "PROPN"} and i in order]
    objects = [i for i in nouns if t.relations[i] == "obj" and not t.below(i, "case")]
    if not objects:
        words = entries(t.passage.language)
        marked = [i for i in nouns if [t.tokens[c].form.casefold() for c in t.below(i, "case")] == [words["to"]]]
        objects = [i for i in marked if t.relations[i] == "obj" or t.tokens[i].lemma.casefold() in words["persons"]]
        objects = objects or [i for i in marked if _is_actor_behind_a_date(t, i, order)]
    return objects[0] if len(objects) == 1 else None


def _is_actor_behind_a_date(t: Transfer, index: int, order: Sequence[int]) -> bool:
    """`acusó el martes [a Perú] de …`, whatever the parser hangs it on."""
    place = min((order.index(i) for i in t.below(index, "case") if i in order), default=0)
    named = any(mention.span.contains(t.tokens[index].span) and not mention.place for mention in t.mentions)
    return named and place > 0 and order[place - 1] in t.passage.dated


def _object_block(t: Transfer, index: int, order: Sequence[int]) -> list[int]:
    """The object with what belongs to it, up to a clause of its own."""
    inside = subtree(t, index)
    block: list[int] = []
    for i in (i for i in order if i in inside):
        token = t.tokens[i]
        if i >= index and (token.upos in {"PUNCT", "SCONJ", "VERB", "AUX"} or _opens_a_clause(t, i)):
            break
        block.append(i)
    block += _post_of(t, block, order)
    places = [order.index(i) for i in block]
    return block if places and places == list(range(places[0], places[-1] + 1)) else []


def _is_addressee_of_a_long_object(t: Transfer, between: Sequence[int], block: Sequence[int]) -> bool:
    """`entregó a Perú una carta sobre la visita`: behind it, the visit would be to Peru."""
    words = entries(t.passage.language)
    cases = [t.tokens[i].form.casefold() for i in block if t.tokens[i].upos == "ADP"]
    behind = block[-1] + 1
    money = any(q.kind == "currency" and q.span.overlaps(t.tokens[i].span) for q in t.quantities for i in block)
    in_goods = money and behind < len(t.tokens) and t.tokens[behind].form.casefold() == words["in"]  # `3 millones en leche`
    long = in_goods or any(case not in words["owner_cases"] for case in cases)
    return t.tokens[between[0]].form.casefold() == words["to"] and long


def _post_of(t: Transfer, block: Sequence[int], order: Sequence[int]) -> list[int]:
    """`su embajador en Quito`: where somebody is posted goes with the office, whatever the parser makes of it."""
    words = entries(t.passage.language)
    if not block or t.tokens[block[-1]].lemma.casefold() not in words["posted"]:
        return []
    behind = list(order[order.index(block[-1]) + 1 :])[:2]
    named = len(behind) == 2 and t.tokens[behind[0]].form.casefold() == words["in"] and t.tokens[behind[1]].upos == "PROPN"
    return behind if named else []


def _opens_a_clause(t: Transfer, index: int) -> bool:
    """A relative pronoun, a preposition before an infinitive, a participle with words behind it."""
    token = t.tokens[index]
    relative = token.upos == "PRON" and token.feat("PronType") in {"Rel", "Int,Rel"}
    before_verb = token.upos == "ADP" and index + 1 < len(t.tokens) and t.tokens[index + 1].feat("VerbForm") == "Inf"
    return relative or before_verb or (token.feat("VerbForm") == "Part" and bool(t.below(index, "obl")))


def _asks_for_what_is_of_somebody(t: Transfer, verb: int, block: Sequence[int]) -> bool:
    """`pidió a Perú la detención del acusado`: of whom it is asked would stand behind whose it is."""
    words = entries(t.passage.language)
    asks = words["to_whom"].get(t.tokens[verb].lemma.casefold()) == words["from"]
    cases = [t.passage.tree.forms[i] for i in block[1:] if t.tokens[i].upos == "ADP"]
    about = not set(cases) <= set(words["owner_cases"])  # `exigió a Perú una disculpa por la detención`
    counted = any(q.span.overlaps(t.tokens[i].span) for q in t.quantities for i in block)
    return asks and (about or (bool(cases) and not counted))


def _may_wait(t: Transfer, verb: int, between: Sequence[int], *, whole: bool) -> bool:
    """Whether dates, and before a whole object one addressee or place, are all that stands between a verb and its object."""
    dated = t.passage.dated
    rest = [i for i in between if i not in dated and not (t.tokens[i].upos == "ADP" and i + 1 in dated)]
    addressee = bool(rest) and t.tokens[rest[0]].upos == "ADP" and rest == list(range(rest[0], rest[-1] + 1))
    heads = {t.tokens[i].head for i in rest} - set(rest)
    if whole and _is_what_it_is_called(t, verb, rest):
        return True  # `calificó de absurda la acusación`
    return not rest or (whole and addressee and heads == {verb} and not any(t.tokens[i].upos == "VERB" for i in rest))


def _is_what_it_is_called(t: Transfer, verb: int, rest: Sequence[int]) -> bool:
    """`de absurda`, `de "exagerada"`: an adjective alone behind a verb of calling and its preposition."""
    words = entries(t.passage.language)
    plain = [i for i in rest if t.tokens[i].upos != "PUNCT"]
    called = t.passage.tree.lemmas[verb] in words["calling"] and len(plain) == 2
    return called and t.passage.tree.forms[plain[0]] in words["owner_cases"] and t.tokens[plain[1]].upos == "ADJ"


def _teller_behind(t: Transfer, order: list[int]) -> tuple[int, ...]:
    """`“…,” the minister said` -> `…, dijo el ministro`: where what is told comes first, its verb comes before its subject."""
    for verb in [i for i in order if t.tokens[i].upos == "VERB" and t.tokens[i].lemma in entries(t.passage.language)["saying"]]:
        told = [i for i in t.below(verb, "ccomp", "parataxis") if i < verb]
        subjects = [i for i in t.below(verb, "nsubj") if i in order and told and told[-1] < i < verb]
        if len(subjects) == 1 and order.index(verb) > 0:
            place = order.index(verb)
            block = [i for i in order[:place] if i in subtree(t, subjects[0])]
            start = order.index(block[0])
            if block == order[start:place] and start and t.tokens[order[start - 1]].upos == "PUNCT":
                order = [*order[:start], verb, *block, *order[place + 1 :]]
    return tuple(_last_teller_behind(t, order))


def _last_teller_behind(t: Transfer, order: list[int]) -> list[int]:
    """`…, Hasanli added.`, whatever the parser makes of it: a comma, names or a noun, a verb of saying, the end."""
    last = [i for i in order if t.tokens[i].upos != "PUNCT" or t.tokens[i].form == ","]
    commas = [n for n, i in enumerate(last) if t.tokens[i].form == ","]
    block = last[commas[-1] + 1 :] if commas else []
    saying = entries(t.passage.language)["saying"]
    plain = len(block) > 1 and all(t.tokens[i].upos in {"PROPN", "NOUN", "DET", "ADJ"} for i in block[:-1])
    verb = block[-1] if block else -1
    if not plain or t.tokens[verb].lemma not in saying or t.tokens[verb].feat("VerbForm") != "Fin":
        return order
    return [i for i in order if i not in block[:-1] and i != verb] + [verb, *block[:-1]]


def _dates_behind(t: Transfer, order: Sequence[int]) -> tuple[int, ...]:
    """`Kenya on Monday rejected …` -> `Kenia rechazó el lunes …`."""
    result = list(order)
    for date in t.dates:
        covered = t.passage.tree.covered_by(date.span)
        inside = [i for i in result if i in covered]
        start = result.index(inside[0]) if inside else 0
        if start and t.tokens[result[start - 1]].upos == "ADP":
            inside = [result[start - 1], *inside]
        heads = {t.tokens[i].head for i in inside} - set(inside)
        verb = next(iter(heads)) if len(heads) == 1 else -1
        if verb >= 0 and t.relations[verb] == "nsubj":
            verb = t.tokens[verb].head
        subject = [i for i in t.below(verb, "nsubj") if i in result] if verb >= 0 else []
        if not subject or t.tokens[verb].feat("VerbForm") != "Fin" or not subject[0] < inside[0] < verb or verb not in result:
            continue
        if any(t.tokens[i].form == "," for i in result[result.index(subject[0]) : result.index(verb)]):
            continue
        rest = [i for i in result if i not in inside]
        place = rest.index(verb) + 1
        result = [*rest[:place], *inside, *rest[place:]]
    return tuple(result)


def actor_behind_relative(t: Transfer, verb: int) -> int | None:
    """`la propuesta que hizo Chile`, whatever the parser makes of it: what is acted on does not act; the actor behind does."""
    token, tree, words = t.tokens[verb], t.passage.tree, entries(t.passage.language)
    acted_on = t.relations[verb] == "acl" and token.head >= 0 and tree.lemmas[token.head] in words["acted_on"]
    if not acted_on or tree.lemmas[verb] not in words["done_by_actors"]:
        return None
    if not any(tree.forms[i] == words["that"]["word"] for i in t.below(verb, "nsubj", "obj", "mark")):
        return None
    place, tokens = verb + 1, t.tokens
    if place < len(tokens) and tokens[place].form == ",":  # `, de acuerdo con su gobierno, Chile`
        place = next((n + 1 for n in range(place + 1, len(tokens)) if tokens[n].form == ","), len(tokens))
    while place < len(tokens) and (tokens[place].upos == "ADV" or any(d.span.contains(tokens[place].span) for d in t.dates)):
        place += 1
    start = tokens[place].span.start if place < len(tokens) else -1
    named = any(not m.place and m.span.start == start for m in t.mentions)
    return place if named and tokens[place].upos == "PROPN" else None


def _subject_taken_for_object(t: Transfer, verb: int) -> list[int]:
    """`que operen fuerzas especiales`: a verb that has no object."""
    token = t.tokens[verb]
    if token.feat("VerbForm") != "Fin" or token.lemma.casefold() not in entries(t.passage.language)["intransitive"]:
        return []
    return [i for i in t.below(verb, "obj") if i > verb and not t.below(i, "case")][:1]


def _subject_of_passive(t: Transfer, verb: int) -> list[int]:
    """The noun behind `se detuvieron`, whatever the parser makes of it."""
    token = t.tokens[verb]
    reflexive = any(t.relations[i] == "expl" for i in t.below(verb))
    if not reflexive or token.feat("VerbForm") != "Fin":
        return []
    behind = [i for i in t.below(verb, "obj", "obl", "nsubj") if i > verb and not t.below(i, "case")]
    return [i for i in behind if (t.tokens[i].feat("Number") or "Sing") == (token.feat("Number") or "Sing")][:1]


def _block(t: Transfer, index: int, order: Sequence[int]) -> list[int] | None:
    """The noun with what belongs to it, up to a preposition other than `de`, a comma or a clause of its own."""
    inside = subtree(t, index)
    block: list[int] = []
    for i in (i for i in order if i in inside):
        if i > index and _ends_noun(t, i) and not _parts_two_of(t, i, index):
            break
        block.append(i)
    if block and any(t.relations[i] in {"conj", "cc"} and t.tokens[i].upos != "VERB" for i in inside if i > block[-1]):
        raise GateClosedError("subject_cut_in_two")  # `Se firmaron acuerdos de agua, energía y pesca`
    places = [order.index(i) for i in block]
    return block if places and places == list(range(places[0], places[-1] + 1)) else None


def _parts_two_of(t: Transfer, index: int, noun: int) -> bool:
    """`intervienen políticos, historiadores y víctimas`: the comma between one of several and the next."""
    above = t.tokens[index].head
    return t.tokens[index].form == "," and above >= 0 and t.relations[above] == "conj" and t.tokens[above].head == noun


def _ends_noun(t: Transfer, index: int) -> bool:
    token = t.tokens[index]
    named = any(m.span.start < token.span.start < m.span.stop for m in t.mentions)
    foreign = token.upos == "ADP" and token.form.casefold() not in entries(t.passage.language)["owner_cases"]
    return not named and (foreign or token.upos in {"PUNCT", "PRON", "VERB", "SCONJ"})


def _group_start(t: Transfer, verb: int, order: Sequence[int]) -> int:
    place = order.index(verb)
    while place > 0:
        token = t.tokens[order[place - 1]]
        if token.head != verb or base(token) not in {"aux", "expl", "advmod"}:
            break
        place -= 1
    return place
