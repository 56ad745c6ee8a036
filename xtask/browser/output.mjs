import { fileURLToPath } from 'node:url';

/** Where screenshots, the pages' HTML and the server's log and data go. */
export const OUTPUT = fileURLToPath(new URL('output', import.meta.url));
