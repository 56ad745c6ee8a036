// Sending: once, in order, with its true time, whatever the network and the server do.

import assert from 'node:assert/strict';

import { start, state, stop } from './server.mjs';
import {
  allSent, arrived, bigPhoto, concern, front, kept, kill, phone, photos, ready, so, talk, until, withoutBrowser,
} from './stage.mjs';

const outs = () => state.arrivals.filter((one) => one.kind === 'out');

export const tests = {
  async 'offline, reload, and online again: sent once'() {
    const { context, page } = await phone();
    await ready(page);
    await context.setOffline(true);
    const number = await concern(page, 'one');
    await page.reload();
    await page.locator('[data-outbox-list] li', { hasText: number }).waitFor();
    assert.equal(arrived().length, 0);
    await context.setOffline(false);
    await allSent(page);
    assert.deepEqual(arrived().map((entry) => [entry.number, entry.staff, entry.said.fields.words]), [[number, 'omar', 'one']]);
    assert.ok(state.arrivals.every((one) => one.site === 'same-origin'));
  },

  async 'three concerns with photos, the browser killed, started again: all three once, with true times'() {
    const first = await phone();
    await ready(first.page);
    const photo = await bigPhoto();
    await first.context.setOffline(true);
    const times = [];
    for (const words of ['first', 'second', 'third']) {
      const before = Date.now();
      const number = await concern(first.page, words, { photo });
      times.push([number, words, before, Date.now()]);
    }
    await stop();
    await kill(first.context);
    const again = await phone(first.context.folder);
    await again.page.goto('/field');
    await again.page.locator('[data-outbox-list] li').nth(2).waitFor();
    assert.equal(await again.page.locator('[data-outbox-list] li').count(), 3);
    await start();
    await allSent(again.page, 60000);
    assert.deepEqual(arrived().map((entry) => entry.number), times.map(([number]) => number));
    times.forEach(([, words, before, after], place) => {
      const { said, received } = arrived()[place];
      assert.equal(said.fields.words, words);
      assert.ok(said.at >= before && said.at <= after && received > said.at);
    });
    assert.deepEqual(photos().map((entry) => entry.said.fields.of), arrived().map((entry) => entry.id));
  },

  async 'the server fails three times: sent with growing patience, once; what comes after is not held up'() {
    const { context, page } = await phone();
    await ready(page);
    await page.goto('/field/interaction');
    // The page alone sends: at once when it is opened, when something is written and when there is a signal again.
    await withoutBrowser(page);
    await context.setOffline(true);
    await talk(page, 'first');
    await talk(page, 'second');
    const ids = await page.evaluate(async () => (await Outbox.entries()).map((entry) => entry.id));
    state.refuse = (said) => (said.fields.topic === 'first' && outs().filter((one) => one.id === ids[0]).length <= 3 ? { status: 500, body: {} } : null);
    await context.setOffline(false);
    await page.locator('[data-outbox-list]', { hasText: /The server had a problem\. Trying again \(\d\)/ }).waitFor();
    await until('the second is there', () => arrived().some((entry) => entry.said.fields.topic === 'second'));
    assert.equal(arrived().length, 1);
    await allSent(page, 60000);
    assert.equal(arrived().length, 2);
    assert.equal(outs().filter((one) => one.id === ids[0]).length, 4);
  },

  async 'the connection drops after the server has committed: one entry'() {
    const { page } = await phone();
    await ready(page);
    // Several times, for the browser itself sends again what was cut at once.
    state.faults = [{ on: 'out', cutAfter: true, times: 4 }];
    await talk(page, 'lost answer');
    await until('it is sent again', async () => {
      await front(page);
      return outs().length >= 5;
    });
    await allSent(page);
    assert.equal(arrived().length, 1);
    assert.equal(await kept(page, 'sent'), 1);
  },

  async 'a slow server is waited for'() {
    const { page } = await phone();
    await ready(page);
    state.faults = [{ on: 'out', slow: 6000 }];
    await talk(page, 'slow');
    await allSent(page);
    assert.deepEqual([arrived().length, outs().length], [1, 1]);
  },

  async 'a server that takes the call and never answers is left, and tried again'() {
    const { page } = await phone();
    await ready(page);
    state.faults = [{ on: 'out', hang: true }];
    await talk(page, 'hanging');
    await allSent(page, 40000);
    assert.deepEqual([arrived().length, outs().length], [1, 2]);
  },

  async 'the sign-in page of some network is no receipt'() {
    const { page } = await phone();
    await ready(page);
    state.faults = [{ on: 'out', status: 200, html: '<h1>Welcome to the hotel</h1>', times: 1000 }];
    await talk(page, 'hotel');
    await page.locator('[data-outbox-list]', { hasText: 'Trying again' }).waitFor();
    assert.equal(await kept(page, 'sent'), 0);
    // Only now has somebody signed in to that network, however long it took us to look.
    state.faults = [];
    await allSent(page, 40000);
    assert.equal(arrived().length, 1);
  },

  async 'a server that asks for patience gets it'() {
    const { page } = await phone();
    await ready(page);
    state.faults = [{ on: 'out', status: 429, headers: { 'retry-after': '100' } }];
    await page.goto('/field/interaction');
    await withoutBrowser(page);
    await talk(page, 'patience');
    await until('it was refused', async () => outs().length === 1);
    await so(page, 'it waits', async () => (await Outbox.entries())[0].next - Date.now() > 90000);
    await front(page);
    await page.evaluate(() => Outbox.save([{ id: Outbox.uuid(), staff: 'omar', kind: 'heard', state: 'waiting', tries: 0, next: 0, sealed: new ArrayBuffer(9) }]));
    assert.ok((await page.evaluate(() => Outbox.replay(false, true))).next - Date.now() > 80000, 'the others wait with it');
    assert.equal(outs().length, 1);
  },

  async 'a server that asks for a day of patience has it for five minutes, and a clock that was set ends it'() {
    const { page } = await phone();
    await ready(page);
    state.faults = [{ on: 'out', status: 429, headers: { 'retry-after': '86400' } }];
    await page.goto('/field/interaction');
    await withoutBrowser(page);
    await talk(page, 'a day');
    await so(page, 'it waits', async () => (await Outbox.entries())[0].next > Date.now() + 200000);
    assert.ok(await page.evaluate(async () => (await Outbox.entries())[0].next < Date.now() + 301000));
    await page.evaluate(async () => {
      const [{ id }] = await Outbox.entries();
      await Outbox.change(id, (kept) => { kept.next = Date.now() + 3600000; });
    });
    await page.evaluate(() => Outbox.replay(false, true));
    await allSent(page);
    assert.equal(arrived().length, 1);
  },

  async 'an open page that tries by itself asks the browser no more'() {
    const { page } = await phone();
    await ready(page);
    await page.goto('/field/interaction');
    await page.evaluate(() => {
      self.asked = 0;
      SyncManager.prototype.register = async () => { self.asked += 1; };
    });
    state.faults = [{ on: 'out', status: 500, times: 3 }];
    await talk(page, 'three times');
    // Twice at most somebody wanted it sent: the page that was opened, and the tap.
    await until('it is tried a third time', () => outs().length === 3);
    const asked = await page.evaluate(() => self.asked);
    assert.ok(asked > 0);
    await allSent(page, 60000);
    assert.deepEqual([outs().length, await page.evaluate(() => self.asked)], [4, asked]);
  },

  async 'no signal is no failure: the patience stays flat'() {
    const { context, page } = await phone();
    await ready(page);
    await context.setOffline(true);
    await talk(page, 'basement');
    for (let turn = 0; turn < 5; turn += 1) await page.evaluate(() => Outbox.replay(true));
    const [entry] = await page.evaluate(() => Outbox.entries());
    assert.deepEqual([entry.tries, entry.trouble], [0, 'signal']);
    assert.ok(entry.next - Date.now() <= 10000);
  },

  async 'two tabs come back at once: each entry once'() {
    const { context, page } = await phone();
    await ready(page);
    const other = await context.newPage();
    await other.goto('/field/interaction');
    await context.setOffline(true);
    for (let turn = 0; turn < 6; turn += 1) await talk(turn % 2 ? page : other, `tab ${turn}`);
    state.faults = [{ on: 'out', slow: 60, times: 20 }];
    await context.setOffline(false);
    await allSent(page);
    assert.equal(arrived().length, 6);
    assert.equal(outs().length, 6, 'the lock lets one tab send');
  },

  async 'two tabs without locks: the ids hold'() {
    const { context, page } = await phone();
    await context.addInitScript(() => Object.defineProperty(navigator, 'locks', { value: undefined }));
    await ready(page);
    const other = await context.newPage();
    await other.goto('/field');
    await context.setOffline(true);
    for (let turn = 0; turn < 6; turn += 1) await talk(page, `tab ${turn}`);
    state.faults = [{ on: 'out', slow: 60, times: 50 }];
    await context.setOffline(false);
    await Promise.all([page, other].map((one) => one.evaluate(() => Outbox.replay(true))));
    await allSent(page);
    assert.equal(arrived().length, 6);
    assert.ok(outs().length > 6, `no two tabs sent: ${outs().length}`);
    assert.deepEqual(await page.evaluate(async () => (await Outbox.entries()).map((entry) => entry.state)), Array(6).fill('sent'));
  },

  async '200 entries waiting are drawn and sent, each once and in order'() {
    const { context, page } = await phone();
    await ready(page);
    await page.goto('/field');
    await context.setOffline(true);
    await page.evaluate(async () => {
      const { staff, key } = await Outbox.me();
      const entries = [];
      for (let turn = 0; turn < 200; turn += 1) {
        const id = Outbox.uuid();
        const said = { kind: 'interaction', at: Date.now(), language: 'en', fields: { topic: `talk ${turn}` } };
        entries.push({ id, staff, kind: 'interaction', state: 'waiting', saved: said.at, tries: 0, next: 0, sealed: await Outbox.sealSaid(key, id, said) });
      }
      await Outbox.save(entries);
    });
    await page.reload();
    await page.locator('[data-outbox-list] li').nth(199).waitFor();
    assert.equal(await page.locator('[data-outbox-count]').textContent(), '200');
    await context.setOffline(false);
    await allSent(page, 60000);
    assert.deepEqual(arrived().map((entry) => entry.said.fields.topic), Array.from({ length: 200 }, (_, turn) => `talk ${turn}`));
    assert.equal(outs().length, 200);
  },

  async 'a photo in parts whose connection is cut after two goes on at the third'() {
    const { page } = await phone();
    await ready(page);
    state.faults = [{ on: 'part', cut: true, skip: 2, times: 10 }];
    await concern(page, 'with a photo', { photo: await bigPhoto() });
    await until('the cut came', () => state.arrivals.some((one) => one.kind === 'part' && one.fault));
    await until('the photo is there', async () => {
      await front(page);
      return photos().length === 1;
    }, 30000);
    const parts = state.arrivals.filter((one) => one.kind === 'part' && !one.fault).map((one) => Number(one.part));
    const count = Number(photos()[0].said.fields.parts);
    assert.ok(count > 3, `too small a photo: ${count}`);
    assert.deepEqual(parts, Array.from({ length: count }, (_, part) => part), 'each part arrived once');
  },

  async 'a part that the server lost is sent again'() {
    const { page } = await phone();
    await ready(page);
    const lose = setInterval(() => state.parts.forEach((parts) => parts.size > 2 && parts.delete(1) && clearInterval(lose)), 1);
    await concern(page, 'with a photo', { photo: await bigPhoto() });
    await until('the photo is there', async () => {
      await front(page);
      return photos().length === 1;
    }, 30000);
    clearInterval(lose);
    const first = state.arrivals.filter((one) => one.kind === 'part' && one.part === '1');
    assert.equal(first.length, 2);
  },

  async 'a photo comes after its entry, and waits when that is refused for now'() {
    const { page } = await phone();
    await ready(page);
    state.faults = [{ on: 'out', status: 503, times: 500 }];
    await concern(page, 'parent', { photo: await bigPhoto() });
    await so(page, 'the photo is shrunk', async () => (await Outbox.entries()).every((entry) => !entry.raw));
    const before = outs().length;
    await until('it was refused again', async () => {
      await front(page);
      return outs().length >= before + 2;
    });
    assert.equal(state.arrivals.filter((one) => one.kind === 'part').length, 0);
    assert.ok(outs().every((one) => one.id === outs()[0].id));
    state.faults = [];
    await until('the photo is there', async () => {
      await front(page);
      return photos().length === 1;
    });
  },

  async 'what it belongs to has not arrived: later, and no word of a fault'() {
    const { page } = await phone();
    await ready(page);
    state.faults = [{ on: 'out', status: 424, times: 3 }];
    await talk(page, 'early');
    await so(page, 'it waits', async () => (await Outbox.entries())[0].trouble === 'after');
    await page.locator('[data-outbox-list]', { hasText: 'On this phone' }).waitFor();
    await allSent(page);
    assert.deepEqual([arrived().length, outs().length], [1, 4]);
  },

  async 'what waits for an officer does not keep the phone busy'() {
    const { page } = await phone();
    await ready(page);
    state.refuse = () => ({ status: 422, body: { says: 'No.', problems: {} } });
    await concern(page, 'bad', { photo: await bigPhoto() });
    await page.locator('[data-state=needs]').waitFor();
    await so(page, 'the photo is shrunk', async () => (await Outbox.entries()).every((entry) => !entry.raw));
    assert.deepEqual((await page.evaluate(() => Outbox.replay(true, true))).left, 0);
  },

  async 'a number that is taken: the other one is shown until it was seen'() {
    const { page } = await phone();
    await ready(page);
    state.refuse = () => ({ body: { number: 'AAAA-AAA2', says: 'Say the number AAAA-AAA2 instead.' } });
    await concern(page, 'taken');
    await page.goto('/field');
    const row = page.locator('[data-outbox-list] li', { hasText: 'Say the number AAAA-AAA2 instead.' });
    await row.waitFor();
    assert.match(await row.textContent(), /^AAAA-AAA2/);
    await row.getByRole('button', { name: 'I have told them' }).click();
    await page.getByText('Say the number').waitFor({ state: 'detached' });
  },

  async 'an account that was closed: the supervisor has it, and nobody is asked to send it again'() {
    const { page } = await phone();
    await ready(page);
    state.closed = ['omar'];
    await talk(page, 'closed');
    await page.locator('[data-outbox-list] li', { hasText: 'Your supervisor has it.' }).waitFor();
    await front(page);
    await page.waitForTimeout(500);
    assert.equal(outs().length, 1);
  },

  async 'a seal that is not ours any more: sealed anew when the office gives another key'() {
    const { page } = await phone();
    await ready(page);
    state.generation = 2;
    state.faults = [{ on: 'phone', status: 503, times: 1 }];
    await concern(page, 'old seal', { photo: await bigPhoto() });
    await page.locator('[data-state=needs]', { hasText: 'The seal is not ours.' }).waitFor();
    state.faults = [];
    await page.goto('/field');
    await allSent(page);
    assert.deepEqual(arrived().map((entry) => entry.said.fields.words), ['old seal']);
    assert.equal(photos().length, 1);
  },

  async 'the id was used for other words: it needs the officer'() {
    const { context, page } = await phone();
    await ready(page);
    await context.setOffline(true);
    await talk(page, 'mine');
    const id = await page.evaluate(async () => (await Outbox.entries())[0].id);
    state.entries.set(id, { id, digest: 'other', said: { kind: 'photo' } });
    await context.setOffline(false);
    await page.locator('[data-state=needs]', { hasText: 'Needs you: The id has other words.' }).waitFor();
  },
};
