import { randomUUID } from 'node:crypto';
import type { Manners } from './manners';
import { type Decimal, readDecimal } from './python';
import type { Row, Rows } from './rows';
import type { Crypto, HotWallet } from './wallet';

export type Answer = { status: number; body?: unknown; location?: string; broken?: true };

const failed = (message: string): Answer => ({ status: 500, body: { status: 'error', message } });

type Parts = { amount: Decimal; destination: string; externalId: string | null; callbackUrl: string | null };

const textOf = (value: unknown) => (value === undefined || value === null ? null : String(value));

/** A callback address that the server cannot use, in its words; null where it can. */
function explainCallback(url: string): string | null {
  if (!URL.canParse(url)) return `Invalid callback_url: ${url}`;
  return /^https?:\/\//.test(url) ? null : `Invalid callback_url scheme: ${url}`;
}

/** `POST /api/v1/<crypto>/payout` and `/multipayout`, behind their login. */
export class Payouts {
  readonly #cryptos: readonly Crypto[];
  readonly #rows: Rows;
  readonly #wallet: HotWallet;
  readonly #manners: () => Manners;

  constructor(cryptos: readonly Crypto[], rows: Rows, wallet: HotWallet, manners: () => Manners) {
    this.#cryptos = cryptos;
    this.#rows = rows;
    this.#wallet = wallet;
    this.#manners = manners;
  }

  async single(name: string, raw: string): Promise<Answer> {
    const body = readObject(raw);
    if (!body) return failed(badRequest);
    const crypto = this.#cryptos.find((known) => known.name === name);
    if (!crypto) return failed(`Unknown crypto: ${name}`);
    const parts = this.#read(crypto, body);
    if ('status' in parts) return parts;
    const { reservesRow } = this.#manners();
    const reserved = reservesRow ? this.#rows.add({ ...parts, crypto: name, taskId: null }) : null;
    const taskId = randomUUID();
    const answer = await this.#submit(crypto, parts, taskId);
    if (answer) {
      if (reserved) reserved.status = 'FAIL';
      return answer;
    }
    if (reserved) reserved.taskId = taskId;
    else this.#rows.add({ ...parts, crypto: name, taskId });
    if (this.#manners().breakAfterSubmit) return { status: 0, broken: true };
    return { status: 200, body: { external_id: parts.externalId, task_id: taskId } };
  }

  /** In the order of the original's checks: the id, the callback, who may pay there, then the keys as Python meets them. */
  #read(crypto: Crypto, body: Record<string, unknown>): Parts | Answer {
    const externalId = textOf(body.external_id);
    if (externalId && this.#rows.find(externalId, crypto.name)) {
      return failed(`Payout with this external_id already exists: ${externalId}`);
    }
    const callbackUrl = textOf(body.callback_url);
    const fault = callbackUrl === null ? null : explainCallback(callbackUrl);
    if (fault) return failed(fault);
    if (!('destination' in body)) return failed("'destination'");
    const destination = String(body.destination);
    const { storeUserOf } = this.#manners();
    if (storeUserOf && storeUserOf.toLowerCase() !== destination.toLowerCase()) {
      return failed(`Payout destination must be the configured cold wallet (${storeUserOf})`);
    }
    if (!('amount' in body)) return failed("'amount'");
    const amount = readDecimal(String(body.amount));
    if (!amount) return failed("[<class 'decimal.ConversionSyntax'>]");
    if (!('fee' in body)) return failed("'fee'");
    return { amount, destination, externalId, callbackUrl };
  }

  /** Hands the order to the wallet; null where that took it in time. */
  async #submit(crypto: Crypto, { amount, destination, ...rest }: Parts, taskId: string): Promise<Answer | null> {
    const { walletDown, refuse, multistore, readTimeoutMs } = this.#manners();
    const host = "HTTPConnectionPool(host='wallet', port=6000)";
    if (walletDown) return failed(`${host}: Max retries exceeded with url: /${crypto.name}/payout`);
    const row: Omit<Row, 'id' | 'status' | 'txid' | 'createdAt'> = {
      ...{ crypto: crypto.name, amount, destination, taskId: null },
      ...rest,
    };
    const bad = multistore && !/^0x[0-9a-fA-F]{40}$/.test(destination);
    const words = bad ? `Bad destination address in {'dest': '${destination}'}` : refuse;
    if (words) {
      if (!this.#manners().reservesRow) this.#rows.add(row);
      return { status: 200, body: { external_id: rest.externalId, msg: words, status: 'error' } };
    }
    const taken = this.#wallet.order(taskId, { crypto, destination, amount }).then(() => true);
    const { promise, resolve } = Promise.withResolvers<false>();
    const timer = setTimeout(resolve, readTimeoutMs, false);
    const inTime = await Promise.race([taken, promise]);
    clearTimeout(timer);
    return inTime ? null : failed(`${host}: Read timed out. (read timeout=${readTimeoutMs / 1000})`);
  }
}

const badRequest = '400 Bad Request: The browser (or proxy) sent a request that this server could not understand.';

export function readObject(raw: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(raw);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : null;
  } catch {
    return null;
  }
}
