"""What a translation engine is."""

from __future__ import annotations

from typing import Protocol

from briefing.errors import BriefingError
from briefing.model import Language


class TranslationError(BriefingError):
    """A line that an engine did not translate.  `final`: it will not translate any other either, so it is asked no more."""

    def __init__(self, reason: str, *, final: bool = False):
        super().__init__(reason)
        self.final = final


class Translator(Protocol):
    """An engine: what it is called in the memo, and a line in another language.

    `identity` names everything that its output depends on, for the cache: never a key, a password or a path.
    """

    @property
    def name(self) -> str: ...

    @property
    def identity(self) -> str: ...

    def translate(self, text: str, source: Language, target: Language) -> str:
        """The text in the target language.  Raises TranslationError with one line that says why not."""
        ...
