"""From an article to a document with everything that was recognized in it.

`annotate` is the table of contents: sentences, trees, dates, quantities, actors, quotes, concepts, each by a pure function that
later ones may build on.  What cleaning marked (advertising, captions, link lists …) is skipped; a machine's summary is read as
sentences of kind `summary`, which assert nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from briefing.annotate.actors import find_actors
from briefing.annotate.actors.bodies import known_actor
from briefing.annotate.actors.find import group_actor
from briefing.annotate.actors.letterheads import is_transcript, letterhead_of
from briefing.annotate.breaks import past_number, spoken_breaks
from briefing.annotate.concepts import find_concepts
from briefing.annotate.dates import find_dates
from briefing.annotate.issuers import find_issuers, self_mentions
from briefing.annotate.narrated import without_narration
from briefing.annotate.parse import load_parser, split_sentences
from briefing.annotate.quantities import find_quantities
from briefing.annotate.quotes import find_quotes
from briefing.annotate.senses import in_their_sense
from briefing.annotate.speakers import TURN, find_speakers
from briefing.annotate.talk_heads import in_plain_case, lines_above
from briefing.knowledge import Knowledge
from briefing.model import SCRAMBLED, Actor, Article, Doc, MarkKind, Mention, Quote, Sentence, SentenceKind, Span

READ_MARKS: dict[MarkKind, SentenceKind] = {
    "machine_summary": "summary",
    "title": "title",
    "heading": "heading",
    "speaker": "speaker",
    "question": "question",
}
"""Marked text that is still read, and as what; everything else that is marked is skipped."""

PLACING: frozenset[MarkKind] = frozenset({"dateline", "metadata", "heading"})
"""Marks that may say where an article is written."""

SET_APART: frozenset[MarkKind] = frozenset({"speaker", "question", "heading"})
"""Marks at whose edges a sentence ends, though the line goes on: `MINISTER DÍAZ: Good morning.`"""


def annotate(article: Article, knowledge: Knowledge) -> Doc:
    """Read one article."""
    text, language = article.text, article.language
    skip = tuple(mark.span for mark in article.marks if mark.kind not in READ_MARKS)
    scrambled = SCRAMBLED in article.notes
    sentences = find_sentences(article, skip)
    dates = find_dates(text, language, published=article.published, published_basis=article.published_basis, skip=skip)
    calendar = tuple(date.span for date in dates if date.type in {"DATE", "TIME"})
    quantities = find_quantities(text, language, taken=calendar, skip=skip)
    datelines = tuple(mark.span for mark in article.marks if mark.kind in PLACING)
    body = next((sentence.span.start for sentence in sentences if sentence.kind == "body"), len(text))
    issuer = None if scrambled else letterhead_of(article, body, knowledge)
    actors, mentions = find_actors(
        in_plain_case(article),
        sentences,
        language,
        knowledge,
        skip=skip,
        datelines=datelines,
        issuer=issuer,
        scrambled=scrambled,
    )
    quotes = find_quotes(text, sentences, language, scrambled=scrambled)
    own = None if is_transcript(article) else issuer  # `we` is there whoever speaks
    issuers = find_issuers(text, sentences, actors, mentions, language, own)
    itself = () if scrambled else self_mentions(text, sentences, issuers, mentions, language)
    mentions = tuple(sorted((*mentions, *itself), key=lambda mention: mention.span))
    if not scrambled:
        mentions, quotes = find_speakers(article, sentences, actors, mentions, quotes)
        quotes = without_narration(article, sentences, actors, mentions, quotes)
    speaking = {name: actor for name in speaking_for(issuers, quotes, actors, mentions) if (actor := known(name, knowledge))}
    return Doc(
        article=article,
        sentences=sentences,
        dates=tuple(date for date in dates if not is_in_name(date.span, actors, mentions)),
        quantities=quantities,
        actors=dict(sorted({**speaking, **actors}.items())),
        mentions=mentions,
        quotes=quotes,
        concepts=in_their_sense(text, find_concepts(text, sentences, language, knowledge), sentences, language),
        issuers=issuers,
    )


def is_in_name(span: Span, actors: Mapping[str, Actor], mentions: Sequence[Mention]) -> bool:
    """`Julio Paz`, `April Jones`: a month's name that is a person's."""
    around = (m for m in mentions if m.span.contains(span) and m.span != span)
    return any(actors[m.actor].kind == "person" for m in around if m.actor in actors)


def speaking_for(
    issuers: Sequence[str], quotes: Sequence[Quote], actors: Mapping[str, Actor], mentions: Sequence[Mention]
) -> Iterator[str]:
    """The countries in whose name a text is written or its turns are spoken, whether or not it names them."""
    yield from issuers
    if len(issuers) == 2:
        yield "+".join(sorted(issuers))
    speakers = [quote.speaker for quote in quotes if quote.rule == TURN and quote.speaker]
    named = {mention.actor for mention in mentions for span in speakers if mention.span.overlaps(span)}
    yield from sorted(code for name in named if (code := actors[name].country))


def known(name: str, knowledge: Knowledge) -> Actor | None:
    codes = name.split("+")
    if not all(code in knowledge.actors for code in codes):
        return None
    return known_actor(name, knowledge) if len(codes) == 1 else group_actor(codes, knowledge)


def find_sentences(article: Article, skip: Sequence[Span]) -> tuple[Sentence, ...]:
    """The sentences outside the skipped spans, with their trees, their paragraph and what kind of text they are."""
    spans = [past_number(article.text, span) for span in spoken_breaks(article, split_at_marks(article, skip))]
    parsed = load_parser(article.language).parse(in_plain_case(article), spans)
    paragraphs = number_paragraphs(article.text, spans)
    return tuple(
        Sentence(span=span, tokens=tokens, kind=kind_of(article, span), paragraph=paragraph)
        for span, tokens, paragraph in zip(spans, parsed, paragraphs, strict=True)
        if tokens
    )


def split_at_marks(article: Article, skip: Sequence[Span]) -> list[Span]:
    text, language = article.text, article.language
    apart = [*(mark.span for mark in article.marks if mark.kind in SET_APART), *lines_above(article)]
    spans = [*split_sentences(text, language, (*skip, *apart))]
    for span in apart:
        spans += split_sentences(text, language, (Span(0, span.start), Span(span.stop, len(text))))
    return sorted(spans)


def kind_of(article: Article, span: Span) -> SentenceKind:
    for mark in article.marks:
        if mark.kind in READ_MARKS and mark.span.overlaps(span):
            return READ_MARKS[mark.kind]
    return "body"


def number_paragraphs(text: str, spans: Sequence[Span]) -> list[int]:
    """The number of the paragraph of each span: a line break between two spans begins a new one."""
    numbers: list[int] = []
    for previous, span in zip([None, *spans], spans, strict=False):
        if previous is None:
            numbers.append(0)
        else:
            numbers.append(numbers[-1] + ("\n" in text[previous.stop : span.start]))
    return numbers
