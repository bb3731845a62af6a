import { demoScript } from '@/app/dev/demo-file';

export const dynamic = 'force-dynamic';

export const GET = () => demoScript('demo-wallet.js');
