"""What a position is about: the topics of its own clauses, those first that its words name as the termbase does.

A topic found by a word of several senses, or by a variant (`nationality` for citizenship), is named only where none is surer.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence, Set

from briefing.consolidate.signatures import is_generic
from briefing.consolidate.week import Week
from briefing.knowledge import Knowledge, load_language
from briefing.model import Span, Statement

MOST_ISSUES = 6
STEM = 5
"""Letters by which a word and the term that names its concept are the same."""
LEAST_SENTENCES = 2
"""Sentences of the week that speak of what a row is called by: its own, and another one."""
SHORTEST_WORD = 3
"""Letters of a word that names something: `gas`, and not `de`."""


def issue_of(week: Week, group: Sequence[Statement]) -> tuple[str, ...]:
    """The telling concepts of the statements' own clauses that their words call by name; nothing where there are none.

    Half of the statements must speak of it, and never only one of several, since any of their sentences may be the line that is
    printed: what one says of prices names no row of an invitation.  Nor does what no other sentence of the week speaks of.
    """
    told = Counter(concept for claim in group for concept in spoken_of(week, claim))
    concepts = tuple(c for c in about(group) if told[c] >= min(2, len(group)) and 2 * told[c] >= len(group))
    telling = (c for c in concepts if says_something(week, c) and not is_of_another_sense(week, c))
    own = tuple(c for c in telling if not is_said_once(week, c) and is_headed(week, c) and is_of_its_article(week, c, group))
    own = own[:MOST_ISSUES]
    here, anywhere = (literally_named(week, group, whole=whole) for whole in (False, True))
    return tuple(c for c in own if c in here) or tuple(c for c in own if c in anywhere)


def says_something(week: Week, concept: str) -> bool:
    """Neither a common word nor what diplomats say of every matter: `under the principle of mutual respect`."""
    return is_a_matter(concept, week.knowledge)


def is_a_matter(concept: str, knowledge: Knowledge) -> bool:
    return not is_generic(concept, knowledge) and concept not in load_language("transfer", "words")["formulas"]


def is_headed(week: Week, concept: str) -> bool:
    """Whether a title or first sentence names it, or what it is a kind of: else the line's own headline says more."""
    return any(name in week.headed for name in (concept, *broader_of([concept], week.knowledge)))


def is_of_its_article(week: Week, concept: str, group: Sequence[Statement]) -> bool:
    """`that drivers would be given food and water`: another article's word, once, of those on what this one tells of."""
    term = week.knowledge.concepts[concept].terms.values()
    if any(" " in one.lemma for one in term):
        return True  # named on purpose
    known = week.knowledge.concepts
    names = {concept, *broader_of([concept], week.knowledge)}
    articles = {claim.evidence.article for claim in group}
    domains = {known[head].domain for name in articles for head in week.heading(name) if not is_generic(head, week.knowledge)}
    told = any(times_told(week, name, names) >= LEAST_SENTENCES for name in articles)
    return told or known[concept].domain in domains


def times_told(week: Week, name: str, concepts: Set[str]) -> int:
    """In how many sentences an article speaks of some concepts."""
    doc = week.docs[name]
    spans = [m.span for m in doc.concepts if m.concept in concepts]
    return sum(any(sentence.span.contains(span) for span in spans) for sentence in doc.sentences)


def is_said_once(week: Week, concept: str) -> bool:
    """`we will have a coffee`: the week is not about what one sentence alone names by a word.

    A term of several words (`note of protest`) is named on purpose.
    """
    terms = week.knowledge.concepts[concept].terms.values()
    return week.spoken_of[concept] < LEAST_SENTENCES and not any(" " in term.lemma for term in terms)


def without_asides(week: Week, concepts: Iterable[str]) -> tuple[str, ...]:
    """Without the common topics that one sentence alone speaks of: a row's name is chosen from what is left."""
    plain = load_language("transfer", "words")["plain_topics"]
    return tuple(c for c in concepts if c not in plain or not is_said_once(week, c))


def spoken_of(week: Week, claim: Statement) -> set[str]:
    """The concepts of a statement's sentence, and what they are kinds of."""
    span = Span(claim.evidence.start, claim.evidence.stop)
    here = {m.concept for m in week.docs[claim.evidence.article].concepts if span.contains(m.span)}
    return here | {*claim.concepts, *broader_of(sorted(here), week.knowledge)}


def about(group: Sequence[Statement]) -> tuple[str, ...]:
    """What the acts of some statements govern."""
    governed = (claim.concepts if claim.about is None else claim.about for claim in group)
    return tuple(dict.fromkeys(concept for concepts in governed for concept in concepts))


def literally_named(week: Week, group: Sequence[Statement], *, whole: bool) -> set[str]:
    """The concepts that the evidence, or all of its article, calls by their own term: `nationality` names no citizenship."""
    found: set[str] = set()
    for claim in group:
        doc = week.docs[claim.evidence.article]
        for mention in doc.concepts:
            term = week.knowledge.concepts[mention.concept].terms.get(doc.article.language)
            inside = whole or claim.evidence.start <= mention.span.start < claim.evidence.stop
            if term is not None and inside and stems(mention.span.of(doc.article.text)) & stems(term.lemma):
                found.add(mention.concept)
    return found


def stems(words: str) -> set[str]:
    return {word[:STEM] for word in words.casefold().split() if len(word) >= SHORTEST_WORD}


def is_of_another_sense(week: Week, concept: str) -> bool:
    """`tariff` in a week about power prices: the domains of its other sense are told of more often than its own."""
    others = load_language("transfer", "words")["senses"].get(concept)
    if not others:
        return False
    own = weight_of(week, {week.knowledge.concepts[concept].domain}, besides=concept)
    return weight_of(week, set(others), besides=concept) > own


def weight_of(week: Week, domains: set[str], *, besides: str) -> int:
    """How often the week tells of some domains, one concept left out."""
    rows = {name: count for (kind, name), count in week.totals.items() if kind == "concept" and name != besides}
    told = {name: week.knowledge.concepts.get(name) for name in rows}
    return sum(rows[name] for name, concept in told.items() if concept is not None and concept.domain in domains)


def broader_of(concepts: Sequence[str], knowledge: Knowledge) -> Iterator[str]:
    """What each concept is a kind of."""
    for concept in concepts:
        row = knowledge.concepts.get(concept)
        if row is not None and row.broader:
            yield row.broader
