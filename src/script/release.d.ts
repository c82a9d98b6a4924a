/** What the prerenderer puts into `sw.js`. */
declare const __RELEASE__: {
  /** The path of the site, and the name of the release's cache, which begins with it. */
  base: string;
  release: string;
  /** Paths and integrity of the files that every page may want. None: nothing is kept any more. */
  files: [string, string][];
  /** Offline fallback documents, in Chinese and in English, and their headers. */
  pages: [string, string];
  headers: Record<string, string>;
};
