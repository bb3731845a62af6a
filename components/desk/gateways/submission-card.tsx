import { Fact, Facts } from '@/components/ui/figures/facts';
import { Address, Hash } from '@/components/ui/figures/hex';
import { Time } from '@/components/ui/figures/time';
import { Fold } from '@/components/ui/fold';
import { Status } from '@/components/ui/status';
import type { SubmissionOnPage } from '@/lib/desk/gateways/schema';
import { DecideSubmission } from './decide-submission';
import { Evidence } from './evidence';
import { submissionWords } from './submission-words';

/** One hand-over of a payout to a gateway: how it stands, and all that is known of it. */
export function SubmissionCard({ submission, open = false }: { submission: SubmissionOnPage; open?: boolean }) {
  const { status, external_id: externalId, task_id: taskId, named_hash: named, hot_wallet: wallet } = submission;
  const { tone, name, says } = submissionWords[status];
  const link = (kind: string, value: string) =>
    submission.explorer_url && `${submission.explorer_url}/${kind}/${value}`;
  const facts = (
    <>
      <Facts dense>
        <Fact name="Handed over">
          <Time iso={submission.submitted_at} />
        </Fact>
        <Fact name="Its id at the gateway">
          <code className="font-mono">{externalId}</code>
        </Fact>
        {taskId && (
          <Fact name="Task of the gateway">
            <code className="font-mono">{taskId}</code>
          </Fact>
        )}
        <Fact name="From the hot wallet">
          <Address value={wallet} href={link('address', wallet)} />
        </Fact>
        <Fact name="To">
          <Address value={submission.recipient} href={link('address', submission.recipient)} />
        </Fact>
        {named && (
          <Fact name="Transfer that the gateway names">
            <Hash value={named} href={link('tx', named)} />
          </Fact>
        )}
        <Fact name={`Looked for on ${submission.chain_name}`}>
          {submission.read_to_block
            ? `above block ${submission.submit_block}, up to final block ${submission.read_to_block}`
            : `from block ${submission.submit_block} on, with every new block`}
        </Fact>
      </Facts>
      <Evidence notes={submission.notes} />
    </>
  );
  return (
    <div className="space-y-3">
      <p className="text-sm text-pretty">
        <Status tone={tone}>{name}</Status> <span className="text-quiet">{says}</span>
      </p>
      <DecideSubmission submission={submission} />
      {open ? facts : <Fold title="What was said and seen">{facts}</Fold>}
    </div>
  );
}
