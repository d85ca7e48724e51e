// The window's first steps: theme and language before the first paint, then the program. Keeps out: everything else; this is the only hand-written script.

const root = document.documentElement;

function remembered(name) {
  try {
    return localStorage.getItem(name);
  } catch {
    return null; // storage may be switched off; then nothing is remembered
  }
}

const dark = matchMedia("(prefers-color-scheme: dark)");

function paint() {
  const chosen = remembered("theme");
  root.dataset.theme = chosen === "light" || chosen === "dark" ? chosen : dark.matches ? "dark" : "light";
}

paint();
dark.addEventListener("change", paint);

// WebKitGTK 2.50 does not always draw anew when a width or height of the stylesheet's media rules is passed (seen on the empty list). A
// change of what the whole page inherits, once the new rules hold, makes it look again: see `data-passed` in 40-desk.css.
const rules = ["(max-width: 1023px)", "(max-width: 999px)", "(max-height: 720px)", "(max-height: 680px)"].map((rule) => matchMedia(rule));
let due = false;
function look() {
  if (due) return; // several rules are passed at once: twice would be back where it was
  due = true;
  requestAnimationFrame(() => {
    due = false;
    root.toggleAttribute("data-passed");
  });
}
for (const rule of rules) rule.addEventListener("change", look);

// The language of the pages before sign-in (`data-door`) is this device's choice, else the first of the system's that the window has. What
// was shown last is painted first: it is the language of a person who is still signed in.
const tags = ["ar", "cy", "en", "es", "en-XA"];
const known = (tag) => tags.find((one) => one === tag);
const asked = known(new URLSearchParams(location.search).get("lang"));
const system = navigator.languages.map((tag) => known(tag.split("-")[0])).find((tag) => tag);
root.dataset.door = asked ?? known(remembered("language")) ?? system ?? "en";
root.lang = asked ?? known(remembered("language-shown")) ?? root.dataset.door;
root.dir = root.lang === "ar" ? "rtl" : "ltr";

// A window is no web page: no menu with "Reload" and "Back" outside of text fields, nothing dropped onto it navigates away.
addEventListener("contextmenu", (event) => {
  if (!event.target.closest("input, textarea, .code, .strip")) event.preventDefault();
});
addEventListener("dragover", (event) => event.preventDefault());
addEventListener("drop", (event) => event.preventDefault());

async function start() {
  const fault = document.getElementById("fault");
  const again = document.getElementById("fault-again");
  again.addEventListener("click", () => location.reload());
  try {
    const { default: init } = await import("./vestibule-ui.js");
    await init();
  } catch (error) {
    console.error(error);
    document.getElementById("main").hidden = true;
    fault.hidden = false;
    again.focus();
  }
}

document.addEventListener("DOMContentLoaded", start);
