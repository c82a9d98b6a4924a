import { BarController, BarElement, CategoryScale, Chart, LinearScale } from "chart.js";

Chart.register(BarController, BarElement, CategoryScale, LinearScale);

export function draw(element, { labels, values }) {
  const canvas = element.appendChild(document.createElement("canvas"));
  new Chart(canvas, {
    type: "bar",
    data: { labels, datasets: [{ data: values }] },
    options: { animation: false, maintainAspectRatio: false, scales: { y: { beginAtZero: true } } },
  });
}
