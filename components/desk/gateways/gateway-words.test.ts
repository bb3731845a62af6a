import { expect, test } from 'vitest';
import { faultOf } from '@/components/desk/frame/faults';
import { inOwnWords } from './gateway-words';

const said = 'The gateway said: Bad HTTP Basic Auth credentials';
const refused = {
  code: 'gateway_login_refused',
  title: 'The gateway does not accept this login',
  detail: said,
} as const;

test('what keeps a gateway from being set up is said at its field in our words, with those of the gateway behind them', () => {
  const problem = inOwnWords({ ...refused, errors: [{ field: 'password', detail: said }] });
  expect(faultOf(problem, 'password')).toBe(`The server does not accept this login and password. ${said}`);
  expect(faultOf(inOwnWords({ ...refused, field: 'password' }), 'password')).toBe(
    `The server does not accept this login and password. ${said}`,
  );
});

test('what is refused for another reason is left as it is', () => {
  const other = { code: 'rate_limited', title: 'Too many', detail: 'Wait a minute.' } as const;
  expect(inOwnWords(other)).toBe(other);
  expect(inOwnWords(null)).toBeNull();
});
