// Writes what a run found: docs/performance.md with its tables, and two plots.
import { writeFileSync } from "node:fs";

const median = (values) => values.toSorted((a, b) => a - b)[values.length >> 1];
const round = (value) => (value < 10 && value % 1 ? value.toFixed(2) : String(Math.round(value)));
const spread = (values) => `${round(Math.min(...values))}–${round(Math.max(...values))}`;
const of = (runs, column) => runs.map((run) => run[column]);

/** Horizontal bars, the longest across the whole width. @param {[string, number][]} rows */
function plot(title, rows) {
  const [line, left, width] = [26, 220, 360];
  const most = Math.max(...rows.map(([, value]) => value), 1);
  const bars = rows.map(([name, value], index) => {
    const y = 44 + index * line;
    const length = (value / most) * width;
    const mark = name.includes(" by ") || name.includes("with ECharts") ? "#8b8f94" : "#274b8f";
    return `<text x="${left - 8}" y="${y + 14}" text-anchor="end">${name}</text><rect x="${left}" y="${y}" width="${length.toFixed(1)}" height="18" fill="${mark}"/><text x="${(left + length + 6).toFixed(1)}" y="${y + 14}">${round(value)}</text>`;
  });
  const height = 56 + rows.length * line;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="680" height="${height}" viewBox="0 0 680 ${height}" font-family="sans-serif" font-size="13"><rect width="680" height="${height}" fill="#fff"/><text x="12" y="24" font-size="15" font-weight="bold">${title}</text>${bars.join("")}</svg>\n`;
}

export function write({ rows, changes, motion, phone, loads, scenes }, { RUNS, CPU, OLD_PHONE }) {
  const columns = Object.keys(rows.values().next().value[0]);
  const cell = (runs, column) => `${round(median(of(runs, column)))} (${spread(of(runs, column))})`;
  const table = [...rows].map(([name, runs]) => `| ${name} | ${columns.map((column) => cell(runs, column)).join(" | ")} |`).join("\n");
  const medians = (column) => [...rows].filter(([name]) => !name.includes("no script")).map(([name, runs]) => [name, median(of(runs, column))]);
  writeFileSync("docs/performance-bytes.svg", plot("Bytes over the network (kB)", medians("bytes (kB)")));
  writeFileSync("docs/performance-blocking.svg", plot(`Blocking time (ms), CPU slowed ${CPU} times`, medians("blocking (ms)")));

  const { times, before, after } = changes;
  const readings = Object.entries(motion.readings).map(([name, frames]) => {
    const sorted = frames.toSorted((a, b) => a - b);
    return `| ${name} | ${sorted.length} | ${round(median(sorted))} | ${round(sorted[Math.floor(sorted.length * 0.95)])} | ${round(sorted.at(-1))} | ${sorted.filter((time) => time > 8).length} |`;
  });
  const redraws = motion.redraws.toSorted(([, a], [, b]) => b - a);
  const text = `# Performance

Written by \`make bench\`: headless Chromium, 360 × 740 at two pixels for one, CPU slowed ${CPU} times, 9 Mbps and 100 ms, ${RUNS} runs with
the pages interleaved; medians, and the least and the most in brackets. Judge by ratios inside these tables: machines differ.
“No script” is the same page with its scripts withheld. The other libraries are imported in parts, bundled, minified and
compressed; they show the first eight figures of the same data. Widgets are measured before anyone touches them.

| page | ${columns.join(" | ")} |
|---|${columns.map(() => "---|").join("")}
${table}

![Bytes by page](performance-bytes.svg)
![Blocking time by page](performance-blocking.svg)

Changing pages inside the site, from the click to the frame that shows the page, and to the last change of what is below its first
screen, which follows a piece a frame:

| | median (ms) | least–most |
|---|---|---|
${Object.entries(times).map(([name, values]) => `| ${name} | ${round(median(values))} | ${spread(values)} |`).join("\n")}

What the main thread computes for a frame of a transition between two scenes of the story, over all scenes: read on, back, and in leaps
from end to end. In thread time: the browser's other threads interrupt a frame now and then.

| the story is read | frames | median (ms) | 95 of 100 under (ms) | most (ms) | frames over 8 ms |
|---|---|---|---|---|---|
${readings.join("\n")}

A drawing drawn again: median ${round(median(redraws.map(([, cost]) => cost)))} ms, the heaviest (${redraws[0][0]}) ${round(redraws[0][1])} ms.

The story read to its end on an old phone (CPU slowed ${OLD_PHONE.cpu} times, ${OLD_PHONE.memory} GB, ${phone.screens} screens), from two seconds after it is live: ${phone.tasks.length} tasks over 50 ms, the longest ${round(Math.max(0, ...phone.tasks))} ms (aim: none over 200 ms).

Tasks over 50 ms while a page loads and becomes live, under a trace, and whose code took most of each:

| page | task | whose code (ms) |
|---|---|---|
${loads.flatMap(([name, tasks]) => (tasks.length ? tasks.map(({ at, ms, owners }) => `| ${name} | ${round(ms)} ms at ${round(at)} | ${owners} |`) : [`| ${name} | none | |`])).join("\n")}

A change of scene of the story: the script that runs until the drawing moves, and the tasks over 50 ms among all changes.

| the story was | changes | script, median (ms) | most (ms) | tasks over 50 ms | longest (ms) |
|---|---|---|---|---|---|
${scenes.map(([reached, changes, tasks]) => `| ${reached === "opened" ? reached : `reached ${reached}`} | ${changes.length} | ${round(median(changes))} | ${round(Math.max(...changes))} | ${tasks.length} | ${round(Math.max(0, ...tasks))} |`).join("\n")}

Fifty changes of page: nodes ${before.nodes} → ${after.nodes}, listeners ${before.listeners} → ${after.listeners}, heap ${round(before.heap / 1e6)} → ${round(after.heap / 1e6)} MB.
`;
  writeFileSync("docs/performance.md", text);
  return text;
}
