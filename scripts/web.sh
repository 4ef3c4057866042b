#!/usr/bin/env bash
# The web console: `build` makes it (web/dist/console, held by the server that is built next), `test` also checks types,
# lints and runs its unit tests, `browser` drives the finished program through a real browser.
# Where Node.js or Chromium cannot be had, it says so and goes on: the server works without the console.
set -euo pipefail
cd "$(dirname "$0")/.."

readonly CHROMIUM=/usr/bin/chromium

as_root() {
  if [ "$(id -u)" -eq 0 ]; then "$@"; elif command -v sudo >/dev/null 2>&1; then sudo "$@"; else return 1; fi
}

install() {
  echo "web: installing Debian packages: $*"
  as_root apt-get update -qq && as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq "$@" >/dev/null
}

# Vite needs Node.js 20.19 or newer.
node_fits() {
  command -v npm >/dev/null 2>&1 && node -e '
    const [major, minor] = process.versions.node.split(".").map(Number)
    process.exit(major > 20 || (major === 20 && minor >= 19) ? 0 : 1)' 2>/dev/null
}

# Goes on only with Node.js and the packages of web/package-lock.json.
prepared() {
  if ! node_fits; then
    command -v node >/dev/null 2>&1 || install nodejs npm || true
  fi
  if ! node_fits; then
    echo "web: Node.js 20.19 or newer is missing, so the console is not $1; the server works without it" >&2
    exit 0
  fi
  cd web
  if [ ! -f node_modules/.package-lock.json ] || [ package-lock.json -nt node_modules/.package-lock.json ]; then
    echo "web: fetching npm packages"
    npm ci --no-audit --no-fund --loglevel=error
    touch node_modules/.package-lock.json
  fi
}

# Whether what is built is as new as what it is built from.
is_fresh() {
  local built=dist/console/manifest.json
  [ -f "$built" ] && [ -z "$(find src public scripts index.html package-lock.json vite.config.ts -newer "$built" -print -quit)" ]
}

build() {
  prepared built
  if is_fresh; then
    echo "web: the console is built already"
  else
    npm run --silent build
  fi
}

check() {
  prepared checked
  npm run --silent check
  npm run --silent lint
  npm run --silent test -- --reporter=dot
  npm run --silent build
}

browser() {
  [ -x "$CHROMIUM" ] || install chromium fonts-noto-cjk || true
  if [ ! -x "$CHROMIUM" ]; then
    echo "web: Chromium cannot be installed here; the browser tests are skipped" >&2
    exit 0
  fi
  (build)
  cargo build --quiet --locked --package jifen-cli
  JIFEN_SERVE="$PWD/target/debug/jifen serve"
  export JIFEN_SERVE
  prepared tested
  npm run --silent e2e -- "$@"
}

case "${1:-}" in
  build) build ;;
  test) check ;;
  browser) shift && browser "$@" ;;
  *)
    echo "usage: scripts/web.sh build | test | browser [playwright's arguments]" >&2
    exit 2
    ;;
esac
