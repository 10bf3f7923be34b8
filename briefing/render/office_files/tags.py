"""Jinja tags that people type in Word: made whole, and lifted to the paragraph, row or cell that they are about.

Word splits what is typed into runs, at every spelling mark, bookmark or change of format, turns quotes into typographic ones
and spaces into no-break spaces.  `join_tags` brings each tag into one text node.  `lift_blocks` then gives loops and
conditions the scope that their author sees on the page:

- both ends in one paragraph: that stretch of text;
- each end alone in a paragraph: the paragraphs between; the tags' own lines vanish;
- the ends in different cells of one row: that row;
- `{%tc … %}`: the cell, so that a table grows sideways; `{%tr … %}` and `{%p … %}` as docxtpl has them: the row or paragraph
  of each tag vanishes where it holds nothing else.

Lifted tags become processing instructions, which lxml writes out unescaped.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Literal

from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from lxml import etree

from briefing.errors import TemplateError

TAG = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}", re.DOTALL)
LOOSE = re.compile(r"\{\{|\}\}|\{%|%\}|\{\s+%|%\s+\}|\{\s+\{|\}\s+\}")
BLOCK = re.compile(
    r"\{%[-+]?(?P<scope>p|tr|tc|r)?\s+[-+]?\s*(?P<word>[a-z]+)\b|\{%(?P<bare>for|if|elif|else|endfor|endif|set|with|endwith)\b"
)
XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
INSTRUCTION = "briefing"
OPENING = {"for": "endfor", "if": "endif", "with": "endwith"}
MIDDLE = ("elif", "else")
ALLOWED = (*OPENING, *OPENING.values(), *MIDDLE, "set", "trans", "endtrans", "pluralize")
_TYPOGRAPHIC = str.maketrans(
    {**dict.fromkeys("“”„‟«»″", '"'), **dict.fromkeys("‘’‚‛‹›′", "'"), **dict.fromkeys("\u00a0\u202f\u2009\u200b", " ")}
)
_ENTITIES = (("&lt;", "<"), ("&gt;", ">"), ("&quot;", '"'), ("&#10;", "\n"), ("&#9;", "\t"), ("&amp;", "&"))

Scope = Literal["inline", "p", "tr", "tc"]
Element = Any


@dataclass(frozen=True, slots=True)
class Tag:
    """A block tag where it stands."""

    word: str
    source: str
    paragraph: Element
    scope: str | None


def prepare(root: Element, where: str) -> None:
    """Make every tag of a part whole and lift its blocks.  Raises TemplateError with every fault of the part."""
    faults = [fault for paragraph in root.iter(qn("w:p")) for fault in join_tags(paragraph)]
    for node in root.iter(qn("w:t")):
        if "{" in (node.text or ""):
            node.set(XML_SPACE, "preserve")  # the space behind `{% if x %}` begins the text once the tag is gone
    if faults:
        raise TemplateError([f"{where}: {fault}" for fault in faults])
    try:
        lift_blocks(root)
    except TemplateError as error:
        raise TemplateError([f"{where}: {fault}" for fault in error.faults]) from error


def source_of(root: Element) -> str:
    """The part as the source of a Jinja template, each paragraph on a line of its own so that errors can name its words."""
    xml = etree.tostring(root, encoding="unicode")
    xml = re.sub(rf"<\?{INSTRUCTION} (.*?)\?>", lambda match: match[1], xml, flags=re.DOTALL)
    xml = TAG.sub(lambda match: plain_tag(match[0]), xml)
    return re.sub(r"(?=<w:p[ >])", "\n", xml)


def words_at(source: str, line: int) -> str:
    """The words of the paragraph that stands at a line of the source."""
    lines = source.split("\n")
    if not 0 < line <= len(lines):
        return ""
    words = re.sub(r"<[^>]+>", "", lines[line - 1].partition("</w:p>")[0]).strip()
    return words[:117] + "…" if len(words) > 118 else words


def plain_tag(tag: str) -> str:
    """A tag as Jinja reads it: entities undone, typographic quotes made plain, docxtpl's prefix taken off."""
    for entity, character in _ENTITIES:
        tag = tag.replace(entity, character)
    tag = re.sub(r"^\{%([-+]?)(?:p|tr|tc|r)(?=\s)", r"{%\1", tag)
    tag = re.sub(r"^\{\{r(?=\s)", "{{", tag)
    return tag.translate(_TYPOGRAPHIC)


def text_nodes(paragraph: Element) -> list[Element]:
    """The text nodes of a paragraph, without those of paragraphs inside it (text boxes)."""
    return [node for node in paragraph.iter(qn("w:t")) if next(node.iterancestors(qn("w:p"))) is paragraph]


def paragraph_text(paragraph: Element) -> str:
    return "".join(node.text or "" for node in text_nodes(paragraph))


def join_tags(paragraph: Element) -> Iterator[str]:
    """Bring each tag into the text node in which it begins.  Yields what cannot be a tag."""
    nodes = text_nodes(paragraph)
    full = "".join(node.text or "" for node in nodes)
    if "{" not in full and "}" not in full:
        return
    tags = list(TAG.finditer(full))
    if len(nodes) > 1:
        _move_tags(nodes, tags)
    loose = LOOSE.search(TAG.sub("", full))
    if loose:
        yield f"“{loose[0]}” is not a whole tag; write {{{{ … }}}} or {{% … %}} without spaces between — near “{_short(full)}”"
    for tag in tags:
        block = BLOCK.match(tag[0])
        word = block and (block["word"] or block["bare"])
        if tag[0].startswith("{%") and word not in ALLOWED:
            yield f"“{tag[0]}” is not a tag that a Word template can have — near “{_short(full)}”"


def _move_tags(nodes: list[Element], tags: list[re.Match[str]]) -> None:
    start = 0
    for node in nodes:
        text = node.text or ""
        stop = start + len(text)
        kept, position = "", start
        for tag in tags:
            if tag.end() <= start or tag.start() >= stop:
                continue
            kept += text[position - start : max(tag.start() - start, 0)] if tag.start() > position else ""
            kept += tag[0] if start <= tag.start() < stop else ""
            position = max(position, min(tag.end(), stop))
        kept += text[position - start :]
        if kept != text:
            node.text = kept
            node.set(XML_SPACE, "preserve")
        start = stop


def lift_blocks(root: Element) -> None:
    """Move block tags to the scope they are about.  Raises TemplateError where a block does not close where it opened."""
    for paragraph in list(root.iter(qn("w:p"))):
        _one_tag_a_line(paragraph)
    for group in _groups(root):
        scope = _scope(group)
        if scope == "inline":
            continue
        elements = [_element(tag, scope) for tag in group]
        if not _same([element.getparent() for element in elements]):
            raise TemplateError(
                [f"“{group[0].source}” and “{group[-1].source}” stand in different tables or cells; put both in one"]
            )
        _lift(group, elements, scope)
    for paragraph in list(root.iter(qn("w:p"))):
        text = paragraph_text(paragraph).strip()
        if TAG.fullmatch(text) and plain_tag(text).startswith(("{% set", "{#")):
            _replace(paragraph, text)


def _one_tag_a_line(paragraph: Element) -> None:
    """Split a line that holds several block tags and nothing else."""
    text = paragraph_text(paragraph)
    tags = [match[0] for match in TAG.finditer(text)] if "{%" in text else []
    if len(tags) < 2 or TAG.sub("", text).strip() or not all(BLOCK.match(tag) for tag in tags) or _holds_more(paragraph):
        return
    for tag in tags:
        line, run, node = OxmlElement("w:p"), OxmlElement("w:r"), OxmlElement("w:t")
        node.text = tag
        run.append(node)
        line.append(run)
        paragraph.addprevious(line)
    paragraph.getparent().remove(paragraph)


def _groups(root: Element) -> list[list[Tag]]:
    """Each block with its opening, middle and closing tags, outer blocks first."""
    stack: list[list[Tag]] = []
    groups: list[list[Tag]] = []
    for tag in _block_tags(root):
        if tag.word in OPENING:
            stack.append([tag])
            groups.append(stack[-1])
        elif not stack:
            raise TemplateError(
                [f"“{tag.source}” has no tag that it belongs to — near “{_short(paragraph_text(tag.paragraph))}”"]
            )
        else:
            stack[-1].append(tag)
            if tag.word not in MIDDLE:
                opened = stack.pop()[0]
                if tag.word != OPENING[opened.word]:
                    raise TemplateError(
                        [f"“{opened.source}” is closed by “{tag.source}”; write {{% {OPENING[opened.word]} %}}"]
                    )
    if stack:
        opened = stack[-1][0]
        raise TemplateError([f"“{opened.source}” is never closed; write {{% {OPENING[opened.word]} %}} where it ends"])
    return groups


def _block_tags(root: Element) -> Iterator[Tag]:
    for paragraph in root.iter(qn("w:p")):
        text = paragraph_text(paragraph)
        if "{%" not in text:
            continue
        for match in TAG.finditer(text):
            block = BLOCK.match(match[0])
            word = (block["word"] or block["bare"]) if block else None
            if block and word in (*OPENING, *OPENING.values(), *MIDDLE):
                yield Tag(word, match[0], paragraph, block["scope"])


def _scope(group: list[Tag]) -> Scope:
    named = next((tag.scope for tag in group if tag.scope), None)
    if named in ("p", "tr", "tc"):
        return named  # type: ignore[return-value]
    paragraphs = [tag.paragraph for tag in group]
    if all(paragraph is paragraphs[0] for paragraph in paragraphs):
        return "inline"
    rows, cells = ([_ancestor(paragraph, name) for paragraph in paragraphs] for name in ("w:tr", "w:tc"))
    if any(row is None for row in rows) or all(cell is cells[0] for cell in cells):
        return "p"
    return "tr" if _same([row.getparent() for row in rows if row is not None]) else "p"


def _same(elements: list[Element]) -> bool:
    """Whether all are one element.  lxml makes its objects anew unless somebody holds them, as the list does here."""
    return all(element is elements[0] for element in elements)


def _element(tag: Tag, scope: Scope) -> Element:
    if scope == "p":
        return tag.paragraph
    element = _ancestor(tag.paragraph, f"w:{scope}")
    if element is None:
        raise TemplateError(
            [f"“{tag.source}” is about a table's {'row' if scope == 'tr' else 'cell'}, but stands outside a table"]
        )
    return element


def _lift(group: list[Tag], elements: list[Element], scope: Scope) -> None:
    if scope == "tc":
        for element in elements:
            element.set("repeated", "1")
    if all(element is elements[0] for element in elements):
        for tag in group:
            _strike(tag)
            _drop_empty(tag.paragraph)
        elements[0].addprevious(_instruction(group[0].source))
        elements[0].addnext(_instruction(group[-1].source))
        return
    for tag, element in zip(group, elements, strict=True):
        _strike(tag)
        left = "".join(node.text or "" for node in element.iter(qn("w:t"))).strip()
        if not left and not _holds_more(element):
            _replace(element, tag.source)
        elif scope == "p" and TAG.sub("", left).strip():
            words = _short(paragraph_text(tag.paragraph))
            raise TemplateError(
                [f"“{tag.source}” opens or closes in another paragraph; put it alone on its line — near “{words}”"]
            )
        else:
            place = element.addnext if tag is group[-1] else element.addprevious
            place(_instruction(tag.source))
            if scope != "p":
                _drop_empty(tag.paragraph)


def _drop_empty(paragraph: Element) -> None:
    """Take away the line of a tag that has been lifted, where its cell has other lines."""
    parent = paragraph.getparent()
    if not paragraph_text(paragraph).strip() and not _holds_more(paragraph) and len(parent.findall(qn("w:p"))) > 1:
        parent.remove(paragraph)


def _holds_more(element: Element) -> bool:
    """Whether an element without words still holds something to keep: a picture, a break, the end of a section."""
    return any(next(element.iter(qn(name)), None) is not None for name in ("w:drawing", "w:pict", "w:sectPr", "w:object"))


def _strike(tag: Tag) -> None:
    for node in text_nodes(tag.paragraph):
        if node.text and tag.source in node.text:
            node.text = node.text.replace(tag.source, "", 1)
            return


def _replace(element: Element, tag: str) -> None:
    element.addprevious(_instruction(tag))
    element.getparent().remove(element)


def _instruction(tag: str) -> Element:
    return etree.ProcessingInstruction(INSTRUCTION, plain_tag(tag))


def _ancestor(element: Element, name: str) -> Element | None:
    return next(element.iterancestors(qn(name)), None)


def _short(text: str) -> str:
    text = " ".join(text.split())
    return text[:77] + "…" if len(text) > 78 else text
