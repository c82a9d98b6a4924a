// What a reader has opened on a page stands in its address, so that a link opens it again: a note of the glossary where
// its term stands, a point of a chart, a closer look at a number.
const pages = new Map();

/** The glossary's own entry is the note, fetched from its page; whatever fails, the link leads there. */
const page = (address) => {
  if (!pages.has(address)) {
    pages.set(address, fetch(address).then((response) => response.text()).then((text) => new DOMParser().parseFromString(text, "text/html")));
  }
  return pages.get(address);
};

const idOf = (link) => decodeURIComponent(link.hash.slice(1));

async function note(link, words, closed) {
  const entry = (await page(link.pathname)).getElementById(idOf(link));
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
      closed();
    }
  });
  link.closest("main").append(note);
  note.showPopover();
  note.focus();
}

export function start(main) {
  const query = new URLSearchParams(location.search);
  let timer;
  // Written when things rest: a mouse crosses many points, and browsers refuse too many changes at once.
  const write = (name, value) => {
    value ? query.set(name, value) : query.delete(name);
    clearTimeout(timer);
    timer = setTimeout(() => {
      if (!main.isConnected) return;
      const address = new URL(location.href);
      for (const name of ["note", "point", "lens", "view"]) query.has(name) ? address.searchParams.set(name, query.get(name)) : address.searchParams.delete(name);
      history.replaceState(history.state, "", address);
    }, 200);
  };

  const terms = "popover" in HTMLElement.prototype;
  const explain = (link) => {
    write("note", idOf(link));
    return note(link, main.dataset, () => write("note")).catch(() => location.assign(link.href));
  };
  main.addEventListener("click", (event) => {
    const link = event.target.closest("a.term");
    if (!terms || !link || link.pathname === location.pathname || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    explain(link);
  });

  const lenses = [...main.querySelectorAll("details[data-lens]")];
  for (const lens of lenses) {
    lens.addEventListener("toggle", () => {
      const open = lenses.find((lens) => lens.open);
      write("lens", open?.dataset.lens);
    });
  }

  const table = main.querySelector(".figure-page details.table");
  if (table) table.addEventListener("toggle", () => write("view", table.open && "table"));

  // The program opens and closes points.
  new MutationObserver(() => write("point", main.querySelector("[data-open]")?.dataset.point)).observe(main, { attributeFilter: ["data-open"], subtree: true });

  // What the link asks for; each way says whether there is such a thing.
  const ways = {
    note: (id) => {
      const link = terms && [...main.querySelectorAll("a.term")].find((link) => idOf(link) === id && link.pathname !== location.pathname);
      return link && (link.scrollIntoView({ block: "center" }), explain(link), true);
    },
    lens: (id) => {
      const lens = lenses.find((lens) => lens.dataset.lens === id);
      return lens && ((lens.open = true), lens.firstChild.focus(), true);
    },
    // The boot module has opened it; a reader may have closed it since.
    view: (id) => id === "chart" || (id === "table" && table && (table.open || write("view"), true)),
    point: (id) => {
      const point = [...main.querySelectorAll("[data-point]")].find((point) => point.dataset.point === id);
      return point && (point.parentElement.focus(), point.dispatchEvent(new Event("point", { bubbles: true })), true);
    },
  };
  for (const name in ways) {
    if (query.has(name) && !ways[name](query.get(name))) main.querySelector(":scope > .unknown").hidden = false;
  }

  // Where a link leads is said to those who do not see it.
  const place = document.querySelector(":target");
  if (place && document.activeElement === document.body) {
    place.tabIndex = -1;
    place.focus({ preventScroll: true });
  }
}
