import { schemaFaults } from '@/components/desk/frame/own-faults';
import { missingIn } from '@/components/desk/webhooks/words';
import { explainTarget } from '@/lib/outgoing/target-schema';
import { createEndpointBody, type EndpointAnswer, updateEndpointBody } from '@/lib/webhooks/endpoints/schema';
import { createBodyOf, type EndpointDraft, updateBodyOf } from './endpoint-draft';

/** What the portal would refuse by the text of a form alone; where a name leads, it says itself. */
export function newEndpointFaults(draft: EndpointDraft) {
  const body = createBodyOf(draft);
  return withTarget(schemaFaults(createEndpointBody, body), draft, body.url);
}

export function changedEndpointFaults(draft: EndpointDraft, endpoint: EndpointAnswer) {
  const body = updateBodyOf(draft, endpoint);
  return withTarget(schemaFaults(updateEndpointBody, body), draft, body.url);
}

/** An address that is not sent is not looked at. */
function withTarget(faults: Map<string, string>, { dialect }: EndpointDraft, url: string | undefined) {
  if (url === undefined || faults.has('url')) return faults;
  const template = dialect === 's2s';
  const missing = template ? missingIn(url).map(({ name }) => `{${name}} is missing.`) : [];
  const fault = explainTarget(template ? url.replaceAll(/\{[^{}\s]*\}/g, 'x') : url) ?? missing.join(' ');
  return fault ? new Map([...faults, ['url', fault]]) : faults;
}
