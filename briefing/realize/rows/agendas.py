"""What a meeting is about, put into words: `To sign a treaty.`, `On tuna licences.`

The words of a source in the edition's language; else those of another told in this one, phrase by phrase; else those of another
as they stand.
"""

from __future__ import annotations

from dataclasses import dataclass

from briefing.model import Evidence, Meeting, Rung
from briefing.model.letters import capital
from briefing.realize.edition import Edition
from briefing.realize.rungs.passages import Passage
from briefing.realize.rungs.retelling import told_phrase
from briefing.realize.tell.state import entries
from briefing.realize.wording.transfer import GateClosedError, Transfer

_LINKS = frozenset({"ADP", "SCONJ", "PART"})


@dataclass(frozen=True, slots=True)
class Matter:
    """The words, the rung on which they stand, and the gate that closed the one above."""

    text: str
    rung: Rung
    gate: str = ""


def matter_of(meeting: Meeting, edition: Edition) -> Matter | None:
    """The best words in the edition's language for what a meeting is about."""
    own = next((piece for piece in meeting.agenda if piece.language == edition.language), None)
    if own is not None:
        return Matter(native_matter(own, edition), "native")
    if not meeting.agenda:
        return None
    piece = meeting.agenda[0]
    try:
        return Matter(told_matter(piece, edition), "frame")
    except GateClosedError as closing:
        return Matter(piece.text, "verbatim", str(closing))


def native_matter(piece: Evidence, edition: Edition) -> str:
    passage = _words_of(piece, edition)
    words = edition.localizer.punctuate(" ".join(piece.text.split()))
    if contraction := opening_contraction(passage):
        first, _, rest = words.partition(" ")
        words = f"{contraction} {rest}" if rest else first
    return sentence(passage, words, edition)


def told_matter(piece: Evidence, edition: Edition) -> str:
    """The phrase told in the edition's language.  Raises GateClosedError where a word of it cannot be."""
    passage = _words_of(piece, edition)
    if not passage.kept or not entries(passage.language):
        raise GateClosedError("no_dictionary")
    kept = passage.kept[1:] if opening_contraction(passage) else passage.kept
    return sentence(passage, told_phrase(Transfer(passage=passage, edition=edition), kept), edition)


def _words_of(piece: Evidence, edition: Edition) -> Passage:
    return edition.passages.of(piece).starting_at(piece.start).ending_at(piece.stop)


def opening_contraction(passage: Passage) -> str:
    """`hablarán del gasoducto`: the article that is written in one word with a preposition which is not part of the phrase."""
    first, second = ([passage.tokens[i] for i in passage.kept[:2]] + [None, None])[:2]
    joined = first is not None and second is not None and first.span.overlaps(second.span)
    return second.form if joined and second is not None else ""


def sentence(passage: Passage, words: str, edition: Edition) -> str:
    """`to sign a treaty` as it is; a bare infinitive behind the word for `to`, a noun behind that for `on`."""
    grammar = edition.grammar
    if words.startswith(grammar.purpose) or opens_with_a_link(passage):
        whole = words
    elif is_infinitive(passage):
        whole = f"{grammar.purpose}{words}"
    else:
        whole = grammar.about_noun.format(topics=words).strip()
    return capital(edition.localizer.without_year(whole, edition.year)) + "."


def opens_with_a_link(passage: Passage) -> bool:
    return bool(passage.kept) and passage.tokens[passage.kept[0]].upos in _LINKS and not opening_contraction(passage)


def is_infinitive(passage: Passage) -> bool:
    root = passage.root
    return root is not None and passage.tokens[root].feat("VerbForm") == "Inf"


__all__ = ["Matter", "matter_of"]
