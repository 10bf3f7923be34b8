"""What is wrong with a Word file is found before it is put in place: seventeen defects, planted one by one in a good memo."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from memo_samples import AUDIENCES, LOCALES, part_of, parts_of, sample_memo, with_parts
from openxml_audit import OpenXmlValidator

from briefing.render import lint_docx
from briefing.render.office_files.accessibility import accessibility

BODY = "word/document.xml"
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
WP = 'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
OBJECTS = {
    "PICTURE": f'<wp:inline {WP}><wp:docPr id="901" name="Logo"/></wp:inline>',
    "CHART": f'<wp:inline {WP}><wp:docPr id="902" name="Chart 1" descr=" "/></wp:inline>',
    "FLOATING": f'<wp:anchor {WP}><wp:docPr id="903" name="Logo" descr="Our arms"/></wp:anchor>',
    "OLD": '<v:shape xmlns:v="urn:schemas-microsoft-com:vml"/>',
}

# what is planted, the part, the pattern that is replaced once, its replacement, words of the finding
DEFECTS = [
    (
        "properties of a paragraph out of order",
        BODY,
        r'<w:pStyle w:val="KeyFact"/>',
        r'<w:jc w:val="left"/>\g<0>',
        "wrong order",
    ),
    (
        "a cell without a paragraph",
        BODY,
        r"(<w:tc>(?:(?!</w:tc>).)*?</w:tcPr>)(?:(?!</w:tc>).)*</w:tc>",
        r"\1</w:tc>",
        "does not end with a paragraph",
    ),
    (
        "a note that is not there",
        BODY,
        r'<w:footnoteReference w:id="1"/>',
        '<w:footnoteReference w:id="99"/>',
        "footnote 99 has no text",
    ),
    ("a link that leads nowhere", BODY, r'r:id="rId\d+"', 'r:id="rId999"', "rId999 leads nowhere"),
    (
        "a comment that is not there",
        BODY,
        r'<w:commentReference w:id="0"/>',
        '<w:commentReference w:id="7"/>',
        "commentReference 7",
    ),
    ("a comment's range without an end", BODY, r'<w:commentRangeEnd w:id="0"/>', "", "commentRangeEnd 0"),
    ("two bookmarks of one name", BODY, r'w:name="fact_2"', 'w:name="fact_1"', "fact_1 stands 2 times"),
    (
        "a style that is not defined",
        BODY,
        r'<w:pStyle w:val="KeyFact"/>',
        '<w:pStyle w:val="NoSuch"/>',
        "style NoSuch is not defined",
    ),
    ("a table without its columns", BODY, r"<w:tblGrid>.*?</w:tblGrid>", "", "no grid"),
    ("a value that does not exist", BODY, r"<w:cantSplit/>", '<w:cantSplit w:val="maybe"/>', "neither on nor off"),
    ("a field without an end", BODY, r'<w:fldChar w:fldCharType="end"/>', "", "field begins and does not end"),
    ("a paragraph in a paragraph", BODY, r"(</w:pPr>)(<w:r>)", r"\1<w:p/>\2", "stands inside p"),
    ("a part without its type", "[Content_Types].xml", r'<Override[^>]*footnotes\.xml"[^>]*/>', "", "no content type"),
    (
        "a core property in a wrong namespace",
        "docProps/core.xml",
        r"<cp:revision>(\d+)</cp:revision>",
        r'<x:revision xmlns:x="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties">\1</x:revision>',
        "wrong namespace",
    ),
    ("a part that is not XML", BODY, r"</w:body>", "", "not well-formed"),
    (
        "a part that is missing",
        "word/_rels/document.xml.rels",
        r'Target="footnotes.xml"',
        'Target="nope.xml"',
        "which is missing",
    ),
    ("a tag that nobody replaced", BODY, r">Key judgement\. <", ">{{ bottom_line }}<", "tag is left over"),
    # further ones
    ("two notes of one id", "word/footnotes.xml", r'w:id="2"', 'w:id="1"', "id 1 stands 2 times"),
    ("no language", "word/styles.xml", r"<w:lang [^>]*/>", "", "has no language"),
    ("a link without words", BODY, r"(<w:hyperlink [^>]*>).*?(</w:hyperlink>)", r"\1\2", "link has no words"),
    ("a marker of the engine", BODY, r">Key judgement\. <", ">\ufdd07\ufdd1<", "marker of the engine"),
]


def planted(part: str, pattern: str, replacement: str) -> bytes:
    data = sample_memo("security")
    text = parts_of(data)[part].decode()
    changed = re.sub(pattern, replacement, text, count=1, flags=re.DOTALL)
    assert changed != text, "the defect could not be planted"
    return with_parts(data, {part: changed.encode()})


@pytest.mark.parametrize(
    ("part", "pattern", "replacement", "finding"), [row[1:] for row in DEFECTS], ids=[row[0] for row in DEFECTS]
)
def test_planted_defect_is_found(part: str, pattern: str, replacement: str, finding: str) -> None:
    faults = lint_docx(planted(part, pattern, replacement))
    assert any(finding in fault for fault in faults), faults


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("audience", AUDIENCES)
def test_our_own_memos_are_sound(audience: str, locale: str) -> None:
    data = sample_memo(audience, locale)
    assert lint_docx(data) == []
    assert accessibility(data) == []


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("audience", AUDIENCES)
def test_the_validator_finds_nothing(audience: str, locale: str, tmp_path: Path) -> None:
    """openxml-audit: the rules of Microsoft's SDK and Word's own quirks."""
    path = tmp_path / "memo.docx"
    path.write_bytes(sample_memo(audience, locale))
    result = OpenXmlValidator().validate(path)
    assert [str(error) for error in result.errors] == []


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04 no archive", b"%PDF-1.7", with_parts(sample_memo(), {BODY: None})])
def test_what_is_no_document_is_said_to_be_none(data: bytes) -> None:
    assert lint_docx(data)


ACCESS = [
    ("no title", "docProps/core.xml", r"<dc:title>.*?</dc:title>", "<dc:title/>", "no title"),
    ("a table without a title", BODY, r"<w:tblCaption [^>]*/>", "", "table 1 has no title"),
    ("a heading row that does not repeat", BODY, r"<w:tblHeader/>", "", "no header row that repeats"),
    ("no language", "word/styles.xml", r"<w:lang [^>]*/>", "", "has no language"),
    ("a heading without words", BODY, r">Key facts<", "> <", "a heading has no words"),
    ("cells merged across", BODY, r"(<w:tcPr>)(<w:tcW [^>]*/>)", r'\1\2<w:gridSpan w:val="2"/>', "has merged cells"),
    ("cells merged downwards", BODY, r"(<w:tcPr>)(<w:tcW [^>]*/>)", r"\1\2<w:vMerge/>", "has merged cells"),
    ("a column without a heading", BODY, r">Issue<", "><", "has a column without a heading"),
    (
        "a picture without a description",
        BODY,
        r"(</w:pPr>)(<w:r>)",
        r"\1<w:r><w:drawing>PICTURE</w:drawing></w:r>\2",
        "no description",
    ),
    (
        "a chart without a description",
        BODY,
        r"(</w:pPr>)(<w:r>)",
        r"\1<w:r><w:drawing>CHART</w:drawing></w:r>\2",
        "no description",
    ),
    ("a picture of an old kind", BODY, r"(</w:pPr>)(<w:r>)", r"\1<w:r><w:pict>OLD</w:pict></w:r>\2", "of an old kind"),
    (
        "a picture that floats",
        BODY,
        r"(</w:pPr>)(<w:r>)",
        r"\1<w:r><w:drawing>FLOATING</w:drawing></w:r>\2",
        "floats over the text",
    ),
    ("a level left out", BODY, r'w:val="Heading1"', 'w:val="Heading2"', "first heading is of level 2"),
]


@pytest.mark.parametrize(
    ("part", "pattern", "replacement", "finding"), [row[1:] for row in ACCESS], ids=[row[0] for row in ACCESS]
)
def test_what_a_screen_reader_would_miss(part: str, pattern: str, replacement: str, finding: str) -> None:
    for name, xml in OBJECTS.items():
        replacement = replacement.replace(name, xml)
    findings = accessibility(planted(part, pattern, replacement))
    assert any(finding in found for found in findings), findings


def luminance(colour: str) -> float:
    """As the Web Content Accessibility Guidelines define it."""
    parts = [int(colour[place : place + 2], 16) / 255 for place in (0, 2, 4)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def test_every_colour_can_be_read_on_its_ground() -> None:
    """Word's checker asks for 4.5 to 1."""
    styles = part_of(sample_memo("security"), "word/styles.xml")
    faint = []
    for style in styles.iter(f"{W}style"):
        colour, shade = style.find(f"{W}rPr/{W}color"), style.find(f"{W}rPr/{W}shd")
        if colour is None:
            continue
        ground = (
            shade.get(f"{W}fill") if shade is not None else "1B4965" if style.get(f"{W}styleId") == "TableHead" else "FFFFFF"
        )
        faint += [style.get(f"{W}styleId")] if contrast(colour.get(f"{W}val"), ground) < 4.5 else []
    assert faint == []
