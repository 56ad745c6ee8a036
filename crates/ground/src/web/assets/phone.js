/* Who is on this phone, and what the phone says of itself. Needs outbox.js before it; field.js builds on it.

   <meta name="staff" content="ID">          whose page this is; <meta name="saved"> stands in a saved copy (worker.js)
   <template data-words>{"outbox-waiting": "..."}</template>   the sentences, as JSON
   <form data-sign-out>                      asked about when something waits; the key and the saved pages go
   <form data-switch data-home="/field">     fields `officer` (staff id) and `pin`: another officer takes this phone
   <p data-switch-again hidden>              shown when the office has somebody else signed in than the phone has
   [data-about=persisted|waiting|build|clock|answered]   filled, within what [data-about-phone] marks */
self.Phone = (() => {
  'use strict';

  const PIN_ROUNDS = 600000;
  const PIN_TRIES = 5;
  const SWITCH_MS = 10 * 60 * 1000;
  const WRONG_CLOCK_MS = 2 * 60 * 1000;
  const LEAVING_AGAIN_MS = 3000;
  const LONGEST_SIDE_PIXELS = 1600;
  const QUALITY = 0.72;
  const language = document.documentElement.lang || 'en';
  const sentences = JSON.parse(document.querySelector('template[data-words]')?.content.textContent || '{}');
  const units = document.getElementById('sentences')?.dataset ?? {};
  const fromBase64 = (text) => Uint8Array.from(atob(text.replace(/-/g, '+').replace(/_/g, '/')), (letter) => letter.charCodeAt(0));
  const find = (selector) => document.querySelector(selector);
  const each = (selector, act) => document.querySelectorAll(selector).forEach(act);

  // A sentence with its gaps filled; a key that the page has no sentence for is shown as it is.
  function words(key, gaps = {}) {
    return (sentences[key] ?? key).replace(/\{ ?\$?(\w+) ?\}/g, (gap, name) => gaps[name] ?? gap);
  }

  function say(sentence) {
    const place = find('#news');
    if (place && place.textContent !== sentence) place.textContent = sentence;
  }

  const inDay = new Intl.DateTimeFormat(language, { hour: '2-digit', minute: '2-digit' });
  const inWeek = new Intl.DateTimeFormat(language, { weekday: 'short', hour: '2-digit', minute: '2-digit' });
  const clock = (ms) => (Math.abs(Date.now() - ms) > 20 * 3600 * 1000 ? inWeek : inDay).format(ms);

  function duration(ms) {
    const [name, size] = ms < 3600000 ? ['minute', 60000] : ms < 172800000 ? ['hour', 3600000] : ['day', 86400000];
    return `${Math.round(ms / size)} ${units[name] ?? name}`;
  }

  // One notice of a kind at the top of the page, which speaks for itself; no sentence takes it away.
  function notice(kind, sentence) {
    let place = find(`[data-notice=${kind}]`);
    if (!sentence) return place?.remove();
    if (!place) {
      place = document.createElement('p');
      Object.assign(place, { className: 'notice hold', role: kind === 'saved' ? 'status' : 'alert' }).dataset.notice = kind;
      find('main').prepend(place);
    }
    if (place.textContent !== sentence) place.textContent = sentence;
  }

  // Asks, and gives the name of the button that was pressed; none when the question was put aside.
  function ask(sentence, names) {
    const dialog = document.createElement('dialog');
    const text = document.createElement('p');
    text.id = 'asked';
    text.textContent = sentence;
    dialog.setAttribute('aria-labelledby', 'asked');
    dialog.append(text, ...names.map((name, at) => button(words(name), () => dialog.close(name), at ? 'secondary' : '')));
    document.body.append(dialog);
    dialog.showModal();
    return new Promise((resolve) => dialog.addEventListener('close', () => {
      dialog.remove();
      resolve(dialog.returnValue);
    }));
  }

  function button(name, act, className = '') {
    const made = document.createElement('button');
    Object.assign(made, { type: 'button', textContent: name, className }).addEventListener('click', act);
    return made;
  }

  // The phone's own name. A cookie remembers it, and how many entries waited: a browser that throws the store away
  // leaves cookies alone, so that the loss is noticed.
  function marker() {
    const [, phone, waiting, at] = /(?:^|; )kept=([\w-]+)\.(\d+)\.(\d+)/.exec(document.cookie) ?? [];
    return { phone, waiting: Number(waiting ?? 0), at: Number(at ?? 0) };
  }

  let marked = null;

  function mark(phone, waiting) {
    if (marked === waiting) return;
    marked = waiting;
    const secure = location.protocol === 'https:' ? '; secure' : '';
    document.cookie = `kept=${phone}.${waiting}.${Date.now()}; path=/; max-age=31536000; samesite=lax${secure}`;
  }

  async function phoneId() {
    const kept = await Outbox.read('facts', 'phone');
    if (kept) return kept;
    const { phone = Outbox.uuid(), waiting, at } = marker();
    await Outbox.write('facts', 'phone', phone);
    mark(phone, 0);
    if (waiting) notice('lost', words('phone-lost', { count: waiting, time: clock(at) }));
    return phone;
  }

  // Who writes here. On a page of somebody else than the phone knows, nobody does until the office has said who.
  const pageOf = find('meta[name=staff]')?.content;

  async function person() {
    const me = await Outbox.me();
    return me && (!pageOf || me.staff === pageOf || me.byPin) ? me : null;
  }

  async function adopt(answer, raw, offset) {
    const [me, fingerprint] = [await Outbox.me(), await Outbox.digest(raw)];
    if (me?.byPin && me.staff !== answer.staff) return find('[data-switch-again]')?.removeAttribute('hidden') ?? false;
    const key = await crypto.subtle.importKey('raw', raw, 'AES-GCM', false, ['encrypt', 'decrypt']);
    if (me?.staff === answer.staff && me.fingerprint !== fingerprint) await Outbox.reseal(me.staff, me.key, key);
    const { staff, name, organization } = answer;
    await Outbox.write('facts', 'me', { staff, name, organization, key, fingerprint, offset });
    await wrap(answer, raw);
    return true;
  }

  async function post(path, type, body, redirect) {
    const stop = new AbortController();
    const timer = setTimeout(() => stop.abort(), 8000);
    try {
      const headers = { 'content-type': type };
      const answer = await fetch(path, { method: 'POST', headers, body, cache: 'no-store', redirect, signal: stop.signal });
      // What leads elsewhere was answered, though a script may not see how.
      return [answer.type === 'opaqueredirect' ? 303 : answer.status, answer.ok ? await answer.json() : null];
    } catch {
      return [0, null];
    } finally {
      clearTimeout(timer);
    }
  }

  // Asks the office who is signed in here. True when it answered, whatever it said.
  async function reach() {
    const [phone, sent] = [await phoneId(), Date.now()];
    const leaving = await Outbox.read('facts', 'leaving');
    if (leaving) {
      // Somebody signed out while there was no signal: until the office has heard of it, nothing else is asked.
      const [told] = await post(leaving.path, 'application/x-www-form-urlencoded', leaving.body, 'manual');
      if (!told || told >= 500) {
        setTimeout(reach, LEAVING_AGAIN_MS);
        return false;
      }
      await Outbox.write('facts', 'leaving', undefined);
    }
    const [status, answer] = await post('/field/phone', 'application/json', JSON.stringify({ phone, clock: sent }), 'error');
    // The office answers also where nobody is signed in.
    if (!answer?.staff) return status > 0 && status < 500;
    const offset = answer.now - (sent + Date.now()) / 2;
    await Outbox.write('facts', 'answered', Date.now());
    if (!await adopt(answer, fromBase64(answer.key), offset)) return true;
    const key = offset > 0 ? 'phone-clock-behind' : 'phone-clock-ahead';
    notice('clock', Math.abs(offset) > WRONG_CLOCK_MS && words(key, { time: duration(Math.abs(offset)) }));
    const message = { type: 'take-offline', pages: answer.pages, staff: answer.staff };
    navigator.serviceWorker?.ready.then((registration) => registration.active.postMessage(message));
    return true;
  }

  // The key goes with its person, and so do the saved pages. What is sealed stays, and is sent.
  async function forget(staff) {
    await Outbox.write('facts', 'me', undefined);
    await Outbox.write('keys', staff, undefined);
    await self.caches?.delete(`pages-${staff}`);
  }

  // A PIN opens a key on this phone that was wrapped under it when the officer last came with a connection.
  async function pinKey(pin, salt) {
    const material = await crypto.subtle.importKey('raw', Outbox.bytesOf(pin), 'PBKDF2', false, ['deriveKey']);
    const algorithm = { name: 'PBKDF2', hash: 'SHA-256', salt, iterations: PIN_ROUNDS };
    return crypto.subtle.deriveKey(algorithm, material, { name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);
  }

  async function wrap(answer, raw) {
    const switching = await Outbox.read('facts', 'switching');
    if (!switching) return;
    const { staff, name, organization } = answer;
    if (switching.staff === staff && Date.now() - switching.at <= SWITCH_MS) {
      const wrapped = await Outbox.seal(switching.key, `key ${staff}`, raw);
      await Outbox.write('keys', staff, { staff, name, organization, wrapped, salt: switching.salt, tries: 0 });
    }
    // Last: where the page is left before, the next one wraps it.
    await Outbox.write('facts', 'switching', undefined);
  }

  // What is wrong, or nothing when that officer has the phone now.
  async function switchByPin(staff, pin) {
    const kept = await Outbox.read('keys', staff);
    if (!kept) return words('phone-switch-unknown');
    // Counted before it is tried, so that closing the page is no way around the count.
    const tries = kept.tries + 1;
    await Outbox.write('keys', staff, { ...kept, tries });
    try {
      const raw = await Outbox.unseal(await pinKey(pin, kept.salt), `key ${staff}`, kept.wrapped);
      const key = await crypto.subtle.importKey('raw', raw, 'AES-GCM', false, ['encrypt', 'decrypt']);
      const { name, organization } = kept;
      const offset = (await Outbox.me())?.offset;
      await Outbox.write('keys', staff, { ...kept, tries: 0 });
      const me = { staff, name, organization, key, fingerprint: await Outbox.digest(raw), offset, byPin: true };
      await Outbox.write('facts', 'me', me);
      return '';
    } catch {
      if (tries < PIN_TRIES) return words('phone-pin-wrong', { left: PIN_TRIES - tries });
      await Outbox.write('keys', staff, undefined);
      return words('phone-pin-forgotten');
    }
  }

  // With a connection it is an ordinary form; the office knows better who may.
  async function switchTo(form) {
    const [staff, pin] = [form.elements.officer.value, form.elements.pin.value];
    say(words('phone-switching'));
    await api.finish();
    if (await reach()) {
      const salt = Outbox.random(16);
      await Outbox.write('facts', 'switching', { staff, salt, key: await pinKey(pin, salt), at: Date.now() });
      await Outbox.write('facts', 'me', undefined);
      return form.submit();
    }
    const wrong = await switchByPin(staff, pin);
    form.elements.pin.value = '';
    if (!wrong) return location.assign(form.dataset.home || '/field');
    say(wrong);
    form.elements.pin.focus();
  }

  // A photo as it is sent: drawn anew, so that its place and camera are gone.
  async function shrink(bytes) {
    const picture = await createImageBitmap(new Blob([bytes]), { imageOrientation: 'from-image' });
    const scale = Math.min(1, LONGEST_SIDE_PIXELS / Math.max(picture.width, picture.height));
    const canvas = document.createElement('canvas');
    canvas.width = Math.max(1, Math.round(picture.width * scale));
    canvas.height = Math.max(1, Math.round(picture.height * scale));
    canvas.getContext('2d').drawImage(picture, 0, 0, canvas.width, canvas.height);
    picture.close();
    const blob = await new Promise((resolve) => canvas.toBlob(resolve, 'image/jpeg', QUALITY));
    return blob.arrayBuffer();
  }

  async function unsent(staff) {
    const done = ['sent', 'held'];
    return (await Outbox.entries()).filter((entry) => entry.staff === staff && !done.includes(entry.state) && !entry.of);
  }

  async function signOut(form) {
    const me = await Outbox.me();
    await api.finish();
    for (let wait; me && (wait = (await unsent(me.staff)).length) > 0;) {
      const names = ['sign-out-send', 'sign-out-anyway', 'sign-out-stay'];
      const chosen = await ask(words('sign-out-waiting', { count: wait }), names);
      if (chosen === 'sign-out-anyway') break;
      if (chosen !== 'sign-out-send') return;
      say(words('outbox-sending'));
      await Outbox.replay(true, true);
    }
    const there = await reach();
    if (me) await forget(me.staff);
    if (there) return form.submit();
    const body = new URLSearchParams(new FormData(form)).toString();
    await Outbox.write('facts', 'leaving', { path: form.getAttribute('action'), body });
    location.assign('/field/offline');
  }

  // Before app.js, which would take a second press of the same form for a mistake.
  document.addEventListener('submit', (event) => {
    const act = event.target.matches('[data-sign-out]') ? signOut : event.target.matches('[data-switch]') ? switchTo : null;
    if (!act) return;
    event.preventDefault();
    event.stopPropagation();
    if (event.target.dataset.busy) return;
    event.target.dataset.busy = 'yes';
    // A browser that forbids the store still lets people sign out.
    act(event.target).catch(() => event.target.submit()).finally(() => delete event.target.dataset.busy);
  }, true);

  async function about() {
    if (!find('[data-about-phone]')) return;
    const tell = (name, sentence) => each(`[data-about=${name}]`, (place) => { place.textContent = sentence; });
    const [me, answered, all] = [await Outbox.me(), await Outbox.read('facts', 'answered'), await Outbox.entries()];
    tell('persisted', words(await navigator.storage?.persisted?.() ? 'phone-kept' : 'phone-not-kept'));
    tell('waiting', String(all.filter((entry) => !['sent', 'held'].includes(entry.state)).length));
    tell('answered', answered ? clock(answered) : words('phone-never'));
    const offset = Math.abs(me?.offset ?? 0);
    const key = offset < WRONG_CLOCK_MS ? 'phone-clock-right' : me.offset > 0 ? 'phone-clock-behind' : 'phone-clock-ahead';
    tell('clock', words(key, { time: duration(offset) }));
    navigator.serviceWorker?.addEventListener('message', ({ data }) => data.type === 'build' && tell('build', data.build));
    navigator.serviceWorker?.ready.then(({ active }) => active.postMessage({ type: 'build?' }));
  }

  // A PIN that the office took does not lead back here: one that it refused wraps no key.
  if (location.pathname === '/field/switch') Outbox.write('facts', 'switching', undefined).catch(() => { /* No store, no key. */ });

  const saved = find('meta[name=saved]')?.content;
  const savedKey = navigator.onLine ? 'phone-saved-slow' : 'phone-saved-copy';
  if (saved) notice('saved', words(savedKey, { time: clock(Number(saved)) }));

  // The office's own page has come after the saved copy: nothing moves under the thumb until its person wants it.
  navigator.serviceWorker?.addEventListener('message', ({ data }) => {
    if (!saved || data.type !== 'office') return;
    notice('saved', words(data.same ? 'phone-saved-same' : 'phone-saved-older', { time: clock(Date.now()) }));
    if (!data.same) find('[data-notice=saved]').append(button(words('phone-saved-show'), () => location.reload()));
  });
  navigator.serviceWorker?.register('/worker.js').catch(() => { /* Without a worker the pages need a connection. */ });

  const api = {
    about, ask, button, clock, find, each, language, mark, notice, person, phoneId, reach, say, shrink, words,
    // field.js says here how what is half done is finished before another officer comes.
    finish: async () => {},
  };
  return api;
})();
