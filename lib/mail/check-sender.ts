import type { promises } from 'node:dns';

/** What other mail servers look up about who sends: each with what was found and, where it is missing, the next step. */
export type SenderCheck = { name: 'SPF' | 'DKIM' | 'DMARC' | 'PTR' | 'MX'; ok: boolean; found: string; next?: string };

type Resolver = Pick<promises.Resolver, 'resolveTxt' | 'resolve4' | 'resolve6' | 'resolveMx' | 'reverse'>;

export type SenderFacts = {
  /** The domain after the @ of MAIL_FROM, and of MAIL_RETURN_PATH where there is one. */
  domain: string;
  returnDomain: string | null;
  selector: string;
  /** What connects to other mail servers: its name, or its addresses. */
  server: string;
};

/** A name that has no such record is none; a name server that does not answer is an error of its own. */
async function listOf<T>(asking: Promise<T[]>): Promise<T[]> {
  try {
    return await asking;
  } catch (error) {
    if (['ENOTFOUND', 'ENODATA'].includes(String(Object(error).code))) return [];
    throw error;
  }
}

async function txtOf(resolver: Resolver, name: string, begins: RegExp): Promise<string[]> {
  const records = await listOf(resolver.resolveTxt(name));
  return records.map((parts) => parts.join('')).filter((text) => begins.test(text));
}

async function checkSpf(resolver: Resolver, { domain, returnDomain }: SenderFacts): Promise<SenderCheck> {
  const name = returnDomain ?? domain;
  const found = await txtOf(resolver, name, /^v=spf1(\s|$)/i);
  const [record = ''] = found;
  if (found.length === 1 && !/\+all\b/.test(record)) return { name: 'SPF', ok: true, found: record };
  const next =
    found.length > 1
      ? `Leave one TXT record "v=spf1 …" at ${name}: with ${found.length} of them none counts.`
      : record
        ? `End the record at ${name} with ~all or -all: +all lets everybody send as you.`
        : `Add a TXT record at ${name}: "v=spf1 a mx ~all", with what your mail server's operator asks for (such as include:…).`;
  return { name: 'SPF', ok: false, found: record || 'nothing', next };
}

async function checkDkim(resolver: Resolver, { domain, selector }: SenderFacts): Promise<SenderCheck> {
  const name = `${selector}._domainkey.${domain}`;
  const [record] = await txtOf(resolver, name, /(^|;)\s*p=/i);
  const key = /(?:^|;)\s*p=\s*([A-Za-z0-9+/=\s]+)/.exec(record ?? '')?.[1];
  if (record && key) return { name: 'DKIM', ok: true, found: `${name}: a key of ${key.length} characters` };
  const next = record
    ? `The key at ${name} is revoked (p= is empty): publish the one that your mail server signs with.`
    : `Have your mail server sign with DKIM and publish its key at ${name}, or name another selector with --selector.`;
  return { name: 'DKIM', ok: false, found: record ?? 'nothing', next };
}

async function checkDmarc(resolver: Resolver, { domain }: SenderFacts): Promise<SenderCheck> {
  for (let name = domain; name.includes('.'); name = name.slice(name.indexOf('.') + 1)) {
    const [record] = await txtOf(resolver, `_dmarc.${name}`, /^v=DMARC1\s*(;|$)/i);
    if (record) return { name: 'DMARC', ok: true, found: `_dmarc.${name}: ${record}` };
  }
  const next = `Add a TXT record at _dmarc.${domain}: "v=DMARC1; p=none; rua=mailto:you@${domain}". Later p=quarantine.`;
  return { name: 'DMARC', ok: false, found: 'nothing', next };
}

const isAddress = (text: string) => /^[\d.]+$|:/.test(text);

async function addressesOf(resolver: Resolver, server: string): Promise<string[]> {
  if (isAddress(server)) return [server];
  const [four, six] = await Promise.all([listOf(resolver.resolve4(server)), listOf(resolver.resolve6(server))]);
  return [...four, ...six];
}

/** Forward-confirmed: the address has a name, and the name has the address. */
async function checkPtr(resolver: Resolver, { server }: SenderFacts): Promise<SenderCheck> {
  const addresses = await addressesOf(resolver, server);
  if (addresses.length === 0) {
    const next = `${server} has no address. Name the address that your mails leave from with --address.`;
    return { name: 'PTR', ok: false, found: 'nothing', next };
  }
  const found: string[] = [];
  for (const address of addresses) {
    const names = await listOf(resolver.reverse(address));
    const back = await Promise.all(names.map((name) => addressesOf(resolver, name)));
    const name = names.find((_name, place) => back[place]?.includes(address));
    found.push(`${address} is ${name ?? names[0] ?? 'nothing'}`);
    if (name) continue;
    const next = `Have the owner of ${address} set its reverse name (PTR) to a name that leads back to it. If your mails leave from another address, name it with --address.`;
    return { name: 'PTR', ok: false, found: found.join('; '), next };
  }
  return { name: 'PTR', ok: true, found: found.join('; ') };
}

async function checkMx(resolver: Resolver, returnDomain: string): Promise<SenderCheck> {
  const [first] = await listOf(resolver.resolveMx(returnDomain));
  if (first) return { name: 'MX', ok: true, found: `${returnDomain}: ${first.exchange}` };
  const next = `Nothing takes mails for ${returnDomain}, so none comes back: add an MX record, or leave MAIL_RETURN_PATH empty.`;
  return { name: 'MX', ok: false, found: 'nothing', next };
}

/** Looks up what receivers look up before they take our mails. Throws where the name server does not answer. */
export async function checkSender(resolver: Resolver, facts: SenderFacts): Promise<SenderCheck[]> {
  const { returnDomain } = facts;
  return Promise.all([
    checkSpf(resolver, facts),
    checkDkim(resolver, facts),
    checkDmarc(resolver, facts),
    checkPtr(resolver, facts),
    ...(returnDomain === null ? [] : [checkMx(resolver, returnDomain)]),
  ]);
}
