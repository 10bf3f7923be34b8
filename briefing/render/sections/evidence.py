"""How a printed line shows what it stands on: the exact words, their source, and how much that is worth.

Footnotes carry the exact words and the number of the source; the list of sources carries outlet, title, date and link, so
nothing is said twice.  Where the line itself has the source's words, or an earlier place of the memo, the note says so instead
of repeating them.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from briefing.model import Brief, BriefArticle, Evidence, Item
from briefing.model.letters import capital
from briefing.render.audience import CitationStyle, Level
from briefing.render.pieces import Foreign, Ledger, Note, clean
from briefing.render.words import Words

LONGEST_TITLE = 60
RIGHT_ABOVE = 1
"""References between which a note relies on the note before: a reader of one line looks no further."""
MOST_BETWEEN = 25
"""Characters between two sentences that follow one another, a speaker's label among them."""
LONGEST_OPENING = 4
"""So many words at a sentence's head may be a link to the one before, which a line leaves out."""
_IN_BRACKETS = re.compile(r"\s*\([^()]*\)$")
_NOT_WORDS = re.compile(r"\W+")


class Sources:
    """The articles by number, and the ways in which a memo refers to them.

    It remembers which exact words the memo has printed: they are not printed again, so there is one for each composition.
    """

    def __init__(self, brief: Brief, words: Words, ledger: Ledger, *, style: CitationStyle, quotes: int) -> None:
        self._words = words
        self._ledger = ledger
        self.style = style
        self._quotes = quotes
        self._year = brief.as_of[:4]
        self.articles = brief.articles
        self._printed: dict[str, int] = {}
        self._lines: dict[str, int] = {}
        self._noted: set[str] = set()
        self._cited = 0
        self._numbers = {article.id: number for number, article in enumerate(brief.articles, 1)}

    def article(self, evidence: Evidence) -> BriefArticle | None:
        number = self._numbers.get(evidence.article)
        return self.articles[number - 1] if number else None

    def language(self, evidence: Evidence) -> str:
        article = self.article(evidence)
        return evidence.language or (article.language if article else self._words.language)

    def numbers(self, evidence: Sequence[Evidence]) -> list[int]:
        return sorted({self._numbers[piece.article] for piece in evidence if piece.article in self._numbers})

    def exact(self, words: str, language: str) -> str:
        """Words as they stand in a source: in quotation marks, marked with their language where it is not the reader's."""
        return (
            self._ledger.mark(self._foreign(words, language)) if language != self._words.language else self._words.quoted(words)
        )

    def sentence(self, words: str, language: str, behind: str = "") -> str:
        """Exact words that end a sentence: the stop stands where the reader's language has it, also with something `behind`."""
        self.remember(words)
        bare, stop = self._words.closed(" ".join(clean(words).split()))
        own = language == self._words.language
        quoted = self._words.punctuate(bare) if own else self._ledger.mark(Foreign(bare, language))
        return f"{quoted}{behind}{stop}"

    def has_printed(self, words: str) -> bool:
        """Whether the memo has these exact words already, alone or in a longer quotation."""
        plain = f" {_plain(words)} "
        return any(plain in other for other in self._printed)

    def begin_section(self) -> None:
        """That what has been printed so far is no more before the reader's eyes."""
        self._cited += RIGHT_ABOVE + 1

    def _is_right_above(self, words: str) -> bool:
        """Whether the line above has these exact words: what only its note quotes a reader of this one has not before him."""
        plain = f" {_plain(words)} "
        every = (*self._printed.items(), *self._lines.items())
        near = (other for other, at in every if self._cited - at <= RIGHT_ABOVE and other not in self._noted)
        return any(plain in other for other in near)

    def remember(self, words: str, *, line: bool = False) -> None:
        """That the memo prints these words, as a line of its own or among quoted ones."""
        (self._lines if line else self._printed)[f" {_plain(words)} "] = self._cited

    def has_line(self, words: str) -> bool:
        """Whether a line of the memo has these words."""
        return any(f" {_plain(words)} " in line for line in self._lines)

    def names(self, evidence: Sequence[Evidence]) -> str:
        """`articles 1 and 3`."""
        numbers = self.numbers(evidence)
        listed = self._words.list([self._words.number(number) for number in numbers])
        return (
            self._words.ngettext("article %(numbers)s", "articles %(numbers)s", len(numbers), numbers=listed) if numbers else ""
        )

    def outlets(self, evidence: Sequence[Evidence], *, most: int = 2) -> str:
        """`El Mercurio and NRK`, for a reader without a list of sources.

        An article without an outlet goes by its title; one without either by its date, several of those by their number.
        """
        articles = list({article.id: article for article in map(self.article, evidence) if article}.values())
        named = list(dict.fromkeys(name for name in map(self._name, articles) if name))
        unnamed = sum(not self._name(article) for article in articles)
        if not named and len(articles) == 1:
            return self._dated(articles[0])
        if not named:
            return self._words.ngettext("%(n)s article", "%(n)s articles", len(articles)).replace(" ", "\u00a0")
        more = len(named[most:]) + unnamed
        extra = [self._words.ngettext("%(n)s more", "%(n)s more", more).replace(" ", "\u00a0")] if more else []
        return self._words.list(named[:most] + extra)

    def who(self, evidence: Sequence[Evidence]) -> str:
        """The sources as this memo's reader can find them: by number where there is a list of them, otherwise by name."""
        return self.names(evidence) if self.style in ("footnote", "bracket") else self.outlets(evidence)

    def outlets_and_numbers(self, evidence: Sequence[Evidence]) -> str:
        """`El Mercurio (article 1) and NRK (article 3)`; an article without an outlet by its number."""
        first = {piece.article: piece for piece in reversed(evidence)}
        pieces = sorted(first.values(), key=lambda piece: self.numbers([piece]))
        outlets = [article.outlet for piece in pieces if (article := self.article(piece))]
        if not all(outlets):
            return self.names(evidence)
        return self._words.list([f"{self.outlets([piece])} ({self.names([piece])})" for piece in pieces])

    def _name(self, article: BriefArticle) -> str:
        if article.outlet:
            return _IN_BRACKETS.sub("", article.outlet) or article.outlet
        title = " ".join((article.title or "").split())
        short = title if len(title) <= LONGEST_TITLE else f"{title[:LONGEST_TITLE].rsplit(' ', 1)[0]}…"
        return self._words.quoted(short) if title else ""

    def _dated(self, article: BriefArticle) -> str:
        if not article.published:
            return self._words.gettext("undated article")
        return self._words.gettext("article dated %(date)s", date=self._words.between(article.published, year=self._year))

    def cite(
        self,
        evidence: Sequence[Evidence],
        *,
        line: str = "",
        quoted: bool = False,
        first: Evidence | None = None,
        beside: Sequence[Evidence] = (),
        context: Sequence[Evidence] = (),
        facts: Sequence[int] = (),
    ) -> str:
        """The reference behind a printed line, in the audience's style.

        `line` is what was printed; `quoted` where the exact words stand in the memo already, so that a note only names sources;
        `first` is the piece that the line retells; `beside` are pieces on the same matter that do not say the line, which a
        note names where the line does not; `context` are earlier sentences that tell what its words point at, `facts` the
        numbers of the key facts that are such sentences.
        """
        if not evidence or self.style == "none":
            return ""
        self._cited += 1
        if self.style == "footnote":
            note = (f"{capital(self.names(evidence))}.",) if quoted else self._note(evidence, line, first)
            retold = (first,) if first else evidence
            own = [one for one in context if one.article in {piece.article for piece in retold}]
            behind = [one for one in own if _is_behind(one, retold)]
            several = len({piece.article for piece in evidence}) > 1
            before = self._also_in_the_article([one for one in own if one not in behind], line, several=several)
            after = self._also_in_the_article(behind, line, behind=retold)
            others = [one for one in context if one not in own]
            later = [part for one in others for part in (" ", *self._quoted(one))]
            earlier = (*before, *after, *later, *self._told_as_facts(facts))
            return self._ledger.mark(Note((*note, *earlier, *self._on_the_same_matter((*evidence, *others), beside))))
        if self.style == "attribution":
            return f" ({self.outlets(evidence)})"
        numbers = ", ".join(self._words.number(number) for number in self.numbers(evidence))
        return f" [{numbers}]".replace(" ", "\u00a0")  # stays with the line's last word

    def _also_in_the_article(
        self, context: Sequence[Evidence], line: str, *, behind: Sequence[Evidence] = (), several: bool = False
    ) -> Sequence[str | Foreign]:
        """`Earlier in that article: “…”`: what the line points at or is limited by; nothing that stands right above.

        Of `several` articles that the note names before it says which.
        """
        unsaid = [piece for piece in context if not (self._is_right_above(piece.text) or self._has_all_words(line, piece.text))]
        if not unsaid:
            return ()
        head = self._head_of(unsaid[0], behind, several=several)
        parts: list[str | Foreign] = [" ", head]
        for piece in unsaid:
            self.remember(piece.text)
            self._noted.add(f" {_plain(piece.text)} ")
            bare, stop = self._words.closed(" ".join(clean(piece.text).split()))
            parts += [" ", Foreign(bare, self.language(piece)), *([stop] if stop else [])]
        return parts

    def _head_of(self, piece: Evidence, behind: Sequence[Evidence], *, several: bool) -> str:
        """Where in its article a note's first sentence stands: right after that is only what nothing parts from the line."""
        if _is_right_behind(piece, behind):
            return self._words.gettext("Right after that:")
        if behind:
            return self._words.gettext("Further on in that article:")
        if several:
            return self._words.gettext("Earlier in %(article)s:", article=self.names([piece]))
        return self._words.gettext("Earlier in that article:")

    def _told_as_facts(self, facts: Sequence[int]) -> Sequence[str]:
        """`See fact 3.`: what the line points at stands there in full."""
        listed = self._words.list([self._words.number(number) for number in facts])
        see = self._words.ngettext("See fact %(numbers)s.", "See facts %(numbers)s.", len(facts), numbers=listed)
        return (" ", see) if facts else ()

    def _on_the_same_matter(self, evidence: Sequence[Evidence], beside: Sequence[Evidence]) -> Sequence[str]:
        others = [piece for piece in beside if piece.article not in {said.article for said in evidence}]
        numbers = self.numbers(others)
        listed = self._words.list([self._words.number(number) for number in numbers])
        see = self._words.ngettext(
            "See also article %(numbers)s.", "See also articles %(numbers)s.", len(numbers), numbers=listed
        )
        return (" ", see) if others else ()

    def _note(self, evidence: Sequence[Evidence], line: str, first: Evidence | None) -> Sequence[str | Foreign]:
        """The exact words, where the line itself does not say them; then the articles that say the same."""
        own = [piece for piece in evidence if self._has_all_words(line, piece.text)]
        shown = [] if own else self._shown(evidence, first)
        parts: list[str | Foreign] = []
        if own:
            parts.append(self._taken_from(own))
        for piece in shown:
            parts += [*([" "] if parts else []), *self._quoted(piece)]
        told = {piece.article for piece in (*own, *shown)}
        others = [piece for piece in evidence if piece.article not in told]
        if others:
            parts += [" ", self._words.gettext("Also: %(articles)s.", articles=self.names(others))]
        return parts

    def _taken_from(self, evidence: Sequence[Evidence]) -> str:
        numbers = self.numbers(evidence)
        listed = self._words.list([self._words.number(number) for number in numbers])
        return self._words.ngettext(
            "Taken from article %(numbers)s.", "Taken from articles %(numbers)s.", len(numbers), numbers=listed
        )

    def _quoted(self, piece: Evidence) -> list[str | Foreign]:
        """`Article 1: “…”`: also where a note above has the words; nobody looks for one without its number."""
        article = capital(self.names([piece]))
        self.remember(piece.text)
        bare, stop = self._words.closed(" ".join(clean(piece.text).split()))
        return [f"{article}: ", Foreign(bare, self.language(piece)), *([stop] if stop else [])]

    def _has_all_words(self, line: str, words: str) -> bool:
        """Whether the line has the source's words in their order, but for a short opening and the memo's own year."""
        source, printed = (self._without_year(text) for text in (words, line))
        begun = self._without_year(line.partition(": ")[2] or line)[:1]
        starts = range(min(LONGEST_OPENING + 1, len(source) // 2 + 1))
        return any(_follow(source[at:], printed) for at in starts if at == 0 or source[at : at + 1] == begun)

    def _without_year(self, text: str) -> list[str]:
        """The words as the house spells them, without the memo's own year and a short word that leads to it (`de 2026`)."""
        spelled = _plain(self._words.punctuate(text))
        return re.sub(rf"\b(?:[a-z]{{1,2}} )?{self._year}\b", " ", spelled).split()

    def _shown(self, evidence: Sequence[Evidence], first: Evidence | None) -> Sequence[Evidence]:
        """The exact words that are printed: those retold, the reader's language, then the brief's own order; none twice."""
        distinct = {" ".join(piece.text.split()): piece for piece in reversed(evidence)}
        ordered = [piece for piece in evidence if distinct[" ".join(piece.text.split())] is piece]
        ordered.sort(
            key=lambda piece: (piece != first, self.has_printed(piece.text), self.language(piece) != self._words.language)
        )
        return ordered[: self._quotes]

    def _foreign(self, words: str, language: str) -> Foreign:
        return Foreign(self._words.quoted(" ".join(clean(words).split())), language)


def said_by(item: Item, language: str) -> tuple[Evidence, ...]:
    """The pieces that say an item's line, that which it retells included; those that only touch on it are not cited."""
    told = item.told_from.get(language) if len(item.beside) < len(item.evidence) else item.told_from.get(language, 0)
    return tuple(piece for number, piece in enumerate(item.evidence) if number not in item.beside or number == told)


def confidence_of(item: Item) -> Level:
    """How much a line may be relied on, from what the brief counts; the first row that holds decides.

    Rows: conditional or denied in the source → low; sources disagree on it → low; only reported, by one origin → low;
    asserted by one origin → moderate; only reported → moderate; asserted by two origins or more → high.
    """
    if item.certainty in ("conditional", "denied") or item.conflicts:
        return "low"
    if item.origins < 2:
        return "moderate" if item.certainty == "asserted" else "low"
    return "high" if item.certainty == "asserted" else "moderate"


def by_origin(articles: Sequence[BriefArticle]) -> Mapping[str, list[int]]:
    """The numbers of the articles that share an origin."""
    groups: dict[str, list[int]] = {}
    for number, article in enumerate(articles, 1):
        if article.origin:
            groups.setdefault(article.origin, []).append(number)
    return {origin: numbers for origin, numbers in groups.items() if len(numbers) > 1}


def _plain(words: str) -> str:
    """Only the letters and digits, in lower case."""
    return _NOT_WORDS.sub(" ", words).strip().casefold()


def _is_behind(piece: Evidence, retold: Sequence[Evidence]) -> bool:
    """Whether it stands in the article behind all that a line retells of that."""
    starts = [one.start for one in retold if one.article == piece.article]
    return bool(starts) and piece.start > max(starts)


def _is_right_behind(piece: Evidence, retold: Sequence[Evidence]) -> bool:
    """Whether only what parts two sentences, or a speaker's label, stands between them."""
    return any(0 <= piece.start - one.stop <= MOST_BETWEEN for one in retold if one.article == piece.article)


def _follow(words: Sequence[str], text: Sequence[str]) -> bool:
    """Whether all words stand in the text, in their order."""
    rest = iter(text)
    return bool(words) and all(word in rest for word in words)
