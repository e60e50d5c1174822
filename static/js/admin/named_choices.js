// Gives the autocompletes, which stand in for plain lists, the names that the lists have.

function nameAll(root) {
  for (const list of root.querySelectorAll("select.select2-hidden-accessible")) {
    const label = list.labels[0]?.textContent ?? list.getAttribute("aria-label");
    const parts = list.nextElementSibling?.querySelectorAll("[role=combobox], [role=textbox], input");
    parts?.forEach((part) => part.setAttribute("aria-label", label ?? ""));
  }
}

// Registered after the admin's own listeners, which make the autocompletes.
window.django?.jQuery(() => nameAll(document));
document.addEventListener("formset:added", (event) => nameAll(event.target));
