// Tries the pages of a demo organization in a browser: `node xtask/browser/run.mjs [SCENARIO]`.
//
// A scenario is a file in scenarios/ with tests of node:test. It opens pages with `visitor`, and
// gives each page that it comes to to `judge`.

import { mkdir, readdir, rm } from 'node:fs/promises';
import { after, before, test } from 'node:test';

import { checkHtml } from './html.mjs';
import { OUTPUT } from './output.mjs';
import { startServer, stopServer } from './server.mjs';
import { closeBrowser, openBrowser } from './visitor.mjs';

const folder = new URL('scenarios/', import.meta.url);
const [wanted] = process.argv.slice(2);
const all = (await readdir(folder)).filter((name) => name.endsWith('.mjs')).sort();
const scenarios = all.filter((name) => !wanted || name === `${wanted}.mjs`);
if (scenarios.length === 0) {
  console.error(`There is no scenario ${wanted ?? 'at all'}; there are: ${all.join(', ')}`);
  process.exit(1);
}

before(async () => {
  await rm(OUTPUT, { recursive: true, force: true });
  await mkdir(OUTPUT, { recursive: true });
  await startServer();
  await openBrowser();
});

for (const name of scenarios) {
  try {
    await import(new URL(name, folder));
  } catch (error) {
    // Thrown here, it would leave the browser open, and this process waiting for it.
    test(`${name} is loaded`, () => { throw error; });
  }
}

// Last, when every page has been seen.
test('every page that was seen is valid HTML', checkHtml);

after(async () => {
  await closeBrowser();
  await stopServer();
});
