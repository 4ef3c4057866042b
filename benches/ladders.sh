#!/usr/bin/env bash
# Everybody on every rung, against the goals of benches/LADDERS.md: 6,000 enterprises in 0.2 s, 520,000 in 10 s. Builds in
# release, makes both tables in a folder of its own, takes the quickest of several times, and fails where a goal is missed.
set -euo pipefail
cd "$(dirname "$0")/.."

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

cargo build --release --locked --workspace --bin jifen
cargo build --release --locked --workspace --example library
built=${CARGO_TARGET_DIR:-target}/release

# Seconds of a line of the example: "… all standings 12.3ms; code …".
seconds() {
  sed -nE 's/.*all standings ([0-9.]+)(ns|µs|ms|s);.*/\1 \2/p' |
    awk '{ unit["ns"] = 1e-9; unit["µs"] = 1e-6; unit["ms"] = 1e-3; unit["s"] = 1; print $1 * unit[$2] }'
}

missed=0
# enterprises, times, goal in seconds
measure() {
  local table="$folder/$1" told best
  "$built/jifen" demo-data --output "$table" --formats parquet --enterprises "$1" >/dev/null
  told=$("$built/examples/library" "$table/zone.parquet" rules/ladders "$2")
  echo "$told"
  best=$(seconds <<<"$told" | sort -g | head -n 1)
  [ -n "$best" ] || { echo "ladders: no time was told" >&2; exit 1; }
  if awk -v best="$best" -v goal="$3" 'BEGIN { exit !(best <= goal) }'; then
    echo "$1 enterprises: $best s, goal $3 s: kept"
  else
    echo "$1 enterprises: $best s, goal $3 s: MISSED"
    missed=1
  fi
}

measure 6000 5 0.2
measure 520000 3 10
exit "$missed"
