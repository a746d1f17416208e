// Progressive enhancement only: every page works without this file. All texts come from data attributes.

export const all = (selector, root = document) => [...root.querySelectorAll(selector)];
export const fill = (text, ...values) => (text ?? "").replace(/\{(\d)\}/g, (_, i) => values[i]);
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
  const said = input.value ? text : "";
  say(note(input), said, `note ${tone}`);
  speak(said, finished ? 0 : PAUSE);
}

export function say(place, text, className) {
  if (!place) return;
  place.textContent = text;
  if (className) place.className = className;
}

/* A note beside a field is read out when one comes to the field, not when it changes: that is said here, once one pauses. */

const PAUSE = 1000;
const voice = document.body.appendChild(Object.assign(document.createElement("p"), { className: "sr", role: "status" }));
let breath;

export function speak(text, pause = 0) {
  clearTimeout(breath);
  voice.textContent = "";
  breath = setTimeout(() => (voice.textContent = text), pause + 100);
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

/* One file for the form: its name, since the browser's own words for it are hidden. */

function watchChosenFiles() {
  for (const input of all("[data-chosen]")) {
    const tell = () => say(document.getElementById(input.dataset.chosen), input.files[0]?.name ?? "");
    input.addEventListener("change", tell);
    tell();
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

/* What only makes sense beside a script that runs, and may wait for it, is styled by this class. */
document.documentElement.classList.add("js");

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

/* Without a secure origin there is no clipboard: then the words are marked, as one would do it by hand. */
async function copy({ dataset }) {
  try {
    await navigator.clipboard.writeText(dataset.copy);
    toast(dataset.copied);
  } catch {
    choose(dataset.copy);
    toast(document.execCommand("copy") ? dataset.copied : document.body.dataset.marked);
  }
}

function choose(text) {
  const field = all("textarea").find((area) => area.value === text);
  const place = all("main *").findLast((one) => one.textContent.trim() === text);
  if (field) field.select();
  else if (place) getSelection().selectAllChildren(place);
}

/* It stays as long as somebody is on it. */
function toast(text) {
  document.querySelector(".toast")?.remove();
  const box = Object.assign(document.createElement("div"), { className: "toast", role: "status", tabIndex: 0 });
  let end;
  const go = () => (end = setTimeout(() => box.remove(), 6000));
  for (const event of ["pointerenter", "focus"]) box.addEventListener(event, () => clearTimeout(end));
  for (const event of ["pointerleave", "blur"]) box.addEventListener(event, go);
  document.body.append(box);
  box.textContent = text;
  go();
}

const print = () => window.print();

const clicks = { "[data-theme-choice]": chooseTheme, "[data-reveal]": turnPassword, "[data-copy]": copy, "[data-print]": print };

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
  form.dataset.sent = "true";
  event.submitter?.setAttribute("aria-busy", "true");
  setTimeout(() => release(form), 20000);
  form.action.endsWith("/salir") ? forgetAll() : markSent(form);
}

export function release(form) {
  delete form.dataset.sent;
  for (const button of all("[aria-busy]", form)) button.removeAttribute("aria-busy");
}

/* What is typed outlives a lost session and a lost connection, in this window, until it has arrived. */

/* The same page in another language or theme is the same page. */
function place() {
  const query = new URLSearchParams(location.search);
  ["idioma", "tema"].forEach((name) => query.delete(name));
  return `${location.pathname}?${query}`;
}

/* One window may see several people: the words of each are their own, and gone when another has signed in. */
const whose = document.body.dataset.whose ?? "";
const own = `typed ${whose} `;
const slot = (form) => `${own}${place()} ${form.id}`;
/* A form with a password is nobody's to keep, and a password that is shown looks like any other text. */
const isSecret = (form) => form.querySelector("[type=password], [data-reveal]") !== null;
const writable = (form) => [...form.elements].filter((field) => field.name && field.matches("textarea, input[type=text], input:not([type])"));
/* What one had before one's eyes while typing: with the words comes back which others they were written over. */
const marks = (form) => all("input[type=hidden][data-of-words]", form);
const slots = () => Object.keys(stored() ?? {}).filter((key) => key.startsWith("typed "));

/* Storage may be forbidden; then nothing is kept. */
function stored() {
  try {
    return sessionStorage;
  } catch {
    return null;
  }
}

export function keep(form) {
  const typed = Object.fromEntries([...writable(form), ...marks(form)].map((field) => [field.name, field.value]));
  try {
    stored()?.setItem(slot(form), JSON.stringify({ typed }));
  } catch {
    // Full; what was kept before stays.
  }
}

export const kept = (form) => JSON.parse(stored()?.getItem(slot(form)) ?? "{}");
export const forget = (form) => stored()?.removeItem(slot(form));
const forgetAll = () => slots().forEach((key) => stored().removeItem(key));

function change(key, sent) {
  const kept = JSON.parse(stored()?.getItem(key) ?? "null");
  if (kept) stored().setItem(key, JSON.stringify({ ...kept, sent }));
}

const isSent = (key) => JSON.parse(stored().getItem(key)).sent === true;
const markSent = (form) => change(slot(form), true);

/*
 * A form that went off has arrived, unless this page says what is wrong with it or is none that it leads to, or it was
 * turned away to sign in. Whoever only came back to it has seen no page after it.
 */
function restore() {
  if (whose) slots().filter((key) => !key.startsWith(own)).forEach((key) => stored().removeItem(key));
  const [{ type } = {}] = performance.getEntriesByType("navigation");
  if (type === "reload" || type === "back_forward" || document.querySelector("#signIn, [data-failure=true]")) {
    slots().forEach((key) => change(key, false));
  } else if (!document.querySelector(".errors")) {
    slots().filter(isSent).forEach((key) => stored().removeItem(key));
  }
  for (const form of document.forms) {
    const { typed } = kept(form);
    const lost = typed ? writable(form).filter(({ name, value }) => typed[name] && typed[name] !== value) : [];
    if (lost.length && marks(form).some((field) => isNewer(field.value, typed[field.name] ?? ""))) offerNewer(form);
    if (lost.length) marks(form).forEach((field) => (field.value = typed[field.name] ?? ""));
    lost.forEach((field) => refill(field, typed[field.name]));
  }
}

/* A mark may begin with the window that it was made for; what that window has kept itself is nothing newer. */
function isNewer(now, then) {
  const [, window = "", seen] = then.match(/^(?:(\S+) )?(.*)$/);
  const kept = now.replace(/^\S+ /, "");
  return kept !== seen && !(window && kept.startsWith(`${window}:`));
}

/* Nobody's words go unasked, and nobody is shut out from the others by them. */
export function offerNewer(form) {
  const offer = form.querySelector("[data-newer]");
  if (!offer) return;
  offer.hidden = false;
  offer.querySelector("button").addEventListener("click", () => {
    forget(form);
    location.reload();
  });
}

function refill(field, value) {
  field.value = value;
  field.dispatchEvent(new Event("input", { bubbles: true }));
  const fold = field.closest("details");
  if (fold) fold.open = true;
}

function onInput({ target: { form } }) {
  if (form?.method === "post" && form.id && !isSecret(form)) keep(form);
}

/* The session: a warning two minutes before it ends, and one button to stay. */

const WARNING = 120;
const box = document.getElementById("session-box");
let timer;

const headers = { "X-Requested-With": "buzon", Accept: "application/json, application/problem+json" };
export const quiet = { ...headers, "X-Buzon-Quiet": "1" };

function askLater(seconds) {
  clearTimeout(timer);
  timer = setTimeout(askSession, Math.max(1, seconds) * 1000);
}

async function askSession(stay) {
  try {
    const answer = await fetch(box.dataset.address, stay ? { method: "POST", headers } : { headers: quiet });
    if (answer.status === 401) return ended();
    tellSession((await answer.json()).seconds, stay);
  } catch {
    askLater(30);
  }
}

/* At the end of the longest session, staying wins nothing. */
function tellSession(seconds, stay) {
  if (over) resume();
  if (seconds > WARNING + 5) {
    document.querySelector(".session")?.remove();
    return askLater(seconds - WARNING);
  }
  if (stay || !document.querySelector(".session")) showSession(stay ? "last" : "warning");
  askLater(seconds + 1);
}

function showSession(which) {
  document.querySelector(".session")?.remove();
  const row = box.content.querySelector(`[data-${which}]`).cloneNode(true);
  const shell = Object.assign(document.createElement("div"), { className: "session flash wait", role: "alert" });
  document.body.append(shell);
  shell.append(row);
  row.querySelector("button")?.addEventListener("click", () => askSession(true));
  const link = row.querySelector("a");
  if (link) link.href = way(link);
}

/* This page leads to where one signs in; while a session still lasts, one has to ask for it. */
function way({ href, dataset: { again } }) {
  const here = location.pathname + location.search;
  return again === undefined ? here : `${href}?de-nuevo=si&volver=${encodeURIComponent(here.slice(again.length))}`;
}

/* Pages that ask for news by themselves stop; the box is read out once, and who reads it is not called back to it. */
export let over = false;

function resume() {
  over = false;
  document.querySelector(".session")?.remove();
  dispatchEvent(new Event("resumed"));
}

export function ended() {
  clearTimeout(timer);
  if (box && !over) showSession("ended");
  over = true;
}

function watchSession() {
  if (!box) return;
  askLater(box.dataset.seconds - WARNING);
  document.addEventListener("visibilitychange", () => !document.hidden && timer && askSession());
}

watchNews();
watchTrackingNumbers();
watchCounters();
watchChosenFiles();
watchSession();
document.addEventListener("click", onClick);
document.addEventListener("keydown", onKey);
document.addEventListener("submit", onSubmit);
document.addEventListener("input", onInput);
addEventListener("pageshow", (event) => event.persisted && all("form[data-sent]").forEach(release));
for (const details of all("[data-closed-on-phones]")) if (innerWidth <= 820) details.open = false;
document.querySelector("[data-focus]")?.focus();
restore();
