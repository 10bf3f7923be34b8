"""Whose a thing is that the source calls `su`: only where the clause itself says it."""

from __future__ import annotations

from briefing.model import Actor, Token
from briefing.realize.tell.state import Telling
from briefing.realize.wording.transfer import GateClosedError, base

_CLAUSES = frozenset({"conj", "xcomp", "advcl", "acl"})


def owned_by(telling: Telling, owner: Actor) -> str | None:
    """None where the subject of the clause is the owner; `thing` where it is the owner's country; else the gate closes.

    What is done to somebody (`pidió su extradición`) is never the subject's own.
    """
    t, words = telling.t, telling.words
    noun = telling.token.head
    if noun < 0 or t.tokens[noun].lemma.casefold() in words["of_somebody_else"]:
        raise GateClosedError("whose_is_not_known")
    subject = subject_over(telling, noun)
    if subject is None:
        return None
    if any(m.actor == owner.id and m.span.contains(t.tokens[subject].span) for m in t.mentions):
        return None
    if t.tokens[subject].lemma.casefold() in words["speaking_for"] and _is_owned(telling, subject):
        return "thing"
    raise GateClosedError("whose_is_not_known")


def check_named_before(telling: Telling, index: int) -> None:
    """`their`, `his`, `its`: somebody or something that the clause names before may be the owner, or the gate closes."""
    if telling.named or any(_may_own(telling, i, telling.t.tokens[index]) for i in telling.order if i < index):
        return
    raise GateClosedError("whose_is_not_known")


def _may_own(telling: Telling, index: int, owned: Token) -> bool:
    """Whether a word is of the owner's number and kind."""
    t, token = telling.t, telling.t.tokens[index]
    if token.upos == "PRON":
        return token.feat("Person") == "3" or token.feat("PronType") in {"Ind", "Tot"}
    if token.upos not in {"NOUN", "PROPN"} or any(d.span.contains(token.span) for d in t.dates):
        return False
    actors = t.passage.doc.actors if t.passage.doc else {}
    kinds = {actors[m.actor].kind for m in t.mentions if m.actor in actors and m.span.contains(token.span)}
    several = token.feat("Number") == "Plur" or "group" in kinds or bool(t.below(index, "conj"))
    if owned.form.casefold() in telling.words["of_several"]:
        return several
    if owned.form.casefold() in telling.words["of_persons"]:
        return not several and (not kinds or "person" in kinds)
    return (not several and kinds != {"person"}) or (token.upos == "PROPN" and "country" in kinds)


def _is_owned(telling: Telling, index: int) -> bool:
    return any(telling.t.tokens[i].feat("Poss") == "Yes" for i in telling.t.below(index, "det"))


def subject_over(telling: Telling, noun: int) -> int | None:
    """The subject of the clause in which a noun stands; of one whose subject it is itself, that of the clause above."""
    t, index = telling.t, noun
    inside = True
    while t.tokens[index].head >= 0:
        below, index = index, t.tokens[index].head
        if t.tokens[index].upos not in {"VERB", "AUX"}:
            continue
        own = [i for i in t.below(index, "nsubj") if i in telling.order]
        if own and own != [below]:
            return own[0]
        if not own and inside and base(t.tokens[index]) not in _CLAUSES | {"ccomp"}:
            return None
        inside = bool(own) or base(t.tokens[index]) in _CLAUSES
    return None
