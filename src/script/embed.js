// <plan-figure figure="…" lang="zh"> in any page: a frame of this site that is as high as its content.
//
// The build writes the site's address and, for each widget, the height that its place keeps free: two digits for each
// of the widths below, first in Chinese, then in English (`height.rs` makes them).
const NAME = "plan-figure";
const VERSION = 1;
const HEIGHTS = "__HEIGHTS__";
/** Widths in CSS pixels from which the next height holds. */
const WIDTHS = [400, 480, 560, 640];
const [BASE, STEP] = [36, 8];
const [LOWEST, HIGHEST] = [120, 4000];
const script = /** @type {HTMLScriptElement | null} */ (document.currentScript);
const HOME = new URL(".", script?.src || "__HOME__").href;
const SANDBOX = "allow-scripts allow-same-origin allow-popups allow-popups-to-escape-sandbox";

const heights = new Map(HEIGHTS.split(" ").map((row) => /** @type {[string, string]} */ (row.split(":"))));
/**
 * The sites whose scripts stand in this page, by their addresses: an element shows a figure of the site that the link
 * in it leads to, and without such a link one of the first.
 * @type {Map<string, Map<string, string>>}
 */
const sites = (/** @type {any} */ (globalThis)[Symbol.for(NAME)] ??= new Map());
sites.set(HOME, heights);

const define = () => {
  // Styles of the page around it do not reach the frame, nor the shape of the element. The least height that the code
  // to paste gives the element is the frame's as well, so that nothing moves when this script comes late.
  const styles =
    `:host(:not([hidden])){display:block!important;container-type:inline-size!important}` +
      `iframe{display:block;width:100%;min-height:inherit;border:0;height:max(var(--h,0px),var(--r0))}` +
      WIDTHS.map((width, index) => `@container(min-width:${width}px){iframe{height:max(var(--h,0px),var(--r${index + 1}))}}`).join("");

  customElements.define(
    NAME,
    class extends HTMLElement {
      static observedAttributes = ["figure", "pillar", "lang", "theme", "text", "view", "since", "width"];
      #root = this.attachShadow({ mode: "open" });
      /** @type {HTMLIFrameElement | undefined} */
      #frame;
      #asked = "";
      /** @type {(Window & typeof globalThis) | null} The window it is in: an element can move to another document. */
      #window = null;

      connectedCallback() {
        this.#window = this.ownerDocument.defaultView;
        if (!this.#window) return;
        const sheet = new this.#window.CSSStyleSheet();
        sheet.replaceSync(styles);
        this.#root.adoptedStyleSheets = [sheet];
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
        if (this.isConnected) this.#show();
      }

      /** @param {MessageEvent} message */
      #hear = ({ source, data }) => {
        if (!source || source !== this.#frame?.contentWindow) return;
        if (data?.type !== NAME || data.v !== VERSION || data.event !== "height" || !Number.isFinite(data.height)) return;
        this.#frame.style.setProperty("--h", Math.min(HIGHEST, Math.max(LOWEST, Math.ceil(data.height))) + "px");
      };

      /** The language named nearest, through the hosts of shadow trees. */
      #lang() {
        for (let at = /** @type {Element | undefined} */ (this); at; at = /** @type {ShadowRoot} */ (at.getRootNode()).host) {
          const lang = at.closest("[lang]")?.getAttribute("lang");
          if (lang) return lang;
        }
        return "zh";
      }

      #show = () => {
        const link = this.querySelector("a")?.href ?? "";
        const [home, heights] = [...sites].find(([home]) => link.startsWith(home)) ?? [...sites][0];
        const kind = this.hasAttribute("pillar") ? "pillar" : "figure";
        const path = `${kind}s/${this.getAttribute(kind)}`;
        const english = !/^zh/i.test(this.#lang());
        const digits = heights.get(path);
        const url = new URL(`${english ? "en/" : ""}embed/${path}/`, home);
        for (const name of ["theme", "text", "view", "since"]) {
          const value = this.getAttribute(name);
          if (value !== null) url.searchParams.set(name, value);
        }
        const width = parseInt(this.getAttribute("width") ?? "");
        const asked = digits ? url.href + width : path;
        if (asked === this.#asked) return;
        this.#asked = asked;
        if (!digits) {
          const link = this.ownerDocument.createElement("a");
          link.href = home + (english ? "en/" : "");
          link.textContent = english ? "This figure is no longer here; see the whole plan" : "这一项现在没有了，去看整个规划";
          this.#frame = undefined;
          return this.#root.replaceChildren(link);
        }
        // A new frame for a new address: another address in the old one would be a step in the page's history.
        const frame = (this.#frame = this.ownerDocument.createElement("iframe"));
        frame.title = this.title || this.textContent.trim() || NAME;
        frame.loading = "lazy";
        frame.setAttribute("sandbox", SANDBOX);
        if (width > 0) frame.style.maxWidth = width + "px";
        for (let index = 0; index <= WIDTHS.length; index++) {
          const at = 2 * (index + (english ? WIDTHS.length + 1 : 0));
          frame.style.setProperty("--r" + index, parseInt(digits.slice(at, at + 2), BASE) * STEP + "px");
        }
        frame.onload = () => frame.contentWindow?.postMessage({ type: NAME, v: VERSION, event: "hello" }, "*");
        frame.src = url.href;
        this.#root.replaceChildren(frame);
      };
    },
  );
};

if (!customElements.get(NAME)) define();
// A second site's script: elements that waited for it show theirs.
else dispatchEvent(new Event(NAME));
