// Runs before the first paint: what the address asks for becomes attributes of <html>, so that nothing flashes or
// shifts. Links carry theme and text size on, also while there is no program.
/** @type {Record<string, string[]>} */
const KNOWN = { theme: ["light", "dark", "contrast"], text: ["large"], since: ["1"] };
const view = document.documentElement.dataset;
const at = location;
const asked = new URLSearchParams(at.search);
/** An encoded address without the words and signs that a chat has glued to it. @param {string} text */
const plain = (text) => text.replace(/(%[c-f][\da-f][^/]*|[!'()*,.:;\]|~>]|%(2[0279c]|3[abce]|5[bd]|60|7[b-d]))+$/i, "");
const { origin, pathname, search, hash } = at;
// From the error page to the one that was meant; every other names its canonical address.
if (!document.querySelector("link[rel=canonical]") && plain(pathname) !== pathname && /^http/.test(origin))
  at.replace(origin + plain(pathname) + search + hash);
for (const name in KNOWN) {
  const value = plain(encodeURIComponent(asked.get(name) ?? "").toLowerCase());
  if (KNOWN[name].includes(value)) view[name] = value;
}
// A guess that is asked for comes before the figure; the part that asks takes over from "wait".
if (asked.has("guess")) view.guess = "wait";

// What is kept has its place from the start: `kept.rs` names what the device keeps.
try {
  if (/\bmine/.test(search + Object.keys(localStorage))) view.mine = "";
} catch {}

const carry = (/** @type {Event} */ event) => {
  const link = /** @type {HTMLAnchorElement | undefined} */ (/** @type {Element} */ (event.target).closest?.("a[href]"));
  // Fragments stay as they are, and so do links that change what is carried.
  if (!link || link.origin !== origin || /^[#?]/.test(link.getAttribute("href") ?? "")) return;
  // The same view in the other language, or at another place of this page.
  if (link.hreflang) [link.search, link.hash] = [at.search, at.hash];
  else if (link.hash && link.pathname === at.pathname) link.search ||= at.search;
  const url = new URL(link.href);
  for (const name in KNOWN) {
    const value = view[name];
    value ? url.searchParams.set(name, value) : url.searchParams.delete(name);
  }
  link.href = url.href;
};
for (const kind of ["click", "auxclick"]) addEventListener(kind, carry, true);
