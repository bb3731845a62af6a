import { useEffect, useState } from 'react';
import { askDesk } from '@/components/desk/frame/ask';
import { useViewer } from '@/components/desk/frame/desk';
import { type SentCall, sentCall } from '@/lib/vaults/schema';

const everyMs = 1_500;
const over: readonly SentCall['state'][] = ['confirmed', 'failed', 'replaced'];

/** How far a call is, asked again until it can change no more. */
export function useSentCall(vaultId: string, hash: string): { sent: SentCall | null; unreachable: boolean } {
  const { merchant } = useViewer();
  const [state, setState] = useState<{ hash: string; sent: SentCall | null; unreachable: boolean }>({
    ...{ hash, sent: null, unreachable: false },
  });
  useEffect(() => {
    const left = new AbortController();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const look = async (known: SentCall | null) => {
      const query = new URLSearchParams({ hash });
      if (known?.sender) query.set('sender', known.sender);
      if (known && known.nonce !== null) query.set('nonce', String(known.nonce));
      const path = `/api/desk/vaults/${vaultId}/calls?${query}`;
      const answer = await askDesk(path, { merchantId: merchant.id, returns: sentCall, signal: left.signal });
      if (left.signal.aborted) return;
      const sent = answer.ok ? answer.data : known;
      setState({ hash, sent, unreachable: !answer.ok });
      if (!sent || !over.includes(sent.state)) timer = setTimeout(look, everyMs, sent);
    };
    void look(null);
    return () => {
      left.abort();
      clearTimeout(timer);
    };
  }, [vaultId, hash, merchant.id]);
  return state.hash === hash ? state : { sent: null, unreachable: false };
}
