"""Syntactic words with offsets, as Universal Dependencies wants them.

One pattern finds the written words; the language's file says which of them are several syntactic words.  Parts that do not
stand in the text as such (`del` = `de` + `el`, `decírselo` = `decir` + `se` + `lo`) share the written word's span; parts
that do (`do` + `n't`, `Mexico` + `'s`) have their own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Set

from briefing.annotate.parse.features import INVISIBLE
from briefing.annotate.parse.language import Orthography
from briefing.annotate.parse.layout import EMOTICON
from briefing.model import Span

Piece = tuple[str, Span]
"""A syntactic word and where it stands."""

LETTER = r"[^\W_][\u0300-\u036f]*"  # with the accents that decomposed text puts behind it
WRITTEN = re.compile(
    rf"""
    (?:https?://|www\.)[^\s<>"“”«»]{{1,2000}}?(?=[.,;:!?)\]'’]*(?:\s|$|[<>"“”«»]))
    | (?:mailto:)?[\w.+-]{{1,64}}@[\w-]{{1,64}}(?:\.[\w-]{{1,64}}){{0,5}}
    | [@\#][^\W\d]\w*
    | (?:[^\W\d_]\.){{2,12}}(?:[^\W\d_](?![^\W_]))?                 # U.S.  EE.UU. a.m
    | [^\W\d_]{{2}}\.[^\W\d_]{{2}}\.(?![^\W_])                      # EE.UU. FF.AA.
    | (?:\d-)?(?:\d{{3}}[-/])?\d{{3}}-\d{{4}}(?![\w-])                 # telephone numbers
    | \d{{5}}-\d{{4}}(?![\w-])                                          # postal codes
    | \d{{1,2}}-[^\W\d_]{{3,10}}-\d{{2,4}}(?![\w-])                     # 01-Feb-02
    | ['’]?\d\ds\b | \d{{1,3}}0['’]s\b                                 # '90s, 90's
    | (?<![^\s(\[])\+\d+ | (?<![^\s($£€-])\.\d+                        # +44, .5
    | (?<![^\s(\[])['’]s(?![^\W_])                                      # the council 's
    | \d+[^\W\d_kKmM](?![\w.,'’])                                       # 3D, 4A
    | \d+(?:[.,:/]\d+)*(?:[ºª°]|(?:st|nd|rd|th|s)\b)?
    | [bclwBCLW]/[a-zA-Z](?![\w/])                                       # b/c, w/o
    | {EMOTICON}
    | \.[!?]{{1,9}} | \.{{2,}} | …+ | (?P<run>[!?¡¿*=_~<>\-+#^|\\/])(?P=run)+ | [!?]{{2,9}} | ['’‘`]{{2}}
    | (?:{LETTER})+(?:[{INVISIBLE}'’.&_](?:{LETTER})+|[{INVISIBLE}])*
    | [^\s{INVISIBLE}]
    """,
    re.VERBOSE,
)


def tokenize(text: str, sentence: Span, rules: Orthography, verbs: Set[str] = frozenset()) -> tuple[Piece, ...]:
    """The syntactic words of one sentence; `verbs` are infinitives that may carry pronouns."""
    return tuple(piece for form, span in _written(text, sentence, rules) for piece in _syntactic(form, span, rules, verbs))


def _written(text: str, sentence: Span, rules: Orthography) -> Iterator[Piece]:
    """Written words: abbreviations with their stop, hyphens joined or split off as the language wants."""
    words = _joined(text, [Span(*match.span()) for match in WRITTEN.finditer(text, sentence.start, sentence.stop)], rules)
    skip = False
    for span, following in zip(words, [*words[1:], None], strict=True):
        if skip:
            skip = False
            continue
        if following and _takes_stop(text, span, following, last=following.stop == words[-1].stop, rules=rules):
            span, skip = Span(span.start, following.stop), True
        yield span.of(text), span


def _joined(text: str, spans: list[Span], rules: Orthography) -> list[Span]:
    """The words with `joiners` between them made one: `Iber-X`, or only behind certain first parts: `non-profit`."""
    joined: list[Span] = []
    for number, span in enumerate(spans):
        middle = joined[-1] if joined else None
        if number > 1 and middle and middle.of(text) in rules.joiners and len(joined) > 1:
            first = joined[-2]
            touching = first.stop == middle.start and middle.stop == span.start
            words = text[first.stop - 1].isalnum() and text[span.start].isalnum()
            prefix = first.of(text).lower()
            if touching and words and (not rules.joined_prefixes or prefix in rules.joined_prefixes):
                joined[-2:] = [Span(first.start, span.stop)]
                continue
        joined.append(span)
    return joined


def _takes_stop(text: str, span: Span, following: Span, *, last: bool, rules: Orthography) -> bool:
    """Whether the stop behind a word belongs to it: `Sr.`, `J.`, but at the sentence's end only `etc.` and its like."""
    if following.of(text) != "." or following.start != span.stop:
        return False
    word = span.of(text).lower()
    if len(word) == 1 and word.isalpha():
        return span.of(text).isupper() and not last
    return word in rules.abbreviations and not (last and word.isalpha() and word not in rules.anywhere)


def _syntactic(form: str, span: Span, rules: Orthography, verbs: Set[str]) -> Iterator[Piece]:
    lower = form.lower().replace("’", "'")
    if lower in rules.contractions:
        yield from _contracted(form, span, rules.contractions[lower])
        return
    if rules.enclitics.pronouns and (parts := _enclitics(form, lower, rules, verbs)):
        base = parts[0].upper() if form.isupper() else parts[0].capitalize() if form[:1].isupper() else parts[0]
        yield from ((part, span) for part in (base, *parts[1:]))
        return
    for suffix in rules.suffixes:
        if lower.endswith(suffix) and len(lower) > len(suffix) and form[0].isalpha():  # not `80's`, two single marks
            cut = len(form) - len(suffix)
            yield from ((form[:cut], Span(span.start, span.start + cut)), (form[cut:], Span(span.start + cut, span.stop)))
            return
    yield form, span


def _contracted(form: str, span: Span, parts: tuple[str, ...]) -> Iterator[Piece]:
    """`Al` → `A`, `el`; parts that spell the word keep their own places and letters."""
    if "".join(parts) == form.lower():
        start = span.start
        for part in parts:
            yield form[start - span.start : start - span.start + len(part)], Span(start, start + len(part))
            start += len(part)
        return
    for number, part in enumerate(parts):
        capital = (form.isupper() and len(form) > 1) or (number == 0 and form[:1].isupper())
        yield (part.upper() if form.isupper() else part.capitalize()) if capital else part, span


def _enclitics(form: str, lower: str, rules: Orthography, verbs: Set[str]) -> tuple[str, ...]:
    """`decírselo` → `decir`, `se`, `lo`; nothing where the word is not a verb with pronouns."""
    unsure = form[:1].isupper()  # `Giancarlo`
    for pronouns, base in _stripped(lower, rules.enclitics.pronouns):
        plain = "".join(rules.enclitics.accents.get(c, c) for c in base[-5:])
        bare = base[:-5] + plain
        if base.endswith(rules.enclitics.infinitive):
            if base in verbs:
                return (base, *pronouns)
            if bare in verbs or (not unsure and lower.endswith(rules.enclitics.sure) and len(bare) > 4 and base == bare):
                return (bare, *pronouns)
        elif base.endswith(rules.enclitics.gerund) and base != bare:
            return (bare, *pronouns)
    return ()


def _stripped(lower: str, pronouns: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], str]]:
    """The word without one pronoun, without two."""
    for last in pronouns:
        if lower.endswith(last) and len(lower) > len(last) + 1:
            base = lower[: -len(last)]
            yield (last,), base
            for first in pronouns:
                if base.endswith(first) and len(base) > len(first) + 1:
                    yield (first, last), base[: -len(first)]
