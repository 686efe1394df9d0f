// Opens the field's page without a network: fetches while there is one, gives what was kept while there is none. It keeps
// only the page and its files, which say nothing of anybody.
'use strict';
const CACHE = 'hengjian-field-1';
const PAGE = '/field';
const FILES = [
  PAGE, '/field/manifest.webmanifest', '/vendor/tabler.min.css', '/look/hengjian.css', '/look/icons.svg', '/look/mark.svg',
  '/field-files/field.css', '/field-files/field.js', '/field-files/forms.js', '/field-files/store.js',
  '/field-files/sender.js', '/field-files/pad.js',
];
const PATIENCE_MS = 4000; // a network that lets one wait longer counts as none

self.addEventListener('install', (event) => {
  self.skipWaiting();
  event.waitUntil(caches.open(CACHE).then((cache) => Promise.all(FILES.map(async (file) => {
    const answer = await fetch(file, { cache: 'no-cache' });
    if (answer.ok && !answer.redirected) await cache.put(file, answer);
  }))));
});

self.addEventListener('activate', (event) => event.waitUntil((async () => {
  for (const name of await caches.keys()) {
    if (name.startsWith('hengjian-field-') && name !== CACHE) await caches.delete(name);
  }
  await self.clients.claim();
})()));

const fetched = async (request, name) => {
  const answer = await fetch(request);
  // A redirect leads to the door: that is no page to keep.
  if (answer.ok && !answer.redirected && answer.type === 'basic') {
    const cache = await caches.open(CACHE);
    await cache.put(name, answer.clone());
  }
  return answer;
};

self.addEventListener('fetch', (event) => {
  const address = new URL(event.request.url);
  if (event.request.method !== 'GET' || address.origin !== self.location.origin || !FILES.includes(address.pathname)) return;
  const name = address.pathname;
  event.respondWith((async () => {
    const network = fetched(event.request, name);
    const kept = await (await caches.open(CACHE)).match(name);
    if (!kept) return network;
    const late = new Promise((give) => { setTimeout(() => give(kept), PATIENCE_MS); });
    return Promise.race([network.catch(() => kept), late]);
  })());
});
