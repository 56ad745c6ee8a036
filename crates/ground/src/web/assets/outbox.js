/* The outbox of a phone: what is written down is sealed at once, kept in the browser's own store, and sent until the
   server says that it has it. Used by pages and by the worker; it touches no document.

   An entry is { id, staff, kind, state, sealed, page, saved, tries, next, trouble, ... }. Its states:
     draft    sealed, not sent: its writer has not said yet that it is right
     waiting  sent again and again until there is an answer. A photo is `raw` until it was shrunk
     sent     the server has it       held  the supervisor has it       needs  somebody must look at it
   Whoever opens the page sends what anybody wrote: the seal names the writer, not the session. */
self.Outbox = (() => {
  'use strict';

  const LETTERS = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';
  const PART_BYTES = 48 * 1024;
  const PATIENCE_SECONDS = [2, 5, 15, 60, 300];
  // Nobody waits longer, whatever a server asks for or a clock shows.
  const LONGEST_MS = 1000 * PATIENCE_SECONDS.at(-1);
  const NO_SIGNAL_MS = 10000;
  const KEPT_MS = 12 * 3600 * 1000;
  const subtle = self.crypto.subtle;
  const bytesOf = (text) => new TextEncoder().encode(text);
  const random = (count) => crypto.getRandomValues(new Uint8Array(count));
  const hex = (bytes) => [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  const digest = async (bytes) => hex(await subtle.digest('SHA-256', bytes));

  // The store. A newer page may have a newer store: stores are only ever added, so ours is in it.
  let opened = null;

  function open(version) {
    return new Promise((resolve, reject) => {
      const request = indexedDB.open('rapport', version);
      request.onupgradeneeded = () => {
        const there = request.result.objectStoreNames;
        for (const name of ['entries', 'parts', 'keys', 'facts']) {
          if (!there.contains(name)) request.result.createObjectStore(name);
        }
      };
      request.onsuccess = () => {
        const forget = () => { opened = null; };
        request.result.onversionchange = () => { request.result.close(); forget(); };
        request.result.onclose = forget;
        resolve(request.result);
      };
      request.onerror = () => {
        if (version && request.error.name === 'VersionError') open().then(resolve, reject);
        else reject(request.error);
      };
    });
  }

  async function begin(mode, durability) {
    opened ??= open(1);
    try {
      return (await opened).transaction(['entries', 'parts', 'keys', 'facts'], mode, { durability });
    } catch (error) {
      opened = null;
      throw error;
    }
  }

  // All that `act` asks for happens, or nothing of it. It gives a request whose result is wanted, or nothing.
  // What somebody wrote is on the disk before we say so (strict); what an answer changes would only be sent again.
  async function work(mode, act, durability = 'relaxed') {
    // A phone may have closed the store behind a page that slept: it is opened once more.
    const transaction = await begin(mode, durability).catch(() => begin(mode, durability));
    return new Promise((resolve, reject) => {
      const request = act((name) => transaction.objectStore(name));
      transaction.oncomplete = () => resolve(request?.result);
      transaction.onabort = transaction.onerror = () => reject(transaction.error ?? new Error('not kept'));
    });
  }

  const read = (name, key) => work('readonly', (store) => store(name).get(key));
  const write = (name, key, value) => work('readwrite', (store) => {
    if (value === undefined) store(name).delete(key);
    else store(name).put(value, key);
  });
  const entries = () => work('readonly', (store) => store('entries').getAll());
  const me = () => read('facts', 'me');

  const eraseParts = (store, id) => { store('parts').delete(IDBKeyRange.bound([id], [id, []])); };

  function erase(store, id) {
    store('entries').delete(id);
    eraseParts(store, id);
  }

  const news = self.BroadcastChannel ? new BroadcastChannel('outbox') : null;
  // What this page or worker sends itself; of the others it is only heard.
  let own = null;
  const changed = () => { api.onchange?.(); news?.postMessage(own); };
  if (news) news.onmessage = ({ data }) => { api.sending = own ?? data; api.onchange?.(); };

  async function save(fresh, gone = []) {
    await work('readwrite', (store) => {
      for (const id of gone) erase(store, id);
      for (const entry of fresh) store('entries').put(entry, entry.id);
    }, 'strict');
    changed();
  }

  // Another tab may have changed or removed it meanwhile: what is changed is what is there now.
  async function change(id, act, durability) {
    await work('readwrite', (store) => {
      const request = store('entries').get(id);
      request.onsuccess = () => {
        const entry = request.result;
        if (entry && act(entry, store) !== false) store('entries').put(entry, id);
      };
    }, durability);
    changed();
  }

  async function remove(id) {
    const photos = (await entries()).filter((other) => other.of === id);
    await save([], [id, ...photos.map((photo) => photo.id)]);
  }

  // RFC 9562, 6.2, method 1: a counter of 12 bits keeps those of one millisecond in their order.
  let last = 0;
  let counter = 0;

  function uuid(now = Date.now()) {
    if (now > last) {
      last = now;
      counter = ((random(1)[0] << 3) | (random(1)[0] & 7));
    } else if (++counter > 0xfff) {
      counter = 0;
      last += 1;
    }
    const time = last.toString(16).padStart(12, '0');
    const rest = random(8);
    rest[0] = (rest[0] & 0x3f) | 0x80;
    const tail = hex(rest);
    return `${time.slice(0, 8)}-${time.slice(8)}-7${counter.toString(16).padStart(3, '0')}-${tail.slice(0, 4)}-${tail.slice(4)}`;
  }

  // As the server draws them: seven letters and one that checks them, a weighted sum modulo 31.
  function withCheck(letters) {
    const sum = [...letters].reduce((total, letter, at) => total + (at + 1) * LETTERS.indexOf(letter), 0);
    return `${letters.slice(0, 4)}-${letters.slice(4)}${LETTERS[sum % LETTERS.length]}`;
  }

  function number() {
    let letters = '';
    // A byte of 248 and more is drawn again, so that each letter is as likely as the others.
    while (letters.length < 7) {
      const [byte] = random(1);
      if (byte < 248) letters += LETTERS[byte % 31];
    }
    return withCheck(letters);
  }

  // The seal: AES-256-GCM, the nonce first. What was sealed for one place opens at no other.
  async function seal(key, place, bytes) {
    const iv = random(12);
    const hidden = await subtle.encrypt({ name: 'AES-GCM', iv, additionalData: bytesOf(place) }, key, bytes);
    const sealed = new Uint8Array(12 + hidden.byteLength);
    sealed.set(iv);
    sealed.set(new Uint8Array(hidden), 12);
    return sealed.buffer;
  }

  function unseal(key, place, sealed) {
    const rest = new Uint8Array(sealed);
    const algorithm = { name: 'AES-GCM', iv: rest.slice(0, 12), additionalData: bytesOf(place) };
    return subtle.decrypt(algorithm, key, rest.slice(12));
  }

  const sealSaid = (key, id, said) => seal(key, `out ${id}`, bytesOf(JSON.stringify(said)));

  async function said(key, entry) {
    return JSON.parse(new TextDecoder().decode(await unseal(key, `out ${entry.id}`, entry.sealed)));
  }

  // That its person heard of a concern, said without a page. False when the phone knows them not.
  async function hear(staff, concern, language) {
    const person = await me();
    if (!person?.key || person.staff !== staff) return false;
    const [id, at] = [uuid(), Date.now()];
    const sealed = await sealSaid(person.key, id, { kind: 'heard', at, language, fields: { concern } });
    await save([{ id, kind: 'heard', staff, state: 'waiting', page: null, saved: at, tries: 0, next: 0, sealed }]);
    return true;
  }

  // A shrunk photo takes the place of the raw one, in parts, and names the entry that it belongs to.
  async function cut(person, photo, picture) {
    const { at, language } = await said(person.key, photo);
    const count = Math.ceil(picture.byteLength / PART_BYTES);
    const fields = { of: photo.of, parts: String(count), sha256: await digest(picture) };
    const sealed = await sealSaid(person.key, photo.id, { kind: 'photo', at, language, fields });
    const parts = [];
    for (let part = 0; part < count; part += 1) {
      const bytes = picture.slice(part * PART_BYTES, (part + 1) * PART_BYTES);
      parts.push(await seal(person.key, `part ${photo.id} ${part}`, bytes));
    }
    await work('readwrite', (store) => {
      const request = store('entries').get(photo.id);
      request.onsuccess = () => {
        const entry = request.result;
        // It may have been removed, or given to a mended entry meanwhile: then this was for nothing.
        if (!entry?.raw || entry.of !== photo.of) return;
        store('entries').put({ ...entry, raw: null, parts: count, sealed }, photo.id);
        parts.forEach((part, place) => store('parts').put(part, [photo.id, place]));
      };
    });
    changed();
  }

  // After a phone was given a new key, what its person wrote under the old one is sealed anew.
  async function reseal(staff, from, to) {
    const again = async (place, sealed) => seal(to, place, await unseal(from, place, sealed));
    for (const entry of await entries()) {
      if (entry.staff !== staff || !entry.sealed) continue;
      const sealed = await again(`out ${entry.id}`, entry.sealed);
      const raw = entry.raw && await again(`raw ${entry.id}`, entry.raw);
      for (let part = 0; part < (entry.parts ?? 0); part += 1) {
        const old = await read('parts', [entry.id, part]);
        if (old) await write('parts', [entry.id, part], await again(`part ${entry.id} ${part}`, old));
      }
      await change(entry.id, (kept) => {
        Object.assign(kept, { sealed, raw });
        if (kept.trouble === 'seal') Object.assign(kept, { state: 'waiting', trouble: null, next: 0 });
      });
    }
  }

  // What is no answer of our server (a hotel's sign-in page, say) is no receipt.
  async function send(entry, path, body, seconds) {
    const headers = {
      'rapport-phone': await read('facts', 'phone'), 'rapport-staff': entry.staff, 'rapport-clock': String(Date.now()),
      ...(body && { 'content-type': 'application/octet-stream' }),
    };
    const method = body ? 'PUT' : 'GET';
    const stop = new AbortController();
    const timer = setTimeout(() => stop.abort(), seconds * 1000);
    try {
      const options = { method, headers, body, cache: 'no-store', redirect: 'error', signal: stop.signal };
      const answer = await fetch(`/field/out/${entry.id}${path}`, options);
      const text = await answer.text();
      let told = null;
      try { told = JSON.parse(text); } catch { /* An answer without words. */ }
      return { status: answer.status, told: told ?? {}, wait: Number(answer.headers.get('retry-after')) };
    } finally {
      clearTimeout(timer);
    }
  }

  async function sendEntry(entry) {
    if (entry.kind === 'photo') {
      const known = entry.begun ? (await send(entry, '/parts', null, 15)).told.have ?? [] : [];
      if (!entry.begun) await change(entry.id, (kept) => { kept.begun = true; });
      for (let part = 0; part < entry.parts; part += 1) {
        if (known.includes(part)) continue;
        const answer = await send(entry, `/parts/${part}`, await read('parts', [entry.id, part]), 60);
        if (answer.status !== 204) return answer;
      }
    }
    return send(entry, '', entry.sealed, 15);
  }

  // What an answer makes of an entry.
  function settle(entry, { status, told, wait }) {
    const later = () => {
      entry.tries += 1;
      entry.trouble = status === 424 ? 'after' : 'server';
      const most = PATIENCE_SECONDS[Math.min(entry.tries, PATIENCE_SECONDS.length) - 1];
      entry.next = Date.now() + Math.min(LONGEST_MS, 1000 * (wait || most / 2 + Math.random() * most / 2));
    };
    const done = (state) => {
      const number = told.number ?? entry.number;
      // Another number than the one that was said aloud is shown until somebody has seen it.
      const unseen = Boolean(told.says && entry.number && number !== entry.number);
      const { says, path, received_at: received } = told;
      Object.assign(entry, { state, number, unseen, says, path, received: received ?? Date.now(), trouble: null, next: 0 });
    };
    if ((status === 200 || status === 201) && Number.isFinite(told.received_at)) done('sent');
    else if (status === 202 && told.says) done('held');
    else if (status === 409 && told.have) later();
    else if ([401, 408, 424, 425, 429].includes(status) || status >= 500 || status < 400) later();
    else {
      const { says, path, problems } = told;
      Object.assign(entry, { state: 'needs', says, path, problems, trouble: status === 403 ? 'seal' : null });
    }
  }

  const isAhead = (next) => next > Date.now() && next <= Date.now() + LONGEST_MS;

  function isReady(entry, all, force) {
    const parent = all.get(entry.of);
    if (entry.state !== 'waiting' || entry.raw) return false;
    if (parent && !['sent', 'held'].includes(parent.state)) return false;
    return force || !isAhead(entry.next);
  }

  async function sendAll(force) {
    const all = new Map((await entries()).map((entry) => [entry.id, entry]));
    const holdsAll = ({ holds, state, next }) => holds && state === 'waiting' && isAhead(next);
    for (const entry of all.values()) {
      // Without a signal the others wait with the first, to keep their order. Force does not hurry a server.
      if (holdsAll(entry) && !(force && entry.trouble === 'signal')) break;
      if (!isReady(entry, all, force)) continue;
      own = api.sending = entry.id;
      changed();
      let answer = null;
      try { answer = await sendEntry(entry); } catch { /* No connection: that is no failure of the server. */ }
      own = api.sending = null;
      const now = Date.now();
      await change(entry.id, (kept, store) => {
        if (kept.state !== 'waiting') return false;
        if (answer) settle(kept, answer);
        else Object.assign(kept, { trouble: 'signal', next: now + NO_SIGNAL_MS });
        if (answer) store('facts').put(now, 'answered');
        if (['sent', 'held'].includes(kept.state)) eraseParts(store, entry.id);
        kept.holds = !answer || answer.status === 429;
        all.set(entry.id, kept);
      });
      if (all.get(entry.id).holds) break;
    }
    // How many still wait for nothing but to be sent, and when to try again.
    const now = new Map((await entries()).map((entry) => [entry.id, entry]));
    const waiting = [...now.values()].filter((entry) => isReady(entry, now, true));
    const next = waiting.find(holdsAll)?.next ?? Math.min(...waiting.map((entry) => entry.next));
    return { left: waiting.length, next };
  }

  // One sender at a time where the browser has locks. Where it has none, the ids hold. Whoever waits has a turn of their own.
  function replay(force = false, waits = false) {
    if (!self.navigator.locks) return sendAll(force);
    const busy = { left: 1, next: Date.now() + 2000 };
    return navigator.locks.request('outbox', { ifAvailable: !waits }, (lock) => (lock ? sendAll(force) : busy));
  }

  // What the server has is shown for half a day, and longer where something must be seen.
  async function prune() {
    const old = (entry) => ['sent', 'held'].includes(entry.state) && !entry.unseen && entry.received < Date.now() - KEPT_MS;
    const gone = (await entries()).filter(old).map((entry) => entry.id);
    if (gone.length) await save([], gone);
  }

  const api = {
    bytesOf, change, cut, digest, entries, hear, me, number, prune, random, read, remove, replay, reseal, said, save, seal,
    sealSaid, unseal, uuid, withCheck, write, onchange: null, sending: null,
  };
  return api;
})();
