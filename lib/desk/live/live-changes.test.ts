import { expect, test } from 'vitest';
import { concernsAccess } from './live-changes';

const ann = { sessionId: 'ses_ann', userId: 'usr_ann' };

test.each([
  ['session', 'ses_ann', true],
  ['session.ended', 'ses_ann', true],
  ['session.switched', 'ses_ann', true],
  ['member', 'usr_ann', true],
  ['member.removed', 'usr_ann', true],
  ['member.removed', 'usr_bob', false],
  ['session.opened', 'ses_bob', false],
  ['session', 'ses_bob', false],
  ['payout.created', 'ses_ann', false],
])('%s of %s makes a line look whether its session still holds: %s', (word, subject, looks) => {
  expect(concernsAccess({ merchantId: 'mer_one', subject, word }, ann)).toBe(looks);
});
