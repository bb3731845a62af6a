import { parseArgs } from 'node:util';
import { connect } from '@/db/client';
import type { ChainKey } from '@/db/vocabulary/chains';
import type { Context } from '@/lib/access/actor';
import { checksumAddress } from '@/lib/chains/address';
import { chainOf, knownChains, readChainKey } from '@/lib/chains/registry';
import { configuredChains } from '@/lib/chains/served';
import { systemClock } from '@/lib/kernel/clock';
import { env } from '@/lib/kernel/env';
import { Refusal } from '@/lib/kernel/errors';
import { formatAmount } from '@/lib/kernel/money';
import {
  type AccountView,
  addAccount,
  addRemoteAccount,
  listAccounts,
  startAccount,
  stopAccount,
} from '@/lib/relay/accounts';
import { reportRelay } from '@/lib/relay/claims/report';

const usage = `Accounts of the portal that send claims and pay the network fee.

  add <chain>               makes an account with a key of its own, and says where to send currency
  add <chain> --treasury    makes the one account that fills up the others of a chain
  add <chain> --signer <url> --address <address>
                            an account whose key a service of yours keeps; shows the secret that it needs, then start it
  list                      shows each account, what it holds and for how many claims that is enough
  report                    says what hangs, and what the last 24 hours took, by merchant
  stop <address>            it takes nothing more; what is on its way goes on
  start <address>           it sends again, once it is proved that it can sign`;

function end(message: string): never {
  console.error(message);
  process.exit(1);
}

function readArguments() {
  try {
    const options = {
      ...{ treasury: { type: 'boolean' as const, default: false } },
      ...{ signer: { type: 'string' as const }, address: { type: 'string' as const } },
    };
    return parseArgs({ options, allowPositionals: true });
  } catch (error) {
    return end(`${error instanceof Error ? error.message : error}\n\n${usage}`);
  }
}

const { positionals, values } = readArguments();
const [verb, what = ''] = positionals;

function readChain(): ChainKey {
  const chains = knownChains().map(({ key }) => key);
  return readChainKey(what) ?? end(`"${what}" is no chain. Chains: ${chains.join(', ')}.\n\n${usage}`);
}

function line({ chain, address, purpose, stop, restCode, signerHost, ...holds }: AccountView): string {
  const { balance, open, claimsLeft } = holds;
  const { currency } = chainOf(chain);
  const held =
    balance === null ? 'not looked at yet' : `${formatAmount(balance, currency.decimals)} ${currency.symbol}`;
  const left = claimsLeft === null || purpose === 'treasury' ? purpose : `about ${claimsLeft} claims`;
  const state = stop ?? (restCode === null ? 'sends' : `cannot sign (${restCode})`);
  const key = signerHost === null ? [] : [`key at ${signerHost}`];
  return [chain, checksumAddress(address), held, left, `${open} on its way`, state, ...key].join('  ');
}

async function add(ctx: Context): Promise<void> {
  const chain = readChain();
  const { name, currency } = chainOf(chain);
  const purpose = values.treasury ? 'treasury' : 'relay';
  const { signer, address: given } = values;
  if (signer === undefined) {
    const { address } = await addAccount(ctx, chain, purpose);
    const what = `Send it ${currency.symbol}; it pays network fees with it.`;
    return console.log(`${checksumAddress(address)} is ready on ${name}. ${what}`);
  }
  if (given === undefined) return end(`Say by --address which key the service keeps.\n\n${usage}`);
  const { account, secret } = await addRemoteAccount(ctx, chain, purpose, { url: signer, address: given });
  console.log(
    [
      `${checksumAddress(account.address)} is set up on ${name}, and stopped. The secret of its service, shown once:`,
      secret,
      `Give it to the service, send the account ${currency.symbol}, then: npm run relay:account -- start ${account.address}`,
    ].join('\n'),
  );
}

async function act(ctx: Context): Promise<void> {
  if (verb === 'add') {
    await add(ctx);
  } else if (verb === 'list') {
    const chains = configuredChains();
    const accounts = await listAccounts(ctx.db, chains);
    console.log(accounts.length > 0 ? accounts.map(line).join('\n') : 'There are no relay accounts.');
  } else if (verb === 'report') {
    const { overdue, day } = await reportRelay(ctx.db, ctx.clock.now());
    const hanging = overdue.map(({ chain, nonce, status, because, since }) =>
      [chain, `nonce ${nonce ?? 'none yet'}`, because ?? status, `since ${since.toISOString()}`].join('  '),
    );
    console.log(['In no block after a minute:', ...(hanging.length > 0 ? hanging : ['nothing'])].join('\n'));
    const spent = day.map(({ merchant, chain, claims, waiting, networkFee, currency }) =>
      [merchant, chain, `${claims} claims`, `${waiting} waiting`, `${networkFee} ${currency}`].join('  '),
    );
    console.log(['The last 24 hours:', ...(spent.length > 0 ? spent : ['nothing'])].join('\n'));
  } else if (verb === 'stop') {
    await stopAccount(ctx, what);
    console.log(`${what} takes nothing more.`);
  } else if (verb === 'start') {
    await startAccount(ctx, what);
    console.log(`${what} sends again.`);
  } else end(usage);
}

const { db, close } = connect(env.DATABASE_URL, 1);
try {
  await act({ db, clock: systemClock, actor: { kind: 'system', job: 'relay-account' }, requestId: 'relay-account' });
} catch (error) {
  if (!(error instanceof Refusal)) throw error;
  process.exitCode = 1;
  console.error(error.message);
} finally {
  await close();
}
