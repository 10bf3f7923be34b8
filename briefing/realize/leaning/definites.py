"""Which definite noun of a line only its article explains: `the fee`, `the two ferries`, `the plant`.

A noun phrase may explain itself (an adjective, `of Peru`, `to lift the ban`, a relative clause, a name), there may be only one
of it in the world, or the same line may have brought it in; else it leans on a sentence that does.  `SIGNS` are the ways to see
that.  A bare article alone is no sign: of a hundred that no earlier sentence explains, ninety are clear to any reader.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence, Set
from dataclasses import dataclass

from briefing.model import Sentence, Token
from briefing.realize.found import NOUNS
from briefing.realize.grammar import Grammar, grammar_of
from briefing.realize.leaning.describing import complement, description, is_bare
from briefing.realize.leaning.references import said_before
from briefing.realize.once import found_once
from briefing.realize.rungs.passages import Passage, of_its_words

TELLING = frozenset(
    {"amod", "appos", "flat", "compound", "nmod", "acl", "det:poss", "nmod:poss", "acl:relcl", "ccomp", "nummod"}
)
"""What hangs on a noun and says which."""
UNCOUNTED = TELLING - {"nummod"}
_NO_CLAUSE = TELLING - {"acl:relcl", "ccomp"}
_BESIDE = frozenset({"nummod", "amod"})
MOST_LINKED = 2
"""Words behind a noun among which a link to what says which stands."""
MOST_BEFORE = 4
"""Words from an article to its noun."""


@dataclass(frozen=True)
class Definite:
    """A noun of a passage with its article."""

    passage: Passage
    article: int
    index: int
    grammar: Grammar

    @property
    def noun(self) -> Token:
        return self.passage.tokens[self.index]

    @found_once
    def form(self) -> str:
        return self.passage.tree.forms[self.index]

    @found_once
    def lemma(self) -> str:
        return self.passage.tree.lemmas[self.index]

    def is_one_of(self, words: Set[str]) -> bool:
        return self.form in words or self.lemma in words

    @found_once
    def is_known(self) -> bool:
        """There is only one of it, or the annotation knows it as somebody, a place or a day."""
        passage, index = self.passage, self.index
        return self.is_one_of(self.grammar.known_nouns) or index in passage.named or index in passage.of_days

    @found_once
    def before(self) -> str:
        """The kept words in front of it."""
        return self.passage.words[: self.passage.tokens[self.article].span.start - self.passage.span.start]


@dataclass(frozen=True, slots=True)
class PointingNoun:
    """A noun that leans, and the sign that says so."""

    form: str
    lemma: str
    sign: str
    index: int

    @property
    def is_a_deed(self) -> bool:
        """`the decision` sums up whatever the sentence before tells; a thing has been named."""
        return self.sign == sums_up.__name__


@of_its_words
def pointing_nouns(passage: Passage) -> tuple[PointingNoun, ...]:
    """`Peru will buy the two ferries`: the nouns that nothing in the kept words explains, nor what is put behind them."""
    return tuple(one for one in leaning_nouns(passage) if told_behind(passage, one) is None)


def told_behind(passage: Passage, noun: PointingNoun) -> str | None:
    """What an earlier sentence says behind a thing's noun: of deeds there are many."""
    return None if noun.is_a_deed or passage.is_quoted(passage.tokens[noun.index].span) else complement(passage, noun.index)


@of_its_words
def leaning_nouns(passage: Passage) -> tuple[PointingNoun, ...]:
    """Those that nothing in the kept words explains."""
    found = []
    for one in nouns_with_articles(passage):
        sign = None if said_before(one.lemma, one.before) else next((sign for sign in SIGNS if sign(one)), None)
        if sign is not None:
            found.append(PointingNoun(one.form, one.lemma, sign.__name__, one.index))
    return tuple(found)


@of_its_words
def nouns_with_articles(passage: Passage) -> tuple[Definite, ...]:
    """Those of the kept words."""
    grammar, tokens, articles, kept = grammar_of(passage.language), passage.tokens, articles_of(passage), {*passage.kept}
    nouns = [i for i in sorted(articles) if tokens[i].upos in NOUNS and i in kept and articles[i] in kept]
    return tuple([Definite(passage, articles[index], index, grammar) for index in nouns])


@of_its_words
def articles_of(passage: Passage) -> Mapping[int, int]:
    """The places of words and of what says that they are known: of `the two new ferries`, `ferries` and `the`."""
    tokens, leading = passage.tokens, grammar_of(passage.language).leading_articles
    places = [index for index, form in enumerate(passage.tree.forms) if form in leading]
    return {tokens[i].head: i for i in places if 0 < tokens[i].head - i <= MOST_BEFORE}


# ------------------------------------------------------------------ the signs


def points_with_its_article(one: Definite) -> bool:
    """`twice that amount`."""
    article = one.passage.tokens[one.article]
    pointing = article.deprel == "det" and article.form.casefold() in one.grammar.pointing_articles
    return pointing and _may_point(one)


def sums_up(one: Definite) -> bool:
    """`Chile welcomed the decision`: whatever the sentence before tells."""
    return one.is_one_of(one.grammar.leaning_deeds) and _is_untold(one)


def is_of_a_leaning_kind(one: Definite) -> bool:
    """`Chile paid the fee`, `work at the plant`: always somebody's, about something, or one of many."""
    things = one.grammar.leaning_things
    if not one.is_one_of(things):
        return False
    general = one.grammar.generic_plurals and one.noun.feat("Number") == "Plur"
    return (one.form in things or not general) and _is_untold(one)


def opens_as_known(one: Definite) -> bool:
    """`The vessels will remain …`, where an earlier sentence of the article has brought them in."""
    passage, noun = one.passage, one.noun
    if one.index != one.article + 1 or passage.doc is None or noun.upos != "NOUN":
        return False
    if one.article != next((i for i in passage.kept if passage.tokens[i].upos != "PUNCT"), None):
        return False
    told = any(t.deprel in _NO_CLAUSE for t in passage.tree.below(one.index))
    unique = one.lemma in one.grammar.unique_nouns
    known = not (told or one.index in passage.named or unique) and noun.deprel.startswith("nsubj")
    return known and said_before(one.lemma, passage.doc.article.text[: passage.span.start])


def is_counted_or_measured(one: Definite) -> bool:
    """`the two ferries`, `the extra gas`: somebody has counted or measured them before."""
    return _may_be_unknown(one) and says_that_it_was_counted(one) and not says_which(one, points=True)


def was_brought_in(one: Definite) -> bool:
    """`the ferry`, of which an earlier sentence says more than an article, or brings it in as one of many."""
    first = first_mention(one.passage, one.noun) if _may_be_unknown(one) else None
    if first is None or says_which(one) or _is_described_before(one):
        return False
    return _brings_in(*first, one.noun.feat("Number") == "Plur", one.grammar)


SIGNS: tuple[Callable[[Definite], bool], ...] = (
    points_with_its_article,
    sums_up,
    is_of_a_leaning_kind,
    opens_as_known,
    is_counted_or_measured,
    was_brought_in,
)


# ------------------------------------------------------------------ what explains a noun


def _may_be_unknown(one: Definite) -> bool:
    return one.noun.upos == "NOUN" and not is_known(one)


def is_known(one: Definite) -> bool:
    """There is only one of it, or the annotation knows it as somebody, a place or a day; a title's noun has a name behind."""
    return one.is_known


def says_which(one: Definite, *, points: bool = False) -> bool:
    """An adjective that tells it apart, `of Peru`, `to lift the ban`, a relative clause, a name or a participle behind it."""
    tokens, tree, days, grammar = one.passage.tokens, one.passage.tree, one.passage.of_days, one.grammar
    pointing = grammar.all_modifiers
    own = [i for i in tree.children.get(one.index, ()) if tokens[i].deprel in UNCOUNTED]
    if any(i not in days and tree.forms[i] not in pointing and tree.lemmas[i] not in pointing for i in own):
        return True
    places = range(one.index + 1, min(len(tokens), one.index + 1 + MOST_LINKED))
    behind = [i for i in places if tree.forms[i] not in pointing and tree.lemmas[i] not in pointing]
    dated = len(behind) > 1 and behind[1] in days
    return bool(behind) and not dated and _links(tokens[behind[0]], points, grammar)


def _links(token: Token, points: bool, grammar: Grammar) -> bool:
    """Whether the word behind a noun begins what says which: `of`, `it charges`, `signed in May`.

    What has been counted or measured is told apart by a whole clause, or by what it is of.
    """
    form = token.form.casefold()
    linked = form in grammar.relatives or form in (grammar.of_words[:2] if points else grammar.of_words)
    return linked or token.upos in {"PROPN", "NOUN", "PRON", "ADJ"} or token.feat("VerbForm") == "Part"


def says_that_it_was_counted(one: Definite) -> bool:
    """`the two ferries`, `the extra gas`: they have been counted or measured before."""
    tokens, tree, strong = one.passage.tokens, one.passage.tree, one.grammar.strong_modifiers
    if [t for t in tokens[one.article + 1 : one.index] if t.upos == "NUM" and t.form.isalpha()]:
        return True
    near = range(one.index - 3, one.index + 4)
    between = [i for i in tree.children.get(one.index, ()) if tokens[i].deprel in _BESIDE and i in near]
    return any(tree.forms[i] in strong or tree.lemmas[i] in strong for i in between)


def _is_described_before(one: Definite) -> bool:
    """Whether the article says more of it, in words that are put in brackets before it."""
    return is_bare(one.passage, one.index) and description(one.passage, one.index) is not None


def _may_point(one: Definite) -> bool:
    return _has_a_sentence_before(one.passage) and not one.passage.is_quoted(one.noun.span)


def _is_untold(one: Definite) -> bool:
    """Whether nothing beside a noun of a leaning kind says which, nor a clause before it what."""
    article = one.passage.tokens[one.article]
    bare = article.deprel == "det" and article.form.casefold() in one.grammar.definite_articles and _may_point(one)
    if not bare or is_described(one.passage, one.index) or tells_before(one.passage, one.index):
        return False
    return description(one.passage, one.index) is None


def _has_a_sentence_before(passage: Passage) -> bool:
    first = next(iter(passage.whole.kinds.get("body", ())), None) if passage.whole else None
    return first is not None and first.span.stop <= passage.span.start


def is_described(passage: Passage, index: int) -> bool:
    """With words that say which: an adjective, `of Peru`, `to lift the ban`, a relative clause."""
    tokens = passage.tokens
    comma = next((i for i in range(index + 1, len(tokens)) if tokens[i].form == ","), len(tokens))
    own = (tokens[i] for i in passage.tree.children.get(index, ()) if i < comma and not passage.is_quoted(tokens[i].span))
    children = (t for t in own if not any(date.span.overlaps(t.span) for date in passage.dates))
    hangs = any(t.deprel in TELLING for t in children)
    behind = tokens[index + 1] if index + 1 < len(tokens) else None
    if behind is None:
        return hangs
    dated = any(0 <= date.span.start - behind.span.stop <= 1 for date in passage.dates)
    of = behind.form.casefold() in grammar_of(passage.language).of_words and not dated and not opens_quotation(passage, behind)
    return hangs or of or behind.upos in {"PART", "SCONJ"}


def opens_quotation(passage: Passage, link: Token) -> bool:
    """`calificó la medida de «excesiva»`: what it is called, and not which."""
    return re.match(r"\s*[\"“«‘]", passage.source[link.span.stop - passage.offset :]) is not None


def tells_before(passage: Passage, index: int) -> bool:
    """Whether a clause before the word tells it: `cerró el paso, y Perú criticó la medida`."""
    tokens, above = passage.tokens, _clauses_around(passage.tokens, index)
    verbs = (i for i in passage.kept if i < index and tokens[i].upos == "VERB" and tokens[i].feat("VerbForm") in {"Fin", "Inf"})
    answering = grammar_of(passage.language).answering_verbs  # `Peru answered: Ruiz said the idea …`
    return any(i not in above and passage.tree.lemmas[i] not in answering for i in verbs)


def _clauses_around(tokens: Sequence[Token], index: int) -> set[int]:
    """The words above a word, up to a clause that only stands beside the one before."""
    found: set[int] = set()
    while index >= 0 and index not in found:
        found.add(index)
        index = -1 if tokens[index].deprel.partition(":")[0] == "conj" else tokens[index].head
    return found


# ------------------------------------------------------------------ where the article brings it in


def first_mention(passage: Passage, noun: Token) -> tuple[Sentence, int] | None:
    """Where an earlier sentence of the article has the noun first, and which word of it that is."""
    found = passage.whole.first_nouns.get(noun.lemma.casefold()) if passage.whole else None
    return found if found is not None and found[0].span.stop <= passage.span.start else None


def introducing(passage: Passage) -> Sentence | None:
    """The sentence that brings in the first thing that this one points at; a deed is told by its neighbour only."""
    first = next(iter(pointing_nouns(passage)), None)
    if first is None or first.is_a_deed:
        return None
    noun = next((t for t in passage.tokens if t.upos in NOUNS and t.form.casefold() == first.form), None)
    found = first_mention(passage, noun) if noun else None
    plain = found is not None and found[0].kind == "body" and noun is not None and not _another_since(passage, noun, found[0])
    return found[0] if found and plain else None


def _another_since(passage: Passage, noun: Token, first: Sentence) -> bool:
    """`Opened a bridge. … Opened a bridge for trains. … the bridge`: which of them, in doubt none."""
    some, lemma = grammar_of(passage.language).indefinite_articles, noun.lemma.casefold()
    later = (s for s in (passage.doc.sentences if passage.doc else ()) if first.span.stop <= s.span.start < passage.span.start)
    return any(
        t.form.casefold() in some and t.head >= 0 and s.tokens[t.head].lemma.casefold() == lemma
        for s in later
        for t in s.tokens
    )


def _brings_in(sentence: Sentence, at: int, plural: bool, grammar: Grammar) -> bool:
    """`a ferry`, `the ferry of the army`; of many only those that are counted, and not `ferries`, `people`, `fuel`."""
    tokens = sentence.tokens
    own = [t for t in tokens if t.head == at]
    if tokens[at].deprel == "compound" or plural:
        return any(t.deprel == "nummod" for t in own)
    some = any(t.deprel == "det" and t.form.casefold() in grammar.indefinite_articles for t in own)
    return some or any(t.deprel in TELLING for t in own)
