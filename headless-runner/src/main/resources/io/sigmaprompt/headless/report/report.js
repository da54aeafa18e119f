"use strict";
// One cursor through all plots: the moment under the pointer, with each line's value there.
(() => {
  const charts = [...document.querySelectorAll(".chart")].map((figure) => {
    const svg = figure.querySelector("svg");
    const box = svg.viewBox.baseVal;
    const timeline = figure.classList.contains("timeline");
    return {
      svg, left: timeline ? 96 : 46, right: 8, width: box.width, end: Number(figure.dataset.end),
      cursor: svg.querySelector(".cursor"),
      lines: [...svg.querySelectorAll("[data-v]")].map((path) => ({
        values: path.dataset.v.split(" "), step: Number(path.dataset.step),
      })),
      outputs: [...figure.querySelectorAll("output")],
    };
  });
  const moment = document.getElementById("moment");
  const show = (seconds) => {
    for (const chart of charts) {
      const x = chart.left + (seconds / chart.end) * (chart.width - chart.left - chart.right);
      chart.cursor.setAttribute("x1", x);
      chart.cursor.setAttribute("x2", x);
      chart.lines.forEach((line, i) => {
        const value = line.values[Math.floor(seconds / line.step)];
        chart.outputs[i].textContent = value === undefined || value === "-" ? "–" : value;
      });
    }
    moment.textContent = seconds.toFixed(3) + " s";
    document.body.classList.add("pointed");
    moment.style.visibility = "visible";
  };
  const hide = () => {
    for (const chart of charts) {
      chart.outputs.forEach((output) => { output.textContent = ""; });
    }
    document.body.classList.remove("pointed");
    moment.style.visibility = "hidden";
  };
  for (const chart of charts) {
    chart.svg.addEventListener("pointermove", (event) => {
      const frame = chart.svg.getBoundingClientRect();
      const x = ((event.clientX - frame.left) / frame.width) * chart.width;
      const seconds = ((x - chart.left) / (chart.width - chart.left - chart.right)) * chart.end;
      if (seconds >= 0 && seconds <= chart.end) { show(seconds); } else { hide(); }
    });
    chart.svg.addEventListener("pointerleave", hide);
  }
})();
