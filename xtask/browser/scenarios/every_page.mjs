// Every address that `rapport routes` names is looked at, as the person whom it is for, or is
// listed with the reason why not.

import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { test } from 'node:test';
import { promisify } from 'node:util';

import { STAFF, openLetter, signedIn, signedInByLink, signedInOfficer } from '../cast.mjs';
import { judge } from '../judge.mjs';
import { speaks } from '../language.mjs';
import { BINARY } from '../server.mjs';
import { visitor } from '../visitor.mjs';
import { makeWorld, share } from '../world.mjs';

/** Addresses that are no page to look at, and why. */
const NO_PAGE = {
  '/rehearsals/{scenario}/picture.svg': 'a picture',
  '/question-files/export/{format}': 'a file',
  '/questions/figures.csv': 'a file',
  '/questions/figures.parquet': 'a file',
  '/queue.csv': 'a file',
  '/queue.parquet': 'a file',
  '/satisfaction.csv': 'a file',
  '/calendar/{file}': 'a file',
  '/renewal-tasks/{id}': 'planned by the clock for a contract with an end: the stories of standing look at it',
  '/satisfaction.parquet': 'a file',
  '/surveys/trend.csv': 'a file',
  '/surveys/trend.parquet': 'a file',
  '/renewals.csv': 'a file',
  '/renewals.parquet': 'a file',
  '/renewals/retention.csv': 'a file',
  '/renewals/retention.parquet': 'a file',
  '/visits.csv': 'a file',
  '/visits.parquet': 'a file',
  '/clients/{id}/health.csv': 'a file',
  '/clients/{id}/health.parquet': 'a file',
  '/portfolio.csv': 'a file',
  '/portfolio.parquet': 'a file',
  '/queue/live': 'a stream of events',
  '/photos/{id}': 'a file',
  '/attachments/{id}': 'a file',
  '/mail/{id}/raw': 'a file',
  '/signs/{code}/print': 'a file',
  '/orders/{id}/pictures/{hash}': 'a file',
  '/approvals/{token}/pictures/{hash}': 'a file',
  '/revisions/{id}/paper': 'a file',
  '/sites/{id}/board/paper': 'a file',
  '/portal/reports/{period}/paper': 'a file',
  '/clients/{id}/reports/{period}/paper': 'a file',
  '/clients/{id}/pack/paper': 'a file',
  '/confirmations/{id}/photo': 'a file',
  '/outcomes/{id}': 'asked days after a change: the stories of adjustments look at it',
  '/sites/{id}/interactions.csv': 'a file',
  '/sites/{id}/interactions.parquet': 'a file',
  '/sites/{id}/pulse.csv': 'a file',
  '/sites/{id}/pulse.parquet': 'a file',
  '/field/out/{id}/parts': 'for the script',
  '/held/{id}': 'sent by a phone that was lost: the stories of the officer\'s phone look at it',
  '/health/live': 'for machines',
  '/health/ready': 'for machines',
  '/metrics': 'for machines',
  '/assets/{file}': 'a file',
  '/robots.txt': 'for machines',
  '/worker.js': 'for browsers',
  '/manifest.webmanifest': 'for browsers',
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
    '/q/{code}/pulse': '/q/{sign}/pulse',
    '/track': '/track',
    '/t/{code}': '/t/{tracking}',
    '/demo': '/demo',
    '/demo/mail': '/demo/mail',
    '/demo/mail/{id}': '{letter}',
    '/field/offline': '/field/offline',
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
    '/staff/{id}/phones': '/staff/{member}/phones',
    '/organization': '/organization',
    '/programs': '/programs',
    '/jobs': '/jobs',
    '/health/weights': '/health/weights',
    '/questions': '/questions',
    '/questions/figures': '/questions/figures',
    '/exams/taken': '/exams/taken',
    '/readiness/calibration': '/readiness/calibration',
    '/readiness/of/{id}': '/readiness/of/{member}',
    '/question-files': '/question-files',
    '/rehearsals/{scenario}/picture': '/rehearsals/upset-client/picture',
  },
  manager: {
    '/clients/{id}/contracts': '/clients/{client}/contracts',
    '/clients/{id}/reports': '/clients/{client}/reports',
    '/clients/{id}/reports/{period}': '/clients/{client}/reports/{quarter}',
    '/clients/{id}/pack': '/clients/{client}/pack',
    '/clients/{id}/contracts/new': '/clients/{client}/contracts/new',
    '/contracts/{id}': '/contracts/{contract}',
    '/contracts/{id}/edit': '/contracts/{contract}/edit',
    '/contracts/{id}/renewal': '/contracts/{contract}/renewal',
    '/renewals': '/renewals',
    '/renewals/retention': '/renewals/retention',
    '/me/calendar': '/me/calendar',
    '/portfolio': '/portfolio',
    '/health/calibration': '/health/calibration',
    '/clients/{id}/health': '/clients/{client}/health',
    '/surveys': '/surveys',
    '/surveys/trend': '/surveys/trend',
    '/surveys/{id}': '/surveys/{survey}',
    '/surveys/questions': '/surveys/questions',
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
    '/sites/{id}/pulse': '/sites/{site}/pulse',
    '/sites/{id}/shared-phones': '/sites/{site}/shared-phones',
    '/sites/{id}/interactions': '/sites/{site}/interactions',
    '/interactions/new': '/interactions/new?site={site}',
    '/interactions/{id}': '/interactions/{interaction}',
    '/coaching/{id}': '/coaching/{interaction}',
    '/given-words': '/given-words',
    '/satisfaction': '/satisfaction?period=year',
    '/visits': '/visits',
    '/sites/{id}/visits': '/sites/{site}/visits',
    '/given-words/{id}': '/given-words/{word}',
    '/field/switch': '/field/switch',
    '/held': '/held',
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
    '/field': '/field',
    '/field/told': '/field/told?site={site}',
    '/field/sent': '/field/sent',
    '/field/concerns': '/field/concerns',
    '/learning': '/learning',
    '/learning/{competency}': '/learning/DE',
    '/practice': '/practice',
    '/rehearsals': '/rehearsals',
    '/exams': '/exams',
    '/readiness': '/readiness',
    '/placement': '/placement',
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
    '/portal/reports': '/portal/reports',
    '/portal/reports/{period}': '/portal/reports/{quarter}',
    '/sites/{id}/board': '/sites/{site}/board',
    '/digest': '/digest',
    '/me': '/me',
  },
};

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
  await page.waitForURL('**said=*');
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
