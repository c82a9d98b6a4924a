// The form on the data page that checks a reader's text. Every text is checked in a worker, so that no text, however
// long or odd, can hold up the page; nothing leaves this device. The words stand on the section, in the page's language.

let worker;
let busy = false;
// Grows with each input, so that an answer to an older one is known and dropped.
let turn = 0;
// What was found last, for a reader who follows a mark and comes back.
let kept;

/** Brings a section's form to life. */
export function start(section) {
  const { most, tooLong, empty, notText, working, failed } = section.dataset;
  const form = section.querySelector("form");
  const text = form.querySelector("textarea");
  const file = form.querySelector("input[type=file]");
  const status = form.querySelector("[role=status]");
  const outcome = form.querySelector(".outcome");

  const say = (words) => {
    outcome.hidden = true;
    status.textContent = words;
  };

  /** Ends what is still at work on an older input. */
  const begin = () => {
    if (busy) {
      worker.terminate();
      worker = undefined;
    }
    busy = false;
    kept = undefined;
    return ++turn;
  };

  const check = (words) => {
    const now = begin();
    if (!words.trim()) return say(empty);
    if (words.length > most || new Blob([words]).size > most) return say(tooLong);
    if (words.includes("\0")) return say(notText);
    say(working);
    busy = true;
    const fail = () => {
      if (now !== turn) return;
      worker?.terminate();
      worker = undefined;
      busy = false;
      say(failed);
    };
    try {
      worker ??= new Worker(section.dataset.worker);
    } catch {
      return fail();
    }
    worker.onerror = (event) => (event.preventDefault(), fail());
    worker.onmessage = ({ data }) => {
      if (now !== turn) return;
      if (!data) return fail();
      busy = false;
      kept = data;
      show(data);
    };
    const { wasm, wasmHash, data, dataHash } = section.dataset;
    worker.postMessage({ words, wasm, wasmHash, data, dataHash });
  };

  const read = async (chosen) => {
    const now = begin();
    if (chosen.size > most) return say(tooLong);
    let words;
    try {
      words = new TextDecoder("utf-8", { fatal: true }).decode(await chosen.arrayBuffer());
    } catch {
      words = "\0";
    }
    if (now === turn) check(words);
  };

  const show = ([summary, misses, lines]) => {
    const [missed, marked] = outcome.children;
    fill(missed.querySelector("ul"), "li", misses);
    fill(marked.querySelector(".marked-text"), "p", lines);
    missed.hidden = !misses.length;
    marked.hidden = !lines.length;
    outcome.hidden = false;
    status.textContent = summary;
  };

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    check(text.value);
  });
  file.addEventListener("change", () => {
    if (file.files[0]) read(file.files[0]);
    // The same file may be chosen again once it was mended.
    file.value = "";
  });
  const holdsFile = (event) => event.dataTransfer?.types.includes("Files");
  section.addEventListener("dragover", (event) => holdsFile(event) && event.preventDefault());
  section.addEventListener("drop", (event) => {
    if (!holdsFile(event)) return;
    event.preventDefault();
    if (event.dataTransfer.files[0]) read(event.dataTransfer.files[0]);
  });
  form.hidden = false;
  if (kept) show(kept);
}

/** Lines of pieces as elements; a piece is its class, words, address and title. */
function fill(list, name, lines) {
  list.replaceChildren(
    ...lines.map((pieces) => {
      const line = document.createElement(name);
      for (const [kind, words, href, title] of pieces) {
        const piece = document.createElement(href ? "a" : "span");
        piece.className = kind;
        piece.textContent = words;
        // The article is Chinese on every page; the site's own words are the page's.
        if (kind !== "words" && kind !== "promises") piece.lang = "zh-CN";
        if (href) piece.href = href;
        if (title) piece.title = title;
        line.append(piece);
      }
      return line;
    }),
  );
}
