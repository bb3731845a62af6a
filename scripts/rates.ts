import { connect } from '@/db/client';
import { systemClock } from '@/lib/kernel/clock';
import { env } from '@/lib/kernel/env';
import { wantedCurrencies } from '@/lib/rates/currencies';
import { showRatio } from '@/lib/rates/ratio';
import { type FeedView, type RatesView, viewRates } from '@/lib/rates/view-rates';

/** Shows how each feed answers, what each currency is worth now, and what was left out of it; 1 where one has no price. */

function lineOfFeed({ feed, state, answeredAt, trouble }: FeedView): string {
  return [feed, state, answeredAt ? `answered ${answeredAt.toISOString()}` : 'never answered', trouble ?? '']
    .filter(Boolean)
    .join('  ');
}

function linesOfPrice({ currency, price, because, kept, leftOut, closed }: RatesView['prices'][number]): string[] {
  const worth = price ? `${showRatio(price)} USD` : `no price: ${because}`;
  const told = kept.map(
    (one) => `  ${one.feed} ${showRatio(one.price)} ${one.against} of ${one.observedAt.toISOString()}`,
  );
  const out = leftOut.map(
    ({ reading, because: why }) => `  ${reading.feed} ${showRatio(reading.price)} ${reading.against}, ${why}`,
  );
  return [`${currency}  ${worth}${closed ? '  market closed' : ''}`, ...told, ...out];
}

if (env.RATE_FEEDS.length === 0) {
  console.log('Rates are off: RATE_FEEDS names no feed. Fees are flat then.');
} else {
  const { db, close } = connect(env.DATABASE_URL, 1);
  try {
    const { feeds, prices } = await viewRates(db, env.RATE_FEEDS, wantedCurrencies(), systemClock.now());
    console.log([...feeds.map(lineOfFeed), '', ...prices.flatMap(linesOfPrice)].join('\n'));
    if (prices.some(({ price }) => price === null)) process.exitCode = 1;
  } finally {
    await close();
  }
}
