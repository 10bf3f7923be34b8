"""What a quoted sentence rests on in its turn: `Their lawyer said …` tells a reader nothing without the sentence before it.

A note explains a line; one that is led by a pronoun itself explains only beside the sentence that names the thing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice

from briefing.model import Sentence
from briefing.realize.grammar import grammar_of
from briefing.realize.leaning import complete
from briefing.realize.leaning.pointers import loose_pointers
from briefing.realize.notes.interviews import answer_start, asked_before, is_asked
from briefing.realize.notes.qualifying import main_subject
from briefing.realize.notes.unsaid import is_of_another
from briefing.realize.rungs import openings
from briefing.realize.rungs.leads import opens_its_article
from briefing.realize.rungs.passages import Passage, of_its_words

STEPS = 3
"""So many sentences back is looked for one that rests on no other."""
OPENING = 2
"""Words that lead a sentence."""
FEW = 12
"""Words of a sentence that tells nothing beside what it takes up."""
LONGEST_ANSWER = 40
"""Words of an answer that is quoted from its beginning."""


def with_what_they_rest_on(passage: Passage, sentences: Iterable[Sentence]) -> Iterator[Sentence]:
    """The sentences; after each that a pronoun leads the nearest before it, in its paragraph, which none does."""
    for one in sentences:
        yield one
        yield from () if is_said_by_another(passage, one) else _ground_of(passage.beside(one))


def is_said_by_another(passage: Passage, sentence: Sentence) -> bool:
    """Whether it is quoted from one whom the line does not name, and who is not the `he` with whom the line goes on."""
    return not goes_on_by_a_pronoun(passage) and is_of_another(passage, sentence, passage.span.of(passage.source))


def _ground_of(passage: Passage) -> Iterator[Sentence]:
    """`The eleven Chileans stay in custody. Their lawyer will appeal.`: of the second the first."""
    if not is_led_by_a_pronoun(passage):
        return
    own, whole = passage.sentence, passage.whole
    paragraph = whole.paragraphs.get(own.paragraph, ()) if own is not None and whole is not None else ()
    before = [one for one in paragraph if one.kind == "body" and one.span.stop <= passage.span.start][-STEPS:]
    behind = map(passage.beside, reversed(before))
    talk = (one for one in behind if not (complete.is_talk(one) and not complete.names_who_acts(one)))
    plain = (one.sentence for one in talk if not is_led_by_a_pronoun(one))
    yield from (one for one in islice(plain, 1) if one is not None)


@of_its_words
def is_led_by_a_pronoun(passage: Passage) -> bool:
    """`Their lawyer said …`, `En ella, Lima propone …`, `Lo dijo al visitar …`, `“We wait,” she said`; no answer."""
    if opens_its_article(passage) or is_asked(passage) or asked_before(passage):
        return False
    talk = complete.is_talk(passage) and all(mention.place for mention in passage.mentions)
    return talk or _points_at_its_beginning(passage) or _leans(passage) or _takes_up_in_few_words(passage)


def _takes_up_in_few_words(passage: Passage) -> bool:
    """`Ruiz regretted that decision, but understood it.`"""
    few = passage.length < FEW
    return few and any(complete.is_pointed_at(one) for one in complete.unexplained(passage))


def _points_at_its_beginning(passage: Passage) -> bool:
    """`Su portavoz`, `Its president`, `Lo dijo`: whose, what."""
    first = passage.kept[:OPENING]
    owned = any(passage.tokens[i].feat("Poss") == "Yes" for i in first[:1])
    return owned or any(i in first for i in loose_pointers(passage))


def _leans(passage: Passage) -> bool:
    return openings.leans_on_its_neighbour(passage) or goes_on_by_a_pronoun(passage)


@of_its_words
def goes_on_by_a_pronoun(passage: Passage) -> bool:
    """`She added that the text would be tabled`: who acts in the main clause is a pronoun, so its matter was told before."""
    index = main_subject(passage)
    if index is None or opens_its_article(passage):
        return False
    token = passage.tokens[index]
    personal = token.upos == "PRON" and token.form.casefold() in grammar_of(passage.language).personal_pronouns
    return personal and not passage.is_quoted(token.span)


def of_the_same_answer(passage: Passage) -> list[Sentence]:
    """`Not before a judge decides. … If they pay the fine, they leave.`: how an answer began, where it is short."""
    own, whole = passage.sentence, passage.whole
    if own is None or whole is None or not asked_before(passage):
        return []
    start = answer_start(passage)
    every = [one for one in whole.paragraphs.get(own.paragraph, ()) if one.kind == own.kind]
    told = [one for one in every if start <= one.span.start and one.span.stop <= passage.span.start]
    words = sum(len(one.span.of(passage.source).split()) for one in told)
    return told if words <= LONGEST_ANSWER else told[-1:]
