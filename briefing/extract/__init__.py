"""From an annotated document to what it asserts: statements, meetings, deeds, figures.

`EXTRACTORS` is the stage's table of contents.  A claim rests on one sentence; what a machine wrote about the article
(`kind="summary"`) and headings assert nothing.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence

from briefing.extract.deeds import extract_deeds, extract_reports
from briefing.extract.figures import extract_figures
from briefing.extract.meetings.again import complete_meetings
from briefing.extract.meetings.events import extract_meetings
from briefing.extract.meetings.following import with_what_follows
from briefing.extract.meetings.foretold import without_what_came
from briefing.extract.meetings.notices import with_lines_of_notice
from briefing.extract.positions.accounts import extract_accounts
from briefing.extract.positions.statements import extract_statements
from briefing.extract.positions.together import both_agreed
from briefing.extract.reading import Reading, read_doc, speaker_of
from briefing.extract.sentence.clauses import Clause, find_clauses, inherit_subjects
from briefing.extract.sentence.listed import heads_list, with_points
from briefing.extract.sentence.whose import with_whose
from briefing.extract.standings.moved_behind import with_change_behind
from briefing.extract.standings.new_try import with_new_tries
from briefing.extract.standings.off_behind import with_what_became
from briefing.extract.standings.off_within import with_ended_plans
from briefing.extract.standings.revisions import extract_revisions
from briefing.extract.standings.undone_plans import with_undone_plans
from briefing.knowledge import Knowledge
from briefing.knowledge.assent import without_assent
from briefing.model import OPINION, Claim, Doc, Event, Revision, Statement

Extractor = Callable[[Reading, int, Sequence[Clause]], Iterable[Claim]]

EXTRACTORS: tuple[Extractor, ...] = (
    lambda reading, number, clauses: extract_statements(reading, number, clauses),
    lambda reading, number, clauses: extract_meetings(reading, number, clauses),
    lambda reading, number, clauses: extract_deeds(reading, clauses),
    lambda reading, number, clauses: extract_figures(reading, number),
    lambda reading, number, clauses: extract_reports(reading, number),
    lambda reading, number, clauses: extract_accounts(reading, clauses),
)
ASSERTING_KINDS = frozenset({"body"})
CLOSERS = "\"'”’»)]*_ "
"""What may stand behind the question mark of a question."""


def is_question(reading: Reading, number: int) -> bool:
    """`¿Es cierto que Chile amenazó …?` asserts nothing, whoever asks."""
    span = reading.doc.sentences[number].span
    words = span.of(reading.text)
    words = without_assent(words, reading.doc.article.language) if reading.turn_at(span) else words
    told, _, asked = words.partition(": ¿")  # `Le hice una propuesta: ¿por qué no …?` tells of the proposal
    return words.rstrip(CLOSERS).endswith("?") and not (asked and "?" not in told)


def is_idle(reading: Reading, number: int) -> bool:
    """Asked, said before the press of the occasion itself, a formula, or the line that a list stands below."""
    idle = is_question(reading, number) or is_stage_talk(reading, number) or opens_a_note(reading, number)
    return idle or heads_list(reading, number)


def opens_a_note(reading: Reading, number: int) -> bool:
    """`The Ministry presents its compliments to the Embassy …`: how a note begins; `The envoy declined to comment on it`."""
    said = " ".join(reading.doc.sentences[number].span.of(reading.text).casefold().split()).strip(" .")
    return any(re.fullmatch(row, said) for row in reading.words.formulas_of_notes | reading.words.silences)


def is_stage_talk(reading: Reading, number: int) -> bool:
    """`I'll take your questions.`, `Bueno, vamos a empezar.`: a whole sentence of a turn that tells of nothing else."""
    return is_spoken_as(reading, number, reading.words.stage_talk)


def is_of_the_talk(reading: Reading, number: int, claim: Claim) -> bool:
    """`It was a long call.`, of which only tells that it was held; `We are talking about $8 million.`, of what is not said."""
    held = (isinstance(claim, Event) and claim.meeting) or claim.date  # on which day
    return not held and is_spoken_as(reading, number, reading.words.talk_of_talk | reading.words.bare_figures)


def is_put_so(reading: Reading, number: int) -> bool:
    """`Togo has water and no power. That is how a diplomat put it.`: the words of whom only the next sentence names."""
    sentences, after = reading.doc.sentences, number + 1
    if after >= len(sentences) or sentences[after].paragraph != sentences[number].paragraph or is_spoken(reading, number):
        return False
    said = sentences[after].span.of(reading.text).casefold().replace("’", "'").strip(' “«"')
    return any(re.fullmatch(row, said, re.DOTALL) for row in reading.words.put_so)


def is_spoken_as(reading: Reading, number: int, rows: Iterable[str]) -> bool:
    """Whether a whole sentence of a turn is of one of these patterns."""
    span = reading.doc.sentences[number].span
    said = span.of(reading.text).casefold().replace("’", "'").strip(" .!¡—–-" + CLOSERS)
    return reading.turn_at(span) is not None and any(re.fullmatch(row, said) for row in rows)


def is_essay(reading: Reading) -> bool:
    """Whether the writer asks and answers in the first person, in no one's quotation: `¿Ganará alguien?  Lo dudo.`"""
    if reading.doc.issuers or reading.turns:
        return False
    own = [n for n in range(len(reading.doc.sentences)) if reading.is_body(n) and not is_spoken(reading, n)]
    asked = [n for n in own if is_question(reading, n)]
    told = [n for n in own if any(is_of_the_writer(reading, n, index) for index in range(len(reading.trees[n].tokens)))]
    return len(asked) > 1 or bool(asked and told)


def is_spoken(reading: Reading, number: int) -> bool:
    span = reading.doc.sentences[number].span
    return any(quote.span.overlaps(span) for quote in reading.doc.quotes)


def is_of_the_writer(reading: Reading, number: int, index: int) -> bool:
    token = reading.trees[number].tokens[index]
    return token.feat("VerbForm") == "Fin" and token.feat("Person") == "1" and token.feat("Number") == "Sing"


UNDER_A_VERB = frozenset({"says", "declares", "subject:content"})
"""The rules on what a person is told to have said."""


def is_opinion(reading: Reading) -> bool:
    return OPINION in reading.doc.article.notes or is_essay(reading)


def is_writers_view(claim: Claim) -> bool:
    """In a piece of opinion or analysis only what it attributes to somebody, or quotes, is used."""
    if claim.attribution or not isinstance(claim, Statement):
        return not claim.attribution
    # `the minister said that Chile would consider …`: the country holds it, and he says so
    said = UNDER_A_VERB & {*claim.rules} or not claim.speaker.startswith("person:")
    return not claim.quote and not (claim.voice and said)


def extract(doc: Doc, knowledge: Knowledge) -> tuple[Claim, ...]:
    """Everything that a document asserts, in the order of its sentences."""
    reading = read_doc(doc, knowledge)
    found = tuple(find_clauses(reading, number) for number in range(len(doc.sentences)))
    inherited = (tuple(both_agreed(reading, c) for c in clauses) for clauses in inherit_subjects(reading, found))
    sentences = tuple(with_points(reading, number, clauses) for number, clauses in enumerate(inherited))
    opinion = is_opinion(reading)
    claims = tuple(
        claim
        for number, clauses in enumerate(sentences)
        if doc.sentences[number].kind in ASSERTING_KINDS and has_voice(reading, number) and not is_idle(reading, number)
        for extractor in EXTRACTORS
        for claim in extractor(reading, number, clauses)
        if not (opinion and is_writers_view(claim)) and not is_of_the_talk(reading, number, claim)
        if claim.attribution or not is_put_so(reading, number)
    )
    told = sorted((*claims, *revisions(reading)), key=lambda claim: claim.sentence)
    planned = with_change_behind(reading, with_ended_plans(reading, with_undone_plans(reading, told)))
    whole = complete_meetings(reading, with_new_tries(reading, with_what_became(reading, planned)))
    noticed = with_lines_of_notice(reading, with_whose(reading, whole))
    return with_what_follows(reading, sentences, without_what_came(noticed))


def revisions(reading: Reading) -> Iterator[Revision]:
    """Whoever tells of a change, a writer of opinion or an answer without a name: what was announced is in doubt by it."""
    asserting = (n for n, sentence in enumerate(reading.doc.sentences) if sentence.kind in ASSERTING_KINDS)
    return (r for n in asserting if not is_question(reading, n) for r in extract_revisions(reading, n))


def has_voice(reading: Reading, number: int) -> bool:
    """In a transcript what nobody knows who says is nobody's."""
    turn = reading.turn_at(reading.doc.sentences[number].span)
    return turn is None or speaker_of(reading, turn) is not None
