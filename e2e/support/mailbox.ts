import { expect } from '@playwright/test';
import { z } from 'zod';

const shown = z.array(z.object({ subject: z.string(), text: z.string() }));

/** What the newest mail to this address with such a subject says, once it is in the demo's mailbox. */
export async function mailTo(baseUrl: string, email: string, subject: RegExp): Promise<string> {
  const url = `${baseUrl}/dev/mailbox?format=json&to=${encodeURIComponent(email)}`;
  const find = async () =>
    shown.parse(await (await fetch(url)).json()).find((mail) => subject.test(mail.subject))?.text ?? '';
  await expect.poll(find, { timeout: 30_000 }).not.toBe('');
  return find();
}
