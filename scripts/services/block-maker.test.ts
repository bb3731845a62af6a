import { describe, expect, it } from 'vitest';
import { isBlockDue } from './block-maker';

const idle = { pending: false, emptyBlocks: 10, sinceBlockMs: 0, sinceBusyMs: 60_000 };

describe('isBlockDue', () => {
  it('makes a block a second while a transfer waits or the last one is not deep yet', () => {
    expect(isBlockDue({ ...idle, pending: true, sinceBlockMs: 1_000 })).toBe(true);
    expect(isBlockDue({ ...idle, emptyBlocks: 5, sinceBlockMs: 1_000 })).toBe(true);
    expect(isBlockDue({ ...idle, pending: true, sinceBlockMs: 500 })).toBe(false);
  });

  it('keeps an idle chain’s clock with a block every 15 seconds, and every minute after an hour', () => {
    expect(isBlockDue({ ...idle, sinceBlockMs: 14_000 })).toBe(false);
    expect(isBlockDue({ ...idle, sinceBlockMs: 15_000 })).toBe(true);
    expect(isBlockDue({ ...idle, sinceBlockMs: 15_000, sinceBusyMs: 4_000_000 })).toBe(false);
    expect(isBlockDue({ ...idle, sinceBlockMs: 60_000, sinceBusyMs: 4_000_000 })).toBe(true);
  });
});
