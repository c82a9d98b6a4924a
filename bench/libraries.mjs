// Pages with the same figures by other libraries, each imported in parts, bundled, minified and compressed as its
// documentation advises: what a careful newsroom would ship.
import { createServer } from "node:http";
import { readFileSync } from "node:fs";
import { brotliCompressSync } from "node:zlib";
import { fileURLToPath } from "node:url";
import { buildSync } from "esbuild";

const LIBRARIES = { ECharts: "echarts", "Vega-Lite": "vega-lite", "Chart.js": "chartjs", uPlot: "uplot", "Observable Plot": "plot" };
/** How many figures a page shows. */
const FIGURES = 8;

/** Serves the pages, and articles with three embedded charts each, on a port of its own. */
export async function serve(dist, base) {
  const plan = JSON.parse(readFileSync(`${dist}/data/plan.json`, "utf8"));
  const figures = plan.figures.slice(0, FIGURES).map((figure) => ({
    id: figure.id,
    name: figure.name.zh,
    labels: figure.values.map((_, index) => String(index + 1)),
    values: figure.values.map(({ value }) => value),
  }));
  const files = new Map();
  const put = (path, type, text) => files.set(path, { type, body: brotliCompressSync(text) });
  for (const library of Object.values(LIBRARIES)) {
    put(`/${library}.js`, "text/javascript", bundle(library));
    put(`/${library}.html`, "text/html; charset=utf-8", page(library, figures));
    figures.forEach((figure) => put(`/${library}/${figure.id}.html`, "text/html; charset=utf-8", page(library, [figure])));
  }
  const three = figures.slice(0, 3);
  const frames = (address) => three.map(({ id }) => `<iframe src="${address(id)}" height="400" style="width:100%;border:0"></iframe>`).join("<p>…</p>");
  put("/article-ECharts.html", "text/html; charset=utf-8", article(frames((id) => `/echarts/${id}.html`)));
  // With the place that the pasted code keeps free.
  const style = (id) => /&lt;plan-figure [^&]*(style="[^"]*")/.exec(readFileSync(`${dist}/figures/${id}/index.html`, "utf8"))[1];
  const ours = three.map(({ id }) => `<plan-figure figure="${id}" ${style(id)}></plan-figure>`).join("<p>…</p>");
  put("/article.html", "text/html; charset=utf-8", article(`${ours}<script async src="${base}/embed.js"></script>`));
  const server = createServer((request, response) => {
    const file = files.get(request.url);
    if (!file) return response.writeHead(404).end();
    response.writeHead(200, { "content-type": file.type, "content-encoding": "br" }).end(file.body);
  });
  await new Promise((resolve) => server.listen(0, resolve));
  const home = `http://localhost:${server.address().port}`;
  return {
    pages: Object.entries(LIBRARIES).map(([name, library]) => [name, `${home}/${library}.html`]),
    articles: [["three widgets in an article", `${home}/article.html`], ["three frames with ECharts", `${home}/article-ECharts.html`]],
    close: () => server.close(),
  };
}

function bundle(library) {
  const contents = `import { draw } from "./${library}.mjs";
const figures = JSON.parse(document.getElementById("figures").textContent);
await Promise.all(figures.map((figure) => draw(document.getElementById(figure.id), figure)));
document.documentElement.dataset.state = "live";`;
  const resolveDir = fileURLToPath(new URL("libraries", import.meta.url));
  const { outputFiles } = buildSync({ stdin: { contents, resolveDir }, bundle: true, minify: true, format: "esm", target: "es2022", write: false, logLevel: "error" });
  return outputFiles[0].text;
}

const head = (title) => `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title}</title>`;

function page(library, figures) {
  const boxes = figures.map(({ id, name }) => `<h2>${name}</h2><div class="library" id="${id}"></div>`).join("");
  return `${head(library)}<style>.library{height:344px;max-width:640px}</style><script type="module" src="/${library}.js"></script>${boxes}<script type="application/json" id="figures">${JSON.stringify(figures)}</script>`;
}

const article = (content) => `${head("An article")}<h1>An article</h1><p>${"Words of an article. ".repeat(40)}</p>${content}<p>${"More words. ".repeat(80)}</p>`;
