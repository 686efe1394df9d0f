// Sends what is kept, in the order in which it was made, each until the server has said that it has it or why not.
import * as store from './store.js';

const RECEIVED_KEPT_MS = 86400000; // a day, to look at; then it is on the server alone

/** Asks the server who is signed in and what there is to do. @return null without a network, 'door' without a session */
export const askState = async () => {
  let answer;
  try {
    answer = await fetch('/field/state', { headers: { Accept: 'application/json' }, cache: 'no-store' });
  } catch {
    return null;
  }
  const isState = answer.ok && !answer.redirected && answer.headers.get('content-type')?.startsWith('application/json');
  if (isState) return answer.json();
  return answer.redirected || answer.status === 401 || answer.status === 403 ? 'door' : null;
};

const send = async (entry, state) => {
  const form = new FormData();
  form.append('entry', entry.text);
  if (entry.file) form.append('file', entry.file, entry.fileName || 'file');
  const answer = await fetch(`/field/entries/${entry.key}`, {
    method: 'POST', body: form, headers: { [state.header]: state.token, Accept: 'application/json' },
  });
  const isSaid = !answer.redirected && answer.headers.get('content-type')?.startsWith('application/json')
    && (answer.status === 200 || answer.status === 422);
  return isSaid ? answer.json() : null; // anything else is no answer to this entry
};

/** What an entry is about must be there before it. */
const waitsFor = (entry, all) => {
  const before = entry.of && all.find((one) => one.key === entry.of);
  return before && before.state !== 'received';
};

/** @return whether the network held to the end */
const sendAll = async (state, changed) => {
  for (const { key } of await store.entries()) {
    const all = await store.entries();
    const waiting = all.find((one) => one.key === key);
    if (!waiting || waiting.state === 'received' || waiting.state === 'refused' || waiting.held || waitsFor(waiting, all)) continue;
    const entry = await store.entry(key);
    await store.keep({ ...entry, state: 'sending', tried: true });
    await changed();
    let said = null;
    try {
      said = await send(entry, state);
    } catch {
      // no network: it may have arrived all the same
    }
    if (said === null) {
      await store.keep({ ...entry, state: 'kept', tried: true });
      await changed();
      return false;
    }
    if (said.received) {
      // What the server has need not lie on a phone.
      const { file, text, form, ...rest } = entry;
      await store.keep({ ...rest, state: 'received', tried: true, name: said.name, address: said.address, problems: [], at: Date.now() });
    } else {
      await store.keep({ ...entry, state: 'refused', tried: false, problems: said.problems });
    }
    await changed();
  }
  return true;
};

/** One at a time, over all windows of this phone. */
export const sendKept = async (state, changed) => {
  const work = () => sendAll(state, changed);
  if (!navigator.locks) return work();
  return navigator.locks.request('hengjian-field-send', { ifAvailable: true }, (lock) => (lock ? work() : true));
};

/** What broke off in the middle is waiting again; what arrived long ago is forgotten. */
export const tidy = async () => {
  for (const one of await store.entries()) {
    if (one.state === 'received' && one.at < Date.now() - RECEIVED_KEPT_MS) await store.forget(one.key);
    if (one.state === 'sending') await store.keep({ ...(await store.entry(one.key)), state: 'kept' });
  }
};
