"""One base; the children say whose fault it is.  Every message says what, where, and what to do, on one line."""

from __future__ import annotations

from collections.abc import Mapping


class BriefingError(Exception):
    """Base of everything that the program reports to its user instead of a traceback."""


class ArticleError(BriefingError):
    """An input file that cannot be read as an article.  `code` and `values`: why, in no language (`model.skipping`)."""

    def __init__(self, reason: str, code: str | None = None, values: Mapping[str, str] | None = None):
        super().__init__(reason)
        self.code = code
        self.values = dict(values or {})


class KnowledgeError(BriefingError):
    """Faults in the knowledge's data files, all at once.  `faults` holds one line each."""

    def __init__(self, faults: list[str]):
        super().__init__("\n".join(faults))
        self.faults = faults


class BriefError(BriefingError):
    """Faults in a brief, all at once.  `faults` holds one line each: file, line, path, what to do."""

    def __init__(self, faults: list[str]):
        super().__init__("\n".join(faults))
        self.faults = faults


class TemplateError(BriefingError):
    """A fault in an audience, a template, or a document made from one.  `faults` holds one line each."""

    def __init__(self, faults: list[str]):
        super().__init__("\n".join(faults))
        self.faults = faults


class OutputError(BriefingError):
    """A file that cannot be written."""
