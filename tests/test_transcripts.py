"""Who speaks in a transcript, an interview, a speech, a ministry's text; what is the questioner's is nobody's."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefing.annotate.document import annotate
from briefing.extract import extract, is_stage_talk
from briefing.extract.reading import read_doc
from briefing.ingest import read_articles
from briefing.knowledge import load_knowledge
from briefing.model import Doc, Event, Evidence, Statement
from briefing.realize.notes.interviews import is_anothers_turn
from briefing.realize.rungs.passages import passage_of

QUESTIONS = [
    (
        "labels of a title and a surname, a reporter with his outlet",
        "t.txt",
        """Transcript of the press conference by Foreign Minister Anna Liepa
Riga, 3 March 2026

MINISTER LIEPA: Good morning. We have asked Minsk to return the tractors. Latvia will not open the bridge.

QUESTION (Radio Amber): Minister, Belarus says that you fired on its guards. Did you?

MINISTER LIEPA: We did not cancel the talks.
""",
        {("LV", "requests", "person:anna liepa"), ("LV", "rejects", "LV"), ("LV", "denies", "person:anna liepa")},
    ),
    (
        "labels with a stop and a dash; the other minister has the other country's adjective",
        "t.txt",
        """Conferencia de prensa del canciller Rubén Paz
La Paz, 3 de marzo de 2026

CANCILLER PAZ.- Bolivia ha perdido mucho. Exigimos que Chile reabra el paso antes del 25 de marzo.

El lunes recibiré al ministro chileno de Puertos, Andrés Soto.

PREGUNTA.- El Gobierno chileno sostiene que ustedes aceptaron el horario. ¿Lo aceptaron?

CANCILLER PAZ.- No vamos a cortar el agua a Chile.
""",
        {("BO", stance, "person:ruben paz") for stance in ("demands", "states")},  # whom he receives is a date
    ),
    (
        "P and R",
        "t.txt",
        """Entrevista al ministro de Asuntos Exteriores de Portugal, Rui Costa
Lisboa, 3 de marzo de 2026

P: ¿Aceptará Portugal la presa que propone España?
R: Rechazamos la presa. Se lo hemos dicho a España.
P: España les acusa de mentir.
R: Eso es falso.
""",
        {("PT", "rejects", "person:rui costa"), ("PT", "denies", "person:rui costa")},
    ),
    (
        "Q and A",
        "t.txt",
        """Interview with Prime Minister Helen Ross, Radio Wave, 3 March 2026

New Zealand Prime Minister Helen Ross spoke to Radio Wave about Fiji.

Q: Fiji says you threatened to cut aid.
A: We have never threatened to cut aid to Fiji.
Q: Will you sell the ferry?
A: We will not sell the ferry to Fiji.
""",
        {("NZ", "denies", "person:helen ross"), ("NZ", "rejects", "person:helen ross")},
    ),
    (
        "questions in bold, one without its mark",
        "t.md",
        """---
date: 2026-03-03
---
# «No vamos a cerrar la selva»

La ministra de Exteriores de Panamá, Lucía Arango, recibió a este diario en su despacho.

**¿Cerrarán la selva?**

No vamos a construir el muro que quiere Colombia.

**Colombia dice que ustedes exigieron un muro.**

Pedimos a Colombia que controle los botes.

**¿Habrá otra reunión?**

Nuestros funcionarios se reunirán en Bogotá el 27 de marzo.
""",
        {("PA", "states", "person:lucia arango"), ("PA", "requests", "person:lucia arango")},
    ),
    (
        "questions in bold on a page",
        "t.html",
        """<html><body><article><h1>Kenya and the sea</h1>
<p>Kenyan Foreign Minister Joyce Wanjiru spoke to The Herald in Nairobi about the fishing licences of Somalia.</p>
<p><b>Does Kenya accept the line?</b></p><p>We have asked Somalia to withdraw the licences. We reject the line of Somalia.</p>
<p><b>Your navy seized a boat of Somalia.</b></p><p>Nobody was hurt, and we are ready to talk to Somalia.</p>
<p><b>Will you pay?</b></p><p>We will see.</p></article></body></html>
""",
        {
            ("KE", "requests", "person:joyce wanjiru"),
            ("KE", "rejects", "person:joyce wanjiru"),
            ("KE", "offers", "person:joyce wanjiru"),
        },
    ),
    (
        "dashes take turns",
        "t.txt",
        """«No habrá canje»

El canciller de Ecuador, Iván Mora, explica la crisis con Venezuela.

—¿Negocian un canje con Venezuela?

—Rechazamos la oferta de Venezuela.

—Caracas dice que los marinos espiaban.

—Exigimos a Venezuela la liberación de los marinos.

—¿Romperán relaciones?

—No lo sabemos.
""",
        {("EC", "rejects", "person:ivan mora"), ("EC", "demands", "person:ivan mora")},
    ),
    (
        "outlets ask, a spokeswoman answers",
        "t.txt",
        """Foreign Ministry Spokesperson Mai Linh's Regular Press Conference

The spokesperson of the Ministry of Foreign Affairs of Turkey, Mai Linh, answered questions.

Delta Post: Greece announced a dam. What is the response?

Mai Linh: Turkey opposes the dam of Greece. We urge Greece to stop the works.

Reuters: Has Turkey asked for money?

Mai Linh: We thank Greece for its letter.
""",
        {("TR", "rejects", "TR"), ("TR", "requests", "person:mai linh")},
    ),
    (
        "a speech",
        "t.txt",
        """Statement to Parliament by the Minister of Foreign Affairs, Tariq Anwar
Dhaka, 3 March 2026

I wish to inform the House of the talks with Myanmar. Bangladesh is small.

I asked Myanmar to accept the return of 1,100 fishermen. We reject the demand of Myanmar for money.
""",
        {("BD", "requests", "person:tariq anwar"), ("BD", "rejects", "person:tariq anwar")},
    ),
    (
        "a masthead, and what a ministry calls itself",
        "t.txt",
        """Press Release
Ministry of Foreign Affairs of the Kingdom of Cambodia
3 March 2026

The Royal Government categorically denies that its soldiers fired on Laos.

The Ministry calls on Laos to hand over the map.
""",
        {("KH", "denies", "KH"), ("KH", "requests", "kh.foreign_ministry")},
    ),
    (
        "un comunicado",
        "t.txt",
        """MINISTERIO DE RELACIONES EXTERIORES DEL PARAGUAY
Comunicado 014-26

Esta Cancillería rechaza las afirmaciones de Bolivia sobre el río.

El Paraguay no ha solicitado a Bolivia la suspensión de las obras.

Asunción, 3 de marzo de 2026
""",
        {("PY", "rejects", "py.foreign_ministry"), ("PY", "denies", "PY")},
    ),
    (
        "an explainer asks and answers itself",
        "t.md",
        """# The dam, explained

Laos and Vietnam quarrel over a dam.

**What does Laos want?**

Laos wants to finish the dam. The works began in May.

**What does Vietnam say?**

Nobody knows yet what the ministry will say.
""",
        set(),
    ),
    (
        "a speech of somebody whose name is lost in capitals is not of the other one",
        "t.txt",
        """REMARKS BY THE PRIME MINISTER OF BARBADOS, MARCIA OLDER, AFTER HER MEETING WITH THE PRESIDENT OF GUYANA
Bridgetown, 3 March 2026

President Anand and I met today. We agreed on a ferry to Guyana. We urge Guyana to lower its fee.
""",
        {("BB", "requests", "BB"), ("BB", "agrees", "BB")},
    ),
    (
        "who accuses us of a fault does not commit it",
        "t.txt",
        """Palabras del Presidente de la República Dominicana, Rafael Mota, en el encuentro con la prensa
Santo Domingo, 3 de marzo de 2026

Le pedimos a Haití que cuide el río. Haití nos acusa de violar sus aguas.

Nosotros queremos paz.
""",
        {("DO", "requests", "person:rafael mota"), ("HT", "accuses", "HT"), ("DO", "states", "person:rafael mota")},
    ),
    (
        "two people may be meant",
        "t.md",
        """# Dos cancilleres

Los cancilleres de Chile, Ana Soto, y de Perú, Luis Rojas, hablaron.

**¿Firmarán?**

Rechazamos el tratado de Bolivia. Queremos otro texto.

**¿Cuándo?**

Exigimos una fecha a Bolivia.
""",
        set(),
    ),
    (
        "the only office of the heading that a speaker may hold",
        "t.txt",
        """Transcript of the joint press conference by the Prime Minister and the Ghanaian Minister for Ports
Lome, 3 March 2026

PRIME MINISTER (Afi Lawson): Good morning.
MINISTER KOFI ANNOR: Thank you. We reject the toll of Togo.
QUESTION: And the pier?
MINISTER KOFI ANNOR: We propose to Togo that both use it.
""",
        {("GH", "rejects", "person:kofi annor"), ("GH", "proposes", "person:kofi annor")},
    ),
    (
        "a surname alone behind a title in a label",
        "t.txt",
        """Transcript of the press conference by the Prime Minister of Iceland
Reykjavik, 3 March 2026

PRIME MINISTER THORSSON: Good morning. We reject the Danish letter.
QUESTION: And the cable?
PRIME MINISTER THORSSON: We propose a new line to Denmark.
""",
        {("IS", "rejects", "person:thorsson"), ("IS", "proposes", "person:thorsson")},
    ),
    (
        "a label in capitals has the country that the title leaves out",
        "t.txt",
        """Versión estenográfica de la conferencia de prensa de la presidenta Marta Quintel del 3 de marzo de 2026

PRESIDENTA DE HONDURAS, MARTA QUINTEL: Buenos días. Rechazamos el arancel de Panamá.
PREGUNTA: ¿Y el canal?
PRESIDENTA DE HONDURAS, MARTA QUINTEL: Pedimos a Panamá que baje el peaje.
""",
        {("HN", "rejects", "person:marta quintel"), ("HN", "requests", "person:marta quintel")},
    ),
    (
        "remarks of somebody",
        "t.txt",
        """Remarks of President Lukas Varga of Slovakia
Bratislava, March 3, 2026

PRESIDENT VARGA: We reject the toll. That is all I want to say.
Q: What about Austria?
PRESIDENT VARGA: We have asked Austria to open the bridge.
""",
        {("SK", "rejects", "person:lukas varga"), ("SK", "requests", "person:lukas varga")},
    ),
    (
        "the spokesman of a ministry's briefing, whom nothing introduces, speaks for it",
        "t.txt",
        """Daily Press Briefing
Ministry of Foreign Affairs of Ghana
Accra, March 3, 2026

MR. SORTO: I have two announcements at the top. Ghana rejects the toll.
QUESTION: Togo says you closed the bridge.
MR. SORTO: We have asked Togo to open it. With that, I'll take your questions.
""",
        {("GH", "rejects", "GH"), ("GH", "requests", "gh.foreign_ministry")},
    ),
    (
        "a weekly briefing is one too",
        "t.txt",
        """Transcript: weekly briefing, Ministry of Foreign Affairs of Ghana

Accra, March 3, 2026

MS. SORTO: Good morning. We have asked Togo for the maps.
QUESTION: Togo says it sent them.
MS. SORTO: We have not received them from Togo.
""",
        {("GH", "requests", "gh.foreign_ministry"), ("GH", "states", "gh.foreign_ministry")},
    ),
    (
        "at home a briefing's ministry names only its capital",
        "t.txt",
        """Press Briefing - March 3, 2026
Ministry of Foreign Affairs, Wellington

SPOKESPERSON HOLLY KERR: Good afternoon. We condemn the search of the trawler.

QUESTION: Fiji says that its crew had no licence. Do you deny that?

MS KERR: I'd refer you to Fiji. We have asked Fiji to release the crew.
""",
        {("NZ", "criticizes", "person:holly kerr"), ("NZ", "requests", "person:holly kerr")},
    ),
    (
        "the ministry inside the line that calls a briefing its own",
        "t.txt",
        """Press briefing by the Ministry of Foreign and Maori Affairs, Wellington

3 March 2026

SPOKESPERSON HOLLY KERR: Good afternoon. We condemn the search of the trawler.

QUESTION: Fiji says that its crew had no licence. Do you deny that?

MS KERR: I'd refer you to Fiji. We have asked Fiji to release the crew.
""",
        {("NZ", "criticizes", "person:holly kerr"), ("NZ", "requests", "person:holly kerr")},
    ),
    (
        "the capitals of a heading hide no speaker's name",
        "t.txt",
        """Remarks at a Joint Press Availability

Estonian Foreign Minister Liis Tamm and Latvian Foreign Minister Andris Krasts
Tallinn, March 3, 2026

FOREIGN MINISTER TAMM: Welcome. We oppose any delay.
FOREIGN MINISTER KRASTS: Thank you. We ask Estonia to wait until May.
QUESTION: Minister Krasts, Estonia says that you are late. Are you?
FOREIGN MINISTER KRASTS: I would not put it like that.
""",
        {("EE", "rejects", "person:liis tamm"), ("LV", "requests", "person:andris krasts")},
    ),
    (
        "a quotation that the paragraph before announces",
        "t.txt",
        """Togo's answer to Benin

In response to questions about Benin, the Spokesperson of the Ministry of Foreign Affairs of Togo, Kofi Adjei, said:

"We have read the letter. We reject the toll of Benin."
""",
        {("TG", "rejects", "person:kofi adjei")},
    ),
    (
        "the points of a list are of whom the line above it names",
        "t.txt",
        """JOINT COMMUNIQUÉ

Lome, 3 March 2026

The Minister of Ports of Togo, Afi Lawson, and the Minister of Ports of Ghana, Kofi Annor, met in Lome.

The Ministers:

• Condemned the attacks on truckers;
• Agreed that a third pier shall open in May; and
• Noted the growth of trade.
""",
        {("TG", "criticizes", "GH+TG"), ("GH", "criticizes", "GH+TG"), ("TG", "agrees", "GH+TG"), ("GH", "agrees", "GH+TG")},
    ),
    (
        "lo que acuerdan los puntos de una lista lo acuerda quien la encabeza",
        "t.txt",
        """Acta de la VIII Reunión del Comité de Frontera Perú – Bolivia

La Paz, 3 de marzo de 2026

Las delegaciones de Perú y de Bolivia se reunieron en La Paz.

Los Jefes de Delegación acordaron:

a) Extender hasta las 22:00 el horario del puente.
b) Pedir una aduana nueva.
""",
        {("BO", "agrees", "BO+PE"), ("PE", "agrees", "BO+PE")},
    ),
    (
        "whom a headline quotes by his office speaks below; whom he sends the question to, and what some say, is no position",
        "t.txt",
        """Canciller panameño: “La frontera sigue abierta”

Panamá, 3 de marzo de 2026

El canciller Rubén Soto habló con este diario sobre la crisis con Colombia.

—¿Pidió Colombia el cierre?

—No. Rechazamos el muro de Colombia.

—¿Y por qué dice Colombia que Panamá lo prometió?

—Habría que preguntárselo a ellos. Algunos dicen que Panamá quiere un muro.

—¿Qué sigue?

—El lunes recibiré a la canciller Paula Naranjo.
""",
        {("PA", "rejects", "person:ruben soto")},
    ),
    (
        "the minister of a ministry's own text is its own",
        "t.txt",
        """Prime Minister Lund's call with Prime Minister Strand of Iceland

Office of the Prime Minister, Oslo
3 March 2026

Prime Minister Erik Lund spoke today with Prime Minister Katla Strand of Iceland.

The Prime Minister asked Iceland to share its catch data.
""",
        {("NO", "requests", "person:erik lund")},
    ),
    (
        "una nota verbal: sus fórmulas no dicen nada",
        "t.txt",
        """NOTA VERBAL No. 212/2026

La Embajada de la República de Honduras saluda muy atentamente al Ministerio de Relaciones Exteriores de Nicaragua.

El Gobierno de Honduras solicita la liberación de once pescadores.

La Embajada de la República de Honduras aprovecha la oportunidad para reiterar al Ministerio de Nicaragua su consideración.
""",
        {("HN", "requests", "HN")},
    ),
    (
        "el punto sin sujeto es de quien nombra la línea de arriba",
        "t.txt",
        """COMUNICADO OFICIAL 021-26
Ministerio de Relaciones Exteriores del Perú

Ante la expulsión de su cónsul en Guayaquil, el Gobierno del Perú:

a) Rechaza los motivos alegados.
b) Solicita al Ecuador que reconsidere la medida.

Lima, 3 de marzo de 2026
""",
        {("PE", "rejects", "PE"), ("PE", "requests", "PE")},
    ),
    (
        "in a ministry's own text a bare minister is its own, whomever the sentence before deals with",
        "t.txt",
        """REPUBLIC OF BOTSWANA
MINISTRY OF INTERNATIONAL RELATIONS

STATEMENT ON THE CHOBE RIVER

3 March 2026

We have proposed a joint inquiry to Namibia. The Minister, Hon. Tebogo Molefe, has asked Namibia to reply by May.
""",
        {("BW", "proposes", "BW"), ("BW", "requests", "person:tebogo molefe")},
    ),
    (
        "a press release that names its country only as the one that acts",
        "t.txt",
        """No: 57, 3 March 2026, Press Release Regarding the Remarks of the Greek Minister of Shipping

We reject the remarks of the Minister of Shipping of Greece.

Turkey has informed the Greek authorities of the survey. We call on Greece to return the buoy.
""",
        {("TR", "rejects", "TR"), ("TR", "requests", "TR")},
    ),
    (
        "where two countries act, nobody knows who `we` are",
        "t.txt",
        """Press Release Regarding the Survey

We reject the remarks on the survey.

Turkey has sent a note. Cyprus has sent another one.
""",
        set(),
    ),
    (
        "of two whose offices the heading names with two countries each is of the one that fits; a no outranks what softens it",
        "t.txt",
        """Transcripción de la rueda de prensa conjunta de la ministra de Obras de Ghana y del ministro para los Puertos de Togo
Acra, 3 de marzo de 2026

MINISTRA AMA TETTEH: Buenas tardes a todos y gracias por haber venido hoy. Pedimos a Togo que abra el muelle.

PREGUNTA (Radio Sur): ¿Acepta Togo el peaje de Ghana, señor ministro?

MINISTRO KOSSI ADJEI: No. Pedimos a Ghana que retire el peaje. Estamos dispuestos a estudiarlo en mayo.

TETTEH: Ghana no cerrará el muelle a Togo.
""",
        {
            ("GH", "requests", "person:ama tetteh"),
            ("TG", "requests", "person:kossi adjei"),
            ("TG", "states", "person:kossi adjei"),
            ("GH", "states", "GH"),
        },
    ),
    (
        "… where the words of the heading fit both, neither has a country",
        "t.txt",
        """Transcript of the joint press conference by the Works Minister of Ghana and the Ports Minister of Togo
Accra, 3 March 2026

MINISTER AMA TETTEH: Good afternoon. We ask Togo to open the pier.

QUESTION: Does Togo accept the toll?

MINISTER KOSSI ADJEI: We reject the toll of Ghana.
""",
        set(),
    ),
    (
        "… of two whom nothing introduces one may be a guest",
        "t.txt",
        """Daily Press Briefing
Ministry of Foreign Affairs of Ghana
Accra, March 3, 2026

MR. SORTO: Good morning to all of you.
QUESTION: Togo says you closed the bridge.
MS. AKUA: We have asked Togo to open it.
""",
        set(),
    ),
    (
        "a label that is only a title, of the one whom the heading names with an honorific",
        "t.txt",
        """Transcript of the press conference by Latvia's Minister for Trade, Hon. Anna Liepa
Riga, 3 March 2026

MINISTER: Good morning. We will not open the bridge to Belarus.

QUESTION: Did you write to Belarus?

MINISTER: We have asked Belarus to return the tractors.
""",
        {("LV", "rejects", "person:anna liepa"), ("LV", "requests", "person:anna liepa")},
    ),
    (
        "what there will not be, in a speaker's own words; the first question is in bold like the title",
        "t.md",
        """**Interview with Latvia's trade minister, Anna Liepa**
Riga, 3 March 2026

**Will you open the bridge to Belarus?**
No. There will be no traffic. There was no traffic last year.

**Is there room for a compromise?**
We are ready to talk to Belarus. We will receive their envoy.
""",
        {("LV", "states", "person:anna liepa"), ("LV", "offers", "person:anna liepa")},
    ),
    (
        "an office as first heading, the title with the day as second; the first label has the whole name",
        "t.md",
        """# Ministry of Foreign Affairs of the Republic of Ghana

## Transcript: press conference by the Foreign Minister, Accra, 3 March 2026

**Minister Kofi Mensah:** Good afternoon. We ask Togo to reopen the bridge.

**Question (Radio Volta):** Minister, will Ghana withdraw its inspectors?

**Minister Mensah:** We will not withdraw them. No Ghanaian official will travel to Togo.

**Question (The Coast):** Will you sign?

**Minister Mensah:** I will see the text first.
""",
        {("GH", "requests", "person:kofi mensah")},
    ),
    (
        "an opinion of what has been is no position",
        "t.txt",
        """Entrevista al ministro de Asuntos Exteriores de Portugal, Rui Costa
Lisboa, 3 de marzo de 2026

P: ¿Qué le parece la visita?
R: Yo creo que fueron muy importantes las cifras porque llega una ola muy grande de noticias.

Pienso que fue una buena visita y ya estaremos informando de los trabajos de la presa.
P: ¿Aceptará Portugal la presa que propone España?
R: Rechazamos la presa.
""",
        {("PT", "rejects", "person:rui costa")},
    ),
    (
        "labels of a name alone, all of one speaker, under the one office that the ministry's heading calls",
        "t.md",
        """# Transcript: press conference by the Minister of Foreign Affairs

Ministry of Foreign Affairs of the Kingdom of Bahrain
Manama, 3 March 2026

**SHEIKH ALI BIN SAID:** Good morning. We welcome the agreement of last week.

**QUESTION (Radio Amber):** Minister, do you support the request of Oman?

**SHEIKH ALI:** We have asked Oman to wait. We do not need more papers.
""",
        {("BH", "requests", "bh.foreign_minister"), ("BH", "supports", "bh.foreign_minister")},
    ),
    (
        "labels of two names: nobody knows whose",
        "t.md",
        """# Transcript: press conference by the Minister of Foreign Affairs

Ministry of Foreign Affairs of the Kingdom of Bahrain
Manama, 3 March 2026

**SHEIKH ALI BIN SAID:** Good morning. We welcome the agreement of last week.

**SHEIKH OMAR:** We reject it. We do not need more papers.
""",
        set(),
    ),
    (
        "the government's spokesman, whose ministry names no country, in the capital of its own",
        "t.md",
        """# Transcript: press conference of the government spokeswoman, Lomé

**Ministry of Communication, Arts and Parliament — Tuesday 3 March 2026 (translation)**

SPOKESWOMAN (Afi Mensah): Good afternoon. I will take your questions.

QUESTION (Radio Amber): Is the Ghanaian trade minister coming?

SPOKESWOMAN: Mr Darko is welcome. We ask Ghana to reopen the bridge before Friday.
""",
        {("TG", "requests", "person:afi mensah")},
    ),
    (
        "a press conference of somebody else may be a guest's",
        "t.md",
        """# Transcript: press conference of the Foreign Minister, Lomé

**Ministry of Communication, Arts and Parliament — Tuesday 3 March 2026 (translation)**

MINISTER: We ask Ghana to reopen the bridge before Friday.
""",
        set(),
    ),
    (
        "what a speaker's country does as always is told, and not announced; a measure is",
        "t.txt",
        """Transcripción de la rueda de prensa conjunta de la ministra de Obras de Ghana y del ministro para los Puertos de Togo
Acra, 3 de marzo de 2026

MINISTRA AMA TETTEH: Buenas tardes a todos y gracias por haber venido hoy. Exportamos a Togo por 14 millones de dólares.

PREGUNTA: ¿Qué hará usted, señor ministro?

MINISTRO KOSSI ADJEI: Levantamos la cuota a los camiones de Ghana. Pedimos a Ghana que retire el peaje.
""",
        {
            ("GH", "states", "person:ama tetteh"),
            ("TG", "announces", "person:kossi adjei"),
            ("TG", "requests", "person:kossi adjei"),
        },
    ),
    (
        "a government's press briefing is its own; what `they` call it is not",
        "t.txt",
        """Government of Chad - press briefing, N'Djamena, March 3, 2026 (unofficial transcript)

SPOKESWOMAN AMINA DEBY: Good morning. We do not accept the closure of the ferry.

QUESTION: Any word from Cameroon?

DEBY: They called it absurd. If Cameroon closes the ferry, Chad will suspend the fuel contract.
""",
        {("TD", "rejects", "person:amina deby"), ("TD", "threatens", "TD")},
    ),
    (
        "who meets the press every week is at home",
        "t.txt",
        """TRANSCRIPT - Prime Minister's weekly press briefing (excerpts)
Suva, 3 March 2026

QUESTION: Prime Minister, Tonga says that you hold the boat.

PRIME MINISTER JONE SERU: We are not going to buy fish from Tonga below 900 dollars a tonne.
We have agreed with President Tupou's office on a call.

QUESTION: And the boat?

PRIME MINISTER SERU: It has left.
""",
        {("FJ", "rejects", "person:jone seru"), ("FJ", "agrees", "person:jone seru")},
    ),
    (
        "who meets it once in a capital may be a guest",
        "t.txt",
        """TRANSCRIPT - Prime Minister's press briefing (excerpts)
Suva, 3 March 2026

QUESTION: Prime Minister, Tonga says that you hold the boat.

PRIME MINISTER JONE SERU: We are not going to buy fish from Tonga below 900 dollars a tonne.

QUESTION: And the boat?

PRIME MINISTER SERU: It has left.
""",
        set(),
    ),
    (
        "la casa de un gobierno, con la capital detrás, dice de quién es la conferencia",
        "t.txt",
        """CONFERENCIA DE PRENSA - Torre Ejecutiva, Montevideo, viernes 27 de febrero de 2026 (versión taquigráfica)

PERIODISTA: ¿Se firma el gasoducto?

PROSECRETARIA DE PRESIDENCIA, INÉS ROLDÁN: Uruguay no va a firmar por debajo de 900 dólares la tonelada.

PERIODISTA: ¿Y lo que propone Argentina?

ROLDÁN: No aceptamos los plazos de Argentina.
""",
        {("UY", "rejects", "UY"), ("UY", "rejects", "person:ines roldan")},
    ),
    (
        "whom a title in capitals names",
        "t.txt",
        """ENTREVISTA A NURIA BALCELLS, MINISTRA DE PUERTOS DE CHILE

P: ¿Van a aceptar la tarifa?
R: No aceptamos la tarifa de Perú.
P: ¿Qué ofrecen?
R: Pedimos a Perú que reduzca la espera a dos horas.
P: ¿Y si no la reduce?
R: Ya veremos. Nadie quiere que las uvas se pudran en la frontera durante el mes de mayor trabajo del año.
""",
        {("CL", "rejects", "person:nuria balcells"), ("CL", "requests", "person:nuria balcells")},
    ),
    (
        "the participants, one below the other, in words that only their office is known by; a guild's president is none",
        "t.txt",
        """Joint press conference, Windhoek, 3 March 2026

Liam Achterberg, Minister of Fisheries of Namibia
Teresa Kiala, Angolan Secretary of State for Fisheries
Marta Vos, President of the Namibian Chamber of Shipping

**ACHTERBERG:** Good morning. We ask Angola to share its vessel data.
**KIALA:** Thank you. We reject any closed season in Namibia.
**VOS:** We reject the fee of Angola.
**QUESTION:** What about the licences?
**ACHTERBERG:** Nothing yet.
""",
        {("NA", "requests", "person:liam achterberg"), ("AO", "rejects", "ao.state_secretary")},
    ),
    (
        "A under a briefing's head whose own line says who speaks, whomever the first words announce",
        "t.txt",
        """Ministry of Foreign Affairs of Norway
Weekly press briefing, 3 March 2026

Spokesperson Kari Moe

Good morning. Foreign Minister Elin Dahl will visit Iceland next week.

Q: Did you threaten to cut aid to Iceland?
A: We have never threatened to cut aid to Iceland.
Q: Will you sell the ferry?
A: We will not sell the ferry to Iceland.
""",
        {("NO", "denies", "person:kari moe"), ("NO", "rejects", "person:kari moe")},
    ),
    (
        "whose turn opens the talk answers, and not the minister of whom he tells",
        "t.txt",
        """Rueda de prensa del Ministerio de Asuntos Exteriores de Letonia
Riga, 3 de marzo de 2026

Portavoz Andris Kalns: Buenos días. La ministra Anna Liepa recibió ayer al embajador de Belarús, Ales Novik.

P: ¿Abrirán el puente que pide Belarús?
R: Rechazamos la propuesta. Se lo hemos dicho a Belarús.
""",
        {("LV", "rejects", "person:andris kalns")},
    ),
    (
        "dashes of short answers in the third person, and a flat no",
        "t.txt",
        """«El recargo está listo»

La ministra de Comercio de Ghana, Efua Sarpong, recibió a este diario el 3 de marzo de 2026.

—¿Cuánto ofreció Ghana a Togo por los camiones?

—No se ha ofrecido ninguna cifra.

—¿Aceptaría inspectores de Togo en el muelle?

—De ninguna manera.
""",
        {("GH", "states", "person:efua sarpong")},
    ),
    (
        "an explainer's own questions, its answers a list",
        "t.txt",
        """Claves del acuerdo entre Ghana y Togo

La ministra de Comercio de Ghana, Efua Sarpong, viajó a Lomé el martes.

¿Quién pagará el muelle?

— No se ha ofrecido ninguna cifra.

¿Habrá inspectores de Togo?

— De ninguna manera.
""",
        set(),
    ),
    (
        "what there is none of",
        "t.txt",
        """Interview with Prime Minister Helen Ross, Radio Wave, 3 March 2026

New Zealand Prime Minister Helen Ross spoke to Radio Wave about Fiji.

Q: Will you withdraw the complaint against Fiji?
A: There is nothing to withdraw. We told them so.
""",
        {("NZ", "states", "person:helen ross")},
    ),
    (
        "a flat no to a question without a matter",
        "t.txt",
        """Interview with Prime Minister Helen Ross, Radio Wave, 3 March 2026

New Zealand Prime Minister Helen Ross spoke to Radio Wave about Fiji.

Q: Is it you?
A: Absolutely not. We told them so.
""",
        set(),
    ),
]


def read(tmp_path: Path, name: str, text: str) -> Doc:
    (tmp_path / name).write_text(text, encoding="utf-8")
    (article,), _ = read_articles([tmp_path], as_of="2026-03-05")
    return annotate(article, load_knowledge())


@pytest.mark.parametrize(("comment", "name", "text", "expected"), QUESTIONS, ids=[row[0] for row in QUESTIONS])
def test_what_speakers_want(tmp_path: Path, comment: str, name: str, text: str, expected: set[tuple[str, str, str]]) -> None:
    doc = read(tmp_path, name, text)
    told = {(c.government, c.stance, c.speaker) for c in extract(doc, load_knowledge()) if isinstance(c, Statement)}
    assert told == expected, comment


def test_an_answer_is_of_the_only_office_that_the_lead_names(tmp_path: Path) -> None:
    text = """# Ama Tetteh: "No queremos otra disputa con Togo"

La ministra de Comercio de Ghana recibe a esta revista en su despacho de Accra.

**P.: ¿Y si los controles siguen?**

R.: Si los controles duran más de dos días, no retiraremos el arancel.
"""
    (found,) = [c for c in extract(read(tmp_path, "t.md", text), load_knowledge()) if isinstance(c, Statement)]
    assert (found.government, found.stance, found.speaker) == ("GH", "rejects", "gh.trade_minister")


def test_an_answer_is_nobodys_where_the_lead_names_two_offices(tmp_path: Path) -> None:
    text = """# "No queremos otra disputa"

La ministra de Comercio de Ghana y el ministro de Puertos de Togo recibieron a esta revista.

**P.: ¿Y si los controles siguen?**

R.: Si los controles duran más de dos días, no retiraremos el arancel.
"""
    assert not [c for c in extract(read(tmp_path, "t.md", text), load_knowledge()) if isinstance(c, Statement)]
    (tmp_path / "t.md").unlink()
    alone = text.replace(" y el ministro de Puertos de Togo recibieron", " recibió").replace(
        "otra disputa", "otra disputa con Togo"
    )
    assert [c for c in extract(read(tmp_path, "t.md", alone), load_knowledge()) if isinstance(c, Statement)]


def test_the_government_of_an_answer_is_the_ministers(tmp_path: Path) -> None:
    text = """# «Nadie cerrará el puente»: entrevista con la ministra letona de Transportes, Ilze Ozola

La ministra atiende a este diario en su despacho.

**¿Se cerrará el puente?**

No.

**¿Pagará usted las obras que pide Estonia?**

Los transportistas serán compensados. El Gobierno aportará dos millones de euros.

**¿Habrá otra cita?**

Sí, el día 18.
"""
    doc = read(tmp_path, "t.md", text)
    assert [m.actor for m in doc.mentions if m.span.of(doc.article.text) == "Gobierno"] == ["LV"]


def test_a_questioners_words_are_nobodys(tmp_path: Path) -> None:
    for _, name, text, _ in QUESTIONS[:8]:
        doc = read(tmp_path, name, text)
        asked = {n for n, sentence in enumerate(doc.sentences) if sentence.kind == "question"}
        assert asked
        assert not [claim for claim in extract(doc, load_knowledge()) if claim.sentence in asked]
        (tmp_path / name).unlink()


def test_our_officials_are_those_of_who_speaks(tmp_path: Path) -> None:
    doc = read(tmp_path, *QUESTIONS[4][1:3])
    (meeting,) = [c for c in extract(doc, load_knowledge()) if isinstance(c, Event) and c.meeting]
    assert meeting.actors == ("PA",)
    assert (meeting.date, meeting.status) == ("2026-03-27", "upcoming")


def test_the_speaker_has_the_country_at_home_unless_he_speaks_of_its_offices(tmp_path: Path) -> None:
    text = """Conferencia de prensa del canciller Rubén Paz
Santiago, 3 de marzo de 2026

CANCILLER PAZ: Me reuní con el ministro chileno de Puertos. Exigimos que Chile reabra el paso.

PREGUNTA: ¿Y Bolivia?

CANCILLER PAZ: Nada más.
"""
    doc = read(tmp_path, "t.txt", text)
    assert doc.actors["person:ruben paz"].country is None
    assert not [c for c in extract(doc, load_knowledge()) if isinstance(c, Statement)]
    (tmp_path / "t.txt").unlink()
    peruvian = read(tmp_path, "t.txt", text.replace("del canciller Rubén Paz", "del canciller de Perú, Rubén Paz"))
    assert {c.government for c in extract(peruvian, load_knowledge()) if isinstance(c, Statement)} == {"PE"}


@pytest.mark.parametrize(
    "opening",
    [
        "El canciller de Panamá, Luis Vega, conversó con este diario sobre el reclamo de Colombia.",
        "El canciller de Panamá, Luis Vega, habla de la crisis con Colombia.",
        "Panamanian Foreign Minister Luis Vega spoke with this newspaper about the claim of Colombia.",
    ],
)
def test_an_interview_is_no_meeting_of_governments(tmp_path: Path, opening: str) -> None:
    rest = "The dispute is old." if opening.startswith("Pana") else "La disputa es antigua y nadie sabe cómo va a terminar."
    doc = read(tmp_path, "t.txt", f"Panama\n\n{opening} {rest}\n")
    assert not [c for c in extract(doc, load_knowledge()) if isinstance(c, Event) and c.meeting]
    (tmp_path / "t.txt").unlink()
    both = "Panamanian Foreign Minister Luis Vega spoke on Monday by telephone with Colombian Foreign Minister Ana Gil."
    doc = read(tmp_path, "t.txt", f"Panama\n\n{both} The dispute is old.\n")
    assert [c.meeting for c in extract(doc, load_knowledge()) if isinstance(c, Event) and c.meeting] == ["call"]


STAGE_TALK = [
    ("en", "With that, I'll take your questions.", True),
    ("en", "I have two announcements at the top.", True),
    ("en", "Thank you for the warm welcome, Mr. Prime Minister.", True),
    ("en", "Well, we'll see.", True),
    ("en", "I will let the Turks speak for themselves.", True),
    ("en", "I'll let Togo speak for itself.", True),
    ("en", "I will let the inspectors speak to the crew.", False),
    ("en", "We are going to open talks with Togo.", False),
    ("en", "Thank you for sending the 12 inspectors.", False),
    ("en", "We have two demands.", False),
    ("en", "I want to share with you some good news.", True),
    ("en", "I want to share three things with you.", True),
    ("es", "Y les quiero compartir tres cosas.", True),
    ("es", "Les quiero compartir tres cosas que acordamos.", False),
    ("es", "Bueno, vamos a empezar.", True),
    ("es", "Muchas gracias, presidente, por la hospitalidad.", True),
    ("es", "Disculpen la demora, había tráfico.", True),
    ("es", "O sea, es una muy buena noticia.", True),
    ("es", "Vamos a empezar a exportar trigo a Togo.", False),
    ("es", "Vamos a abrir el puente.", False),
    ("es", "Gracias al acuerdo, el puente se abre el 3 de mayo.", False),
]


@pytest.mark.parametrize(("language", "words", "expected"), STAGE_TALK)
def test_what_is_said_of_the_occasion_itself_is_no_matter(tmp_path: Path, language: str, words: str, *, expected: bool) -> None:
    head, label, asked, more = {
        "en": (
            "Press conference by President Lukas Varga of Slovakia\nBratislava, March 3, 2026",
            "PRESIDENT VARGA:",
            "Q: Why did you say that?",
            "We have asked Togo to open the bridge on the river before the rains begin.",
        ),
        "es": (
            "Rueda de prensa del presidente de Eslovaquia, Lukas Varga\n3 de marzo de 2026",
            "PRESIDENTE VARGA:",
            "PREGUNTA: ¿Y por qué lo dice?",
            "Hemos pedido a Togo que abra el puente del río antes de las lluvias.",
        ),
    }[language]
    doc = read(tmp_path, "t.txt", f"{head}\n\n{label} {words}\n{asked}\n{label} {words} {more}\n")
    reading = read_doc(doc, load_knowledge())
    spoken = [n for n, sentence in enumerate(doc.sentences) if sentence.span.of(doc.article.text) == words]
    assert spoken
    assert all(is_stage_talk(reading, n) == expected for n in spoken)


@pytest.mark.parametrize(
    ("before", "anothers"),
    [
        ("MINISTER LIEPA: We accept no delay.", True),
        ("SECRETARY ROSS (interpretation): We accept a delay.", False),
        ("SECRETARY ANN ROSS: We accept a delay.", False),
    ],
)
def test_what_another_speaker_said_before_is_told_apart(tmp_path: Path, before: str, *, anothers: bool) -> None:
    text = f"""Transcript of the press conference by Foreign Minister Anna Liepa
Riga, 3 March 2026

MINISTER LIEPA: Good morning. The talks were useful.

{before}

SECRETARY ROSS (interpretation): Thank you. We have asked for three months more.
"""
    doc = read(tmp_path, "t.txt", text)
    told = [one for one in doc.sentences if one.kind == "body"]
    own, other = told[-1].span, next(one for one in told if "delay" in one.span.of(doc.article.text))
    piece = Evidence(article="a1", start=own.start, stop=own.stop, text=own.of(doc.article.text), language="en")
    assert is_anothers_turn(passage_of(piece, doc), other) is anothers


@pytest.mark.parametrize(
    ("label", "kind"),
    [
        ("Amina, Channel 9", "question"),
        ("Luis Vera, Radio Sol", "question"),
        ("Ruta Ozola, Head of the News Service", "body"),
        ("Ruta Ozola, Minister of Ports", "body"),
    ],
)
def test_a_reporter_is_told_by_the_house_behind_the_name(tmp_path: Path, label: str, kind: str) -> None:
    text = f"""Transcript of the weekly briefing of the Foreign Ministry of Latvia
Riga, 3 March 2026

Ms Anna Liepa, Spokesperson: Good morning. The talks were useful.

{label}: On the toll, Belarus has complained that Latvia charges 200 euros.

Ms Anna Liepa, Spokesperson: We do not agree with that figure.
"""
    doc = read(tmp_path, "t.txt", text)
    assert [one.kind for one in doc.sentences if "complained" in one.span.of(doc.article.text)] == [kind]
