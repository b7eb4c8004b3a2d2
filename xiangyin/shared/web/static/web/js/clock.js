// Keeps every <time data-due> true without asking the server. The instant comes from the page (data-now), not from the PC's
// clock, which in an old office may be wrong by hours; a drill's held timeline (data-clock="held") does not run on.
const body = document.body;
const offset = Date.parse(body.dataset.now || "") - Date.now();
const words = JSON.parse(document.querySelector('meta[name="clock-words"]')?.content || "null");
const SOON_MIN = 10;

const instant = () => Date.now() + (Number.isNaN(offset) ? 0 : offset);

const fill = (pattern, value) => pattern.replace(/%\(\w+\)[ds]/, value);

function span(minutes) {
  const days = Math.floor(minutes / 1440);
  const hours = Math.floor((minutes % 1440) / 60);
  const parts = days
    ? [[words.days, days], [words.hours, hours]]
    : [[words.hours, hours], [words.minutes, minutes % 60]];
  return parts.filter(([, count]) => count).map(([word, count]) => fill(word, count)).join(" ");
}

function read(due, now) {
  const minutes = Math.floor(Math.abs(due - now) / 60000);
  if (now > due) return ["late", minutes ? fill(words.late, span(minutes)) : words.just];
  const text = minutes ? fill(words.left, span(minutes)) : words.last;
  return [due - now <= SOON_MIN * 60000 ? "soon" : "ahead", text];
}

function tick() {
  const now = instant();
  for (const clock of document.querySelectorAll("time[data-due]")) {
    const [standing, text] = read(Date.parse(clock.dataset.due), now);
    const shown = clock.querySelector(".clock-text");
    // Written only when it changes, so that a screen reader is not disturbed and nothing is laid out again.
    if (shown && shown.textContent !== text) {
      shown.textContent = text;
      clock.className = `clock clock-${standing}`;
    }
  }
}

if (words && body.dataset.clock !== "held") {
  tick();
  setInterval(tick, 1000);
}
