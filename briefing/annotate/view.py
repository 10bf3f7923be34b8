"""An annotated document for the eye: plain text with trees, and an HTML page with coloured spans and arcs.

The drawing follows displaCy's manner (words on a line, arcs above them, one level for each length); it is self-contained,
without scripts, fonts or anything from elsewhere.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape

from briefing.model import Doc, Sentence, Span, Token

WORD_WIDTH, LEVEL_HEIGHT, BASELINE = 78, 26, 18
STYLE = (
    "body{font:16px/1.5 system-ui,sans-serif;max-width:70rem;margin:2rem auto;padding:0 1rem;color:#1c2733}"
    "mark{padding:.1em .25em;border-radius:.2em;background:#e8eef5}mark.date{background:#fdf0c8}"
    "mark.quantity{background:#dff3e3}mark.actor{background:#dbe7fb}mark.place{background:#e9e2f5}mark.quote{background:#fbe3df}"
    "small{color:#5b6a79;font-size:.7em;margin-left:.3em}svg{overflow:visible;display:block;margin:.5rem 0 2rem}"
    "details{margin:.3rem 0 1rem}summary{cursor:pointer;color:#5b6a79}"
)
Label = tuple[Span, str, str]
"""Where, what kind of annotation, and what it says."""


def labels_of(doc: Doc) -> list[Label]:
    """Every annotation as one label, in the order of the text."""
    found: list[Label] = [(d.span, "date", f"{d.value or d.timex} ({d.basis})") for d in doc.dates]
    found += [(q.span, "quantity", f"{q.value:g} {q.unit or ''} {q.modifier or ''}".strip()) for q in doc.quantities]
    found += [(m.span, "place" if m.place else "actor", actor_words(doc, m.actor)) for m in doc.mentions]
    found += [(q.content, "quote", quote_words(doc, q.speaker, q.kind)) for q in doc.quotes]
    return sorted(found, key=lambda label: (label[0].start, -label[0].stop, label[1]))


def actor_words(doc: Doc, actor_id: str) -> str:
    actor = doc.actors.get(actor_id)
    if actor is None:
        return actor_id
    role = f", {actor.role_words}" if actor.role_words else ""
    return f"{actor.id}{role} [{actor.country or '-'}]{'' if actor.official else ' not official'}"


def quote_words(doc: Doc, speaker: Span | None, kind: str) -> str:
    return f"{kind}, {speaker.of(doc.article.text) if speaker else 'speaker unknown'}"


# ------------------------------------------------------------------ plain text


def view_text(doc: Doc) -> Iterator[str]:
    """The document line by line: each sentence, its tree, and what was recognized in it."""
    article = doc.article
    yield f"{article.file}  {article.language}  published {article.published or 'unknown'} ({article.published_basis})"
    yield from (f"  {mark.kind}: {mark.span.of(article.text)[:80]!r}  [{mark.rule}]" for mark in article.marks)
    labels = labels_of(doc)
    for sentence in doc.sentences:
        yield ""
        yield f"[{sentence.kind}] {sentence.span.of(article.text)}"
        yield from tree_lines(sentence)
        for span, kind, words in labels:
            if sentence.span.contains(span):
                yield f"  {kind:9} {span.of(article.text)!r}: {words}"


def tree_lines(sentence: Sentence) -> Iterator[str]:
    """The dependency tree, indented, in the order of the words under each head."""
    children: dict[int, list[int]] = {}
    for index, token in enumerate(sentence.tokens):
        children.setdefault(token.head, []).append(index)
    stack = [(index, 0) for index in reversed(children.get(-1, []))]
    while stack:
        index, depth = stack.pop()
        token = sentence.tokens[index]
        yield f"  {'  ' * depth}{token.deprel}: {token.form} ({token.lemma}, {token.upos}, {token.confidence:.2f})"
        stack += [(child, depth + 1) for child in reversed(children.get(index, []))]


# ------------------------------------------------------------------ HTML


def view_html(doc: Doc) -> str:
    """A whole page, in UTF-8, that needs nothing else."""
    article = doc.article
    body = "\n".join(sentence_html(doc, sentence, labels_of(doc)) for sentence in doc.sentences)
    return (
        f'<!DOCTYPE html>\n<html lang="{escape(article.language)}">\n<head>\n<meta charset="utf-8">\n'
        f"<title>{escape(article.title or article.file)}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n"
        f"<h1>{escape(article.title or article.file)}</h1>\n{body}\n</body>\n</html>\n"
    )


def sentence_html(doc: Doc, sentence: Sentence, labels: Sequence[Label]) -> str:
    inside = [label for label in labels if sentence.span.contains(label[0])]
    text = marked(doc.article.text, sentence.span, inside)
    return f"<p>{text}</p>\n<details><summary>{escape(sentence.kind)}</summary>{arcs(sentence.tokens)}</details>"


def marked(text: str, span: Span, labels: Sequence[Label]) -> str:
    """The sentence with its annotations as nested marks; one that crosses another is left out of the colouring."""
    out: list[str] = []
    position, open_until = span.start, list[int]()
    for where, kind, words in labels:
        while open_until and open_until[-1] <= where.start:
            position = close(out, text, position, open_until.pop())
        if open_until and where.stop > open_until[-1]:
            continue
        out += [escape(text[position : where.start]), f'<mark class="{kind}" title="{escape(words)}">']
        position = where.start
        open_until.append(where.stop)
    while open_until:
        position = close(out, text, position, open_until.pop())
    return "".join([*out, escape(text[position : span.stop])])


def close(out: list[str], text: str, position: int, stop: int) -> int:
    out += [escape(text[position:stop]), "</mark>"]
    return max(position, stop)


def arcs(tokens: Sequence[Token]) -> str:
    """The tree as an SVG: words on a line, an arc from each head to its dependent."""
    levels = arc_levels(tokens)
    top = (max(levels.values(), default=0) + 1) * LEVEL_HEIGHT
    parts = [
        f'<text x="{center(i)}" y="{top + BASELINE}" text-anchor="middle">{escape(t.form)}'
        f'<tspan x="{center(i)}" dy="1.3em" font-size="11" fill="#5b6a79">{escape(t.upos)}</tspan></text>'
        for i, t in enumerate(tokens)
    ]
    parts += [arc(tokens[i].head, i, levels[i], top, tokens[i].deprel) for i in sorted(levels)]
    width = len(tokens) * WORD_WIDTH
    return f'<svg width="{width}" height="{top + 48}" role="img" aria-label="dependency tree">{"".join(parts)}</svg>'


def arc_levels(tokens: Sequence[Token]) -> dict[int, int]:
    """How high each arc goes: above every shorter arc that it covers."""
    levels: dict[int, int] = {}
    for index in sorted((i for i, t in enumerate(tokens) if t.head >= 0), key=lambda i: abs(i - tokens[i].head)):
        left, right = sorted((index, tokens[index].head))
        under = [levels[i] for i in levels if left <= min(i, tokens[i].head) and max(i, tokens[i].head) <= right]
        levels[index] = max(under, default=0) + 1
    return levels


def arc(head: int, index: int, level: int, top: int, relation: str) -> str:
    x1, x2, height = center(head), center(index), top - level * LEVEL_HEIGHT
    middle = (x1 + x2) / 2
    return (
        f'<path d="M{x1},{top} C{x1},{height} {x2},{height} {x2},{top}" fill="none" stroke="#7a8aa0"/>'
        f'<text x="{middle}" y="{height + LEVEL_HEIGHT * 0.2:g}" text-anchor="middle" font-size="10">{escape(relation)}</text>'
    )


def center(index: int) -> float:
    return index * WORD_WIDTH + WORD_WIDTH / 2
