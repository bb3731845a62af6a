import { type SandboxMail, type SandboxOutcome, sandboxAddresses, sandboxMailboxes } from '@/db/vocabulary/sandbox';

/** Which end a test payout to a reserved recipient comes to; client-safe. */

function nameOf<Name extends string>(table: Readonly<Record<Name, string>>, value: string): Name | null {
  for (const name in table) if (table[name] === value.toLowerCase()) return name;
  return null;
}

export function outcomeOfAddress(address: string): SandboxOutcome | null {
  return nameOf<SandboxOutcome>(sandboxAddresses, address);
}

export function outcomeOfMailbox(mailbox: string): SandboxMail | null {
  return nameOf<SandboxMail>(sandboxMailboxes, mailbox);
}
