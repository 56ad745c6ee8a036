// A phone of a post that several officers share, and leaving it.

import assert from 'node:assert/strict';

import { state } from './server.mjs';
import { allSent, arrived, bigPhoto, concern, kept, phone, photos, ready, say, so, talk, until } from './stage.mjs';

async function switchTo(page, officer, pin) {
  if (!page.url().endsWith('/field/switch')) await page.goto('/field/switch');
  await page.selectOption('#officer', officer);
  await page.fill('#pin', pin);
  await page.getByRole('button', { name: 'Switch' }).click();
}

const isMe = (page, staff) => so(page, `${staff} has the phone`, async (name) => (await Outbox.me())?.staff === name, staff);

// Both officers were here once with a connection; the first has the phone.
async function shared(page) {
  await ready(page);
  for (const [officer, pin] of [['sam', '2222'], ['omar', '1111']]) {
    await switchTo(page, officer, pin);
    await isMe(page, officer);
    await page.waitForURL('**/field');
    await ready(page, officer);
    await so(page, 'the key is wrapped', async (name) => Boolean(await Outbox.read('keys', name)), officer);
  }
}

/** A phone from which its officer signed out without a signal. */
async function signedOutOffline() {
  const { context, page } = await phone();
  await ready(page);
  await context.setOffline(true);
  await page.goto('/field');
  await page.getByRole('button', { name: 'Sign out' }).click();
  await page.waitForURL('**/field/offline');
  return { context, page };
}

export const tests = {
  async 'one writes offline, another signs in: the other sees a count, and it arrives as the first one\'s'() {
    const { context, page } = await phone();
    await ready(page);
    await context.setOffline(true);
    await talk(page, 'a secret of Omar');
    await talk(page, 'and another');
    state.staff = 'sam';
    state.refuse = () => ({ status: 500, body: {} });
    await context.setOffline(false);
    await page.goto('/field');
    await isMe(page, 'sam');
    await page.locator('[data-outbox-list]', { hasText: 'Entries of other officers that wait here: 2' }).waitFor();
    assert.doesNotMatch(await page.locator('body').textContent(), /secret of Omar/);
    assert.equal(await page.locator('[data-outbox-list] li').count(), 1, 'a count and nothing else');
    state.refuse = () => null;
    await page.reload();
    await allSent(page);
    assert.deepEqual(arrived().map((entry) => entry.staff), ['omar', 'omar']);
  },

  async 'what is kept on the phone cannot be read without the key'() {
    const { context, page } = await phone();
    await ready(page);
    await context.setOffline(true);
    await concern(page, 'Unmistakable words');
    const text = await page.evaluate(async () => {
      const me = await Outbox.me();
      const all = JSON.stringify((await Outbox.entries()).map((entry) => ({ ...entry, sealed: new TextDecoder().decode(entry.sealed) })));
      const exported = await crypto.subtle.exportKey('raw', me.key).then(() => 'exported', () => 'refused');
      return `${exported} ${all} ${JSON.stringify({ ...localStorage })} ${document.cookie}`;
    });
    assert.match(text, /^refused/);
    assert.doesNotMatch(text, /Unmistakable/);
  },

  async 'signing out with entries that wait: they are counted, stay sealed, and are sent later with nobody signed in'() {
    const { context, page } = await phone();
    await ready(page);
    await context.setOffline(true);
    await talk(page, 'not sent yet');
    await page.goto('/field');
    state.refuse = () => ({ status: 500, body: {} });
    await context.setOffline(false);
    await page.getByRole('button', { name: 'Sign out' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('The office does not have 1 of your entries yet.').waitFor();
    await dialog.getByRole('button', { name: 'Stay signed in' }).click();
    assert.equal(state.staff, 'omar');
    await page.getByRole('button', { name: 'Sign out' }).click();
    await dialog.getByRole('button', { name: 'they stay sealed' }).click();
    await page.waitForURL('**/sign-in');
    assert.equal(state.staff, null);
    state.refuse = () => null;
    await page.goto('/field/offline');
    assert.equal(await page.evaluate(() => Outbox.me()), undefined);
    assert.deepEqual(await page.evaluate(async () => (await caches.keys()).filter((name) => name.startsWith('pages-'))), []);
    await allSent(page);
    assert.deepEqual(arrived().map((entry) => [entry.staff, entry.said.fields.topic]), [['omar', 'not sent yet']]);
  },

  async 'signing out: send now, then leave'() {
    const { context, page } = await phone();
    await ready(page);
    await context.setOffline(true);
    await talk(page, 'send me first');
    await page.goto('/field');
    state.refuse = () => ({ status: 500, body: {} });
    await context.setOffline(false);
    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.getByRole('dialog').waitFor();
    state.refuse = () => null;
    await page.getByRole('dialog').getByRole('button', { name: 'Send now' }).click();
    await page.waitForURL('**/sign-in');
    assert.equal(arrived().length, 1);
  },

  async 'signing out: send now has its turn while another sender fails'() {
    const { context, page } = await phone();
    await ready(page);
    await context.setOffline(true);
    await talk(page, 'send me after the other');
    await page.goto('/field');
    state.faults = [{ on: 'out', status: 500, slow: 4000 }];
    await context.setOffline(false);
    await until('it is being sent', () => state.arrivals.length === 1);
    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Send now' }).click();
    await page.waitForURL('**/sign-in');
    assert.equal(arrived().length, 1);
  },

  async 'signing out without a signal: the key goes at once, and the office hears of it first'() {
    const { context, page } = await signedOutOffline();
    assert.equal(await page.evaluate(() => Outbox.me()), undefined);
    assert.equal(state.staff, 'omar');
    await context.setOffline(false);
    await until('the office knows', () => state.staff === null);
    await page.goto('/field/offline');
    assert.equal(await page.evaluate(() => Outbox.me()), undefined);
  },

  async 'signing out without a signal: what the office did not hear is said again, and nobody comes back meanwhile'() {
    const { context, page } = await signedOutOffline();
    state.faults = [{ on: 'page', status: 500, times: 1 }];
    await context.setOffline(false);
    await until('it was not heard', () => state.faults.length === 0);
    await until('the office knows', () => state.staff === null);
    assert.equal(await page.evaluate(() => Outbox.me()), undefined);
  },

  async 'a saved page of another officer is never served'() {
    const { context, page } = await phone();
    await ready(page);
    state.staff = 'sam';
    await ready(page, 'sam');
    // Sam's pages were not all saved yet: what there is of Omar's must not stand in for them.
    await page.evaluate(() => caches.delete('pages-sam'));
    await context.setOffline(true);
    await page.goto('/posts/p1/briefing');
    assert.equal(await page.locator('h1').textContent(), 'No signal');
    const owners = await page.evaluate(async () => {
      const found = [];
      for (const name of (await caches.keys()).filter((one) => one.startsWith('pages-'))) {
        const cache = await caches.open(name);
        for (const request of await cache.keys()) {
          const [, staff] = /<meta name="staff" content="(\w+)"/.exec(await (await cache.match(request)).text()) ?? [];
          if (staff && name !== `pages-${staff}`) found.push(`${name} ${request.url}`);
        }
      }
      return found;
    });
    assert.deepEqual(owners, []);
  },

  async 'without a signal an officer comes back by PIN; drafts of the other are not shown'() {
    const { context, page } = await phone();
    await shared(page);
    await context.setOffline(true);
    await say(page, 'a draft of Omar');
    await switchTo(page, 'sam', '2222');
    await isMe(page, 'sam');
    await page.waitForURL('**/field');
    assert.equal(await page.locator('.owner').textContent(), 'sam');
    await page.locator('[data-outbox-list]', { hasText: 'other officers that wait here: 1' }).waitFor();
    assert.doesNotMatch(await page.locator('body').textContent(), /draft of Omar/);
    const draft = await page.evaluate(async () => (await Outbox.entries())[0].id);
    await page.goto(`/field/concern#entry=${draft}`);
    await page.waitForTimeout(500);
    assert.equal(await page.locator('#words').inputValue(), '');
    await talk(page, 'by Sam');
    await context.setOffline(false);
    await until('it came', () => arrived().length === 1);
    assert.equal(arrived()[0].staff, 'sam');
    await page.goto('/field');
    await page.locator('[data-switch-again]').waitFor();
    assert.equal((await page.evaluate(() => Outbox.me())).staff, 'sam', 'the office still has Omar; the phone keeps Sam');
  },

  async 'a photo that is still shrunk is finished before another officer has the phone'() {
    const { context, page } = await phone();
    await context.addInitScript(() => {
      const real = createImageBitmap;
      self.createImageBitmap = (...all) => new Promise((resolve) => setTimeout(() => resolve(real(...all)), 1500));
    });
    await shared(page);
    await context.setOffline(true);
    await page.goto('/field/switch');
    const other = await context.newPage();
    await concern(other, 'with a photo', { photo: await bigPhoto() });
    await other.close();
    await switchTo(page, 'sam', '2222');
    await isMe(page, 'sam');
    await page.waitForURL('**/field');
    assert.deepEqual(await page.evaluate(async () => (await Outbox.entries()).map((entry) => Boolean(entry.raw))), [false, false]);
    await context.setOffline(false);
    await until('the photo is there', () => photos().length === 1);
    assert.equal(photos()[0].staff, 'omar');
  },

  async 'a PIN that the office refused wraps no key'() {
    const { page } = await phone();
    await ready(page);
    // Whoever comes next signs in by password: somebody else than the phone knew, or the same.
    for (const [before, officer] of [[null, 'sam'], ['sam', 'sam']]) {
      state.staff = before;
      state.seen = [];
      await switchTo(page, officer, '9999');
      await until('the office refused', () => state.seen.some(([path]) => path === '/field/switch'));
      await so(page, 'nothing is remembered', async () => !await Outbox.read('facts', 'switching'));
      state.staff = officer;
      await ready(page, officer);
      assert.equal(await page.evaluate((name) => Outbox.read('keys', name), officer), undefined);
    }
  },

  async 'five wrong PINs forget the key; entries stay'() {
    const { context, page } = await phone();
    await shared(page);
    await context.setOffline(true);
    await talk(page, 'by Omar');
    for (let left = 4; left > 0; left -= 1) {
      await switchTo(page, 'sam', '0000');
      await page.locator('#news', { hasText: `Tries left: ${left}` }).waitFor();
      if (left === 3) await page.reload();
    }
    await switchTo(page, 'sam', '0000');
    await page.locator('#news', { hasText: 'Wrong PIN five times' }).waitFor();
    await switchTo(page, 'sam', '2222');
    await page.locator('#news', { hasText: 'has not used this phone with a signal' }).waitFor();
    assert.equal((await page.evaluate(() => Outbox.me())).staff, 'omar');
    assert.equal(await kept(page, 'waiting'), 1);
  },

  async 'a right PIN after wrong ones counts from the beginning again'() {
    const { context, page } = await phone();
    await shared(page);
    await context.setOffline(true);
    await switchTo(page, 'sam', '0000');
    await page.locator('#news', { hasText: 'Tries left: 4' }).waitFor();
    await switchTo(page, 'sam', '2222');
    await isMe(page, 'sam');
    await page.waitForURL('**/field');
    await switchTo(page, 'omar', '0000');
    await page.locator('#news', { hasText: 'Tries left: 4' }).waitFor();
    await switchTo(page, 'omar', '1111');
    await isMe(page, 'omar');
    await page.waitForURL('**/field');
    assert.equal(await page.evaluate(async () => (await Outbox.read('keys', 'sam')).tries), 0);
  },

  async 'a phone that knows nobody sends an ordinary form, and without a signal keeps the words in it'() {
    const { context, page } = await phone();
    state.faults = [{ on: 'phone', status: 503, times: 50 }];
    const asked = [];
    page.on('dialog', (dialog) => { asked.push(dialog.type()); dialog.accept(); });
    await page.goto('/field/interaction');
    await page.fill('#topic', 'nobody');
    await context.setOffline(true);
    await page.getByRole('button', { name: 'Note it' }).click();
    await page.getByRole('alert').waitFor();
    assert.equal(await page.locator('#topic').inputValue(), 'nobody');
    await context.setOffline(false);
    await page.getByRole('button', { name: 'Note it' }).click();
    await page.waitForURL('**/field');
    assert.deepEqual(state.seen.map(([path, fields]) => [path, fields.get('topic')]), [['/interactions', 'nobody']]);
    assert.deepEqual(asked, [], 'nobody is asked whether to leave');
  },

  async 'a session that ended: what is written still arrives'() {
    const { page } = await phone();
    await ready(page);
    await page.goto('/field/interaction');
    state.staff = null;
    await talk(page, 'after the session');
    await allSent(page);
    assert.equal(arrived()[0].staff, 'omar');
  },

  async 'a browser that threw the store away: said once'() {
    const { context, page } = await phone();
    await ready(page);
    await context.setOffline(true);
    await talk(page, 'will be lost');
    await page.goto('/field');
    await so(page, 'it is marked', () => / kept=[\w-]+\.1\./.test(` ${document.cookie}`));
    const devtools = await context.newCDPSession(page);
    const { origin } = new URL(page.url());
    await page.goto('about:blank');
    await devtools.send('Storage.clearDataForOrigin', { origin, storageTypes: 'indexeddb,cache_storage,service_workers,local_storage' });
    await context.setOffline(false);
    await page.goto('/field');
    await page.locator('[data-notice=lost]', { hasText: 'about 1 entries' }).waitFor();
    await page.reload();
    await so(page, 'the page has begun', async () => Boolean(await Outbox.me()));
    assert.equal(await page.locator('[data-notice=lost]').count(), 0);
  },
};
