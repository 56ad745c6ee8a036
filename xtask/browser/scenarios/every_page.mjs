// Every address that `rapport routes` names is looked at, as the person whom it is for, or is
// listed with the reason why not.

import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { test } from 'node:test';
import { promisify } from 'node:util';

import {
  STAFF, filled, newPlace, officerName, openLetter, signedIn, signedInByLink, signedInOfficer,
} from '../cast.mjs';
import { judge } from '../judge.mjs';
import { handOver } from '../post.mjs';
import { speaks } from '../language.mjs';
import { BINARY } from '../server.mjs';
import { visitor } from '../visitor.mjs';

/** Addresses that are no page to look at, and why. */
const NO_PAGE = {
  '/queue.csv': 'a file',
  '/queue/live': 'a stream of events',
  '/photos/{id}': 'a file',
  '/attachments/{id}': 'a file',
  '/mail/{id}/raw': 'a file',
  '/signs/{code}/print': 'a file',
  '/orders/{id}/pictures/{hash}': 'a file',
  '/approvals/{token}/pictures/{hash}': 'a file',
  '/revisions/{id}/paper': 'a file',
  '/sites/{id}/board/paper': 'a file',
  '/confirmations/{id}/photo': 'a file',
  '/outcomes/{id}': 'asked days after a change: the stories of adjustments look at it',
  '/health/live': 'for machines',
  '/health/ready': 'for machines',
  '/metrics': 'for machines',
  '/assets/{file}': 'a file',
  '/robots.txt': 'for machines',
  '/push.js': 'for browsers',
  '/push/key': 'for the script',
  '/api/v1/openapi.json': 'for machines',
  '/api/v1/sites': 'for machines',
  '/api/v1/concerns': 'for machines',
  '/api/v1/concerns/{id}': 'for machines',
};

/** Who looks at which pages. A part in braces stands for something that `world` made. */
const LOOKS = {
  guest: {
    '/': '/',
    '/help': '/help',
    '/sign-in': '/sign-in',
    '/sign-in/link/{token}': '{link}',
    '/q/{code}': '/q/{sign}',
    '/track': '/track',
    '/t/{code}': '/t/{tracking}',
    '/demo': '/demo',
    '/demo/mail': '/demo/mail',
    '/demo/mail/{id}': '{letter}',
  },
  administrator: {
    '/clients': '/clients',
    '/clients/new': '/clients/new',
    '/clients/{id}': '/clients/{client}',
    '/clients/{id}/edit': '/clients/{client}/edit',
    '/sites/new': '/sites/new?client={client}',
    '/sites/{id}/edit': '/sites/{site}/edit',
    '/contacts/new': '/contacts/new?client={client}',
    '/contacts/{id}': '/contacts/{contact}',
    '/contacts/{id}/edit': '/contacts/{contact}/edit',
    '/staff': '/staff',
    '/staff/new': '/staff/new',
    '/staff/{id}': '/staff/{member}',
    '/staff/{id}/edit': '/staff/{member}/edit',
    '/organization': '/organization',
    '/programs': '/programs',
    '/jobs': '/jobs',
  },
  manager: {
    '/clients/{id}/contracts': '/clients/{client}/contracts',
    '/clients/{id}/contracts/new': '/clients/{client}/contracts/new',
    '/contracts/{id}': '/contracts/{contract}',
    '/contracts/{id}/edit': '/contracts/{contract}/edit',
    '/mail': '/mail',
    '/mail/{id}': '/mail/{mail}',
    '/ladder': '/ladder',
    '/ladder/{severity}/{step}': '/ladder/S1/acknowledge',
    '/sites/{id}/ladder': '/sites/{site}/ladder',
    '/sites/{id}/ladder/{severity}/{step}': '/sites/{site}/ladder/S3/answer',
  },
  supervisor: {
    '/home': '/home',
    '/me': '/me',
    '/duty': '/duty',
    '/sites': '/sites',
    '/sites/{id}': '/sites/{site}',
    '/sites/{id}/signs': '/sites/{site}/signs',
    '/sites/{id}/posts': '/sites/{site}/posts',
    '/sites/{id}/posts/new': '/sites/{site}/posts/new',
    '/posts/{id}': '/posts/{post}',
    '/posts/{id}/edit': '/posts/{post}/edit',
    '/posts/{id}/assignments/new': '/posts/{post}/assignments/new',
    '/queue': '/queue',
    '/concerns/new': '/concerns/new',
    '/concerns/{id}': '/concerns/{concern}',
    '/concerns/{id}/history': '/concerns/{concern}/history',
    '/concerns/{id}/messages/{message}': '{correction}',
    '/sites/{id}/orders': '/sites/{site}/orders',
    '/orders/{id}': '/orders/{orders}',
    '/orders/{id}/revisions': '/orders/{orders}/revisions',
    '/orders/{id}/secrets': '/orders/{orders}/secrets',
    '/revisions/{id}': '/revisions/{proposed}',
    '/revisions/{id}/draft': '/revisions/{draft}/draft',
    '/revisions/{id}/proposal': '/revisions/{draft}/proposal',
    '/revisions/{id}/sections/new': '/revisions/{draft}/sections/new',
    '/revisions/{id}/sections/{key}': '{section}',
    '/sites/{id}/temporary': '/sites/{site}/temporary',
    '/sites/{id}/temporary/new': '/sites/{site}/temporary/new',
    '/temporary/{id}': '/temporary/{temporary}',
    '/sites/{id}/confirmations': '/sites/{site}/confirmations',
    '/adjustments': '/adjustments',
    '/adjustments/new': '/adjustments/new',
    '/adjustments/{id}': '/adjustments/{adjustment}',
  },
  officer: {
    '/home': '/home',
    '/concerns/new': '/concerns/new',
    '/me': '/me',
    '/me/alerts': '/me/alerts',
    '/me/pin': '/me/pin',
    '/posts/{id}/briefing': '/posts/{post}/briefing',
    '/posts/{id}/confirmations/{revision}': '/posts/{post}/confirmations/{inForce}',
  },
  contact: {
    '/portal': '/portal',
    '/portal/concerns': '/portal/concerns',
    '/portal/concerns/new': '/portal/concerns/new',
    '/portal/concerns/{id}': '/portal/concerns/{told}',
    '/portal/approvals/{id}': '/portal/approvals/{approval}',
    '/portal/temporary': '/portal/temporary',
    '/sites/{id}/board': '/sites/{site}/board',
    '/digest': '/digest',
    '/me': '/me',
  },
};

const visited = new Set();
const world = {};

test('things to look at are made', async (t) => {
  const admin = await signedIn(t, STAFF.administrator);
  const place = await newPlace(admin);
  Object.assign(world, place, { sign: place.code, contact: place.contactIds.en });
  world.post = await filled(admin, `/sites/${place.site}/posts/new`, { name: 'East door' });
  // Whether it helped is asked after a minute, so that its letter has come in the end.
  const contract = { renewal: 'by_agreement', S3_check_back: '1 min' };
  world.contract = await filled(admin, `/clients/${place.client}/contracts/new`, contract);
  await admin.goto('/staff');
  world.member = last(await admin.locator('main th a').first().getAttribute('href'));
  for (const language of ['en', 'es']) {
    await tellAtSign(t, language);
    await tellInPortal(t, language);
  }
  await answerIt(t);
  await writeToUs(t);
  await writeOrders(t);
  await promiseAChange(t);
  await briefOfficers(t);
});

/** Something holds there for some days, and an officer must read what is in force. */
async function briefOfficers(t) {
  const page = await signedIn(t, STAFF.supervisor);
  const told = { words: 'The ramp is being painted until tomorrow noon.', kind: 'order' };
  world.temporary = await filled(page, `/sites/${world.site}/temporary/new`, told);
  const officer = { label: await officerName(t) };
  await filled(page, `/posts/${world.post}/assignments/new`, { officer, starts_at: '2026-01-01T06:00' });
}

/** Somebody whom nobody knows writes about no site: their mail is held. */
async function writeToUs(t) {
  await handOver('passer.by@saltmarsh.example', 'The light of the quay', 'It has been out since Monday.');
  const page = await signedIn(t, STAFF.manager);
  const mail = page.getByRole('link', { name: 'The light of the quay' }).first();
  const deadline = Date.now() + 30_000;
  do {
    assert.ok(Date.now() < deadline, 'The mail was not taken in.');
    await page.goto('/mail');
  } while (await mail.count() === 0 && !await page.waitForTimeout(500));
  world.mail = last(await mail.getAttribute('href'));
}

async function tellAtSign(t, language) {
  const page = await visitor(t, { language });
  await page.goto(`/q/${world.sign}`);
  await page.locator('[name=words]').fill(`The gate of the ramp does not close. (${language})`);
  await page.locator('[name=email]').fill('passer.by@saltmarsh.example');
  await page.locator('main form button').click();
  await page.waitForURL('**/t/**');
  world[`tracking-${language}`] = last(new URL(page.url()).pathname);
}

async function answerIt(t) {
  const page = await signedIn(t, STAFF.supervisor);
  await page.goto(`/queue?site=${world.site}`);
  await page.getByRole('link', { name: 'The gate of the ramp does not close. (en)' }).click();
  await page.waitForURL('**/concerns/**');
  world.concern = last(new URL(page.url()).pathname);
  await page.locator('[name=words]').fill('It is repaired.');
  await page.getByRole('button', { name: 'Send', exact: true }).click();
  world.correction = await page.getByRole('link', { name: 'Correct this' }).getAttribute('href');
}

/** The site has orders in force, a change that waits for the client, and a draft. */
async function writeOrders(t) {
  // They sign in before they are written to about changes: their newest letter is then the one with the link.
  const contacts = {};
  for (const language of ['en', 'es']) {
    contacts[language] = await signedInByLink(t, world.contacts[language], { language });
  }
  const page = await signedIn(t, STAFF.supervisor);
  await page.goto(`/sites/${world.site}/orders`);
  await page.locator('main summary').first().click();
  await page.locator('main form button').first().click();
  await page.waitForURL('**/draft?said=*');
  world.inForce = await proposed(page, 'The first orders of the east wing.');
  world.orders = last(await page.locator('main a[href^="/orders/"]').first().getAttribute('href'));
  const contact = contacts.en;
  await contact.goto('/portal');
  await contact.locator('main a[href^="/portal/approvals/"]').first().click();
  await contact.locator('[name=answer][value=yes]').check();
  await contact.locator('form#reply button').click();
  await contact.waitForURL('**said=*');
  await page.goto(`/orders/${world.orders}`);
  await page.locator('main form[action$="/draft"] button').click();
  await page.waitForURL('**/draft?said=*');
  await page.locator('main ol.list a').first().click();
  const words = page.locator('[name=words]');
  await words.fill(`- Meet whoever comes in at the door.\n${await words.inputValue()}`);
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.waitForURL('**/draft?said=*');
  world.proposed = await proposed(page, 'Whoever comes in is met at the door.');
  await page.goto(`/orders/${world.orders}`);
  await page.locator('main form[action$="/draft"] button').click();
  await page.waitForURL('**/draft?said=*');
  world.draft = new URL(page.url()).pathname.split('/')[2];
  world.section = await page.locator('main ol.list a').first().getAttribute('href');
  for (const language of ['en', 'es']) {
    const asked = contacts[language];
    await asked.goto('/portal');
    const link = asked.locator('main a[href^="/portal/approvals/"]').first();
    world[`approval-${language}`] = last(await link.getAttribute('href'));
  }
}

/** Proposes the draft that the page shows, and returns its name. */
async function proposed(page, summary) {
  await page.locator('main a[href$="/proposal"]').click();
  await page.locator('[name=summary]').fill(summary);
  await page.locator('main form button').last().click();
  await page.waitForURL('**said=*');
  return last(new URL(page.url()).pathname);
}

async function promiseAChange(t) {
  const page = await signedIn(t, STAFF.supervisor);
  await page.goto(`/queue?site=${world.site}`);
  await page.getByRole('link', { name: 'The gate of the ramp does not close. (es)' }).click();
  const path = await page.locator('main a[href^="/adjustments/new"]').getAttribute('href');
  const fields = { headline: 'The ramp is looked at on every round.', expected: 'The gate is closed at night.' };
  world.adjustment = await filled(page, path, { kind: 'training', ...fields });
}

async function tellInPortal(t, language) {
  const page = await signedInByLink(t, world.contacts[language], { language });
  await page.goto('/portal/concerns/new');
  await page.locator('[name=words]').fill('Could somebody walk us to the cars after nine?');
  await page.locator('main form button').click();
  await page.waitForURL('**/portal/concerns/*said=*');
  world[`told-${language}`] = last(new URL(page.url()).pathname);
}

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

for (const role of ['administrator', 'manager', 'supervisor']) {
  test(`what only the staff may see (${role})`, async (t) => {
    await look(await signedIn(t, STAFF[role]), LOOKS[role], 'en');
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
    for (let times = 0; times < 25 && status < 400; times += 1) {
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
  await page.goto('/demo/mail');
  const letter = page.locator('main li', { hasText: 'Please look at a change: Whoever comes in' }).first();
  await letter.getByRole('link').click();
  await page.waitForURL('**/demo/mail/*');
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

/** The last part of a path. */
function last(path) {
  return path.split('/').pop();
}
