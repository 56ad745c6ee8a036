// Tries the officer's phone in Debian's chromium against a server of its own: `node xtask/browser/phone/phone.mjs [WORDS]`.
// With WORDS only the tests with these words in their name run. One line for each test; the exit code tells of failures.

import assert from 'node:assert/strict';

import { tests as closed } from './closed.mjs';
import { tests as sending } from './sending.mjs';
import { reset, start, stop } from './server.mjs';
import { tests as sharing } from './sharing.mjs';
import { at, complaints, tidy } from './stage.mjs';
import { tests as working } from './working.mjs';
import { tests as writing } from './writing.mjs';

const LONGEST_MS = 90000;
const [wanted = ''] = process.argv.slice(2);
const all = Object.entries({ ...writing, ...sending, ...closed, ...sharing, ...working }).filter(([name]) => name.includes(wanted));
let failures = 0;

async function run(name, act) {
  const begun = Date.now();
  reset();
  complaints.length = 0;
  let clock;
  const late = new Promise((resolve, reject) => { clock = setTimeout(() => reject(new Error('takes too long')), LONGEST_MS); });
  try {
    await Promise.race([act(), late]);
    assert.deepEqual(complaints, [], 'The browser complained.');
    console.log(`ok    ${name} (${Date.now() - begun} ms)`);
  } catch (error) {
    failures += 1;
    console.log(`FAILS ${name} (${Date.now() - begun} ms)\n      ${error.stack.split('\n').slice(0, 12).join('\n      ')}`);
  }
  clearTimeout(clock);
  await tidy();
}

at.address = await start();
for (const [name, act] of all) await run(name, act);
await stop();
console.log(`${all.length - failures} of ${all.length} tests pass`);
process.exit(failures || all.length === 0 ? 1 : 0);
