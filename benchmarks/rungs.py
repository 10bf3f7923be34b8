"""On which rungs of the ladder the items of briefs stand, in each language: of all items, and of those that a memo prints.

    python benchmarks/rungs.py BRIEF.yaml … [--audience base]

It reads nothing but briefs that a run has made.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Collection
from pathlib import Path
from typing import get_args

from briefing.codec import all_items, read_brief
from briefing.localize import LOCALES
from briefing.model import Brief, Language, Rung
from briefing.render.memo import compose


def printed(brief: Brief, language: Language, audience: str) -> Collection[str]:
    """The ids of the items that an audience's memo shows."""
    locale = next(locale for locale in LOCALES if locale.startswith(language))
    shown: Collection[str] = compose(brief, audience=audience, locale=locale, template_dirs=(), labels={}).fields["shown"]
    return shown


def shares(rungs: Counter[str]) -> str:
    total = max(1, rungs.total())
    counted = "  ".join(f"{rung} {100 * rungs[rung] / total:3.0f}" for rung in get_args(Rung) if rungs[rung])
    return f"{rungs.total():4d}: {counted}"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("briefs", type=Path, nargs="+", metavar="BRIEF.yaml")
    parser.add_argument("--audience", default="base")
    options = parser.parse_args()
    print("items: % on each rung")
    for path in options.briefs:
        brief = read_brief(path.read_text("utf-8"), file=str(path))
        for language in sorted(brief.title):
            shown = printed(brief, language, options.audience)
            items = [item for item in all_items(brief) if not item.omit]
            for name, group in (("all", items), ("printed", [item for item in items if item.id in shown])):
                rungs = Counter(str(item.basis.get(language)) for item in group)
                print(f"{path.parent.name:12} {language} {name:8} {shares(rungs)}")


if __name__ == "__main__":
    main()
