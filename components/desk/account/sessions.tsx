'use client';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { useViewer } from '@/components/desk/frame/desk';
import { ProblemCallout } from '@/components/desk/frame/problem-callout';
import { useAction } from '@/components/desk/frame/use-action';
import { browserName } from '@/components/desk/words/browser-name';
import { Badge } from '@/components/ui/badge';
import { buttonClass } from '@/components/ui/button';
import { Callout } from '@/components/ui/callout';
import { Time } from '@/components/ui/figures/time';
import { Body, Head, Row, Table, Td, Th } from '@/components/ui/table';
import type { SessionOnWire } from '@/lib/access/schema';

const provedBy = { wallet: 'wallet', email: 'e-mail', passkey: 'passkey' } as const;

/** Every browser in which the person is signed in. */
export function Sessions({ sessions }: { sessions: readonly SessionOnWire[] }) {
  return (
    <Table caption="Your sessions">
      <Head>
        <Th>Browser</Th>
        <Th className="hidden sm:table-cell">From</Th>
        <Th>Last used</Th>
        <Th className="hidden lg:table-cell">Signed in</Th>
        <Th>
          <span className="sr-only">What to do</span>
        </Th>
      </Head>
      <Body>
        {sessions.map((session) => (
          <Row key={session.id}>
            <Td>
              <span title={session.user_agent ?? undefined}>{browserName(session.user_agent)}</span>{' '}
              {session.current && <Badge>This one</Badge>}
              <span className="block text-xs text-quiet sm:hidden">{session.address ?? ''}</span>
            </Td>
            <Td className="hidden sm:table-cell">
              <span className="font-mono text-xs">{session.address ?? 'Unknown'}</span>
            </Td>
            <Td>
              <Time iso={session.last_seen_at} />
            </Td>
            <Td className="hidden lg:table-cell">
              <Time iso={session.created_at} />, by {provedBy[session.proved_by]}
            </Td>
            <Td end>{!session.current && <EndSession session={session} />}</Td>
          </Row>
        ))}
      </Body>
    </Table>
  );
}

function EndSession({ session }: { session: SessionOnWire }) {
  const { run, pending, problem } = useAction();
  const router = useRouter();
  const end = async () => {
    const answer = await run(`/api/desk/sessions/${session.id}`, { method: 'DELETE' });
    // A session that ended by itself meanwhile counts as ended.
    if (answer.ok || answer.problem.code === 'not_found') router.refresh();
  };
  return (
    <>
      <button type="button" className={buttonClass('bare')} disabled={pending} onClick={end}>
        {pending ? 'Ending …' : 'End'}
        <span className="sr-only"> the session of {browserName(session.user_agent)}</span>
      </button>
      {problem && problem.code !== 'not_found' && (
        <span role="alert" className="block text-xs text-bad">
          {problem.detail}
        </span>
      )}
    </>
  );
}

/** Ends every session but this one, or this one. */
export function SessionActions({ others }: { others: number }) {
  const { run, pending, problem } = useAction();
  const { session_id } = useViewer();
  const router = useRouter();
  const [ended, setEnded] = useState(false);
  const endOthers = async () => {
    if (!(await run('/api/desk/sessions', { method: 'DELETE' })).ok) return;
    setEnded(true);
    router.refresh();
  };
  const signOut = async () => {
    const answer = await run(`/api/desk/sessions/${session_id}`, { method: 'DELETE' });
    if (answer.ok) window.location.assign('/sign-in');
  };
  return (
    <div className="mt-3 space-y-3">
      <div className="flex flex-wrap gap-2">
        {others > 0 && (
          <button type="button" className={buttonClass('small')} disabled={pending} onClick={endOthers}>
            End all others
          </button>
        )}
        <button type="button" className={buttonClass('small')} disabled={pending} onClick={signOut}>
          Sign out here
        </button>
      </div>
      {ended && others === 0 && <Callout tone="good">You are signed in in this browser only.</Callout>}
      <ProblemCallout problem={problem} />
    </div>
  );
}
