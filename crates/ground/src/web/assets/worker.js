/* The one worker of the site: pages of officers without a signal, what is pushed, and what waits in the outbox.
   The server puts two lines before it: BUILD names this build, SHELL the addresses of our files.

   A page says in <meta name="staff" content="ID"> whose it is. It is saved under that person and served to nobody
   else; a saved copy carries <meta name="saved" content="MS">, the server's time of it. Secrets are never saved. */
'use strict';

importScripts(SHELL.find((path) => /\/outbox\.[^/]*js$/.test(path)));

const OFFLINE = '/field/offline';
const SHELL_CACHE = `shell-${BUILD}`;
const PATIENCE_MS = 3000;
const LONG_PATIENCE_MS = 20000;
const FRESH_MS = 5 * 60 * 1000;
const OLD_MS = 3 * 24 * 3600 * 1000;
const PAGES = /^\/(field|posts|orders|temporary|interactions|given-words|coaching)(\/|$)/;
const NEVER = /\/(secrets|sign-in|sign-out)(\/|$)|^\/field\/(out|phone)(\/|$)/;
const PICTURE = /^\/orders\/[^/]+\/pictures\//;
const told = new Set();
const pathOf = (url) => new URL(url, location).pathname;
const cacheOf = (staff) => caches.open(`pages-${staff}`);

self.addEventListener('install', (event) => event.waitUntil((async () => {
  const shell = await caches.open(SHELL_CACHE);
  await shell.addAll(SHELL);
  await saveOffline();
  await self.skipWaiting();
})()));

self.addEventListener('activate', (event) => event.waitUntil((async () => {
  const old = (name) => name.startsWith('shell-') && name !== SHELL_CACHE;
  await Promise.all((await caches.keys()).filter(old).map((name) => caches.delete(name)));
  await self.clients.claim();
})()));

// The page for what was never saved. Whoever may not see it yet gets it later.
async function saveOffline() {
  const answer = await fetch(OFFLINE, { cache: 'no-store' }).catch(() => null);
  if (answer?.ok && !answer.redirected) await (await caches.open(SHELL_CACHE)).put(OFFLINE, answer);
}

// Saves a page for the person that it names, if that is who the phone knows, and gives its text.
async function save(path, response) {
  const isPage = response.ok && !response.redirected && (response.headers.get('content-type') ?? '').includes('text/html');
  if (!isPage || NEVER.test(path)) return '';
  const text = await response.clone().text();
  const [, staff] = /<meta name="staff" content="([\w-]+)"/.exec(text) ?? [];
  const me = await Outbox.me();
  if (!staff || staff !== me?.staff) return '';
  await (await cacheOf(staff)).put(path, response);
  return text;
}

const savedAt = (response) => Date.parse(response.headers.get('date')) || 0;

async function savedCopy(path) {
  const me = await Outbox.me().catch(() => null);
  const saved = me && await (await cacheOf(me.staff)).match(path, { ignoreVary: true });
  if (!saved) return null;
  const text = (await saved.text()).replace('<head>', () => `<head>\n<meta name="saved" content="${savedAt(saved)}">`);
  const { headers, status } = saved;
  return new Response(text, { headers: kept(headers), status });
}

// The text was unpacked when it was saved, and has grown by a line.
function kept(headers) {
  const copy = new Headers(headers);
  for (const name of ['content-encoding', 'content-length']) copy.delete(name);
  return copy;
}

const within = (ms, answer) => Promise.race([answer, new Promise((resolve) => setTimeout(resolve, ms))]).catch(() => null);

async function page(event) {
  const { pathname, search } = new URL(event.request.url);
  const path = pathname + search;
  const network = fetch(event.request);
  event.waitUntil(network.then((answer) => save(path, answer.clone())).catch(() => {}));
  const answer = await within(PATIENCE_MS, network);
  // A gateway that finds no server behind it is no better than no signal.
  if (answer && ![502, 503, 504].includes(answer.status)) return answer;
  const saved = await savedCopy(path);
  if (saved) return saved;
  // Where nothing was saved, a slow answer is better than none.
  return await within(LONG_PATIENCE_MS, network) ?? await caches.match(OFFLINE, { cacheName: SHELL_CACHE }) ?? Response.error();
}

// A page that was saved under an older build names files of that build: the same file of ours takes their place.
async function file(request) {
  const shell = await caches.open(SHELL_CACHE);
  const exact = await shell.match(request, { ignoreVary: true });
  if (exact) return exact;
  const [, stem, end] = /^(.*\/[^/.]+)\.[^/]*(\.\w+)$/.exec(pathOf(request.url)) ?? [];
  const same = stem && SHELL.find((path) => path.startsWith(`${stem}.`) && path.endsWith(end));
  const answer = await fetch(request).catch(() => null);
  return answer?.ok || !same ? answer ?? Response.error() : shell.match(same);
}

// A picture's address names its content, so a saved one is never stale.
async function picture(request) {
  const me = await Outbox.me().catch(() => null);
  const saved = me && await (await cacheOf(me.staff)).match(request, { ignoreVary: true });
  return saved ?? fetch(request);
}

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== location.origin || NEVER.test(pathname)) return;
  if (pathname.startsWith('/assets/')) event.respondWith(file(request));
  else if (PICTURE.test(pathname)) event.respondWith(picture(request));
  else if (request.mode === 'navigate' && (PAGES.test(pathname) || told.has(pathname))) event.respondWith(page(event));
});

// The pages that the office wants on this phone, with the pictures of orders in them.
async function takeOffline({ pages, staff }) {
  const cache = await cacheOf(staff);
  if (!await caches.match(OFFLINE, { cacheName: SHELL_CACHE })) await saveOffline();
  for (const path of pages) {
    told.add(pathOf(path));
    const there = await cache.match(path, { ignoreVary: true });
    const isFresh = there && Date.now() - savedAt(there) < FRESH_MS;
    const text = isFresh ? await there.text() : await save(path, await fetch(path));
    for (const [, address] of text.matchAll(/src="(\/orders\/[^/"]+\/pictures\/[^"]+)"/g)) {
      if (!await cache.match(address)) await cache.add(address).catch(() => { /* The words matter more. */ });
    }
  }
  for (const request of await cache.keys()) {
    const path = pathOf(request.url);
    const isOld = Date.now() - savedAt(await cache.match(request)) > OLD_MS;
    if (isOld && !PICTURE.test(path) && !told.has(path)) await cache.delete(request);
  }
}

self.addEventListener('message', (event) => {
  const { data, source } = event;
  if (data.type === 'take-offline') event.waitUntil(takeOffline(data).catch(() => { /* Without a signal: next time. */ }));
  if (data.type === 'build?') source.postMessage({ type: 'build', build: BUILD });
});

self.addEventListener('sync', (event) => {
  if (event.tag !== 'outbox') return;
  event.waitUntil(Outbox.replay(true).then(({ left }) => { if (left) throw new Error('some wait still'); }));
});

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
