import { type Hex, parseAbiItem } from 'viem';
import { generatePrivateKey, privateKeyToAddress } from 'viem/accounts';
import type { DemoAccountName } from '@/demo/accounts';
import { demoAccount } from '@/demo/accounts';
import { askPayment } from '@/lib/by-hand/ask';
import { declareUnsigned } from '@/lib/by-hand/declare-unsigned';
import { giveUpPayouts, holdPayouts } from '@/lib/by-hand/hold';
import { listPayable } from '@/lib/by-hand/list';
import { preparePayment } from '@/lib/by-hand/prepare';
import { recordPayment } from '@/lib/by-hand/record-made-elsewhere';
import { rejectPayment, reportPayment } from '@/lib/by-hand/report';
import { followPayments } from '@/lib/by-hand/sightings/follow';
import { type PreparedSigning, prepareBody } from '@/lib/by-hand/sightings/schema';
import { writeOffPayment } from '@/lib/by-hand/write-off';
import { testUsdtAddress } from '@/lib/chains/deployments';
import { Refusal } from '@/lib/kernel/errors';
import type { testDesk } from '@/lib/payouts/testing/desk';
import type { testWorld } from '@/lib/payouts/testing/world';
import { cancelPayout } from '@/lib/unpaid/cancel';
import { lapsePayouts } from '@/lib/unpaid/lapse';
import { randomFrom } from './random';

type Call = { to: string; data: string };
type Signing = {
  signing: PreparedSigning;
  wallet: DemoAccountName;
  tab: string;
  user: string;
  state: 'asked' | 'signed' | 'closed';
};
type Sent = { signing: Signing; call: Call; hash: Hex; nonce: number; gas: bigint };

const wallets = ['admin', 'other'] as const;
const moved = parseAbiItem('event Transfer(address indexed from, address indexed to, uint256 value)');

/**
 * People, wallets, a network and a worker that do one thing after another as a seed tells. Honest people sign only what
 * they were asked to and say only what is true; the others sign what was given up, and say what they like.
 */
export function players(
  world: ReturnType<typeof testWorld>,
  desk: ReturnType<typeof testDesk>,
  seed: number,
  honest: boolean,
) {
  const random = randomFrom(seed);
  const newPerson = () => privateKeyToAddress(generatePrivateKey());
  /** Few who are owed the same several times; most others are owed once, so that a second payment shows. */
  const regulars = [newPerson(), newPerson()];
  const payouts: { id: string; payee: Hex; amount: string }[] = [];
  const signings: Signing[] = [];
  const sent: Sent[] = [];
  const log: string[] = [];
  const as = (user: string, role: 'payer' | 'owner' = 'payer') => world.member(role, user);
  const open = () => signings.filter(({ state }) => state === 'asked');
  const signable = () => (honest ? open() : signings.filter(({ state }) => state === 'closed' || random.chance(0.4)));

  async function owe() {
    if (payouts.length >= 16) return;
    const payee = (random.chance(0.3) && random.pick(regulars)) || newPerson();
    const amount = random.pick(['5.00', '7.00']) ?? '';
    const { id } = await desk.owed({ amount, recipient: { type: 'wallet', address: payee }, expires_in: 86_400 });
    payouts.push({ id, payee, amount });
  }

  /** What the page would offer: owed, and nobody is paying it. */
  async function offered(): Promise<string[]> {
    const { data } = await listPayable(as('us_ann'), { limit: 200, ids: payouts.map(({ id }) => id) });
    return data.filter(({ payout, payment }) => payout.status === 'pending' && !payment).map(({ payout }) => payout.id);
  }

  async function prepare() {
    const user = random.pick(['us_ann', 'us_bob']) ?? '';
    const wallet = random.pick(wallets) ?? 'admin';
    const tab = `tab_of_${user}`;
    const choice = await offered();
    const ids = [...new Set([random.pick(choice), random.chance(0.4) ? random.pick(choice) : undefined])].flatMap(
      (id) => id ?? [],
    );
    if (ids.length === 0) return;
    const way = random.pick(['one_by_one', 'disperse'] as const);
    await holdPayouts(as(user), { payout_ids: ids, tab });
    const sender = demoAccount(wallet).address;
    const body = prepareBody.parse({ payout_ids: ids, tab, sender, way, accept_warnings: true });
    const answer = await preparePayment(as(user), body);
    for (const signing of answer.signings) {
      // Now and then the page is closed before it hands anything to the wallet: then nothing of it is signed.
      const handed = random.chance(0.9);
      const transfer_ids = signing.payments.map(({ transfer_id }) => transfer_id);
      if (handed) await askPayment(as(user), { signing_id: signing.id, tab, transfer_ids });
      signings.push({ signing, wallet, tab, user, state: handed ? 'asked' : 'closed' });
    }
    await giveUpPayouts(as(user), { payout_ids: ids });
  }

  const nonceOf = (wallet: DemoAccountName) =>
    world.client().getTransactionCount({ address: demoAccount(wallet).address, blockTag: 'pending' });

  async function send(one: Omit<Sent, 'hash'>, tipGwei = 1) {
    const { call, nonce, gas, signing } = one;
    const hash = await world.send(signing.wallet, call, { nonce, gas, tipGwei }).catch(() => null);
    if (hash) sent.push({ ...one, hash });
    return hash;
  }

  /** The wallet signs what it was asked; the page may die before it tells. */
  async function sign() {
    const signing = random.pick(signable());
    if (!signing) return;
    signing.state = 'signed';
    for (const call of signing.signing.calls) {
      const gas = random.chance(0.1) ? 30_000n : 600_000n;
      const hash = await send({ signing, call, nonce: await nonceOf(signing.wallet), gas });
      const transfer_ids = call.transfer_ids.length > 0 ? call.transfer_ids : undefined;
      if (hash && transfer_ids && random.chance(0.6)) await report(signing, hash, transfer_ids);
      if (call.does === 'allow') await world.mine();
    }
  }

  const report = (signing: Signing, hash: string, transfer_ids?: string[]) =>
    reportPayment(as(signing.user), { signing_id: signing.signing.id, hash, transfer_ids });

  /** A hash is told late, by anyone; of dishonest people, any hash. */
  async function reportLate() {
    const one = random.pick(sent);
    const signing = honest ? one?.signing : random.pick(signings);
    if (one && signing && one.call.to) await report(signing, one.hash, honest ? transfersOf(one) : undefined);
  }

  const transfersOf = ({ signing, call }: Sent) =>
    signing.signing.calls.find(({ data }) => data === call.data)?.transfer_ids.slice(0, 200);

  /** The nonce is used for something else: the same again, quicker, or nothing at all. */
  async function replace() {
    const one = random.pick(sent);
    if (!one) return;
    const nothing = { to: demoAccount(one.signing.wallet).address, data: '0x' };
    await send({ ...one, call: random.chance(0.5) ? one.call : nothing }, random.pick([2, 3, 5]));
  }

  async function no() {
    const signing = random.pick(honest ? open() : signings);
    if (!signing) return;
    const { id: signing_id } = signing.signing;
    await rejectPayment(as(signing.user), { signing_id, tab: signing.tab });
    signing.state = signing.state === 'asked' ? 'closed' : signing.state;
  }

  async function swear() {
    const signing = random.pick(honest ? open() : signings);
    if (!signing) return;
    if (honest) signing.state = 'closed';
    await declareUnsigned(as(signing.user), { payout_ids: signing.signing.payments.map(({ payout_id }) => payout_id) });
  }

  async function writeOff() {
    const payout = random.pick(payouts);
    if (!payout) return;
    const own_risk = honest ? undefined : { reason: 'It has to be paid today' };
    await writeOffPayment(as('us_owner', 'owner'), { payout_id: payout.id, own_risk });
  }

  async function record() {
    const [payout, one] = [random.pick(payouts), random.pick(sent)];
    if (payout && one) await recordPayment(as('us_bob'), payout.id, { hash: one.hash });
  }

  async function again() {
    const one = random.pick(sent);
    if (one) await world.send(one.signing.wallet, one.call, { nonce: one.nonce, gas: one.gas }).catch(() => null);
  }

  const deeds: Record<string, () => Promise<unknown>> = {
    ...{ owe, prepare, sign, reportLate, replace, no, swear, writeOff, again },
    ...(honest ? {} : { record }),
    cancel: async () => {
      const payout = random.pick(payouts);
      if (payout && random.chance(0.2)) await cancelPayout(world.merchant(), payout.id);
    },
    letGo: () =>
      giveUpPayouts(as(random.pick(['us_ann', 'us_bob']) ?? ''), { payout_ids: payouts.map(({ id }) => id) }),
    drop: async () => {
      const one = random.pick(sent);
      if (one) await world.rpc('anvil_dropTransaction', [one.hash]);
    },
    mine: () => world.mine(),
    bury: () => world.mine(4),
    reorganise: async () => {
      await world.mine();
      await world.watch();
      await world.rpc('anvil_reorg', [1, []]);
    },
    wait: () => world.passTime(700),
    watch: () => world.watch(),
    follow: () => followPayments(world.system(), 'local'),
    twoWorkers: () => Promise.all([1, 2].map(() => followPayments(world.system(), 'local'))),
    lapse: () => lapsePayouts(world.system(), 'local'),
  };
  const often = ['owe', 'prepare', 'prepare', 'sign', 'sign', 'sign', 'bury', 'bury', 'watch', 'follow', 'writeOff'];
  const names = [...Object.keys(deeds), ...often, ...often, ...(honest ? [] : ['swear', 'no', 'swear', 'no'])];

  return {
    owe,
    payouts,
    log,
    /** Does one thing; a refused person goes on. */
    async step() {
      const name = random.pick(names) ?? '';
      const refused = await deeds[name]?.().then(
        () => '',
        (error: unknown) => {
          if (error instanceof Refusal) return error.code;
          throw new Error(`${name} failed after ${log.join(' ')}`, { cause: error });
        },
      );
      log.push(refused ? `${name}(${refused})` : name);
    },
    /** Everything that left the wallets for the payees, as the chain shows it now. */
    async outflows() {
      const from = wallets.map((wallet) => demoAccount(wallet).address);
      const query = {
        address: testUsdtAddress,
        event: moved,
        args: { from, to: payouts.map(({ payee }) => payee) },
        fromBlock: 0n,
      } as const;
      const logs = await world.client().getLogs(query);
      return logs.map(({ transactionHash: hash, logIndex, args }) => ({
        hash,
        logIndex,
        to: args.to ?? '',
        amount: args.value ?? 0n,
      }));
    },
  };
}
