"""Whether another article says what a line prints: all of it, not one of its figures or names.

Each clause that the line prints is looked for in one sentence of the other article: the same deed, as certain and as much
denied, done to the same; every figure, day and name in it or beside it.  The test is strict: an article that is not counted is
a loss, one that is counted for what it does not say is an error.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass

from briefing.consolidate.conflicts.tellings import Alternatives, alternatives, called_in, clause_of, heads_of
from briefing.consolidate.meetings.occasion_places import names_house
from briefing.consolidate.people import fold
from briefing.consolidate.sentences import below, load_words, quantities_in, says
from briefing.consolidate.told_clauses import at, is_told
from briefing.consolidate.week import SentenceKey, Week
from briefing.edtf import bounds
from briefing.model import Date, Doc, Event, Meeting, Quantity, Sentence, Span

SAME_VALUE = 0.005
"""The share by which two figures may differ that are one: `19.28`, `19.3`."""
SHARE, SHARE_ACROSS = 0.65, 0.5
"""How much of what a clause names must stand in the other sentence, in one language and across two."""
THINGS = frozenset({"NOUN", "ADJ"})
CORE = ("nsubj", "obj")


@dataclass(frozen=True, slots=True)
class Printed:
    """The words of one sentence that a line prints, by their numbers."""

    key: SentenceKey
    tokens: frozenset[int]


def unsaid(week: Week, printed: Printed, other: SentenceKey, differing: Set[str] = frozenset()) -> str | None:
    """What of a printed line another sentence does not say, by the first row that finds it; nothing: all is said.

    `differing` are rows in which the line itself tells that the sources differ.
    """
    if week.words.get(printed.key) == week.words.get(other, ""):
        return None
    return next((row.__name__ for row in ROWS if row.__name__ not in differing and row(week, printed, other)), None)


def other_figures(week: Week, printed: Printed, other: SentenceKey) -> bool:
    """A number that the other sentence does not have; `the two countries` is a name."""
    doc, sentence = at(week, printed.key)
    there, elsewhere = at(week, other)
    said = quantities_in(there, elsewhere.span)
    here = (q for q in figures_in(doc, sentence, printed) if not is_of_both(doc, q))
    return any(not any(is_one_figure(q, o) for o in said) for q in here)


def is_of_both(doc: Doc, quantity: Quantity) -> bool:
    """`the two ministers`: who was named before, no count."""
    before = Span(max(0, quantity.span.start - len("both the ")), quantity.span.stop).of(doc.article.text)
    return quantity.value == 2 and says(" ".join(before.lower().split()), load_words(doc.article.language).both)


def other_days(week: Week, printed: Printed, other: SentenceKey) -> bool:
    """A day or time that the other article does not give there, or gives less finely."""
    doc, sentence = at(week, printed.key)
    said = [date for key in around(week, other) for date in days_in(*at(week, key))]
    here = (d for d in days_in(doc, sentence) if is_printed(sentence, printed, d))
    return any(not any(is_within(o.value or "", d.value or "") for o in said) for d in here)


def other_names(week: Week, printed: Printed, other: SentenceKey) -> bool:
    """A name that the other article does not have there; a person's country stands for the person, where nobody else of it
    is named: `Ruiz of Peru presided` is not said by `Peru's minister, Paz, presided`.
    """
    doc, sentence = at(week, printed.key)
    near = around(week, other)
    said = frozenset().union(*(called(week, key) for key in near))
    others = countries_of_people(week, near)
    return any(not name & said for name in names_of(week, doc, sentence, printed, others))


def other_deeds(week: Week, printed: Printed, other: SentenceKey) -> bool:
    """A clause whose deed the other sentence does not tell, or tells as denied, as not yet done, as only possible."""
    doc, sentence = at(week, printed.key)
    return any(not is_told(week, printed.key, head, other) for head in heads_in(doc, sentence, printed))


def other_things(week: Week, printed: Printed, other: SentenceKey) -> bool:
    """A clause of which much, or who does it and what it is done to, does not stand in the other sentence."""
    doc, sentence = at(week, printed.key)
    there, _ = at(week, other)
    said, near = called(week, other), frozenset().union(*(called(week, key) for key in around(week, other)))
    least = SHARE if doc.article.language == there.article.language else SHARE_ACROSS
    clauses = [clause_of(doc, sentence, head) for head in heads_in(doc, sentence, printed)]
    for inside in [*clauses, sorted(printed.tokens)]:
        things = [names for i in inside if i in printed.tokens and (names := thing_at(week, doc, sentence, i))]
        if sum(bool(names & said) for names in things) < least * len(things):
            return True
    core = (i for head in heads_in(doc, sentence, printed) for i in below(sentence, head, *CORE) if i in printed.tokens)
    return any((names := thing_at(week, doc, sentence, i)) and not names & near for i in core)


ROWS = (other_figures, other_days, other_names, other_deeds, other_things)


# ------------------------------------------------------------------ the row of a meeting


def unsaid_of_row(
    week: Week, meeting: Meeting, told: Sequence[SentenceKey], differing: Set[str] = frozenset(), *, matched: bool = False
) -> str | None:
    """What of a meeting's day, place and sides an article does not say, in the sentences that tell of it or beside them.

    Of an article that was `matched` with the meeting the day, and one of the people or the place, is enough: `He confirmed he
    would receive his counterpart, Ana Ruiz, in Arica on Thursday`.
    """
    near = list(dict.fromkeys(key for one in told for key in around(week, one)))
    said = frozenset().union(*(called(week, key) for key in near))
    dated = [date.value or "" for key in near for date in days_in(*at(week, key))]
    dated += [claim.date for key in near for claim in week.by_sentence.get(key, ()) if claim.date]
    if meeting.date and "other_days" not in differing and not any(is_within(value, meeting.date) for value in dated):
        return "other_days"
    people = [{fold(word) for word in name.split()} for name in meeting.people]
    sides = {code for code in meeting.participants if "+" not in code}
    named = len(people) >= 2 and all(words & said for words in people)
    text = fold(" ".join(at(week, key)[1].span.of(at(week, key)[0].article.text) for key in near))
    place = {fold(word) for word in (meeting.place or "").split() if word[:1].isupper()}
    if matched and meeting.date and (any(words & said for words in people) or any(word in text for word in place)):
        return None
    if not named and not meant(week, near, sides) >= sides - said:
        return "other_names"
    if not sides and not all(words & said for words in people):
        return "other_names"
    if named and gives_no_town(week, told):
        return None
    return "other_place" if place and not any(word in text for word in place) and not place & said else None


def gives_no_town(week: Week, told: Sequence[SentenceKey]) -> bool:
    """An article that has the day and everybody by name, and of the place nothing or the house, tells of the same meeting."""
    events = [claim for key in told for claim in week.by_sentence.get(key, ()) if isinstance(claim, Event) and claim.meeting]
    return bool(events) and all(not event.place or names_house(event) for event in events)


def meant(week: Week, near: Sequence[SentenceKey], sides: Set[str]) -> frozenset[str]:
    """The sides of a meeting that `the two ministers` are, in an article of these two countries and no other."""
    doc = week.docs[near[0][0]]
    text = " ".join(at(week, key)[1].span.of(doc.article.text) for key in near)
    about = {code for actor in doc.actors.values() if (code := actor.country)}
    both = says(" ".join(text.lower().split()), load_words(doc.article.language).both)
    return frozenset(sides) if both and len(sides) == 2 and about == sides else frozenset()


# ------------------------------------------------------------------ what stands in a sentence


def around(week: Week, key: SentenceKey) -> list[SentenceKey]:
    """A sentence and those beside it in its paragraph, which may name who is meant and when."""
    doc, sentence = at(week, key)
    numbers = [n for n in (key[1] - 1, key[1], key[1] + 1) if 0 <= n < len(doc.sentences)]
    return [(key[0], n) for n in numbers if doc.sentences[n].paragraph == sentence.paragraph]


def called(week: Week, key: SentenceKey) -> Alternatives:
    """All that the words of a sentence may be called, with the countries of the people whom it names."""
    doc, sentence = at(week, key)
    words = called_in(week, doc, sentence)
    actors = (doc.actors.get(m.actor) for m in doc.mentions if sentence.span.contains(m.span))
    names = (fold(token.form) for token in sentence.tokens if token.form[:1].isupper())  # also inside a longer name
    return frozenset().union(*words, names, (code for a in actors if a and a.country for code in a.country.split("+")))


def countries_of_people(week: Week, keys: Sequence[SentenceKey]) -> frozenset[str]:
    """Those of the people whom sentences name by their names; `Peru's minister` names only Peru."""
    found: set[str] = set()
    for doc, sentence in (at(week, key) for key in keys):
        for mention in (m for m in doc.mentions if sentence.span.contains(m.span)):
            actor = doc.actors.get(mention.actor)
            said = {fold(word) for word in mention.span.of(doc.article.text).split()}
            if actor and actor.kind == "person" and said & {fold(w) for name in actor.name.values() for w in name.split()}:
                found.update((actor.country or "").split("+"))
    return frozenset(found)


def figures_in(doc: Doc, sentence: Sentence, printed: Printed) -> Iterator[Quantity]:
    named = [m.span for m in doc.mentions]
    for quantity in quantities_in(doc, sentence.span):
        if is_printed(sentence, printed, quantity) and not any(span.overlaps(quantity.span) for span in named):
            yield quantity


def is_printed(sentence: Sentence, printed: Printed, part: Quantity | Date) -> bool:
    return any(part.span.contains(sentence.tokens[i].span) for i in printed.tokens)


def is_one_figure(left: Quantity, right: Quantity) -> bool:
    """The same number with the same bound."""
    near = abs(left.value - right.value) <= SAME_VALUE * max(abs(left.value), abs(right.value))
    return near and (left.high is None) == (right.high is None)


def days_in(doc: Doc, sentence: Sentence) -> list[Date]:
    return [d for d in doc.dates if d.value and d.type in {"DATE", "TIME"} and sentence.span.contains(d.span)]


def is_within(fine: str, coarse: str) -> bool:
    (first, last), (begin, end) = bounds(fine), bounds(coarse)
    return fine == coarse or bool(first and last and begin and end and begin <= first and last <= end)


def names_of(
    week: Week, doc: Doc, sentence: Sentence, printed: Printed, others: Set[str] = frozenset()
) -> Iterator[Alternatives]:
    """What each name may be called; who acts, for a country of which `others` are named, only by his own name."""
    for index in sorted(printed.tokens):
        token = sentence.tokens[index]
        mention = next((m for m in doc.mentions if m.span.contains(token.span)), None)
        actor = doc.actors.get(mention.actor) if mention else None
        names = alternatives(week, doc, sentence, index)
        if names and (mention is not None or token.upos == "PROPN"):
            country = actor.country if actor and actor.country else ""
            every = names | frozenset(country.split("+")) | frozenset(code for name in names for code in name.split("+"))
            acts = actor is not None and actor.kind == "person" and mention is not None and is_who_acts(sentence, mention.span)
            yield every - others if acts else every


def is_who_acts(sentence: Sentence, span: Span) -> bool:
    """`Ruiz presided`, `was signed by Ruiz`; not `according to Ruiz`, whose figure another may tell as well."""
    return any(t.deprel.startswith(("nsubj", "obl:agent")) for t in sentence.tokens if span.contains(t.span))


def heads_in(doc: Doc, sentence: Sentence, printed: Printed) -> Iterator[int]:
    return (head for head in heads_of(doc, sentence) if head in printed.tokens)


def thing_at(week: Week, doc: Doc, sentence: Sentence, index: int) -> Alternatives:
    """What a noun or adjective may be called that is neither a name nor the word of a figure or a day."""
    token = sentence.tokens[index]
    taken = [*(m.span for m in doc.mentions), *(d.span for d in doc.dates), *(q.span for q in doc.quantities)]
    again = index > 0 and f"{sentence.tokens[index - 1].form} {token.form}".lower() in load_words(doc.article.language).again
    if again or token.upos not in THINGS or any(span.contains(token.span) for span in taken):
        return frozenset()
    return alternatives(week, doc, sentence, index)
