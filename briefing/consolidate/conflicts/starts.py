"""What stands just before a day and says that something begins or ends then, or that it is only a limit; the deed dated so."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import timedelta

from briefing.consolidate.conflicts.tellings import Mood
from briefing.consolidate.sentences import NOUNS, above, below, is_ahead, is_verb, says
from briefing.consolidate.values.borne import classes_of
from briefing.edtf import bounds
from briefing.knowledge import load_language
from briefing.model import Date, Doc, Sentence, Span

WEEKDAY = re.compile(r"XXXX-WXX-([1-7])")
"""How a day of some week is written."""
OPENED = frozenset({"deed:begin", "deed:resume"})
"""Classes of deeds whose nouns have a day: `la reapertura será el 4`."""
NEAR_ABOVE = 3
"""So far above a clause on a place is the verb of what is done there: `volverán a verse en Lima, donde …`."""
START_BEFORE = 3
"""Words before a day among which it is said that something begins: `a partir del 1`."""


def is_start(doc: Doc, sentence: Sentence, day: Span) -> bool:
    """`open around the clock from April 1`: the day on which something begins; not `from May 1 to May 4`."""
    near = [t for t in sentence.tokens if t.span.stop <= day.start][-START_BEFORE:]
    last = max((n for n, token in enumerate(near) if token.upos in NOUNS), default=-1)  # `crossed from Zambia on Saturday`
    before = [token.form.lower() for token in near[last + 1 :]]
    behind = [t.form.lower() for t in sentence.tokens if t.span.start >= day.stop][:1]
    words = load_language("compare", "words")
    opens, ends = (words[name][doc.article.language] for name in ("starting", "ending"))
    return any(word in opens for word in before) and not any(word in ends for word in behind)


def is_behind(doc: Doc, sentence: Sentence, day: Span, row: str) -> bool:
    """Whether the words of a row stand just before a day: `valid until May 4`, `before May 4`."""
    before = " ".join(doc.article.text[sentence.span.start : day.start].lower().split())
    words = load_language("compare", "words")[row][doc.article.language]
    return any(f" {before} ".endswith(f" {word} ") for word in words)


def deed_dated(doc: Doc, sentence: Sentence, day: Span) -> int | None:
    """`the date for the signing is May 4`, `la fecha de cierre es el 30`: what a noun is of, whose day is said of it; `the
    reopening will be on May 4`."""
    tokens = sentence.tokens
    said = [i for i, token in enumerate(tokens) if day.overlaps(token.span) and below(sentence, i, "cop")]
    # the day may also be read as the subject of the noun
    around = (noun for i in said for noun in (*below(sentence, i, "nsubj"), tokens[i].head) if noun >= 0)
    subjects = [noun for noun in around if tokens[noun].upos == "NOUN"]
    of = [i for noun in subjects for i in below(sentence, noun, "acl", "nmod")]
    deeds = [noun for noun in subjects if classes_of(doc.article.language, tokens[noun]) & OPENED]
    dated = (i for i in of if is_verb(tokens[i]) or classes_of(doc.article.language, tokens[i]))
    return next(dated, deeds[0] if deeds else None)


def days_in(doc: Doc, span: Span) -> list[Date]:
    """The dates among which days are, those without a year too."""
    return [
        d for d in doc.dates if span.contains(d.span) and d.type in {"DATE", "TIME"} and (d.basis != "vague" or not d.value)
    ]


def day_named(doc: Doc, named: Date) -> str:
    """A day as told; of an article whose own day is only known to lie in a week, `on Wednesday` is the one Wednesday in it.

    Of another Wednesday it would be no Tuesday either.
    """
    first, last = bounds(doc.article.published) if doc.article.published else (None, None)
    weekday = WEEKDAY.match(named.timex)
    if named.value or not weekday or first is None or last is None:
        return named.value or ""
    days = (first + timedelta(days=n) for n in range((last - first).days + 1))
    fitting = [day.isoformat() for day in days if day.isoweekday() == int(weekday.group(1))]
    return fitting[0] if len(fitting) == 1 and first != last else ""


def held_nouns(doc: Doc, sentence: Sentence, verb: int) -> list[int]:
    """`the signing will take place in Lima`, `la firma tendrá lugar`: the nouns of which a verb only says that it is held."""
    if sentence.tokens[verb].lemma.lower() not in load_language("compare", "words")["holding"][doc.article.language]:
        return []
    held = (i for i in below(sentence, verb, "nsubj", "obj") if sentence.tokens[i].upos == "NOUN")
    return [i for i in held if any(name.startswith("deed:") for name in classes_of(doc.article.language, sentence.tokens[i]))]


def done_there(doc: Doc, sentence: Sentence, verb: int) -> Iterator[int]:
    """`will meet on May 4 in Lima, where a committee will be set up`: what will be done where and when another thing is, and
    has no day of its own; not `returned on May 4 from Lima, where she signed it`."""
    wheres = load_language("compare", "words")["where"][doc.article.language]
    for i, token in enumerate(sentence.tokens):
        joined = token.deprel.split(":")[0] in {"acl", "advcl"} and is_ahead(sentence, i, doc.article.language)
        if not joined or not any(
            sentence.tokens[w].form.lower() in wheres for w in below(sentence, i, "advmod", "mark", "obl")
        ):
            continue
        if verb in list(above(sentence, i))[:NEAR_ABOVE] and not any(
            sentence.tokens[i].span.start < named.span.start < sentence.span.stop for named in doc.dates
        ):
            yield i


def is_deadline(doc: Doc, sentence: Sentence) -> bool:
    """`the deadline for closing it is May 4`; not `…, a month later than the one announced by Kenya`."""
    words, language = load_language("compare", "words"), doc.article.language
    named = any(token.lemma.lower() in words["deadlines"][language] for token in sentence.tokens)
    return named and not says(sentence.span.of(doc.article.text), words["than_told"][language])


def mood_of_day(mood: Mood, day: str, published: str | None) -> Mood:
    """What is told of a day to come is ahead, whatever its tense: `arrives on Monday`, `followed by trade on the 23rd`.

    `will meet on Thursday`, said on a Thursday, may be of a week later.
    """
    last, first = bounds(published)[1] if published else None, bounds(day)[0]
    if mood == "ahead" and last and first == last:
        return "now"
    return "ahead" if mood in {"now", "done"} and last and first and first > last else mood


__all__ = [
    "WEEKDAY",
    "day_named",
    "days_in",
    "deed_dated",
    "done_there",
    "held_nouns",
    "is_behind",
    "is_deadline",
    "is_start",
    "mood_of_day",
]
