"""What a sentence told in another language may do without: whole parts at its side that only add to what it says.

`Peru rejected the plan[, which was drawn up in May]`: a relative clause, a gerund or an apposition behind a comma, a clause or
a second deed joined by `and`, `two days after …` of what is past.  Never a part with a condition, a limit or who says so (the
data's `never_with`), and none that holds the item's act or its figure.  The original stands whole in the note.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from briefing.model import Fact, Item, Position
from briefing.realize.tell.state import entries
from briefing.realize.wording.clauses import acts_among, subtree
from briefing.realize.wording.transfer import Transfer
from briefing.realize.wording.verbs import VERBAL

_STOPS = frozenset({",", ";"})
_MARKS = frozenset('“”«»":')
_LEAST = 2
"""Words of a part worth leaving out."""


def dispensable(t: Transfer, kept: Sequence[int], item: Item) -> tuple[frozenset[int], ...]:
    """The parts that may go, each with the comma that opens it; the longest first."""
    places = {index: place for place, index in enumerate(kept)}
    acts = frozenset(acts_among(t, kept, item))
    needed = _needed(t, acts, item)
    beside = [index for index in kept if t.relations[index] in _KINDS and _is_no_deed(t, index, needed)]
    found = {part for index in beside for part in _part_of(t, index, kept, places)}
    free = [part for part in found if _only_adds(t, part) and _leaves(part, needed) and not _takes_a_stand(t, part)]
    return tuple(sorted(free, key=lambda part: (-len(part), min(part))))


def _words(t: Transfer) -> Mapping[str, Any]:
    found: Mapping[str, Any] = entries(t.passage.language)["dispensable"]
    return found


def _part_of(t: Transfer, index: int, kept: Sequence[int], places: Mapping[int, int]) -> Iterator[frozenset[int]]:
    """What hangs on a word, with the word, if that is a part that only adds."""
    inside = sorted(subtree(t, index) & places.keys())
    while inside and t.tokens[inside[0]].upos == "PUNCT":
        inside.pop(0)
    while inside and t.tokens[inside[-1]].upos == "PUNCT":
        inside.pop()
    if len(inside) < _LEAST or places[inside[-1]] - places[inside[0]] != len(inside) - 1 or not places[inside[0]]:
        return
    before, behind = places[inside[0]] - 1, places[inside[-1]] + 1
    ends = behind >= len(kept) or t.tokens[kept[behind]].upos == "PUNCT"
    parted = t.tokens[kept[before]].form in _STOPS
    if not ends or _tells_when(t, index, inside) or not _KINDS[t.relations[index]](t, index, inside, parted):
        return
    yield _with_its_commas(t, index, kept, range(before if parted else before + 1, behind))


def _tells_when(t: Transfer, index: int, inside: Sequence[int]) -> bool:
    """`postponed the visit, which will be held on May 3`: of what is acted on, and not of whoever acts, the day is news."""
    above = t.tokens[index].head
    while above >= 0 and t.relations[above] in {"appos", "flat"}:
        above = t.tokens[above].head
    if t.relations[index] in {"conj", "advcl"} or (above >= 0 and t.relations[above] == "nsubj"):
        return False
    written = t.passage.doc.article.published if t.passage.doc else None
    ahead = (d for d in t.dates if (d.value or "") > (written or ""))
    return any(d.span.contains(t.tokens[i].span) for d in ahead for i in inside)


def _with_its_commas(t: Transfer, index: int, kept: Sequence[int], places: range) -> frozenset[int]:
    """`Ruiz[, who spoke in Lima,] denied …`, `three men[, among them a pilot,] at the border`: both commas go."""
    part = frozenset(kept[place] for place in places)
    closes = places.stop < len(kept) and t.tokens[kept[places.stop]].form == ","
    above = t.tokens[index].head
    subject = above >= 0 and t.relations[above] == "nsubj" and t.tokens[above].head > max(part)
    goes_on = closes and places.stop + 1 < len(kept) and t.tokens[kept[places.stop + 1]].upos == "ADP"
    return part | {kept[places.stop]} if closes and (subject or goes_on) else part


def _is_relative(t: Transfer, index: int, inside: Sequence[int], parted: bool) -> bool:
    """`…, which was drawn up in May`, `…, quien viajó a Lima`: behind a comma it says which of none."""
    forms = t.passage.tree.forms
    opening = {forms[i] for i in inside[:2]}
    happens = forms[inside[0]] in _words(t)["happens_in"]  # `a call, in which she rejected …`
    return parted and not happens and not opening.isdisjoint(_words(t)["relatives"]) and not _may_be_told(t, index)


def _may_be_told(t: Transfer, clause: int) -> bool:
    """`le aseguró a Ruiz, la canciller, que …`: behind a verb that still wants what it tells, the clause may be just that."""
    above = t.tokens[clause].head
    while above >= 0 and t.tokens[above].upos != "VERB":
        above = t.tokens[above].head
    words = entries(t.passage.language)
    if above < 0 or t.passage.tree.lemmas[above] not in {*words["saying"], *words["tellers"], *_words(t)["wants_a_clause"]}:
        return False
    told = [i for i in t.below(above, "obj", "ccomp", "xcomp", "parataxis") if i != clause and t.tokens[i].upos != "PRON"]
    return all(t.below(i, "case") for i in told)


def _is_beside(t: Transfer, index: int, inside: Sequence[int], parted: bool) -> bool:
    """`…, leaving nine in jail`, and `two days after …` of what is past."""
    first, above = t.tokens[inside[0]], t.tokens[t.tokens[index].head]
    if parted and t.passage.tree.forms[inside[0]] in _words(t)["sums_up"] and _is_relative(t, index, inside, parted):
        return True  # `…, lo que molestó a …`
    gerund = t.tokens[index].feat("VerbForm") == "Ger" or (
        t.tokens[index].feat("VerbForm") == "Part" and t.tokens[index].feat("Tense") == "Pres"
    )
    if parted and gerund and inside[0] == index:
        return t.tokens[index].lemma.casefold() not in _words(t)["not_beside"]
    timed = any(t.passage.tree.forms[i] in _words(t)["after"] for i in inside[:4])
    return timed and above.feat("Tense") == "Past" and above.head < 0 and (parted or first.upos in {"NUM", "DET"})


def _is_apposition(t: Transfer, index: int, inside: Sequence[int], parted: bool) -> bool:
    """`…, a decision that …`, but not who somebody is by name or office."""
    named = any(m.span.contains(t.tokens[index].span) for m in t.mentions)
    if _is_with(t, index, inside, parted):
        return True
    return (
        parted
        and not named
        and not _may_be_the_object(t, index)
        and t.tokens[index].upos == "NOUN"
        and t.tokens[inside[0]].upos in {"DET", "NOUN", "ADJ"}
    )


def _may_be_the_object(t: Transfer, index: int) -> bool:
    """`anunció, a través de su embajada, una ayuda …`: beside a circumstance of a verb that has no object else."""
    beside = t.tokens[index].head
    verb = t.tokens[beside].head if beside >= 0 else -1
    return verb >= 0 and t.relations[beside] == "obl" and not t.below(verb, "obj", "ccomp", "xcomp", "csubj", "cop")


def _is_joined(t: Transfer, index: int, inside: Sequence[int], parted: bool) -> bool:
    """`…, and its minister will travel to Lima`, `… and asked for a meeting`: a second thing said of what is so."""
    token, above = t.tokens[index], t.tokens[index].head
    helpers = [t.tokens[i] for i in t.below(index, "aux", "cop")]
    finite = any(one.feat("VerbForm") == "Fin" for one in (token, *helpers))
    opens = t.passage.tree.forms[inside[0]] in _words(t)["joiners"]
    if t.tokens[inside[1]].upos == "SCONJ":  # `said that the delay was regrettable and that Peru had made no such demand`
        return False
    main = t.tokens[above].head < 0 and t.tokens[above].upos in VERBAL and _is_told_of_the_past(t, index, above)
    return finite and opens and main


def _is_told_of_the_past(t: Transfer, second: int, first: int) -> bool:
    """`Peru signed …, and its minister left`: a second event of a story, and no second half of a stand (`rejects … and will`).

    Of what somebody says in his own words the second half is mostly the news.
    """
    spoken = any(quote.content.contains(t.tokens[first].span) for quote in t.passage.quotes)
    groups = ((verb, *t.below(verb, "aux", "cop")) for verb in (first, second))
    past = all(any(t.tokens[i].feat("Tense") == "Past" for i in group) for group in groups)
    named = any(t.tokens[i].upos in {"NOUN", "PROPN"} for i in t.below(second, "nsubj"))
    return not spoken and (past or named)


def _is_with(t: Transfer, index: int, inside: Sequence[int], parted: bool) -> bool:
    """`…, with a loan of 30 million dollars`, `…, among them a pilot`."""
    return parted and t.passage.tree.forms[inside[0]] in _words(t)["beside"]


_KINDS = {
    "acl": _is_relative,
    "advcl": _is_beside,
    "appos": _is_apposition,
    "conj": _is_joined,
    "nmod": _is_with,
    "obl": _is_with,
    "parataxis": _is_with,
}


def _only_adds(t: Transfer, part: frozenset[int]) -> bool:
    """Whether it holds no condition, no limit, no quotation mark or colon and nobody who says so."""
    order = sorted(part)
    text = f" {' '.join(t.passage.tree.forms[i] for i in order)} "
    limits = any(f" {words} " in text for words in _words(t)["never_with"])
    inner = [i for i in order if t.tokens[i].upos == "VERB"][1:]
    tells = any(t.passage.tree.lemmas[i] in entries(t.passage.language)["tellers"] for i in inner)
    return not (limits or tells or any(t.tokens[i].form in _MARKS for i in order))


def _is_no_deed(t: Transfer, index: int, needed: Sequence[frozenset[int]]) -> bool:
    """`We listened to the farmers [and will lift the fee]`: of two deeds of one subject the item's own has to be the first."""
    if t.relations[index] != "conj":
        return True
    named = any(t.tokens[i].upos in {"NOUN", "PROPN"} for i in t.below(index, "nsubj"))
    return named or any(group.isdisjoint(subtree(t, index)) for group in needed)


def _takes_a_stand(t: Transfer, part: frozenset[int]) -> bool:
    """`…, an offer that her government has rejected`: who says no or yes to it is more than an addition, but when is not."""
    forms, lemmas = t.passage.tree.forms, t.passage.tree.lemmas
    if any(_is_what_another_does(t, i) for i in part) or _is_since_when(t, part):
        return True
    then = min((i for i in part if forms[i] in _words(t)["after"]), default=len(forms))  # `a day after Quito threatened to …`
    return any(i < then and t.tokens[i].upos == "VERB" and lemmas[i] in _words(t)["stands"] for i in part)


def _is_what_another_does(t: Transfer, index: int) -> bool:
    """`…, of which Peru will pay half`, `a charge that Lima denies`: what a government does is more than an addition."""
    over = t.tokens[index].head
    if t.relations[index] not in {"nsubj", "compound"} or over < 0:
        return False
    if t.tokens[over].upos != "VERB" and t.relations[over] != "acl":
        return False
    actors = t.passage.doc.actors if t.passage.doc else {}
    named = (actors[m.actor] for m in t.mentions if m.actor in actors and m.span.contains(t.tokens[index].span))
    return any(actor.kind in {"country", "government"} for actor in named)


def _is_since_when(t: Transfer, part: frozenset[int]) -> bool:
    """`reopened the border, which had been closed since May`: of what is undone it is half of the news."""
    above = {t.tokens[i].head for i in part} - part
    ruling = {i if t.tokens[i].upos == "VERB" else t.tokens[i].head for i in above if i >= 0}
    return any(i >= 0 and t.passage.tree.lemmas[i] in _words(t)["undoing"] for i in ruling)


def _needed(t: Transfer, acts: frozenset[int], item: Item) -> tuple[frozenset[int], ...]:
    """Of each of these some word has to stay: the item's act, its figures, what a position is about."""
    groups = [acts]
    if isinstance(item, Fact) and item.quantities:
        values = {amount.value for amount in item.quantities}
        groups.append(_covered(t, [q.span for q in t.quantities if q.value in values]))
    if isinstance(item, Position) and item.issue:
        groups.append(_covered(t, [m.span for m in t.concepts if m.concept in item.issue]))
    return tuple(group for group in groups if group)


def _covered(t: Transfer, spans: Sequence[Any]) -> frozenset[int]:
    return frozenset(i for span in spans for i in t.passage.tree.covered_by(span))


def _leaves(part: frozenset[int], needed: Sequence[frozenset[int]]) -> bool:
    return not any(group <= part for group in needed)


__all__ = ["dispensable"]
