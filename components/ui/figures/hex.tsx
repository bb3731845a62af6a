import { CopyButton } from '@/components/ui/copy-button';
import { shorten } from './shorten';

type Shown = { value: string; noun: string; href?: string | null; copy?: boolean };

function Hex({ value, noun, href, copy = true }: Shown) {
  return (
    <span className="inline-flex max-w-full flex-wrap items-start gap-x-1">
      <details className="group min-w-0 max-w-full">
        <summary
          className="list-none rounded-sm font-mono text-[0.9375em] underline decoration-dotted decoration-line-strong underline-offset-4 [&::-webkit-details-marker]:hidden"
          title={`Show the whole ${noun}`}
        >
          <span className="group-open:hidden">{shorten(value)}</span>
          <span className="hidden break-all group-open:inline">{value}</span>
        </summary>
      </details>
      {copy && <CopyButton text={value} noun={noun} />}
      {href && (
        <a
          className="ml-1 text-link underline underline-offset-4"
          href={href}
          rel="noopener noreferrer"
          target="_blank"
        >
          explorer
        </a>
      )}
    </span>
  );
}

/** In a table of many: short, and whole only to the pointer and to screen readers. */
function PlainHex({ value }: { value: string }) {
  return (
    <span className="font-mono text-[0.9375em]" title={value}>
      <span aria-hidden="true">{shorten(value)}</span>
      <span className="sr-only">{value}</span>
    </span>
  );
}

type AddressProps = { value: string; href?: string | null; copy?: boolean; plain?: boolean };

/** A wallet's or contract's address: short, whole on demand, to copy, and to look up where the chain has an explorer. */
export function Address({ value, href, copy, plain = false }: AddressProps) {
  return plain ? <PlainHex value={value} /> : <Hex value={value} noun="address" href={href} copy={copy} />;
}

/** A transfer's hash, with the way to look it up where the chain has an explorer. */
export function Hash({ value, href }: { value: string; href?: string | null }) {
  return <Hex value={value} noun="hash" href={href} />;
}
