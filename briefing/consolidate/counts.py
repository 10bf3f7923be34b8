"""Two counts of one thing by two articles: `doce pescadores detenidos el sábado`, `18 fishermen detained on Saturday`.

Compared are numbers of one unit whose verb or participle has one sense, with a day or a name in common.  Not conflicts: what
goes on growing and is told later, an update, a part, other countries, another period, rounding.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Hashable, Iterator
from dataclasses import dataclass
from itertools import combinations, product

from briefing.consolidate.accounts import Difference
from briefing.consolidate.bridges import dictionary
from briefing.consolidate.clusters import candidate_pairs
from briefing.consolidate.estimates import ROUNDING, TELLING, bounded, is_another, printed
from briefing.consolidate.sentences import (
    NOUNS,
    above,
    below,
    bodies,
    countries_in,
    dates_in,
    doers_of,
    index_of,
    is_participle,
    is_verb,
    load_words,
    names_in,
    quantities_in,
    quote,
    says,
    sense_of,
    senses_of,
    verb_over,
)
from briefing.consolidate.week import SentenceKey, Week
from briefing.edtf import bounds, intersects
from briefing.model import Claim, Doc, Evidence, Language, Quantity, Sentence, Span

VAGUE = 0.12
"""`about 300`, `casi 300`: amounts this near to each other may be one."""
EXACT, LEAST_EXACT = 0.02, 100
"""Counts from so many on that end in no zero are told to the last one: nearer to each other, one may be a slip."""
FINE = 10
"""Characters of a date that names a day."""
MOST_COUNTS = 400
"""So many counts of one deed, on one day or with one name, are compared with each other; of more, neighbours only."""
UNITS_IN = "en"
"""The language in which the units of quantities are named."""
DURATION = "duration"
DURATIONS = frozenset({"second", "minute", "hour"})
TALK = "talk"
"""What a conversation that lasts and people who talk for so long have in common."""
DAY_BEHIND = 3
"""So many words back may stand who says it on that day: `said on Tuesday`, `informó este martes`."""
FEWEST_NAMES = 3
"""Names that two articles share where their sentences share none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """A number with what identifies the thing counted."""

    key: SentenceKey
    quantity: Quantity
    deeds: frozenset[str]
    nouns: frozenset[str]
    days: frozenset[str]
    periods: frozenset[str]
    names: frozenset[str]
    countries: frozenset[str]
    doers: frozenset[str]
    published: str | None
    updated: bool
    growing: bool
    talk: bool
    context: int | None


def other_counts(week: Week) -> Iterator[Difference]:
    """The numbers of different articles that contradict each other, each pair of articles once for one deed."""
    found: dict[str, list[Count]] = {}
    for key, sentence in bodies(week):
        for count in counts_of(week, key, sentence):
            found.setdefault(unit_of(week, count), []).append(count)
    for unit in sorted(found):
        told: set[tuple[str, str]] = set()
        pairs = candidate_pairs([identity(count) for count in found[unit]], MOST_COUNTS)
        for left, right in ((found[unit][a], found[unit][b]) for a, b in pairs):
            pair = (left.key[0], right.key[0])
            if pair not in told and is_one_thing(week, left, right) and is_other_amount(left.quantity, right.quantity):
                told.add(pair)
                values = {printed(c.quantity.value): [claim_of(week, c)] for c in (left, right)}
                yield Difference((), "amount", values, "other_count")


def identity(count: Count) -> frozenset[Hashable]:
    """What two counts of one thing have at least one of in common: the deed, with a day of one country or name, with two names
    or with what is paid."""
    lasting = count.nouns if count.quantity.kind == "currency" else frozenset()
    deeds = (*count.deeds, TALK) if count.talk else (*count.deeds,)
    beside = (*product(count.days, count.countries | count.names), *combinations(sorted(count.names), 2), *lasting)
    return frozenset(product(deeds, beside))


def unit_of(week: Week, count: Count) -> str:
    """What is counted, comparable across languages."""
    return sense_of_unit(week.docs[count.key[0]].article.language, count.quantity.unit or "")


def unit_of_words(language: Language, quantity: Quantity) -> str:
    """The sense of the word for what is counted; a time in minutes or hours is one unit."""
    unit = quantity.unit or ""
    return DURATION if unit in DURATIONS else sense_of_unit(language, unit)


def sense_of_unit(language: Language, unit: str) -> str:
    """The sense of a unit: the article's own word, or one of the names that quantities have in every language (`person`)."""
    return dictionary().get((language, unit)) or dictionary().get((UNITS_IN, unit), unit)


def claim_of(week: Week, count: Count) -> Claim:
    doc = week.docs[count.key[0]]
    beside = () if count.context is None else (quote(doc.article, doc.sentences[count.context].span),)
    span = doc.sentences[count.key[1]].span
    return Claim(evidence=quote(doc.article, span), sentence=count.key[1], context=beside)


# ------------------------------------------------------------------ what a count is of


def counts_of(week: Week, key: SentenceKey, sentence: Sentence) -> Iterator[Count]:
    doc = week.docs[key[0]]
    for quantity in quantities_in(doc, sentence.span):
        plain = quantity.kind in TELLING and quantity.from_value is None and quantity.unit and quantity.unit != "percent"
        index = index_of(sentence, quantity.span)
        if plain and index is not None and not is_part(doc, quantity):
            yield count_of(doc, key, sentence, quantity, index)


def is_part(doc: Doc, quantity: Quantity, spared: Collection[str] = ()) -> bool:
    """`otros doce pescadores`, `12 more fishermen`, `twelve of them`; what is `spared` beside it makes it no part."""
    text, words = doc.article.text, load_words(doc.article.language)
    around = words_beside(quantity.span, text, 12, 10)
    if quantity.kind == "rate":  # `135 million a year`
        around = around.replace(quantity.span.of(text), " ")
    for phrase in spared:
        around = re.sub(rf"(?i)\b{re.escape(phrase)}\b", " ", around)
    return is_another(around, quantity, text, words)


def words_beside(span: Span, text: str, before: int, behind: int) -> str:
    """A number with the whole words of so many characters before and behind it: `contra` is no word of `contrabando`."""
    start, stop = max(0, span.start - before), min(len(text), span.stop + behind)
    while start < span.start and start > 0 and text[start - 1].isalnum() and text[start].isalnum():
        start += 1
    while stop > span.stop and stop < len(text) and text[stop - 1].isalnum() and text[stop].isalnum():
        stop -= 1
    return text[start:stop]


def tells_of_a_part(doc: Doc, evidence: Evidence) -> bool:
    """Whether a number of a sentence is one of a part, or of others."""
    return any(is_part(doc, quantity) for quantity in quantities_in(doc, Span(evidence.start, evidence.stop)))


def count_of(doc: Doc, key: SentenceKey, sentence: Sentence, quantity: Quantity, index: int) -> Count:
    language, words = doc.article.language, load_words(doc.article.language)
    deeds, nouns = governing(doc, sentence, index)
    before = key[1] - 1 if needs_context(doc, sentence) and key[1] > 0 else None
    spans = [sentence] if before is None else [sentence, doc.sentences[before]]
    dates = [d for s in spans for d in dates_in(doc, s.span) if not is_day_of_telling(doc, s, d.span)]
    return Count(
        key=key,
        quantity=quantity,
        deeds=deeds - senses_of(language, words.empty),
        nouns=nouns,
        days=frozenset(d.value or "" for d in dates if len(d.value or "") == FINE),
        periods=frozenset(d.value or "" for d in dates if len(d.value or "") != FINE),
        names=frozenset(name for s in spans for name in names_in(doc, s)),
        countries=countries_in(doc, sentence),
        doers=doers_of(doc, sentence, verb) if (verb := verb_over(sentence, index)) is not None else frozenset(),
        published=doc.article.published,
        updated=says(sentence.span.of(doc.article.text), words.updated),
        growing=bool(deeds & senses_of(language, words.growing)),
        talk=bool((deeds | nouns) & senses_of(language, words.talking)),
        context=before,
    )


def needs_context(doc: Doc, sentence: Sentence) -> bool:
    """`The call lasted 25 minutes`: it names nobody who takes part, and no day."""
    before = [s for s in doc.sentences if s.span.stop <= sentence.span.start]
    named = len(names_in(doc, sentence)) > 1 or any(len(d.value or "") == FINE for d in dates_in(doc, sentence.span))
    return bool(before) and before[-1].kind == "body" and before[-1].paragraph == sentence.paragraph and not named


def governing(doc: Doc, sentence: Sentence, index: int) -> tuple[frozenset[str], frozenset[str]]:
    """The senses of the verbs around a number (above it, or a participle of it), and of the nouns around it."""
    language, tokens = doc.article.language, sentence.tokens
    verb = verb_over(sentence, index)
    verbs = {verb} if verb is not None else set()
    verbs |= {i for i in below(sentence, index, "acl", "amod") if is_participle(tokens[i])}
    chain = [i for i in above(sentence, index) if verb is None or i > -1]
    nouns = {i for i in chain[:3] if tokens[i].upos in NOUNS}
    for one in verbs:
        nouns |= {i for i in below(sentence, one, "nsubj", "obj") if tokens[i].upos in NOUNS}
    return (
        frozenset(sense_of(language, tokens[i]) for i in verbs),
        frozenset(sense_of(language, tokens[i]) for i in nouns - {index}),
    )


def is_day_of_telling(doc: Doc, sentence: Sentence, span: Span) -> bool:
    """`said on Tuesday`, also where the tree hangs the day on another verb."""
    index, saying = index_of(sentence, span), load_words(doc.article.language).saying
    verb = verb_over(sentence, index) if index is not None and not is_of_predicate(sentence, index) else None
    before = [i for i, token in enumerate(sentence.tokens) if token.span.stop <= span.start][-DAY_BEHIND:]
    beside = [i for i in before if sentence.tokens[i].upos in {"VERB", "NOUN", "PROPN", "PUNCT"}][-1:]
    return any(sentence.tokens[i].lemma.lower() in saying for i in (*beside, *((verb,) if verb is not None else ())))


def is_of_predicate(sentence: Sentence, index: int) -> bool:
    """`holds that the lorries were 43 since May`: the day hangs on what is said of them, before any verb."""
    for one in above(sentence, index):
        if is_verb(sentence.tokens[one]):
            return False
        if below(sentence, one, "cop"):
            return True
    return False


# ------------------------------------------------------------------ whether two are of one thing


def is_one_thing(week: Week, left: Count, right: Count) -> bool:
    return not any(veto(week, left, right) for veto in VETOES)


def same_article(week: Week, left: Count, right: Count) -> bool:
    return left.key[0] == right.key[0]


def other_deed(week: Week, left: Count, right: Count) -> bool:
    """Nothing that is done to what is counted has one sense; money and measures also need one noun in common."""
    counted = left.quantity.kind == right.quantity.kind == "number"
    one_day = bool(left.days & right.days and left.names & right.names)
    one_occasion = left.quantity.kind == right.quantity.kind == "measure" and one_day
    if one_occasion and left.talk and right.talk:
        return False  # `lasted 40 minutes`, `talked for ten`
    return not left.deeds & right.deeds or not (counted or one_occasion or left.nouns & right.nouns)


def other_countries(week: Week, left: Count, right: Count) -> bool:
    return bool(left.countries - right.countries and right.countries - left.countries)


def other_doer(week: Week, left: Count, right: Count) -> bool:
    """`Peru expelled nine diplomats of Iran`, `Iran expelled six of Peru`."""
    return bool(left.doers and right.doers and not left.doers & right.doers)


def other_time(week: Week, left: Count, right: Count) -> bool:
    """Two days that are not one, or a stretch of time that only one tells."""
    if left.days and right.days and not left.days & right.days:
        return True
    if bool(left.periods) != bool(right.periods):
        return not left.days & right.days
    return bool(left.periods) and not any(intersects(a, b) for a in left.periods for b in right.periods)


def nothing_in_common(week: Week, left: Count, right: Count) -> bool:
    """No day and no name: who is counted could be anybody."""
    if left.days & right.days and (left.countries & right.countries or left.names & right.names):
        return False
    if len(left.names & right.names) > 1:
        return False
    lasting = left.quantity.kind == right.quantity.kind == "currency" and left.nouns & right.nouns
    if not lasting:
        return True
    return len(article_names(week, left.key[0]) & article_names(week, right.key[0])) < FEWEST_NAMES


def article_names(week: Week, article: str) -> frozenset[str]:
    doc = week.docs[article]
    return frozenset(name for sentence in doc.sentences if sentence.kind == "body" for name in names_in(doc, sentence))


def grew_since(week: Week, left: Count, right: Count) -> bool:
    """`31 had died`, later `38 have died`: the later article counts more of what goes on growing, or says that it has risen."""
    first, second = sorted((left, right), key=lambda count: count.published or "")
    if left.updated or right.updated:
        return first.published != second.published or first.updated != second.updated
    if not first.published or not second.published or not (left.growing or right.growing):
        return False
    last, start = bounds(first.published)[1], bounds(second.published)[0]
    later = bool(last and start and last < start)
    return later and second.quantity.value > first.quantity.value


VETOES = (same_article, other_deed, other_countries, other_doer, other_time, nothing_in_common, grew_since)


def is_other_amount(a: Quantity, b: Quantity) -> bool:
    """Further apart than rounding, and neither a bound that the other keeps to."""
    if a.high is not None or b.high is not None:
        return False
    if bounded(a, b) or bounded(b, a):
        return False
    vague = any(one.modifier and is_round(one) for one in (a, b))
    near = VAGUE if vague else EXACT if is_exact(a) and is_exact(b) else ROUNDING
    return abs(a.value - b.value) > near * max(abs(a.value), abs(b.value))


def is_round(count: Quantity) -> bool:
    """`about 300`, `about 2.5 million`; who says `about 2.8 million` does not mean 2.5."""
    digits = f"{abs(float(count.value)):e}".partition("e")[0].replace(".", "")
    return digits[1] in "05"


def is_exact(count: Quantity) -> bool:
    """`212 schools`: nothing that is rounded ends so."""
    return count.kind == "number" and count.value >= LEAST_EXACT and float(count.value) % 10 != 0
