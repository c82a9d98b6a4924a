// Finds the long tasks of a trace, and in whose code their time went.

/** Above this a task can be felt, in milliseconds. */
const LONG = 50;

export const CATEGORIES = ["toplevel", "devtools.timeline", "v8.wasm", "disabled-by-default-v8.compile", "disabled-by-default-devtools.timeline"];

/** Whose code an event runs: a file of the site, or a part of the browser. */
function owner({ name, args }) {
  const data = args?.data ?? args?.beginData ?? {};
  const file = (data.url ?? data.fileName ?? "").split("/").at(-1).replace(/-[0-9a-f]{16}/, "");
  if (name === "FunctionCall" || name === "EvaluateScript" || name.startsWith("v8.compile")) return `${file || "script"} (${name})`;
  return name;
}

/** The tasks over 50 ms of the busiest main thread, in their order, each with the three owners of most of it. */
export function longTasks(events) {
  const spans = events.filter(({ ph, dur }) => ph === "X" && dur !== undefined);
  const threads = new Map();
  for (const { pid, tid } of spans.filter(({ name }) => ["FireAnimationFrame", "EvaluateScript", "UpdateLayoutTree"].includes(name))) {
    threads.set(`${pid} ${tid}`, (threads.get(`${pid} ${tid}`) ?? 0) + 1);
  }
  const [busiest] = [...threads].toSorted(([, a], [, b]) => b - a)[0] ?? [];
  const own = spans.filter(({ pid, tid }) => `${pid} ${tid}` === busiest).toSorted((a, b) => a.ts - b.ts || b.dur - a.dur);
  const begun = own[0]?.ts ?? 0;
  const found = [];
  for (const task of own.filter(({ name, dur }) => /RunTask$/.test(name) && dur > LONG * 1000)) {
    const inside = own.filter(({ ts, dur }) => ts >= task.ts && ts + dur <= task.ts + task.dur);
    const times = new Map();
    const stack = [];
    const add = (event, time) => times.set(owner(event), (times.get(owner(event)) ?? 0) + time);
    for (const event of inside) {
      while (stack.length && stack.at(-1).ts + stack.at(-1).dur <= event.ts) stack.pop();
      if (stack.length) add(stack.at(-1), -event.dur);
      add(event, event.dur);
      stack.push(event);
    }
    const owners = [...times].toSorted(([, a], [, b]) => b - a).slice(0, 3);
    found.push({ at: (task.ts - begun) / 1000, ms: task.dur / 1000, owners: owners.map(([name, time]) => `${name} ${Math.round(time / 1000)}`).join(", ") });
  }
  return found.filter(({ at, ms }, index) => !found.some((other, place) => place < index && other.at <= at && other.at + other.ms >= at + ms));
}
