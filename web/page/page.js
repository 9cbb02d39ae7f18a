// What the user does → requests to the module, and what comes of them. The page loads and sends nothing.
'use strict';
const $ = (id) => document.getElementById(id);
const WORDS = JSON.parse($('words').textContent);
let words = WORDS.nb;

// What was given: reports with what was found, and the user's own files.
let reports = [];
let current = null;
const own = { rules: [], config: null, baseline: null };
let tables = [];

function say(name, ...values) {
  return words[name].replace(/\{(\d)\}/g, (_, index) => values[index]);
}

// ---- The module -----------------------------------------------------------------------------------

const compiled = (async () => {
  const text = atob($('module').textContent);
  const packed = Uint8Array.from(text, (letter) => letter.charCodeAt(0));
  const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream('gzip'));
  return WebAssembly.compile(await new Response(stream).arrayBuffer());
})();
const workerUrl = URL.createObjectURL(new Blob([$('worker').textContent], { type: 'text/javascript' }));

// Seconds that a file may take, as the program counts them, or as many as `#deadline=` after the page's
// address says. By the clock it is three times as many and five more.
const asked = Number(new URLSearchParams(location.hash.slice(1)).get('deadline'));
const seconds = (bytes) => asked || 5 + 2 * Math.floor(bytes / 2 ** 20);

function today() {
  const now = new Date();
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()];
}

async function work(header, files) {
  const sizes = (list) => list.map(({ name, bytes }) => ({ name, bytes: bytes.byteLength }));
  const parts = [...files, ...tables];
  const json = new TextEncoder().encode(JSON.stringify({
    ...header,
    lang: $('lang').value,
    notes: $('notes').checked,
    ...own,
    today: today(),
    files: sizes(files),
    tables: sizes(tables),
  }));
  const all = parts.reduce((sum, { bytes }) => sum + bytes.byteLength, 0);
  const request = new Uint8Array(4 + json.length + all);
  new DataView(request.buffer).setUint32(0, json.length, true);
  request.set(json, 4);
  let at = 4 + json.length;
  for (const { bytes } of parts) {
    request.set(new Uint8Array(bytes), at);
    at += bytes.byteLength;
  }
  const module = await compiled;
  const allowed = seconds(all);
  const done = await new Promise((resolve) => {
    const worker = new Worker(workerUrl);
    const end = (result) => {
      clearTimeout(timer);
      worker.terminate();
      resolve(result);
    };
    const late = () => end({ failed: { Deadline: { seconds: allowed } } });
    const timer = setTimeout(late, 3000 * allowed + 5000);
    worker.onmessage = ({ data }) => end(data);
    worker.onerror = (event) => {
      event.preventDefault();
      end({ failed: 'Depth' });
    };
    worker.postMessage({ module, request: request.buffer }, [request.buffer]);
  });
  if (done.failed) {
    // The module words it, as the program would.
    if (header.failed) throw new Error(JSON.stringify(done.failed));
    return work({ ...header, failed: done.failed }, files);
  }
  const length = new DataView(done.answer).getUint32(0, true);
  const answer = JSON.parse(new TextDecoder().decode(new Uint8Array(done.answer, 4, length)));
  if (answer.panicked && !header.failed) return work({ ...header, failed: 'Panic' }, files);
  let start = 4 + length;
  for (const made of answer.made) {
    made.content = done.answer.slice(start, start + made.bytes);
    start += made.bytes;
  }
  if (answer.error) throw new Error(answer.error);
  return answer;
}

// ---- What is shown ---------------------------------------------------------------------------------

function speak() {
  words = WORDS[$('lang').value];
  document.documentElement.lang = $('lang').value;
  for (const node of document.querySelectorAll('[data-t]')) node.textContent = words[node.dataset.t];
  $('findings').title = words.findings;
  told();
}

function told() {
  const names = [...own.rules, own.config, own.baseline, ...tables].filter(Boolean).map((file) => file.name);
  $('own').hidden = names.length === 0;
  $('own').firstElementChild.textContent = say('own', names.join(', '));
}

function fail(error) {
  $('error').hidden = !error;
  $('error').textContent = error ? error.message : '';
}

// Nothing that was shown may stand beside what is checked anew.
function clear() {
  $('result').hidden = $('unlock').hidden = true;
  $('state').textContent = '';
}

function show(report) {
  current = report;
  const readable = report.told.status !== 'unreadable';
  $('verdict').textContent = report.verdict.headline;
  $('verdict').className = report.verdict.state;
  const details = report.told.error ? [report.told.error] : report.verdict.details;
  $('detail').textContent = [report.name, report.told.title, ...details].filter(Boolean).join(' · ');
  const locked = report.told.locked;
  $('unlock').hidden = locked === null;
  if (locked !== null) $('detail').textContent = `${report.name} · ${words[locked ? 'wrongPassword' : 'locked']}`;
  // A suppression that one report has no use for may be for another.
  const everywhere = (line) => reports.every(({ unused }) => unused?.includes(line));
  const warnings = [...report.warnings, ...report.unused.filter(everywhere)];
  $('warnings').textContent = warnings.join('\n');
  $('warnings').hidden = warnings.length === 0;
  $('actions').hidden = !readable;
  $('made').hidden = $('compared').hidden = true;
  $('findings').hidden = !readable;
  if (readable) $('findings').srcdoc = new TextDecoder().decode(report.html);
  $('reports').hidden = reports.length < 2;
  $('reports').replaceChildren(...reports.map((other) => {
    const button = document.createElement('button');
    button.textContent = `${other.name}: ${other.verdict ? other.verdict.headline : '…'}`;
    button.setAttribute('aria-current', String(other === current));
    button.disabled = !other.told;
    button.onclick = () => show(other);
    const item = document.createElement('li');
    item.append(button);
    return item;
  }));
  $('result').hidden = false;
}

async function check(report) {
  const { password } = report;
  const answer = await work({ password, wanted: ['html'] }, [report]);
  const html = answer.made.find(({ name }) => name === 'html').content;
  return { told: answer.files[0], verdict: answer.verdict, html, warnings: answer.warnings, unused: answer.unused };
}

// Checks what was given, one file after the other; the one that is looked at, or else the first, is shown
// as soon as it is there.
let turn = 0;
async function checkAll(given) {
  const mine = ++turn;
  fail(null);
  clear();
  if (!given.length) return;
  for (const report of given) report.told = report.verdict = report.html = report.unused = null;
  if (!given.includes(current)) [current] = given;
  for (const [index, report] of given.entries()) {
    $('state').textContent = say('checking', report.name, index + 1, given.length);
    let found;
    try {
      found = await check(report);
    } catch (error) {
      if (mine !== turn) return;
      $('state').textContent = '';
      return fail(error);
    }
    if (mine !== turn) return;
    Object.assign(report, found);
    if (current.told) show(current);
  }
  $('state').textContent = say('done', given.length === 1 ? given[0].name : given.length);
  $('verdict').focus({ preventScroll: false });
}

async function take(list) {
  const given = [];
  for (const file of list) {
    const others = (known) => known.filter(({ name }) => name !== file.name);
    const ending = file.name.toLowerCase().replace(/^.*\./, '');
    if (ending === 'csv' || ending === 'xlsx') {
      tables = [...others(tables), { name: file.name, bytes: await file.arrayBuffer() }];
    } else if (ending === 'toml') {
      const text = await file.text();
      const source = { name: file.name, text };
      if (/^\s*(\[\[finding\]\]|schema\s*=)/m.test(text)) own.baseline = source;
      else if (/^\s*\[(\[rule\]|pack|\[rules)/m.test(text)) own.rules = [...others(own.rules), source];
      else own.config = source;
    } else {
      given.push({ name: file.name, bytes: await file.arrayBuffer(), told: null });
    }
  }
  told();
  if (given.length) {
    reports = given;
    current = null;
  }
  if (reports.length) await checkAll(reports);
}

function download(name, content, type) {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([content], { type }));
  link.download = name;
  return link;
}

const TYPES = { pdf: 'application/pdf', html: 'text/html', xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', json: 'application/json' };
const ENDINGS = { pdf: '-merket.pdf', html: '-funn.html', json: '-funn.json', sarif: '-funn.sarif', junit: '-funn.xml', concise: '-funn.txt', baseline: '-kjent.toml' };

async function make(what) {
  const report = current;
  const stem = report.name.replace(/\.[^.]*$/, '');
  const sheet = what === 'oppfolging.xlsx';
  const { password } = report;
  const { made } = await work({ password, wanted: [sheet ? 'follow-up' : what] }, [report]);
  if (what === 'follow-up') {
    const links = made.filter(({ name }) => !name.endsWith('.xlsx')).map(({ name, content }) => {
      const link = download(name, content, 'application/octet-stream');
      link.textContent = name;
      const item = document.createElement('li');
      item.append(link);
      return item;
    });
    if (report !== current) return;
    $('made').replaceChildren(...links);
    $('made').hidden = false;
    $('state').textContent = say(links.length ? 'letterList' : 'nobody', links.length / 2);
    return;
  }
  const one = sheet ? made.find(({ name }) => name === what) : made[0];
  if (!one) throw new Error(words.unmade);
  const name = sheet ? `${stem}-${what}` : stem + ENDINGS[what];
  const ending = name.slice(name.lastIndexOf('.') + 1);
  download(name, one.content, TYPES[ending] ?? 'text/plain').click();
  $('state').textContent = say('saved', name);
}

async function compare(file) {
  const older = { name: file.name, bytes: await file.arrayBuffer() };
  const report = current;
  const { password } = report;
  const answer = await work({ password, wanted: ['compare'] }, [older, report]);
  // Another report is looked at by now.
  if (report !== current) return;
  const text = answer.made.length
    ? new TextDecoder().decode(answer.made[0].content)
    : answer.files.map(({ name, error }) => error && `${name}: ${error}`).filter(Boolean).join('\n');
  $('compared').textContent = text;
  $('compared').hidden = false;
  $('compared').focus();
}

// ---- What the user does -----------------------------------------------------------------------------

const tried = (what) => async (event) => {
  fail(null);
  try {
    await what(event);
  } catch (error) {
    fail(error);
  }
};

$('files').onchange = tried(async ({ target }) => {
  const list = [...target.files];
  target.value = '';
  await take(list);
});
$('older').onchange = tried(async ({ target }) => {
  const [file] = target.files;
  target.value = '';
  if (file) await compare(file);
});
$('unlock').onsubmit = tried(async (event) => {
  event.preventDefault();
  current.password = $('password').value;
  $('password').value = '';
  // Whoever types it may not have waited for the others.
  await checkAll([current, ...reports.filter((report) => report !== current && !report.told)]);
});
$('forget').onclick = tried(async () => {
  own.rules = [];
  tables = [];
  own.config = own.baseline = null;
  told();
  await checkAll(reports);
});
$('lang').onchange = tried(async () => {
  speak();
  await checkAll(reports);
});
$('notes').onchange = tried(() => checkAll(reports));
// The page of findings stands in this one, so that its marks are kept as this one's. Its links lead to
// places in itself, which a browser would look for here.
$('findings').onload = () => {
  const { contentDocument: inner, contentWindow: view } = $('findings');
  inner.addEventListener('click', (event) => {
    const link = event.target.closest('a[href^="#"]');
    if (!link || event.defaultPrevented) return;
    event.preventDefault();
    view.location.hash = link.getAttribute('href');
  });
};
// Long, and read by few: it stands in its place when somebody opens it.
$('licences').ontoggle = () => { $('licences').lastElementChild.textContent = $('notices').textContent; };
$('print').onclick = () => $('findings').contentWindow.print();
for (const button of document.querySelectorAll('[data-make]')) {
  button.onclick = tried(() => make(button.dataset.make));
}
addEventListener('dragover', (event) => {
  event.preventDefault();
  $('drop').classList.add('over');
});
addEventListener('dragleave', (event) => event.relatedTarget || $('drop').classList.remove('over'));
addEventListener('drop', tried(async (event) => {
  event.preventDefault();
  $('drop').classList.remove('over');
  await take([...event.dataTransfer.files]);
}));
$('lang').value = ['nb', 'nn', 'en'].find((lang) => navigator.language.startsWith(lang)) ?? 'nb';
speak();
compiled.catch(() => fail(new Error(words.old)));
