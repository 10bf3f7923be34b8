"""Score the parsers on the test treebanks: `python evaluate.py --treebanks DIR [--language es] [--mismatches 40]`.

With gold words: UPOS, lemma, UAS and LAS.  From raw text: F1 of words, sentences, UPOS and LAS as the CoNLL 2018 shared task
defines them (words are matched by their characters, inside a multiword token by the longest common subsequence of forms).
Labels are compared without subtypes.  `LAS` compares with the treebank as it is; `LAS unified` with AnCora's governed
prepositional phrases relabelled as `treebank.unify` does it for training.
"""

from __future__ import annotations

import argparse
import time
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from pathlib import Path

from treebank import Word, base, blocks, unify, words_of

from briefing.annotate.parse import split_sentences
from briefing.annotate.parse.neural import load_neural
from briefing.model import Span, Token

TESTS: dict[str, tuple[str, ...]] = {
    "es": ("es_ancora_test", "es_gsd_test", "es_pud_test"),
    "en": ("en_ewt_test", "en_gum_test", "en_pud_test"),
}


@dataclass(frozen=True, slots=True)
class Placed:
    """A word over the text's characters without white space; `shared` where it is part of a multiword token."""

    start: int
    stop: int
    form: str
    upos: str
    head: int  # index in the file, -1 for a root
    label: str
    shared: bool


def gold_scores(language: str, sentences: Sequence[list[Word]]) -> dict[str, float]:
    """Percentages with the treebank's own words."""
    parser = load_neural(language)
    started = time.perf_counter()
    trees = parser.parse_pieces([_pieces(words) for words in sentences])
    seconds = time.perf_counter() - started
    counts: Counter[str] = Counter()
    for words, tree in zip(sentences, trees, strict=True):
        for word, kin, token in zip(words, unify(words), tree, strict=True):
            attached = word.head == token.head + 1
            counts["words"] += 1
            counts["UPOS"] += word.upos == token.upos
            counts["lemma"] += word.lemma.lower() == token.lemma.lower()
            counts["UAS"] += attached
            counts["LAS"] += attached and base(word.deprel) == base(token.deprel)
            counts["LAS unified"] += attached and base(kin.deprel) == base(token.deprel)
    total = counts.pop("words")
    return {name: 100 * count / total for name, count in counts.items()} | {"words/s": total / seconds}


def raw_scores(language: str, path: Path, mismatches: int = 0) -> dict[str, float]:
    """F1 from the running text of a treebank."""
    text, gold, gold_sentences = _running_text(path)
    spans = split_sentences(text, language)
    trees = load_neural(language).parse(text, spans)
    place = _squeezed(text)
    system = _placed(trees, place)
    system_sentences = {(place[span.start], place[span.stop]) for span in spans}
    pairs = align(gold, system)
    if mismatches:
        _show(gold, system, pairs, mismatches)
    partner = dict(pairs)

    def f1(correct: int, of_gold: int, of_system: int) -> float:
        return 200 * correct / (of_gold + of_system)

    def attached(g: int, s: int) -> bool:
        head = gold[g].head
        return (system[s].head < 0) if head < 0 else partner.get(head) == system[s].head and system[s].head >= 0

    arcs = [(g, s) for g, s in pairs if attached(g, s)]
    sizes = len(gold), len(system)
    return {
        "words": f1(len(pairs), *sizes),
        "sentences": f1(len(gold_sentences & system_sentences), len(gold_sentences), len(system_sentences)),
        "UPOS": f1(sum(gold[g].upos == system[s].upos for g, s in pairs), *sizes),
        "UAS": f1(len(arcs), *sizes),
        "LAS": f1(sum(gold[g].label == system[s].label for g, s in arcs), *sizes),
    }


def align(gold: Sequence[Placed], system: Sequence[Placed]) -> list[tuple[int, int]]:
    """Pairs of matching words."""
    pairs = []
    g = s = 0
    while g < len(gold) and s < len(system):
        if gold[g].shared or system[s].shared:
            ends = _region(gold, system, g, s)
            left = [word.form.lower() for word in gold[g : ends[0]]]
            right = [word.form.lower() for word in system[s : ends[1]]]
            for match in SequenceMatcher(None, left, right, autojunk=False).get_matching_blocks():
                pairs += [(g + match.a + n, s + match.b + n) for n in range(match.size)]
            g, s = ends
        elif (gold[g].start, gold[g].stop) == (system[s].start, system[s].stop):
            pairs.append((g, s))
            g, s = g + 1, s + 1
        elif gold[g].start <= system[s].start:
            g += 1
        else:
            s += 1
    return pairs


def _region(gold: Sequence[Placed], system: Sequence[Placed], g: int, s: int) -> tuple[int, int]:
    """Where the characters of a multiword token and of everything that overlaps it end, on both sides."""
    stop = min(word.stop for word in (gold[g], system[s]) if word.shared)
    while True:
        first = g
        while first < len(gold) and gold[first].start < stop:
            stop = max(stop, gold[first].stop) if gold[first].shared else stop
            first += 1
        second = s
        while second < len(system) and system[second].start < stop:
            stop = max(stop, system[second].stop) if system[second].shared else stop
            second += 1
        if first >= len(gold) or gold[first].start >= stop:
            return max(first, g), max(second, s)


def _pieces(words: Sequence[Word]) -> list[tuple[str, Span]]:
    pieces, start = [], 0
    for word in words:
        pieces.append((word.form, Span(start, start + len(word.form))))
        start += len(word.form) + 1
    return pieces


def _running_text(path: Path) -> tuple[str, list[Placed], set[tuple[int, int]]]:
    """The text with a blank line before each paragraph and document, and its words and sentences.

    As the raw files of CoNLL 2018: `SpaceAfter=No` holds between sentences too.
    """
    text, gold, sentences, offset = "", [], set(), 0
    spaced = True
    for lines in blocks(path):
        comments = dict(line[2:].split(" = ", 1) for line in lines if line.startswith("# ") and " = " in line)
        starts = any(line.startswith(("# newdoc", "# newpar")) for line in lines)
        text += ("\n\n" if starts else " " if spaced else "") + comments["text"]
        spaced = "SpaceAfter=No" not in _last_written(lines)
        first = len(gold)
        begin = offset
        until = 0
        words = words_of(lines)
        for row in (line.split("\t") for line in lines if not line.startswith("#")):
            if "-" in row[0]:
                until, range_start = int(row[0].split("-")[1]), offset
                offset += len(row[1].replace(" ", ""))
            elif row[0].isdigit():
                word = words[int(row[0]) - 1]
                shared = int(row[0]) <= until
                start = range_start if shared else offset
                offset += 0 if shared else len(word.form.replace(" ", ""))
                head = first + word.head - 1 if word.head else -1
                gold.append(Placed(start, offset, word.form, word.upos, head, base(word.deprel), shared))
        sentences.add((begin, offset))
    return text, gold, sentences


def _last_written(lines: Sequence[str]) -> str:
    """The row of the last written word: the range where that is a multiword token."""
    rows = [line.split("\t") for line in lines if not line.startswith("#")]
    last = [row for row in rows if row[0].isdigit()][-1][0]
    return "\t".join(next((row for row in rows if row[0].endswith(f"-{last}")), rows[-1]))


def _placed(trees: Iterable[Sequence[Token]], place: list[int]) -> list[Placed]:
    placed: list[Placed] = []
    for tree in trees:
        first = len(placed)
        spans = Counter(token.span for token in tree)
        for token in tree:
            head = first + token.head if token.head >= 0 else -1
            start, stop = place[token.span.start], place[token.span.stop]
            placed.append(Placed(start, stop, token.form, token.upos, head, base(token.deprel), spans[token.span] > 1))
    return placed


def _squeezed(text: str) -> list[int]:
    """For each offset the number of characters before it that are not white space."""
    counts = [0]
    for character in text:
        counts.append(counts[-1] + (not character.isspace()))
    return counts


def _show(gold: list[Placed], system: list[Placed], pairs: list[tuple[int, int]], limit: int) -> None:
    """The most frequent words on which the two disagree."""
    matched_gold, matched_system = {g for g, _ in pairs}, {s for _, s in pairs}
    for name, words, matched in (("only gold", gold, matched_gold), ("only ours", system, matched_system)):
        lost = Counter(word.form for n, word in enumerate(words) if n not in matched)
        print(f"  {name}: " + "  ".join(f"{form}×{count}" for form, count in lost.most_common(limit)))


def _row(name: str, scores: dict[str, float]) -> str:
    columns = (f"{key} {value:,.0f}" if value > 1000 else f"{key} {value:.1f}" for key, value in scores.items())
    return f"{name:22}" + "  ".join(columns)


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--treebanks", type=Path, required=True)
    options.add_argument("--language", choices=sorted(TESTS), action="append")
    options.add_argument("--file", action="append", help="other treebanks than the tests")
    options.add_argument("--mismatches", type=int, default=0, help="show so many words on which the tokens differ")
    arguments = options.parse_args()
    for language in arguments.language or sorted(TESTS):
        for name in arguments.file or TESTS[language]:
            path = arguments.treebanks / f"{name}.conllu.xz"
            path = path if path.exists() else path.with_suffix("")
            sentences = [words_of(lines) for lines in blocks(path)]
            print(_row(name + " gold", gold_scores(language, sentences)))
            print(_row(name + " raw", raw_scores(language, path, arguments.mismatches)), flush=True)


if __name__ == "__main__":
    main()
