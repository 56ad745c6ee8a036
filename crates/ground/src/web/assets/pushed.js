/* What is pushed is shown, heard and opened. Part of the worker, after outbox.js. */
'use strict';

self.addEventListener('push', (event) => {
  const { notification = {} } = event.data?.json() ?? {};
  const { title = 'Rapport', ...options } = notification;
  const data = { ...options.data, navigate: options.navigate };
  event.waitUntil(self.registration.showNotification(title, { ...options, data }));
});

// Whoever says from a notification that they heard it is believed at once: that is kept like all that they write.
async function hear({ title, lang, tag, data }) {
  if (!await Outbox.hear(data.staff, data.about, lang)) return false;
  const { left } = await Outbox.replay(true);
  if (left) self.registration.sync?.register('outbox').catch(() => {});
  await self.registration.showNotification(title, { body: left ? data.waits : data.heard, lang, tag, data, silent: true });
  return true;
}

async function show(url) {
  const open = await self.clients.matchAll({ type: 'window' });
  const there = open.find((page) => page.url.split(/[?#]/)[0] === url);
  await (there ? there.focus() : self.clients.openWindow(url));
}

self.addEventListener('notificationclick', (event) => {
  const { action, notification } = event;
  notification.close();
  const heard = action === 'heard' ? hear(notification).catch(() => false) : Promise.resolve(false);
  event.waitUntil(heard.then((done) => done || show(notification.data?.navigate ?? '/')));
});
