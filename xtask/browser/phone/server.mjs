// A stand-in for the server's side of the outbox: it opens every seal, keeps each entry once, and has the faults that a
// network and a server have. A fault is { on: 'out' | 'part' | 'page' | 'phone', times, skip, ... what goes wrong };
// its `gate` is a promise that the answer waits for.

import { createDecipheriv, createHash, createHmac } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';

import { PAGES, pageAt } from './pages.mjs';

const ASSETS = new URL('../../../crates/ground/src/web/assets/', import.meta.url);
const GUARD = readFileSync(new URL('../guard.rs', ASSETS), 'utf8');
const given = /CONTENT_SECURITY: &str = "([^;]+;[^"]*)"/.exec(GUARD)[1].replaceAll(/\\\s+/g, '');
const CONTENT_SECURITY = given.includes('worker-src') ? given : `${given}; worker-src 'self'`;
const NAMES = { omar: 'Omar', sam: 'Sam' };
const PINS = { omar: '1111', sam: '2222' };
const PICTURE = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');
const sha256 = (bytes) => createHash('sha256').update(bytes).digest('hex');
const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/** What the server knows and what goes wrong; tests read and write it. */
export const state = {};

export function reset() {
  Object.assign(state, {
    staff: 'omar', entries: new Map(), parts: new Map(), arrivals: [], faults: [], build: 'b1', generation: 1,
    ahead: 0, seen: [], closed: [], refuse: () => null, picturesSent: 0,
  });
}

function keyOf(phone, staff) {
  return createHmac('sha256', `secret ${state.generation}`).update(`${phone} ${staff}`).digest();
}

function unseal(request, place, body) {
  const key = keyOf(request.headers['rapport-phone'], request.headers['rapport-staff']);
  const opener = createDecipheriv('aes-256-gcm', key, body.subarray(0, 12));
  opener.setAAD(Buffer.from(place));
  opener.setAuthTag(body.subarray(-16));
  return Buffer.concat([opener.update(body.subarray(12, -16)), opener.final()]);
}

function assets() {
  const names = ['app.css', 'app.js', 'field.js', 'outbox.js', 'phone.js', 'pushed.js', 'worker.js', 'alerts.js', 'icon.svg'];
  const address = (name) => {
    const [stem, end] = name.split('.');
    return `/assets/${stem}.${sha256(`${state.build}${name}`).slice(0, 12)}.${end}`;
  };
  return Object.fromEntries(names.map((name) => [name, address(name)]));
}

function faultOf(on) {
  const fault = state.faults.find((one) => one.on === on);
  if (!fault) return null;
  if (fault.skip > 0) {
    fault.skip -= 1;
    return null;
  }
  fault.times = (fault.times ?? 1) - 1;
  if (fault.times <= 0) state.faults.splice(state.faults.indexOf(fault), 1);
  return fault;
}

function json(response, status, body, headers = {}) {
  response.writeHead(status, { 'content-type': 'application/json', 'cache-control': 'no-store', ...headers });
  response.end(body === null ? '' : JSON.stringify(body));
}

function takePart(request, response, [id, part], body) {
  let bytes;
  try { bytes = unseal(request, `part ${id} ${part}`, body); } catch { return json(response, 403, { says: 'not ours' }); }
  const parts = state.parts.get(id) ?? new Map();
  state.parts.set(id, parts.set(Number(part), bytes));
  response.writeHead(204).end();
}

function takePhoto(response, id, said, keep) {
  if (!state.entries.has(said.fields.of)) return json(response, 424, {});
  const parts = state.parts.get(id) ?? new Map();
  const all = Array.from({ length: Number(said.fields.parts) }, (_, part) => parts.get(part));
  const picture = all.every(Boolean) ? Buffer.concat(all) : null;
  if (!picture || sha256(picture) !== said.fields.sha256) return json(response, 409, { have: [...parts.keys()] });
  keep({ picture });
}

// An answer's status and words that a test asked for, or what the rules say.
function takeOut(request, response, id, body, after) {
  const staff = request.headers['rapport-staff'];
  let plain;
  try { plain = unseal(request, `out ${id}`, body); } catch { return json(response, 403, { says: 'The seal is not ours.' }); }
  const said = JSON.parse(plain);
  const there = state.entries.get(id);
  const answer = (entry, status) => json(response, status, {
    received_at: entry.received, number: entry.number ?? null, says: entry.says ?? null, path: null,
  });
  if (there) {
    if (there.digest !== sha256(plain)) return json(response, 422, { says: 'The id has other words.', problems: {} });
    return after ? after() : answer(there, 200);
  }
  const refusal = state.refuse(said);
  if (refusal?.status >= 400) return json(response, refusal.status, refusal.body);
  const keep = (more) => {
    const entry = {
      id, staff, said, received: Date.now() + state.ahead, digest: sha256(plain), number: said.fields.number, ...refusal?.body, ...more,
      clock: Number(request.headers['rapport-clock']),
    };
    state.entries.set(id, entry);
    if (after) return after();
    if (state.closed.includes(staff)) return json(response, 202, { says: 'Your supervisor has it.' });
    answer(entry, 201);
  };
  if (said.kind === 'photo') return takePhoto(response, id, said, keep);
  keep({});
}

function phone(response, body) {
  const { phone: id } = JSON.parse(body);
  if (!state.staff) return json(response, 200, { staff: null, now: Date.now() + state.ahead });
  const key = keyOf(id, state.staff).toString('base64url');
  json(response, 200, { staff: state.staff, name: NAMES[state.staff], key, now: Date.now() + state.ahead, pages: PAGES, organization: 'Harbour' });
}

function html(response, text, status = 200) {
  response.writeHead(status, {
    'content-type': 'text/html; charset=utf-8', 'content-security-policy': CONTENT_SECURITY, 'cache-control': 'no-store',
  });
  response.end(text);
}

const drawn = (path) => pageAt(path, { staff: state.staff, now: Date.now() + state.ahead, assets: assets(), note: state.note });

function get(response, path) {
  if (path === '/worker.js') {
    const shell = Object.entries(assets()).filter(([name]) => name !== 'worker.js').map(([, address]) => address);
    const head = `const BUILD = '${state.build}';\nconst SHELL = ${JSON.stringify(shell)};\n`;
    response.writeHead(200, { 'content-type': 'text/javascript', 'cache-control': 'no-cache', 'content-security-policy': CONTENT_SECURITY });
    return response.end(head + readFileSync(new URL('worker.js', ASSETS), 'utf8'));
  }
  const [name] = Object.entries(assets()).find(([, address]) => address === path) ?? [];
  if (name) {
    const types = { js: 'text/javascript', css: 'text/css', svg: 'image/svg+xml' };
    response.writeHead(200, { 'content-type': types[name.split('.')[1]], 'cache-control': 'public, max-age=31536000, immutable' });
    return response.end(readFileSync(new URL(name, ASSETS)));
  }
  if (path.startsWith('/orders/o1/pictures/')) {
    state.picturesSent += 1;
    response.writeHead(200, { 'content-type': 'image/png' });
    return response.end(PICTURE);
  }
  const page = drawn(path);
  if (page) return html(response, page);
  html(response, '<h1>Not found</h1>', 404);
}

function post(response, path, body) {
  const fields = new URLSearchParams(body.toString());
  if (path === '/field/phone') return phone(response, body);
  state.seen.push([path, fields]);
  if (path === '/sign-out') state.staff = null;
  if (path === '/field/switch') {
    if (PINS[fields.get('officer')] !== fields.get('pin')) return html(response, drawn(path), 422);
    state.staff = fields.get('officer');
  }
  response.writeHead(303, { location: path === '/sign-out' ? '/sign-in' : '/field' }).end();
}

async function handle(request, response) {
  const path = new URL(request.url, 'http://x').pathname;
  const chunks = [];
  for await (const chunk of request) chunks.push(chunk);
  const body = Buffer.concat(chunks);
  const part = /^\/field\/out\/([\w-]+)\/parts\/(\d+)$/.exec(path);
  const parts = /^\/field\/out\/([\w-]+)\/parts$/.exec(path);
  const out = /^\/field\/out\/([\w-]+)$/.exec(path);
  const kind = part ? 'part' : out ? 'out' : path === '/field/phone' ? 'phone' : path.startsWith('/assets/') ? '' : 'page';
  const fault = faultOf(kind);
  if (part || out) state.arrivals.push({ kind, id: (part ?? out)[1], part: part?.[2], fault: Boolean(fault), site: request.headers['sec-fetch-site'] });
  if (fault?.hang) return;
  if (fault?.slow) await sleep(fault.slow);
  await fault?.gate;
  if (fault?.cut) return request.socket.destroy();
  if (fault?.status) return fault.html ? html(response, fault.html, fault.status) : json(response, fault.status, fault.body ?? null, fault.headers);
  if (part) return takePart(request, response, part.slice(1), body);
  if (parts) return json(response, 200, { have: [...(state.parts.get(parts[1]) ?? new Map()).keys()] });
  if (out) return takeOut(request, response, out[1], body, fault?.cutAfter && (() => request.socket.destroy()));
  if (request.method === 'POST') return post(response, path, body);
  get(response, path);
}

let server = null;
let port = 0;

/** Begins to listen; again at the same address after `stop`. */
export async function start() {
  server = createServer((request, response) => handle(request, response).catch(() => response.destroy()));
  await new Promise((resolve) => server.listen(port, '127.0.0.1', resolve));
  ({ port } = server.address());
  return `http://127.0.0.1:${port}`;
}

/** Ends, with every connection. */
export async function stop() {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
}
