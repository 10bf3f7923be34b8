"""The rows of the data that a whole line meets: of an agency, a caption, a summary."""

from __future__ import annotations

from briefing.ingest.cues import AGENCY_LINE, Cues, LineCue
from briefing.ingest.lines import ends_with_stop
from briefing.ingest.source import Line

DECK_CHARS = 320


def is_summary_line(line: Line, cues: Cues) -> bool:
    return bool(cues.machine_summary.match(line.text) or cues.key_points.fullmatch(line.text))


def match_line(line: Line, cues: Cues, *, before_prose: bool, after_prose: bool) -> LineCue | None:
    """The first rule of the data that the whole line meets, where the line stands."""
    if len(line.text) > DECK_CHARS:
        return None
    places = {"any": True, "head": before_prose, "tail": after_prose}
    return next((cue for cue in cues.lines if places[cue.where] and _meets(line, cue)), None)


def credited_agency(line: Line, cue: LineCue) -> str | None:
    """The agency that a credit line names, "(con información de AFP)", or is."""
    if cue.rule == AGENCY_LINE:
        return line.text.strip("()[] .")
    if "agency" not in cue.regex.groupindex:
        return None
    match = cue.regex.match(line.text)
    return match["agency"] if match else None


def _meets(line: Line, cue: LineCue) -> bool:
    match = cue.regex.match(line.text)
    if not match or cue.shape != "begins":
        return bool(match)
    # A sentence of prose can begin with the same words: a cue line has its colon, or no stop.
    colon = match[0].endswith(":") or line.text[match.end() :].lstrip().startswith((":", "|"))
    return cue.kind == "caption" or colon or len(line.text) < 60 or not ends_with_stop(line)
