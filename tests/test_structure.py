"""YAML into dataclasses: all faults at once, with lines; nothing of YAML 1.1's surprises."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from briefing.structure import load_yaml, structure, unstructure


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    id: str
    count: int = 0
    words: tuple[str, ...] = ()
    value: int | float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    rows: tuple[Row, ...]


@pytest.mark.parametrize(
    ("text", "data"),
    [
        ("a: no", {"a": "no"}),
        ("a: 12:30", {"a": "12:30"}),
        ("a: 2026-01-17", {"a": "2026-01-17"}),
        ("a: ~", {"a": None}),
        ("a: '~'", {"a": "~"}),
        ("a: ''", {"a": ""}),
        ("- !!python/object/apply:os.system [id]", [["id"]]),  # a tag is only a tag: nothing is made from it
    ],
)
def test_scalars_stay_strings(text: str, data: object) -> None:
    assert load_yaml(text)[0] == data


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("a: &x [1]\nb: *x", "line 2: aliases"),
        ("a: 1\na: 2", "line 2: 'a' stands twice"),
        ("a: [1", "line 2:"),
        ("[" * 60 + "]" * 60, "nested more than"),
    ],
)
def test_refused(text: str, words: str) -> None:
    with pytest.raises(ValueError, match=words):
        load_yaml(text)


def test_all_faults_at_once_with_lines() -> None:
    data, lines = load_yaml("rows:\n- id: a\n  count: many\n- cuont: 3\n  id: b\n- words: [x]\n")
    with pytest.raises(ValueError, match="whole number") as caught:
        structure(data, lines, Table, file="t.yaml")
    assert list(caught.value.args) == [
        "t.yaml:3: $.rows[0].count: expected a whole number, found 'many'",
        "t.yaml:4: $.rows[1]: unknown: cuont",
        "t.yaml:6: $.rows[2].id: 'id' is missing",
    ]


def test_round_trip() -> None:
    data, lines = load_yaml("rows: [{id: a, value: 86.9, words: [b, c]}, {id: b, value: 3}]")
    table = structure(data, lines, Table, file="t.yaml")
    assert table.rows[0].value == 86.9
    assert unstructure(table) == {"rows": [{"id": "a", "value": 86.9, "words": ["b", "c"]}, {"id": "b", "value": 3}]}
