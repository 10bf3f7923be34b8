# make memo   sets everything up and makes the memos of the sample week in seeds/
# make test   sets everything up and runs the tests
# make golden renews the memos that tests/test_golden.py compares with; read the difference before it is committed
# Needs only python3 (3.11+), python3-pip and make; a Debian without python3-venv gets a venv that the outer pip fills.

PYTHON ?= python3
VENV   ?= .venv
PY     := $(VENV)/bin/python
WEEK   ?= seeds
OUT    ?= out/sample

.PHONY: memo test golden lint clean

memo: $(VENV)/.run
	@$(PY) -m briefing run $(WEEK) --out $(OUT)

test: $(VENV)/.test lint
	@$(PY) -m pytest

golden: $(VENV)/.test
	@$(PY) -m briefing run seeds --format md --out tests/golden && rm tests/golden/brief.yaml

lint: $(VENV)/.test
	@$(PY) -m ruff check .
	@$(PY) -m ruff format --check .
	@$(PY) -m mypy

$(PY):
	@$(PYTHON) -c 'import sys; v = sys.version_info; sys.exit(0 if v >= (3, 11) else "briefing needs Python 3.11 or newer, this is %d.%d" % v[:2])'
	@$(PYTHON) -m venv $(VENV) >/dev/null 2>&1 || { rm -rf $(VENV); $(PYTHON) -m venv --without-pip $(VENV); }

PIP = $$($(PY) -m pip --version >/dev/null 2>&1 && echo "$(PY) -m pip" || echo "$(PYTHON) -m pip --python $(PY)")

$(VENV)/.run: pyproject.toml | $(PY)
	@$(PIP) install -q --disable-pip-version-check -e . && touch $@

$(VENV)/.test: pyproject.toml | $(PY)
	@$(PIP) install -q --disable-pip-version-check -e '.[test]' && touch $@ $(VENV)/.run

clean:
	rm -rf $(VENV) build dist
