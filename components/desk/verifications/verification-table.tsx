import { Address } from '@/components/ui/figures/hex';
import { Icon } from '@/components/ui/figures/icon';
import { Time } from '@/components/ui/figures/time';
import { Status, type Tone } from '@/components/ui/status';
import { Body, Head, Row, Table, Td, Th } from '@/components/ui/table';
import type { AttestationAnswer, VerificationAnswer } from '@/lib/wire/attestation';

const statusWords: Record<VerificationAnswer['status'], { tone: Tone; words: string }> = {
  open: { tone: 'busy', words: 'Waits for them' },
  verified: { tone: 'good', words: 'Verified' },
  expired: { tone: 'quiet', words: 'Expired' },
};

/** Each link that was made, the newest first, and what its wallet signed. */
export function VerificationTable({ verifications }: { verifications: readonly VerificationAnswer[] }) {
  return (
    <Table caption="Wallet verifications, the newest first">
      <Head>
        <Th>Reference</Th>
        <Th>State</Th>
        <Th>Wallet</Th>
        <Th className="hidden lg:table-cell">Made</Th>
        <Th end>Attestation</Th>
      </Head>
      <Body>
        {verifications.map((one) => (
          <VerificationRow key={one.id} one={one} />
        ))}
      </Body>
    </Table>
  );
}

function VerificationRow({ one }: { one: VerificationAnswer }) {
  const { tone, words } = statusWords[one.status];
  const address = one.attestation?.address ?? one.address;
  return (
    <Row>
      <Td className="max-w-56">
        <span className="block font-medium wrap-anywhere" dir="auto">
          {one.reference}
        </span>
        <span className="block font-mono text-xs wrap-anywhere text-quiet">{one.id}</span>
      </Td>
      <Td>
        <Status tone={tone}>{words}</Status>
        <span className="block text-xs text-quiet">
          {one.status === 'open' ? (
            <>
              until <Time iso={one.expires_at} as="brief" />
            </>
          ) : (
            <Time iso={one.verified_at ?? one.expires_at} as="brief" />
          )}
        </span>
      </Td>
      <Td>{address ? <Address value={address} /> : <span className="text-quiet">Any of theirs</span>}</Td>
      <Td className="hidden lg:table-cell">
        <Time iso={one.created_at} />
      </Td>
      <Td end>{one.attestation ? <Save of={one.attestation} /> : <span className="text-quiet">–</span>}</Td>
    </Row>
  );
}

/** All that it takes to check it without us, as the API answers it. */
function Save({ of }: { of: AttestationAnswer }) {
  return (
    <a
      href={`data:application/json;charset=utf-8,${encodeURIComponent(JSON.stringify(of, null, 2))}`}
      download={`attestation-${of.id}.json`}
      aria-label={`Save the attestation ${of.id}`}
      className="inline-flex items-center gap-1 text-link underline-offset-4 hover:underline"
    >
      <Icon name="download" size={14} />
      Save
    </a>
  );
}
