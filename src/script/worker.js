// Around the check program, whose glue stands before it in the same file: loads the program once, then answers each
// text with the bytes of a report. No bytes mean that it could not.
/** @type {Promise<unknown> | undefined} */
let ready;

/** @param {{ wasm: string, integrity: string }} program */
async function load({ wasm, integrity }) {
  const response = await fetch(wasm, { integrity });
  if (!response.ok) throw new Error(`${wasm}: ${response.status}`);
  return wasm_bindgen({ module_or_path: response });
}
onmessage = async ({ data: question }) => {
  try {
    await (ready ??= load(question));
    postMessage(wasm_bindgen.check(question.text, question.lang));
  } catch (error) {
    console.warn("check:", error);
    postMessage(null);
  }
};
