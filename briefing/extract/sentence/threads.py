"""Of whom an article goes on telling: `The minister …`, `She added …`, behind a sentence whose subject one person is.

Method: the subject of the sentence before is what a text goes on with (centering).  Only one who holds an office counts, of the
pronoun's or title's gender, and only where nobody else is named in between who could be meant.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from briefing.extract.reading import Reading, codes_of, mention_at, mentions_in, quote_at
from briefing.extract.sentence.named_subjects import Subject
from briefing.extract.sentence.pronouns import names_somebody_else, only_came_along, people_outside_quotes, people_told_of
from briefing.extract.sentence.trees import Tree, children
from briefing.model import Actor, Span, Token
from briefing.model.known_rows import MINISTER

LONGEST_GAP = 3
"""Sentences from the one whose subject a person is to the one that goes on telling of him."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Thread:
    """The subject of a sentence, and which sentence that is."""

    subject: Subject
    number: int


def goes_on_with(reading: Reading, number: int, head: int, thread: Thread | None) -> Subject | None:
    """The person of a thread, where a verb's pronoun or bare title cannot be anybody else."""
    tree = reading.trees[number]
    own = children(tree, head, "nsubj")
    if thread is None or not own or not 0 < number - thread.number <= LONGEST_GAP or quote_at(reading, tree.tokens[head].span):
        return None
    person = one_official(reading, thread.subject)
    if person is None or not calls(reading, tree, own[0], person):
        return None
    between = [reading.doc.sentences[n].span for n in range(thread.number, number)]
    between.append(Span(tree.sentence.span.start, tree.tokens[own[0]].span.start))
    if any(names_somebody_else(reading, span) for span in between):
        return None
    named = [a for span in between for a in people_outside_quotes(reading, span) if not only_came_along(reading, span, a)]
    named += [actor for span in between[1:-1] for actor in people_told_of(reading, span)]
    others = [actor for actor in named if actor.id != person.id]
    rivals = [actor for actor in others if calls(reading, tree, own[0], actor)]
    if rivals or is_open(reading, number, own[0], person, thread):
        return None
    return Subject(actors=(person.id,), how="inherited")


def is_open(reading: Reading, number: int, index: int, person: Actor, thread: Thread) -> bool:
    """`Kaupa refused. … La ministra added`: of two of that title, of neither of whom the gender is told, across paragraphs."""
    tree, sentences = reading.trees[number], reading.doc.sentences
    if person.gender or sentences[number].paragraph == sentences[thread.number].paragraph:
        return False
    before = Span(0, sentences[number].span.start)
    named = {m.actor for m in mentions_in(reading, before)} - {person.id}
    others = (actor for name in sorted(named) if (actor := reading.doc.actors.get(name)) and actor.kind == "person")
    return any(actor.official and calls(reading, tree, index, actor) for actor in others)


def one_official(reading: Reading, subject: Subject) -> Actor | None:
    actor = reading.doc.actors.get(subject.actors[0]) if len(subject.actors) == 1 else None
    speaks = actor is not None and actor.kind == "person" and actor.official and codes_of(reading, actor.id)
    return actor if speaks else None


def calls(reading: Reading, tree: Tree, index: int, person: Actor) -> bool:
    """Whether a pronoun or a title alone may mean a person."""
    token = tree.tokens[index]
    pronoun = reading.words.gender_of(token.form.lower())
    if pronoun is not None:
        return person.gender in {pronoun, None}
    if not is_bare_title(reading, tree, index) or not agrees_in_gender(token, person):
        return False
    return bool({token.lemma.lower(), token.form.lower()} & set(titles_of(reading, person)))


def is_bare_title(reading: Reading, tree: Tree, index: int) -> bool:
    """`The minister`, `la ministra`: nothing beside it tells which, and no mention does."""
    token = tree.tokens[index]
    beside = [child for child in tree.children[index] if tree.tokens[child].upos != "PUNCT"]
    definite = [c for c in beside if tree.tokens[c].feat("PronType") == "Art" and tree.tokens[c].feat("Definite") == "Def"]
    alone = len(beside) == len(definite) == 1 and token.feat("Number") == "Sing"
    return alone and token.upos in {"NOUN", "PROPN"} and mention_at(reading, token.span) is None


def agrees_in_gender(token: Token, person: Actor) -> bool:
    gender = {"Masc": "m", "Fem": "f"}.get(token.feat("Gender") or "")
    return gender is None or person.gender in {gender, None}


def titles_of(reading: Reading, person: Actor) -> Iterator[str]:
    """The words that may stand for a person's office: those of its names, and what every official is called."""
    held = reading.knowledge.roles.get(person.role or "")
    yield from (person.role_words or "").lower().split()
    if held is None:
        return
    for role in reading.knowledge.roles.values():
        same = role.id == held.id or (held.minister and role.id == MINISTER)
        akin = role.epithet and (role.broad or role.institution in {held.institution} - {None})
        for form in role.forms.get(reading.doc.article.language, ()) if same or akin else ():
            words = form.lower().split()
            yield from (words[0], words[-1]) if same else (form.lower(),)
