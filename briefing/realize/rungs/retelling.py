"""Which words of a source's sentence are told in the other language, and as whose.

The whole sentence, where every word of it can be told; else the sentence without what only adds to it (`dispensable`); else
what somebody tells in it, with who tells it put before it.  No other part is told alone: why, for what, where and by when are
what a reader would need the article for.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from briefing.model import Item, Meeting, Position, Quote
from briefing.model.letters import capital
from briefing.model.marks import SUBJECT_INHERITED
from briefing.realize.edition import Edition, government_name, source_name, spelled
from briefing.realize.leaning import pointers
from briefing.realize.leaning.elided import tells_of
from briefing.realize.leaning.references import whom_a_pronoun_means
from briefing.realize.once import found_once
from briefing.realize.phrases import attributed, attributed_to, quoted_by
from briefing.realize.rungs import asides, native, quotations, steps
from briefing.realize.rungs.native import Attempt
from briefing.realize.rungs.passages import Passage, find_passages_elsewhere
from briefing.realize.tell import tell, tell_phrase
from briefing.realize.tell.denials import check_it_denies_as_often
from briefing.realize.tell.state import Telling, entries
from briefing.realize.tell.understood import check_understood
from briefing.realize.tell.unknown_words import closing_at, unknown_words
from briefing.realize.tell.verbal.voices import Voice, reported_voice, voice_of
from briefing.realize.wording.clauses import Part, acts_among, clauses_of
from briefing.realize.wording.dispensable import dispensable
from briefing.realize.wording.ordering import word_order
from briefing.realize.wording.tellers import told_apart
from briefing.realize.wording.transfer import GateClosedError, Transfer, UnsayableError
from briefing.realize.wording.verbs import rules_of

LONGEST = 48
"""Words of a told sentence."""
OPENINGS: tuple[steps.Step, ...] = (
    steps.refuse_what_is_not_prose,
    steps.drop_list_marker,
    asides.refuse_questions,
    steps.drop_dateline,
    steps.drop_connectives,
    steps.drop_leaning_concession,
    steps.refuse_pointing_nouns,
    steps.refuse_answers,
    steps.refuse_unknown_hearers,
    steps.refuse_bare_words_for_all,
)
LEANINGS: tuple[steps.Step, ...] = (
    steps.refuse_leaning,
    steps.refuse_dangling_definites,
    steps.refuse_unknown_epithets,
)
"""What forbids only the parts that begin with the sentence."""
PARTLY = "_without_an_addition"
"""What a rule ends with where a part that only adds is not told."""


def retelling(item: Item, edition: Edition) -> Attempt:
    """The best sentence of the evidence in another language of which a part that holds the item's act can be told."""
    told: list[tuple[str, str, Passage]] = []
    closed: list[str] = []
    for passage in find_passages_elsewhere(item, edition.passages, edition.language):
        opened = _opened(passage, item, edition)
        if opened.t is None:
            closed.append(opened.gate)
            continue
        text, rule = _first_part(opened.t, opened, item, closed)
        if text:
            told.append((text, rule, opened.t.passage))
    if not told:
        return Attempt(None, tuple(dict.fromkeys(closed)) or ("no_sentence_to_tell",))
    text, rule, passage = told[0] if len(told) == 1 else max(told, key=lambda row: _worth(row[0], row[2], item))
    return Attempt(text, (rule,), passage.evidence)


def _worth(text: str, passage: Passage, item: Item) -> float:
    """How much of the item a told sentence says, less what it costs to read."""
    return native.information(passage, item) - len(text.split()) / native.WORDS_PER_POINT


@dataclass(frozen=True)
class Opened:
    """A sentence without its empty opening, or the gate that closed; `leaning` is what forbids its beginning alone."""

    t: Transfer | None
    gate: str = ""
    leaning: str | None = None

    @found_once
    def kept(self) -> tuple[int, ...]:
        return asides.without_tags(self.t) if self.t else ()

    @found_once
    def apart(self) -> tuple[Part, ...]:
        return tuple(told_apart(self.t, self.kept)) if self.t else ()


def _opened(passage: Passage, item: Item, edition: Edition) -> Opened:
    """None of these steps asks for anything of the item: a sentence is opened once."""

    def opened() -> Opened:
        if not entries(passage.language):
            return Opened(None, "no_dictionary")
        result, gate = native.run_steps(passage, item, edition, OPENINGS)
        if result is None or not result.tokens:
            return Opened(None, *(gate if result is None else ("no_tree",)))
        leaning = next((step.__name__ for step in LEANINGS if step(result, item, edition) is None), None)
        fragment = steps.refuse_fragments(passage, item, edition) is None
        t = Transfer(passage=result, edition=edition)
        return Opened(t, leaning=steps.refuse_fragments.__name__ if fragment else leaning)

    return edition.made("retelling", passage.evidence, opened)


def _first_part(t: Transfer, opened: Opened, item: Item, closed: list[str]) -> tuple[str | None, str]:
    for part in parts(t, opened, item):
        if opened.leaning and part.order and part.order[0] == _first(t):
            closed.append(opened.leaning)
            continue
        try:
            part, text = _said(t, part, item)
        except GateClosedError as closing:
            closed.append(str(closing))
            continue
        if text and _points_outside(t, part):
            closed.append(steps.refuse_loose_pointers.__name__)
            continue
        if text:
            return text, part.rule
        closed.append("source_cannot_be_named")
    return None, ""


def _said(t: Transfer, part: Part, item: Item) -> tuple[Part, str | None]:
    """The part told, without what cannot be told of it where that only adds.  Raises the gate that closed first."""
    first: GateClosedError | None = None
    spare: Sequence[frozenset[int]] | None = None
    strange = unknown_words(t.passage, t.edition.knowledge).intersection(part.order)
    if strange:
        spare = _spare(t, part, item)
        if lasting := strange.difference(*spare):  # with whatever else goes
            raise closing_at(t, min(lasting))
    while True:
        try:
            return part, say_part(t, part, item)
        except GateClosedError as closing:
            first = first or closing
            spare = _spare(t, part, item) if spare is None else spare
            gone = _that_closed(t, closing, spare, part.order)
            if not gone:
                raise GateClosedError(str(first)) from closing
            part = replace(
                part, rule=f"{part.rule.removesuffix(PARTLY)}{PARTLY}", order=tuple(i for i in part.order if i not in gone)
            )


def _spare(t: Transfer, part: Part, item: Item) -> Sequence[frozenset[int]]:
    return () if isinstance(item, Meeting) else dispensable(t, part.order, item)


def _that_closed(
    t: Transfer, closing: GateClosedError, spare: Sequence[frozenset[int]], order: Sequence[int]
) -> frozenset[int]:
    """The smallest part that holds the word which could not be told; all of them where no word is known."""
    left = [part for part in spare if not part.isdisjoint(order)]
    holding = next((part & set(order) for part in reversed(left) if closing.place in part), None)
    if holding is None and not isinstance(closing, UnsayableError):
        return frozenset().union(*left)
    return holding or frozenset()


def _points_outside(t: Transfer, part: Part) -> bool:
    """Whether a word that is told points at what is not; whoever is told by name is known."""
    loose = (index for index in pointers.told_pointers(t.passage) if index in part.order)
    return any(whom_a_pronoun_means(t.passage, index) is None for index in loose)


def _first(t: Transfer) -> int:
    return next(iter(t.passage.kept), 0)


# ------------------------------------------------------------------ parts


def parts(t: Transfer, opened: Opened, item: Item) -> Iterator[Part]:
    kept = opened.kept
    yield Part(rule="the_whole_sentence", order=kept)
    acts = set(acts_among(t, kept, item))
    once = asides.before_it_is_said_again(t, kept)
    if len(once) < len(kept):
        yield Part(rule="before_it_is_said_again", order=once)
    yield from (part for part in opened.apart if not acts or acts & set(part.order))
    for act in sorted(acts):
        yield from (part for part in clauses_of(t, act, kept) if _only_its_teller_goes(t, kept, part))


def _only_its_teller_goes(t: Transfer, kept: Sequence[int], part: Part) -> bool:
    """Whether of what is left out nothing happens but the telling."""
    told = set(part.order)
    return sum(t.tokens[i].upos == "VERB" for i in kept if i not in told) <= 1


# ------------------------------------------------------------------ saying


def check_attribution(t: Transfer, part: Part, item: Item) -> None:
    """What is left out must not be who says so: `…, according to officials` stays, or its clause goes with it."""
    words, forms = entries(t.passage.language)["attributions"], t.passage.tree.forms
    if part.source or item.attribution or t.passage.tree.vocabulary.isdisjoint(words):
        return
    told = set(part.order)
    if any(form in words for i, form in enumerate(forms) if i not in told):
        raise GateClosedError("attribution_left_out")


def spoken_by(t: Transfer) -> str | None:
    """Who says a sentence that is wholly somebody's own words; empty where it is nobody's; None where nobody knows."""
    quotes = [q for q in t.passage.quotes if q.kind == "direct" and (q.content.contains(t.passage.span) or _holds_verb(t, q))]
    opened = t.passage.words[:1] in set('"“«') and not any(mark in t.passage.words[1:] for mark in '"”»')
    names = [name for q in quotes if (name := quotations.speaker_name(t.passage, q, t.edition))]
    return names[0] if names else None if quotes or opened else ""


def _holds_verb(t: Transfer, quote: Quote) -> bool:
    root = t.passage.root
    return root is not None and quote.content.contains(t.tokens[root].span)


def say_part(t: Transfer, part: Part, item: Item) -> str | None:
    """The part in the edition's words, with its source; None where the source cannot be named."""
    check_attribution(t, part, item)
    speaker = spoken_by(t)
    if speaker is None and not (part.source or item.attribution):
        raise GateClosedError("spoken_by_somebody")
    voice, text = _told_in_a_voice(t, part, item, speaker or "")
    if len(text.split()) > LONGEST:
        raise GateClosedError("too_long")
    if voice is not None and voice.label and _speaks(text, voice):
        return quoted_by(voice.label, text, t.edition)
    alone = voice is not None and voice.reported and _speaks(text, voice, ("Sing",))  # `he asked that …`: by name who did
    named = speaker and speaker.split(" ")[-1] in text  # `“…”, subrayó`, told by name
    if part.source or (speaker and not named and (alone or not item.attribution)):
        return attributed_to(_of_its_own(t, part.source or speaker or "", text), text, t.edition)
    if _needs_source(t, part, item, text):
        return attributed(text, item, t.edition) if tells_of(item, t.passage) else None
    return text


def _of_its_own(t: Transfer, source: str, text: str) -> str:
    """`Chile reanudó las ventas, según su ministerio` -> `…, according to its government`, and not `according to Chile`."""
    actors = t.passage.doc.actors.values() if t.passage.doc else ()
    countries = {government_name(t.edition, a.country or a.id) for a in actors if a.kind != "person"}
    own = source in countries and text.casefold().startswith(f"{source.casefold()} ")
    return str(rules_of(t.edition.language)["own_government"]) if own else source


def _told_in_a_voice(t: Transfer, part: Part, item: Item, speaker: str) -> tuple[Voice | None, str]:
    """The part told of the speaker's government where it is a government's act, else in the speaker's own first person."""
    subject, own = _left_out(t, item, part.order), voice_of(t, part.order, speaker)
    reported = reported_voice(t, part.order, entries(t.passage.language))
    if reported is None:
        return own, told_once(t, part.order, subject, own)
    try:
        return reported, told_once(t, part.order, subject, reported)
    except GateClosedError:
        if own is None:
            raise
        return own, told_once(t, part.order, subject, own)


def _speaks(text: str, voice: Voice, numbers: Sequence[str] = ("Plur", "Sing")) -> bool:
    """Whether what was told is in the first person."""
    words = {word.casefold() for word in text.replace(".", " ").replace(",", " ").split()}
    own = (table[number] for table in (voice.subject, voice.owner) for number in numbers if number in table)
    return bool(words & {word.casefold() for word in own})


def told_once(t: Transfer, order: tuple[int, ...], subject: str, voice: Voice | None = None) -> str:
    """The sentence told, or the gate that closed, as an item before has found it.  Raises GateClosedError."""
    reported = voice is not None and voice.reported
    key = (t.passage.evidence.article, t.passage.span.start, order, subject, reported)
    if key not in t.edition.told:
        unsayable = t.edition.unsayable.setdefault((*key[:2], subject, reported), {})
        telling = None
        try:
            _check_sayable(t, order, unsayable)
            check_understood(t, order)
            telling = Telling(t=t, order=word_order(t, order), people=t.edition.printed, subject=subject, voice=voice)
            telling.teller = spoken_by(t) or ""
            words = tell(telling)
            source = " ".join([t.tokens[i].form for i in telling.order])
            check_it_denies_as_often(source, t.passage.language, words, t.edition.language)
            t.edition.told[key] = capital(t.edition.localizer.normalize(words)) + "."
        except GateClosedError as closing:
            word = isinstance(closing, UnsayableError)
            place = _place_of(t, closing, telling)
            t.edition.told[key] = (str(closing), place, word)
            if word:
                unsayable[t.tokens[place].span.start] = str(closing)
    told = t.edition.told[key]
    if isinstance(told, str):
        return told
    gate, place, word = told
    raise UnsayableError(gate, t.tokens[place], place) if word else GateClosedError(gate, place)


def _place_of(t: Transfer, closing: GateClosedError, telling: Telling | None) -> int:
    """The word at which a gate closed, -1 where it is none."""
    if isinstance(closing, UnsayableError) and closing.place < 0:
        return t.passage.tree.starts.index(closing.start)
    if closing.place >= 0 or telling is None or not telling.order:
        return closing.place
    return telling.order[min(telling.at, len(telling.order) - 1)]


def _check_sayable(t: Transfer, order: Sequence[int], unsayable: Mapping[int, str]) -> None:
    """Raises the gate of the first word that is known to close one."""
    for index in order if unsayable else ():
        if gate := unsayable.get(t.tokens[index].span.start):
            raise UnsayableError(gate, t.tokens[index], index)


def told_phrase(t: Transfer, order: tuple[int, ...]) -> str:
    """A phrase of a sentence told.  Raises GateClosedError where a word of it cannot be."""
    check_understood(t, order, phrase=True)
    words = tell_phrase(Telling(t=t, order=word_order(t, order), people=t.edition.printed))
    return t.edition.localizer.normalize(words)


def _needs_source(t: Transfer, part: Part, item: Item, text: str) -> bool:
    """Whether neither the source's words nor those told name the item's source."""
    if not item.attribution or _is_told_by_its_subject(t, item):
        return False
    words = " ".join([t.passage.tree.forms[i] for i in part.order])
    names = [source_name(t.edition, name, t.passage.language) or name for name in item.attribution]
    return not any(name.split(" ")[-1].casefold() in words or name.casefold() in text.casefold() for name in names)


def _is_told_by_its_subject(t: Transfer, item: Item) -> bool:
    """`The Argentine ministry expressed thanks for …`, as Argentina's word: it stands there, by its adjective."""
    actors = t.passage.doc.actors if t.passage.doc else {}
    root = t.passage.root
    subjects = t.below(root, "nsubj") if root is not None else ()
    named = (actors[m.actor] for m in t.mentions for i in subjects if m.actor in actors and m.span.contains(t.tokens[i].span))
    return any((actor.country or actor.id) in item.attribution for actor in named)


def _left_out(t: Transfer, item: Item, order: Sequence[int]) -> str:
    """The name of a subject that the sentence leaves out and the article gives."""
    if SUBJECT_INHERITED not in item.rules or not order:
        return ""
    if isinstance(item, Position):
        return item.voice.name if item.voice else ""
    teller = spoken_by(t)
    piece = t.passage.evidence
    known = t.edition.speakers.get((piece.article, piece.start, item.act or ""), "")
    if teller:  # of oneself one says `I`: it is somebody else
        return known if known and spelled(known) != spelled(teller) else ""
    if not item.attribution or not tells_of(item, t.passage):
        return ""
    name = item.attribution[0]  # the code of a country whose own text it is: by its name
    return (source_name(t.edition, name, t.passage.language) or "") if name in t.edition.knowledge.actors else name


__all__ = ["retelling", "told_phrase"]
