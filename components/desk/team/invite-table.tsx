import { IdentityName } from '@/components/desk/words/identity-name';
import { CopyButton } from '@/components/ui/copy-button';
import { Time } from '@/components/ui/figures/time';
import { Status } from '@/components/ui/status';
import { Body, Head, Row, Table, Td, Th } from '@/components/ui/table';
import type { InviteOnWire } from '@/lib/access/schema';
import { RevokeInvite } from './revoke-invite';
import { roleWords } from './role-words';

/** Who was asked to join and has not come yet. */
export function InviteTable({ invites, signInUrl }: { invites: readonly InviteOnWire[]; signInUrl: string }) {
  return (
    <Table caption="Open invitations">
      <Head>
        <Th>Invited</Th>
        <Th className="hidden sm:table-cell">Role</Th>
        <Th className="hidden sm:table-cell">By</Th>
        <Th>Until</Th>
        <Th>
          <span className="sr-only">What to do</span>
        </Th>
      </Head>
      <Body>
        {invites.map((invite) => (
          <Row key={invite.id}>
            <Td>
              <IdentityName identity={invite.identity} />
              <span className="block text-xs text-quiet sm:hidden">{roleWords[invite.role].name}</span>
            </Td>
            <Td className="hidden sm:table-cell">{roleWords[invite.role].name}</Td>
            <Td className="hidden sm:table-cell">
              <span className="wrap-anywhere">{invite.invited_by ?? 'Your portal’s operator'}</span>
            </Td>
            <Td>{invite.expired ? <Status tone="quiet">Run out</Status> : <Time iso={invite.expires_at} />}</Td>
            <Td end>
              <span className="inline-flex flex-wrap items-center justify-end gap-x-3 whitespace-nowrap">
                {!invite.expired && <CopyButton text={signInUrl} noun="address to sign in" label="Copy link" />}
                <RevokeInvite invite={invite} />
              </span>
            </Td>
          </Row>
        ))}
      </Body>
    </Table>
  );
}
