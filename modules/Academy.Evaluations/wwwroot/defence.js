// Comfort for the rubric: what is typed is saved as one types. Without a connection it stays on this device and is sent when
// the connection is back, also after the page was closed. The number of a state keeps an old one from taking a new one's place.
const form = document.querySelector("[data-draft]");
const done = document.querySelector("[data-draft-done]");
const keyOf = id => `defence-${id}`;
const QUIET = 800, AGAIN = 10_000;

if (done) localStorage.removeItem(keyOf(done.dataset.draftDone));
if (form) keepDraft(form);

function keepDraft(form) {
  const key = `${keyOf(form.dataset.draft)}`;
  const status = form.querySelector("[data-draft-status]");
  const number = form.elements["Input.Number"];
  let timer, sending = false, changed = false;

  restore();
  form.addEventListener("input", () => {
    changed = true;
    remember();
    later(QUIET);
  });
  addEventListener("online", () => changed && send());
  form.addEventListener("submit", event => {
    if (navigator.onLine) return;
    event.preventDefault();
    delete form.dataset.sent;
    remember();
    status.textContent = form.dataset.offline;
  }, true);

  function later(ms) {
    clearTimeout(timer);
    timer = setTimeout(send, ms);
  }

  async function send() {
    if (sending) return later(QUIET);
    sending = true;
    changed = false;
    status.textContent = form.dataset.saving;
    try {
      const body = new FormData(form);
      // At once, not with the answer: whoever hands in meanwhile sends a newer state, not the same one otherwise.
      number.value = Number(number.value) + 1;
      const answer = await fetch(`${location.pathname}?handler=Draft`, { method: "POST", body });
      if (answer.ok) {
        if (changed) remember();
        else localStorage.removeItem(key);
        status.textContent = form.dataset.saved;
      } else if (answer.headers.get("content-type")?.includes("json")) {
        // The server said no for good: another window, or the evaluation is over.
        number.value = Number(number.value) - 1;
        status.textContent = (await answer.json()).text;
      } else {
        throw new Error(answer.status);
      }
    } catch {
      changed = true;
      status.textContent = form.dataset.offline;
      later(AGAIN);
    } finally {
      sending = false;
    }
  }

  function remember() {
    const entries = [...new FormData(form)].filter(([name]) => name.startsWith("Input."));
    localStorage.setItem(key, JSON.stringify({ user: form.dataset.user, number: Number(number.value), entries }));
  }

  // A state that the server never got: newer than what it has, or as new.
  function restore() {
    const kept = JSON.parse(localStorage.getItem(key) ?? "null");
    if (!kept || kept.user !== form.dataset.user || kept.number < Number(number.value)) return;
    const values = new Map();
    for (const [name, value] of kept.entries) values.set(name, [...(values.get(name) ?? []), value]);
    for (const field of form.elements) {
      if (!field.name?.startsWith("Input.") || field === number) continue;
      const saved = values.get(field.name) ?? [];
      if (field.type === "radio" || field.type === "checkbox") field.checked = saved.includes(field.value);
      else field.value = saved[0] ?? "";
    }
    changed = true;
    send();
  }
}
