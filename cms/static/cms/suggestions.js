// Suggestions below a search field: the editable combobox with a list of the ARIA Authoring Practices.
// It only helps: without it the form searches all the same. The form says in data attributes where to ask
// (data-suggestions), what the list is called (data-label) and how many there are, from none on (data-counts).

const PAUSE = 120; // milliseconds without a key before anything is asked
const SHORTEST = 2;
const KEPT = 50; // answers

function combobox(form, number) {
  const input = form.querySelector("input[name=q]");
  const counts = JSON.parse(form.dataset.counts);
  const page = document.documentElement.lang;
  const answers = new Map();
  let timer = 0;
  let request = null;
  let options = [];
  let active = -1;

  const list = document.createElement("ul");
  list.id = `suggestions-${number}`;
  list.className = "suggestions";
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", form.dataset.label);
  list.hidden = true;
  const status = document.createElement("div");
  status.className = "visually-hidden";
  status.setAttribute("role", "status");
  form.append(list, status);

  input.type = "text"; // a search field must not be a combobox, and clears itself at Escape
  input.enterKeyHint = "search";
  input.autocomplete = "off";
  for (const [name, value] of [
    ["role", "combobox"],
    ["aria-autocomplete", "list"],
    ["aria-expanded", "false"],
    ["aria-controls", list.id],
  ]) {
    input.setAttribute(name, value);
  }

  function mark(index) {
    active = index;
    options.forEach((option, place) => option.setAttribute("aria-selected", String(place === index)));
    if (index < 0) {
      input.removeAttribute("aria-activedescendant");
    } else {
      input.setAttribute("aria-activedescendant", options[index].id);
      options[index].scrollIntoView({ block: "nearest" });
    }
  }

  function close() {
    clearTimeout(timer);
    request?.abort();
    request = null;
    list.hidden = true;
    input.setAttribute("aria-expanded", "false");
    status.textContent = "";
    mark(-1);
  }

  function show(suggestions) {
    list.replaceChildren(
      ...suggestions.map((suggestion, place) => {
        const option = document.createElement("li");
        option.id = `${list.id}-${place}`;
        option.setAttribute("role", "option");
        option.dataset.address = suggestion.address;
        const text = document.createElement("span");
        text.textContent = suggestion.text;
        if (suggestion.language !== page) text.lang = suggestion.language;
        option.append(text);
        if (suggestion.detail) {
          const detail = document.createElement("span");
          detail.className = "detail";
          detail.textContent = suggestion.detail;
          if (suggestion.detail_language !== page) detail.lang = suggestion.detail_language;
          option.append(" ", detail);
        }
        return option;
      }),
    );
    options = [...list.children];
    mark(-1);
    list.hidden = !options.length;
    input.setAttribute("aria-expanded", String(options.length > 0));
    status.textContent = counts[Math.min(options.length, counts.length - 1)];
  }

  async function ask() {
    const text = input.value.trim();
    request?.abort();
    request = null;
    if (text.length < SHORTEST) {
      close();
      return;
    }
    if (!answers.has(text)) {
      request = new AbortController();
      const { signal } = request;
      const query = new URLSearchParams({ q: text });
      const language = new FormData(form).get("lang");
      if (language) query.set("lang", language);
      try {
        const answer = await fetch(`${form.dataset.suggestions}?${query}`, { signal });
        if (!answer.ok) throw new Error(answer.statusText);
        const { suggestions } = await answer.json();
        if (answers.size >= KEPT) answers.clear();
        answers.set(text, suggestions);
      } catch {
        if (!signal.aborted) close(); // no suggestions; the form itself still works
        return;
      }
      if (signal.aborted) return;
    }
    if (document.activeElement === input) show(answers.get(text));
  }

  function choose(option) {
    const { address } = option.dataset;
    close();
    window.location.assign(address);
  }

  function move(step) {
    if (list.hidden) {
      ask();
      return;
    }
    // One more place than options: the field itself.
    const places = options.length + 1;
    mark(((active + 1 + step + places) % places) - 1);
  }

  input.addEventListener("input", (event) => {
    clearTimeout(timer);
    if (event.isComposing) return;
    mark(-1);
    timer = setTimeout(ask, PAUSE);
  });
  input.addEventListener("compositionend", () => {
    clearTimeout(timer);
    timer = setTimeout(ask, PAUSE);
  });
  input.addEventListener("keydown", (event) => {
    if (event.isComposing || event.ctrlKey || event.metaKey) return;
    const { key } = event;
    if (key === "ArrowUp" && event.altKey) {
      close();
    } else if (key === "ArrowDown" || key === "ArrowUp") {
      if (key === "ArrowUp" && list.hidden) return;
      event.preventDefault();
      move(key === "ArrowDown" ? 1 : -1);
    } else if (key === "Enter") {
      if (list.hidden || active < 0) {
        close();
        return;
      }
      event.preventDefault();
      choose(options[active]);
    } else if (key === "Escape") {
      if (!list.hidden) {
        event.preventDefault();
        close();
      } else if (input.value) {
        event.preventDefault();
        close();
        input.value = "";
      }
    } else if (key === "Home" || key === "End" || key === "ArrowLeft" || key === "ArrowRight") {
      mark(-1); // the field moves its own caret
    }
  });
  input.addEventListener("blur", close);
  list.addEventListener("mousedown", (event) => event.preventDefault()); // the field keeps the focus
  list.addEventListener("click", (event) => {
    const option = event.target.closest("[role=option]");
    if (option) choose(option);
  });
  form.addEventListener("submit", close);
}

document.querySelectorAll("form[data-suggestions]").forEach(combobox);
