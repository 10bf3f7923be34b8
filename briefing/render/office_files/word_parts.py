"""The parts of a Word file as trees, and the names of what stands in them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from lxml import etree

Element = Any
Parts = dict[str, Element]
"""The trees of a file by the names of its parts."""

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
VML = "urn:schemas-microsoft-com:vml"
DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"


def parse_parts(content: dict[str, bytes]) -> tuple[Parts, list[str]]:
    """The trees of the parts in XML, and the fault of each that is none."""
    parts, faults = {}, []
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True)
    for name, data in content.items():
        if name.endswith((".xml", ".rels")):
            try:
                parts[name] = etree.fromstring(data, parser)
            except etree.XMLSyntaxError as error:
                faults.append(f"{name}: is not well-formed ({error.msg})")
    return parts, faults


def texts_of(parts: Parts) -> Iterator[tuple[str, Element]]:
    """The parts that hold text, with their names, in the order of these."""
    for name in sorted(parts):
        if re.fullmatch(r"word/(document|(header|footer)\d*|footnotes|endnotes|comments)\.xml", name):
            yield name, parts[name]


def w(name: str) -> str:
    """The name of an element or attribute of Word's own namespace."""
    return f"{{{W}}}{name}"


def value_of(element: Element, name: str = "val") -> str | None:
    """What an attribute of Word's own namespace says."""
    found: str | None = element.get(w(name))
    return found
