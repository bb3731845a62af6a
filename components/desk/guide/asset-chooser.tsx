'use client';
import { useRouter } from 'next/navigation';
import { useMay } from '@/components/desk/frame/desk';
import { ProblemCallout } from '@/components/desk/frame/problem-callout';
import { useAction } from '@/components/desk/frame/use-action';
import { buttonClass } from '@/components/ui/button';
import { Callout } from '@/components/ui/callout';
import { Status } from '@/components/ui/status';
import type { ChainKey } from '@/db/vocabulary/chains';
import { type AssetTerms, settingsAnswer } from '@/lib/merchants/schema';

export type OfferedChain = { key: ChainKey; name: string; tokens: readonly { symbol: string; name: string }[] };

type AssetChooserProps = { chains: readonly OfferedChain[]; chosen: readonly AssetTerms[]; testMode: boolean };

/** What the portal offers on the networks that this merchant may pay on. */
export function AssetChooser({ chains, chosen, testMode }: AssetChooserProps) {
  const { run, pending, problem } = useAction();
  const router = useRouter();
  const may = useMay('settings:write');
  if (chains.length === 0) {
    return (
      <Callout>
        This portal serves no {testMode ? 'test network' : 'network with real money'} yet. Its operator can add one; you
        can go on with the other steps meanwhile.
      </Callout>
    );
  }
  const add = async (chain: ChainKey, asset: string) => {
    const body = { chain, asset };
    const answer = await run('/api/desk/settings/assets', { method: 'POST', body, returns: settingsAnswer });
    if (answer.ok) router.refresh();
  };
  const isChosen = (chain: ChainKey, symbol: string) =>
    chosen.some((terms) => terms.chain === chain && terms.asset === symbol);
  return (
    <div className="space-y-4">
      {chains.map(({ key, name, tokens }) => (
        <section key={key} aria-label={name} className="rounded-lg border border-line bg-surface">
          <h3 className="border-b border-line px-4 py-2.5 text-sm font-semibold">{name}</h3>
          <ul className="divide-y divide-line">
            {tokens.map((token) => (
              <li key={token.symbol} className="flex min-h-12 flex-wrap items-center justify-between gap-3 px-4 py-1.5">
                <span className="text-sm">
                  {token.symbol} <span className="text-quiet">{token.name}</span>
                </span>
                {isChosen(key, token.symbol) ? (
                  <Status tone="good">You pay it out</Status>
                ) : (
                  may && (
                    <button
                      type="button"
                      className={buttonClass('small')}
                      disabled={pending}
                      onClick={() => add(key, token.symbol)}
                    >
                      Pay out {token.symbol} <span className="sr-only">on {name}</span>
                    </button>
                  )
                )}
              </li>
            ))}
          </ul>
        </section>
      ))}
      <ProblemCallout problem={problem} />
    </div>
  );
}
