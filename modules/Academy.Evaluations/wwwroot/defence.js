// Comfort for the rubric: what is typed is saved as one types. Without a connection it stays on this device and is sent when
// the connection is back, also after the page was closed. The number of a state keeps an old one from taking a new one's place.
const form = document.querySelector("[data-draft]");
const done = document.querySelector("[data-draft-done]");
const keyOf = id => `defence-${id}`;
const QUIET = 800, AGAIN = 10_000;
// A browser may refuse to keep anything; what is typed is still sent.
const kept = {
  read: key => { try { return JSON.parse(localStorage.getItem(key)); } catch { return null; } },
  write: (key, draft) => { try { localStorage.setItem(key, JSON.stringify(draft)); return true; } catch { return false; } },
  forget: key => { try { localStorage.removeItem(key); } catch { /* nothing was kept */ } },
};

if (done) kept.forget(keyOf(done.dataset.draftDone));
if (form) keepDraft(form);

function keepDraft(form) {
  const key = keyOf(form.dataset.draft);
  const status = form.querySelector("[data-draft-status]");
  const signIn = form.querySelector("[data-draft-sign-in]");
  const number = form.elements["Input.Number"];
  let timer, sending = false, changed = false, isKept = true, isSignedOut = false;

  restore();
  form.addEventListener("input", () => {
    changed = true;
    remember();
    later(QUIET);
  });
  addEventListener("online", () => changed && send());
  // Whoever was signed out comes back from another window, signed in.
  addEventListener("focus", () => changed && isSignedOut && send());
  form.addEventListener("submit", event => {
    if (navigator.onLine) return;
    event.preventDefault();
    delete form.dataset.sent;
    remember();
    say(isKept ? "offline" : "unkept");
  }, true);

  function later(ms) {
    clearTimeout(timer);
    timer = setTimeout(send, ms);
  }

  async function send() {
    if (sending) return later(QUIET);
    sending = true;
    changed = false;
    if (!isSignedOut) say("saving");
    try {
      const body = new FormData(form);
      // At once, not with the answer: whoever hands in meanwhile sends a newer state, not the same one otherwise.
      number.value = Number(number.value) + 1;
      const answer = await fetch(`${location.pathname}?handler=Draft`, { method: "POST", body, redirect: "manual" });
      const said = answer.headers.get("content-type")?.includes("json") ? await answer.json() : {};
      // Only the number says that it is saved: the sign-in page is an answer, too.
      isSignedOut = answer.type === "opaqueredirect" || (answer.status === 400 && !said.text);
      if (answer.ok && said.number) {
        if (changed) remember();
        else kept.forget(key);
        say("saved");
      } else if (said.text) {
        // The server said no for good: another window, or the evaluation is over.
        number.value = Number(number.value) - 1;
        status.textContent = said.text;
      } else if (isSignedOut) {
        changed = true;
        say(isKept ? "signedOut" : "signedOutUnkept");
      } else {
        throw new Error(answer.status);
      }
    } catch {
      changed = true;
      say(isKept ? "offline" : "unkept");
      later(AGAIN);
    } finally {
      sending = false;
      signIn.hidden = !isSignedOut;
    }
  }

  function say(what) {
    if (status.textContent !== form.dataset[what]) status.textContent = form.dataset[what];
  }

  function remember() {
    const entries = [...new FormData(form)].filter(([name]) => name.startsWith("Input."));
    isKept = kept.write(key, { user: form.dataset.user, number: Number(number.value), entries });
    // What this device cannot keep stays in this window: signing in happens in another one.
    signIn.querySelector("a").target = isKept ? "" : "_blank";
  }

  // A state that the server never got: newer than what it has, or as new.
  function restore() {
    const draft = kept.read(key);
    if (!draft || draft.user !== form.dataset.user || draft.number < Number(number.value)) return;
    const values = new Map();
    for (const [name, value] of draft.entries) values.set(name, [...(values.get(name) ?? []), value]);
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
