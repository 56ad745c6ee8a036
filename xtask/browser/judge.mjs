// Judges a page that is open: the accessibility rules of axe (WCAG 2.2 A and AA, and its best
// practices), and that nothing needs scrolling sideways (WCAG 1.4.10), in light and in dark, on a
// phone and on a desktop.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';

const WIDTHS = [360, 1280];
const SCHEMES = ['light', 'dark'];
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/**
 * Fails with every fault of the page as it stands; leaves it in the size that it had. A page whose
 * person has chosen its colours looks the same in every scheme: then one of `schemes` is enough.
 */
export async function judge(page, schemes = SCHEMES) {
  const before = page.viewportSize();
  const faults = [];
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: before.height });
    for (const scheme of schemes) {
      await page.emulateMedia({ colorScheme: scheme });
      // Between two schemes only the colours differ.
      const rules = scheme === schemes[0] ? { type: 'tag', values: RULES } : { type: 'rule', values: ['color-contrast'] };
      const found = [...await accessibilityFaults(page, rules), ...await reflowFaults(page)];
      const where = `${new URL(page.url()).pathname} (${width} ${scheme})`;
      faults.push(...found.map((fault) => `${where}: ${fault}`));
    }
  }
  await page.setViewportSize(before);
  await page.emulateMedia({ colorScheme: null });
  if (faults.length > 0) {
    assert.fail(`\n${faults.join('\n')}`);
  }
}

async function accessibilityFaults(page, rules) {
  if (!await page.evaluate(() => Boolean(globalThis.axe))) {
    // The browser's own door for tools: the page's content security policy does not apply to it.
    await page.evaluate(axe);
  }
  const violations = await page.evaluate(async (runOnly) => {
    const options = { runOnly, resultTypes: ['violations'] };
    return (await globalThis.axe.run(document, options)).violations;
  }, rules);
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map((node) => `${id}: ${node.target.join(' ')}: ${help}`));
}

async function reflowFaults(page) {
  const [needed, given] = await page.evaluate(() => {
    const root = document.documentElement;
    return [root.scrollWidth, root.clientWidth];
  });
  return needed > given ? [`reflow: html: needs ${needed} pixels and has ${given}`] : [];
}
