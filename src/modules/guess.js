// Asks for a guess before the figure is shown, then sets the two side by side. The head script has hidden the figure
// before the first paint; nothing leaves the device but by a link that the reader sends.
const write = (value) => value.toLocaleString("en", { maximumFractionDigits: 2 });

/** The guess in an address: a number on the scale, or null for what is none. */
export const parse = (text, most) => {
  const value = /^\d{1,9}(\.\d{1,2})?$/.test(text ?? "") ? Number(text) : NaN;
  return value <= most ? value : null;
};

export function start(part) {
  const root = document.documentElement;
  if (!root.dataset.guess) return;
  root.dataset.guess = "ask";
  const words = part.dataset;
  const [answer, most] = [Number(words.answer), Number(words.most)];
  const [form, told] = part.querySelectorAll("form, .told");
  const [range, field] = form.querySelectorAll("input");
  const [status, friend] = told.querySelectorAll("p");
  const asked = new URLSearchParams(location.search).get("guess");
  const theirs = parse(asked, most);
  const unit = (value) => write(value) + words.unit;

  if (asked && theirs === null) form.querySelector(".unknown").hidden = false;
  range.oninput = () => (field.value = range.value);
  field.oninput = () => (range.value = field.value);

  form.onsubmit = (event) => {
    event.preventDefault();
    const mine = parse(field.value, most);
    if (mine === null) return;
    const apart = Math.abs(mine - answer);
    const distance = mine === answer ? words.exact : (mine > answer ? words.higher : words.lower).replace("{}", unit(apart));
    const bars = { mine, theirs, answer };
    for (const row of told.querySelectorAll("[data-bar]")) {
      const value = bars[row.dataset.bar];
      row.hidden = value === null;
      if (value === null) continue;
      row.querySelector("i").style.width = `${(value / most) * 100}%`;
      row.querySelector("b").textContent = unit(value);
    }
    root.dataset.guess = "told";
    told.hidden = false;
    status.textContent = `${words.yours.replace("{}", unit(mine))}${distance}`;
    friend.hidden = theirs === null;
    const address = new URL(location.href);
    address.searchParams.set("guess", mine);
    history.replaceState(history.state, "", address);
    told.querySelector("a").href = address;
    status.focus();
  };

  told.querySelector("button").onclick = async (event) => {
    const url = told.querySelector("a").href;
    try {
      if (navigator.share) await navigator.share({ title: document.title, url });
      else await navigator.clipboard.writeText(url);
      event.target.textContent = words.copied;
    } catch {
      // The link beside the button is there to be copied by hand.
    }
  };
}
