"""Names among the sides of a meeting that their article does not introduce: `Quiroga`, `Lithuania's Tomas Vaitkus`.

They go into the event as ids of their own; consolidation looks whether another article of the week introduces the person.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from briefing.extract.meetings.carriers import verb_group
from briefing.extract.reading import Reading, actor_at, is_unlinked, mentions_in
from briefing.extract.sentence.trees import Tree, case_of, children, conjuncts, is_relation, is_verbal, span_of, subtree
from briefing.model import FULL_NAME, SURNAME, Span

FEWEST_WORDS = 2
"""Words of a name that stands for a person by itself."""
HYPHEN = "-"
LEFT_OUT = ("acl", "advcl", "parataxis", "obl")


def unlinked_people(reading: Reading, tree: Tree, heads: Sequence[int]) -> tuple[str, ...]:
    """The names in the phrases of some sides that no mention covers, as ids."""
    found = dict.fromkeys(name for head in heads for name in names_under(reading, tree, head))
    words = {name: set(name.partition(":")[2].split()) for name in found}
    return tuple(name for name in found if not any(words[name] < words[other] for other in found))


def countries_beside(reading: Reading, tree: Tree, heads: Sequence[int], people: Sequence[str]) -> tuple[str, ...]:
    """`Dawit Alemu of Ethiopia`, `Lithuania's Tomas Vaitkus`: whose they are of whom nothing else is known."""
    spans = [span_of(tree, head, LEFT_OUT) for head in heads if full_names(people)]
    return tuple(
        m.actor for span in spans for m in mentions_in(reading, span) if m.actor in reading.knowledge.actors and not m.place
    )


def full_names(people: Sequence[str]) -> tuple[str, ...]:
    return tuple(name for name in people if name.startswith(FULL_NAME))


def side_heads(reading: Reading, tree: Tree, head: int, host: int) -> tuple[int, ...]:
    """The heads of the phrases that say who meets: subjects, and those with `con`, `entre`, `with`."""
    cases = reading.words.with_cases | reading.words.between_cases
    found: list[int] = []
    before = verb_before(tree, verb_group(tree, host)[-1])
    for index in dict.fromkeys((head, *verb_group(tree, host), *before)):
        for child in children(tree, index, "nsubj", "obl", "nmod", "obj"):
            subject = is_relation(tree.tokens[child], "nsubj")
            if index in before and not subject:
                continue
            person = is_relation(tree.tokens[child], "obj") and child != head and not case_of(tree, child)
            if subject or person or case_of(tree, child) in cases:
                found += [i for i in conjuncts(tree, child) if i != head]
    return tuple(dict.fromkeys(found))


def verb_before(tree: Tree, verb: int) -> tuple[int, ...]:
    """`Quispe arrives on Sunday and will meet …`: the verb that has the subject of both."""
    token = tree.tokens[verb]
    shared = is_relation(token, "conj") and not children(tree, verb, "nsubj") and is_verbal(tree.tokens[token.head])
    shared = shared and not children(tree, token.head, "ccomp")  # who only says so
    return (token.head,) if shared else ()


def names_under(reading: Reading, tree: Tree, head: int) -> Iterator[str]:
    """Runs of names below a head, its appositions included."""
    run: list[int] = []
    apart = {i for place in places_under(reading, tree, head) for i in subtree(tree, place)}
    for index in (*(i for i in subtree(tree, head, LEFT_OUT) if i not in apart), len(tree.tokens)):
        if is_hyphen_within(reading, tree, run, index):
            continue
        if index < len(tree.tokens) and is_unlinked(reading, tree, index) and (not run or goes_on(tree, run, index)):
            run.append(index)
            continue
        if run and not any(rule(reading, tree, run) for rule in NO_PERSON):
            yield id_of(tree, run)
        run = [index] if index < len(tree.tokens) and is_unlinked(reading, tree, index) else []


def is_hyphen_within(reading: Reading, tree: Tree, run: Sequence[int], index: int) -> bool:
    """That of `Jean-Claude Habimana`: a token of its own, with a word of the name on either side."""
    if not run or run[-1] != index - 1 or index + 1 >= len(tree.tokens) or tree.tokens[index].form != HYPHEN:
        return False
    return is_unlinked(reading, tree, index + 1) and goes_on(tree, run, index + 1)


def goes_on(tree: Tree, run: Sequence[int], index: int) -> bool:
    """The next word of a name, or that behind its hyphen."""
    last, token = tree.tokens[run[-1]], tree.tokens[index]
    joined = index == run[-1] + 2 and tree.tokens[index - 1].form == HYPHEN and token.span.start == last.span.stop + 1
    return index == run[-1] + 1 or joined


def words_of(tree: Tree, run: Sequence[int]) -> str:
    """`Jean-Claude Habimana`, written as it stands."""
    said = tree.tokens[run[0]].form
    for before, index in pairwise(run):
        said += (" " if index == before + 1 else HYPHEN) + tree.tokens[index].form
    return said


def places_under(reading: Reading, tree: Tree, head: int) -> Iterator[int]:
    """`the shelters in Gulu and Fort Portal`, `millers from Fort Portal`: a place, and no name; nor one of a clause on them."""
    words = reading.words
    cases = words.place_cases | words.from_words | (words.tour_cases - words.of_cases - words.towards)
    for index in subtree(tree, head, LEFT_OUT):
        token = tree.tokens[index]
        placed = is_relation(token, "nmod") and case_of(tree, index) in cases  # `a ferry across Lake Mweru`
        if index != head and (placed or (is_relation(token, "acl", "advcl") and is_verbal(token))):
            yield index


def is_of_an_office(reading: Reading, tree: Tree, run: Sequence[int]) -> bool:
    """`la ministra del Interior`, `the secretary of Labor`: no name of a person."""
    above = [tree.tokens[i].head for i in run if is_relation(tree.tokens[i], "conj")]  # `los gobernadores de Tacna y Arica`
    found = [i for i in (*run, *above) if i >= 0]
    return any(is_relation(tree.tokens[i], "nmod") and case_of(tree, i) in reading.words.of_cases for i in found)


def is_honorific(reading: Reading, tree: Tree, run: Sequence[int]) -> bool:
    """`Hon. Amina Otieno`: a capital word just before a name that is known."""
    behind = next((i for i in range(run[-1] + 1, len(tree.tokens)) if tree.tokens[i].upos != "PUNCT"), None)
    return len(run) == 1 and behind is not None and actor_at(reading, tree, behind) is not None


def is_piece_of_a_body(reading: Reading, tree: Tree, run: Sequence[int]) -> bool:
    """`Consejo Directivo`, `Consejo de la Integración Centroamericana`: behind a body's word, or behind an article."""
    before = [tree.tokens[i].form.lower() for i in range(max(0, run[0] - 2), run[0])]
    bodies = reading.words.meeting_bodies
    articled = bool(before) and tree.tokens[run[0] - 1].feat("Definite") == "Def"
    return articled or bool(before and before[-1] in bodies) or is_in_a_longer_name(tree, run)


def is_in_a_longer_name(tree: Tree, run: Sequence[int]) -> bool:
    """`Agencia Nacional del Petróleo`: a parser hangs it on another name by its small words."""
    first = tree.tokens[run[0]]
    linked = any(is_relation(tree.tokens[c], "case") for c in tree.children[run[0]])
    return is_relation(first, "flat") and linked


def is_title(reading: Reading, tree: Tree, run: Sequence[int]) -> bool:
    """`Vice Minister`, `Director General`: the words of an office and nobody's name."""
    return any(tree.tokens[i].form.lower() in reading.words.holders | reading.words.officials for i in run)


def is_body_of_title(reading: Reading, tree: Tree, run: Sequence[int]) -> bool:
    """`Norges Bank Governor Per Lund`: the name just before a title is that of the body, and nobody's."""
    behind = tree.tokens[run[-1] + 1].form.lower() if run[-1] + 1 < len(tree.tokens) else ""
    return behind in reading.words.holders | reading.words.officials


def names_a_thing(reading: Reading, tree: Tree, run: Sequence[int]) -> bool:
    """`will visit Mae La camp`, `jefes de Estado Mayor`: the name is that of a thing behind it, or of a rank."""
    outer = next((i for i in run if tree.tokens[i].head not in run), run[-1])
    above = tree.tokens[outer].head
    thing = above > run[-1] and tree.tokens[above].upos == "NOUN" and is_relation(tree.tokens[outer], "compound", "nmod")
    words = tuple(tree.tokens[i].form.lower() for i in (*range(max(0, run[0] - 1), run[0]), *run))
    ranks = {tuple(rank.split()) for rank in reading.words.rank_words}
    official = thing and tree.tokens[above].lemma.lower() in reading.words.holders | reading.words.officials
    return (thing and not official) or any(words[i : i + len(rank)] == rank for rank in ranks for i in range(len(words)))


def is_of_a_building(reading: Reading, tree: Tree, run: Sequence[int]) -> bool:
    """`El edificio Ana Ruiz recibió a la canciller`, `Hotel Ana Ruiz`: the name is that of the house."""
    before = [tree.tokens[i].form.lower() for i in range(max(0, run[0] - 1), run[0])]
    first = [tree.tokens[run[0]].form.lower()] if len(run) >= FEWEST_WORDS else []
    return bool({*before, *first} & reading.words.named_buildings)


def is_of_a_place(reading: Reading, tree: Tree, run: Sequence[int]) -> bool:
    """`visitó Encarnación y San Lorenzo`: by its first word a town's, which nobody whom an article introduces is called."""
    return len(run) >= FEWEST_WORDS and tree.tokens[run[0]].form.lower() in reading.words.place_openers


def is_abbreviated(reading: Reading, tree: Tree, run: Sequence[int]) -> bool:
    """`between H.E. Mr. Per Lund and …`: forms of address cut short, and no letter of a name."""
    return all(tree.tokens[i].form.endswith(".") for i in run)


NO_PERSON = (
    is_of_an_office,
    is_honorific,
    is_abbreviated,
    is_piece_of_a_body,
    is_title,
    is_body_of_title,
    names_a_thing,
    is_of_a_building,
    is_of_a_place,
)


def id_of(tree: Tree, run: Sequence[int]) -> str:
    """A full name beside a noun, a country or another name is a person; anything else only if the week knows it."""
    words = words_of(tree, run)
    above = next((tree.tokens[i].head for i in run if tree.tokens[i].head not in run), -1)
    named = above >= 0 and tree.tokens[above].upos in {"NOUN", "PROPN"}
    owned = any(is_relation(tree.tokens[c], "nmod") for i in run for c in children(tree, i))
    return f"{FULL_NAME if len(run) >= FEWEST_WORDS and (named or owned) else SURNAME}{words}"


def is_office(reading: Reading, tree: Tree, head: int) -> bool:
    """`officials of both countries`, `a joint commission`: a side that is neither a person nor a government by its name."""
    token = tree.tokens[head]
    inside = Span(token.span.start, token.span.stop)
    known = [m for m in reading.doc.mentions if m.span.overlaps(inside)]
    actors = [reading.doc.actors[m.actor].kind for m in known if m.actor in reading.doc.actors]
    whole = token.lemma.lower() in reading.words.governments
    return token.upos == "NOUN" and "person" not in actors and not whole
