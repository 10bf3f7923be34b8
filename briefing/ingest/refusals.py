"""What is said of a file that is not used: the error that a reader raises, and the entry that the brief keeps of it."""

from __future__ import annotations

from briefing.errors import ArticleError
from briefing.model import Skipped
from briefing.model.skipping import reason_of


def refused(code: str, detail: str = "", **values: object) -> ArticleError:
    """The error to raise for a file, by its code.  `detail` is what another program said, in English."""
    told = {name: str(value) for name, value in values.items()}
    return ArticleError(reason_of(code, told, detail), code, told)


def left_out(file: str, why: ArticleError) -> Skipped:
    return Skipped(file=file, reason=str(why), code=why.code, values=why.values)


__all__ = ["left_out", "refused"]
