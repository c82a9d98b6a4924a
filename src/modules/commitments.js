// Search and filters over the promises that stand on the page. The other language's words come from its own page, at
// the first need. What is sought stands in the address.
const NAMES = ["q", "pillar", "about", "measured", "hedge"];
const plain = (text) => text.normalize("NFKC").toLowerCase().replace(/\s+/g, " ").trim();

/** The state in an address and the names of what is not understood in it. Any string gives a state. */
export function parse(search, known) {
  const given = new URLSearchParams(search);
  const state = {};
  const unknown = [];
  for (const name of NAMES) {
    const value = given.get(name) ?? "";
    if (name === "q") state.q = value.slice(0, 100);
    else if (value === "" || known[name].includes(value)) state[name] = value;
    else (state[name] = ""), unknown.push(name);
  }
  return { state, unknown };
}

/** The address' query with the state in it; what belongs to others stays. */
export function format(state, search) {
  const query = new URLSearchParams(search);
  for (const name of NAMES) state[name] ? query.set(name, state[name]) : query.delete(name);
  const text = query.toString();
  return text && `?${text}`;
}

export function start(form) {
  const page = form.closest(".commitments-page");
  const rows = [...page.querySelectorAll("[data-key]")].map((element) => ({
    element,
    shown: true,
    text: plain(element.textContent),
    pillar: [element.closest("section").id],
    about: element.dataset.about.split(" "),
    measured: [element.dataset.measured],
    hedge: (element.dataset.hedge ?? "").split(" "),
  }));
  // What is there for rows alone goes with the last of them: lists with their headings, and whole sections.
  const frames = [...page.querySelectorAll("section, section ul")].map((element) => ({
    parts: element.previousElementSibling?.localName === "h3" ? [element, element.previousElementSibling] : [element],
    rows: rows.filter((row) => element.contains(row.element)),
  }));
  const fields = form.elements;
  const choices = NAMES.slice(1);
  const options = Object.fromEntries(choices.map((name) => [name, [...fields[name].options]]));
  const known = Object.fromEntries(choices.map((name) => [name, options[name].map((option) => option.value)]));
  for (const name of choices) for (const option of options[name]) option.dataset.words = option.textContent;
  const [status, note] = form.querySelectorAll("[role=status], .unknown");

  /** One pass: a row that fails one filter alone still counts for the other values of that filter. */
  const show = (state) => {
    const words = plain(state.q).split(" ").filter(Boolean);
    const counts = Object.fromEntries(choices.map((name) => [name, new Map()]));
    let found = 0;
    for (const row of rows) {
      const fits = words.every((word) => row.text.includes(word) || row.also?.includes(word));
      const failed = choices.filter((name) => state[name] && !row[name].includes(state[name]));
      const shown = fits && !failed.length;
      if (row.shown !== shown) row.element.hidden = !(row.shown = shown);
      found += shown;
      for (const name of fits && failed.length < 2 ? (failed.length ? failed : choices) : []) {
        for (const value of new Set(["", ...row[name]])) counts[name].set(value, (counts[name].get(value) ?? 0) + 1);
      }
    }
    for (const frame of frames) {
      const empty = !frame.rows.some((row) => row.shown);
      for (const part of frame.parts) if (part.hidden !== empty) part.hidden = empty;
    }
    for (const name of choices) {
      for (const option of options[name]) {
        const text = `${option.dataset.words} (${counts[name].get(option.value) ?? 0})`;
        if (option.textContent !== text) option.textContent = text;
      }
    }
    status.textContent = (found ? form.dataset.found : form.dataset.none).replace("{}", found);
  };

  const read = () => Object.fromEntries(NAMES.map((name) => [name, fields[name].value]));
  let writing;
  const change = () => {
    const state = read();
    show(state);
    note.hidden = true;
    // Browsers are slow at addresses and limit how often they change: it is written when typing rests.
    clearTimeout(writing);
    writing = setTimeout(() => {
      if (form.isConnected) history.replaceState(history.state, "", location.pathname + format(state, location.search) + location.hash);
    }, 200);
  };

  let asked;
  const also = () =>
    (asked ??= fetch(document.querySelector("a.language").pathname)
      .then((response) => response.text())
      .then((text) => {
        const other = new DOMParser().parseFromString(text, "text/html");
        for (const row of rows) row.also = plain(other.querySelector(`[data-key="${row.element.dataset.key}"]`)?.textContent ?? "");
        show(read());
      })
      .catch(() => {}));

  const { state, unknown } = parse(location.search, known);
  for (const name of NAMES) fields[name].value = state[name];
  note.hidden = !unknown.length;
  form.addEventListener("input", change);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", () => setTimeout(change));
  fields.q.addEventListener("focus", also, { once: true });
  if (state.q) also();
  form.dataset.ready = "";
  show(state);
}
