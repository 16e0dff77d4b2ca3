# The two commands of the README: `make run` does the main job on the example desk, `make test` passes the tests.
PYTHON ?= $(shell command -v python3.11 || command -v python3)
BIN := .venv/bin
READY := .venv/.ready
OUT ?= out/musan

.PHONY: run desk test check soak bench bench-claims bench-disclosure bench-estimates bench-desk bench-ledger bench-translation pictures format lock clean composer bench-drop bench-public

$(READY): requirements/dev.lock pyproject.toml
	@test -x $(BIN)/python || $(PYTHON) -m venv .venv
	@$(BIN)/python -m pip --version >/dev/null 2>&1 || $(BIN)/python -m ensurepip >/dev/null
	@echo "Setting up (once) ..."
	@$(BIN)/python -m pip install -q --disable-pip-version-check --require-hashes -r requirements/dev.lock
	@$(BIN)/python -m pip install -q --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $(READY)

run: $(READY)
	@$(BIN)/python scripts/demo.py $(OUT)

# A demo desk with sign-ins that are printed, until it is stopped.
desk: $(READY)
	@$(BIN)/python scripts/demo_desk.py out/desk

test: $(READY)
	$(BIN)/ruff check src tests scripts bench
	$(BIN)/ruff format --check src tests scripts bench
	$(BIN)/mypy
	$(BIN)/lint-imports --no-cache --no-logo
	$(BIN)/pytest -n 2 --dist loadfile

check: test

# The long runs: many generated cases, and what the reader reads of the gold notes. One alone: make soak ONLY=tests/faults/test_killed.py
soak: $(READY)
	SOSIK_PROFILE=soak $(BIN)/pytest -n 2 --dist loadfile $(ONLY)

bench: bench-claims

bench-claims: $(READY)
	$(BIN)/python -m bench.claims_gold
	$(BIN)/python -m bench.claims_klue
	$(BIN)/python -m bench.claims_speed
	$(BIN)/python -m bench.claims_muc

bench-disclosure: $(READY)
	$(BIN)/python -m bench.disclosure
	$(BIN)/python -m bench.disclosure_simulation
	$(BIN)/python -m bench.scan

bench-estimates: $(READY)
	$(BIN)/python -m bench.estimates

.PHONY: bench-incidents
bench-incidents: $(READY)
	$(BIN)/python -m bench.incidents
	$(BIN)/python -m bench.incidents --others
	$(BIN)/python -m bench.incidents --growth

bench-translation: $(READY)
	$(BIN)/python -m bench.translation

bench-desk: $(READY)
	$(BIN)/python -m bench.desk
	$(BIN)/python -m bench.desk --count --accounts 2000 --events 400

bench-public: $(READY)
	$(BIN)/python -m bench.public

bench-ledger: $(READY)
	$(BIN)/python -m bench.ledger

# The page that `sosik envelope` fills in, out of its sources; needs Node.js.
composer:
	npm ci --prefix composer
	npm run --prefix composer build

bench-drop: $(READY)
	$(BIN)/python -m bench.drop

pictures: run
	$(BIN)/python scripts/manual_pictures.py $(OUT)

format: $(READY)
	$(BIN)/ruff format src tests scripts bench
	$(BIN)/ruff check --fix src tests scripts bench

lock:
	uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header --extra dev pyproject.toml -o requirements/dev.lock
	uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header pyproject.toml -o requirements/run.lock

clean:
	rm -rf .venv out build dist
