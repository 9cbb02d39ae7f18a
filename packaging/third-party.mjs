// THIRD-PARTY.md: what of others is built into the packages, with the texts that their terms ask for.
// Usage: node packaging/third-party.mjs < cargo-metadata.json > THIRD-PARTY.md
import { readFileSync, readdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';

const { packages, resolve } = JSON.parse(readFileSync(0, 'utf8'));
const byId = new Map(packages.map((one) => [one.id, one]));
const nodes = new Map(resolve.nodes.map((node) => [node.id, node]));

// What is linked: not what only builds or tests.
const linked = new Set();
const follow = (id) => {
  if (linked.has(id)) return;
  linked.add(id);
  for (const { pkg, dep_kinds: kinds } of nodes.get(id).deps) {
    const isMacro = byId.get(pkg).targets.some(({ kind }) => kind.includes('proc-macro'));
    if (!isMacro && kinds.some(({ kind }) => kind === null)) follow(pkg);
  }
};
resolve.nodes.filter(({ id }) => byId.get(id).source === null).forEach(({ id }) => follow(id));

// Texts of the licence, in the crate or beside what is embedded in it.
const isText = (name) => /^(un)?licen[cs]e|^copying|^notice|^copyright|licen[cs]e[-_.]|^.*_licen[cs]e/i.test(name) && !/\.(rs|pfb|html)$/.test(name);
const texts = (folder) => readdirSync(folder).sort().flatMap((name) => {
  const path = join(folder, name);
  if (statSync(path).isDirectory()) return name === 'assets' ? texts(path) : [];
  return isText(name) ? [readFileSync(path, 'utf8').replace(/\r/g, '').replace(/[ \t]+$/gm, '').trim()] : [];
});

const crates = [...linked].map((id) => byId.get(id)).filter(({ source }) => source !== null)
  .sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : a.version < b.version ? -1 : 1));
const users = new Map();
for (const crate of crates) {
  for (const text of texts(dirname(crate.manifest_path))) {
    // The terms of Apache 2.0 stand once, in LICENSE-APACHE.
    const isApache = /Apache License\s+Version 2\.0/.test(text) && text.length > 8000;
    const key = isApache ? 'The Apache License, Version 2.0: see LICENSE-APACHE.' : text;
    users.set(key, [...new Set([...(users.get(key) ?? []), `${crate.name} ${crate.version}`])]);
  }
}
const out = [
  '# What of others is in dekom-lint',
  `Made by \`packaging/third-party.sh\` from the crates that are linked (${crates.length}) and the texts that they bring. Among them are the fonts of PDFium by Foxit (\`hayro-font\`) and the character maps by Adobe (\`hayro-cmap\`), with their own terms.`,
  '',
  '| crate | licence |',
  '|---|---|',
  ...crates.map(({ name, version, license }) => `| ${name} ${version} | ${license ?? 'see below'} |`),
  '',
];
for (const [text, names] of users) {
  out.push(`## ${names.join(', ')}`, '```', text.replaceAll('```', "'''"), '```', '');
}
process.stdout.write(out.join('\n'));
