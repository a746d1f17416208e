// The page of a case while it is open: hears of news at once, and says what one writes without leaving the page.
import { all, ended, fill, forget, keep, kept, over, quiet, release, say, speak } from "./buzon.js";
import { final, reason, stop, whenIdle } from "./files.js";

const byId = (id) => document.getElementById(id);
const page = byId("case");
const thread = byId("thread");

/* Fetching anew: the part without forms, or the whole page when other forms belong to it now. */

const PARTS = ["case-head", "case-track", "case-count", "case-money-head", "case-money", "case-files", "case-facts"];
const FORMS = ["case-ask", "case-withdraw", "case-close", "case-composer"];
const STATE = "jakarta.faces.ViewState";

async function load(part) {
  const address = new URL(location.href);
  address.hash = "";
  if (part) address.searchParams.set("parte", "");
  const answer = await fetch(address, { headers: quiet, redirect: "manual" });
  if (answer.type === "opaqueredirect") {
    hangUp();
    ended();
  }
  if (!answer.ok) throw new Error(answer.status);
  return new DOMParser().parseFromString(await answer.text(), "text/html");
}

let renewing;
let again = false;

/* Whoever asks while the page is being fetched waits for the next time: what they mean may not stand on this one yet. */
function refresh() {
  if (over) return Promise.resolve();
  again = true;
  renewing ??= renewAll().finally(() => {
    renewing = undefined;
    followDeliveries();
  });
  return renewing;
}

async function renewAll() {
  while (again) {
    again = false;
    await renew();
  }
}

/* What one has said stands there as it was typed until a page that was fetched later has it. */
const said = [];

async function renew() {
  const told = [...said];
  let fresh = await load(true);
  const moved = fresh.getElementById("case").dataset.shape !== page.dataset.shape;
  if (moved) fresh = await load(false);
  inPlace(() => {
    PARTS.forEach((id) => replace(id, fresh));
    if (moved) replaceForms(fresh);
    told.forEach((row) => row.remove());
    return merge(fresh);
  });
  said.splice(0, told.length);
  Object.assign(page.dataset, fresh.getElementById("case").dataset);
  if (byId("files")) byId("files").dataset.maxCount = page.dataset.room;
}

function replace(id, fresh) {
  const [now, then] = [fresh.getElementById(id), byId(id)];
  if (now && then && now.innerHTML !== then.innerHTML) swap(then, now);
}

/* Whoever had come to a control with the keyboard is still there; if it is there no more, at the head of what has come. */
function swap(then, now) {
  const held = then.contains(document.activeElement) && document.activeElement;
  const here = document.adoptNode(now);
  then.replaceWith(here);
  if (held) (twin(held, here) ?? head(here)).focus({ preventScroll: true });
  return here;
}

/* Never another control that only stands in the same place. */
function twin(held, here) {
  const name = (one) => (one.matches("input, select, textarea") ? one.id : `${one.getAttribute("href")} ${one.textContent}`);
  return all(held.localName, here).find((one) => name(one) === name(held));
}

function head(here) {
  const heading = here.querySelector("h1, h2, h3") ?? document.querySelector("h1");
  heading.tabIndex = -1;
  return heading;
}

/* Words that are being written stay; every form answers to the view that the server has just made. */
function replaceForms(fresh) {
  const stays = (id) => (id === "case-composer" ? byId("composer") && fresh.getElementById("composer") : isInHand(byId(id), fresh.getElementById(id)));
  const writing = stays("case-composer");
  const going = FORMS.filter((id) => !stays(id));
  const written = going.flatMap((id) => all("textarea", byId(id))).filter((area) => area.value.trim());
  const held = document.activeElement;
  going.forEach((id) => replace(id, fresh));
  const lost = written.filter((area) => !writeAgain(area));
  leave(lost.map((area) => area.value));
  if (lost.includes(held)) byId("unsaid").focus({ preventScroll: true });
  const token = fresh.querySelector(`[name="${STATE}"]`)?.value;
  if (token) all(`[name="${STATE}"]`).forEach((input) => (input.value = token));
  if (!writing) prepare();
}

function writeAgain({ id, value }) {
  const area = byId(id);
  if (area && !area.value) area.value = value;
  return area?.value === value;
}

/* Words whose form has gone, such as those for a case that was closed meanwhile, stay to be read and copied. */
function leave(texts) {
  const area = byId("unsaid");
  const words = texts.filter((text) => text?.trim() && !area.value.includes(text));
  if (!words.length) return;
  area.value = [area.value, ...words].filter(Boolean).join("\n\n");
  const section = area.closest("section");
  section.hidden = false;
  section.querySelector("button").dataset.copy = area.value;
}

const forms = (part) => all("form", part).map((form) => form.id).join();
const isTyped = (area) => area.value !== area.defaultValue;

function isInHand(part, fresh) {
  const inHand = part.contains(document.activeElement) || all("textarea", part).some(isTyped);
  return inHand && forms(part) === forms(fresh);
}

/*
 * The conversation: each line is known by its key. What stands before all that is shown here belongs to an earlier page.
 * Whoever hears the page knows what they wrote, and is told only how far it has come.
 */

function merge(fresh) {
  const known = new Map(all("li[data-key]", thread).map((line) => [line.dataset.key, line]));
  const added = [];
  let last;
  const lines = all("#thread > li", fresh);
  const first = lines.findIndex((line) => known.has(line.dataset.key));
  for (const line of lines.slice(Math.max(first, 0))) {
    const old = known.get(line.dataset.key);
    const same = old?.outerHTML === line.outerHTML;
    if (line.dataset.delivery && line.dataset.delivery !== old?.dataset.delivery) speak(line.querySelector(".by .word").textContent.trim());
    const here = same ? old : old ? swap(old, line) : document.adoptNode(line);
    if (!old) last ? last.after(here) : thread.prepend(here);
    if (!old) added.push(here);
    last = here;
  }
  return added.filter((line) => line.matches(".message:not(.mine)"));
}

const isSeen = (line) => {
  const { bottom } = line.getBoundingClientRect();
  return bottom > 0 && bottom <= innerHeight;
};

const isInView = (place) => {
  const { top, bottom } = place.getBoundingClientRect();
  return bottom > 0 && top < innerHeight;
};

/*
 * Whoever reads the end goes on seeing it, and the place to write stays where it is; nobody else is moved. That is done
 * here and not by the browser, or it would be done twice. Where the page is not long enough for that, it gets longer.
 */
function inPlace(change) {
  const root = document.documentElement;
  const form = byId("composer");
  const atEnd = isSeen(thread.lastElementChild);
  const writes = form?.contains(document.activeElement) && isInView(form);
  const edge = () => (form?.isConnected ? form.getBoundingClientRect().top : thread.getBoundingClientRect().bottom);
  const before = edge();
  const follow = () => scrollBy({ top: edge() - before, behavior: "instant" });
  root.classList.toggle("steady", atEnd || writes);
  const news = change();
  if (atEnd || writes) {
    page.style.paddingBottom = "";
    follow();
    page.style.paddingBottom = `${Math.max(0, edge() - before)}px`;
    follow();
  }
  if (!atEnd && news.length) announce(news);
  requestAnimationFrame(() => requestAnimationFrame(() => root.classList.remove("steady")));
}

let unseen = [];
const sign = byId("case-news");

function announce(news) {
  unseen.push(...news);
  const { one, many } = sign.dataset;
  sign.querySelector("span").textContent = fill(unseen.length === 1 ? one : many, unseen.length);
  sign.hidden = false;
}

function settleNews() {
  unseen = [];
  sign.hidden = true;
}

sign.addEventListener("click", () => {
  unseen[0]?.scrollIntoView({ block: "center" });
  settleNews();
  byId("reply")?.focus({ preventScroll: true });
});
addEventListener("scroll", () => !sign.hidden && unseen.some(isSeen) && settleNews(), { passive: true });

/* The doorbell: only while somebody looks, since browsers share few lines among all windows. */

const POLL = 30000;
const line = byId("case-line");
const address = page.dataset.bell;
let bell;
let tries = 0;
let comeBack;

function tell(live) {
  if (!line) return;
  byId("case-count")?.setAttribute("hidden", "");
  line.hidden = false;
  line.className = `word ${live ? "ok" : "wait"}`;
  say(line.querySelector("span"), live ? line.dataset.live : line.dataset.again);
}

function hear({ type, data }) {
  if (type === "now") {
    tries = 0;
    tell(true);
    deliverAll();
  }
  if (data !== page.dataset.version) refresh().catch(() => {});
}

function listen() {
  clearTimeout(comeBack);
  if (bell || over || document.hidden || !address) return;
  bell = new EventSource(address);
  bell.addEventListener("now", hear);
  bell.addEventListener("ring", hear);
  bell.addEventListener("again", () => {
    hangUp();
    listen();
  });
  bell.addEventListener("error", lose);
}

function hangUp() {
  clearTimeout(comeBack);
  bell?.close();
  bell = undefined;
}

function lose() {
  hangUp();
  tell(false);
  if (tries++ > 0) refresh().catch(() => {});
  comeBack = setTimeout(listen, Math.min(POLL, 500 * 2 ** tries));
}

setInterval(() => bell?.readyState !== EventSource.OPEN && !document.hidden && refresh().catch(() => {}), POLL);
document.addEventListener("visibilitychange", () => (document.hidden ? hangUp() : listen()));
addEventListener("pagehide", hangUp);
addEventListener("pageshow", listen);
addEventListener("offline", lose);
addEventListener("online", listen);
addEventListener("resumed", listen);

/* What the executive has not got yet is looked at again, less and less often. */

let wait = 2000;
let look;

function followDeliveries() {
  clearTimeout(look);
  if (!thread.querySelector("[data-delivery=QUEUED]")) {
    wait = 2000;
    return;
  }
  look = setTimeout(() => !document.hidden && refresh().catch(() => {}), wait);
  wait = Math.min(POLL, wait * 1.5);
}

/* Writing: what one says stands there at once, and goes one after the other. */

const outbox = [];
let delivering = false;
let lastSent = 0;

function prepare() {
  const form = byId("composer");
  form?.addEventListener("submit", write);
  byId("reply")?.addEventListener("input", () => complain(""));
}

function write(event) {
  if (event.submitter && !event.submitter.matches(".primary")) return;
  event.preventDefault();
  const form = event.currentTarget;
  if (whenIdle(() => send(form))) event.submitter?.setAttribute("aria-busy", "true");
}

function send(form) {
  release(form);
  const area = byId("reply");
  const rows = all(".file[data-file]", form);
  const broken = form.querySelector(".file.bad [data-retry]:not([hidden])");
  if (broken) return stop(byId("files"), broken);
  if (!area.value.trim() && !rows.length) {
    if (Date.now() - lastSent > 1000) complain(area.dataset.missing);
    return area.focus();
  }
  lastSent = Date.now();
  const message = {
    key: crypto.randomUUID?.() ?? `${Date.now()}-${Math.random()}`,
    body: { text: area.value, files: rows.map((row) => row.dataset.file), evidence: byId("evidence")?.value || null },
    row: show(area.value, rows),
    rows,
  };
  outbox.push(message);
  rows.forEach((row) => row.remove());
  complain("");
  area.value = "";
  area.dispatchEvent(new Event("input"));
  area.focus({ preventScroll: true });
  deliverAll();
}

function complain(text) {
  byId("reply")?.setAttribute("aria-invalid", Boolean(text));
  say(byId("reply-note"), text);
  if (text) speak(text);
}

function show(text, files) {
  const row = byId("case-mine").content.firstElementChild.cloneNode(true);
  row.querySelector(".pre").textContent = text;
  row.querySelector(".pre").hidden = !text.trim();
  for (const file of files) {
    const chip = document.createElement("span");
    chip.append(file.querySelector(".thumb").cloneNode(true), file.querySelector("b").textContent);
    row.querySelector(".attached").append(chip);
  }
  row.querySelector("button").addEventListener("click", deliverAll);
  inPlace(() => (thread.append(row), []));
  return row;
}

function mark({ row }, failed) {
  const word = row.querySelector("[data-sending]");
  word.classList.toggle("bad", failed);
  if (failed) speak(word.dataset.failed);
  say(word, failed ? word.dataset.failed : word.dataset.sending);
  row.querySelector("button").hidden = !failed;
}

async function deliverAll() {
  if (delivering) return;
  delivering = true;
  try {
    while (outbox.length && (await deliver(outbox[0])));
  } finally {
    delivering = false;
  }
}

/* The key makes the second time harmless, so whatever is unknown may be tried again. */
async function deliver(message) {
  mark(message, false);
  let answer;
  try {
    answer = await fetch(page.dataset.live, {
      method: "POST",
      headers: { "X-Requested-With": "buzon", "Content-Type": "application/json", Accept: "application/json, application/problem+json", "Idempotency-Key": message.key },
      body: JSON.stringify(message.body),
    });
  } catch {
    // Unreachable: as any other failure below.
  }
  if (!answer?.ok) return turnBack(message, answer);
  outbox.shift();
  if (!byId("reply")?.value) forget({ id: "composer" });
  if (page.dataset.newest) return location.assign(page.dataset.newest);
  tickOff(message.body);
  said.push(message.row);
  await refresh().catch(() => {});
  return true;
}

/* What has arrived is no longer missing; the next files are the next thing that is. */
function tickOff({ evidence, files }) {
  const kinds = byId("evidence");
  if (!kinds || !evidence || !files.length) return;
  kinds.querySelector(`[value="${CSS.escape(evidence)}"]`)?.remove();
  kinds.value = kinds.options[1]?.value ?? "";
}

async function turnBack(message, answer) {
  mark(message, true);
  remember(message.body.text);
  if (answer?.status === 401) ended();
  if (!answer || !final(answer.status)) return false;
  const problem = await answer.json().catch(() => undefined);
  if (problem?.code === "IDEMPOTENCY_IN_PROGRESS") return false;
  outbox.shift();
  message.row.remove();
  giveBack(message);
  complain(reason(problem));
  refresh().catch(() => {});
  return true;
}

/* Kept with the form in case the window is closed before it could be said. */
function remember(text) {
  const area = byId("reply");
  if (area?.value === "") {
    area.value = text;
    keep(area.form);
    area.value = "";
  }
}

function giveBack({ body, rows }) {
  const area = byId("reply");
  if (!area) return leave([body.text]);
  area.value = [body.text, area.value].filter(Boolean).join("\n\n");
  byId("files-files").append(...rows);
  area.dispatchEvent(new Event("input", { bubbles: true }));
}

prepare();
if (!byId("composer") && !kept({ id: "composer" }).sent) leave([kept({ id: "composer" }).typed?.reply]);
listen();
followDeliveries();
