// Rings while something urgent in the live area is not acknowledged. Browsers let a page sound only after a click, so the
// banner stands until the audio really runs; the wish is remembered, and then any first click on the page is enough.
const KEY = "xiangyin.sound";
const PAUSE_MS = 2500;
const banner = document.getElementById("sound");
const live = document.querySelector(".live");
let audio = null;
let ringing = null;

const running = () => audio !== null && audio.state === "running";
const urgent = () => live.querySelector('[data-urgent="1"]') !== null;

function beep(at, pitch) {
  const tone = audio.createOscillator();
  const volume = audio.createGain();
  tone.frequency.value = pitch;
  volume.gain.setValueAtTime(0, at);
  volume.gain.linearRampToValueAtTime(0.35, at + 0.02);
  volume.gain.setValueAtTime(0.35, at + 0.22);
  volume.gain.linearRampToValueAtTime(0, at + 0.28);
  tone.connect(volume).connect(audio.destination);
  tone.start(at);
  tone.stop(at + 0.3);
}

function ring() {
  beep(audio.currentTime, 660);
  beep(audio.currentTime + 0.35, 880);
}

function settle() {
  banner.hidden = running();
  document.body.dataset.sound = running() ? "armed" : "silent";
  document.body.toggleAttribute("data-ringing", running() && urgent());
  if (running() && urgent()) {
    if (ringing === null) {
      ring();
      ringing = setInterval(ring, PAUSE_MS);
    }
  } else {
    clearInterval(ringing);
    ringing = null;
  }
}

async function arm() {
  if (audio === null) {
    audio = new AudioContext();
    audio.addEventListener("statechange", settle);
  }
  await audio.resume();
  settle();
}

async function armByClick() {
  localStorage.setItem(KEY, "1");
  await arm();
  // Heard once, so that the officer knows the volume is up.
  if (running() && !urgent()) ring();
}

function armIfWished() {
  if (localStorage.getItem(KEY) === "1" && !running()) arm();
}

if (banner && live) {
  banner.querySelector("[data-arm-sound]").addEventListener("click", armByClick);
  document.addEventListener("pointerdown", armIfWished);
  document.addEventListener("keydown", armIfWished);
  new MutationObserver(settle).observe(live, { attributeFilter: ["data-urgent"], childList: true, subtree: true });
  settle();
}
