// Opens the page in a browser, in light and dark, and tries what a person would.
// Usage: node check.mjs CHROMIUM PAGE.html [SCREENSHOT.png [SAVED.toml]]; an empty name is none.
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import assert from 'node:assert/strict';
import { chromium } from 'playwright-core';

const [executablePath, file, screenshot, toml] = process.argv.slice(2);
const redacted = file.includes('redacted');
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
    // What the page makes of itself is not loaded.
    const own = (address) => address.split('#')[0] === url || address.startsWith('blob:');
    page.on('request', (request) => own(request.url()) || wrong.push(request.url()));
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

    // A finding is marked with a reason, which is remembered, saved as TOML, and can be filtered by.
    const card = visible.first();
    const id = await card.getAttribute('id');
    assert.ok(await page.locator('#save').isDisabled());
    await card.locator('[value=settled]').check();
    assert.ok(await card.locator('.needed').isVisible(), 'a reason is asked for');
    assert.ok(await page.locator('#save').isDisabled(), 'without a reason nothing is saved');
    await card.locator('[name=reason]').fill('Ringt "Kari" \\ 3. mars');
    assert.ok(await card.locator('.needed').isHidden());
    const download = page.waitForEvent('download');
    await page.locator('#save').click();
    const file = await download;
    assert.equal(file.suggestedFilename(), 'dekom-lint.toml');
    const saved = readFileSync(await file.path(), 'utf8');
    assert.equal(saved.match(/\[\[suppress\]\]/g).length, 1);
    assert.ok(saved.includes('rule = "' + (await card.getAttribute('data-rule')) + '"'), saved);
    assert.ok(saved.includes('fingerprint = "' + (await card.getAttribute('data-fingerprint')) + '"'), saved);
    assert.match(saved, /reason = "[^"]*: Ringt \\"Kari\\" \\\\ 3\. mars"/);
    if (toml) writeFileSync(toml, saved);
    await page.locator('[name=state]').first().selectOption('done');
    assert.equal(await visible.count(), 1);
    await page.locator('#filters [name=state]').selectOption('open');
    assert.equal(await visible.count(), total - 1);
    await page.locator('#filters [name=state]').selectOption('');
    await page.reload();
    for (const box of await page.locator('#filters [type=checkbox]').all()) await box.check();
    const again = page.locator('#' + id);
    assert.ok(await again.locator('[value=settled]').isChecked(), 'the mark is remembered');
    assert.match(await page.locator('#progress').textContent(), /^1 /);
    await again.locator('[name=state][value=""]').check();
    await page.reload();
    assert.match(await page.locator('#progress').textContent(), /^0 /, 'and so is that it was taken back');
    for (const box of await page.locator('#filters [type=checkbox]').all()) await box.check();

    // The page as it was printed: boxes over the figure and its addends, and a click leads on.
    if (!redacted) {
      await page.waitForFunction(() => document.documentElement.dataset.pictures === 'ready');
      const sum = page.locator('.finding:has(.view.ready)').first();
      assert.ok(await sum.locator('.view svg').isVisible());
      assert.ok(await sum.locator('.excerpt').isHidden(), 'the text is there, behind its heading');
      const red = sum.locator('rect.primary').first();
      const at = await red.getAttribute('data-at');
      await red.click();
      await page.waitForFunction((to) => location.hash === '#' + to, at);
      const onSheet = page.locator(`.sheet rect[data-at="${at}"]`).first();
      assert.ok(await onSheet.isVisible(), 'its page is opened');
      assert.ok(await onSheet.evaluate((e) => e.classList.contains('at')));
      await onSheet.click();
      await page.waitForFunction(() => location.hash.startsWith('#f'));
    } else {
      assert.equal(await page.locator('.view, [data-packed]').count(), 0, 'outlines tell names');
      assert.ok(!saved.includes('respondent =') && !saved.includes('question ='), saved);
    }

    // By keyboard: the first stop skips to the findings; a figure opens its page and is shown there.
    await page.evaluate(() => document.activeElement.blur());
    await page.keyboard.press('Tab');
    const figure = visible.first().locator('dd a').first();
    for (const text of await page.locator('details.there').all()) await text.evaluate((e) => { e.open = true; });
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

    for (const all of await page.locator('details').all()) await all.evaluate((e) => { e.open = true; });
    // axe is evaluated by the debugger, which the policy does not bind.
    await page.evaluate(axe);
    for (const width of [360, 1280]) {
      await page.setViewportSize({ width, height: 900 });
      const found = await page.evaluate(() => window.axe.run(document, {
        runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
      }));
      const nodes = found.violations.flatMap((v) => v.nodes.map((n) => `${v.id}: ${n.target} ${n.failureSummary}`));
      assert.deepEqual(nodes.slice(0, 10), [], `${colorScheme} ${width}`);
    }

    // The policy forbids what was not hashed.
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
