import { expect, test } from 'vitest';
import { finalityWords } from '@/components/desk/words/finality-words';
import { ruleWords } from './rule-words';

test('finality is said in words and an honest time', () => {
  expect(finalityWords({ finality: { confirmations: 3 }, blockSeconds: 1 })).toBe('after 3 blocks, about 3 seconds');
  expect(
    finalityWords({ finality: { tag: 'finalized', usualDepth: 64, depthWithoutTag: null }, blockSeconds: 12 }),
  ).toBe('when the network itself calls it final, usually after about 13 minutes');
});

test('a rule is said as a sentence, and no rule as what that means', () => {
  expect(ruleWords({ one_from: ' ', two_from: '', new_destination: false }, 'USDT')).toMatch(/every payout passes/);
  expect(ruleWords({ one_from: '100', two_from: '1000', new_destination: true }, 'USDT')).toBe(
    'So from 100 USDT one person approves, from 1000 USDT two people approve, a new destination needs one person; everything else passes by itself.',
  );
});
