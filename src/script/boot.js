// Makes a prerendered page live once it has been shown. Whatever fails on the way, the page stays as it is.

// A module that does nothing, with each feature the program is built with: sign extension, saturating conversion,
// bulk memory, reference types, several results.
const PROBE = new Uint8Array([
  0, 97, 115, 109, 1, 0, 0, 0, 1, 7, 1, 96, 1, 111, 2, 127, 127, 3, 2, 1, 0, 5, 3, 1, 0, 0, 10, 29, 1, 27, 0, 65, 0, 192, 26,
  67, 0, 0, 0, 0, 252, 0, 26, 65, 0, 65, 0, 65, 0, 252, 11, 0, 65, 0, 65, 0, 11,
]);

const app = document.getElementById("app");
const { js, wasm, integrity } = app.dataset;

/** Resolves when the page has nothing better to do, or at the reader's first touch. */
function idle() {
  return new Promise((resolve) => {
    const soon = () => (self.requestIdleCallback ? requestIdleCallback(resolve, { timeout: 3000 }) : setTimeout(resolve, 200));
    document.readyState === "complete" ? soon() : addEventListener("load", soon, { once: true });
    for (const touch of ["pointerdown", "keydown"]) addEventListener(touch, resolve, { once: true, passive: true });
  });
}

async function start() {
  if (!self.WebAssembly?.validate?.(PROBE)) return "unsupported";
  await idle();
  const [program, response] = await Promise.all([import(js), fetch(wasm, { integrity })]);
  await program.default({ module_or_path: response });
  performance.mark("start");
  program.start(!location.search.includes("render"));
  return "live";
}

start()
  .catch((error) => (console.warn("the page stays static:", error), "static"))
  .then((state) => (document.documentElement.dataset.state = state));
