#!/usr/bin/env bash
# The peer comparison: the same job by this project and by the programs in ../shared/bench, in turn, on this machine, and the
# other figures that have goals. Writes benches/BENCHMARKS.md. Usage: benches/run.sh [ROWS …]   (default: 100000 1000000)
#   ROUNDS=5 of the comparison   LARGE_ROUNDS=3 of ten million rows (0: none)   JIFEN_BENCH=folder for peers and data
set -euo pipefail
cd "$(dirname "$0")/.."
shared=${SHARED:-../shared}/bench
# Outside the checkout: gigabytes that no search of the sources should walk through.
cache=${JIFEN_BENCH:-${XDG_CACHE_HOME:-$HOME/.cache}/jifen-bench}
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
cargo build --release --quiet -p jifen-columnar --example peer --example copy --example what_if
large=(10000000)
[ "${LARGE_ROUNDS:-3}" != 0 ] || large=()
for n in "${rows[@]}" 1000000 "${large[@]}"; do
  [ -f "$cache/data/e$n.parquet" ] || "$cache/venv/bin/python" "$shared/gen.py" "$n" "$cache/data/e$n.parquet"
done
[ -f "$cache/data/e6000.csv" ] ||
  "$cache/venv/bin/python" "$shared/gen.py" 6000 "$cache/data/e6000.parquet" "$cache/data/e6000.csv"
target=$(cargo metadata --format-version 1 --no-deps | sed 's/.*"target_directory":"\([^"]*\)".*/\1/')
PEERS="$shared" "$cache/venv/bin/python" benches/compare.py "$cache/data" "$target/release/examples" "${rows[@]}"
