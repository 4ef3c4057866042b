#!/usr/bin/env bash
# The same with curl: shows the first application that waits, and takes it up.
#
#   JIFEN=https://points.zone.example.cn JIFEN_TOKEN=jft_… docs/examples/bank_api.sh
set -euo pipefail

ask() { curl --silent --show-error --fail-with-body --header "Authorization: Bearer $JIFEN_TOKEN" "$@"; }

waiting=$(ask "$JIFEN/api/v1/loans?state=submitted&limit=1")
# The first id of the page; a program would read the JSON.
loan=$(printf '%s' "$waiting" | sed -n 's/.*"items":\[{"id":"\([^"]*\)".*/\1/p')
[ -n "$loan" ] || { echo "no application waits"; exit 0; }

# What was seen is what is changed: the ETag says which version that was.
head=$(mktemp)
trap 'rm -f "$head"' EXIT
ask --dump-header "$head" "$JIFEN/api/v1/loans/$loan" >/dev/null
etag=$(sed -n 's/^etag: *\(.*\)\r$/\1/Ip' "$head")

ask --request POST "$JIFEN/api/v1/loans/$loan/moves" \
  --header "If-Match: $etag" --header "Content-Type: application/json" \
  --data '{"action": "accept"}'
echo
