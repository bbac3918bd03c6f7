#!/usr/bin/env bash
# A night, with nothing but curl: import a fleet, publish a version, schedule everybody, let the night pass, count.
#
#   examples/nightly-update.sh [URL]     against a running program; by default http://127.0.0.1:5080
#
# For the same numbers every time start the program on a blank, still world:
#   dotnet run --project src/Api -- --demo-fleet 0 --rate 0 --clock-start 2023-10-25T02:00:00Z --store sqlite:/tmp/night.db
set -euo pipefail

api="${1:-http://127.0.0.1:5080}/api/v1"
data="$(dirname "${BASH_SOURCE[0]}")/data"
region=cn-hangzhou
version=2.7.0-R-20231020.101500

step() { printf '\n== %s\n' "$*"; }
call() { curl --silent --show-error --fail-with-body "$@"; echo; }
json() { call --header 'Content-Type: application/json' "$@"; }
field() { sed -E "s/.*\"$1\":\"?([^\",}]*).*/\1/"; }

step "Import the images and the computers of $region"
call --data-binary "@$data/describe-images.$region.json" --header 'Content-Type: application/json' "$api/fleet/import?regionId=$region"
call --data-binary "@$data/describe-desktops.$region.json" --header 'Content-Type: application/json' "$api/fleet/import?regionId=$region"

step "Publish $version"
json --data "{\"version\":\"$version\",\"packageSizeBytes\":568533470,\"releaseNotes\":{\"en\":\"Bug fixes\",\"zh\":\"修复若干问题\"}}" \
    "$api/regions/$region/versions"

step "Find the next day that can be picked"
day=$(call "$api/regions/$region/quotas" | tr '{' '\n' | grep '"pickable":true' | head -n 1 | field date)
echo "$day"

step "Schedule every computer for the night of $day"
operation=$(json --data "{\"version\":\"$version\",\"filter\":{\"all\":true},\"method\":\"scheduled\",\"date\":\"$day\",\"snapshotLeadHours\":3}" \
    "$api/regions/$region/updates" | field operationId)
while progress=$(call "$api/operations/$operation?limit=1"); ! grep -q '"state":"finished"' <<<"$progress"; do sleep 0.1; done
echo "$progress"

step "Let the night pass: advance the clock to half past five, local time, of $day"
call "$api/regions/$region"
json --data "{\"to\":\"$(date -u -d "TZ=\"Asia/Shanghai\" $day 05:30" +%Y-%m-%dT%H:%M:%SZ)\"}" "$api/simulation/clock/advance"

step "What came of it: counts by state and by reason, then the fleet"
call "$api/regions/$region/updates?date=$day&limit=1"
call "$api/fleet/summary?regionId=$region"
