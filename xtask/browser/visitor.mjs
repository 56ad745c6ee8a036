// A person at a browser. Whatever the browser complains about while they look around (an error of
// a script, something that the content security policy stopped, a file that is missing) fails
// their test.

import assert from 'node:assert/strict';
import { chromium } from 'playwright-core';

import { keepHtml } from './html.mjs';
import { OUTPUT } from './output.mjs';
import { address } from './server.mjs';

const LANGUAGES = { en: 'en-US', es: 'es-MX' };

// What a page does after a press is there long before, also on a busy machine.
const WAIT_SECONDS = 15;

let browser;
let visitors = 0;
const faultsByPage = new WeakMap();

/** Starts the browser that all visitors share. */
export async function openBrowser() {
  const quiet = ['--disable-gpu', '--disable-quic', '--no-first-run',
    '--disable-background-networking', '--disable-component-update', '--disable-sync'];
  // Chromium's sandbox refuses to run as root, as it does in a container.
  const sandbox = process.getuid() === 0 ? ['--no-sandbox'] : [];
  const executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium';
  browser = await chromium.launch({ executablePath, args: [...quiet, ...sandbox] });
}

/** Closes the browser and all that is open in it. */
export async function closeBrowser() {
  await browser?.close();
}

/**
 * A page of a new visitor, who shares no cookie with any other. It is closed when the test `t`
 * ends, and the test fails if the browser complained. `width` is in CSS pixels, `scheme` is
 * `light` or `dark`, `language` is `en` or `es`, `script` is whether scripts run. A phone is 360
 * wide.
 */
export async function visitor(t, { width = 360, scheme = 'light', language = 'en', script = true } = {}) {
  visitors += 1;
  const context = await browser.newContext({
    baseURL: address,
    viewport: { width, height: width < 768 ? 740 : 800 },
    colorScheme: scheme,
    locale: LANGUAGES[language],
    javaScriptEnabled: script,
    // From the block for documentation of RFC 3849: nobody's.
    extraHTTPHeaders: { 'x-forwarded-for': `2001:db8:${visitors.toString(16)}::1` },
    // A colour in the middle of a transition is nobody's choice.
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  page.setDefaultTimeout(WAIT_SECONDS * 1000);
  await watch(page);
  t.after(async () => {
    const name = t.name.replaceAll(/[^a-z0-9]+/gi, '-');
    await page.screenshot({ path: `${OUTPUT}/${name}.png`, fullPage: true });
    await context.close();
    assert.deepEqual(faultsOf(page), [], 'The browser complained.');
  });
  return page;
}

/** What the browser has complained about on this page so far, and nobody has expected. */
export function faultsOf(page) {
  const { faults, refusals } = faultsByPage.get(page);
  // A page that answers with 404 or 422 on purpose is no fault; the browser speaks of it as of a
  // missing file, and sometimes before it tells us of the answer.
  return faults.filter((fault) => !refusals.has(fault.about)).map((fault) => fault.says);
}

/** Takes back complaints that a scenario provokes, such as those of a lost connection. */
export function expectFaults(page, pattern) {
  const entry = faultsByPage.get(page);
  assert.match(faultsOf(page).join('\n'), pattern);
  entry.faults = entry.faults.filter((fault) => !pattern.test(fault.says));
}

async function watch(page) {
  const entry = { faults: [], refusals: new Set() };
  faultsByPage.set(page, entry);
  const note = (says, about) => entry.faults.push({ says: `${new URL(page.url()).pathname}: ${says}`, about });
  page.on('pageerror', (error) => note(`error in a script: ${error.message}`));
  page.on('console', (message) => {
    if (message.type() === 'error') {
      const missing = message.text().startsWith('Failed to load resource');
      note(message.text(), missing ? message.location().url : undefined);
    }
  });
  page.on('response', (response) => {
    if (response.request().isNavigationRequest() && response.status() >= 400 && response.status() < 500) {
      entry.refusals.add(response.url());
    }
    keepHtml(response);
  });
  await page.exposeFunction('reportStopped', (what) => note(`stopped by the content security policy: ${what}`));
  await page.addInitScript(() => {
    addEventListener('securitypolicyviolation', (event) => {
      globalThis.reportStopped(`${event.effectiveDirective} ${event.blockedURI}`);
    });
  });
}
