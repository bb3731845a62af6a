import { UnknownLink } from '@/components/claim/unknown-link';

export default UnknownLink;
