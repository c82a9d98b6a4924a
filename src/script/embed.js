// <plan-figure figure="…" lang="zh"> in any page: a frame of this site that is as high as its content.
const NAME = "plan-figure", VERSION = 1;
// The build writes the site's address and, for each widget, the heights to reserve: five of two digits, first in
// Chinese, then in English (`height.rs` makes them). Promises share the last row, `promises/`.
const HEIGHTS = "__HEIGHTS__";
const HOME = new URL(".", /** @type {HTMLScriptElement | null} */ (document.currentScript)?.src || "__HOME__").href;
// Piecewise linear: from width, to width (of the column, in CSS pixels), index of the height at each. At 600 px the
// wide drawing takes over.
const LINES = [[320, 460, 0, 1], [460, 600, 1, 2], [600, 760, 3, 4]];
const HEIGHTS_EACH = 5, BASE = 36, STEP = 8;
const SANDBOX = "allow-scripts allow-same-origin allow-popups allow-popups-to-escape-sandbox";
// The sites whose scripts stand in this page, by their addresses: an element shows a figure of the site that the link
// in it leads to, and without such a link one of the first.
/** @type {Map<string, Map<string, string>>} */
const sites = (/** @type {any} */ (globalThis)[Symbol.for(NAME)] ??= new Map());
sites.set(HOME, new Map(HEIGHTS.split(" ").map((row) => /** @type {[string, string]} */ (row.split(":")))));
const define = () => {
  // In spite of styles of the page around it.
  const reserved = (/** @type {number[]} */ heights) =>
    `:host(:not([hidden])){display:block!important;container-type:inline-size!important}iframe{display:block;width:100%;border:0}` +
    LINES.map(([from, to, low, high], index) => {
      const free = `${heights[low]}px + ${(heights[high] - heights[low]) / (to - from)}*(clamp(${from}px,100cqw,${to}px) - ${from}px)`;
      return `@container(min-width:${index && from}px){iframe{min-height:calc(${free})}}`;
    }).join("");
  class PlanFigure extends HTMLElement {
    static observedAttributes = ["figure", "pillar", "promise", "lang", "theme", "text", "view", "since", "width"];
    // First: where it cannot be made, the element stays what it is, and the link inside is seen.
    #sheet = new CSSStyleSheet();
    #root = this.attachShadow({ mode: "open" });
    /** @type {HTMLIFrameElement | undefined} */
    #frame;
    /** Width of the frame in CSS pixels when it first reported its height. */
    #width = 0;
    #asked = "";
    /** The window it is in: an element can move to another document. @type {(Window & typeof globalThis) | null} */
    #window = null;
    connectedCallback() {
      this.#window = this.ownerDocument.defaultView;
      if (!this.#window) return;
      this.#sheet = new this.#window.CSSStyleSheet();
      this.#root.adoptedStyleSheets = [this.#sheet];
      this.#window.addEventListener("message", this.#hear);
      addEventListener(NAME, this.#show);
      this.#show();
    }
    disconnectedCallback() {
      this.#window?.removeEventListener("message", this.#hear);
      removeEventListener(NAME, this.#show);
      // Elsewhere it needs a frame of its own.
      this.#asked = "";
    }
    attributeChangedCallback() {
      if (this.#window && this.isConnected) this.#show();
    }
    #hear = (/** @type {MessageEvent} */ { source, data }) => {
      if (!source || source !== this.#frame?.contentWindow) return;
      if (data?.type !== NAME || data.v !== VERSION || data.event !== "height" || !Number.isFinite(data.height)) return;
      const frame = this.#frame;
      frame.style.height = Math.min(4000, Math.max(120, Math.ceil(data.height))) + "px";
      // What was kept free beyond that is given back where nobody sees it: below the window, or when all moves anyway.
      const { top, width } = frame.getBoundingClientRect();
      if ((this.#width ||= width) !== width || top > innerHeight) frame.style.minHeight = this.style.minHeight = "0";
    };
    /** The language named nearest, through the hosts of shadow trees. */
    #lang() {
      for (let at = /** @type {Element | undefined} */ (this); at; at = /** @type {ShadowRoot} */ (at.getRootNode()).host) {
        const lang = /** @type {HTMLElement | null} */ (at.closest("[lang]"))?.lang;
        if (lang) return lang;
      }
      return "zh";
    }
    #show = () => {
      const link = this.querySelector("a")?.href;
      const [home, known] = [...sites].find(([home]) => link?.startsWith(home)) ?? [...sites][0];
      const kind = ["pillar", "promise"].find((kind) => this.hasAttribute(kind)) ?? "figure";
      const path = `${kind}s/${this.getAttribute(kind)}`;
      const english = !/^zh/i.test(this.#lang());
      const digits = known.get(path) ?? known.get(`${kind}s/`);
      const url = new URL(`${english ? "en/" : ""}embed/${path}/`, home);
      for (const name of ["theme", "text", "view", "since"]) {
        const value = this.getAttribute(name);
        if (value !== null) url.searchParams.set(name, value);
      }
      const width = parseInt(/** @type {string} */ (this.getAttribute("width")));
      const asked = digits ? url.href + width : path;
      if (this.#asked === (this.#asked = asked)) return;
      if (!digits) {
        this.#frame = undefined;
        const textContent = english ? "This figure is gone; see the whole plan" : "这一项没有了，去看整个规划";
        const href = new URL(english ? "en/" : "", home).href;
        return this.#root.replaceChildren(Object.assign(this.ownerDocument.createElement("a"), { href, textContent }));
      }
      this.#width = 0;
      const heights = Array.from(digits.matchAll(/../g), (pair) => parseInt(pair[0], BASE) * STEP);
      this.#sheet.replaceSync(reserved(heights.slice(english ? HEIGHTS_EACH : 0)) + (width > 0 ? `:host{max-width:${width}px!important}` : ""));
      // A new frame: another address in the old one would be a step in the page's history.
      const frame = (this.#frame = this.ownerDocument.createElement("iframe"));
      Object.assign(frame, { title: this.title || this.textContent.trim() || NAME, loading: "lazy", sandbox: SANDBOX, src: url.href });
      frame.onload = () => frame.contentWindow?.postMessage({ type: NAME, v: VERSION, event: "hello" }, "*");
      this.#root.replaceChildren(frame);
    };
  }
  customElements.define(NAME, PlanFigure);
};
if (!customElements.get(NAME)) define();
// A second site's script: elements that waited for it show theirs.
else dispatchEvent(new Event(NAME));
