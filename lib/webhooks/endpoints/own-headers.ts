import { z } from 'zod';
import { seal, unseal } from '@/lib/kernel/secrets';

/** A merchant's own headers as they are kept: sealed for one endpoint, since they may hold passwords; names in the open. */

const stored = z.record(z.string(), z.string());

export type KeptHeaders = { headers: string | null; headerNames: string[] };

export function sealHeaders(headers: Record<string, string>, endpointId: string): KeptHeaders {
  const headerNames = Object.keys(headers);
  return { headers: headerNames.length > 0 ? seal(JSON.stringify(headers), endpointId) : null, headerNames };
}

export function unsealHeaders(sealed: string | null, endpointId: string, open = unseal): Record<string, string> {
  return sealed === null ? {} : stored.parse(JSON.parse(open(sealed, endpointId)));
}
