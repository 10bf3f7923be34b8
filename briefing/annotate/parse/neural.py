"""Our own tagger, lemmatizer and parser: words, network, tree, lemmas, repairs."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence, Set
from dataclasses import dataclass, replace
from functools import lru_cache, partial

from briefing.annotate.parse.features import encode, plain
from briefing.annotate.parse.language import orthography
from briefing.annotate.parse.lemmas import irregular, lemmatize
from briefing.annotate.parse.models import Model, model_path, read_model
from briefing.annotate.parse.network import Analysis, analyse
from briefing.annotate.parse.repairs import repair
from briefing.annotate.parse.tokens import Piece, tokenize
from briefing.model import Span, Token

WINDOW = 160
"""Longest stretch of words that is parsed as one tree, so that the work stays linear in the text."""
BREAKS = frozenset(";:.,)")
"""Marks after which a longer sentence is best cut."""
OPENING, CLOSING = frozenset("“«„‹"), frozenset("”»›")
QUOTES = OPENING | CLOSING | {'"', "``", "''"}


@dataclass(frozen=True, slots=True)
class NeuralParser:
    """Meets `protocol.Parser` with a trained `Model`."""

    model: Model
    language: str
    lemma: Callable[[str, str, str], str]

    def parse(self, text: str, sentences: Sequence[Span]) -> tuple[tuple[Token, ...], ...]:
        rules = orthography(self.language)
        verbs = self.model.lemmas.known.get("VERB", frozenset())
        pieces = [tokenize(text, sentence, rules, verbs) for sentence in sentences]
        return self.parse_pieces(pieces)

    def parse_pieces(self, sentences: Sequence[Sequence[Piece]]) -> tuple[tuple[Token, ...], ...]:
        """Trees over words that are given."""
        hidden = [_stray_quotes(pieces) for pieces in sentences]
        seen = [[piece for n, piece in enumerate(s) if n not in h] for s, h in zip(sentences, hidden, strict=True)]
        windows = [list(_windows(pieces)) for pieces in seen]
        rows = [encode([form for form, _ in window], self.model.vocabulary) for group in windows for window in group]
        analyses = iter(analyse(self.model.network, rows))
        parsed = []
        for pieces, group, skipped in zip(sentences, windows, hidden, strict=True):
            trees = [self._tokens(window, next(analyses)) for window in group]
            parsed.append(repair(_insert(_join(trees), pieces, skipped), self.language))
        return tuple(parsed)

    def _tokens(self, pieces: Sequence[Piece], analysis: Analysis) -> list[Token]:
        model = self.model
        tokens = []
        columns = (analysis.upos, analysis.feats, analysis.heads, analysis.labels)
        numbers = zip(*(column.tolist() for column in columns), analysis.confidence.tolist(), strict=True)
        for (form, span), (upos, feats, head, label, confidence) in zip(pieces, numbers, strict=True):
            tag, morphs = model.upos[upos], model.feats[feats]
            tokens.append(
                Token(
                    form=form,
                    span=span,
                    lemma=self.lemma(plain(form), tag, morphs),
                    upos=tag,
                    feats=morphs,
                    head=head - 1,
                    deprel=model.deprel[label],
                    confidence=round(confidence, 2),
                )
            )
        return tokens


def _windows(pieces: Sequence[Piece]) -> Iterator[Sequence[Piece]]:
    """Stretches of at most `WINDOW` words, cut behind a mark where there is one in the second half."""
    while len(pieces) > WINDOW:
        marks = [n for n in range(WINDOW // 2, WINDOW) if pieces[n][0] in BREAKS]
        cut = marks[-1] + 1 if marks else WINDOW
        yield pieces[:cut]
        pieces = pieces[cut:]
    if pieces:
        yield pieces


def _join(trees: list[list[Token]]) -> list[Token]:
    """One tree: later windows hang on the first one's root, with no confidence."""
    tokens = list(trees[0]) if trees else []
    root = next((n for n, token in enumerate(tokens) if token.head < 0), 0)
    for tree in trees[1:]:
        shift = len(tokens)
        for token in tree:
            if token.head < 0:
                tokens.append(replace(token, head=root, deprel="parataxis", confidence=0.0))
            else:
                tokens.append(replace(token, head=token.head + shift))
    return tokens


def _insert(tokens: list[Token], pieces: Sequence[Piece], hidden: Set[int]) -> tuple[Token, ...]:
    """The tree with the words that the network did not see, as marks on the root."""
    if not hidden:
        return tuple(tokens)
    places = [n for n in range(len(pieces)) if n not in hidden]
    root = next(place for place, token in zip(places, tokens, strict=True) if token.head < 0)
    whole = {place: replace(t, head=places[t.head] if t.head >= 0 else -1) for place, t in zip(places, tokens, strict=True)}
    for place in hidden:
        form, span = pieces[place]
        whole[place] = Token(form=form, span=span, lemma=plain(form), upos="PUNCT", head=root, deprel="punct")
    return tuple(whole[n] for n in range(len(pieces)))


def _stray_quotes(pieces: Sequence[Piece]) -> frozenset[int]:
    """Places of quotation marks without a partner in the sentence: the network is better off without them.

    A plain mark opens where it touches only the next word, closes where it touches only the last one, else alternates.
    """
    open_marks: list[int] = []
    stray: list[int] = []
    for place, (form, span) in enumerate(pieces):
        if form not in QUOTES:
            continue
        before = place > 0 and pieces[place - 1][1].stop == span.start
        after = place + 1 < len(pieces) and pieces[place + 1][1].start == span.stop
        opening = form in OPENING or (form not in CLOSING and ((after and not before) or (before == after and not open_marks)))
        if opening:
            open_marks.append(place)
        elif open_marks:
            open_marks.pop()
        else:
            stray.append(place)
    lone = frozenset([*stray, *open_marks])
    return lone if len(lone) < len(pieces) else frozenset()


@lru_cache
def load_neural(language: str) -> NeuralParser:
    """Our own parser of a language, read once; `KnowledgeError` where there is no model for it.

    A model in the folder that the environment variable `BRIEFING_MODELS` names goes before the package's.
    """
    model = read_model(model_path(language))
    return NeuralParser(model, language, lru_cache(maxsize=1 << 15)(partial(lemmatize, model.lemmas, irregular(language))))
