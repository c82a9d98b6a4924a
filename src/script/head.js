// Runs before the first paint: what the address asks for becomes attributes of <html>, so that nothing flashes or shifts.
// The footer's choices change them, and links to the site's own pages carry them on.
const KNOWN = { theme: ["light", "dark", "contrast"], text: ["large"] };
const root = document.documentElement;
const chosen = {};

const choose = (name, value) => {
  if (KNOWN[name].includes(value)) chosen[name] = root.dataset[name] = value;
  else delete chosen[name], delete root.dataset[name];
};

const read = () => {
  const asked = new URLSearchParams(location.search);
  for (const name in KNOWN) choose(name, asked.get(name));
  return asked;
};

// What charts are drawn with has changed.
const redraw = () => dispatchEvent(new Event("redraw"));

const carry = (address) => {
  const url = new URL(address);
  for (const name in KNOWN) chosen[name] ? url.searchParams.set(name, chosen[name]) : url.searchParams.delete(name);
  return url;
};

// A guess that is asked for comes before the figure; the module that asks takes over from "wait".
if (read().has("guess")) root.dataset.guess = "wait";

addEventListener("popstate", () => (read(), redraw()));

const follow = (event) => {
  const link = event.target.closest?.("a[href]");
  // A place on this page keeps its address.
  if (!link || link.origin !== location.origin || link.getAttribute("href")[0] === "#") return;
  if (link.dataset.choose) {
    if (event.button) return;
    event.preventDefault();
    choose(...link.dataset.choose.split("="));
    history.replaceState(history.state, "", carry(location.href));
    return redraw();
  }
  // The same view in the other language, or at another place of this page.
  if (link.hreflang) [link.search, link.hash] = [location.search, location.hash];
  else if (link.hash && link.pathname === location.pathname) link.search ||= location.search;
  link.href = carry(link.href);
};
for (const kind of ["click", "auxclick"]) addEventListener(kind, follow, true);
