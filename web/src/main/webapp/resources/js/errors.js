// What is said to be wrong goes away as it is put right, before the form is sent again. Whether it is right says the server.
import { all, fill, judge, say } from "./buzon.js";

const box = document.querySelector(".errors");
const { one, many, prefix } = box.dataset;
const title = document.title;
const lines = all("li", box);
const complaints = lines.flatMap((line) => complaint(line, line.querySelector("a[href^='#']")));

function complaint(line, link) {
  const place = link && document.getElementById(link.hash.slice(1));
  if (!place) return [];
  const note = document.getElementById(`${place.id}-note`);
  return [{ line, place, note, sent: answer(place), words: note?.textContent, look: note?.className }];
}

/* A field, or the choices below a place. */
function answer(place) {
  const fields = place.matches("input, select, textarea") ? [place] : all("input:checked", place);
  return fields.map((field) => field.value.trim()).join();
}

/* Another answer than the one that was refused, and none that the page itself can tell to be wrong. */
function isMended({ place, sent }) {
  const { count, s10 } = place.dataset;
  const tooLong = count && place.value.length > +count;
  const mistyped = s10 !== undefined && judge(place.value).valid === false;
  return answer(place) !== sent && !tooLong && !mistyped;
}

function settle(complaint) {
  const { line, place, note, words, look } = complaint;
  const mended = isMended(complaint);
  if (line.hidden === mended) return;
  line.hidden = mended;
  if (place.hasAttribute("aria-invalid")) place.setAttribute("aria-invalid", !mended);
  if (!tellsItself(place)) say(note, mended ? "" : words, look);
}

/* A tracking number is judged while it is typed, and says so in the same place. */
const tellsItself = (place) => place.dataset.s10 !== undefined && place.value;

function recount() {
  const left = lines.filter((line) => !line.hidden).length;
  say(box.querySelector("h2 span"), fill(left === 1 ? one : many, left));
  box.hidden = left === 0;
  document.title = left ? title : title.replace(`${prefix} `, "");
}

/* The box was read out once, when the page came; nobody wants to hear it again at every key. */
document.addEventListener("input", ({ target }) => {
  const concerned = complaints.filter(({ place }) => place.contains(target));
  if (!concerned.length) return;
  box.removeAttribute("role");
  concerned.forEach(settle);
  recount();
});
