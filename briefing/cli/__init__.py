"""The commands.  The only place with a clock, a terminal and exit codes; nothing heavy is imported before a command runs.

Exit codes:
    0    done
    2    usage: a wrong option, a date that is none, a folder that does not exist
    3    unreadable input: no article could be read, or the brief has faults
    4    nothing reportable in the articles
    5    a fault in an audience, a template or a document made from one
    6    a file that cannot be written
    130  interrupted
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from briefing.errors import ArticleError, BriefError, BriefingError, KnowledgeError, OutputError, TemplateError

DONE, USAGE, UNREADABLE, NOTHING, TEMPLATE, UNWRITABLE, INTERRUPTED = 0, 2, 3, 4, 5, 6, 130
EXIT_CODES: dict[type[BriefingError], int] = {
    ArticleError: UNREADABLE,
    BriefError: UNREADABLE,
    KnowledgeError: USAGE,
    TemplateError: TEMPLATE,
    OutputError: UNWRITABLE,
}
LANGUAGES = ("es", "en")
FORMATS = ("docx", "md", "ics", "pdf")
DEFAULT_FORMATS = ("docx", "md")


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; returns the exit code."""
    arguments = build_parser().parse_args(argv)
    try:
        return int(arguments.command(arguments))
    except BriefingError as error:
        for line in str(error).splitlines():
            print(f"briefing: {line}", file=sys.stderr)
        return next((code for kind, code in EXIT_CODES.items() if isinstance(error, kind)), USAGE)
    except KeyboardInterrupt:
        print("briefing: interrupted; files written before are whole", file=sys.stderr)
        return INTERRUPTED
    except BrokenPipeError:
        return DONE


def build_parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="briefing",
        description="Reads a week's news in Spanish and English and writes the memo: key facts, positions, meetings.",
        epilog=(__doc__ or "")[(__doc__ or "").index("Exit codes") :],
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--version", action="version", version=f"%(prog)s {version()}")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    for add in (add_run, add_render, add_explain, add_check, add_annotate, add_terms, add_templates):
        add(commands)
    return parser


def version() -> str:
    from importlib.metadata import PackageNotFoundError
    from importlib.metadata import version as installed

    try:
        return installed("briefing")
    except PackageNotFoundError:
        return "unknown"


def add_run(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    command = commands.add_parser("run", help="articles to brief.yaml and memos")
    command.add_argument("articles", nargs="+", type=Path, metavar="ARTICLES", help="folders or files: .txt .md .html")
    command.add_argument("--as-of", metavar="DATE", help="the brief's own date (default: the latest publication date)")
    window = command.add_mutually_exclusive_group()
    window.add_argument("--week", metavar="2026-W03", help="only articles published in this ISO week")
    window.add_argument("--since", metavar="DATE", help="only articles published on or after this day")
    command.add_argument("--until", metavar="DATE", help="only articles published on or before this day")
    add_own_knowledge(command)
    add_translation(command)
    add_output(command)
    command.set_defaults(command=run_articles)


def add_own_knowledge(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--knowledge", action="append", type=Path, default=[], metavar="DIR", help="a folder of your own knowledge"
    )


def add_translation(command: argparse.ArgumentParser) -> None:
    group = command.add_argument_group("translation (off by default)", "lines that stand in the other language's words")
    group.add_argument(
        "--translate", metavar="ENGINE", help="apertium, argos, ctranslate2:FOLDER or endpoint:URL (OpenAI-compatible)"
    )
    group.add_argument("--translate-model", metavar="NAME", default="", help="the endpoint's model")
    group.add_argument(
        "--translate-key-env",
        metavar="VARIABLE",
        default="BRIEFING_TRANSLATE_KEY",
        help="the environment variable that holds the endpoint's key (default: %(default)s)",
    )
    group.add_argument("--translate-timeout", metavar="SECONDS", type=float, default=30.0, help="for each line (default: 30)")
    group.add_argument("--translate-cache", metavar="DIR", type=Path, help="keep answers there; the next run is the same")


def add_render(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    command = commands.add_parser("render", help="the memos again, after a person has edited the brief")
    command.add_argument("briefs", nargs="+", type=Path, metavar="BRIEF.yaml")
    add_output(command)
    command.set_defaults(command=render_briefs)


def add_output(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--out", type=Path, metavar="DIR", help="where to write (default: out/<ISO week>, or beside the brief)"
    )
    command.add_argument("--audience", action="append", metavar="NAME", help="may be repeated (default: base)")
    command.add_argument(
        "--lang",
        action="append",
        metavar="es",
        help=f"es, en or a locale such as es_ES; repeatable (default: {', '.join(LANGUAGES)})",
    )
    command.add_argument(
        "--format", action="append", choices=FORMATS, help=f"may be repeated (default: {', '.join(DEFAULT_FORMATS)})"
    )
    command.add_argument(
        "--templates", action="append", type=Path, default=[], metavar="DIR", help="a folder of your own audiences"
    )
    command.add_argument(
        "--previous", type=Path, metavar="BRIEF.yaml", help="an earlier brief: positions are marked new, moved, unchanged"
    )
    command.add_argument("--json", action="store_true", help="one JSON object on standard output, for scripts")


def add_explain(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    command = commands.add_parser("explain", help="where an item comes from: articles, words, rules, conflicts")
    command.add_argument("brief", type=Path, metavar="BRIEF.yaml")
    command.add_argument("item", metavar="ID", help="the id of a fact, position, meeting or conflict in the brief")
    command.add_argument("--json", action="store_true")
    command.set_defaults(command=explain_item)


def add_check(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    command = commands.add_parser("check", help="every fault of a brief at once, with line and path")
    command.add_argument("briefs", nargs="+", type=Path, metavar="BRIEF.yaml")
    command.set_defaults(command=check_briefs)


def add_annotate(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    command = commands.add_parser("annotate", help="what is recognized in an article: sentences, trees, dates, actors, quotes")
    command.add_argument("articles", nargs="+", type=Path, metavar="FILE")
    command.add_argument("--as-of", metavar="DATE")
    add_own_knowledge(command)
    style = command.add_mutually_exclusive_group()
    style.add_argument("--json", action="store_true", help="everything, as JSON")
    style.add_argument("--html", action="store_true", help="a page with coloured spans and arcs")
    command.set_defaults(command=annotate_articles)


def add_terms(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    command = commands.add_parser("terms", help="the termbase: what it lacks (mine), TBX for other tools (export, import)")
    actions = command.add_subparsers(required=True, metavar="ACTION", dest="action")
    mine = actions.add_parser("mine", help="words and phrases of articles that the termbase lacks, by frequency, in context")
    mine.add_argument("articles", nargs="+", type=Path, metavar="ARTICLES", help="folders or files: .txt .md .html")
    mine.add_argument("--least", type=int, default=2, metavar="N", help="only what comes N times (default: %(default)s)")
    mine.add_argument("--to", type=Path, metavar="FILE.yaml", help="also write a sheet to fill in, for a folder of your own")
    mine.add_argument("--json", action="store_true", help="one JSON object on standard output, for scripts")
    export = actions.add_parser("export", help="the concepts as TBX-Basic (ISO 30042:2019)")
    export.add_argument("file", type=Path, metavar="FILE.tbx")
    export.add_argument("--domain", action="append", default=[], metavar="NAME", help="only this domain; repeatable")
    for action in (mine, export):
        action.add_argument("--knowledge", action="append", type=Path, default=[], metavar="DIR", help="your own knowledge too")
    taken = actions.add_parser("import", help="concepts of a TBX file into a folder of your own knowledge")
    taken.add_argument("file", type=Path, metavar="FILE.tbx")
    taken.add_argument("--to", type=Path, required=True, metavar="DIR", help="your knowledge folder")
    command.set_defaults(command=manage_terms)


def add_templates(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    command = commands.add_parser("templates", help="audiences and their templates: list, new, fields, check, preview")
    command.add_argument(
        "--templates", action="append", type=Path, default=[], metavar="DIR", help="a folder of your own audiences"
    )
    actions = command.add_subparsers(required=True, metavar="ACTION", dest="action")
    actions.add_parser("list", help="every audience, which folder it comes from and why")
    new = actions.add_parser("new", help="a working copy of an audience, to edit in Word")
    new.add_argument("audience")
    new.add_argument("--from", dest="origin", default="base", metavar="AUDIENCE")
    fields = actions.add_parser("fields", help="a Word file that shows every field with a sample value")
    fields.add_argument("--out", type=Path, default=Path("fields.docx"))
    checked = actions.add_parser("check", help="every broken or unknown tag of a template")
    checked.add_argument("file", type=Path)
    preview = actions.add_parser("preview", help="a memo for an audience on sample data")
    preview.add_argument("audience")
    preview.add_argument("--out", type=Path, default=Path())
    command.set_defaults(command=manage_templates)


# ------------------------------------------------------------------ each command imports what it needs, when it runs


def run_articles(arguments: argparse.Namespace) -> int:
    from briefing.cli.run import run_command

    return run_command(arguments)


def render_briefs(arguments: argparse.Namespace) -> int:
    from briefing.cli.render import render_command

    return render_command(arguments)


def explain_item(arguments: argparse.Namespace) -> int:
    from briefing.cli.explain import explain_command

    return explain_command(arguments)


def check_briefs(arguments: argparse.Namespace) -> int:
    from briefing.cli.check import check_command

    return check_command(arguments)


def annotate_articles(arguments: argparse.Namespace) -> int:
    from briefing.cli.annotate import annotate_command

    return annotate_command(arguments)


def manage_terms(arguments: argparse.Namespace) -> int:
    from briefing.cli.terms import terms_command

    return terms_command(arguments)


def manage_templates(arguments: argparse.Namespace) -> int:
    from briefing.cli.templates import templates_command

    return templates_command(arguments)
