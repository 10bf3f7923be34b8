"""The subject that a clause leaves out because the clause above has it: `Chile anunció que revisará el acuerdo`.

It is said as a pronoun only where nobody else has been named before, and where the verb is one of what somebody does or says.
"""

from __future__ import annotations

from collections.abc import Mapping

from briefing.model import Actor
from briefing.realize.tell.state import Telling
from briefing.realize.wording.transfer import base
from briefing.realize.wording.verbs import VerbGroup, rules_of

_JOINED = frozenset({"xcomp", "conj"})
_PLAIN = frozenset({"present", "past", "future", "perfect", "pluperfect", "imperfect", "conditional", "planned"})
_BELOW = frozenset({"ccomp", "advcl"})


def understood_subject(telling: Telling, group: VerbGroup) -> str | None:
    """`it`, `she`: None where it is not certain who is meant."""
    above = None if telling.modifiers_first else _clause_above(telling, group.head)
    if above is None or not _does_something(telling, group):
        return None
    actor = _only_actor(telling, above, telling.t.tokens[group.used[0]].span.start)
    if actor is None or actor.kind == "group" or telling.clause or _others_before(telling, above):
        return None
    table: Mapping[str, str] = rules_of(telling.language)["subject_pronouns"]
    return table.get((actor.gender or "") if actor.kind == "person" else actor.kind)


def _clause_above(telling: Telling, clause: int) -> int | None:
    """The verb that rules the clause of another, where that is told too."""
    tokens = telling.t.tokens
    while base(tokens[clause]) in _JOINED and tokens[clause].head >= 0:
        clause = tokens[clause].head
    above = tokens[clause].head
    return above if base(tokens[clause]) in _BELOW and above in telling.order[: telling.at] else None


def _does_something(telling: Telling, group: VerbGroup) -> bool:
    lemma = telling.t.tokens[group.head].lemma.casefold()
    acts = ("acts_of_state", "saying", "done_by_the_teller")
    plain = group.tense in _PLAIN and any(lemma in telling.words[name] for name in acts)
    return plain and not (group.plural or group.reflexive or group.passive or group.first)


def _only_actor(telling: Telling, above: int, start: int) -> Actor | None:
    """The subject of the clause above, if it is the one actor named so far."""
    t = telling.t
    named = [m for m in t.mentions if not m.place and m.span.stop <= start]
    subjects = t.below(above, "nsubj")
    if t.passage.doc is None or len({m.actor for m in named}) != 1 or len(subjects) != 1:
        return None
    subject = t.tokens[subjects[0]]
    inside = any(m.span.contains(subject.span) for m in named) and subject.feat("Number") != "Plur"
    return t.passage.doc.actors.get(named[0].actor) if inside else None


def _others_before(telling: Telling, above: int) -> bool:
    """Whether a common word names somebody else: `dijo a los ministros que …`."""
    t, some = telling.t, {*telling.words["persons"], *telling.words["of_countries"]}
    told = (i for i in t.below(above, "obj", "iobj", "obl") for c in t.below(i, "case") if i in telling.order[: telling.at])
    if telling.words["to"] in {t.tokens[c].form.casefold() for i in told for c in t.below(i, "case")}:
        return True
    nouns = [t.tokens[i] for i in telling.order[: telling.at] if t.tokens[i].upos == "NOUN"]
    return any(n.lemma.casefold() in some and not any(m.span.contains(n.span) for m in t.mentions) for n in nouns)
