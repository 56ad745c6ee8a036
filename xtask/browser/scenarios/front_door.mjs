// What anyone sees first.

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { judge } from '../judge.mjs';
import { visitor } from '../visitor.mjs';

for (const language of ['en', 'es']) {
  test(`the front door opens (${language})`, async (t) => {
    const page = await visitor(t, { language });
    const answer = await page.goto('/');
    assert.equal(answer.status(), 200);
    assert.equal(await page.locator('html').getAttribute('lang'), language);
    await judge(page);
  });
}
