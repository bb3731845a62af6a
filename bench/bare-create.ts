// The yardsticks of bench/creates.ts: node:http and postgres.js alone. `/same` says the very statements of the portal's create; `/` only
// what must be written, without limits, stops, policies and the claim id.
import { createHash, randomBytes } from 'node:crypto';
import http from 'node:http';
import postgres from 'postgres';
import { createSame } from './bare-same';

const sql = postgres(process.env.DATABASE_URL ?? '', { max: 10, onnotice: () => {} });
const id = (prefix: string) => `${prefix}_${Date.now().toString(32)}${randomBytes(13).toString('hex')}`;

async function create(keyHash: string, reference: string): Promise<string> {
  const [key] = await sql`select merchant_id from api_keys where hash = ${keyHash} and revoked_at is null`;
  const merchant = key?.merchant_id;
  const [terms] = await sql`
    select a.*, v.id as vault_id, v.fee_collector from merchant_assets a
    join vaults v on v.merchant_id = a.merchant_id and v.chain = a.chain
    where a.merchant_id = ${merchant} and a.chain = 'local' and a.symbol = 'USDT'`;
  const payout = id('po');
  const token = randomBytes(32).toString('base64url');
  await sql.begin(async (tx) => {
    await tx`insert into payouts ${tx({
      ...{
        id: payout,
        merchant_id: merchant,
        vault_id: terms?.vault_id,
        status: 'pending',
        rail: 'contract',
        chain: 'local',
      },
      ...{
        symbol: 'USDT',
        token: `0x${'1'.repeat(40)}`,
        decimals: 6,
        gross: '25000000',
        fee: '500000',
        net: '24500000',
      },
      ...{
        fee_payer: 'recipient',
        fee_collector: terms?.fee_collector,
        recipient_type: 'anyone',
        reference,
        metadata: '{}',
      },
      ...{ claim_id: `${BigInt(`0x${randomBytes(16).toString('hex')}`)}`, expires_at: new Date(Date.now() + 6e8) },
      ...{ created_at: new Date(), updated_at: new Date() },
    })} on conflict do nothing`;
    const posting = id('ps');
    await tx`insert into postings ${tx({ id: posting, merchant_id: merchant, kind: 'reserve', subject_kind: 'payout', subject_id: payout, chain: 'local', symbol: 'USDT', created_at: new Date() })}`;
    await tx`insert into entries ${tx({ merchant_id: merchant, posting_id: posting, chain: 'local', symbol: 'USDT', credit: 'available', debit: 'committed', amount: '25000000' })}`;
    const hash = createHash('sha256').update(token).digest('hex');
    await tx`insert into claim_links ${tx({ token_hash: hash, payout_id: payout, merchant_id: merchant, created_at: new Date() })}`;
    const data = JSON.stringify({ id: payout, reference, status: 'pending', filler: 'x'.repeat(600) });
    await tx`insert into events ${tx({ id: id('ev'), merchant_id: merchant, type: 'payout.created', subject_kind: 'payout', subject_id: payout, subject_version: 1, data, created_at: new Date() })}`;
    await tx`select pg_notify('work', 'events')`;
    await tx`insert into audit_lines ${tx({ merchant_id: merchant, actor_kind: 'api_key', actor_id: 'bare', action: 'payout.created', subject_id: payout, created_at: new Date() })}`;
  });
  return JSON.stringify({ id: payout, claim_url: `http://localhost/p/${token}` });
}

async function createAll(keyHash: string, reference: string): Promise<string> {
  const { payout, token } = await createSame(sql, keyHash, reference);
  return JSON.stringify({ id: payout, claim_url: `http://localhost/p/${token}` });
}

const server = http.createServer((request, response) => {
  const parts: Buffer[] = [];
  request.on('data', (part) => parts.push(part));
  request.on('end', () => {
    const { reference } = JSON.parse(Buffer.concat(parts).toString());
    const key = (request.headers.authorization ?? '').slice('Bearer '.length);
    const hash = createHash('sha256').update(key).digest('hex');
    const made = request.url === '/same' ? createAll(hash, reference) : create(hash, reference);
    made.then(
      (body) => response.writeHead(201, { 'content-type': 'application/json' }).end(body),
      (error: unknown) => response.writeHead(500).end(String(error)),
    );
  });
});
server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  process.send?.(typeof address === 'object' ? address?.port : null);
});
process.once('disconnect', () => process.exit(0));
