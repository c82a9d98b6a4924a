// A term of the glossary opens where it stands. The note is the glossary's own entry, fetched from its page; whatever
// fails, the link leads there.
const pages = new Map();

const page = (address) => {
  if (!pages.has(address)) {
    pages.set(address, fetch(address).then((response) => response.text()).then((text) => new DOMParser().parseFromString(text, "text/html")));
  }
  return pages.get(address);
};

async function open(link, words) {
  const entry = (await page(link.pathname)).getElementById(decodeURIComponent(link.hash.slice(1)));
  const note = document.createElement("div");
  note.className = "note glossary";
  note.popover = "auto";
  note.tabIndex = -1;
  note.setAttribute("role", "dialog");
  note.setAttribute("aria-label", link.textContent);
  const more = document.createElement("a");
  more.href = link.href;
  more.textContent = words.more;
  const close = document.createElement("button");
  close.type = "button";
  close.textContent = words.close;
  close.onclick = () => note.hidePopover();
  const list = document.createElement("dl");
  const copy = document.importNode(entry, true);
  copy.removeAttribute("id");
  list.append(copy);
  note.append(list, more, close);
  note.addEventListener("toggle", (event) => {
    if (event.newState === "closed") {
      if (note.contains(document.activeElement) || document.activeElement === document.body) link.focus();
      note.remove();
    }
  });
  link.closest("main").append(note);
  note.showPopover();
  note.focus();
}

export function start(main) {
  if (!("popover" in HTMLElement.prototype)) return;
  main.addEventListener("click", (event) => {
    const link = event.target.closest("a.term");
    if (!link || link.pathname === location.pathname || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    open(link, main.dataset).catch(() => location.assign(link.href));
  });
}
