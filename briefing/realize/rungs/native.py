"""The first rung: a sentence of the sources themselves, in the reader's language.

`STEPS` are named rules in their order.  Each gets the passage and returns it (edited or not), or None, which closes the rung
for this passage: then another sentence of the evidence is tried.  Of those that pass, the one that says most in fewest words is
printed.  What is edited is little and visible: an empty opening goes, a name in brackets comes.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from briefing.model import Evidence, Fact, Item, Meeting, Position
from briefing.realize.edition import Edition
from briefing.realize.leaning import describing, elided, epithets, pointed, references, relative_days, undated, which
from briefing.realize.notes import naming
from briefing.realize.phrases import attributed_to
from briefing.realize.rungs import openings, quotations, steps, written_at
from briefing.realize.rungs.passages import Passage, find_passages, of_its_words
from briefing.realize.wording.clauses import acts_among, clauses_of
from briefing.realize.wording.contents import acts_of, tells_beside
from briefing.realize.wording.transfer import Transfer, base

TOLD_BEFORE = 2
"""Points that a sentence loses where the same list already has it."""
WORDS_PER_POINT = 12
"""So many words more must say one thing more, for a longer sentence to be the better one."""


_TWO_STOPS = re.compile(r"(?<!\.)\.\.$")
_LETTER = re.compile(r"\w")


@dataclass(frozen=True, slots=True)
class Attempt:
    """What a rung made of an item: its text, or None, and the rules that decided."""

    text: str | None
    rules: tuple[str, ...] = ()
    evidence: Evidence | None = None
    """The one piece that the text retells, where it is one."""


STEPS: tuple[steps.Step, ...] = (
    steps.refuse_what_is_not_prose,
    steps.drop_list_marker,
    steps.drop_turn_label,
    steps.refuse_fragments,
    steps.refuse_questions,
    steps.refuse_first_person,
    steps.drop_dateline,
    steps.drop_connectives,
    steps.drop_leaning_concession,
    naming.tell_pair,
    steps.refuse_leaning,
    steps.refuse_ellipses,
    steps.refuse_headless_objects,
    references.name_pronouns,
    steps.refuse_dangling_demonstratives,
    steps.refuse_dangling_definites,
    steps.refuse_set_apart,
    steps.refuse_too_little,
    steps.refuse_leaning_phrases,
    steps.refuse_unnamed_subjects,
    steps.refuse_owned_deeds,
    steps.refuse_judged_things,
    steps.refuse_unowned_amounts,
    steps.refuse_unnamed_places,
    steps.refuse_unknown_thens,
    steps.refuse_answers,
    steps.refuse_unknown_hearers,
    steps.refuse_leaning_quotes,
    steps.refuse_loose_pointers,
    steps.refuse_bare_words_for_all,
    steps.refuse_unknown_bodies,
    steps.refuse_unknown_epithets,
    steps.refuse_unknown_offices,
    elided.name_elided_subject,
    pointed.name_pointed_speaker,
    pointed.name_untold_source,
    steps.refuse_pointing_nouns,
    steps.refuse_what_names_nothing,
    quotations.complete_marks,
    quotations.name_speaker,
    steps.shorten,
    epithets.name_epithets,
    describing.describe_known_things,
    which.tell_which,
    epithets.spell_out_abbreviations,
    undated.drop_unknown_days,
    relative_days.date_relative_days,
    steps.say_plainly,
    written_at.tell_this_place,
    steps.quote_issuers,
)


OF_ANY_ITEM = STEPS.index(elided.name_elided_subject)
"""So many steps ask for nothing of the item."""
WRITTEN_OUT = STEPS.index(epithets.name_epithets)
"""The steps from this one on ask for nothing of it but, of a meeting, its day."""
CLAUSE_STEPS: tuple[steps.Step, ...] = STEPS[STEPS.index(references.name_pronouns) :]
"""Those that a clause inside a sentence needs: it begins with no link to the sentence before."""


def native_sentence(item: Item, edition: Edition, taken: Collection[str] = ()) -> Attempt:
    """The best sentence of the evidence in the edition's language.  Those already printed in the list come last."""
    passed: list[tuple[Passage, tuple[str, ...]]] = []
    closed: list[str] = []
    for passage in find_passages(item, edition.passages, edition.language):
        result, rules = whole_sentence(passage, item, edition)
        if result is not None and is_told_better(item, passage, edition):
            closed.append("another_tells_the_act_itself")
        elif result is not None and is_of_another_country(item, passage, edition):
            closed.append("of_another_country")
        elif result is None:
            closed += rules
        else:
            passed.append((result, rules))
    if not passed:
        told = told_clause(item, edition)
        return told or Attempt(None, tuple(dict.fromkeys(closed)) or ("no_sentence_in_this_language",))
    texts = [(finish(passage, edition, rules), passage, rules) for passage, rules in passed]
    if len(texts) == 1:
        return Attempt(texts[0][0], texts[0][2], texts[0][1].evidence)
    worth = [_worth(passage, item, edition) - TOLD_BEFORE * (text in taken) for text, passage, _ in texts]
    order = min(range(len(texts)), key=lambda n: (-worth[n], n))
    return Attempt(texts[order][0], texts[order][2], texts[order][1].evidence)


def is_told_better(item: Item, passage: Passage, edition: Edition) -> bool:
    """Whether this sentence tells something else, and beside it the item, which another piece of evidence tells itself."""
    if not isinstance(item, Position) or len(item.evidence) < 2 or not tells_beside(passage, item, edition):
        return False
    others = (edition.passages.of(piece) for piece in item.evidence if piece != passage.evidence)
    return any(other.tokens and _tells_it(other, item, edition) for other in others)


def _tells_it(passage: Passage, item: Item, edition: Edition) -> bool:
    t = Transfer(passage=passage, edition=edition)
    return any(True for _ in acts_of(t, item)) and not tells_beside(passage, item, edition)


def told_clause(item: Item, edition: Edition) -> Attempt | None:
    """`Esto ocurrió después de que Clarín reveló que Chile rechazó …` -> `Según Clarín, Chile rechazó …`."""
    for passage in find_passages(item, edition.passages, edition.language):
        if not passage.tokens or openings.is_not_prose(passage):
            continue
        t = Transfer(passage=passage, edition=edition)
        acts = acts_among(t, passage.kept, item)
        for part in (part for act in acts for part in clauses_of(t, act, passage.kept) if part.source):
            start, stop = t.tokens[part.order[0]].span.start, t.tokens[part.order[-1]].span.stop
            whole = list(part.order) == list(range(part.order[0], part.order[-1] + 1))
            result, rules = run_steps(passage.starting_at(start).ending_at(stop), item, edition, CLAUSE_STEPS)
            if result is not None and whole and part.source:
                letter = passage.source[start - passage.offset]
                text = letter + finish(result, edition, rules)[1:]
                inside = start > passage.span.start
                told = attributed_to(part.source, text, edition, inside=inside)
                return Attempt(told, (part.rule, *rules), passage.evidence)
    return None


def whole_sentence(passage: Passage, item: Item, edition: Edition) -> tuple[Passage | None, tuple[str, ...]]:
    """The passage after all steps; those that ask for nothing of the item are taken once for all items."""

    def of_any_item() -> tuple[Passage | None, tuple[str, ...]]:
        return run_steps(passage, item, edition, STEPS[:OF_ANY_ITEM])

    opened, rules = edition.made("native", passage.evidence, of_any_item)
    if opened is None:
        return None, rules
    told, further = run_steps(opened, item, edition, STEPS[OF_ANY_ITEM:WRITTEN_OUT])
    if told is None:
        return None, further
    result, last = _written_out(told, item, edition)
    return (None, last) if result is None else (result, rules + further + last)


def _written_out(passage: Passage, item: Item, edition: Edition) -> tuple[Passage | None, tuple[str, ...]]:
    """The passage after the last steps, taken once for all items that leave the same of it, below the same lines."""

    def made() -> tuple[Passage | None, tuple[str, ...]]:
        return run_steps(passage, item, edition, STEPS[WRITTEN_OUT:])

    day = item.date if isinstance(item, Meeting) else ""
    left = (passage.span, passage.edits, day, len(edition.lines))
    return edition.made(("written out", left), passage.evidence, made)


def run_steps(
    passage: Passage, item: Item, edition: Edition, steps: Sequence[steps.Step] = STEPS
) -> tuple[Passage | None, tuple[str, ...]]:
    """The passage after every step, with the names of those that edited it; or None, with the one that refused it."""
    rules: list[str] = []
    for step in steps:
        result = step(passage, item, edition)
        if result is None:
            return None, (step.__name__,)
        if result is not passage and result != passage:
            rules.append(step.__name__)
        passage = result
    return passage, tuple(rules)


def finish(passage: Passage, edition: Edition, rules: Collection[str] = ()) -> str:
    """The passage as a line: capital first, one stop at the end, marks as the edition sets them."""
    text = passage.printed().rstrip()
    text = _TWO_STOPS.sub(".", text) if text.endswith("..") else text
    text = quotations.set_marks(text, edition)
    text = re.sub(r"(?<=: [“«])\w", lambda match: match[0].upper(), text) if "name_speaker" in rules else text
    text = text if text.endswith(steps.STOPS) else text.rstrip(",;:") + "."
    first = _LETTER.search(text)
    if first is None or text.startswith("["):
        return text
    return text[: first.start()] + text[first.start()].upper() + text[first.start() + 1 :]


def _worth(passage: Passage, item: Item, edition: Edition) -> float:
    """How much of the item a sentence says, less what it costs to read and to explain."""
    return (
        _prominence(passage, item, edition)
        + information(passage, item)
        - len(passage.printed().split()) / WORDS_PER_POINT
        - len(passage.edits) / 2
    )


def is_of_another_country(item: Item, passage: Passage, edition: Edition) -> bool:
    """`the duty on Peru is paused` beside `the duty on Chile is paused`, of which the item was made: another order."""
    told, own = countries_named(passage), countries_named(edition.passages.of(item.evidence[0]))
    return passage.language == item.evidence[0].language and bool(told - own) and bool(own - told)


@of_its_words
def countries_named(passage: Passage) -> frozenset[str]:
    """The countries that a sentence names."""
    known = passage.doc.actors if passage.doc else {}
    actors = (known.get(mention.actor) for mention in passage.mentions)
    return frozenset(actor.country for actor in actors if actor and actor.country)


def _prominence(passage: Passage, item: Item, edition: Edition) -> int:
    """What the sentence is about: the item's act as its main verb, or as what the main verb tells, counts as so many points."""
    t = Transfer(passage=passage, edition=edition)
    for index in acts_among(t, passage.kept, item):
        token = t.tokens[index]
        above = t.tokens[token.head] if token.head >= 0 else token
        if above.head < 0 and base(token) in {"root", "conj", "ccomp"}:
            return steps.MAIN_VERB
    return 0


def information(passage: Passage, item: Item) -> int:
    """The item's concepts, figures, governments and date that the kept words name."""
    doc, span = passage.doc, passage.span
    if doc is None:
        return 0
    wanted = {*item.concepts, *(item.issue if isinstance(item, Position) else ())}
    concepts = {mention.concept for mention in passage.concepts if mention.concept in wanted and span.contains(mention.span)}
    figures = {amount.value for amount in item.quantities} if isinstance(item, Fact) else set()
    quantities = {
        quantity.value for quantity in passage.quantities if quantity.value in figures and span.contains(quantity.span)
    }
    dated = any(date.value == item.date for date in passage.dates if date.value and span.contains(date.span))
    sides = _sides(item)
    actors = {mention.actor for mention in passage.mentions}
    named = {code for actor in actors if (code := doc.actors[actor].country if actor in doc.actors else None) in sides}
    return len(concepts) + 2 * len(quantities) + dated + len(named)


def _sides(item: Item) -> Sequence[str]:
    if isinstance(item, Position):
        return (item.government, *item.addressee)
    return (*item.actors, *item.recipients) if isinstance(item, Fact) else getattr(item, "participants", ())
