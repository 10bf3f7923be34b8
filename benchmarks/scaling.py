"""How extraction and consolidation grow with the number of articles: time, articles a second, memory.

    python benchmarks/scaling.py [--sizes 5 100 1000 10000]

The articles are made here: short news in both languages from templates, filled by their number, so that a run is like another.
About one article in three retells an event that others tell too; the rest tell their own.  Each size is a process of its own;
annotation is timed apart.

What bounds the growth: sentences, people, meetings, numbers and deeds are looked up by what two of one have in common, and what
the week takes back or undoes by its government, stance and rarest words.  Of a feature that more than 40 sentences share each
is compared with its next neighbours only (`clusters.LONGEST_POSTING`); of one that more than 60 numbers or tellings share
(`MOST` in `rivals`, `likely_values`, `likely_days`), more than 400 facts with the first 400 or with neighbours
(`facts.MOST_SHARED`).  Below those
numbers nothing is left out: until the lists are full, at some thousand of these articles, which have eleven countries, ten
things and two sentences among them, the pairs of one article grow with the week, behind that they do not.  Memory grows with
the words of the articles: every tree is kept until the brief has its words.
"""

from __future__ import annotations

import argparse
import resource
import subprocess
import sys
import time
from hashlib import sha256
from itertools import pairwise

from briefing.annotate.document import annotate
from briefing.consolidate import consolidate
from briefing.extract import extract
from briefing.knowledge import load_knowledge
from briefing.model import Article, Language

COUNTRIES = {
    "en": ("Chile", "Peru", "Kenya", "Norway", "Japan", "Ghana", "Vietnam", "Poland", "Jordan", "Ecuador", "Uganda"),
    "es": ("Chile", "Perú", "Kenia", "Noruega", "Japón", "Ghana", "Vietnam", "Polonia", "Jordania", "Ecuador", "Uganda"),
}
NAMES = ("Soto", "Quispe", "Otieno", "Dahl", "Sato", "Mensah", "Tran", "Nowak", "Haddad", "Vera", "Okello", "Lagos", "Paz")
THINGS = {
    "en": ("wheat", "steel", "fishing", "visas", "vaccines", "electricity", "railways", "migration", "ports", "copper"),
    "es": ("trigo", "acero", "pesca", "visas", "vacunas", "electricidad", "ferrocarriles", "migración", "puertos", "cobre"),
}
TEMPLATES = {
    "en": (
        "The government of {a} rejected the proposal of {b} on {thing}. Foreign Minister {name} of {a} said on March {day} "
        "that {b} must withdraw {number} inspectors. The two governments will meet in April.",
        "{a} deported {number} citizens of {b} on March {day}. President {name} of {b} demanded an explanation about {thing}.",
    ),
    "es": (
        "El gobierno de {a} rechazó la propuesta de {b} sobre {thing}. El canciller de {a}, {name}, dijo el {day} de marzo que "
        "{b} debe retirar a {number} inspectores. Los dos gobiernos se reunirán en abril.",
        "{a} deportó a {number} ciudadanos de {b} el {day} de marzo. El presidente de {b}, {name}, exigió una explicación "
        "sobre {thing}.",
    ),
}
RETOLD = 3


def text_of(number: int) -> tuple[Language, str]:
    """The language and the words of an article; every third one retells what few others tell."""
    language: Language = "es" if number % 2 else "en"
    event = number // 30 if number % RETOLD == 0 else number
    seed = int.from_bytes(sha256(str(event).encode()).digest()[:8], "big")
    first, second = seed % 11, (seed // 11 % 10 + 1 + seed % 11) % 11
    values = {
        "a": COUNTRIES[language][first],
        "b": COUNTRIES[language][second],
        "thing": THINGS[language][seed // 110 % 10],
        "name": NAMES[seed // 1100 % len(NAMES)],
        "day": 1 + seed // 14300 % 28,
        "number": 20 + seed // 400400 % 900,
    }
    return language, TEMPLATES[language][seed % 2].format(**values)


def article(number: int) -> Article:
    language, text = text_of(number)
    return Article(
        id=f"a{number}",
        file=f"{number:05}.txt",
        sha256=sha256(text.encode()).hexdigest(),
        text=text,
        language=language,
        outlet=f"outlet {number % 50}",
        published=f"2026-03-{1 + number % 28:02}",
        published_basis="stated",
    )


def measure(size: int) -> str:
    knowledge = load_knowledge()
    times = [time.process_time()]
    docs = [annotate(article(number), knowledge) for number in range(size)]
    times.append(time.process_time())
    claims = {doc.article.id: extract(doc, knowledge) for doc in docs}
    times.append(time.process_time())
    brief = consolidate(docs, claims, knowledge, as_of="2026-03-28", window="2026-03-01/2026-03-28")
    times.append(time.process_time())
    annotated, extracted, consolidated = (after - before for before, after in pairwise(times))
    both = extracted + consolidated
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return (
        f"{size:6} articles: annotation {annotated:7.2f} s, extraction {extracted:6.2f} s, "
        f"consolidation {consolidated:7.2f} s, "
        f"{size / both:6.0f} articles/s through both, memory {memory:5.0f} MB, "
        f"{len(brief.facts)} facts, {len(brief.positions)} positions, {len(brief.conflicts)} conflicts"
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", nargs="+", type=int, default=[5, 100, 1000, 10000])
    parser.add_argument("--one", type=int, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.one is not None:
        print(measure(options.one), flush=True)
        return
    for size in options.sizes:
        subprocess.run([sys.executable, __file__, "--one", str(size)], check=True)


if __name__ == "__main__":
    main()
