"""Days beside a meeting that are not its own: of the telling, of another deed, stop or person."""

from __future__ import annotations

from itertools import takewhile

from briefing.extract.claims import owner
from briefing.extract.day_and_place.coming import (
    days_ahead,
)
from briefing.extract.day_and_place.own_clause import is_clause_of_a_person
from briefing.extract.day_and_place.own_reach import first_of, is_day_of_agreeing, is_of_other_deed
from briefing.extract.meetings.carriers import verb_group
from briefing.extract.reading import Reading
from briefing.extract.sentence.clauses import Clause
from briefing.extract.sentence.trees import (
    Tree,
    ancestors,
    case_of,
    children,
    is_relation,
    mark_of,
)
from briefing.extract.standings.bodies_off import is_planned_and_off
from briefing.extract.standings.postponing import is_led_by
from briefing.model import Date

LINK = 7
"""Letters of the longest word between the first and the last day of a time: `through`."""


def is_of_the_telling(reading: Reading, clause: Clause, near: Date) -> bool:
    """`afirmó este martes que Libia cambió su oferta en la reunión`: before the clause that a verb of saying opens."""
    tree, own = reading.trees[clause.sentence], owner(reading, clause.sentence, near)
    chain = [clause.head, *ancestors(tree, clause.head)]
    if clause.form.kind != "noun" or own not in chain[1:] or tree.tokens[own].lemma.lower() not in reading.words.saying:
        return False
    said = chain[chain.index(own) - 1]
    opening = min([said, *(c for c in children(tree, said, "mark"))])
    return is_relation(tree.tokens[said], "ccomp") and near.span.stop <= tree.tokens[opening].span.start


def is_of_a_deed_apart(reading: Reading, clause: Clause, host: int, near: Date) -> bool:
    """`agreed at the meeting to open the bridge from May 3`; until when somebody has time stands in what he is to do."""
    tree, own = reading.trees[clause.sentence], owner(reading, clause.sentence, near)
    first = first_of(tree, near.span)
    if is_deadline(clause) or first is None or (own >= 0 and is_planned_and_off(reading, tree, clause.head, own)):
        return False
    return is_of_other_deed(reading, clause, host, first) or is_day_of_agreeing(reading, clause, host, first)


def is_of_side_clause(reading: Reading, clause: Clause, host: int, near: Date) -> bool:
    """`will meet before Petit leaves on Monday`, `tras llegar el lunes`, `desde que en enero empezó`: of another time."""
    tree = reading.trees[clause.sentence]
    own = owner(reading, clause.sentence, near)
    if own < 0 or own in {clause.head, host, *verb_group(tree, host)} or not is_relation(tree.tokens[own], "advcl"):
        return False
    words = reading.words
    return mark_of(tree, own).partition(" ")[0] in words.counted_before | words.after_marks | words.from_words


def is_of_another_stop(reading: Reading, clause: Clause, host: int, near: Date) -> bool:
    """`will visit Oslo on May 9 and then travel to Bergen`: the day of the first stop is not that of the second."""
    tree, own = reading.trees[clause.sentence], owner(reading, clause.sentence, near)
    if clause.act.meeting != "visit" or clause.form.kind != "verb" or own < 0 or own in {clause.head, host}:
        return False
    joined = is_relation(tree.tokens[clause.head], "conj", "parataxis") and own in ancestors(tree, clause.head)
    before = is_relation(tree.tokens[own], "conj", "parataxis") and clause.head in ancestors(tree, own)
    return (joined or before) and all(has_place(reading, tree, verb) for verb in (own, clause.head))


def has_place(reading: Reading, tree: Tree, verb: int) -> bool:
    """`is in Lomé`, `travels to Cotonou`, `visitará Bergen`: a name of its own."""
    cases = {"", *reading.words.place_cases, *reading.words.towards}
    below = [c for c in children(tree, verb, "obj", "obl", "nmod", "advmod") if case_of(tree, c) in cases]
    places = [m.span for m in reading.doc.mentions if m.place]
    named = [c for c in below if tree.tokens[c].upos == "PROPN" and not is_in_date(reading, tree, c)]
    capital = is_in_place_case(reading, tree, verb)
    return bool(named) or capital or any(span.contains(tree.tokens[c].span) for span in places for c in below)


def is_in_place_case(reading: Reading, tree: Tree, verb: int) -> bool:
    """`is in Lomé`, of which a tree makes the name the predicate."""
    token = tree.tokens[verb]
    return token.upos == "PROPN" and case_of(tree, verb) in reading.words.place_cases


def is_in_date(reading: Reading, tree: Tree, index: int) -> bool:
    return any(date.span.overlaps(tree.tokens[index].span) for date in reading.doc.dates)


def is_of_what_came_after(reading: Reading, clause: Clause, host: int, near: Date) -> bool:
    """`After talks in Lima they said that the fee would fall from Monday`: the day of what is only said after it."""
    tree = reading.trees[clause.sentence]
    own = owner(reading, clause.sentence, near)
    chain = [clause.head, *takewhile(lambda i: i != host, ancestors(tree, clause.head))]  # `after four hours of talks`
    aside = clause.head != host and bool({case_of(tree, i) for i in chain} & reading.words.after_marks)
    below = [own, *takewhile(lambda i: i != host, ancestors(tree, own))] if own >= 0 else []
    return aside and own != host and any(is_relation(tree.tokens[i], "ccomp", "xcomp") for i in below)


def is_ahead_of_what_was_done(reading: Reading, clause: Clause, near: Date) -> bool:
    """`The pact will be signed in May, they said after meeting in Oslo`: they have met, and no day to come is theirs."""
    tree, own = reading.trees[clause.sentence], owner(reading, clause.sentence, near)
    words = reading.words.after_marks
    after = bool({mark_of(tree, clause.head), case_of(tree, clause.head)} & words)
    return after and own != clause.head and (days_ahead(reading, near.value) or 0) > 0


def is_of_a_person(reading: Reading, clause: Clause, near: Date) -> bool:
    """`after a call with Petit, who is expected in Oslo on May 29`: his day, whatever noun a tree gives the clause to."""
    tree, own = reading.trees[clause.sentence], owner(reading, clause.sentence, near)
    return clause.form.kind == "noun" and own >= 0 and is_clause_of_a_person(reading, tree, own, clause.head)


def is_since(reading: Reading, tree: Tree, near: Date) -> bool:
    """`estaba previsto desde enero`: when the plan was made, and not when they meet; `from March 8 to 9` is how long."""
    between = [
        reading.text[near.span.stop : date.span.start].strip() for date in reading.doc.dates if date.span.start > near.span.stop
    ]
    spans = any(word.isalpha() and len(word) <= LINK for word in between)
    return not spans and (days_ahead(reading, near.value) or 0) < 0 and is_led_by(reading, tree, near, reading.words.from_words)


def is_deadline(clause: Clause) -> bool:
    return clause.act.meeting == "deadline"
