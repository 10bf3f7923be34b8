"""How much of the words that carry meaning the termbase, the acts and the names cover, and how quickly concepts are found.

A content word is a noun, an adjective or a lexical verb of a sentence's tree; proper nouns are names and not counted.  It is
covered by a concept, by an act's form, by the word for a nation or an office (`chilena`, `minister`), or as part of a date or a
quantity.  Folders may hold `.txt` files; of a `.conllu.xz` treebank the text of the sentences is read, not the trees.

    python benchmarks/termbase.py FOLDER_OR_FILE… [--missing N]
"""

from __future__ import annotations

import argparse
import collections
import functools
import lzma
import re
import time
from collections.abc import Iterable, Iterator
from pathlib import Path

from briefing.annotate.concepts import find_concepts
from briefing.annotate.dates import find_dates
from briefing.annotate.parse import parse
from briefing.annotate.quantities import find_quantities
from briefing.extract.reading import acts_by_lemma
from briefing.extract.words import load_words
from briefing.knowledge import Knowledge, load_knowledge
from briefing.knowledge.inflect import neutral_key
from briefing.model import Sentence, Span, Token

CONTENT = frozenset({"NOUN", "ADJ", "VERB"})
FUNCTION = frozenset({"case", "fixed", "mark", "cc", "aux", "cop", "det"})
"""Relations of words that carry no meaning of their own: `a través de`, `such as`."""
SPANISH = re.compile(r"\b(?:el|la|los|las|que|de|del|y)\b")
ENGLISH = re.compile(r"\b(?:the|of|and|to|that|in)\b")
BATCH = 200
"""Sentences of a treebank read together."""


def texts_of(path: Path) -> Iterator[str]:
    """The texts of a file or of every file below a folder."""
    if path.is_dir():
        for child in sorted(path.rglob("*")):
            if child.is_file():
                yield from texts_of(child)
    elif path.name.endswith(".conllu.xz"):
        with lzma.open(path, "rt", encoding="utf-8") as lines:
            found = [line.removeprefix("# text = ").strip() for line in lines if line.startswith("# text = ")]
        yield from ("\n\n".join(found[at : at + BATCH]) for at in range(0, len(found), BATCH))
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


def measure(text: str, language: str, knowledge: Knowledge, missing: collections.Counter[str]) -> tuple[int, int, int]:
    """Content words, those covered by a concept, and those covered by anything."""
    sentences = parse(text, language)
    concepts = [mention.span for mention in find_concepts(text, sentences, language, knowledge)]
    others = [date.span for date in find_dates(text, language, published=None)] + [
        q.span for q in find_quantities(text, language)
    ]
    lemmas = acts_by_lemma(knowledge, language)
    total = by_concept = covered = 0
    for token in content_words(sentences, language):
        total += 1
        named = inside(token.span, concepts)
        by_concept += named
        known = token.lemma.lower() in lemmas or neutral_key(token.form, language) in named_words(language)
        if named or known or inside(token.span, others):
            covered += 1
        else:
            missing[f"{token.lemma.lower()} {token.upos}"] += 1
    return total, by_concept, covered


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
    options = arguments.parse_args()
    knowledge = load_knowledge()
    print(f"{len(knowledge.concepts)} concepts, {len(knowledge.acts)} acts")
    for path in options.paths:
        counts: dict[str, list[int]] = {}
        missing: dict[str, collections.Counter[str]] = collections.defaultdict(collections.Counter)
        longest: dict[str, str] = {}
        for text in texts_of(path):
            language = language_of(text)
            row = measure(text, language, knowledge, missing[language])
            counts[language] = [a + b for a, b in zip(counts.get(language, [0, 0, 0]), row, strict=True)]
            longest[language] = max(longest.get(language, ""), text, key=len)
        for language, (total, by_concept, covered) in sorted(counts.items()):
            pace = speed(longest[language], language, knowledge) / 1e6
            share = f"concepts {by_concept / total:.2f}  with acts, names, dates, quantities {covered / total:.2f}"
            print(f"{path.name:32} {language} {total:6} content words  {share}  {pace:.1f} Mchar/s")
            for word, count in missing[language].most_common(options.missing):
                print(f"    {count:4} {word}")


if __name__ == "__main__":
    main()
