import { parseArgs } from 'node:util';
import { connect } from '@/db/client';
import { readIdentity } from '@/lib/access/identity';
import { systemClock } from '@/lib/kernel/clock';
import { env } from '@/lib/kernel/env';
import { Refusal } from '@/lib/kernel/errors';
import { inviteOwner } from '@/lib/merchants/invite-owner';

const usage = `Invites the first owner of a merchant, who accepts by signing in.

  --merchant <name>     makes a merchant of this name …
  --merchant-id <id>    … or invites to one that is there
  --email <address>     who is invited: a mail address …
  --wallet <address>    … or a wallet
  --test                the new merchant is in test mode`;

function end(message: string): never {
  console.error(message);
  process.exit(1);
}

const options = {
  merchant: { type: 'string' },
  'merchant-id': { type: 'string' },
  email: { type: 'string' },
  wallet: { type: 'string' },
  test: { type: 'boolean', default: false },
} as const;

function readArguments() {
  try {
    return parseArgs({ options }).values;
  } catch (error) {
    return end(`${error instanceof Error ? error.message : error}\n\n${usage}`);
  }
}

const { merchant, 'merchant-id': id, email, wallet, test } = readArguments();
const name = merchant?.trim();
if (!name === !id || !email === !wallet) end(usage);

const { db, close } = connect(env.DATABASE_URL, 1);
const actor = { kind: 'system', job: 'invite-owner' } as const;
try {
  const owner = readIdentity(
    email ? { kind: 'email', value: email } : { kind: 'wallet', value: wallet ?? '' },
    'owner',
  );
  const made = await inviteOwner(
    { db, clock: systemClock, actor, requestId: 'invite-owner' },
    { merchant: id ? { id } : { name: name ?? '', testMode: test }, owner },
  );
  const signIn = new URL('/sign-in', env.BASE_URL).href;
  console.log(
    `Merchant ${made.merchantId}. ${made.invite.identity.value} becomes its owner by signing in at ${signIn}`,
  );
  console.log(`The invitation ends at ${made.invite.expires_at}; run this again with --merchant-id for a new one.`);
} catch (error) {
  if (!(error instanceof Refusal)) throw error;
  process.exitCode = 1;
  console.error(error.message);
} finally {
  await close();
}
