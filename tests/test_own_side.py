"""For whom the one who answers in a talk speaks, by its head and the talk; and what his answers maintain without an act."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefing.annotate.acquaintance import acquaint
from briefing.annotate.document import annotate
from briefing.annotate.speakers import TURN
from briefing.extract import extract
from briefing.ingest import read_articles
from briefing.knowledge import load_knowledge
from briefing.model import Doc, Statement

TALKS = [
    (
        "a spokesman meets the press in his own capital",
        """Briefing by Foreign Ministry Spokesman Per Lindqvist, Stockholm, March 3, 2026

Question: Will the ferry stop?

Per Lindqvist: We ask Latvia to return the boat.

Question: When?

Per Lindqvist: We have nothing to add.
""",
        {("SE", "requests")},
    ),
    (
        "a minister in a capital may be its guest",
        """Briefing by Foreign Minister Per Lindqvist, Riga, March 3, 2026

Question: Will the ferry stop?

Per Lindqvist: We ask Denmark to return the boat.

Question: When?

Per Lindqvist: We have nothing to add.
""",
        set(),
    ),
    (
        "the ministry above the remarks of its spokeswoman",
        """Ministry of Foreign Affairs of Mongolia - Regular press briefing, 3 March 2026
Remarks by the Spokesperson, Ms. Saran Bold

Q (Steppe Radio): Are the lorries back?
A: We request that China open the second lane.

Q: And coal?
A: No comment.
""",
        {("MN", "requests")},
    ),
    (
        "the office that the title calls is that of the minister whom the lead names",
        """"Salt is our business" - interview with Namibia's trade minister
Coast Wire, 3 March 2026

Trade Minister Liam Vos spoke to us on Monday.

Q: What did you want?
A: We asked Angola to lift the levy.

Q: Did they answer?
A: Not yet.
""",
        {("NA", "requests")},
    ),
    (
        "a station with the country's name, and a question of what that country does",
        """EVENING LINE - Radio Seven Malta - transcript, Tuesday March 3, 2026

Host: Minister, did Malta give anything away in Tunis?

Hon. Karm Zahra, Minister of Fisheries: Good evening. We reject the quota that Tunisia wants.

Host: They say it is fair.

Zahra: We told Tunisia so.
""",
        {("MT", "rejects")},
    ),
    (
        "of a country of which the speaker asks something he is not the voice",
        """EVENING LINE - Radio Seven Malta - transcript, Tuesday March 3, 2026

Host: Minister, did Malta give anything away?

Hon. Karim Sassi, Minister of Fisheries: Good evening. We asked Malta to lift the quota.

Host: They say it is fair.

Sassi: We reject it.
""",
        set(),
    ),
    (
        "a prime minister who is addressed as such, whose label the head does not introduce",
        """'No favours': Samoa PM on the cable
Ocean radio. Transcript, 3 March 2026

HOST: Prime Minister, you met Tonga's minister. Was it hard?

FALEOLO: We asked Tonga to return the buoys.

HOST: And the cable?

FALEOLO: Nothing new.
""",
        {("WS", "requests")},
    ),
    (
        "a name with its office opens the first turn, the title alone the later ones",
        """Rueda de prensa del ministro de Pesca de Namibia (transcripción)
Windhoek, 3 de marzo de 2026

Periodista: ¿Cuándo se abre la bahía?
Ministro Liam Vos, ministro de Pesca de Namibia: La bahía se abrirá cuando Angola retire las redes.

Periodista: ¿Y el canon?
Ministro: Pedimos a Angola que retire el canon.

Periodista: ¿Cuándo?
Ministro: Ya se verá.
""",
        {("NA", "states"), ("NA", "requests")},
    ),
    (
        "short answers below their questions are no wrapped lines",
        """Entrevista con la ministra de Energía de Omán, Salma Haddad
Muscat, 3 de marzo de 2026

P: ¿Por qué se cerraron los pozos que comparten con Yemen?
R: Los pozos no se cerraron por orden del Gobierno de Omán.

P: En Saná dicen que los ingenieros omaníes se llevaron las bombas.
R: Si Yemen entrega las mediciones, los pozos se abrirán.

P: ¿Quién pagará las reparaciones de los pozos de la frontera?
R: Pedimos a Yemen que pague la mitad de las reparaciones.

P: ¿Habrá otra ronda de conversaciones antes de que acabe el mes?
R: Todavía no hay nada.

P: ¿Qué dirá usted a los pueblos que se han quedado ya sin agua?
R: Que vamos a ayudarlos.
""",
        {("OM", "states"), ("OM", "requests")},
    ),
    (
        "a denial of few words, of what the question before it names",
        """Interview with Prime Minister Helen Ross, Radio Wave, 3 March 2026

New Zealand Prime Minister Helen Ross spoke to Radio Wave about Fiji.

Q: Fiji says you promised a ferry.
A: We never promised that.
Q: And the cable?
A: Not yet.
""",
        {("NZ", "states")},
    ),
    (
        "nobody can tell what is denied where the question names nothing",
        """Interview with Prime Minister Helen Ross, Radio Wave, 3 March 2026

New Zealand Prime Minister Helen Ross spoke to Radio Wave about Fiji.

Q: Fiji says you promised to.
A: We never promised that.
Q: And the cable?
A: Not yet.
""",
        set(),
    ),
    (
        "what is said of another's doing, of the talk or in the first person is no answer of the government's",
        """Interview with Prime Minister Helen Ross, Radio Wave, 3 March 2026

New Zealand Prime Minister Helen Ross spoke to Radio Wave about Fiji.

Q: What about the ferry that Fiji wants?
A: I would not read anything into the timetable.
Q: Has Fiji answered?
A: Fiji has not yet sent the papers about the ferry.
Q: So what now?
A: It is not easy.
""",
        set(),
    ),
    (
        "a title with a colon above the questions names who answers",
        """Ministry of Foreign Affairs of Mongolia
Weekly press briefing, Ulaanbaatar, 3 March 2026
Spokesperson: Saran Bold

Q: Are the lorries back?
A: We request that China open the second lane.

Q: And coal?
A: No comment.
""",
        {("MN", "requests")},
    ),
    (
        "what the question tells of is denied, of whomever it is",
        """Interview with Prime Minister Helen Ross, Radio Wave, 3 March 2026

New Zealand Prime Minister Helen Ross spoke to Radio Wave about Fiji.

Q: Fiji says that your guards detained two divers. Is it so?
A: They were not detained.
Q: And the cable?
A: Not yet.
""",
        {("NZ", "states")},
    ),
    (
        "of what nobody has asked about an answer denies nothing",
        """Interview with Prime Minister Helen Ross, Radio Wave, 3 March 2026

New Zealand Prime Minister Helen Ross spoke to Radio Wave about Fiji.

Q: Fiji says that your guards detained two divers. Is it so?
A: They were not hungry.
Q: And the cable?
A: Not yet.
""",
        set(),
    ),
    (
        "a noun of the verb that was asked about",
        """Rueda de prensa del ministro de Defensa de Omán, Karim Haddad
Mascate, 3 de marzo de 2026

PREGUNTA.- Yemen dice que una lancha omaní disparó contra sus pescadores. ¿Qué responde?
HADDAD.- Nada de eso. No hubo ningún disparo.

PREGUNTA.- ¿Y el puerto?
HADDAD.- Ya se verá.
""",
        {("OM", "states")},
    ),
    (
        "words that only say no, to a question that names a matter",
        """Interview with Prime Minister Helen Ross, Radio Wave, 3 March 2026

New Zealand Prime Minister Helen Ross spoke to Radio Wave about Fiji.

Q: Has the cable to Fiji been laid?
A: It hasn't been.
Q: And the ferry?
A: I cannot.
""",
        {("NZ", "states")},
    ),
    (
        "whom a question calls by name answers, for the country of the office in the title",
        """"The levy has to go," says Namibia's trade minister
Coast Wire, 3 March 2026

Q: Minister Vos, what did you want?
A: We asked Angola to lift the levy.

Q: Did they answer?
A: Mr Lima told me to wait.
""",
        {("NA", "requests")},
    ),
]


def read(tmp_path: Path, text: str) -> Doc:
    (tmp_path / "t.txt").write_text(text, encoding="utf-8")
    (article,), _ = read_articles([tmp_path], as_of="2026-03-05")
    return acquaint([annotate(article, load_knowledge())], load_knowledge())[0]


@pytest.mark.parametrize(("comment", "text", "expected"), TALKS, ids=[row[0] for row in TALKS])
def test_whose_answers_are(tmp_path: Path, comment: str, text: str, expected: set[tuple[str, str]]) -> None:
    doc = read(tmp_path, text)
    told = {(c.government, c.stance) for c in extract(doc, load_knowledge()) if isinstance(c, Statement) and c.official}
    assert told == expected, comment


NARRATED = [
    # who answers, what stands below the last answer, whether it is the writer's
    ("Interview with New Zealand Prime Minister Helen Ross", "The Prime Minister also thanked the mayors of Fiji.", True),
    ("Interview with New Zealand Prime Minister Helen Ross", "Ross added that Fiji would get a letter.", True),
    ("Interview with New Zealand Prime Minister Helen Ross", "The mayors of Fiji will get a letter.", False),
    ("Interview with New Zealand Prime Minister Helen Ross", "The minister for trade will write to Fiji.", False),
    ("Interview with New Zealand Prime Minister Helen Ross", "I told the Prime Minister of Fiji that we would wait.", False),
]


@pytest.mark.parametrize(("head", "below", "writers"), NARRATED, ids=[row[1] for row in NARRATED])
def test_where_the_writer_goes_on_below_an_answer(tmp_path: Path, head: str, below: str, *, writers: bool) -> None:
    text = f"{head}, Radio Wave, 3 March 2026\n\nQ: And the cable?\nA: We will pay for it.\n\nQ: When?\nA: In May.\n\n{below}\n"
    doc = read(tmp_path, text)
    place = doc.article.text.index(below)
    assert any(quote.rule == TURN and quote.content.stop > place for quote in doc.quotes) != writers
