// Puts whoever adds a row into its first field.

const FIRST = "select:not(.select2-hidden-accessible), input:not([type=hidden]), textarea, .select2-selection";

document.addEventListener("formset:added", (event) => {
  // The autocompletes of the row are made by listeners of the same event.
  setTimeout(() => event.target.querySelector(FIRST)?.focus());
});
