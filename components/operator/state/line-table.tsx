import { Empty } from '@/components/ui/empty';
import { Time } from '@/components/ui/figures/time';
import { Body, Head, Row, Table, Td, Th } from '@/components/ui/table';
import type { OperatorLineOnWire } from '@/lib/operators/state/schema';

/** What operators did, the newest first. */
export function LineTable({ lines }: { lines: readonly OperatorLineOnWire[] }) {
  if (lines.length === 0) return <Empty title="Nothing yet">No operator has changed anything.</Empty>;
  return (
    <Table caption="What operators did">
      <Head>
        <Th>When</Th>
        <Th>Who</Th>
        <Th>What</Th>
        <Th>About</Th>
        <Th>Facts</Th>
      </Head>
      <Body>
        {lines.map(({ id, at, actor, action, subject_id: subject, facts }) => (
          <Row key={id}>
            <Td>
              <Time iso={at} />
            </Td>
            <Td className="wrap-anywhere">{actor.name}</Td>
            <Td>{action}</Td>
            <Td className="font-mono">{subject}</Td>
            <Td className="font-mono wrap-anywhere">{JSON.stringify(facts)}</Td>
          </Row>
        ))}
      </Body>
    </Table>
  );
}
