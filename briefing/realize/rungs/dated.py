"""Whether the words that a line retells give the day that would stand beside it."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.edtf import bounds, intersects
from briefing.knowledge import load_language
from briefing.model import Date, Doc, Item, Language, Meeting, Span, Token
from briefing.model.trees import ancestors_of, covered_by, governor_of
from briefing.realize.grammar import grammar_of
from briefing.realize.wording.transfer import base

NEAREST = "nearest"
"""How a weekday's week was found where neither its words nor a verb beside it give it."""
GUESSED = frozenset({"nearest", "verb"})
"""How a weekday's week was found where the words do not give it."""
A_WEEK = 7


def is_dated_by(doc: Doc, span: Span, day: str) -> bool:
    """Whether a date in the span means that day, and dates what the sentence tells.

    `respondió, el 16 de enero, al ministro` dates the answer; beside `pidió resultados` of the next sentence the day would be
    wrong, and so it would be where two days hang on two verbs (`viajará el 2 de julio, confirmó el viernes`).  So would be that
    of a thing which is only spoken of: `canceló el viaje del 5 de agosto`, `the treaty signed on May 3`; but `durante una
    llamada sostenida el 13 de enero` is when, though it has its own verb.
    """
    start, stop = span.start, span.stop
    dates = [d for d in doc.dates if start <= d.span.start and d.span.stop <= stop and d.value]
    here = [date for date in dates if intersects(date.value or "", day) and is_said(date, day, dates)]
    if not here or day.startswith("["):  # one of several days: the words say so themselves
        return False
    near = [s for s in doc.sentences if s.span.start < stop and start < s.span.stop]
    tokens = [sentence.tokens for sentence in near if any(sentence.span.contains(date.span) for date in here)]
    finer = [d for d in dates if is_fine(d.value or "") and d not in here]
    hangs = {date for date in (*here, *finer) for row in tokens if hangs_on_verb(row, date.span)}
    ahead = {date for date in here for row in tokens if is_told_ahead(row, date.span)}
    return bool(hangs & {*here} - ahead) and not hangs & {*finer}


def is_of_another_week(found: Date, item: Item) -> bool:
    """`invitó al sindicato a una reunión el lunes`, read as the Monday gone by, of a row that has the Monday to come."""
    if not isinstance(item, Meeting) or found.basis not in GUESSED or not (found.value and item.date):
        return False
    (one, last), (other, end) = bounds(found.value), bounds(item.date)
    if one is None or other is None or one != last or other != end:
        return False
    return one != other and one.isoweekday() == other.isoweekday() and abs((one - other).days) <= A_WEEK


def is_on_its_side(doc: Doc, tokens: Sequence[Token], date: Date) -> bool:
    """Whether the words give the week of a weekday: by words of their own, a verb beside it, or the tense of its own clause.

    `to prepare the visit of the prime minister on Monday`, written on a Wednesday: the nearest Monday is perhaps not meant.
    """
    (first, last), (start, _) = (bounds(value) if value else (None, None) for value in (doc.article.published, date.value))
    if date.basis != NEAREST or first is None or last is None or start is None or first <= start <= last:
        return True
    if any(tokens[i].feat("PronType") == "Dem" for i in covered_by(tokens, date.span)):
        return True  # `tenía previsto realizar este viernes`
    past = is_told_as_past(doc.article.language, tokens, date.span)
    return past is not None and past == (start < first)


def is_told_as_past(language: Language, tokens: Sequence[Token], span: Span) -> bool | None:
    """Whether the verb that a date hangs on tells what was (True) or will be (False); None where its form does not tell."""
    top = governor_of(tokens, covered_by(tokens, span))
    above = () if top is None else (top, *ancestors_of(tokens, top))
    verb = next((i for i in above if tokens[i].upos in {"VERB", "AUX"}), None)
    if verb is None:
        return None
    own = [t for i, t in enumerate(tokens) if i == verb or (t.head == verb and base(t) in {"aux", "cop"})]
    finite = next((token for token in own if token.feat("VerbForm") == "Fin"), None)
    if finite is None or finite.feat("Mood") == "Cnd":
        return None
    if finite.feat("Tense") == "Fut" or finite.lemma.lower() in grammar_of(language).future_words:
        return False
    perfect = finite is not tokens[verb] and finite.lemma.lower() in load_language("extract", language)["perfect_auxiliaries"]
    return True if perfect or finite.feat("Tense") in {"Past", "Imp"} else None  # `se han retirado 31, seis más que el jueves`


def is_fine(value: str) -> bool:
    """A day or an hour: where one dates the main clause, no longer time is when."""
    return len(value) >= len("2026-05-10") and not set("/[") & {*value}


def is_said(date: Date, day: str, dates: Sequence[Date]) -> bool:
    """Whether an expression means just these days, or one end of them: beside `on Sunday` no `May 4-10` may stand, which is
    when something else was."""
    first, last = bounds(day)
    ends = {(bounds(value)[0], bounds(value)[1]) for value in (date.value, date.interval) if value}
    if (first, last) in ends:
        return True
    starts, stops = ({bounds(d.value or "")[end] for d in dates} for end in (0, 1))
    return "/" in day and first in starts and last in stops and any(first == a or last == b for a, b in ends)


def hangs_on_verb(tokens: Sequence[Token], span: Span) -> bool:
    top = governor_of(tokens, covered_by(tokens, span))
    while top is not None and base(tokens[top]) == "conj" and 0 <= tokens[top].head < top:  # `entre el viernes y el domingo`
        top = tokens[top].head
    if top is None or tokens[top].head < 0:
        return top is not None
    above = tokens[tokens[top].head]
    if base(above) in {"acl", "amod"}:
        return base(tokens[above.head]) == "obl" and is_in_main_clause(tokens, above.head)
    return (above.upos in {"VERB", "AUX"} or above.head < 0) and is_in_main_clause(tokens, tokens[top].head)


def is_in_main_clause(tokens: Sequence[Token], index: int) -> bool:
    """Whether no finite clause about something else stands between a word and the main verb: `…, who resigned on May 3`,
    `after it had signed on May 3`; what somebody says is what the sentence tells."""
    seen: set[int] = set()
    while index >= 0 and index not in seen:
        seen.add(index)
        if base(tokens[index]) in BESIDE and is_finite(tokens, index):
            return False
        index = tokens[index].head
    return True


def is_told_ahead(tokens: Sequence[Token], span: Span) -> bool:
    """`said that the works would end in May`: what is yet to be is not what the sentence tells; that it was said is."""
    index, seen = governor_of(tokens, covered_by(tokens, span)), set[int]()
    while index is not None and index >= 0 and index not in seen:
        seen.add(index)
        if base(tokens[index]) == "ccomp" and is_finite(tokens, index) and not is_past(tokens, index):
            return True
        index = tokens[index].head
    return False


def is_past(tokens: Sequence[Token], index: int) -> bool:
    own = [token for i, token in enumerate(tokens) if i == index or (token.head == index and base(token) in {"aux", "cop"})]
    finite = next((token for token in own if token.feat("VerbForm") == "Fin"), None)
    return finite is not None and finite.feat("Tense") in {"Past", "Imp"} and finite.feat("Mood") != "Cnd"


BESIDE = frozenset({"acl", "advcl", "appos"})
"""How a clause hangs on the rest that tells something beside it."""


def is_finite(tokens: Sequence[Token], index: int) -> bool:
    own = (token for i, token in enumerate(tokens) if i == index or (token.head == index and base(token) in {"aux", "cop"}))
    return any(token.feat("VerbForm") == "Fin" for token in own)
