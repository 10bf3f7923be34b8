"""The sentences behind an item, as windows on the article's text that can be narrowed and edited and keep their offsets."""

from __future__ import annotations

import bisect
import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field

from briefing.model import (
    Actor,
    ConceptMention,
    Date,
    Doc,
    Evidence,
    Item,
    Language,
    Mention,
    Quantity,
    Quote,
    Sentence,
    Span,
    Token,
)
from briefing.realize.found import Found, Whole, overlapping
from briefing.realize.once import found_once
from briefing.realize.once import of_each_word as of_each_word
from briefing.realize.once import of_its_words as of_its_words
from briefing.realize.once import of_its_words_with as of_its_words_with
from briefing.realize.spoken import Spoken, count_spoken
from briefing.realize.trees import Tree

_CLOSING = frozenset('”»"')
_LONGEST_UNCLOSED = 600
TURN = "transcript"
"""The annotation's rule for a speaker in capitals and a colon."""
_WORDS = re.compile(r"\w+")
_MARKS = re.compile(r"“[^”]*”?|«[^»]*»?|\"[^\"]*\"?")


@dataclass(frozen=True, slots=True, kw_only=True)
class Edit:
    """Characters `start:stop` of the article to be printed as `text`."""

    start: int
    stop: int
    text: str


@dataclass(frozen=True, kw_only=True)
class Passage:
    """A sentence of the evidence: the part of it that is kept (`span`, in the article's offsets) and what is edited in it.

    `source` is the article's text from `offset` on; without a document it is the evidence alone, without a tree.
    What is looked for in it is found once: the rungs ask the same sentence again and again.
    """

    evidence: Evidence
    language: Language
    source: str
    offset: int
    span: Span
    doc: Doc | None = None
    sentence: Sentence | None = None
    tree: Tree = field(default=Tree(), compare=False, repr=False)
    found: Found = field(default=Found(), compare=False, repr=False)
    whole: Whole | None = field(default=None, compare=False, repr=False)
    passages: Passages | None = field(default=None, compare=False, repr=False)
    """Where the other sentences of its article are looked up."""

    edits: tuple[Edit, ...] = ()
    windows: dict[Span, Passage] = field(default_factory=dict, compare=False, repr=False)
    """Other parts of the sentence, without edits: the rungs and both editions narrow it alike."""

    @found_once
    def words(self) -> str:
        return self.source[self.span.start - self.offset : self.span.stop - self.offset]

    @found_once
    def length(self) -> int:
        """So many words, as a reader counts them."""
        return len(self.words.split())

    @found_once
    def tokens(self) -> tuple[Token, ...]:
        """The whole sentence's tokens: heads are indices into them."""
        return self.tree.tokens

    @found_once
    def kept(self) -> tuple[int, ...]:
        """The indices of the tokens of the kept part."""
        return tuple(self.tree.covered_by(self.span))

    @found_once
    def root(self) -> int | None:
        """The index of the word on which the kept part hangs: `retiró` in `[Cabe señalar que] Bolivia retiró …`."""
        kept = frozenset(self.kept)
        return next((index for index in self.kept if self.tokens[index].head not in kept and self._is_word(index)), None)

    def _is_word(self, index: int) -> bool:
        return self.tokens[index].upos not in {"PUNCT", "CCONJ", "SCONJ", "ADV"}

    @found_once
    def quoted(self) -> tuple[Span, ...]:
        """What stands in quotation marks, in this sentence or in a quotation that runs through it.

        Of `said that it "fully respects" …` only the two words do.
        """
        inside = [Span(self.span.start + m.start(), self.span.start + m.end()) for m in _MARKS.finditer(self.words)]
        return (*inside, *(quote.content for quote in self.quotes if quote.kind == "direct"))

    @found_once
    def quotes(self) -> tuple[Quote, ...]:
        return tuple(
            quote
            for quote in self.found.quotes
            if quote.content.overlaps(self.span) and not (self._is_runaway(quote) or self._is_under_a_heading(quote))
        )

    def _is_runaway(self, quote: Quote) -> bool:
        """A mark that opens and is never closed quotes nobody for pages."""
        closed = self.source[quote.content.stop - self.offset : quote.content.stop - self.offset + 1] in _CLOSING
        return quote.speaker is None and not closed and len(quote.content) > _LONGEST_UNCLOSED

    def _is_under_a_heading(self, quote: Quote) -> bool:
        """`ADDRESSING THE DROUGHT: …` looks like the turn of a speaker, but names nobody."""
        if quote.rule != TURN or quote.speaker is None:
            return quote.rule == TURN
        return self.whole is None or not self.whole.mentions.overlapping(quote.speaker)

    @found_once
    def mentions(self) -> tuple[Mention, ...]:
        """The actors named in the kept part, in the order of the text."""
        return tuple(mention for mention in self.found.mentions if self.span.contains(mention.span))

    @found_once
    def mention_at(self) -> Mapping[int, Mention]:
        """The first mention that holds each word."""
        return {index: mention for mention in reversed(self.mentions) for index in self.tree.covered_by(mention.span)}

    @found_once
    def named(self) -> frozenset[int]:
        """The words that share a letter with a name of somebody."""
        return frozenset([index for mention in self.mentions for index in self.tree.touched_by(mention.span)])

    @found_once
    def dates(self) -> tuple[Date, ...]:
        return overlapping(self.found.dates, self.span)

    @found_once
    def of_days(self) -> frozenset[int]:
        """The words that share a letter with a date."""
        return frozenset([index for date in self.dates for index in self.tree.touched_by(date.span)])

    @found_once
    def dated(self) -> frozenset[int]:
        """The words that stand in a date."""
        return frozenset([index for date in self.dates for index in self.tree.covered_by(date.span)])

    @found_once
    def quantities(self) -> tuple[Quantity, ...]:
        return overlapping(self.found.quantities, self.span)

    @found_once
    def concepts(self) -> tuple[ConceptMention, ...]:
        return overlapping(self.found.concepts, self.span)

    @found_once
    def begun(self) -> frozenset[int]:
        """Where something that the annotation found begins."""
        found = (self.mentions, self.dates, self.quantities, self.concepts)
        return frozenset(one.span.start for every in found for one in every)

    @found_once
    def vocabulary(self) -> frozenset[str]:
        """The kept words, in small letters."""
        return frozenset(_WORDS.findall(self.words.casefold()))

    def places_of(self, words: Collection[str]) -> list[int]:
        """The kept words of which the form or the lemma is one of some."""
        if self.tree.vocabulary.isdisjoint(words):
            return []
        forms, lemmas = self.tree.forms, self.tree.lemmas
        return [index for index in self.kept if forms[index] in words or lemmas[index] in words]

    @found_once
    def quoted_words(self) -> frozenset[int]:
        """Those in quotation marks."""
        return frozenset([index for span in self.quoted for index in self.tree.covered_by(span)])

    def is_quoted(self, span: Span) -> bool:
        return bool(self.quoted) and any(quoted.contains(span) for quoted in self.quoted)

    @found_once
    def unquoted_tokens(self) -> tuple[tuple[int, Token], ...]:
        """The kept tokens outside quotation marks, with their indices."""
        tokens, quoted = self.tokens, self.quoted_words
        return tuple([(index, tokens[index]) for index in self.kept if index not in quoted])

    @found_once
    def unquoted_words(self) -> str:
        """The kept words with everything in quotation marks blanked, offsets kept."""
        if not self.quoted:
            return self.words
        letters = list(self.words)
        for quoted in self.quoted:
            for at in range(max(quoted.start, self.span.start), min(quoted.stop, self.span.stop)):
                letters[at - self.span.start] = " "
        return "".join(letters)

    def starting_at(self, start: int) -> Passage:
        return self._changed(Span(start, self.span.stop), self.edits)

    def ending_at(self, stop: int) -> Passage:
        return self._changed(Span(self.span.start, stop), self.edits)

    def edited(self, start: int, stop: int, text: str) -> Passage:
        """What is edited within the words that are now put otherwise gives way."""
        kept = (edit for edit in self.edits if edit.start == edit.stop or not (start <= edit.start and edit.stop <= stop))
        return self._changed(self.span, (*kept, Edit(start=start, stop=stop, text=text)))

    def with_edits(self, edits: tuple[Edit, ...]) -> Passage:
        return self._changed(self.span, edits)

    def begun_with(self, text: str) -> Passage:
        """Text before everything else, also before other edits at the start."""
        edit = Edit(start=self.span.start, stop=self.span.start, text=text)
        return self._changed(self.span, (edit, *self.edits))

    def _changed(self, span: Span, edits: tuple[Edit, ...]) -> Passage:
        """What is known of the words stays true where only the edits differ, and what is known of a part for all who ask."""
        if span == self.span:
            edited = object.__new__(Passage)
            edited.__dict__.update(self.__dict__, edits=edits)
            return edited
        if edits:
            return self._part(span, edits)
        known = self.windows.get(span)
        if known is None:
            known = self.windows[span] = self._part(span, edits)
        return known

    def _part(self, span: Span, edits: tuple[Edit, ...]) -> Passage:
        return Passage(
            evidence=self.evidence,
            language=self.language,
            source=self.source,
            offset=self.offset,
            span=span,
            doc=self.doc,
            sentence=self.sentence,
            tree=self.tree,
            found=self.found,
            whole=self.whole,
            passages=self.passages,
            edits=edits,
            windows=self.windows,
        )

    def beside(self, sentence: Sentence) -> Passage:
        """Another sentence of its article."""
        place = self.evidence.article, self.evidence.language, sentence.span.start
        known = self.passages.beside.get(place) if self.passages else None
        if known is None:
            known = self._beside(sentence)
            if self.passages:
                self.passages.beside[place] = known
        return known

    def _beside(self, sentence: Sentence) -> Passage:
        piece, text = self.evidence, sentence.span.of(self.source)
        evidence = Evidence(
            article=piece.article, start=sentence.span.start, stop=sentence.span.stop, text=text, language=piece.language
        )
        return self.passages.of(evidence) if self.passages else passage_of(evidence, self.doc)

    def printed(self) -> str:
        """The kept words with their edits, on one line."""
        text, at = [], self.span.start
        for edit in sorted(self.edits, key=lambda edit: (edit.start, edit.stop)):
            if self.span.start <= edit.start and edit.stop <= self.span.stop and at <= edit.start:
                text += [self.source[at - self.offset : edit.start - self.offset], edit.text]
                at = edit.stop
        text.append(self.source[at - self.offset : self.span.stop - self.offset])
        return " ".join("".join(text).split())


@dataclass(frozen=True)
class Passages:
    """The sentences of the documents of one brief, each read once, however many items and rungs rest on it."""

    docs: Mapping[str, Doc]
    found: dict[tuple[object, ...], Passage] = field(default_factory=dict)
    wholes: dict[str, Whole] = field(default_factory=dict)
    beside: dict[tuple[str, Language | None, int], Passage] = field(default_factory=dict)
    """Whole sentences, by article, language and where they begin."""

    @found_once
    def actors(self) -> tuple[Actor, ...]:
        """Everybody whom any document names."""
        return tuple(actor for doc in self.docs.values() for actor in doc.actors.values())

    @found_once
    def nations(self) -> Mapping[str, str | None]:
        """The country of everybody, by every name."""
        return {name: actor.country for actor in self.actors for name in (*actor.name.values(), *actor.forms)}

    @found_once
    def countries(self) -> frozenset[str]:
        """The countries of everybody whom any document names."""
        return frozenset(actor.country or actor.id for actor in self.actors)

    @found_once
    def disputed(self) -> frozenset[str]:
        """The names of people to whom two documents give different countries."""
        found: dict[str, set[str]] = {}
        for actor in (actor for actor in self.actors if actor.kind == "person" and actor.country):
            for name in {*actor.name.values(), *actor.forms}:
                found.setdefault(name, set()).add(str(actor.country))
        return frozenset(name for name, countries in found.items() if len(countries) > 1)

    @found_once
    def spoken(self) -> Spoken:
        """In how many documents, and titles, each concept is spoken of."""
        return count_spoken(self.docs.values())

    def whole(self, doc: Doc) -> Whole:
        name = doc.article.id
        if name not in self.wholes:
            self.wholes[name] = Whole(doc)
        return self.wholes[name]

    def _read(self, evidence: Evidence, doc: Doc) -> Passage:
        """The sentence that holds the evidence; the evidence itself where it is not inside one sentence."""
        span, whole = Span(evidence.start, evidence.stop), self.whole(doc)
        sentence = _sentence_around(whole, span)
        span = _stripped(doc.article.text, sentence.span if sentence else span)
        return Passage(
            evidence=evidence,
            language=evidence.language or doc.article.language,
            source=doc.article.text,
            offset=0,
            span=span,
            doc=doc,
            sentence=sentence,
            tree=Tree(sentence.tokens) if sentence else Tree(),
            found=Found(whole, span),
            whole=whole,
            passages=self,
        )

    def of(self, evidence: Evidence) -> Passage:
        key = evidence.article, evidence.start, evidence.stop, evidence.language, evidence.text
        known = self.found.get(key)
        if known is None:
            doc = self.docs.get(evidence.article)
            known = self.found[key] = self._read(evidence, doc) if doc else _of_its_text_alone(evidence)
        return known


def find_passages(item: Item, passages: Passages, language: Language) -> Iterator[Passage]:
    """The sentences of the item's evidence that are in a language, each once, in the order of the evidence."""
    seen: set[tuple[str, int]] = set()
    for evidence in item.evidence:
        if evidence.language and evidence.language != language:
            continue
        passage = passages.of(evidence)
        key = (evidence.article, passage.span.start)
        if passage.language == language and key not in seen:
            seen.add(key)
            yield passage


def find_passages_elsewhere(item: Item, passages: Passages, language: Language) -> Iterator[Passage]:
    """The sentences of the evidence in any other language."""
    for other in dict.fromkeys(piece.language for piece in item.evidence):
        if other and other != language:
            yield from find_passages(item, passages, other)


def passage_of(evidence: Evidence, doc: Doc | None) -> Passage:
    """The sentence of one document that holds the evidence."""
    return Passages({evidence.article: doc} if doc else {}).of(evidence)


def _of_its_text_alone(evidence: Evidence) -> Passage:
    span = Span(evidence.start, evidence.stop)
    return Passage(evidence=evidence, language=evidence.language or "", source=evidence.text, offset=evidence.start, span=span)


def _sentence_around(whole: Whole, span: Span) -> Sentence | None:
    after = bisect.bisect_right(whole.starts, span.start)
    sentence = whole.doc.sentences[after - 1] if after else None
    return sentence if sentence and sentence.span.contains(span) else None


def _stripped(text: str, span: Span) -> Span:
    words = span.of(text)
    return Span(span.start + len(words) - len(words.lstrip()), span.stop - len(words) + len(words.rstrip()))
