"""What of a line asks for the sentence before it: a small word, a verb or a noun that says nothing alone, very few words.

A link that only adds (`also`, `por su parte`) asks for nothing: the edition strips it, and nobody misses what it adds to.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from functools import lru_cache

from briefing.knowledge import Knowledge
from briefing.model import Language
from briefing.model.known_rows import SPOKESPERSON
from briefing.realize.edition import Edition
from briefing.realize.grammar import grammar_of, negations_of
from briefing.realize.leaning import complete, pointers
from briefing.realize.leaning.definites import TELLING, UNCOUNTED
from briefing.realize.leaning.lacking import has_a_thing_before
from briefing.realize.leaning.unresolved import means_what_was_told
from briefing.realize.notes.bringing import is_of_another_kind
from briefing.realize.notes.neighbours import FEW, leaves_a_verb_bare, names_a_bare_matter, says_a_phrase
from briefing.realize.notes.qualifying import main_subject
from briefing.realize.rungs.leads import opens_its_article
from briefing.realize.rungs.passages import Passage, of_its_words

CIRCUMSTANCES = frozenset({"advcl", "obl:agent"})
"""What stands by a verb and tells when, why and by whom."""
FEWEST = 12
"""Words of a line that may leave its matter to the sentence before: `Peru denies responsibility.`"""
SHORT = 14
"""… of one that often does: `India would send an aircraft.`"""

BARE = (says_a_phrase, names_a_bare_matter, leaves_a_verb_bare)
"""Signs of short lines that tell no matter."""


@dataclass(frozen=True, slots=True)
class Left:
    """What a line still has of its source's words: None in another language; `named` where it says whom a pronoun means."""

    words: Collection[str] | None
    named: bool = False

    def has(self, form: str, personal: Collection[str]) -> bool:
        return self.words is None or (form in self.words and not (self.named and form in personal))


def asks(passage: Passage, left: Left, edition: Edition) -> bool:
    """Whether the sentence before tells what a line's words mean."""
    if opens_its_article(passage):
        return False
    return _says_nothing_alone(passage, edition) or means_what_was_told(passage) or _points(passage, left)


def asks_by_a_word(passage: Passage, left: Left, edition: Edition) -> bool:
    """Whether a certain word of the line, or that it has so few, asks for the sentence before; that it is talk does not."""
    if opens_its_article(passage) or complete.is_talk(passage):
        return False
    open_words = _leaves_something_open(passage, edition) or means_what_was_told(passage) or _goes_on(passage)
    return open_words or _points(passage, left) or (is_short(passage) and _points_back(passage, left))


def _points_back(passage: Passage, left: Left) -> bool:
    """`so far`, `asked that it be cut`, where that word stands in the line."""
    small = (i for i in pointers.pointing_words(passage) if left.has(passage.tree.forms[i], ()))
    related = complete.relates(passage.language).search(passage.words) is not None
    return related or any(not has_a_thing_before(passage, i) for i in small)


@of_its_words
def may_lean(passage: Passage) -> bool:
    """Whether a sentence may need another though no word asks for one: it takes a matter up, answers, or names nobody.

    `That figure is false`, `“It is no secret,” she said`, `Repairs would cost 19 million`.
    """
    return is_short(passage) or leans_itself(passage)


def is_short(passage: Passage) -> bool:
    """`The minister said she was not aware of the case.`: few words, that open no article."""
    return passage.length < SHORT and not opens_its_article(passage)


@of_its_words
def leans_itself(passage: Passage) -> bool:
    """Of those a sentence, however short, that names nobody, takes a matter up or answers."""
    named = any(not mention.place for mention in passage.mentions)
    return not opens_its_article(passage) and (not named or answers(passage))


@of_its_words
def answers(passage: Passage) -> bool:
    """`That figure is false`, `“It is no secret,” she said`: whatever paragraph it opens, it goes on from what was said."""
    return complete.is_talk(passage) or _takes_a_matter_up(passage)


def _takes_a_matter_up(passage: Passage) -> bool:
    matters = (one for one in complete.unexplained(passage) if not is_of_another_kind(one))
    return any(complete.takes_a_matter_up(one) for one in matters)


def _says_nothing_alone(passage: Passage, edition: Edition) -> bool:
    """One with a word that leaves something open, few words that go on, somebody's bare talk."""
    return _leaves_something_open(passage, edition) or _goes_on(passage) or is_talk_alone(passage)


def _leaves_something_open(passage: Passage, edition: Edition) -> bool:
    """`Ruiz said he would attend`, `had received no answer`: what, to what."""
    bare = passage.length < FEW and any(sign(passage, passage, edition) for sign in BARE)
    bare = bare or says_a_phrase(passage, passage, edition)
    untold = bare or _is_told_bare(passage, edition) or _counts_somebody(passage) or _is_nobodys_speaker(passage, edition)
    return untold or complete.denies_a_deed(passage) or _tells_of_nothing(passage) or _speaks_of_any(passage)


def _is_told_bare(passage: Passage, edition: Edition) -> bool:
    """`The Malian minister confirmed that he would attend but had not changed his demand`, `no pudo asistir por hallarse en
    otra región`: what, however long the line; `Asistieron Ruiz y Soto` goes on from a line above.
    """
    root, tree, grammar = passage.root, passage.tree, grammar_of(passage.language)
    told = root is not None and tree.lemmas[root] not in grammar.bare_verbs
    told = told or any(tree.forms[i] in negations_of(passage.language) for i in tree.children.get(root or 0, ()))
    return told and leaves_a_verb_bare(passage, passage, edition)


@of_its_words
def _counts_somebody(passage: Passage) -> bool:
    """`Eighteen men are being held in Callao`: who; people of whom only the number is told, by what is done to them."""
    index, tree = main_subject(passage), passage.tree
    if index is None or not passage.tokens[index].deprel.endswith(":pass"):
        return False
    own = [tree.relations[i].partition(":")[0] for i in tree.children.get(index, ())]
    plain = tree.lemmas[index] in grammar_of(passage.language).plain_people
    beside = {passage.tokens[i].deprel for i in tree.children.get(passage.tokens[index].head, ())}
    if not CIRCUMSTANCES.isdisjoint(beside):  # `Nineteen people were killed when gunmen attacked a village`
        return False
    return plain and "nummod" in own and UNCOUNTED.isdisjoint(own)


@of_its_words
def _speaks_of_any(passage: Passage) -> bool:
    """`Soto ruled out any special treatment`: of whom; few words, of which none says of what."""
    tree, words = passage.tree, grammar_of(passage.language).any_words
    nouns = [passage.tokens[i].head for i in passage.places_of(words) if passage.tokens[i].head > i]
    bare = any(tree.relations[i] == "obj" and not _is_told(passage, i) for i in nouns)
    return bare and passage.length < SHORT


def _is_told(passage: Passage, index: int) -> bool:
    below = {passage.tree.relations[i].partition(":")[0] for i in passage.tree.children.get(index, ())}
    return not below.isdisjoint({"nmod", "acl", "compound", "appos"})


@of_its_words
def _tells_of_nothing(passage: Passage) -> bool:
    """`Ruiz insists that nothing was lost`, `denied that it had hidden anything`: of what; few words."""
    tree, nothing = passage.tree, grammar_of(passage.language).nothing_words
    told = any(tree.relations[i].startswith(("nsubj", "obj")) and not tree.children.get(i) for i in passage.places_of(nothing))
    return told and passage.length < SHORT


def _is_nobodys_speaker(passage: Passage, edition: Edition) -> bool:
    """`A spokeswoman recalled that …`: whose."""
    index, tree, grammar = main_subject(passage), passage.tree, grammar_of(passage.language)
    if index is None or tree.lemmas[index] not in _speakers(edition.knowledge, passage.language):
        return False
    own = [i for i in tree.children.get(index, ()) if i not in passage.of_days]
    some = any(tree.forms[i] in grammar.indefinite_articles for i in own)
    return some and not any(tree.relations[i] in TELLING for i in own)


@lru_cache(maxsize=8)
def _speakers(knowledge: Knowledge, language: Language) -> frozenset[str]:
    rows = (role for name, role in knowledge.roles.items() if name.rpartition(".")[2] == SPOKESPERSON)
    return frozenset(form for role in rows for form in role.forms.get(language, ()))


@of_its_words
def is_talk_alone(passage: Passage) -> bool:
    """`“A no in March can be a yes in May,” Dahl said`: to what; nothing in it is somebody, a sum or a known matter."""
    found = (one.span for every in (passage.mentions, passage.quantities, passage.concepts) for one in every)
    return complete.is_talk(passage) and not any(map(passage.is_quoted, found))


@of_its_words
def _goes_on(passage: Passage) -> bool:
    """Few words that name but who acts, behind others of their paragraph, which tell of what."""
    own, whole = passage.sentence, passage.whole
    before = whole.paragraphs.get(own.paragraph, ()) if own is not None and whole is not None else ()
    few = passage.length < FEWEST and len(passage.mentions) <= 1
    return few and any(one.span.stop <= passage.span.start for one in before if one.kind == "body")


def _points(passage: Passage, left: Left) -> bool:
    """`asked that it be cut`, `because of that`: a small word that still stands in the line, and nothing in it can be meant."""
    return pointers.bare_word_for_all(passage) is not None or open_pointers(passage, left)


def open_pointers(passage: Passage, left: Left) -> bool:
    """Whether one of the words that may mean something told before is left in the line."""
    personal, forms = grammar_of(passage.language).personal_pronouns, passage.tree.forms
    return any(left.has(forms[i], personal) for i in pointing_places(passage))


@of_its_words
def pointing_places(passage: Passage) -> tuple[int, ...]:
    """Those of the words that may mean a clause and have none and no thing before them, and of those that no name fits."""
    loose = pointers.loose_pointers(passage)
    return tuple(i for i in pointers.pointing_words(passage) if i in loose or _means_a_clause(passage, i))


def _means_a_clause(passage: Passage, index: int) -> bool:
    clausal = any(row.clause and passage.tree.forms[index] in row.forms for row in grammar_of(passage.language).pointers)
    acts = passage.tree.relations[index] == "nsubj"  # `the embassy rejected what it called a lie`
    return clausal and not (acts or has_a_thing_before(passage, index) or pointers.is_told_before(passage, index))
