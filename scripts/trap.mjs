// Lets a panic of a program be a plain trap: `trap(bytes)` takes what wasm-bindgen wrote, with its names, and gives it
// back without what would only word and place the panic.
//
// The page answers a panic and a trap alike, and words for the console are a tenth of the program. The compiler does
// the same with `-Cpanic=immediate-abort`, but not yet on the stable channel.
import binaryen from "binaryen";

/** Functions that never return, by the names that the compiler gives them. */
const NEVER_RETURN = [
  /^core::panicking::/,
  /^core::(option|result)::(unwrap|expect)_failed$/,
  /^core::cell::(lazy::)?panic_/,
  /^core::slice::.*_fail$/,
  /^core::str::slice_error_fail/,
  /^alloc::raw_vec::(handle_error|capacity_overflow)$/,
  /^alloc::alloc::handle_alloc_error$/,
  /^std::alloc::rust_oom/,
  /^std::panicking::(panic_handler|panic_with_hook|begin_panic)/,
  /^std::sys::backtrace::__rust_end_short_backtrace/,
  /^std::thread::local::panic_access_error$/,
  /^__rustc::(rust_panic|__rust_alloc_error_handler)$/,
  /^console_error_panic_hook::hook$/,
];

/** Functions that only a panic calls: nothing that a reader sees is written by `Debug`. */
const ONLY_PANICS_CALL = [
  / as core::fmt::Debug>::fmt$/,
  /\bcore::fmt::builders::/,
  /^<core::fmt::Formatter>::debug_/,
  /^<core::cell::Borrow(Mut)?Error as core::fmt::Display>::fmt$/,
  /^<std::panicking::.* as core::panic::PanicPayload>::/,
  // What a node is that Yew did not expect.
  /^yew::dom_bundle::utils::feat_hydration::node_type_str$/,
];

/** Takes `[c5930c85a12de822]` and `::h26f74bfab152c5e2` out of a name, and the number that tells twins apart. */
const plain = (name) => name.replace(/\[[0-9a-f]{8,}\]/g, "").replace(/(\.\d+|\[\d+\])$/, "").replace(/::h[0-9a-f]{16}$/, "");

export function trap(bytes) {
  binaryen.setDebugInfo(true);
  const program = binaryen.readBinary(bytes);
  const functions = Array.from({ length: program.getNumFunctions() }, (_, index) =>
    binaryen.getFunctionInfo(program.getFunctionByIndex(index)),
  );
  let trapped = 0;
  for (const { name, module, params, results } of functions) {
    // An import has a module.
    if (module || ![...NEVER_RETURN, ...ONLY_PANICS_CALL].some((pattern) => pattern.test(plain(name)))) continue;
    program.removeFunction(name);
    program.addFunction(name, params, results, [], program.unreachable());
    trapped += 1;
  }
  // Names come from the compiler; if it changes them, this must not pass in silence.
  if (trapped < 30) throw new Error(`only ${trapped} functions of a panic were found; scripts/trap.mjs no longer knows their names`);
  const trapping = Buffer.from(program.emitBinary());
  program.dispose();
  forgetPlaces(trapping);
  return trapping;
}

const SOURCE_FILE = /^[^\0]+\.rs$/;

/** Empties what a panic would name as its place: a pointer to the name of a source file, its length, line and column. */
function forgetPlaces(program) {
  const segments = dataSegments(program);
  const names = new Set();
  for (const { address, start, length } of segments) {
    for (let offset = -address & 3; offset + 16 <= length; offset += 4) {
      const [pointer, size] = [0, 4].map((field) => program.readUInt32LE(start + offset + field));
      const home = segments.find((one) => one.address <= pointer && pointer + size <= one.address + one.length);
      if (!home || size > 300) continue;
      const from = home.start + pointer - home.address;
      if (!SOURCE_FILE.test(program.toString("latin1", from, from + size))) continue;
      program.fill(0, start + offset, start + offset + 16);
      names.add([from, from + size]);
    }
  }
  for (const [from, to] of names) program.fill(0, from, to);
}

/** The data of a program: where in memory it goes, and where it stands in the file. */
function dataSegments(program) {
  const DATA = 11;
  const I32_CONST = 0x41;
  let position = 8;
  const number = (signed = false) => {
    let [value, shift, byte] = [0, 0, 0];
    do {
      byte = program[position++];
      value |= (byte & 0x7f) << shift;
      shift += 7;
    } while (byte & 0x80);
    return signed && shift < 32 && byte & 0x40 ? value | (-1 << shift) : value;
  };
  const segments = [];
  while (position < program.length) {
    const kind = program[position++];
    const end = number() + position;
    if (kind === DATA) {
      for (let count = number(); count > 0; count -= 1) {
        if (number() !== 0 || program[position++] !== I32_CONST) throw new Error("a data segment without a fixed place");
        const address = number(true);
        position += 1;
        const length = number();
        segments.push({ address, start: position, length });
        position += length;
      }
    }
    position = end;
  }
  return segments;
}
