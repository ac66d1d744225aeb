# make talk    set up, then talk with the skill on this machine
# make serve   set up, then serve the skill over HTTP (SKILL_ID in the environment)
# make test    set up, then check and test everything
# make check   what Amazon's certification would find, before Amazon does
# make amazon  try the package with Amazon's own tools: the schema of its API, and the ASK CLI (needs npm)
# make model   after an edit of what is heard: write interaction_model/en-US.json and train models/
# make measure how well danger is heard, on utterances nothing was tuned on
# make lock    pin every dependency again, with hashes
PYTHON ?= python3
BIN := .venv/bin

.PHONY: talk serve test check amazon lint model measure lock clean

talk: .venv/speaker.installed
	@$(BIN)/python -m skill talk

serve: .venv/web.installed
	@$(BIN)/python -m skill serve --port 8080

test: .venv/dev.installed lint
	$(BIN)/python tools/make_model.py --check
	$(BIN)/python tools/train.py --check
	$(BIN)/python -m pytest -q

check: .venv/speaker.installed
	@$(BIN)/python -m skill check

amazon: .venv/dev.installed tests/amazon/node_modules/.installed
	AMAZON_TOOLS=needed $(BIN)/python -m pytest -q tests/amazon

lint: .venv/dev.installed
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

model: .venv/dev.installed
	$(BIN)/python tools/make_model.py
	$(BIN)/python tools/train.py

measure: .venv/dev.installed
	$(BIN)/python -m skill evaluate risk --no-misses --readme

lock: .venv/dev.installed
	for extra in "lambda" "speaker --extra speaker" "web --extra web" "dev --extra speaker --extra web --extra dev"; do \
	  set -- $$extra; name=$$1; shift; \
	  $(BIN)/uv pip compile pyproject.toml $$@ --universal --python-version 3.11 --generate-hashes --no-header \
	    --no-annotate --no-emit-index-url --no-emit-find-links -o requirements/$$name.txt || exit 1; \
	done

clean:
	rm -rf tests/amazon/node_modules .venv .aws-sam .mypy_cache .ruff_cache .pytest_cache

# The skill runs from this folder; only its dependencies are installed, with the hashes of requirements/.
.venv/%.installed: requirements/%.txt
	@test -x $(BIN)/python || $(PYTHON) -m venv .venv
	@$(BIN)/python -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Python 3.11 or newer is needed"; exit 1; }
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r $<
	@touch $@

# No script of a package is run; the lock holds a hash of each, and no address.
tests/amazon/node_modules/.installed: tests/amazon/package-lock.json
	@command -v npm >/dev/null || { echo "npm is needed for Amazon's tools"; exit 1; }
	npm ci --prefix tests/amazon --ignore-scripts --no-audit --no-fund --loglevel=error
	@touch $@

# What sam build calls: the artifact holds only what Lambda runs.
build-SkillFunction:
	$(PYTHON) -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/lambda.txt \
	  --target "$(ARTIFACTS_DIR)" --platform manylinux2014_aarch64 --implementation cp --python-version 3.13 --only-binary=:all:
	mkdir -p "$(ARTIFACTS_DIR)/skill"
	cp skill/*.py "$(ARTIFACTS_DIR)/skill/"
	cp -r skill/alexa "$(ARTIFACTS_DIR)/skill/"
	cp -r models responses.yaml signs.yaml "$(ARTIFACTS_DIR)/"
