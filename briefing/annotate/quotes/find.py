"""Who said what in a text: direct, mixed and indirect quotes, each with speaker, cue and chain of attribution.

Method: quotation marks are found in the text first; every sentence is then read level by level, so that a cue inside a
quotation never takes what is outside and the other way round (the masking of the Guardian's and AFP's extractor, without
rewriting the sentence).  Each cue asks for its content before, behind or around it; quotations that no cue has claimed go
on with the last speaker, or to nobody.  In an article whose sentences are out of order nothing is inherited.
"""

from __future__ import annotations

from collections.abc import Sequence

from briefing.annotate.quotes.attributions import attributions
from briefing.annotate.quotes.chains import with_chains
from briefing.annotate.quotes.content import Content, as_clause, find_content, is_as_clause
from briefing.annotate.quotes.cues import Cue, find_cues
from briefing.annotate.quotes.inherit import speaker_before
from briefing.annotate.quotes.lexicon import Lexicon, load_lexicon
from briefing.annotate.quotes.loose import loose_quotes
from briefing.annotate.quotes.marks import Quoted, find_quoted
from briefing.annotate.quotes.tree import Tree, build_tree, span_between
from briefing.model import Language, Quote, QuoteKind, Sentence, Span

MARKS_AND_STOPS = frozenset("\"“”„«»‹›‘’'.,;:—–")
MAX_TOKENS = 400
"""A longer sentence is a list or a broken text; its quotation marks are read, its cues are not."""


def find_quotes(text: str, sentences: Sequence[Sentence], language: Language, *, scrambled: bool = False) -> tuple[Quote, ...]:
    """Every attributed piece of speech, in the order of the text.

    `content` is what was said, without its marks; where the attribution stands inside it (`rule` ends in `_interrupted`) the
    span holds that too.  `inherited` marks a speaker who is named in an earlier sentence, never one of a scrambled article.
    `chain` names everybody through whom it comes, outermost first, the speaker last.  Raises KnowledgeError for a language
    without data.
    """
    lexicon = load_lexicon(language)
    quoted = find_quoted(text, lexicon)
    trees = _trees(sentences, quoted)
    drafts = _attributed(trees, quoted, lexicon, scrambled)
    drafts += loose_quotes(trees, quoted, drafts, lexicon, scrambled=scrambled)
    return tuple(with_chains(sorted(drafts, key=lambda quote: (quote.span, quote.content))))


def _trees(sentences: Sequence[Sentence], quoted: Sequence[Quoted]) -> list[Tree]:
    """The sentences' trees with the quotation that each word stands in."""
    trees, open_, following = [], list[int](), 0
    marked = [place for place, item in enumerate(quoted) if item.label is None]
    for sentence in sentences:
        levels = []
        for token in sentence.tokens:
            while following < len(marked) and quoted[marked[following]].content.start <= token.span.start:
                open_.append(marked[following])
                following += 1
            open_ = [place for place in open_ if quoted[place].content.stop > token.span.start]
            levels.append(open_[-1] if open_ else -1)
        trees.append(build_tree(sentence, levels))
    return trees


def _attributed(trees: Sequence[Tree], quoted: Sequence[Quoted], lexicon: Lexicon, scrambled: bool) -> list[Quote]:
    """The quotes that a cue or an attributing phrase introduces, sentence by sentence."""
    quotes: list[Quote] = []
    for place, tree in enumerate(trees):
        if len(tree.tokens) > MAX_TOKENS:
            continue
        cues = find_cues(tree, lexicon)
        found = _contents(cues, lexicon)
        for cue, content in found:
            elided = cue.elided and not cue.speaker and not scrambled
            heir = speaker_before(trees, place, cue, quotes) if elided else None
            span, kind = _said(tree, quoted, content, cue.level)
            quotes.append(_quote(content, kind, span, cue.span, cue.speaker or heir, inherited=heir is not None))
        for phrase in attributions(tree, cues, [content for _, content in found], lexicon):
            source = span_between(tree, phrase.source[0], phrase.source[-1] + 1)
            span, kind = _said(tree, quoted, phrase.content, tree.level[phrase.first])
            words = span_between(tree, phrase.first, phrase.last + 1)
            quotes.append(_quote(phrase.content, kind, span, words, source, inherited=False))
    return quotes


def _contents(cues: Sequence[Cue], lexicon: Lexicon) -> list[tuple[Cue, Content]]:
    """What each cue introduces; parentheses ("como dijo Ruiz") last, since they stay inside what others introduce."""
    plain = [cue for cue in cues if not is_as_clause(cue, lexicon)]
    found = [(cue, content) for cue in plain if (content := find_content(cue, lexicon)) is not None]
    contents = [content for _, content in found]
    asides = [(cue, as_clause(cue, contents)) for cue in cues if cue not in plain]
    return sorted([*found, *((cue, content) for cue, content in asides if content)], key=lambda pair: pair[0].index)


def _quote(content: Content, kind: QuoteKind, span: Span, cue: Span, speaker: Span | None, *, inherited: bool) -> Quote:
    ends = [span, cue] if speaker is None or inherited else [span, cue, speaker]
    return Quote(
        span=Span(min(end.start for end in ends), max(end.stop for end in ends)),
        content=span,
        kind=kind,
        speaker=speaker,
        cue=cue,
        inherited=inherited,
        rule=content.rule + "_interrupted" * content.interrupted,
    )


def _said(tree: Tree, quoted: Sequence[Quoted], content: Content, level: int) -> tuple[Span, QuoteKind]:
    """The characters of what is said, and how: in marks, partly in marks, not.  Marks reach over the sentence's ends."""
    words = [word for word in range(content.start, content.stop) if tree.tokens[word].form not in MARKS_AND_STOPS]
    if not words:
        words = [content.start]
    inner = [_quotation_at(quoted, tree.level[word], level) for word in words]
    first, last = inner[0], inner[-1]
    start = quoted[first].content.start if first is not None else tree.tokens[words[0]].span.start
    stop = quoted[last].content.stop if last is not None else tree.tokens[words[-1]].span.stop
    span = Span(start, max(stop, start + 1))
    if all(item is None for item in inner):
        return span, "indirect"
    return span, "direct" if first is not None and all(item == first for item in inner) else "mixed"


def _quotation_at(quoted: Sequence[Quoted], level: int, base: int) -> int | None:
    """The quotation directly inside `base` that a word's level lies in."""
    while level >= 0 and level != base:
        if quoted[level].parent == base:
            return level
        level = quoted[level].parent
    return None
