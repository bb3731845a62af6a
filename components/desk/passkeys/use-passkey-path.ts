import { useWho } from '@/components/desk/frame/who';

/** Where the passkeys of who is signed in are changed. */
export function usePasskeyPath(): string {
  return useWho().confirm.replace(/confirm$/, 'passkeys');
}
