// Small things that people rely on: pages without script, words that are not lost, one press that
// counts once, keys, clocks, and a sign's page that is light and leaves nothing behind.

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { STAFF, newPlace, openLetter, signedIn } from '../cast.mjs';
import { visitor } from '../visitor.mjs';

// What a page of a sign may weigh with all its parts, compressed, as an old phone fetches it.
const SIGN_BYTES = 30 * 1024;
const WORDS = 'The intercom at the ramp hums all night.';

let place;

/** The place where all of this happens. */
async function somewhere(t) {
  place ??= await newPlace(await signedIn(t, STAFF.administrator));
  return place;
}

/** Somebody tells this at the place, and the address of its private page. */
async function told(t, words = WORDS) {
  const { code } = await somewhere(t);
  const page = await visitor(t);
  await page.goto(`/q/${code}`);
  await page.locator('[name=words]').fill(words);
  await page.locator('main form button').click();
  await page.waitForURL('**/t/**');
  return new URL(page.url()).pathname;
}

test('all works without script', async (t) => {
  const { code, site, contacts } = await somewhere(t);
  const words = 'Without script: the barrier is stuck.';
  const teller = await visitor(t, { script: false });
  await teller.goto(`/q/${code}`);
  await teller.locator('[name=words]').fill(words);
  await teller.locator('main form button').click();
  await teller.locator('.big.number').waitFor();

  const desk = await visitor(t, { script: false, width: 1280 });
  await desk.goto('/sign-in');
  await desk.locator('#email').fill('sam@heronlight.example');
  await desk.locator('#password').fill('heronlight-by-night');
  await desk.getByRole('button', { name: 'Sign in', exact: true }).click();
  await desk.goto('/queue');
  await desk.getByText('Only some of them').click();
  await desk.getByLabel('Site', { exact: true }).selectOption(site);
  await desk.getByRole('button', { name: 'Show', exact: true }).click();
  await desk.getByRole('link', { name: words }).click();
  await desk.locator('[name=words]').fill('It moves again.');
  await desk.getByRole('button', { name: 'Send', exact: true }).click();
  await desk.locator('.thread', { hasText: 'It moves again.' }).waitFor();

  const contact = await visitor(t, { script: false });
  await contact.goto('/sign-in');
  await contact.locator('#link_email').fill(contacts.es);
  await contact.locator('form[action="/sign-in/link"] button').click();
  await openLetter(contact, contacts.es);
  await contact.locator('main a[href^="/sign-in/link/"]').click();
  await contact.locator('main form button').click();
  await contact.waitForURL('**/portal*');
});

test('a draft outlives a reload and the session, and is forgotten when it has arrived', async (t) => {
  await told(t);
  const page = await signedIn(t, STAFF.supervisor);
  await page.goto(`/queue?site=${place.site}`);
  await page.getByRole('link', { name: WORDS }).click();
  await page.waitForURL('**/concerns/**');
  const concern = new URL(page.url()).pathname;
  const field = page.locator('[name=words]');
  await field.fill('Half an answ');
  await page.reload();
  assert.equal(await field.inputValue(), 'Half an answ');
  await page.locator('#news', { hasText: 'Your words were kept on this device.' }).waitFor();

  await field.fill('A whole answer.');
  await page.context().clearCookies();
  await page.getByRole('button', { name: 'Send', exact: true }).click();
  await page.locator('#password').waitFor();
  await page.locator('#email').fill('sam@heronlight.example');
  await page.locator('#password').fill('heronlight-by-night');
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await page.waitForURL((url) => url.pathname === concern);
  assert.equal(await field.inputValue(), 'A whole answer.');

  await page.getByRole('button', { name: 'Send', exact: true }).click();
  await page.locator('.thread', { hasText: 'A whole answer.' }).waitFor();
  assert.equal(await field.inputValue(), '');
  await page.reload();
  assert.equal(await field.inputValue(), '');
  assert.equal(await page.evaluate(() => Object.keys(localStorage).length), 0);
});

test('a double click makes one concern', async (t) => {
  const { code, site } = await somewhere(t);
  const words = 'Twice pressed, once meant.';
  const page = await visitor(t);
  await page.goto(`/q/${code}`);
  await page.locator('[name=words]').fill(words);
  await page.locator('main form button').dblclick();
  await page.waitForURL('**/t/**');
  const desk = await signedIn(t, STAFF.supervisor);
  await desk.goto(`/queue?site=${site}`);
  assert.equal(await desk.getByRole('link', { name: words }).count(), 1);
});

test('the queue by keys', async (t) => {
  await told(t, 'One for the keys.');
  await told(t, 'Another one for the keys.');
  const page = await signedIn(t, STAFF.supervisor, { width: 1280 });
  const queue = `/queue?site=${place.site}`;
  await page.goto(queue);
  const links = page.locator('#queue a[data-main]');
  const focused = () => page.evaluate(() => document.activeElement.getAttribute('href'));
  await page.keyboard.press('j');
  assert.equal(await focused(), await links.nth(0).getAttribute('href'));
  await page.keyboard.press('j');
  assert.equal(await focused(), await links.nth(1).getAttribute('href'));
  await page.keyboard.press('k');
  assert.equal(await focused(), await links.nth(0).getAttribute('href'));
  await page.keyboard.press('?');
  assert.equal(await page.locator('#keys').evaluate((help) => help.open), true);

  await page.getByRole('searchbox').focus();
  await page.keyboard.type('tjr?');
  assert.equal(await page.getByRole('searchbox').inputValue(), 'tjr?');
  assert.equal(new URL(page.url()).pathname, '/queue');

  await page.goto(queue);
  const first = await links.nth(0).getAttribute('href');
  await page.keyboard.press('j');
  await page.keyboard.press('Enter');
  await page.waitForURL(`**${first}`);
  await page.goto(queue);
  await page.keyboard.press('j');
  await page.keyboard.press('r');
  await page.waitForURL(`**${first}#words`);
});

test('the key t takes a concern that somebody else owns', async (t) => {
  const words = 'Who takes this one?';
  await told(t, words);
  const page = await signedIn(t, STAFF.administrator, { width: 1280 });
  await page.goto(`/queue?site=${place.site}`);
  const row = page.locator('#queue tr', { hasText: words });
  await row.getByRole('link', { name: words }).focus();
  await page.keyboard.press('t');
  await page.locator('#news', { hasText: 'Handed over.' }).waitFor();
  await page.goto(`/queue?site=${place.site}`);
  await row.locator('td', { hasText: STAFF.administrator }).waitFor();
});

test('who wants no keys has none', async (t) => {
  await told(t);
  const page = await signedIn(t, STAFF.manager, { width: 1280 });
  for (const keys of ['off', 'on']) {
    await page.goto('/me');
    await page.getByRole('group', { name: 'Single-key shortcuts' }).getByLabel(keys, { exact: false }).check();
    await page.locator('form[action="/me"] button').click();
    await page.waitForURL('**said=**');
    await page.goto('/queue');
    await page.keyboard.press('?');
    assert.equal(await page.locator('#keys').evaluate((help) => help.open), keys === 'on');
  }
});

test('a clock becomes late before our eyes, and says so once', async (t) => {
  await told(t, 'This one will be late.');
  const page = await signedIn(t, STAFF.supervisor, { width: 1280 });
  await page.clock.install();
  await page.goto(`/queue?site=${place.site}&state=new`);
  const clock = page.locator('#queue tr', { hasText: 'This one will be late.' }).locator('[data-clock]');
  assert.match(await clock.innerText(), /due in/);
  const due = Date.parse(await clock.locator('time').getAttribute('datetime'));
  await page.evaluate(() => {
    globalThis.said = [];
    const news = document.getElementById('news');
    new MutationObserver(() => globalThis.said.push(news.textContent)).observe(news, { childList: true });
  });
  const now = await page.evaluate(() => Date.now());
  await page.clock.fastForward(due - now + 5000);
  await page.clock.runFor(3000);
  await page.locator('[data-clock].late', { hasText: 'late by' }).first().waitFor();
  const name = await clock.getAttribute('data-clock');
  const said = (await page.evaluate(() => globalThis.said)).filter((sentence) => sentence.includes(`${name} is now late`));
  assert.equal(said.length, 1);
});

test('the page of a sign is light and sets no cookie', async (t) => {
  const { code } = await somewhere(t);
  const page = await visitor(t);
  const wire = await page.context().newCDPSession(page);
  let bytes = 0;
  await wire.send('Network.enable');
  wire.on('Network.loadingFinished', ({ encodedDataLength }) => { bytes += encodedDataLength; });
  await page.goto(`/q/${code}`, { waitUntil: 'networkidle' });
  assert.ok(bytes > 5000 && bytes < SIGN_BYTES, `${bytes} bytes`);
  assert.deepEqual(await page.context().cookies(), []);
  await page.locator('[name=words]').fill('Nothing stays behind.');
  await page.locator('main form button').click();
  await page.waitForURL('**/t/**');
  assert.deepEqual(await page.context().cookies(), []);
});
