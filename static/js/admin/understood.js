// Shows under an input how its text is understood, while it is typed. Without this module the form
// says the same once it was sent.

const PAUSE = 350;
const waiting = new WeakMap();

function outputOf(input) {
  return input.closest(".understood-field")?.querySelector("output");
}

async function explain(input) {
  const output = outputOf(input);
  if (!output) return;
  const asked = input.value;
  const query = new URLSearchParams({ what: input.dataset.understood, text: asked });
  const response = await fetch(`${input.dataset.understoodAt}?${query}`);
  if (!response.headers.get("content-type")?.includes("json")) return;
  const answer = await response.json();
  if (input.value !== asked) return;
  output.textContent = answer.understood ?? answer.refused;
  output.toggleAttribute("data-refused", "refused" in answer);
}

function later(event) {
  const input = event.target;
  if (!input.dataset?.understood) return;
  clearTimeout(waiting.get(input));
  waiting.set(input, setTimeout(explain, PAUSE, input));
}

document.addEventListener("input", later);
// What a pop-up fills in is announced by the admin's own jQuery alone.
window.django?.jQuery(document).on("change", later);
