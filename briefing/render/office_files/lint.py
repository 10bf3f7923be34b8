"""A Word file read again before it is put in place: what Word would refuse, repair or show.

python-docx and LibreOffice open almost anything (each noticed 2 of 17 planted defects), so the rules are written out here; each
is a short function over the parts, and each fault stops the file.
"""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
from collections import Counter
from collections.abc import Callable, Iterable, Iterator

from lxml import etree

from briefing.render.office_files.schema import RANKS
from briefing.render.office_files.word_parts import Element, Parts, W, parse_parts, texts_of, value_of, w
from briefing.render.pieces import CLOSE, OPEN

Values = Callable[[], Iterable[str]]
"""The values that a memo prints: braces inside them are words, not tags left over."""

R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
CORE_NAMESPACES = (
    "http://schemas.openxmlformats.org/package/2006/metadata/core-properties",
    "http://purl.org/dc/elements/1.1/",
    "http://purl.org/dc/terms/",
)
WORD_TYPES = ("styles", "settings", "numbering", "footnotes", "endnotes", "comments", "header", "footer", "fontTable", "theme")
PARAGRAPH_HOLDERS = (
    *("body", "tc", "hdr", "ftr", "footnote", "endnote", "comment", "txbxContent", "sdtContent", "customXml"),
    *("ins", "del", "moveFrom", "moveTo", "docPartBody", "smartTag"),
)
ON_OFF = frozenset({None, "0", "1", "true", "false", "on", "off"})
SWITCHES = ("cantSplit", "tblHeader", "b", "i", "keepNext", "keepLines")
LEFT_OVER = re.compile(r"\{\{|\}\}|\{%|%\}|\{\s+%|%\s+\}")


def lint(data: bytes, *, values: Values = tuple) -> list[str]:
    """Every fault that Word would refuse, repair or show: one line each, in the order of the rules."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            content = {name: archive.read(name) for name in archive.namelist()}
            doubled = [f"{name}: stands twice in the file" for name, times in Counter(archive.namelist()).items() if times > 1]
    except (zipfile.BadZipFile, zipfile.LargeZipFile) as error:
        return [f"the file is no Word document ({error})"]
    parts, faults = parse_parts(content)
    faults = doubled + faults
    if "word/document.xml" not in parts or "[Content_Types].xml" not in parts:
        return [*faults, "word/document.xml: is missing or unreadable"]
    for rule in PACKAGE_RULES:
        faults += rule(parts, set(content))
    for name, root in texts_of(parts):
        faults += [f"{name}: {fault}" for rule in PART_RULES for fault in rule(root)]
        faults += [f"{name}: {fault}" for fault in left_over(root, values)]
    return faults


# ------------------------------------------------------------------ rules on the package


def content_types(parts: Parts, names: set[str]) -> list[str]:
    overrides = {part.get("PartName") for part in parts["[Content_Types].xml"] if str(part.tag).endswith("Override")}
    wanted = [name for name in parts if re.fullmatch(rf"word/(document|({'|'.join(WORD_TYPES)})\d*)\.xml", name)]
    return [f"{name}: has no content type" for name in sorted(wanted) if f"/{name}" not in overrides]


def relations(parts: Parts, names: set[str]) -> list[str]:
    faults = []
    for name, root in sorted(parts.items()):
        if not name.endswith(".rels"):
            continue
        folder = posixpath.dirname(posixpath.dirname(name))
        for relation in root:
            target = str(relation.get("Target", ""))
            if relation.get("TargetMode") == "External":
                continue
            path = target[1:] if target.startswith("/") else posixpath.normpath(posixpath.join(folder, target))
            if path not in names:
                faults.append(f"{name}: {relation.get('Id')} leads to {path}, which is missing")
    return faults


def references(parts: Parts, names: set[str]) -> list[str]:
    """Ids of relations that are used, and not there."""
    faults = []
    for name, root in texts_of(parts):
        rels = parts.get(f"word/_rels/{posixpath.basename(name)}.rels")
        known = {relation.get("Id") for relation in rels} if rels is not None else set()
        used = dict.fromkeys(map(str, root.xpath("//@r:id | //@r:embed | //@r:link", namespaces={"r": R})))
        faults += [f"{name}: the link or picture {identity} leads nowhere" for identity in used if identity not in known]
    return faults


def defined_styles(parts: Parts, names: set[str]) -> list[str]:
    if "word/styles.xml" not in parts:
        return ["word/styles.xml: is missing"]
    known = {style.get(w("styleId")) for style in parts["word/styles.xml"].iter(w("style"))}
    used = {
        (name, value_of(element))
        for name, root in texts_of(parts)
        for element in root.iter(w("pStyle"), w("rStyle"), w("tblStyle"))
    }
    return [f"{name}: the style {style} is not defined" for name, style in sorted(used, key=str) if style not in known]


def language_is_set(parts: Parts, names: set[str]) -> list[str]:
    styles = parts.get("word/styles.xml")
    path = "/".join(map(w, ("docDefaults", "rPrDefault", "rPr", "lang")))
    language = styles.find(path) if styles is not None else None
    return [] if language is not None and value_of(language) else ["word/styles.xml: the document has no language"]


def notes_resolve(parts: Parts, names: set[str]) -> list[str]:
    faults = []
    for kind in ("footnote", "endnote"):
        root = parts.get(f"word/{kind}s.xml")
        ids = Counter(value_of(note, "id") for note in root.iter(w(kind))) if root is not None else Counter()
        faults += [f"word/{kind}s.xml: the id {identity} stands {times} times" for identity, times in ids.items() if times > 1]
        for mark in parts["word/document.xml"].iter(w(f"{kind}Reference")):
            if value_of(mark, "id") not in ids:
                faults.append(f"word/document.xml: the {kind} {value_of(mark, 'id')} has no text")
    return faults


def comments_resolve(parts: Parts, names: set[str]) -> list[str]:
    root = parts.get("word/comments.xml")
    ids = Counter(value_of(comment, "id") for comment in root.iter(w("comment"))) if root is not None else Counter()
    faults = [f"word/comments.xml: the id {identity} stands {times} times" for identity, times in ids.items() if times > 1]
    for mark in ("commentRangeStart", "commentRangeEnd", "commentReference"):
        used = {value_of(element, "id") for element in parts["word/document.xml"].iter(w(mark))}
        faults += [
            f"word/document.xml: {mark} {identity} does not match the comments" for identity in sorted(used ^ set(ids), key=str)
        ]
    return faults


def core_properties(parts: Parts, names: set[str]) -> list[str]:
    core = parts.get("docProps/core.xml")
    if core is None:
        return []
    tags = [etree.QName(child) for child in core]
    faults = [
        f"docProps/core.xml: {tag.localname} is in a wrong namespace" for tag in tags if tag.namespace not in CORE_NAMESPACES
    ]
    doubled = [tag for tag, times in Counter(tag.text for tag in tags).items() if times > 1]
    return faults + [f"docProps/core.xml: {etree.QName(tag).localname} stands twice" for tag in doubled]


# ------------------------------------------------------------------ rules on one part


def child_order(root: Element) -> Iterator[str]:
    ranked = {w(name): ranks for name, ranks in RANKS.items()}
    for element in root.iter(*ranked):
        ranks = ranked[element.tag]
        places = [ranks[child.tag] for child in element if child.tag in ranks] if len(element) > 1 else []
        if places != sorted(places):
            yield f"the children of {etree.QName(element).localname} stand in a wrong order"
        if element.tag == w("tbl") and element.find(w("tblGrid")) is None:
            yield "a table has no grid of columns"


def paragraphs_in_place(root: Element) -> Iterator[str]:
    holders = set(map(w, PARAGRAPH_HOLDERS))
    for paragraph in root.iter(w("p")):
        parent = paragraph.getparent()
        if parent is not None and parent.tag not in holders and parent.tag.startswith(f"{{{W}}}"):
            yield f"a paragraph stands inside {etree.QName(parent).localname}"
        properties = paragraph.find(w("pPr"))
        if properties is not None and properties.getprevious() is not None:
            yield "the properties of a paragraph stand behind its text"


def cells_end_with_paragraph(root: Element) -> Iterator[str]:
    for cell in root.iter(w("tc")):
        if not len(cell) or cell[-1].tag != w("p"):
            yield "a table cell does not end with a paragraph"


def values_are_legal(root: Element) -> Iterator[str]:
    for shading in root.iter(w("shd")):
        if not re.fullmatch(r"auto|[0-9A-Fa-f]{6}", value_of(shading, "fill") or "auto"):
            yield f"“{value_of(shading, 'fill')}” is no colour"
    for switch in root.iter(*map(w, SWITCHES)):
        if value_of(switch) not in ON_OFF:
            yield f"“{value_of(switch)}” is neither on nor off"


def fields_in_pairs(root: Element) -> Iterator[str]:
    depth = 0
    for mark in root.iter(w("fldChar")):
        depth += {"begin": 1, "end": -1}.get(value_of(mark, "fldCharType") or "", 0)
        if depth < 0:
            break
    if depth:
        yield "a field begins and does not end, or ends and did not begin"


def bookmarks(root: Element) -> Iterator[str]:
    starts = list(root.iter(w("bookmarkStart")))
    for name, times in Counter(value_of(mark, "name") for mark in starts).items():
        if times > 1:
            yield f"the bookmark {name} stands {times} times"
    ids = Counter(value_of(mark, "id") for mark in starts)
    if ids != Counter(value_of(mark, "id") for mark in root.iter(w("bookmarkEnd"))) or any(times > 1 for times in ids.values()):
        yield "a bookmark begins and does not end, or two share an id"


def links_have_words(root: Element) -> Iterator[str]:
    names = {value_of(mark, "name") for mark in root.iter(w("bookmarkStart"))}
    for link in root.iter(w("hyperlink")):
        if not "".join(node.text or "" for node in link.iter(w("t"))).strip():
            yield "a link has no words"
        anchor = value_of(link, "anchor")
        if anchor and root.tag == w("document") and anchor not in names:
            yield f"a link leads to {anchor}, which is not in the document"


def markers_are_gone(root: Element) -> Iterator[str]:
    for node in root.iter(w("t")):
        if node.text and (OPEN in node.text or CLOSE in node.text):
            yield "a marker of the engine is left in the text"
    if any(isinstance(node, etree._ProcessingInstruction) for node in root.iter(etree.ProcessingInstruction)):
        yield "an instruction of the engine is left in the document"


def left_over(root: Element, values: Values) -> Iterator[str]:
    """Tags of the template that nobody replaced; braces that a value brought along are words."""
    if not LEFT_OVER.search("".join(node.text or "" for node in root.iter(w("t")))):
        return
    found = [p for p in root.iter(w("p")) if LEFT_OVER.search("".join(node.text or "" for node in p.iter(w("t"))))]
    if not found:
        return
    spoken = [value for value in values() if LEFT_OVER.search(value)]
    for paragraph in found:
        words = "".join(node.text or "" for node in paragraph.iter(w("t")))
        for value in spoken:
            for line in value.replace("\t", "\n").split("\n"):
                words = words.replace(line, "") if line else words
        if LEFT_OVER.search(words):
            yield f"a tag is left over: “{words.strip()[:80]}”"


PACKAGE_RULES = (
    content_types,
    relations,
    references,
    defined_styles,
    language_is_set,
    notes_resolve,
    comments_resolve,
    core_properties,
)
PART_RULES = (
    child_order,
    paragraphs_in_place,
    cells_end_with_paragraph,
    values_are_legal,
    fields_in_pairs,
    bookmarks,
    links_have_words,
    markers_are_gone,
)
