"""The words of a meeting's place that a parser hangs elsewhere: on whom one meets, on the day, on a relative clause."""

from __future__ import annotations

from briefing.extract.day_and_place.own_reach import is_relative
from briefing.extract.reading import Reading, is_of_a_date
from briefing.extract.sentence.clauses import Clause
from briefing.extract.sentence.trees import (
    Tree,
    case_of,
    children,
    is_passive,
    is_relation,
)


def beside_a_body(reading: Reading, tree: Tree, clause: Clause) -> list[int]:
    """`will raise the matter of buoys at the Council in Riga`: what a parser hangs with the body on the matter."""
    token = tree.tokens[clause.head]
    body = clause.form.kind == "noun" and token.lemma.lower() in reading.words.meeting_bodies and is_relation(token, "nmod")
    return [c for c in children(tree, token.head, "nmod", "obl") if c > clause.head] if body else []


def held_relatives(reading: Reading, tree: Tree, clause: Clause) -> list[int]:
    """`la Cumbre, que se celebra en Quito`, `la cita que iba a celebrar en Quito`: the verb that says where it is held."""
    if clause.form.kind != "noun":
        return []
    whose = children(tree, clause.head, "nmod")  # `la sesión de la Comisión, que se celebra en Quito`
    below = [c for i in (clause.head, *whose) for c in children(tree, i, "acl")]
    held = reading.words.happening | reading.words.holding
    found = [c for c in below if tree.tokens[c].lemma.lower() in held]
    parts = {c: children(tree, c, "nsubj", "mark", "obj") for c in found}
    return [c for c in found if any(is_relation(tree.tokens[i], "nsubj") or is_relative(reading, tree, i) for i in parts[c])]


def behind_again(tree: Tree, clause: Clause) -> list[int]:
    """`volverán a verse el 28 de mayo en Lima`: what a parser hangs on the verb that carries the meeting's own."""
    found, index = [], clause.head
    while clause.form.kind == "verb" and is_relation(tree.tokens[index], "xcomp") and tree.tokens[index].head >= 0:
        index = tree.tokens[index].head
        found += [c for c in children(tree, index, "obl") if c > clause.head]
    return found


def said_to_be(reading: Reading, tree: Tree, clause: Clause) -> list[int]:
    """`El encuentro será en Lima`, `está previsto en Lima`: what a meeting's noun is the subject of, where that is no verb."""
    above = tree.tokens[clause.head].head
    subject = clause.form.kind == "noun" and is_relation(tree.tokens[clause.head], "nsubj") and above >= 0
    if not subject or not children(tree, above, "cop"):
        return []
    set_for = tree.tokens[above].lemma.lower() in reading.words.scheduling
    return [above, *(children(tree, above, "obl") if set_for else ())]


def behind_names(reading: Reading, tree: Tree, host: int) -> list[int]:
    """`met Minister Kofi Adom in Lomé`, `will hold a session in Lima`: what a parser hangs on the object."""
    met = [c for c in children(tree, host, "obj") if tree.tokens[c].upos == "PROPN" or is_occasion(reading, tree, c)]
    met += [c for c in children(tree, host, "obj") if tree.tokens[c].lemma.lower() in reading.words.agreements]
    timed = [
        c for c in children(tree, host, "obl", "obj", "nmod", "nsubj") if is_of_a_date(reading, tree, c)
    ]  # `el 2 de abril en Dakar`, `será el 2 de abril en Dakar`
    beside = [i for c in children(tree, host, "obl", "obj") for i in children(tree, c, "appos")]
    timed += [i for i in beside if is_of_a_date(reading, tree, i)]  # `con el ministro, Ana Ruiz, el 2 de abril en Dakar`
    below = [i for c in timed for i in children(tree, c, "compound", "nmod", "obl") if is_of_a_date(reading, tree, i)]
    margins = [c for c in children(tree, host, "obl", "nmod") if tree.tokens[c].lemma.lower() in reading.words.no_matters]
    met += [i for c in margins for i in children(tree, c, "nmod") if is_occasion(reading, tree, i)]  # `on the sidelines of`
    met += [c for c in children(tree, host, "obl") if is_occasion(reading, tree, c) or is_named_host(reading, tree, host, c)]
    met_with = [c for c in children(tree, host, "obl") if case_of(tree, c) in reading.words.with_cases]
    named = [i for c in (*children(tree, host, "obj"), *met_with) for i in behind_apposition(tree, c)]
    return [*(i for c in (*met, *timed, *below) for i in children(tree, c, "nmod", "obl")), *named]


def behind_apposition(tree: Tree, index: int) -> list[int]:
    """`met (with) the Latvian minister, Ilze Ozola, in Riga`: what stands behind the name, and not beside the office."""
    names = [c for c in children(tree, index, "appos") if tree.tokens[c].upos == "PROPN"]
    after_comma = [i for c in names for i in children(tree, c, "nmod") if is_behind_comma(tree, i)]
    return [*(i for i in children(tree, index, "nmod", "obl") if names and i > names[0]), *after_comma]


def is_behind_comma(tree: Tree, index: int) -> bool:
    """`talks with her counterpart, Per Lund[, in] Riga`: what a parser hangs on the name belongs to no name."""
    first = min(children(tree, index, "case"), default=0)
    return first > 0 and tree.tokens[first - 1].form == ","


def behind_parties(reading: Reading, tree: Tree, clause: Clause) -> list[int]:
    """`talks with Minister Ana Ruiz in Lima`, `a meeting of the committee of Togo and Benin in Lomé`: what a parser hangs on
    who meets, or on the day, where a noun tells of the meeting."""
    found: list[int] = []
    parties = [clause.head] if clause.form.kind == "noun" else []
    while parties:
        for part in children(tree, parties.pop(), "nmod", "obl", "appos", "conj", "flat", "compound"):
            (parties if is_party(reading, tree, part) else found).append(part)
    return sorted(found)


def is_party(reading: Reading, tree: Tree, index: int) -> bool:
    if case_of(tree, index) in reading.words.place_cases | reading.words.towards:
        return False
    token = tree.tokens[index]
    named = any(not mention.place and mention.span.contains(token.span) for mention in reading.doc.mentions)
    return named or token.lemma.lower() in reading.words.meeting_bodies or is_of_a_date(reading, tree, index)


def is_named_host(reading: Reading, tree: Tree, host: int, index: int) -> bool:
    """`was received by President Ana Ruiz in Lima`: by whom, behind whose name the place hangs."""
    return is_passive(tree, host) and case_of(tree, index) in reading.words.agent_cases and tree.tokens[index].upos == "PROPN"


def is_occasion(reading: Reading, tree: Tree, index: int) -> bool:
    return tree.tokens[index].lemma.lower() in reading.words.occasions
