"""Two articles about the same two countries that give one measured thing two values, whatever words they use of it.

`some 180 lorries were waiting`, `260 camiones bloqueados`; `the fine, of 4 million`, `una multa de 6 millones`: most often the
deeds differ and no name is shared.  Every number is compared with every number of its unit in another article that neither
article knows of the other; what they share adds points, each takes the one that it shares most with, and a kind of number needs
so many.  Not conflicts: what `one_thing` says is none, a later count of what goes on growing, and a tie.
"""

from __future__ import annotations

import functools
from collections.abc import Collection, Hashable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import combinations

from briefing.consolidate.accounts.assertions import side_of
from briefing.consolidate.accounts.differing import REACH, Difference
from briefing.consolidate.accounts.whose_soil import are_on_two_sides
from briefing.consolidate.clusters import candidate_pairs
from briefing.consolidate.conflicts.named import names_among
from briefing.consolidate.conflicts.rivals import united
from briefing.consolidate.conflicts.tellings import called_in
from briefing.consolidate.people import fold, persons_of
from briefing.consolidate.sentences import claim_at, countries_of, index_of
from briefing.consolidate.values import one_thing
from briefing.consolidate.values.estimates import TAKEN_BACK, printed
from briefing.consolidate.values.held import are_both_held, is_held
from briefing.consolidate.values.likely_points import (
    SAME_DEED,
    least,
    one_bearer,
    one_event,
    one_kind,
    one_owner,
    one_promise,
    one_time,
    points,
    same_countries,
    same_names,
    same_things,
)
from briefing.consolidate.values.matters import Matter, by_unit, of_people
from briefing.consolidate.values.other_values import (
    MINUTES,
    NUMBERS_APART,
    kind_of,
    number,
    one_amount,
    one_deed,
    shared_times,
    sums_of,
)
from briefing.consolidate.values.read_numbers import question_before, question_of
from briefing.consolidate.week import SentenceKey, Week
from briefing.knowledge import load_language
from briefing.model import Claim, Doc, Quantity, Sentence
from briefing.model.marks import MATTER

SHARED = frozenset({one_thing.GIVEN, "deed:bear"})
"""Classes of what each of several does with a share of its own."""
CLASS = "deed:"
"""What stands before the class of a deed."""
LIKELY_AMOUNT = "likely_amount"
"""The rule's name."""
SPELLED = 4
"""Letters with which the name of one place begins in every language."""
LONE = 12
"""Of greater numbers two articles about one matter seldom count two things."""
MARGIN = 3
"""So many more points than any other value of the article has."""
MOST = 60
"""So many numbers of one unit in articles about the same two countries are compared; of more, neighbours only."""


def likely_values(week: Week, told: Sequence[Matter]) -> Iterator[Difference]:
    """The amounts of different articles that contradict each other, each two values of one sentence once."""
    yield from joined(list(pairs_of_values(week, [matter for matter in told if matter.quantity])))


def pairs_of_values(week: Week, told: Sequence[Matter]) -> Iterator[Difference]:
    given = by_unit(told)
    done: set[frozenset[SentenceKey]] = set()
    for left, right in ((told[a], told[b]) for a, b in candidate_pairs([identity(m) for m in told], MOST)):
        pair = frozenset({left.key, right.key})
        if pair in done or not may_be_one(week, left, right):
            continue
        shared = points(left, right)
        nearer = has_nearer(week, left, right) or has_nearer(week, right, left)
        if shared >= least(left, right) + MARGIN * nearer and not has_better(week, given, left, right, shared):
            done.add(pair)
            values = {value_of(matter): [told_at(week, matter)] for matter in (left, right)}
            yield Difference((), "amount", values, LIKELY_AMOUNT, grounds(week, left, right))


def told_at(week: Week, matter: Matter) -> Claim:
    """The sentence of a number; of a bare answer with its question."""
    asked = question_of(week.docs[matter.key[0]], matter.key[1], matter.quantity) if matter.quantity else None
    claim = claim_at(week, matter.key)
    return replace(claim, evidence=asked) if asked else claim


def grounds(week: Week, left: Matter, right: Matter) -> frozenset[str]:
    """On what two numbers are taken to be of one thing and of one occasion."""
    paid = [{unit for unit in one.unit if unit.startswith("counted:")} for one in (left, right)]
    held = {
        "one_unit": True,
        "one_deed": one_deed(left, right),
        "one_bearer": one_bearer(left, right) or is_one_tax(left, right),
        "one_kind": one_kind(left, right),
        "one_state": left.states & right.states or are_both_held(left, right),
        "one_distance": tells_how_far(week, left) and tells_how_far(week, right),
        "one_rate": "/" in unit_of(left) and "/" in unit_of(right) and paid[0] & paid[1],
        "one_day": one_time(left, right),
        "one_doer": one_owner(left, right),
        "one_name": same_names(left, right),
        "two_countries": same_countries(left, right),
        "one_object": same_things(left, right) or (one_deed(left, right) and one_bearer(left, right)),
        "one_promise": one_promise(left, right),
        "one_event": one_event(left, right),
        "one_pair": is_one_pair(left, right),
        "one_scene": opening_names(week, left.key[0]) & opening_names(week, right.key[0]),
        "two_governments": left.key[0] == right.key[0],  # else it would be no pair
    }
    return frozenset((*(name for name, told in held.items() if told), *sums_told(left, right), *deeds_told(left, right)))


def deeds_told(left: Matter, right: Matter) -> Iterator[str]:
    """What was done to those who are counted, for the title: `matter:counted_kill`."""
    counted = all(one.quantity and one.quantity.kind == "number" for one in (left, right))
    shared = sorted(left.deeds & right.deeds) if counted else ()
    yield from (f"{MATTER}counted_{deed.removeprefix(CLASS)}" for deed in shared if deed.startswith(CLASS))


def open_elsewhere(week: Week, left: Matter, right: Matter) -> bool:
    """`lorries stuck in Jimbe`, `no blockade in Caripande`: of what is counted on no day, two places of which neither article
    names the other's."""
    if left.names & right.names or shared_times(left, right) or kind_of(left, right) not in {"thing", "any"}:
        return False
    if are_both_held(left, right):  # their families march elsewhere
        return False
    texts = {one.key[0]: fold(week.docs[one.key[0]].article.text) for one in (left, right)}
    pairs = ((left, right), (right, left))
    own = [{n for n in opening_names(week, one.key[0]) if n[:SPELLED] not in texts[other.key[0]]} for one, other in pairs]
    both = [opening_names(week, one.key[0]) for one in (left, right)]
    return all(both) and own == both


def opening_names(week: Week, name: str) -> frozenset[str]:
    """What an article names in its heading and its first sentence, no country and no capital: `Desaguadero`."""
    doc, found = week.docs[name], set[str]()
    people = persons_of(doc)
    first = next((n for n, sentence in enumerate(doc.sentences) if sentence.kind == "body"), 0)
    for sentence in doc.sentences[: first + 1]:
        names = names_among(doc, sentence, called_in(week, doc, sentence))
        found |= {one for one in names - people if ":" not in one and not one.isupper()}
    return frozenset(found)


def sums_told(left: Matter, right: Matter) -> Iterator[str]:
    """What sum it is, for the title: `matter:sum_loan`."""
    rows = load_language("compare", "words")["sums"] if kind_of(left, right) == "money" else ()
    yield from (f"{MATTER}sum_{rows[n][0]}" for n in sorted(sums_of(left) & sums_of(right)) if rows)


def unit_of(matter: Matter) -> str:
    return (matter.quantity.unit or "") if matter.quantity else ""


def with_whose_it_is(week: Week, found: Difference, told: Sequence[Matter]) -> Difference:
    """What one article sets side by side with the articles that have it so: `and not 20, as Ankara holds`.

    A number that is taken back is theirs, where any has it; two numbers of two who count are, where others have both.
    """
    here = {(claim.evidence.article, claim.sentence) for claims in found.values.values() for claim in claims}
    theirs = {value: others_with(week, here, value, told) for value in found.values}
    (kept, claims), (value, own) = found.values.items()
    if found.rule == TAKEN_BACK:
        return found._replace(values={kept: claims, value: theirs[value] or own})
    if all(theirs.values()):
        return found._replace(values={kept: [*claims, *theirs[kept]], value: [*own, *theirs[value]]})
    return found


def others_with(week: Week, here: Collection[SentenceKey], value: str, told: Sequence[Matter]) -> list[Claim]:
    """Who else counts so many of what some sentences name, in whatever noun where the number is no small one: `23 dancers`."""
    units = frozenset().union(*(called for key in here for called in called_in(week, *doc_and_sentence(week, key))))
    counted = [m for m in told if m.key in here]
    others = [m for m in told if m.quantity and m.key[0] not in {name for name, _ in here}]
    alike = (m for m in others if m.unit & units or any(is_so_many(m, one) for one in counted))
    return [claim_at(week, m.key) for m in alike if m.quantity and printed(m.quantity.value) == value]


def is_so_many(matter: Matter, other: Matter) -> bool:
    """Counted, beside the names and countries that the other has beside it, and too many to be as many by chance."""
    named = same_names(matter, other) and same_countries(matter, other)
    counts = matter.quantity is not None and matter.quantity.kind == "number"
    return bool(named) and counts and number(matter) > LONE


def doc_and_sentence(week: Week, key: SentenceKey) -> tuple[Doc, Sentence]:
    return week.docs[key[0]], week.docs[key[0]].sentences[key[1]]


def joined(found: Sequence[Difference]) -> Iterator[Difference]:
    """Those of the same two values that share a sentence are one, with all its sentences."""
    result: list[Difference] = []
    place: dict[Hashable, int] = {}
    for one in found:
        sides = [(frozenset(one.values), value, claim) for value, claims in one.values.items() for claim in claims]
        same = min((place[side] for side in sides if side in place), default=len(result))
        if same == len(result):
            result.append(one)
        else:
            both = united(result[same].values, one.values)
            result[same] = result[same]._replace(values=both, grounds=result[same].grounds | one.grounds)
        place |= {side: min(same, place.get(side, same)) for side in sides}
    yield from result


def may_be_one(week: Week, left: Matter, right: Matter) -> bool:
    """Nothing speaks against it, and neither article gives the other's value."""
    if is_around(week, left, right) or is_ahead_of_another(left, right) or open_elsewhere(week, left, right):
        return False
    if are_on_two_sides(week, left.key, right.key) or is_anothers_share(week, left, right):
        return False
    if left.key[0] == right.key[0]:
        return are_of_two_governments(week, left, right) and not any(veto(left, right) for veto in IN_ONE_ARTICLE)
    if any(veto(left, right) for veto in NUMBERS_APART):
        return False
    pairs = ((left, right), (right, left))
    return not any(is_value_of(q, other) for one, other in pairs for q in week.docs[one.key[0]].quantities)


def is_anothers_share(week: Week, left: Matter, right: Matter) -> bool:
    """`How many buses will Togo provide? – Four.`, `Benin will provide six buses`: what each gives is a share of its own."""
    if not SHARED & left.deeds & right.deeds:
        return False
    asked = ((country_asked(week, one), other.doers) for one, other in ((left, right), (right, left)))
    return any(country and doers and country not in doers for country, doers in asked)


def country_asked(week: Week, matter: Matter) -> str | None:
    """The one country that the question names which a bare number answers."""
    doc, sentence = doc_and_sentence(week, matter.key)
    index = index_of(sentence, matter.quantity.span) if matter.quantity else None
    question = question_before(doc, matter.key[1], index)
    named = countries_of(doc, [question.span]) if question else frozenset()
    return next(iter(named)) if len(named) == 1 else None


IN_ONE_ARTICLE = tuple(veto for veto in NUMBERS_APART if veto is not one_thing.one_article)


def are_of_two_governments(week: Week, left: Matter, right: Matter) -> bool:
    """`Armenia said that four …`, `Azerbaijan's ministry said that seven …`: one article that lets both tell it, one by one."""
    one_matter = bool(left.deeds & right.deeds) and left.mood == right.mood and bool(left.quantity and right.quantity)
    near = one_matter and 0 < abs(left.key[1] - right.key[1]) <= REACH
    mine, theirs = (side_of(*doc_and_sentence(week, one.key)) for one in (left, right)) if near else (None, None)
    return bool(mine and theirs and mine != theirs)


def is_ahead_of_another(left: Matter, right: Matter) -> bool:
    """`will have ten new wells`, `filled in six wells`: only one of them is to come, and no deed or thing of both, no time."""
    if (left.mood == "ahead") == (right.mood == "ahead"):
        return False
    held = one_bearer(left, right) or one_promise(left, right) or left.states & right.states
    return not (held or one_deed(left, right) == SAME_DEED or one_time(left, right))


def has_better(week: Week, given: Given, left: Matter, right: Matter, shared: int) -> bool:
    """Whether another value of an article has as much in common with the one of the other article: then which is meant?"""
    return any(
        number(rival) != number(one) and points(rival, other) > shared - MARGIN and not is_apart(week, rival, other)
        for one, other in ((left, right), (right, left))
        for unit in one.unit & other.unit
        for rival in given[one.key[0], unit]
        if rival.key != other.key
    )


def has_nearer(week: Week, one: Matter, other: Matter) -> bool:
    """`a cargo of 52,000 tonnes`, `a second one of 44,000`: an article with a value nearer to the other's may mean that."""
    if one.key[0] == other.key[0]:
        return False
    unit, apart = one.quantity.unit if one.quantity else None, abs(number(one) - number(other))
    values = (float(q.value) for q in week.docs[one.key[0]].quantities if q.unit == unit)
    return any(abs(value - number(other)) < apart for value in values)


def is_apart(week: Week, rival: Matter, other: Matter) -> bool:
    """Whether something but their values speaks against it, or the other article gives the value of the rival."""
    known = any(is_value_of(quantity, rival) for quantity in week.docs[other.key[0]].quantities)
    return known or is_around(week, rival, other) or any(veto(rival, other) for veto in NUMBERS_APART if veto is not one_amount)


Given = Mapping[tuple[str, str], Sequence[Matter]]
"""The numbers of each article by their unit."""


def is_around(week: Week, left: Matter, right: Matter) -> bool:
    """`14 wells within ten kilometres of the plant` against a road's length; not against `more than eight miles from it`."""
    far = [tells_how_far(week, one) for one in (left, right)]
    return (
        kind_of(left, right) == "measure" and far[0] != far[1] and any(is_placed(week, one, "around") for one in (left, right))
    )


def tells_how_far(week: Week, matter: Matter) -> bool:
    """`within two miles of`, `a más de ocho millas de`, `eight miles off`."""
    return any(is_placed(week, matter, row) for row in ("around", "before_how_far")) or is_followed(week, matter)


def is_placed(week: Week, matter: Matter, row: str) -> bool:
    """Whether the words of a row stand before the number."""
    article = week.docs[matter.key[0]].article
    before = article.text[: matter.quantity.span.start].lower().rstrip() if matter.quantity else ""
    return any(before.endswith(f" {word}") for word in load_language("compare", "words")[row][article.language])


def is_followed(week: Week, matter: Matter) -> bool:
    article = week.docs[matter.key[0]].article
    behind = article.text[matter.quantity.span.stop :].lower().lstrip() if matter.quantity else ""
    return any(behind.startswith(f"{word} ") for word in load_language("compare", "words")["behind_how_far"][article.language])


def identity(matter: Matter) -> frozenset[Hashable]:
    """What two numbers of one thing have at least one of in common: the unit, with two countries of the article or a name."""
    beside = [*combinations(sorted(matter.around | matter.countries), 2), *((name,) for name in matter.names)]
    people = of_people() if one_thing.peoples(matter) or is_held(matter) else frozenset()
    return frozenset((unit, *one) for unit in matter.unit | people for one in beside)


@functools.cache
def scales() -> Mapping[str, int]:
    """`5.2 million of the 6.4`: the words that a bare number may leave out."""
    return {word: int(scale) for word, scale in load_language("compare", "words")["borrowed_scales"].items()}


def is_value_of(quantity: Quantity, matter: Matter) -> bool:
    """`otros dos`, `two vessels`: the same number of the same, or of what is not said; `of the 6.4 that it will cost`; a great
    number of what may be another word for the same: `700,000 books`, `the first 700,000 copies`."""
    unit, value = matter.quantity.unit if matter.quantity else None, float(matter.quantity.value) if matter.quantity else 0.0
    bare = quantity.unit is None and quantity.from_value is None  # `cut its consulates from 9 to five`: five consulates
    if bare or quantity.unit in scales():
        scaled = bool(quantity.value) and round(value / quantity.value) in scales().values()
        return float(quantity.value) == value or scaled
    counted = matter.quantity is not None and quantity.kind == matter.quantity.kind == "number" and value > LONE
    told = {float(number) for number in (quantity.value, quantity.from_value) if number is not None}
    return value in told and (counted or quantity.unit == unit)


def value_of(matter: Matter) -> str:
    unit = matter.quantity.unit if matter.quantity else None
    return printed(matter.quantity.value if matter.quantity else 0) + (f" {unit}" if unit in MINUTES else "")


# ------------------------------------------------------------------ what speaks for one thing


def is_one_tax(left: Matter, right: Matter) -> bool:
    """`un arancel de 12 por ciento a los vinos`, `wines will pay a 15 percent duty`: a share by two names, of one thing."""
    taxed = kind_of(left, right) == "share" and sums_of(left) & sums_of(right)
    return bool(taxed and shared_times(left, right)) and one_thing.shared_things(left, right) > 0


def is_one_pair(left: Matter, right: Matter) -> bool:
    """Of who is held, by one of two countries and of the other: all that the sentences name are those that both articles are
    about."""
    both = left.around & right.around
    named = left.owners | left.countries | right.owners | right.countries
    return are_both_held(left, right) and len(both) >= 2 and named <= both and kind_of(left, right) == "thing"


__all__ = ["LIKELY_AMOUNT", "likely_values", "with_whose_it_is"]
