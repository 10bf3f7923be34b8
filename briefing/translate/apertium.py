"""Apertium, a rule-based engine, where its command and a pair for the two languages are installed."""

from __future__ import annotations

import re
import shutil
import subprocess
from dataclasses import dataclass

from briefing.model import Language
from briefing.model.letters import UPPER
from briefing.translate.engine import TranslationError

COMMAND = "apertium"
CODES: dict[Language, tuple[str, ...]] = {"es": ("spa", "es"), "en": ("eng", "en")}
"""The names of a language in the names of pairs: the newer packages' first."""
SECONDS = 30.0
_UNKNOWN_NAME = re.compile(rf"\*(?=[^\W\d_]*[{UPPER}])")
"""The mark before a word that Apertium does not know.  A name may well be unknown; any other word keeps its mark, and the gate
sees it."""


@dataclass(frozen=True, slots=True)
class Apertium:
    """The installed `apertium` command, started once for each line."""

    seconds: float = SECONDS
    command: str = COMMAND
    name: str = "Apertium"
    identity: str = "apertium"

    def translate(self, text: str, source: Language, target: Language) -> str:
        flat = " ".join(text.split())
        words = self._run(self._pair(source, target), flat)
        return _UNKNOWN_NAME.sub("", " ".join(words.split()))

    def _pair(self, source: Language, target: Language) -> str:
        """The name of the installed pair, `spa-eng`."""
        installed = self._run("-l").split()
        wanted = [f"{one}-{other}" for one in CODES.get(source, ()) for other in CODES.get(target, ())]
        found = next((pair for pair in wanted if pair in installed), None)
        if found is None:
            raise TranslationError(
                f"Apertium has no pair from {source} to {target}; install apertium-eng-spa or leave out --translate"
            )
        return found

    def _run(self, argument: str, text: str = "") -> str:
        program = shutil.which(self.command)
        if program is None:
            raise TranslationError("Apertium is not installed; install apertium and apertium-eng-spa", final=True)
        try:
            done = subprocess.run(
                [program, argument], input=text.encode(), capture_output=True, timeout=self.seconds, check=False
            )
        except subprocess.TimeoutExpired:
            raise TranslationError(f"Apertium gave no answer within {self.seconds:g} seconds") from None
        except OSError as error:
            raise TranslationError(f"Apertium cannot be started ({error.strerror})", final=True) from error
        # `apertium -l` lists the pairs and ends with 1 in some versions; a pair that fails says nothing on standard output.
        if done.returncode and not done.stdout.strip():
            raise TranslationError(f"Apertium failed (exit code {done.returncode})")
        return done.stdout.decode("utf-8", "replace")
