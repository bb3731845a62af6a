import { Callout } from '@/components/ui/callout';
import { Address } from '@/components/ui/figures/hex';
import { Time } from '@/components/ui/figures/time';
import { Status } from '@/components/ui/status';
import type { NamedSigner, VaultOnPage } from '@/lib/vaults/schema';

/** Everybody whom the vault ever let sign, and what became of it: here, before a rotation, or elsewhere. */
export function NamedSigners({ vault }: { vault: VaultOnPage }) {
  const { signers, chain } = vault;
  if (!signers) {
    return (
      <Callout tone="warn">
        Whom this vault named as signers cannot be read right now. Nothing has changed because of this; the page looks
        again by itself.
      </Callout>
    );
  }
  const strangers = new Set(
    signers.named.filter(({ ours, state }) => !ours && state === 'can_sign').map(({ signer }) => signer),
  );
  return (
    <section aria-label={`Signers of the vault on ${chain.name}`} className="space-y-2.5">
      <h3 className="text-sm font-semibold">Signers</h3>
      {strangers.size > 0 && (
        <Callout tone="warn">
          Besides the one in use here, {strangers.size === 1 ? 'one signer' : `${strangers.size} signers`} can sign
          payouts from this vault. Revoke what you did not name yourself, or need no longer: its payouts are not in
          these books.
        </Callout>
      )}
      {!signers.complete && (
        <Callout tone="warn">
          Older events of the contract are still being read: there may be more signers than are shown here. The page
          looks again by itself.
        </Callout>
      )}
      {signers.named.length === 0 ? (
        <p className="text-sm text-quiet">{signers.complete ? 'This vault has never named one.' : 'None found yet.'}</p>
      ) : (
        <ul className="divide-y divide-line rounded-lg border border-line bg-surface text-sm">
          {signers.named.map((one) => (
            <Signer key={`${one.signer} ${one.token}`} signer={one} vault={vault} />
          ))}
        </ul>
      )}
    </section>
  );
}

const standings = {
  can_sign: { tone: 'good', words: 'can sign' },
  expired: { tone: 'quiet', words: 'expired' },
  revoked: { tone: 'quiet', words: 'revoked' },
} as const;

function Signer({ signer: { signer, ours, token, asset, state, capacity, expires_at: until }, vault }: RowProps) {
  const { explorer_url: explorer } = vault.chain;
  const { tone, words } = standings[state];
  return (
    <li className="flex flex-wrap items-center gap-x-5 gap-y-1 px-3.5 py-2.5">
      <Address value={signer} href={explorer && `${explorer}/address/${signer}`} />
      <span>{ours ? 'the one in use' : 'not in use here'}</span>
      <span>{asset ?? <Address value={token} href={explorer && `${explorer}/address/${token}`} />}</span>
      <Status tone={ours || state !== 'can_sign' ? tone : 'warn'}>{words}</Status>
      {state === 'can_sign' && capacity && until && (
        <span className="text-quiet">
          up to {capacity} {asset ?? 'base units'} in 24 hours, until <Time iso={until} />
        </span>
      )}
    </li>
  );
}

type RowProps = { signer: NamedSigner; vault: VaultOnPage };
