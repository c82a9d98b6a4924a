// Measures the built site against its own static twin (no script) and against pages with the same figures by other
// libraries: `make bench`. CPU slowed four times (CPU=), 9 Mbps and 100 ms, pages interleaved, medians. Writes
// docs/performance.md and its plots.
//
// A benchmark, not a test: machines differ and are noisy, so judge by ratios inside one run.
import { spawn } from "node:child_process";
import { chromium } from "playwright-core";
import { serve } from "./libraries.mjs";
import { CATEGORIES, longTasks } from "./long-tasks.mjs";
import { write } from "./report.mjs";

const RUNS = Number(process.env.RUNS ?? 5);
const PORT = Number(process.env.PORT ?? 8099);
const DIST = process.env.DIST ?? "dist";
const SERVER = process.env.SERVER ?? "target/debug/serve";
const BASE = `http://localhost:${PORT}`;
/** How much slower than this machine the processor is made: `make bench CPU=8`. */
const CPU = Number(process.env.CPU ?? 4);
/** A phone of 2 GB from 2018: slower again, and with little memory to say so. */
const OLD_PHONE = { cpu: 6, memory: 2 };
const NETWORK = { offline: false, latency: 100, downloadThroughput: (9e6 / 8) | 0, uploadThroughput: (3e6 / 8) | 0 };
/** How long a page is watched after it is loaded and live, in milliseconds. */
const WATCHED = 2000;

const PAGES = { story: "/", pillar: "/pillars/strength/", figure: "/figures/industry-output/", widget: "/embed/figures/industry-output/" };

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run"],
});

async function open(mode) {
  const context = await browser.newContext({ viewport: { width: 360, height: 740 }, deviceScaleFactor: 2 });
  const page = await context.newPage();
  const seen = { bytes: 0, requests: 0 };
  const devtools = await context.newCDPSession(page);
  await devtools.send("Network.enable");
  await devtools.send("Performance.enable");
  await devtools.send("Network.emulateNetworkConditions", NETWORK);
  await devtools.send("Emulation.setCPUThrottlingRate", { rate: CPU });
  devtools.on("Network.loadingFinished", ({ encodedDataLength }) => ((seen.bytes += encodedDataLength), (seen.requests += 1)));
  if (mode === "twin") await page.route(/\/(boot|widget)-[0-9a-f]+\.js$/, (route) => route.abort());
  await page.addInitScript(() => {
    const found = { tasks: [], shift: 0, largest: 0, chart: 0 };
    Object.assign(window, { found });
    // The first chart that is more than a still.
    const look = () => (document.querySelector(".drawing.live, .library canvas, .library svg") ? (found.chart = performance.now()) : requestAnimationFrame(look));
    requestAnimationFrame(look);
    const watch = (type, take) => new PerformanceObserver((list) => list.getEntries().forEach(take)).observe({ type, buffered: true });
    watch("longtask", (entry) => found.tasks.push([entry.startTime, entry.duration]));
    watch("layout-shift", (entry) => (found.shift += entry.value));
    watch("largest-contentful-paint", (entry) => (found.largest = entry.startTime));
  });
  return { context, page, devtools, seen };
}

/** Resolves once an expression holds. Playwright's own way has the page compile its helpers, on the thread that is measured. */
async function until(devtools, expression) {
  for (const end = Date.now() + 60_000; ; ) {
    if ((await devtools.send("Runtime.evaluate", { expression })).result.value) return;
    if (Date.now() > end) throw new Error(`not within a minute: ${expression}`);
    await new Promise((done) => setTimeout(done, 100));
  }
}

async function load(url, mode) {
  const { context, page, devtools, seen } = await open(mode);
  await page.goto(url, { waitUntil: "load" });
  if (mode === "live") await until(devtools, "Boolean(document.documentElement.dataset.state)");
  await page.waitForTimeout(WATCHED);
  const found = await page.evaluate(() => ({ ...window.found, first: performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? 0 }));
  const metrics = Object.fromEntries((await devtools.send("Performance.getMetrics")).metrics.map(({ name, value }) => [name, value]));
  await context.close();
  const blocking = found.tasks.filter(([start, duration]) => start + duration > found.first).reduce((sum, [, duration]) => sum + Math.max(0, duration - 50), 0);
  return {
    "bytes (kB)": seen.bytes / 1000,
    requests: seen.requests,
    "first paint (ms)": found.first,
    "largest paint (ms)": found.largest,
    "first live chart (ms)": found.chart,
    "blocking (ms)": blocking,
    "main thread (ms)": metrics.TaskDuration * 1000,
    "heap (MB)": metrics.JSHeapUsedSize / 1e6,
    layouts: metrics.LayoutCount,
    shift: found.shift,
  };
}

/** What happens in a page meanwhile, as a trace. */
async function traced(page, work, categories = CATEGORIES) {
  await browser.startTracing(page, { categories });
  await work();
  return JSON.parse((await browser.stopTracing()).toString()).traceEvents;
}

/** The tasks over 50 ms while each kind of page loads and becomes live, and whose code they ran. A trace costs time of its own. */
async function tasksOfLoads() {
  const rows = [];
  for (const [name, path] of Object.entries(PAGES)) {
    const { context, page, devtools } = await open("live");
    const events = await traced(page, async () => {
      await page.goto(BASE + path, { waitUntil: "load" });
      if (name !== "widget") await until(devtools, "Boolean(document.documentElement.dataset.state)");
      await page.waitForTimeout(WATCHED);
    });
    rows.push([name, longTasks(events)]);
    await context.close();
  }
  return rows;
}

/**
 * A change of scene, on the story as it was opened and as it was reached by a link: the program has rendered all of it then.
 * Script of the main thread for each change, and the tasks over 50 ms among all.
 */
async function sceneChanges(reached) {
  const { context, page, devtools } = await open("live");
  await page.goto(BASE + (reached === "by a link" ? "/commitments/" : "/"), { waitUntil: "load" });
  await until(devtools, "document.documentElement.dataset.state === 'live'");
  if (reached === "by a link") {
    await page.evaluate(() => document.querySelector(".masthead .name").click());
    await until(devtools, "Boolean(document.querySelector('.scene') && document.querySelector('footer'))");
  }
  await page.waitForTimeout(2 * WATCHED);
  const scenes = await page.evaluate(() => [...document.querySelectorAll(".scene")].map(({ id }) => id));
  const script = async () => (await devtools.send("Performance.getMetrics")).metrics.find(({ name }) => name === "ScriptDuration").value * 1000;
  const read = (id) =>
    page.evaluate((id) => scrollTo({ top: document.getElementById(id).getBoundingClientRect().top + scrollY - innerHeight * 0.6, behavior: "instant" }), id);
  await read(scenes[0]);
  await page.waitForTimeout(WATCHED);
  const begun = await page.evaluate(() => performance.now());
  const changes = [];
  for (const scene of scenes.slice(1)) {
    const before = await script();
    await read(scene);
    // The change itself; what is prepared for the next one follows in idle time.
    await page.waitForTimeout(150);
    changes.push((await script()) - before);
    await page.waitForTimeout(1350);
  }
  const tasks = await page.evaluate((begun) => window.found.tasks.filter(([start]) => start > begun).map(([, duration]) => duration), begun);
  await context.close();
  return [reached, changes, tasks];
}

/** Time from a click on a link to the frame that shows the next page, and to the last change of it; and what fifty changes leave behind. */
async function pageChanges() {
  const { context, page, devtools } = await open("live");
  await page.goto(`${BASE}/en/figures/industry-output/`, { waitUntil: "load" });
  await page.waitForFunction(() => document.documentElement.dataset.state === "live");
  const go = (selector) =>
    page.evaluate(async (selector) => {
      const begun = performance.now();
      let last = begun;
      const watch = new MutationObserver(() => (last = performance.now()));
      watch.observe(document.body, { subtree: true, childList: true });
      const path = location.pathname;
      document.querySelector(selector).click();
      while (location.pathname === path) await new Promise(requestAnimationFrame);
      await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
      const shown = performance.now() - begun;
      // What is below the first screen follows, a piece a frame.
      while (performance.now() - last < 500) await new Promise((done) => setTimeout(done, 100));
      watch.disconnect();
      return [shown, last - begun];
    }, selector);
  const count = async () => {
    // What a page leaves for later is there by then.
    await page.waitForTimeout(WATCHED);
    // What one collection lets go of may be the last to hold something else.
    for (let times = 0; times < 3; times += 1) await devtools.send("HeapProfiler.collectGarbage");
    const { metrics } = await devtools.send("Performance.getMetrics");
    const of = (name) => metrics.find((metric) => metric.name === name).value;
    return { nodes: of("Nodes"), listeners: of("JSEventListeners"), heap: of("JSHeapUsedSize") };
  };
  const times = { "the story, its first screen": [], "the story, all of it": [], "a figure, its first screen": [], "a figure, all of it": [] };
  const note = (name, [shown, last]) => {
    times[`${name}, its first screen`].push(shown);
    times[`${name}, all of it`].push(last);
  };
  // The first document stays for when the program ends; it is counted from the start.
  for (const link of [".masthead .name", "a[href*='/figures/']", ".masthead .name"]) await go(link);
  const before = await count();
  for (let turn = 0; turn < 25; turn += 1) {
    note("a figure", await go("a[href*='/figures/']"));
    note("the story", await go(".masthead .name"));
  }
  const after = await count();
  await context.close();
  return { times, before, after };
}

/**
 * What the main thread computes for each frame of the transitions between the scenes of the story, on, back and in leaps, and for
 * each scene drawn again. In thread time: with two cores, the browser's other threads interrupt a frame now and then.
 */
async function transitions() {
  const { context, page } = await open("live");
  await page.goto(BASE + "/", { waitUntil: "load" });
  await page.waitForFunction(() => document.documentElement.dataset.state === "live");
  const scenes = await page.evaluate(() => [...document.querySelectorAll(".scene")].map(({ id }) => id));
  /** Milliseconds of each animation frame meanwhile. */
  const frames = async (work) => {
    const events = await traced(page, work, ["devtools.timeline"]);
    return events.filter(({ name, ph }) => name === "FireAnimationFrame" && ph === "X").map(({ tdur }) => tdur / 1000);
  };
  const read = async (scene) => {
    await page.evaluate((id) => {
      const words = document.getElementById(id);
      scrollTo({ top: words.getBoundingClientRect().top + scrollY - innerHeight * 0.6, behavior: "instant" });
    }, scene);
    await page.waitForTimeout(1500);
  };
  const all = async (scenes) => {
    for (const scene of scenes) await read(scene);
  };
  // From end to end, and less far each time.
  const leaps = scenes.slice(1).map((_, index) => scenes.at(index % 2 ? (index + 1) / 2 : -1 - index / 2));
  // The first drawing is no transition.
  await read(scenes[0]);
  const readings = {
    on: await frames(() => all(scenes.slice(1))),
    back: await frames(() => all(scenes.slice(0, -1).reverse())),
    leaps: await frames(() => all(leaps)),
  };
  const redraw = () =>
    page.evaluate(async () => {
      dispatchEvent(new Event("resize"));
      await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
    });
  const redraws = [];
  for (const scene of scenes) {
    await read(scene);
    await redraw();
    redraws.push([scene, Math.max(...(await frames(redraw)))]);
  }
  await context.close();
  return { readings, redraws };
}

/** The longest that the main thread was held while the story is read on an old phone, screen by screen, from top to end. */
async function oldPhone() {
  const { context, page, devtools } = await open("live");
  await devtools.send("Emulation.setCPUThrottlingRate", { rate: OLD_PHONE.cpu });
  await page.addInitScript((memory) => Object.defineProperty(navigator, "deviceMemory", { value: memory }), OLD_PHONE.memory);
  await page.goto(BASE + "/", { waitUntil: "load" });
  await page.waitForFunction(() => document.documentElement.dataset.state === "live", null, { timeout: 60_000 });
  await page.waitForTimeout(WATCHED);
  const begun = await page.evaluate(() => performance.now());
  const screens = await page.evaluate(async () => {
    let screens = 0;
    // As a thumb scrolls: a screen in some steps, then a rest to read.
    for (let top = 0; top < document.documentElement.scrollHeight - innerHeight; screens += 1) {
      for (let step = 0; step < 12; step += 1) {
        scrollTo({ top: (top += innerHeight / 14), behavior: "instant" });
        await new Promise(requestAnimationFrame);
      }
      await new Promise((done) => setTimeout(done, 900));
    }
    return screens;
  });
  const tasks = await page.evaluate((begun) => window.found.tasks.filter(([start]) => start > begun).map(([, duration]) => duration), begun);
  await context.close();
  return { screens, tasks };
}

const server = spawn(SERVER, ["--dir", DIST, "--port", String(PORT)], { stdio: "ignore" });
const others = await serve(DIST, BASE);
try {
  for (let tries = 0; tries < 100 && !(await fetch(BASE).catch(() => null)); tries += 1) await new Promise((done) => setTimeout(done, 100));
  const ours = Object.entries(PAGES).flatMap(([name, path]) => [
    [name, BASE + path, name === "widget" ? "untouched" : "live"],
    [`${name}, no script`, BASE + path, "twin"],
  ]);
  const plan = [...ours, ...others.pages.map(([name, url]) => [`8 charts by ${name}`, url, "live"]), ...others.articles.map(([name, url]) => [name, url, "untouched"])];
  const rows = new Map(plan.map(([name]) => [name, []]));
  for (let run = 0; run < RUNS; run += 1) {
    for (const [name, url, mode] of plan) rows.get(name).push(await load(url, mode));
    console.log(`run ${run + 1} of ${RUNS}`);
  }
  const found = { rows, changes: await pageChanges(), motion: await transitions(), phone: await oldPhone(), loads: await tasksOfLoads(), scenes: [await sceneChanges("opened"), await sceneChanges("by a link")] };
  console.log(write(found, { RUNS, CPU, OLD_PHONE }));
} finally {
  server.kill();
  others.close();
  await browser.close();
}
