"""Which sentence of an article tells what a noun with an article means: `the fee`, `the decision`, `those ferries`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from briefing.model import Language, Sentence
from briefing.realize.edition import Edition
from briefing.realize.found import NOUNS, Whole
from briefing.realize.grammar import grammar_of, one_of
from briefing.realize.leaning import complete
from briefing.realize.leaning.definites import Definite
from briefing.realize.leaning.describing import complement, description, is_told_apart
from briefing.realize.leaning.references import begins_a_word, said_before, stem_of
from briefing.realize.notes import summed
from briefing.realize.notes.akin import akin_sentence
from briefing.realize.notes.interviews import asked_before, is_asked, turn_before
from briefing.realize.notes.naming import countries_of_people
from briefing.realize.notes.unsaid import tells_in
from briefing.realize.rungs.openings import drop_dateline
from briefing.realize.rungs.passages import Passage, of_its_words

SHARED = 2
"""Words of its title that a sentence takes up which tells the article's matter."""
TWO_SUMS = 2
"""Sentences that tell sums of which a line tells the difference."""
LAST = 2
"""Sentences of the paragraph before that tell its matter."""
_ONLY_A_SUM = re.compile(r"\w+ (?:\W*[\d.,]+)(?: \w+){0,4}")
"""A small word and a number with its unit."""
TITLE_WORDS = frozenset({"NOUN", "PROPN", "VERB"})


def bringing_in(passage: Passage, printed: str, edition: Edition) -> Iterator[Sentence]:
    """For each noun that no word of its line explains, the sentence that does; of one that none has, what it goes on from."""
    nouns = open_nouns(passage, printed)
    before = telling_before(passage) if nouns else []
    for noun in nouns:
        yield from _by_another_word(noun, before)
        yield from _telling(noun, before, edition)
    if any(_is_new(noun, before) for noun in nouns):
        yield from _of_its_paragraph(passage, before)


def _by_another_word(one: Definite, before: Sequence[Sentence]) -> list[Sentence]:
    """`the boat` ← `A trawler was seized`, where no sentence before calls the thing as the line does."""
    told = akin_sentence(one, before) if before and one.is_one_of(one.grammar.akin_nouns) else None
    if told is None:
        return []
    named = any(t.upos in NOUNS and t.lemma.casefold() == one.lemma for sentence in before for t in sentence.tokens)
    return [] if named else [told]


def is_told_by_another_word(one: Definite, sentence: Sentence) -> bool:
    """Whether a sentence is the one that does."""
    return sentence in _by_another_word(one, telling_before(one.passage))


def open_nouns(passage: Passage, printed: str) -> list[Definite]:
    """Those that no word of a line explains."""
    return [noun for noun in complete.unexplained(passage) if not (is_of_another_kind(noun) or _is_told_in(printed, noun))]


def telling_before(passage: Passage) -> list[Sentence]:
    """The earlier sentences of the article that tell something, in its order."""
    return passage.whole.telling_before(passage.span.start) if passage.whole else []


def _is_told_in(printed: str, one: Definite) -> bool:
    """`the fee [of 40 dollars a truck]`, `the navigation fee`: the line says more of it than its source does."""
    added = [words for tell in (description, complement) if (words := tell(one.passage, one.index))]
    of_money = one.is_one_of(one.grammar.amounts)
    if (
        any(_ONLY_A_SUM.fullmatch(words) for words in added) and not of_money
    ):  # `the project [of 65 million euros]`: of what, it does not tell
        return False
    return f"{one.noun.form} [" in printed or any(words in printed for words in added)


def is_of_another_kind(one: Definite) -> bool:
    """`the two`, named as a pair; `the first half of April`, a part of a time; `the talks in Cairo`, told by a name."""
    tree, place, grammar = one.passage.tree, one.index + 1, one.grammar
    parted = one.lemma in grammar.shares and tree.forms[place : place + 1] and tree.forms[place] in grammar.of_words
    own = (i for i in tree.children.get(one.index, ()) if i not in one.passage.of_days)
    named = any(one.passage.tokens[i].upos == "PROPN" for i in own)
    return bool(parted) or named or one.form in grammar.pair_words


def _telling(one: Definite, before: Sequence[Sentence], edition: Edition) -> Iterator[Sentence]:
    """The last that brings the thing in, the one that tells the deed, who met; else the first that has the word.

    Of a deed that none of them tells, and of what is pointed at (`that strip`), what the article opens with.
    """
    passage, grammar, held = one.passage, one.grammar, _having(one, before)
    brought = [sentence for sentence in held if _brings_in(passage, sentence, one)]
    deed = one.is_one_of(grammar.deeds_and_matters)
    if one.is_one_of(grammar.differences):
        yield from summed.sum_sentences(passage, before)[-TWO_SUMS:]
    elif brought:
        yield brought[-1]
    elif one.is_one_of(edition.meeting_words & grammar.leaning_things):
        yield from _of_two(passage, before)
    elif deed and (told := summed.deed_sentence(passage, one.lemma, edition.knowledge, owned=False)) is not None:
        yield told
    elif one.is_one_of(grammar.imposable) and (imposed := _imposing(one, before)) is not None:
        yield imposed
    elif is_counted(one):
        yield from (held or before)[:1]
    elif one.is_one_of(grammar.sums_owed) and not held:
        yield from summed.sum_sentences(passage, before)[-1:]
    elif _is_pointed_at(one):
        last = opening_of(passage) if one.is_one_of(grammar.matters) else before[-1:]  # `this matter`, but `that figure`
        near = held[-1:] if complete.sums_up(one) else held[:1]  # `that trip`: of two the nearer
        yield from _by_somebody(passage, before) or near or last
    elif one.is_one_of(grammar.matters):
        yield from _by_somebody(passage, before) or _of_the_paragraph_before(passage, before)
    elif (deed or _is_one_person(one)) and not held:
        yield from _going_on(passage, before)
    elif deed or one.is_one_of(grammar.leaning_things):
        plain = [
            one_held for one_held in held if not complete.is_talk(passage.beside(one_held))
        ]  # `“the firm obeyed,” he said`
        yield from plain[:1] or _going_on(passage, before)
    elif not held or has_its_verb(one, held[-1]):
        yield from [sentence for sentence in before if has_its_verb(one, sentence)][-1:]


def has_its_verb(one: Definite, sentence: Sentence) -> bool:
    """Whether the deed is told by its verb: `The cut has cost 12 million`, behind `The utility cut exports by a third`."""
    whole = one.passage.whole
    return whole is not None and sentence.span.start in whole.verbs.get(one.lemma, ())


def _imposing(one: Definite, before: Sequence[Sentence]) -> Sentence | None:
    """`la medida es desproporcionada`: the last that tells what is imposed (`aplicó una sobretasa`), unless the paragraph of
    the line names who has done something.
    """
    near = _by_somebody(one.passage, before)
    if any(not mention.place for sentence in near for mention in one.passage.beside(sentence).mentions):
        return None
    return next((sentence for sentence in reversed(before) if imposes(one, sentence)), None)


def imposes(one: Definite, sentence: Sentence) -> bool:
    """`aplicó una sobretasa`, `la tasa que cobrará`, `suspendió las compras`; not `el gravamen costará …`, known already."""
    words, some = one.grammar.imposed, one.grammar.indefinite_articles
    for at, token in enumerate(sentence.tokens):
        if token.lemma.casefold() in words:
            new = any(t.head == at and t.form.casefold() in some for t in sentence.tokens)
            if token.upos == "VERB" or new or is_told_apart(one.passage, sentence.tokens, at):
                return True
    return False


def _of_two(passage: Passage, before: Sequence[Sentence]) -> list[Sentence]:
    """`at the end of the talks`: the first that names people of two countries."""
    return [one for one in before if countries_of_people(passage.beside(one)) > 1][:1]


def _of_its_paragraph(passage: Passage, before: Sequence[Sentence]) -> list[Sentence]:
    """The sentence right before, if the paragraph has one; of an answer what was asked too, which brings its things in."""
    return [*_asked(passage), *_in_paragraph(passage, before)[-1:]]


def _asked(passage: Passage) -> list[Sentence]:
    """The turn of who asks, but no more of it than its end: `The builder threatens to leave. What will you do?`."""
    asked = asked_before(passage)
    return [*turn_before(passage.beside(asked[-1])), asked[-1]] if asked else []


def _in_paragraph(passage: Passage, before: Sequence[Sentence]) -> list[Sentence]:
    own = passage.sentence
    return [one for one in before if own is not None and one.paragraph == own.paragraph]


def _by_somebody(passage: Passage, before: Sequence[Sentence]) -> list[Sentence]:
    """Of its paragraph the last sentence that names who acts, which a measure and a matter have; else the one right before.

    `Niger banned onion exports. The harvest fell by a third. Benin called the measure hostile.`
    """
    beside = [one for one in _in_paragraph(passage, before) if not complete.is_talk(passage.beside(one))]
    named = [one for one in beside if any(not mention.place for mention in passage.beside(one).mentions)]
    return [*_asked(passage), *(named or beside)[-1:]]


def _of_the_paragraph_before(passage: Passage, before: Sequence[Sentence]) -> list[Sentence]:
    """`will travel to deal with the matter`, that opens a paragraph: the matter of the last one, which two sentences tell, not
    what the article opens with; beside an answer none.
    """
    if asked_before(passage) or is_asked(passage):
        return []
    return [one for one in before if one.paragraph == before[-1].paragraph][: -LAST - 1 : -1]


def _going_on(passage: Passage, before: Sequence[Sentence]) -> list[Sentence]:
    """The sentence right before in its paragraph; where the paragraph begins with the line, what the article opens with.

    An interview opens with a scene.
    """
    found = _by_somebody(passage, before)
    return found or [*(() if asked_before(passage) or is_asked(passage) else opening_of(passage))]


@of_its_words
def opening_of(passage: Passage) -> Sequence[Sentence]:
    """What the article opens with, if that takes the title up: a scene (`From his barge Paiva sees two countries`) does not.

    Where it has turned to another matter just before, the sentence that does: `As for the 52 fishermen, a judge will decide.`
    """
    turned = turned_to(passage)
    if turned:
        return turned
    titles = _told_in_titles(passage.whole) if passage.whole is not None else ""
    for one in telling_before(passage)[:1]:
        start = drop_dateline(passage.beside(one)).span.start  # a title may have the place too
        words = {token.lemma.casefold() for token in one.tokens if token.upos in TITLE_WORDS and token.span.start >= start}
        if not titles or sum(said_before(word, titles) for word in words) >= SHARED:
            return [one]
    return []


@of_its_words
def _told_in_titles(whole: Whole) -> str:
    """The words of the headlines that tell something."""
    telling = (one.span for one in whole.kinds.get("title", ()) if tells_in(whole.doc, one.span))
    return " ".join(span.of(whole.doc.article.text) for span in telling)


def turned_to(passage: Passage) -> list[Sentence]:
    """In its paragraph or the one before."""
    own = passage.sentence
    near = [one for one in telling_before(passage) if own is not None and one.paragraph >= own.paragraph - 1]
    return [one for one in near if turns_away(passage, one)][-1:]


@of_its_words
def turns_to_another_matter(passage: Passage) -> bool:
    """`Separately, the two are close to a deal on seasonal workers.`: no sentence before it is about that."""
    return _turning(passage.language).match(passage.source, passage.span.start - passage.offset) is not None


def turns_away(passage: Passage, one: Sentence) -> bool:
    """Whether another sentence of its article does."""
    return _turning(passage.language).match(passage.source, one.span.start - passage.offset) is not None


@cache
def _turning(language: Language) -> re.Pattern[str]:
    return re.compile(rf"\W*{one_of(grammar_of(language).turning_openers)}\b", re.IGNORECASE)


def _is_new(one: Definite, before: Sequence[Sentence]) -> bool:
    """`half of the posts`, `the damage came to 31 million`: a thing that no earlier sentence has by its name."""
    summing = one.is_one_of(one.grammar.deeds_and_matters)
    thing = one.noun.upos == "NOUN" and one.article + 1 == one.index and not (summing or _is_pointed_at(one))
    return thing and not _having(one, before)


def _having(one: Definite, before: Sequence[Sentence]) -> list[Sentence]:
    """Those that have a thing's name."""
    stem, whole = stem_of(one.lemma), one.passage.whole
    return [sentence for sentence in before if whole is not None and begins_a_word(stem, whole.small_letters(sentence))]


def _is_pointed_at(one: Definite) -> bool:
    """`that strip`."""
    return complete.is_pointed_at(one)


def _is_one_person(one: Definite) -> bool:
    """`denied that the man had been given asylum`; of `the children` a reader asks less."""
    return one.is_one_of(one.grammar.plain_people) and one.noun.feat("Number") != "Plur"


def is_counted(one: Definite) -> bool:
    """`the seven`."""
    return one.noun.upos == "NUM"


def _brings_in(passage: Passage, sentence: Sentence, one: Definite) -> bool:
    """With words that say which, or as one of many."""
    tokens, some = sentence.tokens, one.grammar.indefinite_articles
    for at, token in enumerate(tokens):
        if token.upos in NOUNS and token.lemma.casefold() == one.lemma:
            new = any(t.head == at and t.form.casefold() in some for t in tokens)
            if new or is_told_apart(passage, tokens, at):
                return True
    return False
