"""Templates that staff shape: lookup and layers, copies, the checker's findings, and what a template may not do."""

from __future__ import annotations

import importlib
import io
import re
import sys
import time
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from docx import Document
from docx.oxml.ns import qn
from memo_samples import AUDIENCES, house, memo_of, paragraphs_of, parts_of, template, words_of

from briefing.errors import OutputError, TemplateError
from briefing.render import lint_docx, load_audience
from briefing.render.audience import audience_names, candidates
from briefing.render.fields import field_groups
from briefing.render.memo import Memo, compose
from briefing.render.reference import LISTS
from briefing.render.sample import sample_brief, sample_labels
from briefing.render.templates import check_template, fields_document, list_templates, new_template, preview

TEMPLATES = Path(__file__).parents[1] / "templates"


def test_every_audience_has_its_three_files() -> None:
    assert audience_names() == tuple(sorted(AUDIENCES))
    for name in AUDIENCES:
        assert {"audience.yaml", "memo.docx", "memo.md.j2"} <= {path.name for path in (TEMPLATES / name).iterdir()}


@pytest.mark.parametrize("audience", AUDIENCES)
def test_our_own_templates_are_sound(audience: str) -> None:
    assert check_template(TEMPLATES / audience) == []


def built() -> ModuleType:
    """The script beside the templates, which is no part of the package."""
    sys.path.insert(0, str(TEMPLATES))
    try:
        return importlib.import_module("build")
    finally:
        sys.path.remove(str(TEMPLATES))


@pytest.mark.parametrize("audience", AUDIENCES)
def test_the_committed_template_is_the_one_that_the_script_builds(audience: str) -> None:
    assert parts_of(built().build(audience)) == parts_of((TEMPLATES / audience / "memo.docx").read_bytes())


# ------------------------------------------------------------------ layers


def place(folder: Path, files: dict[str, str]) -> Path:
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, "utf-8")
    return folder


def test_settings_merge_key_by_key_and_lists_replace(tmp_path: Path) -> None:
    near = place(tmp_path / "near", {"minister/audience.yaml": "limits: {facts: 3}\naddress: {to: {es: Presidencia}}\n"})
    far = place(tmp_path / "far", {"minister/audience.yaml": "limits: {facts: 4, meetings: 1}\nsections: [facts]\n"})
    audience = load_audience("minister", (near, far))
    assert (audience.limits.facts, audience.limits.meetings, audience.limits.pages) == (3, 1, 1)
    assert audience.address["to"] == {"es": "Presidencia", "en": "The Minister"}
    assert audience.address["from"]["en"] == "Analysis Unit"
    assert audience.sections == ("facts",)
    assert audience.chain == ("minister", "base")


def test_the_audience_s_own_layout_goes_before_a_parent_s_in_a_nearer_place(tmp_path: Path) -> None:
    (tmp_path / "base").mkdir()
    (tmp_path / "base" / "memo.docx").write_bytes(template("mine"))
    assert candidates(("minister", "base"), (tmp_path,), "memo", "docx", "es-MX")[0] == TEMPLATES / "minister" / "memo.docx"
    assert candidates(("base",), (tmp_path,), "memo", "docx", "es-MX")[0] == tmp_path / "base" / "memo.docx"


def test_a_language_s_own_file_goes_first(tmp_path: Path) -> None:
    house(tmp_path, template("any"))
    for tag, words in (("es", "Spanish"), ("es-MX", "Mexican")):
        (tmp_path / "desk" / f"memo.{tag}.docx").write_bytes(template(words))
    seen = [
        paragraphs_of(memo_of(sample_brief(), audience="desk", locale=locale, dirs=(tmp_path,)))
        for locale in ("es_MX", "es_ES", "en_US")
    ]
    assert seen == [["Mexican"], ["Spanish"], ["any"]]


def test_one_section_of_the_markdown_may_be_replaced(tmp_path: Path) -> None:
    files = {"desk/audience.yaml": "extends: base\n", "desk/memo.md.j2": '{% extends "parent/memo.md.j2" %}\n'}
    place(
        tmp_path,
        files
        | {"desk/sections/facts.md.j2": "## Mine\n\n{{ facts[0].text }}\n\n{% include 'parent/sections/facts.md.j2' %}\n"},
    )
    text = memo_of(sample_brief(), audience="desk", format="md", dirs=(tmp_path,)).decode()
    assert "## Mine\n\nNorway will close" in text
    assert text.index("## Mine") < text.index("## Key facts")


def test_labels_are_the_audience_s_own_words(tmp_path: Path) -> None:
    settings = "extends: base\nlabels: {en: {Sources: Where we read it, greeting: Dear all}}\n"
    dirs = house(tmp_path, template('{{ _("Sources") }}', "{{ label.greeting }}"), settings=settings)
    assert paragraphs_of(memo_of(sample_brief(), audience="desk", dirs=dirs)) == ["Where we read it", "Dear all"]


# settings, words of the fault
FAULTY = [
    ("limts: {pages: 1}", "unknown: limts"),
    ("limits: {pages: one}", "whole number"),
    ("citations: footnotes", "footnotes"),
    ("sections: [facts, weather]", "weather"),
    ("extends: bse", "did you mean “base”"),
    ("extends: other", "extends itself"),
    ("a: [", "audience.yaml"),
    ("title: plain", "mapping"),
    ("doubt: {least: none}", "none"),
]


@pytest.mark.parametrize(("settings", "fault"), FAULTY)
def test_faults_in_settings_are_said(settings: str, fault: str, tmp_path: Path) -> None:
    place(tmp_path, {"desk/audience.yaml": settings, "other/audience.yaml": "extends: desk"})
    with pytest.raises(TemplateError) as caught:
        load_audience("desk", (tmp_path,))
    assert fault in str(caught.value)
    assert len(str(caught.value).splitlines()) == len(caught.value.faults)


@pytest.mark.parametrize("name", ["../base", "/etc", "Base", "", "no-such", "base/../base", "a" * 60])
def test_a_name_is_a_name_and_no_path(name: str) -> None:
    with pytest.raises(TemplateError):
        load_audience(name)


# ------------------------------------------------------------------ the checker

# what is typed, and for each fault words that it must say
CHECKS = [
    (("{{ memo.subjet }}",), ["“memo.subjet”; did you mean “memo.subject”? — near “{{ memo.subjet }}”"]),
    (("{{ nmae }}", "{{ facst }}"), ["“nmae”", "“facst”; did you mean “facts”?"]),
    (("{% for fact in facts %}", "{{ fact.txt }} {{ fact.note }}", "{% endfor %}"), ["“fact.txt”; did you mean “fact.text”?"]),
    (
        (
            "{% for table in positions %}{% for row in table.rows %}{% for cell in row.cells %}",
            "{{ cell.postions }}",
            "{% endfor %}{% endfor %}{% endfor %}",
        ),
        ["“cell.postions”; did you mean “cell.positions”?"],
    ),
    (("{% for day in timelin %}", "{{ day.date }}", "{% endfor %}"), ["“timelin”; did you mean “timeline”?"]),
    (("{ % for fact in facts % }", "x"), ["“{ %” is not a whole tag"]),
    (("{{ memo.kind }", "y"), ["“{{” is not a whole tag"]),
    (("{% for fact in facts %}", "{{ fact.text }}"), ["“{% for fact in facts %}” is never closed; write {% endfor %}"]),
    (("{% endif %}",), ["“{% endif %}” has no tag that it belongs to"]),
    (("{% for fact in facts %}", "x", "{% endif %}"), ["“{% for fact in facts %}” is closed by “{% endif %}”"]),
    (("Before {% for fact in facts %}", "x", "{% endfor %}"), ["opens or closes in another paragraph"]),
    (("{{ memo.kind|uper }}",), ["no filter “uper”; did you mean “upper”?"]),
    (("{% if memo.kind is emty %}x{% endif %}",), ["no test “emty”"]),
    (("{{ memo. }}",), ["cannot be read"]),
    (("{{ memo.kind } {{ memo.to }}",), ["a brace is missing or doubled"]),
    (("{% include 'x' %}",), ["is not a tag that a Word template can have"]),
    (("{% macro m() %}{% endmacro %}",), ["is not a tag that a Word template can have"]),
    (("{{ facts }}",), ["cannot be printed; loop over it"]),
    (("{{ memo.kind.upper() }}",), ["“memo.kind” has no fields"]),
    (("{% tr for x in facts %}",), ["is not a tag"]),
    (("{{ facts[99].text }}",), ["the list has 4 entries"]),
    (("{{ _('50 % of it') }}",), ["%% for a percent sign"]),
]


@pytest.mark.parametrize(("lines", "expected"), CHECKS, ids=[row[0][0] for row in CHECKS])
def test_the_checker_says_what_and_where(lines: tuple[str, ...], expected: list[str], tmp_path: Path) -> None:
    house(tmp_path, template(*lines))
    findings = check_template(tmp_path / "desk" / "memo.docx")
    for words in expected:
        assert any(words in finding for finding in findings), findings


def test_a_sound_template_of_somebody_s_own_has_no_findings(tmp_path: Path) -> None:
    house(
        tmp_path,
        template("{{ memo.kind }}", "{% for fact in facts %}", "{{ fact.n }} {{ fact.text }}{{ fact.note }}", "{% endfor %}"),
    )
    assert check_template(tmp_path / "desk") == []


def test_faults_in_headers_are_found_too(tmp_path: Path) -> None:
    document = Document(io.BytesIO(template("{{ memo.kind }}")))
    document.sections[0].header.paragraphs[0].add_run("{{ memo.clasification }}")
    buffer = io.BytesIO()
    document.save(buffer)
    house(tmp_path, buffer.getvalue())
    [finding] = check_template(tmp_path / "desk")
    assert finding.startswith("header")
    assert "did you mean “memo.classification”?" in finding


def test_a_picture_without_a_description_is_a_finding(tmp_path: Path) -> None:
    document = Document(io.BytesIO(template("{{ memo.kind }}")))
    pixel = bytes.fromhex(
        "89504e470d0a1a0a0000000d49484452000000010000000108000000003a7e9b550000000a49444154789c636000000002000148afa4710000000049454e44ae426082"
    )
    document.sections[0].first_page_header.paragraphs[0].add_run().add_picture(io.BytesIO(pixel))
    buffer = io.BytesIO()
    document.save(buffer)
    house(tmp_path, buffer.getvalue())
    assert any("has no description" in finding for finding in check_template(tmp_path / "desk"))


def test_faults_in_markdown_are_found(tmp_path: Path) -> None:
    place(
        tmp_path,
        {
            "desk/audience.yaml": "extends: base\n",
            "desk/memo.md.j2": "# {{ memo.kin }}\n{% for f in facts %}{{ f.tet }}{% endfor %}\n",
        },
    )
    findings = check_template(tmp_path / "desk")
    assert [re.sub(" — near.*", "", finding) for finding in findings] == [
        "memo.md.j2: there is no field “memo.kin”; did you mean “memo.kind”?",
        "memo.md.j2: there is no field “f.tet”; did you mean “f.text”?",
    ]


def test_a_fault_in_a_section_names_the_section(tmp_path: Path) -> None:
    place(tmp_path, {"desk/audience.yaml": "extends: base\n", "desk/sections/facts.md.j2": "x\n{{ nope }}\n"})
    place(tmp_path, {"desk/memo.md.j2": '{% extends "parent/memo.md.j2" %}\n'})
    with pytest.raises(TemplateError, match=r"desk/sections/facts.md.j2: there is no field “nope” — near “{{ nope }}”"):
        memo_of(sample_brief(), audience="desk", format="md", dirs=(tmp_path,))


def test_a_missing_file_is_said_to_be_missing(tmp_path: Path) -> None:
    with pytest.raises(OutputError, match="is not there"):
        check_template(tmp_path / "nope.docx")


# ------------------------------------------------------------------ commands


def test_new_makes_a_working_copy(tmp_path: Path) -> None:
    made = new_template("cabinet", tmp_path, base="minister")
    assert [path.name for path in made] == ["audience.yaml", "memo.docx", "memo.md.j2"]
    assert check_template(tmp_path / "cabinet", (tmp_path,)) == []
    assert load_audience("cabinet", (tmp_path,)).limits.pages == 1
    assert memo_of(sample_brief(), audience="cabinet", dirs=(tmp_path,)) == memo_of(sample_brief(), audience="minister")
    assert memo_of(sample_brief(), audience="cabinet", format="md", dirs=(tmp_path,)) == memo_of(
        sample_brief(), audience="minister", format="md"
    )


@pytest.mark.parametrize("name", ["../x", "A", "base/x", ""])
def test_new_refuses_what_is_no_name(name: str, tmp_path: Path) -> None:
    with pytest.raises(TemplateError, match="is no name"):
        new_template(name, tmp_path)


def test_new_does_not_write_over_anything(tmp_path: Path) -> None:
    new_template("desk", tmp_path)
    with pytest.raises(TemplateError, match="is there already"):
        new_template("desk", tmp_path)


def test_list_says_which_file_wins_and_why(tmp_path: Path) -> None:
    new_template("minister", tmp_path)
    rows = {(row.audience, row.suffix): row for row in list_templates((tmp_path,))}
    mine = rows["minister", "docx"]
    assert (mine.path, mine.why) == (tmp_path / "minister" / "memo.docx", f"in {tmp_path}")
    assert mine.hidden == (TEMPLATES / "minister" / "memo.docx",)
    assert rows["press", "docx"].why == "in the package"
    assert rows["press", "md.j2"].title["en"] == "Lines for the press office"


def sample(audience: str = "base", locale: str = "en_US") -> Memo:
    return compose(sample_brief(), audience=audience, locale=locale, template_dirs=(), labels=sample_labels())


def paths_in(fields: Any, steps: tuple[str, ...]) -> set[str]:
    owners = [fields]
    for step in steps:
        owners = [entry for owner in owners for entry in owner[step]]
    return {key for owner in owners for key in owner}


def test_the_reference_names_every_field_and_no_other() -> None:
    memo = sample("security")
    memo.fields["quotes"] = [{"text": "", "speaker": "", "flags": "", "note": "", "original": ""}]
    told = {field.path for group in field_groups(memo.words) for field in group.fields}
    real = {f"{name}.{key}" for name, steps in LISTS.items() for key in paths_in(memo.fields, steps)}
    real |= {f"memo.{key}" for key in memo.fields["memo"]}
    real |= {key for key, value in memo.fields.items() if not isinstance(value, (list, dict))}
    assert told == real - {"quote.note", "quote.original"}


@pytest.mark.parametrize("locale", ["es_MX", "en_US"])
def test_the_reference_is_a_word_file_with_tags_to_copy(locale: str) -> None:
    data = fields_document(locale)
    assert [fault for fault in lint_docx(data) if "left over" not in fault] == []
    words = paragraphs_of(data)
    assert "{{ fact.text }}" in words
    assert "{% for fact in facts %} … {% endfor %}" in words


def test_preview_is_a_memo_of_the_sample_week() -> None:
    assert b"ports and fishing inspections" in preview("press", "en_US", format="md")


# ------------------------------------------------------------------ what a template may not do

ESCAPES = [
    "{{ ''.__class__ }}",
    "{{ ''.__class__.__mro__[1].__subclasses__() }}",
    "{{ ''['__class__'] }}",
    "{{ ''|attr('__class__') }}",
    "{{ ''|attr('__cla' ~ 'ss__') }}",
    "{{ memo.__class__ }}",
    "{{ memo['__class__'] }}",
    "{{ memo.__init__.__globals__ }}",
    "{{ memo.items() }}",
    "{{ memo.get('kind') }}",
    "{{ memo.update({'kind': 'x'}) }}",
    "{{ memo.pop('kind') }}",
    "{{ memo.setdefault('x', 1) }}",
    "{{ memo.clear() }}",
    "{{ facts.append(1) }}",
    "{{ facts.pop() }}",
    "{{ facts.__len__() }}",
    "{{ facts.sort() }}",
    "{{ [].append(1) }}",
    "{{ {}.__class__ }}",
    "{{ ().__class__.__base__ }}",
    "{{ 1 .__class__ }}",
    "{{ True.__class__ }}",
    "{{ self }}",
    "{{ self._TemplateReference__context }}",
    "{{ self.__init__.__globals__ }}",
    "{{ config }}",
    "{{ request.application }}",
    "{{ get_flashed_messages.__globals__ }}",
    "{{ url_for.__globals__ }}",
    "{{ cycler.__init__.__globals__.os.popen('id').read() }}",
    "{{ joiner.__init__.__globals__ }}",
    "{{ namespace.__init__.__globals__ }}",
    "{{ lipsum.__globals__['os'].popen('id').read() }}",
    "{{ lipsum.__globals__.__builtins__ }}",
    "{{ dict.__base__ }}",
    "{{ range(10) }}",
    "{{ range(999999999)|list }}",
    "{{ _.__globals__ }}",
    "{{ _.__self__ }}",
    "{{ _.__code__ }}",
    "{{ gettext.__globals__ }}",
    "{{ ngettext.__wrapped__ }}",
    "{{ _('%(x)s', x=memo.__class__) }}",
    "{{ _('%(x)999999999s', x=1) }}",
    "{{ '%s'|format(memo) }}",
    "{{ '%999999999d'|format(1) }}",
    "{{ '{0.__class__}'.format(memo) }}",
    "{{ '{0.__class__}'.format_map(memo) }}",
    "{{ 'a'.join(facts) }}",
    "{{ 'a'.encode() }}",
    "{{ 'a'.ljust(999999999) }}",
    "{{ 'a' * 30000000 }}",
    "{{ 30000000 * 'a' }}",
    "{{ [0] * 30000000 }}",
    "{{ 9 ** 9 ** 9 }}",
    "{{ '%d' % 1 }}",
    "{{ facts|map('attr', '__class__')|list }}",
    "{{ facts|groupby('n') }}",
    "{{ facts|tojson }}",
    "{{ facts|pprint }}",
    "{{ facts|map(attribute='__class__')|join }}",
    "{{ memo|dictsort }}",
    "{{ memo|xmlattr }}",
    "{{ 'a'|center(999999999) }}",
    "{{ 'a'|indent(999999999) }}",
    "{{ facts|batch(1, 'x')|list }}",
    "{{ facts|random }}",
    "{{ 'http://x'|urlize }}",
    "{{ '<b>'|safe }}",
    "{{ '<b>'|forceescape|striptags }}",
    "{{ 'a'|replace('a', 'b') }}",
    "{% for x in facts recursive %}{{ loop(facts) }}{% endfor %}",
    "{% for x in facts %}{{ loop.__class__ }}{% endfor %}",
    "{% for x in facts %}{{ loop._iterable }}{% endfor %}",
    "{% for x in facts %}{{ loop.cycle.__globals__ }}{% endfor %}",
    "{% with x = memo.__class__ %}{{ x }}{% endwith %}",
    "{% set x = memo.__class__ %}{{ x }}",
    "{% if memo.__class__ %}x{% endif %}",
    "{% import 'os' as os %}",
    "{% from 'os' import popen %}",
    "{% include '/etc/passwd' %}",
    "{% extends '/etc/passwd' %}",
    "{% do facts.append(1) %}",
    "{% debug %}",
    "{% block x %}{{ super() }}{% endblock %}",
    "{% filter upper %}x{% endfilter %}",
    "{% autoescape false %}<b>{% endautoescape %}",
    "{% raw %}{{ x }}{% endraw %}",
]


@pytest.mark.parametrize("tag", ESCAPES)
def test_an_escape_is_refused_in_word(tag: str, tmp_path: Path) -> None:
    dirs = house(tmp_path, template(tag))
    with pytest.raises(TemplateError):
        print(paragraphs_of(memo_of(sample_brief(), audience="desk", dirs=dirs)))


HARMLESS_IN_MARKDOWN = ("{% block x", "{% filter", "{% raw", "{% autoescape")


@pytest.mark.parametrize("tag", [tag for tag in ESCAPES if not tag.startswith(HARMLESS_IN_MARKDOWN)])
def test_an_escape_is_refused_in_markdown(tag: str, tmp_path: Path) -> None:
    place(tmp_path, {"desk/audience.yaml": "extends: base\n", "desk/memo.md.j2": f"{tag}\n"})
    with pytest.raises(TemplateError):
        print(memo_of(sample_brief(), audience="desk", format="md", dirs=(tmp_path,)).decode())


@pytest.mark.parametrize(
    "name", ["../audience.yaml", "/etc/passwd", "../../etc/passwd.md.j2", "link.md.j2", "parent/../x.md.j2", ".md.j2"]
)
def test_markdown_reads_nothing_outside_its_folders(name: str, tmp_path: Path) -> None:
    (tmp_path / "secret.md.j2").write_text("secret", "utf-8")
    place(tmp_path, {"desk/audience.yaml": "extends: base\n", "desk/memo.md.j2": f"{{% include '{name}' %}}\n"})
    (tmp_path / "desk" / "link.md.j2").symlink_to(tmp_path / "secret.md.j2")
    with pytest.raises(TemplateError, match=r"beside this"):
        memo_of(sample_brief(), audience="desk", format="md", dirs=(tmp_path,))


LOOPS = "{% for a in sources %}" * 12 + "x" + "{% endfor %}" * 12
DOUBLING = "".join(f"{{% set s{n + 1} = s{n} ~ s{n} %}}" for n in range(40))


LONG = "{% set s0 = memo.kind %}" + "".join(f"{{% set s{n + 1} = s{n} ~ s{n} %}}" for n in range(14))


def in_loops(tag: str) -> str:
    """A tag inside many rounds, with a text of some 200,000 characters at hand."""
    return LONG + "{% for a in sources %}" * 7 + tag + "{% endfor %}" * 7


def nested(name: str) -> str:
    return f"{{% set {name} = sources|list %}}" + f"{{% set {name} = [{name}, {name}] %}}" * 30


ENDLESS = {
    "loops in loops": LOOPS,
    "doubling": "{% set s0 = memo.kind %}" + DOUBLING + "{{ s40 }}",
    "sorting": in_loops("{{ s14|list|sort|first }}"),
    "changing": in_loops("{{ (s14|upper|lower|title)|length }}"),
    "comparing": in_loops("{% if s14 == s14|upper %}{% endif %}"),
    "searching": in_loops("{% if 'zzzzz' in s14 %}{% endif %}"),
    "joining": in_loops("{{ (s14|list|join)|length }}"),
    "mapping": in_loops("{{ s14|list|map('upper')|list|length }}"),
    "joining by ~": in_loops("{% set z = s14 ~ s14 %}"),
    "printing": in_loops("{{ s14 }}"),
    "lists of lists": nested("l") + "{{ l|string|length }}",
    "comparing lists of lists": nested("l") + nested("m") + "{% if l == m %}x{% endif %}",
    "many tags": "{{ memo.kind }}" * 150_000,
    "a large template": "x" * 4_100_000 + "{{ memo.kind }}",
    "deep conditions": "{% if 1 %}" * 3000 + "{% endif %}" * 3000,
    "deep brackets": "{{ " + "(" * 3000 + "1" + ")" * 3000 + " }}",
}
STOPPED = "more than|more text|larger than|without end|break the document apart"


@pytest.mark.parametrize("tag", ENDLESS.values(), ids=ENDLESS)
def test_work_without_end_is_stopped(tag: str, tmp_path: Path) -> None:
    start = time.process_time()
    with pytest.raises(TemplateError, match=STOPPED):
        memo_of(sample_brief(), audience="desk", dirs=house(tmp_path, template(tag)))
    assert time.process_time() - start < 20  # sorting takes three seconds; without the caps it took hours


def test_a_template_that_breaks_the_document_apart_is_explained(tmp_path: Path) -> None:
    table = (("{% if facts %}a", "b"), ("c", "d{% endif %}"))
    words = paragraphs_of(memo_of(sample_brief(), audience="desk", dirs=house(tmp_path, template(table=table))))
    assert words == ["a", "b", "c", "d"]
    document = Document(io.BytesIO(template("x", table=(("{% if facts %}", "b"),))))
    document.element.body.find(qn("w:tbl")).addnext(document.add_paragraph("{% endif %}")._p)
    buffer = io.BytesIO()
    document.save(buffer)
    with pytest.raises(TemplateError, match="stand in different tables or cells"):
        memo_of(sample_brief(), audience="desk", dirs=house(tmp_path, buffer.getvalue()))
    assert words_of(document.element.body)
