"""The gate of every note: a sentence before the line's own is quoted only where it resolves a word that stands open in it.

`The committee will meet on Friday.`: which, `The ministers set up a committee on fog` says; `The ministers met in Riga` does
not, though it opens the article.  Whoever chose the sentence, it must give what a small word means, have the thing of a noun
that nothing explains, name in full whom the line names in short, or be what was asked.  The headline is never quoted: the list
of sources has it.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator

from briefing.model import Meeting, Sentence
from briefing.realize.found import NOUNS
from briefing.realize.leaning import complete
from briefing.realize.leaning.asking import Left, asks_by_a_word, open_pointers
from briefing.realize.leaning.definites import Definite
from briefing.realize.leaning.introduced import unknown_office
from briefing.realize.leaning.pointers import gives_what_is_pointed_at
from briefing.realize.leaning.references import begins_a_word, said_before, stem_of
from briefing.realize.notes import naming
from briefing.realize.notes.bringing import (
    bringing_in,
    has_its_verb,
    imposes,
    is_counted,
    is_told_by_another_word,
    open_nouns,
    telling_before,
    turned_to,
)
from briefing.realize.notes.following_on import right_before
from briefing.realize.notes.grounding import is_beside, things_of
from briefing.realize.notes.interviews import asked_before, turn_before
from briefing.realize.notes.nearest import meant_by_the_line
from briefing.realize.notes.resting import of_the_same_answer
from briefing.realize.notes.shown import Shown
from briefing.realize.rungs.passages import Passage, of_its_words

FEWEST = 6
"""Words and marks of a sentence of the same answer: `Yes.`, `It has paid.` tell nothing of what follows."""
RARE = 3
"""Sentences of an article that may have a thing by which two of them are surely about one matter."""
ALIKE = 5
"""Letters that a deed's noun and its verb begin with: `propuesta`, `propuso`."""
LONGEST_ENDING = 2
"""Letters of a plural's ending."""
REACH = 2
"""Sentences back in which a deed is told that a noun of another paragraph sums up."""
TWO = 2


def gate(shown: Shown) -> Callable[[Sentence], bool]:
    """Whether a sentence before a line says what a word of it means."""
    return lambda one: one.kind != "title" and (one in _known(shown) or _resolves(shown, one))


@of_its_words
def _known(shown: Shown) -> list[Sentence]:
    """Those that resolve a word of the line whatever else they say."""
    first = shown.first
    return [*_named(shown), *_asked(first), *meant_by_the_line(first), *turned_to(first), *right_before(first)]


def _asked(passage: Passage) -> Iterator[Sentence]:
    """The question, what its turn says before, and how the answer began."""
    asked = asked_before(passage)
    yield from asked
    yield from turn_before(passage.beside(asked[-1])) if asked else ()
    yield from (one for one in of_the_same_answer(passage) if len(one.tokens) >= FEWEST)


def _named(shown: Shown) -> Iterator[Sentence]:
    """Where somebody, a body or a pair of the line is named in full."""
    passage, printed, introduced = shown.passage, shown.printed, shown.introduced
    yield from naming.named_in_full(passage, shown.edition.knowledge)
    yield from naming.naming_the_office(passage, printed, shown.edition.knowledge)
    yield from naming.introducing_people(passage, printed, introduced)
    yield from naming.introducing_the_speaker(passage, printed, introduced)
    yield from naming.naming_two_things(passage)
    yield from (one for one in naming.naming_both(passage) if naming.names_two(passage.beside(one)))


def _resolves(shown: Shown, one: Sentence) -> bool:
    """Whether a sentence gives what a small word of the line means, or what a noun does."""
    first, printed, left = shown.first, shown.printed, _left(shown)
    beside = first.beside(one)
    if open_pointers(first, left) and gives_what_is_pointed_at(beside, first):
        return True
    tells = len(one.tokens) >= FEWEST and not complete.is_talk(beside)
    if tells and _is_right_before(first, one) and asks_by_a_word(first, left, shown.edition):
        return True  # `Soto was ready to sign`: what
    if any(_explains(shown, noun, beside) for noun in open_nouns(first, printed)) or _says_whose_office(shown, beside):
        return True
    row = isinstance(shown.item, Meeting)  # whose cells say what it is about
    return not (row or complete.is_complete(first)) and _shares_a_rare_thing(shown, one)


def _says_whose_office(shown: Shown, beside: Passage) -> bool:
    """`La ministra viajará` ← `El Ministerio de Pesca de Perú`."""
    office = unknown_office(shown.first, shown.edition.knowledge) if "[" not in shown.printed else None
    named = any(not mention.place for mention in beside.mentions)
    return office is not None and named and begins_a_word(stem_of(office), beside.words.lower())


def _is_right_before(passage: Passage, one: Sentence) -> bool:
    """In its paragraph, with no sentence between the two."""
    before = passage.whole.body_before(passage.span.start)[-1:] if passage.whole is not None else []
    return one in before and is_beside(passage, one)


def _explains(shown: Shown, noun: Definite, beside: Passage) -> bool:
    """Whether a sentence brings a noun's thing in, or tells the deed; one in which the noun stands as open does not."""
    one = beside.sentence
    if one is None or any(said_before(noun.lemma, other.lemma) for other in complete.unexplained(beside)):
        return False
    if _points_at_it_too(noun.lemma, beside):
        return False
    near = is_beside(shown.first, one)  # elsewhere it is another's `“Such practices must end”`
    has = _has_the_noun(noun.lemma, beside, said=near) or has_its_verb(noun, one) or is_told_by_another_word(noun, one)
    return has or _tells_the_deed(shown, noun, beside) or _tells_what_is_owed(shown, noun, one)


def _points_at_it_too(lemma: str, passage: Passage) -> bool:
    """`«Esas prácticas dañan el fondo»`: which, that sentence does not say either."""
    tokens, stem = passage.tokens, stem_of(lemma)
    pointed = {t.head for t in tokens if t.deprel == "det" and t.feat("PronType") == "Dem"}
    return any(0 <= i < len(tokens) and begins_a_word(stem, tokens[i].form.lower()) for i in pointed)


def _tells_what_is_owed(shown: Shown, noun: Definite, one: Sentence) -> bool:
    """`the measure` ← `has imposed a fee`, `the debt` ← what is owed, `the seven` ← those whom the article counts first."""
    imposed = noun.is_one_of(noun.grammar.imposable) and imposes(noun, one)
    chosen = noun.is_one_of(noun.grammar.sums_owed | noun.grammar.differences) or is_counted(noun)
    return imposed or (chosen and one in [*bringing_in(shown.first, shown.printed, shown.edition)])


def _has_the_noun(lemma: str, passage: Passage, *, said: bool) -> bool:
    """`the report` ← `two reports`, and not `told reporters`; among words that somebody says only where those count."""
    tokens, stem, longest = passage.tokens, stem_of(lemma), len(lemma) + LONGEST_ENDING
    nouns = (tokens[i].form for i in passage.kept if tokens[i].upos in NOUNS and (said or i not in passage.quoted_words))
    return any(begins_a_word(stem, form.lower()) for form in nouns if len(form) <= longest)


@of_its_words
def _left(shown: Shown) -> Left:
    """The words of the source that stand in the line, where a name has taken no pronoun's place."""
    own = shown.rung == "verbatim" or shown.first.language == shown.edition.language
    return Left(frozenset(shown.plain.split()) if own else None)


def _tells_the_deed(shown: Shown, noun: Definite, beside: Passage) -> bool:
    """`the proposal` ← `Peru proposed …`; `the decision`, beside whoever took it; of `the talks` who held them."""
    first, one = shown.first, beside.sentence
    if one is not None and _is_pointed_at(noun) and _is_last_before(first, one):
        return True  # `does not rule out that product`, whoever has just spoken of it
    if one is None or not complete.sums_up(noun):
        return False
    if noun.is_one_of(shown.edition.meeting_words):
        return naming.countries_of_people(beside) >= TWO
    start = noun.lemma[: min(ALIKE, len(noun.lemma) - 1)]
    if any(
        token.upos == "VERB" and any(w.casefold().startswith(start) for w in (token.lemma, token.form)) for token in one.tokens
    ):
        return True
    acts = complete.names_who_acts(beside) and not complete.is_talk(beside) and things_of(beside, shown.edition.knowledge)
    near = is_beside(first, one) or one in telling_before(first)[-REACH:]
    deed = noun.is_one_of(noun.grammar.deeds_and_matters)  # `Soto asked for the log. … said the request was late`
    beside_it = deed and _is_right_before(first, one) and _is_somebodys(beside)
    return (bool(acts) or beside_it) and near and one in [*bringing_in(first, shown.printed, shown.edition)]


def _is_pointed_at(noun: Definite) -> bool:
    """`that product`, and neither `said that drought …` nor `this season`."""
    passage, relation = noun.passage, noun.passage.tree.relations[noun.index]
    if relation.startswith("nsubj") and passage.tree.forms[noun.article] in noun.grammar.pointing_articles:
        return False
    told = [passage.tree.relations[i] for i in passage.tree.children.get(noun.index, ())]
    at_a_time = relation.startswith("obl") and "case" not in told
    return complete.is_pointed_at(noun) and passage.tree.relations[noun.article] == "det" and not at_a_time


def _is_last_before(passage: Passage, one: Sentence) -> bool:
    """The last sentence that tells something, of the line's paragraph or of the one before."""
    own = passage.sentence
    return own is not None and telling_before(passage)[-1:] == [one] and own.paragraph - one.paragraph <= 1


def _is_somebodys(beside: Passage) -> bool:
    """Whether it tells in its own words what somebody does."""
    return not complete.is_talk(beside) and any(not mention.place for mention in beside.mentions)


def _shares_a_rare_thing(shown: Shown, one: Sentence) -> bool:
    """`Nobody will be left alone for catching fish`, beside whoever pays the fines for illegal fish."""
    first = shown.first
    things = things_of(first, shown.edition.knowledge)
    body = first.whole.kinds.get("body", ()) if first.whole is not None else ()
    words = [first.whole.small_letters(other) for other in body] if first.whole is not None else []
    beside = first.beside(one)
    near = is_beside(first, one)
    return any(_has_the_noun(thing, beside, said=near) and _is_rare(stem_of(thing), words) for thing in things)


def _is_rare(stem: str, sentences: Collection[str]) -> bool:
    return sum(begins_a_word(stem, words) for words in sentences) <= RARE
