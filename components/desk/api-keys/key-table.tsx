import { Time } from '@/components/ui/figures/time';
import { Status } from '@/components/ui/status';
import { Body, Head, Row, Table, Td, Th } from '@/components/ui/table';
import type { KeyOnWire } from '@/lib/access/key-schema';
import type { Exposures } from '@/lib/desk/keys/schema';
import type { DoorKeyOnWire } from '@/lib/doors/keys/schema';
import { doorNames } from './door-words';
import { KeyCost } from './key-cost';
import { LimitKey } from './limit-key';
import { RevokeKey } from './revoke-key';

type KeyTableProps = { keys: readonly KeyOnWire[]; doorKeys: readonly DoorKeyOnWire[]; exposures: Exposures };

/** The keys by their beginnings, those of doors by their public ids; nobody can see more of them. */
export function KeyTable({ keys, doorKeys, exposures }: KeyTableProps) {
  const doorOf = new Map(doorKeys.map((one) => [one.id, one]));
  const exposed = new Map(exposures.keys.map((one) => [one.key_id, one]));
  return (
    <Table caption="API keys">
      <Head>
        <Th>Key</Th>
        <Th className="hidden sm:table-cell">May</Th>
        <Th className="hidden md:table-cell">If it gets out</Th>
        <Th>Last used</Th>
        <Th className="hidden lg:table-cell">Made</Th>
        <Th>
          <span className="sr-only">What to do</span>
        </Th>
      </Head>
      <Body>
        {keys.map((key) => (
          <Row key={key.id}>
            <Td>
              <span className={`block font-medium wrap-anywhere ${key.revoked_at ? 'text-quiet' : ''}`}>
                {key.name}
              </span>
              <Name apiKey={key} door={doorOf.get(key.id)} assets={exposures.assets} />
              <span className="block text-xs text-quiet sm:hidden">{key.scopes.join(', ')}</span>
              <span className="block md:hidden">
                <KeyCost exposure={exposed.get(key.id)} />
              </span>
            </Td>
            <Td className="hidden sm:table-cell">
              <span className="text-xs wrap-anywhere">{key.scopes.join(', ')}</span>
            </Td>
            <Td className="hidden md:table-cell">
              <KeyCost exposure={exposed.get(key.id)} />
            </Td>
            <Td>{key.last_used_at ? <Time iso={key.last_used_at} /> : <span className="text-quiet">Never</span>}</Td>
            <Td className="hidden whitespace-nowrap lg:table-cell">
              <Time iso={key.created_at} />
            </Td>
            <Td end>
              {key.revoked_at ? (
                <Status tone="quiet">Revoked</Status>
              ) : (
                <>
                  <LimitKey apiKey={key} policy={exposed.get(key.id)?.policy ?? null} assets={exposures.assets} />
                  <RevokeKey apiKey={key} />
                </>
              )}
            </Td>
          </Row>
        ))}
      </Body>
    </Table>
  );
}

type NameProps = { apiKey: KeyOnWire; door: DoorKeyOnWire | undefined; assets: Exposures['assets'] };

function Name({ apiKey, door, assets }: NameProps) {
  if (!door) return <code className="font-mono text-xs text-quiet">{apiKey.prefix}…</code>;
  const { asset, chain, merchant_id } = door.settings;
  const network = assets.find((one) => one.chain === chain)?.chain_name ?? chain;
  return (
    <span className="block text-xs wrap-anywhere text-quiet">
      {doorNames[door.door]}: <code className="font-mono">{door.public_id}</code>
      {asset && chain && `, a dollar is 1 ${asset} on ${network}`}
      {merchant_id && (
        <>
          , merchantId <code className="font-mono">{merchant_id}</code>
        </>
      )}
    </span>
  );
}
