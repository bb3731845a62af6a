import type { Instrumentation } from 'next';

/** Runs once before the portal takes its first request. */
export async function register(): Promise<void> {
  const { notePeerAddresses } = await import('@/lib/http/note-peer-addresses');
  notePeerAddresses();
}

/** The route's pattern is logged, never the address: that may hold a claim token. */
export const onRequestError: Instrumentation.onRequestError = async (error, _request, context) => {
  const { log } = await import('@/lib/kernel/log');
  log.error({ err: error, route: context.routePath, kind: context.routeType }, 'A page failed');
};
