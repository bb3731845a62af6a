import type { Instrumentation } from 'next';

// The bundler puts the runtime's name in here, and leaves Node's modules out of the runtime that has none.

const proxyUnknown =
  'BASE_URL is https, so a proxy stands in front, but TRUST_PROXY is not set: every caller seems to come from the proxy. Limits per network count everybody together, and the audit keeps the address of the proxy. Set TRUST_PROXY=1 where the proxy writes X-Forwarded-For.';

/** Runs once before the portal takes its first request. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME === 'nodejs') {
    const { startTraces } = await import('@/lib/traces/start-traces');
    await startTraces('portal');
    const { noteArrivals } = await import('@/lib/http/pipeline/note-arrivals');
    const { keepFeed } = await import('@/lib/desk/live/process-feed');
    noteArrivals();
    const { seesNetworks } = await import('@/lib/http/base/address');
    const { log } = await import('@/lib/kernel/log');
    if (!seesNetworks()) log.warn(proxyUnknown);
    keepFeed();
    const { processDatabase } = await import('@/lib/access/process-context');
    const { keepLearning } = await import('@/lib/tokens/learn');
    await keepLearning(processDatabase());
  }
}

/** The route's pattern is logged, never the address: that may hold a claim token. */
export const onRequestError: Instrumentation.onRequestError = async (error, _request, context) => {
  if (process.env.NEXT_RUNTIME === 'nodejs') {
    const { log } = await import('@/lib/kernel/log');
    log.error({ err: error, route: context.routePath, kind: context.routeType }, 'A page failed');
  }
};
