#!/usr/bin/env bash
# What takes too long for every change: killing the writer again and again, requests made up from the OpenAPI document
# as several roles, and load. What was seen belongs into docs/RELIABILITY.md.
#
#   scripts/soak.sh [kills|schema|load|all] [CYCLES]     CYCLES: kills per engine (default 60)
#
# JIFEN names another program than target/release/jifen; PORT another port than 8121; EXAMPLES how many requests
# schemathesis makes up per operation (default 30); ROLES which people ask (default nobody and all eleven); SECONDS_EACH
# how long wrk loads (default 20); ENTERPRISES how many the zone has (default 600).
set -euo pipefail
cd "$(dirname "$0")/.."
part=${1:-all}
cycles=${2:-60}
port=${PORT:-8121}
program=${JIFEN:-${CARGO_TARGET_DIR:-target}/release/jifen}
here=http://127.0.0.1:$port
folder=$(mktemp -d)
server=""
trap '[ -n "$server" ] && kill "$server" 2>/dev/null; rm -rf "$folder"' EXIT

kills() {
  echo "soak: kill -9 of a server while a zone imports, reviews, computes and publishes, $cycles times on each engine"
  SOAK=$cycles cargo test --locked --workspace --test api soak -- --ignored --nocapture | grep -v '^kept'
  echo "soak: kill -9 of the writer, $cycles times on each engine"
  SOAK=$cycles cargo test --locked --workspace --test soak -- --ignored --nocapture | grep -v '^kept'
}

start() {
  [ -n "$server" ] && return
  [ -x "$program" ] || cargo build --release --locked --bin jifen
  JIFEN_ACCOUNT_RATE=100000000 JIFEN_ADDRESS_RATE=100000000 JIFEN_SIGN_IN_RATE=100000000 JIFEN_EXPORT_RATE=100000000 \
    JIFEN_LOG=warn "$program" serve --lang zh --demo --demo-enterprises "${ENTERPRISES:-600}" --data "$folder/data" --listen "127.0.0.1:$port" >"$folder/said" 2>"$folder/log" &
  server=$!
  until grep -q '已就绪' "$folder/said"; do
    kill -0 "$server" 2>/dev/null && ! grep -q '未能备齐' "$folder/said" || { cat "$folder/log" >&2; exit 1; }
    sleep 0.2
  done
  password=$(grep -o 'Jf-[a-z0-9-]*' "$folder/said" | head -1)
}

cookie_of() {
  curl -sf -D - -o /dev/null -H 'X-Jifen: 1' -H 'Content-Type: application/json' \
    -d "{\"login\":\"$1\",\"password\":\"$password\",\"code\":null}" "$here/api/v1/sessions" |
    tr -d '\r' | sed -n 's/^set-cookie: \([^;]*\).*/\1/Ip'
}

schema() {
  # Outside the checkout: thousands of files that no search of the sources should walk through.
  local venv=${XDG_CACHE_HOME:-$HOME/.cache}/jifen/schemathesis
  if [ ! -x "$venv/bin/schemathesis" ]; then
    echo "soak: installing schemathesis (Python) under $venv"
    python3 -m venv "$venv" && "$venv/bin/pip" install -q schemathesis
  fi
  # What would end the walk for itself or everybody, or waits for ever.
  local excluded=(sign_in sign_out change_password end_my_other_sessions end_my_session follow_job disable_user sign_out_user reset_user close_organisation)
  local without=() id
  for id in "${excluded[@]}"; do
    grep -q "\"operationId\": \"$id\"" docs/openapi.json || { echo "soak: no operation $id in docs/openapi.json" >&2; exit 1; }
    without+=(--exclude-operation-id "$id")
  done
  local document
  document=$(realpath docs/openapi.json)
  start
  failed=0
  for role in ${ROLES:-nobody centre zone reviewer author publisher policy bank enterprise auditor system security}; do
    headers=(-H "X-Jifen: 1")
    [ "$role" = nobody ] || headers+=(-H "Cookie: $(cookie_of "$role")")
    echo "soak: made-up requests as $role"
    # In the folder that is thrown away: it keeps a store of what it tried where it stands.
    (cd "$folder" && "$venv/bin/schemathesis" run "$document" --url "$here" "${headers[@]}" \
      --checks not_a_server_error,status_code_conformance,content_type_conformance,response_schema_conformance \
      "${without[@]}" \
      --max-examples "${EXAMPLES:-30}" --seed 1 --request-timeout 10 >"$folder/schema-$role" 2>&1) || failed=1
    grep -E 'Test cases|Failures|generated|passed|failed|Server error|Undocumented|❌' "$folder/schema-$role" | head -20 || true
    [ -n "${KEEP:-}" ] && cp "$folder/schema-$role" "$KEEP/"
  done
  grep -c '"level":"ERROR"' "$folder/log" | sed 's/^/soak: lines of level ERROR in the log: /' || true
  curl -sf "$here/readyz" >/dev/null && echo "soak: the server still answers"
  return $failed
}

load() {
  command -v wrk >/dev/null 2>&1 || apt-get install -y -qq wrk >/dev/null
  start
  zone=$(cookie_of zone)
  before=$(awk '/VmRSS/ { print int($2 / 1024) }' "/proc/$server/status")
  for path in /api/v1/me "/api/v1/organisations?limit=50" "/api/v1/users?sort=-created_at"; do
    echo "soak: GET $path, 64 connections"
    wrk -t2 -c64 -d"${SECONDS_EACH:-20}s" --latency -H "Cookie: $zone" "$here$path" | grep -E 'Requests/sec|50%|99%|Non-2xx|Socket errors' || true
  done
  echo "soak: refused writes (each one an audit entry), 64 connections"
  wrk -t2 -c64 -d"${SECONDS_EACH:-20}s" --latency -s benches/post.lua -H "Cookie: $(cookie_of auditor)" "$here/api/v1/organisations" | grep -E 'Requests/sec|50%|99%|Socket errors' || true
  after=$(awk '/VmRSS/ { print int($2 / 1024) }' "/proc/$server/status")
  echo "soak: resident $before MB before, $after MB after"
  echo "soak: more connections than places (in-flight 512): 1,200"
  wrk -t2 -c1200 -d5s -H "Cookie: $zone" "$here/api/v1/organisations?limit=50" | grep -E 'Requests/sec|Non-2xx|Socket errors' || true
  for _ in $(seq 100); do curl -sf "$here/readyz" >/dev/null && break; sleep 0.1; done
  kill "$server"; wait "$server" || true; server=""
  "$program" audit verify --data "$folder/data" --lang en
}

case "$part" in
  kills | schema | load) "$part" ;;
  all) kills; schema; load ;;
  *) sed -n '2,9p' "$0" >&2; exit 2 ;;
esac
