import { Amount } from '@/components/ui/figures/amount';
import type { ExposedAsset, KeyExposure } from '@/lib/desk/keys/schema';
import { namesRecipients } from './policy-draft';

/** What a stranger who has the key could let leave, per asset. */
export function KeyCost({ exposure }: { exposure: KeyExposure | undefined }) {
  if (!exposure) return null;
  const { assets, policy } = exposure;
  if (assets.length === 0) return <span className="text-xs text-quiet">No money</span>;
  return (
    <ul className="space-y-1 text-xs">
      {assets.map((one) => (
        <li key={`${one.chain} ${one.asset}`}>
          <AssetCost {...one} />
        </li>
      ))}
      {policy !== null && namesRecipients(policy) && (
        <li className="text-quiet">To the recipients of its limits only</li>
      )}
      {policy !== null && policy.ip_ranges.length > 0 && <li className="text-quiet">From its addresses only</li>}
    </ul>
  );
}

function AssetCost({ asset, chain_name: network, max_day, left, there }: ExposedAsset) {
  const place = <span className="text-quiet">on {network}</span>;
  if (max_day === null || left === null) {
    return (
      <>
        <span className="font-medium">All</span> {asset} {place}:{' '}
        <span className="text-quiet">
          <Amount value={there} symbol={asset} quiet /> now
        </span>
      </>
    );
  }
  return (
    <>
      <Amount value={max_day} symbol={asset} /> a day {place}
      <span className="block text-quiet">
        <Amount value={left} symbol={asset} quiet /> of it left now
      </span>
    </>
  );
}
