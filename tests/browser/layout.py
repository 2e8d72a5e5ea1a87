"""What of a screen nobody could read: texts that are cut off, texts over one another, a window to scroll sideways."""

from __future__ import annotations

from playwright.sync_api import Page

# A text is where its letters are. It is cut where a box ends before the letters do, and the rest is not reached by
# scrolling a table; it lies over another where letters of both are seen at one place. Texts for screen readers only
# have no place. What three dots shorten may be so where a title tells the whole. On a telephone, headings and tabs are
# moved by a finger.
FAULTS = """
(LEFT_OUT) => {
  const SLACK = 3;
  const DESKTOP = 800;
  const found = [];
  const texts = [];
  const wide = document.documentElement.scrollWidth - window.innerWidth;
  if (wide > SLACK) found.push(`the window is ${wide} pixels too wide`);

  // What becomes of a text in the boxes around it: "unseen", "cut", or "whole".
  const fate = (element, place) => {
    let result = "whole";
    for (let box = element; box && box !== document.body; box = box.parentElement) {
      const style = getComputedStyle(box);
      const edge = box.getBoundingClientRect();
      const moves = /auto|scroll/.test(style.overflowX + style.overflowY);
      if (moves && (window.innerWidth < DESKTOP || box.querySelector("table"))) return "unseen";
      if (moves || /hidden|clip/.test(style.overflowX + style.overflowY)) {
        if (edge.width < SLACK || edge.height < SLACK || style.clip !== "auto") return "unseen";
        const across = place.right > edge.right + SLACK || place.left < edge.left - SLACK;
        if (across || (!moves && place.bottom > edge.bottom + place.height / 2)) result = "cut";
      }
      if (style.position === "fixed") break;
    }
    return result;
  };

  // Whether the letters are seen: nothing with a ground of its own lies over them.
  const isSeen = ({ element, place }) => {
    for (const there of document.elementsFromPoint((place.left + place.right) / 2, (place.top + place.bottom) / 2)) {
      if (there === element || there.contains(element)) return true;
      if (!element.contains(there) && !/^rgba\\(.*, 0\\)$/.test(getComputedStyle(there).backgroundColor)) return false;
    }
    return false;
  };

  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const element = node.parentElement;
    const said = node.data.replace(/\\s+/g, " ").trim();
    if (!said || element.closest(LEFT_OUT)) continue;
    if (!element.checkVisibility({ opacityProperty: true, visibilityProperty: true })) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    for (const place of range.getClientRects()) {
      if (place.width < SLACK || place.height < SLACK) continue;
      const becomes = fate(element, place);
      const told = element.closest("[title]");
      if (becomes === "whole") texts.push({ element, said, place });
      if (becomes === "cut" && !(told && told.title.includes(said))) found.push(`cut off: ${said}`);
    }
  }
  const seen = texts.filter(isSeen);
  seen.forEach((one, number) => {
    for (const other of seen.slice(number + 1)) {
      if (one.element === other.element) continue;
      const across = Math.min(one.place.right, other.place.right) - Math.max(one.place.left, other.place.left);
      const down = Math.min(one.place.bottom, other.place.bottom) - Math.max(one.place.top, other.place.top);
      if (across > SLACK && down > 2 * SLACK) found.push(`over one another: ${one.said} / ${other.said}`);
    }
  });
  return [...new Set(found)];
}
"""
# Drawings, what is typed, and what Wagtail draws of the page beside the page.
NOT_LOOKED_AT = "script, style, noscript, template, option, svg, textarea, [data-minimap-container]"


# What moves has its place when it has come to rest: a menu slides over the page, and beside it once the window is wide.
AT_REST = """
async () => {
  const drawn = () => new Promise(requestAnimationFrame);
  const ends = (one) => one.playState === "running" && Number.isFinite(one.effect.getComputedTiming().endTime);
  const moving = () => document.getAnimations().filter(ends);
  await drawn();
  await drawn();
  for (let several = moving(); several.length; several = moving())
    await Promise.allSettled(several.map((one) => one.finished));
}
"""


def layout_faults(tab: Page) -> list[str]:
    """Return what cannot be read on the screen that a tab shows once nothing moves on it, a line each."""
    tab.evaluate(AT_REST)
    found: list[str] = tab.evaluate(FAULTS, NOT_LOOKED_AT)
    return found
