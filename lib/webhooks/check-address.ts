import type { Dialect } from '@/db/vocabulary';
import { Refusal } from '@/lib/kernel/errors';
import { templateFaults } from './dialects/s2s';
import { checkTarget, checkTemplate, operatorRules } from './target-url';

/** Checks where an endpoint is to be, and answers the text to keep: in `s2s` it is a template, kept as it was given. */
export async function checkAddress(dialect: Dialect, url: string): Promise<string> {
  if (dialect !== 's2s') return (await checkTarget(url, operatorRules)).href;
  const faults = templateFaults(url);
  if (faults.length > 0) {
    throw new Refusal('target_refused', {
      detail: faults[0],
      errors: faults.map((detail) => ({ field: 'url', pointer: '#/url', detail })),
    });
  }
  await checkTemplate(url, operatorRules);
  return url;
}
