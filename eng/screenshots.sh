#!/usr/bin/env bash
# eng/screenshots.sh FOLDER: pictures of every page of the console, light and dark, 1280 pixels wide and as wide as a phone.
# Starts the real program with a demo fleet of its own, on loopback and in a temporary store; Chromium is Debian's.
set -euo pipefail
[ $# -eq 1 ] || { sed -n '2,3s/^# //p' "${BASH_SOURCE[0]}" >&2; exit 2; }
mkdir -p "$1"
SCREENSHOTS=$(cd "$1" && pwd)
export SCREENSHOTS
cd "$(dirname "${BASH_SOURCE[0]}")/.."
eng/build.sh tests/Console.Tests
artifacts/bin/Console.Tests/release/Wuying.Console.Tests -noColor -noLogo -explicit only -class Wuying.Console.Tests.Screenshots
ls "$SCREENSHOTS"
