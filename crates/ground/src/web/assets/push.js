/* Shows what is pushed to this browser, and opens its page. Served at /push.js, so that it stands over the whole
   site. What is pushed is also in the form that a browser can show by itself (Declarative Web Push). */
'use strict';

self.addEventListener('push', (event) => {
  const { notification = {} } = event.data?.json() ?? {};
  const { title = 'Rapport', ...options } = notification;
  event.waitUntil(self.registration.showNotification(title, { ...options, data: { navigate: options.navigate } }));
});

self.addEventListener('notificationclick', (event) => {
  event.notification.close();
  const url = event.notification.data?.navigate ?? '/';
  event.waitUntil((async () => {
    const open = await self.clients.matchAll({ type: 'window' });
    const there = open.find((page) => page.url.split(/[?#]/)[0] === url);
    await (there ? there.focus() : self.clients.openWindow(url));
  })());
});
