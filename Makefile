# make talk    set up, then talk with the skill on this machine
# make serve   set up, then serve the skill over HTTP (SKILL_ID in the environment)
# make test    set up, then check and test everything
# make check   what Amazon's certification would find, before Amazon does
# make amazon  try the package with Amazon's own tools: the schema of its API, and the ASK CLI; and chains that signed for
#              Alexa with the web door's verifier (needs npm)
# make model   after an edit of what is heard: write interaction_model/en-US.json, and train what of models/ is not up to
#              date (four minutes for topics, seventeen for danger, one for what is said after it, on two cores)
# make taught  after much new speech, before make model: a larger model says what speech is that nobody labelled (an hour)
# make measure how well danger, what is said after it, and questions are heard, on utterances nothing was tuned on
# make artifact  build what Lambda runs, check the template, and run the artifact in Lambda's own emulator
# make bench   how it compares with a hello-world: start, turn, memory, size
# make fuzz    ask the web door 100,000 requests that nobody would write (TIMES=)
# make load    how much the web door bears, beside a bare hello world
# make soak    the web door under load for half an hour, for growing memory (MINUTES=)
# make audit   look the pinned dependencies up in a list of known holes
# make lock    pin every dependency again, with hashes
PYTHON ?= python3
export SAM_CLI_TELEMETRY := 0
BIN := .venv/bin

.PHONY: talk serve test lint model taught measure check amazon artifact bench fuzz load soak audit lock clean build-SkillFunction

talk: .venv/speaker.installed
	@$(BIN)/python -m skill talk

serve: .venv/web.installed
	@$(BIN)/python -m skill serve

test: .venv/dev.installed lint
	$(BIN)/python tools/make_model.py --check
	$(BIN)/python tools/learn_risk.py --check
	$(BIN)/python tools/learn_topics.py --check
	$(BIN)/python tools/learn_after.py --check
	$(BIN)/python tools/learn_danger.py --check
	$(BIN)/python -m pytest -q

check: .venv/speaker.installed
	@$(BIN)/python -m skill check

amazon: .venv/dev.installed tests/amazon/node_modules/.installed
	AMAZON_TOOLS=needed $(BIN)/python -m pytest -q tests/amazon

lint: .venv/dev.installed
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

model: .venv/dev.installed .venv/learn.installed
	$(BIN)/python tools/make_model.py
	$(BIN)/python tools/learn_topics.py
	$(BIN)/python tools/learn_after.py
	$(BIN)/python tools/learn_danger.py
	$(BIN)/python tools/learn_risk.py

taught: .venv/teach.installed
	$(BIN)/python tools/teach.py after
	$(BIN)/python tools/teach.py topics

measure: .venv/dev.installed
	$(BIN)/python -m skill evaluate risk --no-misses --readme
	$(BIN)/python -m skill evaluate questions --no-misses --readme
	$(BIN)/python -m skill evaluate after --no-misses --readme
	$(BIN)/python -m skill evaluate danger --no-misses --readme

# Everything real: sam build, the emulator from sam's own wheel, Lambda's runtime client on the runtime's Python.
artifact: .venv/dev.installed .venv-deploy/installed .venv-checkov/installed .venv-runtime/installed
	.venv-deploy/bin/sam validate --lint
	.venv-deploy/bin/cfn-lint -t template.yaml
	.venv-checkov/bin/checkov -f template.yaml --compact --quiet --skip-download
	.venv-deploy/bin/sam build
	$(BIN)/python -m pytest -q tests/deploy/artifact.py

bench: .venv/dev.installed .venv-deploy/installed .venv-runtime/installed
	$(BIN)/python tools/bench.py

fuzz: .venv/dev.installed
	$(BIN)/python -m tests.fuzz --times $(or $(TIMES),100000)

load: .venv/dev.installed
	$(BIN)/python -m tests.load compare

soak: .venv/dev.installed
	$(BIN)/python -m tests.load soak --minutes $(or $(MINUTES),30)

audit: .venv/audit.installed
	$(BIN)/python tools/audit.py requirements/lambda.txt requirements/web.txt requirements/speaker.txt

lock: .venv/dev.installed
	for extra in "lambda" "speaker --extra speaker" "web --extra web" "dev --extra speaker --extra web --extra dev" "audit --extra audit" "learn --extra speaker --extra learn"; do \
	  set -- $$extra; name=$$1; shift; \
	  $(BIN)/uv pip compile pyproject.toml $$@ --universal --python-version 3.11 --generate-hashes --no-header \
	    --no-annotate --no-emit-index-url --no-emit-find-links -o requirements/$$name.txt || exit 1; \
	done
	for name in deploy checkov runtime "teach --no-deps"; do \
	  set -- $$name; name=$$1; shift; \
	  $(BIN)/uv pip compile requirements/$$name.in $$@ --universal --python-version 3.11 --generate-hashes --no-header \
	    --no-annotate --no-emit-index-url --no-emit-find-links -o requirements/$$name.txt || exit 1; \
	done

clean:
	rm -rf .venv .venv-deploy .venv-checkov .venv-runtime tests/amazon/node_modules .aws-sam build .mypy_cache .ruff_cache .pytest_cache

# The skill runs from this folder; only its dependencies are installed, with the hashes of requirements/.
.venv/%.installed: requirements/%.txt
	@test -x $(BIN)/python || $(PYTHON) -m venv .venv
	@$(BIN)/python -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Python 3.11 or newer is needed"; exit 1; }
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r $<
	@touch $@

.venv/teach.installed: requirements/teach.txt .venv/learn.installed
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --require-hashes -r $<
	@touch $@

# Tools in environments of their own. The lock names everything, so pip need not look for more (and where it does, it
# wants hashes for extras that the lock rightly folds into one line).
.venv-deploy/installed .venv-checkov/installed: .venv-%/installed: requirements/%.txt
	$(PYTHON) -m venv .venv-$*
	.venv-$*/bin/python -m pip install --quiet --disable-pip-version-check --no-deps --require-hashes -r $<
	@touch $@

# The runtime's own Python, where this machine has it.
.venv-runtime/installed: requirements/runtime.txt .venv/lambda.installed
	"$$($(BIN)/python tools/build_lambda.py --python)" -m venv .venv-runtime
	.venv-runtime/bin/python -m pip install --quiet --disable-pip-version-check --no-deps --require-hashes -r $<
	.venv-runtime/bin/python -m compileall -q .venv-runtime/lib
	@touch $@

# No script of a package is run; the lock holds a hash of each, and no address.
tests/amazon/node_modules/.installed: tests/amazon/package-lock.json
	@command -v npm >/dev/null || { echo "npm is needed for Amazon's tools"; exit 1; }
	npm ci --prefix tests/amazon --ignore-scripts --no-audit --no-fund --loglevel=error
	@touch $@

# What sam build calls: the artifact holds only what Lambda runs.
build-SkillFunction: .venv/lambda.installed
	$(BIN)/python tools/build_lambda.py "$(ARTIFACTS_DIR)"
