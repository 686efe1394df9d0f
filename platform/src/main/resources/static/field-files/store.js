// What the phone keeps until the server has it. Everything that says something of somebody is encrypted (AES-GCM) with a
// key that the server gives to its owner alone; the key lies apart, cannot be read out, and goes when somebody signs out.
const HOUR_MS = 3600000;

const asked = (request) => new Promise((give, fail) => {
  request.onsuccess = () => give(request.result);
  request.onerror = () => fail(request.error);
});

const opened = (name, make) => new Promise((give, fail) => {
  const request = indexedDB.open(name, 1);
  request.onupgradeneeded = () => make(request.result);
  request.onsuccess = () => {
    request.result.onversionchange = () => request.result.close();
    give(request.result);
  };
  request.onerror = () => fail(request.error);
});

const within = async (database, store, mode, work) => {
  const db = await database();
  try {
    const transaction = db.transaction(store, mode);
    const done = new Promise((give, fail) => {
      transaction.oncomplete = give;
      transaction.onabort = () => fail(transaction.error);
    });
    const result = await work(transaction.objectStore(store));
    await done;
    return result;
  } finally {
    db.close();
  }
};

// The sign-in page deletes this one by its name (hengjian.js).
const keys = () => opened('hengjian-field-key', (db) => db.createObjectStore('key', { keyPath: 'id' }));
const kept = () => opened('hengjian-field', (db) => {
  db.createObjectStore('entries', { keyPath: 'key' });
  db.createObjectStore('notes', { keyPath: 'id' });
});

let owner = null; // { person, key }

const sealed = async (bytes) => {
  const iv = crypto.getRandomValues(new Uint8Array(12));
  return { iv, data: await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, owner.key, bytes) };
};
const unsealed = ({ iv, data }) => crypto.subtle.decrypt({ name: 'AES-GCM', iv }, owner.key, data);
const write = (value) => sealed(new TextEncoder().encode(JSON.stringify(value)));
const read = async (value) => JSON.parse(new TextDecoder().decode(await unsealed(value)));

/** Takes the key of whoever is signed in; what others left stays as it is and cannot be read. */
export const unlock = async (state) => {
  const bytes = Uint8Array.from(atob(state.key), (one) => one.charCodeAt(0));
  const key = await crypto.subtle.importKey('raw', bytes, 'AES-GCM', false, ['encrypt', 'decrypt']);
  owner = { person: state.person, key };
  const until = Date.now() + state.hours * HOUR_MS;
  await within(keys, 'key', 'readwrite', (store) => asked(store.put({ id: 'owner', person: state.person, key, until })));
  const { key: _, token: __, ...told } = state;
  await note('state', told);
};

/** Without the server: with the key that is still here. @return what the server said last, or null where it is locked */
export const reopen = async () => {
  const found = await within(keys, 'key', 'readonly', (store) => asked(store.get('owner')));
  if (!found || found.until < Date.now()) {
    await lock();
    return null;
  }
  owner = { person: found.person, key: found.key };
  return noted('state');
};

export const lock = () => {
  owner = null;
  return within(keys, 'key', 'readwrite', (store) => asked(store.clear()));
};

export const isOpen = () => owner !== null;

/** A draft, or what the server said last: one of a name. */
export const note = async (name, value) => {
  const words = await write(value);
  return within(kept, 'notes', 'readwrite', (store) => asked(store.put({ id: `${owner.person} ${name}`, words })));
};
export const noted = async (name) => {
  const found = await within(kept, 'notes', 'readonly', (store) => asked(store.get(`${owner.person} ${name}`)));
  return found ? read(found.words) : null;
};
export const forgetNote = (name) =>
  within(kept, 'notes', 'readwrite', (store) => asked(store.delete(`${owner.person} ${name}`)));

/**
 * Keeps an entry, or what became of it.
 * states: kept → sending → received | refused; tried: it was sent and no answer came, so the server may have it
 */
export const keep = async (entry) => {
  const { key, order, state, tried, file, ...rest } = entry;
  const row = { key, owner: owner.person, order, state, tried, words: await write(rest), file: null };
  if (file) row.file = await sealed(await file.arrayBuffer());
  await within(kept, 'entries', 'readwrite', (store) => asked(store.put(row)));
};

const all = () => within(kept, 'entries', 'readonly', (store) => asked(store.getAll()));

const told = async (row, withFile) => {
  const rest = await read(row.words);
  const file = withFile && row.file ? new Blob([await unsealed(row.file)], { type: rest.type }) : null;
  return { ...rest, key: row.key, order: row.order, state: row.state, tried: row.tried, file };
};

/** One's own, in the order in which they were made; without their pictures. */
export const entries = async () => {
  const own = (await all()).filter((row) => row.owner === owner.person).sort((one, two) => one.order - two.order);
  return Promise.all(own.map((row) => told(row, false)));
};

/** One of one's own with its picture. */
export const entry = async (key) => {
  const row = await within(kept, 'entries', 'readonly', (store) => asked(store.get(key)));
  return row && row.owner === owner.person ? told(row, true) : undefined;
};

/** How many lie here of other people: theirs to send, nobody's to read. */
export const ofOthers = async () =>
  (await all()).filter((row) => row.owner !== owner?.person && row.state !== 'received').length;

export const forget = (key) => within(kept, 'entries', 'readwrite', (store) => asked(store.delete(key)));

export const sha256 = async (bytes) => [...new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))]
  .map((byte) => byte.toString(16).padStart(2, '0')).join('');
