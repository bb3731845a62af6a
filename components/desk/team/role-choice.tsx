import { Choice, Choices } from '@/components/ui/choice';
import { type Role, roles } from '@/db/vocabulary/people';
import { roleWords } from './role-words';

type RoleChoiceProps = { legend: string; role: Role; fault?: string | null; onChange: (role: Role) => void };

export function RoleChoice({ legend, role, fault, onChange }: RoleChoiceProps) {
  return (
    <Choices legend={legend} fault={fault}>
      {roles.map((one) => (
        <Choice
          key={one}
          type="radio"
          name="role"
          checked={role === one}
          onChange={() => onChange(one)}
          label={roleWords[one].name}
          hint={roleWords[one].lead}
        />
      ))}
    </Choices>
  );
}
