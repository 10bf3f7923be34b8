"""An answer of an interview and what it answers: the whole turn of who asks, be it a question or a remark.

`Peru forbids it. Do you agree?` — `We do.`: without the turn before it nobody can tell what is agreed to.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from briefing.knowledge.assent import without_assent
from briefing.model import Actor, Item, Sentence, Token
from briefing.model.letters import UPPER
from briefing.model.marks import ANSWERED
from briefing.realize.found import NOUNS
from briefing.realize.grammar import grammar_of
from briefing.realize.leaning import elided
from briefing.realize.leaning.definites import TELLING
from briefing.realize.leaning.references import said_before
from briefing.realize.rungs.passages import Passage, of_its_words

LONGEST_LATER = 8
"""Words of a later sentence of an answer that may still lean on the question."""
SHORT_ANSWER = 14
"""Words of an answer that is told with its question wherever the two are not long."""
LONGEST_TALK = 75
"""Words of a question with its answer."""
SEVERAL = 2
"""Questions of an interview."""
_TELLS_A_QUESTION = re.compile(r"\w: [“\"‘'«]")
"""`And he told me: “How long?”`: who answers tells what somebody else has asked."""
_LABEL = re.compile(rf"[^\W\d][^\n?]{{0,80}}:$|[^\W\d]{{1,2}}\.$|[{UPPER} ]{{3,40}}\.\s?[-–—]*$")
"""`QUESTION:`, `P.`, `PREGUNTA.-`: who asks, set apart from what is asked."""


def is_anothers_turn(passage: Passage, other: Sentence) -> bool:
    """Whether a sentence stands under another speaker's label: beside `according to Ruiz` it would be read as hers.

    A question is shown as what it is; of two labels of one speaker the shorter's words stand in the longer one.
    """
    own, before = _label_above(passage, passage.span.start), _label_above(passage, other.span.start)
    return other.kind == "body" and bool(own) and not (own <= before or before <= own)


def _label_above(passage: Passage, start: int) -> frozenset[str]:
    """The words of the last speaker's label before a place."""
    labels = passage.whole.kinds.get("speaker", ()) if passage.whole else ()
    last = next((one for one in reversed(labels) if one.span.start < start), None)
    return frozenset(re.findall(r"\w+", last.span.of(passage.source).casefold())) if last else frozenset()


@of_its_words
def leans_on_its_question(passage: Passage) -> bool:
    """`We will not swap one market for another.`, `We are asking for 30 million.`: for what, an interview's question says."""
    asked = asked_before(passage)
    if not asked:
        return False
    return is_short_answer(passage) or _tells_nothing(passage) or not _takes_up(passage, asked) or leaves_who_out(passage)


@of_its_words
def leaves_who_out(passage: Passage) -> bool:
    """`Fueron detenidos el 3 de mayo frente a la isla.`: who, the question says, in a language that leaves subjects out."""
    root, tree, grammar = passage.root, passage.tree, grammar_of(passage.language)
    if root is None or not grammar.pro_drop or elided.has_subject(passage, root):
        return False
    own = [passage.tokens[root], *tree.below(root)]
    finite = next((t for t in own if t.upos in {"VERB", "AUX"} and t.feat("VerbForm") == "Fin"), None)
    impersonal = any(token.deprel.startswith("expl") for token in own) or (finite and finite.lemma in grammar.existential)
    return finite is not None and finite.feat("Person") == "3" and finite.feat("Number") == "Plur" and not impersonal


def wants_its_question(passage: Passage, item: Item) -> bool:
    """Of what somebody only maintains in an answer the question always tells the matter: `The fence will be repaired.`"""
    return leans_on_its_question(passage) or (ANSWERED in item.rules and bool(asked_before(passage)))


def is_short_answer(passage: Passage) -> bool:
    """One of few words that names nobody beside who acts, and which its question makes little longer."""
    tokens = passage.tokens
    if any(tokens[i].upos == "PROPN" and not tokens[i].deprel.startswith("nsubj") for i in passage.kept):
        return False
    answer = passage.source[answer_start(passage) - passage.offset : passage.span.stop - passage.offset]
    asked = sum(len(_words_of(passage, one).split()) for one in asked_before(passage))
    return passage.length < SHORT_ANSWER and asked + len(answer.split()) <= LONGEST_TALK


def _tells_nothing(passage: Passage) -> bool:
    """No figure, no day, nobody but the speaker's own side, and nothing that is described."""
    if passage.dates or passage.quantities:
        return False
    tokens = passage.tokens
    told = [i for i in passage.kept if tokens[i].upos in NOUNS and not tokens[i].deprel.startswith("nsubj")]
    return not any(tokens[i].upos == "PROPN" or _is_described(tokens, i) for i in told)


def _takes_up(passage: Passage, asked: Sequence[Sentence]) -> bool:
    """Whether the answer names, as far as the sentence, a thing asked about; a long later one stands alone."""
    grammar = grammar_of(passage.language)
    nouns = {token.lemma.casefold() for one in asked for token in one.tokens if token.upos in NOUNS}
    things = nouns - grammar.state_bodies - grammar.unique_nouns  # `What will the government do?` names no matter
    start = answer_start(passage)
    if start < passage.span.start and passage.length > LONGEST_LATER:
        return True
    said = passage.source[start - passage.offset : passage.span.stop - passage.offset]
    return not things or any(said_before(thing, said) for thing in things)


def answer_start(passage: Passage) -> int:
    """Where the paragraph of a sentence begins, behind the label of who speaks."""
    own, whole = passage.sentence, passage.whole
    paragraph = whole.paragraphs.get(own.paragraph, ()) if own is not None and whole is not None else ()
    body = (one for one in paragraph if own and one.kind == own.kind)
    return next((one.span.start for one in body), passage.span.start)


def _is_described(tokens: Sequence[Token], index: int) -> bool:
    own = (token for token in tokens if token.head == index and token.upos in {*NOUNS, "ADJ", "VERB"})
    return any(token.deprel in TELLING for token in own)


@of_its_words
def asked_before(passage: Passage) -> tuple[Sentence, ...]:
    """The turn of who asks, to which the sentence's paragraph is the answer; nothing where nobody surely asks."""
    own, whole = passage.sentence, passage.whole
    if own is None or whole is None or passage.offset:
        return ()
    turn = [one for one in whole.paragraphs.get(own.paragraph - 1, ()) if one.kind != "speaker"]
    turn = [one for one in turn if not _LABEL.fullmatch(one.span.of(passage.source))]
    ends = turn[-1].span.of(passage.source).rstrip(' *_"”»') if turn else ""
    if ends.endswith("?"):
        ends = without_assent(ends, passage.language)  # `Peru will pay, right?` of who goes on speaking is no question
    asks = ends.endswith("?") and not _TELLS_A_QUESTION.search(ends)
    if turn and (_is_surely_asked(passage, turn[-1]) or (asks and all(one.kind == "question" for one in turn))):
        return tuple(turn)
    return tuple(turn[-1:]) if asks else ()


def interviewed(passage: Passage, country: str) -> Actor | None:
    """Who answers in an interview, known by the country alone: the one person whom the lines before all questions name."""
    doc = passage.doc
    asked = [one for one in doc.sentences if one.kind == "question"] if doc is not None else []
    if doc is None or len(asked) < SEVERAL or not asked_before(passage):
        return None
    before = {mention.actor for mention in doc.mentions if mention.span.stop <= asked[0].span.start}
    people = [doc.actors[one] for one in sorted(before) if doc.actors[one].kind == "person"]
    return people[0] if len(people) == 1 and people[0].country == country else None


@of_its_words
def is_asked(passage: Passage) -> bool:
    """Whether a sentence stands in the turn of who asks."""
    own = passage.sentence
    heading = own is not None and own.kind == "title" and passage.words.rstrip(' *_"”»').endswith("?")
    return own is not None and (own.kind == "question" or heading or _is_surely_asked(passage, own))


@of_its_words
def turn_before(passage: Passage) -> tuple[Sentence, ...]:
    """What the same turn says before a question: `The tunnel was to cost 8 billion. How much will it cost?`."""
    own, whole = passage.sentence, passage.whole
    turn = whole.paragraphs.get(own.paragraph, ()) if own is not None and whole is not None else ()
    before = [one for one in turn if one.kind != "speaker" and one.span.stop <= passage.span.start]
    return tuple(one for one in before if not _LABEL.fullmatch(_words_of(passage, one)))[-1:]


def _is_surely_asked(passage: Passage, sentence: Sentence) -> bool:
    asked = passage.whole.asked if passage.whole else ()
    return any(span.overlaps(sentence.span) for span in asked)


def _words_of(passage: Passage, sentence: Sentence) -> str:
    return sentence.span.of(passage.source)
