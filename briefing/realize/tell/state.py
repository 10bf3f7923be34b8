"""A clause that is being told: what is left of it, what has been said, and the dictionary of its language."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from briefing.knowledge import load_language
from briefing.model import Language, Span, Token
from briefing.realize.tell.verbal.voices import Voice
from briefing.realize.wording.transfer import GateClosedError, Transfer, UnsayableError, translations


@dataclass(slots=True, kw_only=True)
class Telling:
    """The state of a clause that is being told: what is left of it (`order` from `at` on) and what has been said."""

    t: Transfer
    order: tuple[int, ...]
    people: Mapping[str, str] = field(default_factory=dict)  # the brief's names of people, by the article's
    subject: str = ""  # named where the sentence leaves its subject out
    teller: str = ""  # who says the quotation, for a verb of saying that leaves its subject out
    named: str = ""  # that name once it has been said
    voice: Voice | None = None  # whose "we" it is
    voiced: bool = False  # whether that has been said
    at: int = 0
    said: list[str] = field(default_factory=list)
    verb: str = ""  # the last verb of the source, by its lemma
    noun: str = ""  # the last noun of the source, by its lemma
    verb_at: int = -1  # the place behind that verb and the words that mean one thing with it
    passive: bool = False
    date_at: int = -9  # where the last date has been said
    between: bool = False  # behind `entre`, until its second date
    plurals: dict[int, bool] = field(default_factory=dict)  # the number of what has been said, by the source's noun
    genders: dict[int, str] = field(default_factory=dict)  # its gender
    said_verb: str = ""  # the last verb that was said, by its infinitive
    past: bool = False  # whether that verb, where it rules a clause, tells of the past
    told: bool = False  # inside what somebody told
    denied: bool = False  # the next verb is of what somebody denied
    in_clause: bool = False  # behind `que`, before the verb of a clause whose subject the source has as an object
    subject_actor: str = ""  # who was the last subject, by id
    held: list[str] = field(default_factory=list)  # adverbs that stand behind the next verb
    before_ing: str = ""  # what the preposition before a gerund becomes
    feminine: bool = False  # the gender of the participle that is said next
    wanted: bool = False  # the next verb is of what is wanted
    actors: list[str] = field(default_factory=list)
    by_whom: str = ""  # what the agent's preposition becomes behind a verb that has no passive
    denied_thing: int = -1  # the noun behind `no` with which the last verb has been denied
    clause: str = ""  # how the next verb is said: "bare", "infinitive"
    last_clause: str = ""
    goes_to: bool = False  # behind `from` somewhere, before where to
    asked: bool = False  # behind whom somebody asked, who is the subject of the next verb
    language: Language = field(init=False)  # in which it is told
    tokens: tuple[Token, ...] = field(init=False)  # in the order in which they are told
    forms: tuple[str, ...] = field(init=False)  # of those, in small letters
    begun: frozenset[int] = field(init=False)  # where something that the annotation found begins
    words: Mapping[str, Any] = field(init=False)  # the source's language
    modifiers_first: bool = field(init=False)  # the source's owners, adjectives and nouns stand before their noun

    def __post_init__(self) -> None:
        tokens, forms = self.t.tokens, self.t.passage.tree.forms
        self.language = self.t.edition.language
        self.tokens = tuple([tokens[index] for index in self.order])
        self.forms = tuple([forms[index] for index in self.order])
        self.begun = self.t.passage.begun
        self.words = entries(self.t.passage.language)
        self.modifiers_first = bool(self.words.get("genitive"))

    @property
    def token(self) -> Token:
        return self.tokens[self.at]

    @property
    def index(self) -> int:
        return self.order[self.at]

    @property
    def form(self) -> str:
        """The present word in small letters."""
        return self.forms[self.at]

    @property
    def may_be_named(self) -> bool:
        """Whether a name or a day may begin here, or behind an article."""
        token = self.tokens[self.at]
        return token.upos == "DET" or token.span.start in self.begun or token.form[:1].isupper()

    @property
    def tense_ahead(self) -> str:
        """`past` where the next finite verb of the source tells of the past."""
        finite = next((token for token in self.tokens[self.at :] if token.feat("VerbForm") == "Fin"), None)
        return "past" if finite is not None and finite.feat("Tense") == "Past" else "present"

    def peek(self, ahead: int = 0) -> Token | None:
        place = self.at + ahead
        return self.tokens[place] if place < len(self.tokens) else None


GATE = "gate"
"""In the data: a word that is not said, whatever another table has for it."""


@cache
def entries(source: Language) -> Mapping[str, Any]:
    """The words of one source language; a list of words is kept in its order, and asked for one of them as a table is."""
    words: Mapping[str, Any] = load_language("transfer", f"told_{source}")
    return {name: dict.fromkeys(rows) if _are_words(rows) else rows for name, rows in words.items()}


def _are_words(rows: object) -> bool:
    return isinstance(rows, list) and all(isinstance(row, str) for row in rows)


def word_for(telling: Telling, table: str, token: Token) -> str | None:
    """The other language's word, by the lemma, the form, or the general table; of several senses the one asked for."""
    if is_of_another_sense(telling, table, token):
        return None
    if table == "nouns" and (senses := _senses_of(telling, token)) is not None:
        return chosen_sense(senses, _words_around(telling, token))
    own: Mapping[str, str] = telling.words.get(table, {})
    both: Mapping[str, str] = (
        translations(table, telling.t.passage.language) if table in {"verbs", "adjectives", "adverbs"} else {}
    )
    keys = (token.lemma.casefold(), token.form.casefold())
    for key in reversed(keys) if table in {"nouns", "determiners"} else keys:  # `controles` need not be `control`
        for words in (own, both):
            if key in words:
                return None if words[key] == GATE else words[key]
    return None


def _senses_of(telling: Telling, token: Token) -> Mapping[str, Sequence[str]] | None:
    senses: Mapping[str, Mapping[str, Sequence[str]]] = telling.words["senses"]
    return senses.get(token.form.casefold()) or senses.get(token.lemma.casefold())


def chosen_sense(senses: Mapping[str, Sequence[str]], around: Collection[str]) -> str | None:
    """The one sense that a word of the sentence calls for; None where none is called for, or two are."""
    called = [sense for sense, words in senses.items() if "*" in words or not set(words).isdisjoint(around)]
    return called[0] if len(called) == 1 and called[0] != GATE else None


def _words_around(telling: Telling, token: Token) -> frozenset[str]:
    tree, own = telling.t.passage.tree, token.span
    spans = [other.span for other in tree.tokens]
    others = [index for index, span in enumerate(spans) if span.start != own.start or span.stop != own.stop]
    return frozenset([word for index in others for word in (tree.lemmas[index], tree.forms[index])])


def is_of_another_sense(telling: Telling, table: str, token: Token) -> bool:
    """`el partido ganó la copa`, `la familia real`: by the words around a noun, by the noun of an adjective."""
    lemma = token.lemma.casefold()
    if table == "nouns":
        others: Sequence[str] | None = telling.words["other_senses"].get(lemma)
        return others is not None and not _words_around(telling, token).isdisjoint(others)
    if table != "adjectives" or (of := telling.words["adjectives_of_others"].get(lemma)) is None or token.head < 0:
        return False
    return "*" in of or telling.t.tokens[token.head].lemma.casefold() in of


def is_gated(telling: Telling, table: str, token: Token) -> bool:
    """Whether the data says that a word has no sure translation, whatever the termbase has for it."""
    if is_of_another_sense(telling, table, token) or (table == "nouns" and _senses_of(telling, token) is not None):
        return True
    own: Mapping[str, str] = telling.words.get(table, {})
    return GATE in {own.get(token.lemma.casefold()), own.get(token.form.casefold())}


def unknown(kind: str, token: Token, place: int = -1) -> UnsayableError:
    """The gate of a word without an entry, named with it: what the dictionary lacks can be read from a brief."""
    return UnsayableError(f"unknown_{kind}_{token.lemma.casefold()}", token, place)


def known(word: str | None, kind: str, token: Token) -> str:
    """A word of the data; the gate closes where there is none, or one that stands there to close it."""
    if word is None or word == GATE:
        raise unknown(kind, token)
    return word


def starting(telling: Telling, spans: Sequence[Any]) -> Any:
    """The longest annotation that begins with the present token and ends inside the clause."""
    if telling.at >= len(telling.tokens):
        return None
    start = telling.tokens[telling.at].span.start
    if start not in telling.begun:
        return None
    found = [one for one in spans if one.span.start == start]
    return max(found, key=lambda one: len(one.span)) if found else None


@cache
def first_words(source: Language, table: str) -> frozenset[str]:
    """Those with which the phrases of a table begin."""
    return frozenset(words.partition(" ")[0] for words in entries(source)[table])


def longest_in(telling: Telling, name: str, most: int) -> tuple[str | None, int]:
    """What a table has for the longest run of words from the present one on, and how many words they are."""
    table: Mapping[str, str] = telling.words[name]
    if telling.form not in first_words(telling.t.passage.language, name):
        return None, 1
    forms = telling.forms[telling.at : telling.at + most]
    for length in range(len(forms), 0, -1):
        if (words := " ".join(forms[:length])) in table:
            return table[words], length
    return None, 1


def skip(telling: Telling, span: Span) -> None:
    """Past the words of a span, which stand together; what has been moved behind them (`dijo la ministra`) comes next."""
    while telling.at < len(telling.order) and telling.token.span.overlaps(span):
        telling.at += 1
    behind = telling.order[telling.at :]
    if not telling.t.passage.tree.touched_by(span).isdisjoint(behind):
        raise GateClosedError("words_out_of_order")


def check_not_behind_a_day(telling: Telling) -> None:
    """`will send on Friday 200 soldiers`: in a language without a mark nothing stands between a verb and its object."""
    if telling.token.upos in {"CCONJ", "SCONJ", "PUNCT"}:
        return  # `se reunirá el 23 de enero y que en febrero …`: no object
    if telling.token.upos == "ADP" and telling.form != telling.words["to"]:
        return  # `se reunirá el 23 de enero en Quito`
    between = telling.order[telling.verb_at : telling.at] if telling.verb_at >= 0 else ()
    days = telling.t.passage.dated
    only_days = bool(between) and all(i in days or telling.t.tokens[i].upos in {"ADP", "DET"} for i in between)
    if only_days and telling.date_at == len(telling.said) - 1 and not telling.modifiers_first:
        raise GateClosedError("object_behind_a_date")
