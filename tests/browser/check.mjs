// Opens the page in a browser, in light and dark, and tries what a person would.
// Usage: node check.mjs CHROMIUM PAGE.html [SCREENSHOT.png]
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import assert from 'node:assert/strict';
import { chromium } from 'playwright-core';

const [executablePath, file, screenshot] = process.argv.slice(2);
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const url = pathToFileURL(file).href;
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
try {
  for (const colorScheme of ['light', 'dark']) {
    const context = await browser.newContext({ colorScheme, viewport: { width: 1100, height: 900 } });
    const page = await context.newPage();
    const wrong = [];
    page.on('console', (message) => wrong.push(message.text()));
    page.on('pageerror', (error) => wrong.push(String(error)));
    page.on('request', (request) => request.url().split('#')[0] === url || wrong.push(request.url()));
    await page.goto(url);
    const cards = page.locator('.finding');
    const visible = page.locator('.finding:visible');
    const total = await cards.count();
    assert.ok(total > 0, 'there are findings');

    // What nothing but the filters can hide is all there.
    for (const box of await page.locator('#filters [type=checkbox]').all()) await box.check();
    assert.equal(await visible.count(), total);
    assert.match(await page.locator('#shown').textContent(), new RegExp(`^${total} `));

    // Each filter narrows, and resetting widens again.
    const rule = await cards.first().getAttribute('data-rule');
    await page.locator('[name=rule]').selectOption(rule);
    assert.equal(await visible.count(), await page.locator(`.finding[data-rule="${rule}"]`).count());
    await page.locator('[name=rule]').selectOption('');
    const respondent = await page.locator('[name=respondent] option').nth(1).textContent();
    await page.locator('[name=respondent]').selectOption(respondent);
    for (const card of await visible.all()) assert.equal(await card.getAttribute('data-respondent'), respondent);
    const people = page.locator('.people .group:visible h4');
    assert.ok(await people.count() > 0);
    for (const name of await people.all()) assert.equal(await name.textContent(), respondent);
    await page.locator('[type=reset]').click();
    await page.locator('[name=text]').fill('no such text anywhere');
    await page.waitForFunction(() => !document.querySelector('.finding:not([hidden])'));
    await page.locator('[name=text]').fill('');
    for (const box of await page.locator('#filters [type=checkbox]').all()) await box.check();
    await page.locator('#filters [value=error]').uncheck();
    assert.equal(await page.locator('.finding.error:visible').count(), 0);
    await page.locator('#filters [value=error]').check();

    // By keyboard: the first stop skips to the findings; a figure opens its page and is shown there.
    await page.evaluate(() => document.activeElement.blur());
    await page.keyboard.press('Tab');
    const figure = visible.first().locator('dd a').first();
    await figure.focus();
    await page.keyboard.press('Enter');
    const mark = page.locator((await figure.getAttribute('href')).replace('#', '[id="') + '"]');
    await mark.waitFor({ state: 'visible' });
    await mark.locator('a').focus();
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => location.hash.startsWith('#f'));

    // Nothing is lost off a narrow screen but inside what scrolls by itself.
    await page.setViewportSize({ width: 360, height: 800 });
    const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    assert.ok(over <= 0, `${over} px wider than the screen`);
    await page.setViewportSize({ width: 1100, height: 900 });

    // The policy forbids what was not hashed; axe is evaluated by the debugger, which it does not bind.
    for (const all of await page.locator('details').all()) await all.evaluate((e) => { e.open = true; });
    await page.evaluate(axe);
    const found = await page.evaluate(() => window.axe.run(document, {
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
    }));
    const nodes = found.violations.flatMap((v) => v.nodes.map((n) => `${v.id}: ${n.target} ${n.failureSummary}`));
    assert.deepEqual(nodes.slice(0, 10), [], colorScheme);
    const blocked = await page.evaluate(() => new Promise((done) => {
      addEventListener('securitypolicyviolation', (event) => done(event.violatedDirective), { once: true });
      document.body.append(Object.assign(document.createElement('script'), { textContent: '1' }));
      setTimeout(() => done('nothing'), 2000);
    }));
    assert.match(blocked, /^script-src/);
    assert.deepEqual(wrong.filter((text) => !text.includes('Content Security Policy')), []);
    if (screenshot && colorScheme === 'light') {
      await page.goto('about:blank');
      await page.goto(url);
      const sum = page.locator('.finding[data-rule=sum-mismatch]').first();
      await sum.evaluate((e) => scrollTo(0, e.getBoundingClientRect().top + scrollY - 300));
      await page.screenshot({ path: screenshot });
    }
    await context.close();
  }
  console.log('ok');
} finally {
  await browser.close();
}
