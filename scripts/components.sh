#!/usr/bin/env bash
# What the product is made of, from Cargo.lock and web/package-lock.json, without network.
#
#   scripts/components.sh list [FILE]   writes a CycloneDX 1.6 list (default target/components.cdx.json)
#   scripts/components.sh check         licences (none that binds users of the product, none unknown), and SQLite: one copy,
#                                       new enough not to lose acknowledged commits
#
# Packages that were not fetched yet cannot be described: build once before. Known vulnerabilities need a network; ask
# with `cargo audit` and `npm --prefix web audit`, see docs/SECURITY.md.
set -euo pipefail
cd "$(dirname "$0")/.."
command -v python3 >/dev/null 2>&1 || { echo "components: python3 is missing: apt-get install python3" >&2; exit 1; }
case "${1:-}" in
  list) output=${2:-${CARGO_TARGET_DIR:-target}/components.cdx.json} ;;
  check) output="" ;;
  *) sed -n '2,9p' "$0" >&2; exit 2 ;;
esac
host=$(rustc -vV | sed -n 's/^host: //p')
metadata=$(mktemp)
trap 'rm -f "$metadata"' EXIT
cargo metadata --locked --offline --format-version 1 --filter-platform "$host" >"$metadata"
OUTPUT=$output METADATA=$metadata python3 scripts/components.py
