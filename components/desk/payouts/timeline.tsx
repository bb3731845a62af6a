import type { ReactNode } from 'react';
import { accountWords, kindWords } from '@/components/desk/words/ledger-words';
import { Amount } from '@/components/ui/figures/amount';
import { Address, Hash } from '@/components/ui/figures/hex';
import { Time } from '@/components/ui/figures/time';
import type { PayoutStory, StoryLine } from '@/lib/desk/story/schema';
import { changeWords, doerWords, eventWords, isMailTrouble, mailWords, transferWords } from './story-words';

const marks: Record<StoryLine['type'], string> = {
  change: 'border-text bg-text',
  transfer: 'border-link bg-surface',
  voucher: 'border-link bg-surface',
  link: 'border-line-strong bg-surface',
  mail: 'border-line-strong bg-surface',
  posting: 'border-line-strong bg-surface',
  event: 'border-line-strong bg-surface',
  attempt: 'border-line-strong bg-surface',
};

/** Everything that ever happened to a payout, oldest first. What stands together was written together. */
export function Timeline({ moments }: Pick<PayoutStory, 'moments'>) {
  return (
    <ol className="text-[0.8125rem]">
      {moments.map(({ at, lines }) => {
        return (
          <li
            key={at}
            className="group relative grid grid-cols-[4.25rem_minmax(0,1fr)] gap-x-6 pb-4 sm:grid-cols-[8rem_minmax(0,1fr)]"
          >
            <div className="text-right text-quiet">
              <Time iso={at} as="moment" />
            </div>
            <span
              aria-hidden="true"
              className="absolute top-2 bottom-0 left-20 border-l border-line group-last:hidden sm:left-[8.75rem]"
            />
            <div className="relative space-y-1">
              <span
                aria-hidden="true"
                className={`absolute top-1 -left-[1.0625rem] size-2.5 rounded-full border-2 ${marks[lines[0]?.type ?? 'event']}`}
              />
              {lines.map((line, place) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: the lines of a moment never change their order
                <Line key={place} line={line} />
              ))}
            </div>
          </li>
        );
      })}
    </ol>
  );
}

function Line({ line }: { line: StoryLine }): ReactNode {
  switch (line.type) {
    case 'change':
      return (
        <p>
          <strong className="font-semibold">{changeWords(line)}</strong>{' '}
          <span className="text-quiet">
            by {doerWords(line)}
            {line.because && (
              <>
                : <bdi>{line.because}</bdi>
              </>
            )}
          </span>
        </p>
      );
    case 'link':
      return <p className="text-quiet">{line.step === 'made' ? 'Claim link made' : 'Claim link revoked'}</p>;
    case 'voucher':
      return (
        <div>
          Signed for <Address value={line.recipient} copy={false} />
          <span className="text-quiet">
            , good until <Time iso={line.deadline} as="clock" />
          </span>
        </div>
      );
    case 'transfer':
      return <TransferLine line={line} />;
    case 'posting':
      return <PostingLine line={line} />;
    case 'event':
      return <EventLine line={line} />;
    case 'attempt':
      return <AttemptLine line={line} />;
    case 'mail':
      return <MailLine line={line} />;
  }
}

type Of<T extends StoryLine['type']> = { line: Extract<StoryLine, { type: T }> };

function TransferLine({ line }: Of<'transfer'>) {
  const { hash, explorer_url: href, sender, nonce, failure_reason: reason } = line.transfer;
  const made = line.step === 'made';
  return (
    <div className="flex flex-wrap items-start gap-x-2">
      <span>{transferWords(line)}</span>
      {hash && <Hash value={hash} href={href} />}
      {made && sender && (
        <span className="text-quiet">
          from <Address value={sender} copy={false} />
          {nonce !== null && `, number ${nonce}`}
        </span>
      )}
      {line.step === 'ended' && reason && (
        <span className="basis-full text-quiet" dir="auto">
          {reason}
        </span>
      )}
    </div>
  );
}

function PostingLine({ line }: Of<'posting'>) {
  return (
    <p className="text-quiet">
      {kindWords[line.kind]}
      {line.lines.map(({ from, to, amount, asset }) => (
        <span key={`${from} ${to}`} className="ml-2 inline-block">
          <Amount value={amount} symbol={asset} /> {accountWords[from].name} <span aria-hidden="true">→</span>
          <span className="sr-only">to</span> {accountWords[to].name}
        </span>
      ))}
    </p>
  );
}

function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).host : url;
}

function EventLine({ line }: Of<'event'>) {
  return (
    <p className="text-quiet">
      Webhook event “{eventWords(line.event)}”, version {line.version}
      {line.deliveries.length === 0 && ': nobody to tell'}
      {line.deliveries.map(({ id, url, status, attempts }) => (
        <span key={id} className="ml-2">
          <a
            className="text-link underline underline-offset-4"
            href={`/dashboard/webhooks/deliveries/${id}`}
            title={url}
          >
            {hostOf(url)}
          </a>{' '}
          <span className={status === 'exhausted' ? 'text-bad' : ''}>
            {status === 'exhausted' ? `gave up after ${attempts}` : status}
          </span>
        </span>
      ))}
    </p>
  );
}

/** A mail to the recipient: what became of it, and the mail server's own words. */
function MailLine({ line: { mail } }: Of<'mail'>) {
  const { kind, email, state, answer, updated_at: at, created_at: made } = mail;
  return (
    <p>
      {mailWords.kind[kind]} to <bdi className="wrap-anywhere">{email}</bdi>:{' '}
      <span className={isMailTrouble(state) ? 'text-bad' : 'text-quiet'}>{mailWords.state[state]}</span>
      {at !== made && (
        <span className="text-quiet">
          {' '}
          (<Time iso={at} as="moment" />)
        </span>
      )}
      {answer && (
        <span className="block text-quiet" dir="auto">
          {answer}
        </span>
      )}
    </p>
  );
}

function AttemptLine({ line }: Of<'attempt'>) {
  const { status, url, number, duration_ms: ms, error } = line;
  const good = status !== null && status >= 200 && status < 300;
  return (
    <p className="text-quiet">
      {hostOf(url)} {status === null ? <span className="text-bad">did not answer</span> : 'answered '}
      {status !== null && <span className={good ? '' : 'text-bad'}>{status}</span>} in {ms} ms, attempt {number}
      {error && <span className="block">{error}</span>}
    </p>
  );
}
