"""Lines that follow on from the sentence right before them in their paragraph, though every noun of them is clear.

`Popa replied that no request had come`: to what; `“There was no fee,” he said`, behind what he is told to have denied;
`contestó que no se suspenderá`: what; `offered 80`: of what; `will send 2,000 doses`: against what;
`asked for a new date`: for what.
"""

from __future__ import annotations

from collections.abc import Callable

from briefing.model import Mention, Sentence
from briefing.realize.found import NOUNS
from briefing.realize.grammar import grammar_of, negations_of
from briefing.realize.leaning import complete
from briefing.realize.leaning.definites import UNCOUNTED
from briefing.realize.notes.bringing import turns_to_another_matter
from briefing.realize.notes.interviews import asked_before, is_asked
from briefing.realize.notes.qualifying import main_subject
from briefing.realize.notes.resting import goes_on_by_a_pronoun
from briefing.realize.rungs.leads import opens_its_article
from briefing.realize.rungs.passages import Passage, of_its_words

_TOLD = frozenset({"nsubj", "nsubj:pass", "csubj", "obj", "ccomp"})
_COUNTED_PLACES = frozenset({"obj", "nsubj", "nsubj:pass", "obl"})


@of_its_words
def right_before(passage: Passage) -> tuple[Sentence, ...]:
    """The sentence before in its paragraph, if the line follows on from it by one of `SIGNS`; an answer may open its own."""
    if opens_its_article(passage) or is_asked(passage) or asked_before(passage) or turns_to_another_matter(passage):
        return ()
    own, whole = passage.sentence, passage.whole
    last = whole.body_before(passage.span.start)[-1:] if whole is not None else []
    apart = [own.paragraph - one.paragraph for one in last] if own is not None else []
    signs = {0: SIGNS, 1: ANSWERING}.get(apart[0], ()) if apart else ()
    return tuple(one for one in last if any(sign(passage, passage.beside(one)) for sign in signs))


# ------------------------------------------------------------------ the signs


def answers(passage: Passage, before: Passage) -> bool:
    """`Popa replied that no valid request had come`, behind what another wants."""
    root = passage.root
    grammar = grammar_of(passage.language)
    verb = root is not None and root not in passage.quoted_words and passage.tree.lemmas[root] in grammar.answering_verbs
    asked = not passage.vocabulary.isdisjoint(grammar.asking_words)  # `Asked about the toll, he replied …`
    if not verb or asked or not (_addressed(passage) <= {mention.actor for mention in before.mentions}):
        return False  # `Popa replied to Lund, who wants a fee`: what is answered, the line tells itself
    return _names_somebody(before) or goes_on_by_a_pronoun(before)


def gives_the_reason(passage: Passage, before: Passage) -> bool:
    """`The minister explained that no permit had come`: why the ferry does not sail, told before."""
    root = passage.root
    verb = root is not None and passage.tree.lemmas[root] in grammar_of(passage.language).explaining_verbs
    return verb and not complete.is_talk(before)


def quotes_what_was_told(passage: Passage, before: Passage) -> bool:
    """`Popa denied that he had paid. “There was no fee,” he said`: the words in which its speaker says so."""
    if not complete.is_talk(passage) or complete.is_talk(before) or not (_denies(passage) and _tells_words(before)):
        return False
    tellers = [passage.mention_at.get(i) for i, token in passage.unquoted_tokens if token.deprel.startswith("nsubj")]
    own = {mention.actor for mention in tellers if mention is not None}
    subject = main_subject(before)
    told = before.mention_at.get(subject) if subject is not None else None
    return told is not None and own <= {told.actor} and not any(mention.actor != told.actor for mention in _outside(passage))


def leaves_out_what_is_done(passage: Passage, before: Passage) -> bool:
    """`contestó que no se suspenderá`, `negó que se trate de un canje`: what, where a language leaves subjects out."""
    if not grammar_of(passage.language).pro_drop:
        return False
    tree, told = passage.tree, (i for i in passage.kept if i not in passage.quoted_words)
    for index in (i for i in told if tree.relations[i] == "ccomp" and passage.tokens[i].feat("VerbForm") == "Fin"):
        below = tree.children.get(index, ())
        reflexive = any(passage.tokens[i].feat("Reflex") == "Yes" for i in below)
        behind = any(i > index and passage.tokens[i].upos in NOUNS and not _has_case(passage, i) for i in below)
        if reflexive and not behind and _TOLD.isdisjoint(tree.relations[i] for i in below):
            return True
    return False


def counts_what_is_not_said(passage: Passage, before: Passage) -> bool:
    """`is ready to grant 80`: of what; `will send 2,000 doses`: of what, by a noun that is always of something."""
    return (bool(before.quantities) and _counts_no_noun(passage)) or _counts_portions(passage)


def leaves_its_only_thing_open(passage: Passage, before: Passage) -> bool:
    """`asked for a refund`, `pidió que se fije una nueva fecha`: of what; it tells no other thing."""
    tokens, tree, known = passage.tokens, passage.tree, grammar_of(passage.language).of_a_matter
    things = _things(passage)
    if len(things) != 1 or tree.lemmas[things[0]] not in known or complete.is_talk(passage) or complete.is_talk(before):
        return False
    behind = (tree.forms[i] for i in range(things[0] + 1, len(tokens)) if i not in passage.of_days)
    of_words = grammar_of(passage.language).of_words[:1]
    return bool(_things(before)) and not any(form in of_words for form in behind)


SIGNS: tuple[Callable[[Passage, Passage], bool], ...] = (
    leaves_its_only_thing_open,
    answers,
    gives_the_reason,
    quotes_what_was_told,
    leaves_out_what_is_done,
    counts_what_is_not_said,
)


ANSWERING: tuple[Callable[[Passage, Passage], bool], ...] = (answers, leaves_out_what_is_done)
"""Those by which the first sentence of a paragraph goes on from the last one of that before."""


def _addressed(passage: Passage) -> set[str]:
    """Whom a line's main verb names behind it; a parser may take `De la Fuente` before it for no subject."""
    tree, root = passage.tree, passage.root if passage.root is not None else len(passage.tokens)
    told = [
        i for i in tree.children.get(root, ()) if i > root and tree.relations[i].partition(":")[0] in {"obl", "iobj", "obj"}
    ]
    named = (passage.mention_at.get(i) for i in told)
    return {mention.actor for mention in named if mention is not None and not mention.place}


def _names_somebody(passage: Passage) -> bool:
    return any(not mention.place for mention in passage.mentions)


def _denies(passage: Passage) -> bool:
    """What says `no` answers what has been told; other words may open a matter of their own."""
    grammar = grammar_of(passage.language)
    return not passage.vocabulary.isdisjoint(negations_of(passage.language) | grammar.no_words)


def _tells_words(before: Passage) -> bool:
    """`Popa said that …`, `rejected the reasons`; `Popa met Borg` tells none."""
    root, tree, grammar = before.root, before.tree, grammar_of(before.language)
    if root is None:
        return False
    told = tree.lemmas[root] in grammar.attitude_verbs | grammar.denying_verbs
    return told or any(tree.relations[i] in {"ccomp", "parataxis"} for i in tree.children.get(root, ()))


def _counts_no_noun(passage: Passage) -> bool:
    """A number that stands where its noun would."""
    tree, plain = passage.tree, [q.span for q in passage.quantities if q.kind == "number" and q.unit is None]
    for index in passage.kept:
        token = passage.tokens[index]
        lone = token.upos == "NUM" and tree.relations[index] == "obj" and index not in passage.of_days
        if lone and any(span.overlaps(token.span) for span in plain) and not tree.children.get(index, ()):
            return True
    return False


def _counts_portions(passage: Passage) -> bool:
    tree, portions = passage.tree, grammar_of(passage.language).portions
    for index in passage.places_of(portions):
        own = [tree.relations[i].partition(":")[0] for i in tree.children.get(index, ())]
        counted = "nummod" in own and tree.relations[index] in _COUNTED_PLACES
        if counted and UNCOUNTED.isdisjoint(own) and index + 1 < len(passage.tokens):
            return passage.tree.forms[index + 1] not in grammar_of(passage.language).of_words[:1]
    return False


def _things(passage: Passage) -> list[int]:
    """The nouns that are nobody and no day."""
    every = (i for i in passage.kept if passage.tokens[i].upos in NOUNS)
    return [i for i in every if i not in passage.named and i not in passage.of_days]


def _has_case(passage: Passage, index: int) -> bool:
    return any(passage.tree.relations[i] == "case" for i in passage.tree.children.get(index, ()))


def _outside(passage: Passage) -> list[Mention]:
    """Whom it names beside the words in quotation marks."""
    return [mention for mention in passage.mentions if not mention.place and not passage.is_quoted(mention.span)]
