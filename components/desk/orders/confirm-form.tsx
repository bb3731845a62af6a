import { ProblemCallout } from '@/components/desk/frame/problem-callout';
import { actionWords } from './action-words';
import { FormButtons } from './form-buttons';
import type { FormProps } from './order-actions';

/** Says what follows, and asks. */
export function ConfirmForm({ action, asking, onSend, onClose }: FormProps) {
  return (
    <form
      className="space-y-4 text-sm"
      onSubmit={(event) => {
        event.preventDefault();
        onSend({});
      }}
    >
      <p className="text-pretty text-quiet">{actionWords[action].follows}</p>
      <ProblemCallout problem={asking.problem} />
      <FormButtons action={action} pending={asking.pending} onClose={onClose} />
    </form>
  );
}
