import { parseArgs } from 'node:util';
import { connect } from '@/db/client';
import { type ChainKey, chainKeys } from '@/db/vocabulary';
import type { Context } from '@/lib/access/actor';
import { checksumAddress } from '@/lib/chains/address';
import { chainOf } from '@/lib/chains/registry';
import { systemClock } from '@/lib/kernel/clock';
import { configuredChains, env } from '@/lib/kernel/env';
import { Refusal } from '@/lib/kernel/errors';
import { formatAmount } from '@/lib/kernel/money';
import { type AccountView, addAccount, listAccounts, startAccount, stopAccount } from '@/lib/relay/accounts';
import { reportRelay } from '@/lib/relay/claims/report';

const usage = `Accounts of the portal that send claims and pay the network fee.

  add <chain>               makes an account with a key of its own, and says where to send currency
  add <chain> --treasury    makes the one account that fills up the others of a chain
  list                      shows each account, what it holds and for how many claims that is enough
  report                    says what hangs, and what the last 24 hours took, by merchant
  stop <address>            it takes nothing more; what is on its way goes on
  start <address>           it sends again`;

function end(message: string): never {
  console.error(message);
  process.exit(1);
}

function readArguments() {
  try {
    return parseArgs({ options: { treasury: { type: 'boolean', default: false } }, allowPositionals: true });
  } catch (error) {
    return end(`${error instanceof Error ? error.message : error}\n\n${usage}`);
  }
}

const { positionals, values } = readArguments();
const [verb, what = ''] = positionals;

function readChain(): ChainKey {
  const chain = chainKeys.find((key) => key === what);
  return chain ?? end(`"${what}" is no chain. Chains: ${chainKeys.join(', ')}.\n\n${usage}`);
}

function line({ chain, address, purpose, stop, balance, open, claimsLeft }: AccountView): string {
  const { currency } = chainOf(chain);
  const held =
    balance === null ? 'not looked at yet' : `${formatAmount(balance, currency.decimals)} ${currency.symbol}`;
  const left = claimsLeft === null || purpose === 'treasury' ? purpose : `about ${claimsLeft} claims`;
  return [chain, checksumAddress(address), held, left, `${open} on its way`, stop ?? 'sends'].join('  ');
}

async function act(ctx: Context): Promise<void> {
  if (verb === 'add') {
    const { address, chain } = await addAccount(ctx, readChain(), values.treasury ? 'treasury' : 'relay');
    const { name, currency } = chainOf(chain);
    console.log(
      `${checksumAddress(address)} is ready on ${name}. Send it ${currency.symbol}; it pays network fees with it.`,
    );
  } else if (verb === 'list') {
    const chains = chainKeys.filter((key) => configuredChains().includes(key));
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
