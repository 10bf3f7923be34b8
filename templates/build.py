"""Makes the Word templates of the package: `python templates/build.py`.

What a template says, and in which order, stands in the functions below; its look in `_word/*.xml` and `blank.py`.  The files
are committed: people edit copies of them in Word and never need this script.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from blank import WIDTH, Words, add_table, empty_document, fill_cell, page_numbers, tags, type_in, write

from briefing.render.office_files.package import save_document

HERE = Path(__file__).parent
UPCOMING = '{{ _("Upcoming meetings") }}'
HELD = '{{ _("Meetings held") }}'
DISAGREE = '{{ _("Where the sources disagree") }}'
ORIGINAL: list[tuple[Words, ...]] = [
    ("{% if meeting.original %}",),
    ('{{ _("Original words") }}: {{ meeting.original }}',),
    ("{% endif %}",),
]
MEETING: list[tuple[Words, ...]] = [
    (("{{ meeting.kind }}. ", "Strong"), "{{ meeting.text }}{{ meeting.note }}{{ meeting.remark }}"),
    *ORIGINAL,
]
"""A line that stands alone; where columns have the rest, only what they do not say."""
SUBJECT: list[tuple[Words, ...]] = [
    (
        ("{{ meeting.heading }}{% if meeting.subject %}. {% endif %}", "Strong"),
        "{{ meeting.subject }}{{ meeting.note }}{{ meeting.remark }}",
    ),
    *ORIGINAL,
]
HELD_SUBJECT: list[tuple[Words, ...]] = [
    (("{{ meeting.heading }}{{ meeting.at }}{% if meeting.subject %}. {% endif %}", "Strong"), *SUBJECT[0][1:]),
    *ORIGINAL,
]
CERTAINTY = ("{% if meeting.certainty %}\u00a0\u00a0{{ meeting.certainty }}{% endif %}", "Flags")
ASSURANCES: list[tuple[Words, ...]] = [
    ("{% for assurance in meeting.assurances %}",),
    ("{{ assurance }}",),
    ("{% endfor %}{% endfor %}",),
]
LEGEND = (
    "High: asserted by two independent origins or more, which agree. Moderate: asserted by one origin, or reported by several. "
    "Low: reported by one origin, conditional or denied in the source, or the sources disagree."
)


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
        flags = ("{% if fact.flags %}\u00a0\u00a0{{ fact.flags }}{% endif %}", "Flags")
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
        table = add_table(document, "Brief Table", '{{ _("Positions") }}', [2100, WIDTH - 2100])
        issue, government = table.rows[0].cells
        fill_cell(issue, "Table Head", ('{{ _("Issue") }}',))
        fill_cell(government, "Table Head", ("{%tc for government in table.governments %}{{ government.name }}{%tc endfor %}",))
        label, cell = table.rows[1].cells
        fill_cell(
            label,
            "Table Label",
            ("{% for row in table.rows %}{% if row.first %}",),
            ("{{ row.issue }}",),
            ("{% else %}",),
            ("{{ row.issue }}",),
            ("{% endif %}",),
            styles={3: "Table Note"},
        )
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

    def body() -> None:
        tags(document, "{% if compared %}", "{% endif %}", lambda: write(document, "Fine Print", "{{ compared }}"))
        tags(document, "{% for table in positions %}", "{% endfor %}", one)

    section(document, "positions", '{{ _("Positions") }}', body)


def meetings(document: Any, name: str, title: str, *, participants: bool = True) -> None:
    """The meetings of a list; a memo of one page leaves the participants to the line itself, and its certainty behind it."""
    date = [(f"{{% for meeting in {name} %}}{{{{ meeting.date }}}}",)]
    columns = [
        ('{{ _("Date") }}', 1400, date),
        ('{{ pgettext("column", "Meeting") }}', 3220, SUBJECT),
        ('{{ _("Place") }}', 1300, [("{{ meeting.place }}",)]),
        ('{{ _("Participants") }}', 2120, [("{{ meeting.participants }}",)]),
        ('{{ _("Certainty") }}', 1800, ASSURANCES),
    ]
    if name == "held":  # where it was stands behind its heading: of most calls and meetings nobody says it
        columns = [
            (columns[0][0], 1300, date),
            ('{{ pgettext("column", "Contact") }}', 3640, HELD_SUBJECT),
            (columns[3][0], 3200, columns[3][2]),
            columns[4],
        ]
        columns[3] = (columns[3][0], 1700, ASSURANCES)
    if not participants:
        columns = [
            ('{{ _("Date") }}', 1500, date),
            ('{{ pgettext("column", "Meeting") }}', 6540, [(*MEETING[0], CERTAINTY), *MEETING[1:]]),
            ('{{ _("Place") }}', 1800, [("{{ meeting.place }}{% endfor %}",)]),
        ]

    def body() -> None:
        table = add_table(document, "Brief Table", title, [width for _, width, _ in columns])
        for number, (head, _, lines) in enumerate(columns):
            fill_cell(table.rows[0].cells[number], "Table Head", (head,))
            styles = {2: "Table Note"} if lines[1:] == MEETING[1:] else {}
            fill_cell(table.rows[1].cells[number], "Table Text" if number else "Table Label", *lines, styles=styles)

    section(document, name, title, body)


def conflicts(document: Any) -> None:
    def value() -> None:
        write(document, "Disagreement Value", ("{{ value.value }}", "Strong"), " — {{ value.said }}")

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
            "{% if source.title %}{{ source.comma }}{% endif %}{{ source.date }}",
            "{% if source.language %}{% if source.date %}, {% endif %}",
            '{{ _("in %(language)s", language=source.language) }}{% endif %}',
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
        words = (
            "{{ quote.text }} — {{ quote.speaker }}",
            ("{% if quote.flags %}\u00a0\u00a0{{ quote.flags }}{% endif %}", "Flags"),
        )
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
    meetings(document, "upcoming", UPCOMING)
    conflicts(document)
    positions(document)
    meetings(document, "held", HELD)
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
