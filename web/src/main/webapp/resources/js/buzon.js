// Progressive enhancement only: every page works without this file. All texts come from data attributes.

const all = (selector, root = document) => [...root.querySelectorAll(selector)];
const fill = (text, ...values) => (text ?? "").replace(/\{(\d)\}/g, (_, i) => values[i]);
const number = (value) => new Intl.NumberFormat(document.documentElement.lang).format(value);
const note = (input) => document.getElementById(`${input.id}-note`);

/* Tracking numbers: the check digit of UPU S10, as the server checks it. */

const weights = [8, 6, 4, 2, 3, 5, 9, 7];

export function judge(text) {
  const id = text.toUpperCase().replace(/[\s-]/g, "");
  if (!/^[A-Z]{2}\d{9}[A-Z]{2}$/.test(id)) {
    return /^[A-Z]{0,2}$|^[A-Z]{2}\d{1,9}$|^[A-Z]{2}\d{9}[A-Z]$/.test(id) ? { short: 13 - id.length } : { other: true };
  }
  const rest = 11 - (weights.reduce((sum, weight, i) => sum + weight * id[i + 2], 0) % 11);
  return { valid: +id[10] === (rest === 10 ? 0 : rest === 11 ? 5 : rest) };
}

function tellTrackingNumber(input, finished) {
  const verdict = judge(input.value);
  const { dataset } = input;
  const wrong = verdict.valid === false;
  const tone = wrong ? "bad" : verdict.valid ? "ok" : verdict.other && finished ? "wait" : "";
  const text = wrong ? dataset.wrong
    : verdict.valid ? dataset.valid
    : verdict.other ? (finished ? dataset.other : "")
    : finished ? dataset.other
    : fill(verdict.short === 1 ? dataset.shortOne : dataset.short, verdict.short);
  input.classList.toggle("valid", verdict.valid === true);
  input.setAttribute("aria-invalid", wrong);
  say(note(input), input.value ? text : "", `note ${tone}`);
}

function say(place, text, className) {
  if (!place) return;
  place.textContent = text;
  if (className) place.className = className;
}

function watchTrackingNumbers() {
  for (const input of all("[data-s10]")) {
    input.addEventListener("input", () => tellTrackingNumber(input, false));
    input.addEventListener("change", () => tellTrackingNumber(input, true));
  }
}

/* Long texts: how much of the room is used. */

function watchCounters() {
  for (const area of all("[data-count]")) {
    const place = document.getElementById(`${area.id}-count`);
    const max = +area.dataset.count;
    const tell = () => {
      const used = area.value.replace(/\r?\n/g, "\n").length;
      say(place, fill(area.dataset.countText, number(used), number(max)), used > max ? "count over" : "count");
    };
    area.addEventListener("input", tell);
    if (area.value) tell();
  }
}

/* Menus, theme, passwords, copying, keys. */

function closeMenus(except) {
  for (const menu of all("details.menu[open]")) if (menu !== except) menu.open = false;
}

/* The link would show the page anew, and lose what was typed; the server still learns of the choice. */
function chooseTheme(link, event) {
  event.preventDefault();
  document.documentElement.dataset.theme = link.dataset.themeChoice;
  for (const other of all("[data-theme-choice]")) other.setAttribute("aria-current", other === link);
  closeMenus();
  link.closest("details").querySelector("summary").focus();
  dispatchEvent(new Event("theme"));
  fetch(link.href).catch(() => {});
}

/* Whoever opens the bell has looked at what it shows. */
function watchNews() {
  const news = document.querySelector("[data-news]");
  const form = news?.querySelector("form");
  news?.addEventListener("toggle", () => {
    if (!news.open || !form?.isConnected) return;
    const parts = new URLSearchParams(new FormData(form));
    fetch(form.action, { method: "POST", body: parts, headers: { "X-Requested-With": "buzon" } }).then((answer) => {
      if (!answer.ok) return;
      form.remove();
      news.querySelector(".news-count")?.remove();
      const label = news.querySelector("[data-news-label]");
      label.textContent = label.dataset.newsLabel;
    }).catch(() => {});
  });
}

function turnPassword(button) {
  const input = document.getElementById(button.dataset.reveal);
  const shown = input.type === "text";
  input.type = shown ? "password" : "text";
  button.setAttribute("aria-pressed", !shown);
}

async function copy(button) {
  await navigator.clipboard.writeText(button.dataset.copy);
  const toast = Object.assign(document.createElement("div"), { className: "toast", role: "status" });
  document.body.append(toast);
  toast.textContent = button.dataset.copied;
  setTimeout(() => toast.remove(), 6000);
}

const clicks = { "[data-theme-choice]": chooseTheme, "[data-reveal]": turnPassword, "[data-copy]": copy };

function onClick(event) {
  closeMenus(event.target.closest("details.menu"));
  for (const [selector, act] of Object.entries(clicks)) {
    const button = event.target.closest(selector);
    if (button) act(button, event);
  }
}

function onKey(event) {
  const form = event.target.form;
  if (event.key === "Escape") {
    const open = document.querySelector("details.menu[open]");
    closeMenus();
    open?.querySelector("summary").focus();
  } else if (event.key === "Enter" && (event.ctrlKey || event.metaKey) && form?.matches("[data-ctrl-enter]")) {
    form.requestSubmit(form.querySelector("[type=submit].primary"));
  }
}

/* A form goes once until the page comes back; a page from the back-forward cache may send again. */

function onSubmit(event) {
  const form = event.target;
  if (form.method !== "post" || event.defaultPrevented) return;
  if (form.dataset.sent) return event.preventDefault();
  if (running) return sendLater(event);
  form.dataset.sent = "true";
  event.submitter?.setAttribute("aria-busy", "true");
  setTimeout(() => release(form), 20000);
}

function sendLater(event) {
  event.preventDefault();
  event.submitter?.setAttribute("aria-busy", "true");
  const form = event.target;
  idle = () => (form.querySelector(".file.bad") ? release(form) : form.requestSubmit(event.submitter));
}

function release(form) {
  delete form.dataset.sent;
  for (const button of all("[aria-busy]", form)) button.removeAttribute("aria-busy");
}

/* Files: each goes alone and at once, three side by side. */

const waiting = [];
let running = 0;
let idle = () => {};

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
    request.onload = () => (request.status < 300 ? resolve(request.response) : reject(reason(request.response)));
    request.onerror = request.onabort = () => reject();
    request.send(parts);
  });
}

const reason = (problem) => problem?.errors?.[0]?.message ?? problem?.detail;

function kindOf(file) {
  return (file.name.match(/\.([^.]{1,4})$/)?.[1] ?? "").toLowerCase();
}

function refuse(input, file, list) {
  const { maxSize, maxCount, types, tooLarge, tooMany, wrongType } = input.dataset;
  if (types && !types.split(",").includes(`.${kindOf(file)}`)) return wrongType;
  if (maxSize && file.size > +maxSize) return tooLarge;
  if (maxCount && all(".file:not(.bad)", list).length > +maxCount) return tooMany;
}

function newRow(input, file) {
  const row = document.getElementById(`${input.id}-row`).content.firstElementChild.cloneNode(true);
  row.querySelector("b").textContent = file.name;
  all(".named", row).forEach((place) => (place.textContent = file.name));
  const thumb = row.querySelector(".thumb");
  thumb.textContent = kindOf(file);
  thumb.classList.add(kindOf(file) || "other");
  if (/^image\/(jpeg|png|webp)$/.test(file.type)) preview(thumb, file);
  return row;
}

function preview(thumb, file) {
  const image = Object.assign(new Image(), { className: "thumb", alt: "", src: URL.createObjectURL(file) });
  image.onload = () => thumb.replaceWith(image);
}

function show(row, text, state) {
  const bad = state === "failed" || state === "refused";
  row.classList.toggle("bad", bad);
  row.querySelector("select")?.toggleAttribute("hidden", bad);
  row.querySelector("progress")?.toggleAttribute("hidden", state !== "sending");
  row.querySelector("[data-retry]")?.toggleAttribute("hidden", state !== "failed");
  row.querySelector("small").textContent = text;
}

function add(input, file) {
  const list = document.getElementById(`${input.id}-files`);
  const row = newRow(input, file);
  list.append(row);
  const refusal = refuse(input, file, list);
  if (refusal) return show(row, refusal, "refused");
  row.querySelector("[data-retry]").addEventListener("click", () => queue(input, file, row));
  queue(input, file, row);
}

function queue(input, file, row) {
  show(row, input.dataset.sending, "sending");
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
  const bar = row.querySelector("progress");
  try {
    const answer = await send(input.dataset.upload, parts, (event) => (bar.value = event.loaded / event.total));
    if (!row.isConnected) return forget(input, answer.items[0].id);
    settle(row, answer.items[0].id);
    show(row, size(file.size), "done");
  } catch (why) {
    const refused = typeof why === "string";
    show(row, refused ? why : input.dataset.failed, refused ? "refused" : "failed");
  }
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
  const named = new Set(all(".file select.kind").map((kind) => kind.value));
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

/* Files that go with the form: what was chosen, and a way to leave one out. */

function choose(input, files) {
  const chosen = new DataTransfer();
  files.forEach((file) => chosen.items.add(file));
  input.files = chosen.files;
  const list = document.getElementById(`${input.id}-files`);
  list.replaceChildren();
  for (const file of files) {
    const row = newRow(input, file);
    list.append(row);
    const refusal = refuse(input, file, list);
    show(row, refusal ?? size(file.size), refusal ? "refused" : "done");
    row.querySelector("[data-remove]").addEventListener("click", () => choose(input, files.filter((other) => other !== file)));
  }
}

function watchChoices() {
  for (const input of all(".drop input[type=file]:not([data-upload])")) {
    let kept = [];
    const take = (files) => choose(input, (kept = files));
    input.addEventListener("change", () => take([...kept.filter((file) => [...input.files].every((other) => other.name !== file.name)), ...input.files]));
    input.form.addEventListener("paste", (event) => event.clipboardData.files.length && take([...kept, ...event.clipboardData.files]));
    input.form.addEventListener("click", (event) => event.target.closest("[data-remove]") && (kept = [...input.files]));
  }
}

async function remove(input, event) {
  const button = event.target.closest("[data-remove]");
  if (!button) return;
  event.preventDefault();
  const row = button.closest(".file");
  try {
    if (row.dataset.file) await send(input.dataset.removal.replace("{id}", encodeURIComponent(row.dataset.file)));
    row.remove();
    tick();
    input.focus();
  } catch (why) {
    show(row, typeof why === "string" ? why : input.dataset.failed, "refused");
  }
}

function watchUploads() {
  for (const input of all("[data-upload]")) {
    const take = (files) => [...files].forEach((file) => add(input, file));
    input.addEventListener("change", () => {
      take(input.files);
      input.value = "";
    });
    input.form.addEventListener("paste", (event) => take(event.clipboardData.files));
    document.getElementById(`${input.id}-files`).addEventListener("click", (event) => remove(input, event));
  }
}

function watchDrops() {
  for (const zone of all(".drop")) {
    for (const kind of ["dragover", "dragleave", "drop"]) {
      zone.addEventListener(kind, () => zone.classList.toggle("over", kind === "dragover"));
    }
  }
}

watchNews();
watchTrackingNumbers();
watchCounters();
watchDrops();
watchEvidence();
watchChoices();
watchUploads();
document.addEventListener("click", onClick);
document.addEventListener("keydown", onKey);
document.addEventListener("submit", onSubmit);
addEventListener("pageshow", (event) => event.persisted && all("form[data-sent]").forEach(release));
for (const details of all("[data-closed-on-phones]")) if (innerWidth <= 820) details.open = false;
document.querySelector("[data-focus]")?.focus();
