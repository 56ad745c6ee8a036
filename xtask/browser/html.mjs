// Keeps the HTML of every page that a visitor comes to, as the server sent it, and gives it to the
// Nu HTML checker in the end.

import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';

import { OUTPUT } from './output.mjs';

const checker = join(dirname(createRequire(import.meta.url).resolve('vnu-jar/package.json')), 'build/dist/vnu.jar');

/** The address that first answered with this HTML, by the HTML. */
const addressByHtml = new Map();
const reading = [];

/** Keeps the HTML of an answer, if it is a page. */
export function keepHtml(response) {
  const isPage = response.headers()['content-type']?.startsWith('text/html');
  const isRedirect = response.status() >= 300 && response.status() < 400;
  if (isPage && !isRedirect) {
    const keep = (html) => addressByHtml.has(html) || addressByHtml.set(html, new URL(response.url()).pathname);
    // The browser drops the text of a page that is left at once; it is seen the next time.
    reading.push(response.text().then(keep, () => undefined));
  }
}

/** Fails with every error of every page that was kept. */
export async function checkHtml() {
  await Promise.all(reading);
  assert.notEqual(addressByHtml.size, 0, 'No page was seen.');
  const folder = join(OUTPUT, 'pages');
  await mkdir(folder, { recursive: true });
  const addressByFile = new Map();
  for (const [html, address] of addressByHtml) {
    const file = join(folder, `${addressByFile.size}.html`);
    await writeFile(file, html);
    addressByFile.set(file, address);
  }
  const faults = await htmlFaults([...addressByFile.keys()]);
  const lines = faults.map(({ file, says }) => `${addressByFile.get(file)}: ${says} (${file})`);
  if (lines.length > 0) {
    assert.fail(`\n${lines.join('\n')}`);
  }
}

/** What the checker says of these files. */
export async function htmlFaults(files) {
  const options = ['--stdout', '--format', 'json', '--errors-only', '--exit-zero-always'];
  const run = promisify(execFile);
  const { stdout } = await run('java', ['-jar', checker, ...options, ...files], { maxBuffer: 64 * 1024 * 1024 });
  return JSON.parse(stdout).messages.map((message) => ({
    file: decodeURIComponent(new URL(message.url).pathname),
    says: `line ${message.lastLine}: ${message.message} ${message.extract ?? ''}`.replaceAll(/\s+/g, ' ').trim(),
  }));
}
