import { z } from 'zod';
import { type Ask, askAt, type Place, Silent } from './ask';
import { type Answered, type Feed, join, type Reading, readingOf, troubled, wordsOf } from './feed';
import { between, one, over, type Ratio, readRatio } from './ratio';

/** What an exchange says of its time may be so old: its last trade, or the last change of its book, in seconds. */
const quietSeconds = 300;

const price = z.string().transform((text, ctx) => {
  const value = readRatio(text);
  if (value) return value;
  ctx.addIssue({ code: 'custom', message: 'no positive decimal number' });
  return z.NEVER;
});

type Told = { price: Ratio; observedAt: Date | null };
type Exchange = {
  key: Reading['feed'];
  url: string;
  against: Reading['against'];
  /** Its own name of each pair; `inverse` where it says how many of the currency a dollar is. */
  pairs: Readonly<Record<string, string | { inverse: string }>>;
  path(pair: string): string;
  /** Throws what it cannot read. */
  read(body: unknown): Told;
};

const kraken: Exchange = {
  key: 'kraken',
  url: 'https://api.kraken.com',
  against: 'USD',
  pairs: {
    ...{ ETH: 'ETHUSD', BNB: 'BNBUSD', POL: 'POLUSD', USDT: 'USDTUSD', USDC: 'USDCUSD', EUR: 'EURUSD', GBP: 'GBPUSD' },
    ...{ AUD: 'AUDUSD', JPY: { inverse: 'USDJPY' }, CHF: { inverse: 'USDCHF' }, CAD: { inverse: 'USDCAD' } },
  },
  path: (pair) => `/0/public/Ticker?pair=${pair}`,
  // It names the pair by a name of its own, so one is asked for at a time.
  read(body) {
    const { error, result = {} } = krakenAnswer.parse(body);
    if (error[0]) throw new Error(error[0]);
    const [ticker, ...others] = Object.values(result);
    if (!ticker || others.length > 0) throw new SyntaxError();
    return { price: middle({ bid: ticker.b[0], ask: ticker.a[0] }), observedAt: null };
  },
};
const book = z.tuple([price], z.unknown());
const krakenAnswer = z.object({
  error: z.array(z.string()),
  result: z.record(z.string(), z.object({ a: book, b: book })).optional(),
});

const coinbase: Exchange = {
  key: 'coinbase',
  url: 'https://api.exchange.coinbase.com',
  against: 'USD',
  pairs: { ETH: 'ETH-USD', BNB: 'BNB-USD', POL: 'POL-USD', USDT: 'USDT-USD' },
  path: (pair) => `/products/${pair}/ticker`,
  read(body) {
    const { bid, ask, time } = coinbaseAnswer.parse(body);
    return { price: middle({ bid, ask }), observedAt: new Date(time) };
  },
};
const coinbaseAnswer = z.object({ bid: price, ask: price, time: z.iso.datetime() });

const bitstamp: Exchange = {
  key: 'bitstamp',
  url: 'https://www.bitstamp.net',
  against: 'USD',
  pairs: { ETH: 'ethusd', POL: 'polusd', USDT: 'usdtusd', USDC: 'usdcusd', EUR: 'eurusd', GBP: 'gbpusd' },
  path: (pair) => `/api/v2/ticker/${pair}/`,
  read(body) {
    const { bid, ask, timestamp } = bitstampAnswer.parse(body);
    return { price: middle({ bid, ask }), observedAt: new Date(Number(timestamp) * 1000) };
  },
};
const bitstampAnswer = z.object({ bid: price, ask: price, timestamp: z.string().regex(/^\d{9,11}$/) });

/** Counts in USDT, which is worth what the other feeds say, and not a dollar by definition. */
const binance: Exchange = {
  key: 'binance',
  url: 'https://api.binance.com',
  against: 'USDT',
  pairs: { ETH: 'ETHUSDT', BNB: 'BNBUSDT', POL: 'POLUSDT', USDC: 'USDCUSDT', EUR: 'EURUSDT' },
  path: (pair) => `/api/v3/ticker/bookTicker?symbol=${pair}`,
  read(body) {
    const { bidPrice: bid, askPrice: ask } = binanceAnswer.parse(body);
    return { price: middle({ bid, ask }), observedAt: null };
  },
};
const binanceAnswer = z.object({ bidPrice: price, askPrice: price });

export const exchanges = { kraken, coinbase, bitstamp, binance };

/** A book whose buyers offer more than its sellers ask for is no book. */
function middle({ bid, ask }: { bid: Ratio; ask: Ratio }): Ratio {
  if (bid.numerator * ask.denominator > ask.numerator * bid.denominator) throw new SyntaxError();
  return between(bid, ask);
}

/** Asked for one pair after the other; a pair that it does not list hinders no other. */
export function exchangeFeed(exchange: Exchange, place: Place): Feed {
  const ask = askAt(place);
  return {
    key: exchange.key,
    everySeconds: 10,
    async read(currencies, now) {
      const answers: Answered[] = [];
      for (const currency of currencies.filter((name) => exchange.pairs[name])) {
        try {
          answers.push(readingOf(...(await readPair(exchange, ask, currency)), now));
        } catch (error) {
          answers.push(troubled(currency, wordsOf(error)));
          if (error instanceof Silent) break;
        }
      }
      return join(answers);
    },
  };
}

async function readPair({ key: feed, against, pairs, path, read }: Exchange, ask: Ask, currency: string) {
  const pair = pairs[currency] ?? '';
  const told = read(JSON.parse(await ask(path(typeof pair === 'string' ? pair : pair.inverse))));
  const price = typeof pair === 'string' ? told.price : over(one, told.price);
  return [
    { feed, currency, against },
    { ...told, price, maxAgeSeconds: quietSeconds },
  ] as const;
}
