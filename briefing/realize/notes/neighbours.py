"""A line that is better read with the sentence before it, though no word of it is an open reference: both are printed.

`Interest is capped at 2.1 percent.`, `Hanoi asked that it be dropped`, `Petcu will study the samples`: the sentence before
tells of a loan, a fine, the samples of what.  `SIGNS` say that a line is better read so; it is where the sentence before
stands alone, tells what is wanted and is not long.  In doubt the line is printed as it is.
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Callable
from functools import cache, reduce

from briefing.model import Item, Language, Meeting, Position, Rung, Token
from briefing.model.marks import WITH_ITS_QUESTION, WITH_THE_SENTENCE_BEFORE
from briefing.realize.edition import Edition
from briefing.realize.found import NOUNS
from briefing.realize.grammar import grammar_of, one_of
from briefing.realize.leaning.definites import Definite, first_mention, is_known, nouns_with_articles, says_which
from briefing.realize.leaning.leanings import Leaning
from briefing.realize.leaning.references import said_above, said_before
from briefing.realize.notes.interviews import asked_before
from briefing.realize.rungs import originals
from briefing.realize.rungs.leads import opens_its_article
from briefing.realize.rungs.native import Attempt, finish, whole_sentence
from briefing.realize.rungs.openings import drop_turn_label
from briefing.realize.rungs.passages import Passage, of_its_words
from briefing.realize.wording.verbs import is_subjunctive

BETTER = f"better_{WITH_THE_SENTENCE_BEFORE}"
"""The rule on a line that is printed with the sentence before it, though it could stand alone."""
SHORT = 9
"""So many words tell a matter by themselves."""
LONGEST = 60
"""Words of a line with the sentence before it."""
MOST_BEFORE = 2
COMPLETING = frozenset({"obj", "iobj", "obl", "obl:arg", "ccomp", "xcomp", "advcl", "csubj", "obl:agent"})
"""What stands by a verb and tells what it is done to."""
DESCRIBING = frozenset({"nmod", "acl", "compound", "appos", "nummod"})
"""What hangs on a noun and tells of what it is."""
SAYING = frozenset({"obj", "nsubj", "nsubj:pass", "obl"})
"""What a noun is to its verb, that it tells a matter: a share's word may be no noun to the tagger (`un tercio`)."""
FEW = 16
"""So many words may still leave a matter to the sentence before, though they name somebody."""
OWN_WORDS = frozenset({"native", "verbatim"})
"""Rungs that print a source's sentence: one that is told anew is not told with another."""
_WORDS = re.compile(r"\w+")
_LABELLED = re.compile(r"^(?P<who>[^“”«»\"]+: )(?P<left>[“«])(?P<said>.*)(?P<right>[”»])$", re.DOTALL)


# ------------------------------------------------------------------ the signs


def tells_in_few_words(passage: Passage, before: Passage, edition: Edition) -> bool:
    """`Interest is capped at 2.1 percent.`, inside its paragraph: of which loan, the sentence before says."""
    few = drop_turn_label(passage).length < SHORT
    return few and not passage.mentions and _are_of_one_paragraph(before, passage)


def names_a_known_thing(passage: Passage, before: Passage, edition: Edition) -> bool:
    """`Petcu will study the samples`: the sentence before tells which; no line above has told it."""
    beside = [one for one in nouns_with_articles(passage) if one.noun.upos == "NOUN" and one.article == one.index - 1]
    nouns = (one for one in beside if said_before(one.lemma, before.words))
    return any(_is_told_by_its_article_alone(one, edition) for one in nouns)


def leaves_out_what(passage: Passage, before: Passage, edition: Edition) -> bool:
    """`Perú pidió que se retire`, `ordenó que se devuelvan`: what, in a language that leaves subjects out."""
    if not grammar_of(passage.language).pro_drop:
        return False
    tokens, children, relations = passage.tokens, passage.tree.children, passage.tree.relations
    for index in passage.kept if "ccomp" in relations else ():
        if relations[index] != "ccomp":
            continue
        below = children.get(index, ())
        if not any(relations[i].startswith("expl") for i in below):
            continue
        told = any(relations[i] in {"nsubj", "csubj", "obj", "ccomp"} for i in below)
        behind = any(i > index and tokens[i].upos in NOUNS and not _has_case(passage, i) for i in below)
        if not (told or behind) and is_subjunctive(tokens[index], passage.language):
            return True
    return False


def says_a_phrase(passage: Passage, before: Passage, edition: Edition) -> bool:
    """`Soto asked Peru to do the same`, `"We will not sign because of that"`: as what, because of what."""
    return _has_a_phrase(passage)


@of_its_words
def _has_a_phrase(passage: Passage) -> bool:
    return _phrases(passage.language).search(passage.words) is not None


def names_a_bare_matter(passage: Passage, before: Passage, edition: Edition) -> bool:
    """`Chile proposed a joint inquiry`, `will pay a third`: into what, of what; by itself the noun tells no matter."""
    return has_a_bare_matter(passage)


@of_its_words
def has_a_bare_matter(passage: Passage) -> bool:
    """Whether it has one."""
    grammar, tree = grammar_of(passage.language), passage.tree
    known = passage.places_of(grammar.bare_matters)
    nouns = (i for i in known if tree.relations[i] in SAYING and tree.forms[i] in grammar.bare_matters)
    return any(not _is_complemented(passage, i) for i in nouns)


def leaves_a_verb_bare(passage: Passage, before: Passage, edition: Edition) -> bool:
    """`Soto said he would attend`: what; nothing stands behind the verb."""
    return _has_a_bare_verb(passage)


@of_its_words
def _has_a_bare_verb(passage: Passage) -> bool:
    verbs, tree = grammar_of(passage.language).bare_verbs, passage.tree
    found = (i for i in passage.places_of(verbs) if passage.tokens[i].upos == "VERB" and tree.lemmas[i] in verbs)
    return any(not _is_completed(passage, i) for i in found)


def _is_completed(passage: Passage, verb: int) -> bool:
    """`attend the talks`, `will be signed`, `the text that both will sign`; not `sign in June`, `attend for lack of time`."""
    tree = passage.tree
    below = tree.children.get(verb, ())
    told = (c for c in below if tree.relations[c] in COMPLETING and c not in passage.of_days)
    meant = any(tree.relations[c] != "advcl" or not _has_mark(passage, c) for c in told)
    passive = any(tree.relations[c] in {"nsubj:pass", "aux:pass", "expl:pass"} for c in below)
    return meant or passive or tree.relations[verb].startswith(("acl", "amod"))


def _has_mark(passage: Passage, index: int) -> bool:
    return any(passage.tree.relations[i] == "mark" for i in passage.tree.children.get(index, ()))


def gives_to_nothing(passage: Passage, before: Passage, edition: Edition) -> bool:
    """`The Union has promised 3 million euros`, `Peru aportará dos helicópteros`: for what."""
    return _has_a_bare_gift(passage)


@of_its_words
def _has_a_bare_gift(passage: Passage) -> bool:
    return _gives(passage, grammar_of(passage.language).giving_verbs)


def offers_for_nothing(passage: Passage) -> bool:
    """`Lithuania has offered 15 million euros.`: a note tells for what; the line need not be printed with its neighbour."""
    return _gives(passage, grammar_of(passage.language).offering_verbs)


def _gives(passage: Passage, verbs: frozenset[str]) -> bool:
    tree = passage.tree
    found = (i for i in passage.places_of(verbs) if passage.tokens[i].upos == "VERB" and tree.lemmas[i] in verbs)
    return any(not any(_tells_for_what(passage, c) for c in tree.children.get(i, ())) for i in found)


def _tells_for_what(passage: Passage, index: int) -> bool:
    """Beside a verb of giving: a purpose, a receiver, a clause; behind what is given, words that say of what it is."""
    relation = passage.tree.relations[index]
    if relation == "obj":
        of = (t for t in passage.tree.below(index) if t.deprel.partition(":")[0] in {"nmod", "acl"})
        return any(t.upos not in {"NUM", "SYM"} and not _is_of_money(passage, t) for t in of)
    return relation in COMPLETING - {"obj"} and index not in passage.of_days


def _is_of_money(passage: Passage, token: Token) -> bool:
    """`3 millones de euros`: the unit, and not of what."""
    return any(quantity.span.overlaps(token.span) for quantity in passage.quantities)


def _is_complemented(passage: Passage, index: int) -> bool:
    """By what hangs on it, or by what its verb has behind it."""
    tree, above = passage.tree, passage.tokens[index].head
    own = any(tree.relations[c].partition(":")[0] in DESCRIBING for c in tree.children.get(index, ()))
    behind = (c for c in tree.children.get(above, ()) if c > index and tree.relations[c].startswith("obl"))
    return own or any(c not in passage.dated for c in behind)


@cache
def _phrases(language: Language) -> re.Pattern[str]:
    return re.compile(rf"\b{one_of(grammar_of(language).better_phrases)}\b", re.IGNORECASE)


NEEDY: tuple[Callable[[Passage, Passage, Edition], bool], ...] = (
    says_a_phrase,
    names_a_bare_matter,
    leaves_a_verb_bare,
    gives_to_nothing,
)
"""Those of a short line, which may stand where a paragraph begins: the sentence before is then about another matter."""
SIGNS: tuple[Callable[[Passage, Passage, Edition], bool], ...] = (
    tells_in_few_words,
    names_a_known_thing,
    leaves_out_what,
    *NEEDY,
)


def _are_of_one_paragraph(left: Passage, right: Passage) -> bool:
    return left.sentence is not None and right.sentence is not None and left.sentence.paragraph == right.sentence.paragraph


def _has_case(passage: Passage, index: int) -> bool:
    return any(passage.tree.relations[i] == "case" for i in passage.tree.children.get(index, ()))


def _is_told_by_its_article_alone(one: Definite, edition: Edition) -> bool:
    """A noun that an earlier sentence has, and no line above."""
    if is_known(one) or says_which(one):
        return False
    told = said_before(one.lemma, one.before) or said_above(one.lemma, edition.lines)
    return not told and first_mention(one.passage, one.noun) is not None


# ------------------------------------------------------------------ what is printed


def with_its_neighbour(rung: Rung, attempt: Attempt, item: Item, edition: Edition) -> tuple[Rung, Attempt]:
    """A line with the sentence before it: both in the edition's words, else both as they stand; the line alone in doubt."""
    before = neighbours(rung, attempt, item, edition)
    if not before or attempt.text is None or attempt.evidence is None:
        return rung, attempt
    told = [_told(rung, one, edition) for one in before]
    if all(told):
        text = reduce(joined, [*(one for one in told if one), attempt.text])
        return rung, dataclasses.replace(attempt, text=text, rules=(*attempt.rules, BETTER))
    passage = edition.passages.of(attempt.evidence)
    text = originals.side_by_side(before, stand_in(before[-1]), passage, item, edition)
    return "verbatim", Attempt(text, (BETTER,), attempt.evidence)


def neighbours(rung: Rung, attempt: Attempt, item: Item, edition: Edition) -> tuple[Passage, ...]:
    """The sentences before the one that an attempt retells, where they are wanted and may stand there."""
    leant = {WITH_THE_SENTENCE_BEFORE, originals.BEHIND_FACT, WITH_ITS_QUESTION, originals.LEANS} & {*attempt.rules}
    if isinstance(item, Meeting) or rung not in OWN_WORDS or attempt.evidence is None or leant:
        return ()
    passage = edition.passages.of(attempt.evidence)
    if not passage.tokens or opens_its_article(passage) or asked_before(passage) or place_of(passage) in edition.alone:
        return ()
    sign = sign_of(passage, edition)
    found = () if sign is None or (sign in NEEDY and opens_its_paragraph(passage)) else run_before(passage, edition)
    foreign = (originals.brings_anothers_word(one, passage, item) or brings_anothers_act(one, passage, item) for one in found)
    return () if any(foreign) else found


def brings_anothers_act(before: Passage, passage: Passage, item: Item) -> bool:
    """`El diputado Ruiz pidió cerrar el puerto.`, in a paragraph of its own, before what Norway offers: in Norway's column it
    would be read as Norway's.  Only what a person does: `Chile cerró el puerto` is what Norway answers to."""
    doc = before.doc
    if not isinstance(item, Position) or doc is None or _are_of_one_paragraph(before, passage):
        return False
    tree = before.tree
    subjects = [i for i, relation in enumerate(tree.relations) if relation == "nsubj"]
    heads = [i for subject in subjects for i in (subject, *tree.children.get(subject, ())) if tree.tokens[i].upos == "PROPN"]
    heads = [i for i in heads if i in subjects or tree.relations[i] == "appos"]
    known = [
        doc.actors[before.mention_at[i].actor]
        for i in heads
        if i in before.mention_at and before.mention_at[i].actor in doc.actors
    ]
    unknown = any(i not in before.mention_at and "flat" in {tree.relations[c] for c in tree.children.get(i, ())} for i in heads)
    others = [one for one in known if one.kind == "person" and item.government not in {one.country, one.id}]
    return unknown or bool(others)


def opens_its_paragraph(passage: Passage) -> bool:
    """Whether a paragraph of several sentences begins with it: what stands before it may be about another matter."""
    own, whole = passage.sentence, passage.whole
    paragraph = whole.paragraphs[own.paragraph] if own is not None and whole is not None else ()
    return len(paragraph) > 1 and paragraph[0] is own


def sign_of(passage: Passage, edition: Edition) -> Callable[[Passage, Passage, Edition], bool] | None:
    """The first sign that a sentence is better read with the one before it."""
    before, short = originals.sentence_before(passage), passage.length < FEW
    signs = SIGNS if short else tuple(sign for sign in SIGNS if sign not in NEEDY)
    return next((sign for sign in signs if before is not None and sign(passage, before, edition)), None)


def place_of(passage: Passage) -> tuple[str, int]:
    """Its article, and where it begins there."""
    return passage.evidence.article, passage.evidence.start


def run_before(passage: Passage, edition: Edition) -> tuple[Passage, ...]:
    """The sentence before, with the one before that where it leans on it; none where they lean on a third or are long."""
    found: list[Passage] = []
    wanting: list[Leaning] = []
    at, length = passage, passage.length
    while len(found) < MOST_BEFORE:
        before = originals.sentence_before(at)
        if before is None or (found and not _are_of_one_paragraph(before, at)):
            return ()
        own, length = stand_in(before), length + before.length
        whole = length <= LONGEST and all(step(before, own, edition) for step in originals.WHOLE)
        if not whole or not all(row.gives(before, at, edition) for row in wanting):
            return ()
        found.insert(0, before)
        wanting = originals.needs(before, own, edition)
        if not wanting:
            return tuple(found)
        at = before
    return ()


def stand_in(passage: Passage) -> Item:
    """An item for a sentence that is only told with another: of that one's speakers and rules it has none."""
    return Item(id="", evidence=(passage.evidence,))


def _told(rung: Rung, before: Passage, edition: Edition) -> str | None:
    """The sentence before as the edition prints it, where the line is native and no word of it changes: no note quotes it."""
    if rung != "native":
        return None
    own = stand_in(before)
    result, rules = whole_sentence(before, own, edition)
    told = finish(result, edition, rules) if result is not None else ""
    return told if words_of(told) == words_of(before.words) else None


def words_of(text: str) -> list[str]:
    return _WORDS.findall(text.casefold())


def joined(first: str, second: str) -> str:
    """Two lines as one; of two quotations of one speaker one: `Ruiz: “We wait.” Ruiz: “Pay.”` -> `Ruiz: “We wait. Pay.”`."""
    left, right = _LABELLED.match(first), _LABELLED.match(second)
    if left and right and left["who"] == right["who"]:
        return f"{left['who']}{left['left']}{left['said']} {right['said']}{right['right']}"
    return f"{first} {second}"
