"""Sentences of which a part is somebody's own words: marks made whole, and the speaker named where the sentence does not.

A quotation that runs over several sentences leaves marks open in each of them; what is printed here is one sentence of it.
"""

from __future__ import annotations

import re

from briefing.model import Actor, Item, Position, Quote, Span
from briefing.model.letters import UPPER
from briefing.realize.edition import Edition, actor_name, spelled
from briefing.realize.grammar import grammar_of
from briefing.realize.leaning.elided import elided_name
from briefing.realize.notes.interviews import interviewed
from briefing.realize.rungs.passages import Passage, of_its_words

_OPENING = re.compile("[“«]")
_CLOSING = re.compile("[”»]")
_MARKS = re.compile('[“”«»"]')
_CLOSES = re.compile(r"[\w.,!?…]\"(?!\w)")
"""A straight mark behind a word or its stop: `There are conditions," Ruiz said.`"""
_STRAIGHT = re.compile('"')
_FEWEST_WORDS_OUTSIDE = 2


def complete_marks(passage: Passage, item: Item, edition: Edition) -> Passage | None:
    """Close what the sentence leaves open, open what it only closes; None where marks stand in no order."""
    words = passage.words
    balance = words.count("“") + words.count("«") - words.count("”") - words.count("»")
    if words.count('"') % 2:
        return _complete_straight(passage)
    if balance == 0:
        return _wrapped(passage) if _is_inside_a_quote(passage) else passage
    left, right = edition.localizer.forms.quotes.outer
    if balance == 1 and max(words.rfind("“"), words.rfind("«")) > max(words.rfind("”"), words.rfind("»")):
        closed = passage.edited(passage.span.stop, passage.span.stop, right)
        return _wrapped(closed) if _is_inside_a_quote(passage) else closed
    first_closing = _CLOSING.search(words)
    if balance == -1 and first_closing and not _OPENING.search(words[: first_closing.start()]):
        return passage.edited(passage.span.start, passage.span.start, left)
    return None


def closed_marks(text: str) -> str:
    """Original words with a mark that opens and does not close in them closed, and the other way round."""
    for left, right in (("“", "”"), ("«", "»")):
        if text.count(left) == text.count(right) + 1:
            text += right
        elif text.count(right) == text.count(left) + 1:
            text = left + text
    if text.count('"') == 1:
        text = '"' + text if _CLOSES.search(text) else text + '"'
    return text


def _complete_straight(passage: Passage) -> Passage | None:
    """One straight mark: it opens before a letter, closes behind one."""
    at = [match.start() for match in _STRAIGHT.finditer(passage.words)]
    last, first = at[-1], at[0]
    if len(at) == 1 and re.match(r"\w|¿|¡", passage.words[last + 1 : last + 2]):
        return passage.edited(passage.span.stop, passage.span.stop, '"')
    if len(at) == 1 and re.match(r"\w|[.,!?]", passage.words[first - 1 : first] if first else ""):
        return passage.edited(passage.span.start, passage.span.start, '"')
    return None


def _is_inside_a_quote(passage: Passage) -> bool:
    return any(quote.kind == "direct" and quote.content.contains(passage.span) for quote in passage.quotes)


def _wrapped(passage: Passage) -> Passage:
    whole = passage.edited(passage.span.start, passage.span.start, '"')
    return whole.edited(passage.span.stop, passage.span.stop, '"')


def name_speaker(passage: Passage, item: Item, edition: Edition) -> Passage | None:
    """`“…”, afirmó.` -> `“…”, afirmó [Boric].`; a quotation alone -> `Boric: “…”`; None where nobody knows who spoke."""
    quotes = [quote for quote in passage.quotes if quote.kind == "direct"]
    if not quotes and not says_little_outside(passage):
        return passage
    cued = any(quote.cue is not None and passage.span.contains(quote.cue) for quote in quotes)
    if not cued and says_little_outside(passage) and not _has_its_subject_before(passage):
        name = next((name for quote in quotes if (name := speaker_name(passage, quote, edition))), None) or _voice(item)
        return passage.begun_with(grammar_of(edition.language).quoted.format(who=name, quote="")) if name else None
    for quote in quotes:
        if quote.cue is None or not passage.span.contains(quote.cue) or _is_named(passage, quote):
            continue
        if _has_a_name_beside(passage, quote.cue):
            continue
        name = speaker_name(passage, quote, edition) or elided_name(passage, item, edition)
        if name is None:
            return None
        return passage.edited(quote.cue.stop, quote.cue.stop, f" [{name}]")
    return passage


_OPENS_QUOTING = re.compile('[“«"]')


def _has_its_subject_before(passage: Passage) -> bool:
    """`Juba “will not pay a fee”`: the sentence of whoever tells it, and no quotation that stands alone."""
    first = _OPENS_QUOTING.search(passage.words)
    start = passage.span.start + first.start() if first else passage.span.start
    before = [t for t in passage.tokens if passage.span.start <= t.span.start < start]
    return any(token.deprel.startswith("nsubj") and token.upos == "PROPN" for token in before)


@of_its_words
def says_little_outside(passage: Passage) -> bool:
    """Whether hardly a word stands outside the quotation marks."""
    return len(re.findall(r"\w+", passage.unquoted_words)) < _FEWEST_WORDS_OUTSIDE


def _is_named(passage: Passage, quote: Quote) -> bool:
    """Whether the speaker stands in this sentence, and not as that to which the speaker has spoken."""
    return quote.speaker is not None and passage.span.contains(quote.speaker) and not _is_spoken_to(passage, quote.speaker)


def _has_a_name_beside(passage: Passage, cue: Span) -> bool:
    """`“…”, dijo Bin Salem`, `“…”, Van Aert said`: a name that the annotation has not seen whole."""
    if passage.offset:
        return False
    ahead = re.match(rf"\s+[{UPPER}][\w’'-]", passage.source[cue.stop : passage.span.stop])
    back = re.search(rf"(?<=[\w”»\"][,.?!”»\"]) (?:[{UPPER}][\w’'-]+ )+$", passage.source[passage.span.start : cue.start])
    return ahead is not None or back is not None


def _is_spoken_to(passage: Passage, speaker: Span) -> bool:
    """`se quejó en una entrevista con la radio HRN`: HRN has only asked."""
    inside = passage.tree.covered_by(speaker)
    if any(mention.span.overlaps(speaker) for mention in passage.mentions) or not inside:
        return False
    at, above = inside[0], passage.tokens[inside[0]].head
    while above >= 0 and passage.tokens[above].upos in {"NOUN", "PROPN"} and above != at:
        at, above = above, passage.tokens[above].head
    relation = passage.tree.relations[at]
    return relation in {"obl", "nmod"} and any(passage.tree.relations[i] == "case" for i in passage.tree.children.get(at, ()))


def speaker_name(passage: Passage, quote: Quote, edition: Edition) -> str | None:
    actor = speaker_of(passage, quote)
    return actor_name(edition, actor) if actor else None


def speaker_of(passage: Passage, quote: Quote) -> Actor | None:
    """Who said it, where the article names the speaker; in an interview by name, where its head names but one person."""
    if quote.speaker is None or passage.doc is None:
        return None
    named = passage.whole.mentions.overlapping(quote.speaker) if passage.whole else ()
    found = [mention for mention in named if not mention.place]
    best = max(found, key=lambda mention: (len(mention.span), -mention.span.start), default=None)
    actor = passage.doc.actors.get(best.actor) if best else None
    person = actor is None or actor.kind == "person"
    return actor if person or actor is None else interviewed(passage, actor.country or actor.id) or actor


def _voice(item: Item) -> str | None:
    """The person whose words a position quotes."""
    return spelled(item.voice.name) if isinstance(item, Position) and item.voice and item.quote else None


def set_marks(text: str, edition: Edition) -> str:
    """Quotation marks as the edition sets them, by their depth; left as they are where they do not pair.

    Straight marks open before a letter and close behind one; `«»` and `“”` are the same mark.
    """
    marks = edition.localizer.forms.quotes
    pairs = (marks.outer, marks.inner)
    printed, at, depth = "", 0, 0
    for mark in _MARKS.finditer(text):
        opens = mark[0] in "“«" or (mark[0] == '"' and _opens(text, mark.start(), depth))
        depth -= not opens
        if depth < 0:
            return text
        printed += text[at : mark.start()] + pairs[min(depth, 1)][0 if opens else 1]
        at = mark.end()
        depth += opens
    return printed + text[at:] if depth == 0 else text


def _opens(text: str, at: int, depth: int) -> bool:
    before = text[at - 1 : at] if at else ""
    return depth == 0 or ((not before or before in " ([¿¡“«") and text[at + 1 : at + 2].isalnum())
