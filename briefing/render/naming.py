"""What people are called in a memo: name and office where they are first named, the short name from then on.

The order is that in which the memo is printed, so the work is done on finished lines.  Words in quotation marks stay, and so
does a name that stands where an office cannot (`the Quispe administration`).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from briefing.localize.forms import NamingForms
from briefing.localize.punctuation import outside_quotes
from briefing.model import BriefPerson
from briefing.model.letters import LOWER, UPPER, capital
from briefing.render.acronyms import without
from briefing.render.words import Words

_CAPITAL = re.compile(rf"[{UPPER}]")
_NEAR = 60
"""So many characters before a name are looked through for its office and country."""
_SHORTEST_DEMONYM = 4
_BEGINS = (".", "!", "?", ":")


@dataclass(frozen=True, slots=True, kw_only=True)
class Called:
    """A person in one language.  `introduction`: with the office, and the country where it is not the reader's own."""

    name: str
    full: str
    short: str
    introduction: str = ""
    beside: str = ""
    """With the country behind it, and the office where a word for it is a man's and a woman's."""
    country: str = ""
    """As it is put to a title that stands in the text already: `Chilean`, ` de Chile,`; nothing for one's own country."""
    known_by: tuple[str, ...] = ()
    """Words that say the country already."""
    demonyms: tuple[str, ...] = ()
    """All of them: `portugués`, `lusa`."""


@dataclass(slots=True, kw_only=True)
class Naming:
    """Goes through the lines of one memo in their order and remembers who has been introduced."""

    called: Mapping[str, Called]
    """By every form of a name."""
    forms: NamingForms
    introduced: set[str] = field(default_factory=set)
    unused: frozenset[str] = frozenset()
    """Explanations of abbreviations that nobody needs: ` (MRE)`."""
    finder: re.Pattern[str] = field(init=False)

    def __post_init__(self) -> None:
        names = "|".join(re.escape(name) for name in sorted(self.called, key=lambda name: (-len(name), name)))
        self.finder = re.compile(rf"(?<![\w’'-])(?:{names})(?![\w-])" if names else r"(?!)")

    def apply(self, text: str) -> str:
        """One line, with the people in it called as they are to be."""
        return outside_quotes(text, lambda words: self._named(without(words, self.unused)))

    def short(self, name: str) -> str:
        """Somebody who is named in passing, where a row has no room for an office."""
        return self.called[name].short if name in self.called else name

    def full(self, name: str) -> str:
        return self.called[name].full if name in self.called else name

    def first_named(self, text: str) -> str | None:
        """The first person of a line, by the brief's name."""
        found = self.finder.search(text)
        return self.called[found[0]].name if found else None

    def _named(self, words: str) -> str:
        result, at = "", 0
        for match in self.finder.finditer(words):
            before = result + words[at : match.start()]
            result, at = self._rejoined(self._said(before, match[0], words[match.end() :])), match.end()
        return result + words[at:]

    def _said(self, before: str, form: str, behind: str) -> str:
        """What stands before the name, and the name."""
        called = self.called[form]
        title = re.search(self.forms.title, before[-_NEAR:])
        inside = title is None and _is_inside_a_name(before, self.forms.openings)
        if (
            _goes_on(behind)
            or _is_followed_by_a_name(called, behind)
            or inside
            or _has_taken_in_an_office(before, form, called)
        ):
            return before + form
        if called.name in self.introduced:
            beside = title is not None and title[0].rstrip().endswith(",")
            known = (
                before
                if title is None or self._is_behind_another(before, called)
                else _without_country(before, title[0], called)
            )
            if beside:
                return self._set_off(known, title[0] if title else "", called, behind)
            if title is None and behind.startswith(",") and self._is_beside_an_office(before):
                return before + called.full  # `La viceministra para Asuntos del Sur, Soto,` has no surname alone
            return known + min(called.short, form, key=len)
        shared = re.search(self.forms.titles, before[-2 * _NEAR :]) is not None or self._has_its_country_behind(behind)
        if title is None and shared:
            self.introduced.add(called.name)
            return before + called.full
        if title is None and re.match(self.forms.not_before, behind):
            return before + min(called.short, form, key=len)  # `the Ana Quispe administration`
        if title is None and re.search(self.forms.not_behind, before):
            return before + form
        self.introduced.add(called.name)
        if title is None and (self._is_beside_an_office(before) or self._is_beside_a_country(before)):
            return before + called.full
        if title is not None:
            return self._with_country(before, title[0], called, behind)
        if re.match(self.forms.apposition, behind) or not called.introduction:
            near = (before + behind).casefold()
            told = any(word.casefold() in near for word in called.known_by) or behind.lstrip()[:1] in (",", "(")
            return before + (called.full if told or not called.beside else called.beside)
        if _is_beside_its_demonym(before, called):
            return before + called.full
        return self._joined(before, called.introduction, behind)

    def _is_behind_another(self, before: str, called: Called) -> bool:
        """`Mexican Agriculture Minister Soto and Panamanian Trade Minister Ruiz`: without his country he is of hers."""
        told = re.split(r"[.!?;:]\s", before)[-1]
        named = (self.called[match[0]] for match in self.finder.finditer(told))
        return any(one.name != called.name and one.known_by != called.known_by for one in named)

    def _is_beside_an_office(self, before: str) -> bool:
        """`El presidente peruano, Quispe`, `el embajador de Chile en Perú, Soto`: the office stands before the comma."""
        if not before.rstrip().endswith(","):
            return False
        words = re.split(r"[,.;:]", before.rstrip()[:-1])[-1].split()
        return any(re.search(self.forms.title, " ".join(words[:n]) + " ") for n in range(1, len(words) + 1))

    def _is_beside_a_country(self, before: str) -> bool:
        """`Los presidentes de Noruega, Lund, y de Perú, Quispe,`: an office shared by several, told by the country of each.

        Whichever country it is: where the articles do not agree on whose minister somebody is, no other may stand here.
        """
        return re.search(rf"\b{re.escape(self.forms.of_words[0])} {_proper(self.forms)},\s$", before) is not None

    def _has_its_country_behind(self, behind: str) -> bool:
        """`Lund of Norway`, `Lund, de Noruega,`: an office told before the name would tell the country twice."""
        return re.match(rf",?\s{re.escape(self.forms.of_words[0])} {_proper(self.forms)}", behind) is not None

    def _with_country(self, before: str, title: str, called: Called, behind: str) -> str:
        """`President Boric` -> `Chilean President Gabriel Boric`, `el ministro del Interior, Soto` -> `… de Chile, Juan Soto`.

        Where nothing near says the country.
        """
        near = (before[-_NEAR:] + behind[:_NEAR]).casefold()
        former = title.split()[0].casefold() in self.forms.title_prefixes
        housed = any(house in title for house in self.forms.own_houses)  # `el portavoz de la Casa Blanca, …`
        if (
            not called.country
            or former
            or housed
            or (
                title.rstrip().endswith(",") and (self.forms.titled.startswith("{country}") or _has_its_demonym(before, called))
            )
            or any(word.casefold() in near for word in called.known_by)
            or _is_of_a_name(behind, self.forms)
        ):
            return self._set_off(before, title, called, behind)
        title = _whole_title(before, title, self.forms)
        stem = before[: len(before) - len(title)]
        compound = title.strip()[:1].islower() and _is_after_a_word_of_its_own(stem, self.forms)
        if compound or _is_behind_its_body(stem, self.forms) or _is_joined_to_its_matter(stem, self.forms):
            return before + called.full
        said = self.forms.titled.format(title=title.strip().rstrip(","), country=called.country, name=called.full)
        return self._closed(stem + title[: len(title) - len(title.lstrip())] + said, behind)

    def _set_off(self, before: str, title: str, called: Called, behind: str) -> str:
        """`El presidente de Perú, José Quispe aseguró`: the comma behind a name that has one before it."""
        opening = re.split(r"[.!?”»]\s", before[: len(before) - len(title)])[-1].split()
        first = len(opening) == 1 and opening[0][0].isupper()
        apart = first and title.rstrip().endswith(",") and re.match(rf"\s[{LOWER}]", behind)
        return f"{before}{called.full}," if apart else before + called.full

    def _joined(self, before: str, introduction: str, behind: str) -> str:
        start = not before.strip() or before.rstrip().endswith(_BEGINS)
        said = capital(introduction) if start else introduction
        return self._closed(before + said, behind)

    def _rejoined(self, said: str) -> str:
        """With the word before a name as its first sound asks: `e Iris Lobo`, `y Lobo`."""
        found = next((junction for junction in self.forms.joins if re.search(junction.find, said)), None)
        return re.sub(found.find, found.put, said) if found else said

    def _closed(self, said: str, behind: str) -> str:
        """A name set off by a comma needs one behind it too, where no stop follows."""
        if not said.endswith(",") and "," not in said[-1:]:
            return said
        return said[:-1] if not behind.strip() or behind.lstrip()[0] in ",.;:()" else said


def _is_of_a_name(behind: str, forms: NamingForms) -> bool:
    """`of Britain`, `of the Netherlands`."""
    of, the = "|".join(forms.of_words[:2]), "|".join(forms.before_names)
    return re.match(rf"\s(?:{of})(?: (?:{the}))? [{UPPER}]", behind) is not None


def _proper(forms: NamingForms) -> str:
    """A name of a place or a country, with its article: `Perú`, `la India`, `los Emiratos Árabes Unidos`."""
    inside = "|".join(forms.inside_names)
    return rf"(?:\w{{1,3}} )?[{UPPER}][\w’'.-]+(?: (?:(?:{inside}) )?[{UPPER}][\w’'.-]+){{0,3}}"


def _whole_title(before: str, title: str, forms: NamingForms) -> str:
    """`Production Minister`, of which the pattern knows the last word: a country goes before both."""
    while forms.titled.startswith("{country}"):
        word = re.search(r"[A-Z][\w’'-]*\s$", before[: len(before) - len(title)])
        if word is None or word[0].strip().casefold() in forms.openings:
            break
        title = word[0] + title
    return title


def _is_after_a_word_of_its_own(stem: str, forms: NamingForms) -> bool:
    """`ministry spokesman`, `interim president`: words of the office that the pattern does not know."""
    word = re.search(r"([^\W\d_][\w’'-]*) ?$", stem)
    return forms.titled.startswith("{country}") and word is not None and word[1].casefold() not in forms.openings


def _is_behind_its_body(stem: str, forms: NamingForms) -> bool:
    """`Ministry of Fisheries spokeswoman`: the title has taken in the body's matter; before that no country goes."""
    word = re.search(r"([^\W\d_][\w’'-]*) ?$", stem)
    return forms.titled.startswith("{country}") and word is not None and word[1].casefold() == forms.of_words[0]


def _is_joined_to_its_matter(stem: str, forms: NamingForms) -> bool:
    """`Water and Climate Minister`: no country goes into the middle of a title."""
    return forms.titled.startswith("{country}") and re.search(r"[A-Z][\w’'-]*,? [a-z&]{1,3} $", stem) is not None


def _is_beside_its_demonym(before: str, called: Called) -> bool:
    """`her Chilean counterpart, `, `su colega chilena, `: what stands before the name says whose it is."""
    demonym = called.known_by[-1] if called.known_by else ""
    if len(demonym) < _SHORTEST_DEMONYM:
        return False
    stem = rf"\b{re.escape(demonym[:-1])}\w?"
    patterns = (rf"{stem} [{LOWER}]+,? $", *([rf"\b[{LOWER}]+ {stem},? $"] if demonym[0].islower() else []))
    return any(re.search(pattern, before) for pattern in patterns)


def _has_its_demonym(before: str, called: Called) -> bool:
    """`la ministra irlandesa de Justicia, `, `la ministra lusa de Pesca, `: an adjective of the country stands near."""
    demonym = called.known_by[-1] if called.known_by else ""
    stem = demonym[: max(_SHORTEST_DEMONYM, len(demonym) - 3)].casefold()
    near = re.findall(r"\w+", before[-2 * _NEAR :].casefold())
    return any(word.startswith(stem) or word in called.demonyms for word in near)


def _without_country(before: str, title: str, called: Called) -> str:
    """`U.S. President` -> `President`: who is known needs no country before the office."""
    stem, office = before[: len(before) - len(title)], title.lstrip()
    adjective = next((word for word in called.known_by if re.search(rf"(?<![\w.’'-]){re.escape(word)}\s?$", stem)), None)
    if adjective is None:
        return before
    ahead = stem.rstrip()[: -len(adjective)]
    return ahead + (capital(office) if not ahead.strip() or ahead.rstrip().endswith(_BEGINS) else office)


def naming_of(people: Sequence[BriefPerson], words: Words) -> Naming:
    """The names of a brief's people in the memo's language and region."""
    forms = words.naming
    people = [person for person in people if not any(_is_named_in_full_by(other, person) for other in people)]
    shorts = _short_names(people, forms)
    called: dict[str, Called] = {}
    for person in people:
        one = _called(person, shorts.get(person.name, person.name), words, forms)
        forms_of = {person.name, *person.forms, one.short, *_second_surnames(one.short, person)}
        called |= {form: one for form in sorted(forms_of) if _is_a_name(form, person)}
    shared = [form for form in called if sum(form in {p.name, *p.forms} for p in people) > 1]
    return Naming(called={form: one for form, one in called.items() if form not in shared}, forms=forms)


def _called(person: BriefPerson, short: str, words: Words, forms: NamingForms) -> Called:
    office, full = words.text(person.role), _full_name(person)
    own = person.country is None or person.country == words.home
    country, demonym = "" if own else words.government(person.country or ""), words.label(f"demonym.{person.country}")
    values = {
        "office": office,
        "Office": _titled(office, forms),
        "article": forms.articles.get(person.gender or "", ""),
        "name": full,
        "country": country,
        "demonym": demonym,
    }
    long = any(f" {word} " in f" {office} " for word in forms.of_words)
    pattern = forms.home_long if own and long else forms.home if own else forms.abroad if demonym else forms.abroad_of
    alone = f"{full} ({words.government_head(person.country or '')})" if not own and " " in full else ""
    return Called(
        name=person.name,
        full=full,
        short=short,
        introduction=words.joined_up(pattern.format(**values)) if office and (person.gender or not forms.articles) else "",
        beside=words.joined_up(forms.beside.format(**values)) if alone and office and not person.gender else alone,
        country="" if own else words.joined_up(forms.country.format(**values)),
        known_by=tuple(word for word in (country, words.government_head(person.country or ""), demonym[:-1], demonym) if word),
        demonyms=tuple(words.label(f"demonyms.{person.country}").casefold().split()),
    )


def _titled(office: str, forms: NamingForms) -> str:
    """`Secretary of State`, as an office is written before a name."""
    return " ".join(word if word in forms.of_words else capital(word) for word in office.split())


def _short_names(people: Iterable[BriefPerson], forms: NamingForms) -> Mapping[str, str]:
    """The surname by which the articles call a person, or which the name shows; nobody's where two people have it."""
    found: dict[str, str] = {}
    for person in people:
        surnames = (form for form in person.forms if _is_surname(form, person))
        # Of two spellings that of the full name goes first (`Al Hariri`, where she is `al-Harere`); headings have capitals.
        rank = {
            form: (not _is_part_of(form, person.name), len(form.split()), form.isupper(), not person.name.endswith(form), form)
            for form in surnames
        }
        short = min(rank, key=lambda form: rank[form], default="")
        found[person.name] = _spelled_as_in(person.name, short) or _last_name(person, forms)
    names = list(found.values())
    return {name: short for name, short in found.items() if names.count(short) == 1}


def _is_named_in_full_by(other: BriefPerson, person: BriefPerson) -> bool:
    """`Quispe`, president of Peru, beside `Ana Quispe`, president of Peru: one office of one country has one holder."""
    known = person.country is not None and bool(person.role) and (person.country, person.role) == (other.country, other.role)
    return known and person.name != other.name and " " not in person.name and person.name in other.forms


def _is_part_of(form: str, name: str) -> bool:
    return form.casefold() in name.casefold()


def _spelled_as_in(name: str, short: str) -> str:
    """`LUND`, the label of a turn in a transcript, where the full name is `Eva Lund`."""
    at = name.casefold().find(short.casefold()) if short.isupper() and not name.isupper() else -1
    return short if at < 0 else name[at : at + len(short)]


def _last_name(person: BriefPerson, forms: NamingForms) -> str:
    """`Morel` of `Jean Morel`, where the country writes given names first; any longer name stays whole."""
    given, _, last = person.name.partition(" ")
    plain = all(_CAPITAL.match(word) and word.isalpha() for word in (given, last))
    return last if plain and person.country and person.country not in forms.surname_first else person.name


def _second_surnames(short: str, person: BriefPerson) -> set[str]:
    """`Quispe Rojas`: the short name with what stands behind it in a longer form."""
    places = ((form, form.find(f" {short} ")) for form in person.forms)
    return {form[at + 1 :] for form, at in places if at > 0}


def _full_name(person: BriefPerson) -> str:
    """The brief's name, with the given name where that is a surname alone: `José Antonio Meade Kuribreña`."""
    begins = (form for form in person.forms if person.name.casefold().startswith(f"{form.casefold()} "))
    if not any(_is_surname(form, person) for form in begins):
        return person.name
    longer = [form for form in person.forms if person.name.casefold() in form.casefold() and not _is_surname(form, person)]
    return min(longer, key=lambda form: (len(form), form), default=person.name)


def _is_surname(form: str, person: BriefPerson) -> bool:
    """`De la Fuente` of `Juan Ramón de la Fuente Ramírez`: words of a longer form behind a given name."""
    return any(_stands_behind_a_given_name(form.casefold().split(), longer.split()) for longer in (person.name, *person.forms))


def _stands_behind_a_given_name(part: Sequence[str], name: Sequence[str]) -> bool:
    folded = [word.casefold() for word in name]
    places = (at for at in range(1, len(name) - len(part) + 1) if folded[at : at + len(part)] == list(part))
    return len(part) < len(name) and any(_CAPITAL.match(name[at - 1]) for at in places)


def _is_a_name(form: str, person: BriefPerson) -> bool:
    return form == person.name or len(form.split()) > 1 or _is_surname(form, person)


def _goes_on(behind: str) -> bool:
    """`Quispe Tower`, `Quispe-Lund`: a longer name begins with this one."""
    return re.match(rf"\s[{UPPER}][\wáéíóúñ]", behind) is not None


def _has_taken_in_an_office(before: str, form: str, called: Called) -> bool:
    """`Minister of Fisheries and Ocean Policy Lars Lund`, read as a name from `Ocean` on: more words than the name has."""
    longer = form != called.name and form.endswith(f" {called.name}") and " " in called.name
    return longer and re.search(rf"[{UPPER}][\w’'-]+,? (?:[a-z&]{{1,3}}) $", before) is not None


def _is_followed_by_a_name(called: Called, behind: str) -> bool:
    """`ministro de Obras Viales, Juan Quispe,`: a word of the office, taken for a name."""
    return " " not in called.full and re.match(rf",\s[{UPPER}][\wáéíóúñ]+\s[{UPPER}]", behind) is not None


def _is_inside_a_name(before: str, openings: Sequence[str]) -> bool:
    """`Ana Quispe` of somebody else: a word in capitals right before, unless it is one that sentences begin with."""
    words = before.split()
    if not words or not before.endswith(" "):
        return False
    return _CAPITAL.match(words[-1]) is not None and words[-1][-1].isalpha() and words[-1].casefold() not in openings
