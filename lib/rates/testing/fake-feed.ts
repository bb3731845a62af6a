import http from 'node:http';
import type { AddressInfo } from 'node:net';
import type { RateFeedKey } from '@/db/vocabulary/rates';

/** Prices in dollars, or units per euro for the central bank, with 8 decimals. */
export type Prices = Record<string, bigint>;
export type HttpFeedKey = Exclude<RateFeedKey, 'chainlink'>;

export type FakeFeed = {
  url: string;
  prices: Prices;
  manner: 'right' | 'down' | 'slow' | 'rubbish';
  /** What it takes for now. */
  now(): Date;
  asked: string[];
  close(): Promise<void>;
};

const text = (units: bigint) => `${units / 100_000_000n}.${String(units % 100_000_000n).padStart(8, '0')}`;

/** Each exchange's own names, as in its documentation, and the answer that it gives to them. */
const wires: Record<HttpFeedKey, (path: string, feed: FakeFeed) => string | null> = {
  kraken(path, feed) {
    const pair = /^\/0\/public\/Ticker\?pair=(\w+)$/.exec(path)?.[1] ?? '';
    const currency = pair.startsWith('USD') && pair.length === 6 ? pair.slice(3) : pair.slice(0, -3);
    const price = priceOf(feed, currency);
    if (!price) return '{"error":["EQuery:Unknown asset pair"]}';
    const told = pair.startsWith('USD') && pair.length === 6 ? 10n ** 16n / price : price;
    const [bid, ask] = [text(told - told / 10_000n), text(told + told / 10_000n)];
    const result = {
      [`X${currency}ZUSD`]: { a: [ask, '1', '1.000'], b: [bid, '2', '2.000'], c: [bid, '0.1'], o: bid },
    };
    return JSON.stringify({ error: [], result });
  },
  coinbase(path, feed) {
    const price = priceOf(feed, /^\/products\/(\w+)-USD\/ticker$/.exec(path)?.[1]);
    if (!price) return null;
    const time = feed.now().toISOString().replace('Z', '123Z');
    const told = {
      trade_id: 1,
      size: '0.1',
      time,
      volume: '9',
      price: text(price),
      bid: text(price),
      ask: text(price),
    };
    return JSON.stringify(told);
  },
  bitstamp(path, feed) {
    const price = priceOf(feed, /^\/api\/v2\/ticker\/(\w+)usd\/$/.exec(path)?.[1]?.toUpperCase());
    if (!price) return null;
    const timestamp = String(Math.floor(feed.now().getTime() / 1000));
    return JSON.stringify({ timestamp, last: text(price), bid: text(price), ask: text(price), vwap: '1', open: '1' });
  },
  binance(path, feed) {
    const symbol = /^\/api\/v3\/ticker\/bookTicker\?symbol=(\w+)USDT$/.exec(path)?.[1];
    const price = priceOf(feed, symbol);
    if (!price) return null;
    return JSON.stringify({
      symbol: `${symbol}USDT`,
      bidPrice: text(price),
      bidQty: '1',
      askPrice: text(price),
      askQty: '1',
    });
  },
  ecb(path, feed) {
    if (path !== '/stats/eurofxref/eurofxref-daily.xml') return null;
    const rows = Object.keys(feed.prices).map(
      (currency) => `<Cube currency='${currency}' rate='${text(priceOf(feed, currency) ?? 0n)}'/>`,
    );
    const day = feed.now().toISOString().slice(0, 10);
    return `<?xml version="1.0" encoding="UTF-8"?>
<gesmes:Envelope xmlns:gesmes="http://www.gesmes.org/xml/2002-08-01" xmlns="http://www.ecb.int/vocabulary/2002-08-01/eurofxref">
<gesmes:subject>Reference rates</gesmes:subject><Cube><Cube time='${day}'>${rows.join('\n')}</Cube></Cube></gesmes:Envelope>`;
  },
};

function priceOf({ prices }: FakeFeed, currency = ''): bigint | null {
  return prices[currency] ?? null;
}

/** An exchange, or the central bank, on loopback: it speaks as the real one does, and may lie, stand still or be away. */
export async function startFakeFeed(key: HttpFeedKey, prices: Prices, now: () => Date): Promise<FakeFeed> {
  const server = http.createServer(({ url: path = '' }, response) => {
    feed.asked.push(path);
    if (feed.manner === 'slow') return;
    if (feed.manner === 'down') return void response.writeHead(503).end('down');
    const answer = feed.manner === 'rubbish' ? '<html>Just a moment…</html>' : wires[key](path, feed);
    response.writeHead(answer === null ? 404 : 200).end(answer ?? '{"message":"NotFound"}');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = address(server.address());
  const feed: FakeFeed = {
    ...{ url: `http://127.0.0.1:${port}`, prices, manner: 'right', now, asked: [] },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  return feed;
}

function address(found: AddressInfo | string | null): AddressInfo {
  if (found === null || typeof found === 'string') throw new Error('The server has no port');
  return found;
}
