(() => {
  'use strict';
  const form = document.getElementById('filters');
  const shown = document.getElementById('shown');
  const work = document.getElementById('work');
  const findings = [...document.querySelectorAll('.finding')];
  const links = [...document.querySelectorAll('[data-for]')];
  const groups = [...document.querySelectorAll('.group')];
  const say = (text, n) => text.replace('{n}', n).replace('{all}', findings.length);

  // What a person made of the findings, kept in this browser where that is allowed: by the report's
  // title and the finding's fingerprint, so that a new export of the same report finds its marks.
  const memory = (() => {
    try {
      const probe = 'dekom-lint/probe';
      localStorage.setItem(probe, '1');
      localStorage.removeItem(probe);
      return localStorage;
    } catch {
      return null;
    }
  })();
  const key = (finding) => 'dekom-lint/marks/1/' + finding.closest('.file').dataset.store;
  const stored = (finding) => {
    try {
      const all = JSON.parse((memory && memory.getItem(key(finding))) || '{}');
      return all !== null && typeof all === 'object' && !Array.isArray(all) ? all : {};
    } catch {
      return {};
    }
  };
  const marks = new Map();
  const mark = (finding) => marks.get(finding) || { state: '', reason: '' };
  const done = (finding) => mark(finding).state !== '';
  const ready = (finding) => done(finding) && mark(finding).reason.trim() !== '';

  const keep = (finding) => {
    if (!memory) {
      return;
    }
    const all = stored(finding);
    if (done(finding)) {
      all[finding.dataset.fingerprint] = mark(finding);
    } else {
      delete all[finding.dataset.fingerprint];
    }
    try {
      memory.setItem(key(finding), JSON.stringify(all));
    } catch {
      document.getElementById('kept').textContent = document.getElementById('kept').dataset.lost;
    }
  };

  const progress = () => {
    const count = findings.filter(done).length;
    const text = document.getElementById('progress');
    const told = say(text.dataset.progress, count);
    if (text.textContent !== told) {
      text.textContent = told;
    }
    const bar = document.getElementById('bar');
    bar.max = Math.max(findings.length, 1);
    bar.value = count;
    document.getElementById('save').disabled = !findings.some(ready);
  };

  const draw = (finding) => {
    const { state } = mark(finding);
    finding.dataset.state = state;
    finding.querySelector('.reason').hidden = state === '';
    finding.querySelector('.needed').hidden = state === '' || ready(finding);
  };

  for (const finding of findings) {
    const own = finding.querySelector('.marking');
    // Radio buttons of one name are one group in a form of their own.
    const before = stored(finding)[finding.dataset.fingerprint];
    if (before && ['settled', 'fine'].includes(before.state)) {
      marks.set(finding, { state: before.state, reason: String(before.reason || '') });
      own.elements.state.value = before.state;
      own.elements.reason.value = mark(finding).reason;
    }
    own.hidden = false;
    own.addEventListener('submit', (event) => event.preventDefault());
    own.addEventListener('input', () => {
      marks.set(finding, { state: own.elements.state.value, reason: own.elements.reason.value });
      draw(finding);
      keep(finding);
      progress();
    });
    draw(finding);
  }

  // A text as TOML has it: what JSON writes, but for the one character that JSON lets stand.
  const quoted = (text) => JSON.stringify(text).replace(/\u007f/g, '\\u007f');
  const saved = () => {
    const words = { settled: work.dataset.settled, fine: work.dataset.fine };
    const lines = ['# ' + work.dataset.head, ''];
    for (const finding of findings.filter(ready)) {
      const { rule, question, named, fingerprint } = finding.dataset;
      const { state, reason } = mark(finding);
      lines.push('[[suppress]]', 'rule = ' + quoted(rule));
      if (question) {
        lines.push('question = ' + quoted(question));
      }
      if (named) {
        lines.push('respondent = ' + quoted(named));
      }
      lines.push('fingerprint = ' + quoted(fingerprint));
      lines.push('reason = ' + quoted(words[state] + ': ' + reason.trim()), '');
    }
    return lines.join('\n');
  };
  document.getElementById('save').addEventListener('click', () => {
    const url = URL.createObjectURL(new Blob([saved()], { type: 'application/toml' }));
    const link = Object.assign(document.createElement('a'), { href: url, download: 'dekom-lint.toml' });
    link.click();
    setTimeout(() => URL.revokeObjectURL(url), 10000);
  });

  const apply = () => {
    const data = new FormData(form);
    const severities = new Set(data.getAll('severity'));
    const rule = data.get('rule');
    const respondent = data.get('respondent');
    const state = data.get('state');
    const text = data.get('text').trim().toLowerCase();
    let count = 0;
    for (const finding of findings) {
      const own = finding.dataset;
      const title = finding.closest('.group').firstElementChild.textContent;
      finding.hidden = !(severities.has(own.severity)
        && (rule === '' || own.rule === rule)
        && (respondent === '' || own.respondent === respondent)
        && (state === '' || (state === 'done') === done(finding))
        && (text === '' || (title + ' ' + finding.textContent).toLowerCase().includes(text)));
      count += finding.hidden ? 0 : 1;
    }
    for (const link of links) {
      link.hidden = document.getElementById(link.dataset.for).hidden;
    }
    for (const group of groups) {
      group.hidden = !group.querySelector('.finding:not([hidden]), [data-for]:not([hidden])');
    }
    for (const link of document.querySelectorAll('.toc li a')) {
      const target = document.getElementById(decodeURIComponent(link.hash.slice(1)));
      link.parentElement.hidden = Boolean(target && target.closest('.group[hidden]'));
    }
    shown.textContent = say(shown.dataset.shown, count);
  };

  // The box of a place on the picture of its page.
  const box = (id) => [...document.querySelectorAll('.sheet .ready rect')].find((r) => r.dataset.at === id);
  const flash = (element) => {
    for (const other of document.querySelectorAll('.at')) {
      other.classList.remove('at');
    }
    element.classList.add('at');
  };

  // A link to a place on a page, or to a finding that a filter hides, shows what it leads to.
  const reveal = () => {
    const id = decodeURIComponent(location.hash.slice(1));
    const target = document.getElementById(id);
    if (!target) {
      return;
    }
    for (let details = target.closest('details'); details; details = details.parentElement.closest('details')) {
      details.open = true;
    }
    if (target.closest('[hidden]')) {
      for (const field of form.elements) {
        if (field.type === 'checkbox') {
          field.checked = true;
        } else if (field.name) {
          field.value = '';
        }
      }
      apply();
    }
    const printed = box(id);
    if (printed) {
      flash(printed);
    }
    (printed || target).scrollIntoView({ block: 'center' });
  };

  // From a box to the finding, and from a figure of a finding to its box.
  document.addEventListener('click', (event) => {
    const rect = event.target.closest('rect[data-at]');
    if (rect) {
      location.hash = '#' + (rect.dataset.to || rect.dataset.at);
    }
  });
  const point = (event) => {
    const card = event.target.closest('.finding');
    const from = event.target.closest('[data-at]');
    for (const old of document.querySelectorAll('.finding .at')) {
      old.classList.remove('at');
    }
    if (card && from) {
      for (const same of card.querySelectorAll('[data-at]')) {
        same.classList.toggle('at', same.dataset.at === from.dataset.at);
      }
    }
  };
  document.addEventListener('pointerover', point);
  document.addEventListener('focusin', point);

  // The pictures are packed once for each page, and shown wherever a finding looks at it.
  const unpack = async (image) => {
    const bytes = Uint8Array.from(atob(image.dataset.packed), (c) => c.charCodeAt(0));
    const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate-raw'));
    const picture = new Blob([await new Response(stream).arrayBuffer()], { type: 'image/svg+xml' });
    const url = URL.createObjectURL(picture);
    image.removeAttribute('data-packed');
    for (const one of document.querySelectorAll('image[data-picture="' + image.dataset.picture + '"]')) {
      one.setAttribute('href', url);
      const view = one.closest('.view');
      view.classList.add('ready');
      // The text is there for those who search or listen; the others look.
      const text = view.parentElement.querySelector(':scope > details');
      if (text) {
        text.open = false;
      }
    }
  };
  const unpackAll = async () => {
    for (const image of document.querySelectorAll('image[data-packed]')) {
      try {
        await unpack(image);
      } catch {
        return; // The browser can't, and the text stands there.
      }
    }
    document.documentElement.dataset.pictures = 'ready';
  };

  addEventListener('hashchange', reveal);
  form.addEventListener('input', apply);
  form.addEventListener('submit', (event) => event.preventDefault());
  form.addEventListener('reset', () => setTimeout(apply));
  form.hidden = findings.length === 0;
  work.hidden = findings.length === 0;
  const kept = document.getElementById('kept');
  kept.textContent = memory ? kept.dataset.kept : kept.dataset.lost;
  progress();
  apply();
  unpackAll().then(reveal);
})();
