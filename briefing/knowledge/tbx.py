"""Concepts as TBX, the standard for exchanging terminology (ISO 30042:2019), in its dialect TBX-Basic, and back.

The dialect has the part of speech, gender, subject field and the standing of each term.  What it has no category for (number, a
plural, no article, a generic concept) stands in notes, `number: mass`, which other tools keep and this one reads again.
Read are both styles of the dialect, data categories as attributes (DCA) or as tags (DCT), and the names of the older version 2.
A file is untrusted: no entities, no network, no document type is fetched, and no more than `LARGEST` bytes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from briefing.errors import KnowledgeError
from briefing.knowledge.entries import Concept, Term
from briefing.knowledge.loader import load_grammar
from briefing.model import Language

NAMESPACE = "urn:iso:std:iso:30042:ed-2"
XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
LARGEST = 50_000_000
LONGEST_TERM = 200
GENDERS: Mapping[str, Literal["m", "f"]] = {"masculine": "m", "feminine": "f"}
NUMBERS: Mapping[str, Literal["s", "p", "mass"]] = {"singular": "s", "plural": "p", "mass": "mass"}
PREFERRED, ADMITTED = "preferredTerm-admn-sts", "admittedTerm-admn-sts"
_ID = re.compile(r"[a-z0-9]+(?:_[a-z0-9]+)*")


def write_tbx(concepts: Sequence[Concept]) -> bytes:
    """The concepts as TBX-Basic in DCA style, the same bytes for the same concepts."""
    from lxml import etree

    names: Any = {None: NAMESPACE}
    root = etree.Element("tbx", {"type": "TBX-Basic", "style": "dca", XML_LANG: "en"}, nsmap=names)
    header = etree.SubElement(etree.SubElement(root, "tbxHeader"), "fileDesc")
    _add(etree.SubElement(header, "sourceDesc"), "p", "Concepts of the termbase of briefing")
    body = etree.SubElement(etree.SubElement(root, "text"), "body")
    known = {concept.id for concept in concepts}
    for concept in concepts:
        entry = etree.SubElement(body, "conceptEntry", id=_xml_id(concept.id))
        _add(entry, "descrip", concept.domain, type="subjectField")
        if concept.broader in known:
            _add(entry, "ref", "broader", type="crossReference", target=_xml_id(concept.broader or ""))
        elif concept.broader:
            _add(entry, "note", f"broader: {concept.broader}")
        if concept.generic:
            _add(entry, "note", "generic: yes")
        for language, term in sorted(concept.terms.items()):
            section = etree.SubElement(entry, "langSec", {XML_LANG: language})
            _write_term(section, term, "adjective" if concept.adjective else "noun")
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8", pretty_print=True))


def _write_term(section: Any, term: Term, part_of_speech: str) -> None:
    from lxml import etree

    for form in (term.lemma, *term.variants):
        is_printed = form == term.lemma
        within = etree.SubElement(section, "termSec")
        _add(within, "term", form)
        _add(within, "termNote", part_of_speech, type="partOfSpeech")
        if is_printed and term.gender:
            _add(within, "termNote", {short: long for long, short in GENDERS.items()}[term.gender], type="grammaticalGender")
        _add(within, "termNote", PREFERRED if is_printed else ADMITTED, type="administrativeStatus")
        for note in _notes(term) if is_printed else ():
            _add(within, "note", note)


def _notes(term: Term) -> Iterator[str]:
    if term.number != "s":
        yield f"number: {({short: long for long, short in NUMBERS.items()})[term.number]}"
    if term.plural:
        yield f"plural: {term.plural}"
    if not term.article:
        yield "article: no"


def _add(parent: Any, name: str, text: str, **attributes: str) -> None:
    from lxml import etree

    etree.SubElement(parent, name, attributes).text = text


def _xml_id(name: str) -> str:
    """An XML id begins with no digit."""
    return name if not name[:1].isdigit() else f"_{name}"


# ------------------------------------------------------------------ reading


@dataclass(frozen=True, slots=True)
class Entry:
    """A concept of a file as it stands there, and the line on which it begins."""

    id: str
    line: int
    domain: str
    broader: str | None
    notes: Mapping[str, str]
    sections: Mapping[Language, tuple[TermEntry, ...]]


@dataclass(frozen=True, slots=True)
class TermEntry:
    form: str
    categories: Mapping[str, str]
    notes: Mapping[str, str]

    @property
    def is_preferred(self) -> bool:
        return self.categories.get("administrativeStatus", "") == PREFERRED


def read_tbx(data: bytes, file: str, languages: Sequence[Language]) -> tuple[tuple[Concept, ...], list[str]]:
    """The concepts of a TBX file, and one line for each that is left out: file, line, id, why.

    Raises KnowledgeError where the file is no TBX at all.
    """
    body = _body(data, file)
    concepts: list[Concept] = []
    faults: list[str] = []
    taken: set[str] = set()
    for element in body:
        if _name(element) not in ("conceptEntry", "termEntry"):
            continue
        entry = _read_entry(element)
        try:
            concept = _concept(entry, languages, taken)
        except ValueError as error:
            faults.append(f"{file}:{entry.line}: {entry.id or 'a concept without id'}: {error}; left out")
            continue
        taken.add(concept.id)
        concepts.append(concept)
    return tuple(concepts), faults


def _body(data: bytes, file: str) -> Any:
    from lxml import etree

    if len(data) > LARGEST:
        raise KnowledgeError([f"{file}: larger than {LARGEST // 1_000_000} MB; export fewer concepts at a time"])
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True, remove_pis=True
    )
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise KnowledgeError(
            [f"{file}:{error.lineno or 1}: no well-formed XML ({(error.msg or '').splitlines()[0]})"]
        ) from None
    declared: Any = root.getroottree().docinfo.internalDTD
    if declared is not None and next(iter(declared.iterentities()), None) is not None:
        raise KnowledgeError([f"{file}: declares entities, which are not read; save it without them"])
    body = next((element for element in root.iter() if _name(element) == "body"), None)
    if _name(root) not in ("tbx", "martif") or body is None:
        raise KnowledgeError([f"{file}:1: this is no TBX file (its root is <{_name(root)}>)"])
    return body


def _name(element: Any) -> str:
    """An element's name without its namespace; of what is no element, nothing."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def _text(element: Any) -> str:
    return " ".join("".join(element.itertext()).split())


def _read_entry(element: Any) -> Entry:
    sections: dict[Language, tuple[TermEntry, ...]] = {}
    for section in element:
        if _name(section) in ("langSec", "langSet"):
            language = (section.get(XML_LANG) or "").replace("_", "-").partition("-")[0].lower()
            terms = tuple(_read_term(part) for part in section if _name(part) in ("termSec", "tig", "ntig"))
            sections[language] = (*sections.get(language, ()), *terms)
    outside = [part for part in element if _name(part) not in ("langSec", "langSet")]
    categories = dict(_categories(outside))
    broader = [part for part in outside if _is(part, "crossReference") and _text(part) == "broader"]
    return Entry(
        id=(element.get("id") or "").removeprefix("_"),
        line=element.sourceline or 1,
        domain=categories.get("subjectField", ""),
        broader=(broader[0].get("target") or "").removeprefix("_") if broader else None,
        notes=dict(_own_notes(outside)),
        sections=sections,
    )


def _read_term(element: Any) -> TermEntry:
    within = [part for part in element.iter() if part is not element]
    form = next((_text(part) for part in within if _name(part) == "term"), "")
    return TermEntry(form, dict(_categories(within)), dict(_own_notes(within)))


def _is(element: Any, category: str) -> bool:
    return category in (element.get("type"), _name(element))


def _categories(elements: Sequence[Any]) -> Iterator[tuple[str, str]]:
    """Data categories, as attributes of `descrip` and `termNote` or as tags of their own."""
    for element in elements:
        yield element.get("type") or _name(element), _text(element)


def _own_notes(elements: Sequence[Any]) -> Iterator[tuple[str, str]]:
    for element in elements:
        key, colon, value = _text(element).partition(": ") if _name(element) == "note" else ("", "", "")
        if colon:
            yield key, value


def _concept(entry: Entry, languages: Sequence[Language], taken: set[str]) -> Concept:
    """A row of the knowledge; its id is the file's, or made of the term of the first language.

    Raises ValueError with what the entry lacks.
    """
    forms = {language: [term for term in entry.sections.get(language, ()) if term.form] for language in languages}
    if missing := [language for language in languages if not forms[language]]:
        raise ValueError(f"no term in {', '.join(missing)}")
    printed = {language: next((t for t in terms if t.is_preferred), terms[0]) for language, terms in forms.items()}
    speech = {term.categories.get("partOfSpeech", "noun").lower() for term in printed.values()}
    if speech not in ({"noun"}, {"adjective"}):
        raise ValueError(f"{' and '.join(sorted(speech))}: only nouns, or only adjectives, are concepts")
    name = _id_of(entry, printed[languages[0]].form)
    if name in taken:
        raise ValueError("the id stands twice")
    return Concept(
        id=name,
        domain=_slug(entry.domain) or "imported",
        terms={language: _term(language, printed[language], terms, speech) for language, terms in forms.items()},
        broader=entry.broader or entry.notes.get("broader"),
        generic=entry.notes.get("generic") == "yes",
        adjective=speech == {"adjective"},
    )


def _id_of(entry: Entry, form: str) -> str:
    name = entry.id if _ID.fullmatch(entry.id) and not re.fullmatch(r"c?\d+", entry.id) else _slug(form)
    if not name:
        raise ValueError("no id, and none can be made from its first term")
    return name


def _slug(words: str) -> str:
    return re.sub(r"[^a-z0-9]+", "_", words.lower()).strip("_")


def _term(language: Language, printed: TermEntry, terms: Sequence[TermEntry], speech: set[str]) -> Term:
    has_gender = bool(load_grammar(language)["genders"])
    gender = "m" if speech == {"adjective"} else GENDERS.get(printed.categories.get("grammaticalGender", "").lower())
    if gender is None and has_gender:
        raise ValueError(f"'{printed.form}' ({language}) has no gender; add grammaticalGender: masculine or feminine")
    too_long = next((term.form for term in terms if len(term.form) > LONGEST_TERM), None)
    if too_long:
        raise ValueError(f"'{too_long[:40]}…' ({language}) is longer than {LONGEST_TERM} characters; this is no term")
    number = NUMBERS.get(printed.notes.get("number", "singular"))
    if number is None:
        raise ValueError(f"number '{printed.notes['number']}' ({language}); write {', '.join(NUMBERS)}")
    return Term(
        lemma=printed.form,
        gender=gender if has_gender else None,
        number=number,
        plural=printed.notes.get("plural"),
        article=printed.notes.get("article") != "no",
        variants=tuple(dict.fromkeys(term.form for term in terms if term.form != printed.form)),
    )


__all__ = ["read_tbx", "write_tbx"]
