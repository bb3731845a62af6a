import { hkdfSync, randomUUID } from 'node:crypto';
import { type BrowserContext, expect, type Page } from '@playwright/test';
import { encode } from 'next-auth/jwt';
import postgres from 'postgres';
import { z } from 'zod';
import { newId } from '@/lib/kernel/ids';
import type { Demo } from './demo-file';

export type Role = 'owner' | 'approver' | 'payer' | 'developer' | 'viewer';
/** A person with a mail address. */
export type Addressee = { email: string };
export type Member = Addressee & { userId: string };

const mails = z.array(z.object({ subject: z.string(), text: z.string() }));

type Team = Pick<Demo, 'baseUrl' | 'merchantId' | 'databaseUrl' | 'secretsKey'>;

/** People of the merchant's team, each with a mail address of their own, and their mails. */
export function deskOf({ baseUrl, merchantId, databaseUrl, secretsKey }: Team) {
  async function inDatabase<T>(work: (sql: postgres.Sql) => Promise<T>): Promise<T> {
    const sql = postgres(databaseUrl, { max: 1, onnotice: () => {} });
    try {
      return await work(sql);
    } finally {
      await sql.end();
    }
  }

  /** A new member of the team, as if an invitation had been taken. */
  const join = (role: Role, wallet?: string): Promise<Member> =>
    inDatabase(async (sql) => {
      const userId = newId('user');
      const email = `${role}-${randomUUID().slice(0, 8)}@demo.example`;
      await sql`insert into users (id, created_at) values (${userId}, now())`;
      await sql`insert into identities (kind, value, user_id, created_at) values ('email', ${email}, ${userId}, now())`;
      const address = wallet?.toLowerCase() ?? null;
      await sql`insert into identities (kind, value, user_id, created_at)
        select 'wallet', ${address}, ${userId}, now() where ${address}::text is not null`;
      await sql`insert into members (merchant_id, user_id, role, created_at)
        values (${merchantId}, ${userId}, ${role}, now())`;
      return { userId, email };
    });

  /** All tests come from one network: what others asked for there does not count. */
  const forgetCodes = () =>
    inDatabase(async (sql) => {
      await sql`update sign_in_codes set created_at = created_at - interval '1 hour'`;
    });

  /** The newest code that was mailed to a person under such a subject, once it is there. */
  async function mailedCode({ email }: Addressee, subject: RegExp): Promise<string> {
    const url = `${baseUrl}/dev/mailbox?format=json&to=${encodeURIComponent(email)}`;
    for (let tries = 0; tries < 150; tries += 1) {
      const all = mails.parse(await (await fetch(url)).json());
      const newest = all.find((mail) => subject.test(mail.subject));
      const code = /\b(\d{4}) ?(\d{4})\b/.exec(newest?.subject ?? '');
      if (code) return `${code[1]}${code[2]}`;
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
    throw new Error(`No code was mailed to ${email}`);
  }

  /** From the sign-in page on: asks for a code, and types the one that was mailed. */
  async function bringCode(page: Page, person: Addressee, next = '/dashboard'): Promise<void> {
    await forgetCodes();
    // A page that came a moment ago may not hold yet what is typed into it.
    await expect(async () => {
      await page.getByLabel('Your e-mail address').fill(person.email);
      await page.getByRole('button', { name: 'Send me a code' }).click();
      await expect(page.getByLabel('Code from the e-mail')).toBeVisible({ timeout: 5_000 });
    }).toPass();
    await page.getByLabel('Code from the e-mail').fill(await mailedCode(person, /is your code/));
    await page.waitForURL(`${baseUrl}${next}`);
  }

  /** As if they had signed in with this browser a moment ago. */
  async function admit(context: BrowserContext, { userId }: Member): Promise<void> {
    const sid = newId('session');
    await inDatabase(async (sql) => {
      await sql`insert into sessions
        (id, user_id, merchant_id, proved_by, created_at, last_seen_at, expires_at)
        values (${sid}, ${userId}, ${merchantId}, 'email', now(), now(), now() + interval '1 day')`;
    });
    await keepSession(context, sid);
  }

  /** A new operator who has signed in with this browser and proved who they are a moment ago. */
  async function admitOperator(context: BrowserContext): Promise<void> {
    const [sid, userId] = [newId('session'), newId('user')];
    await inDatabase(async (sql) => {
      const email = `operator-${randomUUID().slice(0, 8)}@demo.example`;
      await sql`insert into users (id, created_at) values (${userId}, now())`;
      await sql`insert into identities (kind, value, user_id, created_at) values ('email', ${email}, ${userId}, now())`;
      await sql`insert into operators (user_id, role, created_at) values (${userId}, 'admin', now())`;
      await sql`insert into sessions
        (id, user_id, proved_by, created_at, last_seen_at, expires_at, operator_stepped_up_at)
        values (${sid}, ${userId}, 'email', now(), now(), now() + interval '1 day', now())`;
    });
    await keepSession(context, sid);
  }

  async function keepSession(context: BrowserContext, sid: string): Promise<void> {
    // The portal derives its secret in this way (lib/kernel/secrets.ts) and keeps nothing else in the cookie.
    const key = Buffer.from(secretsKey, 'base64');
    const secret = Buffer.from(hkdfSync('sha256', key, '', 'drawbridge secret next-auth', 32));
    const value = await encode({ token: { sid }, secret: secret.toString('base64url') });
    await context.addCookies([{ name: 'drawbridge-session', value, url: baseUrl, httpOnly: true, sameSite: 'Lax' }]);
  }

  return {
    inDatabase,
    join,
    admit,
    admitOperator,
    /** Opens a page of the desk for a member; how they sign in is not what the journey is about. */
    enter: async (page: Page, person: Member, next = '/dashboard'): Promise<void> => {
      await admit(page.context(), person);
      await page.goto(`${baseUrl}${next}`);
    },
    forgetCodes,
    mailedCode,
    bringCode,
    /** Proves in the desk's own dialog that it is them, by the code of a mail. */
    stepUp: async (page: Page, person: Addressee): Promise<void> => {
      const dialog = page.getByRole('dialog', { name: 'Confirm that it is you' });
      await dialog.getByLabel('Code from the e-mail').fill(await mailedCode(person, /confirms that it is you/));
      await dialog.waitFor({ state: 'hidden' });
    },
    /** As if a wallet had signed for the merchant once. */
    proved: (address: string) =>
      inDatabase(async (sql) => {
        await sql`insert into wallets (id, merchant_id, address, name, proven_at, created_at)
          values (${newId('wallet')}, ${merchantId}, ${address.toLowerCase()}, 'Proved', now(), now())
          on conflict (merchant_id, address) do update set proven_at = now(), removed_at = null`;
      }),
    /** A person who signs in again is not asked for ten minutes: as if they had just confirmed their identity. */
    confirmed: ({ email }: Addressee, ago = '0 minutes') =>
      inDatabase(async (sql) => {
        await sql`update sessions set stepped_up_at = now() - ${ago}::interval
          where user_id = (select user_id from identities where kind = 'email' and value = ${email})`;
      }),
    /** Signs a person in by the code of a mail. */
    signIn: async (page: Page, person: Addressee, next = '/dashboard'): Promise<void> => {
      await page.goto(`${baseUrl}/sign-in?next=${encodeURIComponent(next)}`);
      await bringCode(page, person, next);
    },
  };
}

export type DeskOfDemo = ReturnType<typeof deskOf>;
