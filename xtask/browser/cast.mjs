// Who is in the stories and where they happen. The staff are the demo's; the client, the site and
// the contacts are made through the pages, so that no story depends on how the demo has grown.

import assert from 'node:assert/strict';

import { visitor } from './visitor.mjs';

/** The staff of the demo, by role. */
export const STAFF = {
  administrator: 'Olga Brandvold',
  manager: 'Desmond Achterberg',
  supervisor: 'Sam Okonjo',
};

let places = 0;

/** A page of one of the demo's people, named as on /demo, who has just signed in. */
export async function signedIn(t, name, options) {
  const page = await visitor(t, options);
  await page.goto('/demo');
  await page.getByRole('button', { name, exact: true }).click();
  await page.waitForURL((url) => url.pathname !== '/demo');
  return page;
}

/** The name of the first officer whom the demo names. */
export async function officerName(t) {
  const page = await visitor(t);
  return (await firstOfficer(page)).innerText();
}

/** A page of the first officer whom the demo names. */
export async function signedInOfficer(t, options) {
  const page = await visitor(t, options);
  await (await firstOfficer(page)).click();
  await page.waitForURL((url) => url.pathname !== '/demo');
  return page;
}

async function firstOfficer(page) {
  await page.goto('/demo?lang=en');
  const officer = page.locator('li', { has: page.locator('.sub', { hasText: /^Officer,/ }) }).first();
  return officer.getByRole('button');
}

/**
 * A new client with one site, which the supervisor owns, a sign at its gate, and a contact for
 * each language (`contacts` has their e-mail addresses). `administrator` is a page of the administrator.
 */
export async function newPlace(administrator) {
  places += 1;
  const name = `Saltmarsh Gallery ${places}`;
  const client = await filled(administrator, '/clients/new', { name, setting: 'shopping_centre' });
  const site = await filled(administrator, `/sites/new?client=${client}`, {
    name: `${name}, east wing`,
    setting: 'shopping_centre',
    address: '3 Tidewrack Lane, Port Lantern',
    owner: { label: STAFF.supervisor },
  });
  const contacts = {};
  const contactIds = {};
  for (const language of ['en', 'es']) {
    contacts[language] = `day.${language}.${places}@saltmarsh.example`;
    contactIds[language] = await filled(administrator, `/contacts/new?client=${client}`, {
      name: language === 'es' ? 'Roc\u00edo Pe\u00f1alver' : 'Wilma Thackeray',
      email: contacts[language],
      standing: 'decision_maker',
      language,
    });
  }
  const code = await newSign(administrator, site);
  return { client, site, siteName: `${name}, east wing`, contacts, contactIds, code };
}

/** Hangs up a sign at a site, and returns its code. */
export async function newSign(page, site) {
  await page.goto(`/sites/${site}/signs`);
  await page.locator('#place').fill('North gate');
  await page.locator('main form[action$="/signs"] button').click();
  const link = page.locator('main a[href^="/q/"]').first();
  return (await link.getAttribute('href')).slice('/q/'.length);
}

/** Fills in a form, sends it, and returns the id of what it made. */
export async function filled(page, path, fields) {
  await page.goto(path);
  for (const [name, value] of Object.entries(fields)) {
    const field = page.locator(`main form [name="${name}"]`);
    const kind = await field.first().evaluate((element) => element.type);
    if (kind === 'select-one') {
      await field.selectOption(value);
    } else if (kind === 'radio') {
      await page.locator(`main form [name="${name}"][value="${value}"]`).check();
    } else {
      await field.fill(value);
    }
  }
  await page.locator('main form button').last().click();
  await page.waitForURL((url) => url.searchParams.has('said'));
  return new URL(page.url()).pathname.split('/').pop();
}

/** Signs a contact in by the link in their newest letter. */
export async function signedInByLink(t, email, options) {
  const page = await visitor(t, options);
  await page.goto('/sign-in');
  await page.locator('#link_email').fill(email);
  await page.locator('form[action="/sign-in/link"] button').click();
  await openLetter(page, email);
  await page.locator('main a[href^="/sign-in/link/"]').click();
  await page.locator('main form button').click();
  await page.waitForURL('**/portal*');
  return page;
}

/** Opens the letter to an address that was asked for just now: a job writes it a moment later. */
export async function openLetter(page, email) {
  const since = Date.now() - 2_000;
  for (;;) {
    await page.goto('/demo/mail');
    const link = page.locator('main li', { hasText: email }).first().getByRole('link');
    if (await link.count() > 0 && writtenAt(await link.getAttribute('href')) >= since) {
      return link.click();
    }
    assert.ok(Date.now() < since + 22_000, `No letter comes to ${email}.`);
    await page.waitForTimeout(200);
  }
}

/** When a letter was written, in milliseconds: its name is a UUID of version 7. */
function writtenAt(path) {
  return Number.parseInt(path.split('/').pop().replaceAll('-', '').slice(0, 12), 16);
}
