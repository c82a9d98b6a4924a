// The one script of a widget before the reader touches it: what the page's own head script does, chart or table, the
// widget's height reported to the page around it, and the program fetched at the first touch.
import "./head.js";
const TYPE = "plan-figure", VERSION = 1;
const { boot = "", bootIntegrity: integrity = "" } = /** @type {HTMLScriptElement} */ (document.currentScript).dataset;
const query = new URLSearchParams(location.search);

/** Shows chart or table, as the address and then the reader wants it. @param {string | null | undefined} name */
const view = (name) => {
  const asked = name === "table" ? "table" : "chart";
  document.documentElement.dataset.view = asked;
  for (const link of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("[data-view-of]")))
    link.setAttribute("aria-current", String(link.dataset.viewOf === asked));
};
view(query.get("view"));
const parts = () => document.querySelector(".embed")?.children ?? [];
// For WordPress and pym.js, whose addresses name the widget.
const { secret, childId } = Object.fromEntries(new URLSearchParams(location.hash.replace(/^#\??/, "") + "&" + query));
const tell = () => {
  // Of the content: the document itself is as high as its frame, the content may be less or more.
  const height = Math.ceil([...parts()].reduce((sum, part) => sum + part.getBoundingClientRect().height, 0));
  for (const message of [
    { type: TYPE, v: VERSION, event: "height", height },
    { message: "height", value: height, secret },
    { sentinel: "amp", type: "embed-size", height },
    JSON.stringify({ method: "resize", height }),
    `pymxPYMx${childId}xPYMxheightxPYMx${height}`,
  ])
    parent.postMessage(message, "*");
};
addEventListener("DOMContentLoaded", () => {
  view(query.get("view"));
  if (query.get("since") === "1") load(); // what other sources say is drawn by the program alone
  const observer = new ResizeObserver(tell);
  for (const part of parts()) observer.observe(part);
});
// A page that listens late says so.
addEventListener("message", ({ source, data }) => void (source === parent && data?.type === TYPE && data.v === VERSION && data.event === "hello" && tell()));
addEventListener("click", (event) => {
  const link = /** @type {HTMLAnchorElement | null} */ (/** @type {Element} */ (event.target).closest?.("a[data-view-of], a[target]"));
  if (!link || (link.target && (origin !== "null" || event.defaultPrevented))) return;
  event.preventDefault();
  if (link.dataset.viewOf) return view(link.dataset.viewOf);
  // Where a host's sandbox lets no window open, the address stands there as text, to be copied.
  let opened;
  try { opened = open(link.href); } catch {} // some browsers say no by throwing
  if (opened) opened.opener = null;
  else if (link.nextElementSibling?.className !== "address")
    link.after(Object.assign(document.createElement("code"), { className: "address", textContent: link.href }));
});

const load = () => {
  // import() takes no integrity hash: a modulepreload link that carries one has the browser check the module.
  document.head.append(Object.assign(document.createElement("link"), { rel: "modulepreload", crossOrigin: "", integrity, href: boot }));
  import(boot).catch(() => {}); // without the program the widget stays as it is
};
const TOUCHES = ["pointerdown", "pointerup", "keydown", "focusin"];
const touched = (/** @type {Event} */ event) => {
  // A finger that scrolls past begins with pointerdown as well; it does not end with pointerup.
  if (event instanceof PointerEvent && event.type === "pointerdown" && event.pointerType === "touch") return;
  for (const touch of TOUCHES) removeEventListener(touch, touched);
  load();
};
for (const touch of TOUCHES) addEventListener(touch, touched, { passive: true });
