import { existsSync } from 'node:fs';
import path from 'node:path';
import { projectRoot } from '@/scripts/foundry';

/** The settings of .env, before any other module looks for one; what is set already wins. */
const file = path.join(projectRoot, '.env');
if (existsSync(file)) process.loadEnvFile(file);
