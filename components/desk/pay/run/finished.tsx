'use client';
import { Action } from '@/components/ui/action';
import { Panel } from '@/components/ui/panel';

/** When nothing is left to sign: the rest happens by itself. */
export function Finished({ onDone }: { onDone: () => void }) {
  return (
    <Panel heading="Nothing is left to sign" actions={<Action onPress={onDone}>Back to what is to be paid</Action>}>
      <p>
        What was sent is confirmed by the network, and shown as paid, by itself. You can close this page; what is not
        decided yet stands under “Under way” when you come back.
      </p>
    </Panel>
  );
}
