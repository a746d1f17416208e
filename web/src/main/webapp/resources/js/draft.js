// The details of a new case are kept while they are typed, for seven days and on any device.
import { ended, fill, forget, offerNewer, say } from "./buzon.js";
import { final, reason } from "./files.js";

const PAUSE = 1200;
const PATIENCE = 4000;
const form = document.querySelector("[data-save]");
const place = document.querySelector("[data-saved]");
const fields = ["trackingNumber", "subject", "description", "claimedAmount"];
let timer;
let gone = false;
let saving;
let giveUp;

/* Clocks are set back, and a later turn must not look like an earlier one. */
let last = 0;
const turn = () => (last = Math.max(last + 1, Date.now()));

/* One after the other, or the words of before might come last. */
function save() {
  if (saving) return later(PAUSE);
  saving = keep().finally(() => (saving = undefined));
}

async function keep() {
  const typed = Object.fromEntries(fields.map((name) => [name, form.elements[name]?.value ?? null]));
  const { signal } = (giveUp = new AbortController());
  try {
    const answer = await fetch(form.dataset.save, {
      method: "POST",
      headers: { "X-Requested-With": "buzon", "Content-Type": "application/json", Accept: "application/json, application/problem+json" },
      body: JSON.stringify({ ...typed, window: form.elements.ventana.value, turn: turn() }),
      signal,
    });
    if (answer.status === 401) return ended();
    if (final(answer.status)) return refuse(answer);
    if (!answer.ok) return later(10 * PAUSE);
    forget(form);
    const { time } = await answer.json();
    tell(fill(place.dataset.saved, time), true);
  } catch {
    if (!signal.aborted) later(10 * PAUSE);
  }
}

/*
 * What is refused for what it is would be refused again: the same words, or any of a draft that is no more, or that
 * another window has changed. Those go with the form, which the server keeps apart.
 */
async function refuse(answer) {
  const problem = await answer.json().catch(() => undefined);
  const { apart, gone: lost } = place.dataset;
  gone = [404, 409, 410].includes(answer.status);
  if (problem?.code === "DRAFT_CHANGED") offerNewer(form);
  tell(problem?.code === "DRAFT_CHANGED" ? apart : gone ? lost : (reason(problem) ?? lost), false);
}

function tell(text, well) {
  say(place, text);
  place.parentElement.className = `word ${well ? "ok" : "bad"}`;
  place.parentElement.querySelector(".icon").toggleAttribute("hidden", !well);
}

function later(pause) {
  clearTimeout(timer);
  if (!gone) timer = setTimeout(save, pause);
}

form.addEventListener("input", (event) => fields.includes(event.target.name) && later(PAUSE));

/*
 * What was written before must not arrive after the form: a server that does not answer is not waited for, but called
 * off, and knows by the turn what comes too late even so.
 */
form.addEventListener("submit", (event) => {
  if (event.defaultPrevented) return;
  clearTimeout(timer);
  form.elements.turno.value = turn();
  if (!saving) return;
  event.preventDefault();
  const { submitter } = event;
  submitter?.setAttribute("aria-busy", "true");
  Promise.race([saving, new Promise((go) => setTimeout(go, PATIENCE))]).then(() => {
    giveUp.abort();
    saving = undefined;
    clearTimeout(timer);
    form.requestSubmit(submitter);
  });
});
