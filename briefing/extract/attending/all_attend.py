"""All whom a sentence names that tells nothing but who attends: `Asistieron a la cita Ana Ruiz, por el Perú, y Per Lund`.

What such a list hangs on a parser often misses; where it is the sentence's only verb, everybody in it was there.
"""

from __future__ import annotations

from briefing.extract.attending.taking_part import is_only_an_owner
from briefing.extract.reading import Reading, is_person, mentions_in
from briefing.extract.sentence.moods import is_conditional, is_future, is_negated
from briefing.extract.sentence.trees import Tree, children
from briefing.model import Event, Mention


def who_comes_along(reading: Reading, tree: Tree, event: Event) -> tuple[str, ...]:
    """`Lund will be accompanied by Ana Ruiz`, `La acompañará el director, Per Lund`: right behind, with one of those."""
    root = next((i for i, token in enumerate(tree.tokens) if token.head < 0), 0)
    token = tree.tokens[root]
    along = bool({token.form.lower(), token.lemma.lower()} & reading.words.accompanied)
    if not along or is_negated(reading, tree, root) or is_conditional(reading, tree, root):
        return ()
    if is_future(reading, tree, root) != (event.status == "upcoming"):
        return ()
    people = all_who_attend(reading, tree, root)
    whom = [tree.tokens[c] for c in children(tree, root, "nsubj", "nsubj:pass", "obj")]
    by_pronoun = any(one.upos == "PRON" for one in whom) or (token.upos != "VERB" and not whom)
    return people if {*people} & {*event.people} or (by_pronoun and event.people) else ()


def who_is_in_it(reading: Reading, tree: Tree, event: Event) -> tuple[str, ...]:
    """`The Chilean delegation included Ana Ruiz`, `On the Chilean side were Ana Ruiz and Per Lund`: behind what was held."""
    root = next((i for i, token in enumerate(tree.tokens) if token.head < 0), 0)
    lemmas = {token.lemma.lower() for token in tree.tokens}
    composed = {tree.tokens[root].lemma.lower(), tree.tokens[root].form.lower()} & reading.words.composing
    there = tree.tokens[root].upos == "AUX" or any(tree.tokens[c].upos == "AUX" for c in children(tree, root, "cop"))
    of_a_team = bool(lemmas & reading.words.missions and composed) or bool(there and lemmas & reading.words.team_sides)
    told = of_a_team and not is_negated(reading, tree, root) and not is_conditional(reading, tree, root)
    if not told or is_future(reading, tree, root) != (event.status == "upcoming"):
        return ()
    return all_who_attend(reading, tree, root)


def all_who_attend(reading: Reading, tree: Tree, host: int) -> tuple[str, ...]:
    """Nobody where another verb stands in the sentence, or somebody attends for another."""
    verbs = [i for i, token in enumerate(tree.tokens) if token.upos == "VERB" or token.feat("VerbForm") == "Fin"]
    others = [i for i in verbs if i != host and tree.tokens[i].upos != "AUX"]
    told = f" {' '.join(token.form.lower() for token in tree.tokens)} "
    sent = any(f" {words} " in told for words in in_the_place_of(reading))
    represents = tree.tokens[host].lemma.lower() in reading.words.representing
    if tree.tokens[host].head >= 0 or others or sent or represents:
        return ()
    people = [mention for mention in mentions_in(reading, tree.sentence.span) if is_person(reading, mention.actor)]
    return tuple(dict.fromkeys(m.actor for m in people if not is_owner(reading, tree, host, m)))


def in_the_place_of(reading: Reading) -> frozenset[str]:
    """`Ruiz attended on behalf of the minister`: words that say that somebody is not there himself."""
    return reading.words.instead | reading.words.in_ones_place | reading.words.representing


def is_owner(reading: Reading, tree: Tree, host: int, mention: Mention) -> bool:
    """`la secretaria de Petit asistió`: it is she who did."""
    return is_only_an_owner(reading, tree, (host,), None, mention.actor)


__all__ = ["all_who_attend", "who_comes_along", "who_is_in_it"]
