"""Sides of a meeting that another clause of its sentence names: the one above it, that of a relative, its teller."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.extract.reading import Reading, codes_of, governments_of, mention_at, mentions_in
from briefing.extract.sentence.clauses import Clause
from briefing.extract.sentence.named_subjects import Subject, person_before
from briefing.extract.sentence.subjects import find_subject
from briefing.extract.sentence.trees import Tree, ancestors, case_of, children, finite_of, is_passive, is_relation


def asked_through_relative(reading: Reading, tree: Tree, verb: int) -> list[str]:
    """`recibirá a Pappas, con quien habló el viernes`: whom the relative stands for, and who does the verb above."""
    met = [c for c in children(tree, verb, "obl", "iobj") if case_of(tree, c) in reading.words.with_cases]
    if not any(tree.tokens[c].form.lower() in reading.words.relatives for c in met) or tree.tokens[verb].head < 0:
        return []
    before = person_before(reading, tree, met[0])
    doer = None if is_named_subject(reading, tree, verb) else main_verb_subject(reading, tree, verb)
    return [*(before.actors if before else ()), *(doer.actors if doer else ())]


def is_named_subject(reading: Reading, tree: Tree, verb: int) -> bool:
    """Not `with whom he will meet`: who does the verb above, as where nothing stands for him."""
    return any(not reading.words.gender_of(tree.tokens[c].form.lower()) for c in children(tree, verb, "nsubj"))


def visited_through_relative(reading: Reading, tree: Tree, verb: int) -> list[str]:
    """`habló con Petit, a quien visitará el 20`, `spoke with Petit, whom she will receive`: he, and who does the verb above."""
    met = [c for c in children(tree, verb, "obj", "iobj", "obl") if tree.tokens[c].form.lower() in reading.words.relatives]
    met = [c for c in met if case_of(tree, c) in {"", *reading.words.object_cases}]
    before = person_before(reading, tree, met[0]) if met else None
    doer = None if before is None or is_named_subject(reading, tree, verb) else main_verb_subject(reading, tree, verb)
    return [*before.actors, *doer.actors] if before and doer else []


def received_where(reading: Reading, tree: Tree, verb: int) -> list[str]:
    """`llegó a Quito, donde fue recibida por el presidente`, `donde verá a Petit y será recibida por él`: who arrived there."""
    first = tree.tokens[verb].head if is_relation(tree.tokens[verb], "conj") else verb
    bare = not children(tree, verb, "nsubj") and not children(tree, first, "nsubj")
    received = is_passive(tree, verb) and bare and is_told_there(reading, tree, first)
    doer = main_verb_subject(reading, tree, tree.tokens[first].head) if received else None
    return list(doer.actors) if doer else []


def is_told_there(reading: Reading, tree: Tree, verb: int) -> bool:
    """A relative of place: `…, where she was received`."""
    beside = children(tree, verb, "obl", "advmod", "mark") if is_relation(tree.tokens[verb], "acl") else ()
    return any(tree.tokens[c].form.lower() in reading.words.wheres for c in beside)


def owners_above(reading: Reading, tree: Tree, clause: Clause) -> list[str]:
    """`Chile and Peru said … after a meeting between their ministers`: those of the two whom the clause above is told of.

    Or `al término de la reunión de su Comisión`.
    """
    below = [i for c in children(tree, clause.head, "nmod") for i in (c, *children(tree, c, "det", "nmod"))]
    between = any(case_of(tree, i) in reading.words.between_cases for i in below)
    between = between or any(tree.tokens[i].lemma.lower() in reading.words.meeting_bodies for i in below)
    owned = any(tree.tokens[i].form.lower() in reading.words.possessives for i in below)
    if clause.form.kind != "noun" or not between or not owned:
        return []
    above = (i for i in ancestors(tree, clause.head) if finite_of(tree, i).feat("VerbForm") == "Fin")
    doers = (doer.actors for i in above if (doer := find_subject(reading, tree, i)))
    pairs = (actors for actors in doers if len({code for actor in actors for code in codes_of(reading, actor)}) == 2)
    return list(next(pairs, ()))


def main_verb_subject(reading: Reading, tree: Tree, verb: int) -> Subject | None:
    above = next((i for i in ancestors(tree, verb) if finite_of(tree, i).feat("VerbForm") == "Fin"), None)
    return find_subject(reading, tree, above) if above is not None else None


def country_of_teller(reading: Reading, tree: Tree, head: int, found: Sequence[str]) -> list[str]:
    """`Minister Malik said that the next talks with Afghanistan will be …`: the other side is his own country."""
    with_them = [c for c in children(tree, head, "nmod", "obl") if case_of(tree, c) in reading.words.with_cases]
    if not with_them:
        return []
    for index in ancestors(tree, head):
        if is_relation(tree.tokens[index], "ccomp") or index == head:
            continue
        teller = find_subject(reading, tree, index)
        codes = {code for actor in teller.actors for code in governments_of(reading, actor)} if teller else set()
        others = {code for actor in found for code in codes_of(reading, actor)}
        if len(codes) == 1 and not codes & others:
            return [code for code in codes if code in reading.doc.actors]
    return []


def only_other_person(reading: Reading, tree: Tree, head: int, found: Sequence[str]) -> list[str]:
    """`Durante una llamada, A rechazó la propuesta de B`: the one other person of another country that the sentence names."""
    people = {
        a: reading.doc.actors[a].country for a in found if a in reading.doc.actors and reading.doc.actors[a].kind == "person"
    }
    if len(people) != 1 or (is_passive(tree, head) and is_told_there(reading, tree, head)):
        return []  # `where she was received by A and spoke with B`: not B
    if is_relation(tree.tokens[head], "conj") and meets_an_office(reading, tree, head):
        return []  # `I met B on Monday and will see the premier on Friday`: not B
    named = {m.actor for m in mentions_in(reading, tree.sentence.span)}
    others = sorted(
        a
        for a in named
        if (actor := reading.doc.actors.get(a))
        and actor.kind == "person"
        and actor.official
        and actor.country not in people.values()
        and not is_told_of_another(reading, tree, head, a, found)
    )
    return others if len(others) == 1 else []


def meets_an_office(reading: Reading, tree: Tree, verb: int) -> bool:
    """`will see the Prime Minister`: whom the verb has as its own, by his office alone."""
    met = [c for c in children(tree, verb, "obj", "obl") if case_of(tree, c) in {"", *reading.words.with_cases}]
    offices = reading.words.officials | reading.words.holders
    return any(tree.tokens[c].lemma.lower() in offices and mention_at(reading, tree.tokens[c].span) is None for c in met)


def is_told_of_another(reading: Reading, tree: Tree, head: int, actor: str, found: Sequence[str]) -> bool:
    """`Mora announced that the envoy will go to Quito, where he is to meet Petit`: nobody names him, and not Mora."""
    spans = [m.span for m in mentions_in(reading, tree.sentence.span) if m.actor == actor]
    chain = list(ancestors(tree, head))
    subjects = [(i, c) for i in chain for c in children(tree, i, "nsubj")]
    own = next((at for at, (_, c) in enumerate(subjects) if any(s.contains(tree.tokens[c].span) for s in spans)), None)
    between = [c for _, c in subjects[:own]] if own else []
    people = reading.words.holders | reading.words.diplomats  # not `the proposal was sent to Petit in a call`
    return any(tree.tokens[c].lemma.lower() in people and not is_one_of(reading, tree, c, found) for c in between)


def is_one_of(reading: Reading, tree: Tree, index: int, found: Sequence[str]) -> bool:
    mention = mention_at(reading, tree.tokens[index].span)
    return mention is not None and mention.actor in found
