"""Who said what in a text: direct, mixed and indirect quotes, each with speaker, cue and chain of attribution.

Method: quotation marks are found in the text first; every sentence is then read level by level, so that a cue inside a
quotation never takes what is outside and the other way round (the masking of the Guardian's and AFP's extractor, without
rewriting the sentence).  Each cue asks for its content before, behind or around it; quotations that no cue has claimed go
on with the last speaker, or to nobody.  In an article whose sentences are out of order nothing is inherited.
"""

from __future__ import annotations

import bisect
from collections.abc import Sequence
from dataclasses import dataclass, replace

from briefing.annotate.quotes.asides import as_clause, is_as_clause, without_tail
from briefing.annotate.quotes.attributions import attributions, cited
from briefing.annotate.quotes.chains import with_chains
from briefing.annotate.quotes.content import find_content
from briefing.annotate.quotes.cues import Cue, find_cues
from briefing.annotate.quotes.inherit import speaker_before
from briefing.annotate.quotes.lexicon import Lexicon, load_lexicon
from briefing.annotate.quotes.limits import Content
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
    quoted = find_quoted(text, lexicon, sentences)
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """Something that is said in a sentence: who (`speaker`), by which words (`cue`), what (`content`).

    `verb` is the cue where it is one; `level` the quotation that the attribution stands in; `place` its first word;
    `through` the sources behind the speaker, and the speaker among them.
    """

    place: int
    level: int
    cue: Span
    speaker: Span | None
    content: Content
    verb: Cue | None = None
    through: tuple[Span, ...] = ()


def _attributed(trees: Sequence[Tree], quoted: Sequence[Quoted], lexicon: Lexicon, scrambled: bool) -> list[Quote]:
    """The quotes that a cue or an attributing phrase introduces, sentence by sentence."""
    quotes: list[Quote] = []
    starts = [tree.sentence.span.start for tree in trees]
    for place, tree in enumerate(trees):
        if len(tree.tokens) > MAX_TOKENS:
            continue
        for report in _reports(tree, lexicon):
            span, kind = _said(tree, quoted, report.content, report.level)
            begins = min(place, bisect.bisect_right(starts, span.start) - 1)
            elided = report.verb is not None and report.verb.elided and not scrambled
            heir = speaker_before(trees, begins, report.verb, quotes) if elided and report.verb else None
            quotes.append(_quote(report, kind, span, heir))
    return quotes


def _reports(tree: Tree, lexicon: Lexicon) -> list[Report]:
    """Parentheses ("como dijo Ruiz", "según Ruiz") come last, since they may stay inside what a verb introduces."""
    cues = find_cues(tree, lexicon)
    asides = [cue for cue in cues if is_as_clause(cue, lexicon)]
    plain = [_by_verb(cue, content, lexicon) for cue in cues if cue not in asides and (content := find_content(cue, lexicon))]
    contents = [report.content for report in plain]
    later = [_by_verb(cue, content, lexicon) for cue in asides if (content := as_clause(cue, contents, lexicon))]
    for phrase in attributions(tree, cues, contents, lexicon):
        words, source = span_between(tree, phrase.first, phrase.last + 1), phrase.source
        speaker = span_between(tree, source[0], source[-1] + 1)
        level = tree.level[phrase.first]
        through = _through(tree, source, speaker, lexicon)
        later.append(
            Report(place=phrase.first, level=level, cue=words, speaker=speaker, content=phrase.content, through=through)
        )
    whole = [report for report in [*plain, *later] if report.place >= report.content.stop]
    trimmed = [replace(report, content=without_tail(report.content, _tails(report, whole))) for report in plain]
    return sorted([*trimmed, *later], key=lambda report: report.place)


def _tails(report: Report, whole: Sequence[Report]) -> list[int]:
    """Where what is said ends, because an attribution of the whole sentence follows: "A said that B, C reported"."""
    return [item.content.stop for item in whole if item.content.start <= report.place < item.content.stop]


def _by_verb(cue: Cue, content: Content, lexicon: Lexicon) -> Report:
    through = _through(cue.tree, [cue.index, *cue.subject], cue.speaker, lexicon)
    return Report(
        place=cue.start, level=cue.level, cue=cue.span, speaker=cue.speaker, content=content, verb=cue, through=through
    )


def _through(tree: Tree, anchors: Sequence[int], speaker: Span | None, lexicon: Lexicon) -> tuple[Span, ...]:
    """The chain that a sentence itself gives: the paper that cites, the speaker, whom the speaker cites."""
    found = [cited(tree, anchor, lexicon) for anchor in anchors]
    outer = [span for spans, _ in found for span in spans]
    inner = [span for _, spans in found for span in spans]
    return (*outer, *([speaker] if speaker else []), *inner) if outer or inner else ()


def _quote(report: Report, kind: QuoteKind, span: Span, heir: Span | None) -> Quote:
    ends = [span, report.cue, report.speaker or span]
    return Quote(
        span=Span(min(end.start for end in ends), max(end.stop for end in ends)),
        content=span,
        kind=kind,
        speaker=report.speaker or heir,
        cue=report.cue,
        chain=report.through,
        inherited=heir is not None,
        rule=report.content.rule + "_interrupted" * report.content.interrupted,
    )


def _said(tree: Tree, quoted: Sequence[Quoted], content: Content, level: int) -> tuple[Span, QuoteKind]:
    """The characters of what is said, and how: in marks, partly in marks, not.  Marks reach over the sentence's ends."""
    words = [word for word in range(content.start, content.stop) if tree.tokens[word].form not in MARKS_AND_STOPS]
    if not words:
        words = [content.start]
    inner = [_quotation_at(quoted, tree.level[word], level) for word in words]
    first, last = inner[0], inner[-1]
    if first is not None and all(item == first for item in inner):
        return quoted[first].content, "direct"
    start = quoted[first].span.start if first is not None else tree.tokens[words[0]].span.start
    stop = quoted[last].span.stop if last is not None else tree.tokens[words[-1]].span.stop
    return Span(start, max(stop, start + 1)), "indirect" if all(item is None for item in inner) else "mixed"


def _quotation_at(quoted: Sequence[Quoted], level: int, base: int) -> int | None:
    """The quotation directly inside `base` that a word's level lies in."""
    while level >= 0 and level != base:
        if quoted[level].parent == base:
            return level
        level = quoted[level].parent
    return None
