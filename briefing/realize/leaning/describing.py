"""What an article has called in full before: `the fee` -> `the navigation fee`, of `a new navigation fee` some lines above.

Only the words right before the noun are taken over, and only from the nearest mention that says more than an article; where a
nearer one brings in another thing (`a fee`), or says which behind it (`the fee of the port`), nothing is.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from functools import lru_cache

from briefing.knowledge import Knowledge
from briefing.model import Item, Language, Sentence, Token
from briefing.realize.edition import Edition
from briefing.realize.grammar import grammar_of
from briefing.realize.leaning.references import said_before
from briefing.realize.rungs.passages import Passage, of_each_word, of_its_words

MODIFYING = frozenset({"amod", "compound", "punct", "nmod", "advmod"})
DESCRIBED = frozenset(
    {"amod", "appos", "flat", "nummod", "compound", "nmod", "acl", "det:poss", "nmod:poss", "acl:relcl", "ccomp"}
)
_NOUNS = frozenset({"NOUN", "PROPN"})
_CLAUSAL = frozenset({"VERB", "AUX", "PRON", "SCONJ", "PUNCT", "CCONJ"})
_ENDING = frozenset({"NOUN", "PROPN", "ADJ"})
LONGEST_BEHIND = 9
"""Words that are put behind a noun."""
LONGEST = 4
"""Words of a description."""


def describe_known_things(passage: Passage, item: Item, edition: Edition) -> Passage:
    """`Peru paid the [navigation] fee`, where the article has said before which fee."""
    people = words_of_offices(edition.knowledge, passage.language)
    forms, lemmas = passage.tree.forms, passage.tree.lemmas
    for index, words in known_things(passage):
        if forms[index] not in people and lemmas[index] not in people:
            start = passage.tokens[index].span.start
            passage = passage.edited(start, start, f"[{words}] ")
    return passage


@of_its_words
def known_things(passage: Passage) -> tuple[tuple[int, str], ...]:
    """The bare nouns outside quotation marks, each with the words by which the article has described it."""
    forms, articles = passage.tree.forms, grammar_of(passage.language).definite_articles
    nouns = [index for index, token in passage.unquoted_tokens if token.upos == "NOUN" and index]
    bare = [index for index in nouns if forms[index - 1] in articles and is_bare(passage, index)]
    return tuple([(index, words) for index in bare if (words := description(passage, index))])


@lru_cache(maxsize=8)
def words_of_offices(knowledge: Knowledge, language: Language) -> frozenset[str]:
    """What holders of an office are called, the general words (`counterpart`) too."""
    return frozenset(form for role in knowledge.roles.values() for form in role.forms.get(language, ()))


@of_each_word
def is_bare(passage: Passage, index: int) -> bool:
    """`the fee` and no more, said for the first time in its sentence, nobody's name and no time: `five months of the year`."""
    token, tokens = passage.tokens[index], passage.tokens
    article = tokens[index - 1] if index else None
    if article is None or passage.tree.forms[index - 1] not in grammar_of(passage.language).definite_articles:
        return False
    if article.head != index or index in passage.named or index in passage.of_days:
        return False
    said = said_before(token.lemma.casefold(), passage.words[: article.span.start - passage.span.start])
    return not said and not is_told_apart(passage, tokens, index)


def is_told_apart(passage: Passage, tokens: Sequence[Token], index: int) -> bool:
    """With words of its own that say which, a day apart; a noun right behind makes another one of it."""
    own = [token for token in tokens if token.head == index and token.deprel in DESCRIBED]
    if any(not _is_of_a_day(passage, token) for token in own):
        return True
    behind = [token for token in tokens[index + 1 : index + 3] if not _is_of_a_day(passage, token)]
    words = grammar_of(passage.language).of_words
    linking = bool(behind) and (behind[0].upos in {"PART", "SCONJ"} or (behind[0].form.casefold() in words and len(behind) > 1))
    return linking or any(token.upos in _NOUNS and token is tokens[index + 1] for token in behind)


def _is_of_a_day(passage: Passage, token: Token) -> bool:
    """By the whole article: an earlier sentence is asked too."""
    return passage.whole is not None and bool(passage.whole.dates.overlapping(token.span))


@of_each_word
def description(passage: Passage, index: int) -> str | None:
    """The words before the noun where the article has last said more of it than an article."""
    grammar, token = grammar_of(passage.language), passage.tokens[index]
    named = {token.form.casefold(), token.lemma.casefold()}
    if not grammar.weak_modifiers or passage.whole is None or not named.isdisjoint(grammar.one_of_its_kind):
        return None
    mentions = [m for m in passage.whole.nouns_before(token.form.casefold(), passage.span.start) if _is_no_compound(*m)]
    if len({words.casefold() for m in mentions if (words := _words_before(passage, *m))}) > 1:
        return None  # `the Olna dam … the Tavi dam works normally … does not oppose the dam`: it may be either
    for sentence, at in reversed(mentions):
        words = _words_before(passage, sentence, at)
        if words or not _goes_back(passage, sentence.tokens, at):
            return words
    return None


def _is_no_compound(sentence: Sentence, at: int) -> bool:
    """`the dam`, and not the first word of `the dam project`."""
    return sentence.tokens[at].deprel != "compound"


@of_each_word
def complement(passage: Passage, index: int) -> str | None:
    """The words behind the noun, `for heavy trucks`, where the article has told which once before, and of no other since."""
    form, found = passage.tokens[index].form.casefold(), ""
    if passage.whole is None or passage.offset or is_told_apart(passage, passage.tokens, index):
        return None
    some = grammar_of(passage.language).indefinite_articles
    for sentence, at in passage.whole.nouns_before(form, passage.span.start):
        words = _words_behind(passage, sentence, at)
        another = any(t.head == at and t.form.casefold() in some for t in sentence.tokens)
        if found and (another or words or is_told_apart(passage, sentence.tokens, at)) and words != found:
            return None
        found = words or found
    return found or None


def _words_behind(passage: Passage, sentence: Sentence, at: int) -> str:
    """`for heavy trucks` of `a toll for heavy trucks`: all that hangs on it, without a mark, a day, a pronoun or a clause."""
    tokens, links = sentence.tokens, {*grammar_of(passage.language).of_words}
    inside, stop = {at}, at + 1
    while stop < len(tokens) and _hangs_within(tokens, stop, inside):
        inside.add(stop)
        stop += 1
    behind = tokens[at + 1 : stop]
    plain = behind and all(t.upos not in _CLAUSAL and not _is_of_a_day(passage, t) for t in behind)
    name_cut = bool(behind) and behind[-1].upos == "PROPN" and any(t.upos == "PROPN" for t in tokens[stop : stop + 2])
    linked = (
        plain
        and not _is_one_of_several(passage, tokens, at)
        and behind[0].form.casefold() in links
        and behind[0].upos == "ADP"
        and behind[-1].upos in _ENDING
    )
    if not linked or name_cut or len(behind) > LONGEST_BEHIND or any(t.feat("Poss") == "Yes" for t in behind):
        return ""
    return passage.source[behind[0].span.start : behind[-1].span.stop]


def _is_one_of_several(passage: Passage, tokens: Sequence[Token], at: int) -> bool:
    """`the chief issue of Chilean politics`: what is called `the issue` later need not be of it."""
    before = (token for token in tokens[:at] if token.head == at and token.deprel == "amod")
    weak = grammar_of(passage.language).all_modifiers
    return any({token.form.casefold(), token.lemma.casefold()}.isdisjoint(weak) for token in before)


def _hangs_within(tokens: Sequence[Token], place: int, inside: Collection[int]) -> bool:
    """Whether a word, by all that it hangs on, belongs to what is already inside."""
    seen: set[int] = set()
    while place not in inside and place >= 0 and place not in seen:
        seen.add(place)
        place = tokens[place].head
    return place in inside


def _words_before(passage: Passage, sentence: Sentence, at: int) -> str | None:
    """`navigation` of `a new navigation fee`."""
    tokens, weak = sentence.tokens, grammar_of(passage.language).weak_modifiers
    first = at
    while first and tokens[first - 1].deprel in MODIFYING and at - first < LONGEST and _joins(tokens[first - 1]):
        first -= 1
    while first < at and (tokens[first].form.casefold() in weak or _may_be_another(tokens, first)):
        first += 1
    if _is_a_piece(passage, tokens, first, at) or _is_of_some_other(passage, tokens, first, at):
        return None
    words = passage.source[tokens[first].span.start : tokens[at].span.start].strip() if passage.offset == 0 else ""
    words = words[:1].lower() + words[1:] if first == 0 and tokens[0].upos != "PROPN" else words  # `Repair works began …`
    return words if words and words[0].isalpha() and not set(words) & set(",.;:()[]\"“”'’") else None


def _may_be_another(tokens: Sequence[Token], first: int) -> bool:
    """`will give Thailand daily data`: a name without an article or a link before it may be whom it is given to."""
    before = tokens[first - 1] if first else None
    return tokens[first].upos == "PROPN" and (before is None or before.upos in {"VERB", "AUX", "PRON"})


def _is_a_piece(passage: Passage, tokens: Sequence[Token], first: int, at: int) -> bool:
    """`a 25-year contract`, `a $9-a-ton levy`: the unit says nothing alone; `the tenth session` may be another."""
    linked = first < at and passage.source[tokens[first].span.start - 1 : tokens[first].span.start] == "-"
    counted = any(token.upos in {"NUM", "SYM"} or token.feat("NumType") == "Ord" for token in tokens[max(0, first - 1) : at])
    return first < at and (linked or counted)


def _is_of_some_other(passage: Passage, tokens: Sequence[Token], first: int, at: int) -> bool:
    """`a political decision`: an adjective of what was new there may be another thing's."""
    articles = grammar_of(passage.language).definite_articles
    definite = any(token.head == at and token.form.casefold() in articles for token in tokens[:first])
    return first < at and not definite and all(token.upos == "ADJ" for token in tokens[first:at])


def _joins(token: Token) -> bool:
    return token.upos in {"ADJ", "NOUN", "PROPN"} or token.form == "-"


def _goes_back(passage: Passage, tokens: Sequence[Token], at: int) -> bool:
    """`the fee`: it too is the one of before."""
    article = tokens[at - 1] if at else None
    definite = article is not None and article.form.casefold() in grammar_of(passage.language).definite_articles
    return definite and not is_told_apart(passage, tokens, at)
