// Runs before the first paint: what the address asks for becomes attributes of <html>, so that nothing flashes or
// shifts. Links carry theme and text size on, also while there is no program.
const KNOWN = { theme: ["light", "dark", "contrast"], text: ["large"], since: ["1"] };
const root = document.documentElement;
const asked = new URLSearchParams(location.search);
/** An encoded address without the words and signs that a chat has glued to it. @param {string} text */
const plain = (text) => text.replace(/(%[c-f][\da-f][^/]*|[!'()*,.:;\]|~>]|%(2[0279c]|3[abce]|5[bd]|60|7[b-d]))+$/i, "");
const { origin, pathname, search, hash } = location;
// From the error page to the one that was meant; every other names its canonical address.
if (!document.querySelector("link[rel=canonical]") && plain(pathname) !== pathname && /^http/.test(origin))
  location.replace(origin + plain(pathname) + search + hash);
for (const [name, values] of Object.entries(KNOWN)) {
  const value = plain(encodeURIComponent(asked.get(name) ?? "").toLowerCase());
  if (values.includes(value)) root.dataset[name] = value;
}
// A guess that is asked for comes before the figure; the part that asks takes over from "wait".
if (asked.has("guess")) root.dataset.guess = "wait";

// What the reader keeps, and what a link brings, has its place from the start: as many rows.
let kept = asked.get("mine") ?? "";
try {
  const base = new URL(".", /** @type {HTMLScriptElement} */ (document.currentScript).src).pathname;
  const own = localStorage.getItem(base + "mine") ?? "";
  if (own !== kept) kept += "." + own;
} catch {}
const rows = new Set(kept.split(/[^\w-]+/).filter(Boolean)).size;
if (rows) {
  root.dataset.mine = "";
  root.style.setProperty("--kept", String(Math.min(rows, 14)));
}

const carry = (/** @type {Event} */ event) => {
  const link = /** @type {HTMLAnchorElement | undefined} */ (/** @type {Element} */ (event.target).closest?.("a[href]"));
  // Fragments stay as they are, and so do links that change what is carried.
  if (!link || link.origin !== origin || /^[#?]/.test(link.getAttribute("href") ?? "")) return;
  // The same view in the other language, or at another place of this page.
  if (link.hreflang) [link.search, link.hash] = [location.search, location.hash];
  else if (link.hash && link.pathname === location.pathname) link.search ||= location.search;
  const url = new URL(link.href);
  for (const name of Object.keys(KNOWN)) {
    const value = root.dataset[name];
    value ? url.searchParams.set(name, value) : url.searchParams.delete(name);
  }
  link.href = url.href;
};
for (const kind of ["click", "auxclick"]) addEventListener(kind, carry, true);
