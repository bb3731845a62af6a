import { expect, test } from 'vitest';
import * as auth from '@/app/api/auth/[...nextauth]/route';
import { deskRoutes } from '@/app/api/desk/routes';
import { operatorRoutes } from '@/app/api/operator/routes';
import { routes } from '@/app/api/v1/routes';
import type { Resource, RouteHandler } from '@/lib/http/pipeline/resource';
import { servedRoutes } from '@/lib/http/testing/serve-routes';
import { systemClock } from '@/lib/kernel/clock';
import { env } from '@/lib/kernel/env';
import { createSetUpLink } from '@/lib/operators/links';
import { createSender } from '@/lib/outgoing/send';
import { operatorRules } from '@/lib/outgoing/target-url';
import { testWorld } from '@/lib/payouts/testing/world';
import { fanOut } from '@/lib/webhooks/events/fan-out';
import { createDeliverer } from '@/lib/webhooks/sending/deliver';
import * as steps from './steps';

const world = testWorld();

/** The framework finds the rest of such an address by itself. */
function authAt(action: string): Resource {
  const at = (handler: RouteHandler): RouteHandler =>
    Object.assign(
      (request: Request) => handler(request, { params: Promise.resolve({ nextauth: action.split('/') }) }),
      { path: `/api/auth/${action}` },
    );
  return { ...auth, GET: at(auth.GET), POST: at(auth.POST) };
}
const portal = servedRoutes([authAt('csrf'), authAt('callback/wallet'), ...routes, ...deskRoutes, ...operatorRoutes]);

test('the set-up link leads an operator, a platform, a merchant and a recipient to a payout that is paid, and to a webhook that says so', async () => {
  globalThis.drawbridgeConnection = world.database;
  const deliverer = createDeliverer({ sender: createSender({ rules: operatorRules, timeoutMs: 15_000 }) });
  const said: string[] = [];
  const place: steps.Place = {
    portal: portal.url,
    node: world.rpcUrl(),
    say: (text) => void said.push(text),
    open: async () => {},
    between: async () => {
      await world.settle();
      await fanOut(world.system());
      await deliverer.deliverDue(world.system(), new AbortController().signal);
      await deliverer.settled();
    },
  };
  const actor = { kind: 'system', job: 'test' } as const;
  const { url } = await createSetUpLink({ db: world.database.db, clock: systemClock, actor, requestId: 'test' });
  const operatorKey = await steps.becomeOperator(place, url, await steps.newWallet(place));
  const [vault, customer] = [await steps.newWallet(place), await steps.newWallet(place)];
  await steps.mintTo(place, await steps.newWallet(place), vault.address);
  const merchant = await steps.registerMerchant(place, operatorKey);
  await steps.placeVault(place, merchant, vault);
  const shop = await steps.startShop();
  env.WEBHOOK_ALLOWED_PRIVATE_HOSTS.push(`${merchant.id}@${shop.host}`);
  await shop.subscribe(place, merchant);
  await shop.hears(place, await steps.payAndClaim(place, merchant, customer));
  shop.close();
  env.WEBHOOK_ALLOWED_PRIVATE_HOSTS.pop();
  expect(said).toHaveLength(10);
});
