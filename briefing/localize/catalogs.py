"""Message catalogs: GNU gettext, English ids, read from the compiled file or compiled in memory from its source.

The wheel holds `.mo` files (made by `hatch_build.py`); a working tree only the `.po`, which Babel compiles here when it is
first needed.  Plural rules are the catalog's own `Plural-Forms`: Babel writes two forms for Spanish, Weblate and CLDR three.
"""

from __future__ import annotations

import io
from datetime import UTC, datetime
from functools import cache
from gettext import GNUTranslations
from importlib.resources import files

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


@cache
def catalog_of(language: str) -> GNUTranslations:
    """The catalog of a language that has one in `briefing/locale`."""
    folder = files("briefing") / "locale" / language / "LC_MESSAGES"
    compiled = folder / "briefing.mo"
    if compiled.is_file():
        return GNUTranslations(io.BytesIO(compiled.read_bytes()))
    return GNUTranslations(io.BytesIO(compile_po((folder / "briefing.po").read_bytes())))


def compile_po(source: bytes) -> bytes:
    """A catalog's `.po` as the bytes of its `.mo`.  Fuzzy entries are left out, as gettext does.

    Without a `Language` header Babel drops the plural rule, and without a date it writes the clock's: the one is asked for, the
    other set, so that the same source gives the same bytes.
    """
    catalog = read_po(io.BytesIO(source))
    if catalog.locale is None:
        raise ValueError("a catalog needs the header Language, without which its plural rule is lost")
    catalog.creation_date = _EPOCH
    target = io.BytesIO()
    write_mo(target, catalog)
    return target.getvalue()
