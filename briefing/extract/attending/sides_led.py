"""Who leads each side of the meeting just told: a sentence of one verb, in which everybody named is one of them.

`Ruiz will lead the Chilean side and Lund the Norwegian one`, `Lo presidirán Ana Ruiz, por Chile, y Per Lund, por Noruega`: what
a name hangs on in such a list a parser often misses, and each has the verb of the first.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from briefing.extract.attending.all_attend import in_the_place_of, is_owner
from briefing.extract.attending.unlinked import FEWEST_WORDS, NO_PERSON, is_hyphen_within, words_of
from briefing.extract.reading import Reading, actor_at, codes_of, is_person, is_unlinked, mentions_in
from briefing.extract.sentence.moods import has_modal, is_conditional, is_future, is_negated
from briefing.extract.sentence.trees import Tree, case_of, children, is_relation, root_of
from briefing.model import FULL_NAME, Event


def who_leads_the_sides(reading: Reading, tree: Tree, event: Event) -> tuple[str, ...]:
    """Nobody where the sentence has a second verb, or somebody stands in for another."""
    root = root_of(tree)
    if not is_told_so(reading, tree, root, event) or has_another_verb(tree, root) or somebody_stands_in(reading, tree):
        return ()
    if not any(rule(reading, tree, root, event) for rule in (is_present, is_bare_attending, is_of_a_side)):
        return ()
    known = [m for m in mentions_in(reading, tree.sentence.span) if is_person(reading, m.actor)]
    named = [m.actor for m in known if not is_owner(reading, tree, root, m)]
    found = tuple(dict.fromkeys((*named, *unlinked_names(reading, tree))))
    return () if len(found) == 1 and is_of_several(tree, root) else found


def is_of_several(tree: Tree, root: int) -> bool:
    """`Lo presidirán …`: whom only one name is found for, so that half of them would pass for all."""
    verbs = (root, *children(tree, root, "aux"))
    return any(tree.tokens[i].upos in {"VERB", "AUX"} and tree.tokens[i].feat("Number") == "Plur" for i in verbs)


def is_told_so(reading: Reading, tree: Tree, root: int, event: Event) -> bool:
    """As far along as the meeting: led where that was held, to be led where it is to come."""
    doubts = (is_negated, is_conditional, has_modal)
    ahead = is_future(reading, tree, root)
    doubted = any(doubt(reading, tree, root) for doubt in doubts) and not (ahead and not is_negated(reading, tree, root))
    return not doubted and ahead == (event.status == "upcoming")


def has_another_verb(tree: Tree, root: int) -> bool:
    return any(token.upos == "VERB" for i, token in enumerate(tree.tokens) if i != root)


def somebody_stands_in(reading: Reading, tree: Tree) -> bool:
    """`on behalf of the minister`, `en lugar de Ruiz`; that a side is represented says who is there."""
    told = f" {' '.join(token.form.lower() for token in tree.tokens)} "
    return any(f" {words} " in told for words in in_the_place_of(reading) - reading.words.representing if " " in words)


def is_bare_attending(reading: Reading, tree: Tree, root: int, event: Event) -> bool:
    """`Asistieron Ana Ruiz, por Chile, y Per Lund, por Noruega`: of nothing but the meeting just told."""
    words, token = reading.words, tree.tokens[root]
    attends = token.lemma.lower() in words.attending - words.chairing - words.representing
    named = {tree.tokens[c].upos for c in children(tree, root, "obj")} <= {"PROPN"}  # a subject behind its verb, by a parser
    return attends and token.feat("Number") == "Plur" and named and not is_at_something(reading, tree, root)


def is_at_something(reading: Reading, tree: Tree, root: int) -> bool:
    return any(case_of(tree, c) not in reading.words.agent_cases for c in children(tree, root, "obl", "obl:arg"))


def is_present(reading: Reading, tree: Tree, root: int, event: Event) -> bool:
    """`The ambassador, Per Lund, was also present`, `Estarán presentes Ruiz y Lund`."""
    token = tree.tokens[root]
    return bool({token.lemma.lower(), token.form.lower()} & reading.words.present) and bool(children(tree, root, "cop"))


def is_of_a_side(reading: Reading, tree: Tree, root: int, event: Event) -> bool:
    """What is led is `it`, a side or a delegation; what is represented is one of the two countries."""
    words, lemma = reading.words, tree.tokens[root].lemma.lower()
    things = children(tree, root, "obj", "obl:arg", "nsubj:pass")
    if lemma in words.representing:
        at_something = is_at_something(reading, tree, root)  # `Lund will represent Norway at a fair`
        return not at_something and any(codes_at(reading, tree, i) & {*event.actors} for i in things)
    teams = words.missions | words.team_sides
    led = any(
        tree.tokens[i].lemma.lower() in teams or tree.tokens[i].form.lower() in words.it_as_object | words.it_pronouns
        for i in things
    )
    return lemma in words.chairing and led


def codes_at(reading: Reading, tree: Tree, index: int) -> set[str]:
    return {code for m in mentions_in(reading, tree.tokens[index].span) for code in codes_of(reading, m.actor)}


def unlinked_names(reading: Reading, tree: Tree) -> Iterator[str]:
    """The full names that the article does not introduce elsewhere."""
    run: list[int] = []
    for index in range(len(tree.tokens) + 1):
        if is_hyphen_within(reading, tree, run, index):
            continue
        if index < len(tree.tokens) and (is_unlinked(reading, tree, index) or is_rare_surname(reading, tree, run, index)):
            run.append(index)
            continue
        if len(run) >= FEWEST_WORDS and not any(rule(reading, tree, run) for rule in NO_PERSON):
            yield FULL_NAME + words_of(tree, run)
        run = []


def is_rare_surname(reading: Reading, tree: Tree, run: Sequence[int], index: int) -> bool:
    """`Elena Rocaplata`: the last word of a name that a parser takes for a noun, as one name with what stands before it."""
    token = tree.tokens[index]
    goes_on = bool(run) and run[-1] == index - 1 and is_relation(token, "flat")
    return goes_on and token.upos == "NOUN" and token.form[:1].isupper() and actor_at(reading, tree, index) is None


__all__ = ["who_leads_the_sides"]
