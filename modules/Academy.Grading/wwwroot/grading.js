// Follows a grading: each event says that something changed, and the server draws the changed part again.
const region = document.querySelector("[data-grading]");

if (region && region.dataset.over === "true" && region.querySelector(".verdict.is-ok")) showGain(region.dataset.grading);

if (region && region.dataset.over === "false") {
  const id = region.dataset.grading;
  const status = document.querySelector("[data-grading-status]");
  const events = new EventSource(`/api/v1/gradings/${id}/events`);
  let drawing = false;
  let again = false;

  const isOver = (grading) => grading.state === "finished" || grading.state === "superseded";

  async function draw() {
    if (drawing) {
      again = true;
      return;
    }
    drawing = true;
    try {
      const answer = await fetch(`/gradings/${id}?part=grading`, { headers: { Accept: "text/html" } });
      if (answer.ok) replaceParts(await answer.text());
    } finally {
      drawing = false;
    }
    if (again) {
      again = false;
      await draw();
    }
  }

  // What the reader has opened or closed stays so.
  function replaceParts(html) {
    const drawn = new DOMParser().parseFromString(html, "text/html");
    const open = new Map([...region.querySelectorAll("details[id]")].map((d) => [d.id, d.open]));
    for (const details of drawn.querySelectorAll("details[id]")) {
      if (open.has(details.id)) details.open = open.get(details.id);
    }
    for (const part of drawn.querySelectorAll("[data-part]")) {
      region.querySelector(`[data-part="${part.dataset.part}"]`)?.replaceChildren(...part.childNodes);
    }
  }

  events.addEventListener("grading", async (event) => {
    const grading = JSON.parse(event.data);
    if (!isOver(grading)) {
      await draw();
      return;
    }
    events.close();
    await draw();
    if (status) status.textContent = region.querySelector(".verdict-title")?.textContent ?? "";
    if (grading.verdict === "passed") await showGain(id);
  });
}

// XP, level and open projects follow the verdict by an instant: ask until they are there.
async function showGain(id) {
  const place = document.querySelector("[data-gain]");
  for (let tries = 0; tries < 40 && !place.textContent.trim(); tries++) {
    const answer = await fetch(`/gradings/${id}?part=gain`, { headers: { Accept: "text/html" } });
    const html = answer.ok ? (await answer.text()).trim() : "";
    if (html) place.innerHTML = html;
    else await new Promise((resolve) => setTimeout(resolve, 250));
  }
}
