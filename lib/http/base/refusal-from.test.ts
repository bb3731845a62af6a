import { expect, test } from 'vitest';
import { refusalFrom } from './refusal-from';

const asThrown = (code: string) =>
  new Error('Failed query: select secret\nparams: ann@shop.example', {
    cause: Object.assign(new Error('canceling statement'), { code }),
  });

const faults = [
  ...['57014', '25P03', '25006', '53100', '53300', '57P01', '57P03', '08006', 'ECONNREFUSED', 'CONNECT_TIMEOUT'],
  ...['CONNECTION_SILENT', 'NO_CONNECTION_FREE'],
];

test.each(faults)(
  'what the database ends or cannot take with %s is a reason to try again, told without a word of it',
  (code) => {
    const refusal = refusalFrom(asThrown(code), 'req_x');
    expect(refusal).toMatchObject({ code: 'unavailable', status: 503, facts: { retryAfterSeconds: 5 } });
    expect(JSON.stringify(refusal.facts)).not.toMatch(/secret|ann@|cancel/);
  },
);

test('anything else is our own fault, told by the request’s id alone', () => {
  const refusal = refusalFrom(asThrown('42P01'), 'req_x');
  expect(refusal.code).toBe('internal');
  expect(refusal.facts.detail).toContain('req_x');
  expect(JSON.stringify(refusal.facts)).not.toMatch(/secret|ann@|cancel/);
});
