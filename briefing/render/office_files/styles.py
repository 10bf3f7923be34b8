"""The styles that the engine itself needs, by the names that Word and LibreOffice both keep (ids change, names do not).

LibreOffice drops a style that a document does not use, so a template that went through it lacks the footnote's or the link's;
what is missing is taken over from the package's own base document.
"""

from __future__ import annotations

import copy
import functools
from typing import Any

from docx.oxml.ns import qn

from briefing.errors import TemplateError
from briefing.render.audience import builtin_templates
from briefing.render.office_files.package import open_document


class Styles:
    """The ids of a document's styles by their names, which Word compares without regard to case."""

    def __init__(self, document: Any) -> None:
        self._root = document.styles.element
        self._ids = _names(self._root)

    def id_of(self, name: str) -> str:
        """The id of a style; it is added where the document lacks it.  TemplateError where nobody has it."""
        key = name.casefold()
        if key not in self._ids:
            self._adopt(name)
        return self._ids[key]

    def headings(self) -> set[str]:
        """The ids of the styles of headings."""
        return {identity for name, identity in self._ids.items() if name.startswith("heading ")}

    def _adopt(self, name: str) -> None:
        source = next((style for style in _base_styles() if _name(style) == name.casefold()), None)
        if source is None:
            raise TemplateError([f"there is no style “{name}”"])
        style = copy.deepcopy(source)
        identity = style.get(qn("w:styleId"))
        while identity in self._ids.values():
            identity += "1"
        style.set(qn("w:styleId"), identity)
        for link in ("w:basedOn", "w:link", "w:next"):
            for reference in style.findall(qn(link)):
                self._keep_or_drop(style, reference)
        self._root.append(style)
        self._ids[name.casefold()] = identity

    def _keep_or_drop(self, style: Any, reference: Any) -> None:
        named = next((_name(other) for other in _base_styles() if other.get(qn("w:styleId")) == reference.get(qn("w:val"))), "")
        if named in self._ids:
            reference.set(qn("w:val"), self._ids[named])
        else:
            style.remove(reference)


def _names(root: Any) -> dict[str, str]:
    return {_name(style): style.get(qn("w:styleId")) for style in root.findall(qn("w:style"))}


def _name(style: Any) -> str:
    name = style.find(qn("w:name"))
    return str(name.get(qn("w:val"), "")).casefold() if name is not None else ""


@functools.cache
def _base_styles() -> tuple[Any, ...]:
    root = open_document(builtin_templates() / "base" / "memo.docx").styles.element
    return tuple(root.findall(qn("w:style")))
