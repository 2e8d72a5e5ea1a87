// What localize's editor says in English only, in the person's language: each is told by a <template> of the page.
"use strict";

(() => {
  const said = new Map(
    Array.from(document.querySelectorAll("template[data-english]"), ({ dataset }) => [dataset.english, dataset.words]),
  );

  const translate = () => {
    for (const element of document.querySelectorAll(".js-translation-editor :is(h3, .w-sr-only)")) {
      const words = said.get(element.textContent.trim());
      // The text itself, not the element: the editor keeps its hold of what it made. Only a change: each is observed.
      const text = element.firstChild;
      if (words && text && text.data !== words) text.data = words;
    }
  };

  // The whole page: the editor is made later than this script, and made again.
  new MutationObserver(translate).observe(document.body, { childList: true, subtree: true, characterData: true });
  window.addEventListener("load", translate);
})();
