// Makes a prerendered page live once it has been shown. Whatever fails on the way, the page stays as it is.

// A module that does nothing, with each feature the program is built with: sign extension, saturating conversion,
// bulk memory, reference types, several results.
const PROBE = new Uint8Array([
  0, 97, 115, 109, 1, 0, 0, 0, 1, 7, 1, 96, 1, 111, 2, 127, 127, 3, 2, 1, 0, 5, 3, 1, 0, 0, 10, 29, 1, 27, 0, 65, 0, 192, 26,
  67, 0, 0, 0, 0, 252, 0, 26, 65, 0, 65, 0, 65, 0, 252, 11, 0, 65, 0, 65, 0, 11,
]);

/** How long the other modules wait for the program. */
const PATIENCE_MS = 5000;

const app = document.getElementById("app");
const { js, wasm, wasmHash, figures, figuresHash } = app.dataset;

/** Resolves when the page has nothing better to do, or at the reader's first touch. */
function idle() {
  return new Promise((resolve) => {
    const soon = () => (self.requestIdleCallback ? requestIdleCallback(resolve, { timeout: 3000 }) : setTimeout(resolve, 200));
    document.readyState === "complete" ? soon() : addEventListener("load", soon, { once: true });
    for (const touch of ["pointerdown", "keydown"]) addEventListener(touch, resolve, { once: true, passive: true });
  });
}

async function get(url, integrity) {
  const response = await fetch(url, { integrity });
  if (!response.ok) throw new Error(`${url}: ${response.status}`);
  return response;
}

async function start() {
  if (!self.WebAssembly?.validate?.(PROBE)) return "unsupported";
  await idle();
  const [program, bytes, code] = await Promise.all([
    import(js),
    get(figures, figuresHash).then((response) => response.arrayBuffer()),
    get(wasm, wasmHash),
  ]);
  await program.default({ module_or_path: code });
  return alive(program, new Uint8Array(bytes));
}

/** Hands the page over. A panic on the way leaves half a page, so a copy stands by until all has gone well. */
function alive(program, bytes) {
  const copy = app.cloneNode(true);
  return new Promise((resolve) => {
    const restore = (event) => {
      event.preventDefault();
      done();
      app.replaceWith(copy);
      // Modules that had begun have lost their parts.
      for (const part of copy.querySelectorAll("[data-started]")) delete part.dataset.started;
      resolve("static");
    };
    const done = () => ["error", "unhandledrejection"].forEach((kind) => removeEventListener(kind, restore));
    ["error", "unhandledrejection"].forEach((kind) => addEventListener(kind, restore));
    try {
      if (!program.start(bytes)) throw new Error("no page to adopt");
      // Adoption runs in tasks of its own; two frames later it is over.
      requestAnimationFrame(() => requestAnimationFrame(() => (done(), resolve("live"))));
    } catch (error) {
      restore(new Event("error"));
    }
  });
}

/** Charts are drawn for the pixels of the screen, and a window can move to another one. */
function watchPixels() {
  const moved = () => (dispatchEvent(new Event("redraw")), watchPixels());
  matchMedia(`(resolution: ${devicePixelRatio}dppx)`).addEventListener("change", moved, { once: true });
}

/** What a link asks to see open is open before it is seen closed, once. */
function view() {
  const table = document.querySelector("#app .figure-page details.table:not([data-viewed])");
  if (!table || new URLSearchParams(location.search).get("view") !== "table") return;
  table.dataset.viewed = "";
  table.open = true;
}

/** Parts of a page with a module of their own get it when they are there, on this page and on those that follow. */
function modules() {
  view();
  const root = document.documentElement;
  // A guess is asked for by the address, where there is a question.
  const asked = new URLSearchParams(location.search).has("guess") && document.querySelector("#app .guess");
  asked ? (root.dataset.guess ||= "wait") : delete root.dataset.guess;
  for (const part of document.querySelectorAll("#app [data-module]:not([data-started])")) {
    // What is folded away gets its own when it is opened.
    if (part.open === false) {
      part.ontoggle = modules;
      continue;
    }
    part.dataset.started = "";
    // A part without its module stays as it is; what waits for it is shown.
    import(part.dataset.module).then((module) => module.start(part)).catch(() => delete root.dataset.guess);
  }
}

/** Looks after the parts of the page that is in place, and of those that take its place. */
function attend() {
  modules();
  new MutationObserver(modules).observe(document.getElementById("app"), { childList: true });
}

view();
start()
  .catch(() => "static")
  .then((state) => {
    document.documentElement.dataset.state = state;
    if (state === "live") watchPixels();
    attend();
  });
// A program that is long in coming keeps nobody from what needs none.
setTimeout(() => document.documentElement.dataset.state || attend(), PATIENCE_MS);
