"""Word memos: every character arrives, notes and comments are Word's own, tags survive what Word does to them."""

from __future__ import annotations

import copy
import dataclasses
import io
import random
import shutil
import subprocess
import zipfile
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from lxml import etree
from memo_samples import (
    AUDIENCES,
    house,
    memo_of,
    paragraphs_of,
    part_of,
    parts_of,
    sample_memo,
    template,
    with_first_fact,
    with_parts,
    words_of,
)
from openxml_audit import OpenXmlValidator

from briefing.errors import TemplateError
from briefing.render.memo import compose
from briefing.render.office_files.accessibility import accessibility
from briefing.render.office_files.package import load_document
from briefing.render.sample import sample_brief, sample_labels
from briefing.render.word import render_word

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"

# value, what the reader sees where it is not the value itself
HOSTILE = [
    ("A & B", None),
    ("x <y> z", None),
    ("a < b > c && d", None),
    ("AT&amp;T", None),
    ("]]> <!-- c --> <?p?>", None),
    ("</w:t></w:r></w:p><w:p><w:r><w:t>INJECT", None),
    ("{{ 7 * 7 }}", None),
    ("{% for x in y %}", None),
    ("{_{ x }_} { % if", None),
    ("a\x0bb and the rest", "a␋b and the rest"),
    ("a\x00b", "a␀b"),
    ("a\x07b\x1bc\x7fd", "a␇b␛c␡d"),
    ("a\x0cb", "a␌b"),
    ("one\ntwo\r\nthree", "one\ntwo\nthree"),
    ("one\u2028two\u2029three\x85four", "one\ntwo\nthree\nfour"),
    ("column\tcolumn", None),
    ("🇲🇽 👩‍🔬 ok", None),
    ("עברית \u200f and \u200e", None),
    ("a\u202eb", "a\u202eb\u202c"),
    ("a\u2066b\u2069c\u202dd", "a\u2066b\u2069c\u202dd\u202c"),
    ("a\ud800b", "a\ufffdb"),
    ("a\ufffeb\uffffc", "a\ufffdb\ufffdc"),
    ("a\ufdd00\ufdd1b", "a\ufffd0\ufffdb"),
    ("private \ue000 use \uf8ff", None),
    ("no-break\u00a0space, thin\u2009space, zero\u200bwidth", None),
    ("e\u0301 is é", None),
    ("  two  spaces  ", None),
    ("'single' \"double\" “curly” «angle»", None),
    ("%s %(n)s %d 100 %", None),
    ("${jndi:ldap://x} $(id) `id`", None),
    ("=cmd|' /C calc'!A0", None),
    ("\\u0041 \\n \\t", None),
    ("x" * 100_000, None),
    ("𝔘𝔫𝔦𝔠𝔬𝔡𝔢 \U000e0041 ﷽", None),
]


@pytest.mark.parametrize(("value", "seen"), HOSTILE, ids=range(len(HOSTILE)))
def test_every_character_of_a_value_arrives(value: str, seen: str | None) -> None:
    brief = with_first_fact(text={"es": value, "en": value}, basis={"en": "edited"})
    memo = memo_of(brief, audience="legislators")
    expected = (value if seen is None else seen) + "\u00a0[2,\u00a04]"
    assert any(paragraph.startswith(expected) for paragraph in paragraphs_of(memo))


@pytest.mark.parametrize(("value", "seen"), HOSTILE[:-2], ids=range(len(HOSTILE) - 2))
def test_every_character_of_the_exact_words_arrives(value: str, seen: str | None) -> None:
    evidence = tuple(dataclasses.replace(piece, text=value) for piece in sample_brief().facts[0].evidence)
    brief = with_first_fact(evidence=evidence, text={"en": "A line of our own."}, basis={"en": "edited"})
    notes = part_of(memo_of(brief), "word/footnotes.xml")
    shown = " ".join((value if seen is None else seen).split()).replace('"double"', "‘double’")
    assert shown.replace("“", "‘").replace("”", "’") in words_of(notes)


def test_titles_with_hostile_characters_become_properties() -> None:
    brief = dataclasses.replace(sample_brief(), title={"es": "A & <B>\x0b", "en": "A & <B>\x0b"})
    assert Document(io.BytesIO(memo_of(brief))).core_properties.title == "MEMORANDUM. A & <B>␋"


# ------------------------------------------------------------------ what is Word's own


def test_notes_are_footnotes_and_a_second_citation_refers_to_the_first() -> None:
    body = part_of(sample_memo(), "word/document.xml")
    notes = part_of(sample_memo(), "word/footnotes.xml")
    references = [mark.get(f"{W}id") for mark in body.iter(f"{W}footnoteReference")]
    assert references == sorted(references, key=int)
    assert len(references) == len(set(references)) == len(notes.findall(f"{W}footnote")) - 2
    repeated = [node.text for node in body.iter(f"{W}instrText") if "NOTEREF" in node.text]
    assert repeated == [f" NOTEREF note_{number} \\h " for number in (2, 4, 4, 4)]


def test_notes_say_the_exact_words_in_their_language() -> None:
    notes = part_of(sample_memo(), "word/footnotes.xml")
    foreign = [words_of(run) for run in notes.iter(f"{W}r") if run.find(f"{W}rPr/{W}lang") is not None]
    assert (
        "“La ministra de Pesca de Chile, Rosa Aldunate, rechazó el cierre de los puertos noruegos a la flota chilena.”"
        in foreign
    )
    assert {lang.get(f"{W}val") for lang in notes.iter(f"{W}lang")} == {"es"}


def test_the_document_has_one_language_and_foreign_words_have_theirs() -> None:
    styles = part_of(sample_memo("base", "es_MX"), "word/styles.xml")
    assert [lang.get(f"{W}val") for lang in styles.iter(f"{W}lang")] == ["es-MX"]
    body = part_of(sample_memo("base", "es_MX"), "word/document.xml")
    marked = {
        words_of(run): run.find(f"{W}rPr/{W}lang").get(f"{W}val")
        for run in body.iter(f"{W}r")
        if run.find(f"{W}rPr/{W}lang") is not None
    }
    assert marked["“Exports of Chilean salmon to Norway fell by 11 percent in February”"] == "en"


def test_analysts_get_comments_with_the_memo_s_own_date() -> None:
    comments = part_of(sample_memo("security"), "word/comments.xml").findall(f"{W}comment")
    assert len(comments) == 5
    assert {comment.get(f"{W}date") for comment in comments} == {"2026-03-14T00:00:00Z"}
    assert {comment.get(f"{W}author") for comment in comments} == {"Analysis Unit"}
    assert words_of(comments[0]) == "Low confidence\u00a0· dates differ. Articles 2 and 4."


@pytest.mark.parametrize("audience", [name for name in AUDIENCES if name != "security"])
def test_nobody_else_gets_comments(audience: str) -> None:
    assert "word/comments.xml" not in parts_of(sample_memo(audience))


def test_rows_stay_whole_and_headings_repeat() -> None:
    for table in part_of(sample_memo(), "word/document.xml").iter(f"{W}tbl"):
        rows = table.findall(f"{W}tr")
        assert rows[0].find(f"{W}trPr/{W}tblHeader") is not None
        assert all(row.find(f"{W}trPr/{W}cantSplit") is not None for row in rows)


def test_columns_fill_the_page_whatever_their_number() -> None:
    table = next(t for t in part_of(sample_memo(), "word/document.xml").iter(f"{W}tbl") if "Issue" in words_of(t))
    grid = [int(column.get(f"{W}w")) for column in table.find(f"{W}tblGrid")]
    assert len(grid) == 4
    assert 9800 < sum(grid) <= 9840


def test_page_numbers_are_fields() -> None:
    for name, xml in parts_of(sample_memo()).items():
        if "footer" in name:
            assert b" PAGE " in xml
            assert b" NUMPAGES " in xml


def test_properties() -> None:
    properties = Document(io.BytesIO(sample_memo("minister", "es_MX"))).core_properties
    assert properties.title == "TARJETA INFORMATIVA. Chile–Noruega: puertos e inspecciones pesqueras"
    assert (properties.author, properties.language, str(properties.created)) == (
        "Unidad de Análisis",
        "es-MX",
        "2026-03-14 00:00:00+00:00",
    )


# ------------------------------------------------------------------ templates as people type them


def filled(tmp_path: Path, *lines: str, table: tuple[tuple[str, ...], ...] = ()) -> list[str]:
    dirs = house(tmp_path, template(*lines, table=table))
    return paragraphs_of(memo_of(sample_brief(), audience="desk", dirs=dirs))


def test_a_tag_alone_on_its_line_vanishes(tmp_path: Path) -> None:
    assert filled(tmp_path, "{% for source in sources %}", "{{ source.n }}", "{% endfor %}", "end") == [
        "1",
        "2",
        "3",
        "4",
        "end",
    ]


def test_several_tags_may_share_a_line(tmp_path: Path) -> None:
    lines = ("{% for source in sources %}{% if source.outlet %}", "{{ source.outlet }}", "{% endif %}{% endfor %}")
    assert filled(tmp_path, *lines) == ["El Faro de Valparaíso", "Fjord Courier", "Gaceta de Lima"]


def test_a_loop_within_a_line(tmp_path: Path) -> None:
    assert filled(tmp_path, "{% for source in sources %}{{ source.n }}{% if not loop.last %}, {% endif %}{% endfor %}.") == [
        "1, 2, 3, 4."
    ]


def test_a_loop_over_rows_has_its_ends_in_two_cells(tmp_path: Path) -> None:
    table = (("{% for source in sources %}{{ source.n }}", "{{ source.outlet }}{% endfor %}"),)
    assert filled(tmp_path, table=table) == ["1", "El Faro de Valparaíso", "2", "Fjord Courier", "3", "Gaceta de Lima", "4", ""]


def test_docxtpl_s_tags_for_rows_work(tmp_path: Path) -> None:
    table = (("{%tr for source in sources %}", ""), ("{{ source.n }}", "x"), ("{%tr endfor %}", ""))
    assert filled(tmp_path, table=table) == ["1", "x", "2", "x", "3", "x", "4", "x"]


def test_a_loop_over_cells(tmp_path: Path) -> None:
    assert filled(tmp_path, table=(("{%tc for source in sources %}{{ source.n }}{%tc endfor %}",),)) == ["1", "2", "3", "4"]


def test_a_condition_may_choose_between_paragraphs(tmp_path: Path) -> None:
    lines = ("{% if legend %}", "yes", "{% else %}", "no", "{% endif %}")
    assert filled(tmp_path, *lines) == ["no"]


def test_a_table_of_which_no_row_is_left_goes(tmp_path: Path) -> None:
    assert filled(tmp_path, "before", table=(("{% for quote in quotes %}{{ quote.text }}", "{% endfor %}"),)) == ["before"]


def test_smart_quotes_and_no_break_spaces_in_tags(tmp_path: Path) -> None:
    assert filled(tmp_path, "{{ _(“Sources”) }} {{\u00a0_(‘Sources’)\u00a0}} {{ _(«Sources») }}") == ["Sources Sources Sources"]


def shattered(data: bytes, seed: int) -> bytes:
    """The template as Word may have saved it: runs split at random, proofing marks and bookmarks between, quotes made smart."""
    chance = random.Random(seed)
    document = load_document(data, name="template")
    for run in list(document.element.body.iter(qn("w:r"))):
        nodes = run.findall(qn("w:t"))
        if len(nodes) != 1 or len(nodes[0].text or "") < 2 or run.find(qn("w:tab")) is not None:
            continue
        text, properties = nodes[0].text, run.find(qn("w:rPr"))
        if "_(" in text and chance.random() < 0.7:
            text = text.replace('"', chance.choice("“”„"))
        for piece in _pieces(text, chance):
            run.addprevious(_run(piece, properties))
            if chance.random() < 0.4:
                run.addprevious(_noise(chance))
        run.getparent().remove(run)
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def _pieces(text: str, chance: random.Random) -> list[str]:
    cuts = sorted({0, len(text), *(chance.randrange(len(text)) for _ in range(chance.randint(1, 6)))})
    return [text[start:stop] for start, stop in pairwise(cuts)]


def _run(text: str, properties: Any) -> Any:
    made, node = OxmlElement("w:r"), OxmlElement("w:t")
    if properties is not None:
        made.append(copy.deepcopy(properties))
    node.text = text
    node.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    made.append(node)
    return made


def _noise(chance: random.Random) -> Any:
    mark = OxmlElement(chance.choice(("w:proofErr", "w:bookmarkStart", "w:lastRenderedPageBreak")))
    if mark.tag == qn("w:proofErr"):
        mark.set(qn("w:type"), chance.choice(("spellStart", "spellEnd")))
        return mark
    if mark.tag == qn("w:bookmarkStart"):
        mark = OxmlElement("w:proofErr")
        mark.set(qn("w:type"), "gramStart")
        return mark
    holder = OxmlElement("w:r")
    holder.append(mark)
    return holder


TYPED = template(
    "{{ memo.kind }}: {{ memo.subject }} & more",
    '{{ _("Sources") }} {% for source in sources %}{{ source.n }}{% if not loop.last %}, {% endif %}{% endfor %}',
    "{% for fact in facts %}{% if fact.n != '2' %}",
    "{{ fact.n }}. {{ fact.text }}{{ fact.note }} ({{ fact.flags }})",
    "{% endif %}{% endfor %}",
    table=(
        ("{{ _('Issue') }}", "{%tc for government in positions[0].governments %}{{ government.name }}{%tc endfor %}"),
        (
            "{% for row in positions[0].rows %}{{ row.issue }}",
            "{%tc for cell in row.cells %}\n{% for position in cell.positions %}\n{{ position.text }}\n"
            "{% endfor %}\n{%tc endfor %}{% endfor %}",
        ),
    ),
)


def test_two_hundred_shattered_templates_say_the_same(tmp_path: Path) -> None:
    memo = compose(sample_brief(), audience="base", locale="en_US", template_dirs=(), labels=sample_labels())
    path = tmp_path / "memo.docx"

    def filled_in(data: bytes) -> list[str]:
        path.write_bytes(data)
        return paragraphs_of(render_word(path, memo.fields, memo.ledger, memo.translate))

    expected = filled_in(TYPED)
    assert len(expected) > 20
    for seed in range(200):
        assert filled_in(shattered(TYPED, seed)) == expected, f"seed {seed}"


@pytest.mark.parametrize("audience", AUDIENCES)
def test_our_own_templates_survive_it_too(audience: str, tmp_path: Path) -> None:
    whole = (Path(__file__).parents[1] / "templates" / audience / "memo.docx").read_bytes()
    dirs = house(tmp_path, shattered(whole, 7), settings=f"extends: {audience}\n")
    assert paragraphs_of(memo_of(sample_brief(), audience="desk", dirs=dirs)) == paragraphs_of(
        memo_of(sample_brief(), audience=audience)
    )


# ------------------------------------------------------------------ templates that other programs have saved


def test_a_template_of_libreoffice_has_another_name_for_the_core_properties(tmp_path: Path) -> None:
    """Its relation makes python-docx write docProps/core.xml twice, and the styles it did not use are gone."""
    data = (Path(__file__).parents[1] / "templates" / "security" / "memo.docx").read_bytes()
    parts = parts_of(data)
    relations = parts["_rels/.rels"].replace(
        b"package/2006/relationships/metadata/core", b"officedocument/2006/relationships/metadata/core"
    )
    styles = part_of(data, "word/styles.xml")
    for style in styles.findall(f"{W}style"):
        if style.get(f"{W}styleId") in ("FootnoteText", "FootnoteReference", "Hyperlink", "CommentReference", "CommentText"):
            styles.remove(style)
    changed = with_parts(data, {"_rels/.rels": relations, "word/styles.xml": etree.tostring(styles)})
    dirs = house(tmp_path, changed, settings="extends: security\n")
    memo = memo_of(sample_brief(), audience="desk", dirs=dirs)
    assert paragraphs_of(memo) == paragraphs_of(memo_of(sample_brief(), audience="security"))


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_a_template_saved_by_libreoffice_works(tmp_path: Path) -> None:
    source = Path(__file__).parents[1] / "templates" / "base" / "memo.docx"
    command = [
        "soffice",
        "--headless",
        f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}",
        "--convert-to",
        "docx:MS Word 2007 XML",
    ]
    subprocess.run([*command, "--outdir", str(tmp_path), str(source)], capture_output=True, timeout=120, check=True)
    dirs = house(tmp_path / "places", (tmp_path / "memo.docx").read_bytes())
    memo = memo_of(sample_brief(), audience="desk", dirs=dirs)
    words = [words for words in paragraphs_of(memo) if words.strip()]
    assert words == [words for words in paragraphs_of(memo_of(sample_brief())) if words.strip()]
    assert accessibility(memo) == []
    path = tmp_path / "filled.docx"
    path.write_bytes(memo)
    assert [str(error) for error in OpenXmlValidator().validate(path).errors] == []


# what the file is, its bytes, words of the explanation
NO_TEMPLATES = [
    ("an old .doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "old .doc file or protected by a password"),
    ("no archive", b"hello", "is no Word file"),
    ("an archive without a document", with_parts(sample_memo(), {"_rels/.rels": None}), "is no Word file"),
    ("macros", with_parts(sample_memo(), {"word/vbaProject.bin": b"x"}), "carries macros"),
    (
        "a document type",
        with_parts(sample_memo(), {"word/document.xml": b"<!DOCTYPE x [<!ENTITY a 'b'>]><x>&a;</x>"}),
        "document type",
    ),
    ("not well-formed", with_parts(sample_memo(), {"word/document.xml": b"<w:document"}), "is damaged"),
    (
        "a picture from elsewhere",
        with_parts(
            sample_memo(),
            {
                "word/_rels/document.xml.rels": parts_of(sample_memo())["word/_rels/document.xml.rels"].replace(
                    b"</Relationships>",
                    b'<Relationship Id="rId77" TargetMode="External" Target="http://x.example/p.png" Type='
                    b'"http://schemas.openxmlformats.org/officeDocument/2006/relationships/image"/></Relationships>',
                )
            },
        ),
        "links to a picture or template outside",
    ),
]


@pytest.mark.parametrize(("data", "reason"), [row[1:] for row in NO_TEMPLATES], ids=[row[0] for row in NO_TEMPLATES])
def test_what_cannot_be_a_template_is_explained(data: bytes, reason: str, tmp_path: Path) -> None:
    with pytest.raises(TemplateError, match=reason):
        memo_of(sample_brief(), audience="desk", dirs=house(tmp_path, data))


def test_a_bomb_is_not_unpacked(tmp_path: Path) -> None:
    data = with_parts(sample_memo(), {"word/media/zeros.bin": b"\0" * 101_000_000})
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in source.namelist():
            archive.writestr(name, source.read(name))
    with pytest.raises(TemplateError, match="unpacks to more than 100 MB"):
        memo_of(sample_brief(), audience="desk", dirs=house(tmp_path, buffer.getvalue()))
