import { buttonClass } from '@/components/ui/button';
import type { OrderAction } from '@/lib/desk/story/order-schema';
import { actionWords } from './action-words';

type FormButtonsProps = { action: OrderAction; pending: boolean; onClose: () => void };

export function FormButtons({ action, pending, onClose }: FormButtonsProps) {
  return (
    <div className="flex flex-wrap justify-end gap-2">
      <button type="button" className={buttonClass('small')} onClick={onClose}>
        Leave it as it is
      </button>
      <button
        type="submit"
        className={buttonClass(action === 'refund' ? 'smallDanger' : 'smallPrimary')}
        disabled={pending}
      >
        {pending ? 'One moment …' : actionWords[action].verb}
      </button>
    </div>
  );
}
