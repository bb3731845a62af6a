import { connect } from '@/db/client';
import { systemClock } from '@/lib/kernel/clock';
import { rotatePortalKey } from '@/lib/receipts/portal-keys';
import { databaseUrl } from './database-url';

/**
 * Has another key sign receipts from now on. Those that are out stay good: the former public key is published for ever.
 * With `--lost` also where SECRETS_KEY does not open the former one.
 */
const lost = process.argv.includes('--lost');
const url = databaseUrl();
if (!url) {
  console.error('DATABASE_URL is not set and no demo runs: give the address of the portal’s database.');
  process.exit(2);
}
const { db, close } = connect(url, 1);
const { kid, retired } = await db.transaction((tx) => rotatePortalKey(tx, systemClock.now(), { lost }));
await close();
console.log(`Receipts are signed with ${kid} from now on.`);
if (retired) console.log(`${retired} signs no more; what it signed stays good, and its private half is deleted.`);
