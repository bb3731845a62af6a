import { existsSync } from 'node:fs';
import path from 'node:path';
import type { NextConfig } from 'next';

/** Addresses that hold a claim token never reach the development server's request log. */
const secretAddresses = [/^\/[po]\//, /^\/api\/v1\/(claims|order-links)\//];

/** Who builds here again gets a cache on the way. The first build writes none: 300 MB, and a seventh of the processor's work. */
const buildsAgain = existsSync(path.join(import.meta.dirname, '.next', 'BUILD_ID'));

const config: NextConfig = {
  poweredByHeader: false,
  reactStrictMode: true,
  serverExternalPackages: [
    ...['postgres', 'pino', '@opentelemetry/api', '@opentelemetry/context-async-hooks', '@opentelemetry/resources'],
    ...['@opentelemetry/sdk-trace', '@opentelemetry/exporter-trace-otlp-http'],
  ],
  // Types are checked by `npm run verify`; a start of the portal does not wait for that.
  typescript: { ignoreBuildErrors: true },
  // Nothing reads maps of the server's code when it runs: two thirds of what a build writes.
  experimental: { turbopackFileSystemCacheForBuild: buildsAgain, turbopackSourceMaps: false },
  turbopack: { root: import.meta.dirname },
  outputFileTracingExcludes: { '*': ['bench/**', 'contracts/**', 'demo/**', 'e2e/**', 'node_modules/@foundry-rs/**'] },
  outputFileTracingIncludes: { '/docs{,/**}': ['examples/api/**', 'examples/sdk/**', 'docs/*.md'] },
  // No page shows images through the portal, so nothing fetches or resizes any on request.
  images: { unoptimized: true },
  headers: async () => [{ source: '/_next/:path*', headers: [{ key: 'X-Content-Type-Options', value: 'nosniff' }] }],
  // A slash at the end is no other address: the API answers it, as a redirect would lose bodies, and pages lead on.
  skipTrailingSlashRedirect: true,
  rewrites: async () => ({ beforeFiles: [{ source: '/api/:path+/', destination: '/api/:path+' }] }),
  redirects: async () => [{ source: '/:path((?!api/).+)/', destination: '/:path', permanent: true }],
  logging: { incomingRequests: { ignore: secretAddresses } },
};

export default config;
