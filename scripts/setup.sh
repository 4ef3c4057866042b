#!/usr/bin/env bash
# Installs what the build needs and is missing. Nothing is installed twice, and each step says what it does.
set -euo pipefail

if ! command -v cargo >/dev/null 2>&1 && [ -f "$HOME/.cargo/env" ]; then
  # shellcheck disable=SC1091
  . "$HOME/.cargo/env"
fi

if ! command -v cargo >/dev/null 2>&1; then
  echo "setup: Rust is missing. Install Rust 1.95 or newer (rustup, or your distribution's packages) and run this again." >&2
  exit 1
fi

# The tests of storage run on PostgreSQL too; without it they say so and run on SQLite only.
if [ "${1:-}" = tests ] && ! ls -d /usr/lib/postgresql/*/bin >/dev/null 2>&1; then
  if [ "$(id -u)" -eq 0 ]; then
    echo "setup: installing PostgreSQL for the tests (no service is used; each run starts a private one)"
    scripts/postgres.sh setup || echo "setup: PostgreSQL cannot be installed here; its tests will be skipped" >&2
  else
    echo "setup: PostgreSQL is missing; run 'scripts/postgres.sh setup' as root to test on it too" >&2
  fi
  if [ -n "${JIFEN_SKIP_NOTHING:-}" ] && ! ls -d /usr/lib/postgresql/*/bin >/dev/null 2>&1; then
    exit 1
  fi
fi

# Those of the console need Node.js, npm's packages and Chromium; each says so when it cannot be had.
if [ "${1:-}" = tests ]; then
  scripts/web.sh setup
fi

missing=()
# The examples for programs of a bank are run by the tests.
if [ "${1:-}" = tests ]; then
  command -v python3 >/dev/null 2>&1 || missing+=(python3)
  command -v curl >/dev/null 2>&1 || missing+=(curl)
fi
command -v cc >/dev/null 2>&1 || missing+=(build-essential)
command -v git >/dev/null 2>&1 || missing+=(git)

if [ "${#missing[@]}" -gt 0 ]; then
  as_root=()
  if [ "$(id -u)" -ne 0 ]; then
    if ! command -v sudo >/dev/null 2>&1; then
      echo "setup: please install these Debian packages as root: ${missing[*]}" >&2
      exit 1
    fi
    as_root=(sudo)
  fi
  echo "setup: installing Debian packages: ${missing[*]}"
  "${as_root[@]}" apt-get update -qq
  "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq "${missing[@]}"
fi
