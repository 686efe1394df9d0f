// Forms on the phone: filled, read and told what is wrong with them, whether the phone or the server found it.
const DRAFT_MS = 400;

export const word = (name) => document.querySelector(`#words [data-w="${name}"]`).textContent;

const fields = (form) => [...form.elements].filter((one) => one.name && one.type !== 'file');

/** What stands in a form: texts, 'true'/'false' of single boxes, lists of officers and of people present. */
export const collect = (form) => {
  const values = {};
  for (const one of fields(form)) {
    if (one.name === 'officers') (values.officers ??= []).push(...(one.checked ? [one.value] : []));
    else values[one.name] = one.type === 'checkbox' ? String(one.checked) : one.value.trim();
  }
  const rows = [...form.querySelectorAll('.field-present')].map((row) => ({
    name: row.querySelector('[data-name]').value.trim(), part: row.querySelector('[data-part]').value.trim(),
  })).filter((row) => row.name || row.part);
  if (form.querySelector('[data-present-rows]')) values.present = rows;
  return values;
};

export const presentRow = (form, { name = '', part = '' } = {}) => {
  const row = document.getElementById('present-row').content.cloneNode(true);
  row.querySelector('[data-name]').value = name;
  row.querySelector('[data-part]').value = part;
  form.querySelector('[data-present-rows]').append(row);
};

export const officers = (form, all, chosen) => {
  const place = form.querySelector('[data-officers]');
  place.replaceChildren(...all.map((one) => {
    const label = document.createElement('label');
    const box = document.createElement('input');
    label.className = 'field-tick';
    box.type = 'checkbox';
    box.className = 'form-check-input';
    box.name = 'officers';
    box.value = one.id;
    box.checked = chosen.includes(String(one.id));
    label.append(box, ` ${one.name}`);
    label.lang = 'zh-CN';
    return label;
  }));
};

export const fill = (form, values) => {
  form.reset();
  for (const one of fields(form)) {
    if (one.name === 'officers') one.checked = (values.officers ?? []).map(String).includes(one.value);
    else if (one.type === 'checkbox') one.checked = values[one.name] === 'true';
    else if (values[one.name] !== undefined) one.value = values[one.name];
  }
  const rows = form.querySelector('[data-present-rows]');
  if (rows) {
    rows.replaceChildren();
    (values.present?.length ? values.present : [{}]).forEach((one) => presentRow(form, one));
  }
};

/** Faults that the phone can see by itself; the server looks again. */
export const faults = (form, values) => {
  const found = [];
  const bad = (field, what) => found.push({ field, what: word(what), remedy: '' });
  // What the form does not show now is not asked for.
  for (const one of fields(form)) if (one.required && !one.closest('[hidden]') && !one.value.trim()) bad(one.name, 'empty');
  const { kind } = form.dataset;
  if (kind === 'RECORD' || kind === 'VISIT') {
    if (!values.officers?.length) bad('officers', 'choose');
    else if (values.officers.length === 1 && form.dataset.two) bad('officers', 'alone');
  }
  // As input methods write figures; which decimals the unit bears the server knows.
  if (kind === 'ITEM' && values.quantity && !(Number(values.quantity.normalize('NFKC').replaceAll(',', '')) > 0)) bad('quantity', 'quantity');
  if (kind === 'RECORD') {
    if (values.endedAt && values.endedAt < values.begunAt) bad('endedAt', 'before-begin');
    if (values.showed !== 'true') bad('showed', 'not-showed');
  }
  return found;
};

const label = (form, field) =>
  form?.querySelector(`[data-field="${field}"] :is(.form-label > span, label.form-label, legend, .field-tick span)`)?.textContent.trim() ?? '';

/** Shows problems above the form and at their fields, and takes the focus there. */
export const tell = (form, problems) => {
  const box = document.getElementById('problems');
  form?.querySelectorAll('[data-field]').forEach((one) => {
    one.classList.remove('bad');
    const why = one.querySelector('.hj-why');
    if (why) why.hidden = true;
    one.querySelectorAll('[aria-invalid]').forEach((input) => {
      input.removeAttribute('aria-invalid');
      input.removeAttribute('aria-describedby');
    });
  });
  box.hidden = problems.length === 0;
  box.querySelector('ul').replaceChildren(...problems.map(({ field, what, remedy }) => {
    const line = document.createElement('li');
    const at = field && form?.querySelector(`[data-field="${field}"]`);
    if (at) {
      const why = at.querySelector('.hj-why');
      const input = at.querySelector('input, select, textarea');
      at.classList.add('bad');
      why.textContent = `${what} ${remedy}`.trim();
      why.hidden = false;
      input?.setAttribute('aria-invalid', 'true');
      input?.setAttribute('aria-describedby', why.id);
      const to = document.createElement('a');
      to.href = `#${input?.id ?? ''}`;
      to.textContent = `${label(form, field)}: ${what}`;
      to.addEventListener('click', (event) => { event.preventDefault(); input?.focus(); });
      line.append(to);
    } else {
      line.textContent = `${what} ${remedy}`.trim();
    }
    return line;
  }));
  if (problems.length) box.focus();
};

/** Keeps what is being typed, so that a phone that falls into the water loses half a sentence at most. */
export const drafting = (form, save) => {
  let soon = 0;
  form.addEventListener('input', () => {
    clearTimeout(soon);
    soon = setTimeout(() => save(collect(form)), DRAFT_MS);
  });
  return () => clearTimeout(soon);
};
