// Opens the page that is one file, from the disk, and does with it what a caseworker does: what it makes
// is held against what the program wrote, byte by byte.
// Usage: node page.mjs CHROMIUM dekom-lint.html FOLDER-OF-REPORTS FOLDER-OF-WHAT-THE-PROGRAM-WROTE [SCREENSHOT.png]
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import assert from 'node:assert/strict';
import { chromium } from 'playwright-core';

const [executablePath, file, reports, written, screenshot] = process.argv.slice(2);
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const url = pathToFileURL(file).href;
const UNCHECKED = 'Ingenting er kontrollert.';
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
try {
  const context = await browser.newContext({ locale: 'nb-NO', acceptDownloads: true, viewport: { width: 1100, height: 900 } });
  const page = await context.newPage();
  const wrong = [];
  page.on('console', (message) => wrong.push(message.text()));
  page.on('pageerror', (error) => wrong.push(String(error)));
  // Nothing is asked for but the page itself and what it made.
  context.on('request', (request) => request.url().split('#')[0] === url || request.url().startsWith('blob:') || wrong.push(request.url()));
  await page.goto(url);
  assert.equal(await page.locator('html').getAttribute('lang'), 'nb');
  assert.match(await page.locator('#private').textContent(), /Ingenting forlater maskinen/);

  const accessible = async (where) => {
    await page.evaluate(axe);
    const found = await page.evaluate(() => window.axe.run({ exclude: [['iframe']] }, {
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
    }));
    const nodes = found.violations.flatMap((v) => v.nodes.map((n) => `${v.id}: ${n.target} ${n.failureSummary}`));
    assert.deepEqual(nodes.slice(0, 10), [], where);
    await page.setViewportSize({ width: 360, height: 800 });
    const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    assert.ok(over <= 0, `${where}: ${over} px wider than a phone`);
    await page.setViewportSize({ width: 1100, height: 900 });
  };
  await page.locator('#licences summary').click();
  // They are filled in when the event comes.
  const notices = page.locator('#licences pre').filter({ hasText: 'Adobe' });
  assert.match(await notices.textContent(), /Permission is hereby granted[^]*# What of others is in dekom-lint[^]*Foxit/);
  await accessible('empty');
  await page.locator('#licences summary').click();

  const done = async (what) => {
    await page.locator('#state').evaluate((node) => { node.textContent = ''; });
    await what();
    await page.waitForFunction(() => /^(Ferdig|Done)/.test(document.getElementById('state').textContent)
      || !document.getElementById('error').hidden, null, { timeout: 120_000 });
  };
  const check = (...files) => done(() => page.locator('#files').setInputFiles(files));
  const made = async (what) => {
    const button = page.locator(`[data-make="${what}"]`);
    await page.locator('details').first().evaluate((node) => { node.open = true; });
    const [download] = await Promise.all([page.waitForEvent('download', { timeout: 120_000 }), button.click()]);
    return readFileSync(await download.path());
  };
  const frame = () => page.frames().find((one) => one.url().startsWith('about:srcdoc'));

  // The same bytes as the program's.
  const names = readdirSync(reports).filter((name) => /\.(pdf|txt)$/.test(name)).sort();
  assert.ok(names.length >= 8);
  for (const name of names) {
    await check(join(reports, name));
    assert.ok(await page.locator('#error').isHidden(), `${name}: ${await page.locator('#error').textContent()}`);
    for (const form of ['json', 'html', 'sarif', 'junit', 'concise', 'pdf']) {
      if (form === 'pdf' && !name.endsWith('.pdf')) continue;
      assert.ok((await made(form)).equals(readFileSync(join(written, `${name}.${form}`))), `${name}: ${form} differs`);
    }
  }

  // The verdict is the first thing said, and the page of findings stands below it and works.
  await check(join(reports, 'faults.pdf'));
  assert.equal(await page.locator('#verdict').textContent(), await frame().locator('.headline').textContent());
  await page.waitForFunction(() => document.activeElement.id === 'verdict');
  await frame().locator('.finding').first().waitFor();
  if (screenshot) await page.screenshot({ path: screenshot });
  await frame().locator('[name=rule]').selectOption('sum-mismatch');
  assert.equal(await frame().locator('.finding:visible').count(), await frame().locator('.finding[data-rule="sum-mismatch"]').count());
  const link = frame().locator('a[href^="#"]:not(.skip):visible').first();
  const target = await link.getAttribute('href');
  await link.click();
  assert.equal(await frame().evaluate(() => location.hash), target, 'a link leads to its place');
  const sheet = await made('oppfolging.xlsx');
  assert.ok(sheet.equals(readFileSync(join(written, 'follow-up/oppfolging.xlsx'))), 'the sheet differs');
  await page.locator('[data-make="follow-up"]').click();
  await page.locator('#made a').first().waitFor();
  const letters = readdirSync(join(written, 'follow-up')).filter((name) => !name.endsWith('.xlsx')).sort();
  assert.deepEqual((await page.locator('#made a').allTextContents()).sort(), letters);
  for (const link of await page.locator('#made a').all()) {
    const [download] = await Promise.all([page.waitForEvent('download'), link.click()]);
    const name = await link.textContent();
    assert.ok(readFileSync(await download.path()).equals(readFileSync(join(written, 'follow-up', name))), `${name} differs`);
  }
  await accessible('findings');

  // Last year's file beside this one's.
  await page.locator('#older').setInputFiles(join(reports, 'clean.pdf'));
  await page.locator('#compared').waitFor();
  assert.equal(await page.locator('#compared').textContent(), readFileSync(join(written, 'compared.txt'), 'utf8'));

  // Several at once, one of which is no report: the others are checked all the same.
  await check(join(reports, 'clean.pdf'), file.replace(/[^/]*$/, 'words.txt'), join(reports, 'faults.pdf'));
  assert.equal(await page.locator('#reports button').count(), 3);
  await page.locator('#reports button').nth(1).click();
  assert.equal(await page.locator('#verdict').textContent(), UNCHECKED);
  assert.ok(await page.locator('#findings').isHidden());

  // Whatever a file does, the next one is checked.
  for (const name of readdirSync(join(written, 'hostile')).sort()) {
    await check(join(written, 'hostile', name));
    assert.equal(await page.locator('#verdict').textContent(), UNCHECKED, name);
    assert.ok((await page.locator('#detail').textContent()).length > name.length + 20, name);
    await check(join(reports, 'clean.pdf'));
    assert.notEqual(await page.locator('#verdict').textContent(), UNCHECKED, `after ${name}`);
  }

  // What brings the module into a state that it was not made for is that file's fault alone.
  await page.evaluate(() => {
    const json = new TextEncoder().encode(JSON.stringify({ panicked: true, error: 'x', made: [] }));
    const answer = new Uint8Array(4 + json.length);
    new DataView(answer.buffer).setUint32(0, json.length, true);
    answer.set(json, 4);
    const real = window.Worker;
    window.Worker = class {
      constructor() { window.Worker = real; }
      postMessage() { setTimeout(() => this.onmessage({ data: { answer: answer.buffer } })); }
      terminate() {}
    };
  });
  await check(join(reports, 'clean.pdf'), join(reports, 'faults.pdf'));
  assert.equal(await page.locator('#state').textContent(), 'Ferdig: 2.');
  assert.equal(await page.locator('#verdict').textContent(), UNCHECKED);
  await page.locator('#reports button').nth(1).click();
  assert.notEqual(await page.locator('#verdict').textContent(), UNCHECKED);

  // An encrypted file asks for its password in the page's own words, and is opened with it.
  await check(join(written, 'locked.pdf'));
  assert.match(await page.locator('#detail').textContent(), /Skriv passordet/);
  await page.locator('#password').fill('feil');
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => /passordet stemmer ikke/.test(document.getElementById('detail').textContent));
  await page.locator('#password').fill('sesam');
  await page.keyboard.press('Enter');
  await page.locator('#findings').waitFor();

  // Who types it before the other reports are read loses none of them.
  await page.evaluate(() => {
    const unlock = document.getElementById('unlock');
    unlock.hidden = true;
    new MutationObserver((_, observer) => {
      if (unlock.hidden) return;
      observer.disconnect();
      document.getElementById('password').value = 'sesam';
      unlock.requestSubmit();
    }).observe(unlock, { attributes: true });
  });
  await check(join(written, 'locked.pdf'), join(reports, 'clean.pdf'), join(reports, 'faults.pdf'));
  assert.equal(await page.locator('#reports button:enabled').count(), 3);

  // Own rules: what is wrong with them is told with file and line, and what is right is used.
  const given = (name) => join(written, 'given', name);
  await check(given('broken.toml'));
  assert.match(await page.locator('#error').textContent(), /broken\.toml:\d+: /);
  await page.locator('#forget').click();
  await page.locator('#error').waitFor({ state: 'hidden' });
  await check(join(reports, 'faults.pdf'), given('own.toml'), given('own.csv'), given('dekom-lint.toml'));
  assert.ok(await page.locator('#error').isHidden(), await page.locator('#error').textContent());
  assert.match(await page.locator('#own').textContent(), /own\.toml, dekom-lint\.toml, own\.csv/);
  await page.frameLocator('#findings').locator('.finding[data-rule="own-rule"]').first().waitFor({ state: 'attached' });
  assert.equal(await frame().locator('.finding[data-rule="sum-mismatch"]').count(), 0);
  await done(() => page.locator('#forget').click());
  await page.frameLocator('#findings').locator('.finding[data-rule="sum-mismatch"]').first().waitFor({ state: 'attached' });
  assert.equal(await frame().locator('.finding[data-rule="own-rule"]').count(), 0);

  // What the configuration names and nobody gave is told, and no verdict stands beside that. What does
  // not hold any more is told beside the verdict, and the reasons of a baseline stay.
  const baseline = String(await made('baseline'));
  const edited = baseline.replace(/^reason = .*$/m, 'reason = "Ringt skolen"');
  assert.notEqual(edited, baseline);
  writeFileSync(given('kjent.toml'), edited);
  await check(given('names.toml'));
  assert.match(await page.locator('#error').textContent(), /^names\.toml: own\.toml finnes ikke\. Slipp .*\nnames\.toml: kjent\.toml finnes ikke\./);
  assert.ok(await page.locator('#result').isHidden());
  await check(given('own.toml'), given('own.csv'), given('kjent.toml'));
  assert.ok(await page.locator('#error').isHidden(), await page.locator('#error').textContent());
  assert.match(await page.locator('#warnings').textContent(), /\n8: gjaldt til og med 31\.1\.2020\nnames\.toml: .*hayro.*pdf-extract.*\nnames\.toml:11: /);
  assert.equal(String(await made('baseline')).match(/^reason = "Ringt skolen"$/gm).length, 1);
  await done(() => page.locator('#forget').click());
  assert.ok(await page.locator('#warnings').isHidden());

  // A finding is marked with a reason, which is kept while the language changes, and downloaded as lines
  // of a configuration; dropped on the page, they take that finding out.
  await done(() => page.locator('#lang').selectOption('nn'));
  const card = frame().locator('.finding').first();
  const id = await card.getAttribute('id');
  await card.locator('[value=settled]').check();
  await card.locator('[name=reason]').fill('Ringt skolen 3. mars');
  await done(() => page.locator('#lang').selectOption('nb'));
  // The mark is kept.
  await page.frameLocator('#findings').locator(`html[lang=nb] #${id} [value=settled]:checked`).waitFor({ state: 'attached' });
  const [marks] = await Promise.all([page.waitForEvent('download'), frame().locator('#save').click()]);
  assert.equal(marks.suggestedFilename(), 'dekom-lint.toml');
  writeFileSync(given('marks.toml'), readFileSync(await marks.path()));
  await check(given('marks.toml'));
  assert.equal(await frame().locator(`#${id} [value=settled]`).count(), 0, 'the finding is accepted');
  await done(() => page.locator('#forget').click());

  // Several that are dropped.
  const dropped = await page.evaluateHandle((files) => {
    const transfer = new DataTransfer();
    for (const [name, text] of files) {
      transfer.items.add(new File([Uint8Array.from(atob(text), (c) => c.charCodeAt(0))], name));
    }
    return transfer;
  }, ['faults.pdf', 'clean.pdf'].map((name) => [name, readFileSync(join(reports, name)).toString('base64')]));
  await done(() => page.dispatchEvent('#drop', 'drop', { dataTransfer: dropped }));
  assert.equal(await page.locator('#reports button').count(), 2);

  // Who clicks on a report that is not checked yet stops nothing.
  await page.evaluate(() => {
    window.waiting = [];
    new MutationObserver(() => {
      for (const button of document.querySelectorAll('#reports button')) {
        if (!button.textContent.endsWith('…')) continue;
        window.waiting.push(button.disabled);
        button.click();
      }
    }).observe(document.getElementById('reports'), { childList: true });
  });
  await check(...['clean.pdf', 'faults.pdf', 'report.txt'].map((name) => join(reports, name)));
  assert.equal(await page.locator('#state').textContent(), 'Ferdig: 3.');
  assert.deepEqual(await page.evaluate(() => window.waiting), [true, true, true]);

  // A name is said as it is, and where there is no report nothing is done.
  const odd = { name: "a$&{1}$'.pdf", mimeType: 'application/pdf', buffer: readFileSync(join(reports, 'clean.pdf')) };
  await done(() => page.locator('#files').setInputFiles([odd]));
  assert.equal(await page.locator('#state').textContent(), `Ferdig: ${odd.name}.`);
  await page.reload();
  await page.locator('#files').setInputFiles([given('dekom-lint.toml')]);
  await page.locator('#own').waitFor();
  await page.locator('#forget').click();
  await page.locator('#own').waitFor({ state: 'hidden' });
  assert.equal(await page.locator('#state').textContent(), '');

  // By keyboard alone: the first stops are the language and the choice of a file.
  await page.reload();
  await page.keyboard.press('Tab');
  assert.equal(await page.evaluate(() => document.activeElement.id), 'lang');
  await page.keyboard.press('Tab');
  assert.equal(await page.evaluate(() => document.activeElement.id), 'files');
  // Who listens before the key is pressed misses nothing of what it opens.
  const opened = new Promise((done) => page.once('filechooser', done));
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done, 200))));
  await page.keyboard.press('Space');
  await (await opened).setFiles(join(reports, 'clean.pdf'));
  const said = (word) => page.waitForFunction((word) => document.getElementById('state').textContent.startsWith(word), word, { timeout: 120_000 });
  await said('Ferdig');
  await page.locator('#lang').selectOption('en');
  await said('Done');
  assert.deepEqual(wrong, []);

  // What takes too long is ended, and told in the program's words. A second is too short for it on any
  // machine, and might be for a good file on a slow one, which is checked without.
  await page.goto(`${url}#deadline=1`);
  await page.reload();
  await check(given('slow.txt'));
  assert.match(await page.locator('#detail').textContent(), /mer enn 1 sekunder/);
  await page.goto(url);
  await page.reload();
  await check(join(reports, 'clean.pdf'));
  assert.ok(await page.locator('#findings').isVisible());
  assert.deepEqual(wrong, []);

  // Nothing can be sent, by the page or by what runs beside it.
  const refused = await page.evaluate(async () => {
    const violation = () => new Promise((done) => addEventListener('securitypolicyviolation', done, { once: true }));
    const to = 'http://127.0.0.1:9/';
    const ways = {
      fetch: () => fetch(to),
      image: () => { new Image().src = to; },
      beacon: () => navigator.sendBeacon(to, 'x'),
      socket: () => new WebSocket('ws://127.0.0.1:9/'),
      worker: () => new Promise((done, fail) => {
        const code = `fetch('${to}').then(() => postMessage('sent'), () => postMessage('refused'))`;
        const worker = new Worker(URL.createObjectURL(new Blob([code], { type: 'text/javascript' })));
        worker.onmessage = ({ data }) => (data === 'sent' ? done() : fail());
      }),
    };
    const out = {};
    for (const [name, way] of Object.entries(ways)) {
      const seen = violation();
      const failed = Promise.resolve().then(way).then(() => new Promise(() => {}), () => 'refused');
      out[name] = await Promise.race([seen.then(() => 'refused'), failed, new Promise((done) => setTimeout(done, 3000, 'sent'))]);
    }
    return out;
  });
  assert.deepEqual(refused, { fetch: 'refused', image: 'refused', beacon: 'refused', socket: 'refused', worker: 'refused' });
} finally {
  await browser.close();
}
