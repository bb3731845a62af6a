import { Status } from '@/components/ui/status';
import type { OrderStatus as OrderStatusWord } from '@/db/vocabulary/orders';
import { statusTones, statusWords } from './order-words';

export function OrderStatus({ status }: { status: OrderStatusWord }) {
  return <Status tone={statusTones[status]}>{statusWords[status]}</Status>;
}
