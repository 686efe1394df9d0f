// Reads codes with the camera where the browser can; everywhere else the button stays hidden.
(() => {
  'use strict';
  const button = document.querySelector('[data-camera]');
  const view = document.querySelector('[data-camera-view]');
  if (!button || !view || !('BarcodeDetector' in window) || !navigator.mediaDevices?.getUserMedia) return;
  const field = document.getElementById(button.dataset.camera);
  button.hidden = false;
  let stream = null;
  const stop = () => {
    stream?.getTracks().forEach((track) => track.stop());
    stream = null;
    view.hidden = true;
    button.lastElementChild.textContent = button.dataset.on;
  };
  const look = async (detector) => {
    if (!stream) return;
    const [found] = await detector.detect(view).catch(() => []);
    if (found) {
      field.value = found.rawValue;
      stop();
      field.form.requestSubmit();
      return;
    }
    requestAnimationFrame(() => look(detector));
  };
  button.addEventListener('click', async () => {
    if (stream) { stop(); return; }
    try {
      stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' } });
    } catch {
      button.hidden = true; // not allowed: the field is there
      return;
    }
    view.srcObject = stream;
    view.hidden = false;
    button.lastElementChild.textContent = button.dataset.off;
    await view.play();
    look(new window.BarcodeDetector({ formats: ['qr_code'] }));
  });
  window.addEventListener('pagehide', stop);
})();
