"""The matters of a sentence: its numbers with a unit, and the days of its deeds."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import replace

from briefing.consolidate.conflicts.starts import day_named, days_in, deed_dated, done_there, is_behind, is_deadline, is_start
from briefing.consolidate.conflicts.surroundings import FINE, Around
from briefing.consolidate.conflicts.tellings import is_of_others
from briefing.consolidate.sentences import Words, above, below, index_of, load_words, quantities_in, says, verb_over
from briefing.consolidate.values.counts import is_day_of_telling, is_part
from briefing.consolidate.values.estimates import TELLING
from briefing.consolidate.values.matters import Matter
from briefing.consolidate.values.other_values import MINUTES
from briefing.consolidate.values.read_numbers import completed
from briefing.consolidate.week import SentenceKey, Week
from briefing.knowledge import load_language
from briefing.model import Language, Quantity, Sentence

MONTH = 7
"""Characters of a date that names a month."""
BEGUN = "deed:begin"
ENDED = "deed:end"
SAID_TO_BE = frozenset({"ADJ", "NOUN", "PROPN"})
"""What stands behind a form of `be` and has a day: `is valid until May 4`, `is due to land on the 4th`, `will be in Riga`."""


def matters_of(week: Week, key: SentenceKey, sentence: Sentence) -> Iterator[Matter]:
    """The numbers with a unit, and the days of deeds, of a sentence."""
    doc = week.docs[key[0]]
    around = Around(week, key, sentence)
    for quantity in quantities_in(doc, sentence.span):
        quantity, index = completed(doc, key[1], quantity)
        plain = quantity.kind in TELLING and quantity.high is None and quantity.unit
        part = quantity.kind != "percent" and is_part(
            doc, quantity, no_parts(doc.article.language, quantity, load_words(doc.article.language))
        )
        if plain and index is not None and not part and not is_of_others(doc, quantity):
            yield around.of_number(quantity, index)
    for date in days_in(doc, sentence.span):
        index = index_of(sentence, date.span)
        dated = deed_dated(doc, sentence, date.span)
        verb = predicate_over(sentence, index) if index is not None and dated is None else dated
        day = day_named(doc, date)
        fine = len(day) in {FINE, MONTH} and not date.interval
        if verb is not None and fine and (dated is not None or not is_day_of_telling(doc, sentence, date.span)):
            yield from (around.of_day(day, other) for other in done_there(doc, sentence, verb))
            matter = around.of_day(day, verb)
            opened = {BEGUN} if is_start(doc, sentence, date.span) else set()
            firsts = load_language("compare", "words")["first_time"][doc.article.language]
            first = says(sentence.span.of(doc.article.text), firsts)
            opened |= {BEGUN} if first else set()
            lasting = {ENDED} if is_behind(doc, sentence, date.span, "until") else set()
            limit = is_behind(doc, sentence, date.span, "before_a_limit") or (dated is not None and is_deadline(doc, sentence))
            yield replace(matter, deeds=matter.deeds | opened | lasting, limit=limit)


def predicate_over(sentence: Sentence, index: int) -> int | None:
    """The nearest verb or participle over a day, or what is said with a form of `be`: `is valid until May 4`."""
    tokens = sentence.tokens
    said = (i for i in above(sentence, index) if tokens[i].upos in SAID_TO_BE and below(sentence, i, "cop"))
    found = [i for i in (next(said, None), verb_over(sentence, index)) if i is not None]
    return min(found, key=lambda i: list(above(sentence, index)).index(i), default=None)


def no_parts(language: Language, quantity: Quantity, words: Words) -> Collection[str]:
    """What stands beside a number and makes it no part: its time, `granted this year 900 visas`; what its own noun is among,
    `90 people, among them 12 children`; of a price what it is of, `90 dollars for each tonne`; `after 20 hours`;
    how often, which `paces` compare: `each year 40 nurses`."""
    lasting = quantity.kind == "measure" and quantity.unit in MINUTES
    before = load_language("compare", "words")["behind_what_was"][language] if lasting else ()
    each = load_language("compare", "words")["each_time"][language]
    return (*each, *words.timed, *words.among, *before, *(words.apiece if quantity.kind == "currency" else ()))


__all__ = ["matters_of"]
