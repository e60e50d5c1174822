// Shows what a pop-up added about a record, without reloading the form that is being edited.

const FILLED = ["around_statement", "around_cause", "around_effect"];

async function refresh() {
  const response = await fetch(location.href);
  const page = new DOMParser().parseFromString(await response.text(), "text/html");
  const list = page.querySelector("#around .around-list");
  if (list) document.querySelector("#around .around-list")?.replaceWith(list);
}

window.django?.jQuery(document).on("change", (event) => {
  if (FILLED.includes(event.target.id)) refresh();
});
