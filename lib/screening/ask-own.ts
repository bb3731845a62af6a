import { z } from 'zod';
import type { ScreenerAnswer } from '@/db/schema';
import { type ScreeningLevel, screeningLevels } from '@/db/vocabulary/screening';
import { checksumAddress } from '@/lib/chains/address';
import { standard } from '@/lib/dialects/standard';
import type { Clock } from '@/lib/kernel/clock';
import { newId } from '@/lib/kernel/ids';
import { log } from '@/lib/kernel/log';
import { formatAmount } from '@/lib/kernel/money';
import { unseal } from '@/lib/kernel/secrets';
import { lineOfText } from '@/lib/kernel/text';
import { mayAsk, noteAsked } from '@/lib/outgoing/breaker';
import { createSender, type Outcome } from '@/lib/outgoing/send';
import { operatorRules } from '@/lib/outgoing/target-url';
import { type Screened, silent } from './answer';
import type { ScreeningSettings } from './store';

/** A recipient or a payer waits for it. */
const timeoutMs = 2_000;
const sender = createSender({ rules: operatorRules, timeoutMs });

/** From here on the payout is kept from being paid. */
const against: readonly ScreeningLevel[] = ['high', 'severe'];

const words = lineOfText(200).nullish();
/** Other fields may stand in it; `unknown` is the honest answer of one who cannot tell. */
const answer = z.object({
  level: z
    .string()
    .max(20)
    .transform((text) => text.toLowerCase())
    .pipe(z.enum([...screeningLevels, 'unknown'])),
  category: words,
  name: words,
});

export type Screener = { merchantId: string; url: string; sealedSecret: string };

export function screenerOf(settings: ScreeningSettings | null): Screener | null {
  if (!settings?.screenerUrl || !settings.screenerSecret) return null;
  return { merchantId: settings.merchantId, url: settings.screenerUrl, sealedSecret: settings.screenerSecret };
}

/** Asks a merchant's own screener, proved as webhooks of the standard dialect are. At most two seconds; never throws. */
export async function askOwn(clock: Clock, screener: Screener, screened: Screened): Promise<ScreenerAnswer> {
  const { merchantId, url } = screener;
  const { host } = new URL(url);
  // One that is away holds up nobody for longer than it must.
  const breaker = `screener ${merchantId} ${url}`;
  if (!mayAsk(breaker, performance.now()))
    return silent('own', 'It did not answer just now, and is left alone.', { host });
  const at = clock.now();
  const request = {
    method: 'POST' as const,
    url,
    headers: { 'content-type': 'application/json' },
    body: bodyOf(screened),
  };
  const secret = open(screener);
  if (secret === null) return silent('own', 'Its secret does not open.', { host });
  const proof = { signing: 'hmac' as const, secrets: [secret] };
  const signed = standard.sign(request, proof, { id: newId('request', at.getTime()), at, merchantId });
  const outcome = await sender.send(signed, merchantId);
  const said = readAnswer(outcome, host);
  noteAsked(breaker, outcome.status !== null, performance.now());
  return said;
}

/** Null where SECRETS_KEY is not the one that it was sealed with. */
function open({ merchantId, sealedSecret }: Screener): string | null {
  try {
    return unseal(sealedSecret, `screener ${merchantId}`);
  } catch (error) {
    log.error({ merchantId, err: error }, 'the secret of a screener does not open');
    return null;
  }
}

function bodyOf({ address, chain, net, decimals, symbol, payoutId }: Screened): string {
  const amount = formatAmount(net, decimals);
  return JSON.stringify({ address: checksumAddress(address), chain, amount, asset: symbol, payout_id: payoutId });
}

function readAnswer({ status, answer: body, error, durationMs }: Outcome, host: string): ScreenerAnswer {
  const facts = { host, took_ms: durationMs };
  if (status === null) return silent('own', error ?? 'No answer came.', facts);
  if (status !== 200) return silent('own', `The answer was ${status}.`, facts);
  const { data } = answer.safeParse(readJson(body ?? ''));
  if (!data) return silent('own', 'The answer cannot be read.', facts);
  if (data.level === 'unknown') return silent('own', 'It cannot tell.', facts);
  const { level, category = null, name = null } = data;
  const said = against.includes(level) ? ('listed' as const) : ('clear' as const);
  return { screener: 'own', said, level, category, name, facts };
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
