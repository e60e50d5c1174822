// The form of the statement, in the window behind, holds the version that the follow-ups were saved
// over: nothing else changed, so it may go on from the new one.

const { before, now, link, count } = document.getElementById("saved-version").dataset;
const held = window.opener?.document.querySelector("form [name=version]");
if (held?.value === before) held.value = now;

const opened = window.opener?.document.getElementById(link);
if (opened) opened.textContent = `Follow-ups (${count})`;
