"""Nouns of talking that name no event: `su voluntad de diálogo`, `called for talks`, `open to dialogue`, `without dialogue`.

Such a noun is told as held only where a word says so: a verb of holding that carries it, `after` or `during` before it,
a participle of holding behind it, or a day of its own.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from briefing.extract.claims import dates_in
from briefing.extract.reading import Reading
from briefing.extract.sentence.clauses import Clause
from briefing.extract.sentence.trees import Tree, ancestors, case_of, children, is_relation, is_verbal, phrase_of, subtree


def is_only_talk(reading: Reading, clause: Clause, host: int, *, placed: bool) -> bool:
    """Whether nothing says that the talks which a noun or gerund names were held; `placed`: with a day or place."""
    tree = reading.trees[clause.sentence]
    if clause.act.meeting != "talks":
        return False
    if clause.form.kind == "verb":
        return is_ongoing(reading, tree, clause) and not placed
    chain = (clause.head, *takewhile(lambda i: i != host and not is_verbal(tree.tokens[i]), ancestors(tree, clause.head)))
    return not (
        is_carried(reading, tree, clause, chain, host)
        or is_dated(reading, tree, clause.head)
        or is_held_by_participle(reading, tree, clause.head)
        or is_scene_of(reading, tree, chain, placed=placed)
    )


def is_means(reading: Reading, clause: Clause) -> bool:
    """`met by video conference`, `se reunieron por videoconferencia`: how, and no second meeting."""
    tree = reading.trees[clause.sentence]
    return clause.form.kind == "noun" and case_of(tree, clause.head) in reading.words.means_cases


def is_not_held(reading: Reading, tree: Tree, clause: Clause) -> bool:
    """`was raised without talks`, `se decidió sin reunión alguna`: there was none."""
    first = next(iter(children(tree, clause.head, "case")), None)
    return clause.form.kind == "noun" and first is not None and tree.tokens[first].form.lower() in reading.words.without


def is_consulting_alone(reading: Reading, clause: Clause, host: int, governments: Sequence[str]) -> bool:
    """`a public consultation would end`, `returned after consultations at home`: no talks but of two that hold them."""
    tree = reading.trees[clause.sentence]
    parts = (clause.head, clause.trigger, *children(tree, clause.head, "obj", "nsubj:pass"))
    if not any(tree.tokens[i].lemma.lower() in reading.words.consulting for i in parts):
        return False
    verbs = {tree.tokens[host].lemma.lower(), tree.tokens[clause.trigger].lemma.lower()} if host != clause.head else set()
    verbs |= {tree.tokens[clause.head].lemma.lower()} if clause.form.kind == "verb" else set()
    words = reading.words.holding | reading.words.postponing | reading.words.cancelling  # what is put off was arranged
    held = bool(verbs & words) or is_held_by_participle(reading, tree, clause.head)
    aside = {case_of(tree, clause.head)} & (reading.words.after_marks | reading.words.without)
    return len({*governments}) < 2 or not held or bool(aside)


def is_ongoing(reading: Reading, tree: Tree, clause: Clause) -> bool:
    """`accused both of negotiating over their heads`: what somebody is said to be doing, and no talks of a day."""
    token = tree.tokens[clause.head]
    bare = token.feat("VerbForm") == "Ger" and not children(tree, clause.head, "aux", "nsubj")
    after = {case_of(tree, clause.head), *(tree.tokens[c].form.lower() for c in children(tree, clause.head, "mark", "case"))}
    return bare and not after & (reading.words.after_marks | reading.words.while_cases)


def is_carried(reading: Reading, tree: Tree, clause: Clause, chain: tuple[int, ...], host: int) -> bool:
    """`mantuvieron el diálogo`, `the talks ended`: subject or object of a verb by which talks are held, open, last or end."""
    words = {tree.tokens[host].lemma.lower(), tree.tokens[clause.trigger].lemma.lower()}
    return bool(words & reading.words.holding) and (host not in chain or is_verbal(tree.tokens[host]))


def is_dated(reading: Reading, tree: Tree, index: int) -> bool:
    """`Monday's talks`, `las conversaciones del lunes`."""
    return any(date.value and date.type in {"DATE", "TIME"} for date in dates_in(reading, phrase_of(tree, index)))


def is_held_by_participle(reading: Reading, tree: Tree, index: int) -> bool:
    """`talks held in Riga`, `el diálogo sostenido en Quito`."""
    below = (i for i in subtree(tree, index) if is_relation(tree.tokens[i], "acl", "amod"))
    return any(tree.tokens[i].lemma.lower() in reading.words.holding for i in below)


def is_scene_of(reading: Reading, tree: Tree, chain: tuple[int, ...], *, placed: bool) -> bool:
    """`after talks`, `tras cuatro horas de diálogo`; `in talks in Lima`, `at Monday's talks` by their day or place."""
    cases = {case_of(tree, index) for index in chain}
    return bool(cases & reading.words.after_marks) or (placed and bool(cases & reading.words.while_cases))


__all__ = ["is_consulting_alone", "is_means", "is_not_held", "is_only_talk"]
