"""`briefing run`: articles to brief.yaml and memos."""

from __future__ import annotations

import argparse
import gc
import json
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from briefing.cli import NOTHING
from briefing.cli.files import make_folder, write_whole
from briefing.cli.previous import marked_since
from briefing.cli.render import check_options, write_memos
from briefing.cli.translate import translated, translator_of
from briefing.codec import write_brief
from briefing.edtf import is_edtf, week_days, week_of
from briefing.errors import ArticleError, BriefingError
from briefing.model import Brief
from briefing.structure import unstructure

if TYPE_CHECKING:
    from briefing.translate.engine import Translator

NEW_OBJECTS = 500_000
"""So many are made before the next look for garbage."""
LONG_RUN_SECONDS = 1.5
"""Progress is only shown when there is something to wait for."""


def run_command(arguments: argparse.Namespace) -> int:
    missing = [path for path in arguments.articles if not path.exists()]
    if missing:
        raise BriefingError("\n".join(f"{path}: there is no such file or folder" for path in missing))
    as_of, window = day(arguments.as_of, "--as-of"), window_of(arguments)
    check_options(arguments)
    translator = translator_of(arguments)
    with seldom_collecting():
        return run(arguments, as_of, window, translator)


def run(arguments: argparse.Namespace, as_of: str | None, window: str | None, translator: Translator | None) -> int:
    from briefing.knowledge import load_knowledge
    from briefing.pipeline import make_brief, read_week

    today = datetime.now(UTC).date().isoformat()
    reading = read_week(arguments.articles, as_of=as_of, window=window, today=today)
    if not reading.articles:
        raise ArticleError("\n".join(["no article could be read", *(f"{s.file}: {s.reason}" for s in reading.skipped)]))
    knowledge = load_knowledge(tuple(arguments.knowledge))
    brief = make_brief(reading, knowledge, progress=Progress())
    if translator is not None:
        brief = translated(brief, translator, knowledge)
    brief = marked_since(brief, arguments.previous)
    folder = arguments.out or Path("out") / week_of(brief.as_of)
    make_folder(folder)
    write_whole(folder / "brief.yaml", write_brief(brief).encode("utf-8"))
    written = [folder / "brief.yaml", *write_memos(brief, folder, arguments)]
    print(json.dumps(summary(brief, written), ensure_ascii=False) if arguments.json else told(brief, written))
    return 0 if brief.facts or brief.positions or brief.meetings else NOTHING


@contextmanager
def seldom_collecting() -> Iterator[None]:
    """Nearly all that a run makes it needs to its end: to look for garbage at every turn takes a sixth of a short run."""
    before = gc.get_threshold()
    gc.set_threshold(NEW_OBJECTS)
    try:
        yield
    finally:
        gc.set_threshold(*before)


# ------------------------------------------------------------------ dates


def day(value: str | None, option: str) -> str | None:
    """An ISO day, or a usage error that names the option."""
    if value is None:
        return None
    try:
        return date.fromisoformat(value).isoformat()
    except ValueError:
        raise BriefingError(f"{option} {value}: not a day; write it as 2026-01-17") from None


def window_of(arguments: argparse.Namespace) -> str | None:
    """The EDTF interval that --week, --since and --until ask for."""
    if arguments.week:
        if arguments.until:
            raise BriefingError("--until goes with --since, not with --week")
        return week_window(arguments.week)
    since, until = day(arguments.since, "--since"), day(arguments.until, "--until")
    if since is None and until is None:
        return None
    window = f"{since or '..'}/{until or '..'}"
    if not is_edtf(window):
        raise BriefingError(f"--since {since} --until {until}: the first day is after the last")
    return window


def week_window(week: str) -> str:
    """Monday to Sunday of an ISO week, as an EDTF interval."""
    try:
        return week_days(week)
    except ValueError:
        raise BriefingError(f"--week {week}: not an ISO week; write it as 2026-W03") from None


# ------------------------------------------------------------------ what is told


class Progress:
    """One line on a terminal's standard error, once the run takes long."""

    def __init__(self) -> None:
        self.start = time.monotonic()
        self.shown = False

    def __call__(self, done: int, total: int, name: str) -> None:
        if not sys.stderr.isatty() or time.monotonic() - self.start < LONG_RUN_SECONDS:
            return
        self.shown = True
        end = "\n" if done == total else ""
        print(f"\r\033[Kreading {done}/{total} {name[:60]}", end=end, file=sys.stderr, flush=True)


def summary(brief: Brief, written: list[Path]) -> dict[str, Any]:
    return {
        "schema": 1,
        "as_of": brief.as_of,
        "window": brief.window,
        "articles": len(brief.articles),
        "skipped": [{"file": entry.file, "reason": entry.reason} for entry in brief.skipped],
        "facts": len(brief.facts),
        "positions": len(brief.positions),
        "meetings": len(brief.meetings),
        "conflicts": len(brief.conflicts),
        "translations": unstructure(brief).get("translations", {}),
        "written": [str(path) for path in written],
    }


def undated(brief: Brief) -> list[str]:
    """What a reader must know where articles do not say when they were published."""
    without = [article.file for article in brief.articles if not article.published]
    if not without:
        return []
    everything = len(without) == len(brief.articles)
    dated = f"; the brief is dated {brief.as_of}: say another day with --as-of" if everything else ""
    return [f"no date of publication: {', '.join(without[:5])}{' …' if len(without) > 5 else ''}{dated}"]


def counted(number: int, noun: str) -> str:
    """
    >>> counted(1, "article"), counted(2, "article")
    ('1 article', '2 articles')
    """
    return f"{number} {noun}{'' if number == 1 else 's'}"


def told(brief: Brief, written: list[Path]) -> str:
    lines = [
        f"{counted(len(brief.articles), 'article')} read, {len(brief.skipped)} left out; brief of {brief.as_of}",
        *(f"  left out {entry.file}: {entry.reason}" for entry in brief.skipped),
        f"{counted(len(brief.facts), 'fact')}, {counted(len(brief.positions), 'position')}, "
        f"{counted(len(brief.meetings), 'meeting')}, {counted(len(brief.conflicts), 'conflict')} between sources",
        *undated(brief),
        *(
            f"{found.engine} translated {found.used} of {found.asked} lines of the {language} memo"
            for language, found in brief.translations.items()
        ),
        *(f"wrote {path}" for path in written),
    ]
    if not (brief.facts or brief.positions or brief.meetings):
        lines.append("nothing reportable was found; the memo says so")
    return "\n".join(lines)
