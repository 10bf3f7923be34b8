"""Markers in the finished text of a document become Word's own objects: notes, links, comments, shades, foreign words."""

from __future__ import annotations

import copy
import datetime
from collections.abc import Mapping
from typing import Any

from docx.oxml.ns import qn

from briefing.render.addresses import is_web_address
from briefing.render.office_files import ooxml
from briefing.render.office_files.ooxml import Element, make, run, runs
from briefing.render.office_files.styles import Styles
from briefing.render.pieces import OPEN, Anchor, Foreign, Jump, Ledger, Link, Note, Piece, Remark, Shade, Styled, clean


class Placer:
    """Puts the pieces of one memo into one document, in the order of the text."""

    def __init__(
        self, document: Any, ledger: Ledger, styles: Styles, *, language: str, author: str, when: datetime.datetime
    ) -> None:
        self._document = document
        self._ledger = ledger
        self._styles = styles
        self._language = language
        self._author = author
        self._when = when
        self._footnotes: ooxml.Footnotes | None = None
        self._notes: dict[Note, tuple[int, int]] = {}  # the note's number in the text, and its bookmark's id
        self._anchors: set[str] = set()
        self._bookmarks = _highest_bookmark(document)

    def place(self, part: Any) -> None:
        """Resolve every marker, line feed and tab of a part."""
        for node in list(part.element.iter(qn("w:t"))):
            words = node.text or ""
            if OPEN in words or "\n" in words or "\t" in words:
                self._split(node, words, part)

    def settle(self) -> None:
        """Once all parts are done: links to places that the memo does not have become plain words."""
        for link in list(self._document.part.element.iter(qn("w:hyperlink"))):
            target = link.get(qn("w:anchor"))
            if target is not None and target.startswith(("fact_", "source_")) and target not in self._anchors:
                for child in list(link):
                    link.addprevious(child)
                link.getparent().remove(link)

    def _split(self, node: Element, words: str, part: Any) -> None:
        host = node.getparent()
        properties = host.find(qn("w:rPr"))
        made: list[Element] = []
        for piece in self._ledger.split(words):
            made += runs(piece, properties) if isinstance(piece, str) else self._piece(piece, properties, host, part)
        before = [child for child in node.itersiblings(preceding=True) if child.tag != qn("w:rPr")][::-1]
        after = list(node.itersiblings())
        pieces = [*([_moved(before, properties)] if before else []), *made, *([_moved(after, properties)] if after else [])]
        for piece in pieces:
            host.addprevious(piece)
        host.getparent().remove(host)

    def _piece(self, piece: Piece, properties: Element | None, host: Element, part: Any) -> list[Element]:
        match piece:
            case Note():
                return self._note(piece, properties)
            case Link(url=url, words=words):
                return self._link(url, words, properties, part)
            case Jump(target=target, words=words):
                return [ooxml.internal_link(target, list(runs(clean(words), self._styled(properties, "Hyperlink"))))]
            case Anchor(name=name):
                known = name in self._anchors
                self._anchors.add(name)
                return [] if known else self._bookmark(name, [])
            case Foreign(words=words, language=language):
                marked = properties if language == self._language else ooxml.with_language(properties, language)
                return list(runs(clean(words), marked))
            case Styled(words=words, style=style):
                return list(runs(clean(words), self._styled(properties, style)))
            case Shade(fill=fill):
                cell = next(host.iterancestors(qn("w:tc")), None)
                if cell is not None:
                    ooxml.shade(cell, fill)
                return []
            case Remark(words=words):
                return self._comment(words, host)

    def _styled(self, properties: Element | None, style: str) -> Element:
        return ooxml.with_style(properties, self._styles.id_of(style))

    def _link(self, url: str, words: str, properties: Element | None, part: Any) -> list[Element]:
        content = list(runs(clean(words), self._styled(properties, "Hyperlink")))
        return [ooxml.hyperlink(part, url, content)] if is_web_address(url) else list(runs(clean(words), properties))

    def _note(self, note: Note, properties: Element | None) -> list[Element]:
        """The note's mark; where the note stands already, a reference to its number that Word keeps right."""
        mark = self._styled(properties, "footnote reference")
        if note in self._notes:
            number, bookmark = self._notes[note]
            return ooxml.field(f"NOTEREF note_{bookmark} \\h", str(number), mark)
        if self._footnotes is None:
            self._footnotes = ooxml.Footnotes(self._document)
        content: list[Element] = []
        for part in note.parts:
            content += runs(clean(part)) if isinstance(part, str) else self._piece(part, None, content, self._footnotes.part)
        style, mark_style = self._styles.id_of("footnote text"), self._styles.id_of("footnote reference")
        identity = self._footnotes.add(content, style=style, mark_style=mark_style)
        self._notes[note] = (len(self._notes) + 1, identity)
        return self._bookmark(f"note_{identity}", [run(make("footnoteReference", id=str(identity)), mark)])

    def _bookmark(self, name: str, content: list[Element]) -> list[Element]:
        self._bookmarks += 1
        identity = str(self._bookmarks)
        return [make("bookmarkStart", id=identity, name=name), *content, make("bookmarkEnd", id=identity)]

    def _comment(self, words: str, host: Element) -> list[Element]:
        """A comment about the paragraph up to here."""
        paragraph = next(host.iterancestors(qn("w:p")))
        if next(paragraph.iterancestors(qn("w:footnote"), qn("w:hdr"), qn("w:ftr")), None) is not None:
            return []
        comment = self._document.comments.add_comment(clean(words), self._author, _initials(self._author))
        element = comment._comment_elm
        element.date = self._when
        self._restyle(element)
        start = make("commentRangeStart", id=str(comment.comment_id))
        properties = paragraph.find(qn("w:pPr"))
        if properties is None:
            paragraph.insert(0, start)
        else:
            properties.addnext(start)
        mark = run(make("commentReference", id=str(comment.comment_id)), self._styled(None, "annotation reference"))
        return [make("commentRangeEnd", id=str(comment.comment_id)), mark]

    def _restyle(self, comment: Element) -> None:
        """python-docx names its own template's styles; this document may call them otherwise."""
        for mark in comment.iter(qn("w:pStyle")):
            mark.set(qn("w:val"), self._styles.id_of("annotation text"))
        for mark in comment.iter(qn("w:rStyle")):
            mark.set(qn("w:val"), self._styles.id_of("annotation reference"))


def author_and_date(fields: Mapping[str, Any]) -> tuple[str, datetime.datetime]:
    """Who comments, and when: the memo's own sender and date, so that the same memo has the same bytes."""
    day = datetime.datetime.fromisoformat(f"{str(fields['date_iso'])[:10]}T00:00:00+00:00")
    return str(fields["from"]) or "briefing", day


def _moved(children: list[Element], properties: Element | None) -> Element:
    made = make("r")
    if properties is not None:
        made.append(copy.deepcopy(properties))
    made.extend(children)
    return made


def _initials(name: str) -> str:
    return "".join(word[0] for word in name.split() if word[0].isalpha())[:3].upper()


def _highest_bookmark(document: Any) -> int:
    ids = [mark.get(qn("w:id"), "0") for mark in document.element.iter(qn("w:bookmarkStart"))]
    return max((int(number) for number in ids if number.isdigit()), default=0)
