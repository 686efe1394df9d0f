// A signature: with finger, pen or mouse. Whoever cannot or will not sign has the way of the refusal, by keyboard too.
const LINE_PX = 2.5;

export const pad = (canvas) => {
  const pen = canvas.getContext('2d');
  let points = 0;
  let last = null;

  const clear = () => {
    const scale = window.devicePixelRatio || 1;
    const { width, height } = canvas.getBoundingClientRect();
    canvas.width = Math.max(1, Math.round(width * scale));
    canvas.height = Math.max(1, Math.round(height * scale));
    pen.scale(scale, scale);
    pen.fillStyle = '#fff'; // on paper, whatever the theme
    pen.fillRect(0, 0, width, height);
    pen.strokeStyle = '#000';
    pen.lineWidth = LINE_PX;
    pen.lineCap = 'round';
    pen.lineJoin = 'round';
    points = 0;
    last = null;
  };
  const at = (event) => {
    const box = canvas.getBoundingClientRect();
    return { x: event.clientX - box.left, y: event.clientY - box.top };
  };
  const draw = (event) => {
    if (!last) return;
    const to = at(event);
    pen.beginPath();
    pen.moveTo(last.x, last.y);
    pen.lineTo(to.x, to.y);
    pen.stroke();
    last = to;
    points += 1;
  };
  canvas.addEventListener('pointerdown', (event) => {
    canvas.setPointerCapture(event.pointerId);
    last = at(event);
    draw(event);
    event.preventDefault();
  });
  canvas.addEventListener('pointermove', (event) => (event.getCoalescedEvents?.() ?? [event]).forEach(draw));
  ['pointerup', 'pointercancel'].forEach((kind) => canvas.addEventListener(kind, () => { last = null; }));

  return {
    clear,
    isEmpty: () => points < 3, // a slip of the finger is no signature
    picture: () => new Promise((give) => { canvas.toBlob(give, 'image/png'); }),
  };
};
