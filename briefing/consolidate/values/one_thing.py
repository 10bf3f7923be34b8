"""What speaks against two numbers, or two days, being of one thing."""

from __future__ import annotations

from briefing.consolidate.conflicts.surroundings import PLEDGED
from briefing.consolidate.dating import days
from briefing.consolidate.values.borne import parts_of
from briefing.consolidate.values.governors import PRICED
from briefing.consolidate.values.held import are_both_held, are_held_of_one_people, nationals
from briefing.consolidate.values.matters import Matter, of_people, vague_names
from briefing.consolidate.values.valued import LESSEN, RISE
from briefing.edtf import bounds, intersects

NEAREST = 1.6
"""How many times the smaller value the greater one may be, where nothing but the thing and the countries is shared."""
MOST_NAMES = 2
"""So many names in common count: whoever speaks of two numbers has both names in two sentences."""
LONG = 62
"""A period of more days than these is no finer or coarser date of one deed."""
GIVEN, TAKEN, SOLD = "deed:give", "deed:receive", "deed:sell"
"""Classes of deeds that are told from two sides."""
TRAVELS = "deed:travel"
"""The class of deeds of who goes to a place."""
COMING = frozenset({TRAVELS, "deed:meet", "deed:sign"})
"""Classes of deeds that are told of any of those who take part."""
OWED = frozenset({"deed:owe", "concept:debt"})
"""What is owed, told by a verb or a noun."""
AGREED = "deed:fix"
"""The class of what is agreed and of what is set."""
SETTING = frozenset({AGREED, "deed:impose", PRICED, RISE, LESSEN})
"""Classes of deeds by which a price is no longer what it was."""
ASKING = "deed:ask"
"""The class of deeds of who asks."""
WISHED = "asked"
"""How what is proposed, offered or demanded stands."""
TERMS = frozenset({"day", "week", "month", "year"})
"""Units of what lasts long."""
CODE = 2
"""Letters of the code of a country."""


def one_article(left: Matter, right: Matter) -> bool:
    return left.key[0] == right.key[0] or bool(left.quantity) != bool(right.quantity)


def other_unit(left: Matter, right: Matter) -> bool:
    pairs = ((left, right), (right, left))
    people = any(is_of_people(*pair) for pair in pairs) or are_held_of_one_people(left, right)
    other = not left.unit & right.unit or is_of_a_kind(left, right)
    return bool(left.quantity) and other and not people


def is_of_a_kind(left: Matter, right: Matter) -> bool:
    """`12 agreements`, `three defence agreements`: one word in both, by which the termbase knows two things."""
    one, other = ({unit for unit in matter.unit if unit.startswith(CONCEPT)} for matter in (left, right))
    words = any("~" in unit for unit in left.unit & right.unit)
    return bool(one and other) and not one & other and words


CONCEPT = "concept:"
"""How a unit begins that is a concept of the termbase."""


def is_of_people(left: Matter, right: Matter) -> bool:
    """`31,000 Haitians`, `27,000 people … from Haiti`: more of a people than there are people at all; `31 Haitians`, `its 40
    nationals`."""
    if left.quantity is None or right.quantity is None or not right.unit & of_people():
        return False
    if right.unit & nationals():
        return bool(peoples(left) & ((right.owners | right.beside) or right.around))
    return bool(peoples(left) & right.countries) and left.quantity.value > right.quantity.value


def peoples(matter: Matter) -> frozenset[str]:
    return frozenset(name for name in matter.unit if len(name) == CODE and name.isupper())


def is_converse(left: Matter, right: Matter) -> bool:
    """`sells 80 megawatts`, `buys 60 megawatts`; not where a verb or class is the same, but for a price: `sells at 90`, `pays
    80`."""
    priced = any(PRICED in one.deeds and SOLD in other.deeds for one, other in ((left, right), (right, left)))
    if priced and left.quantity and left.quantity.kind == "currency":
        return True
    if any(not deed.startswith("act:") for deed in left.deeds & right.deeds - {AGREED}):
        return False  # but `earned 3 million`, `paid 2 million`: both may be fixed
    return any(GIVEN in one.deeds and TAKEN in other.deeds for one, other in ((left, right), (right, left)))


def other_things(left: Matter, right: Matter) -> bool:
    """What begins on a day, or is measured, is not the same; `the plan`, `the service` may be what was just told of."""
    if left.quantity or not left.core or not right.core or left.core & right.core:
        return False
    named = len(left.names & right.names) >= MOST_NAMES
    if named and (COMING & left.deeds & right.deeds or not (is_known(left.core) and is_known(right.core))):
        return False  # `Weber will visit Riga`, `Riga expects Weber`; a word that no dictionary joins to another's
    both_in_both = left.core & right.said and right.core & left.said  # `checks on trains until May 1`, `the checks … of trains`
    return not both_in_both and not (left.core | right.core) & vague_names()


def shared_things(left: Matter, right: Matter) -> int:
    return min(sum(bool(word & other.said) for word in one.things) for one, other in ((left, right), (right, left)))


def others_do_it(left: Matter, right: Matter) -> bool:
    """Each has a country of its own, or another doer, or it is of another country's."""
    own = bool(left.beside - right.countries and right.beside - left.countries)
    own = own and not (left.quantity and (left.times & right.times))  # `waiting on the Polish side on Tuesday`, `Czech lorries`
    if is_converse(left, right):
        apart = bool(left.beside and right.beside and not left.beside & right.beside)
        return own or apart or bool(left.doers & right.doers)  # `exports to Benin`, `importa de Togo`
    pairs = ((left.doers, right.doers), (left.owners, right.owners))
    smaller, greater = sorted((left, right), key=lambda one: one.quantity.value if one.quantity else 0)
    counted = left.quantity is not None and left.quantity.kind == "number"
    if counted and smaller.owners and not greater.owners and is_share(smaller, greater):
        return True
    return own or any(a and b and not a & b for a, b in pairs)


def is_share(smaller: Matter, greater: Matter) -> bool:
    """`60 boats`, `35 Turkish boats`: of one country's among all that are counted; not of who is held: `held in Oman`."""
    return far_apart(smaller, greater) or not (smaller.owners & greater.countries or are_both_held(smaller, greater))


def of_other_things(left: Matter, right: Matter) -> bool:
    """What is measured has a thing of its own on each side: `a contract of wheat`, `a contract of maize`."""
    if left.quantity is None or (left.quantity.kind == "number" and left.quantity.unit not in TERMS):
        return False
    lacking = [
        [word for word in one.own if not word & (other.said | other.core | other.deeds | other.unit)]
        for one, other in ((left, right), (right, left))
    ]
    return all(lacking) and any(is_known(word) for words in lacking for word in words)


def of_another_price(left: Matter, right: Matter) -> bool:
    """`pays 20 million for the aircraft`, `the upkeep of the aircraft costs 9 million`."""
    if left.quantity is None or left.quantity.kind != "currency":
        return False
    pairs = ((left, right), (right, left))
    if all(OWED & (one.borne | one.core | one.deeds | one.subjects) for one in (left, right)):
        return False  # `until it pays a debt of 60 million`, `the debt comes to 70 million`
    priced = [
        (one.subjects, other.said | other.core | other.deeds | other.works) for one, other in pairs if PRICED in one.deeds
    ]
    return any(is_known(things) and not things & (said | vague_names()) for things, said in priced)


def far_apart(left: Matter, right: Matter) -> bool:
    small, great = sorted(abs(float(raw(m))) for m in (left, right))  # type: ignore[arg-type]
    return small == 0 or great > NEAREST * small


def is_known(word: frozenset[str]) -> bool:
    return any("~" in name or name.startswith("concept:") for name in word)


def elsewhere(left: Matter, right: Matter) -> bool:
    """Each names places or people of its own beside the number or day, and nobody or nothing named has it in both."""
    flows = left.quantity is not None and left.quantity.kind == "measure" and left.doers == right.doers != frozenset()
    if flows and left.deeds & right.deeds and any(a & b for a in left.own for b in right.own):
        return False  # `pass the water on to one reservoir`, `deliver the water of one river`
    if is_of_one_day(left, right):
        return False
    return not left.core & right.names and bool(left.near and right.near and not left.near & right.near)


def is_of_one_day(left: Matter, right: Matter) -> bool:
    """`a raid with Chad on the lake on Sunday netted 90 litres of oil`, `in the joint raid of Sunday off Bol 50 litres of oil
    were seized`: what is measured has one kind and one day, and the two countries and another thing beside it are the same."""
    measured = left.quantity is not None and left.quantity.kind == "measure"
    alike = bool(left.kinds & right.kinds and left.days & right.days)
    beside = any(not word & left.kinds and word & right.said for word in left.things)
    return measured and alike and beside and len(left.countries & right.countries) >= 2


def others_want_it(left: Matter, right: Matter) -> bool:
    """`Zambia wants 45 dollars`, `Namibia offers 30`."""
    return bool(left.wanting and right.wanting and not left.wanting & right.wanting)


def of_others(left: Matter, right: Matter) -> bool:
    """Of a day: `another trawler`, `a third guard`, `18 fishermen on Monday, 12 on Friday`; of a number: `a first ferry`."""
    apart = bool(left.numbers and right.numbers and not left.numbers & right.numbers)
    one_more = any(one.nth - other.ordinals for one, other in ((left, right), (right, left)))
    return one_more or (not left.quantity and (left.of_others or right.of_others or apart))


def proposed_and_so(left: Matter, right: Matter) -> bool:
    """`had asked for 260 dollars`, `will pay 210 dollars`; `was expected to grow 4 percent`, `grew 2 percent`."""
    expected = any(
        one.forecast and not other.forecast and other.mood == "done" for one, other in ((left, right), (right, left))
    )
    # `asked it to free the 41 who have been held since the 15th`, `38 who were detained on the 15th`: so many are held
    one_day = left.days & right.days or left.times & right.times
    held = not expected and bool(left.deeds & right.deeds and one_day) and is_counted(left)
    held = held or are_both_held(left, right)
    return bool(left.quantity) and not held and (left.proposed != right.proposed or expected)


def required_and_pledged(left: Matter, right: Matter) -> bool:
    """`will not let it land unless the list is handed over 72 hours ahead`, `pledged to hand it over 48 hours ahead`: a
    condition of one and a promise of the other; so many fishermen as are to be freed, or will be, are there."""
    pairs = ((left, right), (right, left))
    pledged = any(one.condition and not other.condition and PLEDGED in other.deeds | other.told for one, other in pairs)
    return pledged and bool(left.quantity) and not (is_counted(left) and is_counted(right))


def is_counted(matter: Matter) -> bool:
    return matter.quantity is not None and matter.quantity.kind == "number"


def set_anew(left: Matter, right: Matter) -> bool:
    """`raised the toll to 20 crowns`, days later `the toll will be set at 14 crowns from March 16`."""
    first, second = sorted((left, right), key=lambda matter: matter.published or "")
    published = bounds(second.published)[1] if second.published else None
    if not second.quantity or published is None or first.published == second.published or not second.deeds & SETTING:
        return False
    if second.deeds & SETTING == {AGREED} and is_one_promise(left, right):
        return False
    starts = [bounds(day)[0] for day in second.days | second.periods]
    known = (first.days | first.periods) & (second.days | second.periods)  # `to double it by 2031`, `to treble it by 2031`
    return any(start and start > published for start in starts) and not known


def is_one_promise(left: Matter, right: Matter) -> bool:
    """`agreed to release 10 million by June 30`, `se comprometió a liberar 15 millones antes de fin de mes`."""
    deeds, (mine, theirs) = left.deeds & right.deeds, (one.days | one.periods for one in (left, right))
    promised = any(deed.startswith("deed:") for deed in deeds - {PLEDGED, AGREED, GIVEN})
    return PLEDGED in deeds and promised and any(intersects(a, b) for a in mine for b in theirs)


def of_another_time(left: Matter, right: Matter) -> bool:
    """Days or periods that do not touch; a period that only one tells beside a day of the other, or of another deed."""
    if not left.quantity:
        return False
    mine, theirs = (one.days | one.periods for one in (left, right))
    if mine and theirs:
        longer = bool(left.periods) != bool(right.periods) and any(days(p) > LONG for p in left.periods | right.periods)
        return longer or not any(intersects(a, b) for a in mine for b in theirs)
    return bool(left.periods or right.periods) and not (left.deeds & right.deeds or are_both_held(left, right))


def at_another_pace(left: Matter, right: Matter) -> bool:
    """`a quota of 900 tonnes a month`, `900 tonnes`."""
    return left.paces != right.paces


def of_another_standing(left: Matter, right: Matter) -> bool:
    """What is allowed, asked for or planned is not what is so, nor are what two speakers ask for one thing."""
    if left.standings or right.standings:
        asked = WISHED in left.standings & right.standings
        one_side = left.names & right.names or left.doers & right.doers
        return not left.standings & right.standings or (asked and not one_side)
    return False


def asked_by_others(left: Matter, right: Matter) -> bool:
    """Both are asked for, and each sentence names people of its own; not where one country does the asking."""
    apart = bool(left.names and right.names and not left.names & right.names)
    asking = ASKING in left.deeds & right.deeds and left.doers & right.doers  # `Rabat is asking for 8 million, said X`
    return WISHED in left.standings & right.standings and apart and not asking


def in_another_state(left: Matter, right: Matter) -> bool:
    """`700 tonnes are stranded`, `exported 900 tonnes`."""
    return bool(left.states and right.states and not left.states & right.states)


def of_another_scope(left: Matter, right: Matter) -> bool:
    """`80,000 workers, counting public housing`, `70,000 workers`; a share of a month beside one of no time."""
    percent = left.quantity is not None and left.quantity.kind == "percent"
    untimed = percent and any(one.periods and not other.periods | other.days for one, other in ((left, right), (right, left)))
    return left.scoped != right.scoped or untimed


def of_a_firm(left: Matter, right: Matter) -> bool:
    """`Nordfjord Ltd, which brought in 110,000 tonnes`, `Sweden imported 200,000 tonnes`."""
    pairs = ((left, right), (right, left))
    return bool(left.quantity) and any(one.firms and not one.doers and other.doers and not other.firms for one, other in pairs)


def for_a_purpose(left: Matter, right: Matter) -> bool:
    """`needs 70,000 workers for the works of the airport`, `80,000 for the roads`."""
    return bool(left.purposes and right.purposes) and not left.purposes & right.purposes


def of_a_part(left: Matter, right: Matter) -> bool:
    """`the first stage will cost 90 million`, `the road will cost 120 million`."""
    return bool(left.quantity) and left.borne & parts_of() != right.borne & parts_of()


def of_another_land(left: Matter, right: Matter) -> bool:
    """`the floods cost Latvia 30 million`, `cost Lithuania 36 million`."""
    paid = left.quantity is not None and left.quantity.kind == "currency"
    return bool(paid and left.beside and right.beside and not left.beside & right.beside)


def of_other_subjects(left: Matter, right: Matter) -> bool:
    """`trade fell 16 percent`, `exports fell 11 percent`."""
    if left.quantity is None or left.quantity.unit != "percent":
        return False
    named = [{name for name in one.subjects if name.startswith("concept:")} for one in (left, right)]
    return all(named) and not left.subjects & right.subjects


def raw(matter: Matter) -> object:
    return matter.day or float(matter.quantity.value if matter.quantity else 0)
