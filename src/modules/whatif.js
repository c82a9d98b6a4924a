// A pace to try: what it makes of the start in five years, and how far that is from the target.
const YEARS = 5;
const [WIDTH, HEIGHT, EDGE] = [340, 150, 12];
const SVG = "http://www.w3.org/2000/svg";
const write = (value) => value.toLocaleString("en", { maximumFractionDigits: value < 100 ? 1 : 0 });

/** The pace in an address, on the slider's scale, or null. */
export const parse = (text, most) => {
  const value = /^\d{1,7}(\.\d{1,2})?$/.test(text ?? "") ? Number(text) : NaN;
  return value <= most ? value : null;
};

/** Start and what it has become after each year: growth on growth, or the same amount every year. */
export const path = (from, pace, growing) =>
  Array.from({ length: YEARS + 1 }, (_, year) => (growing ? from * (1 + pace / 100) ** year : pace * year));

export function start(part) {
  const words = part.dataset;
  const [from, to, stated] = [words.from, words.to, words.stated].map(Number);
  const growing = words.mode === "growing";
  const form = part.querySelector("form");
  const [slider, result] = form.querySelectorAll("input, output");
  const most = Number(slider.max);
  const top = Math.max(to, from) * 1.35;
  const place = (year, value) => [EDGE + ((WIDTH - 2 * EDGE) * year) / YEARS, HEIGHT - EDGE - ((HEIGHT - 2 * EDGE) * Math.min(value, top)) / top];

  const draw = (name, attributes) => {
    const shape = document.createElementNS(SVG, name);
    for (const key in attributes) shape.setAttribute(key, attributes[key]);
    return shape;
  };
  const svg = form.querySelector("svg");
  const goal = place(0, to)[1];
  const line = draw("polyline", { class: "path" });
  const end = draw("circle", { r: 5 });
  svg.append(
    draw("line", { class: "ground", x1: EDGE, x2: WIDTH - EDGE, y1: HEIGHT - EDGE, y2: HEIGHT - EDGE }),
    draw("line", { class: "goal", x1: EDGE, x2: WIDTH - EDGE, y1: goal, y2: goal }),
    draw("polyline", { class: "stated", points: path(from, stated, growing).map((value, year) => place(year, value)).join(" ") }),
    line,
    end,
  );

  const show = () => {
    const pace = Number(slider.value);
    const values = path(from, pace, growing);
    const last = values[YEARS];
    const points = values.map((value, year) => place(year, value));
    line.setAttribute("points", points.join(" "));
    end.setAttribute("cx", points[YEARS][0]);
    end.setAttribute("cy", points[YEARS][1]);
    const apart = write(Math.abs(last - to)) + words.unit;
    const distance = write(last) === write(to) ? words.met : (last < to ? words.short : words.over).replace("{}", apart);
    result.textContent = words.result.replace("{pace}", write(pace)).replace("{end}", write(last) + words.unit) + distance;
  };

  const asked = new URLSearchParams(location.search).get("pace");
  const given = parse(asked, most);
  if (given !== null) slider.value = given;
  else if (asked !== null) form.querySelector(".unknown").hidden = false;
  slider.oninput = show;
  slider.onchange = () => {
    const address = new URL(location.href);
    address.searchParams.set("pace", slider.value);
    history.replaceState(history.state, "", address);
  };
  form.dataset.ready = "";
  show();
}
