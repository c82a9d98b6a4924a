// Makes what Trunk built smaller: `node scripts/shrink.mjs FOLDER` optimises the programs and minifies their glue.
import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { transformSync } from "esbuild";

const FEATURES = ["bulk-memory", "nontrapping-float-to-int", "sign-ext", "mutable-globals", "reference-types", "multivalue"];

const folder = process.argv[2];

/** A glue that is no module is called by a name that must stay. */
function shrink(program, glue, format) {
  execFileSync("wasm-opt", [program, "-o", program, "-Oz", "--converge", "--strip-debug", "--strip-producers", ...FEATURES.map((name) => `--enable-${name}`)]);
  const { code } = transformSync(readFileSync(glue, "utf8"), { minify: true, treeShaking: true, format, target: "es2020" });
  writeFileSync(glue, code);
}

const file = (start, ending) => join(folder, readdirSync(folder).find((name) => name.startsWith(start) && name.endsWith(ending)));
shrink(file("five-new-bijies", "_bg.wasm"), file("five-new-bijies", ".js"), "esm");
shrink(join(folder, "check_bg.wasm"), join(folder, "check.js"), undefined);
