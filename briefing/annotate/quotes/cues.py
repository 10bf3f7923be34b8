"""Words that introduce what somebody says, and who that is.

A cue is a verb of the language's list that asserts: not denied, not wished, not under "if", not "could say".
"""

from __future__ import annotations

from dataclasses import dataclass

from briefing.annotate.quotes.lexicon import Frame, Lexicon
from briefing.annotate.quotes.subjects import find_subject, verb_group
from briefing.annotate.quotes.tree import SUBJECTS, Tree, is_finite, is_punct, span_between
from briefing.model import Span

NEAR = 7
"""How many words before a verb the "if" of its clause may stand: "Si la primera ministra dice que"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cue:
    """A cue verb at `index` with its auxiliaries `first:last + 1`, and its subject's words, if any.

    `elided` where a third person speaks who is not named in the sentence; `passive` where nobody is ("se informó que").
    """

    tree: Tree
    index: int
    first: int
    last: int
    frames: frozenset[Frame]
    subject: tuple[int, ...] = ()
    elided: bool = False
    passive: bool = False

    @property
    def tensed(self) -> bool:
        """A finite verb or one with an auxiliary, not "saying", "afirmando"."""
        return is_finite(self.tree, self.index) or self.first < self.index

    @property
    def level(self) -> int:
        return self.tree.level[self.index]

    @property
    def start(self) -> int:
        """Where the attribution begins: the subject, if it stands before the verb."""
        return min((self.first, *self.subject)) if self.subject and self.subject[0] < self.index else self.first

    @property
    def stop(self) -> int:
        """Behind the verb, and behind the subject where that follows it."""
        return max((self.last, *self.subject)) + 1 if self.subject and self.subject[0] > self.index else self.last + 1

    @property
    def span(self) -> Span:
        return span_between(self.tree, self.first, self.last + 1)

    @property
    def speaker(self) -> Span | None:
        return span_between(self.tree, self.subject[0], self.subject[-1] + 1) if self.subject else None


def find_cues(tree: Tree, lexicon: Lexicon) -> list[Cue]:
    """The cues of a sentence, in order."""
    return [cue for index in range(len(tree.tokens)) if (cue := read_cue(tree, index, lexicon)) is not None]


def read_cue(tree: Tree, index: int, lexicon: Lexicon) -> Cue | None:
    token = tree.tokens[index]
    frames = lexicon.frames.get(lexicon.lemma(token))
    if frames is None or token.upos not in {"VERB", "AUX"} or not _has_particle(tree, index, lexicon):
        return None
    if any(gate(tree, index, lexicon) for gate in GATES):
        return None
    first, last = verb_group(tree, index)
    subject, passive = find_subject(tree, index, lexicon)
    first_person = bool(subject) and lexicon.has("first_persons", tree.lower(subject[0]))
    persons = {tree.tokens[word].feat("Person") for word in (index, *tree.of(index, "aux"))}
    if first_person or persons & {"1", "2"} or (not subject and tree.level[index] >= 0):
        return None
    elided = lexicon.pro_drop and not subject and not passive and is_finite(tree, index)
    return Cue(tree=tree, index=index, first=first, last=last, frames=frames, subject=subject, elided=elided, passive=passive)


def _has_particle(tree: Tree, index: int, lexicon: Lexicon) -> bool:
    wanted = lexicon.particles.get(lexicon.lemma(tree.tokens[index]))
    return wanted is None or any(tree.lower(child) in wanted for child in (*tree.children[index], index + 1))


def is_negated(tree: Tree, index: int, lexicon: Lexicon) -> bool:
    """no dijo que, did not say, never said, sin decir que, nobody said, ningún ministro dijo: nothing is attributed."""
    group = [index, *tree.of(index, "aux", "aux:pass")]
    subjects = tree.of(index, *SUBJECTS)
    words = [child for verb in group for child in tree.of(verb, "advmod", "mark", "det") if child < index]
    words += [word for subject in subjects for word in (subject, *tree.of(subject, "det"))]
    return any(lexicon.has("negations", tree.lower(word)) for word in words)


def is_modal(tree: Tree, index: int, lexicon: Lexicon) -> bool:
    """could say, debe decir, diría: not said."""
    if tree.tokens[index].feat("Mood") in {"Imp", "Sub"}:
        return True
    modal = [
        verb
        for verb in tree.of(index, "aux")
        if lexicon.has("modals", tree.tokens[verb].lemma) or lexicon.has("modals", tree.lower(verb))
    ]
    return bool(modal) or tree.tokens[index].feat("Mood") == "Cnd"


def is_infinitive(tree: Tree, index: int, lexicon: Lexicon) -> bool:
    """to say, decir; but "volvió a decir", "will say" assert."""
    token = tree.tokens[index]
    if token.feat("VerbForm") != "Inf" or tree.of(index, "aux"):
        return False
    return not (token.deprel == "xcomp" and token.head >= 0 and tree.tokens[token.head].upos == "AUX")


def is_other_sense(tree: Tree, index: int, lexicon: Lexicon) -> bool:
    """se negó a ir: the reflexive verb says nothing."""
    reflexive = lexicon.has("not_reflexive", lexicon.lemma(tree.tokens[index]))
    return reflexive and any(
        lexicon.has("reflexives", tree.lower(place)) for place in (index - 1, index - 2, *tree.of(index, "expl:pv"))
    )


def is_condition(tree: Tree, index: int, lexicon: Lexicon) -> bool:
    """si dice que, whether he said."""
    if any(lexicon.has("conditions", tree.lower(mark)) for mark in tree.of(index, "mark")):
        return True
    for place in range(index - 1, max(-1, index - NEAR), -1):
        if is_punct(tree, place) or tree.tokens[place].upos in {"VERB", "ADP"}:
            return False
        if lexicon.has("conditions", tree.lower(place)):
            return True
    return False


def is_participle(tree: Tree, index: int, lexicon: Lexicon) -> bool:
    """is said to, la propuesta anunciada: a participle without an auxiliary that makes it a tense."""
    token = tree.tokens[index]
    if token.feat("VerbForm") != "Part" or token.feat("Tense") == "Pres":
        return False
    return token.deprel in {"acl", "amod"} or (bool(tree.of(index, "aux:pass")) and not tree.of(index, "ccomp"))


GATES = (is_negated, is_other_sense, is_modal, is_infinitive, is_condition, is_participle)
