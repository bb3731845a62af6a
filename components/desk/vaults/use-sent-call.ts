import { askDesk } from '@/components/desk/frame/ask';
import { useAsked } from '@/components/desk/frame/use-asked';
import { type SentCall, sentCall } from '@/lib/vaults/schema';

const everyMs = 1_500;
const over: readonly SentCall['state'][] = ['confirmed', 'failed', 'replaced'];

type Seen = { sent: SentCall | null; unreachable: boolean };
const nothing: Seen = { sent: null, unreachable: false };

/** How far a call is, asked again until it can change no more. */
export function useSentCall(vaultId: string, hash: string): Seen {
  const { data } = useAsked<Seen>({
    of: ['sent call', vaultId, hash],
    read: async (asking, { sent: known } = nothing) => {
      const query = new URLSearchParams({ hash });
      if (known?.sender) query.set('sender', known.sender);
      if (known && known.nonce !== null) query.set('nonce', String(known.nonce));
      const answer = await askDesk(`/api/desk/vaults/${vaultId}/calls?${query}`, { ...asking, returns: sentCall });
      return { sent: answer.ok ? answer.data : known, unreachable: !answer.ok };
    },
    againMs: ({ sent }) => (sent && over.includes(sent.state) ? null : everyMs),
    whileHidden: true,
  });
  return data ?? nothing;
}
