'use client';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { ProblemCallout } from '@/components/desk/frame/problem-callout';
import { newRequestKey } from '@/components/desk/frame/request-key';
import { useAction } from '@/components/desk/frame/use-action';
import { SecretShown } from '@/components/desk/webhooks/secret-shown';
import { buttonClass } from '@/components/ui/button';
import { Choice, Choices } from '@/components/ui/choice';
import { Dialog } from '@/components/ui/dialog';
import {
  type CreatedEndpointAnswer,
  createdEndpointAnswer,
  type EndpointAnswer,
} from '@/lib/webhooks/endpoints/schema';

const overlaps = [
  { seconds: 86_400, label: 'For 24 hours', hint: 'Time to change the secret on your side without losing a message.' },
  { seconds: 7 * 86_400, label: 'For 7 days', hint: 'Where several systems have to change.' },
  { seconds: 3600, label: 'For an hour', hint: 'Where you change it right away.' },
  {
    seconds: 0,
    label: 'Not at all: it is known to a person who should not have it',
    hint: 'Messages fail to verify on your side until you have put in the new one. They are tried again.',
  },
] as const;

type RotateDialogProps = { endpoint: EndpointAnswer; open: boolean; onClose: () => void };

/** Gives an endpoint a new secret, and shows it once. */
export function RotateDialog({ endpoint, open, onClose }: RotateDialogProps) {
  const { run, pending, problem, clear } = useAction();
  const router = useRouter();
  const [seconds, setSeconds] = useState<number>(overlaps[0].seconds);
  const [key, setKey] = useState(newRequestKey);
  const [made, setMade] = useState<CreatedEndpointAnswer | null>(null);
  const noun = endpoint.signing === 'hmac' ? 'secret' : 'key pair';
  const close = () => {
    setMade(null);
    setKey(newRequestKey());
    clear();
    onClose();
  };
  const rotate = async () => {
    const path = `/api/desk/webhooks/endpoints/${endpoint.id}/rotate-secret`;
    const body = { overlap_seconds: seconds };
    const answer = await run(path, { method: 'POST', body, key, returns: createdEndpointAnswer });
    if (!answer.ok) return;
    setMade(answer.data);
    router.refresh();
  };
  return (
    <Dialog
      open={open}
      onClose={close}
      title={made ? 'Store it now' : `A new ${noun} for this endpoint`}
      keep={made !== null}
    >
      {made ? (
        <SecretShown
          endpoint={made}
          title={`The new ${noun} signs from now on`}
          next={
            <button data-stored type="button" className={buttonClass('smallPrimary')} onClick={close}>
              I have stored it
            </button>
          }
        />
      ) : (
        <div className="space-y-4">
          <Choices legend={`For how long the former ${noun} signs, too`}>
            {overlaps.map((one) => (
              <Choice
                key={one.seconds}
                type="radio"
                name="overlap"
                checked={seconds === one.seconds}
                onChange={() => setSeconds(one.seconds)}
                label={one.label}
                hint={one.hint}
              />
            ))}
          </Choices>
          {endpoint.rotation && (
            <p className="text-sm text-pretty text-warn">
              A rotation overlaps right now. Another one ends it: the oldest {noun} stops signing at once.
            </p>
          )}
          <ProblemCallout problem={problem} />
          <div className="flex flex-wrap justify-end gap-2">
            <button type="button" className={buttonClass('small')} onClick={close}>
              Keep the present one
            </button>
            <button type="button" className={buttonClass('smallPrimary')} disabled={pending} onClick={rotate}>
              {pending ? 'Making it …' : `Make a new ${noun}`}
            </button>
          </div>
        </div>
      )}
    </Dialog>
  );
}
