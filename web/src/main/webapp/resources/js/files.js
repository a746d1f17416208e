// Files go up while the form is still being filled in. Without this file they go with the form.
import { all, ended, fill, release, say, speak } from "./buzon.js";

/* Files: each goes alone and at once, three side by side. */

const waiting = [];
let running = 0;
let idle = () => {};

/* Calls back when nothing is on its way any more; says whether something was. */
export function whenIdle(go) {
  if (running) idle = go;
  else go();
  return running > 0;
}

function next() {
  if (!running && !waiting.length) {
    const go = idle;
    idle = () => {};
    go();
  }
  while (running < 3 && waiting.length) {
    running++;
    waiting.shift()().finally(() => {
      running--;
      next();
    });
  }
}

function send(url, parts, onProgress) {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open("POST", url);
    request.responseType = "json";
    request.setRequestHeader("X-Requested-With", "buzon");
    request.setRequestHeader("Accept", "application/json, application/problem+json");
    if (onProgress) request.upload.onprogress = onProgress;
    request.onload = () => {
      const { status, response } = request;
      if (status === 401) ended();
      if (status < 300) resolve(response);
      else reject(final(status) ? reason(response) : undefined);
    };
    // What brings no file along is short
    if (!onProgress) request.timeout = 20000;
    request.onerror = request.onabort = request.ontimeout = () => reject();
    request.send(parts);
  });
}

/* Refused for what it is; anything else may go better the next time. */
export const final = (status) => status >= 400 && status < 500 && ![401, 408, 429].includes(status);
export const reason = (problem) => problem?.errors?.[0]?.message ?? problem?.detail;

function kindOf(file) {
  return (file.name.match(/\.([^.]{1,4})$/)?.[1] ?? "").toLowerCase();
}

function refuse(input, file, list) {
  const { maxSize, maxCount, types, tooLarge, tooMany, wrongType } = input.dataset;
  if (types && !types.split(",").includes(`.${kindOf(file)}`)) return wrongType;
  if (maxSize && file.size > +maxSize) return tooLarge;
  if (maxCount && all(".file:not(.bad)", list).length > +maxCount) return tooMany;
}

function newRow(input, file, list) {
  const row = document.getElementById(`${input.id}-row`).content.firstElementChild.cloneNode(true);
  const kind = row.querySelector("select");
  if (kind) kind.value = firstMissing(kind, list, file);
  row.querySelector("b").textContent = file.name;
  all(".named", row).forEach((place) => (place.textContent = file.name));
  const thumb = row.querySelector(".thumb");
  thumb.textContent = kindOf(file);
  thumb.classList.add(kindOf(file) || "other");
  if (/^image\/(jpeg|png|webp)$/.test(file.type)) preview(thumb, file);
  return row;
}

/* Of what the situation asks for, and a document is no photo; whoever adds something else says so. */
function firstMissing(kind, list, file) {
  const named = new Set(all(".file:not(.bad) select.kind", list).map((other) => other.value));
  const isPicture = /^(jpe?g|jfif|png|webp|hei[cf])$/.test(kindOf(file));
  const fits = ({ value }) => value && !named.has(value) && (isPicture || !value.endsWith("PHOTO"));
  return [...kind.options].find(fits)?.value ?? "";
}

function preview(thumb, file) {
  const image = Object.assign(new Image(), { className: "thumb", alt: "", src: URL.createObjectURL(file) });
  image.onload = () => thumb.replaceWith(image);
}

function show(row, text, state) {
  const bad = state === "failed" || state === "refused";
  row.classList.toggle("bad", bad);
  row.querySelector("select")?.toggleAttribute("hidden", bad);
  row.querySelector(".gauge")?.toggleAttribute("hidden", state !== "sending");
  row.querySelector("small").classList.toggle("sr", state === "sending");
  row.querySelector("[data-retry]")?.toggleAttribute("hidden", state !== "failed");
  row.querySelector("small").textContent = text;
}

function add(input, file) {
  const list = document.getElementById(`${input.id}-files`);
  const row = newRow(input, file, list);
  list.append(row);
  const refusal = refuse(input, file, list);
  if (refusal) return show(row, refusal, "refused");
  row.querySelector("[data-retry]").addEventListener("click", () => queue(input, file, row));
  queue(input, file, row);
}

function queue(input, file, row) {
  complain(input, "");
  show(row, input.dataset.sending, "sending");
  tick();
  waiting.push(() => upload(input, file, row));
  next();
}

/* Removed while it was still on its way: the server has it by now, and must not keep it. */
function forget(input, id) {
  send(input.dataset.removal.replace("{id}", encodeURIComponent(id))).catch(() => {});
}

async function upload(input, file, row) {
  if (!row.isConnected) return;
  const parts = new FormData();
  parts.append("file", file, file.name);
  const kind = row.querySelector("select")?.value;
  if (kind) parts.append("evidence", kind);
  const tell = ({ loaded, total }) => gauge(row, loaded / total);
  gauge(row, 0);
  try {
    const answer = await send(input.dataset.upload, parts, tell);
    if (!row.isConnected) return forget(input, answer.items[0].id);
    settle(row, answer.items[0].id);
    show(row, `${size(file.size)} · ${input.dataset.done}`, "done");
  } catch (why) {
    const refused = typeof why === "string";
    show(row, refused ? why : input.dataset.failed, refused ? "refused" : "failed");
    tick();
  }
}

function gauge(row, part) {
  row.querySelector("progress").value = part;
  say(row.querySelector(".gauge .num"), `${Math.floor(part * 100)}\u00a0%`);
}

/* From here on the form tells which evidence the file is. */
function settle(row, id) {
  row.dataset.file = id;
  const kind = row.querySelector("select");
  if (kind) kind.name = `evidencia-${id}`;
}

function size(bytes) {
  const mega = bytes >= 1048576;
  const format = new Intl.NumberFormat(document.documentElement.lang, { maximumFractionDigits: mega ? 1 : 0 });
  return mega ? `${format.format(bytes / 1048576)} MB` : `${format.format(Math.ceil(bytes / 1024))} KB`;
}

/* The checklist follows the files that were named as evidence. */

function tick() {
  const named = new Set(all(".file:not(.bad) select.kind").map((kind) => kind.value));
  const items = all("[data-evidence]");
  items.forEach((item) => item.classList.toggle("have", named.has(item.dataset.evidence)));
  const have = items.filter((item) => item.classList.contains("have")).length;
  const bar = items[0]?.closest("section").querySelector("progress");
  if (bar) bar.value = have;
  say(document.querySelector("[data-gathered]"), fill(document.querySelector("[data-gathered]")?.dataset.gathered, have, items.length));
}

function watchEvidence() {
  document.addEventListener("change", (event) => event.target.matches(".file select.kind") && tick());
}

/* Whatever is to be sent waits for the answer, as for a file that goes up. */
async function remove(input, event) {
  const button = event.target.closest("[data-remove]");
  if (!button) return;
  event.preventDefault();
  if (button.hasAttribute("aria-busy")) return;
  button.setAttribute("aria-busy", "true");
  const row = button.closest(".file");
  running++;
  try {
    if (row.dataset.file) await send(input.dataset.removal.replace("{id}", encodeURIComponent(row.dataset.file)));
    row.remove();
    tick();
    complain(input, "");
    input.focus();
  } catch (why) {
    stay(input, row, typeof why === "string" ? why : input.dataset.unremoved);
    button.focus();
  } finally {
    button.removeAttribute("aria-busy");
    running--;
    next();
  }
}

/* The file is still there, and nothing goes with it that was to go without. */
function stay(input, row, text) {
  idle = () => {};
  release(input.form);
  show(row, text, "done");
  speak(text);
}

function watchUploads() {
  for (const input of all("[data-upload]")) {
    const { form } = input;
    const take = (files) => [...files].forEach((file) => add(input, file));
    const list = document.getElementById(`${input.id}-files`);
    input.addEventListener("change", () => {
      take(input.files);
      input.value = "";
    });
    for (const button of all(`[data-camera="${input.id}"]`)) button.addEventListener("click", () => photograph(take));
    form.addEventListener("paste", ({ clipboardData }) => isOfFiles(clipboardData) && take(clipboardData.files));
    list.addEventListener("click", (event) => remove(input, event));
    watchDrops(form.querySelector(".drop") ?? form, take);
  }
}

/* Cells and words from an office bring a picture of themselves along; only a copied file has its own name for text. */
function isOfFiles(given) {
  const text = given.getData("text/plain");
  return !text || [...given.files].every((file) => text.includes(file.name));
}

/* On telephones: the camera at once, without a choice before it. */
function photograph(take) {
  const camera = Object.assign(document.createElement("input"), { type: "file", accept: "image/*" });
  camera.setAttribute("capture", "environment"); // No browser of a desk knows the property
  camera.addEventListener("change", () => take(camera.files));
  camera.click();
}

/* The input itself takes what is dropped on it; this is for all that surrounds it. */
function watchDrops(zone, take) {
  for (const kind of ["dragover", "dragleave", "drop"]) {
    zone.addEventListener(kind, (event) => {
      zone.classList.toggle("over", kind === "dragover");
      if (kind === "dragleave" || !event.dataTransfer?.types.includes("Files")) return;
      event.preventDefault();
      if (kind === "drop") take(event.dataTransfer.files);
    });
  }
}

/* A form waits for its files, and does not go with one that failed: whoever could not see that is told. */
function onSubmit(event) {
  const { target: form, submitter } = event;
  const input = form.querySelector("[data-upload]");
  if (!input || form.dataset.live !== undefined) return;
  const failed = form.querySelector(".file.bad [data-retry]:not([hidden])");
  if (!running && !failed) return;
  event.preventDefault();
  if (!running) return stop(input, failed);
  submitter?.setAttribute("aria-busy", "true");
  whenIdle(() => {
    const bad = form.querySelector(".file.bad :is([data-retry]:not([hidden]), [data-remove])");
    if (bad) stop(input, bad);
    else form.requestSubmit(submitter);
  });
}

export function stop(input, button) {
  release(input.form);
  complain(input, input.dataset.left);
  speak(input.dataset.left);
  button.focus();
}

/* What the server has said there stays. */
function complain(input, text) {
  const place = document.getElementById(`${input.id}-note`);
  if (text || place?.textContent === input.dataset.left) say(place, text, "note bad");
}

watchEvidence();
watchUploads();
document.addEventListener("submit", onSubmit, true);
