"""What one says was sent, handed over or answered, and another that it never came.

`had received no formal request`, `had sent Madrid a written request on May 7`; `he had not replied`, `haber contestado el
martes`: a paper of one kind, two articles about the same two countries, and both sentences name the same people, things or
countries.  What was sent after the denial was written, and what one side first denies and then admits, is no discrepancy.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from briefing.consolidate.accounts.differing import Difference
from briefing.consolidate.accounts.scenes import is_first_person
from briefing.consolidate.accounts.told_deeds import is_denied
from briefing.consolidate.conflicts.named import names_among, things_among
from briefing.consolidate.conflicts.tellings import called_in
from briefing.consolidate.sentences import (
    above,
    below,
    bodies,
    countries_at,
    dates_in,
    is_ahead,
    quote,
    sentence_before,
    verb_over,
)
from briefing.consolidate.values.governors import antecedents
from briefing.consolidate.week import SentenceKey, Week
from briefing.edtf import bounds, intersects
from briefing.knowledge import load_language
from briefing.model import Claim, Doc, Sentence
from briefing.model.marks import MATTER


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """A paper of a `kind` that came, or did not: `side` are the countries of who says so."""

    key: SentenceKey
    kind: str
    denied: bool
    names: frozenset[str]
    things: frozenset[str]
    countries: frozenset[str]
    around: frozenset[str]
    side: frozenset[str]
    days: frozenset[str]
    published: str | None


def sent_or_not(week: Week) -> Iterator[Difference]:
    """Each denial with the first sentence of another article that it contradicts."""
    told = [paper for key, sentence in bodies(week) for paper in papers(week, key, sentence)]
    done: set[SentenceKey] = set()
    for denial in (paper for paper in told if paper.denied):
        first = next((paper for paper in told if not paper.denied and contradicts(denial, paper)), None)
        if first and denial.key not in done:
            done.add(denial.key)
            sides = {"affirmed": [claim_of(week, first)], "denied": [claim_of(week, denial)]}
            matter = {f"{MATTER}{denial.kind}"}
            yield Difference((), "account", sides, "sent_or_not", grounds(denial, first) | matter)


def contradicts(denial: Paper, paper: Paper) -> bool:
    if denial.key[0] == paper.key[0] or denial.kind != paper.kind or len(denial.around & paper.around) < 2:
        return False
    if denial.side and denial.side == paper.side:
        return False  # `the embassy did receive the note`, says who had denied it
    return was_in_time(denial, paper) and bool(grounds(denial, paper) & OF_ONE_PAPER)


OF_ONE_PAPER = frozenset({"one_name", "one_object", "two_countries", "one_day"})


def grounds(denial: Paper, paper: Paper) -> frozenset[str]:
    held = {
        "one_deed": True,
        "one_name": denial.names & paper.names,
        "one_object": denial.things & paper.things,
        "two_countries": len(denial.countries & paper.countries) >= 2,
        "one_day": any(intersects(a, b) for a in denial.days for b in paper.days),  # `none in May`, `on May 2`
    }
    return frozenset(name for name, told in held.items() if told)


def was_in_time(denial: Paper, paper: Paper) -> bool:
    """Whether it came, or was told to have come, before it was denied."""
    last = bounds(denial.published)[1] if denial.published else None
    days = [bounds(day)[0] for day in paper.days or {paper.published or ""} if day]
    return last is not None and bool(days) and all(day is not None and day <= last for day in days)


def claim_of(week: Week, paper: Paper) -> Claim:
    doc = week.docs[paper.key[0]]
    return Claim(evidence=quote(doc.article, doc.sentences[paper.key[1]].span), sentence=paper.key[1])


# ------------------------------------------------------------------ what a sentence tells


def papers(week: Week, key: SentenceKey, sentence: Sentence) -> Iterator[Paper]:
    doc = week.docs[key[0]]
    told = [(verb, kind) for verb in range(len(sentence.tokens)) for kind in kinds_of(doc, sentence, verb)]
    shown = kinds_shown(doc, key[1])
    for verb, kind in [*told, *((verb, kind) for verb, _ in told for kind in shown)]:
        denied = is_denied(doc, sentence, verb) or is_of_none(doc, sentence, verb)
        if denied or is_done(doc, sentence, verb):
            yield paper(week, key, sentence, verb, kind, denied=denied)


def kinds_of(doc: Doc, sentence: Sentence, verb: int) -> Iterator[str]:
    """Of which kind the paper is that a verb sends, brings or answers."""
    words, lemma = load_language("compare", "words")["papers"], sentence.tokens[verb].lemma.lower()
    language = doc.article.language
    if lemma in words["answering"][language]:
        yield "answer"
    if any(lemma in words[row][language] for row in ("sending", "getting")):
        taken = [*below(sentence, verb, "obj", "nsubj"), *antecedents(sentence, verb)]  # `the alert that the embassy sent`
        nouns = {sentence.tokens[i].lemma.lower() for i in taken if sentence.tokens[i].upos == "NOUN"}
        yield from (kind for kind, row in words["kinds"].items() if nouns & {*row[language]})


def kinds_shown(doc: Doc, number: int) -> list[str]:
    """`We sent the alert on May 2. I have the letter here.`: the kinds of paper that the speaker shows behind it."""
    behind = doc.sentences[number + 1] if number + 1 < len(doc.sentences) else None
    if behind is None or behind.kind != "body" or behind.paragraph != doc.sentences[number].paragraph:
        return []
    rows, language = load_language("compare", "words")["papers"], doc.article.language
    had = [
        i for i, t in enumerate(behind.tokens) if t.lemma.lower() in rows["showing"][language] and is_first_person(behind, i)
    ]
    nouns = {behind.tokens[i].lemma.lower() for verb in had for i in below(behind, verb, "obj")}
    return [kind for kind, row in rows["kinds"].items() if nouns & {*row[language]}]


def is_of_none(doc: Doc, sentence: Sentence, verb: int) -> bool:
    """`received no request`, `no notice reached the agency`."""
    none = load_language("compare", "words")["papers"]["none"][doc.article.language]
    taken = below(sentence, verb, "obj", "nsubj")
    return any(sentence.tokens[d].form.lower() in none for i in taken for d in below(sentence, i, "det", "advmod", "amod"))


def is_done(doc: Doc, sentence: Sentence, verb: int) -> bool:
    """Told as what was: `sent`, `había enviado`, `haber contestado`; not `will send`, `asked it to send`."""
    helpers = [sentence.tokens[i] for i in below(sentence, verb, "aux")]
    perfect = load_language("extract", doc.article.language)["perfect_auxiliaries"]
    past = sentence.tokens[verb].feat("Tense") == "Past" and sentence.tokens[verb].feat("VerbForm") == "Fin"
    told = past or any(t.lemma.lower() in perfect or t.feat("Tense") == "Past" for t in helpers)
    return told and not is_ahead(sentence, verb, doc.article.language)


def paper(week: Week, key: SentenceKey, sentence: Sentence, verb: int, kind: str, *, denied: bool) -> Paper:
    doc = week.docs[key[0]]
    called = called_in(week, doc, sentence)
    own = load_language("compare", "words")["papers"]["kinds"].get(kind, {}).get(doc.article.language, ())
    empty = frozenset().union(*(called[i] for i, t in enumerate(sentence.tokens) if t.lemma.lower() in own or i == verb))
    return Paper(
        key=key,
        kind=kind,
        denied=denied,
        names=names_among(doc, sentence, called) | names_before(week, key),
        things=frozenset().union(*things_among(doc, sentence, called)) - empty,
        countries=countries_at(doc, range(len(sentence.tokens)), sentence),
        around=frozenset(code for actor in doc.actors.values() if (code := actor.country)),
        side=countries_at(doc, tellers(sentence), sentence),
        days=frozenset(d.value for d in dates_in(doc, sentence.span) if hangs_on(sentence, d.span.start, verb) and d.value),
        published=doc.article.published,
    )


def names_before(week: Week, key: SentenceKey) -> frozenset[str]:
    """Whom the sentence before names: `he said that he had replied`."""
    doc, number = week.docs[key[0]], sentence_before(week.docs[key[0]], key[1])
    if number is None:
        return frozenset()
    before = doc.sentences[number]
    return names_among(doc, before, called_in(week, doc, before))


def tellers(sentence: Sentence) -> list[int]:
    """The subject of the main verb, with what it is of."""
    root = next((i for i, token in enumerate(sentence.tokens) if token.head < 0), 0)
    heads = below(sentence, root, "nsubj")
    return [j for i in heads for j in (i, *below(sentence, i, "nmod", "amod", "compound", "flat", "appos"))]


def hangs_on(sentence: Sentence, start: int, verb: int) -> bool:
    index = next((i for i, token in enumerate(sentence.tokens) if token.span.start >= start), None)
    return index is not None and (verb_over(sentence, index) == verb or verb in list(above(sentence, index))[:1])


__all__ = ["sent_or_not"]
