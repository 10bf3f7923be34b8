"""That something was so or was not, for comparing accounts: `no hubo llamada`, `denied having asked`, `it was no deficit`.

Of acts (who did it), of meetings (between whom), and of what somebody says that a thing is.  Only what has been or is; what is
wished, supposed or still to come is nobody's account of what happened.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from briefing.extract.attending.company import host_verb
from briefing.extract.attending.sides import sides_of
from briefing.extract.claims import claim_fields, date_near
from briefing.extract.day_and_place.plans import day_beside
from briefing.extract.deeds import actor_codes
from briefing.extract.meetings.meeting_kinds import kind_of
from briefing.extract.reading import Reading
from briefing.extract.sentence.attribution import attribution_chain, is_content_of
from briefing.extract.sentence.clauses import Clause
from briefing.extract.sentence.moods import is_negated
from briefing.extract.sentence.trees import Tree, ancestors, children, is_verbal, span_of
from briefing.model import Account

TOLD_KINDS = frozenset({"reporting", "speech"})
DONE_KINDS = frozenset({"deed", "speech", "wish"})


def extract_accounts(reading: Reading, clauses: Sequence[Clause]) -> Iterator[Account]:
    """The accounts of one sentence."""
    by_head = {clause.head: clause for clause in clauses}
    for clause in clauses:
        if clause.hypothetical or clause.conditional or clause.future or clause.obliged:
            continue
        if kind_of(reading, clause) is not None:
            yield from account_of_meeting(reading, clause, by_head)
        elif clause.act.kind in DONE_KINDS and clause.form.kind == "verb":
            yield from account_of_act(reading, clause, by_head)
        if clause.act.kind in TOLD_KINDS and not clause.negated:
            yield from accounts_of_things(reading, clause)


def account_of_act(reading: Reading, clause: Clause, by_head: Mapping[int, Clause]) -> Iterator[Account]:
    """`no insistió`, `insistió`, `negó haber pedido`: somebody's act, done or not."""
    denier = denied_by(reading, clause, by_head)
    actors = actor_codes(reading, clause.holders)
    if denier and denier.subject and not clause.subject and not names_another(reading.trees[clause.sentence], clause.head):
        actors = actor_codes(reading, denier.subject.actors)  # `denied that it had attacked`
    if not actors or (denier is None and is_content_of(reading, clause, by_head)):
        return
    chain = attribution_chain(reading, clause, by_head)
    told = denier.subject.actors if denier and denier.subject else [a for link in chain[-1:] for a in link]
    date = date_near(reading, clause.sentence, clause.head, told=clause.act.kind != "deed")
    when = {"date": date.value if date else None, "date_basis": date.basis if date else None}
    yield Account(
        **(claim_fields(reading, clause, ("account_of_act",)) | when),
        topic=f"act:{clause.act.id}",
        negated=clause.negated != bool(denier),
        actors=actors,
        holders=actor_codes(reading, told),
    )


def names_another(tree: Tree, head: int) -> bool:
    """Whether a verb has a subject of its own that is no pronoun."""
    return any(tree.tokens[c].upos != "PRON" for c in children(tree, head, "nsubj", "csubj"))


def denied_by(reading: Reading, clause: Clause, by_head: Mapping[int, Clause]) -> Clause | None:
    """The act of denying whose content a clause is."""
    tree, below = reading.trees[clause.sentence], clause.head
    for index in ancestors(tree, clause.head):
        above = by_head.get(index)
        if above is not None:
            denies = above.act.stance == "denies" and not above.negated and below in above.content
            return above if denies and not says_instead(reading, above, clause) else None
        below = index
    return None


def says_instead(reading: Reading, denier: Clause, clause: Clause) -> bool:
    """`desmintió el cierre: “Solo se ha pedido un registro”`: the speech behind a colon is what is said against it."""
    tokens = reading.trees[clause.sentence].tokens[denier.head : clause.head]
    return any(token.form == ":" for token in tokens)


def account_of_meeting(reading: Reading, clause: Clause, by_head: Mapping[int, Clause]) -> Iterator[Account]:
    """`hubo una llamada entre …`, `no hubo llamada`, `denied that there had been a meeting with …`."""
    tree = reading.trees[clause.sentence]
    host = host_verb(reading, tree, clause.head)
    sides = actor_codes(reading, sides_of(reading, tree, clause, host))
    above = by_head.get(host)
    denier = denied_by(reading, clause, by_head) or (above if above and above.act.stance == "denies" else None)
    if denier is None and is_content_of(reading, clause, by_head):
        return
    told = actor_codes(reading, denier.subject.actors if denier and denier.subject else ())
    actors = tuple(sorted({*sides, *told}))
    if len(actors) < 2:
        return
    date = day_beside(reading, clause, host)
    when = {"date": date.value if date else None, "date_basis": date.basis if date else None}
    yield Account(
        **(claim_fields(reading, clause, ("account_of_meeting",)) | when),
        topic=f"act:{clause.act.id}",
        negated=(clause.negated or is_negated(reading, tree, host)) != bool(denier),
        actors=actors,
        holders=told,
    )


def is_said_of_a_thing(tree: Tree, index: int) -> bool:
    """`said that the levy was no duty`: what a levy is not, and no word on the duty of which others speak."""
    return any(tree.tokens[child].upos == "NOUN" for child in children(tree, index, "nsubj"))


def accounts_of_things(reading: Reading, clause: Clause) -> Iterator[Account]:
    """`le dijo que no era déficit` against `insistió en el déficit`: what somebody says that there is, or is not."""
    tree = reading.trees[clause.sentence]
    holders = actor_codes(reading, clause.holders)
    for index in clause.content:
        negated = bool(children(tree, index, "cop")) and is_negated(reading, tree, index)
        if (not negated and is_verbal(tree.tokens[index])) or (negated and is_said_of_a_thing(tree, index)):
            continue
        span = tree.tokens[index].span if negated else span_of(tree, index)
        for mention in reading.doc.concepts:
            if span.contains(mention.span) or (negated and mention.span.contains(span)):
                yield Account(
                    **claim_fields(reading, clause, ("account_of_thing",)),
                    topic=f"concept:{mention.concept}",
                    negated=negated,
                    holders=holders,
                )
