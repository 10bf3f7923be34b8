"""The part that every kind of claim shares: its words, its act, its topics and its date."""

from __future__ import annotations

import bisect
from collections.abc import Iterator, Sequence
from typing import Any

from briefing.edtf import bounds
from briefing.extract.day_and_place.dated_headings import heading_above
from briefing.extract.reading import Reading
from briefing.extract.sentence.clauses import Clause
from briefing.extract.sentence.trees import Tree, ancestors, case_of, children, is_relation, is_torn_telling, is_verbal, span_of
from briefing.model import Date, Evidence, Quantity, Span, Token
from briefing.model.marks import UNDER_A_DATE

LONGEST_EVIDENCE = 110
"""Words.  Longer sentences are cut to the clause; evidence that nobody reads is no evidence."""


def evidence_of(reading: Reading, span: Span) -> Evidence:
    article = reading.doc.article
    return Evidence(article=article.id, start=span.start, stop=span.stop, text=span.of(article.text), language=article.language)


INVITING = "invite"
"""The act of bidding somebody to come."""


def claim_fields(reading: Reading, clause: Clause, rules: Sequence[str]) -> dict[str, Any]:
    """What a statement and an event have in common, as keyword arguments."""
    tree = reading.trees[clause.sentence]
    span = span_of(tree, clause.head)
    date = date_near(reading, clause.sentence, clause.head)
    if date and clause.act.id == INVITING and fineness(date) > 0:
        date = None  # `We have invited him to Lima in May`: when he is to come, as likely
    if date and clause.act.stance and clause.act.meeting is None and is_of_the_object(reading, clause.sentence, date):
        date = None
    return {
        "evidence": evidence_of(reading, sentence_span(reading, clause.sentence, clause.head)),
        "sentence": clause.sentence,
        "act": clause.act.id,
        "plover": clause.act.plover,
        "concepts": concepts_in(reading, span),
        "date": date.value if date else None,
        "date_basis": date.basis if date else None,
        "rules": (*rules, *voice_rule(reading, tree.sentence.span)),
        "confidence": clause.confidence,
    }


def sentence_span(reading: Reading, number: int, head: int) -> Span:
    """The whole sentence, or the clause's own words where the sentence is too long to be read."""
    tree = reading.trees[number]
    span = tree.sentence.span
    return span if len(span.of(reading.text).split()) <= LONGEST_EVIDENCE else span_of(tree, head)


def concepts_in(reading: Reading, span: Span) -> tuple[str, ...]:
    """The concepts named in a span in the order of the text, then what is said to be missing, then the generic ones."""
    here = [mention for mention in reading.doc.concepts if span.contains(mention.span)]
    names = [mention.span for mention in reading.doc.mentions if span.contains(mention.span) and not mention.place]
    # `secretario de Relaciones Exteriores`, `De la Fuente`: words of a name are no topic.
    named = dict.fromkeys(m.concept for m in here if not any(n.contains(m.span) and n != m.span for n in names))
    missing = missing_in(reading, span)
    return tuple(sorted(named, key=lambda concept: 2 if is_generic(reading, concept) else concept in missing))


def missing_in(reading: Reading, span: Span) -> set[str]:
    """The concepts of a span of which it is said that there are none: `sin mediadores`."""
    return {m.concept for m in reading.doc.concepts if span.contains(m.span) and is_missing(reading, m.span)}


def is_missing(reading: Reading, span: Span) -> bool:
    """`sin mediadores`, `without checks`: the word just before says that there is none."""
    before = reading.text[: span.start].rsplit(maxsplit=1)
    return bool(before) and span.start > 0 and before[-1].lower() in reading.words.without


def is_generic(reading: Reading, concept: str) -> bool:
    row = reading.knowledge.concepts.get(concept)
    return row is None or row.generic


def dates_in(reading: Reading, span: Span) -> tuple[Date, ...]:
    return tuple(d for d in reading.doc.dates if d.value and d.type in {"DATE", "TIME"} and span.contains(d.span))


def date_near(reading: Reading, number: int, head: int, *, told: bool = True, anywhere: bool = False) -> Date | None:
    """The date in the smallest clause around a token, the finest one where a clause has several.

    `uno sostenido el 12 de enero, y otro realizado el día 13`: each date belongs to its own clause.  That of a clause above
    holds for what it governs; the day on which something was told (`said on Tuesday that they had arrested …`) only for what
    is dated by its telling.  A sentence's only date holds where it belongs to no other verb, or, with `anywhere`, always: for
    meetings, which are what news dates.
    """
    tree = reading.trees[number]
    for index in (head, *(untold(tree, head) if anywhere else dating_clauses(tree, head, told=told))):
        here = dates_in(reading, span_of(tree, index))
        said_of = children(tree, head, "acl") if anywhere else ()  # `the talks set for Wednesday`
        beside = [c for c in children(tree, index, "parataxis") if told and not anywhere and is_saying(reading, tree, c)]
        planned = held_as_planned(reading, tree, index) if anywhere else ()
        owners = {index, head, *beside, *planned, *(c for c in said_of if not is_torn_telling(tree, c, reading.words.saying))}
        found = [d for d in here if owner(reading, number, d) in owners and (anywhere or not is_limit(reading, tree, d))]
        if found:
            return min(found, key=lambda d: (fineness(d), d.span.start))
    every = dates_in(reading, tree.sentence.span)
    if not every:
        return heading_above(reading, number)
    lone = every[0] if len(every) == 1 and (anywhere or not is_limit(reading, tree, every[0])) else None
    return lone if lone and (anywhere or not is_a_deed(tree.tokens[owner(reading, number, lone)])) else None


def is_a_deed(token: Token) -> bool:
    """A verb, or a participle beside its noun: `the boat, seized on May 3`, `la nave, retenida el 3 de mayo`."""
    return is_verbal(token) or (token.feat("VerbForm") == "Part" and is_relation(token, "amod", "acl"))


def held_as_planned(reading: Reading, tree: Tree, verb: int) -> Iterator[int]:
    """`The round is scheduled to be held on Thursday, the ministry said yesterday`: the day below is the round's."""
    words, plans = reading.words.holding | reading.words.happening, reading.words.planning | reading.words.scheduling
    if not {tree.tokens[verb].lemma.lower(), tree.tokens[verb].form.lower()} & plans:
        return iter(())
    return (c for c in children(tree, verb, "xcomp") if tree.tokens[c].lemma.lower() in words)


def untold(tree: Tree, head: int) -> Iterator[int]:
    """The tokens above, but not one that tells of it: `said on Friday that the talks …` is no day of talks."""
    below = head
    for index in ancestors(tree, head):
        if not is_relation(tree.tokens[below], "ccomp"):
            yield index
        below = index


def is_limit(reading: Reading, tree: Tree, date: Date) -> bool:
    """`varados desde el 26 de noviembre`, `closed by 2012`, `rose from 80 million a year earlier`: from or to when, or of what
    is compared with, and not when."""
    compared = (date.rule in COUNTED_FROM_ANOTHER and fineness(date) > 0) or is_behind_a_limit(reading, tree, date.span)
    return compared or any(is_behind_a_limit(reading, tree, q.span) for q in quantities_of(reading, tree, date))


COUNTED_FROM_ANOTHER = frozenset({"unit_earlier", "unit_after"})
"""Rules of dates that lead from another one: `a year earlier`, `el año anterior`; of a day, `al día siguiente`, it is when."""
MOST_BETWEEN = 3
"""Words between a number and its date: `26 million dollars in 2024`."""


def quantities_of(reading: Reading, tree: Tree, date: Date) -> Iterator[Quantity]:
    """The numbers that a date stands behind, of what the sentence counts: `from 91 in 2024`, `frente a las 688 de mayo`.

    Not those of other things: `arrested 40 smugglers from 12 countries in 2025`.
    """
    here = [q for q in reading.doc.quantities if tree.sentence.span.contains(q.span)]
    for quantity in (q for q in here if q.span.stop <= date.span.start):
        between = Span(quantity.span.stop, date.span.start).of(reading.text)
        counted = (
            quantity.unit is None or quantity.kind != "number" or any(q.unit == quantity.unit for q in here if q != quantity)
        )
        if counted and len(between.split()) <= MOST_BETWEEN and not any(mark in between for mark in ",;:"):
            yield quantity


def is_behind_a_limit(reading: Reading, tree: Tree, span: Span) -> bool:
    """Whether one of the language's limiting words governs it or stands before it, an article aside."""
    inside = [i for i, token in enumerate(tree.tokens) if span.contains(token.span)]
    if not inside:
        return False
    cases = {case_of(tree, i) for i in inside}
    stop = inside[0] - (inside[0] > 0 and tree.tokens[inside[0] - 1].upos == "DET")
    before = {
        " ".join(t.form.lower() for t in tree.tokens[max(0, end - n) : end]) for end in {stop, inside[0]} for n in (1, 2, 3)
    }
    opening = tree.tokens[inside[0]].form.lower()
    return bool((cases | before | {opening}) & reading.words.limits)


def dating_clauses(tree: Tree, head: int, *, told: bool) -> Iterator[int]:
    """The tokens above whose dates hold for one: not beyond a relative clause (`respondió el 16 a X, quien exigió …`)."""
    below = head
    for index in ancestors(tree, head):
        token = tree.tokens[below]
        if is_relation(token, "acl") and token.feat("VerbForm") == "Fin":
            return
        if not told and is_relation(token, "ccomp", "parataxis"):
            return
        yield index
        below = index


def owner(reading: Reading, number: int, date: Date) -> int:
    """The nearest verb or predicate above a date's first token."""
    tree = reading.trees[number]
    first = next((i for i, t in enumerate(tree.tokens) if t.span.start >= date.span.start), None)
    if first is None:
        return -1
    telling = telling_before(reading, tree, first)
    for index in ancestors(tree, first) if telling is None else (telling,):
        token = tree.tokens[index]
        if token.upos in {"VERB", "AUX"} or token.feat("VerbForm") is not None or token.head < 0:
            return index
    return first


def telling_before(reading: Reading, tree: Tree, first: int) -> int | None:
    """The finite verb of saying that a day stands right behind: of `…, the ministry said on Thursday` it is, however parsed."""
    before = first - 1
    while before > 0 and (tree.tokens[before].upos == "DET" or tree.tokens[before].form.lower() in reading.words.day_cases):
        before -= 1
    return before if first > 0 and is_saying(reading, tree, before) else None


def is_saying(reading: Reading, tree: Tree, index: int) -> bool:
    token = tree.tokens[index]
    return is_verbal(token) and token.feat("Tense") == "Past" and token.lemma.lower() in reading.words.saying


def fineness(date: Date) -> int:
    """Days that a date spans: a day before a month before a year."""
    if date.value is None:
        return 10**6
    first, last = bounds(date.value)
    return (last - first).days if first and last else 10**6


def is_of_the_object(reading: Reading, number: int, date: Date) -> bool:
    """`condemned the attack on guards in August and vowed …`: the month of the attack, as likely as that of the words."""
    tree, verb = reading.trees[number], owner(reading, number, date)
    if verb < 0 or fineness(date) < A_MONTH or not is_verbal(tree.tokens[verb]):
        return False
    return any(tree.tokens[verb].span.start < tree.tokens[c].span.start < date.span.start for c in children(tree, verb, "obj"))


A_MONTH = 27
"""Days between the first and the last of the shortest month."""


def voice_rule(reading: Reading, span: Span) -> tuple[str, ...]:
    """`voice:turn`, `voice:issuer`: the whole sentence is somebody's word, though it does not say whose; or it is told under a
    date."""
    if reading.turn_at(span):
        return ("voice:turn",)
    if reading.dates_alone and heading_above(reading, bisect.bisect_right(reading.sentence_starts, span.start) - 1):
        return (UNDER_A_DATE,)
    return ("voice:issuer",) if reading.doc.issuers else ()
