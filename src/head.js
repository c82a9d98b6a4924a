// Runs before the first paint: what the link asks for becomes attributes of <html>, so that nothing flashes or shifts.
// The footer's choices change them, and links to other pages of the site carry them on.
const KNOWN = { theme: ["light", "dark", "contrast"], text: ["large"] };
const root = document.documentElement;
const chosen = {};

const choose = (name, value) => {
  if (KNOWN[name]?.includes(value)) chosen[name] = root.dataset[name] = value;
  else delete chosen[name], delete root.dataset[name];
};

const carry = (address) => {
  const url = new URL(address);
  for (const name in KNOWN) chosen[name] ? url.searchParams.set(name, chosen[name]) : url.searchParams.delete(name);
  return url;
};

for (const [name, value] of new URLSearchParams(location.search)) if (name in KNOWN) choose(name, value);

// A guess that is asked for comes before the figure; the module that asks takes over from "wait".
if (new URLSearchParams(location.search).has("guess")) root.dataset.guess = "wait";

addEventListener("click", (event) => {
  const link = event.target.closest?.("a[href]");
  if (!link || link.origin !== location.origin) return;
  if (link.dataset.choose) {
    event.preventDefault();
    choose(...link.dataset.choose.split("="));
    history.replaceState(history.state, "", carry(location.href));
    dispatchEvent(new Event("themechange"));
  } else if (link.pathname !== location.pathname) {
    // The same view in the other language.
    if (link.hreflang) [link.search, link.hash] = [location.search, location.hash];
    link.href = carry(link.href);
  }
}, true);
