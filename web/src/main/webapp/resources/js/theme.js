// Runs before the first paint: the chosen theme must not flash, and the page may know that script runs.
try {
  const theme = localStorage.getItem("theme");
  if (theme) document.documentElement.dataset.theme = theme;
} catch {
  // Storage may be forbidden; then the system's theme stands.
}
document.documentElement.classList.add("js");
