import { UnknownLink } from '@/components/claim/screens/unknown-link';
import { pageLanguage } from '@/lib/http/pages/page-language';
import { wordsIn } from '@/lib/words/words-in';

export default async function NotFound() {
  return <UnknownLink say={wordsIn(await pageLanguage())} />;
}
