// Whether a page that should be Spanish is: no English word in what is ours, and no key of a
// sentence where its words should be.

import assert from 'node:assert/strict';
import { readFile, readdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

const CRATES = fileURLToPath(new URL('../../crates', import.meta.url));
// Words that no English paragraph goes without, and that are no Spanish words.
const ENGLISH = /\b(the|and|of|you|your|with|this|is|was|for|not|what|have|from)\b/gi;

const keys = await everyKey();

/** Fails when a page names another language, or shows words of one, or the key of a sentence. */
export async function speaks(page, language) {
  assert.equal(await page.locator('html').getAttribute('lang'), language);
  const text = await ours(page);
  const where = new URL(page.url()).pathname;
  const raw = text.split(/[^a-z0-9-]+/).filter((word) => keys.has(word));
  assert.deepEqual(raw, [], `${where} shows keys`);
  if (language === 'es') {
    assert.deepEqual(text.match(ENGLISH) ?? [], [], `${where} speaks English:\n${text}`);
  }
}

/** What the page says itself: without what people wrote, and without what names its language. */
function ours(page) {
  return page.evaluate(() => {
    const copy = document.body.cloneNode(true);
    copy.querySelectorAll('bdi, [lang], option, textarea, template, a[href^="http"]').forEach((part) => part.remove());
    return copy.textContent.replaceAll(/\s+/g, ' ');
  });
}

async function everyKey() {
  const all = new Set();
  for (const crate of await readdir(CRATES)) {
    const text = await readFile(`${CRATES}/${crate}/words/en.ftl`, 'utf8').catch(() => '');
    // A key of one word could be a word of a sentence.
    for (const [, key] of text.matchAll(/^([a-z0-9]+-[a-z0-9-]+) =/gm)) {
      all.add(key);
    }
  }
  return all;
}
