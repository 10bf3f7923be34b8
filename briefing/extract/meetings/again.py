"""Meetings whose sides stand in a sentence before: `The talks of Monday …`, `They will meet again`, `Nos veremos el 27`."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Sequence

from briefing.edtf import intersects, is_day
from briefing.extract.attending.asked_about import with_whom_asked_about, with_whom_it_was
from briefing.extract.attending.other_offices import without_other_offices
from briefing.extract.attending.the_two import is_of_both, is_of_others_group, is_part_of_own_sentence, with_the_two_named
from briefing.extract.attending.whose_before import with_both_by_name, with_owners_before, with_sides_of_the_first
from briefing.extract.day_and_place.then import dated_by_the_one_before
from briefing.extract.day_and_place.when import dated_before, dated_behind, on_the_way
from briefing.extract.meetings.carriers import verb_group
from briefing.extract.meetings.foretold import with_foretold
from briefing.extract.meetings.implied import is_further, is_signing
from briefing.extract.reading import Reading, codes_of, is_country, mentions_in, quote_at, speaker_of
from briefing.extract.sentence.clauses import Clause
from briefing.extract.sentence.trees import Tree, case_of, children, finite_of, is_relation, root_of, span_of
from briefing.model import Claim, Event
from briefing.model.known_rows import SUMMONS
from briefing.model.marks import NEXT_OF_SERIES, SAME_PEOPLE, SIDES_OFFICES, SIDES_STAFF
from briefing.model.meeting_kinds import FACE_TO_FACE

REACH = 3
"""Sentences over which a definite noun may point back."""
POINTS_BACK = "points_back"
"""The rule on a meeting without sides of its own (`El diálogo, ocurrido el 11 de enero, …`), to be completed or dropped."""
COUNTED = 3
"""Tokens from a number to the noun that it counts: `the three foreign ministers`."""
LEFT_OUT = "sides:left_out"
"""The rule on a meeting in whose sentence somebody is named who does not certainly take part."""
STANDS_ALONE = "meeting"
"""The rule on one that is a meeting by its own words: not dropped, though nobody knows whose it is."""


def is_one_the_reader_knows(reading: Reading, tree: Tree, clause: Clause) -> bool:
    """`El diálogo`, `the call`: definite, singular, so that the reader knows which."""
    determiners = [tree.tokens[c] for c in children(tree, clause.head, "det")]
    definite = any(t.feat("Definite") == "Def" or t.feat("PronType") == "Dem" for t in determiners)
    return clause.form.kind == "noun" and definite and tree.tokens[clause.head].feat("Number") != "Plur"


def are_the_talks(reading: Reading, tree: Tree, clause: Clause) -> bool:
    """`The (technical) talks`, `las conversaciones`, without a word of whose: one meeting by a plural."""
    token = tree.tokens[clause.head]
    definite = any(tree.tokens[c].feat("Definite") == "Def" for c in children(tree, clause.head, "det"))
    about = reading.words.about_cases | reading.words.about_occasions  # `the talks on fees`
    alone = all(case_of(tree, c) in about for c in children(tree, clause.head, "nmod", "compound"))
    return clause.form.kind == "noun" and definite and alone and token.lemma.lower() in reading.words.talks_in_plural


def is_attended(reading: Reading, tree: Tree, clause: Clause, host: int) -> bool:
    """`asistió al encuentro`: who else was at the one just told, and no other."""
    cases = reading.words.with_cases | reading.words.between_cases
    sided = any(case_of(tree, c) in cases for i in (clause.head, host) for c in children(tree, i, "obl", "nmod"))
    return is_one_the_reader_knows(reading, tree, clause) and is_relation(tree.tokens[clause.head], "obj", "obl") and not sided


def is_of_those_before(reading: Reading, tree: Tree, clause: Clause, host: int) -> bool:
    """`They will meet`, `Las partes volverán a reunirse`, `Nos veremos`: a verb whose subject is those just told of."""
    if clause.form.kind != "verb" or is_unfulfilled(tree, clause.head):
        return False
    verbs = verb_group(tree, host)
    subjects = [*children(tree, clause.head, "nsubj")] or [c for index in verbs for c in children(tree, index, "nsubj")]
    joined = tree.tokens[verbs[-1]].head if is_relation(tree.tokens[verbs[-1]], "conj") and not subjects else -1
    subjects = (
        [*children(tree, joined, "nsubj")] if joined >= 0 else subjects
    )  # `The ministers discussed fees and agreed to meet`
    ours = quote_at(reading, tree.tokens[clause.head].span) is not None
    if subjects:
        return all(means_those_before(reading, tree, i) or (ours and is_we(tree, i)) for i in subjects)
    if is_item_agreed(tree, clause.head):
        return True
    finite = finite_of(tree, verbs[-1])
    if finite.feat("Number") != "Plur" or finite.feat("VerbForm") != "Fin":
        return False
    before = [token for token in tree.tokens[: verbs[-1]] if token.form.lower() not in reading.words.mutual]
    opens = not any(token.upos in {"NOUN", "PROPN", "PRON"} for token in before)
    again = any(tree.tokens[i].lemma.lower() in reading.words.aspectual for i in verbs)  # `Volverán a verse`, behind those two
    return (ours and finite.feat("Person") == "1") or (finite.feat("Person") == "3" and again and opens)


def is_we(tree: Tree, index: int) -> bool:
    """`We will meet on May 4`, in an answer."""
    token = tree.tokens[index]
    return token.upos == "PRON" and token.feat("Person") == "1" and token.feat("Number") == "Plur"


def is_unfulfilled(tree: Tree, head: int) -> bool:
    """`They were to have met in March`, `debían haberse visto`: a perfect infinitive tells what did not come about."""
    helpers = (tree.tokens[c] for c in children(tree, head, "aux"))
    return tree.tokens[head].feat("VerbForm") == "Part" and any(helper.feat("VerbForm") == "Inf" for helper in helpers)


def is_item_agreed(tree: Tree, head: int) -> bool:
    """`3. Reunirse nuevamente el 27 de mayo`: an item of what was agreed, an infinitive that opens its sentence."""
    token = tree.tokens[head]
    before = [t for t in tree.tokens[:head] if t.upos not in {"PUNCT", "NUM", "PART"} and any(c.isalpha() for c in t.form)]
    return token.head < 0 and token.feat("VerbForm") == "Inf" and not before


def is_next_of_series(reading: Reading, tree: Tree, clause: Clause) -> bool:
    """`A second round of technical talks`, `la próxima ronda`, `La segunda`: without sides of its own."""
    if is_signing(reading, tree, clause.head):
        return True
    if clause.form.kind != "noun":
        return False
    above = tree.tokens[clause.head].head
    series = above if above >= 0 and tree.tokens[above].lemma.lower() in reading.words.rounds else clause.head
    alone = tree.tokens[clause.head].lemma.lower() in reading.words.further
    return alone or is_further(reading, tree, series)


def means_those_before(reading: Reading, tree: Tree, index: int) -> bool:
    """`they`, `both`, `the two`, `the two ministers`, `las delegaciones`, without a name or an owner of their own."""
    token, beside = tree.tokens[index], children(tree, index, "det", "nummod")
    if any(not mention.place for mention in mentions_in(reading, span_of(tree, index, ("acl", "appos")))):
        return False
    words = {tree.tokens[c].form.lower() for c in beside}
    if token.form.lower() in reading.words.those_before:
        return token.upos != "NOUN"
    definite = any(tree.tokens[c].feat("Definite") == "Def" for c in beside) or bool(words & reading.words.those_before)
    pair = token.lemma.lower() in reading.words.pair_nouns
    several = (token.feat("Number") == "Plur" or pair) and not children(tree, index, "nmod", "amod", "compound", "acl")
    return (
        definite
        and several
        and (pair or token.lemma.lower() in reading.words.governments | reading.words.officials | reading.words.people_nouns)
    )


def complete_meetings(reading: Reading, claims: Sequence[Claim]) -> tuple[Claim, ...]:
    """Give a meeting that points back the sides of the last meeting told, at most `REACH` sentences before; else drop it.

    The sentence that names the sides becomes part of what the meeting rests on.  Never in a scrambled article.
    """
    result: list[Claim] = []
    told: Event | None = None
    met: Event | None = None
    for claim in claims:
        if isinstance(claim, Event) and NEXT_OF_SERIES in claim.rules:
            result += next_of_two(reading, claim, result)
            continue
        if isinstance(claim, Event) and {POINTS_BACK, SAME_PEOPLE} & {*claim.rules}:
            if SAME_PEOPLE in claim.rules and is_part_of_own_sentence(claim, result):
                continue
            last = with_speaker(reading, claim, result, met) if SAME_PEOPLE in claim.rules else told
            last = None if last and (not fits_title(reading, claim, last) or is_of_staff_before(reading, claim, last)) else last
            last = (
                None
                if last and is_visit_of_another(claim, last)
                else without_other_offices(reading, claim, last, SIDES_OFFICES)
            )
            if last is not None and is_part_of(claim, last):
                continue
            if last is not None and not reading.is_scrambled and may_be_of(reading, claim, last):
                result += completed(reading, claim, last, result)
            elif POINTS_BACK in claim.rules and is_of_a_day_and_place(claim) and not is_told_of(claim, result):
                pair = the_two_before(reading, claim) or the_two_who_met(reading, result)
                result.append(dataclasses.replace(claim, actors=pair, rules=(*claim.rules, SIDES_OFFICES)))
            elif last is None and SAME_PEOPLE in claim.rules and (asked := with_whom_asked_about(reading, claim)):
                result.append(asked)
            elif last is None and (named := with_the_two_named(reading, claim)):
                result.append(named)
                told = met = named
            elif last is None and stands_by_its_words(claim) and not reading.is_scrambled:
                result += by_its_own_words(reading, claim)
            continue
        if isinstance(claim, Event) and claim.meeting:
            claim = with_owners_before(reading, with_whom_it_was(reading, claim, result))
            claim = with_sides_of_the_first(reading, with_both_by_name(reading, claim), told)
        if isinstance(claim, Event) and claim.meeting and len({*claim.actors, *claim.people}) >= 2:
            told = claim
            met = claim if claim.meeting != "visit" or len(claim.people) != 1 else met  # one who travels meets nobody yet
        result.append(claim)
    dated = dated_by_the_one_before(reading, dated_before(reading, dated_behind(reading, result)))
    return on_the_way(reading, with_foretold(reading, dated))


def is_of_a_day_and_place(claim: Event) -> bool:
    """`The two-day meeting in Lomé ended on Monday`, `the session will be held in Lomé on May 4`: whoever met there."""
    known = claim.status in {None, "upcoming"} and claim.meeting in FACE_TO_FACE
    return known and bool(claim.place and is_day(claim.date))


def the_two_before(reading: Reading, claim: Event) -> tuple[str, ...]:
    """`to prepare for her talks with the Peruvian minister.  The talks will take place …`: of the two who stand there."""
    if claim.sentence == 0 or reading.is_scrambled:
        return ()
    before, here = ({t.lemma.lower() for t in reading.trees[n].tokens} for n in (claim.sentence - 1, claim.sentence))
    pair = codes_before(reading, claim, 1)
    same = before & here & reading.words.named_as_meeting
    return tuple(sorted(pair)) if same and len(pair) == 2 and all(is_country(reading, code) for code in pair) else ()


def the_two_who_met(reading: Reading, before: Sequence[Claim]) -> tuple[str, ...]:
    """The two governments of all meetings that the article has told so far."""
    met = {frozenset(e.actors) for e in before if isinstance(e, Event) and e.meeting and len({*e.actors}) > 1}
    pair = next(iter(met)) if len(met) == 1 and not reading.is_scrambled else frozenset()
    return tuple(sorted(pair)) if len(pair) == 2 and all(is_country(reading, code) for code in pair) else ()


def is_told_of(claim: Event, before: Sequence[Claim]) -> bool:
    """By another sentence of the article, with its day."""
    return any(isinstance(e, Event) and e.meeting and e.date == claim.date and e.status == claim.status for e in before)


def is_of_staff_before(reading: Reading, claim: Event, last: Event) -> bool:
    """`Trade officials of the two sides ended their talks.  They will meet again`: they, and not the ministers of before."""
    if claim.sentence - last.sentence < 2 or SAME_PEOPLE not in claim.rules:
        return False
    tree = reading.trees[claim.sentence - 1]
    subjects = [
        c for c in children(tree, root_of(tree), "nsubj") if not means_those_before(reading, tree, c)
    ]  # `Both officials`
    several = [t for t in (tree.tokens[c] for c in subjects) if t.upos == "NOUN" and t.feat("Number") == "Plur"]
    return any(token.lemma.lower() in reading.words.staff for token in several)


def is_visit_of_another(claim: Event, last: Event) -> bool:
    """`accepted by phone that the consul may visit them.  The visit took place on Monday`: no visit of those who spoke."""
    made = claim.status is None or last.meeting == "call"  # `was to meet him in Lima, but the visit has been called off`
    return POINTS_BACK in claim.rules and claim.meeting == "visit" and last.meeting != "visit" and made


def is_part_of(claim: Event, last: Event) -> bool:
    """`Both will visit the lake afterwards`: a visit without a day beside a meeting that has one, and as far along."""
    dated = is_day(last.date)
    undated = not claim.date or claim.date.endswith("/..")
    same = claim.status == last.status and claim.sentence - last.sentence <= 2
    return SAME_PEOPLE in claim.rules and claim.meeting == "visit" and dated and undated and same


def stands_by_its_words(claim: Event) -> bool:
    """`Both delegations are due to meet on July 9`, or `in Cuenca in May`: what is to come is true, whoever they are."""
    dated = bool(claim.date and (is_day(claim.date) or (claim.place and not claim.date.endswith("/.."))))
    return SAME_PEOPLE in claim.rules and claim.status == "upcoming" and dated


def by_its_own_words(reading: Reading, claim: Event) -> list[Claim]:
    """With the two governments that the article has named before, where it has named no third, nor a body of several.

    `They will meet` is told only where the sentence before names just these two, `the experts will travel` without sides.
    """
    pair = codes_before(reading, claim, claim.sentence)
    two = len(pair) == 2 and all(is_country(reading, code) for code in pair) and claim.meeting != "visit"
    item = any(is_item_agreed(reading.trees[claim.sentence], i) for i in range(len(reading.trees[claim.sentence].tokens)))
    near = pair == codes_before(reading, claim, 1) or is_of_both(reading, claim.sentence)
    if not is_of_a_noun(reading, claim) and not item and not (two and near):
        return []
    actors = tuple(sorted(pair)) if two else ()
    return [dataclasses.replace(claim, actors=actors, people=(), rules=(*claim.rules, SIDES_OFFICES))]


def codes_before(reading: Reading, claim: Event, reach: int) -> frozenset[str]:
    """The countries and bodies of those named, not as places, in some sentences before."""
    spans = [tree.sentence.span for tree in reading.trees[max(0, claim.sentence - reach) : claim.sentence]]
    named = {m.actor for span in spans for m in mentions_in(reading, span) if not m.place}
    return frozenset(code for actor in named for code in codes_of(reading, actor))


def is_of_a_noun(reading: Reading, claim: Event) -> bool:
    """`The two ministers will meet`, `both delegations`: who it is that meets, by a noun."""
    known = reading.words.governments | reading.words.officials | reading.words.people_nouns
    subjects = [token for token in reading.trees[claim.sentence].tokens if is_relation(token, "nsubj")]
    return any(token.upos == "NOUN" and token.lemma.lower() in known for token in subjects)


def with_speaker(reading: Reading, claim: Event, before: Sequence[Claim], last: Event | None) -> Event | None:
    """`“Nos veremos otra vez”, dijo Díaz`: the last meeting at which Díaz was; none where nobody knows who says so."""
    quote = next((q for token in reading.trees[claim.sentence].tokens if (q := quote_at(reading, token.span))), None)
    if quote is None or last is None:
        return last
    speaker = speaker_of(reading, quote)
    if speaker is None or reading.doc.actors[speaker].kind != "person":
        return None  # nobody knows who `we` are
    met = [other for other in before if isinstance(other, Event) and other.meeting and speaker in other.people]
    met = [other for other in met if len({*other.people}) > 1]
    others = {frozenset(other.people) for other in met}
    return met[-1] if len(others) == 1 else None  # who met several people may mean any of them


def fits_title(reading: Reading, claim: Event, last: Event) -> bool:
    """Whether `the ministers` may be those who met: not two admirals, in an article that calls others ministers."""
    tokens = reading.trees[claim.sentence].tokens
    nouns = {t.lemma.lower() for t in tokens if is_relation(t, "nsubj") and t.upos == "NOUN" and t.feat("Number") == "Plur"}
    titles = nouns & {word for actor in reading.doc.actors.values() for word in (actor.role_words or "").lower().split()}
    people = (reading.doc.actors[name] for name in last.people if name in reading.doc.actors)
    theirs = [but_for_gender((actor.role_words or "").lower().split()) for actor in people if actor.role_words]
    if last.act == SUMMONS and (titles or nouns & reading.words.officials):
        return False  # `convocó al embajador ruso … Los dos ministros hablaron`: no envoy is one of them
    return not titles or all(but_for_gender(titles) & words for words in theirs)  # nor a minister and a commissioner


def but_for_gender(words: Iterable[str]) -> set[str]:
    """`ministra` and `ministro` are one title."""
    return {word[:-1] for word in words}


def completed(reading: Reading, claim: Event, last: Event, before: Sequence[Claim]) -> list[Claim]:
    """With the sides of the last one if that is near, or with the governments if no others met in the article."""
    if claim.sentence - last.sentence <= REACH and is_of_missions(reading, claim):
        governments = dataclasses.replace(last, people=(), rules=(SIDES_OFFICES,))
        return [dataclasses.replace(with_sides_of(claim, governments), context=())]  # told by its own words alone
    if claim.sentence - last.sentence <= REACH:
        return [with_sides_of(with_kind_of(claim, last), without_a_third(reading, claim, last))]
    governments = dataclasses.replace(last, people=(), rules=(SIDES_OFFICES,))
    return [with_sides_of(claim, governments)] if is_of_the_only_two(claim, before) else []


def is_of_missions(reading: Reading, claim: Event) -> bool:
    """`Ambas delegaciones volverán a verse`: of the two countries; who will be in them the words do not say."""
    nouns = (t for t in reading.trees[claim.sentence].tokens if is_relation(t, "nsubj") and t.upos == "NOUN")
    return SAME_PEOPLE in claim.rules and any(token.lemma.lower() in reading.words.missions for token in nouns)


def with_kind_of(claim: Event, last: Event) -> Event:
    """`la llamada telefónica entre … El diálogo, ocurrido el 11 de enero, …`: the general word means the call told before."""
    general = claim.meeting == "talks" and POINTS_BACK in claim.rules and claim.status == last.status
    same_day = last.date is None or claim.date is None or intersects(last.date, claim.date)
    return dataclasses.replace(claim, meeting=last.meeting) if general and same_day else claim


def without_a_third(reading: Reading, claim: Event, last: Event) -> Event:
    """`Los dos ministros se verán` behind a meeting of three: which two, the words do not say."""
    pair = {word for phrase in reading.words.both for word in phrase.split()} & reading.words.those_before
    tokens = reading.trees[claim.sentence].tokens
    counted = [i for i, t in enumerate(tokens) if t.feat("NumType") == "Card" and t.form.lower() not in pair]
    if any(is_relation(t, "nsubj") for i in counted for t in tokens[i : i + COUNTED]):  # `Los tres ministros`
        return dataclasses.replace(last, people=(), actors=(), rules=(SIDES_OFFICES,))
    said = {token.form.lower() for token in tokens} & pair
    if not said or (len(last.people) <= 2 and LEFT_OUT not in last.rules):
        return last
    return dataclasses.replace(last, people=(), actors=last.actors if len(last.actors) == 2 else (), rules=(SIDES_OFFICES,))


def next_of_two(reading: Reading, claim: Event, before: Sequence[Claim]) -> list[Claim]:
    """The next round, of the only two governments that have met in the article; who will be there, nobody says."""
    met = [c for c in before if isinstance(c, Event) and c.meeting and len({*c.actors}) > 1 and c.evidence != claim.evidence]
    states = bool(met) and all(is_country(reading, actor) for actor in met[-1].actors)  # `with the World Bank`
    states = states and not is_of_others_group(reading, claim, met[-1])
    if not states or reading.is_scrambled or not is_of_the_only_two(claim, before):
        return [claim] if STANDS_ALONE in claim.rules or is_next_round(reading, claim) else []
    whole = with_sides_of(claim, dataclasses.replace(met[-1], people=(), rules=(SIDES_OFFICES,)))
    return [dataclasses.replace(whole, context=())]  # the row is told by its own words, never by the other meeting's


def is_next_round(reading: Reading, claim: Event) -> bool:
    """`La próxima ronda tendrá lugar en Quito`, where a round was told of before: without sides, by its own words."""

    def names_round(number: int) -> bool:
        return any(token.lemma.lower() in reading.words.rounds for token in reading.trees[number].tokens)

    dated = bool(claim.date) and claim.status == "upcoming" and not reading.is_scrambled
    return dated and names_round(claim.sentence) and any(names_round(number) for number in range(claim.sentence))


def is_of_the_only_two(claim: Event, before: Sequence[Claim]) -> bool:
    """`The ministers will meet again on May 9`, where all meetings of the article so far are of the same two governments."""
    met = [{*other.actors} for other in before if isinstance(other, Event) and other.meeting and len({*other.actors}) > 1]
    dated = bool(claim.date) and claim.status == "upcoming" and bool({SAME_PEOPLE, NEXT_OF_SERIES} & {*claim.rules})
    return dated and bool(met) and len(met[0]) == 2 and all(actors == met[0] for actors in met)


def may_be_of(reading: Reading, claim: Event, last: Event) -> bool:
    """The same meeting on the same day; or another one of the same people."""
    if SAME_PEOPLE in claim.rules:
        joined = is_of_a_noun(reading, claim)  # `The two officials will meet, together with Ana Ruiz`
        apart = claim.evidence != last.evidence or is_of_a_later_day(claim, last)
        return (joined or {*claim.people} <= {*last.people}) and apart
    return last.date is None or claim.date is None or intersects(last.date, claim.date)


def is_of_a_later_day(claim: Event, last: Event) -> bool:
    """`ended their talks on Tuesday, saying they would meet again on June 12`: another meeting, in one sentence."""
    days = is_day(claim.date) and bool(last.date) and (claim.date or "") > (last.date or "").rpartition("/")[2]
    return days and claim.status == "upcoming" and last.status is None and len({*last.people}) == 2


def with_sides_of(claim: Event, last: Event) -> Event:
    unnamed = (SIDES_OFFICES,) if SIDES_OFFICES in last.rules else ()
    people = tuple(dict.fromkeys((*last.people, *claim.people))) if last.people and SIDES_STAFF not in claim.rules else ()
    return dataclasses.replace(
        claim, actors=last.actors, people=people, context=(last.evidence,), rules=(*claim.rules, *unnamed)
    )


__all__ = [
    "LEFT_OUT",
    "POINTS_BACK",
    "STANDS_ALONE",
    "complete_meetings",
    "is_attended",
    "is_next_of_series",
    "is_of_those_before",
    "is_one_the_reader_knows",
]
