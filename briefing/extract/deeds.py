"""Material acts (captures, tariffs, deployments, extraditions …) and what else a main clause reports of an actor."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from briefing.extract.claims import claim_fields, concepts_in, date_near, evidence_of, sentence_span, voice_rule
from briefing.extract.meetings.interviews import receives_us
from briefing.extract.reading import Reading, actor_at, codes_of, governments_of, mentions_in, quote_at, told_by
from briefing.extract.sentence.acts import match_act
from briefing.extract.sentence.attribution import attribution_chain, certainty_of, is_content_of, printed_chain
from briefing.extract.sentence.clauses import Clause, is_obliged
from briefing.extract.sentence.moods import is_conditional, is_future, is_negated
from briefing.extract.sentence.named_subjects import Subject, named
from briefing.extract.sentence.subjects import find_subject, is_topic_of_cleft
from briefing.extract.sentence.trees import Tree, ancestors, children, is_passive, is_relation, is_verbal, mark_of, span_of
from briefing.model import Event

WITHOUT_AGENT = frozenset({"ASSAULT", "COERCE", "SANCTION", "PROTEST"})
"""Classes of deeds worth telling of their victim alone: `Maduro was captured`."""


def extract_deeds(reading: Reading, clauses: Sequence[Clause]) -> Iterator[Event]:
    """The material acts that one sentence asserts, done or under way: not wished, denied, supposed or still to come."""
    by_head = {clause.head: clause for clause in clauses}
    for clause in clauses:
        if clause.act.kind != "deed" or clause.hypothetical or clause.negated or clause.future or clause.obliged:
            continue
        if is_content_of(reading, clause, by_head):
            continue
        if is_purpose(reading.trees[clause.sentence], clause.head) or is_said_in_a_cleft(
            reading.trees[clause.sentence], clause.head
        ):
            continue
        if clause.form.kind == "noun" and (clause.subject is None or is_only_spoken_of(reading, clause)):
            continue  # "the fight against drug cartels" is nobody's deed
        if clause.subject and all(reading.knowledge.is_medium(actor) for actor in clause.subject.actors):
            continue  # `The paper named him as its source` appoints nobody
        chain = attribution_chain(reading, clause, by_head)
        actors = actor_codes(reading, clause.holders)
        recipients = tuple(code for code in recipient_codes(reading, clause) if code not in actors)
        if actors or (recipients and clause.act.plover in WITHOUT_AGENT):
            date = date_near(reading, clause.sentence, clause.head, told=False)
            when = {"date": date.value if date else None, "date_basis": date.basis if date else None}
            yield Event(
                **(claim_fields(reading, clause, ("deed", f"act:{clause.act.id}", *aside(reading, clause))) | when),
                attribution=printed_chain(reading, chain),
                certainty=certainty_of(clause, chain),
                actors=actors,
                recipients=recipients,
            )


def is_only_spoken_of(reading: Reading, clause: Clause) -> bool:
    """`no autorizó el espionaje de Chile`, `habrá un ataque de Perú`, `debe haber un arresto`: nobody says it was done."""
    tree = reading.trees[clause.sentence]
    verbs = [i for i in ancestors(tree, clause.head) if is_verbal(tree.tokens[i])]
    moods = (is_negated, is_future, is_conditional, is_obliged, is_duty)
    return is_negated(reading, tree, clause.head) or any(mood(reading, tree, i) for i in verbs for mood in moods)


def is_duty(reading: Reading, tree: Tree, index: int) -> bool:
    match = match_act(reading, tree, index)
    return match is not None and match[0].kind in {"modal", "wish"}


ASIDE = ("advcl", "acl", "obl", "nmod", "appos")
"""How what is only told in passing hangs on the rest: `after they captured …`, `tras la captura de …`, `who was arrested`."""


def aside(reading: Reading, clause: Clause) -> tuple[str, ...]:
    """`told_aside` on a deed that its sentence does not report, but takes for known."""
    tree = reading.trees[clause.sentence]
    above = (clause.head, *ancestors(tree, clause.head))
    late = any(is_relation(tree.tokens[i], "ccomp") and " " in mark_of(tree, i) for i in above)  # `después de que`
    return ("told_aside",) if late or any(is_relation(tree.tokens[i], *ASIDE) for i in above) else ()


def is_said_in_a_cleft(tree: Tree, head: int) -> bool:
    """`What Peru wants is that Chile open the port`: what is wanted, whatever verb the parser puts above."""
    subjects = children(tree, head, "nsubj")
    return any(is_topic_of_cleft(tree, index, subjects) for index in subjects)


def is_purpose(tree: Tree, head: int) -> bool:
    """`dio 30 días para retirar …`, `gave it until May to withdraw`: meant to be done, not done."""
    token = tree.tokens[head]
    return token.feat("VerbForm") == "Inf" and is_relation(token, "advcl", "acl")


def actor_codes(reading: Reading, actors: Sequence[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(code for actor in actors for code in codes_of(reading, actor)))


def recipient_codes(reading: Reading, clause: Clause) -> tuple[str, ...]:
    """The countries of everyone named in what the act is done to; of a passive only in its subject, the victim."""
    tree = reading.trees[clause.sentence]
    if is_passive(tree, clause.head) and (victims := children(tree, clause.head, "nsubj")):
        spans = [span_of(tree, index) for index in victims]
        return actor_codes(reading, [m.actor for span in spans for m in mentions_in(reading, span) if not m.place])
    named = [m.actor for index in clause.content for m in mentions_in(reading, span_of(tree, index)) if not m.place]
    return actor_codes(reading, [*clause.addressees, *named])


def extract_reports(reading: Reading, number: int) -> Iterator[Event]:
    """The main clause of a sentence that no act of the knowledge covers, where one of its actors does something.

    It carries what would otherwise be lost (`hay asesores militares en los centros de mando`), without an act's sense; the rule
    tells whether an actor does it, tells it, or is only named.
    """
    tree = reading.trees[number]
    root = next((i for i, token in enumerate(tree.tokens) if token.head < 0), None)
    if root is None or tree.sentence.kind != "body" or not is_told_of(reading, tree) or receives_us(reading, tree, root):
        return
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
            rules=("report", part_in_report(reading, tree, root, subject), *voice_rule(reading, tree.sentence.span)),
            confidence=tree.tokens[root].confidence,
        )


def is_told_of(reading: Reading, tree: Tree) -> bool:
    """Whether a sentence tells anything: not `Tariffs and fees`, not `The ministry informs:`, not what the writer thinks."""
    if not any(is_verbal(token) for token in tree.tokens) or tree.sentence.span.of(tree.text).rstrip().endswith(":"):
        return False
    own = [t for t in tree.tokens if t.feat("VerbForm") == "Fin" and t.feat("Person") == "1" and t.feat("Number") == "Sing"]
    return all(told_by(reading, token.span) or quote_at(reading, token.span) for token in own)


def part_in_report(reading: Reading, tree: Tree, root: int, subject: Subject | None) -> str:
    """What the actors of a report have to do with it.

    `report:told`: a government or a newspaper tells it as so (`el diario reveló que hay asesores …`); `report:done`: an actor
    is its subject; `report:named`: it is only named beside something else (`the dispute of Chile and Peru is delicate`).
    """
    before = actor_at(reading, tree, root - 1) if root else None  # `The government highlights`, taken for two nouns
    doers = subject.actors if subject else (before.id,) if before else suffered_by(reading, tree, root)
    doers = doers or doers_told_of(reading, tree, root)
    match = match_act(reading, tree, root)
    teller = any(speaks_officially(reading, actor) for actor in doers) or is_teller(reading, tree, root)
    if teller and match is not None and match[0].kind == "reporting" and (is_told_at_the_root(tree, root) or before):
        return "report:told"
    return "report:done" if doers else "report:named"


def doers_told_of(reading: Reading, tree: Tree, root: int) -> tuple[str, ...]:
    """`Peru held a ship, the coastguard reported`: who does what a teller without a country tells."""
    subjects = [find_subject(reading, tree, told) for told in children(tree, root, "ccomp", "parataxis") if told < root]
    return tuple(actor for subject in subjects if subject for actor in subject.actors)


def suffered_by(reading: Reading, tree: Tree, root: int) -> tuple[str, ...]:
    """`The ambassador was summoned`: of a passive its subject is who it is about."""
    subjects = children(tree, root, "nsubj") if is_passive(tree, root) else ()
    found = [named(reading, tree, index, "explicit") for index in subjects]
    return tuple(actor for subject in found if subject for actor in subject.actors)


def is_told_at_the_root(tree: Tree, root: int) -> bool:
    return bool(children(tree, root, "ccomp", "parataxis"))


def is_teller(reading: Reading, tree: Tree, root: int) -> bool:
    """`el rotativo reveló`, `officials said`: the subject is one of those who tell news."""
    subjects = [tree.tokens[c].lemma.lower() for c in children(tree, root, "nsubj")]
    return any(lemma in reading.words.tellers for lemma in subjects)


def speaks_officially(reading: Reading, actor_id: str) -> bool:
    return bool(governments_of(reading, actor_id)) or reading.knowledge.is_medium(actor_id)
