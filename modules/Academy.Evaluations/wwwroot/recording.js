// Comfort: a video that is too large is refused before it is sent, and nothing that was typed is lost.
const video = document.querySelector("[data-most]");
video?.addEventListener("change", () => {
  const isTooLarge = (video.files[0]?.size ?? 0) > Number(video.dataset.most);
  video.setCustomValidity(isTooLarge ? video.dataset.tooLarge : "");
  video.reportValidity();
});
