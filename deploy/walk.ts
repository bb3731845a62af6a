import { execFile } from 'node:child_process';
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs, promisify } from 'node:util';
import * as steps from './steps';
import type { Visitor } from './visitor';

// Walks from the first operator of an empty installation to a webhook about a payout that is paid, on an anvil. All keys are made here.
//   npm run walk -- --portal http://localhost:3000 --node http://127.0.0.1:8545 --inside 'docker compose exec -T -e DEPLOYER_KEY portal'
// `--allow`: a command that sets WEBHOOK_ALLOWED_PRIVATE_HOSTS, which it finds in its environment, and starts the portal again; without it
// no webhook is heard. `--shop`: the address of this machine as the portal sees it.
const { values } = parseArgs({
  options: {
    portal: { type: 'string', default: 'http://localhost:3000' },
    node: { type: 'string', default: 'http://127.0.0.1:8545' },
    inside: { type: 'string', default: 'env' },
    link: { type: 'string' },
    allow: { type: 'string' },
    shop: { type: 'string', default: '127.0.0.1' },
  },
});
const begun = Date.now();
const place: steps.Place = {
  portal: values.portal,
  node: values.node,
  say: (text) => console.log(`${((Date.now() - begun) / 1000).toFixed(1).padStart(6)} s  ${text}`),
  open: (visitor: Visitor, path: string) => visitor.page(path),
  between: () => pause(500),
};

const execute = promisify(execFile);

/** Runs a script of the project where the portal is. */
async function run(script: string, args: readonly string[] = [], more: Record<string, string> = {}): Promise<string> {
  const [program = 'env', ...before] = values.inside.split(' ');
  const command = [...before, 'node', 'scripts/run.js', `scripts/${script}.ts`, ...args];
  return (await execute(program, command, { env: { ...process.env, ...more } })).stdout;
}

/** Tells the portal which private address the merchant's server has, and waits until it is back with that. */
async function allow(command: string, merchantId: string, host: string): Promise<void> {
  const env = { ...process.env, WEBHOOK_ALLOWED_PRIVATE_HOSTS: `${merchantId}@${host}` };
  await execute('sh', ['-c', command], { env });
  const isBack = () =>
    fetch(new URL('/api/health', place.portal)).then(
      ({ ok }) => ok,
      () => false,
    );
  while (!(await isBack())) await place.between();
  place.say('The portal was started again with the address of the merchant’s server.');
}

const [operator, deployer, vault, customer] = await Promise.all([1, 2, 3, 4].map(() => steps.newWallet(place)));
if (!operator || !deployer || !vault || !customer) throw new Error('There are no wallets.');
const link = values.link ?? /\S+\/operator\/set-up\/\S+/.exec(await run('operator-invite'))?.[0] ?? '';
const operatorKey = await steps.becomeOperator(place, link, operator);
const told = await run('deploy-contract', ['--chain', 'local'], { DEPLOYER_KEY: deployer.key });
place.say(told.trim().split('\n').at(-1) ?? '');
await steps.mintTo(place, deployer, vault.address);
const merchant = await steps.registerMerchant(place, operatorKey);
await steps.placeVault(place, merchant, vault);
const shop = values.allow ? await steps.startShop(values.shop) : null;
if (shop && values.allow) {
  await allow(values.allow, merchant.id, shop.host);
  await shop.subscribe(place, merchant);
}
const payoutId = await steps.payAndClaim(place, merchant, customer);
await shop?.hears(place, payoutId);
shop?.close();
