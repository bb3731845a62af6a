import { Address } from '@/components/ui/figures/hex';
import type { IdentityOnWire } from '@/lib/access/schema';

/** A wallet or mail address that a person signs in with. */
export function IdentityName({ identity: { kind, value } }: { identity: IdentityOnWire }) {
  return kind === 'wallet' ? <Address value={value} /> : <span className="wrap-anywhere">{value}</span>;
}
