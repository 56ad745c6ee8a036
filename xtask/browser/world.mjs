// What there is to look at: a site with all that can happen at one, made through its pages.

import assert from 'node:assert/strict';

import { STAFF, filled, newPlace, officerName, signedIn, signedInByLink } from './cast.mjs';
import { handOver } from './post.mjs';
import { visitor } from './visitor.mjs';

const world = {};

/** Makes all of it, and returns the name of each thing. */
export async function makeWorld(t) {
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
  await visit(t);
  await survey(t);
  return world;
}

/** Something holds there for some days, and an officer must read what is in force. */
async function briefOfficers(t) {
  const page = await signedIn(t, STAFF.supervisor);
  const told = { words: 'The ramp is being painted until tomorrow noon.', kind: 'order' };
  world.temporary = await filled(page, `/sites/${world.site}/temporary/new`, told);
  const officer = { label: await officerName(t) };
  await filled(page, `/posts/${world.post}/assignments/new`, { officer, starts_at: '2026-01-01T06:00' });
}

/** The round of the survey that is open now. */
async function survey(t) {
  const page = await signedIn(t, STAFF.manager);
  await page.goto('/surveys');
  world.survey = last(await page.locator('main a[href^="/surveys/"]').first().getAttribute('href'));
}

/** A supervisor visits the site, sees an officer there, and promises something. */
async function visit(t) {
  const page = await signedIn(t, STAFF.supervisor);
  await page.goto(`/interactions/new?site=${world.site}`);
  await page.locator('[name=kind][value=visit]').check();
  await page.locator('[name=with][value=unsaid]').check();
  await page.locator('[name=topic]').fill('An evening visit.');
  for (const summary of await page.locator('main details summary').all()) await summary.click();
  await page.locator('[name=promised]').fill('I will ask about the lamp.');
  await page.locator('[name=about]').selectOption({ index: 1 });
  await page.locator('[name=coaching]').fill('You greeted first. Next time, say when you will be back.');
  await page.locator('main form button').last().click();
  const noted = page.locator('[data-outbox-list] a[href^="/interactions/"]').first();
  world.interaction = last(await noted.getAttribute('href'));
  await page.goto(`/interactions/${world.interaction}`);
  world.word = last(await page.locator('main a[href^="/given-words/"]').first().getAttribute('href'));
}

/** Makes the browser of a page a phone that those at the site share. */
export async function share(page) {
  await page.goto(`/sites/${world.site}/shared-phones`);
  await page.locator('main form button').last().click();
  await page.waitForURL('**said=*');
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

/** The last part of a path. */
function last(path) {
  return path.split('/').pop();
}
