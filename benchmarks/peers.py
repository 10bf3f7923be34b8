"""Speed beside the libraries that do parts of the same, in one run on one core: spaCy's blank pipeline and dateparser.

    pip install spacy dateparser
    python benchmarks/peers.py

Neither is a dependency of the project; what is not installed is named and left out.  Each reads the same invented articles
(best of three); the figures are thousand characters a second, and ours divided by theirs.  They do not do the same amount
of work: a blank pipeline finds words and, with a `sentencizer`, sentence ends at stops; `dateparser.search` finds days and
knows nothing of what is said about them.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable

os.environ.setdefault("OMP_NUM_THREADS", "1")

ARTICLES = {
    "es": "La canciller de Perú llegó el lunes 4 de mayo a Quito para reunirse con su homólogo ecuatoriano. “Hablaremos de "
    "todo lo que preocupa a nuestros pueblos”, dijo al llegar. Según fuentes del Gobierno, ambos países firmarían en marzo "
    "de 2027 un acuerdo de 25 millones de dólares; la oposición lo rechaza desde hace dos semanas.\n\n",
    "en": "Peru's foreign minister arrived in Quito on Monday, May 4, to meet her Ecuadorian counterpart. “We will talk about "
    "everything that worries our peoples,” she said on arrival. According to government sources, both countries would sign a "
    "$25 million deal in March 2027; the opposition has rejected it for two weeks.\n\n",
}
PUBLISHED = "2026-05-05"
COPIES = 40
RUNS = 3

Reader = Callable[[str], object]


def ours(language: str) -> dict[str, Reader]:
    """Our readers, by what they find."""
    from briefing.annotate.dates import find_dates
    from briefing.annotate.parse import load_parser, split_sentences
    from briefing.annotate.parse.language import orthography
    from briefing.annotate.parse.tokens import tokenize

    rules = orthography(language)
    parser = load_parser(language)
    return {
        "words": lambda text: [tokenize(text, span, rules) for span in split_sentences(text, language)],
        "trees": lambda text: parser.parse(text, split_sentences(text, language)),
        "dates": lambda text: find_dates(text, language, published=PUBLISHED),
    }


def peers(language: str) -> dict[str, tuple[str, Reader]]:
    """The libraries that are installed: name -> what it is to be compared with, and its reader."""
    found: dict[str, tuple[str, Reader]] = {}
    try:
        import spacy
    except ImportError:
        print("spacy is not installed: left out")
    else:
        blank = spacy.blank(language)
        blank.add_pipe("sentencizer")
        found["spaCy, blank with sentencizer"] = ("words", blank)
    try:
        import datetime as dt

        from dateparser.search import search_dates
    except ImportError:
        print("dateparser is not installed: left out")
    else:
        settings = {"RELATIVE_BASE": dt.datetime.fromisoformat(PUBLISHED)}
        found["dateparser.search"] = ("dates", lambda text: search_dates(text, languages=[language], settings=settings))
    return found


def speed(reader: Reader, texts: list[str]) -> float:
    """Thousand characters a second, the best of some runs after one that warms up."""
    reader(texts[0])
    best = float("inf")
    for _ in range(RUNS):
        started = time.process_time()
        for text in texts:
            reader(text)
        best = min(best, time.process_time() - started)
    return sum(map(len, texts)) / best / 1000


def main() -> None:
    for language, article in ARTICLES.items():
        texts = [article * 5] * COPIES
        mine = {name: speed(reader, texts) for name, reader in ours(language).items()}
        for name, figure in mine.items():
            print(f"{language}  {'our ' + name:32}{figure:8.0f} kchar/s")
        for name, (kind, reader) in peers(language).items():
            theirs = speed(reader, texts)
            print(f"{language}  {name:32}{theirs:8.0f} kchar/s   ours: {mine[kind] / theirs:.1f} times")


if __name__ == "__main__":
    main()
