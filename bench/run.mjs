// Measures the built site against its own static twin (no script) and a page with the same figures by ECharts:
// `make bench`. CPU slowed four times, 9 Mbps and 100 ms, pages interleaved, medians. Writes docs/performance.md.
//
// A benchmark, not a test: machines differ and are noisy, so judge by ratios inside one run.
import { spawn } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";

const RUNS = Number(process.env.RUNS ?? 5);
const PORT = Number(process.env.PORT ?? 8099);
const DIST = process.env.DIST ?? "dist";
const SERVER = process.env.SERVER ?? "target/debug/serve";
const BASE = `http://localhost:${PORT}`;
const CPU = 4;
/** A phone of 2 GB from 2018: slower again, and with little memory to say so. */
const OLD_PHONE = { cpu: 6, memory: 2 };
const NETWORK = { offline: false, latency: 100, downloadThroughput: (9e6 / 8) | 0, uploadThroughput: (3e6 / 8) | 0 };
/** How long a page is watched after it is loaded and live, in milliseconds. */
const WATCHED = 2000;

const PAGES = { story: "/", pillar: "/pillars/strength/", figure: "/figures/industry-output/", widget: "/embed/figures/industry-output/" };

/** A page with eight of the figures by ECharts, from the site's own open data. */
function echarts() {
  const plan = JSON.parse(readFileSync(`${DIST}/data/plan.json`, "utf8"));
  const figures = plan.figures.slice(0, 8).map((figure) => ({ name: figure.name.zh, values: figure.values.map((value) => value.value) }));
  return `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>ECharts</title>
<style>.c{height:344px;max-width:640px}</style>${figures.map((figure, index) => `<h2>${figure.name}</h2><div class="c" id="c${index}"></div>`).join("")}
<script src="/echarts.js"></script><script>${JSON.stringify(figures)}.forEach((figure,index)=>{echarts.init(document.getElementById("c"+index)).setOption({xAxis:{type:"category",data:figure.values.map((_,i)=>i)},yAxis:{},series:[{type:"bar",data:figure.values}]})});document.documentElement.dataset.state="live"</script>`;
}

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run", "--js-flags=--expose-gc"],
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
  if (mode === "echarts") {
    await page.route("**/echarts.html", (route) => route.fulfill({ contentType: "text/html", body: echarts() }));
    await page.route("**/echarts.js", (route) => route.fulfill({ path: fileURLToPath(new URL("node_modules/echarts/dist/echarts.min.js", import.meta.url)) }));
  }
  await page.addInitScript(() => {
    const found = { tasks: [], shift: 0, largest: 0 };
    Object.assign(window, { found });
    const watch = (type, take) => new PerformanceObserver((list) => list.getEntries().forEach(take)).observe({ type, buffered: true });
    watch("longtask", (entry) => found.tasks.push([entry.startTime, entry.duration]));
    watch("layout-shift", (entry) => (found.shift += entry.value));
    watch("largest-contentful-paint", (entry) => (found.largest = entry.startTime));
  });
  return { context, page, devtools, seen };
}

async function load(path, mode) {
  const { context, page, devtools, seen } = await open(mode);
  await page.goto(BASE + path, { waitUntil: "load" });
  if (mode !== "twin" && !path.startsWith("/embed/")) await page.waitForFunction(() => document.documentElement.dataset.state, null, { timeout: 60_000 });
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
    "blocking (ms)": blocking,
    "main thread (ms)": metrics.TaskDuration * 1000,
    "heap (MB)": metrics.JSHeapUsedSize / 1e6,
    layouts: metrics.LayoutCount,
    shift: found.shift,
  };
}

/** Time from a click on a link to the frame after the next page has been rendered; and what fifty changes leave behind. */
async function pageChanges() {
  const { context, page, devtools } = await open("live");
  await page.goto(`${BASE}/en/figures/industry-output/`, { waitUntil: "load" });
  await page.waitForFunction(() => document.documentElement.dataset.state === "live");
  const go = (selector) =>
    page.evaluate(async (selector) => {
      const begun = performance.now();
      const path = location.pathname;
      document.querySelector(selector).click();
      while (location.pathname === path) await new Promise(requestAnimationFrame);
      await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
      return performance.now() - begun;
    }, selector);
  const count = async () => {
    await page.evaluate(() => globalThis.gc?.());
    const { metrics } = await devtools.send("Performance.getMetrics");
    const of = (name) => metrics.find((metric) => metric.name === name).value;
    return { nodes: of("Nodes"), listeners: of("JSEventListeners"), heap: of("JSHeapUsedSize") };
  };
  const times = { "to the story": [], "to a figure": [] };
  await go(".masthead .name");
  const before = await count();
  for (let turn = 0; turn < 25; turn += 1) {
    times["to a figure"].push(await go("a[href*='/figures/']"));
    times["to the story"].push(await go(".masthead .name"));
  }
  const after = await count();
  await context.close();
  return { times, before, after };
}

/** What each frame of the ways between the first scenes of the story costs the program. */
async function transitions() {
  const { context, page } = await open("live");
  await page.addInitScript(() => {
    const frames = [];
    const request = window.requestAnimationFrame.bind(window);
    window.requestAnimationFrame = (callback) =>
      request((time) => {
        const begun = performance.now();
        callback(time);
        frames.push(performance.now() - begun);
      });
    Object.assign(window, { frames });
  });
  await page.goto(BASE + "/", { waitUntil: "load" });
  await page.waitForFunction(() => document.documentElement.dataset.state === "live");
  const scenes = await page.evaluate(() => [...document.querySelectorAll(".scene")].map(({ id }) => id));
  const costs = [];
  for (const scene of scenes) {
    await page.evaluate((id) => {
      window.frames.length = 0;
      const words = document.getElementById(id);
      scrollTo({ top: words.getBoundingClientRect().top + scrollY - innerHeight * 0.6, behavior: "instant" });
    }, scene);
    await page.waitForTimeout(1500);
    costs.push(...(await page.evaluate(() => window.frames)));
  }
  await context.close();
  return costs;
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

const median = (values) => values.toSorted((a, b) => a - b)[values.length >> 1];
const spread = (values) => `${round(Math.min(...values))}–${round(Math.max(...values))}`;
const round = (value) => (value < 10 && value % 1 ? value.toFixed(2) : String(Math.round(value)));

const server = spawn(SERVER, ["--dir", DIST, "--port", String(PORT)], { stdio: "ignore" });
try {
  for (let tries = 0; tries < 100 && !(await fetch(BASE).catch(() => null)); tries += 1) await new Promise((done) => setTimeout(done, 100));
  const plan = Object.entries(PAGES).flatMap(([name, path]) => [[name, path, "live"], [`${name}, no script`, path, "twin"]]);
  plan.push(["8 charts by ECharts", "/echarts.html", "echarts"]);
  const rows = new Map(plan.map(([name]) => [name, []]));
  for (let run = 0; run < RUNS; run += 1) {
    for (const [name, path, mode] of plan) rows.get(name).push(await load(path, mode));
    console.log(`run ${run + 1} of ${RUNS}`);
  }
  const columns = Object.keys(rows.get("story")[0]);
  const cell = (runs, column) => `${round(median(runs.map((run) => run[column])))} (${spread(runs.map((run) => run[column]))})`;
  const { times, before, after } = await pageChanges();
  const frames = await transitions();
  const phone = await oldPhone();
  const text = `# Performance

Written by \`make bench\`: headless Chromium, 360 × 740 at two pixels for one, CPU slowed ${CPU} times, 9 Mbps and 100 ms, ${RUNS} runs with
the pages interleaved; medians, and the least and the most in brackets. Judge by ratios inside this table: machines differ.

| page | ${columns.join(" | ")} |
|---|${columns.map(() => "---|").join("")}
${[...rows].map(([name, runs]) => `| ${name} | ${columns.map((column) => cell(runs, column)).join(" | ")} |`).join("\n")}

Changing pages inside the site, from the click to the frame after the page is there:

| | median (ms) | least–most |
|---|---|---|
${Object.entries(times).map(([name, values]) => `| ${name} | ${round(median(values))} | ${spread(values)} |`).join("\n")}

A frame of a way between two scenes of the story, over all scenes (${frames.length} frames): median ${round(median(frames))} ms, 95 of 100 under ${round(frames.toSorted((a, b) => a - b)[Math.floor(frames.length * 0.95)])} ms, most ${round(Math.max(...frames))} ms.

The story read to its end on an old phone (CPU slowed ${OLD_PHONE.cpu} times, ${OLD_PHONE.memory} GB, ${phone.screens} screens), from two seconds after it is live: ${phone.tasks.length} tasks over 50 ms, the longest ${round(Math.max(0, ...phone.tasks))} ms (aim: none over 200 ms).

Fifty changes of page: nodes ${before.nodes} → ${after.nodes}, listeners ${before.listeners} → ${after.listeners}, heap ${round(before.heap / 1e6)} → ${round(after.heap / 1e6)} MB.
`;
  writeFileSync("docs/performance.md", text);
  console.log(text);
} finally {
  server.kill();
  await browser.close();
}
