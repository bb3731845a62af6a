import type { Dialect } from '@/db/vocabulary/webhooks';
import { templateFaults } from '@/lib/dialects/s2s';
import { Refusal } from '@/lib/kernel/errors';
import { checkTarget, checkTemplate, operatorRules, rulesOf } from '@/lib/outgoing/target-url';

/** Checks where an endpoint is to be, and answers the text to keep: in `s2s` it is a template, kept as it was given. */
export async function checkAddress(merchantId: string, dialect: Dialect, url: string): Promise<string> {
  const rules = rulesOf(merchantId, operatorRules);
  if (dialect !== 's2s') return (await checkTarget(url, rules)).href;
  const faults = templateFaults(url);
  if (faults.length > 0) {
    throw new Refusal('target_refused', {
      detail: faults[0],
      errors: faults.map((detail) => ({ field: 'url', pointer: '#/url', detail })),
    });
  }
  await checkTemplate(url, rules);
  return url;
}
