import { CopyButton } from '@/components/ui/copy-button';
import type { Say } from '@/lib/words/say';
import { shorten } from './shorten';

/** `say`: of a recipient's page, which has a language of its own. */
type Shown = { value: string; href?: string | null; copy?: boolean; say?: Say<'ui'> };
type Noun = 'address' | 'hash';

const whole = { address: 'ui.showAddress', hash: 'ui.showHash' } as const;

function Hex({ value, noun, href, copy = true, say }: Shown & { noun: Noun }) {
  return (
    <span className="inline-flex max-w-full flex-wrap items-start gap-x-1">
      <details className="group min-w-0 max-w-full">
        <summary
          className="list-none rounded-sm font-mono text-[0.9375em] underline decoration-dotted decoration-line-strong underline-offset-4 [&::-webkit-details-marker]:hidden"
          title={say ? say(whole[noun]) : `Show the whole ${noun}`}
        >
          <bdi dir="ltr" className="group-open:hidden">
            {shorten(value)}
          </bdi>
          <bdi dir="ltr" className="hidden break-all group-open:inline">
            {value}
          </bdi>
        </summary>
      </details>
      {copy && <CopyButton text={value} noun={noun} />}
      {href && (
        <a
          className="ms-1 text-link underline underline-offset-4"
          href={href}
          rel="noopener noreferrer"
          target="_blank"
        >
          {say ? say('ui.explorer') : 'explorer'}
        </a>
      )}
    </span>
  );
}

/** In a table of many: short, and whole only to the pointer and to screen readers. */
function PlainHex({ value }: { value: string }) {
  return (
    <bdi dir="ltr" className="font-mono text-[0.9375em]" title={value}>
      <span aria-hidden="true">{shorten(value)}</span>
      <span className="sr-only">{value}</span>
    </bdi>
  );
}

/** A wallet's or contract's address: short, whole on demand, to copy, and to look up where the chain has an explorer. */
export function Address({ plain = false, ...shown }: Shown & { plain?: boolean }) {
  return plain ? <PlainHex value={shown.value} /> : <Hex noun="address" {...shown} />;
}

/** A transfer's hash, with the way to look it up where the chain has an explorer. */
export function Hash(shown: Omit<Shown, 'copy'>) {
  return <Hex noun="hash" {...shown} />;
}
