import { UnknownLink } from '@/components/claim/screens/unknown-link';

export default UnknownLink;
