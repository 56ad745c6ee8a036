// The sentences that the server's pages carry in <template data-words>: one JSON object of key to sentence.

import { readFileSync } from 'node:fs';

/** The sentences of one language, by key; a gap is written `{name}`. */
export function wordsOf(language) {
  const lines = readFileSync(new URL(`${language}.ftl`, import.meta.url), 'utf8').split('\n');
  const pairs = lines.map((line) => /^([a-z-]+) = (.*)$/.exec(line)).filter(Boolean);
  return Object.fromEntries(pairs.map(([, key, text]) => [key, text.replaceAll(/\{ \$(\w+) \}/g, '{$1}')]));
}
