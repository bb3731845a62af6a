import type { Job } from '@/lib/jobs/runner';
import { env } from '@/lib/kernel/env';
import { readDueList } from './read-list';

/** Looks once a minute whether the list is to be read again, which is once a day. */
export function listJobs(): Job[] {
  const url = env.OFAC_LIST_URL;
  if (!url) return [];
  const run = async (ctx: Parameters<Job['run']>[0]) => {
    await readDueList(ctx, url);
    return false;
  };
  return [{ name: 'sanctions list', everyMs: 60_000, exclusive: true, run }];
}
