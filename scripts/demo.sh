#!/usr/bin/env bash
# A zone of 6,000 enterprises from nothing to verified points, then the server with made-up people of every role.
#
#   scripts/demo.sh          ends with Ctrl-C
#   scripts/demo.sh --once   ends when the server has answered; for scripts
#
# JIFEN_LISTEN chooses another address than 127.0.0.1:8080.
set -euo pipefail
cd "$(dirname "$0")/.."
once=${1:-}
case "$once" in
  "" | --once) ;;
  *) sed -n '2,7p' "$0" >&2; exit 2 ;;
esac

scripts/web.sh build
echo "demo: building (the first time takes some minutes)"
# A demonstration shows what there is, not the last tenth of its speed: without optimisation across crates it is built
# sooner. Releases and benches keep it.
export CARGO_PROFILE_RELEASE_LTO=off CARGO_PROFILE_RELEASE_CODEGEN_UNITS=16
cargo build --release --locked -p jifen-cli
command="${CARGO_TARGET_DIR:-target}/release/jifen"
jifen() {
  printf '\n$ jifen %s\n' "$*"
  "$command" "$@"
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
echo "demo: open $out/points.xlsx, or read $out/stories.md for the enterprises worth a look."
echo "demo: the server starts on its embedded database in $out/server; any log-in below works. Ctrl-C ends it."

if [ -z "$once" ]; then
  printf '\n$ jifen serve --demo --data %s\n' "$out/server"
  exec "$command" serve --demo --data "$out/server"
fi

# Any free port, so that a demonstration left running elsewhere does not matter.
said=$(mktemp)
JIFEN_LISTEN=${JIFEN_LISTEN:-127.0.0.1:0} "$command" serve --demo --data "$out/server" >"$said" &
server=$!
trap 'kill "$server" 2>/dev/null || true; rm -f "$said"' EXIT
for _ in $(seq 100); do
  address=$(sed -n '1s/.*[（(]\(127[^）)]*\)[）)].*/\1/p' "$said")
  if [ -n "$address" ] && (exec 3<>"/dev/tcp/${address%:*}/${address##*:}" &&
    printf 'GET /readyz HTTP/1.0\r\nHost: %s\r\n\r\n' "$address" >&3 && head -1 <&3 | grep -q ' 200 ') 2>/dev/null; then
    kill "$server"
    wait "$server"
    cat "$said"
    echo "demo: the server answered at $address and ended in order"
    exit 0
  fi
  sleep 0.1
done
echo "demo: the server did not answer within ten seconds" >&2
exit 1
