"""YAML text into frozen dataclasses: every fault at once, each with its line and path.

Method: PyYAML's events in one pass (no tags, no objects, no aliases, so nothing is executed and nothing explodes);
every scalar stays a string, which avoids YAML 1.1's traps (`no` as False, `12:30` as 750, a date as an object); cattrs
then converts by the dataclasses' types and reports every fault with a path, for which the node's line is looked up.
"""

from __future__ import annotations

import functools
import re
import types
from collections.abc import Iterator, Mapping
from typing import Any, TypeVar, get_args

import cattrs
import yaml
from cattrs.v import transform_error

from briefing.model import Number

T = TypeVar("T")
Plain = Any
"""What YAML is before types: dicts, lists, strings and None."""
Lines = dict[str, int]
"""Line (from 1) of every path of a document, e.g. `$.facts[0].date`."""

NULLS = frozenset({"", "~", "null"})
MAX_DEPTH = 40


def load_yaml(text: str) -> tuple[Plain, Lines]:
    """Read YAML into plain data and the lines of its parts.  Raises ValueError with line and reason.

    >>> load_yaml("a: [1, no]")
    ({'a': ['1', 'no']}, {'$': 1, '$.a': 1, '$.a[0]': 1, '$.a[1]': 1})
    """
    lines: Lines = {}
    return _read(text, lines), lines


def load_plain(text: str) -> Plain:
    """Read YAML into plain data without its lines, which is several times faster.  Raises ValueError likewise."""
    return _read(text, None)


def structure(data: Plain, lines: Lines, into: type[T], *, file: str) -> T:
    """Convert plain data to a dataclass.  Raises ValueError whose args are one line for each fault."""
    if not isinstance(data, dict) and isinstance(into, type):
        raise ValueError(f"{file}:1: expected a mapping (key: value), found {_show(data) if data else 'an empty file'}")
    try:
        return _converter().structure(data, into)
    except Exception as error:
        faults = [_locate(message, lines, file) for message in transform_error(error, format_exception=_reason)]
        raise ValueError(*faults) from error


def unstructure(value: object) -> Plain:
    """The plain data of a dataclass, without the fields that hold their default."""
    return _converter().unstructure(value)


def _loader() -> type[Any]:
    return getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def _yaml_reason(error: yaml.YAMLError) -> str:
    mark = getattr(error, "problem_mark", None)
    problem = getattr(error, "problem", None) or str(error).splitlines()[0]
    return f"line {mark.line + 1}: {problem}" if mark else str(problem)


def _read(text: str, lines: Lines | None) -> Plain:
    events = iter(yaml.parse(text, Loader=_loader()))
    try:
        next(events)  # the stream's start
        event = next(events)
        if isinstance(event, yaml.StreamEndEvent):
            return None
        result = _value(events, next(events), "$", lines, 0)
        next(events)  # the document's end
        event = next(events)
    except yaml.YAMLError as error:
        raise ValueError(_yaml_reason(error)) from error
    if not isinstance(event, yaml.StreamEndEvent):
        raise ValueError(f"{_line(event)}: a second document; only one is read")
    return result


def _value(events: Iterator[Any], event: Any, path: str, lines: Lines | None, depth: int) -> Plain:
    if lines is not None:
        lines[path] = event.start_mark.line + 1
    if isinstance(event, yaml.ScalarEvent):
        return None if not event.style and event.value in NULLS else event.value
    if isinstance(event, yaml.AliasEvent):
        raise ValueError(f"{_line(event)}: aliases (*{event.anchor}) are not read; write the value out")
    if depth >= MAX_DEPTH:
        raise ValueError(f"{_line(event)}: nested more than {MAX_DEPTH} deep")
    if isinstance(event, yaml.MappingStartEvent):
        return _mapping(events, path, lines, depth)
    return _sequence(events, path, lines, depth)


def _sequence(events: Iterator[Any], path: str, lines: Lines | None, depth: int) -> list[Plain]:
    result: list[Plain] = []
    while not isinstance(event := next(events), yaml.SequenceEndEvent):
        place = path if lines is None else f"{path}[{len(result)}]"
        result.append(_value(events, event, place, lines, depth + 1))
    return result


def _mapping(events: Iterator[Any], path: str, lines: Lines | None, depth: int) -> dict[str, Plain]:
    result: dict[str, Plain] = {}
    while not isinstance(key := next(events), yaml.MappingEndEvent):
        if not isinstance(key, yaml.ScalarEvent):
            raise ValueError(f"{_line(key)}: a key must be a plain word")
        if key.value in result:
            raise ValueError(f"{_line(key)}: '{key.value}' stands twice")
        place = path if lines is None else f"{path}.{key.value}"
        result[key.value] = _value(events, next(events), place, lines, depth + 1)
    return result


def _line(event: Any) -> str:
    return f"line {event.start_mark.line + 1}"


@functools.cache
def _converter() -> cattrs.Converter:
    converter = cattrs.Converter(forbid_extra_keys=True, omit_if_default=True, detailed_validation=True)
    converter.register_structure_hook(str, _structure_str)
    converter.register_structure_hook(bool, _structure_bool)
    converter.register_structure_hook(int, _structure_int)
    converter.register_structure_hook(float, _structure_float)
    converter.register_structure_hook_func(lambda kind: kind == Number, lambda value, _: parse_number(value))
    converter.register_structure_hook_func(_is_optional_number, lambda value, _: None if value is None else parse_number(value))
    converter.register_structure_hook_factory(_is_text_map, _structure_map)
    return converter


def _is_optional_number(kind: object) -> bool:
    return isinstance(kind, types.UnionType) and set(get_args(kind)) == {int, float, types.NoneType}


def _is_text_map(kind: Any) -> bool:
    return getattr(kind, "__origin__", None) is Mapping


def _structure_map(kind: Any, converter: cattrs.Converter) -> Any:
    into: Any = types.GenericAlias(dict, get_args(kind))
    return lambda value, _: converter.structure(_expect(value, dict, "a mapping (key: value)"), into)


def _expect(value: Plain, kind: type, words: str) -> Any:
    if not isinstance(value, kind):
        raise TypeError(f"expected {words}, found {_show(value)}")
    return value


def _structure_str(value: Plain, _: object) -> str:
    return str(_expect(value, str, "text"))


def _structure_bool(value: Plain, _: object) -> bool:
    if value not in {"true", "false"}:
        raise ValueError(f"expected true or false, found {_show(value)}")
    return bool(value == "true")


def _structure_int(value: Plain, _: object) -> int:
    if not isinstance(value, str) or not re.fullmatch(r"-?\d+", value):
        raise ValueError(f"expected a whole number, found {_show(value)}")
    return int(value)


def _structure_float(value: Plain, _: object) -> float:
    return float(parse_number(value))


def parse_number(value: Plain) -> Number:
    """A number as the brief writes it: digits, with a point for decimals.

    >>> parse_number("40735"), parse_number("-86.9")
    (40735, -86.9)
    """
    if not isinstance(value, str) or not re.fullmatch(r"-?\d+(\.\d+)?([eE][+-]?\d+)?", value):
        raise ValueError(f"expected a number such as 40735 or 86.9, found {_show(value)}")
    return int(value) if re.fullmatch(r"-?\d+", value) else float(value)


def _show(value: Plain) -> str:
    if value is None:
        return "nothing"
    words = value if isinstance(value, str) else f"a {'list' if isinstance(value, list) else 'mapping'}"
    return repr(words[:60]) if isinstance(value, str) else words


def _reason(error: BaseException, kind: type | None) -> str:
    if isinstance(error, KeyError):
        return f"'{error.args[0]}' is missing"
    if isinstance(error, cattrs.errors.ForbiddenExtraKeysError):
        return f"unknown: {', '.join(sorted(error.extra_fields))}"
    if "not in literal" in str(error):
        value, _, words = str(error).partition(" not in literal ")
        known = words.removeprefix("typing.Literal[").rstrip("]").replace("'", "")
        return f"'{value}' is none of {known}"
    return str(error) or type(error).__name__


def _locate(message: str, lines: Lines, file: str) -> str:
    reason, _, path = message.rpartition(" @ ")
    known = path
    while known not in lines and known != "$":
        known = re.sub(r"(\.[^.\[\]]+|\[[^\]]*\])$", "", known) or "$"
    return f"{file}:{lines.get(known, 1)}: {path}: {reason}"


__all__ = ["Lines", "Plain", "load_plain", "load_yaml", "parse_number", "structure", "unstructure"]
