"""What each government wants: statements of one government with one stance on one issue are one position."""

from __future__ import annotations

import dataclasses
from collections import Counter
from collections.abc import Sequence

from briefing.consolidate.accounts.denied_things import deny_two_things
from briefing.consolidate.clusters import cluster
from briefing.consolidate.dating import item_date
from briefing.consolidate.facts import LIFTING
from briefing.consolidate.families import FAMILIES
from briefing.consolidate.issues import about, broader_of, issue_of, without_asides
from briefing.consolidate.main_claims import plainness, weakest_shared
from briefing.consolidate.people import name_tokens
from briefing.consolidate.ranking import Entry, importance, prominence, standing_rules
from briefing.consolidate.reasons import merge_rules
from briefing.consolidate.sentences import key_of
from briefing.consolidate.values.restricted import is_one_restriction
from briefing.consolidate.week import Week, counts, make_id, place_key, retold_medium, unique_evidence
from briefing.model import Position, Quotation, Stance, Statement, Voice
from briefing.model.marks import ANSWERED

SAME_POSITION = 0.26
"""Lower than for facts: the government and the stance are the same already."""
LEAST_SHARED = 2.5
MOST_POSITIONS = 60


def find_positions(week: Week) -> tuple[Position, ...]:
    """The positions of the week, the most important first."""
    statements = [
        claim for name in sorted(week.claims) for claim in week.claims[name] if isinstance(claim, Statement) and claim.official
    ]
    told = (own_lines(week, group) for group in position_clusters(week, statements))
    groups = [group for group in told if group]
    entries = [(make_entry(week, group), group) for group in groups]
    entries.sort(key=lambda row: (-importance(week, row[0]), place_key(week, row[1][0])))
    first = sorted(entries[:MOST_POSITIONS], key=lambda row: -prominence(week, row[0]))
    return tuple(make_position(week, entry, group) for entry, group in first)


SAYING = frozenset({"says", ANSWERED})
"""The rules on what a government says without another stance."""


def without_sayings(week: Week) -> Week:
    """The week as its facts see it: what somebody maintains is a position, and adds nothing to what has happened."""
    kept = {name: tuple(c for c in claims if not SAYING & {*c.rules}) for name, claims in week.claims.items()}
    return dataclasses.replace(week, claims=kept) if kept != dict(week.claims) else week


def position_clusters(week: Week, statements: Sequence[Statement]) -> tuple[tuple[Statement, ...], ...]:
    """Statements of one government and one family of stances whose sentences are alike."""
    blocks: dict[tuple[str, str], list[Statement]] = {}
    for statement in statements:
        blocks.setdefault((statement.government, FAMILIES[labelled(week, statement, statements)]), []).append(statement)
    groups: list[tuple[Statement, ...]] = []
    for block in (blocks[name] for name in sorted(blocks)):
        groups += cluster(
            block,
            lambda claim: week.signatures[key_of(claim)].everything,
            lambda left, right: alike(week, left, right),
            SAME_POSITION,
            key=lambda claim: place_key(week, claim),
            forbids=lambda left, right: any(veto(week, left, right) for veto in VETOES),
        )
    return tuple(groups)


def labelled(week: Week, statement: Statement, statements: Sequence[Statement]) -> Stance:
    """The stance by which a statement is compared: of one without a stance, that of the wish that it tells once more."""
    if statement.stance != "states":
        return statement.stance
    same = (s for s in statements if s.government == statement.government and s.stance != "states")
    return next((s.stance for s in same if is_one_restriction(week, statement, s)), "states")


def own_lines(week: Week, group: Sequence[Statement]) -> tuple[Statement, ...]:
    return tuple(claim for claim in group if not is_anothers_line(week, claim))


BY_NAME_ONLY = "subject:noun"


def is_anothers_line(week: Week, claim: Statement) -> bool:
    """`Chile rechazó la propuesta de Perú`: the words tell what Chile did; what Peru proposed they only name.

    A position never rests on it: it would show one sentence in two columns, or tell the refusal as what was proposed.
    """
    if BY_NAME_ONLY not in claim.rules:
        return False
    beside = week.by_sentence[key_of(claim)]
    return any(
        isinstance(other, Statement) and other.government != claim.government and BY_NAME_ONLY not in other.rules
        for other in beside
    )


def imposed_and_lifted(week: Week, left: Statement, right: Statement) -> bool:
    """`is implementing a 25% duty` and `the duty shall be suspended` are both announced, and not one position."""
    acts = [week.knowledge.acts.get(claim.act or "") for claim in (left, right)]
    deeds = [act.plover in LIFTING for act in acts if act is not None and act.kind == "deed"]
    return len(set(deeds)) == 2


def each_of_another_country(week: Week, left: Statement, right: Statement) -> bool:
    """`the duty on Norwegian goods is paused`, `the duty on Icelandic goods …`: towards each it is a position."""
    a, b = (week.countries(key_of(claim)) - {claim.government} for claim in (left, right))
    return bool(a - b and b - a)


def denied_apart(week: Week, left: Statement, right: Statement) -> bool:
    """`denied that a meeting was agreed`, `denied that it was a reprisal`: two positions."""
    return deny_two_things(week, key_of(left), key_of(right))


def answered_apart(week: Week, left: Statement, right: Statement) -> bool:
    """`The figure will be reviewed once …`, `The ship will stay until …`: two sentences of one talk answer two things."""
    answers = all(ANSWERED in claim.rules for claim in (left, right))
    return answers and left.evidence.article == right.evidence.article and left.sentence != right.sentence


VETOES = (imposed_and_lifted, each_of_another_country, denied_apart, answered_apart)


def alike(week: Week, left: Statement, right: Statement) -> float:
    """How alike two statements are: their sentences, or the topics of their own clauses where those are known."""
    if is_one_restriction(week, left, right):
        return 1.0
    sentences = week.likeness(key_of(left), key_of(right), least=LEAST_SHARED)
    return max(sentences, shared_topics(week, left, right))


def shared_topics(week: Week, left: Statement, right: Statement) -> float:
    """Weighted Dice of the concepts of two clauses, where each has at least two."""
    a, b = ({c for c in s.concepts if ("concept", c) in week.weights} for s in (left, right))
    if len(a) < 2 or len(b) < 2:
        return 0.0
    weight = {c: week.weights["concept", c] for c in sorted(a | b)}
    return 2 * sum(weight[c] for c in sorted(a & b)) / (sum(weight[c] for c in sorted(a)) + sum(weight[c] for c in sorted(b)))


def make_entry(week: Week, group: Sequence[Statement]) -> Entry:
    sentences = tuple(dict.fromkeys(key_of(claim) for claim in group))
    return Entry(claims=tuple(group), sentences=sentences, centrality=week.centrality(sentences), **counts(week, group))


def make_position(week: Week, entry: Entry, group: Sequence[Statement]) -> Position:
    stance = usual_stance(group)
    main = min((claim for claim in group if claim.stance == stance), key=plainness)
    merged = merge_rules(week, key_of(main), entry.sentences)
    date, basis, dated_by = item_date(main, group)
    evidence = tuple(dict.fromkeys((main.evidence, *unique_evidence(week, group))))
    concepts = without_asides(week, about(group))
    issue = issue_of(week, group)
    return Position(
        id=make_id("p", main.government, stance, main.evidence.text),
        government=main.government,
        stance=stance,
        act=main.act,
        plover=main.plover,
        voice=usual_voice(week, [claim for claim in group if claim.evidence.article == main.evidence.article]),
        issue=issue,
        concepts=tuple(dict.fromkeys((*issue, *broader_of(issue[:1], week.knowledge), *concepts)))[:MOST_CONCEPTS],
        addressee=tuple(dict.fromkeys(code for claim in group for code in claim.addressee)),
        date=date,
        date_basis=basis,
        attribution=main.attribution,
        certainty=weakest_shared(group),
        quote=longest_quote([claim for claim in group if not is_anothers_word(main, claim)]),
        rules=(
            *dict.fromkeys(rule for claim in group for rule in claim.rules),
            *dated_by,
            *merged,
            *standing_rules(week, entry),
        ),
        evidence=evidence,
        sources=entry.sources,
        origins=entry.origins,
        retells=retold_medium(week, entry.claims),
    )


MOST_CONCEPTS = 10


def usual_stance(group: Sequence[Statement]) -> Stance:
    """The stance that most articles give; among equals the first in the order of files; to state something is none."""
    group = [claim for claim in group if claim.stance != "states"] or group
    votes = Counter(stance for _, stance in {(claim.evidence.article, claim.stance) for claim in group})
    first = {claim.stance: position for position, claim in reversed(list(enumerate(group)))}
    return min(votes, key=lambda stance: (-votes[stance], first[stance]))


def usual_voice(week: Week, group: Sequence[Statement]) -> Voice | None:
    """Who speaks in most of the claims of one article, under the name that the week uses: another article's minister may have
    said something else."""
    voices = [(named_voice(week, claim), claim) for claim in group if claim.voice]
    votes = Counter(voice.name for voice, _ in voices)
    ordered = sorted(voices, key=lambda row: (-votes[row[0].name], -len(row[0].role), row[0].name))
    return ordered[0][0] if ordered else None


def named_voice(week: Week, claim: Statement) -> Voice:
    voice = claim.voice
    assert voice is not None
    article = claim.evidence.article
    actors = week.docs[article].actors.values()
    actor = next((a for a in actors if voice.name in {*a.name.values(), a.id}), None)
    person = week.person(article, actor.id) if actor else None
    return Voice(name=person.name if person else voice.name, role=voice.role)


MOST_QUOTED = 60
"""Words.  A transcript's whole turn is no quotation to print beside a position; the position keeps its own sentence."""


def is_anothers_word(main: Statement, claim: Statement) -> bool:
    """What the spokesman said is not quoted beside what the minister, or nobody by name, said, though for one government."""
    if claim.evidence == main.evidence or claim.voice is None:
        return False
    mine, theirs = name_tokens(main.voice.name if main.voice else ""), name_tokens(claim.voice.name)
    return not mine or not (mine <= theirs or theirs <= mine)


def longest_quote(group: Sequence[Statement]) -> Quotation | None:
    """The fullest of the speaker's own words, the untranslated first."""
    quotes = [claim.quote for claim in group if claim.quote and len(claim.quote.content.split()) <= MOST_QUOTED]
    return min(quotes, key=lambda q: (q.translated, -len(q.content), q.content), default=None)
