// Breaks the scripts one line at a time and looks whether a test notices: `node xtask/browser/phone/mutants.mjs`.
// Each line is put back at once. It prints one line for each break; the exit code tells of those that nobody noticed.

import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';

const ASSETS = new URL('../../../crates/ground/src/web/assets/', import.meta.url);
const RUNNER = new URL('phone.mjs', import.meta.url).pathname;

// The file, what stands there, what takes its place, and the test that must fail.
const MUTANTS = [
  ['outbox.js', ' && Number.isFinite(told.received_at)', '', 'no receipt'],
  ['outbox.js', 'if (!self.navigator.locks)', 'if (true)', 'two tabs come back at once'],
  ['outbox.js', 'if (known.includes(part)) continue;', '', 'goes on at the third'],
  ['outbox.js', "if (parent && !['sent', 'held'].includes(parent.state)) return false;", '', 'comes after its entry'],
  ['outbox.js', "{ trouble: 'signal', next: now", "{ trouble: 'signal', tries: kept.tries + 1, next: now", 'the patience stays flat'],
  ['outbox.js', "error.name === 'VersionError'", "error.name === 'None'", 'newer store'],
  ['outbox.js', "status === 202 && told.says) done('held')", "status === 202 && told.says) later()", 'an account that was closed'],
  ['outbox.js', '(at + 1) * LETTERS', 'at * LETTERS', 'numbers are drawn'],
  ['outbox.js', 'else if (++counter > 0xfff)', 'else if (counter > 0xfff)', 'UUIDv7'],
  ['worker.js', '(await cacheOf(me.staff)).match(request', 'caches.match(request', 'another officer is never served'],
  ['worker.js', '!homeIsStale && ', '', 'home of before something was sent'],
  ['worker.js', 'wordsOf(text) === wordsOf(shown)', 'text === shown', 'home opens from its copy'],
  ['worker.js', 'wordsOf(text) === wordsOf(shown)', 'true', 'home has changed'],
  ['outbox.js', 'ifAvailable: !waits', 'ifAvailable: true', 'send now has its turn'],
  ['worker.js', '|| NEVER.test(pathname)) return;', ') return;', 'secrets and public pages'],
  ['worker.js', 'answer?.ok || !same', 'true', 'a new version takes over'],
  ['worker.js', 'const PATIENCE_MS = 3000', 'const PATIENCE_MS = 30000', 'silent: the saved copy'],
  ['outbox.js', "if (holdsAll(entry) && !(force && entry.trouble === 'signal')) break;", '', 'asks for patience'],
  ['outbox.js', "!(force && entry.trouble === 'signal')", '!force', 'asks for patience'],
  ['worker.js', 'learning|practice|', '', 'a worker that the browser stopped'],
  ['worker.js', 'Outbox.replay(true, true)', 'Outbox.replay(true)', 'its turn after a page that sends'],
  ['field.js', 'return waits && askBrowser();', '', 'agrees late'],
  ['field.js', 'return waits && askBrowser();', 'return askBrowser();', 'a phone that knows nobody'],
  ['field.js', '.then(askBrowser)', '', 'said to be right'],
  ['field.js', "state === 'waiting')) askBrowser();", "state === 'waiting'));", 'asked again by the next page'],
  ['field.js', "if (!(await sync.getTags()).includes('outbox')) ", '', 'is not asked again'],
  ['field.js', 'if (force && (await', 'if ((await', 'asks the browser no more'],
  ['outbox.js', 'Math.min(LONGEST_MS, ', '(', 'has it for five minutes'],
  ['outbox.js', ' && next <= Date.now() + LONGEST_MS', '', 'has it for five minutes'],
  ['pushed.js', ".catch(() => show('/field/sent'))", '.catch(() => {})', 'no page open is sent by one'],
  ['phone.js', "if (location.pathname === '/field/switch')", 'if (false)', 'a PIN that the office refused'],
  ['worker.js', ', 503, 504].includes', '00].includes', 'a gateway without'],
  ['phone.js', "false, ['encrypt', 'decrypt']);\n    if (me?.staff", "true, ['encrypt', 'decrypt']);\n    if (me?.staff", 'cannot be read without the key'],
  ['phone.js', "if (me) await forget(me.staff);", '', 'without a signal: the key goes'],
  ['phone.js', 'const tries = kept.tries + 1;', 'const tries = 1;', 'five wrong PINs'],
  ['phone.js', 'if (waiting) notice(', 'if (!waiting) notice(', 'threw the store away'],
  ['phone.js', 'await Outbox.reseal(', 'void (', 'a seal that is not ours'],
  ['phone.js', 'answer.now - (sent', 'sent - (sent', 'a wrong clock is said'],
  ['field.js', "kind === 'concern' ? 'draft' : 'waiting'", "'waiting'", 'is read back first'],
  ['field.js', 'if (given?.includes', 'if (false && given?.includes', 'a double tap'],
  ['field.js', 'const mine = all.filter((entry) => entry.staff === person?.staff);', 'const mine = all;', 'the other sees a count'],
  ['field.js', "old?.state === 'draft' ? old.id : Outbox.uuid()", 'old ? old.id : Outbox.uuid()', 'is mended under a new id'],
  ['field.js', 'if (looks) looks.value', 'if (!looks) looks.value', 'a wrong answer is not sent'],
  ['field.js', 'Phone.finish = shrinkAll;', '', 'a photo that is still shrunk'],
];

let unnoticed = 0;
for (const [file, from, to, test] of MUTANTS) {
  const path = new URL(file, ASSETS);
  const whole = readFileSync(path, 'utf8');
  let says = 'does not fit any more';
  let why = '';
  if (whole.split(from).length === 2) {
    try {
      writeFileSync(path, whole.replace(from, () => to));
      const ran = spawnSync(process.execPath, [RUNNER, test], { encoding: 'utf8' });
      why = /FAILS .*\n\s*(.*)/.exec(ran.stdout)?.[1] ?? '';
      says = ran.status === 1 && ran.stdout.includes('FAILS') ? 'noticed' : 'NOT NOTICED';
    } finally {
      writeFileSync(path, whole);
    }
  }
  if (says !== 'noticed') unnoticed += 1;
  console.log(`${says}: ${file}: ${from} (${test}: ${why})`);
}
console.log(`${MUTANTS.length - unnoticed} of ${MUTANTS.length} breaks noticed`);
process.exit(unnoticed ? 1 : 0);
