import { getEventListeners } from 'node:events';
import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { mails } from '@/db/schema';
import { testDatabase } from '@/db/testing/database';
import { addSeconds } from '@/lib/kernel/clock';
import { unseal } from '@/lib/kernel/secrets';
import { readMailbox } from './mailbox';
import { type NewMail, queueMail } from './outbox';
import { createMailSender, type Route, waits } from './send';
import { type MailServer, type Manners, startMailServer } from './testing/mail-server';
import { createSmtpTransport } from './transport';

const database = testDatabase();
const running = new AbortController().signal;
const start = new Date('2026-01-31T12:00:00.000Z');
const open: { close(): unknown }[] = [];
let now = start;
const acting = () => ({ db: database.db, clock: { now: () => now } });

beforeEach(async () => {
  now = start;
  await database.sql`delete from mails`;
});
afterEach(async () => {
  for (const one of open.splice(0)) await one.close();
});

async function serverWith(manners: Manners = {}): Promise<MailServer> {
  const server = await startMailServer(manners);
  open.push(server);
  return server;
}

function senderTo(url: string, stepMs = 3000) {
  const transport = createSmtpTransport({ url, from: 'Drawbridge <desk@portal.example>', connections: 5, stepMs });
  open.unshift(transport);
  return createMailSender(() => ({ by: 'smtp', transport, keep: false }), 50);
}

const words = { merchantId: null, to: 'ann@shop.example', subject: 'Hello', text: 'A few words.' };
const queue = (mail: Partial<NewMail> = {}) =>
  database.db.transaction((tx) => queueMail(tx, { ...words, now, ...mail }));

async function rowOf(id: string) {
  const [row] = await database.db.select().from(mails).where(eq(mails.id, id));
  if (!row) throw new Error('no such mail');
  return row;
}

test('a mail waits sealed, goes out once, and its words are forgotten', async () => {
  const server = await serverWith();
  const id = await queue({ text: 'Your code is 12345678.' });
  const waiting = await rowOf(id);
  expect(JSON.stringify(waiting)).not.toContain('12345678');
  expect(unseal(waiting.body, id)).toBe('Your code is 12345678.');

  const sender = senderTo(server.url);
  await sender.sendDue(acting(), running);
  await sender.sendDue(acting(), running);
  expect(server.received).toHaveLength(1);
  const [{ from, to, raw } = { from: '', to: [], raw: '' }] = server.received;
  expect({ from, to }).toEqual({ from: 'desk@portal.example', to: ['ann@shop.example'] });
  expect(raw).toContain('Your code is 12345678.');
  expect(raw).toContain(`Message-ID: <${id}@portal.example>`);
  expect(await rowOf(id)).toMatchObject({ sentAt: now, failedAt: null, body: '', attempts: 1, error: null });
});

test('a mail that was sent leaves nothing behind that waits for the worker to end', async () => {
  const sender = senderTo((await serverWith()).url);
  await queue();
  await sender.sendDue(acting(), running);
  expect(getEventListeners(running, 'abort')).toHaveLength(0);
});

test('a mail of a transaction that did not commit is never sent', async () => {
  const server = await serverWith();
  const failing = database.db.transaction(async (tx) => {
    await queueMail(tx, { ...words, now });
    throw new Error('taken back');
  });
  await expect(failing).rejects.toThrow('taken back');
  await senderTo(server.url).sendDue(acting(), running);
  expect(server.received).toEqual([]);
});

test('two workers send each of forty mails once', async () => {
  const server = await serverWith();
  for (let number = 0; number < 40; number++) await queue({ to: `person${number}@shop.example` });
  const empty = async (sender: ReturnType<typeof senderTo>): Promise<void> => {
    const more = await sender.sendDue(acting(), running);
    await (more ? empty(sender) : undefined);
  };
  await Promise.all([empty(senderTo(server.url)), empty(senderTo(server.url))]);
  await empty(senderTo(server.url));
  const recipients = server.received.flatMap(({ to }) => to);
  expect(recipients).toHaveLength(40);
  expect(new Set(recipients).size).toBe(40);
});

test('a recipient that the server refuses for good is given up at once, and hinders no other', async () => {
  const server = await serverWith({ refuse: { 'gone@shop.example': 550, 'busy@shop.example': 451 } });
  const gone = await queue({ to: 'gone@shop.example' });
  const busy = await queue({ to: 'busy@shop.example' });
  const fine = await queue();
  await senderTo(server.url).sendDue(acting(), running);
  expect(await rowOf(gone)).toMatchObject({ failedAt: now, sentAt: null, body: '' });
  expect((await rowOf(gone)).error).toContain('550');
  expect(await rowOf(busy)).toMatchObject({ failedAt: null, nextAttemptAt: addSeconds(now, 10) });
  expect(await rowOf(fine)).toMatchObject({ sentAt: now });
});

test('a server that is down delays a mail by the schedule, and gets it when it is up again', async () => {
  const down = await startMailServer();
  await down.close();
  const id = await queue();
  const sender = senderTo(down.url, 500);
  await sender.sendDue(acting(), running);
  expect(await rowOf(id)).toMatchObject({ sentAt: null, failedAt: null, nextAttemptAt: addSeconds(start, 10) });
  expect((await rowOf(id)).error).toContain('ECONNREFUSED');

  const up = await serverWith({ port: down.port });
  await sender.sendDue(acting(), running);
  expect(up.received).toEqual([]);
  now = addSeconds(start, 10);
  await sender.sendDue(acting(), running);
  expect(up.received).toHaveLength(1);
  expect(await rowOf(id)).toMatchObject({ sentAt: now, attempts: 2, error: null });
});

test('a mail that no try gets through has failed after the last one, with the reason', async () => {
  const server = await serverWith({ refuse: { 'ann@shop.example': 451 } });
  const id = await queue();
  const sender = senderTo(server.url);
  for (const wait of waits) {
    await sender.sendDue(acting(), running);
    expect(await rowOf(id)).toMatchObject({ failedAt: null, nextAttemptAt: addSeconds(now, wait) });
    now = addSeconds(now, wait);
  }
  await sender.sendDue(acting(), running);
  expect(await rowOf(id)).toMatchObject({ failedAt: now, sentAt: null, attempts: waits.length + 1, body: '' });
  expect((await rowOf(id)).error).toContain('451');
});

test('a mail that was taken without a word may arrive twice, under one Message-ID, and is never lost', async () => {
  const server = await serverWith({ afterData: (_mail, count) => (count === 1 ? 'never' : 'ok') });
  const id = await queue();
  const sender = senderTo(server.url, 300);
  await sender.sendDue(acting(), running);
  expect(await rowOf(id)).toMatchObject({ sentAt: null, failedAt: null });
  now = addSeconds(now, 10);
  await sender.sendDue(acting(), running);
  expect(await rowOf(id)).toMatchObject({ sentAt: now });
  expect(server.received.map(({ raw }) => /Message-ID: (<\S+>)/.exec(raw)?.[1])).toEqual([
    `<${id}@portal.example>`,
    `<${id}@portal.example>`,
  ]);
});

test('a mail whose worker died is sent by another when the lease is over, and not before', async () => {
  const server = await serverWith();
  const id = await queue();
  const lease = { attempts: 1, leaseOwner: 'dead', leaseUntil: addSeconds(now, 60) };
  await database.db.update(mails).set(lease).where(eq(mails.id, id));
  const sender = senderTo(server.url);
  await sender.sendDue(acting(), running);
  expect(server.received).toEqual([]);
  now = addSeconds(now, 60);
  await sender.sendDue(acting(), running);
  expect(server.received).toHaveLength(1);
});

test('a worker that has to end leaves the mail to the next one', async () => {
  const server = await serverWith({ afterData: () => 'never' });
  const id = await queue();
  const stopping = new AbortController();
  const sending = senderTo(server.url, 20_000).sendDue(acting(), stopping.signal);
  await expect.poll(() => server.received.length).toBe(1);
  stopping.abort();
  await sending;
  expect(await rowOf(id)).toMatchObject({ sentAt: null, failedAt: null, leaseUntil: null });
});

test('a code that is past its use is dropped with a reason, even where there is no mail server', async () => {
  const id = await queue({ worthlessAt: addSeconds(start, 600) });
  const nowhere = createMailSender((): Route => ({ by: 'none' }));
  await nowhere.sendDue(acting(), running);
  expect(await rowOf(id)).toMatchObject({ failedAt: null, attempts: 0 });
  now = addSeconds(start, 600);
  await nowhere.sendDue(acting(), running);
  expect(await rowOf(id)).toMatchObject({ failedAt: now, body: '', error: expect.stringContaining('no use') });
});

test('one mail that cannot be opened keeps no other from leaving, is tried by the schedule and then no more', async () => {
  const server = await serverWith();
  const broken = await queue({ to: 'bea@shop.example' });
  await database.sql`update mails set body = 'v1.broken' where id = ${broken}`;
  const fine = await queue();
  const sender = senderTo(server.url);
  await sender.sendDue(acting(), running);
  expect(await rowOf(fine)).toMatchObject({ sentAt: now });
  expect(await rowOf(broken)).toMatchObject({ attempts: 1, leaseUntil: null, nextAttemptAt: addSeconds(now, 10) });
  for (const wait of waits) {
    now = addSeconds(now, wait);
    await sender.sendDue(acting(), running);
  }
  expect(await rowOf(broken)).toMatchObject({ failedAt: now, sentAt: null });
  now = addSeconds(now, 86_400);
  expect(await sender.sendDue(acting(), running)).toBe(false);
  expect(server.received.flatMap(({ to }) => to)).toEqual(['ann@shop.example']);
});

test('one mail that cannot be opened hides no other in the mailbox', async () => {
  await queue({ subject: 'First' });
  const broken = await queue({ subject: 'Second' });
  await createMailSender(() => ({ by: 'mailbox' })).sendDue(acting(), running);
  await database.sql`update mails set body = 'v1.broken' where id = ${broken}`;
  const read = await readMailbox(database);
  expect(read.map(({ subject }) => subject).toSorted()).toEqual(['(cannot be opened)', 'First']);
});

test('in the demo a mail counts as sent into the mailbox, where it can be read, the newest first', async () => {
  await queue({ subject: 'First', text: 'one' });
  now = addSeconds(now, 1);
  await queue({ subject: 'Second', text: 'two' });
  now = addSeconds(now, 1);
  await queue({ to: 'Bea@shop.example', subject: 'Third', text: 'three' });
  await createMailSender(() => ({ by: 'mailbox' })).sendDue(acting(), running);
  expect((await readMailbox(database)).map(({ subject }) => subject)).toEqual(['Third', 'Second', 'First']);
  expect(await readMailbox(database, 'bea@shop.example')).toEqual([
    { to: 'Bea@shop.example', subject: 'Third', text: 'three', at: now },
  ]);
});

test('nothing that is written into a mail becomes a header, a command or a second recipient', async () => {
  const server = await serverWith();
  await queue({ subject: 'Hi\r\nBcc: eve@evil.example\r\n\r\nBody', text: '.\r\nRCPT TO:<eve@evil.example>\r\n' });
  const two = await queue({ to: 'ann@shop.example, eve@evil.example' });
  const broken = await queue({ to: 'ann@shop.example>\r\nRCPT TO:<eve@evil.example' });
  await senderTo(server.url).sendDue(acting(), running);
  expect(server.received).toHaveLength(1);
  const [{ to, raw } = { to: [], raw: '' }] = server.received;
  expect(to).toEqual(['ann@shop.example']);
  expect(raw).not.toMatch(/^Bcc:/im);
  expect(raw).toContain('Subject: Hi Bcc: eve@evil.example');
  expect(await rowOf(two)).toMatchObject({ failedAt: now });
  expect(await rowOf(broken)).toMatchObject({ failedAt: now });
});
