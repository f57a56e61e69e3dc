import { loadWidths } from '../../src/prompts/width.ts';

await loadWidths();
