"""That a plan has changed: `the talks, due in Riga on Friday, will not go ahead`, `la cita se traslada al 20`, `no viajará`.

A wide net on purpose.  What a sentence says exactly is left to `standing`; here only that some meeting of these people,
countries, places or days is not as it was announced, so that no older announcement of it is printed as certain.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from datetime import timedelta

from briefing.edtf import bounds, is_day
from briefing.extract.attending.sides import meets_others
from briefing.extract.claims import dates_in, evidence_of, is_limit, owner
from briefing.extract.day_and_place.coming import days_ahead
from briefing.extract.reading import Reading, codes_of, is_person, mentions_in, speaker_of
from briefing.extract.sentence.acts import match_act
from briefing.extract.sentence.moods import is_conditional, is_future, is_negated
from briefing.extract.sentence.subjects import find_subject
from briefing.extract.sentence.trees import (
    Tree,
    ancestors,
    case_of,
    children,
    finite_of,
    is_passive,
    is_relation,
    is_verbal,
    span_of,
)
from briefing.extract.standings.changing import is_change_of
from briefing.extract.standings.moved import move_in
from briefing.extract.standings.postponing import is_led_by, is_of_old_plan
from briefing.extract.standings.refers_back import sentence_meant
from briefing.extract.standings.standing import has_condition
from briefing.model import Date, MeetingKind, Revision, Span
from briefing.model.marks import SIDES_OTHERS
from briefing.model.stances import ASKED

LONG_AGO = 31
"""Days since which something is off that nobody has planned for these days."""
OPEN_WEEKDAY = re.compile(r"XXXX-WXX-(\d)")


def extract_revisions(reading: Reading, number: int) -> Iterator[Revision]:
    """The change of plans that a sentence tells of, if it tells of one."""
    tree = reading.trees[number]
    revised = is_revised(reading, tree)
    meant = number if revised else sentence_meant(reading, number)
    if meant is None:
        return
    occasions = occasions_in(reading, tree)
    spans = [tree.sentence.span, *(span_before(reading, number) if meant == number else [reading.trees[meant].sentence.span])]
    old = [date for date in dates_in(reading, tree.sentence.span) if is_old_day(reading, number, date)]
    before = [date for span in spans[1:] for date in dates_in(reading, span)]
    own = [date for date in dates_in(reading, tree.sentence.span) if date in old or is_day_of_change(reading, tree, date)]
    dates = own if old else [*own, *before]  # `the meeting, which was planned for the 9th, was put off`: the 9th alone
    named = [mention for span in spans for mention in mentions_in(reading, span)]
    told = (m.actor for m in named if is_person(reading, m.actor) and not tells(reading, tree, m.span))
    people = tuple(dict.fromkeys(told))
    yield Revision(
        evidence=evidence_of(reading, tree.sentence.span),
        sentence=number,
        rules=("revision", SIDES_OTHERS) if meets_others(reading, tree, occasions) else ("revision",),
        meetings=kinds_told(reading, reading.trees[meant]),
        actors=tuple(dict.fromkeys(code for m in named for code in codes_of(reading, m.actor))),
        people=(*people, *(who_speaks(reading, number) if meant == number and not people and not revised else ())),
        names=tuple(dict.fromkeys(word.lower() for span in spans for word in capitals(span.of(reading.text)))),
        days=tuple(dict.fromkeys(date.value for date in dates if date.value)),
        weekdays=tuple(dict.fromkeys(day for span in spans for day in weekdays_in(reading, span))),
        planned=tuple(dict.fromkeys(date.value for date in old if date.value)),
        settled=move_in(reading, number) is not None,
        past=was_not_held(reading, tree),
        stands=tuple(dict.fromkeys([*days_that_stand(reading, number, tree), *(new_days(before, old))])),
        places=tuple(places_before(reading, tree)),
    )


def is_day_of_change(reading: Reading, tree: Tree, date: Date) -> bool:
    """Not a day by which something is due; but `moved from May 4`."""
    return not is_limit(reading, tree, date) or is_led_by(reading, tree, date, reading.words.from_words)


def is_old_day(reading: Reading, number: int, date: Date) -> bool:
    """Of the plan as it was; not `was to go, but we have moved it to May 9`."""
    tree, verb = reading.trees[number], owner(reading, number, date)
    to_it = verb >= 0 and is_change(reading, tree, verb) and is_led_by(reading, tree, date, reading.words.put_off_cases)
    return is_of_old_plan(reading, tree, date) and not to_it


def who_speaks(reading: Reading, number: int) -> tuple[str, ...]:
    """`I was to go on the 4th, but we have moved it`: whose journey that is."""
    turn = reading.turn_at(reading.trees[number].sentence.span)
    speaker = speaker_of(reading, turn) if turn else None
    return (speaker,) if speaker else ()


def kinds_told(reading: Reading, tree: Tree) -> tuple[MeetingKind, ...]:
    occasions = named_first(tree, occasions_in(reading, tree))
    return tuple(dict.fromkeys(kind for i in occasions for kind in kinds_of(reading, tree, i)))


def is_kept_as_planned(reading: Reading, tree: Tree) -> bool:
    """`La cumbre, que estaba prevista para el 9, se mantiene`, `will go as planned`, `not affected`; not `no se mantiene`."""
    told = f" {' '.join(token.form.lower() for token in tree.tokens)} "
    if any(f" {phrase} " in told for phrase in reading.words.unchanged):
        return True
    denied = any(is_negated(reading, tree, i) for i in range(len(tree.tokens)) if is_verbal(tree.tokens[i]))
    return not denied and any(f" {phrase} " in told for phrase in reading.words.kept_plans)


def named_first(tree: Tree, occasions: list[int]) -> list[int]:
    """The nouns where there are any: `la cumbre, que debía celebrarse`, of which the verb tells no kind."""
    nouns = [i for i in occasions if not is_verbal(tree.tokens[i])]
    return nouns or occasions


def days_that_stand(reading: Reading, number: int, tree: Tree) -> Iterator[str]:
    """`which had been planned for April, will take place on May 11`: the days of what is told as to come."""
    for date in dates_in(reading, tree.sentence.span):
        verb = owner(reading, number, date)
        ahead = verb >= 0 and is_future(reading, tree, verb) and not is_negated(reading, tree, verb)
        if ahead and date.value and not is_of_old_plan(reading, tree, date) and not is_change(reading, tree, verb):
            yield date.value


def new_days(before: list[Date], old: list[Date]) -> list[str]:
    """`will meet on the 16th.  The meeting, planned for the 9th, was put off`: the days before, where the old one is named."""
    was = {date.value for date in old}
    return [date.value for date in before if was and date.value and date.value not in was]


def places_before(reading: Reading, tree: Tree) -> Iterator[str]:
    """`The talks, originally planned for Oslo, will be held in Santiago`, `… changed venue`: where they were to be."""
    venue = has_new_venue(reading, tree)
    planned = reading.words.planning | reading.words.scheduling
    for index, token in enumerate(tree.tokens):
        if not is_relation(token, "acl", "amod") or not {token.lemma.lower(), token.form.lower()} & planned:
            continue
        span, top = span_of(tree, index), next((i for i, t in enumerate(tree.tokens) if t.head < 0), index)
        stands = any(is_future(reading, tree, i) for i in (top, *children(tree, top, "ccomp", "conj", "parataxis")))
        if (stands or venue) and not dates_in(reading, span):
            yield from (word.lower() for word in capitals(span.of(reading.text)))


def has_new_venue(reading: Reading, tree: Tree) -> bool:
    """`cambió de sede`, `will change location`: nothing but the place."""
    changes = [i for i in range(len(tree.tokens)) if is_change(reading, tree, i)]
    objects = [c for i in changes for c in children(tree, i, "obj", "obl", "nmod", "compound")]
    return any(tree.tokens[c].lemma.lower() in reading.words.venues for c in objects)


def is_revised(reading: Reading, tree: Tree) -> bool:
    """Whether a sentence tells of a change to a meeting."""
    occasions = occasions_in(reading, tree)
    if not occasions or is_only_feared(reading, tree) or is_kept_as_planned(reading, tree):
        return False
    return is_changed(reading, tree, occasions) or is_not_to_be(reading, tree, occasions)


def occasions_in(reading: Reading, tree: Tree) -> list[int]:
    return [i for i in range(len(tree.tokens)) if is_occasion(reading, tree, i)]


def is_occasion(reading: Reading, tree: Tree, index: int) -> bool:
    token = tree.tokens[index]
    return bool({token.lemma.lower(), token.form.lower()} & reading.words.occasions)


def is_changed(reading: Reading, tree: Tree, occasions: list[int]) -> bool:
    """`se aplazó la visita`, `the committee, which had been due to gather on Friday, …`."""
    told = f" {' '.join(token.form.lower() for token in tree.tokens)} "
    phrases = [phrase for phrase in reading.words.revised_plans if f" {phrase} " in told]
    if any(changes_plan(reading, tree, phrase) for phrase in phrases):
        return True
    changes = [i for i in range(len(tree.tokens)) if is_change(reading, tree, i) and not is_off_for_long(reading, tree, i)]
    return any(is_change_of(reading, tree, change, occasion) for change in changes for occasion in occasions)


def is_off_for_long(reading: Reading, tree: Tree, change: int) -> bool:
    """`resumed the talks, suspended since 2023`: no plan of these days."""
    since = [c for c in children(tree, change, "obl", "nmod") if case_of(tree, c) in reading.words.from_words]
    days = (date.value for c in since for date in dates_in(reading, span_of(tree, c)))
    return any((days_ahead(reading, day) or 0) < -LONG_AGO for day in days)


def changes_plan(reading: Reading, tree: Tree, phrase: str) -> bool:
    """Not `no está en duda`, `no acudirá si no se abre la frontera`, nor `estaba previsto desde marzo`, which still holds."""
    ends = ends_of(tree, phrase)
    if phrase in reading.words.existing_not:  # `no habrá mediadores en la cita`
        return any(is_occasion(reading, tree, c) for i in ends for c in children(tree, i, "obj", "nsubj"))
    if phrase in reading.words.unsettled:
        return not is_denied_phrase(reading, tree, phrase)
    since = all(i + 1 < len(tree.tokens) and tree.tokens[i + 1].form.lower() in reading.words.from_words for i in ends)
    return not since and not all(is_conditioned(reading, tree, i) for i in ends)


def is_conditioned(reading: Reading, tree: Tree, index: int) -> bool:
    """`unless the vessel is freed`, `si antes no se abre la compuerta`: hanging on the verb, or on the one that carries it."""
    return any(is_under_condition(reading, tree, i) for i in (index, *itertools.islice(ancestors(tree, index), 1)))


def is_under_condition(reading: Reading, tree: Tree, index: int) -> bool:
    return has_condition(reading, tree, (index,))


def ends_of(tree: Tree, phrase: str) -> list[int]:
    """The last words of a phrase where it stands."""
    words = phrase.split()
    forms = [token.form.lower() for token in tree.tokens]
    return [i + len(words) - 1 for i in range(len(forms)) if forms[i : i + len(words)] == words]


def is_denied_phrase(reading: Reading, tree: Tree, phrase: str) -> bool:
    """`no está en duda`, `no pueden quedar sin efecto`, `had been in doubt`: by the word that ends it, or the verb above."""
    near = [i for end in ends_of(tree, phrase) for i in (end, *itertools.islice(ancestors(tree, end), 1))]
    return any(is_negated(reading, tree, i) or was_until_then(tree, i) for i in near)


def was_until_then(tree: Tree, index: int) -> bool:
    """`a visit that had been in doubt`: until it was made."""
    beside = [tree.tokens[c] for c in children(tree, index, "cop", "aux")]
    before = any(t.feat("VerbForm") == "Fin" and t.feat("Tense") in {"Past", "Imp"} for t in beside)
    return before and any(t.feat("VerbForm") == "Part" for t in beside)


def is_change(reading: Reading, tree: Tree, index: int) -> bool:
    token = tree.tokens[index]
    if children(tree, index, "ccomp"):
        return False  # `adelantó que la recibirá el viernes`: told beforehand, and not moved
    pairs = {f"{token.lemma} {tree.tokens[c].form}".lower() for c in tree.children[index]}
    return bool({token.lemma.lower(), token.form.lower(), *pairs} & reading.words.revising)


def is_only_feared(reading: Reading, tree: Tree) -> bool:
    """`is not cancelled`, `would be called off if …`, `podría aplazarse`, `the opposition asked …`: the plan stands."""
    changes = [i for i in range(len(tree.tokens)) if is_change(reading, tree, i)]
    feared = (is_negated, is_conditional, is_under_condition, is_wanted_by_others)
    return bool(changes) and all(any(doubt(reading, tree, i) for doubt in feared) for i in changes)


def is_wanted_by_others(reading: Reading, tree: Tree, index: int) -> bool:
    """`The opposition demanded that the trip be cancelled`: wanted by those who do not travel, and no government."""
    for above in ancestors(tree, index):
        match = match_act(reading, tree, above)
        if match is not None and match[0].stance in ASKED and is_relation(tree.tokens[index], "ccomp", "xcomp", "obj"):
            subject = find_subject(reading, tree, above)
            named = [reading.doc.actors.get(actor) for actor in subject.actors] if subject else []
            return not any(actor and actor.official for actor in named)
        index = above
    return False


def is_not_to_be(reading: Reading, tree: Tree, occasions: list[int]) -> bool:
    """`will not travel to Riga`, `no habrá reunión`: the meeting, or the verb that holds it, is denied without a condition."""
    nouns = [i for i in occasions if not is_verbal(tree.tokens[i]) and is_relation(tree.tokens[i], "nsubj", "obj")]
    held = [index for i in nouns if holds(reading, tree, tree.tokens[i].head) for index in (i, tree.tokens[i].head)]
    verbs = [i for i in occasions if is_verbal(tree.tokens[i])]
    denied = [i for i in (*verbs, *held) if is_negated(reading, tree, i) and not is_long_since(reading, tree, i)]
    return any(not is_conditioned(reading, tree, i) and not is_wanted_by_others(reading, tree, i) for i in denied)


def is_long_since(reading: Reading, tree: Tree, verb: int) -> bool:
    """`la comisión, que no se reúne desde 2019`, `which has not met since May`: how things stand, and no plan changed."""
    cases = [c for i in children(tree, verb, "obl", "nmod", "advcl") for c in children(tree, i, "case", "mark")]
    since = any(tree.tokens[c].form.lower() in reading.words.from_words for c in cases)
    return since and not is_future(reading, tree, verb)


def holds(reading: Reading, tree: Tree, verb: int) -> bool:
    """`no se celebrará`, `will not attend`, `no tendrá lugar`: not `will not change`, `no bilateral meeting was announced`."""
    words, token = reading.words, tree.tokens[verb]
    holding = words.happening | words.holding | words.hosting | words.attending
    return bool({token.lemma.lower(), token.form.lower()} & holding)


def was_not_held(reading: Reading, tree: Tree) -> bool:
    """`asked for a meeting, but it did not take place`: of what is to come nothing is said."""
    denied = [i for i in range(len(tree.tokens)) if is_verbal(tree.tokens[i]) and is_negated(reading, tree, i)]
    changed = any(is_change(reading, tree, i) for i in range(len(tree.tokens)))
    unset = any(tree.tokens[i].lemma.lower() in reading.words.scheduling for i in denied)  # `no meeting had been set`
    return bool(denied) and not changed and not unset and all(is_over(reading, tree, i) for i in denied)


def is_over(reading: Reading, tree: Tree, verb: int) -> bool:
    """`did not meet`, `has not met since May`."""
    perfect = tree.tokens[verb].feat("VerbForm") == "Part" and tree.tokens[verb].feat("Tense") == "Past"
    active = perfect and not is_passive(tree, verb) and not is_future(reading, tree, verb)
    return active or finite_of(tree, verb).feat("Tense") == "Past"


def span_before(reading: Reading, number: int) -> list[Span]:
    """The sentence before, where its own words name neither a person nor a day: `The visit was called off`."""
    own = reading.trees[number].sentence.span
    people = [m for m in mentions_in(reading, own) if is_person(reading, m.actor)]
    tree = reading.trees[number]
    days = [d for d in dates_in(reading, own) if is_of_old_plan(reading, tree, d) or not is_day_of_news(reading, d)]
    alone = not people and not days and number > 0 and not reading.is_scrambled
    return [reading.trees[number - 1].sentence.span] if alone and reading.is_body(number - 1) else []


def is_day_of_news(reading: Reading, date: Date) -> bool:
    """Of the article's own day or earlier: when it was told."""
    published = reading.doc.article.published
    today, first = bounds(published)[1] if published else None, bounds(date.value)[0] if date.value else None
    return bool(today and first and first <= today)


def weekdays_in(reading: Reading, span: Span) -> Iterator[str]:
    """The days that only a weekday gives (`el jueves`, `Tuesday`), of which the week has been guessed, or is left open."""
    published = reading.doc.article.published
    today = bounds(published)[1] if published else None
    for date in reading.doc.dates:
        open_day = OPEN_WEEKDAY.match(date.timex)
        tree = next(t for t in reading.trees if t.sentence.span.contains(date.span)) if span.contains(date.span) else None
        if tree is None or is_limit(reading, tree, date) or any(letter.isdigit() for letter in date.span.of(reading.text)):
            continue
        if date.value and date.type in {"DATE", "TIME"}:
            if date.value != published and is_day(date.value):  # the day on which it is told
                yield date.value
        elif open_day and today:
            yield (today + timedelta((int(open_day[1]) - today.isoweekday()) % 7)).isoformat()


def tells(reading: Reading, tree: Tree, span: Span) -> bool:
    """`…, the minister Ana Ruiz said`: the subject of a verb of telling."""
    inside = [i for i, token in enumerate(tree.tokens) if span.contains(token.span)]
    subjects = [i for i in inside if is_relation(tree.tokens[i], "nsubj") and tree.tokens[i].head >= 0]
    told = [match_act(reading, tree, tree.tokens[i].head) for i in subjects]
    return any(match is not None and match[0].kind == "reporting" for match in told)


def kinds_of(reading: Reading, tree: Tree, index: int) -> tuple[MeetingKind, ...]:
    """The kinds that a word may name; a meeting where it names no act."""
    rows = reading.acts.get(tree.tokens[index].lemma.lower(), ())
    nouns = tree.tokens[index].upos in {"NOUN", "PROPN"}
    found = tuple(act.meeting for act, form in rows if act.meeting and (form.kind == "noun") == nouns)
    return found or ("meeting",)


def capitals(text: str) -> Iterator[str]:
    """The words written with a capital, without a genitive's ending."""
    yield from (word for word in re.findall(r"[^\W\d_][\w-]*", text) if word[0].isupper())
