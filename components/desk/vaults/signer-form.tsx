'use client';
import { useState } from 'react';
import { useViewer } from '@/components/desk/frame/desk';
import { amountFaults } from '@/components/desk/frame/own-faults';
import { AmountField, TextField } from '@/components/ui/fields';
import { zoneWords } from '@/components/ui/figures/zone-words';
import { addDays, dayIn, endOfDayIn, type TimeZone } from '@/lib/kernel/time-zone';
import type { VaultAsset, VaultOnPage } from '@/lib/vaults/schema';
import { CallFlow } from './call-flow';

type SignerFormProps = {
  vault: VaultOnPage;
  asset: VaultAsset;
  /** Where no signer is named yet. */
  proposed?: { capacity: string };
  onClose: () => void;
};

const dayMs = 86_400_000;
const usualDays = 90;
/** The last moment that the contract's 32 bits of time can hold. */
const lastSecond = (2 ** 32 - 1) * 1000;

/** The day as it is proposed, and the last that can be given: a whole one. */
function firstDay(zone: TimeZone, expiresAt: string | undefined): { day: string; lastDay: string } {
  const lastDay = addDays(dayIn(zone, lastSecond), -1);
  const time = expiresAt ? Date.parse(expiresAt) : 0;
  const day = dayIn(zone, time < Date.now() ? Date.now() + usualDays * dayMs : time);
  return { day: time > Date.parse(lastDay) ? lastDay : day, lastDay };
}

const isDay = (text: string) => /^\d{4}-\d\d-\d\d$/.test(text);

/** What is no day stays for its field to refuse. */
const lastSecondOf = (zone: TimeZone, day: string) =>
  isDay(day) ? new Date(endOfDayIn(zone, day) - 1000).toISOString() : day;

/** What the page finds wrong beyond the schema, or says better. */
function ownFaults({ day, ...amounts }: { capacity: string; fee_ceiling: string; day: string }, decimals: number) {
  const faults = amountFaults(amounts, decimals);
  return isDay(day) ? faults : faults.set('expires_at', 'must be a day');
}

/** How much the portal's signer may sign within a day, at which fee, and for how long. */
export function SignerForm({ vault, asset, proposed, onClose }: SignerFormProps) {
  const { asset: symbol, reading, maximum, fee } = asset;
  const { time_zone: zone } = useViewer();
  const [{ day, lastDay }] = useState(() => firstDay(zone, reading?.signer?.expires_at));
  const [values, setValues] = useState({
    capacity: reading?.signer?.capacity ?? proposed?.capacity ?? maximum,
    fee_ceiling: reading?.signer?.fee_ceiling ?? fee,
    day,
  });
  const fields = [
    ['capacity', 'Most within 24 hours', `In ${symbol}, fees included. Near what you pay out on a busy day.`],
    ['fee_ceiling', 'Highest fee of one payout', `In ${symbol}. Your fee is at most ${fee} ${symbol} now.`],
  ] as const;
  return (
    <CallFlow
      vault={vault}
      title={`Signer’s limits in ${symbol}`}
      fieldNames={['capacity', 'fee_ceiling', 'expires_at']}
      makeBody={() => ({
        ...{ kind: 'signer', vault_id: vault.id, asset: symbol },
        ...{ capacity: values.capacity.trim(), fee_ceiling: values.fee_ceiling.trim() },
        expires_at: lastSecondOf(zone, values.day),
      })}
      onClose={onClose}
      ownFaults={ownFaults(values, asset.decimals)}
      fields={(fault) => (
        <div className="grid gap-3 sm:grid-cols-3">
          {fields.map(([name, label, hint]) => (
            <AmountField
              key={name}
              {...{ name, label, hint, fault: fault(name), value: values[name] }}
              required
              onChange={(text) => setValues((was) => ({ ...was, [name]: text }))}
            />
          ))}
          <TextField
            name="expires_at"
            label="Valid until the end of"
            hint={`A day in ${zoneWords(zone)}. The signer can sign nothing after it.`}
            fault={fault('expires_at')}
            type="date"
            max={lastDay}
            required
            value={values.day}
            onChange={(text) => setValues((was) => ({ ...was, day: text }))}
          />
        </div>
      )}
    />
  );
}
