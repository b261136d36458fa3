#!/usr/bin/env bash
# Starts a service with an intake for a measurement, to be sourced: sets here, server (process id), intake, token,
# java. Ends it when the script ends.
set -euo pipefail
here=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")/.." && pwd)
[ -f "$here/bench/target/benchmarks.jar" ] || { echo "first: mvn -pl bench -am -DskipTests package" >&2; exit 1; }

folder=$(mktemp -d)
server=
clean() {
  [ -z "$server" ] || { kill "$server" 2>/dev/null && wait "$server" || true; }
  rm -rf "$folder"
}
trap clean EXIT

# start_service [COMMAND…]: with a command before it, such as taskset
start_service() {
  penstock=$here/penstock
  "$penstock" version >/dev/null # builds if needed
  export PENSTOCK_BOOTSTRAP_API_KEY=pak_only-for-this-measurement-on-loopback
  PENSTOCK_DATA_DIR=$folder PENSTOCK_HTTP_PORT=0 PENSTOCK_EMBEDDED_PORT=0 PENSTOCK_LOG_LEVEL=warn \
    "$@" "$penstock" serve >"$folder/ready" 2>"$folder/log" &
  server=$!
  for _ in $(seq 300); do grep -q 'is ready' "$folder/ready" && break; sleep 0.2; done

  export PENSTOCK_URL PENSTOCK_TOKEN=$PENSTOCK_BOOTSTRAP_API_KEY
  PENSTOCK_URL=$(sed -nE "s/.*ready at ([^ ]+) .*/\1/p" "$folder/ready")
  "$penstock" org create acme >/dev/null
  "$penstock" store create acme/inbox >/dev/null
  "$penstock" intake create acme/large-files --store acme/inbox >/dev/null
  "$penstock" intake set acme/large-files --active on --large-uploads on >/dev/null
  token=$("$penstock" token create acme/large-files --name bench --json | sed -E 's/.*"token":"([^"]*)".*/\1/')
  intake=$PENSTOCK_URL/api/intake/acme/large-files
  java=$(tr '\0' '\n' <"/proc/$server/cmdline" | head -1)
}
