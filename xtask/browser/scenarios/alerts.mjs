// What is pushed is shown by the browser, with a number and a site and nothing else; and a browser
// whose push service cannot be reached says that letters come instead.

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { STAFF, signedIn } from '../cast.mjs';
import { allShown, watchedWorker } from '../phone/stage.mjs';

const PUSHED = {
  web_push: 8030,
  notification: { title: 'A promise needs you', body: '7K2Q-M4DX, Harbour Gate', tag: '7K2Q-M4DX', lang: 'en' },
};

test('what is pushed is shown', async (t) => {
  const page = await signedIn(t, STAFF.supervisor);
  const context = page.context();
  await context.grantPermissions(['notifications']);
  await page.goto('/me/alerts');
  const devtools = await context.newCDPSession(page);
  const registered = new Promise((found) => {
    devtools.on('ServiceWorker.workerRegistrationUpdated', ({ registrations }) => registrations.forEach(found));
  });
  await devtools.send('ServiceWorker.enable');
  await page.evaluate(async () => {
    await navigator.serviceWorker.register('/worker.js');
    await navigator.serviceWorker.ready;
  });
  const { registrationId } = await registered;
  const worker = await watchedWorker(context);
  const origin = new URL(page.url()).origin;
  const data = JSON.stringify({ ...PUSHED, notification: { ...PUSHED.notification, navigate: `${origin}/home` } });
  await devtools.send('ServiceWorker.deliverPushMessage', { origin, registrationId, data });
  await allShown(worker, 1);
  const shown = await page.waitForFunction(async () => {
    const registration = await navigator.serviceWorker.ready;
    const [first] = await registration.getNotifications();
    return first && { title: first.title, body: first.body, tag: first.tag, navigate: first.data.navigate };
  });
  const { title, body, tag } = PUSHED.notification;
  assert.deepEqual(await shown.jsonValue(), { title, body, tag, navigate: `${origin}/home` });
});

test('where alerts cannot be switched on, the page says that letters come instead', async (t) => {
  const page = await signedIn(t, STAFF.supervisor);
  await page.context().grantPermissions(['notifications']);
  await page.goto('/me/alerts');
  // No push service is reached from here, and none must be.
  await page.evaluate(() => {
    PushManager.prototype.subscribe = () => Promise.reject(new Error('there is no push service'));
  });
  await page.getByRole('button', { name: 'Switch alerts on here' }).click();
  await page.locator('[data-push-says]', { hasText: 'Letters come instead.' }).waitFor();
});

test('a browser that has its subscription tells the server, and is found again', async (t) => {
  const page = await signedIn(t, STAFF.supervisor);
  await page.context().grantPermissions(['notifications']);
  await page.addInitScript(() => {
    const point = 'BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4';
    const given = {
      endpoint: 'https://push.example/scenario',
      toJSON: () => ({ endpoint: given.endpoint, keys: { p256dh: point, auth: 'BTBZMqHH6r4Tts7J_aSIgg' } }),
      unsubscribe: () => Promise.resolve(true),
    };
    PushManager.prototype.subscribe = () => Promise.resolve(given);
    PushManager.prototype.getSubscription = () => Promise.resolve(given);
  });
  await page.goto('/me/alerts');
  await page.getByRole('button', { name: 'Switch alerts on here' }).click();
  await page.waitForURL('**said=done-device-added');
  await page.locator('[data-push-says]', { hasText: 'Alerts are on here.' }).waitFor();
  await page.locator('[data-push-here]').waitFor();
  await page.getByRole('button', { name: 'Remove' }).click();
  await page.waitForURL('**said=done-device-removed');
});
