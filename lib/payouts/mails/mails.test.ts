import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { approvalRules, events, invitations, mails, payouts } from '@/db/schema';
import { tellStory } from '@/lib/desk/story/story';
import { hashToken, unseal } from '@/lib/kernel/secrets';
import { markOf } from '@/lib/mail/mail-mark';
import { createMailSender } from '@/lib/mail/send';
import { type Manners, startMailServer } from '@/lib/mail/testing/mail-server';
import { createSmtpTransport } from '@/lib/mail/transport';
import { digestOf } from '@/lib/payouts/approvals/approval-digest';
import { approvePayout } from '@/lib/payouts/approvals/approve';
import { testWorld } from '@/lib/payouts/testing/world';
import { proveCode } from '@/lib/proofs/prove-code';
import { sendCode } from '@/lib/proofs/send-code';
import { sayRates } from '@/lib/quotes/testing/say-rates';
import { lapsePayouts } from '@/lib/unpaid/lapse';
import { changeRecipient } from './change-recipient';
import { hearReports, reportsUrl } from './hear-reports';
import { listMails } from './list-mails';
import { optOut } from './opt-out';
import { remindRecipients } from './remind-recipients';
import { resendInvitation } from './resend-invitation';
import { tellMails } from './tell-mails';

const world = testWorld();
const day = 86_400;
const open: { close(): unknown }[] = [];
const state = { mailbox: '', count: 0 };

beforeEach(() => {
  state.count += 1;
  state.mailbox = `ann${state.count}@shop.example`;
});
afterEach(async () => {
  for (const one of open.splice(0)) await one.close();
});

const newPayout = (more: object = {}, recipient: object = {}) =>
  world.newPayout({ recipient: { type: 'email', email: state.mailbox, ...recipient }, ...more });

async function postTo(manners: Manners = {}) {
  const server = await startMailServer(manners);
  const facts = { from: 'Drawbridge <desk@portal.example>', bounces: 'back@portal.example', connections: 5 };
  const transport = createSmtpTransport({ ...facts, url: server.url, stepMs: 1000 });
  open.push(transport, server);
  const sender = createMailSender(() => ({ by: 'smtp', transport, keep: false }), 50);
  const post = () =>
    sender.sendDue({ db: world.database.db, clock: world.system().clock }, new AbortController().signal);
  return { server, post };
}

const statesOf = async (id: string) =>
  (await listMails(world.merchant(), id)).data.map(({ kind, email, state }) => `${kind} ${email} ${state}`);

async function eventsOf(id: string) {
  const rows = await world.database.db.select().from(events).where(eq(events.subjectId, id)).orderBy(events.position);
  return rows.filter(({ type }) => type !== 'payout.created');
}

async function payoutOf(id: string) {
  const [row] = await world.database.db.select().from(payouts).where(eq(payouts.id, id));
  if (!row) throw new Error('no payout');
  return row;
}

async function invitationOf(id: string) {
  const [row] = await world.database.db.select().from(invitations).where(eq(invitations.payoutId, id));
  return row;
}

async function wordsOf(id: string, kind: string): Promise<string[]> {
  const rows = await world.database.db.select().from(mails).where(eq(mails.payoutId, id)).orderBy(mails.id);
  return rows.filter((mail) => mail.kind === kind).map((mail) => unseal(mail.body, mail.id));
}

test('a mail says what is owed in the currency that it was promised in, until that is fixed in the asset', async () => {
  await sayRates(world.database.db, { JPY: '0.0065' }, world.system().clock.now());
  const { id, token } = await newPayout({ amount: undefined, display: { currency: 'JPY', amount: '5000' } });
  const [invited] = await wordsOf(id, 'invitation');
  expect(invited).toContain('5,000 JPY');
  expect(invited).not.toContain('USDT');
  await world.database.sql`update payouts set signed_until = now() where id = ${id}`;
  await sendCode(world.claimant(), token, { browser: hashToken('a'), network: null });
  expect((await wordsOf(id, 'code'))[0]).toContain('32.00 USDT');
});

test('the invitation goes out with the merchant’s name, both as text and as a page, from an address of its own', async () => {
  const payout = await newPayout({ description: 'Refund of order 1004' });
  const { server, post } = await postTo();
  await post();
  const invitation = server.received.find(({ to }) => to.includes(state.mailbox));
  const { from, to, raw } = invitation ?? expect.unreachable();
  const [mail] = (await listMails(world.merchant(), payout.id)).data;
  expect(from).toBe(`back+${markOf(mail?.id ?? '')}@portal.example`);
  expect(to).toEqual([state.mailbox]);
  expect(raw).toMatch(/^Content-Type: multipart\/alternative/m);
  expect(raw).toMatch(/^List-Unsubscribe:\s+<http:\/\/localhost:3000\/api\/mail\/opt-out\/ml_/m);
  expect(raw).toMatch(/^List-Unsubscribe-Post: List-Unsubscribe=One-Click/m);
  const text = raw.replace(/=\r\n/g, '').replaceAll('=3D', '=');
  expect(text).toContain('24.50 USDT');
  expect(text).toContain(`/p/${payout.token}?k=`);
  expect(await statesOf(payout.id)).toEqual([`invitation ${state.mailbox} sent`]);
});

test('a code goes out without the header that mail programs offer to decline it by', async () => {
  const payout = await newPayout({ notify: false });
  expect(await statesOf(payout.id)).toEqual([]);
  await sendCode(world.claimant(), payout.token, { browser: hashToken('browser'), network: null });
  const { server, post } = await postTo();
  await post();
  expect(server.received.map(({ raw }) => /List-Unsubscribe/.test(raw))).toEqual([false]);
  expect(await statesOf(payout.id)).toEqual([`code ${state.mailbox} sent`]);
});

test('nobody is written to before the payout is approved, and then at once', async () => {
  const rule = { merchantId: world.merchantId, chain: 'local', symbol: 'USDT', oneFrom: 20_000_000n } as const;
  const whole = { ...rule, twoFrom: null, newDestination: false, updatedBy: null, updatedAt: new Date() };
  await world.database.db.insert(approvalRules).values(whole);
  const { id } = await newPayout();
  await world.database.db.delete(approvalRules);
  expect(await statesOf(id)).toEqual([]);
  const row = await payoutOf(id);
  await approvePayout(world.member('approver'), id, { digest: digestOf(row) });
  expect(await statesOf(id)).toEqual([`invitation ${state.mailbox} queued`]);
  const changing = changeRecipient(world.merchant(), id, { email: 'eve@shop.example' });
  await expect(changing).rejects.toMatchObject({ code: 'payout_state' });
});

test('who names another mailbox for a payout that waits is not who approves it', async () => {
  const rule = { merchantId: world.merchantId, chain: 'local', symbol: 'USDT', oneFrom: 20_000_000n } as const;
  const whole = { ...rule, twoFrom: null, newDestination: false, updatedBy: null, updatedAt: new Date() };
  await world.database.db.insert(approvalRules).values(whole);
  const { id } = await newPayout();
  await world.database.db.delete(approvalRules);
  await changeRecipient(world.member('owner'), id, { email: 'eve@shop.example' });
  const digest = digestOf(await payoutOf(id));
  await expect(approvePayout(world.member('owner'), id, { digest })).rejects.toMatchObject({ code: 'approval_own' });
  expect(await approvePayout(world.member('approver'), id, { digest })).toMatchObject({ status: 'pending' });
});

describe('what the mail server answers', () => {
  test.each([
    [550, 'refused', false],
    [552, 'refused', false],
  ])('%i is told once, in its own words, and ends the reminders', async (code, word, retryable) => {
    const payout = await newPayout();
    const { post } = await postTo({ refuse: { [state.mailbox]: code } });
    await post();
    await tellMails(world.system());
    await tellMails(world.system());
    const [mail] = (await listMails(world.merchant(), payout.id)).data;
    expect(mail).toMatchObject({
      state: word,
      smtp_code: code,
      retryable,
      answer: expect.stringContaining('Not here'),
    });
    const told = await eventsOf(payout.id);
    expect(told.map(({ type, data }) => [type, Object(data).mail.state])).toEqual([['mail.failed', word]]);
    expect((await invitationOf(payout.id))?.nextReminderAt).toBeNull();
    const story = await tellStory(world.member('viewer'), payout.id);
    expect(story.moments.flatMap(({ lines }) => lines)).toContainEqual({ type: 'mail', mail });
  });

  test('one that its merchant cannot be told of keeps no other from being told, and is told of later', async () => {
    const [broken, other] = [await newPayout(), await newPayout()];
    const { post } = await postTo({ refuse: { [state.mailbox]: 550 } });
    await post();
    await world.database.sql.unsafe(`
      create function no_lines() returns trigger language plpgsql as $$ begin raise exception 'no room'; end $$;
      create trigger no_lines before insert on audit_lines for each row when (new.subject_id = '${broken.id}') execute function no_lines()`);
    await tellMails(world.system());
    const typesOf = async (id: string) => (await eventsOf(id)).map(({ type }) => type);
    expect([await typesOf(broken.id), await typesOf(other.id)]).toEqual([[], ['mail.failed']]);
    await world.database.sql`drop trigger no_lines on audit_lines`;
    await tellMails(world.system());
    expect([await typesOf(broken.id), await typesOf(other.id)]).toEqual([['mail.failed'], ['mail.failed']]);
  });

  test('a greylisting server is asked again, which nobody is told of, and takes it then', async () => {
    const payout = await newPayout();
    const greylisting = await postTo({ refuse: { [state.mailbox]: 451 } });
    await greylisting.post();
    expect(await statesOf(payout.id)).toEqual([`invitation ${state.mailbox} delayed`]);
    await tellMails(world.system());
    expect(await eventsOf(payout.id)).toEqual([]);
    await world.passTime(11);
    const { post } = await postTo();
    await post();
    expect(await statesOf(payout.id)).toEqual([`invitation ${state.mailbox} sent`]);
  });

  test('one that never answers leaves the mail delayed and retryable', async () => {
    const payout = await newPayout();
    const { post } = await postTo({ afterData: () => 'never' });
    await post();
    const [mail] = (await listMails(world.merchant(), payout.id)).data;
    expect(mail).toMatchObject({ state: 'delayed', retryable: true, smtp_code: null });
  });
});

describe('what comes back later', () => {
  const secret = reportsUrl().split('/').at(-1) ?? '';
  const report = (body: string, source = secret, method: 'GET' | 'POST' = 'POST') =>
    hearReports(world.claimant(), { method, params: { source }, readBytes: async () => Buffer.from(body) });

  async function sentMail() {
    const payout = await newPayout();
    const { post } = await postTo();
    await post();
    const [mail] = (await listMails(world.merchant(), payout.id)).data;
    return { id: payout.id, mark: markOf(mail?.id ?? '') };
  }

  const dsn = (mark: string, action: string) =>
    [
      `To: back+${mark}@portal.example`,
      'Content-Type: multipart/report; report-type=delivery-status; boundary=x',
      ...['', '--x', 'Content-Type: message/delivery-status', '', 'Reporting-MTA: dns; mx.shop.example', ''],
      ...['Final-Recipient: rfc822; ann@shop.example', `Action: ${action}`, 'Status: 5.2.2'],
      ...['Diagnostic-Code: smtp; 552 5.2.2 The mailbox', '    is full', '--x--'],
    ].join('\r\n');

  test('a notification of a bounce is read as the server wrote it, and told once', async () => {
    const { id, mark } = await sentMail();
    expect(await report(dsn(mark, 'failed'))).toEqual({ received: true, noted: 1 });
    expect(await report(dsn(mark, 'failed'))).toEqual({ received: true, noted: 0 });
    await tellMails(world.system());
    const told = (await eventsOf(id)).map(({ type, data }) => [type, Object(data).mail]);
    const words = { state: 'bounced', smtp_code: 552, answer: '552 5.2.2 The mailbox is full', retryable: false };
    expect(told).toEqual([['mail.bounced', expect.objectContaining(words)]]);
  });

  test('a mail that is late may still bounce, and one that bounced is not late', async () => {
    const { id, mark } = await sentMail();
    await report(dsn(mark, 'delayed'));
    expect(await statesOf(id)).toEqual([`invitation ${state.mailbox} late`]);
    await report(JSON.stringify({ mail: mark, type: 'bounced', words: 'gone', code: 550 }));
    await report(dsn(mark, 'delayed'));
    expect(await statesOf(id)).toEqual([`invitation ${state.mailbox} bounced`]);
  });

  test('a complaint is told, and no payout moves by it', async () => {
    const { id, mark } = await sentMail();
    const arf = `Feedback-Type: abuse\r\n\r\nReturn-Path: <back+${mark}@portal.example>`;
    expect(await report(arf)).toMatchObject({ noted: 1 });
    await tellMails(world.system());
    const [told] = await eventsOf(id);
    expect(told).toMatchObject({ type: 'mail.complained', data: { status: 'pending' } });
  });

  test.each([
    ['another secret', 'not_found', 'x'.repeat(43), 'POST'],
    ['a GET', 'not_found', secret, 'GET'],
  ] as const)('%s is told that there is nothing', async (_name, code, source, method) => {
    const { id, mark } = await sentMail();
    await expect(report(dsn(mark, 'failed'), source, method)).rejects.toMatchObject({ code });
    expect(await statesOf(id)).toEqual([`invitation ${state.mailbox} sent`]);
  });

  test('a report about a mark that we did not make, or in no known form, notes nothing', async () => {
    const { mark } = await sentMail();
    const forged = `${mark.slice(0, -4)}0000`;
    expect(await report(dsn(forged, 'failed'))).toEqual({ received: true, noted: 0 });
    await expect(report('Dear Sir or Madam')).rejects.toMatchObject({ code: 'notice_unreadable' });
    await expect(report('{"events":"all"}')).rejects.toMatchObject({ code: 'notice_unreadable' });
  });
});

describe('reminders', () => {
  test('reach all others where the link of one does not open', async () => {
    const [broken, whole] = [await newPayout(), await newPayout()];
    await world.database.sql`update claim_links set sealed_link = 'v1.a.b.c' where payout_id = ${broken.id}`;
    await world.passTime(3 * day + 60);
    await remindRecipients(world.system());
    expect(await wordsOf(broken.id, 'reminder')).toHaveLength(0);
    expect(await wordsOf(whole.id, 'reminder')).toHaveLength(1);
    expect((await invitationOf(broken.id))?.nextReminderAt?.getTime()).toBeGreaterThan(
      world.system().clock.now().getTime(),
    );
  });

  test('go out after 3, 10 and 25 days while the payout is open, and then no more', async () => {
    const payout = await newPayout({ expires_in: 40 * day });
    const sent: number[] = [];
    for (const days of [2, 1, 6, 1, 14, 1, 10]) {
      await world.passTime(days * day + 60);
      await remindRecipients(world.system());
      sent.push((await wordsOf(payout.id, 'reminder')).length);
    }
    expect(sent).toEqual([0, 1, 1, 2, 2, 3, 3]);
    expect((await wordsOf(payout.id, 'reminder'))[0]).toContain(`/p/${payout.token}?k=`);
  });

  test('are not sent to who declined them, nor is a later invitation, of which the merchant hears', async () => {
    const payout = await newPayout();
    const [mail] = (await listMails(world.merchant(), payout.id)).data;
    const params = { mark: markOf(mail?.id ?? '') };
    expect(await optOut(world.claimant(), { method: 'GET', params })).toEqual({ unsubscribed: false });
    expect(await optOut(world.claimant(), { method: 'POST', params })).toEqual({ unsubscribed: true });
    await world.passTime(4 * day);
    await remindRecipients(world.system());
    expect(await wordsOf(payout.id, 'reminder')).toEqual([]);
    const next = await newPayout();
    expect(await statesOf(next.id)).toEqual([`invitation ${state.mailbox} unsubscribed`]);
    await tellMails(world.system());
    expect((await eventsOf(next.id)).map(({ type }) => type)).toEqual(['mail.failed']);
    await sendCode(world.claimant(), next.token, { browser: hashToken('browser'), network: null });
    expect(await wordsOf(next.id, 'code')).toHaveLength(1);
  });

  test('a mark that we did not make declines nothing', async () => {
    const declined = optOut(world.claimant(), {
      method: 'POST',
      params: { mark: `ml_${'0'.repeat(26)}.${'0'.repeat(16)}` },
    });
    await expect(declined).rejects.toMatchObject({ code: 'not_found' });
  });

  test('end with the payout, whose money is free again when its time is over', async () => {
    const payout = await newPayout({ expires_in: 5 * day });
    await world.passTime(6 * day);
    await world.settle();
    await lapsePayouts(world.system(), 'local');
    await remindRecipients(world.system());
    expect(await wordsOf(payout.id, 'reminder')).toEqual([]);
    expect((await eventsOf(payout.id)).map(({ type }) => type)).toEqual(['payout.expired']);
    const kinds = await world.database.sql`select kind from postings where payout_id = ${payout.id} order by id`;
    expect(kinds.map(({ kind }) => kind)).toEqual(['reserve', 'unreserve']);
  });
});

describe('another address', () => {
  test('gets another link; the former one and its codes are over, and its mails that wait are not sent', async () => {
    const payout = await newPayout();
    const browser = hashToken('browser');
    await sendCode(world.claimant(), payout.token, { browser, network: null });
    const [text = ''] = await wordsOf(payout.id, 'code');
    const code = (/^ {4}(\d{3} \d{3})$/m.exec(text)?.[1] ?? '').replace(' ', '');
    const changed = await changeRecipient(world.merchant(), payout.id, { email: 'bea@shop.example' });
    expect(changed.recipient).toEqual({ type: 'email', email: 'bea@shop.example' });
    const typed = proveCode(world.claimant(), payout.token, { code, browser });
    await expect(typed).rejects.toMatchObject({ code: 'link_unknown' });
    const token = changed.claim_url.split('/p/')[1] ?? '';
    const again = proveCode(world.claimant(), token, { code, browser });
    await expect(again).rejects.toMatchObject({ code: 'proof_expired' });
    expect(await statesOf(payout.id)).toEqual([
      `invitation ${state.mailbox} failed`,
      `code ${state.mailbox} failed`,
      'invitation bea@shop.example queued',
    ]);
    await tellMails(world.system());
    expect((await eventsOf(payout.id)).map(({ type }) => type)).toEqual(['payout.recipient_changed']);
  });

  test('is not for a payout to a wallet, and not for one that is over', async () => {
    const wallet = await world.newPayout();
    const email = 'bea@shop.example';
    await expect(changeRecipient(world.merchant(), wallet.id, { email })).rejects.toMatchObject({
      code: 'payout_state',
    });
    const claimant = changeRecipient(world.claimant(), wallet.id, { email });
    await expect(claimant).rejects.toMatchObject({ code: 'unauthenticated' });
  });
});

test('the link is mailed again when the merchant asks, at most five times within a day', async () => {
  const payout = await newPayout({ notify: false });
  for (let time = 0; time < 5; time++) await resendInvitation(world.merchant(), payout.id);
  await expect(resendInvitation(world.merchant(), payout.id)).rejects.toMatchObject({ code: 'rate_limited' });
  expect(await statesOf(payout.id)).toHaveLength(5);
});

test('what a merchant and a payout are called makes no link and no markup in a mail', async () => {
  const description = 'Win at evil.example/now <b>today</b>';
  const { id } = await newPayout({ description });
  const [row] = await world.database.db.select().from(mails).where(eq(mails.payoutId, id));
  const page = unseal(row?.html ?? '', `${row?.id} html`);
  expect(page).not.toContain('<b>today');
  expect(page).not.toContain('evil.example');
  expect((await wordsOf(id, 'invitation'))[0]).not.toContain('evil.example/now');
});

test('a recipient whose language nobody named is written to in the merchant’s, and the page asks their browser', async () => {
  const language = async (word: string | null) => world.database.sql`update merchants set language = ${word}`;
  await language('fr');
  const { id } = await newPayout();
  const named = await newPayout({}, { email: 'pia@shop.example', language: 'es' });
  await language(null);
  const [[words = ''], [other = '']] = [await wordsOf(id, 'invitation'), await wordsOf(named.id, 'invitation')];
  expect(words).toContain('vous');
  expect(words).not.toContain('lang=');
  expect(other).toContain('lang=es');
});
