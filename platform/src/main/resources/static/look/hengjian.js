// Behaviour that pages share. Everything works without it, more slowly.
(() => {
  'use strict';
  const typing = (target) => target.closest('input, textarea, select, [contenteditable]');

  // htmx sends the form token with every change.
  document.addEventListener('htmx:configRequest', (event) => {
    const token = document.querySelector('meta[name="_csrf"]');
    const header = document.querySelector('meta[name="_csrf_header"]');
    if (token && header) event.detail.headers[header.content] = token.content;
  });

  // Rows by keyboard: J, K, X, Enter, O; "/" goes to the search, Esc leaves it or closes the panel.
  const rows = () => [...document.querySelectorAll('table[data-keys] tbody tr[data-open]')];
  const current = () => document.querySelector('table[data-keys] tr[aria-current="true"], table[data-keys] tr[aria-selected="true"]');
  const go = (step) => {
    const all = rows();
    if (!all.length) return;
    const at = all.indexOf(current());
    const next = all[Math.max(0, Math.min(all.length - 1, at < 0 ? 0 : at + step))];
    all.forEach((row) => row.removeAttribute('aria-current'));
    next.setAttribute('aria-current', 'true');
    next.tabIndex = -1;
    next.focus({ preventScroll: false });
  };
  document.addEventListener('keydown', (event) => {
    if (event.ctrlKey && event.key === 'Enter') {
      const form = event.target.closest('form');
      if (form) form.requestSubmit();
      return;
    }
    if (event.key === 'Escape') {
      const close = document.querySelector('[data-close]');
      if (document.querySelector('[popover]:popover-open')) return; // the browser closes it
      if (typing(event.target)) event.target.blur();
      else if (close) close.click();
      return;
    }
    if (event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return;
    if (document.documentElement.dataset.keys === 'off') return;
    const row = current();
    switch (event.key) {
      case '?': document.getElementById('all-keys')?.togglePopover(); event.preventDefault(); break;
      case '/': document.getElementById('global-search')?.focus(); event.preventDefault(); break;
      case 'j': case 'J': go(1); break;
      case 'k': case 'K': go(-1); break;
      case 'x': case 'X': row?.querySelector('input[type="checkbox"]')?.click(); break;
      case 'Enter': if (row && event.target === row) row.querySelector('a[data-panel], a')?.click(); break;
      case 'o': case 'O': if (row?.dataset.open) window.location.assign(row.dataset.open); break;
      default: {
        const button = document.querySelector(`[data-key="${CSS.escape(event.key.toLowerCase())}"]`);
        if (button) { button.click(); event.preventDefault(); }
      }
    }
  });

  // "Select all" and the bar of bulk actions.
  document.addEventListener('change', (event) => {
    const box = event.target;
    if (!(box instanceof HTMLInputElement) || box.type !== 'checkbox') return;
    const table = box.closest('table');
    if (box.dataset.all !== undefined && table) {
      table.querySelectorAll('tbody input[type="checkbox"]').forEach((one) => { one.checked = box.checked; });
    }
    const form = box.form;
    const count = form?.querySelector('[data-count]');
    if (count) {
      const chosen = form.querySelectorAll('tbody input[type="checkbox"]:checked').length;
      count.textContent = count.dataset.count.replace('#', chosen);
      form.querySelectorAll('[data-needs-choice]').forEach((button) => { button.disabled = chosen === 0; });
    }
  });

  // Selects and boxes that change the list at once.
  document.addEventListener('change', (event) => {
    if (event.target.matches('[data-submits]')) event.target.form.requestSubmit();
  });

  // Click copies the whole hash or number.
  document.addEventListener('click', (event) => {
    const source = event.target.closest('[data-copy]');
    if (source) navigator.clipboard?.writeText(source.dataset.copy);
  });

  // Back to a form as it was left; without a history of ours the link leads to an empty one.
  document.addEventListener('click', (event) => {
    if (!event.target.closest('[data-back]') || !document.referrer.startsWith(window.location.origin)) return;
    event.preventDefault();
    window.history.back();
  });

  // At the door nobody is signed in: what the field's page kept on this phone must not open for whoever comes next.
  if (document.querySelector("form[action$='/sign-in']")) window.indexedDB?.deleteDatabase('hengjian-field-key');

  // A form that was changed is not left by accident.
  const changed = new WeakSet();
  document.addEventListener('input', (event) => { if (event.target.form?.dataset.guard !== undefined) changed.add(event.target.form); });
  document.addEventListener('submit', (event) => changed.delete(event.target));
  window.addEventListener('beforeunload', (event) => {
    if ([...document.querySelectorAll('form[data-guard]')].some((form) => changed.has(form))) event.preventDefault();
  });

  // The list of errors takes the focus, and so does the panel after a swap.
  document.querySelector('.hj-errors[tabindex]')?.focus();
  document.addEventListener('htmx:afterSwap', (event) => {
    event.detail.target.querySelector('[data-focus]')?.focus();
    // The row whose panel is open is the current one.
    const open = event.detail.target.querySelector('[data-marks]');
    if (open) {
      document.querySelectorAll('tr[data-open]').forEach((row) => {
        row.removeAttribute('aria-current');
        if (row.dataset.open === open.dataset.marks) row.setAttribute('aria-selected', 'true');
        else row.removeAttribute('aria-selected');
      });
    }
  });

  // A part that is asked for when the session has ended brings the door: the whole page goes there, and comes back.
  document.addEventListener('htmx:beforeSwap', (event) => {
    if (new URL(event.detail.xhr.responseURL, window.location.href).pathname === '/sign-in') {
      event.detail.shouldSwap = false;
      window.location.reload();
    }
  });
  // What could not be fetched is said, not passed over.
  const unreachable = () => {
    const place = document.querySelector('.hj-toast-place[data-unreachable]');
    if (!place) return;
    const notice = document.createElement('div');
    notice.className = 'hj-toast';
    notice.textContent = place.dataset.unreachable;
    place.replaceChildren(notice);
  };
  document.addEventListener('htmx:sendError', unreachable);
  document.addEventListener('htmx:responseError', unreachable);

  // A notice leaves by itself after its time to undo; the pointer or the focus on it keeps it.
  const toast = document.querySelector('.hj-toast');
  if (toast) {
    const leave = () => { if (toast.matches(':hover, :focus-within')) setTimeout(leave, 2000); else toast.remove(); };
    setTimeout(leave, 10000);
  }
})();
