import { Choice } from '@/components/ui/choice';
import type { Role } from '@/db/vocabulary/people';
import type { MemberOnWire } from '@/lib/access/schema';

/** Whether members of this role make API keys; with any other role, those that they made end. */
export const makesKeys = (role: Role) => role === 'owner' || role === 'developer';

type MadeKeysProps = { member: MemberOnWire; keep: boolean; onKeep: (keep: boolean) => void };

/** Which API keys end with their maker, and the choice to keep them. */
export function MadeKeys({ member, keep, onKeep }: MadeKeysProps) {
  if (member.keys.length === 0) return null;
  const one = member.keys.length === 1;
  return (
    <div className="space-y-2 text-sm text-pretty">
      <p>
        {member.you ? 'You' : 'They'} made {one ? 'this API key' : `these ${member.keys.length} API keys`}, and may have
        a copy. {one ? 'It is' : 'They are'} revoked at once, and what uses {one ? 'it' : 'them'} stops working:
      </p>
      <ul className="list-disc pl-5">
        {member.keys.map(({ id, name, prefix }) => (
          <li key={id} className="wrap-anywhere">
            {name} <span className="font-mono text-xs text-quiet">{prefix}…</span>
          </li>
        ))}
      </ul>
      <Choice
        type="checkbox"
        label={one ? 'Keep this key working' : 'Keep these keys working'}
        hint="Every owner is told by mail either way."
        checked={keep}
        onChange={(event) => onKeep(event.target.checked)}
      />
    </div>
  );
}
