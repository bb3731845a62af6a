'use client';
import { dialectWords, signatureWords } from '@/components/desk/webhooks/words';
import { Choice, Choices } from '@/components/ui/choice';
import { SelectField } from '@/components/ui/fields';
import { type Dialect, dialects, type SignatureKind } from '@/db/vocabulary/webhooks';

type DialectFieldProps = { dialect: Dialect; fault: string | null; onChange: (dialect: Dialect) => void };

export function DialectField({ dialect, fault, onChange }: DialectFieldProps) {
  const { lead, taken, proof } = dialectWords[dialect];
  return (
    <SelectField
      name="dialect"
      label="Format"
      hint={`${lead} ${proof} ${taken}`}
      fault={fault}
      options={dialects.map((one) => [one, dialectWords[one].name])}
      value={dialect}
      onChange={(given) => onChange(dialects.find((one) => one === given) ?? dialect)}
    />
  );
}

type SignatureFieldProps = {
  signing: SignatureKind;
  offered: readonly SignatureKind[];
  fault: string | null;
  onChange: (signing: SignatureKind) => void;
};

/** Absent where the dialect leaves no choice. */
export function SignatureField({ signing, offered, fault, onChange }: SignatureFieldProps) {
  if (offered.length < 2) return null;
  return (
    <Choices legend="How we prove that a message is ours" fault={fault}>
      {offered.map((one) => (
        <Choice
          key={one}
          type="radio"
          name="signing"
          checked={signing === one}
          onChange={() => onChange(one)}
          label={signatureWords[one].name}
          hint={signatureWords[one].hint}
        />
      ))}
    </Choices>
  );
}
