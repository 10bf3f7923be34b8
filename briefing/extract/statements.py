"""What governments say that they want, refuse, offer, threaten …

A statement needs an actor that speaks for a government and an act with a stance.  Saying and doing are composed as event
coders do (PETRARCH2, PLOVER): reporting a demand is a demand, having to do something is a demand on whoever has to, a hostile
deed still to come is a threat, a friendly one a promise.  What stands inside a wish, a demand or a denial is its content and
no statement of its own.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from briefing.extract.attribution import Chain, attribution_chain, certainty_of, is_content_of, printed_chain
from briefing.extract.claims import claim_fields
from briefing.extract.clauses import Clause
from briefing.extract.moods import is_conditional, is_future, is_negated
from briefing.extract.reading import Reading, codes_of, governments_of, mentions_in, quote_at, speaker_of
from briefing.extract.subjects import find_subject
from briefing.model import Actor, Quotation, Stance, Statement, Voice

HOSTILE = frozenset({"ASSAULT", "COERCE", "SANCTION", "MOBILIZE"})
FRIENDLY = frozenset({"AID", "COOPERATE", "RETREAT", "CONCEDE"})
SOFT_KINDS = frozenset({"wish", "modal"})
LEAST_CONFIDENCE = 0.45
SPOKEN_ACTS: Mapping[Stance, str] = {
    "threatens": "threaten",
    "promises": "promise",
    "announces": "announce",
    "denies": "deny",
}
"""The acts of the knowledge that say no more than a stance."""
SHORTEST_QUOTE = 4
"""Words that a fragment in quotation marks needs to be shown as somebody's own words."""


def extract_statements(reading: Reading, clauses: Sequence[Clause]) -> Iterator[Statement]:
    """The statements of one sentence."""
    by_head = {clause.head: clause for clause in clauses}
    for clause in clauses:
        if clause.hypothetical or clause.obliged or clause.confidence < LEAST_CONFIDENCE:
            continue
        if is_content_of(reading.trees[clause.sentence], clause, by_head):
            continue
        yield from statements_of(reading, clause, by_head)


def statements_of(reading: Reading, clause: Clause, by_head: Mapping[int, Clause]) -> Iterator[Statement]:
    chain = attribution_chain(reading, clause, by_head)
    for rule in STANCE_RULES:
        found = rule(reading, clause, chain)
        if found:
            holders, stance = found
            yield from statements_for(reading, clause, chain, holders, stance, rule.__name__)
            return


# ------------------------------------------------------------------ which stance, and whose

Holding = tuple[tuple[str, ...], Stance]
"""The actors that hold a stance, and the stance."""


def says_with_a_stance(reading: Reading, clause: Clause, chain: Chain) -> Holding | None:
    """`México rechazó la propuesta`; its negation has the stance that the act's row gives, or none."""
    if clause.act.kind not in {"speech", "wish"} or clause.subject is None or clause.form.kind == "adjective":
        return None
    stance = clause.act.negated if clause.negated else clause.act.stance
    return (clause.subject.actors, stance) if stance else None


def judges(reading: Reading, clause: Clause, chain: Chain) -> Holding | None:
    """`… dijo que los avances son inaceptables`: whoever says so holds it."""
    if clause.act.kind != "speech" or clause.form.kind != "adjective" or not chain:
        return None
    stance = clause.act.negated if clause.negated else clause.act.stance
    return (chain[-1], stance) if stance else None


def says_that_others_must(reading: Reading, clause: Clause, chain: Chain) -> Holding | None:
    """`señaló que ese país debe reducir …`: a demand, unless its own government is the one that must."""
    if clause.act.kind != "modal" or not chain or clause.negated or not clause.act.stance:
        return None
    obliged = codes_of_all(reading, clause.subject.actors if clause.subject else ())
    return None if obliged & codes_of_all(reading, chain[-1]) else (chain[-1], clause.act.stance)


def announces_a_deed(reading: Reading, clause: Clause, chain: Chain) -> Holding | None:
    """`Vamos a atacar …`, `said that it will extradite …`: a threat or a promise by the nature of the deed."""
    if clause.act.kind != "deed" or not clause.future or clause.negated or clause.subject is None or not chain:
        return None
    if not codes_of_all(reading, chain[-1]) & codes_of_all(reading, clause.subject.actors):
        return None
    plover = clause.act.plover or ""
    return clause.subject.actors, "threatens" if plover in HOSTILE else "promises" if plover in FRIENDLY else "announces"


def codes_of_all(reading: Reading, actors: Sequence[str]) -> set[str]:
    return {code for actor in actors for code in codes_of(reading, actor)}


def denies_a_deed(reading: Reading, clause: Clause, chain: Chain) -> Holding | None:
    """`aseguró que no autorizó …`, `said that it is not monitoring …`: of one's own government, now or in the past."""
    tree = reading.trees[clause.sentence]
    content = next((c for c in clause.content if tree.tokens[c].upos == "VERB"), None)
    if clause.act.kind != "reporting" or clause.negated or clause.subject is None or content is None:
        return None
    if not is_negated(reading, tree, content) or is_future(reading, tree, content) or is_conditional(reading, tree, content):
        return None
    doer = find_subject(reading, tree, content)
    if doer is None or not codes_of_all(reading, doer.actors) & codes_of_all(reading, clause.subject.actors):
        return None
    return clause.subject.actors, "denies"


STANCE_RULES = (says_with_a_stance, judges, says_that_others_must, announces_a_deed, denies_a_deed)


# ------------------------------------------------------------------ the statement


def statements_for(
    reading: Reading, clause: Clause, chain: Chain, holders: Sequence[str], stance: Stance, rule: str
) -> Iterator[Statement]:
    """One statement for each government among the holders: a joint one is each side's position."""
    done: set[str] = set()
    near = governments_near(reading, clause)
    for holder in holders:
        for government in governments_of(reading, holder) if is_voice(reading, holder) else ():
            if government in done or (clause.act.kind in SOFT_KINDS and not near - {government}):
                continue
            done.add(government)
            others = tuple(link for link in chain if government not in codes_of_all(reading, link))
            fields = claim_fields(reading, clause, (rule, f"act:{clause.act.id}", f"subject:{how(clause)}"))
            yield Statement(
                **(fields | spoken_act(reading, clause, stance)),
                attribution=printed_chain(reading, others),
                certainty=certainty_of(clause, others),
                government=government,
                speaker=holder,
                stance=stance,
                addressee=addressee_codes(reading, clause, government),
                voice=voice_of(reading, [holder, *(actor for link in reversed(chain) for actor in link)], government),
                quote=quotation_of(reading, clause, government),
            )


def is_voice(reading: Reading, actor_id: str) -> bool:
    """Troops and police act for a government; they do not say what it wants."""
    body = reading.knowledge.actors.get(actor_id) or reading.knowledge.actors.get(actor_id.partition(".")[2])
    return body is None or body.branch != "military"


def governments_near(reading: Reading, clause: Clause) -> set[str]:
    """The countries and organizations that the clause's paragraph names: a wish about home affairs is no position."""
    paragraph = reading.doc.sentences[clause.sentence].paragraph
    spans = [s.span for s in reading.doc.sentences if s.paragraph == paragraph]
    return codes_of_all(reading, [m.actor for span in spans for m in mentions_in(reading, span)])


def spoken_act(reading: Reading, clause: Clause, stance: Stance) -> dict[str, str | None]:
    """A deed that is threatened, promised or denied has not been done: the act is the threat, the promise, the denial."""
    act = reading.knowledge.acts.get(SPOKEN_ACTS.get(stance, ""))
    if act is None or (clause.act.kind == "speech" and clause.act.stance == stance):
        return {}
    return {"act": act.id, "plover": act.plover}


def how(clause: Clause) -> str:
    return clause.subject.how if clause.subject else "chain"


def addressee_codes(reading: Reading, clause: Clause, government: str) -> tuple[str, ...]:
    named = [code for actor in clause.addressees for code in codes_of(reading, actor)]
    return tuple(dict.fromkeys(code for code in named if code != government))


def voice_of(reading: Reading, candidates: Sequence[str], government: str) -> Voice | None:
    """The person who spoke for the government, with the role that the article gives."""
    for actor_id in candidates:
        actor = reading.doc.actors.get(actor_id)
        if actor is not None and actor.kind == "person" and actor.country == government:
            language = reading.doc.article.language
            return Voice(name=actor.name.get(language) or actor.id, role=role_labels(reading, actor))
    return None


def role_labels(reading: Reading, actor: Actor) -> dict[str, str]:
    """The office's printed name in each language, in the person's gender; nothing where the office is not known."""
    role = reading.knowledge.roles.get(actor.role or "")
    if role is None:
        return {}
    return {language: forms.get(actor.gender or "m") or next(iter(forms.values())) for language, forms in role.label.items()}


def quotation_of(reading: Reading, clause: Clause, government: str) -> Quotation | None:
    """The speaker's own words that the clause stands in, or that its sentence holds."""
    tree = reading.trees[clause.sentence]
    quote = quote_at(reading, tree.tokens[clause.head].span)
    if quote is None:
        inside = [q for q in reading.spoken if tree.sentence.span.contains(q.content)]
        quote = max(inside, key=lambda q: (len(q.content), -q.content.start), default=None)
    if quote is None or len(quote.content.of(reading.text).split()) < SHORTEST_QUOTE:
        return None
    speaker = speaker_of(reading, quote)
    if speaker is None or government not in codes_of(reading, speaker):
        return None
    language = reading.doc.article.language
    entry = reading.knowledge.actors.get(government)
    spoken = entry.languages if entry else ()
    return Quotation(
        content=quote.content.of(reading.text), language=language, translated=bool(spoken) and language not in spoken
    )
