"""The Jinja environment in which templates of strangers run: they may print fields, loop over them and decide; nothing else.

Jinja2's own sandbox still lets a template call any method of a string, repeat a string a billion times or loop without end.
Here attributes are keys of dicts, callables are the few that we hand out, filters and tests stand in a list, and every loop,
repetition, comparison and output is counted, so that the work is bounded whatever the clock.  Every fault says where it is, in
the template's own words, and what may have been meant.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import PurePath
from typing import Any

from jinja2 import BaseLoader, StrictUndefined, Template, Undefined, nodes
from jinja2.exceptions import SecurityError, TemplateSyntaxError, UndefinedError
from jinja2.exceptions import TemplateError as JinjaError
from jinja2.runtime import Context, LoopContext
from jinja2.sandbox import ImmutableSandboxedEnvironment
from jinja2.visitor import NodeTransformer
from markupsafe import Markup

from briefing.errors import TemplateError
from briefing.render.suggest import did_you_mean

MAX_TEMPLATE = 4_000_000
MAX_TAGS = 10_000
MAX_OUTPUT = 30_000_000
MAX_ROUNDS = 200_000
MAX_WORDS = 1_000_000
MAX_WORK = 5_000_000  # characters and entries that filters, comparisons and joins may go through, all in all
MAX_COMPILED = 200

FILTERS = (
    *("abs", "capitalize", "count", "d", "default", "e", "escape", "first", "float", "int", "join", "last", "length"),
    *("list", "lower", "map", "max", "min", "reject", "rejectattr", "reverse", "round", "select", "selectattr", "sort"),
    *("string", "sum", "title", "trim", "unique", "upper"),
)
TESTS = (
    *("boolean", "defined", "divisibleby", "eq", "equalto", "even", "false", "ge", "gt", "in", "integer", "iterable", "le"),
    *("lower", "lt", "mapping", "ne", "none", "number", "odd", "sequence", "string", "true", "undefined", "upper"),
    *("==", "!=", "<", "<=", ">", ">="),
)
LOOP_FIELDS = frozenset({"cycle", "depth", "depth0", "first", "index", "index0", "last", "length", "nextitem", "previtem"})
WORDS = ("gettext", "ngettext", "pgettext", "npgettext")

_PLACEHOLDER = re.compile(r"%%|%\(\w+\)[sd]")

_CODE: dict[tuple[Any, ...], Any] = {}

Translate = Mapping[str, Callable[..., str]]
Near = Callable[[str, int], str]
"""The words of the template that stand at a line of a file, or of the source where the file has no name."""


class Sandbox(ImmutableSandboxedEnvironment):
    """An environment in which nothing but the context's own fields can be reached."""

    intercepted_binops = frozenset({"+", "*", "%", "**"})

    def __init__(self, *, finalize: Callable[[Any], Any], autoescape: bool, loader: BaseLoader | None = None, **options: Any):
        super().__init__(
            autoescape=autoescape,
            finalize=finalize,
            loader=loader,
            undefined=_Missing,
            extensions=["jinja2.ext.i18n"],
            keep_trailing_newline=True,
            **options,
        )
        filters: dict[str, Any] = self.filters
        self.filters = {name: self._weighing(filters[name]) for name in FILTERS}
        self.filters |= {"counted": self._counted, "concat": self._concat, "weighed": self._weighed, "built": self._built}
        tests: dict[str, Any] = self.tests
        self.tests = {name: self._weighing(tests[name]) for name in TESTS}
        self.globals.clear()
        self.start()

    def start(self) -> None:
        """Begin to count anew: before each run."""
        self.rounds = self.work = 0

    def speak(self, translate: Translate) -> None:
        """Give the templates `_`, `ngettext`, `pgettext` and `{% trans %}`."""
        words = [self._weighing(_capped(translate[name])) for name in WORDS]
        self.install_gettext_callables(words[0], words[1], newstyle=True, pgettext=words[2], npgettext=words[3])  # type: ignore[attr-defined]
        self.globals["_"] = self.globals["gettext"]

    def getattr(self, obj: Any, attribute: str) -> Any:
        if isinstance(obj, dict):
            return obj[attribute] if attribute in obj else self._no_field(obj, attribute)
        if isinstance(obj, LoopContext) and attribute in LOOP_FIELDS:
            return getattr(obj, attribute)
        if isinstance(obj, Undefined):
            return obj._fail_with_undefined_error()
        raise SecurityError(f"“.{attribute}” is not a field that a template may read")

    def getitem(self, obj: Any, argument: Any) -> Any:
        if isinstance(argument, str):
            return self.getattr(obj, argument)
        if not isinstance(obj, (list, tuple, str)):
            raise SecurityError(f"“[{argument}]” is not a field that a template may read")
        if isinstance(argument, slice):
            self._weighed(obj)
        try:
            return obj[argument]
        except (IndexError, TypeError):
            return self.undefined(hint=f"the list has {len(obj)} entries; [{argument}] is not one of them")

    def is_safe_callable(self, obj: Any) -> bool:
        owner = getattr(obj, "__self__", None)
        return obj in self.globals.values() or (isinstance(owner, LoopContext) and obj.__name__ in LOOP_FIELDS)

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:
        if operator == "+" and isinstance(left, str) and isinstance(right, str):
            return self._concat([left, right])
        if operator == "**" or not all(isinstance(side, (int, float)) and abs(side) < 2**53 for side in (left, right)):
            raise SecurityError(f"“{operator}” works with numbers only; join words with ~")
        return super().call_binop(context, operator, left, right)

    def compile(self, source: Any, name: Any = None, filename: Any = None, raw: Any = False, defer_init: bool = False) -> Any:
        """The code of a template, made once: it names its environment only when it runs, so all memos share it."""
        key = (type(self), source, name, filename, raw, defer_init)
        if key not in _CODE:
            if len(_CODE) >= MAX_COMPILED:
                _CODE.clear()
            _CODE[key] = super().compile(source, name, filename, raw, defer_init)
        return _CODE[key]

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        if len(source) > MAX_TEMPLATE:
            raise SecurityError(f"the template is larger than {MAX_TEMPLATE:,} characters")
        if source.count("{{") + source.count("{%") > MAX_TAGS:
            raise SecurityError(f"the template has more than {MAX_TAGS:,} tags")
        tree: nodes.Template = _Caps().visit(super()._parse(source, name, filename))
        return tree

    def _counted(self, values: Iterable[Any]) -> Iterator[Any]:
        for value in values:
            self.rounds += 1
            if self.rounds > MAX_ROUNDS:
                raise SecurityError(f"the template loops more than {MAX_ROUNDS:,} times")
            yield value

    def _weighing(self, function: Callable[..., Any]) -> Callable[..., Any]:
        """A filter, test or message whose every argument is weighed; Jinja's own marks (`pass_environment`) stay on it."""

        @functools.wraps(function)
        def weighed(*arguments: Any, **named: Any) -> Any:
            return function(*map(self._weighed, arguments), **{name: self._weighed(value) for name, value in named.items()})

        return weighed

    def _weighed(self, value: Any) -> Any:
        """The value, with its size added to the work done; entries that are made on the way are counted as they come."""
        if isinstance(value, (str, list, tuple, dict)):
            self.work += size(value)
            if self.work > MAX_WORK:
                raise SecurityError("the template works on more text than a memo can need")
        elif isinstance(value, Iterator):
            return map(self._weighed, value)
        return value

    def _built(self, value: Any) -> Any:
        """A list or mapping that the template writes: lists of lists of lists must not grow without end."""
        if size(value) > MAX_WORDS:
            raise SecurityError(f"the template makes a list of more than {MAX_WORDS:,} characters")
        return self._weighed(value)

    def _concat(self, parts: list[Any]) -> str:
        texts = [part if isinstance(part, str) else str(part) for part in parts]
        self._weighed(texts)
        if sum(map(len, texts)) > MAX_WORDS:
            raise SecurityError(f"the template makes a value of more than {MAX_WORDS:,} characters")
        return Markup("").join(texts) if self.autoescape else "".join(texts)

    def _no_field(self, obj: Mapping[str, Any], attribute: str) -> Undefined:
        return self.undefined(hint=f"there is no field “{attribute}”{did_you_mean(attribute, obj)}")


class _Missing(StrictUndefined):
    """An unknown name: printing it, looping over it or asking anything of it is an error."""

    __slots__ = ()


class _Caps(NodeTransformer):
    """Every loop, `~`, comparison, list and mapping passes through a filter that counts."""

    def visit_For(self, node: nodes.For) -> nodes.For:  # noqa: N802 (Jinja's name)
        self.generic_visit(node)
        node.iter = _through("counted", node.iter)
        return node

    def visit_Concat(self, node: nodes.Concat) -> nodes.Filter:  # noqa: N802 (Jinja's name)
        self.generic_visit(node)
        return _through("concat", nodes.List(node.nodes, lineno=node.lineno))

    def visit_Compare(self, node: nodes.Compare) -> nodes.Compare:  # noqa: N802 (Jinja's name)
        self.generic_visit(node)
        node.expr = _through("weighed", node.expr)
        for operand in node.ops:
            operand.expr = _through("weighed", operand.expr)
        return node

    def visit_List(self, node: nodes.List) -> nodes.Filter:  # noqa: N802 (Jinja's name)
        self.generic_visit(node)
        return _through("built", node)

    def visit_Dict(self, node: nodes.Dict) -> nodes.Filter:  # noqa: N802 (Jinja's name)
        self.generic_visit(node)
        return _through("built", node)

    def visit_Tuple(self, node: nodes.Tuple) -> nodes.Expr:  # noqa: N802 (Jinja's name)
        self.generic_visit(node)
        return _through("built", node) if node.ctx == "load" else node


def _through(name: str, node: Any) -> nodes.Filter:
    return nodes.Filter(node, name, [], [], None, None, lineno=node.lineno)


def size(value: Any, most: int = MAX_WORDS) -> int:
    """How many characters and entries a value holds, counted no further than a little over `most`."""
    if isinstance(value, str):
        return len(value)
    if not isinstance(value, (list, tuple, dict)):
        return 1
    total = 1
    for inner in value.values() if isinstance(value, dict) else value:
        total += size(inner, most - total)
        if total > most:
            break
    return total


def run(template: Any, context: Mapping[str, Any], *, where: str, near: Near) -> str:
    """The template's output.  Raises TemplateError with the place, in the template's own words, and the nearest field."""
    template.environment.start()
    pieces, size = [], 0
    try:
        for piece in template.generate(context):
            pieces.append(piece)
            size += len(piece)
            if size > MAX_OUTPUT:
                raise SecurityError(f"the memo is larger than {MAX_OUTPUT:,} characters")
    except TemplateError:
        raise
    except Exception as error:
        raise fault(error, where=where, near=near, names=context) from error
    return "".join(pieces)


def compile_template(environment: Sandbox, source: str, *, where: str, near: Near) -> Template:
    """The compiled template.  Raises TemplateError with the place."""
    try:
        return environment.from_string(source)
    except Exception as error:
        raise fault(error, where=where, near=near, names=()) from error


def find_template(environment: Sandbox, name: str, *, where: str, near: Near) -> Template:
    """The template that the environment's loader has under a name.  Raises TemplateError with the place."""
    try:
        return environment.get_template(name)
    except Exception as error:
        raise fault(error, where=where, near=near, names=()) from error


def fault(error: Exception, *, where: str, near: Near, names: Iterable[str]) -> TemplateError:
    """What went wrong in a template, as one line: where, what, near which words, and the nearest valid field."""
    reason = _reason(error, names)
    file, line = _place(error)
    words = near(file, line)
    place = "/".join(PurePath(file).parts[-3:]) if file else where
    return TemplateError([f"{place}: {reason}" + (f" — near “{words}”" if words else "")])


def _reason(error: Exception, names: Iterable[str]) -> str:
    if isinstance(error, UndefinedError):
        unknown = re.fullmatch(r"'([^']*)' is undefined", str(error))
        return f"there is no field “{unknown[1]}”{did_you_mean(unknown[1], names)}" if unknown else str(error)
    unknown = re.match(r"No (filter|test) named '([^']*)'", str(error)) if isinstance(error, JinjaError) else None
    if unknown:
        known = FILTERS if unknown[1] == "filter" else TESTS
        return f"there is no {unknown[1]} “{unknown[2]}”{did_you_mean(unknown[2], known)}"
    if isinstance(error, TemplateSyntaxError):
        brace = "; a brace is missing or doubled" if error.message in ("unexpected '}'", "unexpected '{'") else ""
        return f"the tag cannot be read ({error.message}{brace})"
    if isinstance(error, RecursionError):
        return "the template calls itself without end"
    if isinstance(error, (SecurityError, JinjaError)):
        return f"refused: {error}"
    return f"the tag fails ({type(error).__name__}: {error})"


def _place(error: Exception) -> tuple[str, int]:
    """The file, where it has a name, and the line in which a template failed."""
    if isinstance(error, TemplateSyntaxError):
        return error.filename or "", error.lineno
    file, line, trace = "", 0, error.__traceback__
    while trace:
        name = trace.tb_frame.f_code.co_filename
        if name == "<template>" or name.endswith(".j2"):
            file, line = name if name != "<template>" else "", trace.tb_lineno
        trace = trace.tb_next
    return file, line


def _capped(translate: Callable[..., str]) -> Callable[..., str]:
    def words(*arguments: Any) -> str:
        if any(isinstance(argument, str) and len(argument) > 2_000 for argument in arguments):
            raise SecurityError("a fixed text of more than 2,000 characters")
        if any(isinstance(argument, str) and "%" in _PLACEHOLDER.sub("", argument) for argument in arguments):
            raise SecurityError("a fixed text takes %(name)s for a value and %% for a percent sign, and no other %")
        return translate(*arguments)

    return words
