"""What words of a set of articles the termbase lacks, commonest first, each with the places where it stands.

Method: candidates by part of speech (Justeson and Katz 1995): runs of nouns and adjectives, also across a preposition, that
begin and end with one of them and hold a noun.  A word alone is a gap where no concept covers it; a phrase, where it comes back
and is no concept, though its words may be (`corredor` and `humanitario` do not say `corredor humanitario`).  Of a phrase that
only occurs inside a longer one the longer one is listed (Frantzi and others 2000: what is nested counts only for what is left).
Proper nouns and what an actor, a date or a quantity covers are no gaps.
"""

from __future__ import annotations

import collections
import itertools
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from briefing.knowledge import Knowledge
from briefing.knowledge.inflect import neutral_key, plural_key
from briefing.model import Doc, Language, Sentence, Span, Token

HEADS = frozenset({"NOUN", "ADJ"})
JOINTS = frozenset({"ADP", "DET"})
FUNCTION = frozenset({"case", "fixed", "mark", "cc", "aux", "cop", "det"})
"""Relations of nouns and adjectives that carry no meaning of their own: `a través de`, `such as`."""
LONGEST = 5
"""Words in a phrase, prepositions and articles with them."""
CONTEXTS = 3
AROUND = 40
"""Characters of context on either side."""

Key = tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap:
    """A word or phrase that the termbase lacks: as it is written most often, how often, in how many articles, and where.

    `contexts` are pieces of text with the term in the middle, `sources` the files that they come from.
    """

    language: Language
    form: str
    count: int
    articles: int
    contexts: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Place:
    """One occurrence of a candidate."""

    key: Key
    span: Span
    doc: Doc


def mine(docs: Sequence[Doc], knowledge: Knowledge, *, least: int = 2) -> Mapping[Language, tuple[Gap, ...]]:
    """The gaps of each language that come at least `least` times, commonest first; with `least=1` every lone word, too."""
    found: dict[Language, list[Gap]] = {}
    for language in sorted({doc.article.language for doc in docs}):
        own = [doc for doc in docs if doc.article.language == language]
        nations = nation_keys(knowledge, language)
        words = group(place for doc in own for place in lone_words(doc) if place.key[0] not in nations)
        phrases = without_nested(group(place for doc in own for place in phrases_in(doc)))
        gaps = [gap_of(places, language) for places in words.values() if len(places) >= least]
        gaps += [gap_of(places, language) for places in phrases.values() if len(places) >= max(least, 2)]
        found[language] = sorted(gaps, key=lambda gap: (-gap.count, -gap.articles, gap.form))
    return {language: tuple(gaps) for language, gaps in found.items()}


def nation_keys(knowledge: Knowledge, language: Language) -> frozenset[str]:
    """The keys of the words for nations (`chilena`, `Kenyan`), which have their own place in the knowledge."""
    forms = (form for actor in knowledge.actors.values() for form in actor.demonyms.get(language, ()))
    return frozenset(plural_key(form, language) for form in forms)


def lone_words(doc: Doc) -> Iterator[Place]:
    """The nouns and adjectives that nothing covers."""
    known = covered(doc)
    for sentence in doc.sentences:
        for token in content_words(sentence):
            if token.span.start not in known:
                yield Place((plural_key(token.form, doc.article.language),), token.span, doc)


def content_words(sentence: Sentence) -> Iterator[Token]:
    """The nouns and adjectives of a sentence that carry a meaning; names are proper nouns, and none."""
    for token in sentence.tokens:
        if token.upos in HEADS and token.deprel.partition(":")[0] not in FUNCTION and token.form.isalpha():
            yield token


def covered(doc: Doc) -> frozenset[int]:
    """Where the words begin that are part of a concept, of an actor's name, of a date or of a quantity."""
    spans = [item.span for items in (doc.concepts, doc.mentions, doc.dates, doc.quantities) for item in items]
    taken = {at for span in spans for at in range(span.start, span.stop)}
    return frozenset(token.span.start for sentence in doc.sentences for token in sentence.tokens if token.span.start in taken)


def phrases_in(doc: Doc) -> Iterator[Place]:
    """The phrases of two content words or more that are no concept, nor part of one, and hold no name."""
    concepts = [mention.span for mention in doc.concepts]
    named = [item.span for items in (doc.mentions, doc.dates, doc.quantities) for item in items]
    for sentence in doc.sentences:
        for run in runs(sentence):
            for first, last in itertools.combinations(range(len(run)), 2):
                tokens = run[first : last + 1]
                span = Span(tokens[0].span.start, tokens[-1].span.stop)
                if is_phrase(tokens) and not known(span, concepts, named):
                    yield Place(tuple(neutral_key(token.form, doc.article.language) for token in tokens), span, doc)


def known(span: Span, concepts: Sequence[Span], named: Sequence[Span]) -> bool:
    return any(concept.contains(span) for concept in concepts) or any(span.overlaps(other) for other in named)


def runs(sentence: Sentence) -> Iterator[Sequence[Token]]:
    """Stretches of nouns, adjectives, prepositions and articles."""
    for inside, tokens in itertools.groupby(sentence.tokens, key=lambda token: token.upos in HEADS | JOINTS):
        if inside:
            yield list(tokens)


def is_phrase(tokens: Sequence[Token]) -> bool:
    """`paso humanitario`, `derecho a la salud`; neither `paso humanitario de` nor `médico de la ciudad de la frontera`."""
    tags = [token.upos for token in tokens]
    if len(tokens) > LONGEST or not {tags[0], tags[-1]} <= HEADS or "NOUN" not in tags:
        return False
    return not any(a == "DET" and b == "ADP" for a, b in itertools.pairwise(tags)) and tags.count("ADP") <= 1


def group(places: Iterable[Place]) -> dict[Key, list[Place]]:
    grouped: dict[Key, list[Place]] = collections.defaultdict(list)
    for place in places:
        grouped[place.key].append(place)
    return grouped


def without_nested(phrases: Mapping[Key, list[Place]]) -> dict[Key, list[Place]]:
    """Phrases that come back, less those that stand nowhere outside a longer one that comes back, too."""
    repeated = {key: places for key, places in phrases.items() if len(places) > 1}
    inside: collections.Counter[Key] = collections.Counter()
    for key, places in repeated.items():
        for first, stop in itertools.combinations(range(len(key) + 1), 2):
            part = key[first:stop]
            if part != key and part in repeated:
                inside[part] = max(inside[part], len(places))
    return {key: places for key, places in repeated.items() if inside[key] < len(places)}


def gap_of(places: Sequence[Place], language: Language) -> Gap:
    forms = collections.Counter(written(place) for place in places)
    form = min(forms, key=lambda form: (-forms[form], form))
    shown = places[:CONTEXTS]
    return Gap(
        language=language,
        form=form,
        count=len(places),
        articles=len({place.doc.article.id for place in places}),
        contexts=tuple(context(place) for place in shown),
        sources=tuple(place.doc.article.file for place in shown),
    )


def written(place: Place) -> str:
    return " ".join(place.span.of(place.doc.article.text).split()).lower()


def context(place: Place) -> str:
    """The term with what stands around it, whole words, on one line."""
    text = place.doc.article.text
    start, stop = max(place.span.start - AROUND, 0), place.span.stop + AROUND
    before = text[start : place.span.start]
    after = text[place.span.stop : stop]
    before = before.partition(" ")[2] if start and " " in before else before
    after = after.rpartition(" ")[0] if stop < len(text) and " " in after else after
    return " ".join(f"{before}{place.span.of(text)}{after}".split())
