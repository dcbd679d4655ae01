# make demo shows the portal, make test tries it. README.md says more.

PORT ?= 8000

PY := .venv/bin/python
MANAGE := $(PY) manage.py
PACKAGES := jos covenants signals organisations neighbourhoods

# The first Python that is new enough and can make an environment, whatever it is called.
PYTHON ?= $(shell for name in python3 python3.11 python3.12 python3.13 python3.14 python; do \
	$$name -c 'import ensurepip, sys, venv; sys.exit(sys.version_info < (3, 11))' 2>/dev/null \
	&& { echo $$name; break; }; done)

.PHONY: help install dev demo demo-reset test bench pictures messages format check

help: ## say what make can do
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "  make %-12s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

# --- The environment -------------------------------------------------------------------------------------

install: .venv/installed ## the environment: locked dependencies in .venv

dev: .venv/installed-dev ## the same, with what tests and checks need

.venv/bin/python:
	@test -n "$(PYTHON)" || { echo "JOS needs Python 3.11 or newer, with its venv module"; \
		echo "(on Debian and Ubuntu: apt install python3 python3-venv). PYTHON=/path/to/python picks one."; exit 1; }
	$(PYTHON) -m venv .venv

.venv/installed: requirements.txt | .venv/bin/python
	$(PY) -m pip install -qq --disable-pip-version-check --require-hashes -r requirements.txt
	@touch $@

.venv/installed-dev: requirements-dev.txt .venv/installed
	$(PY) -m pip install -qq --disable-pip-version-check --require-hashes -r requirements-dev.txt
	@touch $@

# --- The demo: a fictional city in its own database --------------------------------------------------------

demo demo-reset: export DEMO = true
demo demo-reset: export DATABASE_URL = sqlite:///var/demo.sqlite3
demo demo-reset: export CACHE_URL = dbcache://cache
demo demo-reset: export EMAIL_URL = consolemail://
demo demo-reset: export BASE_URL = http://localhost:$(PORT)
demo demo-reset: export SECRET_KEY = $(shell cat var/demo-secret-key 2>/dev/null)

demo: .venv/installed var/demo-secret-key ## the portal with a fictional city, on http://localhost:8000 (PORT=... elsewhere)
	@echo "Building the fictional city, the first time in about half a minute"
	@$(MANAGE) release --verbosity 0
	@$(MANAGE) demo
	@echo "Serving on $(BASE_URL) (stop with Ctrl-C)"
	@$(PY) -m gunicorn --bind localhost:$(PORT) jos.wsgi

demo-reset: .venv/installed var/demo-secret-key ## the fictional city as it was on the first day
	@$(MANAGE) release --verbosity 0
	@$(MANAGE) demo --reset

var/demo-secret-key:
	@mkdir -p var
	@$(PY) -c "import secrets; print(secrets.token_urlsafe(60))" > $@

# --- Tests and habits --------------------------------------------------------------------------------------

test: dev ## the whole suite on SQLite and on PostgreSQL, and in a real browser
	@sqlite=0; postgresql=0; \
	echo "--- SQLite, and the browser"; \
	TEST_DATABASE=sqlite $(PY) -m pytest -n 2 || sqlite=$$?; \
	echo "--- PostgreSQL"; \
	TEST_DATABASE=postgresql $(PY) -m pytest -n 2 -m "not browser" || postgresql=$$?; \
	verdict() { test $$1 -eq 0 && echo passed || echo FAILED; }; \
	echo "SQLite and the browser: $$(verdict $$sqlite). PostgreSQL: $$(verdict $$postgresql)."; \
	test "$$sqlite$$postgresql" = 00

bench: dev ## how long the main pages take, on both databases
	$(PY) -m tests.bench

pictures: dev ## take the pictures of the help pages anew
	$(PY) -m tests.pictures

messages: dev ## bring the translations' files in step with the texts
	$(MANAGE) messages

format: dev ## put code and templates in shape
	$(PY) -m ruff check --fix .
	$(PY) -m ruff format .
	find templates -name '*.html' -exec .venv/bin/djade --target-version 5.2 {} +

check: export DEBUG = true
check: dev ## lint, types, layers, translations, migrations, production settings
	$(PY) -m ruff check .
	$(PY) -m ruff format --check .
	find templates -name '*.html' -exec .venv/bin/djade --target-version 5.2 --check {} +
	$(PY) -m mypy $(PACKAGES)
	.venv/bin/lint-imports
	$(MANAGE) messages --check
	$(MANAGE) makemigrations --check --dry-run
	DEBUG= SECRET_KEY=$$($(PY) -c "import secrets; print(secrets.token_urlsafe(60))") \
		ALLOWED_HOSTS=jos.example.org BASE_URL=https://jos.example.org \
		$(MANAGE) check --deploy --fail-level WARNING
