"""Parsers that a user has installed, behind our protocol: spaCy, Stanza, UDPipe.

None is a dependency.  They get our sentences and keep their own words; offsets lead back into the text.  They know no
probability of an arc, so `confidence` is 1.  spaCy's English models have labels of their own, which `SPACY_LABELS` and
`turn_prepositions` write as Universal Dependencies (a copula still governs what it links); its Spanish models leave `del`
one word.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from briefing.annotate.parse.protocol import Parser
from briefing.errors import KnowledgeError
from briefing.model import Span, Token

SPACY_LABELS: Mapping[str, str] = {
    "ROOT": "root",
    "acomp": "xcomp",
    "attr": "xcomp",
    "auxpass": "aux:pass",
    "csubjpass": "csubj:pass",
    "dative": "iobj",
    "dobj": "obj",
    "intj": "discourse",
    "neg": "advmod",
    "npadvmod": "obl",
    "nsubjpass": "nsubj:pass",
    "oprd": "xcomp",
    "poss": "nmod:poss",
    "preconj": "cc",
    "predet": "det",
    "prt": "compound:prt",
    "quantmod": "advmod",
    "relcl": "acl:relcl",
}
SUBTYPES = frozenset({
    "acl:relcl", "aux:pass", "compound:prt", "csubj:pass", "expl:impers", "expl:pass", "expl:pv", "nmod:poss", "nsubj:pass",
    "obl:agent", "obl:arg",
})  # fmt: skip


def label(deprel: str) -> str:
    """A label of another parser as one of ours.

    >>> label("obl:tmod"), label("dobj"), label("nsubj:pass")
    ('obl', 'obj', 'nsubj:pass')
    """
    known = SPACY_LABELS.get(deprel, deprel)
    return known if known in SUBTYPES else known.split(":")[0]


@dataclass(frozen=True, slots=True)
class SpacyParser:
    """A loaded spaCy pipeline with tagger, morphologizer, lemmatizer and parser."""

    pipeline: Any

    def parse(self, text: str, sentences: Sequence[Span]) -> tuple[tuple[Token, ...], ...]:
        docs = self.pipeline.pipe(span.of(text) for span in sentences)
        return tuple(self._tokens(doc, span.start) for doc, span in zip(docs, sentences, strict=True))

    def _tokens(self, doc: Any, offset: int) -> tuple[Token, ...]:
        words = [word for word in doc if not word.is_space]
        place = {word.i: number for number, word in enumerate(words)}
        heads = [place.get(word.head.i, -1) if word.head.i != word.i else -1 for word in words]
        labels = [word.dep_ for word in words]
        turn_prepositions(heads, labels, [word.pos_ for word in words])
        first = heads.index(-1) if words else -1
        tokens = []
        for number, word in enumerate(words):
            further = heads[number] < 0 and number != first
            tokens.append(
                Token(
                    form=word.text,
                    span=Span(offset + word.idx, offset + word.idx + len(word.text)),
                    lemma=word.lemma_ or word.text,
                    upos=word.pos_,
                    feats=str(word.morph),
                    head=first if further else heads[number],
                    deprel="parataxis" if further else label(labels[number]),
                )
            )
        return tuple(tokens)


def turn_prepositions(heads: list[int], labels: list[str], upos: Sequence[str]) -> None:
    """Where a preposition governs its noun (`prep`, `pobj`), let the noun govern it, in place.

    >>> heads, labels = [-1, 0, 1], ["ROOT", "prep", "pobj"]
    >>> turn_prepositions(heads, labels, ["VERB", "ADP", "PROPN"])
    >>> heads, labels
    ([-1, 2, 0], ['ROOT', 'case', 'obl'])
    """
    for preposition, name in enumerate(labels):
        objects = [n for n, head in enumerate(heads) if head == preposition and labels[n] in {"pobj", "pcomp"}]
        if name not in {"prep", "agent", "dative"} or not objects:
            continue
        noun, governor = objects[0], heads[preposition]
        verbal = governor >= 0 and upos[governor] in {"VERB", "AUX", "ADJ", "ADV"}
        clause = labels[noun] == "pcomp"
        for child, head in enumerate(heads):
            heads[child] = noun if head == preposition else head
        heads[noun], heads[preposition] = governor, noun
        labels[noun] = ("advcl" if verbal else "acl") if clause else "obl" if verbal else "nmod"
        if name == "agent":
            labels[noun] = "obl:agent"
        labels[preposition] = "mark" if clause else "case"


@dataclass(frozen=True, slots=True)
class StanzaParser:
    """A Stanza pipeline made with `tokenize_no_ssplit=True`."""

    pipeline: Any

    def parse(self, text: str, sentences: Sequence[Span]) -> tuple[tuple[Token, ...], ...]:
        docs = self.pipeline.bulk_process([span.of(text) for span in sentences]) if sentences else []
        return tuple(_stanza_tokens(doc, span.start) for doc, span in zip(docs, sentences, strict=True))


def _stanza_tokens(doc: Any, offset: int) -> tuple[Token, ...]:
    """The words of one of our sentences; parts that stand in the text (`do`, `n't`) lie where they stand."""
    tokens: list[Token] = []
    for sentence in doc.sentences:
        shift = len(tokens)
        for written in sentence.tokens:
            for word in written.words:
                place = written if word.start_char is None or word.end_char is None else word
                span = Span(offset + place.start_char, offset + place.end_char)
                tokens.append(_stanza_token(word, span, shift))
    return tuple(tokens)


def _stanza_token(word: Any, span: Span, shift: int) -> Token:
    """A further sentence inside the span hangs on the first word of the span's tree."""
    top = word.head == 0
    return Token(
        form=word.text,
        span=span,
        lemma=word.lemma or word.text,
        upos=word.upos,
        feats=word.feats or "",
        head=(-1 if shift == 0 else 0) if top else shift + word.head - 1,
        deprel=("root" if shift == 0 else "parataxis") if top else label(word.deprel),
    )


@dataclass(frozen=True, slots=True)
class UDPipeParser:
    """A UDPipe 1 model (`ufal.udpipe`)."""

    model: Any
    library: Any

    def parse(self, text: str, sentences: Sequence[Span]) -> tuple[tuple[Token, ...], ...]:
        return tuple(self._sentence(span.of(text), span.start) for span in sentences)

    def _sentence(self, text: str, offset: int) -> tuple[Token, ...]:
        tokenizer = self.model.newTokenizer("presegmented;ranges")
        tokenizer.setText(text.replace("\n", " "))
        sentence = self.library.Sentence()
        tokens: list[Token] = []
        while tokenizer.nextSentence(sentence):
            self.model.tag(sentence, self.model.DEFAULT)
            self.model.parse(sentence, self.model.DEFAULT)
            tokens += _udpipe_tokens(sentence, offset, len(tokens))
            sentence = self.library.Sentence()
        return tuple(tokens)


def _udpipe_tokens(sentence: Any, offset: int, shift: int) -> list[Token]:
    written = {n: many for many in sentence.multiwordTokens for n in range(many.idFirst, many.idLast + 1)}
    tokens = []
    for number, word in enumerate(list(sentence.words)[1:], start=1):
        place = written.get(number, word)
        top = word.head == 0
        tokens.append(
            Token(
                form=word.form,
                span=Span(offset + place.getTokenRangeStart(), offset + place.getTokenRangeEnd()),
                lemma=word.lemma,
                upos=word.upostag,
                feats="" if word.feats == "_" else word.feats,
                head=(-1 if shift == 0 else 0) if top else shift + word.head - 1,
                deprel=("root" if shift == 0 else "parataxis") if top else label(word.deprel),
            )
        )
    return tokens


def load_spacy(name: str) -> Parser:
    """A spaCy model by package name or folder."""
    import spacy

    return SpacyParser(spacy.load(name))


def load_stanza(folder: str) -> Parser:
    """Stanza's models of the language after which their folder is named: `…/stanza_resources/es`; nothing is fetched."""
    import stanza

    path = Path(folder)
    pipeline = stanza.Pipeline(
        path.name,
        dir=str(path.parent),
        processors="tokenize,pos,lemma,depparse",  # and mwt, which Stanza adds where the language has it
        tokenize_no_ssplit=True,
        download_method=None,
        use_gpu=False,  # the same bytes on every machine
        verbose=False,
    )
    return StanzaParser(pipeline)


def load_udpipe(file: str) -> Parser:
    """A UDPipe 1 model file."""
    from ufal import udpipe

    model = udpipe.Model.load(file)
    if model is None:
        raise KnowledgeError([f"{file} is not a UDPipe model"])
    return UDPipeParser(model, udpipe)


LOADERS: Mapping[str, Callable[[str], Parser]] = {"spacy": load_spacy, "stanza": load_stanza, "udpipe": load_udpipe}


def load_adapter(spec: str) -> Parser:
    """A parser from `engine:model`, e.g. `spacy:es_core_news_md`; `KnowledgeError` where it is not to be had."""
    engine, _, model = spec.partition(":")
    if engine not in LOADERS or not model:
        raise KnowledgeError([f"parser {spec!r}: write one of {', '.join(sorted(LOADERS))}, a colon, and the model"])
    try:
        return LOADERS[engine](model)
    except (ImportError, OSError, ValueError) as error:
        raise KnowledgeError([f"parser {spec!r} cannot be loaded: {error}"]) from error
