#!/usr/bin/env bash
# The server beside its yardsticks, in turn on the same machine: throughput of an authenticated read beside a bare axum +
# SQLite read, of an audited write beside a bare hash-chained write, time to the first answer, and memory.
# Writes benches/SERVER.md. SECONDS_EACH=10 and ROUNDS=3 by default; PORT=8120 and the one after it.
set -euo pipefail
cd "$(dirname "$0")/.."
seconds=${SECONDS_EACH:-10}
port=${PORT:-8120}
target=${CARGO_TARGET_DIR:-target}/release

command -v wrk >/dev/null 2>&1 || { echo "bench: installing wrk"; apt-get install -y -qq wrk >/dev/null; }
scripts/web.sh build
cargo build --release --locked --bin jifen --example bare
load() { cut -d' ' -f1 /proc/loadavg; }
load_before=$(load)

folder=$(mktemp -d)
server="" bare=""
trap '[ -n "$server" ] && kill "$server" 2>/dev/null; [ -n "$bare" ] && kill "$bare" 2>/dev/null; rm -rf "$folder"' EXIT
export JIFEN_ACCOUNT_RATE=100000000 JIFEN_ADDRESS_RATE=100000000 JIFEN_LOG=warn
here=http://127.0.0.1:$port beside=http://127.0.0.1:$((port + 1))

memory() { awk '/VmRSS/ { printf "%d", $2 / 1024 }' "/proc/$1/status"; }
starts() {
  began=$(date +%s%N)
  "$target/jifen" serve --lang zh "$@" --listen "127.0.0.1:$port" >"$folder/said" 2>"$folder/log" &
  server=$!
  until curl -sf "$here/readyz" >/dev/null 2>&1; do sleep 0.01; done
  took=$((($(date +%s%N) - began) / 1000000))
}
# An empty database, made new and then found there.
starts --data "$folder/empty"
ready_new=$took empty=$(memory "$server")
kill "$server" && wait "$server" || true
starts --data "$folder/empty"
ready=$took
kill "$server" && wait "$server" || true
# The zone of the demonstration.
began_demo=$(date +%s%N)
starts --demo --data "$folder"
# Its years are filled in behind the log-ins; nothing is measured meanwhile.
until grep -q '已就绪' "$folder/said"; do
  kill -0 "$server" 2>/dev/null && ! grep -q '未能备齐' "$folder/said" || { cat "$folder/log" >&2; exit 1; }
  sleep 0.2
done
filled=$((($(date +%s%N) - began_demo) / 1000000000))

password=$(grep -o 'Jf-[a-z0-9-]*' "$folder/said" | head -1)
curl -sf -D "$folder/head" -o /dev/null -H 'X-Jifen: 1' -H 'Content-Type: application/json' \
  -d "{\"login\":\"centre\",\"password\":\"$password\",\"code\":null}" "$here/api/v1/sessions"
cookie=$(sed -n 's/^set-cookie: \([^;]*\).*/\1/Ip' "$folder/head" | tr -d '\r')
organisation=$(curl -sf -H "Cookie: $cookie" "$here/api/v1/organisations?kind=centre" | sed 's/.*"items":\[{"id":"\([^"]*\)".*/\1/')

"$target/examples/bare" "$folder/jifen.sqlite" "$organisation" "127.0.0.1:$((port + 1))" >/dev/null 2>&1 &
bare=$!
until curl -sf "$beside/" >/dev/null 2>&1; do sleep 0.05; done

rate() { wrk -t2 -c64 -d"${seconds}s" "$@" | tee -a "$folder/wrk" | awk '/Requests\/sec/ { print int($2) } /Non-2xx/ { print "bench: answers that are no success" > "/dev/stderr" }'; }
# In turn, several times, and the median of the ratios of neighbours: whatever else the machine does hits both alike.
rounds=${ROUNDS:-3}
for _ in $(seq "$rounds"); do
  echo "$(rate -H "Cookie: $cookie" "$here/api/v1/organisations/$organisation") $(rate "$beside/")" >>"$folder/reads"
done
loaded=$(memory "$server")

# A refused change is an audited write and nothing else: the auditor of the demonstration may not open organisations.
curl -sf -D "$folder/head" -o /dev/null -H 'X-Jifen: 1' -H 'Content-Type: application/json' \
  -d "{\"login\":\"auditor\",\"password\":\"$password\",\"code\":null}" "$here/api/v1/sessions"
auditor=$(sed -n 's/^set-cookie: \([^;]*\).*/\1/Ip' "$folder/head" | tr -d '\r')
audited() { curl -sf -H "Cookie: $auditor" "$here/api/v1/audit/head" | sed 's/.*"count":"\([0-9]*\)".*/\1/'; }
audited_before=$(audited)
for _ in $(seq "$rounds"); do
  echo "$(rate -s benches/post.lua -H "Cookie: $auditor" "$here/api/v1/organisations" 2>/dev/null) $(rate -s benches/post.lua "$beside/write" 2>/dev/null)" >>"$folder/writes"
done
# Each of ours must stand in the log, or something else than an audited write was measured.
ours=$(awk -v seconds="$seconds" '{ sum += $1 * seconds } END { print int(sum) }' "$folder/writes")
[ $(($(audited) - audited_before)) -ge $((ours * 9 / 10)) ] || { echo "bench: what was measured is no audited write" >&2; exit 1; }
# What a browser loads before the sign-in page and the first page behind it can be used.
script=$(cd web && node scripts/pack.mjs 2>/dev/null | awk '/home/ { print $5 }') || script=""

python3 - "$ready_new" "$ready" "$empty" "$loaded" "$folder" "$seconds" "$(nproc)" "$load_before" "$(load)" "${script:-?}" "$filled" <<'PY'
import statistics, sys
ready_new, ready, empty, loaded, folder, seconds, cores, load_before, load_after, script, filled = sys.argv[1:]

def rates(name):
    pairs = [tuple(map(int, line.split())) for line in open(f"{folder}/{name}")]
    ours, bare = (statistics.median(side) for side in zip(*pairs))
    return f"{statistics.median(our / max(one, 1) for our, one in pairs):.2f}", int(ours), int(bare), len(pairs)

read_ratio, read, bare_read, rounds = rates("reads")
write_ratio, write, bare_write, _ = rates("writes")
section = f"""# Speed of the server

`benches/server.sh`: release build, {cores} cores, wrk with 64 connections for {seconds} s on the same machine, ours and the
yardstick in turn, {rounds} rounds, medians. Load of the machine (1 minute) before {load_before}, after {load_after} (wrk and the
servers alone bring some 4). The yardsticks are `crates/server/examples/bare.rs`: one route, one read of the same database; one
hash-chained row in the same kind of transaction.

| What | Seen | Goal |
| --- | --- | --- |
| authenticated, scoped read ÷ bare axum + SQLite read | {read_ratio} ({read} / {bare_read} per second) | ≥ 0.7 |
| audited write ÷ bare hash-chained write | {write_ratio} ({write} / {bare_write} per second) | ≥ 0.8 |
| ready after start, an empty database / made new | {ready} ms / {ready_new} ms | ≤ 1,000 ms |
| resident memory, empty / with the zone of 6,000 after the load | {empty} MB / {loaded} MB | ≤ 80 MB empty |
| demonstration with 6,000 enterprises, three years computed, published, and a year in progress: complete after | {filled} s | |
| script of the first page, compressed | {script} KB | ≤ 400 KB |
"""
open("benches/SERVER.md", "w", encoding="utf-8").write(section)
print(section)
PY
