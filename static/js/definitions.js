// Opens a term's definition while the pointer rests on it. Without this, a tap or Enter opens it.
const REST = 250;
const LEAVE = 300;

for (const term of document.querySelectorAll(".term")) {
  const definition = term.querySelector("[popover]");
  let timer;
  let byPointer = false;

  term.addEventListener("pointerenter", (event) => {
    if (event.pointerType !== "mouse") return;
    clearTimeout(timer);
    timer = setTimeout(() => {
      if (definition.matches(":popover-open")) return;
      definition.showPopover({ source: term.querySelector("button") });
      byPointer = true;
    }, REST);
  });

  term.addEventListener("pointerleave", () => {
    clearTimeout(timer);
    if (byPointer) timer = setTimeout(() => definition.hidePopover(), LEAVE);
  });

  definition.addEventListener("toggle", (event) => {
    if (event.newState === "closed") byPointer = false;
  });
}
