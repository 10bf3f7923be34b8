"""Speed of rendering, as ratios in one run: `python benchmarks/render.py`.

The same fields fill the same Word template by our engine and by docxtpl (which cannot make notes, so citations are brackets);
pandoc turns our Markdown into Word.  Those two are measured where they are installed.  Then all audiences in both languages
and both formats in one process, against the process that makes a single memo; and, where LibreOffice is installed, the pages
that it lays out against our estimate.
"""

from __future__ import annotations

import dataclasses
import io
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from docx import Document

from briefing.localize import Localizer
from briefing.model import Brief
from briefing.render.audience import builtin_templates
from briefing.render.context import memo_context
from briefing.render.layout import heights
from briefing.render.markdown import write_markdown
from briefing.render.memo import Memo, compose
from briefing.render.office_files.lint import lint
from briefing.render.office_files.pdf import convert
from briefing.render.sample import sample_brief, sample_labels
from briefing.render.word import render_word, write_word

ROUNDS = 21
SIZES = {"3 pages": 7, "30 pages": 83}
"""How many times the sample week is in a memo that LibreOffice lays out on so many pages."""
AUDIENCES = ("base", "minister", "legislators", "press", "security")

ONE = """
from briefing.render import render
from briefing.render.office_files.pdf import convert
from briefing.render.sample import sample_brief, sample_labels
render(sample_brief(), audience="base", locale="es_MX", format="docx", labels=sample_labels())
"""
ALL = """
from briefing.render import render
from briefing.render.office_files.pdf import convert
from briefing.render.sample import sample_brief, sample_labels
for audience in ("base", "minister", "legislators", "press", "security"):
    for locale in ("es_MX", "en_US"):
        for format in ("md", "docx"):
            render(sample_brief(), audience=audience, locale=locale, format=format, labels=sample_labels())
"""


def busy(times: int) -> Brief:
    brief = sample_brief()

    def many(items: tuple[Any, ...]) -> tuple[Any, ...]:
        return tuple(dataclasses.replace(item, id=f"{item.id}{n}") for n in range(times) for item in items)

    articles = tuple(
        dataclasses.replace(one, id=one.id if n == 0 else f"{one.id}x{n}") for n in range(times) for one in brief.articles
    )
    changed = {name: many(getattr(brief, name)) for name in ("facts", "positions", "meetings", "conflicts")}
    return dataclasses.replace(brief, articles=articles, **changed)


def memo_of(brief: Brief, audience: str = "legislators", *, paged: bool = False, locale: str = "en_US") -> Memo:
    memo = compose(brief, audience=audience, locale=locale, template_dirs=(), labels=sample_labels())
    if paged:
        return memo
    limits = dataclasses.replace(memo.audience.limits, pages=None, facts=None, positions=None, meetings=None)
    whole = dataclasses.replace(memo.audience, limits=limits)
    fields = memo_context(memo.brief, whole, Localizer(locale, sample_labels()), memo.ledger)
    return dataclasses.replace(memo, audience=whole, fields=fields)


def shared_template() -> bytes:
    """A template with docxtpl's own tags, which our engine reads too."""
    document = Document(io.BytesIO((builtin_templates() / "base" / "memo.docx").read_bytes()))
    body = document.element.body
    for child in list(body)[:-1]:
        body.remove(child)
    section = document.sections[0]
    for part in (section.header, section.first_page_header, section.footer, section.first_page_footer):
        part.paragraphs[0].text = "{{ memo.subject }}"
    lines = (
        ("Title", "{{ memo.kind }}"),
        ("Bottom Line", "{{ bottom_line }}"),
        ("heading 1", "Key facts"),
        ("Normal", "{%p for fact in facts %}"),
        ("Key Fact", "{{ fact.text }}{{ fact.note }} ({{ fact.flags }})"),
        ("Normal", "{%p endfor %}"),
        ("heading 1", "Sources"),
        ("Normal", "{%p for source in sources %}"),
        ("Source", "{{ source.outlet }}, {{ source.title }}, {{ source.date }}"),
        ("Normal", "{%p endfor %}"),
    )
    for style, text in lines:
        document.add_paragraph(text, style=style)
    for name in ("upcoming", "held"):
        rows = (
            (f"{{%tr for m in {name} %}}", "", "", ""),
            ("{{ m.date }}", "{{ m.text }}{{ m.note }}", "{{ m.participants }}", "{{ m.certainty }}"),
            ("{%tr endfor %}", "", "", ""),
        )
        table = document.add_table(rows=0, cols=4, style="Brief Table")
        for row in rows:
            for cell, text in zip(table.add_row().cells, row, strict=True):
                cell.text = text
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def plain(value: Any, memo: Memo) -> Any:
    """Fields without markers, for an engine that does not know them."""
    if isinstance(value, str):
        return memo.ledger.words(value)
    if isinstance(value, dict):
        return {key: plain(inner, memo) for key, inner in value.items()}
    return [plain(inner, memo) for inner in value] if isinstance(value, list) else value


def fastest(work: Callable[[], object]) -> float:
    """Milliseconds of the fastest of many rounds: on a shared machine the others measure the neighbours."""
    work()
    times = []
    for _ in range(ROUNDS):
        start = time.perf_counter()
        work()
        times.append((time.perf_counter() - start) * 1000)
    return min(times)


def by_turns(first: Callable[[], object], second: Callable[[], object]) -> tuple[float, float]:
    """Milliseconds of the processor, of each one's fastest round; by turns, so that a busy minute slows both."""
    times: tuple[list[float], list[float]] = ([], [])
    for _ in range(ROUNDS):
        for work, taken in zip((first, second), times, strict=True):
            start = processor_seconds()
            work()
            taken.append((processor_seconds() - start) * 1000)
    return min(times[0]), min(times[1])


def processor_seconds() -> float:
    """Of this process and of those that it has started and that have ended."""
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(one.ru_utime + one.ru_stime for one in used)


def by_docxtpl(path: Path, fields: dict[str, Any]) -> Callable[[], object] | None:
    try:
        from docxtpl import DocxTemplate
    except ImportError:
        return None

    def work() -> None:
        document = DocxTemplate(str(path))
        document.render(fields, autoescape=True)
        document.save(io.BytesIO())

    return work


def by_pandoc(text: bytes, folder: Path) -> Callable[[], object] | None:
    if shutil.which("pandoc") is None:
        return None
    (folder / "memo.md").write_bytes(text)
    command = ["pandoc", "-f", "gfm", "-o", str(folder / "pandoc.docx"), str(folder / "memo.md")]
    return lambda: subprocess.run(command, check=True)


def engines(folder: Path) -> None:
    path = folder / "memo.docx"
    path.write_bytes(shared_template())
    for size, times in SIZES.items():
        brief = busy(times)
        print(f"{size}: {same_content(path, memo_of(brief), folder)}; {with_everything(brief)}{laid_out(path, brief)}")


def same_content(path: Path, memo: Memo, folder: Path) -> str:
    def ours() -> object:
        return render_word(path, memo.fields, memo.ledger, memo.translate)

    told = []
    others = {"docxtpl": by_docxtpl(path, plain(memo.fields, memo)), "pandoc": by_pandoc(write_markdown(memo), folder)}
    for name, work in others.items():
        if work is None:
            told.append(f"{name} is not installed")
        else:
            mine, other = by_turns(ours, work)
            told.append(f"ours {mine:.0f} ms, {name} {other:.0f} ms, ratio {mine / other:.2f}")
    return "; ".join(told)


def laid_out(path: Path, brief: Brief) -> str:
    """On how many pages LibreOffice lays the two memos out."""
    if shutil.which("soffice") is None or shutil.which("pdfinfo") is None:
        return ""
    memo = memo_of(brief)
    files = (render_word(path, memo.fields, memo.ledger, memo.translate), write_word(compose_base(brief)))
    return f"; {' and '.join(str(page_count(data, brief.as_of)) for data in files)} pages"


def page_count(data: bytes, as_of: str) -> int:
    with tempfile.NamedTemporaryFile(suffix=".pdf") as file:
        file.write(convert(data, as_of=as_of))
        file.flush()
        told = subprocess.run(["pdfinfo", file.name], capture_output=True, text=True, check=True).stdout
    return next(int(line.split()[-1]) for line in told.splitlines() if line.startswith("Pages"))


def with_everything(brief: Brief) -> str:
    memo = compose_base(brief)
    data = write_word(memo)
    word, linted, text = fastest(lambda: write_word(memo)), fastest(lambda: lint(data)), fastest(lambda: write_markdown(memo))
    fields = fastest(lambda: compose_base(brief))
    return f"all of base: fields {fields:.0f} ms, Word with notes {word:.0f} ms (lint {linted:.0f}), Markdown {text:.0f} ms"


def compose_base(brief: Brief) -> Memo:
    return memo_of(brief, "base")


def process(program: str) -> float:
    times = []
    for _ in range(5):
        start = time.perf_counter()
        subprocess.run([sys.executable, "-c", program], check=True)
        times.append(time.perf_counter() - start)
    return min(times)


def whole_process() -> None:
    one, everything = process(ONE), process(ALL)
    print(f"one memo's process {one:.2f} s; all twenty {everything:.2f} s, ratio {everything / one:.2f}")


def pages() -> None:
    if shutil.which("soffice") is None or shutil.which("pdfinfo") is None:
        print("pages: LibreOffice and pdfinfo are not installed")
        return
    for audience in ("minister", "press", "legislators"):
        for locale in ("es_MX", "en_US"):
            for times in (1, 3, 8):
                memo = memo_of(busy(times), audience, paged=True, locale=locale)
                found = page_count(write_word(memo), memo.brief.as_of)
                estimate = heights.count_pages(memo.fields, memo.ledger.words)
                print(f"pages: {audience} {locale} ×{times}: {found} laid out, {estimate:.2f} estimated")


def main() -> None:
    with tempfile.TemporaryDirectory() as name:
        engines(Path(name))
        whole_process()
        pages()


if __name__ == "__main__":
    main()
