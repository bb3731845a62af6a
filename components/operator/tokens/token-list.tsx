'use client';
import { useRouter } from 'next/navigation';
import { ProblemCallout } from '@/components/desk/frame/problem-callout';
import { useAction } from '@/components/desk/frame/use-action';
import { useMayOperate, useOperator } from '@/components/operator/frame/operator-facts';
import { Badge } from '@/components/ui/badge';
import { buttonClass } from '@/components/ui/button';
import { Empty } from '@/components/ui/empty';
import { Address } from '@/components/ui/figures/hex';
import { Time } from '@/components/ui/figures/time';
import { chainOf } from '@/lib/chains/registry';
import type { AddedTokenAnswer } from '@/lib/tokens/schema';

/** Every token that was added, with what was found of it; what waits for a second operator has its buttons. */
export function TokenList({ tokens }: { tokens: readonly AddedTokenAnswer[] }) {
  const { run, pending, problem } = useAction();
  const router = useRouter();
  const send = async (token: AddedTokenAnswer, path: string, method: 'POST' | 'DELETE') => {
    await run(`/api/operator/tokens/${token.id}${path}`, { method });
    router.refresh();
  };
  if (tokens.length === 0)
    return <Empty title="No token was added">Merchants choose among those that are listed.</Empty>;
  return (
    <>
      <ProblemCallout problem={problem} />
      <ul className="divide-y divide-line">
        {tokens.map((token) => (
          <li key={token.id} className="space-y-2 py-4">
            <TokenFacts token={token} />
            {token.status === 'waiting' && (
              <Waiting
                token={token}
                pending={pending}
                onAgree={() => send(token, '/agree', 'POST')}
                onDrop={() => send(token, '', 'DELETE')}
              />
            )}
          </li>
        ))}
      </ul>
    </>
  );
}

function TokenFacts({ token }: { token: AddedTokenAnswer }) {
  const { symbol, name, chain, address, decimals, listed_at, findings } = token;
  return (
    <>
      <p className="flex flex-wrap items-center gap-x-3">
        <bdi className="font-medium">{symbol}</bdi> <bdi>{name}</bdi>
        <span className="text-quiet text-sm">
          {chainOf(chain).name} · {decimals} decimals
        </span>
        {token.status === 'waiting' && <Badge>Waits for a second operator</Badge>}
      </p>
      <div className="text-sm">
        <Address value={address} /> {listed_at && <Time iso={listed_at} />}
      </div>
      <ul className="list-disc ps-5 text-quiet text-sm">
        {findings.map(({ code, text }) => (
          <li key={code}>{text}</li>
        ))}
      </ul>
    </>
  );
}

type WaitingProps = { token: AddedTokenAnswer; pending: boolean; onAgree: () => void; onDrop: () => void };

function Waiting({ token, pending, onAgree, onDrop }: WaitingProps) {
  const { user_id } = useOperator();
  if (!useMayOperate('tokens:write')) return null;
  const isOwn = token.proposed_by === user_id;
  return (
    <div className="flex flex-wrap items-center gap-3 text-sm">
      <span>
        It would be taken for <bdi>{token.resembles}</bdi>. Compare its address with its issuer’s own page.
      </span>
      {!isOwn && (
        <button type="button" className={buttonClass('smallPrimary')} disabled={pending} onClick={onAgree}>
          Agree to {token.symbol}
        </button>
      )}
      <button type="button" className={buttonClass('small')} disabled={pending} onClick={onDrop}>
        Take back {token.symbol}
      </button>
    </div>
  );
}
