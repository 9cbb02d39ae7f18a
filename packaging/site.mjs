// The site: the documents as plain pages, with the page for the browser on it. A link that leads nowhere
// fails it. Usage: node packaging/site.mjs FOLDER dekom-lint.html
import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, normalize, relative } from 'node:path';
import { Marked } from 'marked';
import { getHeadingList, gfmHeadingId } from 'marked-gfm-heading-id';

const [folder, page] = process.argv.slice(2);
const sources = ['README.md', 'ARCHITECTURE.md', 'CHANGELOG.md', 'CONTRIBUTING.md', 'SECURITY.md', 'THIRD-PARTY.md',
  'docs', 'rules', 'packaging/README.md', 'fixtures', 'fuzz/README.md'];
const documents = sources
  .flatMap((path) => (statSync(path).isDirectory() ? readdirSync(path, { recursive: true }).map((name) => join(path, name)) : [path]))
  .filter((path) => path.endsWith('.md'));
const target = (path) => (path === 'README.md' ? 'index.html' : path.replace(/\.md$/, '.html').replace(/README\.html$/, 'index.html'));
const style = `body{max-width:50rem;margin:0 auto;padding:1rem;font:1rem/1.55 system-ui,sans-serif;color:#1b1f23;background:#fff}
pre,code{background:#f1f3f5}pre{padding:.75rem;overflow:auto}img{max-width:100%;border:1px solid #6b7680}
table{border-collapse:collapse;display:block;overflow:auto}td,th{border:1px solid #b8c0c8;padding:.25rem .5rem;text-align:left}a{color:#0b5394}
@media(prefers-color-scheme:dark){body{color:#e8eaed;background:#16191c}pre,code{background:#23282d}a{color:#8ec5ff}}`;

rmSync(folder, { recursive: true, force: true });
const anchors = new Map();
const links = [];
for (const path of documents) {
  const to = target(path);
  const walkTokens = (token) => {
    if ((token.type !== 'link' && token.type !== 'image') || /^[a-z]+:/.test(token.href)) return;
    const [file, anchor] = token.href.split('#');
    const from = file ? normalize(join(dirname(path), decodeURI(file))) : path;
    links.push({ path, from, anchor });
    const other = documents.includes(from) ? target(from) : from;
    token.href = (file ? relative(dirname(to), other) : '') + (anchor ? `#${anchor}` : '');
  };
  const text = readFileSync(path, 'utf8');
  const body = new Marked(gfmHeadingId(), { walkTokens }).parse(text);
  anchors.set(path, new Set(getHeadingList().map(({ id }) => id)));
  const title = (text.match(/^# (.*)$/m)?.[1] ?? 'dekom-lint').replace(/[<&]/g, '');
  const up = (name) => relative(dirname(to), name);
  // The README speaks Norwegian first, and so do the pages of the rules.
  const lang = path === 'README.md' || path.startsWith('rules/pages') ? 'nb' : 'en';
  mkdirSync(join(folder, dirname(to)), { recursive: true });
  writeFileSync(join(folder, to), `<!doctype html>
<html lang="${lang}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark">
<title>${title}</title><style>${style}</style></head>
<body><nav><a href="${up('index.html')}">dekom-lint</a> · <a href="${up('dekom-lint.html')}">Kontroller en rapport</a></nav><main>
${body}</main></body></html>
`);
}
cpSync(page, join(folder, 'dekom-lint.html'));

// A link leads to a page and its heading, or to a file, which goes with the site.
const isFile = (path) => existsSync(path) && statSync(path).isFile();
const leads = ({ from, anchor }) => (anchors.has(from) ? !anchor || anchors.get(from).has(anchor) : isFile(from));
for (const { from } of links.filter(leads)) {
  if (!anchors.has(from)) cpSync(from, join(folder, from));
}
const broken = links.filter((link) => !leads(link));
for (const { path, from, anchor } of broken) console.error(`${path}: ${from}${anchor ? `#${anchor}` : ''} is not there`);
console.error(`${folder}: ${documents.length} pages, ${links.length} links, ${broken.length} broken`);
process.exitCode = Number(broken.length > 0);
