"""What a note stands on at last: where nothing that it quotes tells a matter by itself, the sentence of the article that does.

`Finland calls on Denmark to postpone it.` behind `The Minister promised that Finland would support the small companies.`:
what is to be postponed, neither tells.  The nearest earlier sentence that shares a thing with the line and needs no other is
quoted, else one right before, else what the article opens with; what tells nothing beside it is left out.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import islice

from briefing.knowledge import Knowledge
from briefing.model import Language, Sentence
from briefing.realize.grammar import grammar_of
from briefing.realize.leaning import complete
from briefing.realize.leaning.asking import is_short
from briefing.realize.leaning.definites import pointing_nouns
from briefing.realize.leaning.describing import words_of_offices
from briefing.realize.leaning.pointers import gives_what_is_pointed_at, loose_pointers
from briefing.realize.leaning.references import begins_a_word, said_before, stem_of
from briefing.realize.notes.bringing import opening_of, telling_before, turns_away, turns_to_another_matter
from briefing.realize.notes.interviews import asked_before, is_asked
from briefing.realize.notes.neighbours import has_a_bare_matter
from briefing.realize.notes.resting import is_led_by_a_pronoun
from briefing.realize.notes.unsaid import opens_a_list
from briefing.realize.rungs.leads import opens_its_article
from briefing.realize.rungs.passages import Passage, of_its_words, of_its_words_with

NEAR = 1
"""Sentences back within which one that needs no other tells a line's matter, though it shares no word with it."""
FEWEST = 1
"""Things of a sentence that is quoted for a line."""
MOST_BESIDE = 2
"""Sentences that a note keeps beside the one that tells its matter."""
LONGEST = 60
"""Words of all that a note quotes before its line, or fewer sentences are kept."""
THINGS = 2
"""Things in a sentence that tells a matter: `The governor met a delegation from Chile` tells none."""
MANY = 3
"""Things in one that need name nobody: `Sales of shoes to Peru have fallen by half since a surcharge was introduced`."""
SUMS = frozenset({"currency", "percent", "rate", "measure"})
"""Kinds of quantities whose unit is no thing: of `14 engines` it is."""
SHORTEST = 3
"""Letters of a thing's name."""


def on_their_ground(passage: Passage, quoted: Sequence[Sentence], knowledge: Knowledge, *, row: bool = False) -> list[Sentence]:
    """The sentences of a note, and the one that tells their matter where none of them does; a `row` may be of few words."""
    before = [one for one in quoted if one.span.stop <= passage.span.start]
    apart = asked_before(passage) or is_asked(passage) or turns_to_another_matter(passage)
    leans = bool(before) or _leans(passage, knowledge)
    if apart or not (leans or _is_in_few_words(passage, knowledge, row=row)):
        return [*quoted]
    ground = None if _tell_it(passage, before, knowledge) else ground_of(passage, knowledge)
    if ground is None or (row and not leans and _leans_on_a_thing(passage.beside(ground))):  # `both praised the plan`
        return [*quoted]
    if row and _is_of_others(passage, ground, knowledge):
        return [*quoted]
    beside = [one for one in before if one is not ground and _belongs(passage, one, knowledge)][-MOST_BESIDE:]
    words = sum(len(one.span.of(passage.source).split()) for one in (ground, *beside))
    return [ground, *(beside if words <= LONGEST else beside[-1:]), *(one for one in quoted if one not in before)]


def _is_of_others(passage: Passage, one: Sentence, knowledge: Knowledge) -> bool:
    """`Hauliers protested in the port.` says nothing of the visit of Peru's minister, who is told next."""
    own = _countries(passage)
    return bool(own) and not (own & _countries(passage.beside(one)) or shares_a_thing(passage, one, knowledge))


def _leans(passage: Passage, knowledge: Knowledge) -> bool:
    """Whether a line does not name who acts, has or has a thing or a small word that nothing in it explains."""
    offices = words_of_offices(knowledge, passage.language)
    things = any(not thing.is_one_of(offices) for thing in complete.unexplained(passage))
    untold = not complete.names_who_acts(passage) or has_a_bare_matter(passage) or complete.is_talk(passage)
    return things or untold or bool(loose_pointers(passage)) or _asks_for_anothers(passage)


def _is_in_few_words(passage: Passage, knowledge: Knowledge, *, row: bool) -> bool:
    """Of a meeting, in words that tell no thing: `Ruiz and Dahl spoke by phone on Monday`."""
    return not things_of(passage, knowledge) if row else is_short(passage)


def _asks_for_anothers(passage: Passage) -> bool:
    """`Guatemala exigió su retirada`, `Libya asked for its release`: of what, which is not Guatemala's own."""
    grammar, tree = grammar_of(passage.language), passage.tree
    owned = (passage.tokens[i].head for i in passage.kept if passage.tokens[i].feat("Poss") == "Yes")
    deeds = (i for i in owned if i >= 0 and tree.lemmas[i] in grammar.suffered_deeds)
    return any(tree.lemmas[passage.tokens[i].head] in grammar.demanding_verbs for i in deeds if passage.tokens[i].head >= 0)


def _tell_it(passage: Passage, before: Sequence[Sentence], knowledge: Knowledge) -> bool:
    """Whether one of the sentences tells the matter, or brings in a thing of the line's, and none points beyond them."""
    told = [passage.beside(one) for one in before]
    if any(_points_beyond(told[:at], one) for at, one in enumerate(told)):
        return False
    own = [one for one in told if not is_led_by_a_pronoun(one)]
    alike = [one for one in own if shares_words(passage, one.words, knowledge)]
    full = any(complete.names_who_acts(one) or len(things_of(one, knowledge)) >= MANY for one in alike)
    return full or any(tells_a_matter(one, knowledge, FEWEST) or _tells_of_a_thing(passage, one, knowledge) for one in own)


def _points_beyond(before: Sequence[Passage], one: Passage) -> bool:
    """`Finland calls on Denmark to postpone it`, where none of the sentences quoted before it has what `it` can mean."""
    if loose_pointers(one):
        return not any(gives_what_is_pointed_at(other, one) for other in before)
    return complete.points_by_a_small_word(one) and not any(is_beside(one, other.sentence) for other in before)


@of_its_words
def _leans_on_a_thing(passage: Passage) -> bool:
    """`signed the deal`, `took up that matter`; of `owes 3 million to the customs` a reader asks nothing."""
    leaning = grammar_of(passage.language).asking_nouns
    unexplained = complete.unexplained(passage)
    return bool(pointing_nouns(passage)) or any(one.is_one_of(leaning) or complete.is_pointed_at(one) for one in unexplained)


def ground_of(passage: Passage, knowledge: Knowledge) -> Sentence | None:
    """The earlier sentence that tells a line's matter by itself."""
    found = _likely_grounds(passage, knowledge)
    return next((one for one in found if not opens_a_list(one.span.of(passage.source))), None)


def _likely_grounds(passage: Passage, knowledge: Knowledge) -> Iterator[Sentence]:
    """Such sentences, the likeliest first; each kind is looked for where the ones before it have given none."""
    before = telling_before(passage)
    turn = next((at for at in range(len(before) - 1, 0, -1) if turns_away(passage, before[at])), 0)
    before = before[turn:]
    alike = (one for one in reversed(before) if shares_a_thing(passage, one, knowledge))
    yield from (one for one in alike if tells_a_matter(passage.beside(one), knowledge, THINGS))
    nouns = [one.lemma for one in complete.unexplained(passage)]
    every = reversed(before) if nouns else ()
    yield from (one for one in every if _has_the_thing(nouns, passage.beside(one), knowledge))
    near = (one for one in reversed(before[-NEAR:]) if _goes_before(passage, one))
    yield from (one for one in near if tells_a_matter(passage.beside(one), knowledge, THINGS))
    yield from opening_of(passage)
    yield from _taking_the_title_up(passage, before, knowledge)
    yield from _naming_two_countries(passage, before, knowledge)


def _goes_before(passage: Passage, one: Sentence) -> bool:
    """In the line's paragraph, or alone in its own, as papers set them that part each sentence: a paragraph of several that
    tell of fuel says nothing of `taking the case to a tribunal` below it.
    """
    whole = passage.whole
    paragraph = whole.paragraphs.get(one.paragraph, ()) if whole is not None else ()
    return is_beside(passage, one) or sum(1 for other in paragraph if other.kind == one.kind) == 1


def _has_the_thing(nouns: Sequence[str], other: Passage, knowledge: Knowledge) -> bool:
    """`The state utility cut exports to Chile by a third`, of `the cut`: it need name nobody, if it tells of many things."""
    told = any(said_before(noun, other.words) for noun in nouns) and not is_led_by_a_pronoun(other)
    return told and not complete.is_talk(other) and len(things_of(other, knowledge)) >= MANY


def _naming_two_countries(passage: Passage, before: Sequence[Sentence], knowledge: Knowledge) -> list[Sentence]:
    """What the article opens with, if it names who acts and things; else the first that has both sides of the matter, where
    no headline tells what that is.
    """
    lead = [passage.beside(one) for one in before[:1]]
    told = [one.sentence for one in lead if complete.names_who_acts(one) and tells_a_matter(one, knowledge, THINGS)]
    both = [one for one in before if len(_countries(passage.beside(one))) > 1]
    return [one for one in (*told, *both) if one is not None][:1]


@of_its_words
def _countries(passage: Passage) -> set[str]:
    actors = passage.doc.actors if passage.doc else {}
    found = (actors[mention.actor] for mention in passage.mentions if mention.actor in actors)
    return {country for actor in found if (country := actor.country or (actor.id if actor.kind == "country" else None))}


def _taking_the_title_up(passage: Passage, before: Sequence[Sentence], knowledge: Knowledge) -> list[Sentence]:
    """The first that has a thing of the headline, where the article opens with a visit or a scene."""
    every = passage.whole.kinds.get("title", ()) if passage.whole else ()
    titles = [passage.beside(one) for one in every]
    return [*islice((one for one in before if any(shares_a_thing(title, one, knowledge) for title in titles)), 1)]


def tells_a_matter(passage: Passage, knowledge: Knowledge, things: int) -> bool:
    """Whether a sentence names who acts, and things, and points at nothing; `“It is time,” he said` does not."""
    return _tells_by_itself(passage) and len(things_of(passage, knowledge)) + len(passage.quantities) >= things


@of_its_words
def _tells_by_itself(passage: Passage) -> bool:
    if complete.is_talk(passage) or complete.points_back(passage) or has_a_bare_matter(passage):
        return False
    if opens_its_article(passage):  # but no scene: `Thousands of children who share a book will get new ones`
        return any(not mention.place for mention in passage.mentions)
    return complete.names_who_acts(passage) and not _leans_on_a_thing(passage)


def _tells_of_a_thing(passage: Passage, beside: Passage, knowledge: Knowledge) -> bool:
    """`The ministers spoke of the 14 engines that Peru has rented`: it names somebody, and says of a thing which."""
    named = any(not mention.place for mention in beside.mentions) or is_beside(passage, beside.sentence)
    named = named or len(things_of(beside, knowledge)) >= MANY
    known = _clear_nouns(knowledge, passage.language)
    whole = all(thing.is_one_of(known) for thing in complete.unexplained(beside))
    return named and whole and not complete.is_talk(beside) and _says_of_what(beside)


@lru_cache(maxsize=8)
def _clear_nouns(knowledge: Knowledge, language: Language) -> frozenset[str]:
    """Those of which a sentence need not say which."""
    return words_of_offices(knowledge, language) | grammar_of(language).meeting_nouns | grammar_of(language).shares


@of_its_words
def _says_of_what(passage: Passage) -> bool:
    """`the repair of the line`, `the engines that Peru has rented`."""
    kept = [i for i in passage.kept if passage.tokens[i].head >= 0 and passage.tokens[passage.tokens[i].head].upos == "NOUN"]
    things = (i for i in kept if i not in passage.named and i not in passage.of_days)
    return any(passage.tree.relations[i] in {"nmod", "acl", "acl:relcl"} for i in things)


def shares_a_thing(passage: Passage, other: Sentence, knowledge: Knowledge) -> bool:
    """Whether a sentence has one of a line's nouns, or a verb like it: `the withdrawal`, `will withdraw the licence`."""
    words = passage.whole.small_letters(other) if passage.whole is not None else passage.beside(other).words.lower()
    return any(begins_a_word(stem, words) for stem in _stems_of_things(passage, knowledge))


def shares_words(passage: Passage, words: str, knowledge: Knowledge) -> bool:
    """Whether a text has one of a line's things."""
    lowered = words.lower()
    return any(begins_a_word(stem, lowered) for stem in _stems_of_things(passage, knowledge))


@of_its_words_with
def _stems_of_things(passage: Passage, knowledge: Knowledge) -> frozenset[str]:
    return frozenset(map(stem_of, things_of(passage, knowledge)))


@of_its_words_with
def things_of(passage: Passage, knowledge: Knowledge) -> frozenset[str]:
    """A line's nouns that are nobody, no day, no office, no meeting and no sum."""
    return frozenset(_things_of(passage, _vague_nouns(knowledge, passage.language)))


@lru_cache(maxsize=8)
def _vague_nouns(knowledge: Knowledge, language: Language) -> frozenset[str]:
    grammar = grammar_of(language)
    return grammar.known_nouns | grammar.meeting_nouns | words_of_offices(knowledge, language)


def _things_of(passage: Passage, vague: frozenset[str]) -> Iterator[str]:
    tree = passage.tree
    units = [one.span for one in passage.quantities if one.kind in SUMS]
    for i in passage.kept:
        token = passage.tokens[i]
        if token.upos != "NOUN" or i in passage.named or i in passage.of_days or any(u.overlaps(token.span) for u in units):
            continue
        if len(tree.lemmas[i]) >= SHORTEST and tree.lemmas[i] not in vague and tree.forms[i] not in vague:
            yield tree.lemmas[i]


def _belongs(passage: Passage, one: Sentence, knowledge: Knowledge) -> bool:
    """What names somebody, has what a small word of the line means, shares a thing with it, or says itself of what it is."""
    beside = passage.beside(one)
    named = any(not mention.place for mention in beside.mentions) and not complete.is_talk(beside)
    many = len(things_of(beside, knowledge)) >= MANY or (is_beside(passage, one) and _says_of_what(beside))
    meant = bool(loose_pointers(passage)) and gives_what_is_pointed_at(beside, passage)
    return named or many or meant or shares_a_thing(passage, one, knowledge)


def is_beside(passage: Passage, one: Sentence | None) -> bool:
    return passage.sentence is not None and one is not None and passage.sentence.paragraph == one.paragraph
