/* The one worker of the site: pages of officers without a signal, what waits in the outbox, and (pushed.js) what is pushed.
   The server puts two lines before it: BUILD names this build, SHELL the addresses of our files.

   A page says in <meta name="staff" content="ID"> whose it is. It is saved under that person and served to nobody
   else; a saved copy carries <meta name="saved" content="MS">, the server's time of it. When the office's own page
   comes after all, the copy is told { type: 'office', same }. Secrets are never saved. */
'use strict';

importScripts(...SHELL.filter((path) => /\/(outbox|pushed)\.[^/]*js$/.test(path)));

const HOME = '/field';
const OFFLINE = '/field/offline';
const SHELL_CACHE = `shell-${BUILD}`;
const PATIENCE_MS = 3000;
// Home opens in a second on a slow line, from a copy of this shift, unless something was sent since.
const HOME_PATIENCE_MS = 500;
const SHIFT_MS = 12 * 3600 * 1000;
const LONG_PATIENCE_MS = 20000;
const FRESH_MS = 5 * 60 * 1000;
const OLD_MS = 3 * 24 * 3600 * 1000;
const PAGES = /^\/(field|posts|orders|temporary|interactions|given-words|learning|practice|coaching)(\/|$)/;
const NEVER = /\/(secrets|sign-in|sign-out)(\/|$)|^\/field\/(out|phone)(\/|$)/;
const PICTURE = /^\/orders\/[^/]+\/pictures\//;
let homeIsStale = false;
Outbox.onchange = () => { homeIsStale = true; };
const pathOf = (url) => new URL(url, location).pathname;
const cacheOf = (staff) => caches.open(`pages-${staff}`);
const isMe = async (staff) => (await Outbox.me())?.staff === staff;
const offline = () => caches.match(OFFLINE, { cacheName: SHELL_CACHE });

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

// The page for what was never saved.
async function saveOffline() {
  const answer = await fetch(OFFLINE, { cache: 'no-store' }).catch(() => null);
  if (answer?.ok && !answer.redirected) await (await caches.open(SHELL_CACHE)).put(OFFLINE, answer);
}

// Saves a page for the person that it names, if the phone knows them, and gives its text.
async function save(path, response) {
  const isPage = response.ok && !response.redirected && /^text\/html/.test(response.headers.get('content-type'));
  if (!isPage || NEVER.test(path)) return '';
  const text = await response.clone().text();
  const [, staff] = /<meta name="staff" content="([\w-]+)"/.exec(text) ?? [];
  if (!staff || !await isMe(staff)) return '';
  await (await cacheOf(staff)).put(path, response);
  // Somebody may have signed out meanwhile.
  if (!await isMe(staff)) await caches.delete(`pages-${staff}`);
  if (path === HOME) homeIsStale = false;
  return text;
}

const savedAt = (response) => Date.parse(response.headers.get('date')) || 0;

async function saved(request) {
  const me = await Outbox.me().catch(() => null);
  return me && (await cacheOf(me.staff)).match(request, { ignoreVary: true });
}

// The text was unpacked when it was saved, and has grown by a line.
function kept(headers) {
  const copy = new Headers(headers);
  for (const name of ['content-encoding', 'content-length']) copy.delete(name);
  return copy;
}

const within = (ms, answer) => Promise.race([answer, new Promise((resolve) => setTimeout(resolve, ms))]).catch(() => null);

// A page without the moment at which it was drawn.
const wordsOf = (text) => text.replace(/<meta name="now"[^>]*>/, '');

// A gateway that finds no server behind it is no better than no signal.
async function ask(request) {
  const answer = await fetch(request);
  if ([502, 503, 504].includes(answer.status)) throw new Error('no server');
  return answer;
}

async function page(event) {
  const { request, resultingClientId } = event;
  const { pathname, search } = new URL(request.url);
  const path = pathname + search;
  const network = ask(request);
  const saving = network.then((answer) => save(path, answer.clone()));
  event.waitUntil(saving.catch(() => {}));
  const copy = await saved(path);
  const isOfNow = copy && !homeIsStale && Date.now() - savedAt(copy) < SHIFT_MS;
  const isQuick = path === HOME && isOfNow && !request.isReloadNavigation;
  const answer = await within(isQuick ? HOME_PATIENCE_MS : PATIENCE_MS, network);
  if (answer) return answer;
  // Where nothing was saved, a slow answer is better than none.
  if (!copy) return await within(LONG_PATIENCE_MS, network) ?? await offline() ?? Response.error();
  const shown = await copy.text();
  event.waitUntil(saving.then(async (text) => {
    const reader = await self.clients.get(resultingClientId);
    reader?.postMessage({ type: 'office', same: wordsOf(text) === wordsOf(shown) });
  }).catch(() => {}));
  const text = shown.replace('<head>', () => `<head>\n<meta name="saved" content="${savedAt(copy)}">`);
  return new Response(text, { headers: kept(copy.headers), status: copy.status });
}

// A page saved under an older build names files of that build: the same file of ours takes their place.
async function file(request) {
  const shell = await caches.open(SHELL_CACHE);
  const exact = await shell.match(request, { ignoreVary: true });
  if (exact) return exact;
  const [, stem, end] = /^(.*\/[^/.]+)\.[^/]*(\.\w+)$/.exec(pathOf(request.url)) ?? [];
  const same = stem && SHELL.find((path) => path.startsWith(`${stem}.`) && path.endsWith(end));
  const answer = await fetch(request).catch(() => null);
  return answer?.ok || !same ? answer ?? Response.error() : shell.match(same);
}

// A picture's address names its content.
async function picture(request) {
  return await saved(request) ?? fetch(request);
}

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method === 'POST' && !NEVER.test(pathname)) homeIsStale = true;
  if (request.method !== 'GET' || origin !== location.origin || NEVER.test(pathname)) return;
  if (pathname.startsWith('/assets/')) event.respondWith(file(request));
  else if (PICTURE.test(pathname)) event.respondWith(picture(request));
  else if (request.mode === 'navigate' && PAGES.test(pathname)) event.respondWith(page(event));
});

// The pages that the office wants on this phone, with the pictures of orders in them.
async function takeOffline({ pages, staff }) {
  if (!await isMe(staff)) return;
  const cache = await cacheOf(staff);
  if (!await offline()) await saveOffline();
  const told = new Set(pages.map(pathOf));
  for (const path of pages) {
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
  // After a page that sends: failing costs minutes.
  event.waitUntil(Outbox.replay(true, true).then(({ left }) => { if (left) throw new Error('some wait'); }));
});
