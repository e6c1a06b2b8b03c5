# make run: the site and its admin on this machine.  make test: every check.

PYTHON ?= python3
PORT ?= 8000
SEEDS ?= seeds
BIN = .venv/bin
PIP = $(BIN)/python -m pip --quiet --no-cache-dir --disable-pip-version-check

.PHONY: run test bench lock
.DEFAULT_GOAL = run

# Sets up the database, imports and publishes SEEDS, creates an editor account, serves; Ctrl-C ends it.
run: .venv/installed
	@$(BIN)/python manage.py serve --port "$(PORT)" --seeds "$(SEEDS)"

test: .venv/installed-for-tests
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/python manage.py makemigrations --check --dry-run
	$(BIN)/python -m pytest -m "not browser"
	$(BIN)/python -m tests.postgres $(BIN)/python -m pytest -m "not browser"
	$(BIN)/python -m pytest -m browser

# Speeds, as ratios within one run; every order of the real documents; Lighthouse over the pages, where npm is installed.
bench: .venv/installed-for-tests
	@$(BIN)/python -m tests.benchmarks
	@$(BIN)/python -m tests.benchmarks.orders
	@$(BIN)/python -m tests.benchmarks.search
	@! command -v npm >/dev/null || (cd tests/benchmarks/lighthouse && npm install --no-save --ignore-scripts --no-audit --no-fund --silent)
	@$(BIN)/python -m tests.benchmarks.audits

# Chooses versions anew from pyproject.toml; the files name no package index.
lock: .venv/installed-for-tests
	@$(PIP) install pip-tools
	$(BIN)/pip-compile --quiet --generate-hashes --no-emit-index-url --no-emit-find-links --strip-extras \
	    --output-file requirements.txt pyproject.toml
	$(BIN)/pip-compile --quiet --generate-hashes --no-emit-index-url --no-emit-find-links --strip-extras \
	    --constraint requirements.txt --extra test --output-file requirements-test.txt pyproject.toml

.venv/bin/python:
	@$(PYTHON) -c 'import sys; sys.version_info >= (3, 11) or sys.exit(1)' || { \
	    echo "UnionCMS needs Python 3.11 or newer; PYTHON=/path/to/python3.11 chooses another than $(PYTHON)."; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || { \
	    echo "This Python cannot make virtual environments; on Debian: apt install python3-venv."; exit 1; }
	@$(PYTHON) -m venv --clear .venv

.venv/installed: requirements.txt | .venv/bin/python
	@echo "Installing packages into .venv ..."
	@$(PIP) install --require-hashes --requirement $<
	@touch $@

.venv/installed-for-tests: requirements-test.txt | .venv/bin/python
	@echo "Installing packages into .venv ..."
	@$(PIP) install --require-hashes --requirement $<
	@touch $@ .venv/installed
