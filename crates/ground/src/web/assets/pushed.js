/* What is pushed is shown, heard and opened. Part of the worker, after outbox.js. */
'use strict';

self.addEventListener('push', (event) => {
  const { notification = {} } = event.data?.json() ?? {};
  const { title = 'Rapport', ...options } = notification;
  const data = { ...options.data, navigate: options.navigate };
  event.waitUntil(self.registration.showNotification(title, { ...options, data }));
});

const AT_ONCE_MS = 5000;

// Whoever says from a notification that they heard it is believed at once: that is kept like all that they write.
async function hear({ title, lang, tag, data }) {
  if (!await Outbox.hear(data.staff, data.about, lang)) return false;
  const isSent = (await within(AT_ONCE_MS, Outbox.replay(true)))?.left === 0;
  const body = isSent ? data.heard : data.waits;
  await self.registration.showNotification(title, { body, lang, tag, data, silent: true });
  // A browser agrees to send by itself only while a page is open: where none is, one is opened that sends.
  const agrees = async () => self.registration.sync.register('outbox');
  if (!isSent) await agrees().catch(() => show('/field/sent'));
  return true;
}

async function show(url) {
  const { href } = new URL(url, location);
  const open = await self.clients.matchAll({ type: 'window' });
  const there = open.find((page) => page.url.split(/[?#]/)[0] === href);
  await (there ? there.focus() : self.clients.openWindow(href));
}

self.addEventListener('notificationclick', (event) => {
  const { action, notification } = event;
  notification.close();
  const heard = action === 'heard' ? hear(notification).catch(() => false) : Promise.resolve(false);
  event.waitUntil(heard.then((done) => done || show(notification.data?.navigate ?? '/')));
});
