'use client';
import { IdentityName } from '@/components/desk/words/identity-name';
import { Time } from '@/components/ui/figures/time';
import { Body, Head, Row, Table, Td, Th } from '@/components/ui/table';
import type { MemberOnWire } from '@/lib/access/schema';
import { MemberActions } from './member-actions';
import { roleWords } from './role-words';

/** Who is in the team. */
export function MemberTable({ members }: { members: readonly MemberOnWire[] }) {
  const owners = members.filter(({ role }) => role === 'owner').length;
  return (
    <Table caption="Members of the team">
      <Head>
        <Th>Person</Th>
        <Th className="hidden sm:table-cell">Role</Th>
        <Th className="hidden sm:table-cell">Last here</Th>
        <Th className="hidden lg:table-cell">Joined</Th>
        <Th>
          <span className="sr-only">What to do</span>
        </Th>
      </Head>
      <Body>
        {members.map((member) => (
          <Row key={member.user_id}>
            <Td>
              <ul>
                {member.identities.map((identity) => (
                  <li key={identity.value}>
                    <IdentityName identity={identity} />
                  </li>
                ))}
              </ul>
              {member.you && <span className="text-xs text-quiet">You</span>}
              <span className="block text-xs text-quiet sm:hidden">{roleWords[member.role].name}</span>
            </Td>
            <Td className="hidden sm:table-cell">{roleWords[member.role].name}</Td>
            <Td className="hidden sm:table-cell">
              {member.last_seen_at ? <Time iso={member.last_seen_at} /> : <span className="text-quiet">Not yet</span>}
            </Td>
            <Td className="hidden lg:table-cell">
              <Time iso={member.created_at} />
            </Td>
            <Td end>
              <MemberActions member={member} onlyOwner={member.role === 'owner' && owners === 1} />
            </Td>
          </Row>
        ))}
      </Body>
    </Table>
  );
}
