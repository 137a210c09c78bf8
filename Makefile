# Two commands on a fresh machine: `make demo` runs the main job, `make test` passes the tests.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
RUN := $(BIN)/openfisca-country
FAMILY := examples/uzbekistan/family_in_need.json

.PHONY: demo test lint types check check-deep audit docs picture frozen bench clean

demo: $(VENV)/installed
	@$(RUN) calculate uzbekistan $(FAMILY) --period 2027
	@echo
	@$(RUN) compare uzbekistan $(FAMILY) --reform longer_unemployment_benefit --period 2027
	@echo
	@$(RUN) explain uzbekistan $(FAMILY) child_allowance --period 2027-03
	@echo
	@$(RUN) explain uzbekistan $(FAMILY) child_allowance --period 2027-08
	@echo
	@echo "Next: give the father a job in $(FAMILY) ('is_formally_employed': true), and run \`$(RUN) explain uzbekistan $(FAMILY) child_allowance --period 2027-08\` again."

test: $(VENV)/installed-dev
	$(BIN)/python -m pytest -n auto

lint: $(VENV)/installed-dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(VENV)/installed-dev
	$(BIN)/mypy

check: $(VENV)/installed-dev
	$(RUN) check

check-deep: $(VENV)/installed-dev
	$(RUN) check --deep

audit: $(VENV)/installed-dev
	$(BIN)/python deploy/audit.py

docs: $(VENV)/installed-dev
	$(BIN)/python docs/build.py

picture: $(VENV)/installed-dev
	$(BIN)/python docs/picture.py

frozen: $(VENV)/installed-dev
	$(BIN)/python -m tests.reforms.freeze

bench: $(VENV)/installed-dev
	$(BIN)/python benchmarks/load.py
	$(BIN)/python benchmarks/household.py
	$(BIN)/python benchmarks/suite.py
	$(BIN)/python benchmarks/reform.py
	$(BIN)/python benchmarks/web.py
	$(BIN)/python benchmarks/population.py
	$(BIN)/python benchmarks/upstream.py

$(VENV)/installed: setup.cfg pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or newer is needed: make PYTHON=python3.12 demo")'
	@$(PYTHON) -m venv $(VENV)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable .
	@touch $@

$(VENV)/installed-dev: $(VENV)/installed
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev]'
	@touch $@

clean:
	rm -rf $(VENV) build dist *.egg-info
