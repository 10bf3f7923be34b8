"""A document made ready for extraction: its trees, and who stands where."""

from __future__ import annotations

import bisect
import functools
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from briefing.extract.sentence.trees import Tree, case_of
from briefing.extract.words import Words, load_words
from briefing.knowledge import Knowledge
from briefing.knowledge.entries import Act, ActForm
from briefing.model import SCRAMBLED, Actor, Date, Doc, Mention, Quote, Span

ActForms = tuple[tuple[Act, ActForm], ...]
BULLETS = " -–—*•·"
"""What may stand before an item of a list."""
TURN = "transcript"
"""The rule on the quote that a whole turn of a transcript is."""


@dataclass(frozen=True, kw_only=True)
class Reading:
    """One document with everything that the extractors look up in it."""

    doc: Doc
    knowledge: Knowledge
    words: Words
    acts: Mapping[str, ActForms]
    trees: tuple[Tree, ...]
    acts_found: dict[tuple[int, int], tuple[Act, ActForm] | None] = field(default_factory=dict, compare=False, repr=False)
    """The act of a token that somebody has asked for, by where its sentence begins and its place there."""

    @property
    def text(self) -> str:
        return self.doc.article.text

    @property
    def is_scrambled(self) -> bool:
        return SCRAMBLED in self.doc.article.notes

    @cached_property
    def mention_starts(self) -> list[int]:
        return [mention.span.start for mention in self.doc.mentions]

    @cached_property
    def longest_mention(self) -> int:
        return max((len(mention.span) for mention in self.doc.mentions), default=0)

    @cached_property
    def sentence_starts(self) -> list[int]:
        return [sentence.span.start for sentence in self.doc.sentences]

    @cached_property
    def dates_alone(self) -> Mapping[int, Date]:
        """The sentences that are but a date, by their place: headings of a list of days (`Lunes 9.`, `- Lunes 9:`)."""
        days = {date.span: date for date in self.doc.dates if date.value and date.type == "DATE"}
        lines = ((n, one.span) for n, one in enumerate(self.doc.sentences) if one.kind in {"body", "heading"})
        bare = ((n, without_edges(span, self.text)) for n, span in lines)
        return {n: days[span] for n, span in bare if span in days}

    def number_of(self, tree: Tree) -> int:
        """The place of a tree's sentence in the document."""
        return bisect.bisect_right(self.sentence_starts, tree.sentence.span.start) - 1

    def is_body(self, number: int) -> bool:
        return self.doc.sentences[number].kind == "body"

    @cached_property
    def turns(self) -> tuple[Quote, ...]:
        """What each speaker of a transcript says, in the order of the text."""
        return tuple(quote for quote in self.doc.quotes if quote.rule == TURN)

    def turn_at(self, span: Span) -> Quote | None:
        """The speaker's turn that a span lies in."""
        place = bisect.bisect_right([turn.content.start for turn in self.turns], span.start) - 1
        return self.turns[place] if place >= 0 and self.turns[place].content.contains(span) else None

    @cached_property
    def spoken(self) -> tuple[Quote, ...]:
        """Quotes whose words are the speaker's own."""
        return tuple(quote for quote in self.doc.quotes if quote.kind in {"direct", "mixed"})


def without_edges(span: Span, text: str) -> Span:
    """Without the bullet of a list before it and the colon or stop behind it."""
    words = span.of(text)
    return Span(span.start + len(words) - len(words.lstrip(BULLETS)), span.start + len(words.rstrip(" .,:")))


def read_doc(doc: Doc, knowledge: Knowledge) -> Reading:
    language = doc.article.language
    return Reading(
        doc=doc,
        knowledge=knowledge,
        words=load_words(language),
        acts=acts_by_lemma(knowledge, language),
        trees=tuple(Tree(sentence=sentence, text=doc.article.text) for sentence in doc.sentences),
    )


@functools.lru_cache(maxsize=16)
def acts_by_lemma(knowledge: Knowledge, language: str) -> Mapping[str, ActForms]:
    """The acts that a lemma may name, in the order of the knowledge."""
    found: dict[str, list[tuple[Act, ActForm]]] = {}
    for act in knowledge.acts.values():
        for form in act.forms.get(language, ()):
            found.setdefault(form.lemma.lower(), []).append((act, form))
    return {lemma: tuple(rows) for lemma, rows in found.items()}


def mentions_in(reading: Reading, span: Span) -> tuple[Mention, ...]:
    """The mentions that lie wholly inside a span, in the order of the text."""
    first = bisect.bisect_left(reading.mention_starts, span.start)
    found = []
    for mention in reading.doc.mentions[first:]:
        if mention.span.start >= span.stop:
            break
        if mention.span.stop <= span.stop:
            found.append(mention)
    return tuple(found)


def mentions_about(reading: Reading, span: Span) -> tuple[Mention, ...]:
    """The few mentions that may share a letter with a span."""
    first = bisect.bisect_left(reading.mention_starts, span.start - reading.longest_mention)
    return reading.doc.mentions[first : bisect.bisect_left(reading.mention_starts, span.stop)]


def mentions_over(reading: Reading, span: Span) -> tuple[Mention, ...]:
    """The actors named in or across a span, the longest mention first."""
    found = [m for m in mentions_about(reading, span) if not m.place and m.span.overlaps(span)]
    return tuple(sorted(found, key=lambda m: (-len(m.span), m.span.start)))


def mention_at(reading: Reading, span: Span) -> Mention | None:
    """The shortest mention of an actor (not of a place) that covers a token."""
    around = [mention for mention in mentions_about(reading, span) if mention.span.contains(span) and not mention.place]
    return min(around, key=lambda mention: len(mention.span), default=None)


def actor_at(reading: Reading, tree: Tree, index: int) -> Actor | None:
    """The actor that a token names, as the head of its mention or a part of its name."""
    mention = mention_at(reading, tree.tokens[index].span)
    return reading.doc.actors.get(mention.actor) if mention else None


def is_person(reading: Reading, actor_id: str) -> bool:
    actor = reading.doc.actors.get(actor_id)
    return actor is not None and actor.kind == "person"


def is_country(reading: Reading, actor_id: str) -> bool:
    actor = reading.knowledge.actors.get(actor_id)
    return actor is not None and actor.kind == "country"


def is_of_a_date(reading: Reading, tree: Tree, index: int) -> bool:
    """Whether a token stands in the words of a date."""
    return any(date.span.contains(tree.tokens[index].span) for date in reading.doc.dates)


def governments_of(reading: Reading, actor_id: str) -> tuple[str, ...]:
    """The codes of the governments that an actor speaks for: one, the two of `MX+US`, or none."""
    if actor_id in reading.doc.issuers:
        return (actor_id,)
    actor = reading.doc.actors.get(actor_id)
    if actor is None or not actor.official:
        return ()
    if actor.kind == "group" and "+" in actor.id:
        return tuple(actor.id.split("+"))
    if actor.country:
        return (actor.country,)
    return (actor.id,) if actor.kind == "organization" else ()


NAME_PARTS = frozenset({"flat", "compound", "flat:name"})
"""Relations by which the words of one name hang together."""


def is_unlinked(reading: Reading, tree: Tree, index: int) -> bool:
    """A name's word that no mention, date or concept covers, and that is no word of a body nor said of a place."""
    token = tree.tokens[index]
    if token.upos != "PROPN" or not token.form[:1].isupper() or token.form.lower() in reading.words.meeting_bodies:
        return False
    spans = [row.span for row in reading.doc.mentions] + [row.span for row in reading.doc.dates]
    spans += [row.span for row in reading.doc.concepts]
    cases = {case_of(tree, index), case_of(tree, token.head) if token.head >= 0 and token.deprel in NAME_PARTS else ""}
    return not any(span.overlaps(token.span) for span in spans) and not cases & reading.words.place_cases


def codes_of(reading: Reading, actor_id: str) -> tuple[str, ...]:
    """The countries or organizations that an actor belongs to, whether or not it speaks for them."""
    if actor_id in reading.doc.issuers:
        return (actor_id,)
    actor = reading.doc.actors.get(actor_id)
    if actor is None:
        return ()
    if actor.kind == "group" and "+" in actor.id:
        return tuple(actor.id.split("+"))
    return (actor.country,) if actor.country else (actor.id,) if actor.kind == "organization" else ()


def codes_of_all(reading: Reading, actors: Sequence[str]) -> set[str]:
    """The countries and organizations of several actors; codes stand for themselves."""
    return {code for actor in actors for code in codes_of(reading, actor)}


def quote_at(reading: Reading, span: Span) -> Quote | None:
    """The speaker's own words that a span lies in, the innermost where they are nested."""
    around = [quote for quote in reading.spoken if quote.content.contains(span)]
    return min(around, key=lambda quote: len(quote.content), default=None)


def speaker_of(reading: Reading, quote: Quote) -> str | None:
    """The actor that a quote's speaker span names; who tells of it, where he says `Le dije: “…”`."""
    if quote.speaker is None:
        return teller_of(reading, quote)
    found = mentions_over(reading, quote.speaker)
    return found[0].actor if found else None


def teller_of(reading: Reading, quote: Quote) -> str | None:
    """The speaker of the turn in which a quotation stands behind a verb of the first person."""
    turn = reading.turn_at(quote.content)
    if turn is None or turn == quote:
        return None
    return speaker_of(reading, turn) if is_told_in_first_person(reading, quote.span.start) else None


def voices_at(reading: Reading, span: Span) -> tuple[str, ...]:
    """Who speaks at a place: the speaker of the quotation around it, else those who issue the text, else nobody."""
    quote = quote_at(reading, span)
    if quote is None:
        return reading.doc.issuers
    if is_anothers_inside(reading, quote, span):
        return ()
    speaker = speaker_of(reading, quote)
    return (speaker,) if speaker else ()


OPENING_MARK = re.compile(r"""['‘"“”«—–-]\s?$""")
INNER_MARKS = re.compile(r"""(?<!\w)(?P<open>['‘"“«])(?=[\w¿¡])|(?<=[\w.,!?…])['’"”»](?!\w)""")


def is_anothers_inside(reading: Reading, quote: Quote, span: Span) -> bool:
    """Behind `He told me, 'We …`: what another has said to whoever is quoted; not behind `I told him, 'We …`.

    Nor in `The agency said it “checks every lorry, and we publish …”`: the marks inside reported speech are its speaker's.
    """
    start = quote.content.start
    if is_without_marks(reading, quote):
        return False
    marks = [*INNER_MARKS.finditer(reading.text[start : span.start])]
    return bool(marks) and marks[-1]["open"] is not None and not is_told_in_first_person(reading, start + marks[-1].start())


def is_without_marks(reading: Reading, quote: Quote) -> bool:
    """Speech that is told and not quoted: the clause behind `said`, outside every turn of a transcript."""
    turn = reading.turn_at(quote.content)
    return quote != turn and not OPENING_MARK.search(reading.text[: quote.content.start][-2:])


def is_told_in_first_person(reading: Reading, place: int) -> bool:
    """Whether the verb before a place of its sentence is in the first person: `Le dije: “…”`."""
    number = bisect.bisect_right(reading.sentence_starts, place) - 1
    before = [t for t in reading.trees[number].tokens if t.span.stop <= place and t.feat("VerbForm") == "Fin"]
    return bool(before) and before[-1].feat("Person") == "1"


def told_by(reading: Reading, span: Span) -> tuple[str, ...]:
    """Who tells all that stands at a place: the speaker of a transcript's turn, else who issues the text.

    What several issue together is no word of one, nor of one who cites the other.
    """
    turn = reading.turn_at(span)
    speaker = speaker_of(reading, turn) if turn else None
    return (speaker,) if speaker else reading.doc.issuers if len(reading.doc.issuers) == 1 else ()


def is_official_person(reading: Reading, actor_id: str) -> bool:
    actor = reading.doc.actors.get(actor_id)
    return actor is not None and actor.kind == "person" and actor.official
