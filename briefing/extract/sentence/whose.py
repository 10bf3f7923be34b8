"""Whose a body or the teams are that will meet, where their own sentence names nobody: `The joint committee will meet in Lima`.

They are of the two governments of the article: of the only two countries that it has named, or of the two of a sentence just
before.  A body is taken for theirs where a word says that it is one of several (`joint`, `binacional`), where the two have
agreed that it meets, or where it points back to one of that kind; teams and delegations where nothing says whose they are.
"""

from __future__ import annotations

import dataclasses
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence, Set

from briefing.extract.positions.together import pair_before
from briefing.extract.reading import Reading, codes_of, is_country, mentions_in
from briefing.extract.sentence.trees import Tree, ancestors, children, finite_of, is_relation, is_verbal, span_of, subtree
from briefing.model import Claim, Event, MeetingKind
from briefing.model.marks import SIDES_OF_A_BODY, SIDES_OFFICES
from briefing.model.meeting_kinds import FACE_TO_FACE

KINDS: frozenset[MeetingKind] = FACE_TO_FACE | {"session"}
"""Kinds that may be a body's: `the next meeting of the committee`, its session."""
ONE_BEHIND = 1
"""Sentences behind that may name the second of the two: further on a country may be of another matter."""
NEAR = 3
"""How many sentences back the two may stand, where the article has named a third."""


def with_whose(reading: Reading, claims: Sequence[Claim]) -> list[Claim]:
    """Meetings of which nobody is known, with the two governments whose body or teams they are of."""
    told = [of_the_two(reading, c, claims) if isinstance(c, Event) and is_unsided(c) else c for c in claims]
    return [of_a_body(reading, c) if isinstance(c, Event) else c for c in told]


def of_a_body(reading: Reading, event: Event) -> Event:
    """`Both ministers stressed the importance of the next meeting of the joint committee`: its own, and not theirs."""
    tree, words = reading.trees[event.sentence], reading.words
    if event.meeting not in KINDS or event.people or SIDES_OFFICES not in event.rules or SIDES_OF_A_BODY in event.rules:
        return event
    bodies = [i for i, t in enumerate(tree.tokens) if t.lemma.lower() in words.meeting_bodies and is_relation(t, "nmod")]
    theirs = any(tree.tokens[tree.tokens[i].head].lemma.lower() in words.named_as_meeting for i in bodies)
    return dataclasses.replace(event, rules=(*event.rules, SIDES_OF_A_BODY)) if theirs else event


def is_unsided(event: Event) -> bool:
    return event.meeting in KINDS and len(event.actors) < 2 and not event.people


def of_the_two(reading: Reading, event: Event, claims: Sequence[Claim]) -> Event:
    tree, number = reading.trees[event.sentence], event.sentence
    theirs = [i for i in range(len(tree.tokens)) if meets(tree, i) and is_of_both(reading, number, i)]
    sure = len(theirs) == 1 and not reading.is_scrambled
    pair = (the_two(reading, number) or who_met(reading, number, claims)) if sure else frozenset()
    if not pair or not {*event.actors, *named_in(reading, number)} <= pair:
        return event
    body = reading.trees[number].tokens[theirs[0]].lemma.lower() in reading.words.meeting_bodies
    rules = (
        *event.rules,
        *(() if SIDES_OFFICES in event.rules else (SIDES_OFFICES,)),
        "sides:of_both",
        *(SIDES_OF_A_BODY,) * body,
    )
    return dataclasses.replace(event, actors=tuple(sorted(pair)), rules=rules)


def meets(tree: Tree, index: int) -> bool:
    """Who does something, or whose meeting it is: `the session of the joint committee`."""
    token = tree.tokens[index]
    made = is_relation(token, "obj") and bool(children(tree, index, "acl"))  # `agreed to set up a committee that will meet`
    return token.upos in {"NOUN", "PROPN"} and (made or is_relation(token, "nsubj", "nmod", "obl", "root", "appos"))


def is_of_both(reading: Reading, number: int, index: int) -> bool:
    tree, words = reading.trees[number], reading.words
    lemma = tree.tokens[index].lemma.lower()
    if any(not m.place for m in mentions_in(reading, span_of(tree, index, ("acl", "appos", "advcl")))):
        return False  # `the joint committee of the African Union`
    if any(tree.tokens[c].feat("Poss") == "Yes" and tree.tokens[c].feat("Gender") == "Neut" for c in children(tree, index)):
        return False  # `The bloc will convene its joint committee`
    if lemma in words.meeting_bodies:
        shared = is_joint(reading, tree, index) or was_agreed(reading, tree, index) or tells_of_both(reading, tree, index)
        return shared or is_joint_before(reading, number, index)
    several = tree.tokens[index].feat("Number") == "Plur" and is_relation(tree.tokens[index], "nsubj")
    alone = is_definite_alone(tree, index) or is_technical(reading, tree, index) or tells_of_both(reading, tree, index)
    # `the two ministers`: of two people, whom a sentence before names or leaves open
    teams = words.staff | (words.sides - words.holders - words.governments)
    heads = lemma in words.officials | words.holders and names_both(reading, tree, subtree(tree, index))
    return several and (heads or (lemma in teams and alone)) and not is_body_named(reading, number)


def is_body_named(reading: Reading, number: int) -> bool:
    """`The Andean Community asked Peru and Chile to talk. Both delegations will meet`: one may be the body's."""
    before = frozenset[str]().union(*(named_in(reading, n) for n in range(number + 1) if reading.is_body(n)))
    return any(not is_country(reading, code) for code in before)


def is_joint(reading: Reading, tree: Tree, index: int) -> bool:
    """`la comisión binacional de minería`, `the Joint Working Group`; a ministerial one may be of many."""
    beside = {tree.tokens[i].lemma.lower() for i in subtree(tree, index, ("acl", "advcl", "appos"))}
    return bool(beside & reading.words.several_sided)


def was_agreed(reading: Reading, tree: Tree, index: int) -> bool:
    """`Los dos acordaron que el comité se reúna`, `agreed to set up a group`: in what several, and no cabinet, agreed on."""
    for verb in ancestors(tree, index):
        acts = reading.acts.get(tree.tokens[verb].lemma.lower(), ())
        stances = {act.stance for act, _ in acts}
        both = (
            is_of_several(tree, verb) if "agrees" in stances else "announces" in stances and is_of_the_two(reading, tree, verb)
        )
        if verb < index and both:
            return True
    return False


def is_of_the_two(reading: Reading, tree: Tree, verb: int) -> bool:
    """`los dos gobiernos anunciaron que el grupo se reunirá`, `both countries said`: it is theirs."""
    subjects = [i for i in children(tree, verb, "nsubj") if tree.tokens[i].lemma.lower() in reading.words.governments]
    beside = {tree.tokens[c].form.lower() for i in subjects for c in subtree(tree, i, ("acl", "appos"))}
    return bool(beside & reading.words.those_before)


def is_of_several(tree: Tree, verb: int) -> bool:
    subjects = children(tree, verb, "nsubj")
    plural = any(tree.tokens[i].feat("Number") == "Plur" or children(tree, i, "conj", "nummod") for i in subjects)
    return plural or finite_of(tree, verb).feat("Number") == "Plur"


def tells_of_both(reading: Reading, tree: Tree, index: int) -> bool:
    """`experts from both authorities`, `la mesa se reunirá con las policías de los dos países`: beside who meets."""
    verb = next((i for i in ancestors(tree, index) if is_verbal(tree.tokens[i])), index)
    return names_both(reading, tree, {*subtree(tree, index), *subtree(tree, verb, ("acl", "advcl", "ccomp", "conj"))})


def names_both(reading: Reading, tree: Tree, near: Iterable[int]) -> bool:
    """`of the two armies`, `de ambas agencias`."""
    words = reading.words
    known = words.governments | words.sides | words.officials | words.agencies
    nouns = [i for i in near if tree.tokens[i].lemma.lower() in known]
    pairs = ((i, c) for i in nouns for c in children(tree, i, "det", "nummod"))  # `los dos`, of which a tree makes one word
    beside = ({tree.tokens[x].form.lower() for x in (c, *children(tree, c, "nummod"))} for _, c in pairs)
    return any(found & words.those_before for found in beside)


def is_joint_before(reading: Reading, number: int, index: int) -> bool:
    """`La mesa se reunirá`, `that committee`: of a joint one told before, or one that the two agreed on."""
    tree = reading.trees[number]
    before = [tree.tokens[c] for c in children(tree, index, "det")]
    determined = any(t.feat("Definite") == "Def" or t.feat("PronType") == "Dem" for t in before)
    same = same_nouns(reading, number, tree.tokens[index].lemma.lower())
    return determined and any(is_joint(reading, earlier, i) or was_agreed(reading, earlier, i) for earlier, i in same)


def same_nouns(reading: Reading, number: int, lemma: str) -> Iterator[tuple[Tree, int]]:
    for earlier in (n for n in range(number) if reading.is_body(n)):
        tree = reading.trees[earlier]
        yield from ((tree, i) for i, token in enumerate(tree.tokens) if token.lemma.lower() == lemma)


def is_definite_alone(tree: Tree, index: int) -> bool:
    """`Las delegaciones técnicas`, `the teams`: not `the teams of the two utilities`, not `some experts`."""
    definite = any(tree.tokens[c].feat("Definite") == "Def" for c in children(tree, index, "det"))
    return definite and not children(tree, index, "nmod", "acl", "conj", "nummod", "appos")


def is_technical(reading: Reading, tree: Tree, index: int) -> bool:
    """`Technical teams will meet`, `Equipos técnicos de trabajo`: without an article, and of nobody else."""
    beside = {tree.tokens[c].lemma.lower() for c in children(tree, index, "amod")}
    return bool(beside & reading.words.staff) and not children(tree, index, "det", "nmod", "nummod", "acl", "conj", "appos")


def the_two(reading: Reading, number: int) -> frozenset[str]:
    """The only two countries that the article has named by then or right behind, not as places; else those just before."""
    for last in (number + 1, min(number + 1 + ONE_BEHIND, len(reading.trees))):
        named = (named_in(reading, n) - gone_to(reading, n) for n in range(last) if reading.is_body(n))
        countries = frozenset(code for code in {*reading.doc.issuers}.union(*named) if is_country(reading, code))
        if len(countries) >= 2:
            break
    if len(countries) == 2:
        return countries
    near = {code for actor in pair_before(reading, number, NEAR) for code in codes_of(reading, actor)}
    pair = near.difference(*(gone_to(reading, n) for n in range(number)))
    known = len(pair) == 2 and all(is_country(reading, code) for code in pair) and is_main_pair(reading, pair)
    return frozenset(pair) if known else frozenset()


def is_main_pair(reading: Reading, pair: Set[str]) -> bool:
    """`Ghana may buy its power from Togo.  The joint committee will meet`, of Benin and Ghana: no third is named as often."""
    named = Counter(code for n in range(len(reading.trees)) if reading.is_body(n) for code in named_in(reading, n))
    others = [count for code, count in named.items() if code not in pair and is_country(reading, code)]
    return min(named[code] for code in pair) > max(others, default=0)


def who_met(reading: Reading, number: int, claims: Sequence[Claim]) -> frozenset[str]:
    """The two countries of all meetings of two that the article has told by then."""
    before = [c for c in claims if isinstance(c, Event) and c.meeting and c.sentence < number and len({*c.actors}) >= 2]
    pairs = {frozenset(event.actors) - gone_to(reading, event.sentence) for event in before}
    pair = next(iter(pairs)) if len(pairs) == 1 else frozenset()
    known = len(pair) == 2 and all(is_country(reading, code) for code in pair) and not are_hosts(reading, pair)
    return pair if known else frozenset()


def are_hosts(reading: Reading, pair: Set[str]) -> bool:
    """`Togo hosted the talks and Benin attended.  The committee will meet`: two others are named more often than both."""
    named = Counter(code for n in range(len(reading.trees)) if reading.is_body(n) for code in named_in(reading, n))
    others = [code for code in named if code not in pair and is_country(reading, code)]
    return sum(named[code] > max(named[ours] for ours in pair) for code in others) >= 2


def gone_to(reading: Reading, number: int) -> frozenset[str]:
    """`The vice-president will visit Malta on the 4th`: where somebody goes on another errand is no side of a body."""
    tree, going = reading.trees[number], reading.words.going
    ends = [i for i, t in enumerate(tree.tokens) if is_relation(t, "obj") and tree.tokens[t.head].lemma.lower() in going]
    met = (m for i in ends for m in mentions_in(reading, tree.tokens[i].span))
    return frozenset(code for m in met for code in codes_of(reading, m.actor))


def named_in(reading: Reading, number: int) -> frozenset[str]:
    named = mentions_in(reading, reading.trees[number].sentence.span)
    return frozenset(code for m in named if not m.place for code in codes_of(reading, m.actor))


__all__ = ["with_whose"]
