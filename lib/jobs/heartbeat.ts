import { randomUUID } from 'node:crypto';
import type { Job } from './runner';
import { beat } from './store';

/** A worker that was not heard for this long counts as gone. */
const livesSeconds = 45;
const owner = randomUUID();

/** Lets the portal's health know that a worker lives and that its database takes what it writes. */
export const heartbeat: Job = {
  name: 'heartbeat',
  everyMs: 10_000,
  run: async (ctx) => {
    await beat(ctx.db, owner, livesSeconds);
    return false;
  },
};
