"""How a source's sentence begins: what can go (a dateline, `Además,`), and what makes it lean on the sentence before."""

from __future__ import annotations

import re
from functools import cache

from briefing.model import Span, Token
from briefing.model.letters import UPPER
from briefing.realize.grammar import grammar_of, one_of
from briefing.realize.rungs.passages import Passage, of_its_words

_CAPITALS = rf"[{UPPER}]{{2,}}(?:[ .'’-]+[{UPPER}]{{2,}})*"
_DATELINE = re.compile(rf"{_CAPITALS}(?:,\s[^—–:;“\"]{{1,40}}?|\s\([^)]{{2,30}}\)){{0,3}}\s?(?:\.\s?[-—–]+|[—–]+|\s-+)\s+")
_LIST_MARKER = re.compile(rf"(?:[-*•·–—▪]\s+|-(?=[\"“«¿¡]?[{UPPER}])|\(?(?:\d{{1,2}}|[a-z])[.)]\s+)")
_MARKED = re.compile(rf"(?:^|\n)\s*{_LIST_MARKER.pattern}$")
_MARKER = 8
"""Characters before a sentence in which the mark of its point stands."""
FEW_WORDS = 3
"""`Los dos ministros`."""
_TURN_LABEL = re.compile(rf"(?:[{UPPER}.]{{2,}}[ ,]+){{0,9}}[{UPPER}.]{{2,}}:\s+")
_SPEECH_DASH = re.compile(r"[—–]\s*(?=[\w¿¡])")
_MOST_OPENINGS = 3


@of_its_words
def is_not_prose(passage: Passage) -> bool:
    """A heading, a caption, a machine-made summary."""
    if passage.sentence is not None and passage.sentence.kind != "body":
        return True
    marked = passage.whole.not_prose if passage.whole else ()
    return any(span.overlaps(passage.span) for span in marked)


def drop_dateline(passage: Passage) -> Passage:
    """`LIMA, 3 de mayo (EFE).- El canciller …`, by the reader's mark or by its form."""
    start = _start_behind_dateline(passage)
    return passage.starting_at(start) if start > passage.span.start else passage


@of_its_words
def _start_behind_dateline(passage: Passage) -> int:
    marks = passage.doc.article.marks if passage.doc else ()
    stops = [
        m.span.stop
        for m in marks
        if m.kind in {"dateline", "byline"} and m.span.overlaps(Span(passage.span.start, passage.span.start + 1))
    ]
    start = min(max(stops, default=passage.span.start), passage.span.stop)
    match = _DATELINE.match(passage.words)
    if not stops and match:
        start += match.end()
    text = passage.source[start - passage.offset : passage.span.stop - passage.offset]
    return start + len(text) - len(text.lstrip(" .-—–:\n\t")) if start > passage.span.start else start


def drop_list_marker(passage: Passage) -> Passage:
    """`- Until …`, `(c) This order …`, `2. Peru …`, `3. Que Chile lamenta …`: a point of a list."""
    length = _length_of_marker(passage)
    if length:
        passage = passage.starting_at(passage.span.start + length)
    if not (length or _is_marked(passage)):
        return passage
    opener = re.match(rf"{one_of(grammar_of(passage.language).list_openers)}\s+", passage.words, re.IGNORECASE)
    if opener is None:
        return passage
    start = passage.span.start + opener.end()
    letter = passage.source[start - passage.offset]
    return passage.starting_at(start).edited(start, start + 1, letter.upper())


@of_its_words
def _length_of_marker(passage: Passage) -> int:
    match = _LIST_MARKER.match(passage.words)
    return match.end() if match else 0


@of_its_words
def _is_marked(passage: Passage) -> bool:
    """Whether the mark of a point stands before it."""
    start = passage.span.start - passage.offset
    return _MARKED.search(passage.source[max(0, start - _MARKER) : start]) is not None


def drop_turn_label(passage: Passage) -> Passage:
    """`PRESIDENTA DE PERÚ, DINA BOLUARTE: Hoy tenemos …`, `—Hoy tenemos …`, `R. Hoy tenemos …`: that somebody speaks."""
    length = _length_of_label(passage)
    return passage.starting_at(passage.span.start + length) if length else passage


@of_its_words
def _length_of_label(passage: Passage) -> int:
    match = _TURN_LABEL.match(passage.words) or _SPEECH_DASH.match(passage.words) or _letter_of_a_turn(passage)
    return match.end() if match else 0


def _letter_of_a_turn(passage: Passage) -> re.Match[str] | None:
    """`R. ` where a paragraph begins, if others of the article begin with `P. `: no initial of a name."""
    match = _turns(passage.language).match(passage.words)
    if match is None:
        return None
    opens = passage.source[: passage.span.start - passage.offset].rstrip(" *_")[-1:] in {"", "\n"}
    labels = {found[1] for found in _turns(passage.language).finditer(passage.source)} if opens else set()
    return match if len(labels) > 1 else None


def is_turn_label(passage: Passage) -> bool:
    """`Respuesta.`, a sentence to itself."""
    return passage.words.strip("*_. ") in grammar_of(passage.language).turn_words


@cache
def _turns(language: str) -> re.Pattern[str]:
    return re.compile(rf"^[*_]*({'|'.join(grammar_of(language).turn_words)})\.[*_]*\s+", re.MULTILINE)


def drop_connectives(passage: Passage) -> Passage:
    """`Además, …`, `It should be noted that …`, `Durante la conversación, …`: links to what stood before."""
    length = _length_of_links(passage)
    return passage.starting_at(passage.span.start + length) if length else passage


@of_its_words
def _length_of_links(passage: Passage) -> int:
    pattern, words = _openings(passage.language), passage.words
    for _ in range(_MOST_OPENINGS):
        match = pattern.match(words)
        start = passage.span.start + len(passage.words) - len(words) + (match.end() if match else 0)
        if not match or match.end() >= len(words) or _tells_of_the_link(passage, start):
            break
        words = words[match.end() :]
    return len(passage.words) - len(words)


def _tells_of_the_link(passage: Passage, start: int) -> bool:
    """`Durante la cita, | a la que asistió …`, `En el encuentro, | celebrado el martes, …`: what follows hangs on the link."""
    behind = [i for i, token in enumerate(passage.tokens) if token.span.start >= start][:MOST_BEFORE_RELATIVE]
    first = passage.tokens[behind[0]] if behind else None
    if first is None or start == passage.span.start:
        return False
    pronouns = ("Rel" in (passage.tokens[i].feat("PronType") or "") for i in behind)
    relative = first.upos in {"ADP", "PRON", "DET", "SCONJ"} and any(pronouns)
    return relative or first.feat("VerbForm") == "Part"


MOST_BEFORE_RELATIVE = 3
"""Words from a comma to the relative pronoun: `en el que`."""


def drop_concession(passage: Passage) -> Passage:
    """`Si bien esta cooperación se mantiene, Chile insiste …` -> `Chile insiste …`: it says nothing of that."""
    if not _concessions(passage.language).match(passage.words):
        return passage
    tokens = [(i, passage.tokens[i]) for i in passage.kept]
    root = passage.root
    if root is None or not tokens:
        return passage
    comma = next((token for i, token in tokens if token.form == "," and i < root and not _verb_between(passage, i, root)), None)
    return passage.starting_at(comma.span.stop + 1) if comma and _holds_its_verb(passage, tokens[0][0], comma) else passage


def _verb_between(passage: Passage, start: int, root: int) -> bool:
    return any(token.feat("VerbForm") == "Fin" and token.head != root for token in passage.tokens[start:root])


def _holds_its_verb(passage: Passage, first: int, comma: Token) -> bool:
    """Whether a finite verb stands before the comma, and no other comma: one clause."""
    before = [token for token in passage.tokens[first:] if token.span.start < comma.span.start]
    return any(token.feat("VerbForm") == "Fin" for token in before) and all(token.form not in {",", ";"} for token in before)


@cache
def _concessions(language: str) -> re.Pattern[str]:
    return re.compile(rf"{one_of(grammar_of(language).concessions)}\b", re.IGNORECASE)


@of_its_words
def leans_on_its_neighbour(passage: Passage) -> bool:
    """`Esto …`, `Tampoco …`, `Otherwise …`: true only together with the sentence before."""
    grammar, words = grammar_of(passage.language), passage.words
    if _is_a_pair_of_many(passage):
        return True
    match = _closers(passage.language).match(words)
    if match:
        following = re.match(r"\s+([\w-]+)", words[match.end() :])
        exempt = following and match[0].casefold() in grammar.demonstratives and following[1].casefold() in grammar.exempt
        return not (exempt or is_named_from(passage, match.end()) or re.match(grammar.expletive, words, re.IGNORECASE))
    headless = _headless(passage.language).match(words)
    if headless is not None and not is_named_from(passage, headless.end()):
        return not _has_noun_behind(passage, headless.end())
    return is_clause_of_another(passage) or _described_adjunct(passage.language).match(words) is not None


def _is_a_pair_of_many(passage: Passage) -> bool:
    """`Both ministers signed a plan`: which of a government's, the sentence before says; not `Both presidents`, `Two men`."""
    grammar, tree = grammar_of(passage.language), passage.tree
    start = [i for i in passage.kept[:FEW_WORDS] if tree.forms[i] not in grammar.leading_articles]
    some = bool(start) and start[0] == passage.kept[0] and passage.tokens[start[0]].upos == "NUM"
    pair = bool(start) and not some and tree.forms[start[0]] in grammar.pair_words
    office = any(tree.lemmas[i] in grammar.many_offices for i in start[1:2])
    known = passage.doc.actors if passage.doc else {}
    people = (m for m in passage.mentions if (actor := known.get(m.actor)) and actor.kind == "person")
    return pair and office and next(people, None) is None


def is_clause_of_another(passage: Passage) -> bool:
    """`Y que Bolivia pedía gas`: what the verb of the sentence before has said."""
    first, second = [*(passage.tokens[i] for i in passage.kept[:2]), None, None][:2]
    joined = first is not None and first.upos == "CCONJ"
    return joined and second is not None and second.upos == "SCONJ" and second.head == passage.root


def is_named_from(passage: Passage, length: int) -> bool:
    """Whether the opening words belong to a longer mention of a known actor: `Ambos gobiernos`, `Los dos países`."""
    start = passage.span.start
    return any(mention.span.start == start and len(mention.span) > length for mention in passage.mentions)


def _has_noun_behind(passage: Passage, length: int) -> bool:
    stop = passage.span.start + length
    behind = next((token for token in passage.tokens if token.span.start >= stop), None)
    return behind is not None and behind.upos in {"NOUN", "PROPN", "ADJ", "NUM"}


@cache
def _openings(language: str) -> re.Pattern[str]:
    grammar = grammar_of(language)
    not_before = rf"(?!{one_of(grammar.never_before)}\b)"
    adjunct = rf"{_adjunct(language)}(?!\s*{one_of((*grammar.relatives, *grammar.of_words))}\b)\s*"
    connective = rf"{one_of(grammar.connectives)}\s*,\s*"
    opener = rf"{one_of(grammar.openers)}\s+{not_before}"
    return re.compile(f"(?:{adjunct}|{connective}|{opener})", re.IGNORECASE)


def _adjunct(language: str) -> str:
    """`Durante la conversación,`."""
    grammar = grammar_of(language)
    articles = one_of((*grammar.definite_articles, *grammar.demonstratives))
    return rf"{one_of(grammar.anaphoric_adjuncts)}\s+{articles}\s+{one_of(grammar.anaphoric_nouns)}(?:e?s)?\s*,"


@cache
def _described_adjunct(language: str) -> re.Pattern[str]:
    """`Durante la conversación, que duró una hora, …`: what is said of it does not tell which."""
    grammar = grammar_of(language)
    return re.compile(rf"{_adjunct(language)}\s*{one_of((*grammar.relatives, *grammar.of_words))}\b", re.IGNORECASE)


@cache
def _closers(language: str) -> re.Pattern[str]:
    return re.compile(rf"{one_of(grammar_of(language).closers)}(?=[\s,:;.]|$)", re.IGNORECASE)


@cache
def _headless(language: str) -> re.Pattern[str]:
    grammar = grammar_of(language)
    within = rf"(?:{one_of(grammar.anaphoric_adjuncts)}\s+)?"
    return re.compile(rf"{within}{one_of(grammar.headless)}(?=[\s,:;.]|$)", re.IGNORECASE)
