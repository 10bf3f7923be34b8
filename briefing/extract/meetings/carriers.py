"""The verbs that carry a meeting and the words near it, by which its standing is told."""

from __future__ import annotations

from itertools import takewhile

from briefing.edtf import bounds
from briefing.extract.reading import Reading
from briefing.extract.sentence.clauses import Clause
from briefing.extract.sentence.moods import is_reported_future
from briefing.extract.sentence.trees import (
    Tree,
    ancestors,
    children,
    finite_of,
    is_relation,
    is_verbal,
    mark_of,
    subtree,
)
from briefing.extract.standings.changing import changes_something_else
from briefing.model import Date

OPEN_RELATIONS = ("xcomp", "advcl", "ccomp", "csubj", "acl", "obl")
"""How a verb without a tense of its own hangs on the verb that has one (`tiene previsto viajar`, `is due to fly`)."""


def verb_group(tree: Tree, host: int) -> tuple[int, ...]:
    """The host and the verbs above it up to the one that has a tense: `reunirse` and `viajaría` of `viajaría para reunirse`."""
    found = [host]
    for index in ancestors(tree, host):
        below = tree.tokens[found[-1]]
        has_tense = finite_of(tree, found[-1]).feat("VerbForm") == "Fin" and not is_relation(below, "aux")
        if has_tense or not is_relation(below, *OPEN_RELATIONS) or not is_verbal(below):
            break
        found.append(index)
    return tuple(found)


def words_of_all(tree: Tree, indices: tuple[int, ...]) -> set[str]:
    """Lemmas, forms, and lemmas with their particle (`call off`)."""
    found = {word for i in indices for word in (tree.tokens[i].lemma.lower(), tree.tokens[i].form.lower())}
    parts = {
        (i, c) for i in indices for c in (*children(tree, i, "compound", "advmod"), *range(i + 1, min(i + 2, len(tree.tokens))))
    }
    return found | {f"{tree.tokens[i].lemma} {tree.tokens[c].form}".lower() for i, c in parts}


def near_words(reading: Reading, tree: Tree, clause: Clause, host: int) -> set[str]:
    """The words of the meeting, of the verb that carries it, of what it is said to be, and of its participles."""
    token = tree.tokens[clause.head]
    told_of = {token.head} if is_relation(token, "nsubj", "obj") and token.head >= 0 else set()
    said = {
        child for index in {host, *told_of} for child in children(tree, index, "xcomp", "obj") if is_participle(tree, child)
    }
    own = {i for i in subtree(tree, clause.head) if is_relation(tree.tokens[i], "acl", "amod") and not has_subject(tree, i)}
    own = {i for i in own if not is_of_another_occasion(reading, tree, clause, i)}
    own = {i for i in own if not changes_something_else(reading, tree, i)}  # `un plazo para que cancele la deuda`
    return words_of_all(tree, tuple({clause.head, host, *told_of, *said, *own}))


def is_of_another_occasion(reading: Reading, tree: Tree, clause: Clause, index: int) -> bool:
    """`habló de su visita a Lima, prevista para el 3`: a participle of what is named by a noun of its own, or in a clause."""
    above = list(takewhile(lambda i: i != clause.head, ancestors(tree, index)))
    met = {*children(tree, clause.head, "obj", "nsubj")}
    named = any(tree.tokens[i].lemma.lower() in reading.words.occasions and i not in met for i in above)
    return named or any(is_verbal(tree.tokens[i]) for i in above)


def has_subject(tree: Tree, index: int) -> bool:
    """`for which no date has been set` is a clause of its own, `planned for Friday` is none."""
    return bool(children(tree, index, "nsubj", "csubj"))


def is_participle(tree: Tree, index: int) -> bool:
    """`quedó aplazada`: an adjective or participle that says what has become of the subject."""
    return tree.tokens[index].upos in {"ADJ", "VERB"} and tree.tokens[index].feat("VerbForm") != "Inf"


def words_around(reading: Reading, tree: Tree, clause: Clause, host: int) -> set[str]:
    """The words near the meeting, and the verbs joined to it of which a noun of the same event is subject."""
    joined = [i for index in {host, *verb_group(tree, host)} for i in children(tree, index, "conj", "parataxis")]
    about_a_thing = [i for i in joined if any(is_known(reading, tree, c) for c in children(tree, i, "nsubj", "obj"))]
    return near_words(reading, tree, clause, host) | words_of_all(tree, (*verb_group(tree, host), *about_a_thing))


def is_known(reading: Reading, tree: Tree, index: int) -> bool:
    """`…, but the trip was called off`, `it`: not `and that a visit of bankers had been put off`, nor `the works`."""
    new = any(tree.tokens[c].feat("Definite") == "Ind" for c in children(tree, index, "det"))
    token, words = tree.tokens[index], reading.words
    gathering = words.occasions | words.named_as_meeting | words.named_as_visit | words.loose_occasions | words.meeting_bodies
    return token.upos == "PRON" or (token.upos == "NOUN" and token.lemma.lower() in gathering and not new)


def is_be_to(reading: Reading, tree: Tree, index: int) -> bool:
    """`were to meet`: the infinitive behind a form of `be`."""
    copula = any(tree.tokens[c].lemma.lower() in reading.words.be_to for c in children(tree, index, "aux", "cop"))
    return copula and tree.tokens[index].feat("VerbForm") == "Inf" and mark_of(tree, index) in reading.words.infinitive_marks


def is_to_come(reading: Reading, tree: Tree, verbs: tuple[int, ...]) -> bool:
    """`se reunirá`, `will be held`: by the tense of a verb that carries it."""
    helpers = [tree.tokens[i] for index in verbs for i in (index, *children(tree, index, "aux"))]
    told_ahead = any(is_reported_future(reading, tree, index) for index in verbs)
    return told_ahead or any(token.feat("Tense") == "Fut" for token in helpers)


def is_after_publication(reading: Reading, date: Date | None) -> bool:
    """`una reunión en Washington en febrero`, in an article of January."""
    published = reading.doc.article.published
    if not published or date is None or not date.value:
        return False
    first, today = bounds(date.value)[0], bounds(published)[1]
    return bool(first and today and first > today)
