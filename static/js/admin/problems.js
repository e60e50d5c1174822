// Brings whoever sent a form that was refused to what is said against it, and from there to the field.

const problems = document.querySelector(".problems");
problems?.focus();

function lead(event) {
  const field = document.getElementById(event.target.hash?.slice(1) ?? "");
  if (!field) return;
  event.preventDefault();
  for (let part = field.closest("details"); part; part = part.parentElement.closest("details")) {
    part.open = true;
  }
  // An autocomplete stands in for the list that bears the id.
  const shown = field.matches(".select2-hidden-accessible")
    ? field.nextElementSibling.querySelector(".select2-selection")
    : field;
  shown.focus();
  shown.scrollIntoView({ block: "center" });
}

problems?.addEventListener("click", lead);
