import { BarChart } from "echarts/charts";
import { GridComponent } from "echarts/components";
import { init, use } from "echarts/core";
import { CanvasRenderer } from "echarts/renderers";

use([BarChart, GridComponent, CanvasRenderer]);

export function draw(element, { labels, values }) {
  init(element).setOption({
    animation: false,
    xAxis: { type: "category", data: labels },
    yAxis: {},
    series: [{ type: "bar", data: values, label: { show: true, position: "top" } }],
  });
}
