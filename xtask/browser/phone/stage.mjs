// A phone with Debian's chromium for each test, and what the tests do with it.

import assert from 'node:assert/strict';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';

import { PAGES } from './pages.mjs';
import { state } from './server.mjs';

const ARGUMENTS = ['--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
  '--disable-component-update', '--disable-sync', ...(process.getuid() === 0 ? ['--no-sandbox'] : [])];
const folders = [];
const contexts = new Set();

/** The address of the server; the runner sets it. */
export const at = { address: '' };
/** What the browser complained about that no test has provoked. */
export const complaints = [];

/** A phone; the same again with the profile of one that was closed or killed. */
export async function phone(profile) {
  const folder = profile ?? await mkdtemp(join(tmpdir(), 'phone-'));
  if (!profile) folders.push(folder);
  const context = await chromium.launchPersistentContext(folder, {
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', headless: true, args: ARGUMENTS,
    viewport: { width: 360, height: 740 }, baseURL: at.address, locale: 'en-US',
  });
  context.folder = folder;
  contexts.add(context);
  context.on('page', watch);
  context.setDefaultTimeout(15000);
  const [page] = context.pages();
  watch(page);
  return { context, page };
}

function watch(page) {
  page.on('pageerror', (error) => complaints.push(`${page.url()}: ${error.message}`));
  page.on('console', (message) => {
    if (/content security policy|violates|refused to/i.test(message.text())) complaints.push(message.text());
  });
}

/** Ends what a test left open. */
export async function tidy() {
  for (const context of contexts) await context.close().catch(() => {});
  contexts.clear();
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true, force: true, maxRetries: 3 });
}

/** Ends a browser as a phone does that runs out of power: without a word to it. */
export async function kill(context) {
  for (const id of (await readdir('/proc')).filter((name) => /^\d+$/.test(name))) {
    const line = await readFile(`/proc/${id}/cmdline`, 'utf8').catch(() => '');
    const words = line.split('\0');
    if (words.includes(`--user-data-dir=${context.folder}`) && !words.some((word) => word.startsWith('--type='))) {
      process.kill(Number(id), 'SIGKILL');
    }
  }
  await new Promise((resolve) => setTimeout(resolve, 700));
  await context.close().catch(() => {});
  contexts.delete(context);
}

/** One visit with a connection: the person is known, the worker is there, the pages are saved. */
export async function ready(page, staff = state.staff) {
  await page.goto('/field');
  await so(page, 'the phone is ready', async ([name, count]) => {
    if (!navigator.serviceWorker.controller || (await Outbox.me())?.staff !== name) return false;
    const cache = await caches.open(`pages-${name}`);
    return (await cache.keys()).length > count;
  }, [staff, PAGES.length]);
}

const isAt = (page, path) => new URL(page.url()).pathname === path;

/** Writes a concern down up to the screen that is read back; gives its number. */
export async function say(page, words, { photo, urgent = false } = {}) {
  if (!isAt(page, '/field/concern')) await page.goto('/field/concern');
  await page.fill('#words', words);
  if (urgent) await page.getByText('Somebody is in danger').click();
  if (photo) await page.setInputFiles('#photo', { name: 'photo.jpg', mimeType: 'image/jpeg', buffer: photo });
  await page.getByRole('button', { name: 'Read it back' }).click();
  await page.locator('[data-read-back]').waitFor();
  return page.locator('[data-shows=number]').textContent();
}

/** Writes a concern down and says that it is right. */
export async function concern(page, words, options) {
  const number = await say(page, words, options);
  await page.locator('[data-yes]').click();
  await page.locator('[data-read-back]').waitFor({ state: 'hidden' });
  await so(page, 'the concern waits', async () => (await Outbox.entries()).every((entry) => entry.state !== 'draft'));
  return number;
}

export async function talk(page, topic) {
  if (!isAt(page, '/field/interaction')) await page.goto('/field/interaction');
  await page.fill('#topic', topic);
  await page.getByRole('button', { name: 'Note it' }).click();
  await page.waitForFunction(() => !document.querySelector('#topic').value && !document.querySelector('[data-busy]'));
}

/** Comes to the front: a page that does, or is opened, tries at once. */
export const front = (page) => page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));

/** Leaves the sending to this page: the browser cannot be asked to send by itself. */
export const withoutBrowser = (page) => page.evaluate(() => {
  ServiceWorkerRegistration.prototype.__defineGetter__('sync', () => undefined);
});

/** Opens each page without a signal after the browser stopped the worker: its saved copy is shown. */
export async function opensAllStopped(context, page, paths) {
  const devtools = await context.newCDPSession(page);
  await devtools.send('ServiceWorker.enable');
  await context.setOffline(true);
  for (const path of paths) {
    await devtools.send('ServiceWorker.stopAllWorkers');
    await page.goto(path);
    await page.locator('[data-notice=saved]').waitFor();
    assert.notEqual(await page.locator('h1').textContent(), 'No signal', path);
  }
}

/** What is kept on the phone, by state. */
export function kept(page, wanted) {
  return page.evaluate(async (name) => (await Outbox.entries()).filter((entry) => !name || entry.state === name).length, wanted);
}

/** Waits until nothing waits any more. */
export function allSent(page, ms = 30000) {
  return so(page, 'everything is sent', async () => {
    const open = (await Outbox.entries()).filter((entry) => !['sent', 'held'].includes(entry.state));
    return open.length === 0;
  }, null, ms);
}

/** Waits until something is so in a page, which may open anew meanwhile. */
export function so(page, what, act, argument, ms) {
  return until(what, () => page.evaluate(act, argument).catch(() => false), ms);
}

/** The entries that the server has, without photos. */
export const arrived = () => [...state.entries.values()].filter((entry) => entry.said.kind !== 'photo');
/** The photos that the server has. */
export const photos = () => [...state.entries.values()].filter((entry) => entry.said.kind === 'photo');

/** Waits for what a test says. */
export async function until(what, is, ms = 15000) {
  const end = Date.now() + ms;
  while (Date.now() < end) {
    if (await is()) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  assert.fail(`It did not come to be in ${ms} ms: ${what}`);
}

/** A gate before an answer of the server (server.mjs): shut until the test opens it. */
export function gated() {
  let open;
  const gate = new Promise((resolve) => { open = resolve; });
  return { gate, open };
}

/** The worker of a browser, which remembers from now on what it shows as notifications. */
export async function watchedWorker(context) {
  const worker = context.serviceWorkers()[0] ?? await context.waitForEvent('serviceworker');
  await worker.evaluate(() => {
    const show = self.registration.showNotification;
    self.showing = [];
    self.registration.showNotification = (...all) => {
      self.showing.push(show.apply(self.registration, all));
      return self.showing.at(-1);
    };
  });
  return worker;
}

/** Waits until so many notifications are on the screen. Chromium forgets those that are asked for just before that. */
export async function allShown(worker, count) {
  await until('the notifications are shown', () => worker.evaluate((wanted) => self.showing.length === wanted, count));
  await worker.evaluate(() => Promise.all(self.showing));
}

/** Shows a notification of a concern, and says from it that it was heard. */
export const hears = (worker, tag, data) => worker.evaluate(async ([name, given]) => {
  await self.registration.showNotification('A promise needs you', { tag: name, lang: 'en', data: given });
  const [notification] = await self.registration.getNotifications({ tag: name });
  self.dispatchEvent(new NotificationEvent('notificationclick', { notification, action: 'heard' }));
}, [tag, data]);

let drawn;

/** A photo of 12 megapixels with a place in it (EXIF), as a phone takes it. */
export async function bigPhoto() {
  if (drawn) return drawn;
  const { context, page } = await phone();
  const text = await page.evaluate(() => {
    const canvas = document.createElement('canvas');
    [canvas.width, canvas.height] = [4000, 3000];
    const pen = canvas.getContext('2d');
    for (let at_ = 0; at_ < 6000; at_ += 1) {
      pen.fillStyle = `hsl(${(at_ * 47) % 360} 60% 50%)`;
      pen.fillRect((at_ * 397) % 4000, (at_ * 911) % 3000, 90, 70);
    }
    return canvas.toDataURL('image/jpeg', 0.9).split(',')[1];
  });
  await context.close();
  const picture = Buffer.from(text, 'base64');
  const place = Buffer.from('Exif\0\0MM\0*\0\0\0\u0008\0\0GPS 40.7128 -74.0060', 'latin1');
  const head = Buffer.from([0xff, 0xe1, 0, place.length + 2]);
  drawn = Buffer.concat([picture.subarray(0, 2), head, place, picture.subarray(2)]);
  return drawn;
}
