# The commands of this project. Each does all set-up itself and says what it does.
.DEFAULT_GOAL := help
.PHONY: help setup demo test laws lint bench soak

help: ## Say what can be made
	@echo "make demo            build, make a zone of 6,000 enterprises, score it, explain, verify; ends with the server"
	@echo "                     running, its address and log-ins on the screen"
	@echo "make test            every test, those of the console in a real browser too"
	@echo "make laws [N=5000]   looks for new counterexamples to the laws of the rules, from a new seed (minutes; not a test)"
	@echo "make lint            format and lint, warnings denied"
	@echo "make bench           speed beside other tools and bare yardsticks (an hour; not a test)"
	@echo "make soak [N=60]     kills a server and the writer N times on each engine, made-up requests, load (an hour; not a test)"

setup:
	@scripts/setup.sh

demo: setup ## A zone of 6,000 enterprises from nothing to verified points, then the server
	@scripts/demo.sh

test: ## Every test
	@scripts/setup.sh tests
	@scripts/web.sh test
	cargo test --workspace --locked
	@JIFEN="$${CARGO_TARGET_DIR:-target}/debug/jifen" scripts/web.sh browser

laws: setup
	PROPTEST_RNG_SEED=$$(date +%s) PROPTEST_CASES=$(or $(N),5000) cargo test --workspace --locked --no-fail-fast --test cultivation --test evaluation --test policies --test finance --test spec --test agreement

lint: setup
	cargo fmt --all --check
	cargo clippy --workspace --all-targets --locked -- -D warnings
	@scripts/web.sh lint

bench: setup
	@benches/run.sh
	@benches/server.sh

soak: setup
	@scripts/soak.sh all $(or $(N),60)
