// Every speed figure that we quote, each beside a yardstick taken in the same run: npm run bench
import { allowSink, benchCompletion, printCompletion } from './completion';
import { benchCreates, printCreates } from './creates';
import { benchDeliveriesPage, printDeliveriesPage } from './deliveries-page';
import { benchDesk, printDesk } from './desk';
import { benchFirstLoad, printFirstLoad } from './first-load';
import { benchGas, printGas } from './gas';
import { benchHawk, printHawk } from './hawk';
import { benchOrders, printOrders } from './orders';
import { withPortal } from './portal';
import { benchPostings, printPostings } from './postings';
import { benchQuotes, printQuotes } from './quotes';
import { benchReceipts, printReceipts } from './receipts';
import { benchRelay, printRelay } from './relay';
import { benchRewards, printRewards } from './rewards';
import { printTargets } from './targets';
import { benchWebhooks, printWebhooks } from './webhooks';

printGas(await benchGas());
printReceipts(benchReceipts());
printHawk(benchHawk());
const sinkPort = await allowSink();
await withPortal(async (demo) => {
  printFirstLoad(await benchFirstLoad(demo));
  printCompletion(await benchCompletion(demo, sinkPort));
  printCreates(await benchCreates(demo));
});
printRelay(await benchRelay());
printWebhooks(await benchWebhooks());
printDeliveriesPage(await benchDeliveriesPage());
printDesk(await benchDesk());
printPostings(await benchPostings());
printOrders(await benchOrders());
printQuotes(await benchQuotes());
printRewards(await benchRewards());
printTargets();
process.exit();
