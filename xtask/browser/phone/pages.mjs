// Pages as the server writes them for the officer's app: the markup that the scripts ask for, and no more.

import { createHash } from 'node:crypto';

import { wordsOf } from './words.mjs';

export const PAGES = [
  '/field', '/field/concern', '/field/interaction', '/field/about', '/field/switch', '/learning', '/practice', '/posts/p1/briefing',
];
export const REVISION = 'rev-7';
const words = JSON.stringify(wordsOf('en'));
const escape = (text) => String(text).replaceAll(/[&<>"]/g, (letter) => `&#${letter.charCodeAt(0)};`);

const BODIES = {
  '/field': () => `<h1>Home</h1><p><a href="/field/concern">Somebody told me something</a></p>
<section aria-label="Waiting"><ul data-outbox-list></ul></section>
<form method="post" action="/sign-out" data-sign-out><button>Sign out</button></form>`,

  '/field/concern': () => `<h1>Somebody told me something</h1>
<form method="post" action="/field/concern" data-outbox="concern" data-emergency="s1">
<p><label for="site">Site</label><select id="site" name="site"><option value="s1">Harbour Gate</option></select></p>
<fieldset><legend>Who</legend>
<label><input type="radio" name="who" value="c1" checked> Ms Lee</label>
<label><input type="radio" name="who" value="unsaid"> Would not say</label></fieldset>
<p><label for="words">What</label><textarea id="words" name="words" required></textarea></p>
<fieldset><legend>How urgent</legend>
<label><input type="radio" name="urgency" value="s3" checked> It can wait</label>
<label><input type="radio" name="urgency" value="s1"> Somebody is in danger</label></fieldset>
<p><label for="photo">Photo</label><input id="photo" name="photo" type="file" accept="image/*"></p>
<p><button>Read it back</button></p></form>
<section data-read-back hidden><div data-emergency-words hidden><p class="notice bad">Call 911 first.</p></div>
<h2 tabindex="-1">You said</h2><p class="big" data-shows="number"></p><blockquote data-shows="words"></blockquote>
<p><span data-shows="who"></span>, <span data-shows="site"></span></p><p>Is that right?</p>
<p><button type="button" data-yes>Yes</button> <button type="button" data-no>No</button></p></section>
<ul data-outbox-list></ul>`,

  '/field/interaction': () => `<h1>A talk</h1><form method="post" action="/interactions" data-outbox="interaction">
<p><label for="topic">Topic</label><textarea id="topic" name="topic"></textarea></p>
<p><label><input type="checkbox" name="tag" value="a"> A</label> <label><input type="checkbox" name="tag" value="b"> B</label></p>
<p><button>Note it</button></p></form><ul data-outbox-list></ul>`,

  '/field/about': () => `<h1>This phone</h1><dl data-about-phone><dt>Kept</dt><dd data-about="persisted"></dd>
<dt>Waiting</dt><dd data-about="waiting"></dd><dt>Build</dt><dd data-about="build"></dd><dt>Clock</dt><dd data-about="clock"></dd>
<dt>Answered</dt><dd data-about="answered"></dd></dl>`,

  '/field/switch': () => `<h1>Another officer</h1><form method="post" action="/field/switch" data-switch data-home="/field">
<p><label for="officer">Officer</label><select id="officer" name="officer"><option value="omar">Omar</option>
<option value="sam">Sam</option></select></p>
<p><label for="pin">PIN</label><input id="pin" name="pin" type="password" inputmode="numeric" autocomplete="off" required></p>
<p><button>Switch</button></p></form>`,

  '/learning': () => '<h1>Learning</h1>',
  '/practice': () => '<h1>Practice</h1>',

  '/posts/p1/briefing': ({ staff }) => `<h1>Orders</h1><p>Keep gate 3 shut after ten.</p>
<p><img src="/orders/o1/pictures/abc123" alt="Gate 3"></p><section data-look-again hidden><h2>Look again</h2></section>
<form method="post" action="/posts/p1/confirmations" data-outbox="confirmation" data-right="${rightAnswer(staff)}">
<input type="hidden" name="revision" value="${REVISION}"><input type="hidden" name="looks" value="0">
<label><input type="radio" name="answer" value="0"> Never</label> <label><input type="radio" name="answer" value="2"> At ten</label>
<p><button>Confirm</button></p></form><ul data-outbox-list></ul>`,

  '/field/offline': () => '<h1>No signal</h1><p>This page is not saved on this phone.</p><ul data-outbox-list></ul>',
};

function rightAnswer(staff) {
  return createHash('sha256').update(`${REVISION} ${staff} 2`).digest('hex');
}

/** The page at an address, or nothing. `assets` are the addresses of our files by name. */
export function pageAt(path, { staff, now, assets, note = '' }) {
  const isPublic = ['/sign-in', '/q/abc'].includes(path);
  const title = path === '/orders/o1/secrets' ? '<h1>Secrets</h1><p>Gate code 4711</p>' : `<h1>${isPublic ? 'Public' : 'None'}</h1>`;
  const body = BODIES[path]?.({ staff }) ?? (isPublic || path === '/orders/o1/secrets' ? title : null);
  if (body === null) return null;
  const scripts = isPublic ? [] : ['outbox.js', 'phone.js', 'field.js', 'app.js'];
  const mine = staff && !isPublic && path !== '/field/offline';
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>Rapport</title>
<meta name="now" content="${new Date(now).toISOString()}">
${mine ? `<meta name="staff" content="${staff}">\n` : ''}<link rel="stylesheet" href="${assets['app.css']}">
<link rel="icon" href="data:,">
${scripts.map((name) => `<script src="${assets[name]}" defer></script>`).join('\n')}
</head>
<body class="field">
<header class="bar"><strong>Harbour</strong> <span class="badge" data-outbox-count hidden></span></header>
<main id="main" tabindex="-1"><p id="news" role="status"></p>
${body}<p class="owner">${escape(mine ? staff : '')}</p><p class="note">${escape(note)}</p><p data-switch-again hidden>Switch again</p></main>
<template id="sentences" data-day="d" data-hour="h" data-minute="min" data-second="s"></template>
<template data-words>${isPublic ? '{}' : words.replaceAll('<', '\\u003c')}</template>
</body>
</html>`;
}
