// The officer's app on the server that ships: what was written, read and confirmed without a signal arrives once.

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { STAFF, filled, newPlace, officerName, signedIn, signedInByLink } from '../cast.mjs';
import { judge } from '../judge.mjs';
import { at, bigPhoto, kill, opensAllStopped, phone, so, tidy, until } from '../phone/stage.mjs';
import { address } from '../server.mjs';
import { visitor } from '../visitor.mjs';

/** The most that a first visit may cost on the wire, in bytes. */
const FIRST_VISIT_BYTES = 150 * 1024;
/** The most that the page behind a sign may cost. */
const SIGN_BYTES = 30 * 1024;

const place = {};

test('an officer is sent to a post whose orders are in force', async (t) => {
  at.address = address;
  const admin = await signedIn(t, STAFF.administrator);
  Object.assign(place, await newPlace(admin));
  place.post = await filled(admin, `/sites/${place.site}/posts/new`, { name: 'North gate' });
  const officer = { label: await officerName(t) };
  await filled(admin, `/posts/${place.post}/assignments/new`, { officer, starts_at: '2026-01-01T06:00' });
  const contact = await signedInByLink(t, place.contacts.en, { language: 'en' });
  const page = await signedIn(t, STAFF.supervisor);
  await page.goto(`/sites/${place.site}/orders`);
  await page.locator('main summary').first().click();
  await page.locator('main form button').first().click();
  await page.waitForURL('**/draft?said=*');
  await page.locator('main a[href$="/proposal"]').click();
  await page.locator('[name=summary]').fill('The first orders of the north gate.');
  await page.locator('main form button').last().click();
  await page.waitForURL('**said=*');
  place.revision = last(page.url());
  await contact.goto('/portal');
  await contact.locator('main a[href^="/portal/approvals/"]').first().click();
  await contact.locator('[name=answer][value=yes]').check();
  await contact.locator('form#reply button').click();
  await contact.waitForURL('**said=*');
});

test('three concerns with photos outlive a killed browser and arrive once, with their true times', async (t) => {
  t.after(tidy);
  const photo = await bigPhoto();
  let { context, page } = await officersPhone();
  await context.setOffline(true);
  await page.reload();
  await page.locator('[data-notice=saved]').waitFor();
  const told = [];
  for (const words of ['The lamp of the ramp is out.', 'The gate squeaks.', 'Somebody left a ladder.']) {
    await page.goto(`/field/told?site=${place.site}`);
    await page.locator('[name=words]').fill(words);
    await page.locator('[name=who][value=unsaid]').check();
    await page.locator('[name=photo]').setInputFiles({ name: 'a.jpg', mimeType: 'image/jpeg', buffer: photo });
    await page.getByRole('button', { name: 'Read it back' }).click();
    await page.locator('[data-read-back]').waitFor();
    if (told.length === 0) await judge(page);
    const number = await page.locator('[data-shows=number]').innerText();
    assert.match(number, /^[2-9A-Z]{4}-[2-9A-Z]{4}$/);
    await page.locator('[data-yes]').click();
    await so(page, 'it waits', async (wanted) => (await Outbox.entries())
      .some((entry) => entry.number === wanted && entry.state === 'waiting'), number);
    told.push({ words, number });
  }
  await so(page, 'the photos are shrunk', async () => (await Outbox.entries()).every((entry) => !entry.raw), null, 60_000);
  await kill(context);
  ({ context, page } = await phone(context.folder));
  await page.goto('/field/sent');
  await allSent(page);
  const desk = await signedIn(t, STAFF.supervisor);
  for (const { words, number } of told) {
    await desk.goto(`/queue?site=${place.site}`);
    assert.equal(await desk.getByRole('link', { name: words }).count(), 1, `${words} is there once.`);
    await desk.getByRole('link', { name: words }).click();
    await desk.getByText(number).first().waitFor();
    assert.equal(await desk.locator('main img').count(), 1, `${words} has one photo.`);
  }
});

test('orders are read and confirmed without a signal', async (t) => {
  t.after(tidy);
  const { context, page } = await officersPhone();
  await context.setOffline(true);
  await page.goto(`/posts/${place.post}/briefing`);
  await page.locator('[data-notice=saved]').waitFor();
  await page.goto(`/posts/${place.post}/confirmations/${place.revision}`);
  await page.locator('[name=answer]').first().check();
  await page.locator('#confirm button').click();
  await so(page, 'the confirmation waits', async () => (await Outbox.entries()).some(({ kind }) => kind === 'confirmation'));
  const desk = await signedIn(t, STAFF.supervisor);
  await desk.goto(`/sites/${place.site}/confirmations`);
  await desk.getByText('0 of 1').waitFor();
  await context.setOffline(false);
  await allSent(page);
  await desk.reload();
  await desk.getByText('1 of 1').waitFor();
});

test('a talk with a promise is noted without a signal, and both arrive', async (t) => {
  t.after(tidy);
  const { context, page } = await officersPhone();
  await context.setOffline(true);
  await page.goto('/field');
  await page.locator('[data-notice=saved]').waitFor();
  // The officer may stand at other sites today.
  await page.locator(`main a[href="/interactions/new?site=${place.site}"]`).click();
  await page.locator('[name=with][value=unsaid]').check();
  await page.locator('[name=topic]').fill('The bin at the quay.');
  await page.locator('main details summary').first().click();
  await page.locator('[name=promised]').fill('I will ask for a second bin.');
  await page.locator('main form button').last().click();
  await so(page, 'the talk waits', async () => (await Outbox.entries()).some(({ kind }) => kind === 'interaction'));
  await judge(page);
  await context.setOffline(false);
  await allSent(page);
  await page.goto('/field');
  await page.getByRole('link', { name: 'I will ask for a second bin.' }).waitFor();
  const desk = await signedIn(t, STAFF.supervisor);
  await desk.goto(`/sites/${place.site}/interactions`);
  await desk.getByText('The bin at the quay.').waitFor();
});

test('five minutes of practice without a signal are taken up again, and arrive once', async (t) => {
  t.after(tidy);
  const { context, page } = await officersPhone();
  await so(page, 'the sheet is saved', async () => Boolean(await caches.match('/practice')));
  await context.setOffline(true);
  await page.goto('/practice');
  await page.locator('[data-notice=saved]').waitFor();
  const check = page.getByRole('button', { name: 'Check' });
  await check.click();
  await page.locator('[data-choose]').waitFor();
  await page.locator('[data-question]:visible input[type=radio]').first().check();
  await check.click();
  await page.locator('[data-why]:focus').waitFor();
  await judge(page);
  // Whoever is called away finds it as it was, and answers no question twice.
  await page.reload();
  await page.getByText('Question 2 of 10').waitFor();
  await page.locator('[data-question]:visible input[type=radio]').last().check();
  await check.click();
  await page.getByRole('button', { name: 'Next question' }).click();
  await page.getByText('Question 3 of 10').waitFor();
  await page.getByRole('button', { name: 'Hand in' }).click();
  await page.getByText(/[012] of 2 right/).waitFor();
  await so(page, 'the practice waits', async () => (await Outbox.entries()).some(({ kind }) => kind === 'practice'));
  await judge(page);
  await context.setOffline(false);
  await allSent(page);
  await page.goto('/field/sent');
  await page.locator('[data-outbox-list] a', { hasText: 'Open' }).first().click();
  await page.waitForURL('**/practice/*');
  await page.getByText(/[012] of 2 right/).waitFor();
});

test('what waits is drawn, and its page is sound, by day and by night', async (t) => {
  t.after(tidy);
  const { context, page } = await officersPhone();
  await context.setOffline(true);
  await page.goto(`/field/told?site=${place.site}`);
  await page.locator('[name=words]').fill('The bench is wet.');
  await page.locator('[name=who][value=unsaid]').check();
  await page.getByRole('button', { name: 'Read it back' }).click();
  await page.locator('[data-yes]').click();
  await page.goto('/field/sent');
  await page.locator('[data-outbox-list] li', { hasText: 'The bench is wet.' }).waitFor();
  await judge(page);
  await page.goto('/field/nothing-that-is-here');
  await page.getByRole('heading', { level: 1, name: 'No signal' }).waitFor();
  await page.locator('[data-outbox-list] li').first().waitFor();
  await judge(page);
});

test('what the phone has saved opens also after the browser stopped the worker', async (t) => {
  t.after(tidy);
  const { context, page } = await officersPhone();
  const paths = await page.evaluate(async () => {
    const { staff } = await Outbox.me();
    return (await (await caches.open(`pages-${staff}`)).keys()).map(({ url }) => new URL(url)).map(({ pathname, search }) => pathname + search);
  });
  const pages = paths.filter((path) => !path.includes('/pictures/'));
  assert.ok(['/field', '/practice'].every((path) => pages.includes(path)), pages.join());
  await opensAllStopped(context, page, pages);
});

test('a first visit is small, and the page behind a sign smaller, without script', async (t) => {
  t.after(tidy);
  const { page } = await phone();
  await page.goto('/demo?lang=en');
  const bytes = await counted(page, async () => {
    await enter(page);
    await saved(page);
  });
  assert.ok(bytes < FIRST_VISIT_BYTES, `A first visit costs ${bytes} bytes.`);
  const sign = await visitor(t, { script: false });
  const small = await counted(sign, () => sign.goto(`/q/${place.code}`));
  assert.ok(small < SIGN_BYTES, `The page behind a sign costs ${small} bytes.`);
  t.diagnostic(`a first visit costs ${bytes} bytes, the page behind a sign ${small}`);
});

/** The officer's phone after one visit with a signal. */
async function officersPhone() {
  const { context, page } = await phone();
  await page.goto('/demo?lang=en');
  await enter(page);
  await saved(page);
  return { context, page };
}

async function enter(page) {
  const officer = page.locator('li', { has: page.locator('.sub', { hasText: /^Officer,/ }) }).first();
  await officer.getByRole('button').click();
  await page.waitForURL('**/field');
}

/** The phone knows its officer and has saved their pages. */
async function saved(page) {
  const wanted = [`/field/told?site=${place.site}`, `/interactions/new?site=${place.site}`, `/posts/${place.post}/confirmations/${place.revision}`];
  await so(page, 'the pages are saved', async (paths) => {
    const me = await Outbox.me();
    if (!me || !navigator.serviceWorker.controller) return false;
    const cache = await caches.open(`pages-${me.staff}`);
    const there = (await cache.keys()).map(({ url }) => new URL(url).pathname + new URL(url).search);
    return paths.every((path) => there.includes(path) || path.includes('/confirmations/'));
  }, wanted, 30_000);
}

/** The office has all that waited; where it has not, the test says what became of each. */
async function allSent(page) {
  const sent = async () => (await Outbox.entries()).every((entry) => entry.state === 'sent');
  await so(page, 'all are sent', sent, null, 60_000).catch(async (error) => {
    const entries = await page.evaluate(async () => (await Outbox.entries())
      .map(({ kind, state, trouble, says, problems, tries }) => ({ kind, state, trouble, says, problems, tries })));
    assert.fail(`${error.message}: ${JSON.stringify(entries)}`);
  });
}

/** How many bytes come over the wire to a page while something is done. */
async function counted(page, act) {
  const devtools = await page.context().newCDPSession(page);
  let bytes = 0;
  await devtools.send('Network.enable');
  devtools.on('Network.loadingFinished', ({ encodedDataLength }) => { bytes += encodedDataLength; });
  await act();
  await until('nothing is loading', async () => bytes > 0);
  return bytes;
}

/** The last part of a path. */
function last(url) {
  return new URL(url).pathname.split('/').pop();
}
