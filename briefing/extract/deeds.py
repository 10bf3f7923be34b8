"""Material acts (captures, tariffs, deployments, extraditions …) and what else a main clause reports of an actor."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from briefing.extract.attribution import attribution_chain, certainty_of, is_content_of, printed_chain
from briefing.extract.claims import claim_fields, concepts_in, date_near, evidence_of, sentence_span, voice_rule
from briefing.extract.clauses import Clause
from briefing.extract.reading import Reading, codes_of, mentions_in, told_by
from briefing.extract.subjects import find_subject
from briefing.extract.trees import Tree, is_relation, is_verbal, span_of
from briefing.model import Event

WITHOUT_AGENT = frozenset({"ASSAULT", "COERCE", "SANCTION", "PROTEST"})
"""Classes of deeds worth telling of their victim alone: `Maduro was captured`."""


def extract_deeds(reading: Reading, clauses: Sequence[Clause]) -> Iterator[Event]:
    """The material acts that one sentence asserts, done or under way: not wished, denied, supposed or still to come."""
    by_head = {clause.head: clause for clause in clauses}
    for clause in clauses:
        if clause.act.kind != "deed" or clause.hypothetical or clause.negated or clause.future or clause.obliged:
            continue
        if is_content_of(reading.trees[clause.sentence], clause, by_head):
            continue
        if is_purpose(reading.trees[clause.sentence], clause.head):
            continue
        if clause.form.kind == "noun" and clause.subject is None:
            continue  # "the fight against drug cartels" is nobody's deed
        chain = attribution_chain(reading, clause, by_head)
        actors = actor_codes(reading, clause.subject.actors if clause.subject else ())
        recipients = tuple(code for code in recipient_codes(reading, clause) if code not in actors)
        if actors or (recipients and clause.act.plover in WITHOUT_AGENT):
            date = date_near(reading, clause.sentence, clause.head, told=False)
            when = {"date": date.value if date else None, "date_basis": date.basis if date else None}
            yield Event(
                **(claim_fields(reading, clause, ("deed", f"act:{clause.act.id}")) | when),
                attribution=printed_chain(reading, chain),
                certainty=certainty_of(clause, chain),
                actors=actors,
                recipients=recipients,
            )


def is_purpose(tree: Tree, head: int) -> bool:
    """`dio 30 días para retirar …`, `gave it until May to withdraw`: meant to be done, not done."""
    token = tree.tokens[head]
    return token.feat("VerbForm") == "Inf" and is_relation(token, "advcl", "acl")


def actor_codes(reading: Reading, actors: Sequence[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(code for actor in actors for code in codes_of(reading, actor)))


def recipient_codes(reading: Reading, clause: Clause) -> tuple[str, ...]:
    """The countries of everyone named in what the act is done to."""
    tree = reading.trees[clause.sentence]
    named = [m.actor for index in clause.content for m in mentions_in(reading, span_of(tree, index)) if not m.place]
    return actor_codes(reading, [*clause.addressees, *named])


def extract_reports(reading: Reading, number: int) -> Iterator[Event]:
    """The main clause of a sentence that no act of the knowledge covers, where one of its actors does something.

    It carries what would otherwise be lost (`hay asesores militares en los centros de mando`), without an act's sense.
    """
    tree = reading.trees[number]
    root = next((i for i, token in enumerate(tree.tokens) if token.head < 0), None)
    if root is None or tree.sentence.kind != "body" or not any(is_verbal(token) for token in tree.tokens):
        return  # "EFE", "Tariffs and fees": no sentence
    subject = find_subject(reading, tree, root)
    named = [m.actor for m in mentions_in(reading, tree.sentence.span)]
    actors = actor_codes(reading, subject.actors if subject else named)
    date = date_near(reading, number, root)
    if actors:
        yield Event(
            evidence=evidence_of(reading, sentence_span(reading, number, root)),
            sentence=number,
            concepts=concepts_in(reading, tree.sentence.span),
            date=date.value if date else None,
            date_basis=date.basis if date else None,
            attribution=printed_chain(reading, (told_by(reading, tree.sentence.span),)),
            actors=actors,
            rules=("report", *voice_rule(reading, tree.sentence.span)),
            confidence=tree.tokens[root].confidence,
        )
