// The details of a new case are kept while they are typed, for seven days and on any device.
import { ended, fill, forget, say } from "./buzon.js";
import "./files.js";

const PAUSE = 1200;
const form = document.querySelector("[data-save]");
const place = document.querySelector("[data-saved]");
const fields = ["trackingNumber", "subject", "description", "claimedAmount"];
let timer;

async function save() {
  const typed = Object.fromEntries(fields.map((name) => [name, form.elements[name]?.value ?? null]));
  try {
    const answer = await fetch(form.dataset.save, {
      method: "POST",
      headers: { "X-Requested-With": "buzon", "Content-Type": "application/json" },
      body: JSON.stringify(typed),
    });
    if (answer.status === 401) return ended();
    if (!answer.ok) return later(10 * PAUSE);
    forget(form);
    const { time } = await answer.json();
    say(place, fill(place.dataset.saved, time));
  } catch {
    later(10 * PAUSE);
  }
}

function later(pause) {
  clearTimeout(timer);
  timer = setTimeout(save, pause);
}

form.addEventListener("input", (event) => fields.includes(event.target.name) && later(PAUSE));
form.addEventListener("submit", () => clearTimeout(timer));
