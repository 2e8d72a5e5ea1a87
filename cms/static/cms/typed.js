/* Says next to a field of the administration how what is typed into it is read. The server reads it. */
(() => {
  "use strict";

  const PAUSE = 250; // milliseconds without a key before the server is asked

  // Wagtail's calendar would replace what it cannot read by today's date when a field is left.
  const calendar = window.jQuery?.fn.datetimepicker;
  if (calendar) calendar.defaults.validateOnBlur = false;

  const waiting = new WeakMap();

  const wordsOf = (input) => input.parentElement.querySelector("[data-said-words]");

  const show = (input, words, isFault) => {
    const place = wordsOf(input);
    if (!place) return;
    place.textContent = words;
    place.classList.toggle("said--fault", isFault);
  };

  const ask = async (input) => {
    const typed = input.value.trim();
    if (!typed) return show(input, "", false);
    const address = new URL(input.dataset.saidAddress, window.location.href);
    address.searchParams.set("kind", input.dataset.said);
    address.searchParams.set("typed", typed);
    if (input.dataset.saidPlaces) address.searchParams.set("places", input.dataset.saidPlaces);
    try {
      const answer = await fetch(address, { headers: { Accept: "application/json" } });
      if (!answer.ok) return show(input, "", false);
      const { words, fault } = await answer.json();
      if (input.value.trim() === typed) show(input, words || fault, Boolean(fault));
    } catch {
      show(input, "", false); // the form says it when it is sent
    }
  };

  const later = (event) => {
    const input = event.target;
    if (!(input instanceof HTMLInputElement) || !input.dataset.said) return;
    clearTimeout(waiting.get(input));
    waiting.set(input, setTimeout(() => ask(input), event.type === "change" ? 0 : PAUSE));
  };

  document.addEventListener("input", later);
  document.addEventListener("change", later);
})();
