// How far a file of many cases has come, fetched from its own page until it is done. Without this, the page has a link.

const id = "bulk-progress";
const pause = () => Number(document.getElementById(id)?.dataset.progress ?? 0);

async function look() {
  const answer = await fetch(location.href, { headers: { "X-Requested-With": "buzon" } }).catch(() => undefined);
  if (answer?.redirected) return location.reload();
  if (!answer?.ok) return wait();
  const read = new DOMParser().parseFromString(await answer.text(), "text/html").getElementById(id);
  if (!read) return;
  if (!read.dataset.progress) return location.reload();
  const place = document.getElementById(id);
  const focused = place.contains(document.activeElement);
  place.replaceChildren(...read.childNodes);
  if (focused) place.querySelector("a")?.focus();
  wait();
}

function wait() {
  if (pause()) setTimeout(look, document.hidden ? pause() * 4 : pause());
}

wait();
