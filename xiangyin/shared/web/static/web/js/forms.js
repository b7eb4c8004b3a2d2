// What was typed is kept in this tab (sessionStorage) until the server has accepted it: a login that ran out, a refusal or a
// lost connection must not cost an officer's text. And no form goes out twice by a double click.
// A form takes part by data-keep="KEY"; fields of type password, file or hidden and those marked data-private never do.
const owner = document.body.dataset.account || "";
const PREFIX = "xiangyin.form.";
const PENDING = "xiangyin.pending";
const nameOf = (form) => `${PREFIX}${owner}.${form.dataset.keep}`;
const keeps = (form) => Boolean(owner && form.dataset?.keep);
const worth = (field) =>
  field.name && field.name !== "csrfmiddlewaretoken" && !field.dataset.private && !["password", "file", "hidden", "submit", "button"].includes(field.type);
const ticks = (field) => field.type === "checkbox" || field.type === "radio";

// Several fields may share a name (the lines of a list): each is known by its name and its place among them, a box by its value.
function places(form) {
  const seen = {};
  return [...form.elements].filter(worth).map((field) => {
    seen[field.name] = (seen[field.name] ?? -1) + 1;
    return [`${field.name} ${ticks(field) ? field.value : seen[field.name]}`, field];
  });
}

function keep(form) {
  const typed = places(form).map(([place, field]) => [place, ticks(field) ? field.checked : field.value]);
  sessionStorage.setItem(nameOf(form), JSON.stringify(Object.fromEntries(typed)));
}

function put(form, typed) {
  let changed = false;
  for (const [place, field] of places(form)) {
    if (!(place in typed)) continue;
    const property = ticks(field) ? "checked" : "value";
    changed ||= field[property] !== typed[place];
    field[property] = typed[place];
  }
  return changed;
}

function restore(form) {
  const stored = sessionStorage.getItem(nameOf(form));
  // A form that came back with faults already holds what was sent.
  if (!stored || form.hasAttribute("data-invalid")) return;
  if (put(form, JSON.parse(stored))) tell(form);
}

function tell(form) {
  const words = document.getElementById("kept-words");
  if (!words || form.querySelector(".kept")) return;
  form.prepend(words.content.cloneNode(true));
  const details = form.closest("details");
  if (details) details.open = true;
  form.querySelector("[data-clear]").addEventListener("click", () => {
    sessionStorage.removeItem(nameOf(form));
    form.reset();
    form.querySelector(".kept").remove();
  });
}

function prepare(root) {
  const forms = [...root.querySelectorAll("form[data-keep]")];
  if (root.matches?.("form[data-keep]")) forms.push(root);
  forms.filter(keeps).forEach(restore);
}

// A plain post leaves the page. It was accepted when it led on to a page of work that does not bring the form back faulty; a login
// page, a page of errors, or a page reached by the Back button or by typing its address are no acceptance.
function judgePending() {
  const pending = JSON.parse(sessionStorage.getItem(PENDING) || "null");
  sessionStorage.removeItem(PENDING);
  const ledOn = pending && document.referrer === pending.from && performance.getEntriesByType("navigation")[0]?.type === "navigate";
  if (!ledOn || document.body.dataset.page !== "work") return;
  const faulty = [...document.querySelectorAll("form[data-keep][data-invalid]")].some((form) => nameOf(form) === pending.name);
  if (!faulty) sessionStorage.removeItem(pending.name);
}

function forget() {
  for (const key of Object.keys(sessionStorage)) if (key.startsWith("xiangyin.")) sessionStorage.removeItem(key);
}

document.addEventListener("input", (event) => {
  const form = event.target.form;
  if (form && keeps(form)) keep(form);
});

document.addEventListener("submit", (event) => {
  const form = event.target;
  if (form.hasAttribute("data-forget")) forget();
  if (form.hasAttribute("data-sending")) {
    event.preventDefault();
    event.stopImmediatePropagation();
    return;
  }
  if (form.method !== "post") return;
  form.setAttribute("data-sending", "");
  if (keeps(form) && !form.hasAttribute("hx-post")) {
    sessionStorage.setItem(PENDING, JSON.stringify({ name: nameOf(form), from: location.href.split("#")[0] }));
  }
}, true);

// Back by the browser's button: the page is as it was left, its forms must be usable again.
addEventListener("pageshow", () => {
  for (const form of document.querySelectorAll("[data-sending]")) form.removeAttribute("data-sending");
});

// Neither a refusal nor a fault of the form, both of which bring their own words: the request was lost, or the server stumbled.
function sayUnsent(event) {
  const form = event.detail.elt;
  const words = document.getElementById("unsent-words");
  if (!words || !form.matches?.("form") || form.querySelector("[data-unsent]")) return;
  form.prepend(words.content.cloneNode(true));
}

for (const trouble of ["htmx:sendError", "htmx:responseError", "htmx:timeout"]) document.addEventListener(trouble, sayUnsent);
document.addEventListener("htmx:beforeRequest", (event) => event.detail.elt.querySelector?.(":scope > [data-unsent]")?.remove());

document.addEventListener("htmx:afterRequest", (event) => {
  const form = event.detail.elt;
  const { xhr, pathInfo, successful } = event.detail;
  form.removeAttribute?.("data-sending");
  // An accepted step answers by sending the page on; htmx then no longer calls it successful.
  const sentOn = xhr.status < 300 && Boolean(xhr.getResponseHeader("HX-Redirect"));
  const stayed = !xhr.responseURL || new URL(xhr.responseURL).pathname === new URL(pathInfo.finalRequestPath, location).pathname;
  if (keeps(form) && (sentOn || (successful && stayed && xhr.status < 300))) sessionStorage.removeItem(nameOf(form));
});

document.addEventListener("htmx:load", (event) => prepare(event.detail.elt));

judgePending();
prepare(document);
