import { exportKinds } from '@/lib/leaving/schema';

const kindWords: Readonly<Record<(typeof exportKinds)[number], string>> = {
  payouts: 'Payouts',
  books: 'Books',
  events: 'Events',
  receipts: 'Receipts, as they were signed',
  audit: 'Audit',
};

/** Everything that is the merchant's, as files; and how it ends what the portal may do, without the portal. */
export function Leaving() {
  return (
    <div className="space-y-4 text-sm">
      <ul className="divide-y divide-line">
        {exportKinds.map((kind) => (
          <li key={kind} className="flex flex-wrap items-center justify-between gap-3 py-2">
            <span>{kindWords[kind]}</span>
            <span className="flex gap-4">
              {(['csv', 'jsonl'] as const).map((format) => (
                <a
                  key={format}
                  className="text-link underline underline-offset-4"
                  href={`/api/desk/export?of=${kind}&format=${format}`}
                  download
                >
                  {format === 'csv' ? 'CSV' : 'JSON lines'}
                </a>
              ))}
            </span>
          </li>
        ))}
      </ul>
      <p className="max-w-prose text-pretty text-quiet">
        What this portal may sign for ends in your own wallet, without us: from the vault, send <code>approve</code> of
        0 to the token for the payout contract, or <code>revokeSigner</code> to the contract. The page of the vaults
        prepares both; any explorer or wallet that shows the contract can send them, too.
      </p>
    </div>
  );
}
