/* The one script of Rapport, served as it stands. Every page works without it; it only saves steps.

   <meta name="now" content="RFC3339">      the server's time when it wrote the page
   <meta name="draft-done" content="KEY">   the words kept under KEY have arrived ("*" on /sign-in: forget all)
   <p id="news" role="status">              the one place where things are announced
   <template id="sentences" data-due="due in {time}" data-late="late {time}" data-became-late="{name} is now late"
     data-day="d" data-hour="h" data-minute="min" data-second="s" data-restored="..." data-copied="..."
     data-left="{n} characters left" data-over="{n} characters too many">   without a word the server's text stays
   [hidden] on data-copy, data-print and data-script is taken away here, so that nobody meets a dead button.
   [data-focus] is focused on load: the summary of what is wrong.

   Clocks  <span class="badge rest" data-clock="NAME"><time data-due datetime="RFC3339" data-soon-seconds="1800">
           The class (late, soon, rest) and the words of <time> are kept right: two units at most, rounded down,
           zeros left out; seconds only under ten minutes, never with <html data-seconds="off"> or reduced motion.
   Live    <ul|tbody data-live="URL" data-live-empty="ID of what shows when no row is left">
             <li|tr id data-rank="text, ascending"> ... <x data-live-part="NAME"> ...
           Events: row (one row's HTML), gone (a row's id), say (a sentence; lateness is the clock's to say). URL
           names the moment of the page; opened again, it gets last-event-id=ID if an event had an id.
   Drafts  <form data-draft="KEY">: KEY names the person and the thing. Text only, never secrets or files.
   Keys    [data-keys] around rows (li, tr), each with a[data-main]. [data-key="t"] in the row is pressed by t.
           #keys is a dialog or details. <html data-keys="off"> switches them off.
   Other   <input type="checkbox" data-all="NAME">  [data-count="ID of field"][data-max]  [data-copy="TEXT"]  [data-print] */
(function () {
  'use strict';

  const root = document.documentElement;
  const news = document.getElementById('news');
  const words = document.getElementById('sentences')?.dataset ?? {};
  const each = (selector, act) => document.querySelectorAll(selector).forEach(act);
  const fill = (sentence, name, value) => sentence.replace(`{${name}}`, () => value);

  function say(sentence) {
    if (sentence && news) news.textContent = sentence;
  }

  // Clocks. The page tells the server's time, because the clock of a phone may be wrong; a saved copy tells an old one.
  const written = Date.parse(document.querySelector('meta[name=now]')?.content);
  const ahead = written && !document.querySelector('meta[name=saved]') ? Date.now() - written : 0;
  const calm = root.dataset.seconds === 'off' || matchMedia('(prefers-reduced-motion: reduce)').matches;

  function duration(seconds) {
    const sizes = { day: 86400, hour: 3600, minute: 60 };
    if (seconds < 600 && !calm) sizes.second = 1;
    const parts = [];
    let unit;
    for (unit in sizes) {
      const count = Math.floor(seconds / sizes[unit]);
      if (count) parts.push(`${count} ${words[unit]}`);
      seconds %= sizes[unit];
    }
    return parts.slice(0, 2).join(' ') || `0 ${words[unit]}`;
  }

  function showClock(time, now) {
    const left = Math.floor((Date.parse(time.dateTime) - now) / 1000);
    const state = left < 0 ? 'late' : left < time.dataset.soonSeconds ? 'soon' : 'rest';
    const sentence = left < 0 ? words.late : words.due;
    const text = sentence && fill(sentence, 'time', duration(Math.abs(left)));
    if (text && text !== time.textContent) time.textContent = text;
    const badge = time.closest('[data-clock]');
    if (!badge || badge.classList.contains(state)) return null;
    badge.classList.remove('late', 'soon', 'rest');
    badge.classList.add(state);
    return state === 'late' ? badge : null;
  }

  // A row that the server sends again is not late anew.
  const knownLate = new Set();

  function showClocks(quietly) {
    const now = Date.now() - ahead;
    const late = [];
    each('time[data-due]', (time) => {
      const badge = showClock(time, now);
      const clock = badge && `${badge.dataset.clock} ${time.dateTime}`;
      if (!clock || knownLate.has(clock)) return;
      knownLate.add(clock);
      if (words.becameLate) late.push(fill(words.becameLate, 'name', badge.dataset.clock));
    });
    if (!quietly) say(late.join(' '));
  }

  function tick() {
    if (!document.hidden) showClocks();
    setTimeout(tick, 1000 - ((Date.now() - ahead) % 1000));
  }

  // Live lists. The server sends one row at a time. A row in which someone works is left alone until they leave it.
  function liveList(list) {
    const waiting = new Map();
    const rows = () => [...list.children];
    const rowOf = (id) => rows().find((row) => row.id === id);
    let source = null;
    let lastId = '';

    function inUse(row) {
      if (row.contains(document.activeElement) || row.querySelector('details[open], [type=checkbox]:checked')) return true;
      return [...row.querySelectorAll('input, textarea')].some((field) => field.value !== field.defaultValue);
    }

    // Safari does not hold the reader's place when something changes above it, so this does, in every browser.
    function holdingPlace(id, change) {
      const scrolled = list.getBoundingClientRect().top < 0;
      const anchor = scrolled && rows().find((row) => row.id !== id && row.getBoundingClientRect().bottom > 0);
      const before = anchor && anchor.getBoundingClientRect().top;
      change();
      if (anchor) scrollBy(0, anchor.getBoundingClientRect().top - before);
      document.getElementById(list.dataset.liveEmpty)?.toggleAttribute('hidden', list.children.length > 0);
    }

    function place(row) {
      const next = rows().find((other) => other !== row && other.dataset.rank > row.dataset.rank);
      list.insertBefore(row, next ?? null);
    }

    function updateParts(row, fresh) {
      for (const part of row.querySelectorAll('[data-live-part]')) {
        const other = fresh.querySelector(`[data-live-part="${part.dataset.livePart}"]`);
        if (other && !part.contains(document.activeElement)) part.replaceWith(other.cloneNode(true));
      }
    }

    // Without a fresh row, the row is gone.
    function update(id, fresh) {
      const row = rowOf(id);
      if (!row && !fresh) return;
      if (row && inUse(row)) {
        waiting.set(id, fresh);
        row.toggleAttribute('data-gone', !fresh);
        if (fresh) updateParts(row, fresh);
      } else {
        waiting.delete(id);
        holdingPlace(id, () => {
          row?.remove();
          if (fresh) place(fresh);
        });
      }
      showClocks();
    }

    function open() {
      close();
      const url = new URL(list.dataset.live, location.href);
      if (lastId) url.searchParams.set('last-event-id', lastId);
      const opened = source = new EventSource(url);
      const on = (kind, act) => opened.addEventListener(kind, (event) => {
        lastId = event.lastEventId || lastId;
        act(event.data);
      });
      on('row', (html) => {
        const template = document.createElement('template');
        template.innerHTML = html;
        const fresh = template.content.firstElementChild;
        update(fresh.id, fresh);
      });
      on('gone', (id) => update(id, null));
      on('say', say);
      // The browser tries again by itself, except after an error page, such as a proxy's while the server restarts.
      opened.onerror = () => {
        if (opened.readyState === EventSource.CLOSED) setTimeout(() => source === opened && open(), 30000);
      };
    }

    function close() {
      source?.close();
      source = null;
    }

    root.style.overflowAnchor = 'none';
    for (const kind of ['focusout', 'change', 'toggle']) {
      document.addEventListener(kind, () => setTimeout(() => waiting.forEach((fresh, id) => update(id, fresh))), true);
    }
    document.addEventListener('visibilitychange', () => (document.hidden ? close() : open()));
    addEventListener('pagehide', close);
    addEventListener('pageshow', (event) => event.persisted && open());
    if (!document.hidden) open();
  }

  if (document.querySelector('[data-due], [data-live]')) {
    showClocks(true);
    tick();
    document.addEventListener('visibilitychange', () => document.hidden || showClocks());
  }
  each('[data-live]', liveList);

  // Drafts. What was typed stays on this device until the server says that it has arrived.
  // A browser may forbid the store or have it full; then the form works as if it had no draft.
  function store(act) {
    try { return act(localStorage); } catch { return null; }
  }

  function typed(form) {
    const kinds = ['textarea', 'text', 'search', 'email', 'tel', 'url', 'number', 'date', 'time', 'datetime-local'];
    return [...form.elements].filter((field) => field.name && kinds.includes(field.type));
  }

  function draft(form) {
    const key = `draft:${form.dataset.draft}`;
    const kept = store((storage) => JSON.parse(storage.getItem(key))) ?? {};
    for (const field of typed(form)) {
      if (field.value || !kept[field.name]) continue;
      field.value = kept[field.name];
      say(words.restored);
    }
    form.addEventListener('input', () => store((storage) => {
      const pairs = typed(form).map((field) => [field.name, field.value]).filter(([, value]) => value);
      if (pairs.length) storage.setItem(key, JSON.stringify(Object.fromEntries(pairs)));
      else storage.removeItem(key);
    }));
  }

  // Any link can say that all is to be forgotten; it is believed only where signing out leads.
  each('meta[name=draft-done]', ({ content }) => store((storage) => {
    const all = content === '*' && location.pathname === '/sign-in';
    for (const key of Object.keys(storage)) {
      if (key === `draft:${content}` || (all && key.startsWith('draft:'))) storage.removeItem(key);
    }
  }));
  each('[data-draft]', draft);

  // A second press within five seconds sends nothing. The button is not disabled, so its name and value are sent.
  const sent = new Set();

  function markSent(form, busy) {
    sent[busy ? 'add' : 'delete'](form);
    for (const field of form.elements) {
      if (field.type !== 'submit') continue;
      if (busy) field.setAttribute('aria-disabled', 'true');
      else field.removeAttribute('aria-disabled');
    }
  }

  document.addEventListener('submit', (event) => {
    const form = event.target;
    if (sent.has(form)) {
      event.preventDefault();
    } else {
      markSent(form, true);
      setTimeout(markSent, 5000, form, false);
    }
  });
  addEventListener('pageshow', () => sent.forEach((form) => markSent(form, false)));

  // Keys for a list. They rest while someone types, and each person can switch them off.
  function keys(list) {
    function currentRow() {
      const row = document.activeElement.closest('tr, li');
      return list.contains(row) ? row : null;
    }

    function move(step) {
      const links = [...list.querySelectorAll('[data-main]')];
      const row = currentRow();
      const at = links.findIndex((link) => row?.contains(link));
      links[at < 0 && step < 0 ? links.length - 1 : at + step]?.focus();
    }

    function toggleHelp(help) {
      if (!help.showModal) help.open = !help.open;
      else if (help.open) help.close();
      else help.showModal();
      if (help.open) help.querySelector('summary')?.focus();
    }

    // True when the key meant something.
    function press(key) {
      const help = document.getElementById('keys');
      if (key === '?' && help) toggleHelp(help);
      else if (document.querySelector('dialog[open]')) return false;
      else if (key === 'j') move(1);
      else if (key === 'k') move(-1);
      else {
        const target = key === '/' ? document.querySelector('[type=search]')
          : /^[a-z]$/.test(key) && currentRow()?.querySelector(`[data-key=${key}]`);
        if (!target) return false;
        if (key === '/') target.focus();
        else target.click();
      }
      return true;
    }

    document.addEventListener('keydown', (event) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
      if (event.target.closest('input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable]')) return;
      if (event.repeat && !'jk'.includes(event.key)) return;
      if (press(event.key)) event.preventDefault();
    });
  }
  if (root.dataset.keys !== 'off') each('body [data-keys]', keys);

  // Choose all. The box shows a dash while only some are chosen.
  document.addEventListener('change', ({ target }) => {
    each('[data-all]', (all) => {
      const boxes = [...document.getElementsByName(all.dataset.all)];
      if (target === all) for (const box of boxes) box.checked = all.checked;
      const chosen = boxes.filter((box) => box.checked).length;
      all.checked = chosen > 0 && chosen === boxes.length;
      all.indeterminate = chosen > 0 && !all.checked;
    });
  });

  // Characters left: seen at once, announced only near the end and after a second of rest.
  function count(element) {
    const field = document.getElementById(element.dataset.count);
    let rest;
    function show() {
      const left = element.dataset.max - field.value.length;
      const sentence = left < 0 ? words.over : words.left;
      if (sentence) element.textContent = fill(sentence, 'n', Math.abs(left).toLocaleString(root.lang));
      clearTimeout(rest);
      if (left < element.dataset.max / 10) rest = setTimeout(() => say(element.textContent), 1000);
    }
    field.addEventListener('input', show);
    if (field.value) show();
  }
  each('[data-count]', count);

  each('[data-script]', (element) => { element.hidden = false; });
  each('[data-print]', (button) => {
    button.hidden = false;
    button.addEventListener('click', () => print());
  });
  if (navigator.clipboard) each('[data-copy]', (button) => {
    button.hidden = false;
    button.addEventListener('click', () => navigator.clipboard.writeText(button.dataset.copy).then(() => say(words.copied)));
  });
  document.querySelector('[data-focus]')?.focus();
})();
