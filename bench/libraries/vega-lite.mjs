import embed from "vega-embed";

export function draw(element, { labels, values }) {
  const data = values.map((value, index) => ({ label: labels[index], value }));
  return embed(
    element,
    {
      width: "container",
      height: "container",
      data: { values: data },
      mark: "bar",
      encoding: { x: { field: "label", type: "nominal", sort: null }, y: { field: "value", type: "quantitative" } },
    },
    { actions: false, renderer: "canvas" },
  );
}
