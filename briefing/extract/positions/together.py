"""What two governments agreed where no words of the sentence say who did: `It was agreed that …`, `También pactaron …`.

Who they are a sentence just before tells, in which the two stand and nobody else.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence

from briefing.extract.reading import Reading, codes_of_all, governments_of, quote_at
from briefing.extract.sentence.clauses import Clause
from briefing.extract.sentence.named_subjects import Subject
from briefing.extract.sentence.trees import Tree, children, finite_of, is_passive, is_relation
from briefing.model import Mention

AGREEMENT = frozenset({"agree", "share_view"})
NEAR = 3
"""How many sentences back the two may stand."""


def both_agreed(reading: Reading, clause: Clause) -> Clause:
    """`It was agreed that the trucks be released`, `Se acordó …`, `También pactaron …`: by the two of the sentence before."""
    supposed = clause.negated or clause.future or clause.conditional or clause.hypothetical or clause.obliged
    tree = reading.trees[clause.sentence]
    if clause.act.id not in AGREEMENT or clause.subject is not None or supposed or clause.form.kind == "noun":
        return clause
    if not is_main(tree, clause.head) or not is_of_nobody_named(reading, tree, clause.head):
        return clause
    spoken = quote_at(reading, tree.tokens[clause.head].span) is not None
    they = any(tree.tokens[c].form.lower() not in reading.words.neuter for c in subjects_of(tree, clause.head))
    reach = 1 if they or not is_impersonal(tree, clause.head) else NEAR
    pair = () if spoken or reading.is_scrambled else pair_before(reading, clause.sentence, reach)
    pair = pair or (() if spoken else pair_of_own_text(reading, clause.sentence))
    said = clause.content or children(tree, clause.head, "csubj", "ccomp", "xcomp", "advcl")
    return dataclasses.replace(clause, subject=Subject(actors=pair, how="inherited"), content=said) if pair else clause


def is_main(tree: Tree, head: int) -> bool:
    above = tree.tokens[head].head
    return above < 0 or (tree.tokens[above].head < 0 and is_relation(tree.tokens[head], "conj", "xcomp"))


def is_of_nobody_named(reading: Reading, tree: Tree, head: int) -> bool:
    """`it`, `they`, `the ministers`, the impersonal `se`, or a plural without a subject."""
    subjects = subjects_of(tree, head)
    if subjects:
        return all(is_pronoun(tree, c) or is_bare_plural(reading, tree, c) for c in subjects)
    finite = finite_of(tree, head)
    return is_impersonal(tree, head) or (finite.feat("Number") == "Plur" and finite.feat("Person") == "3")


def is_pronoun(tree: Tree, index: int) -> bool:
    return tree.tokens[index].upos == "PRON" and tree.tokens[index].feat("Person") == "3"


def is_bare_plural(reading: Reading, tree: Tree, index: int) -> bool:
    """`the ministers`, `las delegaciones`, `the negotiators`, of nobody; not `the ministers of Chile`, `some ministers`."""
    token = tree.tokens[index]
    definite = any(tree.tokens[c].feat("Definite") == "Def" for c in children(tree, index, "det"))
    bare = definite and not children(tree, index, "nmod", "acl", "amod", "conj", "nummod", "compound")
    return bare and token.feat("Number") == "Plur" and token.lemma.lower() in reading.words.sides


def subjects_of(tree: Tree, head: int) -> tuple[int, ...]:
    return children(tree, head, "nsubj")


def is_impersonal(tree: Tree, head: int) -> bool:
    """`It was agreed`, `se acordó`, `se convino en`."""
    return is_passive(tree, head) or (bool(children(tree, head, "expl")) and finite_of(tree, head).feat("Number") == "Sing")


def pair_before(reading: Reading, number: int, reach: int) -> tuple[str, ...]:
    """The two governments of the nearest sentence before that names just two; nobody where others are named since."""
    named: set[str] = set()
    for earlier in range(number - 1, max(-1, number - 1 - reach), -1):
        span = reading.doc.sentences[earlier].span
        if not reading.is_body(earlier):
            continue
        inside = [m for m in reading.doc.mentions if span.contains(m.span)]
        here = codes_of_all(reading, [m.actor for m in inside if not m.place])
        named |= here if len(here) == 2 else codes_of_all(reading, [m.actor for m in inside])
        if len(here) == 2:
            return speakers_of(reading, sorted(here), inside) if named <= here else ()
    return ()


def pair_of_own_text(reading: Reading, number: int) -> tuple[str, ...]:
    """`The ministers agreed …`, in a ministry's own text that has named one other government: its own and that one."""
    if len(reading.doc.issuers) != 1 or reading.turns:
        return ()
    start = reading.doc.sentences[number].span.start
    before = [m for m in reading.doc.mentions if m.span.stop <= start]
    codes = codes_of_all(reading, [*(m.actor for m in before), *reading.doc.issuers])
    return speakers_of(reading, sorted(codes), before) if len(codes) == 2 else ()


def speakers_of(reading: Reading, codes: Sequence[str], inside: Sequence[Mention]) -> tuple[str, ...]:
    """The two countries as the sentence knows them: each by itself, both as one, or who speaks for each."""
    together, actors = "+".join(codes), reading.doc.actors
    if together in actors and not all(code in actors for code in codes):
        return (together,)
    spoken = {code: m.actor for m in reversed(inside) for code in governments_of(reading, m.actor) if not m.place}
    found = tuple(code if code in actors else spoken.get(code, "") for code in codes)
    return found if all(found) else ()


__all__ = ["both_agreed"]
