'use client';
import { useState } from 'react';
import { inLanguage } from '@/components/wallet/in-language';
import type { ClaimView, DestinationAnswer } from '@/lib/claims/schema';
import type { Language } from '@/lib/words/locale';
import { AddressForm } from './address-form';
import { ConfirmAddress } from './confirm-address';

export type PasteStepProps = { token: string; view: ClaimView };

/** An address is typed, checked, shown in full and confirmed before anything is sent there. */
function PasteStep({ token, view }: PasteStepProps) {
  const [found, setFound] = useState<DestinationAnswer>();
  if (!found) return <AddressForm token={token} view={view} onFound={setFound} />;
  return <ConfirmAddress {...{ token, view, found }} onOther={() => setFound(undefined)} />;
}

export const pasteStepIn = (language: Language) => inLanguage(language, PasteStep);
