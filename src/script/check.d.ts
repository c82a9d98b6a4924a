/** The glue of the check program, which stands before `worker.js` in the same file. */
declare const wasm_bindgen: {
  (from: { module_or_path: Response }): Promise<unknown>;
  check(text: string, lang: string): Uint8Array;
};
