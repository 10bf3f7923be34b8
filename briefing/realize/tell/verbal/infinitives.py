"""Verbs behind other words, in languages that join them with `to`, `-ing` or a participle: what the other language puts there.

`refused to send` -> `se negó a enviar`, `asked Peru to send` -> `pidió a Perú que enviara`, `by sending` -> `enviando`,
`deaths attributed to` -> `muertes atribuidas a`.  Which it is stands in the source's data by the word above; without an entry
nothing is said.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping

from briefing.model import Token
from briefing.realize.tell.state import GATE, Telling
from briefing.realize.tell.verbal.subjects import is_somebody
from briefing.realize.wording.transfer import GateClosedError, base
from briefing.realize.wording.verbs import VerbGroup

_MAY_BE_WANTED = frozenset({"infinitive", "present", "past", "bare", "future", "conditional"})
_DONE_BEFORE = {"perfect": "perfect subjunctive", "pluperfect": "pluperfect subjunctive"}
_PAST = frozenset({"past", "imperfect", "pluperfect", "conditional", "planned", "past subjunctive", "pluperfect subjunctive"})


def joined(telling: Telling, group: VerbGroup) -> VerbGroup:
    """The group as it stands in its clause: its mood by what rules it, the link before it said."""
    if group.modal:
        return group
    if telling.wanted and group.tense in _DONE_BEFORE:
        telling.wanted = False
        return dataclasses.replace(group, tense=_DONE_BEFORE[group.tense])
    if telling.wanted and group.tense in _MAY_BE_WANTED and not _begins_with_marker(telling, group):
        return _subjunctive(telling, group)
    if group.tense in {"infinitive", "perfect infinitive"}:
        return _infinitive(telling, group)
    if group.tense == "gerund":
        return _gerund(telling, group)
    if group.tense == "participle":
        return _participle(telling, group)
    return _state(telling, group)


def _begins_with_marker(telling: Telling, group: VerbGroup) -> bool:
    first = telling.t.tokens[group.used[0]]
    return first.upos == "PART" and first.form.casefold() == telling.words["to"]


def _subjunctive(telling: Telling, group: VerbGroup) -> VerbGroup:
    telling.wanted = telling.in_clause = False
    return dataclasses.replace(group, tense="past subjunctive" if telling.past else "subjunctive")


def _denied(telling: Telling, group: VerbGroup, *, state: bool) -> VerbGroup:
    """`negó que sus soldados hubieran cruzado`: the subjunctive, one step back where it was over."""
    telling.denied = False
    if (
        group.passive
        and group.tense == "past"
        and telling.t.tokens[group.head].lemma.casefold() in telling.words["state_passives"]
    ):
        raise GateClosedError("denied_in_another_tense")  # `denied that the cases were linked`
    back = "past subjunctive" if telling.past else "subjunctive"
    tense = {"present": back, "past": back if state else "pluperfect subjunctive"}.get(group.tense)
    tense = "pluperfect subjunctive" if group.tense in {"perfect", "pluperfect"} and telling.past else tense
    if tense is None:
        raise GateClosedError("denied_in_another_tense")
    return dataclasses.replace(group, tense=tense)


def _state(telling: Telling, group: VerbGroup) -> VerbGroup:
    """A past that is a state is an imperfect inside what somebody told; one that is neither state nor event is not said."""
    head = telling.t.tokens[group.head]
    state = head.lemma.casefold() in telling.words["states"] or group.progressive
    if telling.denied:
        return _denied(telling, group, state=state)
    happened = head.lemma.casefold() in telling.words["events"] and not _is_of_what_lasts(telling, group)
    if group.tense == "past" and telling.told and not (state or happened or group.passive):
        raise GateClosedError("past_or_lasting")  # `said the accord protected jobs`: protegía, or protegió
    if group.tense == "past" and not group.passive and _is_had(telling, group.head):
        return dataclasses.replace(group, tense="imperfect")
    if group.tense == "past" and state and (telling.told or group.progressive) and not group.passive:
        return dataclasses.replace(group, tense="imperfect")
    return group


def _is_had(telling: Telling, index: int) -> bool:
    """`had no permit` -> `no tenía …`: what somebody has lasts, but for what happens (`had an effect`)."""
    t, words = telling.t, telling.words
    things = t.below(index, "obj")
    lasts = t.tokens[index].lemma.casefold() in words["lasting_states"] and bool(things)
    return lasts and not any(t.tokens[i].lemma.casefold() in {*words["happenings"], *words["had_once"]} for i in things)


def _is_of_what_lasts(telling: Telling, group: VerbGroup) -> bool:
    """`said the plan violated the treaty`: what things do they do for as long as there are any, but those that happen."""
    t = telling.t
    things = [i for i in t.below(group.head, "nsubj") if t.tokens[i].upos == "NOUN" and not is_somebody(t, i)]
    known = {*telling.words["happenings"], *telling.words["doers"]}
    return any(t.tokens[i].lemma.casefold() not in known for i in things)


# ------------------------------------------------------------------ infinitives


def _infinitive(telling: Telling, group: VerbGroup) -> VerbGroup:
    if not _begins_with_marker(telling, group):
        if telling.t.tokens[group.head].feat("VerbForm") == "Inf" and telling.verb == "help":
            telling.said.append(telling.words["links"]["help"])
            return group
        raise GateClosedError("bare_infinitive")
    top = _top(telling, group)
    above = telling.t.tokens[top.head] if top.head >= 0 else None
    relation = base(top)
    if above is None:
        raise GateClosedError("infinitive_of_nothing")
    lemma = above.lemma.casefold()
    if above.upos in {"NOUN", "PROPN"} and relation in {"acl", "ccomp", "advcl", "xcomp"}:
        return _linked(telling, group, telling.words["noun_links"].get(lemma), f"noun_{lemma}")
    if above.upos == "ADJ":
        return _linked(telling, group, telling.words["adjective_links"].get(lemma), f"adjective_{lemma}")
    helpers = (telling.t.tokens[i].deprel for i in telling.t.below(top.head))
    if lemma in telling.words["held_to"] and "aux:pass" in helpers:
        raise GateClosedError("held_to_do")  # `is expected to visit`: nobody is made to
    between = _person_between(telling, top, group)
    if telling.in_clause:
        several = between is not None and (telling.plurals.get(between, False) or bool(telling.t.below(between, "conj")))
        return dataclasses.replace(_subjunctive(telling, group), plural=several)
    if between is not None and lemma in telling.words["whom"]:
        return _whom(telling, group, telling.words["whom"][lemma], between)
    links: Mapping[str, str] = telling.words["links"]
    if relation in {"xcomp", "ccomp", "advcl", "obj"} and lemma in links and not _has_object(telling, top):
        said = telling.said_verb if telling.verb == lemma else ""
        return _linked(telling, group, telling.words["links_of_said"].get(said, links[lemma]), lemma)
    if between is not None and lemma in telling.words["done_by_the_object"]:
        raise GateClosedError("who_is_to_do_it")  # `pays Chad to stop migrants`
    if relation in {"advcl", "xcomp"} and lemma not in telling.words["whom"]:
        return _linked(telling, group, telling.words["purpose"], lemma)
    raise GateClosedError(f"unknown_link_{lemma}")


def _top(telling: Telling, group: VerbGroup) -> Token:
    """The word on which the group hangs: of a copula or helper its predicate."""
    token = telling.t.tokens[group.head]
    if base(token) in {"cop", "aux"} and token.head >= 0:
        token = telling.t.tokens[token.head]
    while base(token) == "conj" and token.head >= 0 and telling.t.tokens[token.head].feat("VerbForm") == "Inf":
        token = telling.t.tokens[token.head]
    return token


def _has_object(telling: Telling, top: Token) -> bool:
    place = telling.t.tokens.index(top)
    return any(i < place for i in telling.t.below(top.head, "obj", "iobj"))


def _person_between(telling: Telling, top: Token, group: VerbGroup) -> int | None:
    """The object of the verb above, or a subject of the infinitive itself, said before it."""
    first = group.used[0]
    own = [i for i in telling.t.below(top.head, "obj", "iobj") if top.head < i < first]
    own += [i for i in telling.t.below(telling.t.tokens.index(top), "nsubj") if top.head < i < first]
    return own[-1] if own else None


def _whom(telling: Telling, group: VerbGroup, link: str, person: int) -> VerbGroup:
    """`pidió a Perú que mostrara`: the one asked is the subject of what is wanted."""
    telling.said.append(link)
    if link.split(" ")[-1] != telling.words["that"]["clause"]:
        return group
    plural = telling.plurals.get(person, False) or bool(telling.t.below(person, "conj"))
    return dataclasses.replace(_subjunctive(telling, group), plural=plural)


def _linked(telling: Telling, group: VerbGroup, link: str | None, name: str) -> VerbGroup:
    if link is None or link == GATE:
        raise GateClosedError(f"unknown_link_{name}")
    if link and not (telling.said and telling.said[-1] == link):
        telling.said.append(link)
    return group


# ------------------------------------------------------------------ gerunds and participles


def _gerund(telling: Telling, group: VerbGroup) -> VerbGroup:
    top = _top(telling, group)
    above = telling.t.tokens[top.head] if top.head >= 0 else None
    if telling.before_ing:
        link, telling.before_ing = telling.before_ing, ""
        if link == "gerund":
            return group
        telling.said.append(link)
        return dataclasses.replace(group, tense="infinitive")
    if above is None or base(top) in {"acl", "csubj"}:
        raise GateClosedError("gerund_of_a_noun")
    if base(top) in {"xcomp", "ccomp", "obj"}:
        link = telling.words["links_ing"].get(above.lemma.casefold(), GATE)
        if link == "gerund":
            return group
        return dataclasses.replace(_linked(telling, group, link, f"gerund_{above.lemma.casefold()}"), tense="infinitive")
    if base(top) == "advcl" and telling.said and telling.said[-1] == ",":
        return group
    raise GateClosedError("gerund_of_another_kind")


def _participle(telling: Telling, group: VerbGroup) -> VerbGroup:
    """`deaths attributed to`: in the number and gender of its noun."""
    top = _top(telling, group)
    if base(top) == "conj" and top.head >= 0:
        top = telling.t.tokens[top.head]
    if (
        telling.t.below(group.head, "nsubj")
        or base(top) not in {"acl", "advcl"}
        or top.head not in telling.plurals
        or top.feat("Tense") == "Pres"
    ):
        raise GateClosedError("participle_of_nothing")
    alone = all(telling.t.tokens[i].upos == "PUNCT" for i in telling.t.below(group.head))
    if alone and top.lemma.casefold() in telling.words["saying"]:
        raise GateClosedError("teller_taken_for_a_participle")  # `…, an official confirmed`
    telling.feminine = telling.genders.get(top.head) == "f"
    return dataclasses.replace(group, plural=telling.plurals[top.head])


def rules_the_past(group: VerbGroup) -> bool:
    return group.tense in _PAST
