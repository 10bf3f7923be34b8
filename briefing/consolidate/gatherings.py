"""Who met whom, where and on which day, read from every sentence: one meeting in two towns, or on two days, or denied.

`we will meet on 13 June in Lofa`, `recibirá el 13 de junio en Buchanan a su homólogo`: the same people, or those of the same
office, and one day in two articles, and each has a town of its own; or one town and two days; or `no ha habido ninguna
llamada`.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from difflib import SequenceMatcher

from briefing.consolidate.accounts import Difference
from briefing.consolidate.borne import classes_of
from briefing.consolidate.clusters import candidate_pairs
from briefing.consolidate.convened import Body, are_in_a_row, bodies_of, is_one_body
from briefing.consolidate.counts import is_day_of_telling
from briefing.consolidate.dating import gap
from briefing.consolidate.people import fold
from briefing.consolidate.rivals import united
from briefing.consolidate.scenes import (
    FINE,
    MEETING,
    is_first_person,
    nouns_of,
    phrase_of,
    places_in,
    speaker_names,
    subject_of,
)
from briefing.consolidate.sentences import (
    below,
    bodies,
    dates_in,
    index_of,
    is_ahead,
    is_town,
    is_verb,
    load_words,
    mentions_in,
    only_tells,
    quantities_in,
    quote,
    says,
    sentence_before,
)
from briefing.consolidate.told_deeds import is_denied
from briefing.consolidate.two_places import are_of_other_offices
from briefing.consolidate.week import SentenceKey, Week
from briefing.edtf import bounds
from briefing.knowledge import load_language
from briefing.model import Claim, Doc, Event, Mention, Sentence

NEAR_DAYS = 4
"""Days within which two articles err about the day of one meeting."""
COUNTRIES = 2
"""Countries that both articles are about."""
MOST = 60
"""So many gatherings of one day are compared with each other; of more, neighbours only."""
OPENING = 4
"""Words at the head of a sentence among which `two days before` is of the day told just before."""
ALIKE = 3
"""Letters with which the names of one town begin in every language."""
PLACE = len("place:")
LIKE = 0.5
"""How alike two spellings of one name may be."""
LAST_DAY = 31
"""The highest number of a day."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Gathering:
    """A meeting or talk as one sentence tells it.  `number`: a day without its month; `tellers`: who only say it; `others`: who
    is named besides and does not speak here; `of_two`: whoever meets, it is one of each side."""

    key: SentenceKey
    names: frozenset[str]
    others: frozenset[str]
    tellers: frozenset[str]
    nouns: frozenset[str]
    bodies: frozenset[Body]
    together: bool
    days: frozenset[str]
    number: int | None
    towns: frozenset[str]
    place: str
    around: frozenset[str]
    ahead: bool
    denied: bool
    moved: bool
    published: str | None
    of_two: bool = False

    @property
    def named(self) -> frozenset[str]:
        return self.names | self.tellers


def gathering_differences(week: Week) -> Iterator[Difference]:
    """One meeting in two towns, on two days, or which did not take place."""
    read = (gatherings, answered)
    told = [one for key, sentence in bodies(week) for reading in read for one in reading(week, key, sentence)]
    found: dict[Hashable, Difference] = {}
    for left, right in ((told[a], told[b]) for a, b in candidate_pairs([identity(one) for one in told], MOST)):
        if left.key[0] == right.key[0] or len(left.around & right.around) < COUNTRIES or left.moved or right.moved:
            continue
        one = denied(week, left, right)
        named = left.names & right.names
        if is_one_group(left, right) and (named or not are_of_other_offices(week, left.key, right.key)):
            one = one or two_towns(week, left, right) or two_days(week, told, left, right)
        if one:
            same = (one.rule, frozenset(one.values))
            found[same] = one._replace(values=united(found[same].values, one.values)) if same in found else one
    yield from found.values()


def identity(one: Gathering) -> frozenset[Hashable]:
    numbers = {int(day[-2:]) for day in one.days} | ({one.number} if one.number else set())
    return frozenset((*((n, "day") for n in numbers), *one.towns, *one.named))


def is_one_group(left: Gathering, right: Gathering) -> bool:
    """The same people, or nobody named and the same offices or `the two`."""
    if left.names and right.names:
        return bool(left.names & right.names)
    if left.bodies and right.bodies:
        return is_one_body(left.bodies, right.bodies)
    return bool(left.nouns & right.nouns) or left.together or right.together


def two_towns(week: Week, left: Gathering, right: Gathering) -> Difference | None:
    if left.denied or right.denied or not is_one_day(left, right) or not left.towns or not right.towns:
        return None
    if is_spelled_otherwise(week, left, right) or are_named_together(week, left.place, right.place):
        return None
    if lies_in(week, left, right) or lies_in(week, right, left):
        return None
    sides = {one.place: [claim_of(week, where_told(week, one))] for one in (left, right)}
    return Difference((), "place", sides, "one_day_two_towns")


def is_spelled_otherwise(week: Week, left: Gathering, right: Gathering) -> bool:
    """`Geneva`, `Ginebra`: the same, or what may be its name in another language; of one language names that begin alike."""
    (here,), (there,) = left.towns, right.towns
    if here == there or {here[:PLACE], there[:PLACE]} == {"place:"}:
        return here == there
    languages = {week.docs[one.key[0]].article.language for one in (left, right)}
    mine, theirs = fold(left.place), fold(right.place)
    alike = SequenceMatcher(None, mine, theirs).ratio() >= LIKE
    begins = mine[:ALIKE] == theirs[:ALIKE]
    return (begins and alike) or (len(languages) > 1 and (alike or mine[0] == theirs[0]))


def lies_in(week: Week, one: Gathering, other: Gathering) -> bool:
    """Whether an article says of something that it is in the other's town too: its own town may be a part of that one."""
    doc = week.docs[one.key[0]]
    bodies_of = [sentence for sentence in doc.sentences if sentence.kind == "body"]
    known = {
        f"place:{m.actor}"
        for m in doc.mentions
        if m.place and is_town(doc, m) and any(s.span.contains(m.span) for s in bodies_of)
    }
    words = load_language("compare", "words")["placing"][doc.article.language]
    said = tuple(f" {word} {other.place}" for word in words)
    return bool(known & other.towns) or any(phrase in s.span.of(doc.article.text) for phrase in said for s in bodies_of)


def where_told(week: Week, one: Gathering) -> Gathering:
    """The sentence that names the town, where it is the next one: `The meeting took place in Harper`."""
    doc, (name, number) = week.docs[one.key[0]], one.key
    near = [n for n in (number, number + 1) if n < len(doc.sentences)]
    at = next((n for n in near if one.place in doc.sentences[n].span.of(doc.article.text)), number)
    return replace(one, key=(name, at))


def is_one_day(left: Gathering, right: Gathering) -> bool:
    if left.days and right.days:
        return bool(left.days & right.days)
    return any(a.number in {int(day[-2:]) for day in b.days} for a, b in ((left, right), (right, left)) if a.number)


def two_days(week: Week, told: Sequence[Gathering], left: Gathering, right: Gathering) -> Difference | None:
    """Of one town and a day each, near to each other; neither article tells a second one there."""
    if (
        is_to_come(left) != is_to_come(right)
        or left.denied
        or right.denied
        or len(left.days) != 1
        or len(right.days) != 1
        or not left.towns & right.towns
    ):
        return None
    (first,), (second,) = left.days, right.days
    there = [(t.key[0], t.days) for t in told if t.towns & left.towns & right.towns]
    series = any(days - one.days for one in (left, right) for name, days in there if name == one.key[0])
    if series or not 0 < gap(first, second) <= NEAR_DAYS:
        return None
    alike = left.of_two == right.of_two  # `the two ministers will meet`, `the minister will meet fishermen`
    shared = left.names & right.names or (alike and (left.of_two or left.nouns & right.nouns))
    sides = {first: [claim_of(week, left, first)], second: [claim_of(week, right, second)]}
    return Difference((), "date", sides, "one_town_two_days") if shared else None


def is_to_come(one: Gathering) -> bool:
    """Told so, or of a day behind its article's: `cuando se reúna el 14`."""
    last = bounds(one.published)[1] if one.published else None
    return one.ahead or bool(last and one.days and all((bounds(day)[0] or last) > last for day in one.days))


def denied(week: Week, left: Gathering, right: Gathering) -> Difference | None:
    """`denied that his colleague had spoken with Weber`, `Weber spoke with him on Monday`."""
    for no, yes in ((left, right), (right, left)):
        if no.denied and not yes.denied and not no.ahead and no.others and no.others <= yes.named and is_in_time(no, yes):
            sides = {"affirmed": [claim_of(week, yes)], "denied": [claim_of(week, no)]}
            return Difference((), "account", sides, "met_or_not")
    return None


def is_in_time(no: Gathering, yes: Gathering) -> bool:
    """Not of another day, and not held after it was denied."""
    if no.days and yes.days:
        return bool(no.days & yes.days)
    last = bounds(no.published)[1] if no.published else None
    return not yes.days or last is None or all((bounds(day)[0] or last) <= last for day in yes.days)


def claim_of(week: Week, one: Gathering, day: str | None = None) -> Claim:
    doc = week.docs[one.key[0]]
    return Claim(evidence=quote(doc.article, doc.sentences[one.key[1]].span), sentence=one.key[1], date=day)


# ------------------------------------------------------------------ what a sentence tells


def gatherings(week: Week, key: SentenceKey, sentence: Sentence) -> Iterator[Gathering]:
    doc = week.docs[key[0]]
    for verb in range(len(sentence.tokens)):
        if is_gathering(doc, sentence, verb):
            yield gathering(week, key, sentence, verb)


def answered(week: Week, key: SentenceKey, sentence: Sentence) -> Iterator[Gathering]:
    """`Did you meet President Weber? – No.`: what the question asks did not take place."""
    doc, number = week.docs[key[0]], sentence_before(week.docs[key[0]], key[1])
    words = {token.form.lower() for token in sentence.tokens if token.upos != "PUNCT"}
    plain = words <= {*load_language("compare", "words")["plain_no"][doc.article.language]}
    if number is None or doc.sentences[number].kind != "question" or not plain:
        return
    speaker = speaker_names(doc, sentence, 0)
    for one in gatherings(week, (key[0], number), doc.sentences[number]):
        yield replace(one, key=key, denied=True, others=one.others | speaker)


def is_gathering(doc: Doc, sentence: Sentence, verb: int) -> bool:
    """`will meet`, `recibirá a su homólogo`, `se verán`, `held the meeting`."""
    token, language = sentence.tokens[verb], doc.article.language
    words, lemma = load_language("compare", "words"), token.lemma.lower()
    if not is_verb(token) and token.feat("VerbForm") not in {"Inf", "Part"}:
        return False
    held = lemma in words["holding"][language] and any(
        MEETING in classes_of(language, sentence.tokens[i]) for i in below(sentence, verb, "nsubj", "obj")
    )
    mutual = token.feat("Number") == "Plur" or with_somebody(doc, sentence, verb)
    seen = lemma in words["seeing"][language] and bool(below(sentence, verb, "expl")) and mutual
    if lemma in words["receiving"][language] and not is_of_guests(doc, sentence, verb):
        return False
    return lemma in words["gathering"][language] or held or seen


def is_of_guests(doc: Doc, sentence: Sentence, verb: int) -> bool:
    """Whether somebody is received: not `received an invitation`, nor `a letter from Weber was received`."""
    taken = [i for i in below(sentence, verb, "obj", "nsubj") if sentence.tokens[i].deprel in {"obj", "nsubj:pass"}]
    plain = bool(taken) and not any(is_person_at(doc, sentence, i) for i in taken)
    return not plain and len(people_in(doc, sentence)) >= len(("host", "guest"))


def is_person_at(doc: Doc, sentence: Sentence, index: int) -> bool:
    """Whether a word is or has beside it somebody's name, an office, or what takes the place of either."""
    own = [index, *below(sentence, index, "appos", "flat")]
    named = any(m.span.overlaps(sentence.tokens[i].span) for m in doc.mentions for i in own)
    return named or sentence.tokens[index].upos in {"PRON", "PROPN"}


def with_somebody(doc: Doc, sentence: Sentence, verb: int) -> bool:
    """`se vio con el ministro`; not `se encontraba en Lomé`."""
    words = load_language("compare", "words")["beside_whom"][doc.article.language]
    cases = (below(sentence, i, "case") for i in below(sentence, verb, "obl"))
    return any(sentence.tokens[i].form.lower() in words for found in cases for i in found)


def gathering(week: Week, key: SentenceKey, sentence: Sentence, verb: int) -> Gathering:
    doc = week.docs[key[0]]
    text, words = sentence.span.of(doc.article.text), load_words(doc.article.language)
    who = [*subject_of(sentence, verb), *phrase_of(sentence, below(sentence, verb, "obj", "obl", "iobj"), verb)]
    events = [c for c in week.by_sentence.get(key, ()) if isinstance(c, Event) and c.meeting]
    towns, place = towns_of(doc, sentence, verb, events)
    return Gathering(
        key=key,
        others=people_in(doc, sentence),
        tellers=people_in(doc, sentence, telling=True),
        names=people_in(doc, sentence)
        | (speaker_names(doc, sentence, verb) if is_first_person(sentence, verb) else frozenset()),
        nouns=offices_of(doc, sentence, who),
        bodies=bodies_of(doc, sentence, subject_of(sentence, verb)),
        together=is_first_person(sentence, verb) or says(text.lower(), words.both),
        days=days_of(doc, key, sentence, events),
        number=bare_number(doc, sentence),
        towns=towns,
        place=place,
        around=frozenset(code for actor in doc.actors.values() if (code := actor.country)),
        ahead=is_ahead(sentence, verb, doc.article.language) or any(event.status == "upcoming" for event in events),
        of_two=says(text.lower(), words.both) or is_with_counterpart(doc, sentence, who),
        denied=is_denied(doc, sentence, verb),
        moved=says(text, words.moved) or says(text, words.updated) or any(event.moved_from for event in events),
        published=doc.article.published,
    )


def is_with_counterpart(doc: Doc, sentence: Sentence, who: Sequence[int]) -> bool:
    words = load_language("compare", "words")["counterparts"][doc.article.language]
    return any(sentence.tokens[i].lemma.lower() in words for i in who)


def offices_of(doc: Doc, sentence: Sentence, who: Sequence[int]) -> frozenset[str]:
    """The nouns among words that may say who meets: no days and no places."""
    taken = [*(d.span for d in doc.dates), *(m.span for m in doc.mentions if m.place)]
    plain = [
        i for i in who if sentence.tokens[i].upos == "NOUN" and not any(s.overlaps(sentence.tokens[i].span) for s in taken)
    ]
    return nouns_of(doc, sentence, plain)


def people_in(doc: Doc, sentence: Sentence, *, telling: bool = False) -> frozenset[str]:
    """The surnames of the people of a sentence: of those of whom it tells, or of who only tells it."""
    told = [doc.actors[m.actor] for m in mentions_in(doc, sentence.span) if tells_or_denies(doc, sentence, m) == telling]
    forms = [form for actor in told if actor.kind == "person" for form in (*actor.forms, *actor.name.values())]
    return frozenset(fold(form.split()[-1]) for form in forms if form.split())


def tells_or_denies(doc: Doc, sentence: Sentence, mention: Mention) -> bool:
    """`Weber said`, `according to Weber`, `Weber denied`."""
    index = index_of(sentence, mention.span)
    over = sentence.tokens[index].head if index is not None and sentence.tokens[index].deprel.startswith("nsubj") else -1
    denies = over >= 0 and sentence.tokens[over].lemma.lower() in load_words(doc.article.language).denying
    return denies or only_tells(doc, sentence, mention)


def days_of(doc: Doc, key: SentenceKey, sentence: Sentence, events: Sequence[Event]) -> frozenset[str]:
    """The day of a meeting: its own, else the only one of the sentence that is no day of telling."""
    own = {event.date for event in events if event.date and len(event.date) == FINE}
    named = [d for d in dates_in(doc, sentence.span) if d.value and len(d.value) == FINE and not d.interval]
    told = {d.value for d in named if d.value and not is_day_of_telling(doc, sentence, d.span)}
    days = own or told or days_away(doc, key, sentence)
    return frozenset(days) if len(days) == 1 or are_in_a_row(days) else frozenset()


def days_away(doc: Doc, key: SentenceKey, sentence: Sentence) -> set[str]:
    """`Two days before, the teams will meet`: so many from the only day of the sentence before."""
    before = doc.sentences[key[1] - 1] if key[1] else None
    words = load_language("compare", "words")["days_away"]
    counted = [q for q in quantities_in(doc, sentence.span) if q.unit == "day" and float(q.value).is_integer()]
    opening = [t.form.lower() for t in sentence.tokens[:OPENING]]
    sign = next((sign for sign, row in ((-1, "before"), (1, "after")) if {*opening} & {*words[row][doc.article.language]}), 0)
    days = {d.value for d in dates_in(doc, before.span) if d.value and len(d.value) == FINE} if before else set()
    if not sign or len(days) != 1 or not counted or counted[0].span.start > sentence.tokens[0].span.stop:
        return set()
    return {(date.fromisoformat(days.pop()) + sign * timedelta(days=int(counted[0].value))).isoformat()}


def bare_number(doc: Doc, sentence: Sentence) -> int | None:
    """`se reunirán el 24`: a day without its month."""
    taken = [d.span for d in doc.dates]
    for index, token in enumerate(sentence.tokens):
        alone = token.form.isdecimal() and 0 < int(token.form) <= LAST_DAY and not any(s.overlaps(token.span) for s in taken)
        before = sentence.tokens[index - 1].form.lower() if index else ""
        counts = index + 1 < len(sentence.tokens) and sentence.tokens[index + 1].upos in {"NOUN", "ADJ", "NUM", "SYM"}
        if alone and not counts and before in load_language("compare", "words")["before_a_day"][doc.article.language]:
            return int(token.form)
    return None


def towns_of(doc: Doc, sentence: Sentence, verb: int, events: Sequence[Event]) -> tuple[frozenset[str], str]:
    """The town in which one meets, as compared and as spelled: where it hangs on the verb, else that of the meeting."""
    held = phrase_of(sentence, below(sentence, verb, "obl"), verb, ("flat", "conj", "nmod"))
    for index in held:
        start = sentence.tokens[index].span.start
        whole = (m.span.of(doc.article.text) for m in doc.mentions if m.place and m.span.contains(sentence.tokens[index].span))
        name = next(whole, doc.article.text[start : end_of_name(sentence, index)])
        if places_in(doc, sentence, [index]) and (town := town_called(doc, name)):
            return frozenset({town}), name
    place = next((event.place for event in events if event.place), "")
    town = town_called(doc, place) if place else ""
    return (frozenset({town}), place) if town else (frozenset(), "")


def end_of_name(sentence: Sentence, index: int) -> int:
    """Where a name of several words ends: `San Lorenzo`, `Santa Rosa de Copán`."""
    last = index
    while last + 1 < len(sentence.tokens) and sentence.tokens[last + 1].upos == "PROPN" and sentence.tokens[last].form != ",":
        last += 1
    return sentence.tokens[last].span.stop


def town_called(doc: Doc, name: str) -> str:
    """A town as compared: a known one by its country; nothing of a country and of a house in a town."""
    mention = next((m for m in doc.mentions if m.place and m.span.of(doc.article.text) == name), None)
    if mention:
        return f"place:{mention.actor}" if is_town(doc, mention) else ""
    return "" if {fold(word) for word in name.split()} & {*load_language("compare", "words")["houses"]} else fold(name)


def are_named_together(week: Week, place: str, other: str) -> bool:
    """Whether one sentence names both: the one may lie in the other."""
    texts = (sentence.span.of(week.docs[key[0]].article.text) for key, sentence in bodies(week))
    return any(place in text and other in text for text in texts)


__all__ = ["gathering_differences"]
