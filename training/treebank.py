"""CoNLL-U files as training sentences, with the labels of the different treebanks brought together.

The parser's labels are those of Universal Dependencies without subtypes, except the few in `KEPT` that change who did what.
AnCora (UD 2.9) marks governed prepositional phrases as `obj` and passives as plain `aux`, `nsubj`; Spanish GSD does not.
`unify` writes both as `obl:arg`, `obl:agent`, `aux:pass`, `nsubj:pass`, so that one parser can learn from both.
"""

from __future__ import annotations

import lzma
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

KEPT = frozenset({
    "acl:relcl", "aux:pass", "compound:prt", "csubj:pass", "expl:impers", "expl:pass", "expl:pv", "nmod:poss",
    "nsubj:pass", "obl:agent", "obl:arg",
})  # fmt: skip
DROPPED_FEATS = frozenset({"ExtPos", "Foreign", "NumForm", "PunctSide", "PunctType", "Style", "Typo"})
GUM_FREE = frozenset({"academic", "bio", "court", "interview", "news", "speech", "textbook", "vlog", "voyage"})
"""Genres of GUM whose texts are in the public domain or under CC BY or CC BY-SA; the others are not trained from."""

TREEBANKS: dict[str, tuple[tuple[str, str, frozenset[str] | None], ...]] = {
    "es": (
        ("es_ancora_train1", "ancora", None),
        ("es_ancora_train2", "ancora", None),
        ("es_gsd_train", "gsd", None),
    ),
    "en": (
        ("en_ewt_train", "ewt", None),
        ("en_ewt_dev", "ewt", None),
        ("en_gum_train", "gum", GUM_FREE),
        ("en_gum_dev", "gum", GUM_FREE),
    ),
}
"""Per language: file, the annotation habit it stands for (the first is the one spoken at run time), documents used."""


@dataclass(frozen=True, slots=True)
class Word:
    """One syntactic word: `head` counts from 1, 0 is the root."""

    form: str
    lemma: str
    upos: str
    feats: str
    head: int
    deprel: str

    def feat(self, name: str) -> str | None:
        return dict(pair.split("=", 1) for pair in self.feats.split("|") if "=" in pair).get(name)


def open_text(path: Path) -> str:
    """The text of a treebank file, `.conllu` or `.conllu.xz`."""
    if path.suffix == ".xz":
        return lzma.decompress(path.read_bytes()).decode("utf-8")
    return path.read_text(encoding="utf-8")


def blocks(path: Path) -> Iterator[list[str]]:
    """The lines of one sentence after another."""
    lines: list[str] = []
    for line in open_text(path).split("\n"):
        if line:
            lines.append(line)
        elif lines:
            yield lines
            lines = []
    if lines:
        yield lines


def words_of(lines: list[str]) -> list[Word]:
    """The syntactic words of one block: no ranges, no empty nodes."""
    rows = [line.split("\t") for line in lines if not line.startswith("#")]
    return [
        Word(form=r[1], lemma=r[2], upos=r[3], feats=_feats(r[5]), head=int(r[6]), deprel=r[7]) for r in rows if r[0].isdigit()
    ]


def read(path: Path, *, documents: frozenset[str] | None = None) -> list[list[Word]]:
    """All sentences of a treebank; of GUM only the genres in `documents` (the second part of a document's name)."""
    sentences = []
    wanted = True
    for lines in blocks(path):
        for line in lines:
            if documents is not None and line.startswith("# newdoc"):
                wanted = line.split("_")[1] in documents
        if wanted:
            sentences.append(unify(words_of(lines)))
    return sentences


def load(language: str, folder: Path) -> list[tuple[str, list[Word]]]:
    """Pairs of treebank name and sentence, in file order."""
    pairs = []
    for name, source, documents in TREEBANKS[language]:
        path = folder / f"{name}.conllu.xz"
        path = path if path.exists() else folder / f"{name}.conllu"
        pairs += [(source, words) for words in read(path, documents=documents) if len(words) > 1]
    return pairs


def unify(words: list[Word]) -> list[Word]:
    """The sentence with the parser's label set."""
    words = [replace(word, deprel=_label(word.deprel)) for word in words]
    for rule in (_governed, _passive, _relative):
        words = rule(words)
    return words


def base(deprel: str) -> str:
    return deprel.split(":")[0]


def _feats(column: str) -> str:
    return "|".join(pair for pair in column.split("|") if pair.split("=")[0] not in DROPPED_FEATS and pair != "_")


def _label(deprel: str) -> str:
    return deprel if deprel in KEPT else base(deprel)


def _governed(words: list[Word]) -> list[Word]:
    """`acusado de algo`, `acusado por alguien`: AnCora's obj with a preposition other than the personal `a`."""
    case: dict[int, str] = {}
    for word in words:
        if word.deprel == "case":
            case.setdefault(word.head, word.form.lower())
    out = []
    for number, word in enumerate(words, start=1):
        preposition = case.get(number, "")
        participle = word.head > 0 and words[word.head - 1].feat("VerbForm") == "Part"
        if preposition == "por" and participle and word.deprel in {"obj", "obl", "obl:arg"}:
            word = replace(word, deprel="obl:agent")
        elif preposition not in {"", "a"} and word.deprel == "obj":
            word = replace(word, deprel="obl:arg")
        out.append(word)
    return out


def _passive(words: list[Word]) -> list[Word]:
    """`fue detenido`: the auxiliary `ser` of a participle makes a passive, and its subject one of a passive."""
    passive = {
        word.head
        for word in words
        if word.deprel == "aux" and word.lemma == "ser" and word.head and words[word.head - 1].feat("VerbForm") == "Part"
    }
    renamed = {"nsubj": "nsubj:pass", "csubj": "csubj:pass"}
    out = []
    for word in words:
        if word.head in passive:
            label = "aux:pass" if word.deprel == "aux" and word.lemma == "ser" else renamed.get(word.deprel, word.deprel)
            word = replace(word, deprel=label)
        out.append(word)
    return out


def _relative(words: list[Word]) -> list[Word]:
    """`el momento en que decidió`: a clause on a noun with a relative pronoun in it is a relative clause."""
    related = {word.head for word in words if "Rel" in (word.feat("PronType") or "")}
    return [
        replace(word, deprel="acl:relcl") if word.deprel == "acl" and number in related else word
        for number, word in enumerate(words, start=1)
    ]
