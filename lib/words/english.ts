import type claim from './en/claim';
import type mail from './en/mail';
import type order from './en/order';
import type receipt from './en/receipt';
import type ui from './en/ui';
import type wallet from './en/wallet';

/** The parts of a catalogue: each is a file, so that a page loads what it says and no more. */
export type Parts = {
  ui: typeof ui;
  claim: typeof claim;
  wallet: typeof wallet;
  receipt: typeof receipt;
  mail: typeof mail;
  order: typeof order;
};
export type Part = keyof Parts;

/** Every message in English, which the other languages are held to. */
export type Text = Parts['ui'] & Parts['claim'] & Parts['wallet'] & Parts['receipt'] & Parts['mail'] & Parts['order'];

/** One part of another language: the same keys, in words of its own. */
export type Translated<P extends Part> = Partial<Record<keyof Parts[P], string>>;
