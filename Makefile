# The two commands of this project. Each does all set-up itself and says what it does.
.DEFAULT_GOAL := help
.PHONY: help setup demo test lint bench

help: ## Say what can be made
	@echo "make demo   build, make a zone of 6,000 enterprises, score it, explain, verify"
	@echo "make test   every test"
	@echo "make lint   format and lint, warnings denied"
	@echo "make bench  speed beside other tools (minutes; not a test)"

setup:
	@scripts/setup.sh

demo: setup ## A zone of 6,000 enterprises from nothing to verified points
	@scripts/demo.sh

test: setup ## Every test
	@scripts/setup.sh tests
	@scripts/web.sh test
	cargo test --workspace --locked
	@scripts/web.sh browser

lint: setup
	cargo fmt --all --check
	cargo clippy --workspace --all-targets --locked -- -D warnings

bench: setup
	@benches/run.sh
