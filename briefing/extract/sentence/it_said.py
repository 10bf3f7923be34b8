"""Which body `it` is that speaks: `Chad's ministry rejected the note. It said …`, of whom alone the sentence before tells."""

from __future__ import annotations

from briefing.extract.reading import Reading, actor_at, codes_of, is_unlinked, quote_at
from briefing.extract.sentence.trees import Tree, children, is_relation
from briefing.model import Actor

SPOKEN = frozenset({"speech", "reporting", "wish"})
"""Kinds of acts that no thing does."""
BODIES = frozenset({"institution", "government", "country", "organization"})


def body_that_speaks(reading: Reading, tree: Tree, index: int) -> str | None:
    """The body, where `it` is the subject of a main verb of speech, and the sentence before names no other that acts."""
    number, verb = reading.number_of(tree), tree.tokens[index].head
    if verb < 0 or tree.tokens[verb].head >= 0 or not number or not reading.is_body(number - 1) or reading.is_scrambled:
        return None
    before, here = reading.trees[number - 1], reading.doc.sentences[number]
    near = here.paragraph - reading.doc.sentences[number - 1].paragraph <= 1
    if not near or quote_at(reading, tree.tokens[index].span) or not speaks(reading, tree, verb):
        return None
    acting = [i for i, token in enumerate(before.tokens) if is_relation(token, "nsubj") and token.upos in {"NOUN", "PROPN"}]
    told = {i: actor_at(reading, before, i) for i in acting}
    main = [i for i in acting if before.tokens[before.tokens[i].head].head < 0]
    body = told[main[0]] if len(main) == 1 else None if main else body_of_it(reading, before)
    others = [i for i in acting if i not in main and may_speak(reading, before, i, told[i], body)]
    return body.id if is_body(reading, body) and body is not None and not others else None


def body_of_it(reading: Reading, tree: Tree) -> Actor | None:
    """The same, where the sentence before has `it` for its subject as well: `It said … Later it asked …`."""
    words = reading.words.neuter
    subjects = [i for i, t in enumerate(tree.tokens) if is_relation(t, "nsubj") and t.form.lower() in words]
    found = body_that_speaks(reading, tree, subjects[0]) if subjects else None
    return reading.doc.actors.get(found) if found else None


def speaks(reading: Reading, tree: Tree, verb: int) -> bool:
    acts = reading.acts.get(tree.tokens[verb].lemma.lower(), ())
    return not children(tree, verb, "aux:pass") and any(act.kind in SPOKEN and form.kind == "verb" for act, form in acts)


def is_body(reading: Reading, actor: Actor | None) -> bool:
    return actor is not None and actor.kind in BODIES and actor.official and bool(codes_of(reading, actor.id))


def may_speak(reading: Reading, tree: Tree, index: int, actor: Actor | None, body: Actor | None) -> bool:
    """Another body, or one whom no mention covers: `the ministry said the company had paid`."""
    if actor is not None:
        own = codes_of(reading, body.id) if body is not None else ()
        return actor.kind in BODIES and not {*codes_of(reading, actor.id)} <= {*own}
    return tree.tokens[index].lemma.lower() in reading.words.private_bodies or is_unlinked(reading, tree, index)


__all__ = ["body_that_speaks"]
