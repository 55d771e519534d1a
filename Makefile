# The two commands: make demo, make test. The rest is what continuous integration calls.

PYTHON ?= $(shell command -v python3.11 || command -v python3)
BIN := .venv/bin

.PHONY: demo test soak pages lint types layers bench load messages reference lock clean

demo: .venv/run.stamp
	@$(BIN)/spark plan docs/examples/lindehaven/course.toml --format docx,pdf,ics -o demo

test: .venv/test.stamp
	$(BIN)/python -m pytest -q -n 3 --dist worksteal

# Two thousand random briefs through Word: about half an hour.
soak: .venv/test.stamp
	SPARK_EXAMPLES=2000 $(BIN)/python -m pytest -q tests/validators/test_random_briefs.py

# axe-core on every page of the download page, light and dark, narrow and wide: four minutes.
pages: .venv/test.stamp
	SPARK_ALL_PAGES=1 $(BIN)/python -m pytest -q tests/web/browser/test_every_page.py

lint: .venv/test.stamp
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: .venv/test.stamp
	$(BIN)/mypy

layers: .venv/test.stamp
	$(BIN)/lint-imports

bench: .venv/test.stamp
	$(BIN)/python -m benchmarks

# The download page under load, on an otherwise quiet machine: two minutes; needs wrk.
load: .venv/test.stamp
	$(BIN)/python -m benchmarks.load

# Compile the Danish catalogues after editing a .po file.
messages: .venv/test.stamp
	for po in spark_tools/locale/da/LC_MESSAGES/*.po; do \
	  $(BIN)/pybabel -q compile -i $$po -o $${po%.po}.mo || exit 1; done

# Write docs/plugins/reference.md again after the readers or their meanings have changed.
reference: .venv/test.stamp
	$(BIN)/spark schema --markdown > docs/plugins/reference.md

# Raise the locked versions; needs uv.
lock:
	uv pip compile -q --upgrade --universal --python-version 3.11 --generate-hashes \
	  --no-emit-index-url --no-header --no-annotate \
	  pyproject.toml requirements/build.in --extra pdf --extra web -o requirements/run.txt
	uv pip compile -q --upgrade --universal --python-version 3.11 --generate-hashes \
	  --no-emit-index-url --no-header --no-annotate \
	  pyproject.toml requirements/build.in --extra pdf --extra web --group test -o requirements/test.txt

clean:
	rm -rf .venv demo dist

.venv/bin/python:
	$(PYTHON) -m venv .venv

.venv/run.stamp: requirements/run.txt pyproject.toml | .venv/bin/python
	$(BIN)/python -m pip install -q --disable-pip-version-check --require-hashes -r requirements/run.txt
	$(BIN)/python -m pip install -q --disable-pip-version-check --no-deps --no-build-isolation -e .
	touch $@

.venv/test.stamp: requirements/test.txt .venv/run.stamp
	$(BIN)/python -m pip install -q --disable-pip-version-check --require-hashes -r requirements/test.txt
	touch $@
