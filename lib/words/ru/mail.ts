import type { Translated } from '@/lib/words/english';

export default {} satisfies Translated<'mail'>;
