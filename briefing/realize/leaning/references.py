"""Words that mean something outside their sentence: resolved in brackets where the annotation tells what, else refused.

After the editors' convention: `[Boric] rechazó …`, `La mandataria [Dina Boluarte] …`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache, lru_cache

from briefing.knowledge import Knowledge
from briefing.model import Actor, Item, Language, Mention, Position, Span, Token
from briefing.model.letters import UPPER
from briefing.realize.edition import Edition, actor_name, government_name
from briefing.realize.grammar import grammar_of, one_of
from briefing.realize.leaning.antecedents import person_meant
from briefing.realize.leaning.elided import tells_of
from briefing.realize.rungs.leads import leads_its_article
from briefing.realize.rungs.passages import Passage, of_its_words

_NOMINAL = frozenset({"NOUN", "PROPN"})
NOTHING = "\0"
_LONGEST_ELLIPSIS = 8
"""Words of a sentence that leans on the one before it for what it counts; a longer one names it itself."""
_OWN_PLACES = frozenset({"obj", "obl", "nsubj", "root"})
"""Places of a number that stands for the noun."""


# ------------------------------------------------------------------ pronouns, demonstratives, definite nouns


def name_voice(passage: Passage, item: Item, edition: Edition) -> Passage:
    """`She rejected the fee` -> `[Elena Ruiz] rejected the fee`: who holds the position that was read from this sentence.

    So of a fact from the words of a position.
    """
    token = _loose_subject(passage)
    name = _voice_of(item, passage, edition) if token is not None and tells_of(item, passage) else None
    if token is None or name is None:
        return passage
    return passage.edited(token.span.start, token.span.stop, f"[{name}]")


def _loose_subject(passage: Passage) -> Token | None:
    """The pronoun of a person who acts in the main clause, whom the annotation does not know."""
    personal = grammar_of(passage.language).personal_pronouns
    loose = (token for _, token in _loose_pronouns(passage) if token.head == passage.root and token.form.casefold() in personal)
    acting = (token for token in loose if token.deprel.startswith("nsubj"))
    return next((token for token in acting if _actor_over(passage, token.span) is None), None)


def _voice_of(item: Item, passage: Passage, edition: Edition) -> str | None:
    """Whose the position is, by name; of a minister by the title alone (`The Minister regretted it. He asked …`) by country."""
    if not isinstance(item, Position):
        place = (item.evidence[0].article, item.evidence[0].start)
        here = {name for (article, start, _), name in edition.speakers.items() if (article, start) == place}
        name = here.pop() if len(here) == 1 else None
        # `He said Minister Ana Dahl would …`: who is named there is another
        return name if name and _is_a_person(passage, name) and name.split()[-1] not in passage.words else None
    if item.voice is not None:
        return item.voice.name if _is_a_person(passage, item.voice.name) else None
    return government_name(edition, item.government) if {*item.rules} >= HELD_BY_OFFICE else None


HELD_BY_OFFICE = frozenset({"subject:inherited", "column:office"})
"""The rules of a position that a pronoun states for an office which nobody's name goes with."""


def _is_a_person(passage: Passage, name: str) -> bool:
    """Not a company or a ministry, which no `he` means."""
    known = passage.doc.actors.values() if passage.doc else ()
    named = [one for one in known if name in {*one.name.values(), *one.forms}]
    return all(one.kind == "person" for one in named)


def is_edited(passage: Passage, span: Span) -> bool:
    """Whether something is put in the place of these words."""
    return any(edit.start <= span.start and span.stop <= edit.stop for edit in passage.edits)


def name_pronouns(passage: Passage, item: Item, edition: Edition) -> Passage | None:
    """`He said …` -> `[Boric] said …` where the annotation knows; None for a pronoun with nothing before it in its sentence."""
    told: set[str | None] = set()
    for index, token in _loose_pronouns(passage):
        actor = _actor_over(passage, token.span) or person_meant(passage, index)
        name = actor_name(edition, actor) if actor else None
        personal = token.form.casefold() in grammar_of(passage.language).personal_pronouns
        if name is None or (personal and actor is not None and actor.kind != "person"):
            return None
        if personal and actor is not None and _is_named_behind(passage, token.span, actor):
            return None
        again = name in told or (personal and _is_named_before(passage, index))
        said = f"[{name}]" if not again else token.form  # `She said she would`: her name once
        passage = passage.edited(token.span.start, token.span.stop, said)
        told.add(name)
    return passage


def whom_a_pronoun_means(passage: Passage, index: int) -> Actor | None:
    """The person whom the pronoun at a place means, where it would get his name in the source's own language."""
    token = passage.tokens[index]
    if token.form.casefold() not in grammar_of(passage.language).personal_pronouns:
        return None
    loose = any(place == index for place, _ in _loose_pronouns(passage))
    actor = (_actor_over(passage, token.span) or person_meant(passage, index)) if loose else None
    known = actor is not None and actor.kind == "person" and not _is_named_behind(passage, token.span, actor)
    return actor if known else None


def _is_named_behind(passage: Passage, span: Span, actor: Actor) -> bool:
    """`He will travel to Oslo to meet Minister Kari Dahl`: he is not Dahl, whom his own sentence names behind him."""
    mentions = passage.doc.mentions if passage.doc else ()
    return any(m.actor == actor.id and span.stop <= m.span.start and passage.span.contains(m.span) for m in mentions)


def _is_named_before(passage: Passage, index: int) -> bool:
    """Whether the same pronoun has got a name before: `[Dahl] said she would`."""
    form = passage.tokens[index].form.casefold()
    return any(t.form.casefold() == form and is_edited(passage, t.span) for t in passage.tokens[:index])


def _loose_pronouns(passage: Passage) -> list[tuple[int, Token]]:
    """Those in whose place nothing is put."""
    return [(index, token) for index, token in pronouns_before_nouns(passage) if not is_edited(passage, token.span)]


@of_its_words
def pronouns_before_nouns(passage: Passage) -> list[tuple[int, Token]]:
    """Those before any noun, and who tells the sentence at its end: `…, she said`."""
    grammar = grammar_of(passage.language)
    loose: list[tuple[int, Token]] = []
    tellers = telling_pronouns(passage)
    if not tellers and passage.tree.vocabulary.isdisjoint(grammar.any_pronouns):
        return loose
    first = next((index for index, token in passage.unquoted_tokens if token.upos in _NOMINAL), len(passage.tokens))
    for index, token in passage.unquoted_tokens:
        if token.span.start in tellers and person_meant(passage, index):
            loose.append((index, token))
        if index >= first:
            continue
        form = token.form.casefold()
        if token.upos != "PRON" or token.deprel.startswith("expl"):
            continue
        if _is_a_name(passage, token):
            continue
        if form in grammar.pronouns or (form in grammar.object_pronouns and _is_object(passage, index)):
            loose.append((index, token))
    return list(dict.fromkeys(loose))


def _is_a_name(passage: Passage, token: Token) -> bool:
    """`Him denied it` of a Lourdes Him: a surname that is spelt as a pronoun."""
    actor = _actor_over(passage, token.span)
    return actor is not None and any(token.form in form.split() for form in actor.forms)


@of_its_words
def telling_pronouns(passage: Passage) -> frozenset[int]:
    """Where the pronouns of `…, she said` begin."""
    found = _tellers(passage.language).finditer(passage.unquoted_words)
    return frozenset(passage.span.start + match.start(1) for match in found)


@cache
def _tellers(language: str) -> re.Pattern[str]:
    """`…, he said`: who, even beside the names of those of whom it is said."""
    return re.compile(rf",\s+({one_of(grammar_of(language).pronoun_tellers)})\b", re.IGNORECASE)


def _is_object(passage: Passage, index: int) -> bool:
    """A clitic before its verb (`lo dieron de alta`), not an article (`lo más importante`, `lo que dijo`)."""
    tokens = passage.tokens
    return index + 1 < len(tokens) and tokens[index + 1].upos in {"VERB", "AUX"}


def has_dangling_demonstrative(passage: Passage) -> bool:
    """`dicha intención`, `this proposal`, where no such noun stands before it in the sentence."""
    return dangling_demonstrative(passage) is not None


@of_its_words
def dangling_demonstrative(passage: Passage) -> str | None:
    """The noun of it."""
    none = passage.tokens and passage.tree.vocabulary.isdisjoint(grammar_of(passage.language).demonstratives)
    text = passage.unquoted_words
    if none or not _demonstratives(passage.language).search(text) or leads_its_article(passage):
        return None
    text = _harmless(passage.language).sub(lambda match: " " * len(match[0]), text)
    exempt = grammar_of(passage.language).exempt
    for match in _demonstratives(passage.language).finditer(text):
        noun = match[1].casefold()
        span = Span(passage.span.start + match.start(), passage.span.start + match.end())
        named = any(mention.span.contains(span) for mention in passage.mentions)
        told = said_before(noun, text[: match.start()]) or _country_before(passage, noun, span)
        if not (noun in exempt or named or told):
            return noun
    return None


def has_dangling_definite(passage: Passage) -> bool:
    """`La llamada duró …`, `The proposal is …`: which one, an earlier sentence says."""
    return dangling_definite(passage) is not None


@of_its_words
def dangling_definite(passage: Passage) -> str | None:
    """The noun of it."""
    match = _definites(passage.language).match(passage.words)
    if not match:
        return None
    noun = Span(passage.span.start + match.start(1), passage.span.start + match.end(1))
    index = next((i for i, token in enumerate(passage.tokens) if token.span.start == noun.start), None)
    described = {"amod", "appos", "flat", "nummod", "compound"}
    dangles = index is None or not any(t.head == index and t.deprel.split(":")[0] in described for t in passage.tokens)
    return match[1].casefold() if dangles else None


@of_its_words
def has_lone_number(passage: Passage) -> bool:
    """`Lima pedía 70.`: a short sentence whose number counts nothing that it names."""
    found = [q for q in passage.quantities if passage.span.contains(q.span)]
    lone = [q for q in found if q.unit is None and q.kind == "number"]
    if not lone or len(lone) < len(found) or passage.length > _LONGEST_ELLIPSIS:
        return False
    inside = (token for token in passage.tokens if any(q.span.contains(token.span) for q in lone))
    return any(token.deprel.split(":")[0] in _OWN_PLACES for token in inside)


def has_unknown_epithet(passage: Passage, edition: Edition) -> bool:
    """`El presidente dijo …`, `The minister said …`, and nobody knows which."""
    match = _roles(edition.knowledge, passage.language).match(passage.unquoted_words)
    if not match:
        return False
    at = passage.span.start + match.start(1)
    named = [mention for mention in passage.mentions if mention.span.start <= at < mention.span.stop]
    return not any(_is_one_person(passage, mention) and not _meets_itself(passage, mention) for mention in named)


def _is_one_person(passage: Passage, mention: Mention) -> bool:
    """Not `The Secretary and Foreign Secretary Lee`, taken for one."""
    words = mention.span.of(passage.source) if passage.offset == 0 else ""
    actor = passage.doc.actors.get(mention.actor) if passage.doc else None
    person = actor is not None and actor.kind == "person"
    return not person or _joining(passage.language).search(words) is None


def _meets_itself(passage: Passage, mention: Mention) -> bool:
    """`The envoy will be received by Minister Lee`, where the envoy is taken for Lee: one verb has him in two places."""
    tokens = passage.tokens
    heads: list[int] = []
    own = [m for m in passage.mentions if m.actor == mention.actor]
    for one in own if len(own) > 1 else ():
        inside = {*passage.tree.covered_by(one.span)}
        heads += {tokens[i].head for i in inside if tokens[i].head not in inside and tokens[i].head >= 0}
    return len(heads) > len(set(heads))


def _country_before(passage: Passage, noun: str, span: Span) -> bool:
    """`en Estados Unidos …, porque el consumo está en ese país`: a country named before, and only one."""
    actors = passage.doc.actors if passage.doc else {}
    known = [m for m in passage.mentions if m.span.stop <= span.start and m.actor in actors]
    named = {m.actor for m in known if actors[m.actor].kind == "country"}
    others = {actors[m.actor].country for m in known} - named - {None}
    return noun in grammar_of(passage.language).country_nouns and len(named) == 1 and len(named | others) == 1


def said_before(noun: str, text: str) -> bool:
    """Whether a word of the text begins as the noun does: `the tolls` have been said before `the toll`."""
    return begins_a_word(stem_of(noun), text.lower())


def said_above(noun: str, lines: Iterable[str]) -> bool:
    """The same of any of the lines above, which are in small letters."""
    stem = stem_of(noun)
    return any(begins_a_word(stem, line) for line in lines)


def stem_of(noun: str) -> str:
    """What a noun and its plural begin with."""
    return noun[: max(4, len(noun) - 2)].lower()


def begins_a_word(stem: str, words: str) -> bool:
    """Whether a word of a text in small letters begins so."""
    at = words.find(stem)
    while at > 0 and _is_word(words[at - 1]) == _is_word(stem[:1]):
        at = words.find(stem, at + 1)
    return at >= 0


def _is_word(letter: str) -> bool:
    return letter.isalnum() or letter == "_"


def is_named(passage: Passage, span: Span) -> bool:
    """Whether the annotation knows whom these words mean."""
    return _actor_over(passage, span) is not None


def _actor_over(passage: Passage, span: Span) -> Actor | None:
    mention = next((mention for mention in passage.mentions if mention.span.contains(span) and not mention.place), None)
    return passage.doc.actors.get(mention.actor) if mention and passage.doc else None


# ------------------------------------------------------------------ patterns, from the language's data


@cache
def _joining(language: str) -> re.Pattern[str]:
    return re.compile(rf"\b{one_of(grammar_of(language).and_words)}\b")


@cache
def _harmless(language: str) -> re.Pattern[str]:
    """`en este sentido`, `for this reason`, wherever they stand."""
    return re.compile(rf"\b{one_of(grammar_of(language).connectives)}\b", re.IGNORECASE)


@cache
def _demonstratives(language: str) -> re.Pattern[str]:
    return re.compile(rf"\b{one_of(grammar_of(language).demonstratives)}\s+([\w-]+)", re.IGNORECASE)


@cache
def _definites(language: str) -> re.Pattern[str]:
    grammar = grammar_of(language)
    nouns = one_of(grammar.anaphoric_nouns)
    return re.compile(
        rf"{one_of(grammar.definite_articles)}\s+({nouns}(?:e?s)?)\b(?!\s+{one_of(grammar.of_words)}\b)", re.IGNORECASE
    )


@lru_cache(maxsize=8)
def _roles(knowledge: Knowledge, language: Language) -> re.Pattern[str]:
    """`El presidente`, `The foreign minister`, with neither a name nor a country behind it."""
    grammar = grammar_of(language)
    forms = {form for role in knowledge.roles.values() for form in role.forms.get(language, ())}
    articles = {form for article in grammar.definite_articles for form in (article, article.capitalize())}
    other = rf"(?!{one_of(grammar.and_words)}\b)"
    named = rf"\s+{other}(?:{one_of(grammar.of_words)}\b|[{UPPER}]|\w+\s+[{UPPER}])|,\s+[{UPPER}]"
    return re.compile(rf"{one_of(articles)}\s+((?i:{one_of(forms or {NOTHING})})(?:e?s)?)\b(?!{named})")
