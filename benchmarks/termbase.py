"""How much of the words that carry meaning the termbase, the acts and the names cover, and how quickly concepts are found.

A content word is a noun, an adjective or a lexical verb of a sentence's tree; proper nouns are names and not counted.  It is
covered by a concept, by an act's form, by the word for a nation or an office (`chilena`, `minister`), or as part of a date or a
quantity; `known` are also the words of known actors' names (`United`) and those of the dictionary that generated sentences use
(`languages/transfer/words.yaml`).  Folders may hold `.txt` files; of a `.jsonl` file the fields `text` are read, of a treebank
(`.conllu.xz`) the text of the sentences, not the trees, with `--only` those whose id begins so: `n` are the news of a Parallel
Universal Dependencies treebank, `GUM_news` those of GUM.

    python benchmarks/termbase.py FOLDER_OR_FILE… [--only n] [--missing N]
"""

from __future__ import annotations

import argparse
import collections
import functools
import json
import lzma
import re
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from briefing.annotate.actors import find_actors
from briefing.annotate.concepts import find_concepts
from briefing.annotate.dates import find_dates
from briefing.annotate.parse import parse
from briefing.annotate.quantities import find_quantities
from briefing.extract.reading import acts_by_lemma
from briefing.extract.words import load_words
from briefing.knowledge import Knowledge, load_knowledge
from briefing.knowledge.inflect import neutral_key
from briefing.model import Sentence, Span, Token
from briefing.realize.wording.transfer import translations

CONTENT = frozenset({"NOUN", "ADJ", "VERB"})
NOMINAL = frozenset({"NOUN", "ADJ"})
FUNCTION = frozenset({"case", "fixed", "mark", "cc", "aux", "cop", "det"})
"""Relations of words that carry no meaning of their own: `a través de`, `such as`."""
SPANISH = re.compile(r"\b(?:el|la|los|las|que|de|del|y)\b")
ENGLISH = re.compile(r"\b(?:the|of|and|to|that|in)\b")
IDENTIFIED = re.compile(r"^# sent_id = (.+)$(?:\n#.*$)*?\n# text = (.+)$", re.MULTILINE)
"""A sentence of a treebank: its id and its text."""
BATCH = 200
"""Sentences of a treebank read together."""


def texts_of(path: Path, only: str) -> Iterator[str]:
    """The texts of a file or of every file below a folder; of a treebank the sentences whose id begins with `only`."""
    if path.is_dir():
        for child in sorted(path.rglob("*")):
            if child.is_file():
                yield from texts_of(child, only)
    elif path.name.endswith(".conllu.xz"):
        with lzma.open(path, "rt", encoding="utf-8") as lines:
            found = [text for name, text in IDENTIFIED.findall(lines.read()) if name.startswith(only)]
        yield from ("\n\n".join(found[at : at + BATCH]) for at in range(0, len(found), BATCH))
    elif path.suffix == ".jsonl":
        yield from (json.loads(line)["text"] for line in path.read_text("utf-8").splitlines())
    elif path.suffix in {".txt", ".md"}:
        yield path.read_text("utf-8", errors="replace")


def language_of(text: str) -> str:
    return "es" if len(SPANISH.findall(text.lower())) > len(ENGLISH.findall(text.lower())) else "en"


def content_words(sentences: Iterable[Sentence], language: str) -> Iterator[Token]:
    """Nouns, adjectives and verbs; not auxiliaries, aspectual verbs and what is no word."""
    words = load_words(language)
    for sentence in sentences:
        for token in sentence.tokens:
            meant = token.upos in CONTENT and token.deprel.partition(":")[0] not in FUNCTION
            if meant and token.form.isalpha() and token.lemma not in words.aspectual:
                yield token


@functools.cache
def named_words(language: str) -> frozenset[str]:
    """The words of nations and offices, in every form."""
    knowledge = load_knowledge()
    forms = [form for actor in knowledge.actors.values() for form in actor.demonyms.get(language, ())]
    forms += [form for role in knowledge.roles.values() for form in role.forms.get(language, ())]
    return frozenset(neutral_key(word, language) for form in forms for word in form.split())


@functools.cache
def dictionary_words(language: str) -> frozenset[str]:
    """The words of the dictionary, as lemmas."""
    return frozenset(word for table in ("verbs", "adjectives") for word in translations(table, language))


@dataclass
class Count:
    """Content words, those in a concept, those covered, and those known in any way."""

    words: int = 0
    concepts: int = 0
    covered: int = 0
    known: int = 0

    def __str__(self) -> str:
        total = max(self.words, 1)
        shares = (self.concepts / total, self.covered / total, self.known / total)
        return f"{self.words:6} words, in concepts {shares[0]:.3f}, covered {shares[1]:.3f}, known {shares[2]:.3f}"


@dataclass
class Tally:
    """What one language of one path gave: all content words, nouns and adjectives alone, and what was missing."""

    all: Count = field(default_factory=Count)
    nominal: Count = field(default_factory=Count)
    missing: collections.Counter[str] = field(default_factory=collections.Counter)
    longest: str = ""


def measure(text: str, language: str, knowledge: Knowledge, tally: Tally) -> None:
    """Add the content words of a text to the tally."""
    sentences = parse(text, language)
    concepts = [mention.span for mention in find_concepts(text, sentences, language, knowledge)]
    names = [mention.span for mention in find_actors(text, sentences, language, knowledge)[1]]
    others = [date.span for date in find_dates(text, language, published=None)]
    others += [quantity.span for quantity in find_quantities(text, language)]
    lemmas = acts_by_lemma(knowledge, language)
    for token in content_words(sentences, language):
        named = inside(token.span, concepts)
        acts = token.lemma.lower() in lemmas or neutral_key(token.form, language) in named_words(language)
        covered = named or acts or inside(token.span, others)
        known = covered or inside(token.span, names) or token.lemma.lower() in dictionary_words(language)
        for count in (tally.all, tally.nominal) if token.upos in NOMINAL else (tally.all,):
            count.words += 1
            count.concepts += named
            count.covered += covered
            count.known += known
        if not known:
            tally.missing[f"{token.lemma.lower()} {token.upos}"] += 1
    tally.longest = max(tally.longest, text, key=len)


def inside(span: Span, others: Iterable[Span]) -> bool:
    return any(other.start <= span.start and span.stop <= other.stop for other in others)


def speed(text: str, language: str, knowledge: Knowledge) -> float:
    """Characters in a second that `find_concepts` reads, once sentences are parsed."""
    sentences = parse(text, language)
    find_concepts(text, sentences, language, knowledge)
    start = time.perf_counter()
    find_concepts(text, sentences, language, knowledge)
    return len(text) / (time.perf_counter() - start)


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    arguments.add_argument("paths", nargs="+", type=Path)
    arguments.add_argument("--missing", type=int, default=0, help="list this many uncovered words, commonest first")
    arguments.add_argument("--only", default="", help="of treebanks, only sentences whose id begins with this")
    options = arguments.parse_args()
    start = time.perf_counter()
    knowledge = load_knowledge()
    print(f"{len(knowledge.concepts)} concepts, {len(knowledge.acts)} acts, loaded in {time.perf_counter() - start:.2f} s")
    for path in options.paths:
        tallies: dict[str, Tally] = {}
        for text in texts_of(path, options.only):
            language = language_of(text)
            measure(text, language, knowledge, tallies.setdefault(language, Tally()))
        for language, tally in sorted(tallies.items()):
            pace = speed(tally.longest, language, knowledge) / 1e6
            print(f"{path.name} {language}, {pace:.1f} million characters a second")
            print(f"    nouns and adjectives {tally.nominal}\n    and verbs            {tally.all}")
            for word, count in tally.missing.most_common(options.missing):
                print(f"    {count:4} {word}")


if __name__ == "__main__":
    main()
