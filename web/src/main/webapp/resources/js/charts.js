// Draws the tables of figures that stand below it. Colours come from the style sheet, so that both themes are served.

const { Chart } = window;
const css = (name) => getComputedStyle(document.querySelector(".chart")).getPropertyValue(name).trim();
const number = new Intl.NumberFormat("es-CL");
const shown = (canvas, value) => (canvas.dataset.stacked === "true" ? number.format(value) : `$${number.format(value)}`);

/* Canvas knows no light-dark(): an element is asked what a token comes to. */
function color(token) {
  const probe = document.createElement("i");
  probe.className = `probe-${token}`;
  document.querySelector(".chart").append(probe);
  const value = getComputedStyle(probe).color;
  probe.remove();
  return value;
}

function read(canvas) {
  const table = document.getElementById(canvas.dataset.chart);
  const heads = [...table.tHead.rows[0].cells];
  const rows = [...table.tBodies[0].rows];
  return {
    labels: rows.map((row) => row.cells[0].textContent),
    datasets: heads.slice(1).map((head, i) => ({ head, i })).filter(({ head }) => !("sum" in head.dataset)).map(({ head, i }) => ({
      label: head.textContent,
      data: rows.map((row) => +(row.cells[i + 1].dataset.value ?? row.cells[i + 1].textContent)),
    })),
  };
}

function draw(canvas) {
  const data = read(canvas);
  const stacked = canvas.dataset.stacked === "true";
  const surface = color("surface");
  const ink = color("ink");
  data.datasets.forEach((set, i) => Object.assign(set, {
    backgroundColor: color(`series-${(i % 12) + 1}`),
    borderColor: surface,
    borderWidth: stacked ? 1 : 0,
    borderRadius: stacked ? 0 : 3,
    maxBarThickness: 44,
  }));
  const font = { family: css("font-family"), size: 14 };
  return new Chart(canvas, {
    type: "bar",
    data,
    options: {
      animation: false,
      maintainAspectRatio: false,
      interaction: { mode: "index", intersect: false },
      scales: {
        x: { stacked, grid: { display: false }, ticks: { color: ink, font }, border: { color: color("line") } },
        y: { stacked, beginAtZero: true, grid: { color: color("line") }, border: { display: false }, ticks: { color: ink, font, precision: 0, callback: (value) => shown(canvas, value) } },
      },
      plugins: {
        legend: { position: "bottom", align: "start", labels: { color: ink, font, boxWidth: 14, boxHeight: 14, padding: 14 } },
        tooltip: { bodyFont: font, titleFont: font, filter: (item) => item.parsed.y > 0, callbacks: { label: (item) => ` ${item.dataset.label}: ${shown(canvas, item.parsed.y)}` } },
      },
    },
  });
}

for (const fold of document.querySelectorAll("[data-folded]")) fold.open = false;
let charts = [];
function drawAll() {
  charts.forEach((chart) => chart.destroy());
  charts = [...document.querySelectorAll("[data-chart]")].map(draw);
}
document.fonts.ready.then(drawAll);
addEventListener("theme", drawAll);
matchMedia("(prefers-color-scheme: dark)").addEventListener("change", drawAll);
