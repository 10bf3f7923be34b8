"""What speaks against printing a stance: signs that a clause is not certainly what the government itself holds.

Most wrong positions are true sentences under a wrong label.  Each sign is coarse on purpose: where one is there, no position is
made, and the sentence stays what it is, at most a fact.
"""

from __future__ import annotations

from collections.abc import Callable

from briefing.extract.positions.ascribed import Ascription
from briefing.extract.positions.asserted import (
    is_mutual,
    is_named_by_others,
    is_taken_up_by_another,
    is_told_aside,
    is_what_a_noun_says,
)
from briefing.extract.positions.hearsay import NAMING, has_unknown_teller, tellers_of
from briefing.extract.reading import TURN, Reading, codes_of_all, governments_of, mentions_in, quote_at, voices_at
from briefing.extract.sentence.attribution import is_said, lets_stand
from briefing.extract.sentence.bygone import is_bygone
from briefing.extract.sentence.clauses import Clause
from briefing.extract.sentence.light_acts import (
    is_arrangement,
    is_asked_itself,
    is_forecast,
    is_sources_own,
    lacks_its_content,
)
from briefing.extract.sentence.moods import is_negated
from briefing.extract.sentence.subjects import find_subject
from briefing.extract.sentence.trees import (
    Tree,
    ancestors,
    case_of,
    children,
    finite_of,
    is_passive,
    is_relation,
    is_verbal,
    mark_of,
    phrase_below,
    places_of,
    span_of,
    stands_behind,
)

NAMELESS = frozenset({"officials", "press"})
"""The generic rows of those who are nobody by name: `a senior official`, `fuentes oficiales`, `la prensa chilena`."""


def is_doubted(told: Ascription) -> bool:
    return any(doubt(told) for doubt in OF_A_GOVERNMENT) or any(doubt(told.reading, told.clause) for doubt in OF_A_CLAUSE)


def is_denied_above(reading: Reading, clause: Clause) -> bool:
    """`It is not true that Poland has demanded …`, `es posible que Chile pida …`: not told as so."""
    tree, below = reading.trees[clause.sentence], clause.head
    for index in ancestors(tree, clause.head):
        token = tree.tokens[index]
        if is_relation(tree.tokens[below], "ccomp", "csubj", "acl", "xcomp"):
            beside = {token.lemma.lower(), *(tree.tokens[c].lemma.lower() for c in children(tree, index, "obj", "nsubj"))}
            denied = is_negated(reading, tree, index) and not beside & reading.words.no_denial
            going = {token.lemma.lower(), token.form.lower()} & reading.words.future_auxiliaries  # `are not going to pay`
            denied = denied and not (clause.negated and going)
            if denied or token.lemma.lower() in reading.words.supposing:
                return True
        below = index
    return False


def is_hedged(reading: Reading, clause: Clause) -> bool:
    """`reportedly threatened`, `is understood to have urged`, `al parecer`: nobody answers for it."""
    tree, below = reading.trees[clause.sentence], clause.head
    for index in (clause.head, clause.trigger, *ancestors(tree, clause.head)):
        phrases = (" ".join(span_of(tree, c).of(tree.text).lower().strip(",").split()) for c in children(tree, index, *BESIDE))
        if any(phrase in reading.words.hedges for phrase in phrases):
            return True
        rumoured = tree.tokens[index].lemma.lower() in reading.words.rumouring and is_passive(tree, index)
        if rumoured and is_relation(tree.tokens[below], "xcomp", "ccomp", "csubj"):
            return True
        below = index
    return False


BESIDE = ("advmod", "obl", "nmod", "discourse", "advcl", "parataxis")
"""How a hedge hangs on a verb."""


def is_rumoured(told: Ascription) -> bool:
    """`Chile estaría dispuesta`, `habría amenazado`, `Norway could withdraw`, where the government does not say so itself.

    Of wishes the conditional is only polite: `les gustaría`.
    """
    reading, clause = told.reading, told.clause
    tellers = tellers_of(told)
    return clause.conditional and clause.act.kind != "wish" and told.government not in codes_of_all(reading, tellers)


def is_nobodys_word(told: Ascription) -> bool:
    """Told by one official, by nameless sources or the press: never the government.  `U.S. officials urged …` may be."""
    reading, clause = told.reading, told.clause
    holders = clause.holders
    tellers = tellers_of(told)
    tree, below = reading.trees[clause.sentence], clause.head
    if any(is_nameless(actor) and (actor not in holders or is_single(reading, tree, actor)) for actor in (*holders, *tellers)):
        return True
    for index in (clause.head, *ancestors(tree, clause.head)):
        cited = [
            c for c in children(tree, index, "obl", "nmod", "advcl") if case_of(tree, c) in reading.words.attribution_cases
        ]
        above = told.by_head.get(index)
        tells = above is not None and index != clause.head and lets_stand(above) and is_said(tree, above, below)
        beside = [c for c in children(tree, index, "parataxis", "ccomp") if c in told.by_head and lets_stand(told.by_head[c])]
        said = [c for verb in (*beside, *([index] if tells else [])) for c in children(tree, verb, "nsubj")]
        if any(tree.tokens[c].lemma.lower() in reading.words.sources for c in (*cited, *said)):
            return True
        below = index
    return False


def is_leaked(reading: Reading, clause: Clause) -> bool:
    """`según un borrador del ministerio al que tuvo acceso El Correo`, `according to a leaked letter`: announced by nobody."""
    tree = reading.trees[clause.sentence]
    if not places_of(tree, reading.words.leaked):
        return False
    cited = (
        i for i, t in enumerate(tree.tokens) if t.upos in NAMING and stands_behind(tree, i, reading.words.attribution_cases)
    )
    return any(phrase_below(tree, i, reading.words.leaked) for i in cited)


def is_nameless(actor: str) -> bool:
    return actor.partition(".")[2] in NAMELESS


def is_single(reading: Reading, tree: Tree, actor: str) -> bool:
    """`a senior official`, and not `officials`."""
    named = [m.span for m in mentions_in(reading, tree.sentence.span) if m.actor == actor]
    nouns = [t for t in tree.tokens if t.upos == "NOUN" and any(span.contains(t.span) for span in named)]
    return any(token.feat("Number") == "Sing" for token in nouns)


def opens_a_statement(reading: Reading, clause: Clause) -> bool:
    """`wishes to inform the public`, `se permite comunicar`: how a ministry opens its statement."""
    tree = reading.trees[clause.sentence]
    told = [tree.tokens[c] for c in children(tree, clause.head, "xcomp", "ccomp", "advcl")]
    opens = {token.lemma.lower() for token in told if token.feat("VerbForm") == "Inf"} & reading.words.informing
    return bool(opens) and (clause.act.kind == "wish" or clause.act.plover == "CONCEDE")


def is_concession(told: Ascription) -> bool:
    """`According to a newspaper, although Chile says that it refused, …`: beside what another tells as so."""
    reading, clause = told.reading, told.clause
    tree = reading.trees[clause.sentence]
    others = any(told.government not in codes_of_all(reading, link) for link in told.chain)
    others = others or has_unknown_teller(reading, clause, told.by_head)
    path = (clause.head, *ancestors(tree, clause.head))
    return others and any(is_relation(tree.tokens[i], "advcl") and has_tense(tree, i) for i in path)


def is_moment(told: Ascription) -> bool:
    """`Fiji refused on Monday, hours after Samoa pledged more boats`: only says when; the line and its day are another's."""
    reading, clause = told.reading, told.clause
    tree = reading.trees[clause.sentence]
    after = reading.words.after_marks | reading.words.counted_before
    for index in (clause.head, *ancestors(tree, clause.head)):
        if (
            is_relation(tree.tokens[index], "advcl", "acl")
            and {mark_of(tree, index), mark_of(tree, index).partition(" ")[0]} & after
        ):
            verb = next((i for i in ancestors(tree, index) if is_verbal(tree.tokens[i])), None)
            doer = find_subject(reading, tree, verb) if verb is not None else None
            return doer is not None and bool(doer.actors) and told.government not in codes_of_all(reading, doer.actors)
    return False


def has_tense(tree: Tree, index: int) -> bool:
    return finite_of(tree, index).feat("VerbForm") == "Fin"


BROKEN_OFF = frozenset({"…", "..."})


def is_behind_a_break(reading: Reading, clause: Clause) -> bool:
    """`La baja, ayer hubo… pues ahí queremos que …`: a speaker begins anew, and who wants what no longer hangs together.

    In brackets it is the article that leaves words out: `El presidente (...) me instruyó`.
    """
    forms = [token.form for token in reading.trees[clause.sentence].tokens]
    return any(forms[i] in BROKEN_OFF and forms[i - 1] not in {"(", "["} for i in range(1, clause.trigger))


def is_rivals_word(told: Ascription) -> bool:
    """`“Peru does not want a deal”, Chile's minister said`; `said that Peru refuses to talk`: what the other side makes of it.

    A deed of saying that is done may be told by another (`said that Peru had rejected the plan`), though not in the few words
    that an article quotes, which praise or blame; what both do, one of the two may tell.
    """
    reading, clause = told.reading, told.clause
    together = codes_of_all(reading, clause.holders)
    tellers = tellers_of(told)
    quote = quote_at(reading, reading.trees[clause.sentence].tokens[clause.head].span)
    others = [codes for actor in tellers if (codes := set(governments_of(reading, actor)))]
    if any(codes & (together | {told.government}) for codes in others):
        return False
    if not others:  # who is quoted is nobody's minister, or nobody tells whose: `“Peru refuses to see it”, the lawyer said`
        direct = quote is not None and quote.kind == "direct" and quote.rule != TURN
        return direct and (bool(tellers) or is_named_by_another(reading, clause, told.government))
    if clause.act.kind in {"wish", "modal"}:
        return True
    if quote is not None and quote.rule == TURN:
        return False  # `Haiti accuses us of …`: in talk the present tense tells what is done
    return (quote is not None and quote.kind == "direct") or is_now(reading, clause)


def is_named_by_another(reading: Reading, clause: Clause, government: str) -> bool:
    """`“Peru lost and wants to win with guns,” he said`: of a country that nobody says is his; of deeds he may tell."""
    if clause.subject is None or clause.subject.how not in {"explicit", "shared"} or not is_now(reading, clause):
        return False
    voices = voices_at(reading, reading.trees[clause.sentence].tokens[clause.head].span)
    return government not in codes_of_all(reading, voices)


def is_now(reading: Reading, clause: Clause) -> bool:
    """`refuses`, `is insisting`, and not `has refused`: held and not done."""
    tree = reading.trees[clause.sentence]
    done = tree.tokens[clause.head].feat("VerbForm") == "Part"
    return clause.form.kind == "verb" and not done and finite_of(tree, clause.head).feat("Tense") == "Pres"


def is_of_a_bygone_day(reading: Reading, clause: Clause) -> bool:
    """`agreed in 2011 to …`, `solicitó la entrega en 2024`: background."""
    return is_bygone(reading, clause)


def is_asked_of_itself(told: Ascription) -> bool:
    """`said Chile should have asked and called on Chile to …`: no government asks itself, so it is another that does."""
    reading, clause = told.reading, told.clause
    asked = codes_of_all(reading, clause.addressees)
    return bool(asked) and asked == {told.government}


BLAME = frozenset({"defy"})
"""Acts by which others judge what a government did: `ignored two letters`, `flouts the treaty`."""


def is_blame_of_a_rival(told: Ascription) -> bool:
    """`said that Peru had ignored two letters`: what another blames it for; that it `defied the ruling` an article may tell."""
    reading, clause = told.reading, told.clause
    tellers = tellers_of(told)
    return clause.act.id in BLAME and bool(tellers) and told.government not in codes_of_all(reading, tellers)


OF_A_GOVERNMENT: tuple[Callable[[Ascription], bool], ...] = (
    is_rivals_word,
    is_taken_up_by_another,
    is_told_aside,
    is_asked_of_itself,
    is_blame_of_a_rival,
    is_rumoured,
    is_nobodys_word,
    is_concession,
    is_moment,
)
"""What speaks against a clause as the position of one government, which may be another's all the same."""
OF_A_CLAUSE: tuple[Callable[[Reading, Clause], bool], ...] = (
    is_what_a_noun_says,
    is_mutual,
    is_named_by_others,
    is_of_a_bygone_day,
    is_behind_a_break,
    is_denied_above,
    is_hedged,
    is_leaked,
    opens_a_statement,
    is_forecast,
    lacks_its_content,
    is_arrangement,
    is_asked_itself,
    is_sources_own,
)
"""What speaks against a clause as anybody's position."""
