// Opens every page without a network: files of a release come from the cache; where a page cannot be fetched, an empty
// document has the program render it. With an empty list of files it deletes its caches and unregisters.
const site = /** @type {ServiceWorkerGlobalScope} */ (/** @type {unknown} */ (self));
const { base, release, files, pages, headers } = __RELEASE__;
/** Deletes what is older than the release before this one: a page that is still open may want that. */
async function tidy() {
  const others = (await caches.keys()).filter((name) => name.startsWith(`${base} `) && name !== release);
  await Promise.all((files.length ? others.slice(0, -1) : [release, ...others]).map((name) => caches.delete(name)));
  if (!files.length) await site.registration.unregister();
}
site.addEventListener("install", (event) => {
  site.skipWaiting();
  event.waitUntil(caches.open(release).then((cache) => cache.addAll(files)));
});
site.addEventListener("activate", (event) => event.waitUntil(tidy()));
site.addEventListener("fetch", (event) => {
  const { mode, url } = event.request;
  const { origin, pathname } = new URL(url);
  if (!files.length || origin !== site.location.origin) return;
  if (mode === "navigate") {
    const path = pathname.slice(base.length);
    if (/^v\/|^(en\/)?embed\/|\.(?!html$)\w+$/.test(path)) return; // the program renders no widgets, copies, files
    // No navigation preload: in Firefox, one that fails is the end of the navigation.
    event.respondWith(fetch(event.request).catch(() => new Response(pages[+path.startsWith("en/")], { headers })));
  } else if (/-[\da-f]{16}\.\w+$/.test(pathname)) {
    event.respondWith(caches.match(url, { ignoreVary: true }).then((found) => found ?? fetch(event.request)));
  }
});
