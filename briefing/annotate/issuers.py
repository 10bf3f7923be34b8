"""In whose name an official text speaks: a fact sheet, a communiqué, a decree, a joint statement.

A press article has no issuer.  In a text that has one, `we` is the issuer, and what nobody else is named for is its word.
"""

from __future__ import annotations

import bisect
import itertools
import re
from collections.abc import Iterator, Mapping, Sequence

from briefing.knowledge import load_language
from briefing.model import Actor, Language, Mention, Sentence, Span

LONGEST_GENRE = 60
"""Characters of the body's beginning in which `Comunicado oficial 14` may stand."""
QUOTES = '"“”«»'
MARKUP = " #*_"
SLACK = 24
"""Characters that a line with a body's name may have besides: `of the Kingdom of`, `— Press Office`."""
JOINT_SENTENCES = 2
"""Sentences of the body in which those who issue a text together are named, where the title names fewer than two."""


def find_issuers(
    text: str,
    sentences: Sequence[Sentence],
    actors: Mapping[str, Actor],
    mentions: Sequence[Mention],
    language: Language,
    letterhead: str | None = None,
) -> tuple[str, ...]:
    """The countries or organizations that issue a text, by its title or a formula of its body; nothing for an article.

    `letterhead` is the country of the office that its head names, as far as that tells it.
    """
    words = {**load_language("issuers", language), "numbering": load_language("ingest", language)["numbering"]}
    title = next((sentence for sentence in sentences if sentence.kind == "title"), None)
    above = text[: title.span.start].casefold().split("\n") if title else []
    if title and any(line.strip(MARKUP).startswith(tuple(words["joint"])) for line in above):
        return joint_issuers(title, sentences, actors, mentions)  # `COMUNICADO CONJUNTO`, over the title
    for sentence in sentences:
        said = " ".join(sentence.span.of(text).casefold().split())
        if sentence.kind == "title" and said.startswith(tuple(words["genres"])):
            # `Comunicado: Togo rechaza lo dicho por la canciller beninesa`: whom a text answers does not issue it
            issuer = next(named(sentence, actors, mentions), None)
            if issuer is not None and issuer.kind != "country" and issuer.official and (code := code_of(issuer)):
                return (code,)
        if sentence.kind == "title" and said.startswith(tuple(words["joint"])):
            return joint_issuers(sentence, sentences, actors, mentions)
        formula = next((f for f in words["formulas"] if f in said), None) if sentence.kind == "body" else None
        codes = after_formula(formula, text, sentence, actors, mentions) if formula else ()
        if formula and codes:
            return codes if formula.split()[-1] in words["all_of"] else codes[:1]
    found = masthead(text, sentences, actors, mentions, words)
    # the only land that a home text tells of is whom it deals with
    return (letterhead,) if letterhead else found or who_is_we(text, title, sentences, actors, mentions, words["mastheads"])


def masthead(
    text: str,
    sentences: Sequence[Sentence],
    actors: Mapping[str, Actor],
    mentions: Sequence[Mention],
    words: Mapping[str, Sequence[str]],
) -> tuple[str, ...]:
    """The country of an official body that a line of the head names and nothing else, where another calls the text official."""
    body = next((sentence.span.start for sentence in sentences if sentence.kind == "body"), len(text))
    lines = [" ".join(line.split()) for line in text[: body + LONGEST_GENRE].casefold().split("\n")]
    genres, offices = words["mastheads"], words["offices"]
    kinds, numbering = (any_of(rows) for rows in (genres, words["numbering"]))
    numbered = re.compile(rf"{kinds}(?:\W+{numbering})?[\W\d_]*(?:\W[a-z]{{1,6}}\W?\d*)?")
    titles = [" ".join(s.span.of(text).casefold().split()) for s in sentences if s.kind in {"title", "heading"}]
    telling = any(is_about(title, genres) for title in titles)
    if not telling and not any(numbered.fullmatch(line) for line in lines):
        return ()
    for sentence in sentences:
        if sentence.kind not in {"title", "heading"}:
            continue
        heads = [m for m in mentions if sentence.span.contains(m.span) and len(m.span) + SLACK >= len(sentence.span)]
        bodies = [actors[m.actor] for m in heads if actors[m.actor].official and actors[m.actor].kind == "institution"]
        opening = " ".join(sentence.span.of(text).casefold().split()).startswith(tuple(offices))
        countries = {
            m.actor for m in mentions if sentence.span.contains(m.span) and actors[m.actor].kind in {"country", "government"}
        }
        codes = [code for actor in bodies if (code := code_of(actor))] or (sorted(countries) if opening else [])
        if len(codes) == 1:
            return (codes[0],)
    return beside_country(text, sentences, actors, mentions, offices)


def who_is_we(
    text: str,
    title: Sentence | None,
    sentences: Sequence[Sentence],
    actors: Mapping[str, Actor],
    mentions: Sequence[Mention],
    genres: Sequence[str],
) -> tuple[str, ...]:
    """`Press Release Regarding the Greek Minister's Remarks: We reject … Türkiye has informed Greece`: of whose doing it tells.

    The only country that acts in a text of `we`, save those whom the title or `we` deal with.
    """
    called = " ".join(title.span.of(text).casefold().split()).split(", ") if title else []
    body = [sentence for sentence in sentences if sentence.kind == "body"]
    ours = [sentence for sentence in body if is_ours(text, sentence)]
    if title is None or not ours or not any(is_about(part, genres) for part in called):
        return ()
    dealt_with = {code for sentence in (title, *ours) for code in codes_in(named(sentence, actors, mentions))}
    acting = {code for sentence in body for code in codes_in(acting_in(sentence, actors, mentions))}
    return tuple(acting - dealt_with) if len(acting - dealt_with) == 1 else ()


def is_ours(text: str, sentence: Sentence) -> bool:
    """`We reject the remarks`, in nobody's quotation marks."""
    ours = (t for t in sentence.tokens if t.feat("Person") == "1" and t.feat("Number") == "Plur")
    return not set(sentence.span.of(text)) & set(QUOTES) and any(t.head < 0 or t.deprel.startswith("nsubj") for t in ours)


def acting_in(sentence: Sentence, actors: Mapping[str, Actor], mentions: Sequence[Mention]) -> Iterator[Actor]:
    """The actors that are the subject of a sentence's main verb."""
    root = next((i for i, token in enumerate(sentence.tokens) if token.head < 0), -1)
    subjects = [t.span for t in sentence.tokens if t.head == root and t.deprel.startswith("nsubj")]
    inside = (m for m in mentions if sentence.span.contains(m.span) and any(m.span.contains(span) for span in subjects))
    return (actors[m.actor] for m in inside if m.actor in actors)


def is_about(title: str, genres: Sequence[str]) -> bool:
    """`Statement on the outcome of the talks`: a title that begins with what kind of text it is."""
    return any(title.startswith((f"{genre} ", f"{genre}:")) for genre in genres)


def beside_country(
    text: str, sentences: Sequence[Sentence], actors: Mapping[str, Actor], mentions: Sequence[Mention], offices: Sequence[str]
) -> tuple[str, ...]:
    """`Republic of Türkiye` on one line of the head, `Ministry of Foreign Affairs` on another."""
    head = list(itertools.takewhile(lambda sentence: sentence.kind in {"title", "heading"}, sentences))
    called = [" ".join(sentence.span.of(text).casefold().split()) for sentence in head]
    states = {
        m.actor
        for sentence in head
        for m in mentions
        if sentence.span.contains(m.span) and actors[m.actor].kind == "country" and len(m.span) + SLACK >= len(sentence.span)
    }
    return tuple(states) if len(states) == 1 and any(line.startswith(tuple(offices)) for line in called) else ()


def self_mentions(
    text: str, sentences: Sequence[Sentence], issuers: Sequence[str], mentions: Sequence[Mention], language: Language
) -> Iterator[Mention]:
    """`The Royal Government`, `esta Cancillería`, `the Ministry`: what an issuer calls itself, as its country; and in a text of
    two `the Ministers`, `las Partes` are both.
    """
    if len(issuers) not in {1, 2}:
        return
    words = load_language("issuers", language)
    own = {name for sentence in sentences for name in own_names(text, sentence, words["offices"])}
    names = sorted({*words["self"], *own} if len(issuers) == 1 else words["both"], key=len, reverse=True)
    pattern = re.compile(rf"(?<!\w){any_of(names)}(?![\w-])(?!\s+{any_of(words['whose'])}\s)", re.IGNORECASE)
    for sentence in sentences:
        for match in pattern.finditer(text, sentence.span.start, sentence.span.stop) if sentence.kind == "body" else ():
            span = Span(*match.span())
            if not any(mention.span.overlaps(span) for mention in mentions):
                yield Mention(span=span, actor="+".join(sorted(issuers)), rule="issuer_itself")


def own_names(text: str, sentence: Sentence, offices: Sequence[str]) -> Iterator[str]:
    """`Ministry of Energy`, in the head of its own text: there the whole name is its own too."""
    line = " ".join(sentence.span.of(text).casefold().split())
    if sentence.kind in {"title", "heading"} and line.startswith(tuple(offices)):
        yield from (part for part in map(str.strip, re.split(r",| - | – | — |\||\. ", line)) if part.startswith(tuple(offices)))


def named(sentence: Sentence, actors: Mapping[str, Actor], mentions: Sequence[Mention], start: int = 0) -> Iterator[Actor]:
    """The actors named in a sentence from a place of the text on, in order; places are none."""
    first = bisect.bisect_left([mention.span.start for mention in mentions], max(start, sentence.span.start))
    for mention in mentions[first:]:
        if mention.span.start >= sentence.span.stop:
            return
        if not mention.place and mention.actor in actors:
            yield actors[mention.actor]


def code_of(actor: Actor) -> str | None:
    return actor.country or (actor.id if actor.kind == "organization" else None)


def joint_issuers(
    title: Sentence, sentences: Sequence[Sentence], actors: Mapping[str, Actor], mentions: Sequence[Mention]
) -> tuple[str, ...]:
    """`Joint Statement of Chile and Peru`; else those whom the first sentences name together; else the only two of the text."""
    body = [sentence for sentence in sentences if sentence.kind == "body"]
    for sentence in (title, *body[:JOINT_SENTENCES]):
        codes = codes_in(named(sentence, actors, mentions))
        if len(codes) > 1:
            return codes
    every = codes_in(actor for sentence in body for actor in named(sentence, actors, mentions))
    return every if len(every) == 2 else ()


def codes_in(found: Iterator[Actor]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(code for actor in found if (code := code_of(actor))))


def after_formula(
    formula: str, text: str, sentence: Sentence, actors: Mapping[str, Actor], mentions: Sequence[Mention]
) -> tuple[str, ...]:
    """Who is named behind it: `by the authority vested in me as President of …`, `was released by the Governments of …`."""
    match = re.search(r"\s+".join(map(re.escape, formula.split())), sentence.span.of(text), re.IGNORECASE)
    start = sentence.span.start + match.end() if match else sentence.span.start
    return codes_in(named(sentence, actors, mentions, start)) or codes_in(named(sentence, actors, mentions))


def any_of(words: Sequence[str]) -> str:
    """One alternative for all words, the longest first."""
    return f"(?:{'|'.join(map(re.escape, sorted(words, key=len, reverse=True)))})"
