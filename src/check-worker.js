// What the worker does around the check program, whose glue stands before it in the same file: loads it with the check
// data once, then answers each text. No answer means that it could not.

let ready;

async function load({ wasm, wasmHash, data, dataHash }) {
  const get = async (url, integrity) => {
    const response = await fetch(url, { integrity });
    if (!response.ok) throw new Error(`${url}: ${response.status}`);
    return response;
  };
  const [code, bytes] = await Promise.all([
    get(wasm, wasmHash),
    get(data, dataHash).then((response) => response.arrayBuffer()),
  ]);
  await wasm_bindgen({ module_or_path: code });
  return new Uint8Array(bytes);
}

onmessage = async ({ data: question }) => {
  try {
    ready ??= load(question);
    postMessage(wasm_bindgen.check(await ready, question.words));
  } catch {
    postMessage(null);
  }
};
