// Puts the page, its worker and the module into one file.
// Usage: node web/bundle.mjs MODULE.wasm dekom-lint.html
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

const [module, page] = process.argv.slice(2);
const here = (name) => readFileSync(new URL(name, import.meta.url), 'utf8');
const hash = (text) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

const script = here('page/page.js');
const style = here('page/style.css');
const worker = here('page/worker.js');
const words = JSON.stringify(JSON.parse(here('page/words.json')));
const [, version] = here('../Cargo.toml').match(/^version = "(.*)"/m);
// The page of findings stands in a frame, on which this page's policy is binding too.
const scripts = [script, here('../src/render/html/script.js')].map(hash).join(' ');
const styles = [style, here('../src/render/html/style.css')].map(hash).join(' ');
const policy = [
  "default-src 'none'",
  `script-src ${scripts} 'wasm-unsafe-eval'`,
  `style-src ${styles}`,
  'worker-src blob:',
  'img-src blob: data:',
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');
// The same bytes give the same page.
const packed = gzipSync(readFileSync(module), { level: 9 }).toString('base64');

// What the terms of others ask for goes with the page as with every other package.
const notices = ['../LICENSE-MIT', '../LICENSE-APACHE', '../THIRD-PARTY.md'].map(here).join('\n');
if (/<\/script|<!--/i.test(notices)) throw new Error('the notices end their element');

const parts = { POLICY: policy, STYLE: style, WORDS: words, WORKER: worker, MODULE: packed, SCRIPT: script, VERSION: version, NOTICES: notices };
const html = here('page/index.html').replace(/%([A-Z]+)%/g, (_, name) => parts[name]);
writeFileSync(page, html);
console.error(`${page}: ${(html.length / 1e6).toFixed(1)} MB`);
