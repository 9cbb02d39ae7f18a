#!/usr/bin/env node
// The module of the page as a command: see README.md.
import { readFileSync, realpathSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const wasm = new WebAssembly.Module(readFileSync(new URL('dekom_lint.wasm', import.meta.url)));

/**
 * Checks reports: `files` are `{ name, bytes }`; `wanted` names formats, `pdf`, `follow-up` or `compare`.
 * Gives how it went with each file, and what was made with its bytes as `content`.
 */
export function check(files, { lang = 'nb', wanted = ['json'], ...options } = {}) {
  const named = files.map(({ name, bytes }) => ({ name, bytes: bytes.length }));
  const now = new Date();
  const today = [now.getFullYear(), now.getMonth() + 1, now.getDate()];
  const request = { lang, wanted, today, files: named, ...options };
  let told;
  try {
    told = work(request, files);
  } catch (error) {
    told = { panicked: true, why: error.message };
  }
  // What the files did to the module ended with it. It words that itself, as the program would.
  if (told.panicked) told = work({ ...request, failed: told.why ? { Ended: told.why } : 'Panic' }, files);
  if (told.error) throw new Error(told.error);
  return told;
}

/** One request, one instance. */
function work(request, files) {
  const imports = {};
  for (const { module, name } of WebAssembly.Module.imports(wasm)) {
    (imports[module] ??= {})[name] = name.startsWith('__wbg_now_') ? Date.now : () => { throw new Error(name); };
  }
  const { memory, reserve, work: run, length } = new WebAssembly.Instance(wasm, imports).exports;
  const json = Buffer.from(JSON.stringify(request));
  const head = Buffer.alloc(4);
  head.writeUInt32LE(json.length);
  const bytes = Buffer.concat([head, json, ...files.map((file) => file.bytes)]);
  const place = reserve(bytes.length) >>> 0;
  new Uint8Array(memory.buffer).set(bytes, place);
  const start = run() >>> 0;
  const answer = Buffer.from(memory.buffer.slice(start, start + (length() >>> 0)));
  let at = 4 + answer.readUInt32LE(0);
  const told = JSON.parse(answer.subarray(4, at));
  for (const made of told.made) {
    made.content = answer.subarray(at, at + made.bytes);
    at += made.bytes;
  }
  return told;
}

const USAGE = 'dekom-lint [--format FORM] [--lang nb|nn|en] [--notes] [--password X] [--no-redact] FILE...';

/** Gives the exit code. */
function main() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      format: { type: 'string', default: 'full' },
      lang: { type: 'string', default: 'nb' },
      notes: { type: 'boolean', default: false },
      'no-redact': { type: 'boolean', default: false },
      password: { type: 'string' },
    },
  });
  const { format, lang, notes, password } = values;
  if (positionals.length === 0) throw new Error(USAGE);
  if (process.env.CI && !values['no-redact']) throw new Error('CI is set, and names would stand in its log: --no-redact says that this is meant.');
  const files = [];
  let unread = 0;
  for (const name of positionals) {
    try {
      files.push({ name, bytes: readFileSync(name) });
    } catch (error) {
      console.error(error.message);
      unread += 1;
    }
  }
  if (files.length === 0) return 3;
  const { made, failed, files: told } = check(files, { lang, wanted: [format], notes, password });
  if (made.length === 0) throw new Error(`--format ${format}?`);
  process.stdout.write(made[0].content);
  for (const { name, error } of told.filter(({ status }) => status === 'unreadable')) {
    console.error(`${name}: ${error}`);
    unread += 1;
  }
  return unread ? 3 : Number(failed);
}

if (process.argv[1] && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  try {
    process.exitCode = main();
  } catch (error) {
    console.error(error.message);
    process.exitCode = 2;
  }
}
