import { guardStorage } from './kept-storage';

// Imported before RainbowKit, so that it is done before anything of it runs.
guardStorage();
