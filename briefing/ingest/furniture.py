"""What a page puts around an article: where the article ends, what is printed twice, and lines that head nothing.

A saved news page holds readers' comments, the first words of other articles, the label of every button.  What is known by
its words is a row of the data; here it is told by where a line stands, since no list of words is ever complete.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Collection, Iterator, Sequence

from briefing.ingest.cues import Cues, fold
from briefing.ingest.dates import find_dates
from briefing.ingest.lines import ends_with_stop, is_list_item, is_prose, looks_like_heading, looks_like_title
from briefing.ingest.source import Line
from briefing.model.letters import LOWER

END_SHARE = 0.5
"""Below the end of an official text stands less prose than this share of it; more is another text in the same file."""
FEWEST_WORDS = 4
"""Words of a line that is printed twice; fewer may be said twice."""
FEWEST_SHARED = 2
"""Words that another line has in common with the paragraphs below it, at least, to be the title of a text."""
OPENING = 3
"""Paragraphs that tell what an article is about."""
LETTERS, STEM = 4, 5
"""Letters of a word that tells what a line is about, and those by which it is compared: `Nepal`, `Nepali`."""
DECK_CHARS = 320
"""A longer line is a paragraph."""

_STOP_INSIDE = re.compile(rf"[{LOWER}]{{3}}[.!?][\"”»’')]*\s")
_WORD = re.compile(r"[^\W_]+")


def end_of_article(lines: Sequence[Line], cues: Cues) -> int:
    """The index of the line that closes the article on its page, `Leave a Reply`, `-oOo-`; the count of lines if none does."""
    above = 0
    for index, line in enumerate(lines):
        if is_prose(line) and not cues.closings.fullmatch(line.text):
            above += len(line.text)
        elif above and (cues.closings.fullmatch(line.text) or _ends_text(lines, index, above, cues)):
            return index
    return len(lines)


def _ends_text(lines: Sequence[Line], index: int, above: int, cues: Cues) -> bool:
    """A sign that stands once: one that comes back parts several texts."""
    if not cues.end_signs.fullmatch(lines[index].text) or sum(line.text == lines[index].text for line in lines) > 1:
        return False
    return sum(len(line.text) for line in lines[index + 1 :] if is_prose(line)) < END_SHARE * above


def is_teaser(line: Line, cues: Cues) -> bool:
    """The first words of another article: they break off, or end with the label of the link to it."""
    return bool(cues.teaser_ends.search(line.text))


def above_the_text(lines: Sequence[Line], taken: Collection[int], cues: Cues) -> Iterator[int]:
    """The lines without a stop before the first paragraph: titles of a page's other articles, decks, labels of buttons.

    `Notification Icon`, `BC Star`, the title, `Karim Idris` under his picture: a list of them heads the text and tells nothing
    that the text does not.  A list of days or hours is an agenda, and stays.
    """
    paragraphs = [at for at, line in enumerate(lines) if at not in taken and is_prose(line) and not is_teaser(line, cues)]
    above = [index for index in range(paragraphs[0] if paragraphs else 0) if index not in taken]
    if sum(len(lines[index].text) for index in paragraphs) > sum(len(lines[index].text) for index in above):
        yield from (index for index in above if _is_above(lines[index], cues))


def behind_the_text(lines: Sequence[Line], taken: Collection[int], cues: Cues) -> Iterator[int]:
    """The lines without a stop behind the last sentence, where no paragraph is left that they could head.

    A page goes on with headlines of other articles that no word sets apart from its own: `Kenya closes its ports` below
    the last paragraph.  A list that a colon announces, and a line that gives a day or an hour, are of the text.
    """
    left = [index for index in range(len(lines)) if index not in taken]
    teasers = list(itertools.takewhile(lambda index: lines[index].text.endswith(("…", "...")), reversed(left)))
    if len(teasers) > 1:  # one is a sentence of the text that breaks off
        yield from teasers
        left = left[: -len(teasers)]
    left = left[:-1] if left and lines[left[-1]].text.endswith(":") else left
    last = next((index for index in reversed(left) if _tells(lines[index], cues) or lines[index].text.endswith(":")), None)
    if last is None or lines[last].text.endswith(":") or sum(is_prose(lines[index]) for index in left) < 2:
        return
    behind = [index for index in left if index > last and _is_bare(lines[index], cues)]
    alone = behind == [len(lines) - 1] and len(lines[behind[0]].text.split()) > FEWEST_WORDS
    yield from () if alone else behind  # one line at the very end may be a last sentence that was left without its stop


def _tells(line: Line, cues: Cues) -> bool:
    """Whether a line holds the end of a sentence, an agency's sign behind it left out: `… for talks. — AFP`."""
    text = cues.inline_credits.sub("", line.text)
    return ends_with_stop(Line(line.span, text)) or bool(_STOP_INSIDE.search(line.text))


def _is_above(line: Line, cues: Cues) -> bool:
    """The same, a deck of any length, or a title that breaks off."""
    deck = len(line.text) <= DECK_CHARS and line.text[-1] not in ".!?:;" and not is_list_item(line)
    return _is_bare(line, cues) or is_teaser(line, cues) or (deck and not _is_dated(line, cues))


def _is_dated(line: Line, cues: Cues) -> bool:
    return bool(cues.clock.search(line.text) or find_dates(line.text, cues))


def _is_bare(line: Line, cues: Cues) -> bool:
    """A short line that is no sentence and gives neither a day nor an hour."""
    short = looks_like_heading(line) or (len(line.text.split()) <= FEWEST_WORDS and not ends_with_stop(line))
    return short and not is_list_item(line) and not _is_dated(line, cues)


def repeated(lines: Sequence[Line], taken: Collection[int], title: str) -> Iterator[int]:
    """The lines whose words the title or a longer line holds in the same order: a pulled quote, a standfirst printed twice."""
    said = {index: f" {' '.join(_WORD.findall(fold(line.text)))} " for index, line in enumerate(lines) if index not in taken}
    headline = f" {' '.join(_WORD.findall(fold(title)))} "
    for index, words in said.items():
        rest = ((at, other) for at, other in said.items() if at != index and words in other)
        others = (len(words) < len(other) or _is_second(lines, index, at) for at, other in rest)
        if len(words.split()) >= FEWEST_WORDS and (words == headline or any(others)):
            yield index


def _is_second(lines: Sequence[Line], index: int, other: int) -> bool:
    """Of two lines that are alike the later is one too many; of a standfirst, above which no paragraph stands, the first."""
    return (other > index) == (not any(map(is_prose, lines[: min(index, other)])))


def better_title(title: str, candidates: Sequence[Line], prose: Sequence[Line], cues: Cues) -> Line | None:
    """The line above the text that tells what the text is about, where the one taken for its title does not.

    `News story`, `Special Offer`, the day's other headlines stand above a title on many pages; the title is the line that has
    its words in common with the first paragraphs.
    """
    trail = next((line for line in candidates if _ends_with(title, line.text)), None)
    if trail:  # `Home  Press Releases  Secretary Hale's Meeting …`: the path to the page, and the title once more
        return trail
    about = {word for line in prose[:OPENING] for word in _matter(line.text)}
    shared = {line: len(about & _matter(line.text)) for line in candidates if looks_like_title(line)}
    best = max(shared, key=lambda line: shared[line], default=None)
    told = about.union(*(_matter(line.text) for line in prose))
    tells = told & _matter(title) and not cues.clock.search(title)  # `Ecuador Continental: 12:34`
    return best if best and shared[best] >= FEWEST_SHARED and not tells else None


def _ends_with(title: str, words: str) -> bool:
    """Whether the title is some words of its own and then those of another line."""
    return len(title) > len(words) and len(words.split()) >= FEWEST_WORDS and fold(title).endswith(f" {fold(words)}")


def _matter(text: str) -> set[str]:
    return {word[:STEM] for word in _WORD.findall(fold(text)) if len(word) >= LETTERS}


__all__ = ["above_the_text", "behind_the_text", "better_title", "end_of_article", "is_teaser", "repeated"]
