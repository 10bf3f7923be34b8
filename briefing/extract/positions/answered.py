"""What somebody who answers says will be, will not be or is not so, where no act and no deed of his own tells it.

`“How will the wells be shared?” “The wells will be shared once Oman has measured them.”`: in told speech it would stand behind
`said that`.  Only a whole sentence of a turn in which one government speaks: of its own side or of a thing that is named, and
not of what another side does, of when they will meet, or of the talk itself.
"""

from __future__ import annotations

from collections.abc import Sequence

from briefing.extract.positions.denials import is_first_of_its_kind
from briefing.extract.reading import Reading, codes_of_all, mentions_over, voices_at
from briefing.extract.sentence.clauses import Clause, certainty_of_parse
from briefing.extract.sentence.moods import has_modal, is_conditional, is_future, is_negated, is_of_nothing
from briefing.extract.sentence.named_subjects import Subject
from briefing.extract.sentence.trees import Tree, children, finite_of, is_relation, root_of
from briefing.knowledge.entries import ActForm

LEAST_SAID, MOST_SAID = 5, 40
"""Words of a sentence that says something, and one thing: who speaks at length wanders."""
THINGS = frozenset({"NOUN", "PROPN"})
QUESTION = 4
"""Sentences before an answer in which its question stands, with the labels of both."""


def what_is_answered(reading: Reading, number: int, clauses: Sequence[Clause]) -> Clause | None:
    """The clause of a sentence that maintains something by itself, as its speaker's."""
    tree = reading.trees[number]
    head = root_of(tree)
    voices = voices_at(reading, tree.tokens[head].span) if head >= 0 and reading.turn_at(tree.sentence.span) else ()
    if len(codes_of_all(reading, voices)) != 1 or any(tells_of_a_meeting(clause, head) for clause in clauses):
        return None
    told = maintains(reading, tree, head) and is_of_a_matter(reading, tree, head, voices)
    told = told or any(denial(reading, number, head) for denial in DENIALS)
    told = told or denies_what_was_asked(reading, number, head, voices)
    if not told and not (is_flatly_no(reading, tree, head) and answers_at_once(reading, number)):
        return None
    return Clause(
        sentence=number,
        head=head,
        trigger=head,
        act=reading.knowledge.acts["announce"],
        form=ActForm(kind="verb", lemma=""),
        subject=Subject(actors=voices, how="speaker"),
        content=children(tree, head, "obj", "nsubj", "obl", "xcomp", "ccomp"),
        conditional=True,
        confidence=certainty_of_parse(tree, head),
    )


def tells_of_a_meeting(clause: Clause, head: int) -> bool:
    """`The talks will be held in May`, `We will meet`; not `La cifra se revisará`, which nobody is said to discuss."""
    return clause.act.kind == "meeting" and not (clause.head == head and clause.subject is None)


def denies_what_was_asked(reading: Reading, number: int, head: int, voices: Sequence[str]) -> bool:
    """`“They say you promised a port.” “We never promised that.”`: few words, of its own side and of what was asked before."""
    tree = reading.trees[number]
    finite, verb = finite_of(tree, head), tree.tokens[head]
    done = verb.upos == "VERB" and (finite.feat("Tense") == "Past" or verb.feat("VerbForm") == "Part")
    denied = is_negated(reading, tree, head) or is_of_nothing(reading, tree, head)
    return done and denied and is_its_own_doing(reading, tree, head, voices) and answers_at_once(reading, number)


def denies_the_question(reading: Reading, number: int, head: int) -> bool:
    """`“Laos says that a guard was detained. Was he?” “No guard was detained.”`: what was asked about, told not to be so."""
    tree = reading.trees[number]
    finite, verb = finite_of(tree, head), tree.tokens[head]
    done = finite.feat("Tense") in PAST or verb.feat("VerbForm") == "Part" or verb.feat("Tense") == "Past"
    things = [i for i in children(tree, head, "nsubj", "obj") if tree.tokens[i].upos in THINGS]
    none = any(tree.tokens[d].form.lower() in reading.words.none_of for i in things for d in children(tree, i, "det"))
    denied = none or is_negated(reading, tree, head) or is_of_nothing(reading, tree, head)
    if not (done and denied and finite.feat("VerbForm") == "Fin" and answers_at_once(reading, number)):
        return False
    told = [tree.tokens[i].lemma.lower()[:ALIKE] for i in (head, *things)]
    asked = {stem for n in questions_of(reading, number) for stem in stems_of(reading.trees[n])}
    return any(len(stem) == ALIKE and stem in asked for stem in told)


def only_denies(reading: Reading, number: int, head: int) -> bool:
    """`“Has Laos paid the fee?” “It has not.”`, `“No lo hará.”`: words that tell nothing else than that it is not so."""
    tree = reading.trees[number]
    said = [token for token in tree.tokens if token.upos not in {"PUNCT", "INTJ"}]
    light = reading.words.light_verbs | reading.words.existential
    small = all(token.upos in SMALL or (token.upos == "VERB" and token.lemma.lower() in light) for token in said)
    alone = any(token.feat("Person") == "1" and token.feat("Number") == "Sing" for token in said)
    finite = finite_of(tree, head).feat("VerbForm") == "Fin"
    several = len(said) >= FEWEST_OF_A_DENIAL and finite and small and not alone
    return (
        several
        and denies_in_any_place(reading, tree, head)
        and first_of_answer(reading, number) == number
        and answers_at_once(reading, number)
    )


def denies_in_any_place(reading: Reading, tree: Tree, head: int) -> bool:
    """A verb of nothing but itself and its auxiliaries: the parser may hang the `not` on any of them."""
    return is_negated(reading, tree, head) or any(token.form.lower() in reading.words.negators for token in tree.tokens)


SMALL = frozenset({"PRON", "AUX", "PART", "ADV", "DET"})
FEWEST_OF_A_DENIAL = 3
DENIALS = (denies_the_question, only_denies)
PAST = frozenset({"Past", "Imp"})
ALIKE = 5
"""Letters by which a verb and its noun are one matter: `disparó`, `disparo`."""


def stems_of(tree: Tree) -> set[str]:
    return {token.lemma.lower()[:ALIKE] for token in tree.tokens if token.upos in {"VERB", "NOUN"}}


def is_flatly_no(reading: Reading, tree: Tree, head: int) -> bool:
    """`“Will you withdraw it?” “There is nothing to withdraw.”`, `“Absolutely not.”`: of what, the question tells."""
    words = " ".join(token.form.lower() for token in tree.tokens if token.upos != "PUNCT")
    there = tree.tokens[head].lemma.lower() in reading.words.existential
    none = is_of_nothing(reading, tree, head) or not reading.words.negative_objects.isdisjoint(words.split())
    things = {token.lemma.lower() for token in tree.tokens if token.upos == "NOUN"}
    return words in reading.words.flat_refusals or (there and none and not things & reading.words.no_denial)


def is_its_own_doing(reading: Reading, tree: Tree, head: int, voices: Sequence[str]) -> bool:
    """Of `we` or of the speaker's country by its name."""
    subjects, finite = children(tree, head, "nsubj"), finite_of(tree, head)
    named = {m.actor for c in subjects for m in mentions_over(reading, tree.tokens[c].span)}
    if named:
        return codes_of_all(reading, tuple(named)) == codes_of_all(reading, voices)
    ours = finite.feat("Person") == "1" or any(tree.tokens[c].form.lower() in reading.words.first_person for c in subjects)
    return ours and finite.feat("Number") != "Sing"


def answers_at_once(reading: Reading, number: int) -> bool:
    """The first or second sentence of a turn, behind a question that names a matter: not `Oslo says you promised to.`"""
    sentences, turn = reading.doc.sentences, reading.turn_at(reading.doc.sentences[number].span)
    opens = turn is not None and turn.content.start >= sentences[first_of_answer(reading, number)].span.start - 1
    return opens and any(token.upos == "NOUN" for n in questions_of(reading, number) for token in sentences[n].tokens)


def first_of_answer(reading: Reading, number: int) -> int:
    """The sentence, or the one before it in its turn."""
    sentences, turn = reading.doc.sentences, reading.turn_at(reading.doc.sentences[number].span)
    own = [n for n in range(max(0, number - 1), number) if turn is not None and turn.content.contains(sentences[n].span)]
    return min([number, *own])


def questions_of(reading: Reading, number: int) -> list[int]:
    """The sentences of the question right before an answer."""
    first = first_of_answer(reading, number)
    return [n for n in range(max(0, first - QUESTION), first) if reading.doc.sentences[n].kind == "question"]


def maintains(reading: Reading, tree: Tree, head: int) -> bool:
    """Whether the main clause says what is not so, what will or has to be, or what follows from a condition."""
    token, finite, words = tree.tokens[head], finite_of(tree, head), reading.words
    if finite.feat("VerbForm") != "Fin" or finite.feat("Mood") in {"Sub", "Imp"} or is_first_of_its_kind(reading, tree, head):
        return False
    if token.lemma.lower() in words.saying | words.knowing | words.mental or is_conditional(reading, tree, head):
        return False
    alone = finite.feat("Person") == "1" and finite.feat("Number") == "Sing"  # `No puedo adelantar la agenda`
    alone = alone or any(tree.tokens[c].form.lower() == "i" for c in children(tree, head, "nsubj"))
    said = [one for one in tree.tokens if one.upos != "PUNCT"]
    if alone or not LEAST_SAID <= len(said) <= MOST_SAID:
        return False
    stands = is_negated(reading, tree, head) or has_modal(reading, tree, head)
    return stands or is_future(reading, tree, head) or is_on_a_condition(reading, tree, head)


def is_on_a_condition(reading: Reading, tree: Tree, head: int) -> bool:
    """`Si no hay precio, no hay gas`."""
    behind = children(tree, head, "advcl")
    return any(tree.tokens[d].form.lower() in reading.words.condition_marks for c in behind for d in children(tree, c, "mark"))


def is_of_a_matter(reading: Reading, tree: Tree, head: int, voices: Sequence[str]) -> bool:
    """Of its own side, or of a thing that the sentence names: not `It was not hard`, nor `Laos will reply`."""
    own = codes_of_all(reading, voices)
    subjects = children(tree, head, "nsubj", "csubj")
    named = {m.actor for c in subjects for m in mentions_over(reading, tree.tokens[c].span)}
    if named:
        return codes_of_all(reading, tuple(named)) == own
    ours = any(tree.tokens[c].feat("Person") == "1" for c in subjects) or finite_of(tree, head).feat("Person") == "1"
    things = [tree.tokens[c] for c in subjects if tree.tokens[c].upos in THINGS and not is_pointed(tree, c)]
    there = not things and any(tree.tokens[c].upos == "NOUN" for c in children(tree, head, "obj"))
    of_nouns = any(token.upos in THINGS and i != head for i, token in enumerate(tree.tokens))
    pronoun = subjects and not things
    return (ours and of_nouns) or bool(things) or (not pronoun and there)


def is_pointed(tree: Tree, index: int) -> bool:
    """`That plan will not work`: which, an earlier sentence says."""
    return any(tree.tokens[d].feat("PronType") == "Dem" for d in children(tree, index, "det")) or is_relation(
        tree.tokens[index], "expl"
    )


__all__ = ["what_is_answered"]
