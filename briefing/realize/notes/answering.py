"""The sentence right behind a line in which the other side answers, denies or limits it: a note quotes it.

`The opposition says that 2,100 million were spent. The ministry admits 1,400 million.`, `Peru asked for a ban. Chile's minister
said that he was studying the request.`: told without it, the line stands as if nobody had said otherwise.  One sentence further
stand only a denial of the line's own word (`If I may, no figure was discussed`) and what its own actor waits for.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from functools import cache

from briefing.model import Language, Quantity, Sentence
from briefing.realize.found import NOUNS
from briefing.realize.grammar import grammar_of, negations_of
from briefing.realize.leaning.complete import is_talk, unexplained
from briefing.realize.notes.qualifying import (
    LONGEST,
    main_subject,
    sentence_behind,
    speakers_of,
    speaks_of_what_was_named,
    waiting,
    waits,
)
from briefing.realize.rungs.openings import is_not_prose
from briefing.realize.rungs.passages import Passage, of_its_words

REACH = 2
"""Sentences behind a line in which it may be denied."""
OWN_PLACES = frozenset({"obj", "nsubj", "nsubj:pass"})
"""Places of what a clause denies."""
SHORT = 17
"""Words of a line that may leave its matter to what its speaker says behind it."""
FEWEST_SAID = 8
FEW = 9
"""Words of a sentence that only says how something ended."""
OF_ONE_UNIT = frozenset({"currency", "percent"})
"""Kinds of sums that are compared whatever they count."""


@of_its_words
def answered(passage: Passage) -> Sentence | None:
    """The sentence, if who acts in it is somebody else, and it takes up what the line says."""
    behind = [one for one in _behind(passage) if one.length <= LONGEST]
    signs = (_answers, _settles_it, _takes_it_further)
    first = behind[0] if behind and behind[0].sentence and any(sign(passage, behind[0]) for sign in signs) else None
    other = (one for one in behind if _denies_its_word(passage, one) or _waits_for_something(passage, one))
    found = first or next(other, None)
    return found.sentence if found is not None else None


@of_its_words
def said_behind(passage: Passage) -> Sentence | None:
    """`Ruiz insisted that he had her word. “She told me that it would be ready by May,” he said.`: its own speaker explains."""
    behind = sentence_behind(passage)
    if behind is None or not _is_beside(passage, behind) or is_not_prose(behind) or is_talk(passage):
        return None
    length = behind.length
    short = passage.length < SHORT and FEWEST_SAID <= length <= LONGEST
    return behind.sentence if short and is_talk(behind) and _is_of_one_speaker(passage, behind) else None


def _is_of_one_speaker(passage: Passage, behind: Passage) -> bool:
    """By name, or by a pronoun that goes on; a language may leave it out."""
    own = main_subject(passage)
    before = passage.mention_at.get(own) if own is not None else None
    telling = [i for i, token in behind.unquoted_tokens if token.deprel == "nsubj"]
    if before is None or not telling:
        return before is not None and grammar_of(behind.language).pro_drop and not behind.mentions
    other = behind.mention_at.get(telling[0])
    pronoun = behind.tree.forms[telling[0]] in grammar_of(behind.language).personal_pronouns
    return pronoun or (other is not None and other.actor == before.actor)


def _behind(passage: Passage) -> Iterator[Passage]:
    """Those of the next sentences, in its paragraph and the next, up to a question or a heading; who speaks is none."""
    own, whole = passage.sentence, passage.whole
    if own is None or whole is None or passage.offset:
        return
    sentences, at, seen = whole.doc.sentences, bisect_right(whole.starts, own.span.start), 0
    while at < len(sentences) and seen < REACH and sentences[at].paragraph <= own.paragraph + 1:
        one, at = sentences[at], at + 1
        if one.kind == "speaker":
            continue
        if seen == 0 or _may_tell_otherwise(passage, one):
            if is_not_prose(passage.beside(one)):
                return
            yield passage.beside(one)
        seen += 1


def _may_tell_otherwise(passage: Passage, one: Sentence) -> bool:
    """Whether a sentence has a word of denying or of waiting: the others are not read."""
    if one.kind != "body" or waiting(passage.language).search(one.span.of(passage.source)) is not None:
        return True
    words = _denying(passage.language)
    return any(token.form.casefold() in words for token in one.tokens)


@cache
def _denying(language: Language) -> frozenset[str]:
    return grammar_of(language).no_words | negations_of(language)


def _answers(passage: Passage, behind: Passage) -> bool:
    body, nobody = _is_by_a_body(behind), _is_by_nobody(behind)
    if not (body or nobody or _is_by_another(passage, behind, known=False)):
        return False
    otherwise, taken_up = _says_otherwise(passage, behind), _takes_up_a_deed(behind)
    another = (otherwise or taken_up) and _is_by_another(passage, behind, known=taken_up)
    return another or (body and otherwise) or (nobody and taken_up)


def _settles_it(passage: Passage, behind: Passage) -> bool:
    """`Chile asked for access to its crew. The navy granted it on Tuesday.`, `He refused.`: few words, nothing new in them."""
    root, tree = behind.root, behind.tree
    if root is None or behind.length > FEW or passage.is_quoted(passage.span) or not _is_beside(passage, behind):
        return False
    acts = [i for i in tree.children.get(root, ()) if tree.relations[i].startswith("nsubj")]
    new = any(behind.tokens[i].upos == "NOUN" and i not in acts and i not in behind.of_days for i in behind.kept)
    verbs = grammar_of(behind.language).settling_verbs
    return tree.lemmas[root] in verbs and not new and not behind.is_quoted(behind.tokens[root].span)


def _takes_it_further(passage: Passage, behind: Passage) -> bool:
    """`Peru has not decided to leave. That possibility will be examined by the cabinet on Tuesday.`"""
    index, grammar = main_subject(behind), grammar_of(behind.language)
    index = _passive_subject(behind) if index is None else index
    root = behind.root
    if index is None or root is None or not _is_beside(passage, behind):
        return False
    pointed = any(behind.tree.forms[i] in grammar.indicating_words for i in range(max(index - 2, 0), index))
    return (
        pointed and behind.tree.lemmas[index] in grammar.summing_nouns and behind.tree.lemmas[root] in grammar.considering_verbs
    )


def _passive_subject(passage: Passage) -> int | None:
    root, tree = passage.root, passage.tree
    own = tree.children.get(root, ()) if root is not None else ()
    return next((i for i in own if tree.relations[i] == "nsubj:pass"), None)


def _is_beside(passage: Passage, behind: Passage) -> bool:
    """In its paragraph."""
    own, other = passage.sentence, behind.sentence
    return own is not None and other is not None and own.paragraph == other.paragraph


def _denies_its_word(passage: Passage, behind: Passage) -> bool:
    """`I discussed a figure with her.` `If I may, no figure was discussed.`: another speaker, or side; a noun of the line."""
    things = _things(passage)
    if not any(_is_denied(behind, i) for i in behind.kept if behind.tree.lemmas[i] in things):
        return False
    own, other = speakers_of(passage), speakers_of(behind)
    apart = own.isdisjoint(other) if own and other else _is_another_turn(passage, behind)
    return apart or _is_by_another(passage, behind, known=True)


def _is_another_turn(passage: Passage, behind: Passage) -> bool:
    """In a transcript, where somebody else begins to speak between the two."""
    labels = (one.span.start for one in (passage.doc.sentences if passage.doc else ()) if one.kind == "speaker")
    return any(passage.span.stop <= start < behind.span.start for start in labels)


def _is_denied(behind: Passage, index: int) -> bool:
    """`no figure`, `we did not discuss a figure`."""
    head = behind.tokens[index].head
    if behind.tokens[index].upos != "NOUN" or head < 0 or behind.tokens[index].deprel not in OWN_PLACES:
        return False
    tree, grammar = behind.tree, grammar_of(behind.language)
    none = any(tree.forms[i] in grammar.no_words for i in tree.children.get(index, ()))
    return none or any(tree.forms[i] in negations_of(behind.language) for i in tree.children.get(head, ()))


def _waits_for_something(passage: Passage, behind: Passage) -> bool:
    """`Antares confirmed the plan, but its board takes the final decision in May`, of an Antares that the line begins with."""
    index = main_subject(behind)
    verb = next((i for i in passage.kept if passage.tokens[i].feat("VerbForm") == "Fin"), len(passage.tokens))
    own = index is not None and behind.tree.forms[index] in passage.tree.forms[:verb] and not _is_a_person(behind, index)
    return own and waits(passage, behind) and speaks_of_what_was_named(passage, behind)


def _is_a_person(passage: Passage, index: int) -> bool:
    mention = passage.mention_at.get(index)
    actor = passage.doc.actors.get(mention.actor) if mention and passage.doc else None
    return actor is not None and actor.kind == "person"


def _things(passage: Passage) -> frozenset[str]:
    """The nouns of the line that are nobody, no day and no body of a state."""
    known = grammar_of(passage.language).known_nouns
    places = (i for i in passage.kept if passage.tokens[i].upos == "NOUN" and not (i in passage.named or i in passage.of_days))
    return frozenset([passage.tree.lemmas[i] for i in places]) - known


def _is_by_another(passage: Passage, behind: Passage, *, known: bool) -> bool:
    """Somebody of another country than who acts in the line; where no verb denies, both must be known."""
    own, other = _side(passage, main_subject(passage)), _side(behind, main_subject(behind))
    if known and any(one is None or ":" in one for one in (own, other)):  # `person:ana ruiz`, of a country that nobody has told
        return False
    return other is not None and other != own


def _is_by_a_body(behind: Passage) -> bool:
    """`The ministry`, of whom only the article tells whose."""
    index = main_subject(behind)
    return (
        index is not None
        and _side(behind, index) is None
        and behind.tree.lemmas[index] in grammar_of(behind.language).state_bodies
    )


def _is_by_nobody(behind: Passage) -> bool:
    """`In Lima nobody confirms that promise.`"""
    index = main_subject(behind)
    return index is not None and behind.tree.forms[index] in grammar_of(behind.language).nobody_words


def _side(passage: Passage, index: int | None) -> str | None:
    """The country, or else the name, of who stands there; none of two together."""
    mention = passage.mention_at.get(index) if index is not None else None
    actor = passage.doc.actors.get(mention.actor) if mention and passage.doc else None
    return (actor.country or actor.id) if actor and actor.kind != "group" else None


def _takes_up_a_deed(behind: Passage) -> bool:
    """`the request`, `that promise`: what the line tells."""
    nouns, grammar = unexplained(behind), grammar_of(behind.language)
    return any(
        one.is_one_of(grammar.leaning_deeds) or one.passage.tree.forms[one.article] in grammar.demonstratives for one in nouns
    )


def _says_otherwise(passage: Passage, behind: Passage) -> bool:
    """By a verb of denying or of another figure, of a thing that the line names or a sum of its kind."""
    root, verbs = behind.root, grammar_of(behind.language).answering_verbs | grammar_of(behind.language).denying_verbs
    if root is None or behind.tree.lemmas[root] not in verbs:
        return False
    sums = {_counted(one) for one in passage.quantities}
    named = {passage.tree.lemmas[i] for i in passage.kept if passage.tokens[i].upos in NOUNS and i not in passage.named}
    again = any(behind.tree.lemmas[i] in named for i in behind.kept if behind.tokens[i].upos in NOUNS)
    pointing = grammar_of(behind.language).pointing_articles  # `a third of that`
    points = any(behind.tree.forms[i] in pointing and behind.tokens[i].upos == "PRON" for i in behind.kept)
    return again or points or any(_counted(one) in sums for one in behind.quantities)


def _counted(one: Quantity) -> tuple[str, str | None]:
    """What a sum counts: six weeks are no answer to 5,400 barrels."""
    return one.kind, None if one.kind in OF_ONE_UNIT else one.unit
