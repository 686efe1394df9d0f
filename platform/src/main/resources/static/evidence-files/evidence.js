// Sends each file by itself, so that one which fails keeps no other back and a long film shows how far it is. Without
// script the form is sent as forms are.
(() => {
  'use strict';
  const form = document.getElementById('receive');
  if (!form) return;
  const files = document.getElementById('files');
  const drop = document.getElementById('drop');
  const sending = document.getElementById('sending');
  const list = document.getElementById('sent');
  const words = document.getElementById('sent-words');
  const button = document.getElementById('send');
  const say = form.dataset;

  ['dragenter', 'dragover'].forEach((kind) => drop.addEventListener(kind, (event) => {
    event.preventDefault();
    drop.classList.add('over');
  }));
  ['dragleave', 'drop'].forEach((kind) => drop.addEventListener(kind, () => drop.classList.remove('over')));
  drop.addEventListener('drop', (event) => {
    event.preventDefault();
    if (event.dataTransfer.files.length) files.files = event.dataTransfer.files;
  });

  const line = (file) => {
    const item = document.createElement('li');
    const name = document.createElement('b');
    const progress = document.createElement('progress');
    const state = document.createElement('span');
    name.textContent = file.name;
    progress.max = 100;
    progress.value = 0;
    progress.setAttribute('aria-label', file.name);
    state.textContent = say.waits;
    item.append(name, progress, state);
    list.append(item);
    return { item, progress, state };
  };

  const send = (file, shown, query) => new Promise((done) => {
    const end = (good, text) => {
      shown.item.classList.toggle('bad', !good);
      shown.progress.value = good ? 100 : 0;
      shown.state.textContent = text;
      done(good);
    };
    if (file.size > Number(say.most)) { end(false, say.large); return; }
    const request = new XMLHttpRequest();
    const address = new URLSearchParams(query);
    address.set('name', file.name);
    request.open('PUT', `${say.to}?${address}`);
    request.setRequestHeader('Content-Type', 'application/octet-stream');
    request.setRequestHeader(
      document.querySelector('meta[name=_csrf_header]').content,
      document.querySelector('meta[name=_csrf]').content);
    request.upload.addEventListener('progress', (progress) => {
      const percent = progress.total ? Math.floor((100 * progress.loaded) / progress.total) : 0;
      shown.progress.value = percent;
      shown.state.textContent = percent < 100 ? say.sending.replace('#', percent) : say.keeping;
    });
    request.addEventListener('load', () => {
      let answer = null;
      try { answer = JSON.parse(request.responseText); } catch { /* a page, not an answer */ }
      if (request.status === 200 && answer) end(true, answer.again ? say.again : say.taken);
      else end(false, answer && answer.problem ? answer.problem : say.lost);
    });
    request.addEventListener('error', () => end(false, say.lost));
    request.send(file);
  });

  form.addEventListener('submit', async (event) => {
    const chosen = [...files.files];
    if (!chosen.length) return; // the server says what is missing
    event.preventDefault();
    button.disabled = true;
    sending.hidden = false;
    list.replaceChildren();
    const query = new URLSearchParams();
    new FormData(form).forEach((value, name) => {
      if (typeof value === 'string' && name !== '_csrf') query.set(name, value);
    });
    const lines = chosen.map(line);
    let failed = 0;
    for (let i = 0; i < chosen.length; i += 1) {
      if (!await send(chosen[i], lines[i], query)) failed += 1;
    }
    button.disabled = false;
    if (failed) {
      words.textContent = say.retry.replace('#', failed);
      return;
    }
    words.textContent = say.all;
    window.location.assign(form.action);
  });
})();
