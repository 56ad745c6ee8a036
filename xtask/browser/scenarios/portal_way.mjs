// A contact's way: in by a link in a letter, something told with a photo, asked back, answered,
// helped in part.

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { STAFF, newPlace, openLetter, signedIn } from '../cast.mjs';
import { judge } from '../judge.mjs';
import { visitor } from '../visitor.mjs';

// A small picture that is really one: 2 x 2 pixels.
const PHOTO = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAIAAAACCAIAAAD91JpzAAAAEElEQVR42mM4YaMBRAwQCgAjXgSxhgLRkwAAAABJRU5ErkJggg==',
  'base64',
);
const TOLD = 'Two evenings this week nobody stood at the east door.';

test('a contact signs in by a letter, tells something, is asked back and says how it went', async (t) => {
  const place = await newPlace(await signedIn(t, STAFF.administrator));
  const alice = await visitor(t);
  const desk = await signedIn(t, STAFF.supervisor, { width: 1280 });

  const link = await letterWithLink(alice, place.contacts.en);
  await looksSpendNothing(alice, link);
  await alice.getByRole('button', { name: 'Sign me in' }).click();
  await alice.waitForURL('**/portal*');
  await isSpent(t, link);

  await tell(alice);
  await judge(alice);
  const concern = alice.url().split('?')[0];
  const number = await alice.locator('.badge.number').innerText();

  await desk.goto(`/queue?q=${number}`);
  await desk.getByRole('heading', { name: TOLD }).waitFor();
  assert.equal(await desk.locator('.thread img').count(), 1);
  await send(desk, 'A question: they see it, and our answer waits for theirs', 'At which hour was that?');

  await alice.goto('/portal');
  await says(alice, 'We asked you something.');
  await judge(alice);
  await alice.goto(concern);
  await says(alice, 'At which hour was that?');
  await judge(alice);
  await alice.getByLabel('Your reply').fill('Both times between seven and eight.');
  await alice.getByRole('button', { name: 'Send', exact: true }).click();
  await alice.locator('#news', { hasText: 'Sent.' }).waitFor();

  await desk.reload();
  await says(desk, 'Both times between seven and eight.');
  await send(desk, 'An answer: they see it, and we ask later whether it helped', 'The relief came late; we changed the plan.');

  await alice.goto('/portal');
  await alice.getByRole('link', { name: /^Say whether it helped/ }).click();
  await judge(alice);
  await alice.getByLabel('Partly').check();
  await alice.locator('[name=helped_words]').fill('Better, but Friday was empty again.');
  await alice.locator('form[action$="/check-back"] button').click();
  await alice.locator('#news', { hasText: 'Thank you for telling us.' }).waitFor();
  await says(alice, 'Better, but Friday was empty again.');
});

/** Asks for a link, and opens the letter that brings it. */
async function letterWithLink(page, email) {
  await page.goto('/sign-in');
  await page.getByLabel('Your e-mail address').fill(email);
  await page.getByRole('button', { name: 'Send me a link' }).click();
  await page.getByRole('link', { name: 'In the demo you read the mail here' }).waitFor();
  await openLetter(page, email);
  return page.locator('main a[href^="/sign-in/link/"]').getAttribute('href');
}

/** Looking at the link, as a scanner of mail does, leaves it as good as it was. */
async function looksSpendNothing(page, link) {
  for (let look = 0; look < 2; look += 1) {
    await page.goto(link);
    await page.getByRole('heading', { name: 'Sign in by link' }).waitFor();
  }
}

async function isSpent(t, link) {
  const page = await visitor(t);
  await page.goto(link);
  await says(page, 'This link is no longer good');
}

async function tell(page) {
  await page.getByRole('link', { name: 'Tell us something' }).click();
  await page.getByLabel('What would you like to tell us?').fill(TOLD);
  await page.getByLabel('Photos').setInputFiles({ name: 'door.png', mimeType: 'image/png', buffer: PHOTO });
  await page.getByRole('button', { name: 'Send it to us' }).click();
  await page.locator('#news', { hasText: 'We have it. Here you can see where it stands.' }).waitFor();
  assert.match(await page.locator('main time[data-due]').first().innerText(), /^due in /);
  await says(page, 'To say that we heard it');
  const photo = page.locator('.thread img');
  await photo.scrollIntoViewIfNeeded();
  await page.waitForFunction(() => document.querySelector('.thread img').naturalWidth > 0);
}

/** Staff say something in a concern. */
async function send(desk, kind, words) {
  await desk.getByLabel(kind).check();
  await desk.locator('[name=words]').fill(words);
  await desk.getByRole('button', { name: 'Send', exact: true }).click();
  await desk.locator('.thread', { hasText: words }).waitFor();
}

async function says(page, words) {
  await page.locator('main', { hasText: words }).waitFor();
}
