// Each change of a page is a new frame in the editor's preview. The place to which somebody had scrolled in the front end is kept
// from one to the next: the front end tells it, and asks for it when its text is there, in the words of Wagtail's preview.
const frame = document.querySelector("iframe");
const place = `preview-place-${frame.dataset.page}`;

window.addEventListener("message", ({ source, origin, data }) => {
  if (source !== frame.contentWindow || origin !== new URL(frame.src).origin || !data?.wagtail) return;
  const { type, x, y } = data.wagtail;
  if (type === "w-preview:set-scroll-position") {
    sessionStorage.setItem(place, JSON.stringify({ x: Number(x), y: Number(y) }));
  }
  const kept = sessionStorage.getItem(place);
  if (type === "w-preview:request-scroll" && kept) {
    source.postMessage({ wagtail: { type: "w-preview:set-scroll-position", ...JSON.parse(kept) } }, origin);
  }
});
