"""What something is said to be, where the other language makes it agree: `the tariffs are unfair` -> `son injustos`."""

from __future__ import annotations

from briefing.realize.tell.nominal.heads import adjective_for
from briefing.realize.tell.state import Telling, unknown
from briefing.realize.wording.inflect import agreeing
from briefing.realize.wording.transfer import GateClosedError, base


def predicate_adjective(telling: Telling) -> bool:
    """An adjective with the gender and number of its subject, as that was said."""
    token = telling.token
    if token.upos != "ADJ":
        return False
    word = adjective_for(telling, token)
    if word is None:
        raise unknown("adjective", token)
    described = telling.index > 0 and telling.t.passage.tree.forms[telling.index - 1] in telling.words["described_as"]
    if telling.index and telling.t.tokens[telling.index - 1].upos in {"ADP", "SCONJ"} and not described:
        raise GateClosedError("agreement_with_nothing")
    behind = telling.index + 1
    left_out = behind < len(telling.t.tokens) and behind not in telling.order
    if left_out and f"{token.form} {telling.t.tokens[behind].form}".casefold() in telling.words["with_complement"]:
        raise GateClosedError("complement_left_out")  # `were open [to vessels]`
    gender, plural = _of_what_is_described(telling) if described else _of_subject(telling)
    grammar = telling.t.edition.grammar
    if gender not in {"m", "f"} and agreeing(word, "f", plural, grammar) != agreeing(word, "m", plural, grammar):
        raise GateClosedError("agreement_with_nothing")
    telling.said.append(agreeing(word, "f" if gender == "f" else "m", plural, grammar))
    telling.at += 1
    return True


def _of_what_is_described(telling: Telling) -> tuple[str, bool]:
    """`described the talks as useful`: those of the one object of the verb."""
    t = telling.t
    verbs = t.of_lemma(telling.order[: telling.at], {telling.verb})
    things = [i for i in t.below(verbs[-1], "obj") if i in telling.plurals] if verbs else []
    if len(things) != 1 or t.below(things[0], "conj"):
        raise GateClosedError("agreement_with_nothing")
    return telling.genders.get(things[0], ""), telling.plurals[things[0]]


def _of_subject(telling: Telling) -> tuple[str, bool]:
    """Gender and number of whatever the adjective is said of; those of a clause are masculine and singular."""
    t, index = telling.t, telling.index
    while base(t.tokens[index]) == "conj" and t.tokens[index].head >= 0:
        index = t.tokens[index].head
    if t.below(index, "csubj", "expl"):
        return "m", False
    above = t.tokens[index].head
    subjects = t.below(index, "nsubj") or (t.below(above, "nsubj") if above >= 0 and base(t.tokens[index]) == "xcomp" else [])
    if len(subjects) != 1 or t.below(subjects[0], "conj"):
        raise GateClosedError("agreement_with_nothing")
    subject = subjects[0]
    relative = t.tokens[subject].upos == "PRON" and t.tokens[subject].feat("PronType") in {"Rel", "Int,Rel"}
    subject = above if relative else subject
    if t.tokens[subject].form.casefold() == telling.words["expletive"] and t.below(index, "ccomp", "advcl", "xcomp"):
        return "m", False
    if subject not in telling.plurals:
        raise GateClosedError("agreement_with_nothing")
    return telling.genders.get(subject, ""), telling.plurals[subject]
