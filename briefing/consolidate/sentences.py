"""What comparing looks up in one sentence: its halves, what governs a word, the sense of a word in any language."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from briefing.consolidate.bridges import cognate, dictionary
from briefing.consolidate.people import fold
from briefing.consolidate.week import SentenceKey, Week
from briefing.knowledge import load_language
from briefing.model import Article, Claim, Date, Doc, Evidence, Language, Mention, Quantity, Sentence, Span, Token
from briefing.model.trees import ancestors_of, covered_by, governor_of

LONG_SOURCE = 3
"""Letters from which on the first word of `according to`, `según` says that a source follows; `de` says nothing."""
ESTIMATES = ("verbs", "things", "links", "raising", "pronouns", "owners")
"""The lists of words by which somebody gives another's value."""
NAMING = frozenset({"PROPN"})
NOUNS = frozenset({"NOUN", "PROPN"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """The words of one language for comparing, `languages/compare/`."""

    verbs: tuple[str, ...]
    things: tuple[str, ...]
    links: tuple[str, ...]
    raising: tuple[str, ...]
    pronouns: tuple[str, ...]
    owners: tuple[str, ...]
    estimate_phrases: tuple[str, ...]
    sources: tuple[str, ...]
    contrasts: tuple[str, ...]
    apart: tuple[str, ...]
    denies_before: tuple[str, ...]
    updated: tuple[str, ...]
    unfounded: tuple[str, ...]
    saying: frozenset[str]
    empty: frozenset[str]
    growing: frozenset[str]
    hedges: tuple[str, ...]
    participles: tuple[tuple[str, str], ...]
    negations: frozenset[str]
    denying: frozenset[str]
    perfect: frozenset[str]
    supposing: frozenset[str]
    conditions: frozenset[str]
    light: frozenset[str]
    deciding: frozenset[str]
    ahead: frozenset[str]
    posting: frozenset[str]
    pluperfect: frozenset[str]
    aimed: frozenset[str]
    opening_sources: frozenset[str]
    moved: tuple[str, ...]
    parts: tuple[str, ...]
    timed: tuple[str, ...]
    among: tuple[str, ...]
    apiece: tuple[str, ...]
    both: tuple[str, ...]
    destined: tuple[str, ...]
    again: tuple[str, ...]
    undone: frozenset[str]
    uncertain: frozenset[str]
    agents: frozenset[str]
    mutual: frozenset[str]


@functools.cache
def load_words(language: Language) -> Words:
    """The words of a language; the sense of those that are lemmas is looked up with `sense_of`."""
    data = load_language("compare", language)
    parts: dict[str, Any] = {name: tuple(data["estimates"][name]) for name in ESTIMATES}
    for name in (
        "estimate_phrases",
        "sources",
        "contrasts",
        "apart",
        "denies_before",
        "updated",
        "unfounded",
        "hedges",
        "moved",
        "parts",
        "timed",
        "among",
        "apiece",
        "both",
        "destined",
        "again",
    ):
        parts[name] = tuple(data[name])
    parts["participles"] = tuple((end, verb) for end, verbs in data["participles"].items() for verb in verbs)
    for name in (
        "saying",
        "empty",
        "growing",
        "negations",
        "denying",
        "perfect",
        "supposing",
        "conditions",
        "light",
        "deciding",
        "ahead",
        "posting",
        "pluperfect",
        "aimed",
        "undone",
        "uncertain",
        "agents",
        "mutual",
    ):
        parts[name] = frozenset(data[name])
    openings = {phrase.split()[0] for phrase in parts["sources"]}
    parts["opening_sources"] = frozenset(word for word in openings if len(word) >= LONG_SOURCE)
    return Words(**parts)


def bodies(week: Week, *, asked: bool = False) -> Iterator[tuple[SentenceKey, Sentence]]:
    """Every sentence of prose that asserts something, in the order of files; with what an interviewer says before asking."""
    kinds = {"body", "question"} if asked else {"body"}
    for name in sorted(week.docs, key=lambda name: week.docs[name].article.file):
        for number, sentence in enumerate(week.docs[name].sentences):
            asks = sentence.span.of(week.docs[name].article.text).rstrip("\"'”’»)]*_ ").endswith("?")
            if sentence.kind in kinds and not asks:
                yield (name, number), sentence


def sentence_before(doc: Doc, number: int) -> int | None:
    """The sentence before one; before the answer of an interview, whose speaker stands between, its question."""
    return next((n for n in range(number - 1, -1, -1) if doc.sentences[n].kind != "speaker"), None)


def quote(article: Article, span: Span) -> Evidence:
    return Evidence(article=article.id, start=span.start, stop=span.stop, text=span.of(article.text), language=article.language)


def claim_at(week: Week, key: SentenceKey, day: str | None = None) -> Claim:
    """One side of a difference that rests on a whole sentence, with the day that it tells."""
    doc = week.docs[key[0]]
    return Claim(evidence=quote(doc.article, doc.sentences[key[1]].span), sentence=key[1], date=day)


CLOSING_MARK = re.compile(r"[,.;:!?…)\]»”\"—–]")
OPENING_MARK = re.compile(r"[¿¡(\[«“\"—–]")


def says(text: str, phrases: Sequence[str]) -> bool:
    """Whether any of these words or phrases stands in a text, as whole words: also in `entonces; hoy`, `(sin él)`."""
    parted = OPENING_MARK.sub(r"\g<0> ", CLOSING_MARK.sub(r" \g<0>", text.lower()))
    padded = f" {' '.join(parted.split())} "
    return any(f" {phrase} " in padded for phrase in phrases)


# ------------------------------------------------------------------ trees


def index_of(sentence: Sentence, span: Span) -> int | None:
    """The token of a span that governs its others."""
    return governor_of(sentence.tokens, covered_by(sentence.tokens, span))


def above(sentence: Sentence, index: int) -> Iterator[int]:
    return ancestors_of(sentence.tokens, index)


def below(sentence: Sentence, index: int, *relations: str) -> list[int]:
    return [
        i for i, t in enumerate(sentence.tokens) if t.head == index and (not relations or t.deprel.split(":")[0] in relations)
    ]


def is_verb(token: Token) -> bool:
    return token.upos == "VERB" or token.feat("VerbForm") == "Fin"


def is_ahead(sentence: Sentence, verb: int, language: Language) -> bool:
    """`will attend`, `would travel`, `asistirá`: told of what is still to come."""
    tokens, words = sentence.tokens, load_words(language).supposing
    helpers = [verb, *below(sentence, verb, "aux")]
    return any(tokens[i].feat("Tense") == "Fut" or tokens[i].form.lower() in words for i in helpers)


def verb_over(sentence: Sentence, index: int) -> int | None:
    """The nearest verb or participle above a word."""
    return next((i for i in above(sentence, index) if is_verb(sentence.tokens[i]) or is_participle(sentence.tokens[i])), None)


def is_participle(token: Token) -> bool:
    return token.feat("VerbForm") == "Part"


def sense_of(language: Language, token: Token) -> str:
    """What a word means, comparable across languages where the dictionary or its form allow it.

    >>> from briefing.model import Span, Token
    >>> day = lambda form, lemma: Token(form=form, lemma=lemma, upos="NOUN", span=Span(0, 1))
    >>> sense_of("en", day("protocol", "protocol")) == sense_of("es", day("protocolo", "protocolo"))
    True
    """
    lemma = token.lemma.lower()
    known = dictionary().get((language, lemma)) or dictionary().get((language, token.form.lower()))
    for ending, verb in load_words(language).participles if known is None and token.upos == "ADJ" else ():
        if lemma.endswith(ending):  # `decomisado` means what `decomisar` does
            known = known or dictionary().get((language, lemma.removesuffix(ending) + verb))
    return known or next((value for _, value in sorted(cognate(lemma))), f"{language}:{fold(lemma)}")


@functools.cache
def senses_of(language: Language, lemmas: frozenset[str]) -> frozenset[str]:
    tokens = (Token(form=lemma, lemma=lemma, upos="VERB", span=Span(0, 0)) for lemma in lemmas)
    return frozenset(sense_of(language, token) for token in tokens)


# ------------------------------------------------------------------ what stands in a sentence


def quantities_in(doc: Doc, span: Span) -> list[Quantity]:
    return [q for q in doc.quantities if span.contains(q.span) and q.kind != "ordinal"]


def dates_in(doc: Doc, span: Span) -> list[Date]:
    return [d for d in doc.dates if d.value and d.type in {"DATE", "TIME"} and span.contains(d.span)]


def mentions_in(doc: Doc, span: Span) -> list[Mention]:
    return [m for m in doc.mentions if span.contains(m.span)]


def countries_in(doc: Doc, sentence: Sentence) -> frozenset[str]:
    """The countries whose governments, people or land a sentence names; not those of who only tells it."""
    told = [m for m in mentions_in(doc, sentence.span) if not only_tells(doc, sentence, m)]
    actors = [doc.actors.get(m.actor) for m in told]
    return frozenset(a.country or a.id for a in actors if a and (a.country or a.kind == "country"))


def countries_of(doc: Doc, spans: Sequence[Span]) -> frozenset[str]:
    """The countries of the actors that some words name."""
    actors = [doc.actors.get(m.actor) for m in doc.mentions if any(m.span.overlaps(span) for span in spans)]
    return frozenset(a.country or a.id for a in actors if a and (a.country or a.kind == "country"))


def only_tells(doc: Doc, sentence: Sentence, mention: Mention) -> bool:
    """`…, the Kenyan presidency said`, `según Atenas`."""
    index = index_of(sentence, mention.span)
    if index is None:
        return False
    words, token = load_words(doc.article.language), sentence.tokens[index]
    says_it = token.deprel.startswith("nsubj") and token.head >= 0 and sentence.tokens[token.head].lemma.lower() in words.saying
    cases = [sentence.tokens[i].form.lower() for i in below(sentence, index, "case")]
    return says_it or any(case in words.opening_sources for case in cases[:1])


def names_in(doc: Doc, sentence: Sentence) -> frozenset[str]:
    """The proper names of a sentence, without those of acting countries, days, and titles; a place known to be of a country is
    told by it, since every language spells it in its own way."""
    mentions = mentions_in(doc, sentence.span)
    people = {word for actor in doc.actors.values() if actor.kind == "person" for form in actor.forms for word in form.split()}
    taken = [m.span for m in mentions if is_state(doc, m)] + [d.span for d in doc.dates if sentence.span.contains(d.span)]
    titled = [m.span for m in mentions if not is_state(doc, m) and doc.actors[m.actor].kind == "person"]
    found = set()
    for index, token in enumerate(sentence.tokens):
        named = token.upos in NAMING and index > 0 and len(token.form) > 2
        title = token.form not in people and any(span.overlaps(token.span) for span in titled)
        if named and not title and not any(span.overlaps(token.span) for span in taken):
            found.add(fold(token.form))
    return frozenset(found | {f"place:{m.actor}" for m in mentions if m.place and is_town(doc, m)})


def is_town(doc: Doc, mention: Mention) -> bool:
    """A capital or another town that is called by its own name, not by its country's."""
    actor = doc.actors.get(mention.actor)
    return actor is not None and mention.span.of(doc.article.text) not in actor.name.values()


def is_state(doc: Doc, mention: Mention) -> bool:
    actor = doc.actors.get(mention.actor)
    return actor is not None and actor.kind in {"country", "group"}


def countries_at(doc: Doc, indexes: Iterable[int], sentence: Sentence) -> frozenset[str]:
    """The countries of the actors that some words name."""
    named = countries_of(doc, [sentence.tokens[i].span for i in indexes])
    return frozenset(code for country in named for code in country.split("+"))


def doers_of(doc: Doc, sentence: Sentence, verb: int) -> frozenset[str]:
    """The countries of who does what a verb tells; of `the boats were held`, `se levantó la prohibición` not of the subject."""
    tokens = sentence.tokens
    acted_on = any(tokens[i].deprel == "expl:pass" for i in below(sentence, verb))
    doing = [] if acted_on else [i for i in below(sentence, verb, "nsubj") if not tokens[i].deprel.endswith("pass")]
    agents = [i for i in below(sentence, verb, "obl") if tokens[i].deprel == "obl:agent"]
    beside = [i for one in (*doing, *agents) for i in below(sentence, one, "conj")]
    return countries_at(doc, [*doing, *agents, *beside], sentence)


def key_of(claim: Claim) -> tuple[str, int]:
    """The sentence that a claim was read in."""
    return claim.evidence.article, claim.sentence
