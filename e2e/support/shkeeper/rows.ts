import { createHmac } from 'node:crypto';
import type { Manners } from './manners';
import { type Decimal, pythonJson, tenDecimals } from './python';
import type { HotWallet } from './wallet';

export type Row = {
  id: number;
  crypto: string;
  amount: Decimal;
  destination: string;
  externalId: string | null;
  callbackUrl: string | null;
  taskId: string | null;
  status: 'IN_PROGRESS' | 'SUCCESS' | 'FAIL';
  txid: string | null;
  createdAt: Date;
};
type Notice = { row: Row; attempts: number; done: boolean };

/** The server's own table of payouts, and the three jobs that walk it. */
export class Rows {
  readonly rows: Row[] = [];
  readonly #notices: Notice[] = [];
  readonly #wallet: HotWallet;
  readonly #manners: () => Manners;
  readonly #secret: () => string;

  constructor(wallet: HotWallet, manners: () => Manners, secret: () => string) {
    this.#wallet = wallet;
    this.#manners = manners;
    this.#secret = secret;
  }

  add(row: Omit<Row, 'id' | 'status' | 'txid' | 'createdAt'>): Row {
    const added: Row = { ...row, id: this.rows.length + 1, status: 'IN_PROGRESS', txid: null, createdAt: new Date() };
    this.rows.push(added);
    return added;
  }

  find(externalId: string, crypto?: string): Row | undefined {
    return this.rows.find((row) => row.externalId === externalId && (!crypto || row.crypto === crypto));
  }

  statusOf({ id, amount, crypto, destination, externalId, status, txid }: Row) {
    return { amount: tenDecimals(amount), crypto, destination, external_id: externalId, id, status, txid };
  }

  /** One run of each job; the original's scheduler starts them every 60 seconds. */
  async tick(): Promise<void> {
    for (const row of this.#open()) this.#followTask(row);
    for (const row of this.#open()) await this.#confirm(row);
    for (const notice of this.#notices.filter(({ done, attempts }) => !done && attempts < 7)) await this.#tell(notice);
  }

  #open(): Row[] {
    const since = Date.now() - 86_400_000;
    return this.rows.filter(({ status, createdAt }) => status === 'IN_PROGRESS' && createdAt.getTime() > since);
  }

  #followTask(row: Row): void {
    const task = row.taskId ? this.#wallet.tasks.get(row.taskId) : undefined;
    if (task?.status === 'FAILURE') row.status = 'FAIL';
    if (task?.status === 'SUCCESS' && Array.isArray(task.result)) row.txid = task.result[0]?.txids[0] ?? null;
  }

  async #confirm(row: Row): Promise<void> {
    if (!row.txid || row.status !== 'IN_PROGRESS') return;
    if ((await this.#wallet.confirmationsOf(`0x${row.txid.replace(/^0x/, '')}`)) <= 1) return;
    row.status = 'SUCCESS';
    if (row.callbackUrl && this.#manners().callbacks) this.#notices.push({ row, attempts: 0, done: false });
  }

  async #tell(notice: Notice): Promise<void> {
    notice.attempts += 1;
    const { url, body, headers } = this.callbackOf(notice.row);
    const answer = await fetch(url, { method: 'POST', body, headers, redirect: 'manual' }).catch(() => null);
    notice.done = answer?.status === 202;
  }

  /** The callback of one payout as it goes out now: the time is fresh with every attempt. */
  callbackOf(row: Row): { url: string; body: string; headers: Record<string, string> } {
    const amount = tenDecimals(row.amount);
    const body = pythonJson({
      amount,
      amount_fiat: amount,
      crypto: row.crypto,
      currency_fiat: 'USD',
      external_id: row.externalId,
      payout_id: row.id,
      status: 'SUCCESS',
      timestamp: row.createdAt.toISOString().slice(0, 19),
      tx_hash: row.txid,
    });
    const timestamp = String(Math.floor(Date.now() / 1000));
    const signature = createHmac('sha256', this.#secret()).update(`${timestamp}.${body}`).digest('hex');
    const headers = {
      'User-Agent': 'python-requests/2.28.1',
      'Content-Type': 'application/json',
      'X-Shkeeper-Timestamp': timestamp,
      'X-Shkeeper-Signature': signature,
    };
    return { url: row.callbackUrl ?? '', body, headers };
  }
}
