import { BarController, BarElement, CategoryScale, Chart, Legend, LinearScale, Tooltip } from 'chart.js';
import { h } from './dom.js';

Chart.register(BarController, BarElement, CategoryScale, Legend, LinearScale, Tooltip);

export interface Plot {
  /** What it shows, for those who do not see it; the numbers stand in a table beside it. */
  title: string;
  labels: readonly string[];
  series: readonly { name: string; values: readonly (number | null)[] }[];
  /** What stands on the axis of values. */
  unit: string;
  /** Bars from left to right: long labels. */
  lying?: boolean;
  /** The value as text, for the one pointed at. */
  text: (series: number, label: number) => string;
}

const SERIES_COLOURS = 6;

/** Plots that are shown, to be given up when their page is gone or drawn anew in other colours. */
const shown = new Map<HTMLCanvasElement, { destroy: () => void; again: () => void }>();

/** A bar chart. */
export function barChart(plot: Plot): HTMLElement {
  const canvas = h('canvas', { role: 'img', 'aria-label': plot.title });
  const height = plot.lying ? Math.max(140, plot.labels.length * (14 + plot.series.length * 12) + 70) : 260;
  const frame = h('div', { class: 'plot' }, canvas);
  frame.style.height = `${height}px`;
  // The canvas must be in the page before it is drawn: it takes its size from there.
  requestAnimationFrame(() => {
    if (canvas.isConnected) draw(canvas, plot);
  });
  return h('figure', { class: 'chart' }, h('figcaption', {}, plot.title, ' ', h('small', {}, plot.unit)), frame);
}

/** Draws a plot; those of pages that are gone are given up. */
function draw(canvas: HTMLCanvasElement, plot: Plot): void {
  for (const [other, { destroy }] of shown) if (!other.isConnected && shown.delete(other)) destroy();
  const style = getComputedStyle(document.documentElement);
  const colour = (name: string) => style.getPropertyValue(name).trim();
  const values = {
    beginAtZero: true,
    grid: { color: colour('--line') },
    border: { display: false },
    ticks: { color: colour('--soft'), maxTicksLimit: 6 },
  };
  const labels = { grid: { display: false }, border: { color: colour('--line') }, ticks: { color: colour('--ink'), autoSkip: false } };
  const chart = new Chart(canvas, {
    type: 'bar',
    data: {
      labels: [...plot.labels],
      datasets: plot.series.map(({ name, values: data }, index) => ({
        label: name,
        data: [...data],
        backgroundColor: colour(`--series-${(index % SERIES_COLOURS) + 1}`),
        borderRadius: 2,
        maxBarThickness: 40,
      })),
    },
    options: {
      indexAxis: plot.lying ? 'y' : 'x',
      animation: false,
      maintainAspectRatio: false,
      font: { family: style.fontFamily },
      scales: plot.lying ? { x: values, y: labels } : { y: values, x: labels },
      plugins: {
        legend: { align: 'start', labels: { color: colour('--ink'), boxWidth: 12, boxHeight: 12 } },
        tooltip: {
          callbacks: {
            label: ({ datasetIndex, dataIndex }) => `${plot.series[datasetIndex]?.name ?? ''}: ${plot.text(datasetIndex, dataIndex)}`,
          },
        },
      },
    },
  });
  shown.set(canvas, { destroy: () => chart.destroy(), again: () => draw(canvas, plot) });
}

/** Draws the plots of the page again: the colours have changed. */
export function redrawCharts(): void {
  for (const { destroy, again } of [...shown.values()]) {
    destroy();
    again();
  }
}
