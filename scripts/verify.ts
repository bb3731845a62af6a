import { checkSources, tell } from './services/check-sources';
import { add } from './services/runner';

const outcomes = await checkSources();
outcomes.forEach(tell);
const { passed, failed } = add(outcomes.map(({ count }) => count));
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
