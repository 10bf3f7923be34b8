"""What governments say that they want, refuse, offer, threaten …

A statement needs an actor that speaks for a government and an act with a stance (`stances`).  What stands inside a wish, a
demand or a denial is its content and no statement of its own.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Mapping, Sequence

from briefing.extract.claims import claim_fields
from briefing.extract.coding import peoples_in
from briefing.extract.positions.about import favoured, governed
from briefing.extract.positions.answered import what_is_answered
from briefing.extract.positions.ascribed import Ascription
from briefing.extract.positions.asserted import SAYING, is_a_partys_word, without_half_labels
from briefing.extract.positions.by_saying import is_signed
from briefing.extract.positions.columns import Candidate, column_rules, is_columned
from briefing.extract.positions.declarations import find_declarations
from briefing.extract.positions.done_so import was_done_earlier
from briefing.extract.positions.doubts import is_doubted
from briefing.extract.positions.earned import BINDING, is_only_named, is_told_by_a_pronoun
from briefing.extract.positions.hearsay import is_anothers_account, is_hearsay
from briefing.extract.positions.judgements import STATED, Label, label_of
from briefing.extract.positions.labels import is_possible
from briefing.extract.positions.sayings import find_sayings
from briefing.extract.positions.stances import STANCE_RULES
from briefing.extract.positions.too_little import SOFT_KINDS, asks_for_anonymity, is_pointed_at, keeps_silent, says_too_little
from briefing.extract.reading import (
    TURN,
    Reading,
    codes_of,
    codes_of_all,
    governments_of,
    mentions_in,
    quote_at,
    speaker_of,
)
from briefing.extract.sentence.attribution import (
    Chain,
    attribution_chain,
    certainty_of,
    is_aside,
    is_content_of,
    printed_chain,
)
from briefing.extract.sentence.clauses import Clause
from briefing.extract.sentence.moods import is_of_what_was_not, is_taken_back
from briefing.extract.sentence.subjects import find_subject
from briefing.extract.sentence.trees import children, is_relation, span_of
from briefing.model import Actor, Quotation, Span, Stance, Statement, Voice
from briefing.model.marks import ANSWERED
from briefing.model.stances import BLAMING

LEAST_CONFIDENCE = 0.45
SPOKEN_ACTS: Mapping[Stance, str] = {
    "threatens": "threaten",
    "promises": "promise",
    "announces": "announce",
    "denies": "deny",
}
"""The acts of the knowledge that say no more than a stance."""
SIGNING = "sign"
JUDGING = "judges"
"""The rule on what is called false, good or unacceptable."""
FAMILIES_OF_DENIAL: Mapping[Stance, Stance] = {"denies": "rejects", "threatens": "announces", "promises": "announces"}
"""One sentence tells a government's refusal and its denial, its promise and its announcement, only once."""
DOING_RULES = frozenset({"decrees", "tells_its_own_deed", "reports_its_own_deed"})
LEAD_OF_TALK = 2
"""The last paragraph of those that say what a talk or an interview is about."""
SHORT_ANSWER, BESIDE_ANSWER = 60, 4
"""Words of an answer that keeps to its question, and the sentences before and behind it in which the questions stand."""
NEAR = 3
"""Sentences before and behind one in which stands whom it concerns."""
TURN_MARKS = "—– "
"""What opens a turn: `—De ninguna manera.`"""
SHORTEST_QUOTE = 4
"""Words that a fragment in quotation marks needs to be shown as somebody's own words."""


def extract_statements(reading: Reading, number: int, clauses: Sequence[Clause]) -> Iterator[Statement]:
    """The statements of one sentence: by the acts of the knowledge, then what else a government declares of itself."""
    yield from without_half_labels(reading, number, tuple(find_statements(reading, number, clauses)))


def find_statements(reading: Reading, number: int, clauses: Sequence[Clause]) -> Iterator[Statement]:
    by_head = {clause.head: clause for clause in clauses}
    told = without_bare_statements(tuple(without_bare_announcements(tuple(statements_by_acts(reading, clauses, by_head)))))
    official = tuple(statement for statement in told if statement.official)
    declared = tuple(statements_by_declaring(reading, number, by_head, official))
    yield from without_bare_statements((*told, *declared))
    if not official and not declared:
        yield from (*statements_by_saying(reading, number, clauses), *statements_by_answering(reading, number, clauses))


def statements_by_declaring(
    reading: Reading, number: int, by_head: Mapping[int, Clause], told: Sequence[Statement]
) -> Iterator[Statement]:
    """What a government says of its own doing in a sentence, beside what the acts have told of it."""
    taken = {(statement.government, FAMILIES_OF_DENIAL.get(statement.stance, statement.stance)) for statement in told}
    for clause, chain, stance in find_declarations(reading, number, by_head):
        if clause.confidence < LEAST_CONFIDENCE or says_too_little(reading, clause):
            continue
        if not clause.negated and is_pointed_at(reading, reading.trees[number], clause):
            continue  # `lo seguiremos siendo`
        label = label_of(reading, clause, chain, stance, "declares")
        for statement in statements_for(reading, clause, chain, clause.holders, label, "declares"):
            kind = statement.government, FAMILIES_OF_DENIAL.get(stance, stance)
            if label.stance == "states" and statement.government in {government for government, _ in taken}:
                continue  # beside what it demands or refuses, what it might do is no position of its own
            if is_doubted(Ascription(reading, clause, chain, by_head, statement.government)):
                continue
            if kind not in taken and governments_around(reading, number) - {statement.government}:
                taken.add(kind)
                yield statement


def statements_by_saying(reading: Reading, number: int, clauses: Sequence[Clause]) -> Iterator[Statement]:
    """What a government says in a sentence that tells no other stance, its own or another's."""
    by_head, told = {clause.head: clause for clause in clauses}, set[str]()
    around = governments_around(reading, number)
    for clause, chain in find_sayings(reading, number, clauses, by_head):
        if says_too_little(reading, clause) or keeps_silent(reading, clause):
            continue
        for statement in statements_for(reading, clause, chain, clause.holders, STATED, "says"):
            government = statement.government
            ascribed = Ascription(reading, clause, chain, by_head, government)
            beside = government in told or is_hearsay(ascribed)
            if around - {government} and not beside and not is_doubted(ascribed):
                told.add(government)
                yield statement


def statements_by_answering(reading: Reading, number: int, clauses: Sequence[Clause]) -> Iterator[Statement]:
    """What a government says in an answer, in a sentence that tells no other stance."""
    clause = what_is_answered(reading, number, clauses)
    if clause is None or clause.confidence < LEAST_CONFIDENCE or keeps_silent(reading, clause):
        return
    chain = attribution_chain(reading, clause, {clause.head: clause})
    for statement in statements_for(reading, clause, chain, clause.holders, STATED, ANSWERED):
        around = governments_around(reading, number) - {statement.government}
        if around and not is_doubted(Ascription(reading, clause, chain, {}, statement.government)):
            yield statement


def without_bare_announcements(told: Sequence[Statement]) -> Iterator[Statement]:
    """`announced that it will withdraw`, `announced that it is false`: the promise, the denial tells what is announced."""
    announced = {
        s.government for s in told if s.stance in {"promises", "threatens"} or (s.stance in BLAMING and JUDGING in s.rules)
    }
    return (s for s in told if s.stance != "announces" or s.government not in announced)


def without_bare_statements(told: Sequence[Statement]) -> tuple[Statement, ...]:
    """`wants a lower quota and is considering a complaint`: one sentence stands once, under what it wants."""
    labelled = {statement.government for statement in told if statement.stance != "states"}
    first = {s.government: s for s in reversed(told) if s.stance == "states"}
    return tuple(s for s in told if s.stance != "states" or (s.government not in labelled and first[s.government] is s))


def statements_by_acts(reading: Reading, clauses: Sequence[Clause], by_head: Mapping[int, Clause]) -> Iterator[Statement]:
    for clause in clauses:
        if clause.hypothetical or clause.confidence < LEAST_CONFIDENCE:
            continue
        if clause.obliged and not reading.doc.issuers and not is_possible(reading, reading.trees[clause.sentence], clause.head):
            continue  # in a decree `shall be suspended` suspends
        if is_content_of(reading, clause, by_head) or asks_for_anonymity(reading, clause) or was_done_earlier(reading, clause):
            continue
        if says_too_little(reading, clause) or keeps_silent(reading, clause) or tells_of_none(reading, clause, by_head):
            continue
        yield from statements_of(reading, clause, by_head)


def statements_of(reading: Reading, clause: Clause, by_head: Mapping[int, Clause]) -> Iterator[Statement]:
    chain = attribution_chain(reading, clause, by_head)
    for rule in STANCE_RULES:
        found = rule(reading, clause, chain)
        if found:
            holders, told = found
            if is_alleged_by_another(reading, clause, told):
                return
            label = label_of(reading, clause, chain, told, rule.__name__)
            for statement in statements_for(reading, clause, chain, holders, label, rule.__name__):
                ascribed = Ascription(reading, clause, chain, by_head, statement.government)
                hearsay = is_hearsay(ascribed)
                if is_doubted(ascribed) or (label.stance == "states" and is_no_line_of_its_own(ascribed, hearsay=hearsay)):
                    continue
                if is_signed(reading, clause) or not is_anothers_account(clause, label.claimed, hearsay=hearsay):
                    told_so = as_reported(statement) if hearsay else statement
                    yield dataclasses.replace(told_so, official=statement.official and not is_a_partys_word(ascribed))
            return


def is_no_line_of_its_own(told: Ascription, *, hearsay: bool) -> bool:
    """Whether a sentence without a label only names the government, is about something else, or an onlooker's word."""
    named = is_only_named(told.reading, told.clause, told.government)
    elsewhere = named or is_told_of_another(told.reading, told.clause, told.government)
    return elsewhere or (hearsay and is_an_onlookers(told.reading, told.chain))


def is_alleged_by_another(reading: Reading, clause: Clause, stance: Stance) -> bool:
    """`el canciller, quien, según ella, se comprometió a …`: a bond of his that is her word, and no line of his own."""
    relative = clause.subject is not None and clause.subject.how == "relative"
    return relative and stance in BINDING and is_told_by_a_pronoun(reading, clause)


def is_told_of_another(reading: Reading, clause: Clause, government: str) -> bool:
    """`The police that the ministry promised have not arrived`: of a sentence about something else, and no line of its own.

    `El plan que propone Chile prevé que sus buques …` tells what is proposed.
    """
    tree = reading.trees[clause.sentence]
    relative = is_relation(tree.tokens[clause.head], "acl") and clause.subject is not None and clause.subject.how == "explicit"
    root = next(i for i, token in enumerate(tree.tokens) if token.head < 0)
    relative = relative and not (tree.tokens[tree.tokens[clause.head].head].head == root and children(tree, root, "ccomp"))
    doer = find_subject(reading, tree, root) if relative else None
    named = codes_of_all(reading, doer.actors) if doer else set()
    return relative and government not in named and not is_aside(tree, clause.head, tree.tokens[clause.head].head)


def is_an_onlookers(reading: Reading, chain: Chain) -> bool:
    """`According to the analyst, both governments think of elections`: what a person of no office says of them."""
    tellers = [reading.doc.actors[a] for link in chain[:1] for a in link if a in reading.doc.actors]
    return any(teller.kind == "person" and not teller.official for teller in tellers)


def as_reported(statement: Statement) -> Statement:
    return dataclasses.replace(statement, certainty="reported") if statement.certainty == "asserted" else statement


def tells_of_none(reading: Reading, clause: Clause, by_head: Mapping[int, Clause]) -> bool:
    """Of a noun: that there is none, or that it belongs to its verb (`presentar una queja` complains once, if at all)."""
    tree = reading.trees[clause.sentence]
    if clause.form.kind != "noun":
        return False
    above = by_head.get(tree.tokens[clause.head].head)
    told = above is not None and above.act.stance is not None and above.subject is not None
    idiom = told and above is not None and tree.tokens[clause.head].lemma.lower() in above.form.object
    return idiom or is_of_what_was_not(reading, tree, clause.head) or is_taken_back(reading, tree, clause.head)


# ------------------------------------------------------------------ the statement


def statements_for(
    reading: Reading, clause: Clause, chain: Chain, holders: Sequence[str], label: Label, rule: str
) -> Iterator[Statement]:
    """One statement for each government among the holders: a joint one is each side's position."""
    stance, done = label.stance, set[str]()
    near = governments_near(reading, clause)
    for holder in holders:
        for government in governments_of(reading, holder) if is_voice(reading, holder) else ():
            if government in done or (
                clause.act.kind in SOFT_KINDS and not is_disowned(clause, stance) and not near - {government}
            ):
                continue
            done.add(government)
            others = tuple(link for link in chain if government not in codes_of_all(reading, link))
            candidate = Candidate(clause=clause, chain=chain, holder=holder, government=government, stance=stance)
            column = column_rules(reading, candidate)
            fields = claim_fields(
                reading, clause, (rule, f"act:{clause.act.id}", f"subject:{how(clause)}", *column, *label.marks)
            )
            fields["concepts"] = favoured(reading, clause, fields["concepts"], stance)
            yield Statement(
                **(fields | spoken_act(reading, clause, stance, rule)),
                attribution=printed_chain(reading, others),
                certainty=certainty_of(clause, others),
                government=government,
                speaker=holder,
                stance=stance,
                about=governed(reading, clause, fields["concepts"]),
                addressee=addressee_codes(reading, clause, government),
                voice=voice_of(reading, speakers_of(clause, chain, holder, rule), government),
                quote=quotation_of(reading, clause, government),
                official=is_columned(column),
            )


def is_disowned(clause: Clause, stance: Stance) -> bool:
    """`no tenemos intención de …`: a position whoever is named near it; `no queremos culpar a nadie` is none by itself."""
    return stance == "states" and clause.negated and clause.act.negated != "rejects"


def is_voice(reading: Reading, actor_id: str) -> bool:
    """Troops and police act for a government; they do not say what it wants."""
    body = reading.knowledge.actors.get(actor_id) or reading.knowledge.actors.get(actor_id.partition(".")[2])
    return body is None or body.branch != "military"


def governments_near(reading: Reading, clause: Clause) -> set[str]:
    """The countries and organizations that the clause's paragraph names: a wish about home affairs is no position.

    A short answer is about what its question and the next one are about; a long one wanders.
    """
    sentences, here = reading.doc.sentences, clause.sentence
    turn = reading.turn_at(sentences[here].span)
    answer = [n for n, s in enumerate(sentences) if turn is not None and turn.content.contains(s.span)]
    if turn is None:
        spans = [s.span for s in sentences if s.paragraph == sentences[here].paragraph]
    elif len(turn.content.of(reading.text).split()) <= SHORT_ANSWER:
        spans = [s.span for s in sentences[max(0, answer[0] - BESIDE_ANSWER) : answer[-1] + 1 + BESIDE_ANSWER]]
    else:
        spans = [s.span for s in sentences[max(0, here - 1) : here + 2]]
    return governments_in(reading, spans)


def governments_around(reading: Reading, number: int) -> set[str]:
    """Those that a sentence's paragraph and the ones beside it name, or three short ones; in an official text all of it."""
    sentences = reading.doc.sentences
    if reading.doc.issuers:
        return codes_of_all(reading, [mention.actor for mention in reading.doc.mentions])
    here = sentences[number].paragraph
    beside = range(number - NEAR, number + NEAR + 1)  # wires make a paragraph of every sentence
    spans = [s.span for n, s in enumerate(sentences) if abs(s.paragraph - here) <= 1 or n in beside]
    if reading.turn_at(sentences[number].span):  # a turn is about what the whole talk is about
        spans += [s.span for s in sentences if s.kind in {"title", "heading", "question"} or s.paragraph <= LEAD_OF_TALK]
    return governments_in(reading, spans)


def governments_in(reading: Reading, spans: Sequence[Span]) -> set[str]:
    """Those that some words name, by their peoples too: `visas for Egyptian traders` are Egypt's affair."""
    named = codes_of_all(reading, [m.actor for span in spans for m in mentions_in(reading, span)])
    return named.union(*(peoples_in(reading, span) for span in spans))


def spoken_act(reading: Reading, clause: Clause, stance: Stance, rule: str) -> dict[str, str | None]:
    """A deed that is threatened, promised or denied has not been done: the act is the threat, the promise, the denial."""
    if stance == "agrees" and is_signed(reading, clause):
        return {"act": SIGNING, "plover": reading.knowledge.acts[SIGNING].plover}
    act = reading.knowledge.acts.get(SPOKEN_ACTS.get(stance, ""))
    if rule in DOING_RULES:
        return {}  # `the duty shall be suspended`, in the order itself: done by saying so
    if act is None or (clause.act.kind == "speech" and clause.act.stance == stance):
        return {}
    return {"act": act.id, "plover": act.plover}


def how(clause: Clause) -> str:
    return clause.subject.how if clause.subject else "chain"


def addressee_codes(reading: Reading, clause: Clause, government: str) -> tuple[str, ...]:
    named = [code for actor in clause.addressees for code in codes_of(reading, actor)]
    return tuple(dict.fromkeys(code for code in named if code != government))


def speakers_of(clause: Clause, chain: Chain, holder: str, rule: str) -> list[str]:
    """Whose words they are, the surest first: who does the saying, else through whom it comes.

    `Minister Ruiz said that President Lund will travel`: Ruiz, though it is Lund who travels; of a deed alone nobody else.
    """
    through = [actor for link in reversed(chain) for actor in link]
    if through and rule == "declares":
        return through
    return [holder, *through] if clause.act.kind in SAYING else [*through, holder]


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
    """The speaker's own words that the clause stands in, or that it holds."""
    tree = reading.trees[clause.sentence]
    quote = quote_at(reading, tree.tokens[clause.head].span)
    if quote is None:
        # `“…”, declaró el ministro, que descartó …`: what he ruled out is not what he is quoted with.
        own = span_of(tree, clause.head)
        inside = [q for q in reading.spoken if own.contains(q.content)]
        quote = max(inside, key=lambda q: (len(q.content), -q.content.start), default=None)
    if quote is None or len(quote.content.of(reading.text).split()) < SHORTEST_QUOTE:
        return None
    speaker = speaker_of(reading, quote)
    if speaker is None or government not in codes_of(reading, speaker):
        return None
    language = reading.doc.article.language
    span = tree.sentence.span if quote.rule == TURN else quote.content  # of a whole answer only what the position rests on
    entry = reading.knowledge.actors.get(government)
    spoken = entry.languages if entry else ()
    return Quotation(
        content=span.of(reading.text).strip().lstrip(TURN_MARKS),
        language=language,
        translated=bool(spoken) and language not in spoken,
    )
