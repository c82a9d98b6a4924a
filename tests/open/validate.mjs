// Holds files against a schema as strictly as ajv does by itself: node validate.mjs SCHEMA FILE…
import { readFileSync } from "node:fs";
import Ajv from "ajv/dist/2020.js";

const [schema, ...files] = process.argv.slice(2).map((path) => JSON.parse(readFileSync(path, "utf8")));
const validate = new Ajv.default({ allErrors: true }).compile(schema);
for (const [index, file] of files.entries()) {
  if (!validate(file)) {
    console.error(process.argv[index + 3], validate.errors);
    process.exitCode = 1;
  }
}
