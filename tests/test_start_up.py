"""`briefing --help` is there at once: nothing heavy is imported before a command runs."""

from __future__ import annotations

import subprocess
import sys

HEAVY = ("docx", "babel", "jinja2", "yaml", "numpy", "lxml", "trafilatura", "cattrs", "icalendar")


def loaded_by(code: str) -> set[str]:
    script = f"{code}\nimport sys; print('\\n'.join(sorted({{name.partition('.')[0] for name in sys.modules}})))"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    return set(done.stdout.split())


def test_help_loads_no_library() -> None:
    code = "from briefing.cli import main\ntry: main(['--help'])\nexcept SystemExit: pass"
    assert not loaded_by(code) & set(HEAVY)


def test_the_package_loads_nothing() -> None:
    assert not loaded_by("import briefing") & set(HEAVY)


def test_help_loads_no_model() -> None:
    code = "from briefing.cli import main\ntry: main(['run', '--help'])\nexcept SystemExit: pass"
    assert "briefing" in loaded_by(code)
    script = f"{code}\nimport sys; print([name for name in sys.modules if name.startswith('briefing.annotate')])"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout.strip().endswith("[]")
