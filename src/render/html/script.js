
(() => {
  'use strict';
  const form = document.getElementById('filters');
  const shown = document.getElementById('shown');
  const findings = [...document.querySelectorAll('.finding')];
  const links = [...document.querySelectorAll('[data-for]')];
  const groups = [...document.querySelectorAll('.group')];

  const apply = () => {
    const data = new FormData(form);
    const severities = new Set(data.getAll('severity'));
    const rule = data.get('rule');
    const respondent = data.get('respondent');
    const text = data.get('text').trim().toLowerCase();
    let count = 0;
    for (const finding of findings) {
      const own = finding.dataset;
      const title = finding.closest('.group').firstElementChild.textContent;
      finding.hidden = !(severities.has(own.severity)
        && (rule === '' || own.rule === rule)
        && (respondent === '' || own.respondent === respondent)
        && (text === '' || (title + ' ' + finding.textContent).toLowerCase().includes(text)));
      count += finding.hidden ? 0 : 1;
    }
    for (const link of links) {
      link.hidden = document.getElementById(link.dataset.for).hidden;
    }
    for (const group of groups) {
      group.hidden = !group.querySelector('.finding:not([hidden]), [data-for]:not([hidden])');
    }
    shown.textContent = shown.dataset.shown.replace('{n}', count).replace('{all}', findings.length);
  };

  // A link to a place on a page, or to a finding that a filter hides, shows what it leads to.
  const reveal = () => {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!target) {
      return;
    }
    const details = target.closest('details');
    if (details) {
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
    target.scrollIntoView({ block: 'center' });
  };

  const opened = [];
  addEventListener('beforeprint', () => {
    for (const sheet of document.querySelectorAll('details[data-marked]:not([open])')) {
      sheet.open = true;
      opened.push(sheet);
    }
  });
  addEventListener('afterprint', () => {
    for (const sheet of opened.splice(0)) {
      sheet.open = false;
    }
  });
  addEventListener('hashchange', reveal);
  form.addEventListener('input', apply);
  form.addEventListener('submit', (event) => event.preventDefault());
  form.addEventListener('reset', () => setTimeout(apply));
  form.hidden = findings.length === 0;
  apply();
  reveal();
})();
