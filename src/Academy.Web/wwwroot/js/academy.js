// Comfort only: every page does its work without this file.
const on = (type, selector, act) =>
  document.addEventListener(type, event => {
    const element = event.target.closest?.(selector);
    if (element) act(element, event);
  });

// <button data-copy="id" data-copied="Copied">: the text of an element, or the value of a field, to the clipboard.
on("click", "[data-copy]", async button => {
  const source = document.getElementById(button.dataset.copy);
  const text = source.value ?? source.textContent;
  if (await copied(text, source)) say(button, button.dataset.copied);
});

async function copied(text, source) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    // Plain http on another machine has no clipboard: the text is selected, Ctrl+C does the rest.
    if (source.select) source.select();
    else getSelection().selectAllChildren(source);
    return false;
  }
}

// A short word in place of the button's own, and the same for a screen reader.
function say(button, word) {
  const status = document.getElementById("status");
  status.textContent = word;
  button.classList.add("is-copied");
  button.dataset.word = word;
  setTimeout(() => {
    status.textContent = "";
    button.classList.remove("is-copied");
  }, 2000);
}

// <button data-show="id" aria-pressed="false">: shows a password while it is typed.
on("click", "[data-show]", button => {
  const field = document.getElementById(button.dataset.show);
  const shown = field.type === "password";
  field.type = shown ? "text" : "password";
  button.setAttribute("aria-pressed", shown);
});

// A form is sent once, however often the button is pressed.
addEventListener("submit", event => {
  const form = event.target;
  if (event.defaultPrevented || form.method !== "post") return;
  if (form.dataset.sent) return event.preventDefault();
  form.dataset.sent = "yes";
  event.submitter?.setAttribute("aria-busy", "true");
});
addEventListener("pageshow", () => {
  for (const form of document.querySelectorAll("[data-sent]")) {
    delete form.dataset.sent;
    form.querySelector("[aria-busy]")?.removeAttribute("aria-busy");
  }
});

// Menus close when one looks elsewhere.
const openMenus = () => document.querySelectorAll(".dropdown[open]");
for (const type of ["click", "focusin"])
  addEventListener(type, event => {
    for (const menu of openMenus()) if (!menu.contains(event.target)) menu.open = false;
  });
addEventListener("keydown", event => {
  if (event.key !== "Escape") return;
  for (const menu of openMenus()) {
    if (menu.contains(document.activeElement)) menu.querySelector("summary").focus();
    menu.open = false;
  }
});

// <a href="/x/remove" data-opens="id">: a dialog in place of the page that asks the same question.
on("click", "[data-opens]", (link, event) => {
  const dialog = document.getElementById(link.dataset.opens);
  if (!dialog?.showModal) return;
  event.preventDefault();
  dialog.showModal();
});
