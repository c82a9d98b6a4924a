// Opens every page also where the site does not answer: files of a release come from the cache, and for the page an empty
// document has the program render it. With an empty list of files it deletes its caches and unregisters.
const site = /** @type {ServiceWorkerGlobalScope} */ (/** @type {unknown} */ (self));
const { base, release, files, pages, headers } = __RELEASE__;
const STORE_MS = 400, SITE_MS = 4000; // how long either may take
const wait = (/** @type {number} */ time) => new Promise((resolve) => setTimeout(resolve, time));
/** Deletes what is older than the release before this one: a page that is still open may want that. */
async function tidy() {
  const others = (await caches.keys()).filter((name) => name.startsWith(`${base} `) && name !== release);
  await Promise.all((files.length ? others.slice(0, -1) : [release, ...others]).map((name) => caches.delete(name)));
  if (!files.length) await site.registration.unregister();
}
/** A page in whole: of one that ends halfway nothing is shown. @param {Request} request */
async function page(request) {
  const response = await fetch(request);
  if (response.status >= 500) return; // whoever stands before the site says that it does not answer
  return response.type === "opaqueredirect" ? response : new Response(await response.arrayBuffer(), response);
}
/** A file from the store, or from the site where the store is slow or broken. @param {Request} request */
async function file(request) {
  const kept = (async () => caches.match(request.url, { ignoreVary: true }))();
  return (await Promise.race([kept.catch(() => undefined), wait(STORE_MS)])) ?? fetch(request).catch(async () => (await kept) ?? Response.error());
}
site.addEventListener("install", (event) => {
  site.skipWaiting();
  // Each file as it was built and no other: networks answer with pages of their own.
  const requests = files.map(([url, integrity]) => new Request(url, { integrity }));
  event.waitUntil(caches.open(release).then((cache) => cache.addAll(requests)));
});
// Requests wait until this has ended.
site.addEventListener("activate", (event) => event.waitUntil(Promise.race([tidy(), wait(STORE_MS)]).catch(() => {})));
site.addEventListener("fetch", (event) => {
  const { mode, url } = event.request;
  const { origin, pathname } = new URL(url);
  if (!files.length || origin !== site.location.origin) return;
  if (mode === "navigate") {
    const path = pathname.slice(base.length);
    if (/^v\/|^(en\/)?embed\/|\.(?!html$)\w+$/.test(path)) return; // the program renders no widgets, copies, files
    const kept = () => new Response(pages[+path.startsWith("en/")], { headers });
    // No navigation preload: in Firefox, one that fails is the end of the navigation.
    event.respondWith(Promise.race([page(event.request), wait(SITE_MS)]).then((found) => found ?? kept(), kept));
  } else if (/-[\da-f]{16}\.\w+$/.test(pathname)) event.respondWith(file(event.request));
});
