import { Time } from '@/components/ui/figures/time';
import { Status } from '@/components/ui/status';
import { Body, Head, Row, Table, Td, Th } from '@/components/ui/table';
import type { KeyOnWire } from '@/lib/access/key-schema';
import { RevokeKey } from './revoke-key';

/** The keys by their beginnings; nobody can see more of them. */
export function KeyTable({ keys }: { keys: readonly KeyOnWire[] }) {
  return (
    <Table caption="API keys">
      <Head>
        <Th>Key</Th>
        <Th className="hidden sm:table-cell">May</Th>
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
              <code className="font-mono text-xs text-quiet">{key.prefix}…</code>
              <span className="block text-xs text-quiet sm:hidden">{key.scopes.join(', ')}</span>
            </Td>
            <Td className="hidden sm:table-cell">
              <span className="text-xs wrap-anywhere">{key.scopes.join(', ')}</span>
            </Td>
            <Td>{key.last_used_at ? <Time iso={key.last_used_at} /> : <span className="text-quiet">Never</span>}</Td>
            <Td className="hidden whitespace-nowrap lg:table-cell">
              <Time iso={key.created_at} />
            </Td>
            <Td end>{key.revoked_at ? <Status tone="quiet">Revoked</Status> : <RevokeKey apiKey={key} />}</Td>
          </Row>
        ))}
      </Body>
    </Table>
  );
}
