import type { Instrumentation } from 'next';

// The bundler puts the runtime's name in here, and leaves Node's modules out of the runtime that has none.

/** Runs once before the portal takes its first request. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME === 'nodejs') {
    const { noteArrivals } = await import('@/lib/http/note-arrivals');
    const { keepFeed } = await import('@/lib/desk/process-feed');
    noteArrivals();
    keepFeed();
  }
}

/** The route's pattern is logged, never the address: that may hold a claim token. */
export const onRequestError: Instrumentation.onRequestError = async (error, _request, context) => {
  if (process.env.NEXT_RUNTIME === 'nodejs') {
    const { log } = await import('@/lib/kernel/log');
    log.error({ err: error, route: context.routePath, kind: context.routeType }, 'A page failed');
  }
};
