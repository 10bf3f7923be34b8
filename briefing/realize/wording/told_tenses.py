"""The tense that a source's verb tells, where the tagger's word is not enough: `reforzaremos`, `firmamos`, `froze`.

The endings are data of `languages/transfer/<language>.yaml`; a form that may be of two tenses closes the gate.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from contextlib import suppress
from typing import Any

from briefing.model import Token
from briefing.realize.wording.conjugating import inflected
from briefing.realize.wording.transfer import GateClosedError

_FINITE = {
    ("Ind", "Pres"): "present",
    ("Ind", "Past"): "past",
    ("Ind", "Imp"): "imperfect",
    ("Ind", "Fut"): "future",
    ("Sub", "Pres"): "subjunctive",
    ("Sub", "Imp"): "past subjunctive",
    ("Sub", "Past"): "past subjunctive",
}


def refused(gate: str) -> str:
    """Closes a gate, where a tense is wanted and none is told."""
    raise GateClosedError(gate)


def _by_its_ending(token: Token, rules: Mapping[str, Any]) -> str | None:
    """`reforzaremos`, `hablé`, which taggers seldom see."""
    form, lemma = token.form.casefold(), re.escape(token.lemma.casefold())
    rows: Sequence[tuple[str, str]] = rules["first_by_ending"]
    return next((tense for find, tense in rows if re.search(find.format(verb=lemma, stem=lemma[:-2]), form)), None)


def _of_first_person(token: Token, rules: Mapping[str, Any]) -> str | None:
    """`firmamos` is `we sign` or `we signed`; of what is done by being said (`rechazamos`) it is the present."""
    form, lemma = token.form.casefold(), token.lemma.casefold()
    if told := _by_its_ending(token, rules):
        return told
    alike = any(re.search(ending, form) and re.search(verb, lemma) for ending, verb in rules["alike_in_past"])
    if alike and token.feat("Mood") != "Sub" and lemma not in rules["unlike_in_past"]:
        if lemma in rules["done_when_told"]:
            return "past"
        return "present" if lemma in rules["done_by_saying"] else refused("present_or_past")
    return None


def _is_taken_for_a_present(token: Token, rules: Mapping[str, Any]) -> bool:
    """`trabajaran`, which taggers take for a present; `preparan` is one."""
    row: Sequence[str] = rules["taken_for_presents"]
    present = token.feat("Mood") == "Ind" and token.feat("Tense") == "Pres"
    return bool(row) and present and bool(re.search(row[0], token.form.casefold())) and not re.search(row[1], token.lemma)


SHORTEST_STEM = 3
"""Letters: `do`, `go`, `lie` tell nothing by their beginning."""


def _is_no_present(token: Token, rules: Mapping[str, Any]) -> bool:
    """`froze`, `evacuó`, which taggers take for a present: where presents are made of their lemma, other vowels are a past."""
    lemma = token.lemma.casefold()
    if token.feat("Tense") == "Pres" and re.search(rules["never_present"], token.form.casefold()):
        return True
    unlike: Sequence[str] = rules["presents_unlike_lemmas"]
    present = bool(unlike) and token.upos == "VERB" and token.feat("Tense") in {"Pres", None} and lemma not in unlike
    return present and len(lemma) > SHORTEST_STEM and not token.form.casefold().startswith(lemma[:-1])


def _is_no_past(token: Token, rules: Mapping[str, Any]) -> bool:
    """`el tratado protege`, which taggers take for a past: no third person of one ends so."""
    ending: str = rules["never_past"]
    past = (token.feat("Mood"), token.feat("Tense"), token.feat("Person")) == ("Ind", "Past", "3")
    return past and bool(ending) and re.search(ending, token.form.casefold()) is not None


def tense_of(token: Token, *, persons: Collection[str], rules: Mapping[str, Any]) -> str:
    """The tense of one verb of a group; `persons` are those in which it may not be told."""
    form = token.feat("VerbForm")
    if form == "Fin":
        if token.feat("Person") in persons:
            raise GateClosedError("first_or_second_person")
        if _is_taken_for_a_present(token, rules):
            return "past subjunctive"
        if _is_no_present(token, rules) or _is_no_past(token, rules):
            raise GateClosedError("tense_of_the_verb")
        mood = token.feat("Mood") or "Ind"
        if token.feat("Person") == "1" and (told := _of_first_person(token, rules)):
            return told
        if mood == "Cnd":
            return "conditional"
        return _FINITE.get((mood, token.feat("Tense") or "Pres")) or refused("tense_of_the_verb")
    if form == "Part" and token.feat("Tense") == "Pres":
        return "gerund"
    return {"Inf": "infinitive", "Ger": "gerund", "Part": "participle"}.get(form or "") or _as_inflected(token, rules)


def _as_inflected(token: Token, rules: Mapping[str, Any]) -> str:
    """`viola`, of which the tagger says nothing: the one tense of the lemma that has this form."""
    form, found = token.form.casefold(), set[str]()
    for tense in rules["untagged"]:
        for plural in (False, True):
            with suppress(GateClosedError):
                found |= {tense} if inflected(token.lemma.casefold(), tense, rules, plural=plural) == form else set()
    return found.pop() if len(found) == 1 else refused("verb_without_form")
