// What localize's editor says in English only, in the person's language: each is told by a <template> of the page.
"use strict";

(() => {
  const said = new Map(
    Array.from(document.querySelectorAll("template[data-english]"), ({ dataset }) => [dataset.english, dataset.said]),
  );
  const editor = document.querySelector(".js-translation-editor");
  if (!editor) return;

  const translate = () => {
    for (const element of editor.querySelectorAll("h3, .w-sr-only")) {
      const text = said.get(element.textContent);
      // The text itself, not the element: the editor keeps its hold of what it made.
      if (text && element.firstChild) element.firstChild.data = text;
    }
  };

  new MutationObserver(translate).observe(editor, { childList: true, subtree: true });
  translate();
})();
