// What a careless or ill-meaning page does: errors are noted, every kind of message is posted.
window.errors = [];
addEventListener("error", (event) => window.errors.push(String(event.message)));
addEventListener("unhandledrejection", (event) => window.errors.push(String(event.reason)));

const HEIGHTS = [NaN, -1, 1e9, Infinity, "640", null, undefined, {}, [700]];
const forged = (height) => ({ type: "plan-figure", v: 1, event: "height", height });
const NONSENSE = [null, undefined, 0, "", "plan-figure", [], {}, { type: "plan-figure" }, { ...forged(500), v: 2 }, { ...forged(500), v: "1" }, { ...forged(500), event: "hello" }, { ...forged(500), type: "other" }];

/** Posts all of it to this window, as from this window, which is no widget. */
window.flood = (times) => {
  for (let i = 0; i < times; i++) {
    for (const message of [...NONSENSE, ...HEIGHTS.map(forged), forged(1234)]) postMessage(message, "*");
  }
};

/** Dispatches messages that claim to come from the widget itself. */
window.forge = (element) => {
  const source = element.shadowRoot.querySelector("iframe").contentWindow;
  for (const data of [...NONSENSE, ...HEIGHTS.map(forged)]) dispatchEvent(new MessageEvent("message", { source, data }));
};
