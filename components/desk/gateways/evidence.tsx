import { Time } from '@/components/ui/figures/time';
import { Body, Head, Row, Table, Td, Th } from '@/components/ui/table';
import type { SubmissionNote } from '@/lib/desk/gateways/schema';
import { noteWords } from './submission-words';

/** What came of a submission, word for word. */
export function Evidence({ notes }: { notes: readonly SubmissionNote[] }) {
  if (notes.length === 0)
    return <p className="mt-3 text-sm text-quiet">Nothing was answered and nothing was seen yet.</p>;
  return (
    <div className="mt-3">
      <Table caption="What was said and seen">
        <Head>
          <Th>When</Th>
          <Th>Who</Th>
          <Th>Said</Th>
        </Head>
        <Body>
          {notes.map((note) => (
            <Row key={`${note.kind} ${note.at} ${note.said}`}>
              <Td>
                <Time iso={note.at} as="brief" />
                {note.times > 1 && (
                  <span className="block text-xs text-quiet">
                    {note.times} times, last <Time iso={note.last_at} as="brief" />
                  </span>
                )}
              </Td>
              <Td>{noteWords[note.kind]}</Td>
              <Td>
                <bdi className="block max-w-prose font-mono text-xs wrap-anywhere">{note.said || 'nothing'}</bdi>
                {note.answer_status !== null && (
                  <span className="block text-xs text-quiet">with status {note.answer_status}</span>
                )}
              </Td>
            </Row>
          ))}
        </Body>
      </Table>
    </div>
  );
}
