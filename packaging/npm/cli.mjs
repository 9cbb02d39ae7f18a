#!/usr/bin/env node
// The module of the page as a command: `dekom-lint [--format FORM] [--lang nb|nn|en] [--notes] [--password X] FILE...`
import { readFileSync, realpathSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const wasm = new WebAssembly.Module(readFileSync(new URL('dekom_lint.wasm', import.meta.url)));

/**
 * Checks reports: `files` are `{ name, bytes }`; `wanted` names formats, `pdf`, `follow-up` or `compare`.
 * Gives how it went with each file, and what was made with its bytes as `content`.
 */
export function check(files, { lang = 'nb', wanted = ['json'], ...options } = {}) {
  const imports = {};
  for (const { module, name } of WebAssembly.Module.imports(wasm)) {
    (imports[module] ??= {})[name] = name.startsWith('__wbg_now_') ? Date.now : () => { throw new Error(name); };
  }
  const { memory, reserve, work, length } = new WebAssembly.Instance(wasm, imports).exports;
  const named = files.map(({ name, bytes }) => ({ name, bytes: bytes.length }));
  const now = new Date();
  const today = [now.getFullYear(), now.getMonth() + 1, now.getDate()];
  const json = Buffer.from(JSON.stringify({ lang, wanted, today, files: named, ...options }));
  const head = Buffer.alloc(4);
  head.writeUInt32LE(json.length);
  const request = Buffer.concat([head, json, ...files.map(({ bytes }) => bytes)]);
  const place = reserve(request.length) >>> 0;
  new Uint8Array(memory.buffer).set(request, place);
  const start = work() >>> 0;
  const answer = Buffer.from(memory.buffer.slice(start, start + (length() >>> 0)));
  const told = JSON.parse(answer.subarray(4, 4 + answer.readUInt32LE(0)));
  if (told.error) throw new Error(told.error);
  let at = 4 + answer.readUInt32LE(0);
  for (const made of told.made) {
    made.content = answer.subarray(at, at + made.bytes);
    at += made.bytes;
  }
  return told;
}

function main() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      format: { type: 'string', default: 'full' },
      lang: { type: 'string', default: 'nb' },
      notes: { type: 'boolean', default: false },
      password: { type: 'string' },
    },
  });
  const { format, lang, notes, password } = values;
  if (positionals.length === 0) throw new Error('dekom-lint [--format FORM] [--lang nb|nn|en] [--notes] FILE...');
  const files = positionals.map((name) => ({ name, bytes: readFileSync(name) }));
  const { made, failed, files: told } = check(files, { lang, wanted: [format], notes, password });
  if (made.length === 0) throw new Error(`--format ${format}?`);
  process.stdout.write(made[0].content);
  const unread = told.filter(({ status }) => status === 'unreadable');
  for (const { name, error } of unread) console.error(`${name}: ${error}`);
  process.exitCode = unread.length ? 3 : Number(failed);
}

if (process.argv[1] && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  try {
    main();
  } catch (error) {
    console.error(error.message);
    process.exitCode = 2;
  }
}
