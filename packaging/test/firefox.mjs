// Opens the page that is one file in Firefox, from the disk, and checks reports with it.
// Usage: node packaging/test/firefox.mjs FIREFOX dekom-lint.html REPORT-WITH-FAULTS REPORT-WITHOUT
import { pathToFileURL } from 'node:url';
import assert from 'node:assert/strict';
import puppeteer from 'puppeteer-core';

const [executablePath, file, faulty, clean] = process.argv.slice(2);
const browser = await puppeteer.launch({ browser: 'firefox', executablePath, headless: true, extraPrefsFirefox: { 'intl.accept_languages': 'nb-NO' } });
try {
  const page = await browser.newPage();
  const wrong = [];
  page.on('console', (message) => wrong.push(message.text()));
  page.on('pageerror', (error) => wrong.push(String(error)));
  const url = pathToFileURL(file).href;
  page.on('request', (request) => request.url().split('#')[0] === url || /^(blob|data):/.test(request.url()) || wrong.push(request.url()));
  await page.goto(url);
  const check = async (report) => {
    await page.$eval('#state', (node) => { node.textContent = ''; });
    const input = await page.$('#files');
    await input.uploadFile(report);
    await page.waitForFunction(() => /^Ferdig/.test(document.getElementById('state').textContent) || !document.getElementById('error').hidden, { timeout: 120_000 });
    assert.ok(await page.$eval('#error', (node) => node.hidden), await page.$eval('#error', (node) => node.textContent));
    return page.$eval('#verdict', (node) => node.textContent);
  };
  assert.match(await check(faulty), /^\d+ feil må avklares før publisering/);
  const frame = page.frames().find((one) => one.url().startsWith('about:srcdoc'));
  assert.ok(await frame.$('.finding'), 'the findings stand below');
  assert.match(await check(clean), /^Ingen feil funnet/);
  assert.deepEqual(wrong, []);
  console.log(await browser.version());
} finally {
  await browser.close();
}
