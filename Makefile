# Everything a newcomer or the CI types. Needs cargo and, for what is missing, apt as root or with sudo.

CARGO := cargo
LOCKED := --locked

.PHONY: help run test check bench fmt clean prepare rust-tests sdk

help:
	@echo "make run    build and start the demo clinic on http://localhost:3001"
	@echo "make test   install what is missing, then run every test"
	@echo "make check  formatting, lints, licences and duplicate crates, without a network"
	@echo "make bench  load test; writes bench/results/"
	@echo "make fmt    format the code"
	@echo "make clean  remove what was built"

run: prepare-build
	$(CARGO) run $(LOCKED) -- serve --demo

test: prepare rust-tests sdk

check:
	$(CARGO) fmt --all --check
	$(CARGO) clippy --workspace --all-targets $(LOCKED) -- -D warnings
	$(CARGO) test $(LOCKED) --test tidy

bench: prepare-build
	$(CARGO) build $(LOCKED) --release -p ringbook -p ringbook-bench
	$(CARGO) run $(LOCKED) --release -p ringbook-bench -- $(BENCH)

fmt:
	$(CARGO) fmt --all

clean:
	$(CARGO) clean
	rm -rf tests/sdk/node_modules tests/sdk/generated

# --- what the targets above are made of ---

.PHONY: prepare-build
prepare-build:
	@.ci/install build

prepare:
	@.ci/install build node

# A thousand callers at once are a thousand sockets.
rust-tests:
	ulimit -n 4096 && $(CARGO) test --workspace $(LOCKED)

# Our replies and the tool manifest against the types and the parser of the official Vapi SDK.
sdk:
	$(CARGO) build $(LOCKED)
	cd tests/sdk && npm ci --no-audit --no-fund --silent
	cd tests/sdk && RINGBOOK="$$($(CARGO) metadata --format-version 1 --no-deps $(LOCKED) | sed 's/.*"target_directory":"\([^"]*\)".*/\1/')/debug/ringbook" npm test --silent
