"""The list of sources, and what of them the memo does not carry."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence

from briefing import edtf
from briefing.model import BriefArticle, Item, Skipped
from briefing.model.skipping import REASONS
from briefing.render import vocabulary
from briefing.render.desk import Desk, Fields
from briefing.render.pieces import Anchor, Foreign, Link, clean
from briefing.render.sections.evidence import by_origin
from briefing.render.words import Words


def source_fields(desk: Desk, cited: Collection[str]) -> list[Fields]:
    """Every source; where pages are counted, those that the memo cites.  Numbers are the same in both."""
    numbered = list(enumerate(desk.brief.articles, 1))
    if desk.audience.limits.pages is not None:
        numbered = [(number, article) for number, article in numbered if article.id in cited]
    origins = by_origin(desk.brief.articles)
    return [_source(number, article, origins.get(article.origin or "", []), desk) for number, article in numbered]


def overview(articles: Sequence[BriefArticle], words: Words) -> str:
    """`This memo is based on five articles: four in Spanish and one in English`."""
    counts = Counter(article.language for article in articles)
    ordered = sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))
    parts = [
        words.gettext("%(n)s in %(language)s", n=words.count(n), language=words.language_name(code)) for code, n in ordered
    ]
    total = words.ngettext("Based on %(n)s article", "Based on %(n)s articles", len(articles), n=words.count(len(articles)))
    return f"{total}: {words.list(parts)}" if parts else total


def coverage_note(desk: Desk, printed: Sequence[Item]) -> str:
    """How much of the sources the brief carries, and how many of the memo's lines stand in another language."""
    coverage, words = desk.brief.coverage, desk.words
    if not coverage.sentences:
        return translation_note(desk)
    carried = words.gettext(
        "The brief carries %(used)s of the %(total)s sentences of its sources.",
        used=words.number(coverage.used),
        total=words.number(coverage.sentences),
    )
    foreign = {item.text.get(words.language) for item in printed if is_foreign(item, words)}
    quoted = words.ngettext(
        "%(n)s line of this memo is quoted in the language of its source.",
        "%(n)s lines of this memo are quoted in the language of their source.",
        len(foreign),
        n=words.count(len(foreign)),
    )
    return " ".join(part for part in (carried, quoted if foreign else "", unsure_note(desk), translation_note(desk)) if part)


def unsure_note(desk: Desk) -> str:
    """How many sentences seem to tell of a position or a meeting, and not surely enough for a line."""
    words, unsure = desk.words, desk.brief.coverage.unsure
    told = words.ngettext(
        "%(n)s more sentence may tell of a position or a meeting; it was not clear enough to be printed.",
        "%(n)s more sentences may tell of positions or meetings; they were not clear enough to be printed.",
        unsure,
        n=words.count(unsure),
    )
    return told if unsure else ""


def is_foreign(item: Item, words: Words) -> bool:
    """Whether an item has no words in the memo's language, only its source's."""
    piece = item.evidence[item.told_from.get(words.language, 0)]
    return item.basis.get(words.language) == "verbatim" and piece.language not in (None, words.language)


def translation_note(desk: Desk) -> str:
    """What an engine translated for this memo, and how many of its translations were not used; nothing where none was asked."""
    words, found = desk.words, desk.brief.translations.get(desk.words.language)
    if found is None:
        return ""
    used = words.ngettext(
        "%(engine)s translated %(used)s line that stands in another language's words.",
        "%(engine)s translated %(used)s lines that stand in another language's words.",
        found.used,
        engine=clean(found.engine),
        used=words.number(found.used),
    )
    refused = sum(found.refused.values())
    kept_out = words.ngettext(
        "%(n)s translation was not used, because it does not say the same as the original.",
        "%(n)s translations were not used, because they do not say the same as the original.",
        refused,
    )
    silent = words.ngettext("%(n)s line got no answer.", "%(n)s lines got no answer.", found.unanswered)
    parts = [used, kept_out if refused else "", silent if found.unanswered else ""]
    return " ".join(part for part in parts if part)


def skipped_fields(skipped: Sequence[Skipped], words: Words) -> list[Fields]:
    return [{"file": one.file, "reason": skip_reason(one, words)} for one in skipped]


def skip_reason(skipped: Skipped, words: Words) -> str:
    """Why a file was not used, in the memo's language; a person's own words stand as they are."""
    if skipped.code is None or skipped.code not in REASONS:
        return skipped.reason
    values = {name: _said(name, clean(value), words) for name, value in skipped.values.items()}
    try:
        return words.term("skipped", REASONS[skipped.code]) % values
    except KeyError:  # somebody has edited the values
        return skipped.reason


def _said(name: str, value: str, words: Words) -> str:
    """A value of such a sentence: languages and dates as the reader says them."""
    if name in ("language", "read"):
        return words.list(words.language_name(code) for code in value.split(", "))
    return words.date(value) if name in ("published", "window") and edtf.is_edtf(value) else value


def _source(number: int, article: BriefArticle, kin: Sequence[int], desk: Desk) -> Fields:
    words = desk.words
    foreign = article.language != words.language
    follows = bool(foreign or _date(article, words))
    title, comma = words.title(article.title, follows=follows) if article.title else ("", ", " if follows else "")
    if title and foreign:
        title = desk.ledger.mark(Foreign(title, article.language))
    return {
        "n": words.number(number),
        "anchor": desk.ledger.mark(Anchor(f"source_{number}")),
        "outlet": article.outlet or "",
        "title": title or ("" if article.url else _untitled(article, desk)),
        "comma": comma,
        "date": _date(article, words),
        "language": words.language_name(article.language) if foreign else "",
        "link": desk.ledger.mark(Link(article.url, _shown_address(article.url))) if article.url else "",
        "grade": desk.audience.grades.get(article.outlet or "", ""),
        "remarks": "; ".join(_remarks(article, [other for other in kin if other != number], desk)),
    }


def _untitled(article: BriefArticle, desk: Desk) -> str:
    """An article without title by its first words and its file."""
    words = desk.words
    if not article.opening:
        return words.gettext("untitled article (file %(file)s)", file=article.file)
    opening = words.quoted(article.opening)
    shown = opening if article.language == words.language else desk.ledger.mark(Foreign(opening, article.language))
    return words.gettext("untitled article that begins %(opening)s (file %(file)s)", opening=shown, file=article.file)


def _date(article: BriefArticle, words: Words) -> str:
    """When it was published, and behind it how that is known where the article does not say."""
    date, basis = words.between(article.published), words.term("published", article.published_basis)
    if not date:
        return words.term("published", "unknown")
    return date if article.published_basis in ("stated", "unknown") else f"{date} ({basis})"


def _remarks(article: BriefArticle, kin: Sequence[int], desk: Desk) -> list[str]:
    words = desk.words
    listed = words.list(map(words.number, kin))
    same = words.ngettext("same origin as article %(numbers)s", "same origin as articles %(numbers)s", len(kin), numbers=listed)
    known = vocabulary.article_notes(words)
    kinds = [note.partition(":")[0] for note in article.notes]
    notes = dict.fromkeys(known[kind] for kind in kinds if kind in known)
    return [remark for remark in (same if kin else "", *notes) if remark]


def _shown_address(url: str) -> str:
    """An address as a reader wants it: without its scheme, `www.` and a closing slash."""
    return url.split("://", 1)[-1].removeprefix("www.").rstrip("/")
