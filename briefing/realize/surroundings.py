"""The sentences of an article that tell what a line points at, or limit it right behind: the line's note quotes them.

`Ghana welcomed the agreement.`, `Four persons have been arrested so far`: the line is true and stands in the source, yet which
agreement and arrested for what only the article tells.  The gates of `leanings` keep a line off the page, or print the sentence
before it, where they are sure that it leans, and are silent in doubt.  A note costs no room on the page and can say nothing
false, so that here the doubt goes the other way: the sentence before a line is quoted unless `complete` finds that the line
needs none.
"""

from __future__ import annotations

import bisect
import re
from collections.abc import Collection, Iterator, Sequence
from functools import cache
from itertools import takewhile

from briefing.model import Evidence, Item, Language, Meeting, Sentence, Span
from briefing.realize import complete, naming
from briefing.realize.definites import Definite, first_mention, is_brought_in, nouns_with_articles, opens_its_article
from briefing.realize.edition import Edition
from briefing.realize.grammar import grammar_of
from briefing.realize.interviews import asked_before
from briefing.realize.openings import is_not_prose
from briefing.realize.originals import ASKED, LEANS, needs
from briefing.realize.passages import Passage, of_its_words
from briefing.realize.references import said_before

MOST = 3
"""Sentences that a note quotes beside the line's own."""
LONGEST = 75
"""Words of them."""
FEWEST = 6
"""Words of a sentence that tells a matter by itself."""
FEW = 20
"""… of one that may tell too little to be quoted alone."""
SHORT = 10
"""… that may not tell what a noun sums up."""
FEWEST_ASKED = 4
"""… of a question."""
AS_MANY = 5
"""Words by which a sentence is known again."""
BOTH = 2


def surrounded(item: Item, edition: Edition, introduced: Collection[str] = ()) -> tuple[Evidence, ...]:
    """What the note of an item's line quotes beside its own words, in the order of the article.

    `introduced` are the people whose office the memo gives where it names them first.
    """
    if item.basis.get(edition.language) == "edited" or (isinstance(item, Meeting) and _tells_all(item, edition)):
        return ()
    passage = edition.passages.of(_shown(item, edition))
    if passage.sentence is None or opens_its_article(passage):
        return ()
    printed = item.text.get(edition.language, "")
    first = _first_printed(passage, item, edition)
    leans = _lacks_a_side(item) or not complete.is_complete(first) or _leans(first, item, edition)
    nearest = _before(first) if leans else ()
    wanted = (
        *_limits(passage),
        *nearest,
        *naming.named_in_full(passage),
        *naming.naming_both(passage, nearest),
        *naming.introducing_people(passage, printed, introduced),
        *_bringing_in(passage, nearest),
    )
    return tuple(_pieces(passage, wanted, printed))


def _shown(item: Item, edition: Edition) -> Evidence:
    """The piece that the line retells; of a line made of fields the one that its note shows."""
    told = item.told_from.get(edition.language)
    own = (piece for piece in item.evidence if piece.language == edition.language)
    return item.evidence[told] if told is not None else next(own, item.evidence[0])


def _tells_all(meeting: Meeting, edition: Edition) -> bool:
    """Whether a row made of its fields names somebody of each side."""
    made_of_fields = edition.language not in meeting.told_from
    return made_of_fields and min(len(meeting.participants), len(meeting.people)) >= BOTH


def _lacks_a_side(item: Item) -> bool:
    """Whether the columns of a meeting name but one side, or two people and no government."""
    return isinstance(item, Meeting) and len(item.participants) < BOTH


def _first_printed(passage: Passage, item: Item, edition: Edition) -> Passage:
    """The first sentence of a line that is printed with its question, or with the sentence before it."""
    asked = asked_before(passage)
    if asked and f"realize:{edition.language}:{item.basis.get(edition.language)}:{ASKED}" in item.rules:
        return passage.beside(asked[0])
    printed = complete.plain(item.text.get(edition.language, ""))
    while (before := next(_back_from(passage), None)) is not None and _is_in(before, printed):
        passage = before
    return passage


def _is_in(passage: Passage, printed: str) -> bool:
    """Whether a line has how a sentence begins or ends: a link before it and what stands inside it may be left out."""
    words = complete.plain_words(passage).split()
    return len(words) > 1 and (" ".join(words[:AS_MANY]) in printed or " ".join(words[-AS_MANY:]) in printed)


def _leans(passage: Passage, item: Item, edition: Edition) -> bool:
    """Whether a gate finds that the line needs the sentence before it: a native line has passed them all."""
    rung = item.basis.get(edition.language)
    if rung == "verbatim":
        return any(rule.startswith(f"realize:{edition.language}:") and rule.endswith(f":{LEANS}") for rule in item.rules)
    return rung != "native" and bool(needs(passage, item, edition))


def _back_from(passage: Passage) -> Iterator[Passage]:
    """The sentences before, the nearest first: the body's, and the question that an answer follows, beyond which none."""
    asked = asked_before(passage)
    sentences = passage.doc.sentences if passage.doc else ()
    start = asked[0].span.start if asked else 0
    for at in range(bisect.bisect_right(sentences, passage.span.start, key=lambda s: s.span.stop) - 1, -1, -1):
        one = sentences[at]
        if one.span.start < start:
            return
        if one in asked or (one.kind == "body" and not is_not_prose(passage.beside(one))):
            yield passage.beside(one)


@of_its_words
def _before(passage: Passage) -> tuple[Sentence, ...]:
    """The sentence before that tells something; where that one tells little (`It was the first time.`) one more."""
    asked = asked_before(passage)
    telling = (
        one for one in _back_from(passage) if len(one.words.split()) >= (FEWEST_ASKED if one.sentence in asked else FEWEST)
    )
    before = next(telling, None)
    again = next(telling, None) if before is not None and _tells_little(before) else None
    return tuple(one.sentence for one in (before, again) if one is not None and one.sentence is not None)


def _limits(passage: Passage) -> Iterator[Sentence]:
    """`We rule out no lender. What we will not do is give a port.`: what its paragraph says against it right behind."""
    own, whole = passage.sentence, passage.whole
    paragraph = whole.paragraphs.get(own.paragraph, ()) if own is not None and whole is not None else ()
    behind = [one for one in paragraph if one.kind == "body" and one.span.start >= passage.span.stop]
    yield from takewhile(lambda one: _limiting(passage.language).match(one.span.of(passage.source)), behind[:BOTH])


@cache
def _limiting(language: Language) -> re.Pattern[str]:
    return re.compile(rf"\W*(?:{grammar_of(language).limiting})", re.IGNORECASE)


def _tells_little(passage: Passage) -> bool:
    """`It was the first time.`, `Relief was mixed with reproach.`: few words that name nobody, or one that points back."""
    few = len(passage.words.split()) < FEW and not (passage.mentions or passage.quantities)
    return few or complete.points_by_a_small_word(passage)


def _bringing_in(passage: Passage, nearest: Sequence[Sentence]) -> Iterator[Sentence]:
    """Where the article brings in what the line takes as known, if no sentence quoted does."""
    for noun in nouns_with_articles(passage):
        found = first_mention(passage, noun.noun)
        new = found is not None and found[0].kind == "body" and found[0] not in nearest
        if new and found is not None and is_brought_in(noun, *found):
            yield found[0]
    said = " ".join(one.span.of(passage.source) for one in nearest)
    for noun in complete.unexplained(passage):
        # `the decision`: what the sentence before tells, where that one leans on none itself
        told = complete.sums_up(noun) and len(said.split()) >= SHORT and len(nearest) == 1
        first = first_mention(passage, noun.noun)
        if not (told or said_before(noun.lemma, said)):
            yield from _lead(passage, noun) if first is None else _naming(first[0])


def _naming(first: Sentence) -> Iterator[Sentence]:
    """`if the flights go on`: the first earlier sentence that has the noun."""
    if first.kind == "body":
        yield first


def _lead(passage: Passage, noun: Definite) -> Iterator[Sentence]:
    """What the article opens with, which mostly is what all of it is about; of a noun by the way only if it says the word."""
    lead = next((one for one in (passage.doc.sentences if passage.doc else ()) if one.kind == "body"), None)
    by_the_way = noun.noun.deprel.startswith("nmod")
    if lead is not None and (not by_the_way or said_before(noun.lemma, lead.span.of(passage.source))):
        yield lead


def _pieces(passage: Passage, wanted: Sequence[Sentence], printed: str) -> Iterator[Evidence]:
    """The likeliest as far as they have room, in the order of the article; nothing that the line prints itself."""
    if not wanted:
        return
    line, room, kept = complete.plain(printed), LONGEST, list[Span]()
    unsaid = {one.span: None for one in wanted if complete.plain_words(passage.beside(one)) not in line}
    for span in [*unsaid][:MOST]:
        room -= len(span.of(passage.source).split())
        kept += [span] if room >= 0 else []
    for span in sorted(kept, key=lambda one: one.start):
        yield Evidence(
            article=passage.evidence.article,
            start=span.start,
            stop=span.stop,
            text=span.of(passage.source),
            language=passage.evidence.language,
        )
