import uPlot from "uplot";

export function draw(element, { labels, values }) {
  const { width, height } = element.getBoundingClientRect();
  const options = {
    width,
    height,
    legend: { show: false },
    scales: { x: { time: false, range: [-0.5, values.length - 0.5] }, y: { range: [0, Math.max(...values)] } },
    axes: [{ values: (_, ticks) => ticks.map((tick) => labels[tick] ?? "") }, {}],
    series: [{}, { paths: uPlot.paths.bars({ size: [0.5] }), fill: "#5470c6" }],
  };
  new uPlot(options, [values.map((_, index) => index), values], element);
}
