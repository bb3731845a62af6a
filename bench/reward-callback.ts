import { createHash, randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';

/** A signed and new callback's query, of ten coins. */
export function callbackOf(user: string, token: string): string {
  const values = { trans_uuid: randomUUID(), user_uuid: user, currency: 'Coins', coin_amount: '10' };
  const sid = createHash('sha1')
    .update(Object.values(values).join('') + token)
    .digest('hex');
  return `?${new URLSearchParams({ ...values, sid })}`;
}

export type Offer = { token: string; count: number; perSecond: number };

const users = 1_000;

/** Offers callbacks at a steady rate, however long the answers take. */
export async function offer(take: (search: string) => Promise<unknown>, { token, count, perSecond }: Offer) {
  const names = Array.from({ length: users }, () => randomUUID());
  const one = async (index: number) => {
    const search = callbackOf(names[index % users] ?? '', token);
    const from = performance.now();
    const isTaken = await take(search).then(
      () => true,
      () => false,
    );
    return { isTaken, ms: performance.now() - from };
  };
  const started = performance.now();
  const running: ReturnType<typeof one>[] = [];
  for (let index = 0; index < count; index++) {
    const early = started + (index * 1000) / perSecond - performance.now();
    if (early > 1) await pause(early);
    running.push(one(index));
  }
  const answers = await Promise.all(running);
  return { answers, ms: performance.now() - started };
}
