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
