// How soon the officer's first page is usable on a slow phone behind a slow line: `node xtask/browser/slow_phone.mjs`.
//
// The line is a relay of our own, since a browser's throttle does not reach what a worker asks for: 400 kbit/s down and
// up, 400 ms there and back (WebPageTest, "3GSlow"), and two of these before a connection carries anything, as TCP and
// TLS 1.3 take. The phone is Chromium slowed six times (Lighthouse, "low-tier mobile"). Usable is when the page has been
// drawn and its scripts have run. It prints figures and fails on none: limits of time are for people to judge.

import { mkdir } from 'node:fs/promises';
import { connect, createServer } from 'node:net';

import { OUTPUT } from './output.mjs';
import { at, phone, tidy } from './phone/stage.mjs';
import { address, startServer, stopServer } from './server.mjs';

const BYTES_PER_MS = 400_000 / 8 / 1000;
const ROUND_TRIP_MS = 400;
const SLOWER = 6;
const ROUNDS = 9;

/** One direction of the line, which all connections share: when what is given to it now comes out. */
function lane() {
  let free = 0;
  return (bytes) => {
    free = Math.max(free, performance.now()) + bytes / BYTES_PER_MS;
    return free + ROUND_TRIP_MS / 2;
  };
}

function relay(port) {
  const [up, down] = [lane(), lane()];
  const pass = (from, to, when, opened) => {
    // A timer fires no earlier than the one before it, so that nothing overtakes.
    let last = opened;
    from.on('data', (bytes) => {
      last = Math.max(last, when(bytes.length));
      setTimeout(() => to.writable && to.write(bytes), last - performance.now());
    });
    from.on('end', () => setTimeout(() => to.end(), Math.max(0, last - performance.now())));
    from.on('error', () => to.destroy());
  };
  const server = createServer((near) => {
    const far = connect(port, '127.0.0.1');
    const opened = performance.now() + 2 * ROUND_TRIP_MS;
    pass(near, far, (bytes) => Math.max(opened, up(bytes)), opened);
    pass(far, near, down, opened);
  });
  return new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(server)));
}

const median = (numbers) => [...numbers].sort((one, other) => one - other)[Math.floor(numbers.length / 2)];

/** Opens the page, and says how many milliseconds later it was drawn, and usable. */
async function visit(page) {
  await page.goto('/field');
  await page.locator('main a[href="/field/told"]').waitFor();
  return page.evaluate(() => {
    const [visit] = performance.getEntriesByType('navigation');
    const [drawn] = performance.getEntriesByName('first-contentful-paint');
    return { drawn: drawn.startTime, usable: Math.max(drawn.startTime, visit.domContentLoadedEventEnd) };
  });
}

/** The cookies of an officer who signed in on a line without limits. */
async function signedIn() {
  const { context, page } = await phone();
  await page.goto(`${address}/demo?lang=en`);
  const officer = page.locator('li', { has: page.locator('.sub', { hasText: /^Officer,/ }) }).first();
  await officer.getByRole('button').click();
  await page.waitForURL('**/field');
  const cookies = await context.cookies();
  await context.close();
  return cookies;
}

await mkdir(OUTPUT, { recursive: true });
await startServer();
const line = await relay(Number(new URL(address).port));
at.address = `http://127.0.0.1:${line.address().port}`;
const cookies = await signedIn();
const found = { first: [], again: [] };
for (let round = 0; round < ROUNDS; round += 1) {
  const { context, page } = await phone();
  await context.addCookies(cookies);
  const devtools = await context.newCDPSession(page);
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
  found.first.push(await visit(page));
  // The worker is there, and has taken the pages that it keeps for when there is no signal.
  await page.waitForFunction(async () => {
    const me = navigator.serviceWorker.controller && await Outbox.me();
    return me && (await (await caches.open(`pages-${me.staff}`)).keys()).length > 4;
  }, null, { timeout: 60_000, polling: 500 });
  found.again.push(await visit(page));
  await tidy();
}
for (const [name, visits] of Object.entries(found)) {
  const of = (what) => Math.round(median(visits.map((visit) => visit[what])));
  console.log(`${name}: drawn after ${of('drawn')} ms, usable after ${of('usable')} ms (medians of ${ROUNDS})`);
}
line.close();
await stopServer();
process.exit(0);
