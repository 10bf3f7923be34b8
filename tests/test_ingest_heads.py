"""The heads of articles: which of their shapes date an article and name its outlet, and which lines with a date do not."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefing.ingest import read_articles
from briefing.ingest.cues import load_cues
from briefing.ingest.outlets import spelled

ES = "Uruguay enviará una delegación técnica a Asunción para revisar el convenio ganadero, según dijo el ministro a la prensa."
EN = "Kenya will send a technical team to Kampala to review the fishing accord on the lake, its minister told reporters."
DAY = "2026-10-15"
PLAIN: list[tuple[str, str | None, str | None]] = [
    ("By PETER OTIENO\nThe Standard\nNAIROBI (Oct 15, 2026): ", DAY, "The Standard"),
    ("NAIROBI (Oct 15): ", DAY, None),
    ("KAMPALA, 15 October: ", DAY, None),
    ("lakenews24.com — Kisumu — Thursday, October 15, 2026\n\nStaff Correspondent\n\n", DAY, "lakenews24.com"),
    ("Hon Ruth Achieng, Secretary for Fisheries\n15 October 2026 — Media release, fisheries.go.ke\n\n", DAY, "fisheries.go.ke"),
    ("Ministry of Fisheries — Nairobi, 15 October 2026\n\n", DAY, "Ministry of Fisheries"),
    ("Nota.com | Santiago, jueves 15 de octubre de 2026 | Por Ignacio Retamal\n\n", DAY, "Nota.com"),
    ("Lucía Ferrándiz | Corresponsal en Asunción | 15/10/2026\n\n", DAY, None),
    ("15.10.2026\n\n", DAY, None),
    ("09.10.2026 / Lake Herald / by James Okello\n\n", "2026-10-09", "Lake Herald"),
    ("Nota de prensa. Montevideo, 15 de octubre de 2026\n\n", DAY, None),
    ("Rocío Almagro · Rivera · Diario de la Frontera · 15/10/2026\n\n", DAY, "Diario de la Frontera"),
    ("Publicado el 15 de octubre de 2026 a las 10:30\n\n", DAY, None),
    ("Actualizado el 15 de octubre de 2026\n\n", DAY, None),
    ("Updated October 15, 2026 4:30 p.m. ET\n\n", DAY, None),
    ("Updated: October 16, 2026\nPublished: October 15, 2026\n\n", DAY, None),
    ("By ANN MWANGI, Associated Press, October 15, 2026\n\nNAIROBI, Kenya (AP) — ", DAY, "AP"),
    ("Ann Mwangi, East Africa correspondent, 15 October 2026\n\n", DAY, None),
    ("Nairobi, Kenya | Thursday 15 October 2026 | The Lake Courier\n\n", DAY, "The Lake Courier"),
    ("The Lake Courier, Oct 15, 2026 — by Ann Mwangi and staff\n\n", DAY, "The Lake Courier"),
    ("The Lake Courier, 15 October 2026 — By Ann Mwangi, James Okello and agencies\n\n", DAY, "The Lake Courier"),
    ("Diario del Chaco, 15 de octubre de 2026 — por Rosa Ibarra y agencias\n\n", DAY, "Diario del Chaco"),
    ("Redacción | Diario del Chaco\nAsunción, 15 oct. 2026\n\n", DAY, "Diario del Chaco"),
    ("Jueves, 15 de octubre de 2026 - Año XX - Edición 512\n\n", DAY, None),
    ("Boletín n.º 112/26 — Montevideo, 15 de octubre de 2026\n\n", DAY, None),
    ("Oct 15, 2026 · 4 min read\n\n", DAY, None),
    ("Issued: 15 October 2026 | Ref: MFA/112/26\n\n", DAY, None),
    ("El País, Montevideo, 15-oct-2026\n\n", DAY, "El País"),
    ("The Monitor (Kampala), October 15, 2026, By James Okello\n\n", DAY, "The Monitor"),
    ("Ann Mwangi — Lake Maritime Daily\n15 Oct 2026\n\n", DAY, "Lake Maritime Daily"),
    ("ASUNCIÓN, 15 Oct. 2026 (EUROPA PRESS) -\n\n", DAY, "Europa Press"),
    ("Mercedes (Soriano), 15 de octubre de 2026.- ", DAY, None),
    ("Mercedes (Soriano).- ", None, None),
    ("LAMU (Lake News Wire) - ", None, "Lake News Wire"),
    ("By Emma Otieno, Economic Affairs\n\n", None, None),
    ("On October 3, 2026, the two countries signed the accord in Kisumu, the minister said. ", None, None),
    ("The accord was signed in Kisumu on 3 October 2026\n\n", None, None),
    ("Ann Mwangi and agencies in the region, 15 October 2026, deny that they agreed\n\n", None, None),
    ("Treaty of 3 March 2019 between Kenya and Uganda\n\n", None, None),
    ("Cumbre en Asunción: del 3 de octubre de 2026 al 5 de octubre de 2026\n\n", None, None),
    ("Deadline for bids: 30 October 2026\n\n", None, None),
    ("Ministers Ruth Achieng and Sam Opio in Kisumu on 3 October 2026. Photo: Reuters\n\n", None, None),
    ("Two sides met in Kisumu, 3 October 2026, and agreed to talk\n\n", None, None),
    ("El Litoral · Salto (frontera con Argentina) · 15 de octubre de 2026\nPor Rosa Ibarra\n\n", DAY, "El Litoral"),
    ("Montevideo, 15 de octubre de 2026 — Platense Hoy\n\n", DAY, "Platense Hoy"),
    ("Kisumu, 15 October 2026 — Ministry of Fisheries, unofficial transcript\n\n", DAY, "Ministry of Fisheries"),
    (
        "Entrevista con Hugo Saravia, ministro de Salud. Revista Surcos, 15 de octubre de 2026. Por Ana Prats\n\n",
        DAY,
        "Revista Surcos",
    ),
    ('Montevideo, 15 de octubre de 2026. "Año del Bicentenario"\n\n', DAY, None),
    ("Rosa Ibarra, corresponsal\nAsunción, 15 de octubre de 2026. El Faro Oriental\n\n", DAY, "El Faro Oriental"),
    ("Nairobi / Kampala — Lake Online — Thursday 15 October 2026\n\n", DAY, "Lake Online"),
    ("Kampala, Oct 15 /Nile Press/ - ", DAY, "Nile Press"),
    ("KISUMU, October 15, BNS – ", DAY, "BNS"),
    ("LAKE DISPATCH, KISUMU, THURSDAY 15 OCTOBER 2026 — ", DAY, "Lake Dispatch"),
    ("EL DIARIO DEL CHACO, ASUNCIÓN, JUEVES 15 DE OCTUBRE DE 2026 — ", DAY, "El Diario del Chaco"),
    ("Jueves 15 de octubre\n\n", DAY, None),
    ("Por Ana Prats | 15 de octubre\n\n", DAY, None),
    ("By Sam Otieno | October 15\n\n", DAY, None),
    ("Viernes 15 de octubre\n\n", None, None),  # it was a Thursday
    ("Kenya hopes for a deal by 15 October\n\n", None, None),
    ("En la foto, los ministros en Salto, 3 de octubre de 2026\n\n", None, None),
    ("Interview with the minister on the accord that both sides signed on the lake, 3 October 2026\n\n", None, None),
]
PAGES: list[tuple[str, str | None, str | None]] = [
    ("<h1>TITLE</h1><p class='byline'>Europa Press | Madrid | 15 octubre 2026</p>", DAY, "Europa Press"),
    ("<h1>TITLE</h1><span class='date'>15 October 2026</span>", DAY, None),
    (
        "<div>Ministry of Fisheries of Chad – Press release No. 8 – 15 October 2026</div><h1>TITLE</h1>",
        DAY,
        "Ministry of Fisheries of Chad",
    ),
    (
        "<header><span>The Lake Herald</span><span>Thursday, 15 October 2026</span></header><h1>TITLE</h1>",
        DAY,
        "The Lake Herald",
    ),
    ("<div>Lake accord signed on 3 October 2026</div><h1>TITLE</h1>", None, None),
    (
        "<meta name='date' content='2026-10-15'><h1>TITLE</h1><div>Sam Otieno | Kisumu Standard | October 15, 2026</div>",
        DAY,
        "Kisumu Standard",
    ),
    ("<meta name='date' content='2026-10-15'><h1>TITLE</h1><div>The ministers on 3 October 2026</div>", DAY, None),
    ("<title>TITLE | El Litoral</title><h1>TITLE</h1><p>15 October 2026</p>", DAY, "El Litoral"),
    ("<title>TITLE again in Kisumu</title><h1>TITLE</h1><p>15 October 2026</p>", DAY, None),
    ("<h2>TITLE</h2><p>Rita Sosa | Corresponsal en Quito | 15/10/2026</p>", DAY, None),
    ("<h1>TITLE</h1><figure><figcaption>The ministers in Kisumu on 3 October 2026</figcaption></figure>", None, None),
    ("<h1>TITLE</h1><p><a>Related: Lake accord signed on 3 October 2026</a></p>", None, None),
]


def read(file: Path, text: str) -> tuple[str | None, str | None, str | None]:
    file.write_text(text, encoding="utf-8")
    (article,), _ = read_articles([file], as_of="2026-10-20")
    known = article.published_basis not in ("inferred", "unknown")
    return article.published if known else None, article.outlet, article.title


@pytest.mark.parametrize(("head", "published", "outlet"), PLAIN)
@pytest.mark.parametrize("suffix", [".txt", ".md"])
def test_heads_of_plain_texts(tmp_path: Path, head: str, published: str | None, outlet: str | None, suffix: str) -> None:
    spanish = any(word in f" {head} " for word in (" de ", "Soriano", "ASUNCIÓN", "Corresponsal"))
    title, prose = "Two countries review an old accord", ES if spanish else EN
    text = f"{'# ' * (suffix == '.md')}{title}\n\n{head}{prose}\n\n{prose}"
    assert read(tmp_path / f"a{suffix}", text) == (published, outlet, title)


@pytest.mark.parametrize(("head", "published", "outlet"), PAGES)
def test_heads_of_pages(tmp_path: Path, head: str, published: str | None, outlet: str | None) -> None:
    title = "Two countries review an old accord"
    page = f"<html><body>{head.replace('TITLE', title)}<p>{EN}</p><p>{EN.replace('Kenya', 'Uganda')}</p></body></html>"
    assert read(tmp_path / "a.html", page) == (published, outlet, title)


WHOLE: list[tuple[str, str | None, str | None, str | None]] = [
    (
        "REPUBLIC OF CHAD\nMINISTRY OF FISHERIES\n\nPRESS STATEMENT — Kisumu, 15 October 2026\n\n{en}",
        DAY,
        "Ministry of Fisheries",
        None,
    ),
    ("KINGDOM OF TONGA\n\nPRESS STATEMENT\n\nKisumu, 15 October 2026\n\n{en}", DAY, "Kingdom of Tonga", "PRESS STATEMENT"),
    (
        "República Oriental del Uruguay\nMinisterio de Pesca\nCOMUNICADO\n\n{es}\n\nMontevideo, 15 de octubre de 2026",
        DAY,
        "Ministerio de Pesca",
        "COMUNICADO",
    ),
    (
        "**Ministry of Fisheries — Media release**\n\nKisumu, 15.10.2026\n\n# Talks resume\n\n{en}",
        DAY,
        "Ministry of Fisheries",
        "Talks resume",
    ),
    (
        "# Talks resume\n\n{en}\n\n{en}\n\n*Kisumu, 15 October 2026. Ministry of Fisheries.*",
        DAY,
        "Ministry of Fisheries",
        "Talks resume",
    ),
    (
        "Ministry of Fisheries of Chad - Press Briefing, 15 October 2026\n\nMR. SORTO: {en}\n\nQUESTION: Why?",
        DAY,
        None,
        "Ministry of Fisheries of Chad - Press Briefing, 15 October 2026",
    ),
    (
        "Lake Provinces Office\nNews story\n\nTalks on nets resume\n\n15 October 2026\n\n{en}",
        DAY,
        "Lake Provinces Office",
        "Talks on nets resume",
    ),
    (
        "Sultanate of Marib\nMinistry of Fisheries\nPress release, 15 October 2026\n\n{en}",
        DAY,
        "Ministry of Fisheries",
        None,
    ),
    (
        "Cancillería Oriental\nInformación para la Prensa N.º 31/26\nLima, 15 de octubre de 2026\n\nVuelve la pesca\n\n{es}",
        DAY,
        "Cancillería Oriental",
        "Vuelve la pesca",
    ),
    ("Kenya and Uganda Talk\n\nThe lake was calm.\n\n{en}", None, None, "Kenya and Uganda Talk"),
    ("# Talks resume\n\n{en}\n\nIt ended on 15 October 2026.", None, None, "Talks resume"),
    (
        "# Statement by the Ministry of Fisheries of Chad on the accord\n\n**Kisumu, 15 October 2026.** {en}",
        DAY,
        "Ministry of Fisheries of Chad",
        "Statement by the Ministry of Fisheries of Chad on the accord",
    ),
    (
        "# Statement on the Ministry of Fisheries\n\nKisumu, 15 October 2026\n\n{en}",
        DAY,
        None,
        "Statement on the Ministry of Fisheries",
    ),
]


@pytest.mark.parametrize(("words", "published", "outlet", "title"), WHOLE)
def test_whole_texts(tmp_path: Path, words: str, published: str | None, outlet: str | None, title: str | None) -> None:
    assert read(tmp_path / "a.md", words.format(en=EN, es=ES)) == (published, outlet, title)


def test_the_heading_below_an_office_is_the_title_and_may_end_with_its_day(tmp_path: Path) -> None:
    head = "# Ministry of Trade of Kenya\n\n## Transcript: remarks of the minister, Kisumu, 15 October 2026\n\n"
    title = "Transcript: remarks of the minister, Kisumu, 15 October 2026"
    assert read(tmp_path / "a.md", f"{head}{EN}\n\n{EN}") == (DAY, "Ministry of Trade of Kenya", title)


def test_the_day_at_the_end_of_any_other_title_may_be_still_to_come(tmp_path: Path) -> None:
    title = "Fishing ministers of two countries open a forum in Kisumu, 15 October 2026"
    assert read(tmp_path / "a.md", f"# {title}\n\n{EN}\n\n{EN}") == (None, None, title)


def test_a_heading_that_only_says_what_kind_of_text_it_is_is_no_title(tmp_path: Path) -> None:
    head = "## Press release\n\nMinistry of Fisheries — Nairobi, 15 October 2026\n\n**Kenya to review the lake accord**"
    text = f"{head}\n\n{EN}\n\n{EN}"
    assert read(tmp_path / "a.md", text) == (DAY, "Ministry of Fisheries", "Kenya to review the lake accord")


@pytest.mark.parametrize(
    ("words", "as_of", "published"),
    [
        ("11/06/2026", "2026-06-12", "2026-06-11"),
        ("11/06/2026", "2026-11-08", "2026-11-06"),
        ("11/06/2026", "2026-08-20", None),  # neither is near
        ("03/04/2026", "2026-03-10", "2026-03-04"),
    ],
)
def test_a_date_in_figures_is_read_as_the_day_that_is_near(
    tmp_path: Path, words: str, as_of: str, published: str | None
) -> None:
    (tmp_path / "a.txt").write_text(f"Kenya to review the lake accord\n\nAnn Mwangi | {words}\n\n{EN}\n\n", encoding="utf-8")
    (article,), _ = read_articles([tmp_path], as_of=as_of)
    assert (article.published if article.published_basis == "stated" else None) == published


@pytest.mark.parametrize(
    ("opening", "kind"),
    [
        ("Redacción. ", "byline"),
        ("Redacción / Agencias.- ", "byline"),
        ("Newsroom. ", "byline"),
        ("Asunción. ", "dateline"),
        ("Redacción Asunción. ", "dateline"),  # its newsroom there
    ],
)
def test_a_newsroom_before_the_lead_is_no_place(tmp_path: Path, opening: str, kind: str) -> None:
    file = tmp_path / "a.txt"
    file.write_text(f"Two countries review an old accord\n\n{opening}{EN}\n\n{EN}", encoding="utf-8")
    (article,), _ = read_articles([file], as_of="2026-10-20")
    marks = {mark.kind: mark.span.of(article.text) for mark in article.marks}
    assert marks.get(kind, "").strip(" —") == opening.strip(" —")


@pytest.mark.parametrize(
    ("capitals", "name"),
    [
        ("MINISTERIO DE COMERCIO DE EL SALVADOR", "Ministerio de Comercio de El Salvador"),
        ("MINISTERIO DE COMERCIO DEL PERÚ", "Ministerio de Comercio del Perú"),
        ("JUNTA DE LA SAL Y EL AGUA", "Junta de la Sal y el Agua"),
    ],
)
def test_a_name_in_capitals_is_written_as_elsewhere(capitals: str, name: str) -> None:
    assert spelled(capitals, load_cues()) == name
