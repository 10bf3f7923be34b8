"""The other language's word for a verb, by its object, its subject and what it is joined to."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from briefing.model import Token
from briefing.realize.tell.addressees import has_a_thing_of
from briefing.realize.tell.nominal.heads import adjective_for
from briefing.realize.tell.objects import acted_on, is_said_of_a_thing, objects_of, verb_for_object
from briefing.realize.tell.state import GATE, Telling, known, starting, unknown, word_for
from briefing.realize.tell.verbal.gerunds import is_gerund
from briefing.realize.wording.clauses import subtree
from briefing.realize.wording.transfer import GateClosedError, base, translations
from briefing.realize.wording.verbs import VerbGroup, has_a_clitic, rules_of


def verb_word(telling: Telling, group: VerbGroup, head: Token) -> str:
    lemma = head.lemma.casefold()
    if telling.modifiers_first:
        return _verb_by_its_object(telling, group, head)
    if group.reflexive and not group.passive:
        return str(telling.words["pronominal"][lemma])
    if group.reflexive and lemma in telling.words["reflexive_passive"]:
        return str(telling.words["reflexive_passive"][lemma])
    if group.tense == "participle" or head.upos == "ADJ":
        word = _verb_of_participle(telling, head)
    elif lemma in telling.words["before_infinitive"] and _rules_an_infinitive(telling, head):
        word = telling.words["before_infinitive"][lemma]
    elif lemma in telling.words["by_object"] and (objects := objects_of(telling, head)):
        word = verb_for_object(telling, telling.words["by_object"][lemma], objects, head, passive=False)
    elif group.passive and lemma in (choices := {**telling.words["by_object"], **telling.words["in_passive"]}):
        word = verb_for_object(telling, choices[lemma], acted_on(telling, group), head, passive=False)
    elif lemma in telling.words["by_subject"] and not (group.passive or _complements_of(telling, head)):
        word = _verb_by_its_subject(telling, head)
    elif lemma in telling.words["without_object"] and not (group.passive or _complements_of(telling, head)):
        word = known(telling.words["without_object"][lemma], "verb", head)
    elif lemma in telling.words["of_things"] and is_said_of_a_thing(telling, group):
        word = telling.words["of_things"][lemma]
    elif (lemma in telling.words["saying"] or lemma in telling.words["with_object"]) and _has_an_object(telling, head):
        word = telling.words["with_object"].get(lemma)
    else:
        word = word_for(telling, "verbs", head)
    if word is None or word == GATE:  # `terminaron la demarcación`, of which the row says that it is not told
        raise unknown("verb", head)
    return word


def _verb_by_its_subject(telling: Telling, head: Token) -> str:
    """`el plazo vence` -> `expires`, but `el partido consiguió vencer`: by what does it, or what a relative clause is of."""
    t, index = telling.t, telling.t.tokens.index(head)
    own = [i for i in t.below(index, "nsubj") if t.tokens[i].upos != "PRON"]
    own = own or ([head.head] if base(head) == "acl" else [])
    lemmas = {t.tokens[i].lemma.casefold() for i in own}
    choices: Mapping[str, Sequence[str]] = telling.words["by_subject"][head.lemma.casefold()]
    return known(next((word for word, of in choices.items() if lemmas and lemmas <= {*of}), None), "verb", head)


def check_it_is_whole(telling: Telling, group: VerbGroup) -> None:
    """`Peru has so far refused`: what only helps another verb is told with that one, not as a verb of its own.

    Raises GateClosedError where words between the two keep them apart.
    """
    head = telling.t.tokens[group.head]
    if head.deprel.partition(":")[0] == "aux" and head.head >= 0 and head.head not in group.used:
        raise GateClosedError("auxiliary_alone")


def check_its_object(telling: Telling, group: VerbGroup, head: Token) -> None:
    """`el plazo vencerá`: a verb with nothing behind it often means something else; only those that stand alone are said."""
    t, index = telling.t, group.head
    above = index
    while t.relations[above] in {"xcomp", "conj"} and t.tokens[above].head >= 0:
        above = t.tokens[above].head
    of_noun = t.relations[above] in {"acl", "amod"}  # `que Chile quiere firmar`
    if group.passive or group.reflexive or group.tense == "participle" or of_noun or base(head) in {"cop", "aux"}:
        return
    if t.below(index, "parataxis", "advcl", "conj", "compound"):
        return
    if any(t.tokens[i].upos == "NOUN" and t.relations[i] == "nmod" and not t.below(i, "case") for i in subtree(t, index)):
        return  # an object that the parser hangs on something else
    if lacks_its_object(telling, index) and head.lemma.casefold() not in telling.words["saying"]:
        raise GateClosedError("object_left_out")


def lacks_its_object(telling: Telling, index: int) -> bool:
    """Whether a verb that acts on something has neither an object nor what its own preposition opens."""
    t, words, lemma = telling.t, telling.words, telling.t.passage.tree.lemmas[index]
    alone = lemma in {*words["stands_alone"], *words["without_object"], *words["by_subject"]}
    if alone or lemma == rules_of(t.passage.language)["passive"]:
        return False
    if t.below(index, "obj", "iobj", "ccomp", "xcomp", "csubj", "cop"):
        return False
    cases = (
        f"{lemma} {t.tokens[c].form.casefold()}" for i in t.below(index, "obl", "advmod") for c in (i, *t.below(i, "case"))
    )
    marked = not telling.modifiers_first and f"{lemma} {words['to']}"
    return not any(key == marked or key in words["governed"] for key in cases)


def _rules_an_infinitive(telling: Telling, head: Token) -> bool:
    """Also behind a date: `aceptó el viernes estudiar …`."""
    t, own = telling.t, telling.t.tokens.index(head)
    dated = {i for d in t.dates for i in telling.order[telling.at :] if d.span.contains(t.tokens[i].span)}
    ahead = (
        i for i in telling.order[telling.at :] if i not in dated and not (t.tokens[i].upos in {"ADP", "DET"} and i + 1 in dated)
    )
    following = next((t.tokens[i] for i in ahead), None)
    return following is not None and following.feat("VerbForm") == "Inf" and following.head == own


def _complements_of(telling: Telling, head: Token) -> list[int]:
    return list(telling.t.below(telling.t.tokens.index(head), "obj", "iobj", "ccomp", "xcomp", "csubj"))


def _verb_by_its_object(telling: Telling, group: VerbGroup, head: Token) -> str:
    """`meet` alone, `meet somebody`, `be` by what follows: each has a verb of its own."""
    lemma, t = head.lemma.casefold(), telling.t
    index = t.tokens.index(head)
    if lemma == rules_of(t.passage.language)["passive"] and not group.passive:
        return _copula(telling, head)
    things = [i for i in t.below(index, "obj") if i in telling.order and t.tokens[i].upos in {"NOUN", "PROPN"}]
    if things and lemma in telling.words["never_with_object"]:
        raise GateClosedError(f"unknown_object_of_{lemma}")  # `fled their homes`, `succeeded the general`
    objects = [i for i in t.below(index, "obj", "iobj") if i in telling.order or t.relations[index] == "acl"]
    if group.passive or t.relations[index] == "acl":
        objects += [*t.below(index, "nsubj"), *([t.tokens[index].head] if t.relations[index] == "acl" else [])]
    carries_on: str | None = telling.words["before_gerund"].get(lemma)
    if carries_on and any(is_gerund(t.tokens[i]) for i in t.below(index, "xcomp")):
        return carries_on  # `keep sending` -> `seguir enviando`
    choices: Mapping[str, Sequence[str]] | None = telling.words["by_object"].get(lemma)
    if choices is not None and objects:
        return verb_for_object(telling, choices, objects, head, passive=group.passive)
    asked = lemma in telling.words["whom"]  # `urged Peru on Monday to pay`, whatever the parser calls the paying
    clause = any(
        t.relations[i] in {"ccomp", "xcomp"}
        or (
            t.relations[i] == "advcl"
            and t.tokens[i].feat("VerbForm") == "Inf"
            and (asked or _is_complement_behind_a_day(telling, index, i))
        )
        for i in t.below(index)
    )
    word: str | None = None
    if objects or group.passive or group.tense == "participle":
        word = telling.words["with_object"].get(lemma) if not clause else None
    elif not clause:
        word = telling.words["without_object"].get(lemma)
    if clause and not telling.t.below(index, "ccomp") and lemma in telling.words["of_one_alone"] and _is_of_one(telling, index):
        word = telling.words["of_one_alone"][lemma]
    word = known(word or word_for(telling, "verbs", head), "verb", head)
    if group.passive and (lemma in telling.words["dative"] or has_a_clitic(word, telling.language) or " " in word):
        raise GateClosedError("no_passive_of_this_verb")
    return word


def _copula(telling: Telling, head: Token) -> str:
    """`ser` or `estar`, by the adjective or the place that follows."""
    following = telling.peek()
    while following is not None and following.upos == "ADV":
        following = telling.peek(telling.order.index(telling.t.tokens.index(following)) - telling.at + 1)
    if following is None:
        raise unknown("verb", head)
    rules = rules_of(telling.language)
    adjective = adjective_for(telling, following) if following.upos == "ADJ" else None
    if _is_like_a_participle(telling, adjective):
        raise unknown("verb", head)
    state = following.upos == "ADP" or adjective in telling.words["with_estar"]
    if following.upos == "ADP" and following.form.casefold() not in telling.words["at_places"]:
        raise unknown("verb", head)
    return str(rules["state"] if state else rules["passive"])


def _is_like_a_participle(telling: Telling, adjective: str | None) -> bool:
    """`decepcionado` is how somebody is, `complicado` what something is: of others nobody has said which."""
    known_kind = adjective in telling.words["with_estar"] or adjective in telling.words["like_participles"]
    return adjective is not None and adjective.endswith(tuple(telling.words["participle_endings"])) and not known_kind


def _has_an_object(telling: Telling, head: Token) -> bool:
    return _object_follows(telling) or has_a_thing_of(telling, head)


def _object_follows(telling: Telling) -> bool:
    """`sostuvo una reunión`, and not `sostuvo que …`."""
    following = telling.peek()
    dates = telling.t.dates
    nominal = following is not None and following.upos in {"DET", "NOUN", "ADJ", "NUM", "PROPN"}
    return nominal and starting(telling, dates) is None


def _verb_of_participle(telling: Telling, head: Token) -> str | None:
    """`sostenido` is tagged as an adjective: its verb by the endings of participles."""
    if head.feat("VerbForm") != "Part":
        return None
    for find, put in telling.words["participles"]:
        if re.search(find, head.lemma):
            lemma = re.sub(find, put, head.lemma)
            word = telling.words["with_object"].get(lemma) or translations("verbs", telling.t.passage.language).get(lemma)
            word = word or telling.words["verbs"].get(lemma)
            if word == GATE:
                return None
            if (word and lemma not in telling.words["saying"]) or lemma in telling.words["with_object"]:
                return str(word)
    irregular: str | None = telling.words["irregular_participles"].get(head.lemma.casefold())
    return irregular


def check_who_does_it(telling: Telling) -> None:
    """`ordenó reforzar la frontera`: `ordered to` wants to know whom."""
    if telling.verb in telling.words["no_infinitive"] and not stands_between(telling):
        raise GateClosedError("infinitive_of_nobody")


def stands_between(telling: Telling) -> bool:
    """Whether something is named between the last verb and here."""
    between = telling.order[telling.verb_at : telling.at] if telling.verb_at >= 0 else ()
    return any(telling.t.tokens[i].upos in {"NOUN", "PROPN", "PRON"} for i in between)


def is_of_a_list(telling: Telling) -> bool:
    """Whether the last verb may have `to` and a verb behind it; of nouns and adjectives between them nothing is asked."""
    return not telling.verb or telling.verb in telling.words["to_after"] or stands_between(telling) or telling.verb_at < 0


def _is_of_one(telling: Telling, index: int) -> bool:
    """`Egypt agreed to accept inspectors`, and not `Egypt and Chad agreed to …` or `agreed with Chad`."""
    t, subjects = telling.t, telling.t.below(index, "nsubj")
    several = any(t.tokens[i].feat("Number") == "Plur" or t.below(i, "conj") for i in subjects)
    beside = any(
        set(telling.words["with_cases"]) & {t.passage.tree.forms[c] for c in t.below(i, "case")} for i in t.below(index, "obl")
    )
    return bool(subjects) and not several and not beside


def _is_complement_behind_a_day(telling: Telling, verb: int, infinitive: int) -> bool:
    """`agreed on Tuesday to open the border`: what was agreed, where nothing but a day parts it from its verb."""
    t = telling.t
    between = range(verb + 1, min(subtree(t, infinitive), default=verb))
    days = {i for date in t.dates for i in t.passage.tree.covered_by(date.span)}
    others = [i for i in between if i not in days and t.tokens[i].upos != "ADP"]
    return t.tokens[verb].lemma.casefold() in telling.words["links_behind_a_day"] and len(between) > 0 and not others
