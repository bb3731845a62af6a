'use client';
import type { ReactNode } from 'react';
import { ApproveSelection } from '@/components/desk/approvals/approve-on-payout';
import { PaySelection } from '@/components/desk/pay/pay-on-payout';
import { CopyButton } from '@/components/ui/copy-button';
import type { PayoutRow } from '@/lib/desk/list/schema';

export type SelectionProps = {
  /** What is selected, as it is now; in the order of the list. */
  rows: readonly PayoutRow[];
  /** Empties the selection, such as when its work is done. */
  onDone: () => void;
};

/**
 * What can be done with several payouts at once. One entry each: a component that shows its button when it fits the
 * selection and the person may, and nothing otherwise.
 */
const actions: readonly ((props: SelectionProps) => ReactNode)[] = [PaySelection, ApproveSelection, CopyIds];

function CopyIds({ rows }: SelectionProps) {
  return <CopyButton text={rows.map(({ id }) => id).join('\n')} noun="ids" label="Copy ids" />;
}

export function SelectionActions(props: SelectionProps) {
  return actions.map((Action) => <Action key={Action.name} {...props} />);
}
