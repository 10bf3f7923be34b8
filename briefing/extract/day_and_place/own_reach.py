"""What hangs in a meeting's own clause: neither in a clause below it nor on another meeting that the sentence names.

`Held talks this morning in which he asked for the report before their meeting in Bergen on May 3`: neither Bergen nor May 3 is
the talks'.  The walk is up the tree, from a date, place or name to the first word that has the meeting below it or is it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from itertools import takewhile

from briefing.extract.meetings.carriers import verb_group
from briefing.extract.reading import Reading
from briefing.extract.sentence.acts import match_act
from briefing.extract.sentence.clauses import Clause
from briefing.extract.sentence.trees import (
    Tree,
    ancestors,
    case_of,
    children,
    finite_of,
    is_relation,
    is_verbal,
    mark_of,
    span_of,
)
from briefing.model import Date, Span

SOME_DAY = ("XXXX-WXX-", "XXXX-XX-XX")
"""How TimeML writes a day of the week, or one counted from a day that nobody knows."""
CLAUSES = ("ccomp", "csubj", "advcl", "acl", "parataxis", "conj", "xcomp")


def is_of_other_deed(reading: Reading, clause: Clause, host: int, index: int) -> bool:
    """Whether a word hangs on another verb or another meeting below what the meeting hangs in."""
    tree = reading.trees[clause.sentence]
    own = {clause.head, host, *verb_group(tree, host)}
    reach = {above for head in own for above in (head, *ancestors(tree, head))}
    between = list(takewhile(lambda i: i not in reach, (index, *ancestors(tree, index))))
    return any(is_other_clause(reading, clause, i, own) or is_other_meeting(reading, clause, i) for i in between)


def is_day_of_agreeing(reading: Reading, clause: Clause, host: int, index: int) -> bool:
    """`agreed on Tuesday to reopen the talks`, `acordaron este martes reunirse`: when they said so, and not when they meet."""
    tree = reading.trees[clause.sentence]
    chain = [clause.head, *ancestors(tree, clause.head)]
    above = next((i for i in (index, *ancestors(tree, index)) if i in chain), None)
    below = takewhile(lambda i: i != above, chain)
    asked = [i for i in below if is_relation(tree.tokens[i], "xcomp", "ccomp", "obj") and is_infinitive(tree, i)]
    match = match_act(reading, tree, above) if above is not None and asked else None
    done = above is not None and finite_of(tree, above).feat("Tense") == "Past"
    held = is_after_hours(reading, tree, clause.head)
    return match is not None and match[0].stance is not None and match[0].meeting is None and done and not held


def is_after_hours(reading: Reading, tree: Tree, head: int) -> bool:
    """`agreed to open the bridge after two hours of talks`: who has counted them has held them, and agreed then."""
    above = tree.tokens[head].head
    if above < 0 or not is_relation(tree.tokens[head], "nmod") or case_of(tree, above) not in reading.words.after_marks:
        return False
    span = span_of(tree, above)
    return any(d.type == "DURATION" and d.timex.startswith("PT") and span.contains(d.span) for d in reading.doc.dates)


def is_infinitive(tree: Tree, index: int) -> bool:
    return tree.tokens[index].feat("VerbForm") == "Inf" and not children(tree, index, "nsubj")


def is_other_clause(reading: Reading, clause: Clause, index: int, own: Collection[int]) -> bool:
    """A clause that tells of something else: not how a meeting is set or held, nor what a journey is made for."""
    tree = reading.trees[clause.sentence]
    token = tree.tokens[index]
    if not is_relation(token, *CLAUSES) or not (is_verbal(token) or token.feat("VerbForm")):
        return False
    if carries_a_day(reading, tree, index) or (token.head == clause.head and makes_it(reading, tree, index)):
        return False
    bare = token.feat("VerbForm") == "Part" and not children(tree, index, "aux", "cop")
    participle = bare and is_relation(token, "acl") and token.head in own
    relative = is_relation(token, "acl") and any(is_relative(reading, tree, c) for c in children(tree, index, "nsubj"))
    return not (participle or relative or is_aim_of_journey(reading, clause, index))


def carries_a_day(reading: Reading, tree: Tree, index: int) -> bool:
    """`the talks, set for Monday`, `is expected to take place on Monday`, `se celebra en Quito`."""
    words = {tree.tokens[index].lemma.lower(), tree.tokens[index].form.lower()}
    telling = reading.words.scheduling | reading.words.happening | reading.words.beginning | reading.words.arriving
    return bool(words & (telling | reading.words.hosting))


def makes_it(reading: Reading, tree: Tree, index: int) -> bool:
    """`la llamada que le hizo ayer Petit`, `the talks that they held on Monday`: a relative by which the meeting is held."""
    lemma = tree.tokens[index].lemma.lower()
    return is_relation(tree.tokens[index], "acl") and lemma in reading.words.holding | reading.words.making


def is_relative(reading: Reading, tree: Tree, index: int) -> bool:
    return tree.tokens[index].form.lower() in reading.words.relatives


def is_aim_of_journey(reading: Reading, clause: Clause, index: int) -> bool:
    """`will fly to Lima to meet Petit on Monday`, `viajará para reunirse el lunes con …`."""
    tree = reading.trees[clause.sentence]
    bare = tree.tokens[index].feat("VerbForm") == "Inf"
    aims = reading.words.purposes | reading.words.infinitive_marks | reading.words.towards
    return clause.act.meeting == "visit" and bare and mark_of(tree, index) in aims


def is_other_meeting(reading: Reading, clause: Clause, index: int) -> bool:
    """`before their meeting in Bergen`, `discussed a visit in May`: no round of the talks, nor where they are."""
    tree = reading.trees[clause.sentence]
    token, words = tree.tokens[index], reading.words
    if token.upos not in {"NOUN", "PROPN"} or token.lemma.lower() not in words.occasions or index == clause.trigger:
        return False
    case = case_of(tree, index)
    of_own = is_relation(token, "nmod", "compound", "appos") and token.head == clause.head and case in {"", *words.of_cases}
    beside = token.head >= 0 and tree.tokens[token.head].lemma.lower() in words.no_matters  # `on the sidelines of the summit`
    aim = clause.act.meeting == "visit" and case in words.purpose_cases
    above = tree.tokens[token.head].lemma.lower() if token.head >= 0 else ""
    verb = clause.form.kind == "verb" and token.head == clause.head  # `will host a summit with Peru`: the meeting itself
    held = is_relation(token, "obj", "nsubj") and (verb or above in words.holding)  # `held talks in Lima`
    return not (of_own or beside or aim or held or case in words.while_cases)


def days_of_noun(reading: Reading, clause: Clause) -> Iterator[Date]:
    """The days that hang on a meeting's noun itself: `Tuesday's meeting`, `la reunión del martes`, with a value or without."""
    tree = reading.trees[clause.sentence]
    if clause.form.kind != "noun":
        return
    for date in reading.doc.dates:
        first = first_of(tree, date.span) if date.type in {"DATE", "TIME"} and tree.sentence.span.contains(date.span) else None
        own = first is not None and hangs_on_noun(reading, tree, first, clause.head)
        if own or (first is not None and is_behind_holding(reading, tree, first, clause.head)):
            yield date


def is_behind_holding(reading: Reading, tree: Tree, index: int, head: int) -> bool:
    """`confirmó el martes la celebración del consejo el 4 de mayo`: behind a noun of holding and before the next verb."""
    between = [tree.tokens[i] for i in range(head + 1, index)]
    return bool(between) and tree.tokens[head].lemma.lower() in reading.words.holding_nouns and not any(map(is_verbal, between))


def first_of(tree: Tree, span: Span) -> int | None:
    return next((i for i, token in enumerate(tree.tokens) if token.span.start >= span.start), None)


def hangs_on_noun(reading: Reading, tree: Tree, index: int, head: int) -> bool:
    """By nouns alone, none of them another meeting's or somebody's name."""
    path = list(takewhile(lambda i: i != head, (index, *ancestors(tree, index))))
    reached = tree.tokens[path[-1]].head == head if path else False
    plain = all(is_relation(tree.tokens[i], "nmod", "compound", "amod", "nummod", "appos", "obl", "det") for i in path)
    return reached and plain and not any(tree.tokens[i].lemma.lower() in reading.words.occasions for i in path)


def is_of_some_day(reading: Reading, clause: Clause, host: int) -> bool:
    """`spoke late Wednesday`, `conversó ayer`, in an article that bears no date: of a day, whichever date it is."""
    tree = reading.trees[clause.sentence]
    told = (d for d in reading.doc.dates if d.value is None and d.timex.startswith(SOME_DAY))
    firsts = (first_of(tree, date.span) for date in told if tree.sentence.span.contains(date.span))
    own = {clause.head, host, *verb_group(tree, host)}
    paths = [list(takewhile(lambda i: i not in own, (first, *ancestors(tree, first)))) for first in firsts if first is not None]
    return any(is_within(tree, path, own) and not any(is_verbal(tree.tokens[i]) for i in path) for path in paths)


def is_within(tree: Tree, path: Collection[int], own: Collection[int]) -> bool:
    return any(tree.tokens[i].head in own for i in path)


__all__ = ["days_of_noun", "first_of", "is_day_of_agreeing", "is_of_other_deed", "is_of_some_day"]
