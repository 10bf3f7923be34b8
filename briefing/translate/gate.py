"""The gates of a translation: what the original says must be found in it, and nothing that the original does not say.

Both texts are read by the program's own annotators; each gate is a small comparison of what was found.  None knows which engine
made the translation or trusts it: a sentence that obeys an instruction in the article, or adds a figure, fails like a bad one.
What no gate can see is a wrong choice among words that the termbase and the acts do not have.
"""

from __future__ import annotations

import functools
import re
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from briefing.annotate.document import annotate
from briefing.extract.reading import acts_by_lemma
from briefing.ingest.language import UNKNOWN, identify_language, score_languages
from briefing.knowledge import Knowledge, load_grammar, load_language
from briefing.model import Article, Doc, Language, Stance, Token
from briefing.model.stances import AGAINST

SHORTEST, LONGEST = 0.5, 2.0
FEWER, MORE = 1, 3
"""Words of a translation by those of its original, and how many fewer or more are always allowed."""
FEWEST_SHARED = 0.5
"""The share of one side's concepts that must be found on the other."""
SHORT_WORD = 3

_MARKUP = re.compile(r"[\n\r\t<>{}`\\|^~]|\[.*?\]\(|\*\*|__|https?:|www\.|\S@\S|[*#@]\w")
_FIGURE = re.compile(r"\d[\d.,  ’']*\d|\d")
_MARKS = re.compile(r'[“”«»"„]')
_OWNED = re.compile("['’]s?$")
_BEGINNING = re.compile(r"(?:^|[.!?:…])[\s“«\"‘'¿¡(–—-]*$|[“«\"‘¿¡]$")
"""What stands before a word that has a capital because it comes first."""
_QUOTED = re.compile('[“«"„][^“”«»"„]*[”»"]')
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")


@dataclass(frozen=True, slots=True)
class Pair:
    """An original and its translation, each as the annotators read it."""

    source: Doc
    target: Doc
    knowledge: Knowledge

    def sides(self) -> tuple[tuple[Doc, Doc], tuple[Doc, Doc]]:
        return (self.source, self.target), (self.target, self.source)


def closed_gate(
    original: str, translation: str, source: Language, target: Language, knowledge: Knowledge, published: str | None = None
) -> str | None:
    """The name of the first gate that keeps a translation out; None where all are open.

    >>> from briefing.knowledge import load_knowledge
    >>> closed_gate("Murieron 40 personas.", "The attack killed 400 people.", "es", "en", load_knowledge())
    'numbers'
    """
    if _MARKUP.search(translation) and not _MARKUP.search(original):
        return "plain_text"
    pair = Pair(_read(original, source, published, knowledge), _read(translation, target, published, knowledge), knowledge)
    return next((name for name, is_open in GATES if not is_open(pair)), None)


def _read(text: str, language: Language, published: str | None, knowledge: Knowledge) -> Doc:
    return annotate(Article(id="a1", file="", text=text, language=language, sha256="", published=published), knowledge)


# ------------------------------------------------------------------ the gates


def is_plain(pair: Pair) -> bool:
    """One line of prose: no markup, address or mark of an engine that the original does not have."""
    return set(_MARKUP.findall(pair.target.article.text)) <= set(_MARKUP.findall(pair.source.article.text))


def has_its_length(pair: Pair) -> bool:
    """Neither a summary nor a sermon."""
    source, target = (len(_WORD.findall(doc.article.text)) for doc in (pair.source, pair.target))
    return target > 0 and SHORTEST * source - FEWER <= target <= LONGEST * source + MORE


def is_in_its_language(pair: Pair) -> bool:
    """It is in the language that was asked for; a line too short to tell has no more words of the other one."""
    text, wanted = pair.target.article.text, pair.target.article.language
    found = identify_language(text)
    scores = dict(score_languages(_WORD.findall(text.casefold())))
    return found == wanted or (found == UNKNOWN and scores[wanted] >= scores[pair.source.article.language])


def leaves_no_word(pair: Pair) -> bool:
    """No common word of the original stands untranslated in it, but where both languages have it (`hospital`)."""
    theirs = {token.form for token in _tokens(pair.source)}
    known = _known_words(pair.target, pair.knowledge)
    left = [token for token in _tokens(pair.target) if token.form in theirs and token.form.islower() and token.form.isalpha()]
    return all(len(token.form) <= SHORT_WORD or token.span.start in known for token in left)


def keeps_numbers(pair: Pair) -> bool:
    """The same numbers in the same order, in figures or words, of the same money, with the same "more than"; and no other."""
    return list(_numbers(pair.source)) == list(_numbers(pair.target))


def keeps_dates(pair: Pair) -> bool:
    """The same days, months and years."""
    source, target = ({date.value or date.timex for date in doc.dates} for doc in (pair.source, pair.target))
    return source == target


def keeps_actors(pair: Pair) -> bool:
    """The same countries and organizations that the knowledge has, first named in the same order: who does it to whom."""
    source, target = (list(dict.fromkeys(_actor_codes(here, there, pair.knowledge))) for here, there in pair.sides())
    return source == target


def keeps_names(pair: Pair) -> bool:
    """Every other name of one side is written on the other; titles and nations may have a capital in one language only."""
    return all(
        folded in _folded_words(there) or folded in _capital_words(here, pair.knowledge)
        for here, there in pair.sides()
        for folded in _names(here)
    )


def keeps_negation(pair: Pair) -> bool:
    """As many things are denied."""
    return _negations(pair.source) == _negations(pair.target)


def keeps_doubt(pair: Pair) -> bool:
    """What the original leaves open (`habría`, `podría`, `allegedly`) stays open."""
    return _is_unsure(pair.target) or not _is_unsure(pair.source)


def keeps_source(pair: Pair) -> bool:
    """`según`, `according to` stay."""
    return _has_phrase(pair.target, "source") or not _has_phrase(pair.source, "source")


def keeps_quotation_marks(pair: Pair) -> bool:
    """As many marks: what is quoted stays quoted, and nothing else becomes a quotation."""
    source, target = (len(_MARKS.findall(doc.article.text)) for doc in (pair.source, pair.target))
    quoted = {side.article.language: set(_concepts(side, inside=True)) for side in (pair.source, pair.target)}
    moved = [
        quoted[here.article.language] & set(_concepts(there, inside=False)) - quoted[there.article.language]
        for here, there in pair.sides()
    ]
    return source == target and not any(moved)


def keeps_stance(pair: Pair) -> bool:
    """Who rejects, demands, offers … does so in the translation as well; in it nobody is against what nobody was against."""
    possible = [[stances - {None} for stances in _stances(doc, pair.knowledge)] for doc in (pair.source, pair.target)]
    certain = [[s for s in _stances(doc, pair.knowledge) if None not in s] for doc in (pair.source, pair.target)]
    return _meets(certain[0], possible[1]) and _meets([one for one in certain[1] if one <= AGAINST], possible[0])


def keeps_content(pair: Pair) -> bool:
    """At least half of what each side speaks of is spoken of on the other."""
    source, target = (set(_topics(doc)) for doc in (pair.source, pair.target))
    shared = len(source & target)
    return all(shared >= FEWEST_SHARED * len(side) for side in (source, target))


Gate = Callable[[Pair], bool]
GATES: tuple[tuple[str, Gate], ...] = (
    ("plain_text", is_plain),
    ("length", has_its_length),
    ("language", is_in_its_language),
    ("no_word_left", leaves_no_word),
    ("numbers", keeps_numbers),
    ("dates", keeps_dates),
    ("actors", keeps_actors),
    ("names", keeps_names),
    ("negation", keeps_negation),
    ("doubt", keeps_doubt),
    ("source", keeps_source),
    ("quotation_marks", keeps_quotation_marks),
    ("stance", keeps_stance),
    ("content", keeps_content),
)
"""In the order in which they are asked, by the names that `briefing explain` prints."""


# ------------------------------------------------------------------ what they compare


def _tokens(doc: Doc) -> Iterator[Token]:
    return (token for sentence in doc.sentences for token in sentence.tokens)


def _known_words(doc: Doc, knowledge: Knowledge) -> set[int]:
    """Where the words begin that the knowledge has in the doc's language."""
    lemmas = acts_by_lemma(knowledge, doc.article.language)
    spans = [item.span for items in (doc.concepts, doc.mentions, doc.dates, doc.quantities) for item in items]
    inside = {at for span in spans for at in range(span.start, span.stop)}
    return inside | {token.span.start for token in _tokens(doc) if token.lemma in lemmas}


Stances = frozenset[Stance | None]
Number = tuple[Fraction, str | None, str | None]
"""A value, its money or `percent`, and `more_than`, `about` …"""


def _numbers(doc: Doc) -> list[Number]:
    """Values of quantities and of figures outside them, in the order of the text.

    `one` may be an article and is none unless it is a figure.
    """
    text = doc.article.text
    taken = {at for date in doc.dates for at in range(date.span.start, date.span.stop)}
    found: list[tuple[int, Number]] = []
    for quantity in doc.quantities:
        if quantity.span.start in taken:
            continue
        taken.update(range(quantity.span.start, quantity.span.stop))
        unit = quantity.unit if quantity.kind in {"percent", "currency"} else None
        for value in (quantity.from_value, quantity.value, quantity.high):
            if value is not None and (value != 1 or re.search(r"\d", quantity.span.of(text))):
                found.append((quantity.span.start, (Fraction(str(value)), unit, quantity.modifier)))
    figures = (match for match in _FIGURE.finditer(text) if match.start() not in taken)
    found += [(match.start(), (_figure(match.group()), None, None)) for match in figures]
    return [number for _, number in sorted(found, key=lambda pair: pair[0])]


def _figure(figure: str) -> Fraction:
    """A figure outside a quantity by its digits: a mark before three of them groups, before others it is decimal."""
    plain = re.sub(r"[.,  ’'](?=\d{3}(?!\d))", "", figure)
    return Fraction(re.sub(r"[^\d.]", "", plain.replace(",", ".", 1)).rstrip(".") or "0")


def _actor_codes(doc: Doc, other: Doc, knowledge: Knowledge) -> Iterator[str]:
    """The knowledge's actors of a text, each by its country where it has one: `the Mexican government`, `México`.

    A place that is written alike on the other side (`Santiago`) need not be known on both.
    """
    for mention in doc.mentions:
        actor = doc.actors[mention.actor]
        written = mention.span.of(doc.article.text)
        if mention.place and actor.name.get(doc.article.language) != written and written in other.article.text:
            continue
        codes = sorted(actor.id.split("+")) if actor.kind == "group" else [actor.country or actor.id]
        yield from (code for code in codes if code in knowledge.actors)


def _fold(word: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFD", word.casefold()) if not unicodedata.combining(c))


def _names(doc: Doc) -> set[str]:
    """The folded words with a capital that belong to no date, no known actor and no longer term; the first of a sentence,
    where it is a name."""
    known = [date.span for date in doc.dates]
    known += [m.span for m in doc.mentions if doc.actors[m.actor].kind != "person" and not m.actor.startswith("person:")]
    text = doc.article.text
    named = [span for span in (m.span for m in doc.concepts) if " " in span.of(text)]
    proper = {token.span.start for token in _tokens(doc) if token.upos == "PROPN"}
    words = [
        match
        for match in _WORD.finditer(text)
        if match.group()[0].isupper() and (match.start() in proper or not _BEGINNING.search(text[: match.start()]))
    ]
    spans = [*known, *named]
    return {_fold(_OWNED.sub("", w.group())) for w in words if not any(s.start <= w.start() < s.stop for s in spans)}


def _folded_words(doc: Doc) -> set[str]:
    return {_fold(_OWNED.sub("", word)) for word in _WORD.findall(doc.article.text)}


def _capital_words(doc: Doc, knowledge: Knowledge) -> frozenset[str]:
    return _capitals(knowledge, doc.article.language)


@functools.lru_cache(maxsize=4)
def _capitals(knowledge: Knowledge, language: Language) -> frozenset[str]:
    """Words that may have a capital and are no names: of offices, bodies and nations."""
    forms = [form for role in knowledge.roles.values() for form in role.forms.get(language, ())]
    for actor in knowledge.actors.values():
        forms += [*actor.demonyms.get(language, ()), *(actor.portfolio.get(language, ()) if actor.generic else ())]
        forms += actor.names.get(language, ()) if actor.generic or actor.kind == "institution" else ()
    return frozenset(_fold(word) for form in forms for word in _WORD.findall(form))


def _negations(doc: Doc) -> int:
    """How many things are denied: a word that only goes on with an earlier negation denies nothing more."""
    words = set(load_grammar(doc.article.language)["negation"])
    second = set(load_language("translate", doc.article.language)["second_negations"])
    count = 0
    for token in _tokens(doc):
        form = token.form.casefold().replace("’", "'")
        if form in words and (form not in second or not count):
            count += 1
    return count


def _is_unsure(doc: Doc) -> bool:
    return _has_phrase(doc, "unsure") or any(token.feat("Mood") == "Cnd" for token in _tokens(doc))


def _has_phrase(doc: Doc, kind: str) -> bool:
    phrases = "|".join(map(re.escape, load_language("translate", doc.article.language)[kind]))
    return re.search(rf"\b(?:{phrases})\b", doc.article.text, re.IGNORECASE) is not None


def _concepts(doc: Doc, *, inside: bool) -> Iterator[str]:
    """The concepts between quotation marks, or those outside."""
    spans = [match.span() for match in _QUOTED.finditer(doc.article.text)]
    for mention in doc.concepts:
        if any(start <= mention.span.start < stop for start, stop in spans) is inside:
            yield mention.concept


def _topics(doc: Doc) -> Iterator[str]:
    """The concepts of a text but for those in the names and titles of actors."""
    named = [mention.span for mention in doc.mentions]
    return (m.concept for m in doc.concepts if not any(span.overlaps(m.span) for span in named))


def _stances(doc: Doc, knowledge: Knowledge) -> Iterator[Stances]:
    """For each verb of the text the stances that it may take; None among them where it may also take none."""
    lemmas = acts_by_lemma(knowledge, doc.article.language)
    for token in _tokens(doc):
        if token.upos == "VERB" and (rows := lemmas.get(token.lemma.lower())):
            yield frozenset(act.stance for act, form in rows if form.kind == "verb") or frozenset([None])


def _meets(these: Sequence[Stances], those: Sequence[Stances]) -> bool:
    """Each of these has one among those with which it shares a stance."""
    return all(any(one & other for other in those) for one in these)
