import type { StopAnswer } from '@/lib/stops/schema';
import { useMayOperate, useOperator } from './operator-facts';

/** What another operator stopped is lifted by who may lift anything. */
export function useMayLift(): (stop: Pick<StopAnswer, 'by'>) => boolean {
  const mayLift = useMayOperate('stops:lift');
  const { user_id: you } = useOperator();
  return ({ by }) => mayLift || by.id === you;
}
