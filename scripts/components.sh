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
if ! python3 -c 'import tomllib' 2>/dev/null; then
  # Debian 12 and newer have one that is new enough.
  as_root=(); [ "$(id -u)" -eq 0 ] || as_root=(sudo)
  { "${as_root[@]}" apt-get update -qq && "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq python3; } >/dev/null ||
    { echo "components: Python 3.11 or newer is missing: apt-get install python3" >&2; exit 1; }
fi
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
