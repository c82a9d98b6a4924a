// Opens the sites that `make growth` has made of plans of several sizes, and writes docs/performance-growth.md.
import { spawn } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { brotliCompressSync, constants } from "node:zlib";
import { readdirSync } from "node:fs";
import { chromium } from "playwright-core";

const SIZES = (process.env.SIZES ?? "10 100 1000 10000").split(" ").map(Number);
const SERVER = process.env.SERVER ?? "target/debug/serve";
const CPU = 4;
const PATIENCE_MS = 180_000;
const SEARCHES = ["kite", "fengzheng", "风筝", "kabedo", "workshops faster", "nothing of it"];
const median = (values) => values.toSorted((a, b) => a - b)[values.length >> 1];

async function browse(figures, port) {
  const server = spawn(SERVER, ["--dir", `target/growth/${figures}/site`, "--port", String(port)], { stdio: "ignore" });
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run", "--js-flags=--expose-gc"],
  });
  try {
    const home = `http://localhost:${port}`;
    for (let tries = 0; tries < 100 && !(await fetch(home).catch(() => null)); tries += 1) await new Promise((done) => setTimeout(done, 100));
    const page = await browser.newPage({ viewport: { width: 360, height: 740 } });
    const devtools = await page.context().newCDPSession(page);
    await devtools.send("Emulation.setCPUThrottlingRate", { rate: CPU });
    await page.addInitScript(() => {
      const found = { longest: 0 };
      Object.assign(window, { found });
      new PerformanceObserver((list) => list.getEntries().forEach(({ duration }) => (found.longest = Math.max(found.longest, duration)))).observe({ type: "longtask", buffered: true });
      // The program's memory is seen where it is made.
      for (const name of ["instantiate", "instantiateStreaming"]) {
        const made = WebAssembly[name];
        WebAssembly[name] = async (...given) => {
          const result = await made.apply(WebAssembly, given);
          found.memory = (result.instance ?? result).exports.memory;
          return result;
        };
      }
    });
    await page.goto(`${home}/en/commitments/`, { waitUntil: "load", timeout: PATIENCE_MS });
    await page.waitForFunction(() => document.querySelector("[type=search]")?.disabled === false, null, { timeout: PATIENCE_MS });
    // Texts are folded task by task after the start; a search that finds nothing says that they are in.
    await page.evaluate(() => {
      const field = document.querySelector("[type=search]");
      field.value = "zzzz";
      field.dispatchEvent(new InputEvent("input", { bubbles: true }));
    });
    await page.waitForFunction(() => document.querySelectorAll("[data-key]:not([hidden])").length === 0, null, { timeout: PATIENCE_MS });
    await page.waitForTimeout(1000);
    const start = await page.evaluate(() => ({ longest: window.found.longest, wasm: window.found.memory.buffer.byteLength }));
    const times = [];
    for (const words of SEARCHES) {
      times.push(
        await page.evaluate(async (words) => {
          const field = document.querySelector("[type=search]");
          field.value = words;
          const begun = performance.now();
          field.dispatchEvent(new InputEvent("input", { bubbles: true }));
          // The app renders in the microtasks that the event has queued.
          for (let turn = 0; turn < 9; turn += 1) await null;
          const rendered = performance.now() - begun;
          await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
          const painted = performance.now() - begun;
          await new Promise((done) => setTimeout(done, 700));
          return { rendered, painted };
        }, words),
      );
    }
    const painted = times.map((time) => time.painted);
    return {
      start: start.longest,
      memory: start.wasm / 1e6,
      rendered: median(times.map((time) => time.rendered)),
      painted: median(painted),
      most: Math.max(...painted),
    };
  } finally {
    server.kill();
    await browser.close();
  }
}

const file = (figures, ending) => {
  const folder = `target/growth/${figures}/site`;
  return readFileSync(`${folder}/${readdirSync(folder).find((name) => name.startsWith("program-") && name.endsWith(ending))}`);
};

const rows = [];
for (const [index, figures] of SIZES.entries()) {
  const native = JSON.parse(readFileSync(`target/growth/${figures}/native.json`, "utf8"));
  // Brotli at 11 takes minutes for the largest; 9 is within a few per cent.
  const program = brotliCompressSync(file(figures, ".wasm"), { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }).length;
  const browser = await browse(figures, 8200 + index).catch((error) => console.warn(figures, error.message));
  rows.push({ ...native, program, browser });
  console.log(figures, browser);
}

/** What the browser says; nothing where the page could not be used. */
const seen = (row, cell) => (row.browser ? cell(row.browser) : "–");
const round = (value) => (value < 10 ? value.toFixed(1) : Math.round(value).toLocaleString("en"));
const table = (columns) =>
  [`| figures | promises | ${Object.keys(columns).join(" | ")} |`, `|${"---|".repeat(2 + Object.keys(columns).length)}`]
    .concat(rows.map((row) => `| ${row.figures.toLocaleString("en")} | ${row.promises.toLocaleString("en")} | ${Object.values(columns).map((cell) => cell(row)).join(" | ")} |`))
    .join("\n");
const per = (value, count) => `${round(value)} (${((value / count) * 1000).toFixed(value / count < 0.01 ? 2 : 1)})`;

writeFileSync(
  "docs/performance-growth.md",
  `# Growth

Written by \`make growth\`: plans made by rule (\`tests/growth/made.rs\`), with ten promises for each figure. In brackets: the same
for a thousand promises, which stays as it is where growth is linear. One run; machines differ, so judge by the brackets.

On the machine that builds, the crate optimized a little (\`opt-level = 1\`):

${table({
  "data (kB)": (row) => round(row.data / 1000),
  "validation (ms)": (row) => per(row.validation, row.promises),
  "index of the search (ms)": (row) => per(row.indexing, row.promises),
  "slowest search (ms)": (row) => row.search.toFixed(2),
  "decoding (ms)": (row) => per(row.decoding, row.promises),
  "most memory (MB)": (row) => round(row.memory),
})}

Prerendering, without pictures, and the most memory of the whole build:

${table({
  pages: (row) => row.pages.toLocaleString("en"),
  "rendering (ms)": (row) => round(row.rendering),
  "a page (ms)": (row) => (row.rendering / row.pages).toFixed(1),
  "most memory (MB)": (row) => round(row.memoryOfBuild),
})}

In headless Chromium, CPU slowed ${CPU} times, on the page of all promises: the longest task from loading to live (decoding both
languages, laying out the prerendered page, mounting the list, which shows 200 promises at once), the program's memory, and
searches, from the key to the list that was found and to the frame after (medians of ${SEARCHES.length}). A dash: the page did not become live within ${PATIENCE_MS / 1000} s, or did not stay so:

${table({
  "program, brotli 9 (kB)": (row) => round(row.program / 1000),
  "longest task (ms)": (row) => seen(row, ({ start }) => per(start, row.promises)),
  "memory of the program (MB)": (row) => seen(row, ({ memory }) => round(memory)),
  "search, until the list is made (ms)": (row) => seen(row, ({ rendered }) => round(rendered)),
  "until the frame after (ms)": (row) => seen(row, ({ painted }) => round(painted)),
  "at most (ms)": (row) => seen(row, ({ most }) => round(most)),
})}

Limits: 64 MB in each of the files of sentences, figures and promises, 640 kB in the others; paragraphs, and sentences in them, up to
65,535. Beyond, the build stops and says where. Scenes in a row show at most eight areas side by side; a ninth is not drawn.
`,
);
