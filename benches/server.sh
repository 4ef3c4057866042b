#!/usr/bin/env bash
# The server beside its yardsticks, in turn on the same machine: throughput of an authenticated read beside a bare axum +
# SQLite read, of an audited write beside a bare hash-chained write, time to the first answer, and memory.
# Writes the section "The server" of benches/BENCHMARKS.md. SECONDS_EACH=10 by default; PORT=8120 and the one after it.
set -euo pipefail
cd "$(dirname "$0")/.."
seconds=${SECONDS_EACH:-10}
port=${PORT:-8120}
target=${CARGO_TARGET_DIR:-target}/release

command -v wrk >/dev/null 2>&1 || { echo "bench: installing wrk"; apt-get install -y -qq wrk >/dev/null; }
cargo build --release --locked -p jifen-cli
cargo build --release --locked -p jifen-server --example bare

folder=$(mktemp -d)
server="" bare=""
trap '[ -n "$server" ] && kill "$server" 2>/dev/null; [ -n "$bare" ] && kill "$bare" 2>/dev/null; rm -rf "$folder"' EXIT
export JIFEN_ACCOUNT_RATE=100000000 JIFEN_ADDRESS_RATE=100000000 JIFEN_LOG=warn
here=http://127.0.0.1:$port beside=http://127.0.0.1:$((port + 1))

began=$(date +%s%N)
"$target/jifen" serve --demo --data "$folder" --listen "127.0.0.1:$port" >"$folder/said" 2>"$folder/log" &
server=$!
until curl -sf "$here/readyz" >/dev/null 2>&1; do sleep 0.01; done
ready=$((($(date +%s%N) - began) / 1000000))
until grep -q security "$folder/said"; do sleep 0.05; done
memory() { awk '/VmRSS/ { printf "%d", $2 / 1024 }' "/proc/$1/status"; }
empty=$(memory "$server")

password=$(grep -o 'Jf-[a-z0-9-]*' "$folder/said" | head -1)
curl -sf -D "$folder/head" -o /dev/null -H 'X-Jifen: 1' -H 'Content-Type: application/json' \
  -d "{\"login\":\"centre\",\"password\":\"$password\",\"code\":null}" "$here/api/v1/sessions"
cookie=$(sed -n 's/^set-cookie: \([^;]*\).*/\1/Ip' "$folder/head" | tr -d '\r')
organisation=$(curl -sf -H "Cookie: $cookie" "$here/api/v1/organisations?kind=centre" | sed 's/.*"items":\[{"id":"\([^"]*\)".*/\1/')

"$target/examples/bare" "$folder/jifen.sqlite" "$organisation" "127.0.0.1:$((port + 1))" >/dev/null 2>&1 &
bare=$!
until curl -sf "$beside/" >/dev/null 2>&1; do sleep 0.05; done

rate() { wrk -t2 -c64 -d"${seconds}s" "$@" | tee -a "$folder/wrk" | awk '/Requests\/sec/ { print int($2) } /Non-2xx/ { print "bench: answers that are no success" > "/dev/stderr" }'; }
# In turn, twice each, the better of both: whatever else the machine does hits both alike.
best() { sort -n | tail -1; }
bare_read=$( (rate "$beside/"; rate "$beside/") | best)
our_read=$( (rate -H "Cookie: $cookie" "$here/api/v1/organisations/$organisation"; rate -H "Cookie: $cookie" "$here/api/v1/organisations/$organisation") | best)
loaded=$(memory "$server")

# A refused change is an audited write and nothing else: the auditor of the demonstration may not open organisations.
curl -sf -D "$folder/head" -o /dev/null -H 'X-Jifen: 1' -H 'Content-Type: application/json' \
  -d "{\"login\":\"auditor\",\"password\":\"$password\",\"code\":null}" "$here/api/v1/sessions"
auditor=$(sed -n 's/^set-cookie: \([^;]*\).*/\1/Ip' "$folder/head" | tr -d '\r')
bare_write=$( (rate -s benches/post.lua "$beside/write"; rate -s benches/post.lua "$beside/write") 2>/dev/null | best)
our_write=$( (rate -s benches/post.lua -H "Cookie: $auditor" "$here/api/v1/organisations"; rate -s benches/post.lua -H "Cookie: $auditor" "$here/api/v1/organisations") 2>/dev/null | best)

ratio() { awk -v ours="$1" -v bare="$2" 'BEGIN { printf "%.2f", bare ? ours / bare : 0 }'; }
python3 - "$ready" "$empty" "$loaded" "$our_read" "$bare_read" "$(ratio "$our_read" "$bare_read")" \
  "$our_write" "$bare_write" "$(ratio "$our_write" "$bare_write")" "$seconds" "$(nproc)" <<'PY'
import re, sys
ready, empty, loaded, read, bare_read, read_ratio, write, bare_write, write_ratio, seconds, cores = sys.argv[1:]
section = f"""## The server

`benches/server.sh`: release build, {cores} cores, wrk with 64 connections for {seconds} s on the same machine, each twice in
turn and the better taken. The yardsticks are `crates/server/examples/bare.rs`: one route, one read of the same database; one
hash-chained row in the same kind of transaction.

| What | Seen | Goal |
| --- | --- | --- |
| authenticated, scoped read ÷ bare axum + SQLite read | {read_ratio} ({read} / {bare_read} per second) | ≥ 0.7 |
| audited write ÷ bare hash-chained write | {write_ratio} ({write} / {bare_write} per second) | ≥ 0.8 |
| ready after start | {ready} ms | ≤ 1,000 ms |
| resident memory, empty / after the load | {empty} MB / {loaded} MB | ≤ 80 MB empty |
"""
path = "benches/BENCHMARKS.md"
text = open(path, encoding="utf-8").read()
text = re.sub(r"## The server\n.*?(?=\n## |\Z)", "", text, flags=re.S).rstrip("\n") + "\n\n" + section
open(path, "w", encoding="utf-8").write(text)
print(section)
PY
