// The switch works by CSS alone; this only remembers it from page to page.
const box = document.getElementById("large-type");
const KEY = "xiangyin.large-type";

if (box) {
  box.checked = localStorage.getItem(KEY) === "1";
  box.addEventListener("change", () => localStorage.setItem(KEY, box.checked ? "1" : "0"));
}
