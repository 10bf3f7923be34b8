"""The meetings and talks that one sentence tells of: who, where and on which day, as two articles are compared by."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from briefing.consolidate.accounts.scenes import (
    FINE,
    MEETING,
    is_first_person,
    nouns_of,
    phrase_of,
    places_in,
    speaker_names,
    subject_of,
)
from briefing.consolidate.accounts.told_deeds import is_denied
from briefing.consolidate.conflicts.starts import WEEKDAY
from briefing.consolidate.meetings.convened import Body, are_in_a_row, bodies_of
from briefing.consolidate.people import fold
from briefing.consolidate.sentences import (
    below,
    dates_in,
    index_of,
    is_ahead,
    is_town,
    is_verb,
    load_words,
    mentions_in,
    only_tells,
    quantities_in,
    says,
    sentence_before,
)
from briefing.consolidate.values.borne import classes_of
from briefing.consolidate.values.counts import is_day_of_telling
from briefing.consolidate.week import SentenceKey, Week
from briefing.knowledge import load_language
from briefing.model import Doc, Event, Mention, Sentence

OPENING = 4
"""Words at the head of a sentence among which `two days before` is of the day told just before."""
LAST_DAY = 31
"""The highest number of a day."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Gathering:
    """A meeting or talk as one sentence tells it.  `number`: a day without its month; `tellers`: who only say it; `others`: who
    is named besides and does not speak here; `of_two`: whoever meets, it is one of each side; `of_noun`: a noun tells it."""

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
    of_noun: bool = False
    weekdays: frozenset[int] = frozenset()

    @property
    def named(self) -> frozenset[str]:
        return self.names | self.tellers


def gatherings(week: Week, key: SentenceKey, sentence: Sentence) -> Iterator[Gathering]:
    doc = week.docs[key[0]]
    for verb in range(len(sentence.tokens)):
        if (is_within_a_meeting(doc, sentence, verb) or is_with_the_press(doc, sentence, verb)) and is_denied(
            doc, sentence, verb
        ):
            continue
        if is_called(doc, sentence, verb) or is_talked_over(doc, sentence, verb):
            yield replace(gathering(week, key, sentence, verb), towns=frozenset(), place="")  # `to prepare the meeting in Lima`
        elif is_gathering(doc, sentence, verb):
            yield gathering(week, key, sentence, verb)
        elif meeting := meeting_at(doc, sentence, verb):
            told = gathering(week, key, sentence, verb)
            who = phrase_of(sentence, meeting, verb, ("nmod", "compound", "amod", "flat", "conj"))
            yield replace(told, nouns=nouns_of(doc, sentence, who), bodies=bodies_of(doc, sentence, who), of_noun=True)
        elif is_told_along(doc, sentence, verb):
            towns, place = towns_under(doc, sentence, below(sentence, verb, "nmod", "obl"))
            told = gathering(week, key, sentence, verb)
            yield replace(told, names=told.named, towns=towns, place=place, nouns=frozenset(), of_noun=True)


def is_within_a_meeting(doc: Doc, sentence: Sentence, verb: int) -> bool:
    """`negó que durante la reunión se hablara del préstamo`: of what was spoken of there, and not of whether they met."""
    during = load_language("compare", "words")["during"][doc.article.language]
    meetings = [i for i in below(sentence, verb, "obl") if MEETING in classes_of(doc.article.language, sentence.tokens[i])]
    return any(sentence.tokens[c].lemma.lower() in during for i in meetings for c in below(sentence, i, "case"))


def is_with_the_press(doc: Doc, sentence: Sentence, verb: int) -> bool:
    """`the minister, who received Paz, did not speak to reporters`: of whom she received nothing is denied."""
    press = {*load_language("extract", doc.article.language)["press"]}
    return any(sentence.tokens[i].lemma.lower() in press for i in below(sentence, verb, "obl", "obj", "iobj"))


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
    seen = lemma in words["seeing"][language] and mutual and is_each_other(sentence, verb)
    if lemma in words["receiving"][language] and not is_of_guests(doc, sentence, verb):
        return False
    return lemma in words["gathering"][language] or held or seen


def meeting_at(doc: Doc, sentence: Sentence, index: int) -> list[int]:
    """`agreed at a liaison meeting held in Tamu on Tuesday`, `la próxima cita será el 25 en Lima`: the noun of the meeting."""
    words, language, tokens = load_language("compare", "words"), doc.article.language, sentence.tokens
    held = tokens[index].lemma.lower() in words["holding"][language] and tokens[index].deprel == "acl"
    placed = bool(below(sentence, index, "cop")) and bool(
        places_in(doc, sentence, [index, *below(sentence, index, "nmod", "obl")])
    )
    nouns = [tokens[index].head] if held else below(sentence, index, "nsubj") if placed else []
    return [i for i in nouns if i >= 0 and tokens[i].upos == "NOUN" and MEETING in classes_of(language, tokens[i])]


def is_told_along(doc: Doc, sentence: Sentence, index: int) -> bool:
    """`agreed on it, Paz said after a meeting in Arica with Ruiz`: what two who are named met for is told besides."""
    token = sentence.tokens[index]
    meets = token.upos == "NOUN" and MEETING in classes_of(doc.article.language, token)
    named = people_in(doc, sentence) | people_in(doc, sentence, telling=True) if meets else frozenset()
    beside = token.deprel.split(":")[0] in {"obl", "nmod"} and len(named) > 1
    return beside and bool(towns_under(doc, sentence, below(sentence, index, "nmod", "obl"))[0])


def is_talked_over(doc: Doc, sentence: Sentence, verb: int) -> bool:
    """`discussed the matter with Weber in a video call`: that they spoke, and nothing of where."""
    words, language, tokens = load_language("compare", "words"), doc.article.language, sentence.tokens
    told = is_verb(tokens[verb]) and tokens[verb].lemma.lower() in words["talking_over"][language]
    by_call = [tokens[i] for i in below(sentence, verb, "obl", "obj")]
    by_call += [tokens[j] for i in below(sentence, verb, "obl", "obj") for j in below(sentence, i, "nmod")]
    return told and with_somebody(doc, sentence, verb) and any(t.lemma.lower() in words["calls"][language] for t in by_call)


def is_called(doc: Doc, sentence: Sentence, verb: int) -> bool:
    """`received a call from Weber`, `had no such conversation with him`, `no hubo ninguna llamada`."""
    words, language = load_language("compare", "words"), doc.article.language
    if sentence.tokens[verb].lemma.lower() not in {*words["having"][language], *words["holding"][language]}:
        return False
    had = [sentence.tokens[i] for i in below(sentence, verb, "obj", "nsubj") if sentence.tokens[i].upos != "PRON"]
    return any({t.lemma.lower(), t.form.lower()} & {*words["calls"][language]} for t in had)


def is_each_other(sentence: Sentence, verb: int) -> bool:
    """`se verán`, `nos veremos`."""
    token, objects = sentence.tokens[verb], [sentence.tokens[i] for i in below(sentence, verb, "obj")]
    ours = any(t.upos == "PRON" and t.feat("Person") == "1" == token.feat("Person") for t in objects)
    return bool(below(sentence, verb, "expl")) or ours


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
        denied=is_denied(doc, sentence, verb) and not is_about_what_may_be(doc, sentence, verb),
        moved=says(text, words.moved) or says(text, words.updated) or any(event.moved_from for event in events),
        published=doc.article.published,
        weekdays=weekdays_in(doc, sentence),
    )


def is_about_what_may_be(doc: Doc, sentence: Sentence, verb: int) -> bool:
    """`The board cannot meet just to fix a day`, `no debe reunirse sin orden del día`: not that it did not meet."""
    words = load_language("compare", "words")["modals"][doc.article.language]
    beside = [*below(sentence, verb, "aux"), *([sentence.tokens[verb].head] if sentence.tokens[verb].head >= 0 else [])]
    return any(sentence.tokens[i].lemma.lower() in words for i in beside)


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


def weekdays_in(doc: Doc, sentence: Sentence) -> frozenset[int]:
    """`nos veremos el martes`, in an article of which no day is known."""
    named = [WEEKDAY.match(d.timex) for d in doc.dates if sentence.span.contains(d.span) and not d.value]
    return frozenset(int(found.group(1)) for found in named if found)


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
    towns, name = towns_under(doc, sentence, phrase_of(sentence, below(sentence, verb, "obl"), verb, ("flat", "conj", "nmod")))
    if towns:
        return towns, name
    place = next((event.place for event in events if event.place), "")
    town = town_called(doc, place) if place else ""
    return (frozenset({town}), place) if town else (frozenset(), "")


def towns_under(doc: Doc, sentence: Sentence, indexes: Sequence[int]) -> tuple[frozenset[str], str]:
    """The first town among some words, as compared and as spelled."""
    for index in indexes:
        start = sentence.tokens[index].span.start
        whole = (m.span.of(doc.article.text) for m in doc.mentions if m.place and m.span.contains(sentence.tokens[index].span))
        name = next(whole, doc.article.text[start : end_of_name(sentence, index)])
        if places_in(doc, sentence, [index]) and (town := town_called(doc, name)):
            return frozenset({town}), name
    return frozenset(), ""


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
