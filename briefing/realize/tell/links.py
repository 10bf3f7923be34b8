"""The small words: what opens a clause, prepositions, conjunctions, punctuation, and words that mean one thing together."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from briefing.knowledge import load_language
from briefing.model import Date, Quantity, Token
from briefing.realize.tell.governed import is_a_place, place_word, preposition_word
from briefing.realize.tell.nominal.adjectives import QUOTES
from briefing.realize.tell.nominal.premodified import opens_a_bare_clause
from briefing.realize.tell.prepositions import (
    by_how_much,
    check_is_a_topic,
    check_is_ahead,
    check_no_deed_taken_for_a_noun,
    check_not_bare,
    has_an_end,
    is_set_for,
    phrase_before,
    word_before_a_duration,
    word_by_noun,
)
from briefing.realize.tell.state import GATE, Telling, known, longest_in, starting, unknown
from briefing.realize.tell.verbal.gerunds import is_gerund
from briefing.realize.tell.verbal.tenses import is_lasting
from briefing.realize.wording.clauses import subtree
from briefing.realize.wording.transfer import GateClosedError, base
from briefing.realize.wording.verbs import VERBAL, rules_of


def aside(telling: Telling) -> bool:
    """An abbreviation in brackets is left out: `la Secretaría (SRE)`."""
    if telling.token.form != "(":
        return False
    close = next((n for n in range(telling.at, len(telling.order)) if telling.t.tokens[telling.order[n]].form == ")"), None)
    inside = [telling.t.tokens[i].form for i in telling.order[telling.at + 1 : close]] if close else []
    if close is None or len(inside) > 8 or not (inside and inside[0].isupper()):
        raise GateClosedError("brackets")
    telling.at = close + 1
    return True


def punctuation(telling: Telling) -> bool:
    """Commas stay; quotation marks go, since a translation quotes nobody."""
    token = telling.token
    if token.upos != "PUNCT":
        return False
    if token.form in {",", ";", ":"}:
        telling.said.append(token.form)
    elif token.form not in QUOTES and token.form != ".":
        raise GateClosedError("punctuation")
    telling.at += 1
    return True


def phrase(telling: Telling) -> bool:
    """Several words that mean one thing together: `en contra de`, `de manera reiterada`."""
    words, length = longest_in(telling, "phrases", 4)
    if words is None:
        return False
    if words == GATE:
        raise unknown("phrase", telling.token)
    forms = [telling.t.tokens[i].form.casefold() for i in telling.order[telling.at : telling.at + length]]
    words = phrase_before(telling, " ".join(forms), length) or words
    words = telling.words["phrases_of_verbs"].get(" ".join((telling.verb, *forms)), words)
    if words == GATE:
        raise unknown("phrase", telling.token)
    if " ".join(forms) in telling.words["rates"] and not _is_counted_per_time(telling, length):
        raise GateClosedError("term_or_rate")
    last, behind = telling.t.tokens[telling.order[telling.at + length - 1]].span, telling.peek(length)
    if behind is not None and any(d.span.contains(last) and d.span.contains(behind.span) for d in telling.t.dates):
        return False  # `before the end of July`: the phrase would cut the date
    telling.said.append(words)
    telling.at += length
    return True


def _is_counted_per_time(telling: Telling, length: int) -> bool:
    """`exports 300 tons a year`, but not `will last a year`, `for a year`, `a year later`: a number stands before it."""
    t, behind = telling.t, telling.peek(length)
    start = telling.order[telling.verb_at] if 0 <= telling.verb_at < len(telling.order) else 0
    numbers = [q for q in t.quantities if t.tokens[start].span.start <= q.span.start < telling.token.span.start]
    before = t.tokens[telling.index - 1].upos if telling.index else ""
    return (
        bool(numbers) and before in {"NOUN", "NUM", "SYM", "PROPN"} and (behind is None or behind.upos not in {"ADV", "SCONJ"})
    )


def preposition(telling: Telling) -> bool:
    token = telling.token
    following = telling.peek(1)
    before_gerund = telling.modifiers_first and token.upos == "SCONJ" and following is not None and is_gerund(following)
    if token.upos != "ADP" and not before_gerund:
        return False
    telling.at += 1
    following = telling.peek()
    form = token.form.casefold()
    if telling.modifiers_first:
        _say_preposition(telling, token, form)
        return True
    if following is not None and following.form.casefold() == telling.words["that"]["word"]:  # `coincidieron en que`
        if (aim := telling.words["aims"].get(form)) is not None:  # `para que disminuya el consumo`
            telling.said.append(aim)
            telling.clause = "aim"
            telling.at += 1
        return True
    check_not_bare(telling, form)
    found = starting(telling, telling.t.dates)
    if found is not None and found.type == "DURATION" and form in telling.words["before_durations"]:
        telling.said.append(telling.words["before_durations"][form])
        return True
    if form == telling.words["to"] and isinstance(found, Date) and found.type == "DATE" and found.modifier:
        if telling.t.of_lemma(telling.order[: telling.at], telling.words["moved_to_a_day"]):
            raise GateClosedError("preposition_of_time")  # `aplazó la cumbre a finales de abril`
        telling.said.append(rules_of(telling.language)["at_times"][0])  # `a principios de 2025`
        return True
    set_for = telling.verb in telling.words["set_for"] or _before(telling, 2) in telling.words["set_for_nouns"]
    if form in telling.words["before_dates"] and found is not None and set_for:
        check_is_ahead(telling, found)
        telling.said.append(load_language("transfer", "words")["prepositions"][telling.t.passage.language][form])
        return True
    dated = form in telling.words["before_dates"] and found is not None
    if dated or (form == telling.words["to"] and not telling.said):  # `para 2030`, `al cierre`
        raise GateClosedError("preposition_of_time")
    word = _since(telling, form) or by_how_much(telling, form) or preposition_word(telling, token, form)
    if word and telling.said[-1:] and telling.said[-1].split(" ")[-1] == word:
        return True  # `respond to`, of which the preposition is a part
    if word:
        telling.said.append(word)
    return True


def _has_been(telling: Telling) -> bool:
    """Whether what goes on `since` then stands in a perfect, or is told without a verb."""
    t = telling.t
    date_word = t.tokens[telling.order[telling.at - 1]].head
    over = t.tokens[date_word].head if date_word >= 0 else -1
    while over >= 0 and t.tokens[over].upos not in VERBAL:
        over = t.tokens[over].head
    helpers = [t.tokens[i] for i in t.below(over, "aux")] if over >= 0 else []
    rules = [i for i in (over, *t.below(over, "aux", "cop")) if i >= 0]
    if over < 0 or _lasts(telling) or any(is_lasting(telling, i) for i in rules):
        return True
    return any(one.lemma.casefold() in telling.words["existential"] for one in helpers)


def _lasts(telling: Telling) -> bool:
    """`vuelos suspendidos desde mayo`: a participle that says how its noun is, right before the time."""
    before = telling.order[telling.at - 2] if telling.at > 1 else -1
    return (
        before >= 0
        and telling.t.tokens[before].feat("VerbForm") == "Part"
        and telling.t.relations[before] in {"acl", "amod"}
        and not telling.t.below(before, "aux", "cop")
    )


def _before(telling: Telling, steps: int) -> str:
    """The lemma so many places back."""
    return telling.t.tokens[telling.order[telling.at - steps]].lemma.casefold() if telling.at >= steps else ""


def _wants_a_time(telling: Telling, form: str) -> bool:
    """`asked for six months`, `a request for two weeks`: the time is what is wanted, and not how long it was asked."""
    near = {telling.verb, telling.noun}
    return form in telling.words["for_what_is_wanted"] and not near.isdisjoint(telling.words["wanting_a_thing"])


def _since(telling: Telling, form: str) -> str | None:
    """`desde 2011` -> `since 2011`; `desde mayo hasta julio` has an end."""
    word: str | None = telling.words["since"].get(form)
    dated = word is not None and starting(telling, telling.t.dates) is not None
    if word is not None and not dated and not is_a_place(telling):
        raise GateClosedError("since_an_event")  # `detenidos desde los disturbios`
    if dated and not _has_been(telling):
        raise GateClosedError("since_without_a_perfect")  # `suspendió desde el lunes`, `negocian desde 2023`
    ends = dated and any(token.form.casefold() in telling.words["until"] for token in telling.tokens[telling.at :])
    return word if dated and not ends else None


def _say_preposition(telling: Telling, token: Token, form: str) -> None:
    """By what follows (a date, a gerund, a place), by the noun or verb on which it hangs, by the general table."""
    following = telling.peek()
    if following is None or following.upos in {"CCONJ", "PUNCT", "ADP"}:  # `was known about in Rome`, `as of 2002`
        raise unknown("preposition", token)
    _check_not_fixed(telling, token, form)
    _check_not_compared(telling, token, form)
    if _says_a_time(telling, form) or _says_of_whom(telling, form):
        return
    if is_gerund(following):
        _say_before_a_gerund(telling, token, form, following)
        return
    check_no_deed_taken_for_a_noun(telling, form)
    amount = starting(telling, telling.t.quantities)
    measured = isinstance(amount, Quantity) and amount.kind == "percent"  # `fell by 11 percent`, whatever the parser says
    if _says_who_or_to_what(telling, token, form, amount, measured=measured):
        return
    if base(token) == "mark":
        raise unknown("conjunction", token)
    if (
        form == telling.words["to"]
        and following.upos in {"NOUN", "ADJ"}
        and following.form.casefold() in telling.words["verbs"]
    ):
        raise GateClosedError("infinitive_or_noun")  # `operations to combat smuggling`, taken for a noun
    telling.between = form in telling.words["between"]
    word, hangs = _by_what_it_hangs_on(telling, token, form)
    if measured and hangs.upos == "VERB":
        vague = isinstance(amount, Quantity) and amount.modifier  # `by about 20 percent` -> `alrededor de un 20%`
        word = "" if vague else telling.words["before_percent"].get(form, word)  # `by 20 percent` -> `un 20%`
    if word in {None, GATE} and _is_a_reason(telling, form):
        word = telling.words["reasons"]["said"]
    telling.said.append(known(word, "preposition", token))


def _says_of_whom(telling: Telling, form: str) -> bool:
    """`asked Chile for help`: of whom it is asked."""
    asked = form in telling.words["asked_of"] and telling.verb in telling.words["asking"] and _names_an_actor(telling)
    if asked:
        telling.said.append(telling.words["asked_of"][form])
    return asked


def _say_before_a_gerund(telling: Telling, token: Token, form: str, gerund: Token) -> None:
    if telling.words["aims_of_things"].get(f"{telling.noun} {form}"):
        telling.before_ing = telling.words["aims_of_things"][f"{telling.noun} {form}"]  # `no basis for keeping …`
        return
    of_a_noun = telling.t.tokens[gerund.head].upos == "NOUN" and form in telling.words["no_ing_behind_nouns"]
    blamed = f"{telling.verb} {form}" in telling.words["blamed_for"] and _is_object_of_the_verb(telling, gerund.head)
    if not blamed and (base(gerund) == "acl" or of_a_noun):
        raise GateClosedError("gerund_of_a_noun")  # `a report about spying`
    governed = telling.words["blamed_for"][f"{telling.verb} {form}"] if blamed else _governed(telling, token, form)
    plain = governed if governed and " " not in governed else telling.words["before_ing"].get(form)
    telling.before_ing = known(plain, "preposition", token)


def _is_object_of_the_verb(telling: Telling, index: int) -> bool:
    """`accused the man of stealing`, whatever the parser hangs the stealing on."""
    above = telling.t.tokens[index].head
    return telling.t.relations[index] == "obj" and above >= 0 and telling.t.passage.tree.lemmas[above] == telling.verb


def _says_who_or_to_what(telling: Telling, token: Token, form: str, amount: object, *, measured: bool) -> bool:
    """`was killed by soldiers`, `raise the quota to 300 tons`."""
    if telling.by_whom and form == telling.words["agent"]:
        telling.said.append(telling.by_whom)
        telling.by_whom = ""
        return True
    changing = telling.words["changing"]
    if isinstance(amount, Quantity) and telling.verb in changing["verbs"] and form in changing:
        telling.said.append(changing[form])
        return True
    if form == telling.words["agent"] and _is_agent(telling, token) and not measured:
        telling.said.append(telling.words["agent_word"])
        return True
    return False


def _by_what_it_hangs_on(telling: Telling, token: Token, form: str) -> tuple[str | None, Token]:
    """The word by place, noun, verb or the general table; and the token over the noun that it stands before."""
    topic = _has_topic(telling, form, telling.order[telling.at - 2])
    if topic:
        check_is_a_topic(telling)
    place = place_word(telling, form)
    if place and not topic and _any_topic_before(telling, form):
        raise GateClosedError("where_or_about_what")  # `the ruling of a court on the border`
    place = None if topic else place
    hangs = telling.t.tokens[telling.t.tokens[token.head].head] if token.head >= 0 else token
    governed_only = hangs.upos == "VERB" and form in telling.words["only_governed"]
    if place is None and governed_only and not _governed(telling, token, form):
        raise unknown("preposition", token)
    if token.head >= 0 and (why := telling.words["by_last_noun"].get(f"{form} {telling.t.passage.tree.lemmas[token.head]}")):
        return why, hangs  # `rejected the proposal for safety reasons`, whatever a proposal is for
    dated = starting(telling, telling.t.dates) is not None
    by_noun = None if dated else word_by_noun(telling, form)
    return place or by_noun or _governed(telling, token, form) or telling.words["prepositions"].get(form), hangs


def _check_not_compared(telling: Telling, token: Token, form: str) -> None:
    """`the same wages as Greeks`: what is compared is told otherwise."""
    same = telling.words["compared"].get(form)
    if same and same in [telling.t.tokens[index].lemma for index in telling.order[: telling.at]]:
        raise unknown("preposition", token)


def _says_a_time(telling: Telling, form: str) -> bool:
    """`for three months`, said here; `on Monday`, where the date brings its own word."""
    found = starting(telling, telling.t.dates)
    if found is None:
        return False
    if form in telling.words["no_later_than"] and found.type == "DATE" and (found.value or "").replace("-", "").isdigit():
        telling.said.append(telling.words["no_later_than"][form])
        return True
    if found.type == "DURATION" and form in telling.words["before_durations"]:
        if _wants_a_time(telling, form):
            raise GateClosedError("duration_that_is_wanted")
        telling.said.append(word_before_a_duration(telling, form))
        return True
    if form in telling.words["from_a_day"] and found.type == "DATE" and not has_an_end(telling, found):
        telling.said.append(telling.words["from_a_day"][form])
        return True
    if form in telling.words["set_for_later"] and is_set_for(telling, found):
        telling.said.append(telling.words["set_for_later"][form])
    return form in telling.words["dropped_before_dates"]


def _is_a_reason(telling: Telling, form: str) -> bool:
    """`summoned the ambassador [over the arrest]`: of some deeds it says why, but not behind a matter of its own.

    `over plans the army has made` holds a clause that is not told.
    """
    rows: Mapping[str, Any] = telling.words["reasons"]
    before = telling.t.tokens[telling.order[telling.at - 2]].lemma.casefold() if telling.at > 1 else ""
    inside = subtree(telling.t, telling.t.tokens[telling.order[telling.at - 1]].head)
    noun = telling.t.tokens[telling.order[telling.at - 1]].head
    clause = any(telling.t.tokens[i].feat("VerbForm") == "Fin" for i in inside) and not opens_a_bare_clause(telling, noun)
    return form in rows["words"] and telling.verb in rows["deeds"] and before not in rows["matters"] and not clause


def _has_topic(telling: Telling, form: str, index: int) -> bool:
    """`an agreement on the border`: a noun that has a topic behind this word."""
    token = telling.t.tokens[index]
    own = telling.words["noun_governed"].get(f"{token.lemma.casefold()} {form}")
    return token.upos == "NOUN" and own == telling.words["topic_word"]


def _any_topic_before(telling: Telling, form: str) -> bool:
    return any(_has_topic(telling, form, i) for i in telling.order[: telling.at - 1])


def _check_not_fixed(telling: Telling, token: Token, form: str) -> None:
    """`in retaliation for`, `on behalf of`: three words that mean one thing, which the data do not have."""
    noun, behind = telling.peek(), telling.peek(1)
    bare = noun is not None and noun.upos == "NOUN" and noun.feat("Number") == "Sing"
    if bare and behind is not None and behind.upos == "ADP" and form in telling.words["opens_fixed"] and noun is not None:
        dated = any(d.span.start <= behind.span.stop + 1 and behind.span.start < d.span.stop for d in telling.t.dates)
        if dated or (telling.at > 1 and _has_topic(telling, form, telling.order[telling.at - 2])):
            return  # `in prison on Monday`, `talks on fishing in the bay`
        money = any(q.kind == "currency" and q.span.stop <= token.span.start <= q.span.stop + 1 for q in telling.t.quantities)
        if not money:
            raise unknown("phrase", noun)


def _names_an_actor(telling: Telling) -> bool:
    """Whether an actor begins here, or behind an article."""
    ahead = [telling.peek(0), telling.peek(1)] if telling.token.upos == "DET" else [telling.peek(0)]
    starts = {m.span.start for m in telling.t.mentions}
    return any(token is not None and token.span.start in starts for token in ahead)


def _is_agent(telling: Telling, token: Token) -> bool:
    noun_ = telling.t.tokens[token.head] if token.head >= 0 else token
    return noun_.deprel == "obl:agent" or (base(noun_) == "obl" and telling.passive)


def _governed(telling: Telling, token: Token, form: str) -> str | None:
    """By the noun or verb on which the phrase behind the preposition hangs."""
    inside = telling.t.tokens[token.head] if token.head >= 0 else token
    above = telling.t.tokens[inside.head] if inside.head >= 0 else inside
    before = telling.t.tokens[telling.order[telling.at - 2]] if telling.at > 1 else token
    if before.upos in {"NOUN", "PROPN"} and (own := telling.words["noun_governed"].get(f"{before.lemma.casefold()} {form}")):
        if inside.lemma.casefold() in {*telling.words["people"], *telling.words["families"]}:
            own = telling.words["for_persons"].get(f"{before.lemma.casefold()} {form}", own)
        if own != telling.words["governed"].get(f"{telling.verb} {form}", own):
            return GATE  # `sent its ambassador to the border`: where it sent him, or where he is ambassador
        return str(own)  # `imports from Peru`, whatever the parser hangs on the verb
    if above.upos == "ADJ":
        behind_adjective: str | None = telling.words["behind_adjectives"].get(form, GATE)
        return behind_adjective
    noun = above.upos in {"NOUN", "PROPN"}
    found: str | None = telling.words["noun_governed" if noun else "governed"].get(f"{above.lemma.casefold()} {form}")
    if found is None and noun and above.lemma.casefold() in telling.words["default_only_behind"]:
        found = telling.words["default_behind_nouns"].get(form)
    return found


def _ends_a_list(telling: Telling) -> bool:
    """`ships, planes, and drones` -> `barcos, aviones y drones`: nouns, and no clause."""
    head = telling.token.head
    if not telling.modifiers_first or head < 0 or telling.t.tokens[head].upos not in {"NOUN", "PROPN"}:
        return False
    return base(telling.t.tokens[head]) == "conj" and not telling.t.below(head, "acl", "nsubj")


def conjunction(telling: Telling) -> bool:
    if telling.token.upos != "CCONJ":
        return False
    table = load_language("transfer", "words")["conjunctions"][telling.t.passage.language]
    word = table.get(telling.token.form.casefold())
    if word is None:
        raise GateClosedError("unknown_conjunction")
    if telling.said and telling.said[-1] == "," and _ends_a_list(telling):
        telling.said.pop()
    telling.said.append(rules_of(telling.language)["joiners"][word])
    telling.at += 1
    return True
