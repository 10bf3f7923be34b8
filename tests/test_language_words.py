"""The code knows no language: the words of Spanish and English, and their endings, are rows of the data.

What is looked at are the literals in a pattern's call (`re.compile(…)`) and those that a word is asked to begin or end with.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from briefing.knowledge import LANGUAGES, load_language

PACKAGE = Path(__file__).parents[1] / "briefing"
MODULES = sorted(PACKAGE.rglob("*.py"))
PATTERNS = {"compile", "findall", "finditer", "fullmatch", "match", "search", "split", "sub"}
ENDINGS = {"endswith", "removesuffix"}
OPENINGS = {"startswith", "removeprefix"}

NOT_OF_A_LANGUAGE = {
    "render/office_files/tags.py": "the words of Jinja's tags",
    "render/sandbox.py": "the messages of Jinja's errors",
    "translate/ctranslate.py": "the codes of the languages in a model's name",
}
"""Modules whose patterns have words of a format that look like words of a language."""
ENDINGS_OF_NAMES = {"pass", "inf", "where", "WebPage", "Override"}
"""Ends of relations, of features, and of the keys of rows."""

_NO_WORDS = re.compile(r"\s{2,}#.*|\\[A-Za-z]|\(\?P?[<=]\w+[>)]|\(\?[a-z]+[:)]|\[[^\]]*\]")
_RUN = re.compile(r"[^\W\d_]{2,}")


def function_words() -> frozenset[str]:
    """The commonest words of each language, by which it is told from others."""
    return frozenset(word for code in LANGUAGES for word in str(load_language("ingest", code)["function_words"]).split())


def literals(node: ast.AST) -> Iterator[str]:
    """The strings of an argument, also those in a tuple and between the braces of an f-string; no keys of rows."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    elif isinstance(node, (ast.Tuple, ast.JoinedStr, ast.BinOp)):
        for part in ast.iter_child_nodes(node):
            yield from literals(part)


def called(source: str) -> Iterator[tuple[str, str]]:
    """Each function of patterns, openings and endings with the literals of its first argument."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.args:
            name, of_re = node.func.attr, isinstance(node.func.value, ast.Name) and node.func.value.id == "re"
            if name in ENDINGS | OPENINGS or (of_re and name in PATTERNS):
                yield from ((name, text) for text in literals(node.args[0]))


def language_words(source: str) -> list[str]:
    """What of a module's literals is a word of a language or an ending of one."""
    known, found = function_words(), []
    for name, text in called(source):
        runs = _RUN.findall(_NO_WORDS.sub(" ", text))
        found += [run for run in runs if run.casefold() in known]
        bare = re.fullmatch(r"[^\W\d_’'-]*[-’']?[^\W\d_]+", text) is not None and len(text) > 1
        found += [text] if name in ENDINGS and bare and text not in ENDINGS_OF_NAMES else []
    return found


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        (r're.compile(r"(?:el|las) (\w+)")', ["el", "las"]),
        (r're.match(rf"{start} of {rest}", text)', ["of"]),
        ('word.endswith(("ly", "-based"))', ["ly", "-based"]),
        ('name.removesuffix(f" de {land}")', ["de"]),
        (r're.compile(r"(?P<the>\d+)[a-z](?i:x)")', []),  # a group's name
        ('re.compile(rows["the"])', []),  # a row's key
        ('re.compile("[(]    # the sign")', []),  # a comment
        ('name.endswith((".yaml", ":pass", "s"))', []),  # a file's, a relation's; a letter may be anything
        ('token.deprel.startswith("nsubj")', []),
    ],
)
def test_words_are_told_from_names(source: str, expected: list[str]) -> None:
    assert language_words(source) == expected


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_no_pattern_has_words_of_a_language(path: Path) -> None:
    if path.relative_to(PACKAGE).as_posix() not in NOT_OF_A_LANGUAGE:
        assert language_words(path.read_text("utf-8")) == []


def test_what_is_left_out_is_there() -> None:
    assert all((PACKAGE / name).is_file() for name in NOT_OF_A_LANGUAGE)
    assert all(language_words((PACKAGE / name).read_text("utf-8")) for name in NOT_OF_A_LANGUAGE)
