#!/usr/bin/env bash
# The peer comparison: the same job by this project and by the programs in ../shared/bench, in turn, on this machine.
# Writes benches/BENCHMARKS.md. Usage: benches/run.sh [ROWS …]   (default: 100000 1000000)
set -euo pipefail
cd "$(dirname "$0")/.."
shared=../shared/bench
cache=.cache/bench
rows=("$@")
[ ${#rows[@]} -gt 0 ] || rows=(100000 1000000)
if [ ! -d "$shared" ]; then
  echo "The peer jobs are not here ($shared): nothing to compare with."
  exit 0
fi
mkdir -p "$cache/data"
if [ ! -x "$cache/venv/bin/python" ]; then
  echo "Installing the peers (numpy, pandas, pyarrow, polars, duckdb) for Python under $cache …"
  python3 -m venv "$cache/venv"
  "$cache/venv/bin/pip" install -q numpy pandas pyarrow polars duckdb
fi
echo "Building the release …"
cargo build --release --quiet -p jifen-cli
cargo build --release --quiet -p jifen-columnar --example peer --example copy
for n in "${rows[@]}"; do
  [ -f "$cache/data/e$n.parquet" ] || "$cache/venv/bin/python" "$shared/gen.py" "$n" "$cache/data/e$n.parquet"
done
target=$(cargo metadata --format-version 1 --no-deps | sed 's/.*"target_directory":"\([^"]*\)".*/\1/')
PEERS="$shared" "$cache/venv/bin/python" benches/compare.py "$cache/data" "$target/release/examples" "${rows[@]}"
