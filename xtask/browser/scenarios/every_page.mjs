// Every address that `rapport routes` names is looked at, as the person whom it is for, or is
// listed with the reason why not.

import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { test } from 'node:test';
import { promisify } from 'node:util';

import { STAFF, openLetter, signedIn, signedInByLink, signedInOfficer } from '../cast.mjs';
import { judge } from '../judge.mjs';
import { speaks } from '../language.mjs';
import { LOOKS, NO_PAGE } from '../looks.mjs';
import { BINARY } from '../server.mjs';
import { visitor } from '../visitor.mjs';
import { makeWorld, share } from '../world.mjs';

const visited = new Set();
const world = {};

test('things to look at are made', async (t) => {
  Object.assign(world, await makeWorld(t));
  // The quarter of yesterday has begun wherever the organization is.
  const day = new Date(Date.now() - 86_400_000);
  world.quarter = `${day.getUTCFullYear()}-q${Math.floor(day.getUTCMonth() / 3) + 1}`;
});

for (const language of ['en', 'es']) {
  test(`what anybody may see (${language})`, async (t) => {
    const page = await visitor(t, { language });
    await page.goto('/sign-in');
    await page.locator('#link_email').fill(world.contacts[language]);
    await page.locator('form[action="/sign-in/link"] button').click();
    await openLetter(page, world.contacts[language]);
    world.tracking = world[`tracking-${language}`];
    world.letter = new URL(page.url()).pathname;
    world.link = await page.locator('main a[href^="/sign-in/link/"]').getAttribute('href');
    await look(page, LOOKS.guest, language);
  });

  test(`what a contact may see (${language})`, async (t) => {
    const page = await signedInByLink(t, world.contacts[language], { language });
    world.told = world[`told-${language}`];
    world.approval = world[`approval-${language}`];
    await look(page, LOOKS.contact, language);
  });
}

test('what an officer may see, in each language and at night', async (t) => {
  const page = await signedInOfficer(t);
  for (const [language, theme] of [['es', 'device'], ['en', 'device'], ['en', 'dim']]) {
    await page.goto('/me');
    await page.locator(`[name=language][value=${language}]`).check();
    await page.locator(theme === 'dim' ? '[name=theme][value=dim]' : '[name=theme] >> nth=0').check();
    await page.locator('form[action="/me"] button').click();
    await page.waitForURL('**said=**');
    await look(page, LOOKS.officer, language, theme === 'dim' ? ['dark'] : undefined);
  }
});

test('what an officer practised, and a dialogue that they are in', async (t) => {
  const page = await signedInOfficer(t);
  await page.goto('/practice');
  await page.locator('[data-question] input[type=radio]').first().check();
  // The form as a browser without script sends it.
  const practice = await page.evaluate(async () => {
    const form = document.querySelector('form[data-practice]');
    return (await fetch(form.action, { method: 'POST', body: new URLSearchParams(new FormData(form)) })).url;
  });
  await page.goto('/rehearsals');
  await page.locator('main form button').first().click();
  await page.waitForURL('**/rehearsals/*');
  const [practised, rehearsal] = [practice, page.url()].map((url) => new URL(url).pathname);
  await look(page, { '/practice/{id}': practised, '/rehearsals/{id}': rehearsal }, 'en');
});

test('an exam and a test of what one can, while one is in them', async (t) => {
  const page = await signedInOfficer(t);
  await page.goto('/exams');
  await page.locator('main form[action="/exams"] button').first().click();
  await page.waitForURL('**/exams/*');
  const exam = new URL(page.url()).pathname.split('/').slice(0, 3).join('/');
  await look(page, { '/exams/{id}': exam, '/exams/{id}/{place}': `${exam}/1`, '/exams/{id}/handing-in': `${exam}/handing-in` }, 'en');
  await page.goto('/placement');
  await page.locator('main form[action="/placement"] button').first().click();
  await page.waitForURL('**/placement/*');
  await look(page, { '/placement/{id}': new URL(page.url()).pathname }, 'en');
  await page.goto(`${exam}/handing-in`);
  await page.locator('main form button').click();
  await page.waitForURL((url) => url.pathname === exam);
  await look(page, { '/exams/{id}': exam }, 'en');
});

test('a question, as its trainer sees it', async (t) => {
  const page = await signedIn(t, STAFF.administrator);
  await page.goto('/questions');
  const question = await page.locator('main li a').first().getAttribute('href');
  await page.goto('/question-files');
  const buffer = Buffer.from('::X-1::Who opens the gate?{=The guard~The guest}\n\n::X-2::Match them.{=a -> b =c -> d =e -> f}\n');
  await page.locator('[name=file]').setInputFiles({ name: 'a.gift', mimeType: 'text/plain', buffer });
  await page.locator('[name=source]').fill('A course');
  await page.locator('main form[enctype] button').click();
  await page.waitForURL('**/question-files/*said=*');
  const brought = new URL(page.url()).pathname;
  await look(page, { '/questions/{id}': question, '/questions/{id}/figures': `${question}/figures`, '/question-files/{id}': brought }, 'en');
});

test('what an officer holds, and how whoever has the paper checks it', async (t) => {
  const page = await signedIn(t, STAFF.administrator);
  await page.goto(`/staff/${world.member}/licences`);
  for (const [name, value] of [['kind', 'Unarmed officer'], ['jurisdiction', 'US-ND'], ['number', 'U-1'], ['issued_on', '2026-01-02']]) {
    await page.locator(`[name=${name}]`).fill(value);
  }
  await page.locator('main form[action$="/licences"] button').click();
  await page.waitForURL('**/licences?said=*');
  const licence = await page.locator('main td a[href^="/licences/"], main th a[href^="/licences/"]').first().getAttribute('href');
  await page.goto(`/staff/${world.member}/certificates`);
  await page.locator('main [name=title]').fill('Site induction');
  await page.locator('main form[action$="/certificates"] button').click();
  await page.waitForURL('**/certificates/*said=*');
  const certificate = new URL(page.url()).pathname;
  const verify = await page.locator('main a[href*="/certificates/verify/"]').getAttribute('href');
  assert.equal((await page.request.get(`${certificate}/paper`)).headers()['content-type'], 'application/pdf');
  await look(page, { '/licences/{id}': licence, '/certificates/{id}': certificate }, 'en');
  await look(await visitor(t, { language: 'en' }), { '/certificates/verify/{code}': new URL(verify, page.url()).pathname }, 'en');
});

for (const role of ['administrator', 'manager', 'supervisor']) {
  test(`what only the staff may see (${role})`, async (t) => {
    const page = await signedIn(t, STAFF[role]);
    if (role === 'supervisor') await share(page);
    await look(page, LOOKS[role], 'en');
  });
}

for (const language of ['en', 'es']) {
  test(`what goes wrong is said well (${language})`, async (t) => {
    const page = await visitor(t, { language });
    for (const missing of ['/q/AAAAAAAA', '/t/AAAA-AAAA-AAAA-AAAA', '/nothing']) {
      assert.equal((await page.goto(missing)).status(), 404, missing);
      await speaks(page, language);
      await judge(page);
    }
    await page.goto(`/q/${world.sign}`);
    assert.equal(await sentAnyway(page), 422);
    await page.locator('.problems:focus').waitFor();
    await page.locator('[name=words][aria-invalid=true]').waitFor();
    await speaks(page, language);
    await judge(page);
    let status = 303;
    // A sign takes twenty in ten minutes: also where ten minutes end meanwhile, one of so many is too many.
    for (let times = 0; times < 45 && status < 400; times += 1) {
      await page.goto(`/q/${world.sign}`);
      await page.locator('[name=words]').fill(`La puerta ${times}`);
      status = await sentAnyway(page);
    }
    assert.equal(status, 429);
    assert.match(await page.locator('[name=words]').inputValue(), /La puerta \d/);
    await speaks(page, language);
    await judge(page);
  });
}

test('the question whether it helped, by its letter', async (t) => {
  const page = await visitor(t);
  const letter = page.locator('main li', { hasText: 'passer.by@saltmarsh.example' }).first().getByRole('link');
  const link = page.locator('main a[href^="/check-back/"]');
  const deadline = Date.now() + 150_000;
  do {
    assert.ok(Date.now() < deadline, 'No letter has asked whether it helped.');
    await page.goto('/demo/mail');
    await letter.click();
    await page.waitForURL('**/demo/mail/*');
  } while (await link.count() === 0 && !await page.waitForTimeout(2000));
  const off = await page.locator('main a[href^="/letters/off/"]').getAttribute('href');
  await look(page, { '/check-back/{token}': await link.first().getAttribute('href'), '/letters/off/{token}': off }, 'en');
});

test('a survey, by its letter', async (t) => {
  const page = await visitor(t, { language: 'en' });
  await openLetterAbout(page, 'how is security at');
  const link = page.locator('main a[href*="/survey/"]').first();
  await look(page, { '/survey/{token}': await link.getAttribute('href') }, 'en');
});

test('saying that a concern was heard, by the letter of an alert', async (t) => {
  const teller = await signedInByLink(t, world.contacts.en, { language: 'en' });
  await teller.goto('/portal/concerns/new');
  await teller.locator('[name=words]').fill('Nobody was at the east door for an hour.');
  await teller.locator('[name=urgency][value=serious]').check();
  await teller.locator('main form button').click();
  await teller.waitForURL('**/portal/concerns/*said=*');
  const page = await visitor(t);
  const letter = page.locator('main li', { hasText: 'east wing: Acknowledge' }).first().getByRole('link');
  const deadline = Date.now() + 60_000;
  do {
    assert.ok(Date.now() < deadline, 'Nobody was told.');
    await page.goto('/demo/mail');
  } while (await letter.count() === 0 && !await page.waitForTimeout(2000));
  await letter.click();
  await page.waitForURL('**/demo/mail/*');
  const link = page.locator('main a[href^="/alerts/"]').first();
  await look(page, { '/alerts/{token}': await link.getAttribute('href') }, 'en');
});

test('answering to changed orders, by the link of a letter', async (t) => {
  const page = await visitor(t);
  await openLetterAbout(page, 'Please look at a change: Whoever comes in');
  const link = page.locator('main a[href^="/approvals/"]').first();
  await look(page, { '/approvals/{token}': await link.getAttribute('href') }, 'en');
});

test('no address is left out', async () => {
  const { stdout } = await promisify(execFile)(BINARY, ['routes']);
  const lines = stdout.split('\n').map((line) => line.split(/\s+/));
  const pages = lines.filter(([method]) => method === 'GET').map(([, path]) => path);
  const known = new Set([...visited, ...Object.keys(NO_PAGE)]);
  assert.deepEqual(pages.filter((path) => !known.has(path)), [], 'Nobody looks at these.');
  assert.deepEqual([...known].filter((path) => !pages.includes(path)), [], 'These are no more.');
});

/** Opens the newest letter that says this, however many were written since. */
async function openLetterAbout(page, words) {
  await page.goto('/demo/mail');
  const letter = page.locator('main li', { hasText: words }).first();
  while (await letter.count() === 0) {
    await page.goto(await page.locator('main a[href*="?before="]').getAttribute('href'));
  }
  await letter.getByRole('link').click();
  await page.waitForURL('**/demo/mail/*');
}

/** Opens and judges each of these pages. */
async function look(page, pages, language, schemes) {
  for (const [route, address] of Object.entries(pages)) {
    const path = address.replaceAll(/\{(\w+)\}/g, (_, name) => world[name] ?? assert.fail(`There is no ${name}.`));
    const answer = await page.goto(path);
    assert.equal(answer.status(), 200, path);
    await speaks(page, language);
    await judge(page, schemes);
    visited.add(route);
  }
}

/** Sends the form past the browser's own checks, and returns the status of the answer. */
async function sentAnyway(page) {
  await page.locator('main form').first().evaluate((form) => { form.noValidate = true; });
  const answer = page.waitForResponse((response) => response.request().method() === 'POST');
  await page.locator('main form button').first().click();
  const status = (await answer).status();
  await page.waitForLoadState();
  return status;
}
