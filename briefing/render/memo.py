"""One memo before it has a format: the brief, seen by one audience in one language."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from briefing.errors import TemplateError
from briefing.localize import LOCALES, Localizer
from briefing.model import Brief, Text
from briefing.render.audience import Audience, candidates, load_audience
from briefing.render.context import memo_context
from briefing.render.desk import Fields
from briefing.render.pieces import Ledger, clean
from briefing.render.words import Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Memo:
    """What every writer needs.  `fields` holds markers whose pieces are in `ledger`."""

    brief: Brief
    audience: Audience
    words: Words
    fields: Fields
    ledger: Ledger
    template_dirs: tuple[Path, ...]

    @property
    def translate(self) -> Mapping[str, Callable[..., str]]:
        """The functions behind `_`, `ngettext`, `pgettext` and `npgettext` of a template."""
        words = self.words
        return {
            "gettext": words.gettext,
            "pgettext": words.pgettext,
            "ngettext": words.plural,
            "npgettext": words.plural_in_context,
        }

    def templates(self, suffix: str) -> tuple[Path, ...]:
        """The templates of a format, the best first."""
        return candidates(self.audience.chain, self.template_dirs, "memo", suffix, self.words.tag)


def compose(
    brief: Brief,
    *,
    audience: str,
    locale: str,
    template_dirs: Sequence[Path],
    labels: Mapping[str, Text],
) -> Memo:
    """The memo for an audience and a locale.  Raises TemplateError."""
    try:
        localizer = Localizer(locale, labels)
    except ValueError as error:
        raise TemplateError([f"locale {locale}: unknown; there are {', '.join(LOCALES)}"]) from error
    settings, ledger = load_audience(audience, template_dirs), Ledger()
    brief = _cleaned(brief)
    return Memo(
        brief=brief,
        audience=settings,
        words=Words(localizer, settings.labels.get(localizer.language, {})),
        fields=memo_context(brief, settings, localizer, ledger),
        ledger=ledger,
        template_dirs=tuple(template_dirs),
    )


def _cleaned(value: Any) -> Any:
    """A brief whose every text can be written, and in which no text of an article passes for a marker of ours."""
    if isinstance(value, str):
        return clean(value)
    if isinstance(value, tuple):
        return tuple(map(_cleaned, value))
    if isinstance(value, Mapping):
        return {key: _cleaned(inner) for key, inner in value.items()}
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        names = [field.name for field in dataclasses.fields(value)]
        return dataclasses.replace(value, **{name: _cleaned(getattr(value, name)) for name in names})
    return value
