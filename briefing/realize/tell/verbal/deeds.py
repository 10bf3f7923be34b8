"""What a verb group is before it is said: done at all, at no time, or going on just now."""

from __future__ import annotations

import dataclasses

from briefing.model import Token
from briefing.realize.tell.state import Telling
from briefing.realize.wording.transfer import GateClosedError, base
from briefing.realize.wording.verbs import VerbGroup


def just_now(telling: Telling, group: VerbGroup, head: Token) -> VerbGroup:
    """`Chile investiga la muerte` -> `is investigating`: of some deeds the present tells what goes on."""
    plain = group.tense == "present" and not (group.modal or group.passive or group.negated or group.reflexive)
    ongoing = plain and head.lemma.casefold() in telling.words["goes_on_now"] and base(head) in {"root", "conj"}
    return dataclasses.replace(group, progressive=True) if ongoing else group


def at_no_time(telling: Telling, group: VerbGroup, adverbs: list[str]) -> tuple[VerbGroup, list[str]]:
    """`nunca ha publicado` -> `has never published`: one language denies the verb with it, the other beside it."""
    forms, table = telling.t.passage.tree.forms, telling.words["never"]
    beside = [said for said in adverbs if said in table.values()]  # `no ha publicado nunca`
    word = next((table[forms[i]] for i in group.used if forms[i] in table), "") or "".join(beside[:1])
    if not word:
        return group, adverbs
    if group.passive or group.progressive or group.modal or base(telling.t.tokens[group.head]) == "cop":
        raise GateClosedError("never")
    others = [said for said in adverbs if said != word]
    return dataclasses.replace(group, negated=telling.modifiers_first), [word, *others]


def check_it_was_done(telling: Telling, group: VerbGroup, head: Token) -> None:
    """`discussed`, taken for a participle where it is what somebody did; `was more guarded`, which nobody guarded."""
    alone = group.tense == "participle" and not group.passive and base(head) in {"root", "ccomp", "parataxis"}
    if alone and telling.t.below(group.head, "nsubj") and not telling.t.below(group.head, "aux", "cop"):
        raise GateClosedError("participle_for_a_deed")
    if group.passive and group.progressive and telling.modifiers_first:
        raise GateClosedError("passive_going_on")  # `was being considered`
    degrees = {telling.t.tokens[i].form.casefold() for i in telling.t.below(group.head, "advmod")} & {*telling.words["degrees"]}
    if degrees and group.passive:
        raise GateClosedError("degree_of_a_deed")
