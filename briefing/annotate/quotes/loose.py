"""Quotations that no cue has claimed: turns of a transcript, dialogue, "Ruiz: “…”", words in marks that a verb quotes, and
whole sentences in marks, which go on with the last speaker.  Titles and single words in marks are no quotes.
"""

from __future__ import annotations

import bisect
from collections.abc import Iterator, Sequence

from briefing.annotate.quotes.cues import find_cues, read_cue
from briefing.annotate.quotes.lexicon import Lexicon
from briefing.annotate.quotes.marks import Quoted
from briefing.annotate.quotes.tree import Tree, ancestors, is_finite, is_punct, span_between
from briefing.model import Quote, Span

FEWEST_WORDS = 4
"""A quotation of fewer words, or without a finite verb, is a title or a word held at arm's length."""
FEWEST_QUOTED = 2
"""One word in marks is a speaker's only behind "called", "calificó de"."""
LONGEST_LABEL = 12
FEWEST_OF_A_NAME = 2
"""Words of a name in full."""
MAX_TOKENS = 400
"""In a longer sentence only a transcript's turns are read."""


def loose_quotes(
    trees: Sequence[Tree], quoted: Sequence[Quoted], quotes: Sequence[Quote], lexicon: Lexicon, *, scrambled: bool
) -> list[Quote]:
    """A quote for each outermost quotation that lies in no quote's content, where a rule knows what to do with it."""
    starts = [tree.sentence.span.start for tree in trees]
    known = _outermost(quotes)
    found: list[Quote] = []
    for item in _unclaimed(quoted, known):
        first = bisect.bisect_right(starts, item.content.start) - 1
        last = bisect.bisect_right(starts, item.content.stop - 1) - 1
        if first < 0:
            continue
        before = _before(item, known, found)
        if item.label is not None or len(trees[first].tokens) > MAX_TOKENS:
            found.extend(transcript_turn(item))
            continue
        quote = (
            continued(item, trees[first], before)
            or labelled(item, trees[first])
            or quoted_words(item, trees[first], lexicon)
            or announced(item, trees, first, last, lexicon)
            or floating(item, trees, first, last, before, scrambled=scrambled)
        )
        if quote is not None:
            found.append(quote)
    return found


def _outermost(quotes: Sequence[Quote]) -> list[Quote]:
    """The quotes that lie in no other one's content, in order."""
    result: list[Quote] = []
    for quote in sorted(quotes, key=lambda quote: (quote.content.start, -quote.content.stop)):
        if not result or quote.content.stop > result[-1].content.stop:
            result.append(quote)
    return result


def _unclaimed(quoted: Sequence[Quoted], known: Sequence[Quote]) -> Iterator[Quoted]:
    """Outermost quotations outside every quote's content; transcripts' turns always."""
    reach, index = -1, 0
    for item in sorted(quoted, key=lambda item: item.content):
        while index < len(known) and known[index].content.start <= item.content.start:
            reach = max(reach, known[index].content.stop)
            index += 1
        inside = item.content.start < reach or (index < len(known) and known[index].content.start < item.content.stop)
        if item.label is not None or (item.parent == -1 and not inside):
            yield item


def _before(item: Quoted, known: Sequence[Quote], found: Sequence[Quote]) -> Quote | None:
    """The last quote that ends before a quotation."""
    place = bisect.bisect_left(known, item.content, key=lambda quote: quote.content)
    earlier = [quotes[-1] for quotes in (known[max(0, place - 1) : place], found[-1:]) if quotes and not _is_turn(quotes[-1])]
    return max(earlier, key=lambda quote: quote.content, default=None)


def _is_turn(quote: Quote) -> bool:
    return quote.rule == "transcript"


def transcript_turn(item: Quoted) -> Iterator[Quote]:
    """MODERATOR: Thank you all for coming."""
    if item.label is not None:
        yield Quote(span=item.span, content=item.content, kind="direct", speaker=item.label, rule="transcript")


def continued(item: Quoted, tree: Tree, before: Quote | None) -> Quote | None:
    """“No”, dijo Ruiz, “no firmaremos”: the second half in the same sentence, or the same line of a dialogue."""
    if before is None or before.cue is None or before.kind == "indirect":
        return None
    near = item.dash or tree.sentence.span.contains(before.cue)
    same = near and before.content.stop <= before.cue.start < item.content.start
    comma = any(
        token.form in {",", ":", "—", "–"} for token in tree.tokens if item.span.start - 3 <= token.span.start < item.span.start
    )
    between = [token for token in tree.tokens if before.cue.stop <= token.span.start < item.span.start]
    if not same or any(token.upos == "VERB" for token in between) or not (item.dash or comma or _is_speech(tree, item)):
        return None
    span = Span(before.span.start, item.span.stop)
    return Quote(
        span=span,
        content=item.content,
        kind="direct",
        speaker=before.speaker,
        cue=before.cue,
        inherited=before.inherited,
        rule="continued",
    )


def labelled(item: Quoted, tree: Tree) -> Quote | None:
    """Ruiz: “No firmaremos”, El ministro, en la Cámara: «…»: a name and a colon."""
    words = [place for place, token in enumerate(tree.tokens) if token.span.stop <= item.span.start]
    if len(words) < 2 or len(words) > LONGEST_LABEL or tree.lower(words[-1]) != ":" or not _is_speech(tree, item):
        return None
    name = words[:-1]
    if any(tree.tokens[word].upos in {"VERB", "AUX"} or tree.lower(word) == ":" for word in name):
        return None
    if not any(tree.tokens[word].upos == "PROPN" for word in name):
        return None
    speaker = span_between(tree, name[0], name[-1] + 1)
    return Quote(span=Span(speaker.start, item.span.stop), content=item.content, kind="direct", speaker=speaker, rule="label")


def quoted_words(item: Quoted, tree: Tree, lexicon: Lexicon) -> Quote | None:
    """called the plan “a disaster”, calificó de «absurda» la idea: a speaker's words inside the writer's sentence."""
    words = [place for place, token in enumerate(tree.tokens) if item.content.contains(token.span)]
    if not words:
        return None
    outside = [step for step in ancestors(tree, words[0]) if not item.content.contains(tree.tokens[step].span)]
    for step in outside:
        if tree.tokens[step].upos != "VERB":
            continue
        cue = read_cue(tree, step, lexicon)
        if cue is None or not cue.speaker or item.span.start <= cue.speaker.stop + 1 < item.span.stop:
            return None
        if len(words) < FEWEST_QUOTED and "label" not in cue.frames:
            return None
        span = Span(
            min(cue.span.start, cue.speaker.start, item.span.start), max(cue.span.stop, cue.speaker.stop, item.span.stop)
        )
        return Quote(span=span, content=item.content, kind="mixed", speaker=cue.speaker, cue=cue.span, rule="quoted_words")
    return None


def announced(item: Quoted, trees: Sequence[Tree], first: int, last: int, lexicon: Lexicon) -> Quote | None:
    """`The spokesman, Per Lund, said:` ends the paragraph before, and the quotation is the next one."""
    telling = trees[first - 1] if first else None
    if telling is None or not _stands_alone(item, trees[first], trees[last]) or telling.lower(len(telling.tokens) - 1) != ":":
        return None
    if not _is_speech(trees[first], item) or telling.sentence.kind != "body":
        return None
    cues = [cue for cue in find_cues(telling, lexicon) if cue.speaker and cue.tensed and cue.level < 0]
    speaker, cue = (cues[-1].speaker, cues[-1].span) if cues else (_name_before_verb(telling, lexicon), None)
    return (
        Quote(span=item.span, content=item.content, kind="direct", speaker=speaker, cue=cue, rule="announced")
        if speaker
        else None
    )


def _name_before_verb(tree: Tree, lexicon: Lexicon) -> Span | None:
    """`In response to a question, the Spokesperson of the Ministry, Per Lund, said:`: a parser loses so long a subject."""
    verb = len(tree.tokens) - 2
    stop = verb
    while stop > 0 and is_punct(tree, stop - 1):
        stop -= 1
    start = stop
    while start > 0 and tree.tokens[start - 1].upos == "PROPN":
        start -= 1
    tells = verb > 0 and lexicon.lemma(tree.tokens[verb]) in lexicon.frames and is_finite(tree, verb)
    return span_between(tree, start, stop) if tells and stop - start >= FEWEST_OF_A_NAME else None


def floating(
    item: Quoted, trees: Sequence[Tree], first: int, last: int, before: Quote | None, *, scrambled: bool
) -> Quote | None:
    """A whole sentence in marks: the last speaker goes on where the sentence before was his; otherwise nobody is named."""
    if not _is_speech(trees[first], item) or not _stands_alone(item, trees[first], trees[last]):
        return None
    quote = Quote(span=item.span, content=item.content, kind="direct", rule="unattributed")
    if before is None or before.speaker is None or scrambled or item.dash or first == 0:
        return quote
    if not trees[first - 1].sentence.span.start <= max(before.span.stop, before.content.stop) <= item.span.start:
        return quote
    return Quote(span=item.span, content=item.content, kind="direct", speaker=before.speaker, inherited=True, rule="floating")


def _is_speech(tree: Tree, item: Quoted) -> bool:
    words = [
        place for place, token in enumerate(tree.tokens) if item.content.contains(token.span) and not is_punct(tree, place)
    ]
    return len(words) >= FEWEST_WORDS and any(is_finite(tree, word) for word in words)


def _stands_alone(item: Quoted, first: Tree, last: Tree) -> bool:
    """Nothing but punctuation stands outside the marks."""
    before = any(token.span.stop <= item.span.start and token.upos != "PUNCT" for token in first.tokens)
    after = any(token.span.start >= item.span.stop and token.upos != "PUNCT" for token in last.tokens)
    return not before and not after
