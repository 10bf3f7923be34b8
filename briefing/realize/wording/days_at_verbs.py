"""A day that would part a noun from its clause, or a verb from what is asked, goes to the verb."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.realize.wording.transfer import Transfer, base


def days_at_their_verbs(t: Transfer, order: Sequence[int]) -> tuple[int, ...]:
    """`held two men on Friday who had fled` -> `detuvo el viernes a dos hombres que …` …."""
    result = list(order)
    for date in t.dates:
        covered = t.passage.tree.covered_by(date.span)
        day = [i for i in result if i in covered]
        start = result.index(day[0]) if day else 0
        if start and t.tokens[result[start - 1]].upos == "ADP":
            start, day = start - 1, [result[start - 1], *day]
        behind = result[start + len(day) :]
        verb = _verb_before(t, result[:start])
        if day and behind and verb is not None and _goes_on(t, verb, result[:start], behind):
            rest = [i for i in result if i not in day]
            place = rest.index(verb) + 1
            result = [*rest[:place], *day, *rest[place:]]
    return tuple(result)


def _verb_before(t: Transfer, before: Sequence[int]) -> int | None:
    """The verb whose one object is all that stands between it and the day."""
    verb = next((i for i in reversed(before) if t.tokens[i].upos == "VERB"), None)
    if verb is None or t.tokens[verb].feat("VerbForm") == "Inf":
        return None
    objects = [i for i in t.below(verb, "obj", "iobj") if i in before]
    between = list(before[before.index(verb) + 1 :])
    inside = [i for i in between if i in t.passage.tree.subtree(objects[0])] if len(objects) == 1 else []
    return verb if between and inside == between and all(t.tokens[i].upos != "PUNCT" for i in between) else None


def _goes_on(t: Transfer, verb: int, before: Sequence[int], behind: Sequence[int]) -> bool:
    """Whether a clause of the object, or of the verb, follows at once: `who …`, `to pay`, `of sending`."""
    first = behind[0]
    second = behind[1] if len(behind) > 1 else first
    clause = next((i for i in (first, second) if base(t.tokens[i]) in {"acl", "xcomp", "advcl", "ccomp"}), None)
    if t.tokens[first].feat("PronType") in {"Rel", "Int,Rel"}:
        clause = next((i for i in behind if base(t.tokens[i]) == "acl"), None)
    opens = t.tokens[first].upos in {"PART", "ADP", "SCONJ", "PRON"}
    return clause is not None and opens and (t.tokens[clause].head == verb or t.tokens[clause].head in before)


def is_how_long(t: Transfer, dates: Sequence[int]) -> bool:
    """`prorrogaron por tres años el acuerdo`: in front it would be how long somebody did it."""
    spans = [d.span for d in t.dates if d.type == "DURATION"]
    return any(span.contains(t.tokens[i].span) for span in spans for i in dates)


__all__ = ["days_at_their_verbs", "is_how_long"]
