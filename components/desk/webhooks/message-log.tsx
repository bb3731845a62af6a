import Link from 'next/link';
import { CodeBlock } from '@/components/ui/code-block';
import { Fact, Facts } from '@/components/ui/figures/facts';
import { Hash } from '@/components/ui/figures/hex';
import { Time } from '@/components/ui/figures/time';
import { Fold } from '@/components/ui/fold';
import { Status, type Tone } from '@/components/ui/status';
import type { MessageOnWire } from '@/lib/sources/schema';
import { readable } from './readable-json';

type Done = { tone: Tone; words: string; lead: string };

function doneAbout({ outcome, said }: MessageOnWire): Done {
  if (outcome === null) {
    return { tone: 'busy', words: 'Being looked at', lead: 'The network does not show yet what it tells of.' };
  }
  if (outcome === 'followed') {
    return { tone: 'good', words: 'Followed', lead: 'The network shows that this transfer is the payout’s.' };
  }
  if (outcome === 'nothing_of_ours') {
    return { tone: 'quiet', words: 'Not yours', lead: 'It names no payout of yours, by id or by reference.' };
  }
  const lead =
    said?.hash === null
      ? 'It names no transfer, so there was nothing to look for. Payments are seen without it.'
      : 'The network did not show that this transfer is the payout’s, or the payout needed no look any more.';
  return { tone: 'quiet', words: 'Nothing changed', lead };
}

/** What a source told us, the newest first, and what we did about each. */
export function MessageLog({ messages }: { messages: readonly MessageOnWire[] }) {
  return (
    <ol className="space-y-2">
      {messages.map((message) => (
        <li key={message.id} className="rounded-lg border border-line bg-surface">
          <OneMessage message={message} done={doneAbout(message)} />
        </li>
      ))}
    </ol>
  );
}

type OneMessageProps = { message: MessageOnWire; done: Done };

function OneMessage({ message, done }: OneMessageProps) {
  return (
    <details>
      <summary className="flex min-h-11 flex-wrap items-center gap-x-4 gap-y-1 px-4 py-2 text-sm">
        <span className="font-medium wrap-anywhere">{titleOf(message)}</span>
        <Status tone={done.tone}>{done.words}</Status>
        <span className="text-quiet">
          <Time iso={message.received_at} />
        </span>
      </summary>
      <MessageBody message={message} done={done} />
    </details>
  );
}

function titleOf({ said }: MessageOnWire): string {
  if (!said) return 'A message';
  return said.status ? `${said.type}: ${said.status}` : said.type;
}

function MessageBody({ message, done }: OneMessageProps) {
  const { said, payout, text } = message;
  return (
    <div className="space-y-3 border-t border-line px-4 py-3 text-sm">
      <p className="text-pretty">{done.lead}</p>
      <Facts>
        {payout && (
          <Fact name="Your payout">
            <Link
              href={`/dashboard/payouts/${payout}`}
              prefetch={false}
              className="font-mono text-[0.8125rem] text-link underline underline-offset-4"
            >
              {payout}
            </Link>
          </Fact>
        )}
        {said?.payout && said.payout !== payout && <Fact name="Payout it names">{said.payout}</Fact>}
        {said?.reference && (
          <Fact name="Reference it names">
            <bdi>{said.reference}</bdi>
          </Fact>
        )}
        {said?.hash && (
          <Fact name="Transfer it names">
            <Hash value={said.hash} />
          </Fact>
        )}
        {said?.amount && <Fact name="Amount it names">{said.amount}</Fact>}
      </Facts>
      {text === null ? (
        <p className="text-quiet">What it said was deleted for its age. That it came is kept.</p>
      ) : (
        <Fold title="As it came">
          <CodeBlock label="As it came" text={readable(text)} />
        </Fold>
      )}
    </div>
  );
}
