"""What a government says without any other stance: `insisted that the two matters be kept apart`, `“It is ours”, dijo`.

A verb that no act of the knowledge gives a stance to still tells what its subject maintains.  Only a whole clause of one
government's own voice counts, that says something by itself: not when the next meeting is, nor that nothing will be said.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from briefing.extract.reading import Reading, codes_of_all, speaker_of
from briefing.extract.sentence.attribution import Chain, attribution_chain, is_content_of
from briefing.extract.sentence.clauses import Clause
from briefing.extract.sentence.moods import has_ended, has_modal, is_future, is_negated, is_reported_future
from briefing.extract.sentence.trees import Tree, ancestors, children, is_relation, is_verbal, span_of
from briefing.model import Span

LEAST_SAID = 5
"""Words of what is said."""
MAINTAINED = frozenset({"stress", "reiterate", "assert", "warn_that", "make_clear", "believe", "complain_lack"})
"""Acts of saying that hold to what they say, whatever it is."""
OPINION = "believe"
"""What is only found good or bad is no position: `pienso que fue un buen acuerdo`."""


def find_sayings(
    reading: Reading, number: int, clauses: Sequence[Clause], by_head: Mapping[int, Clause]
) -> Iterator[tuple[Clause, Chain]]:
    """The clauses of a sentence in which one government says something, each with through whom it comes."""
    tree = reading.trees[number]
    for clause in clauses:
        if not is_plainly_said(reading, tree, clause, by_head):
            continue
        said = words_said(reading, tree, clause)
        if said is None or any(other.act.kind == "meeting" and other.head in clause.content for other in clauses):
            continue  # when they will meet is told as a meeting
        if is_anothers_quotation(reading, tree, clause) or says_nothing(reading, tree, clause, said):
            continue
        if clause.act.id in MAINTAINED or takes_sides(reading, tree, said):
            yield clause, attribution_chain(reading, clause, by_head)


def is_plainly_said(reading: Reading, tree: Tree, clause: Clause, by_head: Mapping[int, Clause]) -> bool:
    """In the main clause or beside it, by one government, and neither denied, supposed nor still to come."""
    speaks = clause.act.kind == "reporting" and clause.form.kind == "verb" and clause.subject is not None
    if not speaks or clause.negated or clause.hypothetical or clause.future or clause.conditional or clause.obliged:
        return False
    if has_ended(reading, tree, clause.head):
        return False
    inside = any(
        is_relation(tree.tokens[i], "acl", "advcl", "csubj", "xcomp") for i in (clause.head, *ancestors(tree, clause.head))
    )
    return not inside and len(codes_of_all(reading, clause.holders)) == 1 and not is_content_of(reading, clause, by_head)


def words_said(reading: Reading, tree: Tree, clause: Clause) -> Span | None:
    """The clause or quotation that a verb of saying governs, if it has a verb of its own and says enough."""
    told = [c for c in clause.content if is_relation(tree.tokens[c], "ccomp", "parataxis") and is_predicate(tree, c)]
    told = [c for c in told if is_verbal(tree.tokens[c]) or clause.act.id != OPINION]
    spans = [span_of(tree, c) for c in told]
    spans += [q.content for q in reading.spoken if q.cue and q.cue.overlaps(tree.tokens[clause.trigger].span)]
    own = [span for span in spans if tree.sentence.span.contains(span) and says_enough(tree, span)]
    return max(own, key=len, default=None)


def is_predicate(tree: Tree, index: int) -> bool:
    """`that the port is open`, `que el pacto sigue vigente`: with a verb, or with one that helps it."""
    return is_verbal(tree.tokens[index]) or bool(children(tree, index, "cop", "aux"))


def is_anothers_quotation(reading: Reading, tree: Tree, clause: Clause) -> bool:
    """`“…”, dijo`, whose speaker the quotations find to be of another government than the thread of the sentences does."""
    quotes = [q for q in reading.spoken if q.cue and q.cue.overlaps(tree.tokens[clause.trigger].span)]
    speakers = [speaker for quote in quotes if (speaker := speaker_of(reading, quote))]
    own = codes_of_all(reading, clause.holders)
    return any(not codes_of_all(reading, (speaker,)) & own for speaker in speakers)


def says_nothing(reading: Reading, tree: Tree, clause: Clause, said: Span) -> bool:
    """`said it would not comment`, `«No sé»`: nothing is maintained by it."""
    heads = [c for c in clause.content if said.contains(tree.tokens[c].span)]
    silent = reading.words.saying | reading.words.knowing
    return any(is_negated(reading, tree, c) and tree.tokens[c].lemma.lower() in silent for c in heads)


def says_enough(tree: Tree, span: Span) -> bool:
    inside = [token for token in tree.tokens if span.contains(token.span) and token.upos != "PUNCT"]
    finite = any(token.feat("VerbForm") == "Fin" for token in inside)
    return finite and len(inside) >= LEAST_SAID and any(token.upos in {"NOUN", "PROPN"} for token in inside)


def takes_sides(reading: Reading, tree: Tree, said: Span) -> bool:
    """Whether what is said denies, foretells, calls for something or turns against something: no mere account."""
    inside = [n for n, token in enumerate(tree.tokens) if said.contains(token.span)]
    if any(tree.tokens[n].form.lower() in reading.words.adversatives for n in inside[1:]):
        return True
    heads = [n for n in inside if is_verbal(tree.tokens[n]) or children(tree, n, "cop")]
    ahead = [n for n in heads if tree.tokens[n].lemma.lower() not in reading.words.unwilled]
    stands = any(is_negated(reading, tree, n) or has_modal(reading, tree, n) for n in heads)
    return stands or any(is_future(reading, tree, n) or is_reported_future(reading, tree, n) for n in ahead)
