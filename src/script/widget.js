// The one script of a widget before the reader touches it: what the page's own head script does, the widget's height
// reported to the page around it, and the program fetched at the first touch.
import "./head.js";

const TYPE = "plan-figure";
const VERSION = 1;
const { boot = "", bootIntegrity = "" } = /** @type {HTMLScriptElement} */ (document.currentScript).dataset;

/**
 * Chart or table, as the address and then the reader wants it.
 * @param {string | null | undefined} name
 */
const view = (name) => {
  if (name === "table") document.documentElement.dataset.view = name;
  else delete document.documentElement.dataset.view;
  for (const link of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("[data-view-of]"))) {
    link.setAttribute("aria-current", String((link.dataset.viewOf === "table") === (name === "table")));
  }
};
const query = new URLSearchParams(location.search);
const asked = query.get("view");
view(asked);
addEventListener("click", (event) => {
  const link = /** @type {Element} */ (event.target).closest?.("[data-view-of]");
  if (!link) return;
  event.preventDefault();
  view(link.getAttribute("data-view-of"));
});

const parts = () => document.querySelector(".embed")?.children ?? [];
/** Height of the content: the document itself is as high as its frame, the content may be less or more. */
const height = () => [...parts()].reduce((sum, part) => sum + part.getBoundingClientRect().height, 0);
// In our own words, and in those that WordPress, AMP, Iframely and pym listen for.
const { secret, childId } = Object.fromEntries(new URLSearchParams(location.hash.replace(/^#\??/, "") + "&" + location.search.slice(1)));
const tell = () => {
  const value = Math.ceil(height());
  for (const message of [
    { type: TYPE, v: VERSION, event: "height", height: value },
    { message: "height", value, secret },
    { sentinel: "amp", type: "embed-size", height: value },
    JSON.stringify({ method: "resize", height: value }),
    `pymxPYMx${childId}xPYMxheightxPYMx${value}`,
  ])
    parent.postMessage(message, "*");
};

// Where a host's sandbox lets no window open, the address stands there as text, to be copied.
addEventListener("click", (event) => {
  const link = /** @type {HTMLAnchorElement | null} */ (/** @type {Element} */ (event.target).closest?.("a[target]"));
  if (!link || origin !== "null" || event.defaultPrevented) return;
  event.preventDefault();
  let opened;
  try {
    opened = open(link.href);
  } catch {
    // Some browsers say no by throwing.
  }
  if (opened) opened.opener = null;
  else if (link.nextElementSibling?.className !== "address")
    link.insertAdjacentElement("afterend", Object.assign(document.createElement("code"), { className: "address", textContent: link.href }));
});

addEventListener("DOMContentLoaded", () => {
  view(asked);
  // What other sources say is drawn by the program alone.
  if (query.get("since") === "1") import(boot).catch(() => {});
  const observer = new ResizeObserver(tell);
  for (const part of parts()) observer.observe(part);
});

// A page that listens late says so.
addEventListener("message", ({ source, data }) => {
  if (source === parent && data?.type === TYPE && data.v === VERSION && data.event === "hello") tell();
});

// A finger that scrolls past begins with pointerdown as well; it does not end with pointerup.
const TOUCHES = ["pointerdown", "pointerup", "keydown", "focusin"];
/** @param {Event} event */
const touched = (event) => {
  if (event instanceof PointerEvent && event.type === "pointerdown" && event.pointerType === "touch") return;
  for (const touch of TOUCHES) removeEventListener(touch, touched);
  // import() takes no integrity hash: a modulepreload link that carries one has the browser check the module.
  document.head.append(Object.assign(document.createElement("link"), { rel: "modulepreload", crossOrigin: "", integrity: bootIntegrity, href: boot }));
  // Without the program the widget stays as it is.
  import(boot).catch(() => {});
};
for (const touch of TOUCHES) addEventListener(touch, touched, { passive: true });
