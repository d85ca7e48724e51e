// What a person would see on the page, told to a test. Looks; and sets only what a picture needs.
const isShown = (element) => {
  if (!element.checkVisibility({ opacityProperty: true, visibilityProperty: true })) return false;
  for (let above = element; above; above = above.parentElement) {
    const box = above.getBoundingClientRect();
    const isForReadersOnly = box.width <= 1 && box.height <= 1 && getComputedStyle(above).overflow !== "visible";
    if (isForReadersOnly) return false;
  }
  return true;
};

const texts = function* (root) {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const parent = node.parentElement;
    if (!/\S/.test(node.data) || !parent || parent.closest("script, style, noscript, template")) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    const hasRoom = [...range.getClientRects()].some((box) => box.width > 0 && box.height > 0);
    if (hasRoom && isShown(parent)) yield node;
  }
};

const block = (node) => {
  let above = node.parentElement;
  while (above && /^(inline|contents)$/.test(getComputedStyle(above).display)) above = above.parentElement;
  return above;
};

// Marks of text direction left out (Fluent sets them).
const plain = (text) => text.replace(/[\u2066-\u2069\u200e\u200f]/g, "").replace(/\s+/g, " ").trim();

// One line: blocks apart by a space, the parts of a sentence joined.
const words = (root) => {
  let said = "";
  let before = null;
  for (const node of texts(root)) {
    const here = block(node);
    said += here === before ? node.data : " " + node.data;
    before = here;
  }
  return plain(said);
};

const name = (element) => element.dataset.test ?? element.tagName.toLowerCase();

// A toast goes by itself, maybe before a test looks: what has been told is kept, from the first question on.
const told = (window.told ??= []);
const toasts = document.querySelector(".toasts");
if (toasts && !toasts.isHeard) {
  toasts.isHeard = true;
  const hear = (nodes) => told.push(...[...nodes].filter((node) => node.matches?.(".toast")).map((toast) => plain(toast.innerText)));
  hear(toasts.children);
  new MutationObserver((changes) => changes.forEach((change) => hear(change.addedNodes))).observe(toasts, { childList: true });
}

// What goes wrong in the page without anybody's asking: kept, from the first question on.
if (!window.troubles) {
  const troubles = (window.troubles = []);
  addEventListener("error", (event) => troubles.push(String(event.error ?? event.message)));
  addEventListener("unhandledrejection", (event) => troubles.push(`unhandled: ${event.reason}`));
}

const page = {
  words: () => words(document.body),
  wordsOf: (selector) => {
    const element = document.querySelector(selector);
    return element && isShown(element) ? words(element) : null;
  },
  isShown: (selector) => [...document.querySelectorAll(selector)].some(isShown),
  fill: (selector, text) => {
    const field = document.querySelector(selector);
    window.filled = text;
    field.focus();
    field.value = text;
    return field.dispatchEvent(new InputEvent("input", { bubbles: true, inputType: "insertFromPaste" }));
  },
  // Whether it holds what it was filled with: a sheet has megabytes, which stay here.
  isFilled: (selector) => document.querySelector(selector)?.value === window.filled,
  isIdle: (selector) => [...document.querySelectorAll(selector)].some((button) => isShown(button) && !button.ariaBusy),
  // Which load of the page it was, and what it has told.
  told: () => [String(performance.timeOrigin), ...told],
  valueOf: (selector) => document.querySelector(selector)?.value ?? null,
  focused: () => {
    const element = document.activeElement;
    return element?.closest("[data-test]")?.dataset.test ?? null;
  },
  remember: (key, value) => localStorage.setItem(key, value),
  attribute: (selector, attribute) => document.querySelector(selector)?.getAttribute(attribute) ?? null,
  paint: (theme) => void (document.documentElement.dataset.theme = theme),
  size: () => [innerWidth, innerHeight],
  // Where everything stands that can be used.
  places: () => {
    const round = (box) => [box.left, box.top, box.right, box.bottom].map(Math.round).join();
    return [...document.querySelectorAll("[data-test]")].map((element) => round(element.getBoundingClientRect())).join(" ");
  },
  isStill: () => document.fonts.status === "loaded" && !document.getAnimations().some(isFleeting),
  faults: () => [...spill(), ...outside(), ...cut(), ...unnamed(), ...window.troubles],
  untranslated: () => [...new Set(untranslated())],
};

// An animation that ends by itself: a picture waits for it. A spinner or a blinking caret does not end.
const isFleeting = (animation) =>
  animation.playState === "running" && animation.effect?.getComputedTiming().endTime !== Infinity;

// The page never scrolls sideways, and not downwards either: only parts of it do.
const spill = () => {
  const root = document.documentElement;
  const faults = [];
  const side = document.querySelector(".side")?.offsetWidth ?? 0;
  if (innerWidth < 1024 && side > 64) faults.push(`the sidebar is no rail, but ${side} wide`);
  if (root.scrollWidth > innerWidth) faults.push(`the page is ${root.scrollWidth} wide in a window of ${innerWidth}`);
  return faults;
};

// Every screen says what it is.
const unnamed = () => {
  const headings = [...document.querySelectorAll("h1, h2, [role=heading]")];
  return headings.some((heading) => isShown(heading) && words(heading)) ? [] : ["there is no heading"];
};

const scroller = (element) => {
  let above = element.parentElement;
  while (above && !/^(auto|scroll)$/.test(getComputedStyle(above).overflowY)) above = above.parentElement;
  return above;
};

// What can be used must be within the window, or can be scrolled there.
const outside = () => {
  const faults = [];
  for (const element of document.querySelectorAll("[data-test]")) {
    if (!isShown(element)) continue;
    const box = element.getBoundingClientRect();
    const at = `${Math.round(box.left)},${Math.round(box.top)} to ${Math.round(box.right)},${Math.round(box.bottom)}`;
    const isBeside = box.left < -1 || box.right > innerWidth + 1;
    const isAboveOrBelow = !scroller(element) && (box.top < -1 || box.bottom > innerHeight + 1);
    if (box.width > 0 && (isBeside || isAboveOrBelow)) faults.push(`${name(element)} stands outside the window (${at})`);
  }
  return faults;
};

// Words on buttons and labels are never cut; long names of people may be, by an ellipsis, with the whole in the title.
const cut = () => {
  const faults = [];
  for (const element of document.querySelectorAll("button, label, h1, h2, h3, p, th, .code, .strip, .hint, .err, .pill")) {
    if (!isShown(element) || element.scrollWidth <= element.clientWidth + 1 || !element.clientWidth) continue;
    const style = getComputedStyle(element);
    const isHidden = style.overflowX !== "visible";
    const isTold = style.textOverflow === "ellipsis" && element.closest("[title]");
    if (isHidden && !isTold) faults.push(`${name(element)} is cut: “${words(element)}”`);
  }
  return faults;
};

// In the pseudo-language every word of ours has an accent, and in Arabic its letters. What people typed and named is
// marked translate="no"; codes, initials and the product's own name are known by their part. Addresses, paths and dates
// (the system's) are known by their form.
const NOT_OURS = '[translate="no"], svg, .code, .strip, .code-entry, .key-lines, .link-line, .avatar, .org-mark, .wordmark, .kbd';
const isOurs = (element) => !element.closest(NOT_OURS);
const FORMS = /\S+@\S+|\w+:\/\/\S+|\S+\.example\b|(^|\s)\/\S+|([A-Z][a-z]+ )?\d+ [A-Z][a-z]+( \d{4})?, \d\d:\d\d( [A-Z]+)?/g;
const isPlain = (text) => /[A-Za-z]{2}/.test(text.replace(FORMS, "")) && !/[\u00c0-\u024f\u1e00-\u1eff\u0600-\u06ff]/.test(text);
const isCell = (element) => element.closest("td, dd") && !element.matches("button, a, [role]");
const untranslated = function* () {
  for (const node of texts(document.body)) {
    if (isOurs(node.parentElement) && isPlain(node.data)) yield `“${node.data.trim()}”`;
  }
  for (const attribute of ["title", "aria-label", "placeholder", "alt", "aria-description"]) {
    for (const element of document.querySelectorAll(`[${attribute}]`)) {
      const text = element.getAttribute(attribute);
      if (isCell(element) || element.matches("h1, h2")) continue; // the whole of a name that may be cut
      if (isShown(element) && isOurs(element) && isPlain(text)) yield `${attribute} “${text}”`;
    }
  }
};

// For the failing twin: one of each of the faults above.
page.spoil = () => {
  const add = (words, style) => {
    const button = document.createElement("button");
    button.textContent = words;
    button.dataset.test = words.toLowerCase().replaceAll(" ", "-");
    Object.assign(button.style, { position: "fixed", top: "0", whiteSpace: "nowrap" }, style);
    document.body.append(button);
  };
  add("Too long for its place", { left: "0", width: "40px", overflow: "hidden" });
  add("Too far to the right", { left: `${innerWidth - 20}px` });
  add("Wide as a barn", { position: "absolute", width: `${innerWidth + 50}px` });
  document.querySelectorAll("h1, h2, [role=heading]").forEach((heading) => heading.remove());
  dispatchEvent(new ErrorEvent("error", { error: new Error("spoilt") }));
  dispatchEvent(new PromiseRejectionEvent("unhandledrejection", { promise: Promise.resolve(), reason: new Error("spoilt too") }));
};

const [asked, ...values] = arguments;
return page[asked](...values) ?? null;
