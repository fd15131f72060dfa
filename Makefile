# All that is done here is done with these commands; `make` alone lists them.
# An environment of your own is used where KG_BIN names its bin folder: make KG_BIN=$VIRTUAL_ENV/bin test

PYTHON ?= python3
VENV ?= .venv
PIP = $(VENV)/bin/python -m pip --disable-pip-version-check

ifdef KG_BIN
BIN := $(KG_BIN)
else
BIN := $(VENV)/bin
READY := $(VENV)/.ready
READY_TO_DEVELOP := $(VENV)/.ready-to-develop
endif

.PHONY: help demo test check format lint types imports bench readme lock clean
.DEFAULT_GOAL := help

help: ## list these commands
	@grep -E '^[a-z]+:.*##' Makefile | sed -E 's/:.*## /\t/' | expand -t 12

demo: $(READY) ## set up, read the examples, answer a question, draw the graph
	@rm -rf demo && mkdir demo
	$(BIN)/kg --store demo/store ingest --progress examples
	$(BIN)/kg --store demo/store stats
	$(BIN)/kg --store demo/store ask "Quels accords lient la Russie à la Corée du Nord ?"
	$(BIN)/kg --store demo/store view -o demo/graph.html

test: $(READY_TO_DEVELOP) ## set up and run the tests
	$(BIN)/python -m pytest

check: $(READY_TO_DEVELOP) lint types imports ## all that CI checks
	$(BIN)/python -m pytest --cov --cov-report=term

lint: $(READY_TO_DEVELOP) ## check format and style
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .

types: $(READY_TO_DEVELOP) ## check types
	$(BIN)/mypy

imports: $(READY_TO_DEVELOP) ## check which room knows which
	$(BIN)/lint-imports

format: $(READY_TO_DEVELOP) ## format, and mend what can be mended
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

bench: $(READY_TO_DEVELOP) ## measure ratios to a bare interpreter, to spaCy, to bare pyoxigraph, and of memory, cost and pages to a small run
	$(BIN)/python benchmarks/cold_start.py
	$(BIN)/python benchmarks/ingest.py
	$(BIN)/python benchmarks/memory.py
	$(BIN)/python benchmarks/growing.py
	$(BIN)/python benchmarks/queries.py
	$(BIN)/python benchmarks/drawing.py
	$(BIN)/python benchmarks/pages.py

readme: $(READY_TO_DEVELOP) ## run the commands of the README and write down what they print
	$(BIN)/python tools/refresh_readme.py

LOCK = CUSTOM_COMPILE_COMMAND="make lock" $(BIN)/pip-compile --quiet --upgrade --generate-hashes --allow-unsafe \
	--strip-extras --build-deps-for editable --no-emit-index-url --no-emit-find-links

lock: $(READY_TO_DEVELOP) ## lock the newest versions within the bounds of pyproject.toml
	$(LOCK) -o requirements.lock pyproject.toml
	$(LOCK) --extra dev -c requirements.lock -o requirements-dev.lock pyproject.toml
	$(BIN)/python tools/third_party.py

clean: ## take away all that was made here
	rm -rf $(VENV) demo kg-store graph.html build dist .coverage .hypothesis .*_cache

$(VENV)/.ready: requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "kg needs Python 3.11 or newer: make PYTHON=python3.12 …")'
	@echo "Setting up $(VENV); this takes a minute or two…"
	@$(PYTHON) -m venv $(VENV)
	@$(PIP) install -qq --require-hashes -r requirements.lock
	@$(PIP) install -qq --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/.ready-to-develop: requirements-dev.lock $(VENV)/.ready
	@$(PIP) install -qq --require-hashes -r requirements-dev.lock
	@touch $@
