// The judges themselves: each must notice a fault that is planted for it.

import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';

import { htmlFaults } from '../html.mjs';
import { judge } from '../judge.mjs';
import { OUTPUT } from '../output.mjs';
import { expectFaults, faultsOf, visitor } from '../visitor.mjs';

const SOUND = '<!doctype html><html lang="en"><head><title>Sound</title></head>'
  + '<body><main><h1>Sound</h1><p>Nothing is wrong here.</p></main></body></html>';

/** A visitor's page that shows this HTML without asking the server. */
async function shown(t, html, { status = 200, headers = {} } = {}) {
  const page = await visitor(t);
  const answer = { status, headers, contentType: 'text/html', body: html };
  await page.route('**/planted', (route) => route.fulfill(answer));
  await page.goto('/planted');
  return page;
}

test('a sound page is not complained about', async (t) => {
  const page = await shown(t, SOUND);
  await judge(page);
  assert.deepEqual(faultsOf(page), []);
});

test('a low contrast that only the dark has is found, with rule and selector', async (t) => {
  const style = '<style>@media (prefers-color-scheme: dark) { p { color: #ccc } }</style>';
  const page = await shown(t, SOUND.replace('</head>', `${style}</head>`));
  await assert.rejects(judge(page), (error) => {
    assert.match(error.message, /\/planted \(360 dark\): color-contrast: p:/);
    assert.doesNotMatch(error.message, /light/);
    return true;
  });
});

test('a page that is too wide for a phone is found', async (t) => {
  const page = await shown(t, SOUND.replace('<p>', '<p style="width: 600px">'));
  await assert.rejects(judge(page), /360 light\): reflow: html: needs 6\d\d pixels and has 360/);
});

test('an error of a script is found', async (t) => {
  const page = await shown(t, SOUND.replace('</main>', '<script>nothing.here</script></main>'));
  expectFaults(page, /error in a script: nothing is not defined/);
});

test('what the content security policy stops is found', async (t) => {
  const headers = { 'content-security-policy': "default-src 'self'" };
  const page = await shown(t, SOUND.replace('</main>', '<script>1</script></main>'), { headers });
  await page.waitForFunction(() => document.readyState === 'complete');
  expectFaults(page, /content security policy/i);
});

test('a missing file is found, and a page that says 404 is no fault', async (t) => {
  const page = await shown(t, SOUND, { status: 404 });
  assert.deepEqual(faultsOf(page), []);
  await page.route('**/missing.png', (route) => route.fulfill({ status: 404, body: '' }));
  await page.evaluate(() => fetch('/missing.png'));
  expectFaults(page, /Failed to load resource/);
});

test('invalid HTML is found', async () => {
  const sound = join(OUTPUT, 'sound.html');
  const planted = join(OUTPUT, 'planted.html');
  await writeFile(sound, SOUND);
  await writeFile(planted, SOUND.replace('<h1>Sound</h1>', '<h1 id="a">Sound</h1><p id="a">Twice</p>'));
  const faults = await htmlFaults([sound, planted]);
  assert.deepEqual([...new Set(faults.map((fault) => fault.file))], [planted]);
  assert.match(faults[0].says, /Duplicate ID/);
});
