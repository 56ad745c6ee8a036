/* The pages of the officer's app. Needs outbox.js and phone.js before it, and stands before app.js.

   <form data-outbox="KIND">                 sealed and sent by the outbox; without script it is an ordinary form
     data-emergency="VALUE"                  the value of the button of the gravest urgency, for kind concern
     data-right="SHA-256"                    of "REVISION STAFF ANSWER", for kind confirmation; fields `revision`, `answer`,
                                             and a hidden `looks`
   <section data-read-back hidden>           for kind concern: [data-emergency-words], [data-shows=FIELD] is filled with
                                             what was said there (`number` too), [data-yes] sends, [data-no] goes back
   <section data-look-again hidden>          shown when an answer is not right
   <ul data-outbox-list>  <span data-outbox-count hidden>    what waits, and how many
   PAGE#entry=ID                             the form of PAGE, filled with that entry: to finish it, or to mend it */
(() => {
  'use strict';

  const TWICE_MS = 5000;
  const GRANTED_MS = 1000;
  const DONE = ['sent', 'held'];
  const { ask, button, clock, each, find, language, say, words } = Phone;
  const watched = new Map();
  const passing = new WeakSet();
  // What a form gave last: the same again at once, or the form as it is emptied then, is a second tap.
  const latest = new WeakMap();
  let saving = 0;
  let timer = null;
  let drawn = '';

  // What an officer reads about an entry: never more than what is so.
  function stateOf(entry) {
    if (entry.state === 'sent') return words('outbox-sent', { time: clock(entry.received) });
    if (entry.state === 'held') return entry.says ?? words('outbox-held');
    if (entry.state === 'draft') return words('outbox-draft');
    if (entry.state === 'needs') return words('outbox-needs', { reason: entry.says ?? words(entry.reason ?? 'outbox-refused') });
    if (Outbox.sending === entry.id) return words('outbox-sending');
    if (entry.trouble === 'server') return words('outbox-server', { count: entry.tries });
    return words('outbox-waiting');
  }

  // What was unsealed once.
  const read = new Map();

  async function opened(person, entry) {
    const key = `${entry.id} ${entry.saved}`;
    if (!read.has(key)) read.set(key, await Outbox.said(person.key, entry).catch(() => ({ at: entry.saved, fields: {} })));
    return read.get(key);
  }

  function part(name, text) {
    const made = document.createElement(name);
    made.textContent = text;
    return made;
  }

  function link(name, path) {
    const made = part('a', name);
    made.href = path;
    return made;
  }

  async function remove(entry) {
    if (await ask(words('outbox-remove-sure'), ['outbox-remove', 'outbox-keep']) !== 'outbox-remove') return;
    await Outbox.remove(entry.id);
    say(words('outbox-removed'));
  }

  async function row(person, entry, photos) {
    const { at, fields } = await opened(person, entry);
    const made = document.createElement('li');
    Object.assign(made.dataset, { entry: entry.id, state: entry.state });
    const title = document.createElement('p');
    if (entry.number) title.append(part('strong', entry.number), ' ');
    title.append(part('bdi', fields.words || fields.topic || words(`outbox-kind-${entry.kind}`)));
    const pictures = photos.length ? ` ${words('outbox-photos', { count: photos.length })}` : '';
    made.append(title, part('p', `${clock(at)}. ${stateOf(entry)}${pictures}`));
    for (const problem of Object.values(entry.problems ?? {})) made.append(part('p', problem));
    const acts = document.createElement('p');
    if (entry.path) acts.append(link(words('outbox-open'), entry.path), ' ');
    if (entry.unseen) {
      made.append(part('p', entry.says));
      acts.append(button(words('outbox-seen'), () => Outbox.change(entry.id, (kept) => { kept.unseen = false; })));
    }
    if (['draft', 'needs'].includes(entry.state)) {
      const name = entry.state === 'draft' ? 'outbox-finish' : 'outbox-mend';
      if (entry.page) acts.append(link(words(name), `${entry.page}#entry=${entry.id}`), ' ');
      acts.append(button(words('outbox-remove'), () => remove(entry), 'secondary'));
    }
    if (acts.childNodes.length) made.append(acts);
    return made;
  }

  // Drawn anew only when it would differ, so that nobody loses the button under the thumb.
  async function draw() {
    const [person, all] = [await Phone.person(), await Outbox.entries()];
    const open = all.filter((entry) => !DONE.includes(entry.state));
    Phone.mark(await Phone.phoneId(), open.length);
    const mine = all.filter((entry) => entry.staff === person?.staff);
    const others = open.filter((entry) => entry.staff !== person?.staff && !entry.of).length;
    for (const entry of mine.filter(({ id }) => watched.has(id))) {
      const sentence = stateOf(entry);
      if (watched.get(entry.id) !== sentence) say(sentence);
      watched.set(entry.id, sentence);
    }
    const pictureOf = (entry) => mine.filter((other) => other.of === entry.id && other.state !== 'sent');
    const parents = new Set(mine.filter((entry) => !DONE.includes(entry.state)).map(({ id }) => id));
    // A photo has a line of its own only where the line of what it belongs to says nothing of it any more.
    const shown = mine.filter((entry) => !entry.of || (!parents.has(entry.of) && entry.state !== 'sent')).reverse();
    each('[data-outbox-count]', (place) => {
      const count = open.filter((entry) => entry.staff === person?.staff && !entry.of).length;
      Object.assign(place, { textContent: String(count), hidden: count === 0 });
    });
    const list = find('[data-outbox-list]');
    const now = JSON.stringify([others, person?.staff, shown.map((entry) => [entry.id, stateOf(entry), entry.unseen, pictureOf(entry).length])]);
    if (!list || now === drawn) return;
    drawn = now;
    const rows = await Promise.all(shown.map((entry) => row(person, entry, pictureOf(entry))));
    if (others) rows.push(part('li', words('outbox-others', { count: others })));
    if (drawn === now) list.replaceChildren(...rows);
  }

  // One drawing at a time; all that changes meanwhile is drawn once, a moment after it.
  let drawing = Promise.resolve();
  let next = null;
  const after = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

  function redraw() {
    next ??= drawing.then(() => {
      drawing = next.then(() => after(100));
      next = null;
      return draw();
    }).catch(() => say(words('outbox-broken')));
    return next;
  }

  async function kick(force) {
    clearTimeout(timer);
    if (force && (await Outbox.entries()).some(({ state }) => state === 'waiting')) askBrowser();
    const { left, next: when } = await Outbox.replay(force);
    if (left) timer = setTimeout(() => kick(false), Math.max(500, when - Date.now()));
    await redraw();
  }

  // Some browsers send by themselves once every page is closed; a page must stay until they agreed.
  // Asked while they try, they try again at once.
  async function agreed() {
    const { sync } = await navigator.serviceWorker.ready;
    if (!(await sync.getTags()).includes('outbox')) await sync.register('outbox');
  }

  const askBrowser = () => Promise.race([agreed(), after(GRANTED_MS)]).catch(() => {});

  // The raw photo was kept with its entry: whoever leaves loses nothing.
  async function shrinkAll() {
    const person = await Phone.person();
    const raw = (await Outbox.entries()).filter((entry) => entry.raw && entry.state !== 'needs' && entry.staff === person?.staff);
    for (const photo of raw) {
      const bytes = await Outbox.unseal(person.key, `raw ${photo.id}`, photo.raw);
      const small = await Phone.shrink(bytes).catch(() => null);
      if (small) await Outbox.cut(person, photo, small);
      else await Outbox.change(photo.id, (kept) => Object.assign(kept, { state: 'needs', reason: 'outbox-photo-broken' }));
    }
  }

  // Fields of a form, and back.
  function fieldsOf(form, submitter) {
    const fields = {};
    for (const [name, value] of new FormData(form, submitter)) {
      if (typeof value !== 'string') continue;
      fields[name] = name in fields ? [fields[name], value].flat() : value;
    }
    return fields;
  }

  function fill(form, fields) {
    for (const field of form.elements) {
      if (!(field.name in fields) || field.type === 'file') continue;
      const values = [fields[field.name]].flat();
      if (['radio', 'checkbox'].includes(field.type)) field.checked = values.includes(field.value);
      else [field.value] = values;
    }
  }

  // What a person sees as the value of a field: the words beside it, not what is sent.
  function shownValue(form, name, fields) {
    const field = form.elements[name];
    if (!field || field.type === 'hidden') return fields[name] ?? '';
    if (field.options) return field.selectedOptions[0]?.textContent.trim() ?? '';
    const chosen = [...form.querySelectorAll(`[name="${CSS.escape(name)}"]:checked`)];
    if (chosen.length) return chosen.map((one) => one.labels[0]?.textContent.trim() ?? one.value).join(', ');
    return field.value ?? '';
  }

  function readBack(form, id, fields) {
    const section = find('[data-read-back]');
    if (!section) return setState(id, 'waiting');
    Object.assign(form.dataset, { entry: id });
    const grave = form.dataset.emergency && form.querySelector(`input[value="${CSS.escape(form.dataset.emergency)}"]:checked`);
    section.querySelectorAll('[data-emergency-words]').forEach((place) => { place.hidden = !grave; });
    section.querySelectorAll('[data-shows]').forEach((place) => {
      place.textContent = shownValue(form, place.dataset.shows, fields);
    });
    form.hidden = true;
    section.hidden = false;
    section.querySelector('h1, h2')?.focus();
  }

  function closeReadBack(form) {
    find('[data-read-back]').hidden = true;
    form.hidden = false;
  }

  // An entry and its photos go together.
  async function setState(id, state) {
    const together = (await Outbox.entries()).filter((entry) => entry.id === id || entry.of === id);
    for (const entry of together.reverse()) {
      await Outbox.change(entry.id, (kept) => kept.state === 'draft' && Object.assign(kept, { state }), 'strict');
    }
  }

  // A photo of an entry that is written again names the new one.
  async function takeAlong(person, photo, of, state) {
    const said = await Outbox.said(person.key, photo);
    const sealed = await Outbox.sealSaid(person.key, photo.id, { ...said, fields: { ...said.fields, of } });
    return { ...photo, of, sealed, state: photo.state === 'needs' ? 'needs' : state };
  }

  async function keep(form, person, fields) {
    const kind = form.dataset.outbox;
    const all = await Outbox.entries();
    const old = all.find((entry) => entry.id === form.dataset.entry && !DONE.includes(entry.state));
    const before = old && await Outbox.said(person.key, old);
    const at = before?.at ?? Date.now();
    const id = old?.state === 'draft' ? old.id : Outbox.uuid();
    const state = kind === 'concern' ? 'draft' : 'waiting';
    if (kind === 'concern') fields.number = old?.state === 'draft' ? old.number : Outbox.number();
    const base = { staff: person.staff, state, page: location.pathname + location.search, saved: Date.now(), tries: 0, next: 0 };
    const said = { kind, at, language, fields };
    const entries = [{ ...base, id, kind, number: fields.number, sealed: await Outbox.sealSaid(person.key, id, said) }];
    for (const photo of all.filter((entry) => old && entry.of === old.id)) entries.push(await takeAlong(person, photo, id, state));
    for (const input of form.querySelectorAll('input[type=file]')) {
      for (const file of input.files) {
        const [photo, bytes] = [Outbox.uuid(), await file.arrayBuffer()];
        const sealed = await Outbox.sealSaid(person.key, photo, { kind: 'photo', at, language, fields: { of: id } });
        const raw = await Outbox.seal(person.key, `raw ${photo}`, bytes);
        entries.push({ ...base, id: photo, kind: 'photo', of: id, sealed, raw, page: null });
      }
    }
    await Outbox.save(entries, old && old.id !== id ? [old.id] : []);
    // Kept now: when the same form is kept again, its photo is not kept twice.
    form.querySelectorAll('input[type=file]').forEach((input) => { input.value = ''; });
    return id;
  }

  async function isRight(form, person, fields) {
    if (form.dataset.outbox !== 'confirmation' || !form.dataset.right) return true;
    const text = `${fields.revision} ${person.staff} ${fields.answer ?? ''}`;
    if (await Outbox.digest(Outbox.bytesOf(text)) === form.dataset.right) return true;
    const { looks } = form.elements;
    if (looks) looks.value = Number(looks.value) + 1;
    const again = find('[data-look-again]');
    again.hidden = false;
    again.tabIndex = -1;
    again.focus();
    return false;
  }

  function complain(form, sentence) {
    let place = form.querySelector('[data-not-kept]');
    if (!place) {
      place = document.createElement('p');
      Object.assign(place, { className: 'notice bad' }).setAttribute('role', 'alert');
      place.dataset.notKept = '';
      form.prepend(place);
    }
    place.textContent = sentence;
  }

  async function submit(form, submitter) {
    const fields = fieldsOf(form, submitter);
    let person = await Phone.person();
    if (!person && await Phone.reach()) person = await Phone.person();
    if (!person) {
      // A phone that knows nobody sends the form as any browser does, when it can.
      if (!navigator.onLine) return complain(form, words('outbox-no-key'));
      passing.add(form);
      return form.requestSubmit(submitter);
    }
    const { given, at } = latest.get(form) ?? {};
    if (given?.includes(JSON.stringify(fields)) && Date.now() - at < TWICE_MS) return;
    if (!await isRight(form, person, fields)) return;
    const first = !await Outbox.read('facts', 'asked');
    const id = await keep(form, person, fields);
    form.querySelector('[data-not-kept]')?.remove();
    watched.set(id, '');
    if (first) Outbox.write('facts', 'asked', true).then(() => navigator.storage?.persist?.());
    if (form.dataset.outbox === 'concern') readBack(form, id, fields);
    else {
      finished(form);
      latest.set(form, { given: [fields, fieldsOf(form)].map((one) => JSON.stringify(one)), at: Date.now() });
    }
    later();
    return form.dataset.outbox !== 'concern';
  }

  function finished(form) {
    delete form.dataset.entry;
    if (location.hash) history.replaceState(null, '', location.pathname + location.search);
    form.reset();
  }

  // What is slow comes after the words are safe.
  async function later() {
    await redraw();
    await shrinkAll();
    await kick(true);
  }

  document.addEventListener('submit', (event) => {
    const form = event.target;
    if (!form.dataset.outbox) return;
    if (passing.delete(form)) return;
    event.preventDefault();
    event.stopPropagation();
    if (form.dataset.busy) return;
    form.dataset.busy = 'yes';
    saving += 1;
    const failed = (error) => complain(form, words(error?.name === 'QuotaExceededError' ? 'outbox-full' : 'outbox-not-kept'));
    submit(form, event.submitter).catch(failed).then((waits) => {
      delete form.dataset.busy;
      return waits && askBrowser();
    }).finally(() => { saving -= 1; });
  }, true);

  document.addEventListener('click', async ({ target }) => {
    const pressed = target.closest?.('[data-read-back] [data-yes], [data-read-back] [data-no]');
    const form = pressed && find('form[data-outbox=concern]');
    if (!form?.dataset.entry) return;
    const id = form.dataset.entry;
    closeReadBack(form);
    if (pressed.matches('[data-no]')) return form.querySelector('textarea, input:not([type=hidden])')?.focus();
    finished(form);
    saving += 1;
    await setState(id, 'waiting').then(askBrowser).catch(() => complain(form, words('outbox-not-kept')));
    saving -= 1;
    await later();
  });

  // A way back to what was not finished, or needs to be mended.
  async function reopen() {
    const [, id] = /^#entry=([\w-]+)$/.exec(location.hash) ?? [];
    const [person, entry] = id ? [await Phone.person(), await Outbox.read('entries', id)] : [];
    const form = entry && find(`form[data-outbox="${entry.kind}"]`);
    if (!form || form.dataset.entry === id || entry.staff !== person?.staff || DONE.includes(entry.state)) return;
    const { fields } = await Outbox.said(person.key, entry);
    fill(form, fields);
    form.dataset.entry = id;
    if (entry.state === 'draft') return readBack(form, id, fields);
    // What is to be mended must be seen.
    form.querySelectorAll('details').forEach((details) => { details.open = true; });
    complain(form, [entry.says, ...Object.values(entry.problems ?? {})].filter(Boolean).join(' '));
    form.querySelector('textarea, input:not([type=hidden])')?.focus();
  }

  async function begin() {
    await Phone.phoneId();
    await Outbox.prune();
    await redraw();
    await reopen();
    // What waits needs nobody to be signed in: it does not wait for the office to say who is.
    const sent = kick(true);
    await Phone.reach();
    await reopen();
    await Phone.about();
    await sent;
    await shrinkAll();
    await kick(true);
  }

  Phone.finish = shrinkAll;
  Outbox.onchange = redraw;
  addEventListener('hashchange', reopen);
  addEventListener('online', () => { kick(true); Phone.reach(); });
  addEventListener('pageshow', (event) => event.persisted && kick(true));
  document.addEventListener('visibilitychange', () => document.hidden || kick(true));
  addEventListener('beforeunload', (event) => saving && event.preventDefault());
  begin().catch(() => say(words('outbox-broken')));
})();
