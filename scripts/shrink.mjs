// Makes what Trunk built smaller: `node scripts/shrink.mjs FOLDER`.
//
// wasm-bindgen names each import with a hash of sixteen digits, once in the program and once in its glue. Short names
// say the same. Then the glue is minified. The prerenderer names both files anew, by their content.
import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { transformSync } from "esbuild";

const FEATURES = ["bulk-memory", "nontrapping-float-to-int", "sign-ext", "mutable-globals", "reference-types", "multivalue"];

const folder = process.argv[2];
const flags = FEATURES.map((name) => `--enable-${name}`);
/** Makes a program and its glue smaller; a glue that is no module is called by a name that must stay. */
function shrink(program, glue, format) {
  const names = JSON.parse(
    execFileSync("wasm-opt", [program, "-o", program, "--minify-imports-and-exports-and-modules", "--strip-producers", ...flags], {
      encoding: "utf8",
    }),
  );
  const imports = new Map(names.imports.map(([, long, short]) => [long, short]));
  const exports = new Map(names.exports.map(([long, short]) => [long, short]));
  const text = readFileSync(glue, "utf8")
    .replace(/"\.\/[\w-]+_bg\.js"/g, '"a"')
    .replace(/^( +)(\w+)(: )/gm, (line, indent, long, colon) => (imports.has(long) ? `${indent}${imports.get(long)}${colon}` : line))
    .replace(/\bwasm\.(\w+)/g, (access, long) => (exports.has(long) ? `wasm.${exports.get(long)}` : access));
  writeFileSync(glue, transformSync(text, { minify: true, format, target: "es2020" }).code);
}

const file = (start, ending) => join(folder, readdirSync(folder).find((name) => name.startsWith(start) && name.endsWith(ending)));
shrink(file("five-new-bijies", "_bg.wasm"), file("five-new-bijies", ".js"), "esm");
shrink(join(folder, "check_bg.wasm"), join(folder, "check.js"), undefined);
