"""What each sentence has somebody tell, promise, ask for or raise, or denies; and what an answer denies of its question."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from briefing.consolidate.accounts.assertions import side_of
from briefing.consolidate.accounts.saying_verbs import (
    LEAST_NUMBER,
    antecedent,
    generic_in,
    is_limited,
    is_pledge,
    is_saying,
    is_unsaid,
    may_say,
    numbers_asked,
    says_talk,
    talk_in,
)
from briefing.consolidate.accounts.scenes import (
    FINE,
    LONG_NAME,
    MEETING,
    is_first_person,
    names_of,
    scene_around,
    speaker_names,
    subject_of,
)
from briefing.consolidate.conflicts.tellings import Alternatives, called_in
from briefing.consolidate.people import fold, persons_of
from briefing.consolidate.sentences import (
    above,
    below,
    countries_at,
    dates_in,
    index_of,
    load_words,
    quantities_in,
    says,
    senses_of,
    sentence_before,
    verb_over,
)
from briefing.consolidate.told_clauses import told_alike
from briefing.consolidate.week import SentenceKey, Week
from briefing.edtf import bounds
from briefing.knowledge import load_language
from briefing.model import Doc, Language, Sentence

AROUND = 2
"""Sentences before one in which the day of the talk may be named."""
OF_NOUN = ("nmod", "amod", "nsubj", "compound")
"""Relations of what belongs to a noun that is told."""
CONTENT = frozenset({"NOUN", "VERB", "ADJ", "PROPN"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Saying:
    """Somebody's words to another: `tellers` who says it, `said` what of, `generic` that a number or a day was named at all."""

    key: SentenceKey
    tellers: frozenset[str]
    countries: frozenset[str]
    deeds: Alternatives
    said: tuple[Alternatives, ...]
    names: frozenset[str]
    numbers: frozenset[float]
    days: frozenset[str]
    told_on: frozenset[str]
    talked_on: frozenset[str]
    generic: frozenset[str]
    around: frozenset[str]
    talk: bool
    denied: bool
    limited: bool
    raised: bool
    pledged: bool
    published: str | None


def sayings(week: Week, key: SentenceKey, sentence: Sentence) -> Iterator[Saying]:
    doc = week.docs[key[0]]
    found = [(verb, is_unsaid(doc, sentence, verb)) for verb in range(len(sentence.tokens)) if may_say(doc, sentence, verb)]
    told = [(verb, denied) for verb, denied in found if is_saying(doc, sentence, verb, denied=denied)]
    called = called_in(week, doc, sentence) if told else []
    for verb, denied in told:
        one = saying(week, key, sentence, called, verb, denied=denied)
        one = with_the_matter(week, one) if one.raised and is_of_the_matter(doc, sentence, verb) else one
        yield with_what_was_told(week, one) if of_what_was_told(doc, sentence, verb) and key[1] else one


def of_what_was_told(doc: Doc, sentence: Sentence, verb: int) -> bool:
    """`She guaranteed it to me`: of what the sentence before says."""
    words = load_language("compare", "words")["what_was_told"][doc.article.language]
    return any(sentence.tokens[i].form.lower() in words for i in below(sentence, verb, "obj"))


def is_of_the_matter(doc: Doc, sentence: Sentence, verb: int) -> bool:
    """`raised the matter`, `planteó el asunto`: what the article opens with."""
    words = load_language("compare", "words")["the_matter"][doc.article.language]
    return any(sentence.tokens[i].lemma.lower() in words for i in below(sentence, verb, "obj"))


def with_the_matter(week: Week, told: Saying) -> Saying:
    doc = week.docs[told.key[0]]
    first = next((s for n, s in enumerate(doc.sentences) if s.kind == "body" and n < told.key[1]), None)
    if first is None:
        return told
    words = words_said(doc, first, called_in(week, doc, first), range(len(first.tokens)))
    return replace(told, said=(*told.said, *words))


def with_what_was_told(week: Week, told: Saying) -> Saying:
    doc, number = week.docs[told.key[0]], told.key[1] - 1
    before = list(sayings(week, (told.key[0], number), doc.sentences[number]))
    said, names = [*told.said], told.names
    for one in before:
        said, names = [*said, *one.said], names | one.names
    return replace(told, said=tuple(said), names=names)


def answers(week: Week, key: SentenceKey, sentence: Sentence) -> Iterator[Saying]:
    """`The envoy says that you guaranteed it. – That is not true.`: what the question has somebody say is denied."""
    doc = week.docs[key[0]]
    number = sentence_before(doc, key[1])
    before = doc.sentences[number] if number is not None else None
    if number is None or before is None or before.kind != "question" or not denies_flatly(doc, sentence):
        return
    called = called_in(week, doc, before)
    for verb in range(len(before.tokens)):
        if may_say(doc, before, verb) and is_saying(doc, before, verb, denied=False):
            asked = saying(week, (key[0], number), before, called, verb, denied=True)
            spoken = speaker_names(doc, sentence, len(sentence.tokens) - 1) & persons_of(doc)
            asked = with_what_was_asked(week, asked) if of_what_was_told(doc, before, verb) else asked
            tellers = asked.tellers or spoken
            countries = asked.countries or countries_of_people(doc, tellers)
            yield of_the_talk_denied(week, replace(asked, key=key, tellers=tellers, countries=countries))


def countries_of_people(doc: Doc, names: frozenset[str]) -> frozenset[str]:
    """For which countries those who are named so speak: another article may only have `the Mexican secretary`."""
    people = [a for a in doc.actors.values() if a.kind == "person" and a.country]
    return frozenset(a.country for a in people if a.country and names & {fold(w) for form in a.forms for w in form.split()})


def of_the_talk_denied(week: Week, asked: Saying) -> Saying:
    """`No. Eso no se habló el lunes.`: the day of the talk in which it was not raised."""
    doc, number = week.docs[asked.key[0]], asked.key[1] + 1
    behind = doc.sentences[number] if number < len(doc.sentences) else None
    if behind is None or behind.kind != "body" or behind.paragraph != doc.sentences[number - 1].paragraph:
        return asked
    told = next((one for one in sayings(week, (asked.key[0], number), behind) if one.denied and one.raised), None)
    return replace(asked, key=told.key, told_on=told.told_on, raised=True) if told else asked


def with_what_was_asked(week: Week, asked: Saying) -> Saying:
    """`Chad wants a discount of 20 percent. Did you accept it?`: with the words and numbers of the sentence before."""
    doc, number = week.docs[asked.key[0]], asked.key[1]
    before = doc.sentences[number - 1] if number else None
    if before is None or before.kind != "question":
        return asked
    words = words_said(doc, before, called_in(week, doc, before), range(len(before.tokens)))
    return replace(asked, said=(*asked.said, *words), numbers=numbers_asked(doc, doc.sentences[number]))


def denies_flatly(doc: Doc, sentence: Sentence) -> bool:
    """`That is not true`, `Eso no es cierto`, `No.`"""
    text, words = sentence.span.of(doc.article.text), load_language("compare", "words")
    plain = {token.form.lower() for token in sentence.tokens if token.upos != "PUNCT"}
    return says(text, words["not_so"][doc.article.language]) or plain <= {*words["plain_no"][doc.article.language]}


def saying(
    week: Week, key: SentenceKey, sentence: Sentence, called: Sequence[Alternatives], verb: int, *, denied: bool
) -> Saying:
    doc, tokens = week.docs[key[0]], sentence.tokens
    who = subject_of(sentence, verb)
    relations = {tokens[i].deprel for i in below(sentence, verb)}
    who = [] if "nsubj:pass" in relations and "obl:agent" not in relations else who
    tellers = names_of(doc, sentence, who) & persons_of(doc)
    if is_first_person(sentence, verb):
        tellers |= speaker_names(doc, sentence, verb) & persons_of(doc)
    countries = countries_at(doc, who, sentence) or (side_told(doc, sentence, verb) if denied and not tellers else frozenset())
    who = who if tellers or countries else []
    inside = [i for i in content_of(sentence, verb, doc.article.language) if i not in who]
    names = named_in(doc, sentence, inside)
    told_on = days_of_telling(doc, sentence, verb)
    dates = {d.value for d in dates_in(doc, sentence.span) if d.value}
    return Saying(
        key=key,
        tellers=tellers,
        countries=countries,
        deeds=called[verb],
        said=tuple(words_said(doc, sentence, called, inside)),
        names=names,
        numbers=frozenset(float(q.value) for q in quantities_in(doc, sentence.span) if q.value >= LEAST_NUMBER),
        days=frozenset(dates - told_on),
        told_on=told_on,
        talked_on=days_before(doc, key[1]) | days_beside(doc, sentence, inside),
        around=frozenset(code for actor in doc.actors.values() if (code := actor.country)),
        generic=generic_in(doc, sentence, verb),
        talk=says_talk(doc, sentence)
        or any(says_talk(doc, doc.sentences[n]) for n in [sentence_before(doc, key[1])] if n is not None),
        denied=denied,
        limited=is_limited(doc, sentence, verb),
        raised=tokens[verb].lemma.lower() in load_language("compare", "words")["raised"][doc.article.language],
        pledged=is_pledge(doc, sentence, verb),
        published=doc.article.published,
    )


def side_told(doc: Doc, sentence: Sentence, verb: int) -> frozenset[str]:
    """`Morocco's ministry said that it had made no commitment`: who says so speaks of itself; not `she denied that he had`."""
    subjects = [sentence.tokens[i] for i in below(sentence, verb, "nsubj")]
    itself = all(token.upos == "PRON" and token.feat("Gender") == "Neut" for token in subjects)
    side = side_of(doc, sentence) if itself and is_pledge(doc, sentence, verb) else None
    return frozenset({side} if side else ())


def content_of(sentence: Sentence, verb: int, language: Language) -> list[int]:
    """All that hangs on a verb, and on the noun that its clause is of."""
    waiting, seen = [verb, *antecedent(sentence, verb)], set[int]()
    while waiting:
        one = waiting.pop()
        if one not in seen:
            seen.add(one)
            relations = OF_NOUN if one in antecedent(sentence, verb) else ()
            waiting += [i for i in below(sentence, one, *relations) if not is_beside(sentence, i, language)]
    return sorted(seen - {verb})


def is_beside(sentence: Sentence, index: int, language: Language) -> bool:
    """`…, as a newspaper reported`, `because it falls outside`: no part of what is said."""
    marks = {sentence.tokens[i].form.lower() for i in below(sentence, index, "mark")}
    return bool(marks & {*load_language("compare", "words")["beside_what_is_said"][language]})


def named_in(doc: Doc, sentence: Sentence, inside: Sequence[int]) -> frozenset[str]:
    """What is written with a capital letter among words, and is no country, place or day."""
    taken = [*(m.span for m in doc.mentions if m.place or doc.actors[m.actor].kind != "person"), *(d.span for d in doc.dates)]
    tokens = [t for t in (sentence.tokens[i] for i in inside) if t.form[:1].isupper() and len(t.form) >= LONG_NAME]
    return frozenset(fold(t.form) for t in tokens if not any(span.overlaps(t.span) for span in taken))


def days_before(doc: Doc, number: int) -> frozenset[str]:
    """The days, past when the article appeared, that the sentences before name."""
    named = scene_around(doc, number - 1, AROUND - 1).days if number else frozenset()
    return frozenset(day for day in named if not is_to_come(doc, day))


def days_beside(doc: Doc, sentence: Sentence, inside: Sequence[int]) -> frozenset[str]:
    """`spoke on Monday with the minister, who promised it`: the days that another clause of the sentence names."""
    said = [sentence.tokens[i].span for i in inside]
    dates = [d for d in dates_in(doc, sentence.span) if d.value and not any(d.span.overlaps(span) for span in said)]
    return frozenset(d.value for d in dates if d.value and len(d.value) == FINE and not is_to_come(doc, d.value))


def words_said(doc: Doc, sentence: Sentence, called: Sequence[Alternatives], inside: Sequence[int]) -> Iterator[Alternatives]:
    """The words that say what of; not who is spoken to, countries, days, the talk itself and words that say nothing."""
    language: Language = doc.article.language
    rows = load_language("compare", "words")
    idle = {
        *rows["talks"][language],
        *rows["nouns_of_pledge"][language],
        *(lemma for row in rows["named_at_all"].values() for lemma in row[language]),
    }
    saying = {*rows["of_that_kind"][language], *load_words(language).saying}
    people = [m.span for m in doc.mentions if doc.actors[m.actor].kind in {"person", "office"} or m.place]
    dates = [d.span for d in dates_in(doc, sentence.span)]
    empty = senses_of(language, load_words(language).empty)
    for index in inside:
        token = sentence.tokens[index]
        if (
            token.upos not in CONTENT
            or token.lemma.lower() in idle
            or token.lemma.lower() in saying
            or any(s.overlaps(token.span) for s in (*people, *dates))
        ):
            continue
        names = frozenset(name for name in called[index] if not (len(name) == 2 and name.isupper())) | {
            f"as:{fold(token.lemma)}"
        }
        if not names & empty:
            alike = told_alike().get((language, token.lemma.lower()))
            yield names | ({f"told:{alike}"} if alike else set())


def days_of_telling(doc: Doc, sentence: Sentence, verb: int) -> frozenset[str]:
    """The days that hang on a verb: `told her the amount on Monday`, `in the call on Monday`."""
    found: set[str] = set()
    for date in dates_in(doc, sentence.span):
        index = index_of(sentence, date.span)
        over = verb_over(sentence, index) if index is not None else None
        near = over == verb or (over is not None and MEETING in talk_in(doc, sentence) and verb in above(sentence, over))
        if near and date.value and len(date.value) == FINE:
            found.add(date.value)
    return frozenset(day for day in found if not is_to_come(doc, day))


def is_to_come(doc: Doc, day: str) -> bool:
    """Whether a day lies behind that of the article: nobody has told anything then."""
    last, first = bounds(doc.article.published)[1] if doc.article.published else None, bounds(day)[0]
    return bool(last and first and first > last)


__all__ = ["Saying", "answers", "sayings"]
