// Runs before the first paint: what the link asks for becomes attributes of <html>, so that nothing flashes or shifts.
// Links to other pages of the site carry it on.
const root = document.documentElement;
const query = new URLSearchParams(location.search);
const chosen = {};
for (const [name, known] of [["theme", ["light", "dark", "contrast"]], ["text", ["large"]]]) {
  const value = query.get(name);
  if (known.includes(value)) chosen[name] = root.dataset[name] = value;
}
addEventListener("click", (event) => {
  const link = event.target.closest?.("a[href]");
  if (!link || link.origin !== location.origin || link.hasAttribute("data-own")) return;
  const url = new URL(link.href);
  for (const name in chosen) url.searchParams.set(name, chosen[name]);
  if (url.pathname !== location.pathname) link.href = url;
}, true);
