import { barY, plot, ruleY } from "@observablehq/plot";

export function draw(element, { labels, values }) {
  const { width, height } = element.getBoundingClientRect();
  const data = values.map((value, index) => ({ label: labels[index], value }));
  element.append(plot({ width, height, x: { domain: labels }, marks: [barY(data, { x: "label", y: "value" }), ruleY([0])] }));
}
