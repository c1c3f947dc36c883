# Two commands for a fresh clone: `make demo` shows it, `make test` checks it. Needs Python 3.11 or newer, pip and make.

.DEFAULT_GOAL := help
.PHONY: help demo test format browser clean

# The first Python that is new enough; name another with `make test PYTHON=/path/to/python`.
PYTHON ?= $(shell for name in python3 python3.14 python3.13 python3.12 python3.11 python; do \
	if "$$name" -c "import sys; sys.exit(sys.version_info < (3, 11))" >/dev/null 2>&1; then echo "$$name"; break; fi; done)
BIN := .venv/bin

help:
	@echo "make demo    install into .venv, build site/, explain how ketamine lifts depression"
	@echo "make test    install into .venv, run every gate and test"
	@echo "make format  lay out Python and Turtle"
	@echo "make clean   remove .venv, site and caches"

demo: $(BIN)/python
	$(BIN)/python -m pip install --quiet .
	$(BIN)/kgraph build -o site
	$(BIN)/kgraph explain ketamine "antidepressant effect"
	@echo "The pages are in site/index.html"

test: $(BIN)/python
	$(BIN)/python -m pip install --quiet '.[dev]'
	@$(MAKE) --no-print-directory browser
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy kgraph tests
	$(BIN)/python -m pytest tests/test_floors.py
	$(BIN)/python -m kgraph check
	$(BIN)/python -m kgraph format --check
	$(BIN)/python -m pytest -n auto --dist worksteal

format: $(BIN)/python
	$(BIN)/python -m pip install --quiet '.[dev]'
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .
	$(BIN)/python -m kgraph format

# The pages are tested in a headless Chromium. With CI=true a missing one is a failure; else those tests are skipped.
browser:
	@sh .ci/browser $(BIN)/python

$(BIN)/python:
	@if [ -z "$(PYTHON)" ]; then echo "kgraph needs Python 3.11 or newer; found $$(python3 --version 2>&1). Name one: make PYTHON=/path/to/python3.11"; exit 1; fi
	"$(PYTHON)" -m venv .venv
	$(BIN)/python -m pip install --quiet --upgrade pip

clean:
	rm -rf .venv site .mypy_cache .ruff_cache .pytest_cache .hypothesis build dist
