import { TextField } from '@/components/ui/fields';
import type { GatewayDraft } from './gateway-draft';

export type Secrets = Pick<GatewayDraft, 'username' | 'password' | 'apiKey' | 'callbackSecret'>;

type SecretFieldsProps = {
  values: Secrets;
  /** Where what is left empty stays as it is. */
  optional?: boolean;
  fault: (name: string) => string | null;
  onChange: (part: Partial<Secrets>) => void;
};

/** What lets us into a gateway. A browser must not fill in or keep what belongs to another server. */
export function SecretFields({ values, optional = false, fault, onChange }: SecretFieldsProps) {
  const secret = { type: 'password', autoComplete: 'new-password', required: !optional, mono: true } as const;
  return (
    <>
      <TextField
        name="username"
        label="Login"
        hint="Of an admin: the server lets nobody else pay to any address."
        fault={fault('username')}
        required={!optional}
        value={values.username}
        onChange={(username) => onChange({ username })}
      />
      <TextField
        {...secret}
        name="password"
        label="Password"
        fault={fault('password')}
        value={values.password}
        onChange={(password) => onChange({ password })}
      />
      <TextField
        {...secret}
        name="api_key"
        label="API key"
        hint="The server shows it at its wallets."
        fault={fault('api_key')}
        value={values.apiKey}
        onChange={(apiKey) => onChange({ apiKey })}
      />
      <TextField
        {...secret}
        name="callback_secret"
        label="Secret of its callbacks"
        hint="Only where the server has one of its own; otherwise it signs with the API key."
        fault={fault('callback_secret')}
        required={false}
        value={values.callbackSecret}
        onChange={(callbackSecret) => onChange({ callbackSecret })}
      />
    </>
  );
}
