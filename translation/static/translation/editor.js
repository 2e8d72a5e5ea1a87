/* The editor of translations without leaving the page: texts open, save and close in place, by keys too. Each of these
   ways exists without a script: a link that opens a text, a form that saves it. */
(() => {
  "use strict";
  const PAUSE = 1500; // milliseconds without a key before a draft is saved

  const editor = document.getElementById("editor");
  if (!editor) return;
  const address = editor.dataset.address;
  const saved = document.getElementById("saved");
  editor.classList.add("has-keys");

  /** @type {number | undefined} */
  let timer;
  /** @type {Promise<unknown>} */
  let saving = Promise.resolve();
  /** @type {Promise<unknown>} */
  let turn = Promise.resolve();

  /** Open, close and finish one after the other, however fast the keys are.
   * @param {() => Promise<unknown>} act */
  function inTurn(act) {
    const done = turn.then(act);
    turn = done.catch(() => undefined);
    return done;
  }

  /** @param {Element | null} one */
  const itemOf = (one) => /** @type {HTMLElement | null} */ (one && one.closest("[data-text]"));
  const items = () => /** @type {HTMLElement[]} */ ([...editor.querySelectorAll("[data-text]")]);
  const active = () => /** @type {HTMLElement | null} */ (editor.querySelector(".desk-seg.is-active"));
  /** @param {HTMLElement} item */
  const fieldOf = (item) => /** @type {HTMLTextAreaElement | null} */ (item.querySelector("textarea"));

  /** Ask for a text anew, opened or closed, and put it in its place.
   * @param {HTMLElement} item
   * @param {boolean} opened */
  async function renew(item, opened) {
    const where = `${address}texts/${item.dataset.text}/${opened ? "?open" : ""}`;
    const answer = await fetch(where, { headers: { Accept: "application/json" } }).catch(() => null);
    if (!answer || !answer.ok) {
      saved.textContent = editor.dataset.unopened || "";
      return null;
    }
    const made = document.createElement("template");
    made.innerHTML = await answer.text();
    const fresh = /** @type {HTMLElement | null} */ (made.content.querySelector("[data-text]"));
    if (!fresh || !item.isConnected) return null;
    item.replaceWith(fresh);
    return fresh;
  }

  /** Return a text as it stands in the page now: it is made anew when it is opened or closed.
   * @param {HTMLElement} item */
  const current = (item) =>
    /** @type {HTMLElement | null} */ (editor.querySelector(`[data-text="${item.dataset.text}"]`));

  /** @param {HTMLElement | null | undefined} before */
  async function open(before) {
    const item = before && current(before);
    if (!item || item.classList.contains("is-active")) return;
    const standing = active();
    if (standing && !(await close(standing))) return;
    const fresh = await renew(item, true);
    if (fresh) begin(fresh);
  }

  /** Let a text that was opened be written in.
   * @param {HTMLElement} item */
  function begin(item) {
    const details = item.closest("details");
    if (details) details.open = true;
    item.querySelectorAll("[data-do]").forEach((one) => one.removeAttribute("hidden"));
    const field = fieldOf(item);
    if (!field) return;
    field.dataset.stored = field.value;
    field.focus({ preventScroll: true });
    field.setSelectionRange(field.value.length, field.value.length);
    item.scrollIntoView({ block: "nearest" });
  }

  /** Close a text; what was typed is kept as a draft. Tells whether it could be.
   * @param {HTMLElement} item */
  async function close(item) {
    const field = hold(item);
    if (!(await keep(item))) {
      release(field);
      return false;
    }
    await renew(item, false);
    return true;
  }

  /** Let nobody write in a text that is being left: what they type would be lost, or stand where they do not see it.
   * @param {HTMLElement} item */
  function hold(item) {
    const field = fieldOf(item);
    if (!field || field.readOnly) return null;
    field.readOnly = true;
    field.dataset.held = "yes";
    return field;
  }

  /** @param {HTMLTextAreaElement | null} field */
  function release(field) {
    if (!field) return;
    field.readOnly = false;
    delete field.dataset.held;
  }

  /** Save what was typed and is not saved. Tells whether all is saved.
   * @param {HTMLElement} item */
  async function keep(item) {
    window.clearTimeout(timer);
    await saving;
    const field = fieldOf(item);
    if (!field || (field.readOnly && !field.dataset.held) || field.value === field.dataset.stored) return true;
    return send(item, "draft");
  }

  /** @param {HTMLElement} item
   * @param {"draft" | "done"} action */
  function send(item, action) {
    const sent = saving.then(() => post(item, action));
    saving = sent.catch(() => false);
    return sent;
  }

  /** @param {HTMLElement} item
   * @param {string} action */
  async function post(item, action) {
    const form = /** @type {HTMLFormElement} */ (item.querySelector("form.desk-form"));
    const field = fieldOf(item);
    const problem = /** @type {HTMLElement} */ (item.querySelector(".desk-problem"));
    if (!form || !field) return true;
    const written = field.value;
    const data = new FormData(form);
    data.set("action", action);
    const token = /(?:^|; )csrftoken=([^;]+)/.exec(document.cookie); // another one after somebody signed in again
    if (token) data.set("csrfmiddlewaretoken", token[1]);
    let answer;
    try {
      const where = form.getAttribute("action") || ""; // form.action would be the buttons of that name
      answer = await fetch(where, { method: "POST", body: data, headers: { Accept: "application/json" } });
    } catch {
      problem.textContent = editor.dataset.offline || "";
      return false;
    }
    const kind = answer.headers.get("Content-Type") || "";
    if (!kind.startsWith("application/json")) {
      problem.textContent = (answer.redirected ? editor.dataset.signedOut : editor.dataset.offline) || "";
      return false;
    }
    const told = await answer.json();
    const theirs = /** @type {HTMLElement} */ (item.querySelector(".desk-theirs"));
    if (!answer.ok) {
      problem.textContent = told.problem;
      if (answer.status === 409) {
        form.elements.namedItem("seen").value = told.version;
        /** @type {HTMLElement} */ (theirs.querySelector("[data-theirs]")).textContent = told.theirs;
        theirs.hidden = false;
        theirs.scrollIntoView({ block: "center" });
      }
      return false;
    }
    problem.textContent = "";
    theirs.hidden = true;
    form.elements.namedItem("seen").value = told.version;
    field.dataset.stored = written;
    item.toggleAttribute("data-to-do", told.to_do);
    /** @type {HTMLElement} */ (item.querySelector(".desk-side")).innerHTML = told.state;
    const findings = item.querySelector(".desk-findings");
    if (findings && !findings.contains(document.activeElement)) findings.innerHTML = told.findings;
    /** @type {HTMLElement} */ (document.getElementById("progress")).innerHTML = told.progress;
    saved.textContent = told.saved;
    return true;
  }

  /** @param {HTMLElement} item
   * @param {number} step
   * @param {boolean} toDo */
  function neighbour(item, step, toDo) {
    const all = items();
    const at = all.findIndex((one) => one.dataset.text === item.dataset.text);
    for (let index = at + step; index >= 0 && index < all.length; index += step)
      if (!toDo || all[index].hasAttribute("data-to-do")) return all[index];
    return toDo ? all.find((one) => one.hasAttribute("data-to-do") && one !== all[at]) : undefined;
  }

  /** @param {HTMLElement} item */
  async function finish(item) {
    if (!item.isConnected) return;
    window.clearTimeout(timer);
    const field = hold(item);
    if (!(await send(item, "done"))) {
      release(field);
      return;
    }
    const next = neighbour(item, 1, true);
    const fresh = await renew(item, false);
    if (next) await open(next);
    else if (fresh) /** @type {HTMLElement | null} */ (fresh.querySelector(".no a"))?.focus();
  }

  /** Put a tag around what is selected, or where the caret is.
   * @param {HTMLTextAreaElement} field
   * @param {string} name */
  function tag(field, name) {
    const { selectionStart: start, selectionEnd: end } = field;
    const chosen = field.value.slice(start, end);
    field.setRangeText(`⟨${name}⟩${chosen}⟨/${name}⟩`, start, end, "end");
    if (!chosen) field.selectionStart = field.selectionEnd = start + name.length + 2;
    field.focus();
    changed(field);
  }

  /** @param {HTMLTextAreaElement} field
   * @param {string} text */
  function replace(field, text) {
    field.focus();
    field.select();
    // The old command is the one way that can be undone with Ctrl+Z.
    if (!document.execCommand("insertText", false, text)) field.setRangeText(text, 0, field.value.length, "end");
    changed(field);
  }

  /** @param {HTMLTextAreaElement} field */
  function changed(field) {
    const done = /** @type {HTMLElement | null} */ (itemOf(field)?.querySelector("[data-once-changed]"));
    if (done) done.textContent = done.dataset.onceChanged || "";
    window.clearTimeout(timer);
    timer = window.setTimeout(() => {
      const item = itemOf(field);
      if (item) void keep(item);
    }, PAUSE);
  }

  editor.addEventListener("click", (event) => {
    const target = /** @type {HTMLElement} */ (event.target);
    const item = itemOf(target);
    if (!item || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const field = fieldOf(item);
    const button = /** @type {HTMLElement | null} */ (target.closest("button"));
    if (field && button) {
      if (button.dataset.tag) tag(field, button.dataset.tag);
      else if (button.dataset.do === "copy") replace(field, field.dataset.original || "");
      else if (button.dataset.do === "theirs") {
        replace(field, item.querySelector("[data-theirs]")?.textContent || "");
        /** @type {HTMLElement} */ (item.querySelector(".desk-theirs")).hidden = true;
      }
      return;
    }
    if (target.closest(".no a") || (target.closest(".desk-tgt") && !window.getSelection()?.toString())) {
      event.preventDefault();
      void inTurn(() => open(item));
    }
  });

  editor.addEventListener("submit", (event) => {
    const form = /** @type {HTMLFormElement} */ (event.target);
    const item = itemOf(form);
    if (!item) return;
    event.preventDefault();
    if (form.hasAttribute("data-dismiss-finding")) {
      const pressed = /** @type {HTMLButtonElement | null} */ (event.submitter);
      void keep(item).then((isKept) => {
        if (!isKept) return;
        if (pressed?.name) form.append(Object.assign(document.createElement("input"), { type: "hidden", name: pressed.name, value: pressed.value }));
        form.submit();
      });
      return;
    }
    const button = /** @type {HTMLButtonElement | null} */ (event.submitter);
    if (button?.value === "draft") void send(item, "draft");
    else void inTurn(() => finish(item));
  });

  editor.addEventListener("input", (event) => {
    if (event.target instanceof HTMLTextAreaElement) changed(event.target);
  });

  document.addEventListener("keydown", (event) => {
    const item = active();
    const field = item && fieldOf(item);
    const steps = /** @type {Record<string, number>} */ ({ ArrowDown: 1, ArrowUp: -1 });
    if (event.altKey && !event.ctrlKey && !event.metaKey && event.key in steps) {
      event.preventDefault();
      void inTurn(async () => {
        const from = active();
        await open(from ? neighbour(from, steps[event.key], false) : items()[0]);
      });
      return;
    }
    if (!item || !field || document.activeElement !== field || field.readOnly) return;
    if ((event.ctrlKey || event.metaKey) && event.key === "Enter") {
      event.preventDefault();
      void inTurn(() => finish(item));
    } else if (event.altKey && event.code === "KeyS") {
      event.preventDefault();
      replace(field, field.dataset.original || "");
    } else if (event.ctrlKey && event.shiftKey && /^Digit[1-9]$/.test(event.code)) {
      const tags = /** @type {HTMLElement[]} */ ([...item.querySelectorAll("[data-tag]")]);
      const chosen = tags[Number(event.code.slice(-1)) - 1];
      if (chosen) {
        event.preventDefault();
        tag(field, chosen.dataset.tag || "");
      }
    } else if (event.key === "Escape") {
      event.preventDefault();
      void inTurn(async () => {
        if (item.isConnected && (await close(item)))
          /** @type {HTMLElement | null | undefined} */ (current(item)?.querySelector(".no a"))?.focus();
      });
    }
  });

  // What is typed and not saved yet is not lost by leaving.
  window.addEventListener("beforeunload", (event) => {
    const item = active();
    const field = item && fieldOf(item);
    if (field && field.dataset.stored !== undefined && field.value !== field.dataset.stored) event.preventDefault();
  });

  const first = active();
  if (first) begin(first);
})();
