// Drag and drop and the progress of sending. Without it the form is sent as forms are.
(() => {
  'use strict';
  const form = document.getElementById('upload');
  if (!form) return;
  const file = document.getElementById('file');
  const drop = document.getElementById('drop');
  const source = document.getElementById('source');
  const nameField = document.getElementById('name-field');
  const name = document.getElementById('name');
  const sending = document.getElementById('sending');
  const sent = document.getElementById('sent');
  const words = document.getElementById('sent-words');
  const button = document.getElementById('send');

  const showName = () => {
    const fresh = source.value === 'new';
    nameField.hidden = !fresh;
    name.required = fresh;
  };
  source.addEventListener('change', showName);
  showName();

  ['dragenter', 'dragover'].forEach((kind) => drop.addEventListener(kind, (event) => {
    event.preventDefault();
    drop.classList.add('over');
  }));
  ['dragleave', 'drop'].forEach((kind) => drop.addEventListener(kind, () => drop.classList.remove('over')));
  drop.addEventListener('drop', (event) => {
    event.preventDefault();
    if (event.dataTransfer.files.length) file.files = event.dataTransfer.files;
  });

  const say = (text) => { words.textContent = text; };
  const stop = (text) => { say(text); button.disabled = false; sent.value = 0; };

  form.addEventListener('submit', (event) => {
    const chosen = file.files[0];
    if (!chosen) return;
    event.preventDefault();
    sending.hidden = false;
    if (chosen.size > Number(form.dataset.megabytes) * 1024 * 1024) {
      stop(form.dataset.large);
      return;
    }
    button.disabled = true;
    const request = new XMLHttpRequest();
    request.open('POST', form.action);
    request.upload.addEventListener('progress', (progress) => {
      if (!progress.lengthComputable) return;
      const percent = Math.floor((100 * progress.loaded) / progress.total);
      sent.value = percent;
      say(percent < 100 ? form.dataset.sending.replace('#', percent) : form.dataset.keeping);
    });
    request.addEventListener('load', () => {
      if (request.status < 400) {
        window.location.assign(request.responseURL);
        return;
      }
      // Refused: the server's page says why; it takes the place of this one, the choice of file stays.
      const page = new DOMParser().parseFromString(request.responseText, 'text/html');
      const errors = page.querySelector('.hj-errors');
      if (!errors) { stop(form.dataset.lost); return; }
      document.querySelector('.hj-errors')?.remove();
      form.before(document.adoptNode(errors));
      stop('');
      sending.hidden = true;
      errors.focus();
    });
    request.addEventListener('error', () => stop(form.dataset.lost));
    request.send(new FormData(form));
  });
})();
