// The field's page: what is to do today, and four forms that work without a network. See store.js for what is kept and how,
// sender.js for how it goes.
import * as store from './store.js';
import { askState, sendKept, tidy } from './sender.js';
import { collect, drafting, faults, fill, officers, presentRow, tell, word } from './forms.js';
import { pad } from './pad.js';

const AGAIN_MS = 15000; // how often an unheard entry is tried again
const POSITION_MS = 10000;
const $ = (css, of = document) => of.querySelector(css);
const $$ = (css, of = document) => [...of.querySelectorAll(css)];
const form = (view) => $(`[data-view="${view}"] form`);

let state = null; // what the server said last; its token only while it can be reached
let net = 'online'; // offline, door
let shown = { view: 'today' };
let photo = null;

const make = (tag, name, text = '') => {
  const one = document.createElement(tag);
  if (name) one.className = name;
  one.textContent = text;
  return one;
};
const toast = (text) => {
  const one = make('div', 'hj-toast', text);
  $('#toast').replaceChildren(one);
  setTimeout(() => one.remove(), 6000);
};
// The platform's clock, in the platform's zone: legal time is not the phone's.
const now = (seconds = false) => new Date(Date.now() + (state?.ahead ?? 0))
  .toLocaleString('sv-SE', { timeZone: 'Asia/Shanghai' }).replace(' ', 'T').slice(0, seconds ? 19 : 16);
const caseOf = (id) => state.cases.find((one) => String(one.id) === String(id));

// ---- lists ----
const light = (entry, all) => {
  const before = entry.of && all.find((one) => one.key === entry.of);
  if (entry.state === 'received') return ['green', 'received'];
  if (entry.state === 'refused') return ['red', 'refused'];
  if (entry.state === 'sending') return ['amber', 'sending'];
  if (entry.held) return ['grey', 'held'];
  if (before && before.state !== 'received') return ['grey', 'waits'];
  return ['grey', entry.tried ? 'unheard' : 'kept'];
};
const mayChange = (entry) => entry.state === 'refused' || (entry.state === 'kept' && !entry.tried);
const editor = { RECORD: 'record', ITEM: 'item', VISIT: 'visit', PHOTO: 'photo' };

/** A field as its form calls it; away from the form, a fault must say whose it is. */
const labelOf = (field) => (field ? document.querySelector(`[data-field="${field}"] label > span`)?.textContent ?? '' : '');

const link = (href, text) => Object.assign(make('a', 'btn btn-sm', text), { href });
const line = (entry, all) => {
  const box = make('div', 'field-entry');
  const [colour, said] = light(entry, all);
  box.dataset.key = entry.key;
  box.dataset.state = said;
  const head = make('div');
  const title = make('b', '', `${word(entry.kind)} `);
  const about = make('span', '', entry.label);
  about.lang = 'zh-CN';
  head.append(title, about);
  const small = make('small', 'hj-mute', `${entry.madeAt.slice(5, 16).replace('T', ' ')} · ${caseOf(entry.case)?.number ?? entry.lead ?? ''}`);
  small.lang = 'zh-CN';
  box.append(head, make('span', `hj-light ${colour}`, word(said)), small);
  (entry.problems ?? []).forEach(({ field, what, remedy }) => box.append(make('p', 'hj-why', `${labelOf(field)} ${what} ${remedy}`.trim())));
  const verbs = make('div', 'hj-row');
  if (entry.kind === 'RECORD') verbs.append(link(`#sign/${entry.key}`, word('sign')));
  if (mayChange(entry) && editor[entry.kind]) verbs.append(link(`#${editor[entry.kind]}/${entry.case || entry.lead}/${entry.key}`, word('edit')));
  if (entry.state === 'received' && entry.address) verbs.append(link(entry.address, word('open')));
  if (mayChange(entry)) verbs.append(discard(entry));
  if (verbs.children.length) box.append(verbs);
  return box;
};
const discard = (entry) => {
  const button = make('button', 'btn btn-sm btn-link', word('discard'));
  button.type = 'button';
  button.addEventListener('click', async () => {
    if (!button.dataset.sure) { button.dataset.sure = '1'; button.textContent = word('discard-sure'); return; }
    for (const one of await store.entries()) if (one.of === entry.key && mayChange(one)) await store.forget(one.key);
    await store.forget(entry.key);
    toast(word('discarded'));
    await draw();
  });
  return button;
};
const list = (name, rows) => {
  const place = $(`[data-list="${name}"]`);
  place.replaceChildren(...rows);
  const empty = $(`[data-empty="${name}"]`);
  if (empty) empty.hidden = rows.length > 0;
  const some = $(`[data-some="${name}"]`);
  if (some) some.hidden = rows.length === 0;
};
const visitLine = (visit) => {
  const box = Object.assign(make('a', 'hj-visit'), { href: visit.caseId ? `#case/${visit.caseId}` : `/leads/${visit.lead}` });
  const words = make('span');
  words.lang = 'zh-CN';
  words.append(make('b', 'hj-strong', visit.place), make('br'), make('small', 'hj-mute', `${visit.purpose}；${visit.title}；${visit.officers}`));
  const at = make('time', '', visit.startsAt.slice(0, 10) === state.today ? visit.startsAt.slice(11) : visit.startsAt.slice(5, 16).replace('T', ' '));
  box.append(at, words);
  if (visit.done) box.append(make('span', 'hj-tag', word('done')));
  const row = make('div');
  row.append(box);
  if (!visit.done) row.append(Object.assign(make('a', 'field-off', word('call-off')), { href: `#off/${visit.key}` }));
  return row;
};
const plain = (href, first, strong, small) => {
  const box = Object.assign(make('a', 'hj-visit field-plain'), { href });
  const words = make('span');
  words.lang = 'zh-CN';
  words.append(make('b', 'hj-strong', strong), make('br'), make('small', 'hj-mute', small));
  box.append(words, make('span', 'hj-tag', first));
  return box;
};

const drawOthers = async () => {
  const others = await store.ofOthers();
  $$('[data-others]').forEach((one) => { one.textContent = others ? word('others').replace('{0}', others) : ''; });
};
const drawLists = async () => {
  const all = await store.entries();
  const planned = all.filter((one) => one.kind === 'VISIT' && one.state !== 'received')
    .map((one) => ({ ...one.values, caseId: one.case, lead: one.lead, title: one.label, officers: word(light(one, all)[1]), done: true, key: one.key }));
  const visits = [...state.visits, ...planned.map((one) => ({ ...one, unsent: true }))]
    .sort((one, two) => one.startsAt.localeCompare(two.startsAt));
  const todays = visits.filter((one) => one.startsAt.slice(0, 10) === state.today);
  $('[data-day]').textContent = word('count').replace('{0}', state.today).replace('{1}', todays.length)
    .replace('{2}', todays.filter((one) => one.done && !one.unsent).length);
  const row = (one) => {
    const made = visitLine(one);
    if (one.unsent) $('.hj-tag', made).remove();
    return made;
  };
  list('today', todays.map(row));
  list('later', visits.filter((one) => one.startsAt.slice(0, 10) > state.today).map(row));
  list('cases', state.cases.map((one) => plain(`#case/${one.id}`, one.number, one.party, one.place)));
  list('leads', state.leads.map((one) => plain(`#visit/${one.number}`, one.number, one.seller || one.title, one.title)));
  list('of-case', all.filter((one) => String(one.case) === String(shown.id)).map((one) => line(one, all)).reverse());
  list('box', all.map((one) => line(one, all)).reverse());
  list('signatures', all.filter((one) => one.kind === 'SIGNATURE' && one.of === shown.id).map((one) => line(one, all)));
  await drawOthers();
  const open = all.filter((one) => one.state !== 'received').length;
  $('#pending').textContent = open || '';
  const bar = $('#net');
  const said = net === 'online' ? (open ? 'waiting' : 'all-sent') : net;
  bar.hidden = net === 'online' && !open && !all.length;
  bar.className = `hj-net ${net === 'online' && !open ? 'field-good' : ''}`;
  bar.replaceChildren(make('span', '', word(said).replace('{0}', open)));
  if (net === 'door') bar.append(Object.assign(make('a', '', word('sign-in')), { href: '/field' }));
};

// ---- forms ----
const start = async (at) => {
  const { view, id, key } = at;
  const target = form(view);
  const file = caseOf(id);
  const old = key ? await store.entry(key) : null;
  const draft = old ? null : await store.noted(`draft ${view} ${id}`);
  if (at !== shown) return; // somebody has gone on meanwhile, perhaps to the same form about something else
  const place = file?.place ?? '';
  const fresh = {
    record: { begunAt: now(), endedAt: now(), place }, photo: { place }, visit: { startsAt: now(), place },
    item: { place, unit: 'piece', measure: 'SEIZED', keeper: state.name }, sign: { part: 'PARTY' }, off: {},
  }[view];
  if (file) target.dataset.two = '1'; else delete target.dataset.two;
  if (view === 'record') officers(target, file?.officers ?? [], []);
  if (view === 'visit') officers(target, state.colleagues, []);
  const handling = (file?.officers ?? [{ id: state.person }]).map((one) => String(one.id));
  fill(target, { officers: handling, ...fresh, ...draft, ...old?.values });
  tell(target, old?.problems ?? []);
};

/** Keeps an entry and goes on; the text is what is sent, to the letter. */
const keep = async (kind, values, more = {}) => {
  const { file, key = crypto.randomUUID(), order = Date.now(), ...rest } = more;
  const madeAt = rest.madeAt ?? now(true);
  const text = JSON.stringify({ kind, person: String(state.person), madeAt, ...rest.refers, ...values });
  await store.keep({
    ...rest, ...rest.refers, key, order, kind, values, text, madeAt, file, state: 'kept', tried: false, problems: [],
    hash: await store.sha256(new TextEncoder().encode(text)),
  });
  navigator.storage?.persist?.();
  toast(word('saved'));
  return key;
};

const submits = {
  record: async (values, old, at) => {
    const signed = (await store.entries()).filter((one) => one.of === old?.key && one.kind === 'SIGNATURE' && one.state !== 'received');
    for (const one of signed) await store.forget(one.key);
    const key = await keep('RECORD', values, {
      ...again(old), refers: { case: String(at.id), visit: visitNow(at.id) }, label: values.place, held: true,
    });
    if (signed.length) toast(word('signatures-gone'));
    return `#sign/${key}`;
  },
  photo: async (values, old, at) => {
    const { of, ...rest } = values;
    await keep('PHOTO', rest, {
      ...again(old), refers: { case: String(at.id), of, sha256: at.photo.hash, position: at.photo.position, fileName: at.photo.file.name || old?.fileName || '' },
      label: values.caption || values.place, file: at.photo.file, type: at.photo.file.type, madeAt: at.photo.at,
    });
    return `#case/${at.id}`;
  },
  item: async (values, old, at) => {
    const key = await keep('ITEM', values, { ...again(old), refers: { case: String(at.id) }, label: `${values.item} ${values.quantity}` });
    return old ? `#case/${at.id}` : `#photo/${at.id}//${key}`;
  },
  visit: async (values, old, at) => {
    const file = caseOf(at.id);
    await keep('VISIT', values, {
      ...again(old), refers: file ? { case: String(at.id) } : { lead: at.id }, label: file?.number ?? at.id,
    });
    return '#today';
  },
  off: async (values, _, at) => {
    const visit = state.visits.find((one) => one.key === at.id);
    await keep('CALL_OFF', values, { refers: { of: visit.key }, label: visit.title });
    state.visits = state.visits.filter((one) => one !== visit);
    return '#today';
  },
  sign: async (values, _, at) => {
    const refuses = values.refuses === 'true';
    const file = refuses ? null : await signature.picture();
    const record = await store.entry(at.id);
    const { refuses: __, refusedFor, witness, ...rest } = values;
    await keep('SIGNATURE', refuses ? { ...rest, refusedFor, witness } : rest, {
      refers: {
        case: record.case, of: record.key, signed: record.hash, fileName: 'signature.png',
        sha256: file ? await store.sha256(await file.arrayBuffer()) : '',
      },
      label: `${word(values.part)} ${values.name}${refuses ? ` ${word('refuses')}` : ''}`, file, type: 'image/png',
    });
    return null;
  },
};
/** The address has changed already, what is to be seen has not yet. */
const isLeaving = () => window.location.hash !== shown.hash;
/** Leads on from where something was done; `null` stays there. Whoever has gone on by themselves is not called back. */
const goOn = async (at, to) => {
  if (at.hash !== shown.hash || isLeaving()) return;
  if (to === null) await show(); else window.location.hash = to;
};
const again = (old) => (old ? { key: old.key, order: old.order, madeAt: old.madeAt } : {});
const visitNow = (id) => state.visits.find((one) => String(one.caseId) === String(id) && one.startsAt.slice(0, 10) === state.today && !one.done)?.key ?? '';

const signFaults = (values) => (values.refuses !== 'true' && signature.isEmpty()
  ? [{ field: 'file', what: word('no-signature'), remedy: '' }] : []);

Object.keys(submits).forEach((view) => {
  const target = form(view);
  const settle = drafting(target, (values) => { if (!shown.key && view !== 'sign' && view !== 'photo') store.note(`draft ${view} ${shown.id}`, values); });
  let keeping = false;
  target.addEventListener('submit', async (event) => {
    event.preventDefault();
    settle();
    if (keeping || isLeaving()) return; // pressed twice: it is kept once
    const at = { ...shown, photo }; // what the form is about, wherever somebody goes meanwhile
    const values = collect(target);
    const problems = faults(target, values);
    if (view === 'sign') problems.push(...signFaults(values));
    if (view === 'photo' && !photo) problems.unshift({ field: 'file', what: word('no-file'), remedy: '' });
    tell(target, problems);
    if (problems.length) return;
    keeping = true;
    try {
      const old = at.key ? await store.entry(at.key) : null;
      const to = await submits[view](values, old, at);
      await store.forgetNote(`draft ${view} ${at.id}`);
      await goOn(at, to);
    } finally {
      keeping = false;
    }
    send();
  });
});
$('[data-present-more]').addEventListener('click', () => presentRow(form('record')));

// ---- photo ----
const showPhoto = () => {
  const figure = $('[data-preview]');
  figure.hidden = !photo;
  if (!photo) return;
  const picture = $('[data-picture]');
  if (picture.src) URL.revokeObjectURL(picture.src);
  picture.src = URL.createObjectURL(photo.file);
  picture.alt = word('PHOTO');
  $('[data-taken]').textContent = photo.at.replace('T', ' ');
  $('[data-hash]').textContent = `SHA-256 ${photo.hash.slice(0, 4)}…${photo.hash.slice(-4)}`;
  $('[data-position]').textContent = photo.position ? word('position').replace('{0}', photo.position) : '';
};
$('#photo-file').addEventListener('change', async (event) => {
  const [file] = event.target.files;
  if (!file) return;
  photo = { file, at: now(true), hash: await store.sha256(await file.arrayBuffer()), position: '' };
  showPhoto();
  const taken = photo;
  const say = $('[data-position]');
  say.textContent = word('locating');
  navigator.geolocation.getCurrentPosition(({ coords }) => {
    taken.position = `${coords.latitude.toFixed(6)}, ${coords.longitude.toFixed(6)} ±${Math.round(coords.accuracy)} m`;
    showPhoto();
  }, () => { say.textContent = word('no-position'); }, { enableHighAccuracy: true, timeout: POSITION_MS });
});

const startPhoto = async (at) => {
  const old = at.key ? await store.entry(at.key) : null;
  const about = (await store.entries()).filter((one) => String(one.case) === at.id && ['RECORD', 'ITEM'].includes(one.kind));
  if (at !== shown) return;
  photo = old ? { file: old.file, at: old.madeAt, hash: old.sha256, position: old.position } : null;
  $('#photo-of').replaceChildren(new Option(word('nothing-in-particular'), ''),
    ...about.map((one) => new Option(`${word(one.kind)} ${one.label}`, one.key)));
  $('#photo-of').value = at.of ?? old?.of ?? '';
  $('[data-position]').textContent = '';
  showPhoto();
};

// ---- signature ----
const signature = pad($('[data-pad]'));
$('[data-pad-clear]').addEventListener('click', () => signature.clear());
const toggleRefusal = () => {
  const refuses = $('#sign-refuses').checked;
  $('[data-signs]').hidden = refuses;
  $('[data-refuses]').hidden = !refuses;
  if (!refuses) signature.clear();
};
$('#sign-refuses').addEventListener('change', toggleRefusal);
$('#sign-part').addEventListener('change', (event) => {
  if (event.target.value === 'OFFICER') $('#sign-name').value = state.name;
});
$('[data-release]').addEventListener('click', async () => {
  const at = shown;
  const record = await store.entry(at.id);
  await store.keep({ ...record, held: false });
  toast(word('released'));
  await goOn(at, `#case/${record.case}`);
  send();
});
const showRecord = (record) => {
  const rows = ['begunAt', 'endedAt', 'place', 'facts', 'statement'].filter((one) => record.values[one])
    .map((one) => [word(one), record.values[one].replace(/^(\d{4}-\d\d-\d\d)T/, '$1 ')]);
  rows.splice(3, 0, [word('present'), record.values.present.map((one) => `${one.name}（${one.part}）`).join('、') || '—'],
    [word('officers'), caseOf(record.case)?.officers.filter((one) => record.values.officers.includes(String(one.id))).map((one) => one.name).join('、') ?? '']);
  const facts = make('dl', 'hj-facts');
  rows.forEach(([name, text]) => facts.append(make('dt', '', name), make('dd', '', text)));
  $('[data-read]').replaceChildren(facts);
  $('[data-signed]').textContent = `${record.hash.slice(0, 4)}…${record.hash.slice(-4)}`;
  $('[data-release]').hidden = !record.held;
};

// ---- views ----
const draw = async () => { if (store.isOpen() && state) await drawLists(); };
const show = async (isMove = false) => {
  const { hash } = window.location;
  const [view, id, key, of] = (hash.slice(1) || 'today').split('/');
  const isView = $(`[data-view="${CSS.escape(view)}"]`) !== null;
  const isOpen = store.isOpen() && state;
  if (isOpen && !isView && shown.hash !== undefined && shown.view !== 'locked') { shown.hash = hash; return; } // a link within the page
  const at = isOpen ? { view: isView ? view : 'today', id: id && decodeURIComponent(id), key, of, hash } : { view: 'locked', hash };
  shown = at;
  if (shown.view === 'case' && !caseOf(id)) { window.location.hash = '#today'; return; }
  const record = at.view === 'sign' ? await store.entry(at.id) : null;
  if (at !== shown) return; // somebody has gone on meanwhile
  if (at.view === 'sign' && !record) { window.location.hash = '#box'; return; }
  if (submits[at.view]) await start(at);
  if (at.view === 'photo') await startPhoto(at);
  if (at !== shown) return;
  // Nothing is shown before it is filled, or what is typed at once would be overwritten.
  $$('[data-view]').forEach((one) => { one.hidden = one.dataset.view !== shown.view; });
  const isHome = ['today', 'locked'].includes(shown.view);
  $('#back').hidden = isHome;
  $('#mark').toggleAttribute('hidden', !isHome);
  $('#back').href = ['record', 'photo', 'item'].includes(shown.view) ? `#case/${shown.id}` : record ? `#case/${record.case}` : '#today';
  $('#title').textContent = isHome ? word('title') : shown.view === 'case' ? caseOf(id).number : word(`t-${shown.view}`);
  $('#title').lang = shown.view === 'case' ? 'zh-CN' : document.documentElement.lang;
  if (shown.view === 'case') showCase(caseOf(id));
  if (shown.view === 'me') {
    $('[data-view="me"] [data-t="name"]').textContent = state.name;
    $('[data-view="me"] [data-t="agency"]').textContent = state.agency;
  }
  if (shown.view === 'off') $('[data-view="off"] [data-t="what"]').textContent = state.visits.find((one) => one.key === shown.id)?.place ?? '';
  if (record) {
    showRecord(record);
    toggleRefusal();
  }
  if (!submits[shown.view]) tell(null, []);
  // Before the lists are drawn, or the focus would be taken from whoever types already.
  window.scrollTo(0, 0);
  if (isMove && shown.view !== 'today') $('#title').focus({ preventScroll: true });
  if (shown.view === 'locked') await drawOthers(); else await draw();
};
const showCase = (file) => {
  const text = (name, words) => { $(`[data-view="case"] [data-t="${name}"]`).textContent = words; };
  text('party', file.party);
  text('title', file.title);
  text('where', file.place);
  $('[data-t="where"]').href = `geo:0,0?q=${encodeURIComponent(file.place)}`;
  $('[data-t="desk"]').href = `/field/case/${file.id}`;
  $$('[data-go]').forEach((one) => { one.href = `#${one.dataset.go}/${file.id}`; });
};
window.addEventListener('hashchange', () => show(true));

// ---- the network ----
const remember = async (fresh) => {
  state = { ...fresh, ahead: fresh.now - Date.now() };
  await store.unlock(state);
};
let asking = false;
let askedAgain = false;
const send = async () => {
  if (asking) { askedAgain = true; return; }
  asking = true;
  askedAgain = false;
  try {
    const fresh = await askState();
    if (fresh === null || fresh === 'door') {
      net = fresh ?? 'offline';
      await draw();
      return;
    }
    net = 'online';
    const first = !state;
    await remember(fresh);
    if (first) { await tidy(); await show(); }
    const before = (await store.entries()).filter((one) => one.state === 'received').length;
    if (!await sendKept(state, draw)) net = 'offline';
    // What arrived may have changed what there is to do: a visit that was planned is one of today's.
    const after = (await store.entries()).filter((one) => one.state === 'received').length;
    const news = after > before ? await askState() : null;
    if (news && news !== 'door') await remember(news);
    await draw();
  } finally {
    asking = false;
  }
  if (askedAgain && net === 'online') await send();
};
$('[data-send]').addEventListener('click', send);
window.addEventListener('online', send);
window.addEventListener('offline', () => { net = 'offline'; draw(); });
document.addEventListener('visibilitychange', () => { if (!document.hidden) send(); });
setInterval(async () => {
  if (store.isOpen() && (net !== 'online' || (await store.entries()).some((one) => one.state === 'kept' && !one.held))) send();
}, AGAIN_MS);

$('[data-lock]').addEventListener('click', async () => {
  const { header, token } = state;
  await store.lock();
  state = null;
  try {
    await fetch('/sign-out', { method: 'POST', headers: { [header]: token } });
    window.location.assign('/sign-in?out');
  } catch {
    await show();
    toast(word('lock-offline'));
  }
});

const begin = async () => {
  if (!window.isSecureContext || !crypto.subtle || !window.indexedDB) {
    $('#net').hidden = false;
    $('#net').append(make('span', '', word('insecure')));
    return;
  }
  navigator.serviceWorker?.register('/field/worker.js', { scope: '/field' });
  state = await store.reopen();
  if (state) { await tidy(); await show(); }
  await send();
  if (!state) await show();
  const who = $('#who');
  if (state) { who.textContent = state.name; who.hidden = false; }
};
begin();
