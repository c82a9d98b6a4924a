// Makes a prerendered page live once it has been shown. Whatever fails on the way or later, the static page stands.
// A module that does nothing, with each feature the program is built with: sign extension, saturating conversion,
// bulk memory, reference types, several results.
const PROBE = new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0, 1, 7, 1, 96, 1, 111, 2, 127, 127, 3, 2, 1, 0, 5, 3, 1, 0, 0, 10, 29, 1,
  27, 0, 65, 0, 192, 26, 67, 0, 0, 0, 0, 252, 0, 26, 65, 0, 65, 0, 65, 0, 252, 11, 0, 65, 0, 65, 0, 11]);
const root = document.documentElement;
const app = /** @type {HTMLElement} */ (document.getElementById("app"));
const { js = "", wasm = "", integrity = "", worker } = app.dataset;
const page = location.pathname;
/** The page before the program changed it, for when the program ends. @type {Node} */
let copy = app;
const clear = () => document.querySelectorAll("#live, live-page").forEach((rest) => rest.remove());
// A copy of a page that was saved while it was live.
delete root.dataset.state;
clear();

// The default policy of Trusted Types: script URLs of this origin (the worker) and JSON-LD pass, and no other string.
/** @type {any} */ (self).trustedTypes?.createPolicy("default", {
  createScriptURL: (/** @type {string} */ url) => (new URL(url, location.href).origin === location.origin ? url : null),
  createScript: (/** @type {string} */ text) => JSON.parse(text) && text,
});
const saveData = /** @type {any} */ (navigator).connection?.saveData || matchMedia("(prefers-reduced-data: reduce)").matches;
/** @param {(value?: unknown) => void} call */
const soon = (call) => void ("requestIdleCallback" in self ? requestIdleCallback(call, { timeout: 3000 }) : setTimeout(call, 200));
const nextTask = () => new Promise((resolve) => setTimeout(resolve));
/** Resolves when the page has nothing better to do, or at the reader's first touch; at the latter alone to save data. */
const idle = () =>
  new Promise((resolve) => {
    if (!("prerendered" in app.dataset)) return resolve(undefined); // without a network: nothing is there yet
    for (const touch of ["pointerdown", "keydown"]) addEventListener(touch, resolve, { once: true, passive: true });
    if (saveData) return;
    document.readyState === "complete" ? soon(resolve) : addEventListener("load", () => soon(resolve), { once: true });
  });

/** Opens pages without a network from now on. Widgets name no worker. */
const keep = async () => worker && !saveData && navigator.serviceWorker?.register(worker);
/** Ends the program and gives the static page back. @param {{ stop(): void }} program @param {unknown} error */
function end(program, error) {
  console.warn("the page is static from here on:", error);
  root.dataset.state = "static";
  (async () => program.stop())().catch((error) => console.warn("the program could not be stopped:", error));
  clear();
  if (location.pathname === page) return document.getElementById("app")?.replaceWith(copy);
  history.replaceState({ static: true }, "", location.href);
  location.reload();
}
// Without the program, history entries that it made for other pages are loaded as documents.
addEventListener("popstate", () => root.dataset.state === "live" || location.pathname === page || location.reload());

async function start() {
  if (!self.WebAssembly?.validate?.(PROBE)) return "unsupported";
  if (history.state?.static) return "static"; // what ended the program once would end it again
  await idle();
  // import() takes no integrity hash: a modulepreload link that carries one has the browser check the module.
  document.head.append(Object.assign(document.createElement("link"), { rel: "modulepreload", crossOrigin: "", integrity, href: js }));
  const [program, response] = await Promise.all([import(js), fetch(wasm, { integrity })]);
  if (!response.ok) throw new Error(`${wasm}: ${response.status}`);
  await program.default({ module_or_path: response });
  await nextTask(); // compiling was a long task already
  copy = app.cloneNode(true);
  await nextTask();
  addEventListener("error", function failed(event) {
    const { name, stack = "wasm" } = event.error ?? {};
    // Other scripts fail as well; a trap of the program alone is the end of it.
    if (name !== "RuntimeError" || !/wasm/.test(stack)) return;
    event.preventDefault();
    removeEventListener("error", failed);
    end(program, event.error);
  });
  // Stills give way to the program's drawings behind it; a saved copy, where no script defines it, shows the stills.
  customElements.define("live-page", class extends HTMLElement {});
  app.before(document.createElement("live-page"));
  const ended = await (async () => program.start())().catch((error) => end(program, error) ?? "static");
  if (ended) return ended;
  soon(() => keep().catch((error) => console.warn("pages will not open without a network:", error)));
  return "live";
}
start()
  .catch((error) => (console.warn("the page stays static:", error), "static"))
  .then((state) => {
    root.dataset.state ??= state;
    if (root.dataset.state !== "live") delete root.dataset.guess; // that the head script made room for
  });
