"""The sentences of an article that tell what a line points at, or limit it right behind: the line's note quotes them.

`Ghana welcomed the agreement.`, `Four persons have been arrested so far`: the line is true and stands in the source, yet which
agreement and arrested for what only the article tells.  A sentence is quoted for a word of the line that asks for it: two taken
together, a noun that nothing explains, a small word, a bare verb, a name in short.  What only adds (`also`) asks for nothing.
Whatever has chosen it, a sentence is quoted only if it says what that word means (`bearing.gate`): a reader who finds nothing
in three notes opens no fourth.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import cache
from itertools import chain, islice, takewhile, tee

from briefing.model import Evidence, Fact, Item, Language, Meeting, Position, Sentence, Span
from briefing.model.marks import WITH_ITS_QUESTION
from briefing.realize.edition import Edition
from briefing.realize.found import FEWEST
from briefing.realize.grammar import grammar_of
from briefing.realize.leaning import complete
from briefing.realize.leaning.asking import Left, answers, asks, is_short, leans_itself, may_lean
from briefing.realize.leaning.leanings import LEANINGS
from briefing.realize.leaning.pointers import loose_pointers
from briefing.realize.leaning.unresolved import means_what_was_told
from briefing.realize.notes import naming
from briefing.realize.notes.answering import answered, said_behind
from briefing.realize.notes.bearing import gate
from briefing.realize.notes.bringing import bringing_in, opening_of, turns_to_another_matter
from briefing.realize.notes.conditions import condition_behind
from briefing.realize.notes.elsewhere import told_elsewhere
from briefing.realize.notes.following_on import right_before
from briefing.realize.notes.grounding import on_their_ground
from briefing.realize.notes.interviews import asked_before, is_anothers_turn, is_asked, turn_before
from briefing.realize.notes.nearest import meant_by_the_line
from briefing.realize.notes.neighbours import OWN_WORDS, gives_to_nothing, offers_for_nothing
from briefing.realize.notes.resting import (
    goes_on_by_a_pronoun,
    is_led_by_a_pronoun,
    is_said_by_another,
    of_the_same_answer,
    with_what_they_rest_on,
)
from briefing.realize.notes.shown import Shown, back_from
from briefing.realize.notes.tolls import later_count, later_toll
from briefing.realize.notes.unsaid import tells_nothing
from briefing.realize.rows.beside_rows import agreed_behind, doubts_behind, filling, shown_piece
from briefing.realize.rungs.decided import one_ends
from briefing.realize.rungs.leads import opens_its_article
from briefing.realize.rungs.originals import BEHIND_FACT, lacks
from briefing.realize.rungs.passages import Passage, of_its_words

MOST = 2
"""Sentences that a note quotes beside the line's own and what limits it."""
LONGEST = 75
"""Words of them."""
FEW = 10
"""Words of one that may tell too little to be quoted alone."""
NOUNS = frozenset(
    {
        "pointing_nouns",
        "dangling_definites",
        "dangling_demonstratives",
        "set_apart",
        "what_names_nothing",
        "unknown_bodies",
        "unknown_epithets",
        "unknown_offices",
    }
)
"""The gates that find a noun or an office: which sentence explains it, `bringing` and `naming` say."""
BESIDE_NOUNS = tuple(row for row in LEANINGS if row.name not in NOUNS)


def surrounded(item: Item, edition: Edition, introduced: Collection[str] = (), *, told: bool = False) -> tuple[Evidence, ...]:
    """What the note of an item's line quotes beside its own words, in the order of the article.

    A line that is `told` among the facts is explained there.
    """
    if item.basis.get(edition.language) == "edited":
        return ()
    passage = edition.passages.of(shown_piece(item, edition))
    toll = (later_toll(passage, edition) or later_count(passage, edition)) if isinstance(item, Fact) else None
    shown = Shown(item, edition, passage, introduced)
    found = _surrounded(shown, told=told)
    if not told and passage.sentence is not None:
        found = _on_ground(shown, found)
    missing = not (found or told or isinstance(item, Meeting)) and shown.rung in OWN_WORDS
    other = told_elsewhere(shown.first, shown.printed, edition) if missing else None
    return (*found, *(piece for piece in (toll, other) if piece is not None))


def _on_ground(shown: Shown, found: Sequence[Evidence]) -> tuple[Evidence, ...]:
    """What is quoted, with the sentence that tells the line's matter where none of it does, in the order of the article."""
    passage, item, edition, first, bears = shown.passage, shown.item, shown.edition, shown.first, gate(shown)
    own = [passage.whole.beginning_at(piece.start) if passage.whole else None for piece in found]
    quoted = [one for one in own if one is not None]
    row = isinstance(item, Meeting)
    if not (found or row) or len(quoted) < len(found):
        return (*found,)
    every = on_their_ground(first, quoted, edition.knowledge, row=row)
    grounded = [one for one in every if one in quoted or bears(one)]
    return tuple(_piece(passage, one.span) for one in sorted(grounded, key=lambda one: one.span.start))


def _surrounded(shown: Shown, *, told: bool) -> tuple[Evidence, ...]:
    """What the line's own article says around it."""
    passage, item, edition, introduced = shown.passage, shown.item, shown.edition, shown.introduced
    if passage.sentence is None:
        return ()
    line = shown.plain
    line = f"{line} {complete.plain(f' {item.quote.content}')}" if isinstance(item, Position) and item.quote else line
    row = item if isinstance(item, Meeting) else None
    told = told or opens_its_article(passage) or (row is not None and _tells_all(row, edition))
    bears = gate(shown)
    asked: Iterable[Sentence] = () if told else filter(bears, _asked(shown))
    behind = (condition_behind(passage), answered(passage))
    limits = [*_limits(passage), *(one for one in behind if one is not None)]
    if row is not None:
        asked = chain(filling(passage, row, introduced), asked)
        limits += (*doubts_behind(passage, row), *agreed_behind(passage, row))
    wanted, again = tee(with_what_they_rest_on(passage, asked))  # each is looked for only where there is still room
    found = tuple(_pieces(passage, limits, wanted, line))
    if not (told or (found and row is not None) or _has_before(found, passage)):
        before = with_what_they_rest_on(passage, filter(bears, _of_what(shown)))
        found = tuple(_pieces(passage, limits, chain(again, before), line))
    said = said_behind(passage) if row is None and not (found or told) else None
    return found or tuple(_pieces(passage, [said] if said is not None else [], (), line))


def _has_before(pieces: Iterable[Evidence], passage: Passage) -> bool:
    """Whether one of them tells what came before the line, and not only what limits it."""
    return any(piece.start < passage.span.start for piece in pieces)


def _of_what(shown: Shown) -> Iterator[Sentence]:
    """The sentence before, of a line that may not stand alone: which word asks for it, no sign has found.

    Where that one may not either, or where a line that names nothing begins its paragraph, what the article opens with: of
    which boat `repairs would cost 19 million` is told there.  Beside an answer, or a question, only its own turns.
    Without this, 37 of 314 lines of twelve weeks that fresh eyes read pointed at something that nothing on the page told.
    """
    passage, item, edition = shown.passage, shown.item, shown.edition
    told = shown.rung == "frame" and not isinstance(item, Meeting)  # `Kenya will send 12 biologists`
    first = shown.first if shown.rung in OWN_WORDS else passage if told else None
    if (
        first is None
        or not (may_lean(first) or is_asked(first) or means_what_was_told(first))
        or turns_to_another_matter(first)
    ):
        return
    before = sentences_before(first)
    if is_asked(first) or asked_before(first):
        yield from (*before, *of_the_same_answer(first))
        return
    near = [one for one in before[:1] if _goes_on_from(first, one) or _leaves_its_matter(first, one, edition)]
    yield from near
    leans = any(leans_itself(passage.beside(one)) for one in near) if near else not first.mentions
    yield from opening_of(passage) if leans and not isinstance(item, Meeting) else ()


def _leaves_its_matter(passage: Passage, before: Sentence, edition: Edition) -> bool:
    """`The minister said she was not aware of the case.`, `Latvia has offered 15 million`: whatever paragraph it opens.

    Somebody's words (`“It is time,” he said`) tell no matter.
    """
    if complete.is_talk(passage.beside(before)):
        return False
    named = any(not mention.place for mention in passage.mentions) and not complete.is_complete(passage)
    return is_short(passage) and (named or gives_to_nothing(passage, passage, edition) or offers_for_nothing(passage))


def _goes_on_from(passage: Passage, before: Sentence) -> bool:
    """As an answer, in its paragraph, or right behind what the article opens with: each paragraph may tell another matter."""
    own = passage.sentence
    same = own is not None and own.paragraph == before.paragraph
    return same or answers(passage) or opens_its_article(passage.beside(before))


def _asked(shown: Shown) -> Iterator[Sentence]:
    """The sentences that hold what a line's words mean, the likeliest first; of a line made anew only who they are."""
    passage, item, edition, printed, first = shown.passage, shown.item, shown.edition, shown.printed, shown.first
    found: list[Sentence] = []
    if one_ends(item.rules, BEHIND_FACT):
        yield from sentences_before(passage)
    yield from meant_by_the_line(first)
    yield from () if isinstance(item, Meeting) else right_before(first)
    yield from () if _names_the_pair(shown) else naming.naming_both(passage)
    two_things = [*islice(naming.naming_two_things(passage), 1)]
    yield from two_things
    if shown.rung in OWN_WORDS:
        found = [*bringing_in(first, printed, edition)]
        found += of_the_same_answer(first) if found else ()
        leans = not (two_things or turns_to_another_matter(first)) and _asks_for_the_one_before(shown)
        found += _before_or_opening(first) if leans else ()
        yield from found
        yield from bringing_in(passage, printed, edition) if first is not passage else ()
    row = isinstance(item, Meeting)  # whose cells give whole names and offices, and whose heading says what it is
    yield from () if row else naming.named_in_full(passage, edition.knowledge)
    alone = (
        not isinstance(item, Meeting) or len(item.people) < 2
    )  # `The minister will travel to Rome`: her row has nobody, or only the host
    yield from naming.naming_the_office(passage, printed, edition.knowledge) if alone else ()
    yield from naming.introducing_people(passage, printed, shown.introduced)
    yield from () if row else naming.introducing_the_speaker(passage, printed, shown.introduced)
    near = found and found[0] in sentences_before(first) and not asked_before(first)
    if near and not row and leans_itself(passage.beside(found[0])):
        yield from opening_of(first)
    told = row or bool(found or two_things) or shown.rung not in OWN_WORDS or turns_to_another_matter(first)
    yield from () if told else (one for one in sentences_before(first)[:1] if _leaves_its_matter(first, one, edition))


def _names_the_pair(shown: Shown) -> bool:
    """`Peru and Chile are close to a deal`: the memo has put names in the place of `the two countries`."""
    pairs, anew = grammar_of(shown.passage.language).pair_words, shown.rung in {"native", "frame"}
    if not anew or pairs.isdisjoint(shown.passage.vocabulary):
        return False
    return grammar_of(shown.edition.language).pair_words.isdisjoint(re.findall(r"\w+", shown.printed.casefold()))


def _before_or_opening(passage: Passage) -> Sequence[Sentence]:
    """The sentence before; where a paragraph begins, of a line that points at nothing, what the article opens with."""
    before = sentences_before(passage)
    turns = is_asked(passage) or bool(asked_before(passage))
    acting = any(passage.tree.relations[i] == "nsubj" for i in loose_pointers(passage))  # `the rule that they unload`
    points = complete.points_back(passage) or acting
    goes_on = turns or points or any(_goes_on_from(passage, one) for one in before[:1])
    return before if goes_on else opening_of(passage) or before[:1]


def _tells_all(meeting: Meeting, edition: Edition) -> bool:
    """Whether a row made of its fields names somebody of each side."""
    known = all(edition.passages.nations.get(name) for name in meeting.people)  # of any other her sentence may say who
    made_of_fields = known and edition.language not in meeting.told_from
    return made_of_fields and max(len(meeting.participants), len(meeting.people)) >= 2


def _asks_for_the_one_before(shown: Shown) -> bool:
    """Whether the line asks for it, or a gate finds that original words lean: a native line has passed them all."""
    passage, item, edition, rung = shown.first, shown.item, shown.edition, shown.rung
    language = edition.language
    own = rung == "verbatim" or passage.language == language
    named = "[" in shown.printed or rung == "native" or (isinstance(item, Meeting) and language not in item.told_from)
    left = Left(frozenset(shown.plain.split()) if own else None, named=named)
    if asks(passage, left, edition) or goes_on_by_a_pronoun(passage):
        return True
    told = rung != "verbatim" or f"realize:{language}:{rung}:{WITH_ITS_QUESTION}" in item.rules or naming.names_a_pair(passage)
    return not told and any(True for _ in lacks(passage, item, edition, BESIDE_NOUNS))


@of_its_words
def sentences_before(passage: Passage) -> tuple[Sentence, ...]:
    """The sentence before that tells something; where that one tells little (`It was the first time.`) one more.

    In an answer what is asked too, with what it takes for known; before a question only what it points at.
    """
    asked = asked_before(passage)
    if asked:
        told = next((one.sentence for one in back_from(passage) if one.sentence not in asked and _tells(one)), None)
        last = passage.beside(asked[-1])
        known = () if _tells(last) else turn_before(last)  # `Ruiz says that you agreed to 30 percent. Did you?`
        return (*known, *asked[-1:], *((told,) if told is not None else ()))
    if is_asked(passage) and not loose_pointers(passage):
        return turn_before(passage)
    telling = (one for one in back_from(passage) if _tells(one))
    before = next(telling, None)
    again = next(telling, None) if before is not None and _tells_little(before) else None
    return tuple(one.sentence for one in (before, again) if one is not None and one.sentence is not None)


def _tells(passage: Passage) -> bool:
    """Whether it has words enough."""
    return passage.length >= FEWEST


def _limits(passage: Passage) -> Iterator[Sentence]:
    """`We rule out no lender. What we will not do is give a port.`: what its paragraph says against it right behind."""
    own, whole = passage.sentence, passage.whole
    paragraph = whole.paragraphs.get(own.paragraph, ()) if own is not None and whole is not None else ()
    behind = [one for one in paragraph if one.kind == "body" and one.span.start >= passage.span.stop]
    yield from takewhile(lambda one: _limiting(passage.language).match(one.span.of(passage.source)), behind[:2])


@cache
def _limiting(language: Language) -> re.Pattern[str]:
    return re.compile(rf"\W*(?:{grammar_of(language).limiting})", re.IGNORECASE)


def _tells_little(passage: Passage) -> bool:
    """`It was the first time.`, `Relief was mixed with reproach.`: few words that name nobody, or one that points back."""
    actors = passage.doc.actors if passage.doc else {}
    somebody = (m for m in passage.mentions if (actor := actors.get(m.actor)) is None or actor.kind != "group")
    names = any(True for _ in somebody) or bool(passage.quantities)  # `Neither side would disclose the price.`
    return passage.length < FEW and (not names or complete.points_by_a_small_word(passage))


def _pieces(passage: Passage, limits: Sequence[Sentence], asked: Iterable[Sentence], line: str) -> Iterator[Evidence]:
    """What limits a line, and the likeliest as far as they have room, in the order of the article; nothing that it prints."""
    room, kept, asked = LONGEST, list[Span](), iter(asked)
    first = [*islice(asked, MOST)]
    if not (first or limits):
        return
    most = MOST + len(limits) + (2 if asked_before(passage) else 0)  # the two sentences of one turn, and the answer's own
    most += any(is_led_by_a_pronoun(passage.beside(one)) for one in first)  # and what it rests on
    own = of_the_same_answer(passage)  # `About 1,100 since July.` tells all that was asked
    telling = (one for one in chain(first, asked) if one in own or not tells_nothing(one))
    for span in islice(_unsaid(passage, chain(limits, telling), line), most):
        room -= len(span.of(passage.source).split())
        kept += [span] if room >= 0 else []
    yield from (_piece(passage, span) for span in sorted(kept, key=lambda one: one.start))


def _piece(passage: Passage, span: Span) -> Evidence:
    """Words of the line's article."""
    evidence = passage.evidence
    return Evidence(
        article=evidence.article, start=span.start, stop=span.stop, text=span.of(passage.source), language=evidence.language
    )


def _unsaid(passage: Passage, asked: Iterable[Sentence], line: str) -> Iterator[Span]:
    """Each sentence once, but those that the line prints."""
    seen = set[Span]()
    for one in asked:
        told = complete.plain_words(passage.beside(one)) in line or is_anothers_turn(passage, one)
        told = told or is_said_by_another(passage, one)
        if one.span not in seen and not told:
            yield one.span
        seen.add(one.span)
