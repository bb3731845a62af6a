import type { DialectFacts } from '@/components/desk/webhooks/endpoints/endpoint-draft';
import { dialectRules } from '@/lib/dialects/registry';

const factsOf = ({ defaultEvents, signatureKinds }: (typeof dialectRules)[keyof typeof dialectRules]) => ({
  events: defaultEvents,
  signatureKinds,
});

/** What the form has to know of each dialect. */
export const dialectFacts: DialectFacts = {
  standard: factsOf(dialectRules.standard),
  coindirect: factsOf(dialectRules.coindirect),
  nitro: factsOf(dialectRules.nitro),
  dex3: factsOf(dialectRules.dex3),
  s2s: factsOf(dialectRules.s2s),
  shkeeper: factsOf(dialectRules.shkeeper),
  order_flow: factsOf(dialectRules.order_flow),
};
