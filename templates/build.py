"""Makes the Word templates of the package: `python templates/build.py`.

Look (typeface, colours, spacing) stands in `_word/*.xml`, where `$accent` and its like are filled in from PALETTE; what a
template says, and in which order, in the functions below.  The files are committed: people edit copies of them in Word and
never need this script.
"""

from __future__ import annotations

import io
import sys
import zipfile
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from string import Template
from typing import Any

from docx import Document
from docx.oxml.ns import qn
from docx.table import Table, _Cell

from briefing.render.ooxml import field, make
from briefing.render.package import save_document
from briefing.render.schema import put

HERE = Path(__file__).parent
WIDTH = 9840
PALETTE = {
    "font": "Arial",
    "width": str(WIDTH),
    "accent": "1B4965",
    "ink": "1F2933",
    "muted": "52606D",
    "rule": "B8C4CE",
    "tint": "EEF3F7",
    "link": "0B5394",
    "for_fill": "E3F1E7",
    "for_ink": "1E5B36",
    "against_fill": "FBE9E2",
    "against_ink": "8A3412",
    "neutral_fill": "E9EDF2",
    "neutral_ink": "36475A",
}
PARTS = {
    "word/document.xml": ("officeDocument", "document.main"),
    "word/styles.xml": ("styles", "styles"),
    "word/settings.xml": ("settings", "settings"),
    "word/numbering.xml": ("numbering", "numbering"),
    "word/fontTable.xml": ("fontTable", "fontTable"),
    "word/theme/theme1.xml": ("theme", ""),
    "docProps/core.xml": ("", ""),
}
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
CORE = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
TYPES = "application/vnd.openxmlformats-"
Words = str | tuple[str, str]
"""Text to type, or text and the name of its character style."""
UPCOMING = '{{ _("Upcoming meetings") }}'
HELD = '{{ _("Meetings held") }}'
DISAGREE = '{{ _("Where the sources disagree") }}'
MEETING: list[tuple[Words, ...]] = [
    (("{{ meeting.kind }}. ", "Strong"), "{{ meeting.text }}{{ meeting.note }}{{ meeting.remark }}"),
    ("{% if meeting.original %}",),
    ('{{ _("Original words") }}: {{ meeting.original }}',),
    ("{% endif %}",),
]
ASSURANCES: list[tuple[Words, ...]] = [
    ("{% for assurance in meeting.assurances %}",),
    ("{{ assurance }}",),
    ("{% endfor %}{% endfor %}",),
]
LEGEND = (
    "High: asserted by two independent origins or more, which agree. Moderate: asserted by one origin, or reported by several. "
    "Low: reported by one origin, conditional or denied in the source, or the sources disagree."
)


# ------------------------------------------------------------------ the empty document


def empty_document(title: str) -> Any:
    """A document with our styles and nothing in it."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, text in package_parts(title).items():
            archive.writestr(name, text)
    return Document(buffer)


def package_parts(title: str) -> dict[str, str]:
    filled = {
        name: Template((HERE / "_word" / Path(name).name).read_text("utf-8")).substitute(PALETTE, title=title) for name in PARTS
    }
    overrides = "".join(f'<Override PartName="/{name}" ContentType="{content_type(name)}"/>' for name in PARTS)
    inside = "".join(
        f'<Relationship Id="rId{number}" Type="{OFFICE}/{kind}" Target="{name.removeprefix("word/")}"/>'
        for number, (name, (kind, _)) in enumerate(PARTS.items())
        if number and kind
    )
    header = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    relations = "http://schemas.openxmlformats.org/package/2006/relationships"
    return {
        "[Content_Types].xml": f'{header}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        f'<Default Extension="rels" ContentType="{TYPES}package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{overrides}</Types>',
        "_rels/.rels": f'{header}<Relationships xmlns="{relations}">'
        f'<Relationship Id="rId1" Type="{OFFICE}/officeDocument" Target="word/document.xml"/>'
        f'<Relationship Id="rId2" Type="{CORE}" Target="docProps/core.xml"/></Relationships>',
        "word/_rels/document.xml.rels": f'{header}<Relationships xmlns="{relations}">{inside}</Relationships>',
        **filled,
    }


def content_type(name: str) -> str:
    if name.startswith("docProps"):
        return f"{TYPES}package.core-properties+xml"
    kind = PARTS[name][1]
    return f"{TYPES}officedocument.wordprocessingml.{kind}+xml" if kind else f"{TYPES}officedocument.theme+xml"


# ------------------------------------------------------------------ typing


def write(holder: Any, style: str, *words: Words) -> Any:
    """A paragraph in a document, cell, header or footer."""
    paragraph = holder.add_paragraph(style=style)
    type_in(paragraph, *words)
    return paragraph


def type_in(paragraph: Any, *words: Words) -> None:
    for word in words:
        text, style = word if isinstance(word, tuple) else (word, None)
        paragraph.add_run(text, style=style)


def tags(document: Any, opening: str, closing: str, body: Callable[[], None]) -> None:
    """A block: its tags alone on their lines, and what stands between them."""
    write(document, "Normal", opening)
    body()
    write(document, "Normal", closing)


def add_table(document: Any, style: str, name: str, widths: Sequence[int]) -> Table:
    """A table of a heading row and one row, titled for screen readers, whose heading repeats and whose rows do not split."""
    table = document.add_table(rows=2, cols=len(widths), style=style)
    properties = table._tbl.tblPr
    put(properties, make("tblW", w=str(sum(widths)), type="dxa"))
    put(properties, make("tblLayout", type="fixed"))
    put(
        properties,
        make("tblLook", val="0020", firstRow="1", lastRow="0", firstColumn="0", lastColumn="0", noHBand="1", noVBand="1"),
    )
    put(properties, make("tblCaption", val=name))
    put(properties, make("tblDescription", val=name))
    for column, width in zip(table._tbl.tblGrid.findall(qn("w:gridCol")), widths, strict=True):
        column.set(qn("w:w"), str(width))
    for row in table.rows:
        for cell, width in zip(row.cells, widths, strict=True):
            put(cell._tc.get_or_add_tcPr(), make("tcW", w=str(width), type="dxa"))
        row._tr.get_or_add_trPr().append(make("cantSplit"))
    table.rows[0]._tr.trPr.append(make("tblHeader"))
    return table


def fill_cell(cell: _Cell, style: str, *lines: tuple[Words, ...], styles: Mapping[int, str] | None = None) -> None:
    """A cell's paragraphs, in `style` unless `styles` has another for a line."""
    cell._tc.remove(cell.paragraphs[0]._p)
    for number, line in enumerate(lines):
        write(cell, (styles or {}).get(number, style), *line)


def page_numbers(paragraph: Any) -> None:
    type_in(paragraph, '\t{{ _("Page") }} ')
    paragraph._p.extend(field("PAGE", "1"))
    type_in(paragraph, ' {{ pgettext("page x of y", "of") }} ')
    paragraph._p.extend(field("NUMPAGES", "1"))


# ------------------------------------------------------------------ the parts of a memo


def frame(document: Any) -> None:
    """Header and footer: the first page says who may read it, the others what it is."""
    section = document.sections[0]
    first, later = section.first_page_header, section.header
    for holder in (first, later):
        holder.is_linked_to_previous = False
    first.paragraphs[0].style = later.paragraphs[0].style = "header"
    type_in(first.paragraphs[0], "{{ memo.classification }}\t{{ memo.number }}")
    type_in(later.paragraphs[0], "{{ memo.subject }}\t{{ memo.date }}")
    for footer in (section.first_page_footer, section.footer):
        footer.is_linked_to_previous = False
        footer.paragraphs[0].style = "footer"
        type_in(footer.paragraphs[0], "{{ memo.from }}")
        page_numbers(footer.paragraphs[0])


def opening(document: Any) -> None:
    frame(document)
    heading(document)
    bottom_line(document)


def heading(document: Any) -> None:
    write(document, "Title", "{{ memo.kind }}")
    write(document, "Memo Field", ('{{ _("TO") }}', "Field Label"), "\t{{ memo.to }}")
    write(document, "Memo Field", ('{{ _("FROM") }}', "Field Label"), "\t{{ memo.from }}")
    tags(document, "{% if memo.cc %}", "{% endif %}", lambda: cc(document))
    write(document, "Memo Field", ('{{ _("DATE") }}', "Field Label"), "\t{{ memo.date }}")
    write(
        document,
        "Memo Field",
        ('{{ _("SUBJECT") }}', "Field Label"),
        "\t",
        ("{{ memo.subject }}", "Strong"),
        " ({{ memo.period }})",
    )


def cc(document: Any) -> None:
    write(document, "Memo Field", ('{{ _("CC") }}', "Field Label"), "\t{{ memo.cc }}")


def bottom_line(document: Any) -> None:
    words = (('{{ _("Bottom line") }}. ', "Lead"), "{{ bottom_line }}")
    tags(document, "{% if bottom_line %}", "{% endif %}", lambda: write(document, "Bottom Line", *words))


def section(document: Any, condition: str, title: str, body: Callable[[], None]) -> None:
    """A section with its heading, which is there only where it has something to say."""

    def inside() -> None:
        write(document, "heading 1", title)
        body()

    tags(document, f"{{% if {condition} %}}", "{% endif %}", inside)


def timeline(document: Any) -> None:
    def body() -> None:
        table = add_table(document, "Timeline", '{{ _("The week at a glance") }}', [WIDTH])
        dates, entries = (row.cells[0] for row in table.rows)
        fill_cell(dates, "Timeline Date", ("{%tc for day in timeline %}{{ day.date }}{%tc endfor %}",))
        fill_cell(
            entries,
            "Timeline Entry",
            ("{%tc for day in timeline %}{% for entry in day.what %}",),
            ("{% if day.ahead %}", ("{{ entry }}", "Strong"), "{% else %}{{ entry }}{% endif %}"),
            ("{% endfor %}{%tc endfor %}",),
        )

    section(document, "timeline", '{{ _("The week at a glance") }}', body)


def facts(document: Any) -> None:
    def one() -> None:
        flags = ("{% if fact.flags %}  {{ fact.flags }}{% endif %}", "Flags")
        line = ("{{ fact.anchor }}{{ fact.text }}{{ fact.note }}", flags, "{{ fact.remark }}")
        write(document, "Normal", "{% if fact.original %}")
        write(document, "Key Fact Quoted", *line)
        original(document, "fact")
        write(document, "Normal", "{% else %}")
        write(document, "Key Fact", *line)
        write(document, "Normal", "{% endif %}")

    section(document, "facts", '{{ _("Key facts") }}', lambda: tags(document, "{% for fact in facts %}", "{% endfor %}", one))


def original(holder: Any, item: str) -> None:
    write(holder, "Original Words", f'{{{{ _("Original words") }}}}: {{{{ {item}.original }}}}')


def positions(document: Any, *, shaded: bool = True) -> None:
    stance: Words = "{{ position.stance }}" if shaded else ("{{ position.stance_word }}", "Strong")

    def one() -> None:
        table = add_table(document, "Brief Table", '{{ _("Positions") }}', [1840, WIDTH - 1840])
        issue, government = table.rows[0].cells
        fill_cell(issue, "Table Head", ('{{ _("Issue") }}',))
        fill_cell(government, "Table Head", ("{%tc for government in table.governments %}{{ government.name }}{%tc endfor %}",))
        label, cell = table.rows[1].cells
        fill_cell(label, "Table Label", ("{% for row in table.rows %}{{ row.issue }}",))
        fill_cell(
            cell,
            "Table Text",
            ("{%tc for cell in row.cells %}{% for position in cell.positions %}",),
            (
                stance,
                ": {{ position.text }}{{ position.note }}",
                ("{% if position.said %} ({{ position.said }}){% endif %}", "Flags"),
                ("{% if position.doubt %} {{ position.doubt }}{% endif %}", "Flags"),
                "{% if position.change %} {{ position.change }}{% endif %}{{ position.remark }}",
            ),
            ("{% if position.quote %}",),
            ('{{ _("In their words") }}: {{ position.quote }}',),
            ("{% endif %}{% if position.original %}",),
            ('{{ _("Original words") }}: {{ position.original }}',),
            ("{% endif %}{% endfor %}{% if cell.empty %}",),
            ("—",),
            ("{% endif %}{%tc endfor %}{% endfor %}",),
            styles={3: "Table Note", 5: "Table Note"},
        )
        write(document, "Table Gap", "")

    section(
        document,
        "positions",
        '{{ _("Positions") }}',
        lambda: tags(document, "{% for table in positions %}", "{% endfor %}", one),
    )


def meetings(document: Any, name: str, title: str, *, participants: bool = True) -> None:
    """The meetings of a list; a memo of one page leaves the participants to the line itself."""
    columns = [
        ('{{ _("Date") }}', 1500, [(f"{{% for meeting in {name} %}}{{{{ meeting.date }}}}",)]),
        ('{{ pgettext("column", "Meeting") }}', 3390 if participants else 5090, MEETING),
        ('{{ _("Place") }}', 1300, [("{{ meeting.place }}",)]),
        ('{{ _("Participants") }}', 1700, [("{{ meeting.participants }}",)]),
        ('{{ _("Certainty") }}', 1950, ASSURANCES),
    ]
    if not participants:
        del columns[3]

    def body() -> None:
        table = add_table(document, "Brief Table", title, [width for _, width, _ in columns])
        for number, (head, _, lines) in enumerate(columns):
            fill_cell(table.rows[0].cells[number], "Table Head", (head,))
            styles = {2: "Table Note"} if lines is MEETING else {}
            fill_cell(table.rows[1].cells[number], "Table Text" if number else "Table Label", *lines, styles=styles)

    section(document, name, title, body)


def conflicts(document: Any) -> None:
    def value() -> None:
        write(document, "Disagreement Value", ("{{ value.value }}", "Strong"), " — {{ value.articles }}: {{ value.words }}")

    def one() -> None:
        about = ("{{ conflict.about }}", "Strong")
        write(
            document,
            "Disagreement",
            about,
            " ({{ conflict.difference }}){% if conflict.text %}: {{ conflict.text }}{% endif %}",
        )
        tags(document, "{% for value in conflict.values %}", "{% endfor %}", value)

    section(document, "conflicts", DISAGREE, lambda: tags(document, "{% for conflict in conflicts %}", "{% endfor %}", one))


def sources(document: Any) -> None:
    def one() -> None:
        write(
            document,
            "Source",
            "{{ source.anchor }}{{ source.n }}.\t{% if source.outlet %}{{ source.outlet }}, {% endif %}{{ source.title }}",
            "{% if source.date %}, {{ source.date }}{% endif %}",
            '{% if source.language %}, {{ _("in %(language)s", language=source.language) }}{% endif %}',
            ("{% if source.remarks %} ({{ source.remarks }}){% endif %}", "Flags"),
            ("{% if source.grade %} [{{ source.grade }}]{% endif %}", "Strong"),
            "{% if source.link %}. {{ source.link }}{% endif %}",
        )

    def body() -> None:
        write(document, "Fine Print", "{{ sources_overview }}. {{ coverage }}")
        tags(document, "{% for source in sources %}", "{% endfor %}", one)

    section(document, "sources", '{{ _("Sources") }}', body)


def left_out(document: Any) -> None:
    def body() -> None:
        tags(document, "{% if shortened %}", "{% endif %}", lambda: write(document, "Fine Print", "{{ shortened }}"))
        words = "{{ one.file }}: {{ one.reason }}"
        tags(document, "{% for one in left_out %}", "{% endfor %}", lambda: write(document, "List Bullet", words))

    section(document, "left_out or shortened", '{{ _("Left out") }}', body)


def quotes(document: Any) -> None:
    def one() -> None:
        words = ("{{ quote.text }} — {{ quote.speaker }}", ("{% if quote.flags %}  {{ quote.flags }}{% endif %}", "Flags"))
        write(document, "List Bullet", *words)

    title = '{{ _("What may be quoted") }}'
    section(document, "quotes", title, lambda: tags(document, "{% for quote in quotes %}", "{% endfor %}", one))


def disagreements_in_short(document: Any) -> None:
    """One line for each: what about, and the values."""

    def one() -> None:
        words = " ({{ conflict.difference }}): {{ conflict.text or conflict.summary }}"
        write(document, "List Bullet", ("{{ conflict.about }}", "Strong"), words)

    section(document, "conflicts", DISAGREE, lambda: tags(document, "{% for conflict in conflicts %}", "{% endfor %}", one))


def closing_line(document: Any) -> None:
    """What is left out, in one line at the foot of a one-page memo."""
    tags(document, "{% if shortened %}", "{% endif %}", lambda: write(document, "Fine Print", "{{ shortened }}"))
    words = (
        '{{ _("Left out") }}: {% for one in left_out %}',
        "{{ one.file }} ({{ one.reason }}){% if not loop.last %}; {% endif %}{% endfor %}",
    )
    tags(document, "{% if left_out %}", "{% endif %}", lambda: write(document, "Fine Print", *words))


def legend(document: Any) -> None:
    def body() -> None:
        write(document, "Fine Print", f'{{{{ _("{LEGEND}") }}}}')

    section(document, "legend", '{{ _("How confidence is graded") }}', body)


# ------------------------------------------------------------------ the audiences


def base(document: Any) -> None:
    opening(document)
    timeline(document)
    facts(document)
    positions(document)
    meetings(document, "upcoming", UPCOMING)
    meetings(document, "held", HELD)
    conflicts(document)
    sources(document)
    left_out(document)


def minister(document: Any) -> None:
    opening(document)
    facts(document)
    positions(document)
    meetings(document, "upcoming", UPCOMING, participants=False)
    disagreements_in_short(document)
    closing_line(document)


def legislators(document: Any) -> None:
    opening(document)
    facts(document)
    positions(document, shaded=False)
    meetings(document, "upcoming", UPCOMING)
    meetings(document, "held", HELD)
    conflicts(document)
    sources(document)
    left_out(document)


def press(document: Any) -> None:
    opening(document)
    facts(document)
    quotes(document)
    meetings(document, "upcoming", UPCOMING, participants=False)
    closing_line(document)


def security(document: Any) -> None:
    opening(document)
    timeline(document)
    facts(document)
    conflicts(document)
    positions(document)
    meetings(document, "held", HELD)
    meetings(document, "upcoming", UPCOMING)
    sources(document)
    left_out(document)
    legend(document)


TEMPLATES: Mapping[str, Callable[[Any], None]] = {
    "base": base,
    "minister": minister,
    "legislators": legislators,
    "press": press,
    "security": security,
}


def build(audience: str) -> bytes:
    """The template of an audience, the same bytes every time."""
    document = empty_document(f"briefing: {audience}")
    TEMPLATES[audience](document)
    return save_document(document)


def main() -> int:
    for audience in TEMPLATES:
        folder = HERE / audience
        folder.mkdir(exist_ok=True)
        (folder / "memo.docx").write_bytes(build(audience))
    return 0


if __name__ == "__main__":
    sys.exit(main())
