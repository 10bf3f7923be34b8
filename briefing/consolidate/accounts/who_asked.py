"""Who asked that a meeting be put off or called off: one side by one article, the other by another, or not that side.

`was put off at the request of Accra`, and in an interview `Why was the commission moved? – Lomé asked for it`: each side says
that it was the other.  Both must tell of one body, or of one name beside the meeting.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

from briefing.consolidate.accounts.differing import Difference
from briefing.consolidate.accounts.told_deeds import is_denied
from briefing.consolidate.meetings.convened import Body, is_one_body
from briefing.consolidate.meetings.two_places import named_alike
from briefing.consolidate.people import fold
from briefing.consolidate.sentences import below, bodies, claim_at, countries_of, is_verb, quote, says, sentence_before
from briefing.consolidate.week import SentenceKey, Week
from briefing.knowledge import load_language
from briefing.knowledge.peoples import demonyms
from briefing.model import Claim, Doc, Sentence, Span
from briefing.model.marks import MATTER

WHO_ASKED = "who_asked"
"""The rule's name."""
MOST_BEHIND = 8
"""So many words behind `at the request of` may name who asked."""
SHORT = 8
"""Words of an answer in which the only country is who did it."""
MOST_SHORT = 3
"""Letters of words that are no names: `Mr`, `Sr`."""
NOT_ASKED_FOR = frozenset({"nsubj", "advcl", "parataxis", "conj"})
"""Relations under a verb of asking of what is not asked for."""
ENDS = re.compile(r"[,.;:()]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """Who asked, or by who tells it did not ask, that a meeting be put off; `bodies`, `names`: of which meeting."""

    key: SentenceKey
    country: str
    denied: bool
    bodies: frozenset[Body]
    names: frozenset[str]
    around: frozenset[str]


def who_asked_differences(week: Week) -> Iterator[Difference]:
    """Two countries that each is said to have asked, or one that is said to and not to, each pair of articles once."""
    told = [one for key, sentence in bodies(week) for one in requests_in(week, key, sentence)]
    done: set[frozenset[str]] = set()
    for left, right in combinations(told, 2):
        pair = frozenset({left.key[0], right.key[0]})
        values = rival_values(left, right)
        if values and len(pair) > 1 and pair not in done and is_one_meeting(left, right):
            done.add(pair)
            sides = {value: [claim_of(week, one.key)] for value, one in zip(values, (left, right), strict=True)}
            yield Difference((), "account", sides, WHO_ASKED, frozenset({f"{MATTER}{WHO_ASKED}"}))


def claim_of(week: Week, key: SentenceKey) -> Claim:
    """The sentence; of an answer with its question, which says what was asked for."""
    doc, claim = week.docs[key[0]], claim_at(week, key)
    asked = question_of(doc, key[1])
    span = Span(asked[0].span.start, doc.sentences[key[1]].span.stop) if asked else None
    return replace(claim, evidence=quote(doc.article, span)) if span else claim


def rival_values(left: Request, right: Request) -> tuple[str, str] | None:
    if left.country == right.country:
        said = ("denied" if left.denied else "affirmed", "denied" if right.denied else "affirmed")
        return said if said[0] != said[1] else None
    return None if left.denied or right.denied else (left.country, right.country)


def is_one_meeting(left: Request, right: Request) -> bool:
    """Of one body, with no other matter; else of a name that both have beside it; both sides are in both articles."""
    known = {left.country, right.country} <= left.around & right.around and len(left.around & right.around) > 1
    if left.bodies and right.bodies:
        return known and is_one_body(left.bodies, right.bodies)
    return known and bool(left.names & right.names)


def requests_in(week: Week, key: SentenceKey, sentence: Sentence) -> Iterator[Request]:
    """The countries that a sentence says asked, or did not ask, where it or the question before it tells of putting off."""
    doc = week.docs[key[0]]
    near = [sentence, *question_of(doc, key[1])]
    putting_off = load_language("compare", "words")["putting_off"][doc.article.language]
    moved = [one for one in near if says(one.span.of(doc.article.text), putting_off)]
    if not moved:
        return
    asked = {(code, False) for code in at_request_of(week, doc, sentence)} or set(askers(week, doc, sentence, moved))
    kinds = load_language("compare", "words")["bodies_alike"]
    near += sentences_just_before(doc, key[1]) if not any(named_alike(doc, one, kinds) for one in near) else []
    for code, denied in sorted(asked):
        yield Request(
            key=key,
            country=code,
            denied=denied,
            bodies=frozenset(body for one in near for body in named_alike(doc, one, kinds)),
            names=frozenset(name for one in near for name in names_beside(week, doc, one)),
            around=frozenset(actor.country for actor in doc.actors.values() if actor.country),
        )


def sentences_just_before(doc: Doc, number: int) -> list[Sentence]:
    """That of the same paragraph before one, which may name what is moved."""
    before = doc.sentences[number - 1] if number else None
    return [before] if before and before.paragraph == doc.sentences[number].paragraph else []


def question_of(doc: Doc, number: int) -> Sequence[Sentence]:
    """The question that a sentence answers, also as the second of its answer."""
    for _ in range(2):
        before = sentence_before(doc, number)
        if before is None:
            return ()
        if doc.sentences[before].span.of(doc.article.text).rstrip().endswith("?"):
            return (doc.sentences[before],)
        number = before
    return ()


def at_request_of(week: Week, doc: Doc, sentence: Sentence) -> frozenset[str]:
    """`at the request of the Togolese side`: the country named just behind it."""
    phrases = load_language("compare", "words")["at_request_of"][doc.article.language]
    text = sentence.span.of(doc.article.text)
    for phrase in phrases:
        at = text.lower().find(f"{phrase} ")
        if at >= 0:
            behind = ENDS.split(text[at + len(phrase) :])[0].split()[:MOST_BEHIND]
            start = sentence.span.start + at + len(phrase)
            return one_country(week, doc, Span(start, start + len(" ".join(behind)) + 1))
    return frozenset()


def askers(week: Week, doc: Doc, sentence: Sentence, moved: Sequence[Sentence]) -> Iterator[tuple[str, bool]]:
    """`Togo asked to put it off`, `The delay was requested by Togo`, `Lo pidió Togo` to `why was it moved?`; or not."""
    verbs = load_language("compare", "words")["asking_for"][doc.article.language]
    for index, token in enumerate(sentence.tokens):
        if not is_verb(token) or token.lemma.lower() not in verbs or not is_asked_for(doc, sentence, index, moved):
            continue
        passive = [i for i in below(sentence, index, "nsubj") if sentence.tokens[i].deprel.endswith("pass")]
        agents = [i for i in below(sentence, index, "obl") if sentence.tokens[i].deprel == "obl:agent"]
        who = agents if passive or agents else below(sentence, index, "nsubj")
        if not who or all(sentence.tokens[i].upos == "PRON" for i in who):  # `Togo's ministry denied that it had asked`
            who = [i for i, one in enumerate(sentence.tokens) if one.head < 0 for i in below(sentence, i, "nsubj")]
        spans = [Span(*extent(sentence, one)) for one in who]
        spans = spans or ([sentence.span] if len(sentence.tokens) <= SHORT else [])  # `Togo no lo pidió`, of a tree gone wrong
        for span in spans:
            yield from ((code, is_denied(doc, sentence, index)) for code in one_country(week, doc, span))


def is_asked_for(doc: Doc, sentence: Sentence, verb: int, moved: Sequence[Sentence]) -> bool:
    """Whether what is asked for is the putting off: its words stand under the verb, or a pronoun answers for them."""
    words = load_language("compare", "words")
    under = [i for i in below(sentence, verb) if sentence.tokens[i].deprel not in NOT_ASKED_FOR]
    said = " ".join(doc.article.text[slice(*extent(sentence, i))] for i in under)
    if sentence in moved:
        return says(said, words["putting_off"][doc.article.language])
    objects = [sentence.tokens[i] for i in below(sentence, verb, "obj", "obl")]
    return bool(objects) and all(token.upos == "PRON" for token in objects)


def extent(sentence: Sentence, index: int) -> tuple[int, int]:
    """From the first to the last character of a word with all below it."""
    inside, waiting = [index], [index]
    while waiting:
        children = [*below(sentence, waiting.pop())]
        inside += children
        waiting += children
    return min(sentence.tokens[i].span.start for i in inside), max(sentence.tokens[i].span.stop for i in inside)


def one_country(week: Week, doc: Doc, span: Span) -> frozenset[str]:
    """The only country that some words name, by an actor or by what is of it: `la parte togolesa`."""
    peoples = demonyms(week.knowledge, doc.article.language)
    words = (word.strip("\"'«»“”’s") for word in span.of(doc.article.text).lower().split())
    found = countries_of(doc, [span]) or frozenset(peoples[word] for word in words if word in peoples)
    return found if len(found) == 1 else frozenset()


def names_beside(week: Week, doc: Doc, sentence: Sentence) -> Iterator[str]:
    """The words written large that name neither a country, a person nor an institution: a town, `Gabinete`."""
    known = [m.span for m in doc.mentions if sentence.span.contains(m.span) and not m.place]
    known += [date.span for date in doc.dates if sentence.span.contains(date.span)]
    for token in sentence.tokens[1:]:
        large = token.form[:1].isupper() and token.upos in {"PROPN", "NOUN"} and len(token.form) > MOST_SHORT
        if large and not any(span.overlaps(token.span) for span in known):
            yield fold(token.form)


__all__ = ["WHO_ASKED", "who_asked_differences"]
