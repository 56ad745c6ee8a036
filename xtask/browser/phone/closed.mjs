// What is sent when no page is open any more: by the browser itself, where a page asked for it.

import assert from 'node:assert/strict';

import { state } from './server.mjs';
import { arrived, front, phone, ready, say, so, talk, until } from './stage.mjs';

// The browser agrees to send by itself, but not at once.
const agreesLate = (context) => context.addInitScript(() => {
  const { register } = SyncManager.prototype;
  SyncManager.prototype.register = async function late(tag) {
    await new Promise((resolve) => setTimeout(resolve, 250));
    return register.call(this, tag);
  };
});

const agreed = async () => (await (await navigator.serviceWorker.ready).sync.getTags()).includes('outbox');

const mayBeLeft = (page) => until('the page may be left', () => (
  page.evaluate(() => dispatchEvent(new Event('beforeunload', { cancelable: true })))));

// Once the page may be left none of ours is open; what waits is sent once all the same, when there is a signal again.
async function sentWithoutPages(context, page) {
  await mayBeLeft(page);
  await page.goto('about:blank');
  await context.setOffline(false);
  await until('the worker sent it', () => arrived().length === 1, 20000);
  assert.equal(state.arrivals.length, 1);
}

export const tests = {
  async 'with every page closed, the browser sends by itself where it can'() {
    const { context, page } = await phone();
    await ready(page);
    await context.setOffline(true);
    await talk(page, 'closed pages');
    await sentWithoutPages(context, page);
  },

  async 'a concern that was said to be right is sent though its page is left at once'() {
    const { context, page } = await phone();
    await agreesLate(context);
    await ready(page);
    await context.setOffline(true);
    await say(page, 'right, and gone');
    await page.locator('[data-yes]').click();
    await sentWithoutPages(context, page);
  },

  async 'a browser that agrees late is waited for before the page may be left'() {
    const { context, page } = await phone();
    await agreesLate(context);
    await ready(page);
    await context.setOffline(true);
    await talk(page, 'agreed late');
    await sentWithoutPages(context, page);
  },

  async 'a browser that has not agreed is asked again by the next page'() {
    const { context, page } = await phone();
    await ready(page);
    await context.setOffline(true);
    await page.goto('/field/interaction');
    await page.evaluate(() => { SyncManager.prototype.register = () => Promise.reject(new Error('not now')); });
    await talk(page, 'asked again');
    await page.goto('/field');
    await so(page, 'the browser has agreed', agreed);
    await sentWithoutPages(context, page);
  },

  async 'a browser that has agreed is not asked again, which would make it try at once'() {
    const { context, page } = await phone();
    await ready(page);
    await page.goto('/field/interaction');
    await page.evaluate(() => {
      const { register } = SyncManager.prototype;
      self.asked = 0;
      SyncManager.prototype.register = function counted(tag) {
        self.asked += 1;
        return register.call(this, tag);
      };
    });
    await context.setOffline(true);
    await talk(page, 'asked');
    await so(page, 'the browser has agreed', agreed);
    const asked = await page.evaluate(() => self.asked);
    await talk(page, 'not asked');
    await front(page);
    await mayBeLeft(page);
    assert.equal(await page.evaluate(() => self.asked), asked);
  },

  async 'the browser has its turn after a page that sends and is closed'() {
    const { context, page } = await phone();
    await ready(page);
    const other = await context.newPage();
    await other.goto('/nothing');
    await context.setOffline(true);
    await talk(page, 'its turn');
    // A page that sends until somebody waits behind it.
    await other.evaluate(() => {
      const isWaited = async () => (await navigator.locks.query()).pending.some(({ name }) => name === 'outbox');
      navigator.locks.request('outbox', async () => {
        while (!await isWaited()) await new Promise((resolve) => setTimeout(resolve, 100));
      });
    });
    await sentWithoutPages(context, page);
  },
};
