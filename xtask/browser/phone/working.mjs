// The worker, the pages that are saved, the clock, and what the phone says of itself.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

import { judge } from '../judge.mjs';
import { PAGES } from './pages.mjs';
import { start, state, stop } from './server.mjs';
import {
  allSent, allShown, arrived, gated, hears, opensAllStopped, phone, ready, say, so, talk, until, watchedWorker, withoutBrowser,
} from './stage.mjs';

const ASSETS = new URL('../../../crates/ground/src/web/assets/', import.meta.url);
const heading = (page) => page.locator('h1').textContent();

// The saved copy of a page, as if the office had drawn it then.
const saveAgain = (page, path, at) => page.evaluate(async ([address, date]) => {
  const cache = await caches.open('pages-omar');
  const text = await (await cache.match(address)).text();
  await cache.put(address, new Response(text, { headers: { 'content-type': 'text/html', 'made-by-test': 'yes', date } }));
}, [path, at.toUTCString()]);

export const tests = {
  async 'offline: saved pages with their pictures, labelled; what was not saved says so'() {
    const { context, page } = await phone();
    await ready(page);
    await so(page, 'the picture is saved', async () => Boolean(await (await caches.open('pages-omar')).match('/orders/o1/pictures/abc123')));
    state.ahead = 0;
    await context.setOffline(true);
    await page.goto('/posts/p1/briefing');
    assert.equal(await heading(page), 'Orders');
    await page.locator('[data-notice=saved]', { hasText: /No signal\. Saved copy from \d\d:\d\d/ }).waitFor();
    assert.equal(await page.locator('img').evaluate((image) => image.complete && image.naturalWidth), 1);
    await page.reload();
    assert.equal(await heading(page), 'Orders');
    await page.goto('/field/never-seen');
    assert.equal(await heading(page), 'No signal');
    await context.setOffline(false);
    await page.goto('/posts/p1/briefing');
    await so(page, 'the page has begun', async () => Boolean(await Outbox.me()));
    assert.equal(await page.locator('[data-notice=saved]').count(), 0);
  },

  async 'the label tells the server\'s time of the copy, not the phone\'s'() {
    const { context, page } = await phone();
    await ready(page);
    const path = '/field/about';
    await saveAgain(page, path, new Date(2026, 10, 25, 1, 3));
    await context.setOffline(true);
    await page.goto(path);
    await page.locator('[data-notice=saved]', { hasText: '01:03' }).waitFor();
  },

  async 'a network that takes the call and is silent: the saved copy after three seconds'() {
    const { page } = await phone();
    await ready(page);
    state.faults = [{ on: 'page', hang: true, times: 50 }];
    const begun = Date.now();
    await page.goto('/posts/p1/briefing');
    const took = Date.now() - begun;
    assert.equal(await heading(page), 'Orders');
    assert.ok(took >= 2900, `${took} ms`);
  },

  async 'a gateway without a server behind it: the saved copy'() {
    const { page } = await phone();
    await ready(page);
    state.faults = [{ on: 'page', status: 502, html: '<h1>Bad gateway</h1>', times: 50 }];
    await page.goto('/posts/p1/briefing');
    assert.equal(await heading(page), 'Orders');
  },

  async 'home opens from its copy on a slow line, and says when the office has answered'() {
    const { page } = await phone();
    await ready(page);
    const { gate, open } = gated();
    state.faults = [{ on: 'page', gate }];
    await page.goto('/field');
    const notice = page.locator('[data-notice=saved]');
    assert.match(await notice.textContent(), /^Saved copy from \d\d:\d\d.*\. Asking the office/);
    const { y } = await page.locator('h1').boundingBox();
    open();
    await notice.filter({ hasText: /As the office has it at \d\d:\d\d/ }).waitFor();
    assert.equal((await page.locator('h1').boundingBox()).y, y);
  },

  async 'home has changed: it is shown when its reader wants it'() {
    const { page } = await phone();
    await ready(page);
    state.note = 'Revision 8';
    state.faults = [{ on: 'page', slow: 1500 }];
    await page.goto('/field');
    const { y } = await page.locator('h1').boundingBox();
    await page.locator('[data-notice=saved]', { hasText: 'The office has something newer.' }).waitFor();
    assert.equal(await page.locator('.note').textContent(), '');
    assert.equal((await page.locator('h1').boundingBox()).y, y);
    await judge(page);
    state.faults = [{ on: 'page', slow: 1500 }];
    await page.getByRole('button', { name: 'Show what is new' }).click();
    await page.locator('.note', { hasText: 'Revision 8' }).waitFor();
    await so(page, 'it is no copy', async () => Boolean(await Outbox.me()) && !document.querySelector('[data-notice=saved]'));
    state.note = '';
  },

  async 'home of before something was sent, or of another shift, is not shown in a hurry'() {
    const { page } = await phone();
    await ready(page);
    await saveAgain(page, '/field', new Date());
    await talk(page, 'since then');
    await allSent(page);
    // Nothing but what is opened saves a page: the office has no list of pages for now.
    const silent = { on: 'phone', status: 503, times: 50 };
    state.faults = [silent, { on: 'page', slow: 1000 }];
    await page.goto('/field');
    assert.equal(await page.locator('[data-notice=saved]').count(), 0);
    await so(page, "the office's own is saved", async () => {
      const copy = await (await caches.open('pages-omar')).match('/field');
      return !copy.headers.has('made-by-test');
    });
    await saveAgain(page, '/field', new Date(Date.now() - 13 * 3600 * 1000));
    state.faults = [silent, { on: 'page', slow: 1000 }];
    await page.goto('/field');
    assert.equal(await page.locator('[data-notice=saved]').count(), 0);
  },

  async 'a worker that the browser stopped shows all that was saved'() {
    const { context, page } = await phone();
    await ready(page);
    await opensAllStopped(context, page, PAGES);
  },

  async 'a fresh page is never hidden behind a saved one'() {
    const { page } = await phone();
    await ready(page);
    state.note = 'Revision 8';
    await page.goto('/posts/p1/briefing');
    assert.equal(await page.locator('.note').textContent(), 'Revision 8');
    state.note = '';
  },

  async 'secrets and public pages are never saved, and have no answer from the worker'() {
    const { context, page } = await phone();
    await ready(page);
    await page.goto('/orders/o1/secrets');
    await page.goto('/q/abc');
    const saved = await page.evaluate(async () => {
      const paths = [];
      for (const name of await caches.keys()) {
        for (const request of await (await caches.open(name)).keys()) paths.push(new URL(request.url).pathname);
      }
      return paths;
    });
    assert.deepEqual(saved.filter((path) => /secrets|\/q\/|sign-in|\/field\/(out|phone)/.test(path)), []);
    await context.setOffline(true);
    await assert.rejects(page.goto('/q/abc'), /ERR_INTERNET_DISCONNECTED/);
    await assert.rejects(page.goto('/orders/o1/secrets'), /ERR_INTERNET_DISCONNECTED/);
  },

  async 'a new version takes over at once; what waits survives; pages saved under the old one still work'() {
    const { context, page } = await phone();
    await ready(page);
    await context.setOffline(true);
    await talk(page, 'before the new version');
    state.refuse = () => ({ status: 503, body: {} });
    state.build = 'b2';
    await context.setOffline(false);
    await page.evaluate(async () => { await (await navigator.serviceWorker.getRegistration()).update(); });
    await so(page, 'the new worker has the phone', async () => {
      const names = await caches.keys();
      return names.includes('shell-b2') && !names.includes('shell-b1');
    });
    // It was saved with the addresses of the old files, which the browser has by itself no more.
    await (await context.newCDPSession(page)).send('Network.clearBrowserCache');
    await context.setOffline(true);
    await page.goto('/posts/p1/briefing');
    assert.equal(await heading(page), 'Orders');
    await page.locator('[data-outbox-list] li', { hasText: 'before the new version' }).waitFor();
    assert.equal(await page.evaluate(() => getComputedStyle(document.querySelector('[data-look-again]')).display), 'none');
    state.refuse = () => null;
    await context.setOffline(false);
    await allSent(page);
    assert.equal(arrived().length, 1);
    await page.goto('/field/about');
    await page.locator('[data-about=build]', { hasText: 'b2' }).waitFor();
  },

  async 'a newer page with a newer store leaves an older page able to write'() {
    const { context, page } = await phone();
    await ready(page);
    await page.goto('/field/interaction');
    const other = await context.newPage();
    await other.goto('/q/abc');
    await other.evaluate(() => new Promise((resolve, reject) => {
      const request = indexedDB.open('rapport', 9);
      request.onupgradeneeded = () => request.result.createObjectStore('more');
      request.onsuccess = () => { request.result.onversionchange = () => request.result.close(); resolve(); };
      request.onblocked = () => reject(new Error('blocked'));
      request.onerror = () => reject(request.error);
    }));
    await context.setOffline(true);
    await talk(page, 'after the upgrade');
    await context.setOffline(false);
    await allSent(page);
    assert.equal(arrived().length, 1);
  },

  async 'a server that was killed and came back, without any word of the network'() {
    const { page } = await phone();
    await ready(page);
    await stop();
    await page.goto('/field/interaction');
    await talk(page, 'server down');
    await page.locator('[data-outbox-list]', { hasText: 'Waiting for signal' }).waitFor();
    await start();
    await allSent(page, 30000);
    assert.equal(arrived().length, 1);
  },

  async 'a wrong clock is said, and goes with what is sent'() {
    const { context, page } = await phone();
    const behind = 3 * 3600 * 1000;
    await context.addInitScript((ms) => {
      const real = Date.now;
      Date.now = () => real() - ms;
    }, behind);
    await ready(page);
    await page.locator('[data-notice=clock]', { hasText: "This phone's clock is 3 h behind." }).waitFor();
    await page.goto('/field/interaction');
    await withoutBrowser(page);
    await talk(page, 'in the past');
    await allSent(page);
    const [{ said, clock, received }] = arrived();
    assert.ok(Math.abs(received - said.at - behind) < 60000 && Math.abs(received - clock - behind) < 60000);
    await page.goto('/field/about');
    await page.locator('[data-about=clock]', { hasText: '3 h behind' }).waitFor();
  },

  async 'a clock that is right is not spoken of'() {
    const { page } = await phone();
    state.ahead = 60 * 1000;
    await ready(page);
    await until('it was asked', async () => Math.abs((await page.evaluate(() => Outbox.me())).offset) > 50000);
    assert.equal(await page.locator('[data-notice=clock]').count(), 0);
  },

  async 'about this phone: kept or not, what waits, the build, the last answer'() {
    const { context, page } = await phone();
    await ready(page);
    await context.setOffline(true);
    await talk(page, 'waits');
    await page.goto('/field/about');
    await page.locator('[data-about=waiting]', { hasText: /^1$/ }).waitFor();
    await page.locator('[data-about=build]', { hasText: 'b1' }).waitFor();
    await page.locator('[data-about=answered]', { hasText: /^\d\d:\d\d/ }).waitFor();
    assert.match(await page.locator('[data-about=persisted]').textContent(), /The browser/);
  },

  async 'what is pushed is shown'() {
    const { context, page } = await phone();
    await context.grantPermissions(['notifications']);
    await ready(page);
    const devtools = await context.newCDPSession(page);
    const registered = new Promise((found) => {
      devtools.on('ServiceWorker.workerRegistrationUpdated', ({ registrations }) => registrations.forEach(found));
    });
    await devtools.send('ServiceWorker.enable');
    const { registrationId } = await registered;
    const { origin } = new URL(page.url());
    const worker = await watchedWorker(context);
    const data = JSON.stringify({ notification: { title: 'A promise needs you', tag: 'x', navigate: `${origin}/field` } });
    await devtools.send('ServiceWorker.deliverPushMessage', { origin, registrationId, data });
    await allShown(worker, 1);
    await so(page, 'it is shown', async () => {
      const [first] = await (await navigator.serviceWorker.ready).getNotifications();
      return first?.title === 'A promise needs you' && first.data.navigate.endsWith('/field');
    });
  },

  async 'what is heard from a notification without signal is kept and sent with its time'() {
    const { context, page } = await phone();
    await context.grantPermissions(['notifications']);
    await ready(page);
    await context.setOffline(true);
    const worker = await watchedWorker(context);
    const data = { staff: state.staff, about: 'concern-7', heard: 'Known.', waits: 'Kept.', navigate: page.url() };
    const before = Date.now();
    await hears(worker, 'x', data);
    await so(page, 'it waits', async () => (await Outbox.entries()).some(({ kind, state }) => kind === 'heard' && state === 'waiting'));
    await allShown(worker, 2);
    await so(page, 'it says so', async () => {
      const [shown] = await (await navigator.serviceWorker.ready).getNotifications({ tag: 'x' });
      return shown?.body === 'Kept.';
    });
    await context.setOffline(false);
    await so(page, 'it is sent', async () => (await Outbox.entries()).some(({ kind, state }) => kind === 'heard' && state === 'sent'));
    const { said } = arrived().find((entry) => entry.said.kind === 'heard');
    assert.deepEqual(said.fields, { concern: 'concern-7' });
    assert.ok(said.at >= before && said.at <= Date.now());
  },

  async 'what is heard from a notification with no page open is sent by one that is opened for it'() {
    const { context, page } = await phone();
    await context.grantPermissions(['notifications']);
    await ready(page);
    const worker = await watchedWorker(context);
    const data = { staff: state.staff, about: 'concern-8', heard: 'Known.', waits: 'Kept.', navigate: page.url() };
    await context.setOffline(true);
    await page.goto('about:blank');
    await worker.evaluate(() => {
      self.opened = [];
      self.clients.openWindow = async (path) => { self.opened.push(path); };
    });
    await hears(worker, 'y', data);
    await until('a page is opened', () => worker.evaluate(() => self.opened.join().endsWith('/field/sent')));
    await context.setOffline(false);
    await page.goto('/field');
    await until('it is sent', () => arrived().length === 1);
    assert.deepEqual(arrived()[0].said.fields, { concern: 'concern-8' });
  },

  async 'what the scripts draw keeps the rules of accessibility, in light and in dark'() {
    const { context, page } = await phone();
    await ready(page);
    state.refuse = (said) => (said.fields.topic === 'bad' ? { status: 422, body: { says: 'No.', problems: { topic: 'Say more.' } } } : null);
    await talk(page, 'bad');
    await page.locator('[data-state=needs]').waitFor();
    await context.setOffline(true);
    await say(page, 'read back', { urgent: true });
    await judge(page);
    await page.goto('/field');
    await page.locator('[data-state=needs]').waitFor();
    await judge(page);
    await page.locator('[data-state=needs] button').click();
    await page.getByRole('dialog').waitFor();
    await judge(page);
  },

  async 'the scripts are small'() {
    const size = (name) => gzipSync(readFileSync(new URL(name, ASSETS)), { level: 9 }).length;
    assert.ok(size('worker.js') <= 3 * 1024, `worker.js: ${size('worker.js')}`);
    const pages = ['outbox.js', 'phone.js', 'field.js'].map(size);
    assert.ok(size('pushed.js') <= 1024, `pushed.js: ${size('pushed.js')}`);
    assert.ok(pages.every((bytes) => bytes <= 5.5 * 1024), pages.join());
  },
};
