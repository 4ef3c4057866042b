#!/usr/bin/env bash
# How long the questions of 积分查询 and 积分分析 take, over HTTP, on the demonstration of 6,000 enterprises and three
# published years: each asked once and then twenty times, the first, the median and the slowest told. Builds in release;
# JIFEN names another program, ENTERPRISES another size, PORT another port than 8122.
set -euo pipefail
cd "$(dirname "$0")/.."
port=${PORT:-8122}
here=http://127.0.0.1:$port
program=${JIFEN:-${CARGO_TARGET_DIR:-target}/release/jifen}
[ -x "$program" ] || cargo build --release --locked --bin jifen
folder=$(mktemp -d)
trap 'kill "$server" 2>/dev/null; rm -rf "$folder"' EXIT

JIFEN_ACCOUNT_RATE=100000000 JIFEN_ADDRESS_RATE=100000000 JIFEN_LOG=warn "$program" serve --lang en --demo \
  --demo-enterprises "${ENTERPRISES:-6000}" --data "$folder/data" --listen "127.0.0.1:$port" >"$folder/said" 2>"$folder/log" &
server=$!
until grep -q 'data are ready' "$folder/said"; do
  kill -0 "$server" 2>/dev/null || { cat "$folder/log" >&2; exit 1; }
  sleep 0.5
done
password=$(grep -o 'Jf-[a-z0-9-]*' "$folder/said" | head -1)
curl -sf -c "$folder/jar" -o /dev/null -H 'X-Jifen: 1' -H 'Content-Type: application/json' \
  -d "{\"login\":\"zone\",\"password\":\"$password\",\"code\":null}" "$here/api/v1/sessions"

ask() { curl -sf -b "$folder/jar" -H 'X-Jifen: 1' "$@"; }
first() { grep -o "\"$1\":\"[^\"]*\"" | head -1 | cut -d'"' -f4; }
runs=$(ask "$here/api/v1/runs/published?sort=-created_at&limit=3" | grep -o '{"id":"[^"]*","batch_id"' | cut -d'"' -f4)
read -r run before _ <<<"$(echo $runs)"
one=$(ask "$here/api/v1/runs/$run/points?limit=1" | first participant_id)

# name, method, path [body]
time_of() {
  local name=$1 method=$2 path=$3 body=${4:-} times=()
  local how=(-o /dev/null -w '%{time_total}\n' -X "$method")
  [ -z "$body" ] || how+=(-H 'Content-Type: application/json' -d "$body")
  for _ in $(seq 21); do times+=("$(ask "${how[@]}" "$here$path")"); done
  local sorted
  sorted=$(printf '%s\n' "${times[@]:1}" | sort -g)
  awk -v name="$name" -v first="${times[0]}" -v median="$(sed -n 10p <<<"$sorted")" -v slowest="$(tail -n 1 <<<"$sorted")" \
    'BEGIN { printf "| %s | %.1f ms | %.1f ms | %.1f ms |\n", name, first * 1000, median * 1000, slowest * 1000 }'
}

echo "| what | first | median of 20 | slowest |"
echo "|---|---|---|---|"
time_of "points of an enterprise, with reasons" GET "/api/v1/participants/$one/points"
time_of "list of points, a page" GET "/api/v1/runs/$run/points?limit=50"
time_of "what-if of one value" POST "/api/v1/participants/$one/what-if" '{"values":{"rd_expense":"1200"}}'
time_of "distribution by stage" GET "/api/v1/runs/$run/distribution?by=stage"
time_of "distribution by industry" GET "/api/v1/runs/$run/distribution?by=industry"
time_of "pivot field × stage, median" GET "/api/v1/runs/$run/pivot?rows=field&columns=stage&measure=median"
time_of "movements between two years" GET "/api/v1/runs/$run/movements?with=$before"
time_of "movers, a page" GET "/api/v1/runs/$run/movers?with=$before&sort=-change"
time_of "indicators of a stage" GET "/api/v1/runs/$run/indicators"
time_of "robustness (200 draws; then kept)" GET "/api/v1/runs/$run/robustness"
time_of "intervals, a page" GET "/api/v1/runs/$run/intervals"
echo "resident: $(awk '/VmRSS/ { print int($2 / 1024) }' "/proc/$server/status") MB"
