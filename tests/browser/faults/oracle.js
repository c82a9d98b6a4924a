// What is wrong with the page in place, compared with its static twin: a list of sentences, empty where nothing is.
// `home` is what stands before every path of the site.
const [twin, home, finish] = arguments;

const squeeze = (text) => text.replace(/[\s«»]+/g, "");
const until = async (holds) => {
  const begun = performance.now();
  for (;;) {
    try {
      if (holds()) return true;
    } catch {}
    if (performance.now() - begun > 15000) return false;
    await new Promise((done) => setTimeout(done, 16));
  }
};
/** In the flow of the page, and not folded away. */
const laid = (element) => element.getClientRects().length > 0 && element.checkVisibility();
const visible = (element) => element.checkVisibility({ checkOpacity: true, checkVisibilityCSS: true });
const inked = (canvas) => {
  const { width, height } = canvas;
  return width > 0 && height > 0 && new Uint32Array(canvas.getContext("2d").getImageData(0, 0, width, height).data.buffer).some(Boolean);
};
const inView = (element) => {
  const box = element.getBoundingClientRect();
  return box.width > 40 && box.height > 40 && box.bottom > 0 && box.top < innerHeight;
};
const drawn = (place) =>
  [...place.querySelectorAll(".still svg")].some((svg) => visible(svg) && inView(svg)) ||
  [...place.querySelectorAll("canvas")].some((canvas) => visible(canvas) && inView(canvas) && inked(canvas));
/** At the line that is nearest to the middle of the window: with large text, a paragraph may be higher than that. */
const uncovered = (element) => {
  const range = document.createRange();
  range.selectNodeContents(element);
  const middle = (box) => [(Math.max(box.left, 0) + Math.min(box.right, innerWidth)) / 2, (box.top + box.bottom) / 2];
  const away = (box) => Math.abs(middle(box)[1] - innerHeight / 2);
  const lines = [...range.getClientRects(), ...element.getClientRects()].sort((one, other) => away(one) - away(other));
  const top = document.elementFromPoint(...middle(lines[0]));
  return element.contains(top);
};
const show = (element) => element.scrollIntoView({ block: "center", behavior: "instant" });

(async () => {
  const wrong = [];
  const main = document.querySelector("main");
  if (!main || document.querySelectorAll("main").length !== 1) return ["there is not one <main>"];
  const plain = (href) => href.replace(/\?[^#]*/, "");
  const missing = () => {
    const words = squeeze(document.querySelector("main").textContent);
    const numbers = new Set([...document.querySelectorAll("[data-n]")].map((one) => one.dataset.n + "=" + squeeze(one.textContent)));
    const links = new Set([...document.querySelectorAll("a[href]")].map((link) => plain(link.href)));
    const leadsThere = (link) => links.has(plain(new URL(link.startsWith("/") ? home + link : link).href));
    return [
      ...twin.texts.filter((text) => !words.includes(text)).map((text) => `a text is missing: ${text.slice(0, 60)}`),
      ...twin.numbers.filter((number) => !numbers.has(number)).map((number) => `a number is missing: ${number}`),
      ...twin.links.filter((link) => !leadsThere(link)).map((link) => `a link is missing: ${link}`),
    ];
  };
  // All at one moment, and not after it: a part that comes to life is empty until what it shows is made.
  if (!(await until(() => missing().length === 0))) wrong.push(...missing());
  if (wrong.length > 3) return [...wrong.slice(0, 3), `and ${wrong.length - 3} more`];

  for (const place of document.querySelectorAll("main .drawing:has(.still)")) {
    if (!laid(place)) continue;
    if (wrong.length > 2) return wrong;
    show(place);
    if (!(await until(() => drawn(place)))) wrong.push(`a chart is not seen: ${place.closest("[id]")?.id}`);
  }
  const scenes = [...document.querySelectorAll(".scene")];
  for (const scene of [scenes[0], scenes[scenes.length >> 1], scenes.at(-1)].filter(Boolean)) {
    show(scene);
    const stages = scene.closest(".stages").querySelectorAll(".stage, .part-stage");
    const seen = () => [...stages].some((stage) => drawn(stage) || (stage.classList.contains("stage") && [...stage.querySelectorAll("svg")].some((svg) => visible(svg) && inView(svg))));
    if (!(await until(seen))) wrong.push(`the stage is empty at ${scene.id}`);
  }
  const one = (selector) => [...document.querySelectorAll(selector)].filter((element) => laid(element) && visible(element));
  const samples = [one("main h1")[0], one("main .lede, main .source")[0], one("main h2, main h3").at(-1), one("main a[href]")[0], one("main a[href]").at(-1), one("footer a[href]").at(-1)];
  for (const element of new Set(samples.filter(Boolean))) {
    if (wrong.length > 2) return wrong;
    show(element);
    if (!(await until(() => visible(element) && uncovered(element)))) wrong.push(`it is covered: ${element.outerHTML.slice(0, 90)}`);
  }
  for (const { event, what } of window.thrown ?? []) if (!event.defaultPrevented && !/of an extension/.test(what)) wrong.push(`it is not caught: ${what}`);
  return wrong;
})().then(finish, (error) => finish([`the page cannot be judged: ${error}`]));
