// Shows how far an import is without loading the page anew; when it has ended, the page is loaded
// once more, with the result. Without this module the page refreshes itself.

const PAUSE = 1000;

async function look() {
  const state = document.getElementById("import-state");
  try {
    const response = await fetch(location.pathname, { headers: { Accept: "text/html" } });
    const page = new DOMParser().parseFromString(await response.text(), "text/html");
    const found = page.getElementById("import-state");
    if (!found || found.dataset.underWay !== "yes") {
      location.reload();
      return;
    }
    state.querySelector("[role=status]").textContent = found.querySelector("[role=status]").textContent;
    const [shown, now] = [state, found].map((one) => one.querySelector("progress"));
    if (now.hasAttribute("value")) shown.value = now.value;
    else shown.removeAttribute("value");
  } catch {
    // The server is away for a moment: ask again.
  }
  setTimeout(look, PAUSE);
}

setTimeout(look, PAUSE);
