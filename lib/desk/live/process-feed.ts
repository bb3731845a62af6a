import { processConnection } from '@/lib/access/process-context';
import { type Feed, openFeed } from './feed';

declare global {
  // One listening connection a process; global because a development server loads modules more than once.
  var drawbridgeFeed: Feed | undefined;
}

export function processFeed(): Feed {
  globalThis.drawbridgeFeed ??= openFeed(processConnection());
  return globalThis.drawbridgeFeed;
}

/**
 * Listens from the start, so that lines to the database that died without a word are noticed even while nobody looks,
 * and ends the pages' lines with the process, which would wait for them.
 */
export function keepFeed(): void {
  const feed = processFeed();
  void feed.ready();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => feed.dismiss());
}
