"""Whether a stance is asserted, and by whom: what the other side tells of a government, what a report says, half a sentence.

A label stands over words; where those words are the other side's account, or what a noun only mentions (`reports that …`), or
where the sentence turns and only one half has a label, the label says more than the words do.
"""

from __future__ import annotations

import dataclasses
from collections import Counter
from collections.abc import Sequence

from briefing.extract.positions.ascribed import Ascription
from briefing.extract.positions.hearsay import is_another, is_hearsay, tellers_of
from briefing.extract.reading import Reading, codes_of_all, governments_of
from briefing.extract.sentence.acts import match_act
from briefing.extract.sentence.attribution import is_aside
from briefing.extract.sentence.clauses import Clause
from briefing.extract.sentence.subjects import find_subject
from briefing.extract.sentence.trees import Tree, ancestors, children, finite_of, is_relation, is_verbal, mark_of
from briefing.model import Stance, Statement
from briefing.model.stances import BLAMING

MEDIA = "media"
DISAGREE = "disagree"
SAYING = frozenset({"reporting", "speech"})
"""The kinds of acts by which somebody says something."""


def is_a_partys_word(told: Ascription) -> bool:
    """`Togo's premier said that Ghana had offered half`, `according to the company, Ghana refused`: whoever says so holds it.

    It stays told as a fact, and is no position of the government's (`official`).  A newspaper tells of it as any article does.
    """
    reading, clause = told.reading, told.clause
    if told.chain and told.government in codes_of_all(reading, told.chain[-1]):
        return False  # `both ministers stressed that …`: it says so itself
    tellers = tellers_of(told)
    parties = [actor for actor in tellers if is_another(reading, actor, told.government) and not is_medium(reading, actor)]
    if codes_of_all(reading, parties) & codes_of_all(reading, clause.addressees):
        return False  # `Ghana assured Togo that …, Togo's minister said`: told by whom it was said to
    tree = reading.trees[clause.sentence]
    if any(is_its_own_deed(reading, tree, i, told.government) for i in relatives_above(reading, clause)):
        return False  # `replied to the minister of Ghana, who rejected …`: the article's own
    return bool(parties) and is_hearsay(told)


def is_medium(reading: Reading, actor_id: str) -> bool:
    """Of the press, by its row or by what the article calls it (`la prensa chilena`)."""
    row = reading.knowledge.actors.get(actor_id)
    return actor_id.partition(".")[2] == "press" or (row is not None and row.branch == MEDIA)


def is_what_a_noun_says(reading: Reading, clause: Clause) -> bool:
    """`reports that Ghana had agreed were not accurate`, `la versión de que aceptó es falsa`: told by nobody as so."""
    tree = reading.trees[clause.sentence]
    for index in (clause.head, *ancestors(tree, clause.head)):
        token = tree.tokens[index]
        if is_relation(token, "acl") and token.head >= 0 and finite_of(tree, index).feat("VerbForm") == "Fin":
            told = bool(set(mark_of(tree, index).split()) & reading.words.relatives)
            return told and is_relation(tree.tokens[token.head], "nsubj")
        if is_relation(token, "ccomp") and is_torn_off(tree, index):
            return True
    return False


def is_taken_up_by_another(told: Ascription) -> bool:
    """`The opposition leader welcomed the President's refusal`, `atribuyó las quejas de Ghana a …`: what others make of it."""
    reading, clause, tree = told.reading, told.clause, told.reading.trees[told.clause.sentence]
    token = tree.tokens[clause.head]
    named = clause.form.kind == "noun" and clause.subject is not None and clause.subject.how == "noun"
    if not named or token.head < 0 or not is_relation(token, "obj"):
        return False
    doer = find_subject(reading, tree, token.head)
    takes = any(act.stance for act, _ in reading.acts.get(tree.tokens[token.head].lemma.lower(), ()))
    codes = codes_of_all(reading, doer.actors) if doer else set()
    if codes and not takes:
        return told.government not in codes
    return doer is not None and takes and not any(governments_of(reading, actor) for actor in doer.actors)


def is_named_by_others(reading: Reading, clause: Clause) -> bool:
    """`Dockers warned that Ghana's offer would cost jobs`: said by who is no government, and only named in it."""
    if clause.form.kind != "noun" or clause.subject is None or clause.subject.how != "noun":
        return False
    tree, below = reading.trees[clause.sentence], clause.head
    for index in ancestors(tree, clause.head):
        if is_relation(tree.tokens[below], "ccomp", "advcl") and mark_of(tree, below) and is_verbal(tree.tokens[index]):
            match, doer = match_act(reading, tree, index), find_subject(reading, tree, index)
            told = any(tree.tokens[c].upos in {"NOUN", "PROPN"} for c in children(tree, index, "nsubj"))
            says = match is not None and match[0].kind in SAYING
            if says and told and not (doer and codes_of_all(reading, doer.actors)):
                return True
        below = index
    return False


def is_mutual(reading: Reading, clause: Clause) -> bool:
    """`The two governments have disagreed over quotas for years`: neither rejects anything by it."""
    return clause.act.id == DISAGREE and clause.subject is not None and len(codes_of_all(reading, clause.subject.actors)) > 1


def is_torn_off(tree: Tree, index: int) -> bool:
    """The same where a parser hangs `that Ghana had agreed` on `said`: right behind a second subject of that verb."""
    subjects = children(tree, tree.tokens[index].head, "nsubj")
    return len(subjects) > 1 and any(m - 1 in subjects[1:] for m in children(tree, index, "mark"))


def is_told_aside(told: Ascription) -> bool:
    """`Ghana welcomed the audit offered by Togo`, `exporters warned that the closure with which Togo threatens …`.

    Not where the noun itself does it (`the minister, who rejected …`), nor in a sentence about it: `what Togo offers is …`.
    """
    reading, clause = told.reading, told.clause
    tree = reading.trees[clause.sentence]
    aside = relatives_above(reading, clause)
    if (
        not aside
        or reading.doc.issuers
        or clause.form.kind == "noun"
        or any(is_its_own_deed(reading, tree, i, told.government) or is_aside(tree, i, tree.tokens[i].head) for i in aside)
    ):
        return False
    root = next(i for i, token in enumerate(tree.tokens) if token.head < 0)
    subject = find_subject(reading, tree, root)
    doers = subject.actors if subject else ()
    if told.government in codes_of_all(reading, doers) or any(is_medium(reading, actor) for actor in doers):
        return False
    match = match_act(reading, tree, root)
    return bool(codes_of_all(reading, doers)) or (match is not None and match[0].kind in SAYING)


def relatives_above(reading: Reading, clause: Clause) -> list[int]:
    """The clauses that hang on a noun and hold an act."""
    tree = reading.trees[clause.sentence]
    return [i for i in (clause.head, *ancestors(tree, clause.head)) if is_relation(tree.tokens[i], "acl")]


def is_its_own_deed(reading: Reading, tree: Tree, head: int, government: str) -> bool:
    """Whether the noun that a clause hangs on does what it tells."""
    subject = find_subject(reading, tree, head)
    return subject is not None and subject.how == "relative" and government in codes_of_all(reading, subject.actors)


def has_two_halves(reading: Reading, number: int, government: str) -> bool:
    """`welcomes the audit but will not withdraw the deadline`: two things that one government says against each other."""
    tree = reading.trees[number]
    for index, token in enumerate(tree.tokens):
        if not (is_relation(token, "conj") and has_a_finite_verb(tree, index) and has_a_finite_verb(tree, token.head)):
            continue
        turns = any(tree.tokens[c].form.lower() in reading.words.adversatives for c in children(tree, index, "cc"))
        if not turns and not praises_and_blames(reading, tree, (index, token.head)):
            continue
        if tree.tokens[token.head].lemma.lower() in reading.words.thanking:
            continue  # `agradeció el apoyo, pero exigió …`
        if all(governs(reading, tree, half, government) for half in (index, token.head)):
            return True
    return False


def praises_and_blames(reading: Reading, tree: Tree, halves: Sequence[int]) -> bool:
    """`welcomed the reopening and regretted the delay`: one half takes a side, and the other half the other."""
    acts = [match[0] for half in halves if (match := match_act(reading, tree, half))]
    good = sum(act.stance in PRAISE for act in acts)
    bad = sum(act.stance in BLAMING or act.id in COMPLAINTS for act in acts)
    return good == 1 and bad == 1


PRAISE: frozenset[Stance] = frozenset({"supports", "agrees"})
COMPLAINTS = frozenset({"regret", "complain_lack"})
"""Acts that blame without a stance."""


def has_a_finite_verb(tree: Tree, index: int) -> bool:
    return index >= 0 and is_verbal(tree.tokens[index]) and finite_of(tree, index).feat("VerbForm") == "Fin"


def governs(reading: Reading, tree: Tree, index: int, government: str) -> bool:
    subject = find_subject(reading, tree, index)
    return subject is not None and codes_of_all(reading, subject.actors) == {government}


def without_half_labels(reading: Reading, number: int, told: Sequence[Statement]) -> tuple[Statement, ...]:
    """The statements of a sentence; where it turns, a government's only label there becomes the neutral one."""
    labels = {(statement.government, statement.stance) for statement in told if statement.stance != "states"}
    counts = Counter(government for government, _ in labels)
    halved = {code for code, count in counts.items() if count == 1 and has_two_halves(reading, number, code)}
    return tuple(dataclasses.replace(s, stance="states") if s.government in halved else s for s in told)
