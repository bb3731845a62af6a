import { expect, test } from 'vitest';
import { csvDownload } from './csv-download';

const now = new Date('2026-01-31T12:00:00.000Z');

function counted() {
  const state = { made: 0, ended: false };
  async function* lines() {
    try {
      for (;;) {
        state.made += 1;
        yield `line ${state.made}\r\n`;
      }
    } finally {
      state.ended = true;
    }
  }
  return { state, lines: lines() };
}

test('it is saved as a file, kept nowhere on the way, and its name is ours alone', () => {
  expect(csvDownload('payouts', now, counted().lines).headers).toEqual({
    'Content-Type': 'text/csv; charset=utf-8; header=present',
    'Cache-Control': 'no-store',
    'Content-Disposition': 'attachment; filename="payouts-2026-01-31.csv"',
  });
});

test('a spreadsheet knows by its first bytes that it is UTF-8, and they stand there once', async () => {
  async function* lines() {
    yield 'Größe\r\n';
    yield 'weiß\r\n';
  }
  const bytes = await new Response(csvDownload('payouts', now, lines()).stream).bytes();
  expect(Buffer.from(bytes).toString('utf8')).toBe('\ufeffGröße\r\nweiß\r\n');
});

test('no more is made than is taken, and nothing once the reader has left', async () => {
  const { state, lines } = counted();
  const reader = csvDownload('payouts', now, lines).stream.getReader();
  for (let taken = 0; taken < 3; taken++) await reader.read();
  expect(state.made).toBeLessThanOrEqual(4);
  await reader.cancel();
  expect(state.ended).toBe(true);
  const made = state.made;
  expect((await lines.next()).done).toBe(true);
  expect(state.made).toBe(made);
});

test('a file that could not be made to its end breaks off instead of looking whole', async () => {
  async function* lines() {
    yield 'id\r\n';
    throw new Error('the database is gone');
  }
  const text = new Response(csvDownload('payouts', now, lines()).stream).text();
  await expect(text).rejects.toThrow();
});
