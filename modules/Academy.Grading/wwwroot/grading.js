// Follows a grading: each event says that something changed, and the server draws the changed part again.
const region = document.querySelector("[data-grading]");

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
    const answer = await fetch(`/gradings/${id}?part=grading`, { headers: { Accept: "text/html" } });
    if (answer.ok) {
      const closed = new Set([...region.querySelectorAll("details:not([open])[id]")].map((d) => d.id));
      region.innerHTML = await answer.text();
      for (const details of region.querySelectorAll("details[id]")) details.open = !closed.has(details.id);
    }
    drawing = false;
    if (again) {
      again = false;
      await draw();
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
    if (grading.verdict === "passed") await showGain();
  });

  // XP, level and open projects follow the verdict by an instant: ask until they are there.
  async function showGain() {
    const place = document.querySelector("[data-gain]");
    for (let tries = 0; place && tries < 20; tries++) {
      const answer = await fetch(`/gradings/${id}?part=gain`, { headers: { Accept: "text/html" } });
      const html = answer.ok ? (await answer.text()).trim() : "";
      if (html) {
        place.innerHTML = html;
        return;
      }
      await new Promise((resolve) => setTimeout(resolve, 250));
    }
  }
}
