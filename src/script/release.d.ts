/** What the prerenderer puts into `sw.js`. */
declare const __RELEASE__: {
  /** The path of the site, and the name of the release's cache, which begins with it. */
  base: string;
  release: string;
  /** Paths of the files that every page may want. None: nothing is kept any more. */
  files: string[];
  /** Documents for where there is no network, in Chinese and in English, and how they are sent. */
  pages: [string, string];
  headers: Record<string, string>;
};
