/* Shows what a task has done so far, until it is done: the page is asked again and its part taken over. */
(() => {
  "use strict";
  const PAUSE = 1500; // milliseconds

  async function lookAgain() {
    const answer = await fetch(window.location.href, { headers: { "X-Requested-With": "XMLHttpRequest" } });
    if (!answer.ok) return;
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const fresh = page.getElementById("batch");
    const shown = document.getElementById("batch");
    if (!fresh || !shown) return;
    shown.replaceWith(fresh);
    wait();
  }

  function wait() {
    if (document.querySelector("#batch[data-unfinished]")) setTimeout(lookAgain, PAUSE);
  }

  wait();
})();
