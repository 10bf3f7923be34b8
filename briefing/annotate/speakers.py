"""Who speaks where a text does not say it sentence by sentence: labels of a transcript, an interview, a speech.

A label names whom the article names (`MINISTER OZOLA:` of an Anna Ozola); `A:` and an answer without a label are the one who
is interviewed; a text that its title calls somebody's words, and that speaks in the first person, is all theirs.  Where two
people may be meant the turn stays nobody's, and asserts nothing.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import takewhile

from briefing.knowledge import load_language
from briefing.model import Actor, Article, Mention, Quote, Sentence, Span
from briefing.model.known_rows import COUNTERPART
from briefing.model.trees import covered_by, governor_of

FIRST_PERSON_SENTENCES = 2
"""Sentences in the first person that show that somebody speaks, and nobody tells."""
TURN = "transcript"
UNATTRIBUTED = "unattributed"
"""The rule on a quotation of nobody: inside a turn its marks are those of the turn."""
APART = frozenset({"speaker", "question"})
LEAD = frozenset({"title", "heading", "body"})
HEADS = frozenset({"title", "heading"})
OF_A_NAME = 3
"""Letters from which on a word of a label is compared with names."""
DASHES = ("—", "–")
"""What opens a turn; a hyphen opens an item of a list as well."""
QUESTION_MARKS = "\"'”’»)]*_ "


@dataclass(frozen=True, kw_only=True)
class Spoken:
    """An article of which somebody's words are a part, with the persons whom it names."""

    article: Article
    sentences: Sequence[Sentence]
    people: Mapping[str, Actor]
    offices: Mapping[str, Actor]
    houses: Mapping[str, Actor]
    mentions: Sequence[Mention]
    quotes: Sequence[Quote]
    words: Mapping[str, Sequence[str]]

    def text_of(self, sentence: Sentence) -> str:
        return sentence.span.of(self.article.text)

    def people_in(self, span: Span) -> list[str]:
        """The persons named in a span, each once, in order."""
        return [*dict.fromkeys(m.actor for m in self.mentions if span.contains(m.span) and m.actor in self.people)]


def find_speakers(
    article: Article,
    sentences: Sequence[Sentence],
    actors: Mapping[str, Actor],
    mentions: Sequence[Mention],
    quotes: Sequence[Quote],
) -> tuple[tuple[Mention, ...], tuple[Quote, ...]]:
    """The mentions with those that labels are, and the quotes with the turns that have no label."""
    words = load_language("ingest", article.language)
    people = {name: actor for name, actor in actors.items() if actor.kind == "person"}
    offices = {name: a for name, a in actors.items() if a.kind == "office" and a.country and a.role != COUNTERPART}
    houses = {name: actor for name, actor in actors.items() if actor.kind == "institution" and actor.country and actor.official}
    spoken = Spoken(
        article=article,
        sentences=sentences,
        people=people,
        offices=offices,
        houses=houses,
        mentions=mentions,
        quotes=quotes,
        words=words,
    )
    named = tuple(labels_named(spoken))
    turns = () if any(sentence.kind == "speaker" for sentence in sentences) else tuple(answers(spoken) or speech(spoken))
    said = [
        quote for quote in quotes if quote.rule != UNATTRIBUTED or not any(t.content.contains(quote.content) for t in turns)
    ]
    in_order = sorted((*said, *turns), key=lambda quote: (quote.span, quote.content))
    return tuple(sorted((*mentions, *named), key=lambda mention: mention.span)), tuple(in_order)


# ------------------------------------------------------------------ labels


def labels_named(spoken: Spoken) -> Iterator[Mention]:
    """A mention for each speaker's label that has none of a person yet, where one person is meant."""
    answering = frozenset(map(folded, spoken.words["answers"]))
    person, house = interviewee(spoken), house_of(spoken)
    for sentence in spoken.sentences:
        if sentence.kind != "speaker" or any(m.span.overlaps(sentence.span) for m in spoken.mentions):
            continue
        label = label_of(spoken, sentence)
        own = folded(label) in answering or is_title_of(label, spoken.people.get(person or ""))
        found = person if own else person_of(label, spoken.people) or labelled_before(label, spoken)
        found = found or office_of(label, spoken) or listed(label, spoken) or addressed(label, spoken) or house
        if found:
            yield Mention(span=label_span(sentence, label), actor=found, rule="speaker_label")


def label_of(spoken: Spoken, sentence: Sentence) -> str:
    """`MR. SORTO (in Spanish):` without what is beside the name."""
    return re.sub(r"\(.*", "", spoken.text_of(sentence)).strip(" .:-–—")


def labelled_before(label: str, spoken: Spoken) -> str | None:
    """`Ministro:` behind a first `Ministro Ali Said, ministro de Minas de Chad:`: the only one whose label opens with it."""
    opened = [s for s in spoken.sentences if s.kind == "speaker" and folded(spoken.text_of(s)).startswith(f"{folded(label)} ")]
    named = {name for sentence in opened for name in spoken.people_in(sentence.span)}
    return named.pop() if len(named) == 1 else None


def addressed(label: str, spoken: Spoken) -> str | None:
    """`LUND:` to whom one says `Prime Minister, …`, where the head calls one office and nobody else answers."""
    called = {m.actor for s in spoken.sentences if s.kind in HEADS for m in spoken.mentions if s.span.contains(m.span)}
    offices = [spoken.offices[name] for name in called if name in spoken.offices]
    labels = {folded(label_of(spoken, s)) for s in spoken.sentences if s.kind == "speaker"}
    if len(offices) != 1 or len(labels) != 1:
        return None
    titles = {folded(words) for words in (offices[0].role_words or "", *offices[0].name.values())}
    asked = (spoken.text_of(s).partition(",") for s in spoken.sentences if s.kind == "question")
    return offices[0].id if any(comma and folded(before) in titles for before, comma, _ in asked) else None


def office_of(label: str, spoken: Spoken) -> str | None:
    """`SPOKESMAN:` under `Press conference of the Togolese government spokesman`: the only office that the head calls."""
    head = [*takewhile(lambda s: s.kind not in APART, spoken.sentences)]
    called = {m.actor for s in head for m in spoken.mentions if s.span.contains(m.span) and m.actor in spoken.offices}
    one = called.pop() if len(called) == 1 else None
    return one if one and is_title_of(label, spoken.offices[one]) else None


def listed(label: str, spoken: Spoken) -> str | None:
    """`VUKIC:` under `Ana Vukic, Serbian State Secretary for Energy`: the only office of the only line with the name."""
    above = takewhile(lambda s: s.kind not in APART, spoken.sentences)
    lines = [s.span for s in above if set(folded(label).split()) <= set(folded(spoken.text_of(s)).split())]
    held = {m.actor for m in spoken.mentions for line in lines if line.contains(m.span) and m.actor in spoken.offices}
    return held.pop() if len(lines) == 1 and len(held) == 1 else None


def house_of(spoken: Spoken) -> str | None:
    """The ministry or presidency in whose briefing one person alone answers whom the article does not introduce.

    `Department Press Briefing` above `MR. SORTO:`: whoever speaks for the house; its guests are introduced.
    """
    labels = {folded(label_of(spoken, s)) for s in spoken.sentences if s.kind == "speaker"}
    head = [*takewhile(lambda s: s.kind not in APART, spoken.sentences)]
    above = next((s.span.start for s in spoken.sentences if s.kind in APART), 0)
    said = " ".join(f"{spoken.article.title or ''} {spoken.article.text[:above]}".casefold().split())
    briefing = any(re.search(rf"\b{re.escape(genre)}\b", said) for genre in spoken.words["house_briefings"])
    bodies = {m.actor for s in head for m in spoken.mentions if s.span.contains(m.span) and m.actor in spoken.houses}
    named = any(spoken.people_in(sentence.span) for sentence in head)
    return bodies.pop() if briefing and len(labels) == 1 and len(bodies) == 1 and not named else None


def is_title_of(label: str, person: Actor | None) -> bool:
    """`MINISTER:`, where the one who is interviewed is the minister for something."""
    title = set(folded(person.role_words or "").split()) if person else set()
    return bool(title) and set(folded(label).split()) <= title


def label_span(sentence: Sentence, label: str) -> Span:
    return Span(sentence.span.start, sentence.span.start + max(1, len(label)))


def person_of(label: str, people: Mapping[str, Actor]) -> str | None:
    """The only person whose name's words, but for the first, a label holds: `CANCILLER RUIZ` of a `Marta Ruiz`."""
    held = set(folded(label).split())
    fitting = [name for name, actor in people.items() if held & surnames(actor)]
    whole = [name for name in fitting if held >= {w for form in people[name].forms for w in folded(form).split()}]
    found = whole if len(whole) == 1 else fitting
    return found[0] if len(found) == 1 else None


def surnames(actor: Actor) -> set[str]:
    words = [folded(form).split() for form in (*actor.forms, *actor.name.values())]
    return {word for form in words for word in (form[1:] or form) if len(word) >= OF_A_NAME}


def folded(words: str) -> str:
    """Lower case without accents and marks: how labels and names are compared.

    >>> folded("CANCILLER Díaz-Mora")
    'canciller diaz mora'
    """
    plain = "".join(c for c in unicodedata.normalize("NFKD", words.casefold()) if not unicodedata.combining(c))
    return " ".join(re.findall(r"\w+", plain))


# ------------------------------------------------------------------ interviews


def interviewee(spoken: Spoken) -> str | None:
    """Whose turn opens the talk; whom the title names alone; else whom all before the first question names alone, or first."""
    title = folded(spoken.article.title or "").split()
    titled = [name for name, actor in spoken.people.items() if any(set(folded(f).split()) <= set(title) for f in actor.forms)]
    lead = [s for s in takewhile(lambda s: s.kind not in APART and not asks(spoken, s), spoken.sentences) if s.kind in LEAD]
    named = [*dict.fromkeys(name for sentence in lead for name in spoken.people_in(sentence.span))]
    for candidates in (opening_turns(spoken, lead), titled, named, lines_of_their_own(spoken), [*called_by_name(spoken)]):
        if len(candidates) == 1:
            return candidates[0]
    told = (subject_of(spoken, sentence) for sentence in lead if sentence.kind == "body")
    return next((name for name in told if name), None) or only_office(spoken, lead)


def opening_turns(spoken: Spoken, lead: Sequence[Sentence]) -> list[str]:
    """`Spokesman Per Lund: Good morning. Minister Vukic met …`, above `Q:` and `A:`: he answers, whomever he tells of."""
    opened = (m for s in lead for m in spoken.mentions if m.span.start == s.span.start and m.actor in spoken.people)
    text = spoken.article.text
    return [*dict.fromkeys(m.actor for m in opened if text[m.span.stop : m.span.stop + 1] == ":")]


def called_by_name(spoken: Spoken) -> dict[str, None]:
    """`Minister Vukic, did you …?`: to whom a question is put by name, right where it begins."""
    asked = [s.span.start for s in spoken.sentences if s.kind == "question"]
    called = (m for m in spoken.mentions if m.span.start in asked and m.actor in spoken.people)
    text = spoken.article.text
    return dict.fromkeys(m.actor for m in called if text[m.span.stop : m.span.stop + 1] == ",")


def lines_of_their_own(spoken: Spoken) -> list[str]:
    """`Spokesperson Ana Vukic` under a briefing's head: who speaks, whomever the briefing's first words announce."""
    lines = [s for s in takewhile(lambda s: s.kind not in APART, spoken.sentences) if s.kind in HEADS]
    whole = [
        m.actor for s in lines for m in spoken.mentions if folded(m.span.of(spoken.article.text)) == folded(spoken.text_of(s))
    ]
    return [*dict.fromkeys(actor for actor in whole if actor in spoken.people)]


def only_office(spoken: Spoken, lead: Sequence[Sentence]) -> str | None:
    """`La ministra de Comercio de Ghana recibe a esta revista`: who is received has no name that is known as hers."""
    inside = [m for m in spoken.mentions for sentence in lead if sentence.span.contains(m.span)]
    if any(mention.actor in spoken.people for mention in inside):
        return None
    found = {mention.actor for mention in inside if mention.actor in spoken.offices}
    several = any(heads_several(sentence, m.span) for m in inside for sentence in lead)  # `los cancilleres de Chile y Perú`
    return found.pop() if len(found) == 1 and not several else None


def subject_of(spoken: Spoken, sentence: Sentence) -> str | None:
    """The person who is the subject of a sentence's main verb; of a plural (`los cancilleres de Chile, N. N., y …`) nobody."""
    root = next((i for i, token in enumerate(sentence.tokens) if token.head < 0), -1)
    subjects = [t for t in sentence.tokens if t.head == root and t.deprel.startswith("nsubj")]
    one = [token.span for token in subjects if token.feat("Number") != "Plur"]
    return next((m.actor for span in one for m in spoken.mentions if m.span.contains(span) and m.actor in spoken.people), None)


def heads_several(sentence: Sentence, span: Span) -> bool:
    """Whether the word that governs a mention is a plural."""
    head = governor_of(sentence.tokens, covered_by(sentence.tokens, span))
    return head is not None and sentence.tokens[head].feat("Number") == "Plur"


def answers(spoken: Spoken) -> list[Quote]:
    """The answers of an interview without labels, each the words of the one who is interviewed.

    Where nothing is said in the first person, and no dash opens a turn, the questions are a writer's own (`What is the
    dispute about?`).
    """
    runs = list(below_questions(spoken))
    spoken_so = is_in_dashes(spoken, runs) or speaks_in_person(spoken, [s for run in runs for s in run])
    if len(runs) < FIRST_PERSON_SENTENCES or not spoken_so:
        return []
    speaker = place_of(spoken, interviewee(spoken))
    return [turn_of(run, speaker) for run in runs]


def is_in_dashes(spoken: Spoken, runs: Sequence[Sequence[Sentence]]) -> bool:
    """`—¿Aceptará el plazo?  —De ninguna manera.`: a dash opens somebody's turn, in whatever person, a question's too."""
    first = [spoken.sentences.index(run[0]) for run in runs]
    return all(spoken.text_of(spoken.sentences[n]).startswith(DASHES) for place in first for n in (place - 1, place))


def below_questions(spoken: Spoken) -> Iterator[list[Sentence]]:
    """The runs of sentences that stand behind a question that is marked as one, or a heading that asks."""
    for place, sentence in enumerate(spoken.sentences):
        heads = sentence.kind == "heading" or (sentence.kind == "title" and place > 0)
        asked = sentence.kind == "question" or (heads and asks(spoken, sentence))
        run = [*takewhile(lambda s: s.kind == "body", spoken.sentences[place + 1 :])] if asked else []
        if run:
            yield run


def asks(spoken: Spoken, sentence: Sentence) -> bool:
    return spoken.text_of(sentence).rstrip(QUESTION_MARKS).endswith("?")


def speaks_in_person(spoken: Spoken, sentences: Sequence[Sentence]) -> bool:
    """Whether sentences, outside what they quote, speak of `I` and `we` often enough."""
    own = [s for s in sentences if not any(is_anothers(q) and q.content.overlaps(s.span) for q in spoken.quotes)]
    return sum(any("Person=1" in token.feats for token in s.tokens) for s in own) >= FIRST_PERSON_SENTENCES


def is_anothers(quote: Quote) -> bool:
    """Words in marks that are told as somebody's."""
    return quote.kind == "direct" and quote.rule != UNATTRIBUTED


def place_of(spoken: Spoken, person: str | None) -> Span | None:
    return next((mention.span for mention in spoken.mentions if mention.actor == person), None)


def turn_of(run: Sequence[Sentence], speaker: Span | None) -> Quote:
    said = Span(run[0].span.start, run[-1].span.stop)
    return Quote(span=said, content=said, kind="direct", speaker=speaker, rule=TURN)


# ------------------------------------------------------------------ speeches


def speech(spoken: Spoken) -> list[Quote]:
    """All of a text that its title calls the words of one person, and that speaks in the first person."""
    title = " ".join((spoken.article.title or "").casefold().split())
    genres = load_language("issuers", spoken.article.language)["spoken"]
    if not any(genre in title for genre in genres) or any(sentence.kind in APART for sentence in spoken.sentences):
        return []
    head = [s.span for s in spoken.sentences if s.kind in {"title", "heading"}]
    offices = [m for m in spoken.mentions if any(span.contains(m.span) for span in head) and m.actor in spoken.people]
    named = [*dict.fromkeys(m.actor for m in offices)] if all(is_by_name(spoken, m) for m in offices) else []
    body = [sentence for sentence in spoken.sentences if sentence.kind == "body"]
    if len(named) != 1 or not body or not speaks_in_person(spoken, body):
        return []
    return [turn_of(body, place_of(spoken, named[0]))]


def is_by_name(spoken: Spoken, mention: Mention) -> bool:
    """Whether a mention has a word of the person's name: `the President of Guyana` may be anybody's title."""
    words = set(folded(mention.span.of(spoken.article.text)).split())
    return bool(words & {word for form in spoken.people[mention.actor].forms for word in folded(form).split()})


__all__ = ["TURN", "find_speakers", "folded"]
