// Writing down: what is kept, read back, refused and put right.

import assert from 'node:assert/strict';

import { state } from './server.mjs';
import { allSent, arrived, bigPhoto, concern, gated, kept, phone, photos, ready, say, talk, until } from './stage.mjs';

export const tests = {
  async 'numbers are drawn and checked as the server does it'() {
    const { page } = await phone();
    await ready(page);
    // By hand: 1*5 + 2*17 + 3*0 + 4*22 + 5*19 + 6*2 + 7*11 = 311 = 10 * 31 + 1, and the letter at 1 is 3.
    const numbers = await page.evaluate(() => [Outbox.withCheck('7K2QM4D'), ...Array.from({ length: 500 }, Outbox.number)]);
    assert.equal(numbers[0], '7K2Q-M4DS');
    const letters = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';
    for (const number of numbers) {
      assert.match(number, /^[2-9A-HJKMNP-Z]{4}-[2-9A-HJKMNP-Z]{4}$/);
      const values = [...number.replace('-', '')].map((letter) => letters.indexOf(letter));
      const sum = values.slice(0, 7).reduce((total, value, place) => total + (place + 1) * value, 0);
      assert.equal(sum % 31, values[7], number);
    }
    assert.equal(new Set(numbers).size, 501);
  },

  async 'ids are UUIDv7, in order, and name their time'() {
    const { page } = await phone();
    await ready(page);
    const ids = await page.evaluate(() => Array.from({ length: 5000 }, () => Outbox.uuid()));
    for (const id of ids) assert.match(id, /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    assert.deepEqual([...ids].sort(), ids);
    assert.equal(new Set(ids).size, 5000);
    const time = parseInt(ids[0].slice(0, 8) + ids[0].slice(9, 13), 16);
    assert.ok(Math.abs(time - Date.now()) < 60000);
    // RFC 9562, A.6: the time of its example.
    const example = await page.evaluate(() => Outbox.uuid(Date.now() + 1e10) > Outbox.uuid(0));
    assert.equal(example, false);
  },

  async 'a concern is read back first, and is sent only when it is right'() {
    const { page } = await phone();
    await ready(page);
    const number = await say(page, 'The lamp at gate 3 is out.');
    assert.match(number, /^\w{4}-\w{4}$/);
    assert.equal(await page.locator('[data-shows=words]').textContent(), 'The lamp at gate 3 is out.');
    assert.equal(await page.locator('[data-shows=who]').textContent(), 'Ms Lee');
    assert.equal(await page.locator('[data-shows=site]').textContent(), 'Harbour Gate');
    assert.equal(await page.locator('[data-emergency-words]').isVisible(), false);
    assert.equal(await page.locator('form').first().isVisible(), false);
    assert.equal(state.arrivals.length, 0);
    await page.locator('[data-no]').click();
    await page.fill('#words', 'The lamp at gate 4 is out.');
    await page.getByRole('button', { name: 'Read it back' }).click();
    await page.locator('[data-read-back]').waitFor();
    assert.equal(await page.locator('[data-shows=number]').textContent(), number, 'the number was said aloud already');
    await page.locator('[data-yes]').click();
    await allSent(page);
    assert.deepEqual(arrived().map((entry) => entry.said.fields.words), ['The lamp at gate 4 is out.']);
    assert.equal(arrived()[0].number, number);
  },

  async 'the emergency number comes first where somebody is in danger'() {
    const { page } = await phone();
    await ready(page);
    await say(page, 'A man with a knife', { urgent: true });
    assert.equal(await page.locator('[data-emergency-words]').isVisible(), true);
  },

  async 'a draft that was left is not sent, and is found again'() {
    const { page } = await phone();
    await ready(page);
    const number = await say(page, 'half said');
    await page.goto('/field');
    const row = page.locator('[data-outbox-list] li');
    await row.waitFor();
    assert.match(await row.textContent(), /half said.*Not finished/);
    assert.equal(arrived().length, 0);
    await page.getByRole('link', { name: 'Finish it' }).click();
    await page.locator('[data-read-back]').waitFor();
    assert.equal(await page.locator('[data-shows=number]').textContent(), number);
    await page.locator('[data-yes]').click();
    await allSent(page);
    assert.equal(arrived()[0].number, number);
  },

  async 'it says honestly where it is: never that the office has it before it has'() {
    const { context, page } = await phone();
    await ready(page);
    await context.setOffline(true);
    await talk(page, 'weather');
    await page.locator('#news', { hasText: 'On this phone. Waiting for signal.' }).waitFor();
    await page.locator('[data-outbox-list]', { hasText: /weather.*Waiting for signal/ }).waitFor();
    assert.equal(await page.locator('[data-outbox-count]').textContent(), '1');
    const { gate, open } = gated();
    state.faults = [{ on: 'out', gate }];
    await context.setOffline(false);
    await page.locator('#news', { hasText: /^Sending$/ }).waitFor();
    assert.doesNotMatch(await page.locator('body').textContent(), /The office has it/);
    open();
    await page.locator('#news', { hasText: /^The office has it, \d\d:\d\d/ }).waitFor();
    assert.equal(await page.locator('[data-outbox-count]').isVisible(), false);
  },

  async 'a double tap makes one entry'() {
    const { page } = await phone();
    await ready(page);
    await page.goto('/field/interaction');
    await page.fill('#topic', 'once');
    await page.locator('form button').dblclick();
    await page.evaluate(() => { document.querySelector('#topic').value = 'once'; });
    await page.locator('form button').click();
    await until('it is kept', async () => await kept(page) === 1);
    await allSent(page);
    assert.equal(arrived().length, 1);
    await say(page, 'twice?');
    await page.locator('[data-yes]').dblclick();
    await allSent(page);
    assert.equal(arrived().length, 2);
  },

  async 'fields that stand several times arrive as they stand'() {
    const { page } = await phone();
    await ready(page);
    await page.goto('/field/interaction');
    await page.getByLabel('A', { exact: true }).check();
    await page.getByLabel('B', { exact: true }).check();
    await talk(page, 'tags');
    await allSent(page);
    assert.deepEqual(arrived()[0].said.fields, { topic: 'tags', tag: ['a', 'b'] });
    assert.equal(arrived()[0].said.language, 'en');
  },

  async 'what is rejected stays with its reason, is mended under a new id, and is one'() {
    const { page } = await phone();
    await ready(page);
    state.refuse = (said) => (said.fields.words === 'bad' ? { status: 422, body: { says: 'Say more.', problems: { words: 'Too short.' } } } : null);
    await concern(page, 'bad', { photo: await bigPhoto() });
    await page.goto('/field');
    const row = page.locator('[data-state=needs]');
    await row.waitFor();
    assert.match(await row.textContent(), /Needs you: Say more\..*Too short\./);
    const before = await page.evaluate(async () => (await Outbox.entries()).find((entry) => entry.kind === 'concern').id);
    await page.getByRole('link', { name: 'Mend' }).click();
    await page.locator('[data-not-kept]', { hasText: 'Say more. Too short.' }).waitFor();
    assert.equal(await page.locator('#words').inputValue(), 'bad');
    await concern(page, 'better');
    await allSent(page);
    assert.equal(arrived().length, 1);
    assert.notEqual(arrived()[0].id, before);
    assert.equal(photos().length, 1, 'its photo went with it');
    assert.equal(photos()[0].said.fields.of, arrived()[0].id);
  },

  async 'removing asks once more, and says that it is gone'() {
    const { page } = await phone();
    await ready(page);
    state.refuse = () => ({ status: 422, body: { says: 'No.', problems: {} } });
    await talk(page, 'bad');
    const remove = page.locator('[data-state=needs] button');
    await remove.click();
    await page.getByRole('dialog').getByRole('button', { name: 'Keep it' }).click();
    assert.equal(await kept(page), 1);
    await remove.click();
    await page.getByRole('dialog').getByRole('button', { name: 'Remove' }).click();
    await page.locator('#news', { hasText: 'it is gone' }).waitFor();
    assert.equal(await kept(page), 0);
  },

  async 'a wrong answer is not sent: the lines are shown again; the right one waits with its time'() {
    const { context, page } = await phone();
    await ready(page);
    await context.setOffline(true);
    await page.goto('/posts/p1/briefing');
    await page.getByLabel('Never').check();
    await page.getByRole('button', { name: 'Confirm' }).click();
    await page.locator('[data-look-again]').waitFor();
    assert.equal(await kept(page), 0);
    await page.getByLabel('At ten').check();
    await page.getByRole('button', { name: 'Confirm' }).click();
    await until('it is kept', async () => await kept(page) === 1);
    const then = Date.now();
    await context.setOffline(false);
    await allSent(page);
    assert.deepEqual(arrived()[0].said.fields, { revision: 'rev-7', looks: '1', answer: '2' });
    assert.ok(arrived()[0].said.at <= then);
  },

  async 'orders that changed meanwhile need the officer, and lead to the ones in force'() {
    const { context, page } = await phone();
    await ready(page);
    await context.setOffline(true);
    await page.goto('/posts/p1/briefing');
    await page.getByLabel('At ten').check();
    await page.getByRole('button', { name: 'Confirm' }).click();
    await until('it is kept', async () => await kept(page) === 1);
    state.refuse = () => ({ status: 409, body: { says: 'Another revision is in force.', path: '/posts/p1/briefing?new' } });
    await context.setOffline(false);
    await page.locator('[data-state=needs]', { hasText: 'Needs you: Another revision is in force.' }).waitFor();
    assert.equal(await page.getByRole('link', { name: 'Open the page' }).getAttribute('href'), '/posts/p1/briefing?new');
    assert.equal(arrived().length, 0);
  },

  async 'a full phone says so, and the words stay in the form'() {
    const { page } = await phone();
    await ready(page);
    await page.goto('/field/concern');
    // This chromium does not hold a quota that is set by its tools: the store is told to answer as a full one does.
    await page.evaluate(() => {
      const { put } = IDBObjectStore.prototype;
      IDBObjectStore.prototype.put = function full(value, key) {
        const request = put.call(this, value, key);
        if (!value.raw) return request;
        Object.defineProperty(this.transaction, 'error', { value: new DOMException('full', 'QuotaExceededError') });
        this.transaction.abort();
        return request;
      };
    });
    await page.fill('#words', 'keep me');
    await page.setInputFiles('#photo', { name: 'photo.jpg', mimeType: 'image/jpeg', buffer: await bigPhoto() });
    await page.getByRole('button', { name: 'Read it back' }).click();
    await page.getByRole('alert').waitFor();
    assert.match(await page.getByRole('alert').textContent(), /out of space\. Your words are still in the form/);
    assert.equal(await page.locator('#words').inputValue(), 'keep me');
    assert.equal(await kept(page), 0);
  },

  async 'leaving while a photo is shrunk loses nothing'() {
    const { context, page } = await phone();
    await page.addInitScript(() => {
      const real = createImageBitmap;
      if (location.pathname === '/field/concern') self.createImageBitmap = (...all) => new Promise((resolve) => setTimeout(() => resolve(real(...all)), 60000));
    });
    await ready(page);
    await context.setOffline(true);
    await concern(page, 'with a photo', { photo: await bigPhoto() });
    await page.goto('/field');
    await context.setOffline(false);
    await allSent(page);
    assert.equal(photos().length, 1);
    assert.equal(photos()[0].said.fields.of, arrived()[0].id);
  },

  async 'a photo is shrunk, and its place and camera are gone'() {
    const { page } = await phone();
    await ready(page);
    const raw = await bigPhoto();
    assert.ok(raw.includes('GPS'));
    await concern(page, 'with a photo', { photo: raw });
    await allSent(page);
    const { picture } = photos()[0];
    assert.ok(picture.length < raw.length && !picture.includes('GPS') && !picture.includes('Exif'));
    // The size stands in the frame header of a JPEG: height, then width.
    const frame = picture.indexOf(Buffer.from([0xff, 0xc0]));
    assert.deepEqual([picture.readUInt16BE(frame + 7), picture.readUInt16BE(frame + 5)], [1600, 1200]);
    assert.equal(await page.evaluate(async () => {
      const parts = await new Promise((resolve) => { indexedDB.open('rapport').onsuccess = (event) => resolve(event.target.result); });
      return new Promise((resolve) => { parts.transaction('parts').objectStore('parts').count().onsuccess = (event) => resolve(event.target.result); });
    }), 0, 'what arrived takes no space');
  },
};
