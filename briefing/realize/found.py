"""What the annotation found in a sentence and in its article, where each sentence of it is looked up."""

from __future__ import annotations

import bisect
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import accumulate, takewhile
from typing import Generic, TypeVar

from briefing.model import ConceptMention, Date, Doc, Mention, Quantity, Quote, Sentence, Span
from briefing.realize.once import found_once

Marked = TypeVar("Marked", Mention, Date, Quantity, ConceptMention)
NOUNS = frozenset({"NOUN", "PROPN"})
VERBS = frozenset({"VERB", "AUX"})
"""A word of which a sentence needs one to tell something; what has none and stands first is a by-line or a place."""
NOT_PROSE = frozenset(
    {
        "advertisement",
        "byline",
        "caption",
        "heading",
        "link_list",
        "machine_summary",
        "metadata",
        "section_label",
        "source_list",
        "title",
    }
)
SURELY_ASKED = frozenset({"markup_question", "turn", "dialogue"})
"""The readers' rules on what a label, bold letters or the dashes of a dialogue say to be asked, a question or not."""
FEWEST = 6
"""Words of a sentence that tells a matter by itself."""


@dataclass(frozen=True)
class Found:
    """What the annotation found in a sentence, in the order of the text; every passage of the sentence shares it.

    Each kind is looked up when it is first asked for: of most sentences beside a line only one or two are.
    """

    whole: Whole | None = None
    span: Span = field(default=Span(0, 0))

    @found_once
    def mentions(self) -> tuple[Mention, ...]:
        return self.whole.mentions.overlapping(self.span) if self.whole else ()

    @found_once
    def quotes(self) -> tuple[Quote, ...]:
        own, quotes = self.span, self.whole.quotes if self.whole else ()
        return tuple([quote for quote in quotes if quote.content.start < own.stop and own.start < quote.content.stop])

    @found_once
    def dates(self) -> tuple[Date, ...]:
        return self.whole.dates.overlapping(self.span) if self.whole else ()

    @found_once
    def quantities(self) -> tuple[Quantity, ...]:
        return self.whole.quantities.overlapping(self.span) if self.whole else ()

    @found_once
    def concepts(self) -> tuple[ConceptMention, ...]:
        return self.whole.concepts.overlapping(self.span) if self.whole else ()


def overlapping(found: Sequence[Marked], span: Span) -> tuple[Marked, ...]:
    """Those of a sentence's few that share a letter with a part of it."""
    return tuple([one for one in found if one.span.start < span.stop and span.start < one.span.stop])


@dataclass(frozen=True, slots=True)
class Row(Generic[Marked]):
    """What stands in the order of an article's text, with where each begins and how far any up to each reaches."""

    found: Sequence[Marked]
    starts: Sequence[int]
    reach: Sequence[int]

    @classmethod
    def of(cls, found: Sequence[Marked]) -> Row[Marked]:
        return cls(found, [one.span.start for one in found], list(accumulate((one.span.stop for one in found), max)))

    def overlapping(self, span: Span) -> tuple[Marked, ...]:
        """Those that share a letter with the span."""
        first, behind = bisect.bisect_right(self.reach, span.start), bisect.bisect_left(self.starts, span.stop)
        return tuple([one for one in self.found[first:behind] if span.start < one.span.stop]) if first < behind else ()


@dataclass(frozen=True)
class Whole:
    """The same of a whole article, in rows."""

    doc: Doc
    parts: dict[str, frozenset[str]] = field(default_factory=dict, compare=False, repr=False)
    lowered: dict[int, str] = field(default_factory=dict, compare=False, repr=False)

    def parts_of_name(self, actor: str) -> frozenset[str]:
        """The words with a capital among the names of one of its actors, in small letters."""
        if actor not in self.parts:
            names = " ".join((*self.doc.actors[actor].name.values(), *self.doc.actors[actor].forms))
            self.parts[actor] = frozenset(part.casefold() for part in re.findall(r"\w+", names) if part[:1].isupper())
        return self.parts[actor]

    @found_once
    def quotes(self) -> tuple[Quote, ...]:
        """What somebody says in words of their own."""
        return tuple(quote for quote in self.doc.quotes if quote.kind != "indirect")

    @found_once
    def mentions(self) -> Row[Mention]:
        return Row.of(self.doc.mentions)

    @found_once
    def dates(self) -> Row[Date]:
        return Row.of(self.doc.dates)

    @found_once
    def quantities(self) -> Row[Quantity]:
        return Row.of(self.doc.quantities)

    @found_once
    def concepts(self) -> Row[ConceptMention]:
        return Row.of(self.doc.concepts)

    @found_once
    def starts(self) -> Sequence[int]:
        """Where each sentence begins, in the order of the text."""
        return [sentence.span.start for sentence in self.doc.sentences]

    @found_once
    def stops(self) -> Sequence[int]:
        """Where each sentence ends, in the order of the text."""
        return [sentence.span.stop for sentence in self.doc.sentences]

    def behind(self, start: int) -> Sentence | None:
        """The first that begins behind a place."""
        at = bisect.bisect_right(self.starts, start)
        return self.doc.sentences[at] if at < len(self.starts) else None

    def touching(self, span: Span) -> Sequence[Sentence]:
        """Those that share a letter with a span."""
        return self.doc.sentences[bisect.bisect_right(self.stops, span.start) : bisect.bisect_left(self.starts, span.stop)]

    def beginning_at(self, start: int) -> Sentence | None:
        at = bisect.bisect_left(self.starts, start)
        return self.doc.sentences[at] if at < len(self.starts) and self.starts[at] == start else None

    @found_once
    def kinds(self) -> Mapping[str, Sequence[Sentence]]:
        """The sentences of each kind, in the order of the text."""
        found: dict[str, list[Sentence]] = {}
        for sentence in self.doc.sentences:
            found.setdefault(sentence.kind, []).append(sentence)
        return found

    def body_before(self, start: int) -> list[Sentence]:
        """The sentences of the body that end before a place."""
        return [*takewhile(lambda one: one.span.stop <= start, self.kinds.get("body", ()))]

    @found_once
    def titles(self) -> tuple[Span, ...]:
        """The headlines that a reader has marked."""
        return tuple(mark.span for mark in self.doc.article.marks if mark.kind == "title")

    @found_once
    def asked(self) -> tuple[Span, ...]:
        """What a reader has surely marked as the words of who asks."""
        marks = self.doc.article.marks
        return tuple(mark.span for mark in marks if mark.kind == "question" and mark.rule in SURELY_ASKED)

    @found_once
    def direct_quotes(self) -> Sequence[Quote]:
        return [quote for quote in self.doc.quotes if quote.kind == "direct"]

    @found_once
    def paragraphs(self) -> Mapping[int, Sequence[Sentence]]:
        """The sentences of each, by its number."""
        found: dict[int, list[Sentence]] = {}
        for sentence in self.doc.sentences:
            found.setdefault(sentence.paragraph, []).append(sentence)
        return found

    @found_once
    def nouns(self) -> Mapping[str, Sequence[tuple[Sentence, int]]]:
        """Where each noun of the body stands, by its form, in the order of the text: its sentence, and which word of it."""
        found: dict[str, list[tuple[Sentence, int]]] = {}
        for sentence in self.doc.sentences:
            for index, token in enumerate(sentence.tokens if sentence.kind == "body" else ()):
                if token.upos in NOUNS:
                    found.setdefault(token.form.casefold(), []).append((sentence, index))
        return found

    @found_once
    def verbs(self) -> Mapping[str, frozenset[int]]:
        """Where the sentences begin that have a verb, by its lemma."""
        found: dict[str, set[int]] = {}
        for sentence in self.doc.sentences:
            for token in sentence.tokens:
                if token.upos == "VERB":
                    found.setdefault(token.lemma.casefold(), set()).add(sentence.span.start)
        return {lemma: frozenset(places) for lemma, places in found.items()}

    def nouns_before(self, form: str, start: int) -> list[tuple[Sentence, int]]:
        """Where a noun stands in the sentences that end before a place."""
        return [place for place in self.nouns.get(form, ()) if place[0].span.stop <= start]

    @found_once
    def not_prose(self) -> tuple[Span, ...]:
        """What a reader has marked as a heading, a caption, a machine-made summary."""
        return tuple(mark.span for mark in self.doc.article.marks if mark.kind in NOT_PROSE)

    @found_once
    def lead(self) -> Sentence | None:
        """The first sentence of the body that has a verb; the first of all where none has."""
        prose = [sentence for sentence in self.doc.sentences if sentence.kind == "body"]
        return next((one for one in prose if any(t.upos in VERBS for t in one.tokens)), next(iter(prose), None))

    def telling_before(self, start: int) -> list[Sentence]:
        """Those that end before a place of the sentences that tell a matter."""
        return [*takewhile(lambda one: one.span.stop <= start, self.telling)]

    @found_once
    def telling(self) -> tuple[Sentence, ...]:
        """The sentences of the body that tell a matter."""
        text = self.doc.article.text
        return tuple(one for one in self.doc.sentences if self.is_prose(one) and len(one.span.of(text).split()) >= FEWEST)

    def small_letters(self, sentence: Sentence) -> str:
        """The words of one of its sentences."""
        start = sentence.span.start
        if start not in self.lowered:
            self.lowered[start] = sentence.span.of(self.doc.article.text).lower()
        return self.lowered[start]

    @found_once
    def prose(self) -> frozenset[int]:
        """Where the sentences of the body begin that no reader has marked."""
        body = (one.span for one in self.doc.sentences if one.kind == "body")
        return frozenset(own.start for own in body if not any(span.overlaps(own) for span in self.not_prose))

    def is_prose(self, sentence: Sentence) -> bool:
        return sentence.span.start in self.prose

    @found_once
    def first_nouns(self) -> Mapping[str, tuple[Sentence, int]]:
        """Where each noun stands first: its sentence, and which word of it that is."""
        found: dict[str, tuple[Sentence, int]] = {}
        for sentence in self.doc.sentences:
            for index, token in enumerate(sentence.tokens):
                if token.upos in NOUNS:
                    found.setdefault(token.lemma.casefold(), (sentence, index))
        return found
