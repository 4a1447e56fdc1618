# The only command list. Needs Python >= 3.11 and make; everything else is fetched once, into .venv.

.DEFAULT_GOAL := help
.NOTPARALLEL:

PYTHON ?= $(shell for python in python3 python3.14 python3.13 python3.12 python3.11; do \
  $$python -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$python && break; \
  done)
PY := .venv/bin/python
CODE := src generator tests bench demo tools
TYPED := src generator generated tests/typing demo bench tools
# COVERAGE=1 measures while testing; `make check` and .ci/run do.
COVERAGE ?=
TESTS ?=
PYTEST := -m $(if $(COVERAGE),coverage run -m )pytest
FUZZ ?= 500

export PIP_DISABLE_PIP_VERSION_CHECK := 1
# pyright comes from the package registry in the pinned version, and does not look for a newer one.
export PYRIGHT_PYTHON_IGNORE_WARNINGS := 1

# A stamp names the exact state that an environment was made from: another pyproject.toml, Python or
# folder means another stamp. A removed environment takes its stamp along.
STATE := $(if $(PYTHON),$(shell $(PYTHON) -c "import hashlib, os, sys; print(hashlib.sha256( \
  open('pyproject.toml', 'rb').read() + (sys.version + os.getcwd()).encode()).hexdigest()[:16])"))
DEV := .make/dev-$(STATE)
EXTERNAL := .make/external-$(STATE)
DOCS := .make/docs-$(STATE)
MUTANTS := .make/mutants-$(STATE)
BENCH := $(foreach set,bench-plain bench-fast bench-old bench-new,.make/$(set)-$(STATE))
$(shell test -x $(PY) || rm -f .make/dev-*)
$(shell test -x .venv-external/bin/python || rm -f .make/external-*)
$(shell test -x .venv-docs/bin/python || rm -f .make/docs-*)
$(shell test -x .venv-mutants/bin/python || rm -f .make/mutants-*)
$(foreach set,bench-plain bench-fast bench-old bench-new,\
  $(shell test -x .venv-$(set)/bin/python || rm -f .make/$(set)-*))

.PHONY: help
help: ## this list
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/  make \1|\2/p' Makefile | \
	  while IFS='|' read -r name text; do printf '%-24s%s\n' "$$name" "$$text"; done

# $(1): name of the environment, $(2): its folder, $(3): what to install
define environment
@test -n "$(PYTHON)" || { echo "Python 3.11 or newer is needed, and none was found. Install it," \
  "or name it: make PYTHON=/path/to/python"; exit 1; }
@echo "Installing into $(2) (once, until pyproject.toml changes) ..."
@test -x $(2)/bin/python || $(PYTHON) -m venv $(2)
@$(2)/bin/python -m pip install --quiet --upgrade "pip>=25.1"
@$(2)/bin/python -m pip install --quiet $(3)
@mkdir -p .make && rm -f .make/$(1)-* && touch $@
endef

$(DEV):
	$(call environment,dev,.venv,--editable ".[generator$(COMMA)emulator$(COMMA)orjson]" --group dev)
$(EXTERNAL):
	$(call environment,external,.venv-external,--group external)
$(DOCS):
	$(call environment,docs,.venv-docs,--group docs)
$(MUTANTS):
	$(call environment,mutants,.venv-mutants,--editable . --group mutants)
.make/bench-plain-$(STATE):
	$(call environment,bench-plain,.venv-bench-plain,--editable .)
.make/bench-fast-$(STATE):
	$(call environment,bench-fast,.venv-bench-fast,--editable ".[orjson$(COMMA)aiohttp$(COMMA)httpx2]")
.make/bench-old-$(STATE):
	$(call environment,bench-old,.venv-bench-old,--group bench-old)
.make/bench-new-$(STATE):
	$(call environment,bench-new,.venv-bench-new,--group bench-new)
COMMA := ,

.PHONY: demo
demo: $(DEV) ## see everything work: spec to client to chat, streams, files, pool
	@$(PY) demo/run.py

.PHONY: test
test: $(DEV) ## run the tests (TESTS=path for some of them)
	@rm -f .coverage .coverage.*
	$(PY) $(PYTEST) -n 2 $(TESTS)

.PHONY: check check-rest lint types coverage
check: ## everything that can be enforced: tests, coverage and all of the below
	@$(MAKE) --no-print-directory test COVERAGE=1
	@$(MAKE) --no-print-directory check-rest

check-rest: lint types validate check-generated coverage counts transports
	@echo "make check: all is well"

# What a transport can break; EVERY=1 runs all of the core's suites, in twice the time.
OVER := tests/reliability/test_reliability.py $(if $(EVERY),tests/wire,$(addprefix tests/wire/test_,\
  operations.py transports.py connections.py guard.py interrupting.py failover.py raw_requests.py \
  facade_dial.py facade_dial_files.py facade_ollama.py facade_aleph_alpha_streams.py))
# Long, and not about connections.
NOT_OVER := echoed or no_eval or memory or imports or transports_

.PHONY: transports
transports: $(DEV) ## the core's suites over httpx, httpx2 and aiohttp (EVERY=1 for all of them)
	@for name in httpx httpx2 aiohttp; do echo "Over $$name:"; POLYVOX_TEST_TRANSPORT=$$name \
	  $(PY) -m pytest -n 2 -k "not ($(NOT_OVER))" $(OVER) || exit 1; done

lint: $(DEV) ## style, import rules, docstrings, spelling
	$(PY) -m ruff check $(CODE)
	$(PY) -m ruff format --check $(CODE)
	.venv/bin/lint-imports --no-logo
	$(PY) -m interrogate --quiet $(CODE)
	.venv/bin/codespell

types: $(DEV) ## mypy --strict and pyright strict
	$(PY) -m mypy $(TYPED)
	$(PY) -m pyright --warnings

coverage: $(DEV) ## coverage of the last `make check`, at least 95 % with branches
	@$(PY) -m coverage combine --quiet 2>/dev/null || true
	$(PY) -m coverage report

.PHONY: validate generate check-generated
validate: $(DEV) ## lint the specifications
	$(PY) -m polyvox_generator validate specs

generate: $(DEV) ## write generated/ from specs/, and the stub of polyvox
	$(PY) -m polyvox_generator generate
	$(PY) tools/stub.py
	$(PY) tools/verbs.py

check-generated: $(DEV) ## compare generated/ with a fresh run, both ways
	$(PY) -m polyvox_generator check
	$(PY) tools/stub.py --check
	$(PY) tools/verbs.py --check

.PHONY: external fuzz bench-files
external: $(DEV) $(EXTERNAL) ## tests against servers that others wrote
	$(PY) -m pytest -m external tests/external

fuzz: $(DEV) ## forward compatibility of every model, FUZZ=500 examples each
	POLYVOX_FUZZ=$(FUZZ) $(PY) -m pytest -n 2 --timeout 0 tests/generator/test_roundtrip.py

bench-files: $(DEV) ## 200 MB up and down, sync and async: memory and speed
	$(PY) bench/files.py

.PHONY: reliability soak
reliability: $(DEV) ## run the reliability suite, and write docs/reliability.md from it
	$(PY) tests/reliability/page.py

soak: $(DEV) ## 10,000 streams left early: memory stays flat
	POLYVOX_SOAK=10000 $(PY) -m pytest --timeout 0 tests/reliability -k C-06

.PHONY: mutants
mutants: $(MUTANTS) ## change the decoder, retries, auth and URL guard; tests must notice (ROOMS=...)
	.venv-mutants/bin/python tools/mutants.py $(ROOMS)

.PHONY: bench bench-quick bench-page counts
bench: $(DEV) $(BENCH) ## compare with other libraries, 10 minutes; ROW="call stream": only these
	$(PY) -m bench $(if $(ROW),--only $(ROW))

bench-quick: $(DEV) ## compare with hand-written httpx and sockets, 90 seconds; ROW=... too
	$(PY) -m bench --quick $(if $(ROW),--only $(ROW))

bench-page: $(DEV) ## put the last table of `make bench` into docs/performance.md
	$(PY) -m bench.page

counts: $(DEV) ## compare calls and bytes with bench/counts.json (REASON="..." records them)
	$(PY) tools/counts.py $(if $(REASON),--record "$(REASON)")

.PHONY: notebooks docs wheel clean
notebooks: $(DEV) ## run the notebooks of docs/, and store what they show
	$(PY) tools/notebooks.py

docs: $(DOCS) ## build the documentation into site/
	NO_MKDOCS_2_WARNING=1 .venv-docs/bin/python -m mkdocs build --strict --quiet

wheel: $(DEV) ## build sdist and wheel into dist/
	$(PY) -m build --no-isolation --outdir dist .

clean: ## remove what was made; the environments stay
	rm -rf .coverage .coverage.* .hypothesis .mypy_cache .ruff_cache build dist site
	find generated $(CODE) -name __pycache__ -prune -exec rm -rf {} +
