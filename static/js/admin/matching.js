// Lets an editor decide with one key. The keys stand on the buttons; without this module, so do Tab and Enter.

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
  if (event.target.closest("input, textarea, select, [contenteditable]")) return;
  const meant = document.querySelector(`[data-key="${CSS.escape(event.key.toLowerCase())}"]`);
  if (!meant) return;
  event.preventDefault();
  meant.click();
});
