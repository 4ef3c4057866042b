#!/usr/bin/env bash
# A zone of 6,000 enterprises from nothing to verified points, step by step.
set -euo pipefail
cd "$(dirname "$0")/.."

echo "demo: building (the first time takes some minutes)"
cargo build --release --locked -p jifen-cli
target_folder=${CARGO_TARGET_DIR:-target}
jifen() {
  printf '\n$ jifen %s\n' "$*"
  "$target_folder/release/jifen" "$@"
}

out=demo-output
jifen demo-data --enterprises 6000 --seed 1 --output "$out"

jifen score --scheme rules/schemes/zone-four-stage.yaml --input "$out/zone.csv" \
  --output "$out/points.xlsx" --receipt "$out/points.receipt.json" --save-calibration "$out/reference.json"

# The second story of the zone: a gazelle.
jifen explain --receipt "$out/points.receipt.json" --id 91000000MA00000232

jifen ladder --ladder rules/ladders/tech-sme-2017.yaml --input "$out/zone.csv" --output "$out/tech-sme.xlsx"

jifen verify "$out/points.receipt.json"

firms=../shared/data/real-firms/patents_rd.csv
if [ -f "$firms" ]; then
  echo
  echo "demo: 181 real firms, 1991 (Cincer 1997)"
  jifen score --scheme rules/schemes/examples/real-firms-1983-1991.yaml --input "$firms" --id-column fi --period 1991 \
    --output "$out/real-firms.xlsx" --receipt "$out/real-firms.receipt.json"
  jifen verify "$out/real-firms.receipt.json"
else
  echo
  echo "demo: the data of the 181 real firms are not beside this checkout; that part is skipped"
fi

echo
echo "demo: done. Open $out/points.xlsx, or read $out/stories.md for the enterprises worth a look."
