import { sql } from 'drizzle-orm';
import { sandboxAddresses } from '@/db/vocabulary/sandbox';

const { paid, refused_by_token, screening_hit, awaiting_funds, undone } = sandboxAddresses;
const played = [paid, refused_by_token, screening_hit, awaiting_funds, undone]
  .map((address) => `'${address}'`)
  .join(', ');

/** Payouts of whose end a part is still to be played: open ones, and those that were paid to be undone. Written out, for their index. */
export const toPlay = sql.raw(
  `recipient_address in (${played}) and (status = 'pending' or (status = 'completed' and recipient_address = '${undone}'))`,
);
