// Makes what Trunk built smaller: `node scripts/shrink.mjs FOLDER`.
//
// Panics become plain traps (see trap.mjs), and the program is optimised. wasm-bindgen names each import with a hash of
// sixteen digits, once in the program and once in its glue: short names say the same, and what the program no longer
// asks for goes. Then the glue is minified. The prerenderer names both files anew, by their content.
import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { transformSync } from "esbuild";
import { trap } from "./trap.mjs";

const FEATURES = ["bulk-memory", "nontrapping-float-to-int", "sign-ext", "mutable-globals", "reference-types", "multivalue"];

const folder = process.argv[2];

/** Runs wasm-opt on a program in place, and returns what it prints. */
function optimise(program, ...passes) {
  const flags = FEATURES.map((name) => `--enable-${name}`);
  return execFileSync("wasm-opt", [program, "-o", program, ...passes, ...flags], { encoding: "utf8" });
}

/** An entry of the glue's table of imports: a function from its name to the bracket under it. */
const IMPORT = /^( +)(\w+)(: function.*\n(?:\1 +.*\n)*\1\}.*\n)/gm;

/** Makes a program and its glue smaller; a glue that is no module is called by a name that must stay. */
function shrink(program, glue, format) {
  writeFileSync(program, trap(readFileSync(program)));
  optimise(program, "-Oz", "--converge", "--low-memory-unused");
  const names = JSON.parse(optimise(program, "--minify-imports-and-exports-and-modules", "--strip-producers"));
  const imports = new Map(names.imports.map(([, long, short]) => [long, short]));
  const exports = new Map(names.exports.map(([long, short]) => [long, short]));
  const text = readFileSync(glue, "utf8")
    .replace(/"\.\/[\w-]+_bg\.js"/g, '"a"')
    .replace(IMPORT, (_, indent, long, rest) => (imports.has(long) ? indent + imports.get(long) + rest : ""))
    .replace(/\bwasm\.(\w+)/g, (access, long) => (exports.has(long) ? `wasm.${exports.get(long)}` : access))
    // The boot module starts programs in one way.
    .replace("export { initSync, ", "export { ");
  writeFileSync(glue, transformSync(text, { minify: true, treeShaking: true, format, target: "es2020" }).code);
}

const file = (start, ending) => join(folder, readdirSync(folder).find((name) => name.startsWith(start) && name.endsWith(ending)));
shrink(file("five-new-bijies", "_bg.wasm"), file("five-new-bijies", ".js"), "esm");
shrink(join(folder, "check_bg.wasm"), join(folder, "check.js"), undefined);
