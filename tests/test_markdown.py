"""Markdown memos read back as what was written: by CommonMark, by GitHub's dialect, and by pandoc where it is installed."""

from __future__ import annotations

import dataclasses
import html
import json
import re
import shutil
import subprocess
import tempfile
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from memo_samples import AUDIENCES, LOCALES, memo_of, sample_memo, with_first_fact
from test_word import HOSTILE

from briefing.render.markdown import escape
from briefing.render.pieces import clean
from briefing.render.sample import sample_brief

READERS = {
    "CommonMark": MarkdownIt("commonmark"),
    "GitHub": MarkdownIt("gfm-like", {"linkify": False}),
}

ATOMS = [
    *(
        "*a*",
        "_b_",
        "**",
        "__",
        "`x`",
        "``",
        "[t](http://e.example)",
        "[^1]",
        "[^note]",
        "![i](j)",
        "!",
        "[link]",
        "[[w]]",
        "[ ]",
        "[x] t",
    ),
    *(
        "<b>",
        "</script>",
        "<https://e.example>",
        "<!-- c -->",
        "<?p?>",
        "<",
        ">",
        "x<y",
        "http://a.example/p?x=1&y=2",
        "https://",
        "www.",
    ),
    *(
        "www.example.org",
        "a@b.example",
        "mailto:a@b.example",
        "ftp://h",
        "//",
        "|",
        "\\|",
        "\\",
        "\\\\",
        "\\[x\\]",
        "\\(x\\)",
        "&amp;",
        "&lt;",
    ),
    *(
        "&",
        "&#35;",
        "&copy;",
        "&nosuch;",
        "AT&T;",
        "R&D",
        "#",
        "# h",
        "#1",
        "@user",
        "@ref",
        "[@c]",
        ":smile:",
        "a:b:c",
        "- ",
        "+ ",
        "* ",
    ),
    *(
        "1. ",
        "1) ",
        "a) ",
        "iv. ",
        "(1) ",
        "(c)",
        "1986. A year",
        "> ",
        "---",
        "===",
        "=x",
        "***",
        "~~~",
        "~a~",
        "~~b~~",
        "^s^",
        "$x$",
        "$$",
    ),
    *(
        "$1,514 y $2,000",
        "{.cls}",
        "{{ x }}",
        "{% y %}",
        "%%",
        "%s",
        "::: d",
        ": d",
        "H~2~O",
        "==m==",
        "...",
        "--",
        "'q'",
        '"q"',
        "“c”",
        "ñandú",
    ),
    *(
        "38 %",
        "1,514",
        "+1",
        "-5",
        "p. 14",
        "é",
        "a_b_c",
        "snake_case",
        "T-MEC",
        "[a]: /u",
        "\t",
        "    code",
        "  ",
        "\n",
        "\r\n",
        "\u2028",
        "|||",
    ),
    *(
        "| a | b |",
        "|--|",
        "\u200b",
        "\u202e",
        "\u00a0",
        "🇲🇽",
        "<div>",
        "</div>",
        "<a href='x'>",
        "&#x26;",
        "\\*",
        "*_`",
        "Ḱ",
        "_",
        "*",
        "[",
        "]",
    ),
]


GLUED = [
    "_b_http://a.example/p?x=1***",
    "-5http://a.example/p",
    "3www.example.org",
    "__www.example.org",
    "look at www. now",
    "xftp://a.example",
]
"""Addresses with no word's edge before them: GitHub links them all the same."""


def seen(text: str) -> str:
    """What a reader of one line must find."""
    return re.sub(r"\s+", " ", clean(text)).strip()


def read_back(reader: MarkdownIt, source: str) -> str:
    """The words of a document that must be one paragraph of plain text."""
    tokens = reader.parse(source)
    assert [token.type for token in tokens] == ["paragraph_open", "inline", "paragraph_close"], [token.type for token in tokens]
    return inline_words(tokens[1])


def inline_words(token: Any) -> str:
    kinds = {child.type for child in token.children or ()}
    assert kinds <= {"text", "text_special", "softbreak"}, kinds
    return re.sub(
        r"\s+", " ", "".join(" " if child.type == "softbreak" else child.content for child in token.children or ())
    ).strip()


texts = st.lists(st.sampled_from(ATOMS) | st.text(max_size=4), min_size=1, max_size=7).map("".join)


@settings(max_examples=600, deadline=None)
@given(texts)
@example("1986. A year")
@example("![i](j)")
@example("&amp;&copy;")
def test_escaped_text_reads_back_as_itself(text: str) -> None:
    expected = seen(text)
    if not expected:
        return
    for name, reader in READERS.items():
        assert read_back(reader, escape(clean(text))) == expected, name


@settings(max_examples=300, deadline=None)
@given(texts)
def test_escaped_text_stays_in_its_cell(text: str) -> None:
    tokens = READERS["GitHub"].parse(f"| h | k |\n| :-- | :-- |\n| {escape(clean(text))} | z |\n")
    cells = [inline_words(token) for token in tokens if token.type == "inline"]
    assert cells == ["h", "k", seen(text), "z"]


@settings(max_examples=200, deadline=None)
@given(texts)
def test_escaped_text_stays_in_its_list_entry(text: str) -> None:
    if not seen(text):
        return
    tokens = READERS["CommonMark"].parse(f"1. {escape(clean(text))}\n2. z\n")
    assert [inline_words(token) for token in tokens if token.type == "inline"] == [seen(text), "z"]


@pytest.mark.skipif(shutil.which("pandoc") is None, reason="pandoc is not installed")
@pytest.mark.parametrize("dialect", ["commonmark", "gfm", "commonmark_x", "markdown-smart-citations", "markdown"])
def test_pandoc_reads_back_the_same(dialect: str) -> None:
    lines = [line for line in map(seen, ATOMS) if line]
    source = "\n\n".join(map(escape, lines))
    done = subprocess.run(
        ["pandoc", "-f", dialect, "-t", "json"], input=source.encode(), capture_output=True, check=True, timeout=60
    )
    blocks = json.loads(done.stdout)["blocks"]
    assert [_plainly(_pandoc_words(block["c"])) for block in blocks] == list(map(_plainly, lines))


GITHUB = (
    "cmark-gfm",
    *(word for name in ("table", "strikethrough", "autolink", "tagfilter", "tasklist") for word in ("-e", name)),
)


@pytest.mark.skipif(shutil.which("cmark-gfm") is None, reason="cmark-gfm is not installed")
def test_github_s_own_reader_reads_back_the_same() -> None:
    """With all its extensions; that it makes a link of an e-mail address, which no escape prevents, changes no word."""
    lines = [line for line in map(seen, [*ATOMS, *GLUED]) if line]
    source = "\n\n".join(map(escape, lines)) + "\n\n| h |\n| :-- |\n" + "".join(f"| {escape(line)} |\n" for line in lines)
    made = subprocess.run(GITHUB, input=source.encode(), capture_output=True, check=True, timeout=60).stdout.decode()
    made = re.sub(r'<a href="mailto:[^"]*">([^<]*)</a>', r"\1", made)
    for tag in ("<p>(.*?)</p>", '<td align="left">(.*?)</td>'):
        assert [html.unescape(found) for found in re.findall(tag, made, re.DOTALL)] == lines


def _plainly(text: str) -> str:
    """Without what pandoc's smart typography changes by design: quotes, dashes, dots."""
    return re.sub("[\"'“”‘’]", "", text).replace("…", "...").replace("—", "---").replace("–", "--")


def _pandoc_words(inlines: Any) -> str:
    parts = []
    for inline in inlines:
        kind, content = inline["t"], inline.get("c")
        assert kind in ("Str", "Space", "SoftBreak", "Quoted"), kind
        parts.append(content if kind == "Str" else _pandoc_words(content[1]) if kind == "Quoted" else " ")
    return "".join(parts)


ORDINARY = [
    "El T-MEC y la Secretaría de Economía: 38 % de los envíos, 1,514 en total.",
    "«No aceptaremos presiones», dijo la ministra; «ni hoy ni mañana».",
    "The U.S. said it was “ready” (again) for talks – on Jan. 5.",
    "¿Quién lo dijo? ¡Nadie!",
]


@pytest.mark.parametrize("text", ORDINARY)
def test_ordinary_prose_needs_no_escapes(text: str) -> None:
    assert escape(text) == text


@pytest.mark.parametrize(("value", "shown"), HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_values_arrive_in_the_memo(value: str, shown: str | None) -> None:
    brief = with_first_fact(text={"es": value, "en": value}, basis={"en": "edited"})
    tokens = READERS["GitHub"].parse(memo_of(brief, audience="legislators", format="md").decode())
    lines = ["".join(child.content for child in token.children or ()) for token in tokens if token.type == "inline"]
    expected = seen(f"{value if shown is None else shown} [2, 4]")
    assert any(seen(line).startswith(expected) for line in lines)


# ------------------------------------------------------------------ the memo as a whole


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("audience", AUDIENCES)
def test_front_matter_headings_notes(audience: str, locale: str) -> None:
    text = sample_memo(audience, locale, "md").decode()
    front = yaml.safe_load(text.split("---")[1])
    assert str(front["date"]) == "2026-03-14"
    assert front["lang"] == locale.replace("_", "-")
    assert front["title"].endswith("ports and fishing inspections" if locale == "en_US" else "puertos e inspecciones pesqueras")
    assert len(re.findall(r"^# ", text, re.MULTILINE)) == 1
    used, defined = re.findall(r"\[\^(\d+)\](?!:)", text), re.findall(r"^\[\^(\d+)\]:", text, re.MULTILINE)
    assert list(dict.fromkeys(used)) == defined == [str(number + 1) for number in range(len(defined))]


# markdownlint's rules by number, as far as a line can tell; MD013 is off and MD025 ignores the front matter's title
LINE_FAULTS = {
    "MD009 trailing spaces": re.compile(r"[ \t]$"),
    "MD010 hard tabs": re.compile("\t"),
    "MD018 no space behind #": re.compile(r"^#+[^# ]"),
    "MD026 stop behind a heading": re.compile(r"^#+ .*[.,;:!]$"),
    "MD033 inline HTML": re.compile(r"(?<!\\)<(?!https?:)[a-z/]", re.IGNORECASE),
    "MD034 bare address": re.compile(r"(?<![<(/\\])https?://(?![^<>]*>)"),
    "MD037 spaces inside emphasis": re.compile(r"\*\* [^*|]+ \*\*"),
}


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("audience", AUDIENCES)
def test_style(audience: str, locale: str) -> None:
    text = sample_memo(audience, locale, "md").decode()
    for name, fault in LINE_FAULTS.items():
        assert not [line for line in text.splitlines() if fault.search(line)], name
    assert "\n\n\n" not in text
    assert text.endswith("\n")
    assert not text.endswith("\n\n")
    for before, after in re.findall(r"(.*)\n(#+ .*)", text):
        assert before == "", f"MD022: {after}"


def test_original_words_stay_in_the_entry_of_a_list_of_two_and_three_digits() -> None:
    facts = tuple(dataclasses.replace(sample_brief().facts[3], id=f"f{number}") for number in range(101))
    settings = "extends: base\nlimits: {facts: 101}\n"
    brief = dataclasses.replace(sample_brief(), facts=facts)
    with tempfile.TemporaryDirectory() as name:
        (Path(name) / "desk").mkdir()
        (Path(name) / "desk" / "audience.yaml").write_text(settings, "utf-8")
        text = memo_of(brief, audience="desk", format="md", dirs=(Path(name),)).decode()
    tokens = READERS["GitHub"].parse(text.split("## Key facts")[1].split("## Upcoming")[0])
    assert [token.type for token in tokens].count("ordered_list_open") == 1
    assert [token.type for token in tokens].count("list_item_open") == 101
    assert "code_block" not in {token.type for token in tokens}


def test_sources_keep_their_numbers_where_some_are_left_out() -> None:
    """A Markdown list would count anew, and the citations would lead to the wrong source."""
    brief = dataclasses.replace(sample_brief(), facts=sample_brief().facts[2:4], positions=(), meetings=(), conflicts=())
    text = memo_of(brief, audience="legislators", format="md").decode()
    assert re.findall(r"^- \\\[(\d)\\\]", text, re.MULTILINE) == ["3", "4"]
    assert "technical group on salmon. \\[3\\]" in text


def test_a_link_is_a_link_only_to_the_web() -> None:
    text = sample_memo("base", "en_US", "md").decode()
    assert "[fjord.example/ports](<https://fjord.example/ports>)" in text


def test_the_same_note_is_printed_once() -> None:
    text = sample_memo("base", "en_US", "md").decode()
    assert len(re.findall(r"\[\^4\](?!:)", text)) == 4
    assert text.count("[^4]: Article 3.") == 1
    words = "Perú pidió sumarse a la mesa técnica como tercer país afectado"
    assert text.count(words) == 2  # below the line and not in its note again, but in that of another section
