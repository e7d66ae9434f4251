# Everything a newcomer or the CI types. Needs cargo and, for what is missing, apt as root or with sudo.

CARGO := cargo
LOCKED := --locked

.PHONY: help run test check bench fmt openapi clean prepare rust-tests sdk schemathesis

help:
	@echo "make run    build and start the demo clinic on http://localhost:3001"
	@echo "make test   install what is missing, then run every test"
	@echo "make check  formatting, lints, licences and duplicate crates, without a network"
	@echo "make bench  load test; writes bench/results/"
	@echo "make fmt    format the code"
	@echo "make openapi  write openapi.json anew from the code"
	@echo "make clean  remove what was built"

run: prepare-build
	$(CARGO) run $(LOCKED) -- serve --demo

test: prepare rust-tests sdk schemathesis

check:
	$(CARGO) fmt --all --check
	$(CARGO) clippy --workspace --all-targets $(LOCKED) -- -D warnings
	$(CARGO) test $(LOCKED) --test tidy

bench: prepare-build
	$(CARGO) build $(LOCKED) --release -p ringbook -p ringbook-bench
	$(CARGO) run $(LOCKED) --release -p ringbook-bench -- $(BENCH)

fmt:
	$(CARGO) fmt --all

# A test compares the file with what the server says, and can write it.
openapi: prepare-build
	UPDATE_OPENAPI=1 $(CARGO) test --workspace $(LOCKED) --test api -- openapi::the_description

clean:
	$(CARGO) clean
	rm -rf tests/sdk/node_modules tests/sdk/generated tests/sdk/.venv tests/schemathesis/.venv

# --- what the targets above are made of ---

.PHONY: prepare-build
prepare-build:
	@.ci/install build

prepare:
	@.ci/install build sdk

# A thousand callers at once are a thousand sockets.
rust-tests:
	ulimit -n 4096 && $(CARGO) test --workspace $(LOCKED)

# Our replies and the tool manifest against the types and the parser of the official Vapi SDKs.
sdk schemathesis: export RINGBOOK = $(shell $(CARGO) metadata --format-version 1 --no-deps | sed 's/.*"target_directory":"\([^"]*\)".*/\1/')/debug/ringbook
# The tests' own build of the binary: with other features half the crates would be compiled again.
sdk: tests/sdk/.venv
	$(CARGO) test --workspace $(LOCKED) --no-run --quiet
	cd tests/sdk && npm ci --no-audit --no-fund --silent && npm test --silent
	tests/sdk/.venv/bin/python tests/sdk/parse.py tests/sdk/generated/replies.json

# The REST interface against its own description.
schemathesis: tests/schemathesis/.venv
	$(CARGO) test --workspace $(LOCKED) --no-run --quiet
	tests/schemathesis/run

%/.venv: %/requirements.txt
	python3 -m venv --clear $@
	$@/bin/pip install --quiet --disable-pip-version-check --requirement $<
	touch $@
