// Guards the polled live area: the same notices are not drawn again (focus would be lost and read aloud every five seconds),
// a login page never lands in it, and silence of the server is said aloud instead of looking like a quiet night.
const QUIET_MS = 20000;
const ALARM_MS = 60000;
const area = document.getElementById("notices");
const lost = document.getElementById("lost");
const title = document.title;
let heard = Date.now();
let expired = false;

const drawn = (root) =>
  [...root.querySelectorAll("[data-notice]")].map((line) => `${line.dataset.notice} ${line.dataset.state}`).join("|");

function parse(html) {
  const template = document.createElement("template");
  template.innerHTML = html;
  return template.content;
}

function settle() {
  const silent = Date.now() - heard;
  const broken = expired || silent > QUIET_MS;
  if (broken && lost.hidden) {
    lost.querySelector("time").textContent = new Date(heard).toTimeString().slice(0, 5);
    lost.querySelector("a").href = location.pathname + location.search;
  }
  lost.querySelector('[data-lost="login"]').hidden = !expired;
  lost.querySelector('[data-lost="server"]').hidden = expired;
  lost.hidden = !broken;
  lost.dataset.urgent = broken && silent > ALARM_MS ? "1" : "0";
}

function headline() {
  const fresh = area.querySelectorAll('[data-state="new"]').length;
  document.title = fresh ? `（${fresh}）${title}` : title;
}

function beforeSwap(event) {
  const { target, xhr } = event.detail;
  if (target !== area) return;
  const answer = parse(xhr.responseText);
  expired = answer.querySelector("[data-notices]") === null;
  if (!expired) heard = Date.now();
  if (expired || drawn(answer) === drawn(area)) event.detail.shouldSwap = false;
  settle();
}

if (area && lost) {
  document.body.addEventListener("htmx:beforeSwap", beforeSwap);
  document.body.addEventListener("htmx:afterRequest", (event) => {
    if (event.detail.target !== area) return;
    if ([401, 403].includes(event.detail.xhr.status)) expired = true;
    settle();
  });
  new MutationObserver(headline).observe(area, { childList: true, subtree: true });
  setInterval(settle, 5000);
  headline();
}
