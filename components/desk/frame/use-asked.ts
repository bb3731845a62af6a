import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useViewer } from './desk';

export type Asking = { merchantId: string; signal: AbortSignal };

type AskedOptions<T> = {
  /** What is asked for: of another one, nothing that was known before holds. */
  of: readonly string[];
  /** Asks once and throws nothing. `known` is what the time before brought. */
  read(asking: Asking, known: T | undefined): Promise<T>;
  /** Whether to ask at all. */
  when?: boolean;
  /** How long after an answer it is asked again; null for never. */
  againMs?(known: T): number | null;
  /** Also while nobody looks. */
  whileHidden?: boolean;
  begin?: T;
  /** Keeps what another question brought on the screen until this one is answered. */
  keepsLast?: boolean;
};

/** What the portal says of one thing, for as long as a part of the page shows it. */
export function useAsked<T>({ of, read, when = true, againMs, whileHidden, begin, keepsLast }: AskedOptions<T>) {
  const { merchant } = useViewer();
  const queries = useQueryClient();
  const queryKey = ['desk', merchant.id, ...of];
  return useQuery<T>({
    queryKey,
    queryFn: ({ signal }) => read({ merchantId: merchant.id, signal }, queries.getQueryData<T>(queryKey)),
    enabled: when,
    initialData: begin,
    placeholderData: keepsLast ? (last) => last : undefined,
    refetchInterval: ({ state: { data } }) => (data === undefined ? false : (againMs?.(data) ?? false)),
    refetchIntervalInBackground: whileHidden ?? false,
    // Asked when a part appears and when its time comes, and by no other rule; forgotten soon after its part is gone.
    ...{ staleTime: 0, gcTime: 1_000, retry: false, networkMode: 'always' },
    ...{ refetchOnWindowFocus: false, refetchOnReconnect: false },
  });
}
