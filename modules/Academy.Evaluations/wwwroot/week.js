// Comfort for the week: drawing with the mouse over several boxes ticks or unticks them all, as the first one.
const week = document.querySelector("[data-week]");
let drawing = null, pressed = null;

const boxOf = (target) => target instanceof Element ? target.closest("td")?.querySelector("input[type=checkbox]") : null;

week?.addEventListener("pointerdown", (event) => {
  const box = boxOf(event.target);
  // A finger scrolls: it ticks one box at a time, as everywhere.
  if (!box || event.pointerType === "touch" || event.button !== 0) return;
  pressed = box;
  drawing = !box.checked;
  box.checked = drawing;
  box.focus();
  event.preventDefault();
});

week?.addEventListener("pointerover", (event) => {
  const box = drawing === null ? null : boxOf(event.target);
  if (box) box.checked = drawing;
});

// The box has been ticked already when the pointer went down; the click that follows must not take it back.
week?.addEventListener("click", (event) => {
  if (event.detail > 0 && pressed !== null && boxOf(event.target) === pressed) event.preventDefault();
  pressed = null;
}, true);

document.addEventListener("pointerup", () => { drawing = null; });
document.addEventListener("pointercancel", () => { drawing = null; });
