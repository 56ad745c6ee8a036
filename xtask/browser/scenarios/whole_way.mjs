// The whole way of a concern: told at a sign, acknowledged, answered, "no", opened again,
// answered, "yes", closed. By a visitor in each language on a phone and at a desktop; the staff
// read English.

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { STAFF, newPlace, signedIn } from '../cast.mjs';
import { judge } from '../judge.mjs';
import { visitor } from '../visitor.mjs';

// At a sign, staff are called by their first name.
const [OWNER] = STAFF.supervisor.split(' ');

const WORDS = {
  en: {
    told: 'The lamp over the loading dock has been out for three nights.',
    heading: 'Tell security',
    urgency: 'Something is not as it should be',
    send: 'Send',
    received: 'Thank you. We have it.',
    waits: `It is with ${OWNER}, and waits to be taken on.`,
    seenTo: `${OWNER} is seeing to it.`,
    answered: `${OWNER} has answered. Did it help?`,
    no: 'No',
    yes: 'Yes',
    why: 'It is still dark there.',
    sendAnswer: 'Send my answer',
    thanks: 'Thank you. We have it.',
    openAgain: `It is open again, and waits for ${OWNER}.`,
    closed: 'It is closed. You can open it again for 30 days.',
  },
  es: {
    told: 'La l\u00e1mpara del muelle de carga lleva tres noches apagada.',
    heading: 'Avise a seguridad',
    urgency: 'Algo no est\u00e1 como deber\u00eda',
    send: 'Enviar',
    received: 'Gracias. Ya lo tenemos.',
    waits: `Lo tiene ${OWNER}, y espera a que alguien se haga cargo.`,
    seenTo: `${OWNER} se est\u00e1 ocupando.`,
    answered: `${OWNER} respondi\u00f3. \u00bfLe sirvi\u00f3?`,
    no: 'No',
    yes: 'S\u00ed',
    why: 'Todav\u00eda est\u00e1 oscuro all\u00ed.',
    sendAnswer: 'Enviar mi respuesta',
    thanks: 'Gracias. Ya lo tenemos.',
    openAgain: `Est\u00e1 abierto de nuevo y espera a ${OWNER}.`,
    closed: 'Est\u00e1 cerrado. Puede abrirlo de nuevo durante 30 d\u00edas.',
  },
};

for (const [width, language] of [[360, 'en'], [360, 'es'], [1280, 'en'], [1280, 'es']]) {
  test(`the whole way (${width}, ${language})`, async (t) => {
    const words = WORDS[language];
    const place = await newPlace(await signedIn(t, STAFF.administrator, { width }));
    const queue = await watchedQueue(t, place, width);
    const desk = await signedIn(t, STAFF.supervisor, { width });
    const phone = await visitor(t, { width, language });
    const look = width === 360 ? judge : async () => {};

    await tell(phone, place, words, look);
    const tracking = new URL(phone.url()).pathname;
    await comesLive(queue, words);

    await desk.goto(`/queue?site=${place.site}`);
    await desk.getByRole('link', { name: words.told }).click();
    await press(desk, 'Say that it was heard', 'They can see now that it was heard.');
    await phone.goto(tracking);
    await says(phone, words.seenTo);

    await answer(desk, 'The lamp is replaced this afternoon.');
    await phone.goto(tracking);
    await says(phone, words.answered);
    await says(phone, 'The lamp is replaced this afternoon.');
    await look(phone);
    await didItHelp(phone, words, words.no, words.why);
    await says(phone, words.openAgain);
    await look(phone);

    await desk.goto(`/queue?site=${place.site}`);
    await desk.getByRole('link', { name: words.told }).click();
    await says(desk, 'Opened again');
    await says(desk, words.why);
    await look(desk);
    await answer(desk, 'The cable was broken too. It shines now; we looked at nine.');
    await phone.goto(tracking);
    await didItHelp(phone, words, words.yes);
    await says(phone, words.closed);
    await look(phone);
    await desk.reload();
    await says(desk, 'It helped');
    await desk.goto(`/queue?site=${place.site}`);
    assert.equal(await desk.getByRole('link', { name: words.told }).count(), 0);
  });
}

/** Tells something at the sign, and stays on the receipt. */
async function tell(phone, place, words, look) {
  await phone.goto(`/q/${place.code}`);
  await phone.getByRole('heading', { level: 1, name: words.heading }).waitFor();
  await says(phone, '911');
  await says(phone, place.siteName);
  await phone.locator('[name=words]').fill(words.told);
  await phone.getByLabel(words.urgency).check();
  await phone.getByRole('button', { name: words.send, exact: true }).click();
  await phone.getByRole('heading', { level: 1, name: words.received }).waitFor();
  assert.match(await phone.locator('.big.number').innerText(), /^[2-9A-Z]{4}-[2-9A-Z]{4}$/);
  await says(phone, words.waits);
  await look(phone);
}

/** The supervisor's queue in a second window: a row is chosen, and a search half typed. */
async function watchedQueue(t, place, width) {
  const page = await signedIn(t, STAFF.supervisor, { width });
  await page.goto('/concerns/new');
  await page.locator('#site').selectOption(place.site);
  await page.locator('[name=words]').fill('A delivery waits at the wrong door.');
  await page.getByRole('button', { name: 'Write it down' }).click();
  await page.goto(`/queue?site=${place.site}`);
  await page.getByRole('checkbox', { name: /^Choose [^a]/ }).check();
  await page.getByRole('searchbox').fill('half a thou');
  await page.evaluate(() => { globalThis.stayed = true; });
  return page;
}

/** The new row comes without a reload; what was chosen and typed is as it was. */
async function comesLive(queue, words) {
  await queue.locator('#queue tr', { hasText: words.told }).waitFor();
  assert.equal(await queue.evaluate(() => globalThis.stayed), true);
  assert.equal(await queue.getByRole('searchbox').inputValue(), 'half a thou');
  const older = queue.locator('#queue tr', { hasText: 'A delivery waits at the wrong door.' });
  assert.equal(await older.getByRole('checkbox').isChecked(), true);
}

async function answer(desk, words) {
  await desk.getByLabel('An answer: they see it, and we ask later whether it helped').check();
  await desk.locator('[name=words]').fill(words);
  await press(desk, 'Send', 'Answered. We will ask later whether it helped.');
  await says(desk, words);
}

async function didItHelp(phone, words, helped, why) {
  await phone.getByRole('radio', { name: helped, exact: true }).check();
  if (why) {
    await phone.locator('#helped_words').fill(why);
  }
  await press(phone, words.sendAnswer, words.thanks);
}

/** Presses a button, and waits for the sentence that says what happened. */
async function press(page, button, news) {
  await page.getByRole('button', { name: button, exact: true }).click();
  await page.locator('#news', { hasText: news }).waitFor();
}

async function says(page, words) {
  await page.locator('main', { hasText: words }).waitFor();
}
