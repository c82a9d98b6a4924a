// Lets the reader of a page choose how it looks in an article, shows it, and writes the code for it. Code is always
// written by the browser from a tree of elements, so nothing in it can be out of place.

const ATTRIBUTES = ["theme", "text", "view"];

export function start(details) {
  const form = details.querySelector("form");
  const [own, plain] = details.querySelectorAll("textarea");
  const preview = details.querySelector(".preview");
  const button = details.querySelector("button");
  const status = details.querySelector("[role=status]");

  const tree = (text) => new DOMParser().parseFromString(text, "text/html").body;
  const choice = () => Object.fromEntries(new FormData(form));

  /** Both codes in the chosen language: the page's own, or those beside the page in the other language. */
  const original = async (lang) => {
    if (lang === form.lang.options[0].value) return { html: plain.defaultValue, element: own.defaultValue };
    const response = await fetch([...form.lang.options].find((option) => option.value === lang).dataset.oembed);
    if (!response.ok) throw new Error(response.status);
    return response.json();
  };

  const write = async () => {
    const chosen = choice();
    const codes = await original(chosen.lang);
    // Another choice was made meanwhile.
    if (JSON.stringify(chosen) !== JSON.stringify(choice())) return;
    const body = tree(codes.html);
    const frame = body.querySelector("iframe");
    const address = new URL(frame.src);
    for (const name of ATTRIBUTES) if (chosen[name]) address.searchParams.set(name, chosen[name]);
    frame.setAttribute("src", address);
    if (chosen.width) frame.setAttribute("width", chosen.width);
    plain.value = body.innerHTML;

    // A style attribute offends this site's own policy even in a tree that is never shown.
    const code = tree(codes.element.replace(' style="', ' data-style="')).ownerDocument;
    const element = code.querySelector("plan-figure");
    for (const name of [...ATTRIBUTES, "width"]) if (chosen[name]) element.setAttribute(name, chosen[name]);
    own.value = (code.querySelector("script").outerHTML + "\n" + element.outerHTML)
      .replace(' async=""', " async")
      .replace(' data-style="', ' style="');

    preview.querySelector("plan-figure")?.remove();
    preview.append(document.importNode(element, true));
    status.textContent = "";
  };

  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("change", () => write().catch(() => form.reset()));
  button.addEventListener("click", async () => {
    own.select();
    try {
      await navigator.clipboard.writeText(own.value);
      status.textContent = status.dataset.copied;
    } catch {
      status.textContent = status.dataset.refused;
    }
  });

  const script = document.createElement("script");
  script.src = details.dataset.host;
  document.head.append(script);
  for (const part of [form, preview, button.parentElement]) part.hidden = false;
  write();
}
