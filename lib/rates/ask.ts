import { createSender, type Sender } from '@/lib/outgoing/send';
import { operatorRules } from '@/lib/outgoing/target-url';

const timeoutMs = 3_000;
const keepBytes = 65_536;

/** Nothing was heard from there at all: asking for more makes no sense now. */
export class Silent extends Error {}

export type Ask = (path: string) => Promise<string>;

/** Where a feed is: the address that everybody uses, or one that the operator's setting names. */
export type Place = { url: string; named: boolean };

/**
 * Asks one feed by GET for the body of a good answer; throws words, or `Silent`. Connections go to the public internet
 * alone, or to the very host that the operator named.
 */
export function askAt({ url, named }: Place): Ask {
  const { hostname, port, protocol } = new URL(url);
  const own = `${hostname}:${port || (protocol === 'https:' ? '443' : '80')}`;
  const rules = { ...operatorRules, allowedPrivateHosts: named ? [own] : [] };
  let sender: Sender | undefined;
  return async (path) => {
    sender ??= createSender({ rules, timeoutMs, keepBytes });
    const outcome = await sender.send({ method: 'GET', url: url + path, headers: {}, body: '' });
    if (outcome.status === null) throw new Silent(outcome.error ?? 'No answer came.');
    if (outcome.status !== 200) throw new Error(`the answer was ${outcome.status}`);
    return outcome.answer ?? '';
  };
}
