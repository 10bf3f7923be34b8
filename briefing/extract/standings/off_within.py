"""A plan and its end in one sentence: `Ruiz was to come on May 4, but that visit has been cancelled`.

The verb of the plan names no meeting; what its clause was, the noun of the second one says.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from briefing.extract.attending.asked_about import question_before
from briefing.extract.claims import dates_in, evidence_of
from briefing.extract.reading import Reading, codes_of, mentions_in
from briefing.extract.sentence.moods import is_conditional, is_future, is_negated
from briefing.extract.sentence.trees import Tree, children, is_passive, is_relation, is_verbal, span_of
from briefing.extract.standings.called_off import is_planned_then
from briefing.extract.standings.off_behind import PLANNED, how_it_stands, plan_of_verb
from briefing.extract.standings.postponing import is_calling_off, is_when_told
from briefing.model import Claim, Event, Token

OFF_WITHIN = "off_within"
"""The rule on a plan of which its own sentence tells that it is off."""
HELPERS = 3
"""Words from the noun to what is told of it: `has now been`."""


def with_ended_plans(reading: Reading, claims: Sequence[Claim]) -> list[Claim]:
    """The claims, and the plans that end in their own sentence, where no meeting of that sentence is told with its day."""
    result = list(claims)
    for number in range(len(reading.trees)):
        here = [c for c in result if isinstance(c, Event) and c.meeting and c.sentence == number]
        if len(here) == 1 and here[0].status in PLANNED and is_said_to_be_off(reading, here[0]):
            result = [off_by_its_noun(reading, c) if c is here[0] else c for c in result]
            continue
        ended = ended_plan(reading, number) if reading.is_body(number) else None
        if ended is not None and not any(event.people or event.actors for event in here):
            result = [*(c for c in result if c not in here), ended]
    return sorted(result, key=lambda claim: claim.sentence)


def off_by_its_noun(reading: Reading, plan: Event) -> Event:
    rules = (*(rule for rule in plan.rules if not rule.startswith("status:")), OFF_WITHIN)
    return dataclasses.replace(plan, status=how_it_stands(reading, plan.sentence), rules=rules)


def is_said_to_be_off(reading: Reading, plan: Event) -> bool:
    """`tenía previsto viajar a Tacna el 4; la visita fue cancelada`, `pero la cita quedó anulada`: by the order of its words,
    as parsers hang such a clause on anything; not where another day stands behind, which may be that of another time."""
    tree = reading.trees[plan.sentence]
    nouns = [i for i in range(len(tree.tokens)) if stands_for_it(reading, tree, i) and is_off_behind_noun(reading, tree, i)]
    if len(nouns) != 1:
        return False
    start = tree.tokens[nouns[0]].span.start
    behind = [d for d in dates_in(reading, tree.sentence.span) if d.span.start > start and d.value != plan.date]
    dated = any(not is_when_told(reading, tree, date) for date in behind)
    return not dated and any(is_planned_then(reading, tree, i) for i in range(nouns[0]) if is_verbal(tree.tokens[i]))


def is_off_behind_noun(reading: Reading, tree: Tree, noun: int) -> bool:
    """`the trip has been called off`, `la cita quedó cancelada`: with nothing but helping verbs between, none in doubt."""
    off = reading.words.cancelling | reading.words.postponing
    behind = range(noun + 2, min(noun + HELPERS + 2, len(tree.tokens)))
    told = (i for i in behind if is_calling_off(reading, tree, i) or tree.tokens[i].form.lower() in off)
    verb = next(told, None)
    if verb is None or not all(is_helper(tree.tokens[i]) for i in range(noun + 1, verb)):
        return False
    doubts = (is_negated, is_conditional, is_future)
    return not any(doubt(reading, tree, i) for doubt in doubts for i in range(noun + 1, verb + 1))


def is_helper(token: Token) -> bool:
    """`has now been`, `se`, `quedó`: told as done, and no `may`, `should`."""
    told = token.feat("VerbForm") == "Part" or (token.feat("Mood") == "Ind" and token.feat("Tense") != "Fut")
    return token.feat("Reflex") == "Yes" or token.upos == "ADV" or (token.upos in {"AUX", "VERB"} and told)


def ended_plan(reading: Reading, number: int) -> Event | None:
    tree = reading.trees[number]
    pairs = [(tree.tokens[verb].head, noun) for verb, noun in ends(reading, tree)]
    asked = [] if pairs else [*ends_of_what_was_asked(reading, number)]
    if len(asked) == 1 and is_planned_then(reading, tree, asked[0].plan):
        return end_of_what_was_asked(reading, number, asked[0])
    if len(pairs) != 1 or not is_planned_then(reading, tree, pairs[0][0]) or is_setting(reading, tree, pairs[0][0]):
        return None
    plan = plan_of_verb(reading, number, pairs[0][0], tree.tokens[pairs[0][1]].lemma.lower())
    if plan is None:
        return None
    return dataclasses.replace(plan, status=how_it_stands(reading, number), rules=(*plan.rules, OFF_WITHIN))


class Asked(NamedTuple):
    """The verb of a plan that an answer tells without its subject, and the meeting's noun in the question before it."""

    plan: int
    question: int
    noun: int


def ends_of_what_was_asked(reading: Reading, number: int) -> Iterator[Asked]:
    """`¿Y la visita de la ministra?  —Estaba prevista para el 4 de mayo en Tacna, pero se canceló`."""
    tree, question = reading.trees[number], question_before(reading, number)
    nouns = [] if question is None else meeting_nouns(reading, reading.trees[question])
    for verb, token in enumerate(tree.tokens):
        joined = is_relation(token, "conj", "parataxis") and token.head >= 0 and is_verbal(token)
        elided = joined and not any(children(tree, i, "nsubj") for i in (verb, token.head))
        doubted = any(doubt(reading, tree, verb) for doubt in (is_negated, is_conditional, is_future))
        if question is not None and len(nouns) == 1 and elided and not doubted and is_calling_off(reading, tree, verb):
            yield Asked(token.head, question, nouns[0])


def meeting_nouns(reading: Reading, tree: Tree) -> list[int]:
    known = reading.words.named_as_visit | reading.words.named_as_meeting
    return [i for i, token in enumerate(tree.tokens) if token.upos == "NOUN" and token.lemma.lower() in known]


def end_of_what_was_asked(reading: Reading, number: int, asked: Asked) -> Event | None:
    """With those whose visit or meeting the question names."""
    tree = reading.trees[asked.question]
    plan = plan_of_verb(reading, number, asked.plan, tree.tokens[asked.noun].lemma.lower())
    if plan is None:
        return None
    named = [*dict.fromkeys(m.actor for m in mentions_in(reading, span_of(tree, asked.noun)) if not m.place)]
    return dataclasses.replace(
        plan,
        status=how_it_stands(reading, number),
        people=tuple(actor for actor in named if reading.doc.actors[actor].kind == "person"),
        actors=tuple(dict.fromkeys(code for actor in named for code in codes_of(reading, actor))),
        context=(evidence_of(reading, tree.sentence.span),),
        rules=(*plan.rules, OFF_WITHIN),
    )


def is_setting(reading: Reading, tree: Tree, verb: int) -> bool:
    """`had called him in for Friday, but the meeting was put off`: who sets it is not who was to come."""
    return (
        tree.tokens[verb].lemma.lower() in reading.words.scheduling
        and not is_passive(tree, verb)
        and is_verbal(tree.tokens[verb])
    )


def ends(reading: Reading, tree: Tree) -> Iterator[tuple[int, int]]:
    """The verbs by which a second clause calls off what its first one planned, with the noun that stands for it."""
    for verb, token in enumerate(tree.tokens):
        joined = is_relation(token, "conj", "parataxis") and token.head >= 0 and is_verbal(token)
        if not joined or not is_calling_off(reading, tree, verb):
            continue
        doubted = any(doubt(reading, tree, verb) for doubt in (is_negated, is_conditional, is_future))
        nouns = [c for c in children(tree, verb, "nsubj") if stands_for_it(reading, tree, c)]
        if nouns and not doubted:
            yield verb, nouns[0]


def stands_for_it(reading: Reading, tree: Tree, index: int) -> bool:
    """`the trip`, `that visit`, `la cita`: without anybody of its own."""
    words, token = reading.words, tree.tokens[index]
    known = [tree.tokens[c] for c in children(tree, index, "det")]
    definite = any(t.feat("Definite") == "Def" or t.feat("PronType") == "Dem" for t in known)
    named = token.lemma.lower() in words.named_as_visit | words.named_as_meeting
    return named and definite and not children(tree, index, "nmod", "acl", "compound", "appos")


__all__ = ["with_ended_plans"]
