"""The engines by the words that name them on the command line."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

from briefing.errors import BriefingError
from briefing.translate.apertium import Apertium
from briefing.translate.cache import Cached
from briefing.translate.ctranslate import CTranslate2, argos_folder
from briefing.translate.endpoint import LOCAL, SECONDS, Endpoint
from briefing.translate.engine import Translator


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What a user says of an engine: `where` is the part behind the colon, a folder or an address."""

    where: str = ""
    model: str = ""
    key: str = field(default="", repr=False)
    seconds: float = SECONDS


def make_apertium(settings: Settings) -> Translator:
    return Apertium(seconds=settings.seconds)


def make_argos(settings: Settings) -> Translator:
    return CTranslate2(argos_folder(), label="Argos Translate")


def make_ctranslate2(settings: Settings) -> Translator:
    folder = Path(settings.where)
    if not settings.where or not folder.is_dir():
        raise BriefingError(f"--translate ctranslate2:{settings.where}: there is no such folder")
    return CTranslate2(folder, label=settings.model or f"CTranslate2 ({folder.resolve().name})")


def make_endpoint(settings: Settings) -> Translator:
    try:
        url = urlsplit(settings.where)
        is_address = url.scheme in ("http", "https") and bool(url.hostname) and (url.port or 1) > 0
    except ValueError:
        is_address = False
    if not is_address:
        raise BriefingError("--translate endpoint:URL: the URL is none; write it as endpoint:http://localhost:8080/v1")
    if url.username or url.password or url.query or url.fragment:
        raise BriefingError(
            "--translate endpoint:URL: the URL may hold no user, key or query; the key comes from the environment"
        )
    if not settings.model:
        raise BriefingError("--translate endpoint:URL needs --translate-model NAME")
    if settings.key and url.scheme == "http" and url.hostname not in LOCAL:
        raise BriefingError("--translate endpoint:URL: a key is only sent to an https address, or to this machine")
    if not settings.key.isascii() or not settings.key.isprintable():
        raise BriefingError("--translate: the key in the environment holds characters that no key has")
    return Endpoint(url=settings.where, model=settings.model, key=settings.key, seconds=settings.seconds)


TRANSLATORS: Mapping[str, Callable[[Settings], Translator]] = {
    "apertium": make_apertium,
    "argos": make_argos,
    "ctranslate2": make_ctranslate2,
    "endpoint": make_endpoint,
}


def make_translator(name: str, settings: Settings, cache: Path | None = None) -> Translator:
    """The engine of that name, with its answers kept in a folder where one is given.

    Raises BriefingError for wrong settings.
    """
    make = TRANSLATORS.get(name)
    if make is None:
        raise BriefingError(f"--translate {name}: no such engine; there are {', '.join(TRANSLATORS)}")
    translator = make(settings)
    return Cached(translator, cache) if cache else translator
