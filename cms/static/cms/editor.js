// One action at a time in the editor. Wagtail's script for reviews puts hidden fields into the form, and
// saving by itself sent them again; a second click sent the whole form again. So: saving by itself never
// carries an action, an action waits for the save that is under way, and after it nothing else is sent.
// The server refuses the same things; this keeps the person at the screen from meeting the refusal.

const ACTION_FIELDS = ["action-workflow-action", "workflow-action-name", "workflow-action-extra-data"];
const PATIENCE = 10000; // milliseconds that an action waits for a save under way

function guard(form) {
  let saving = false;
  let acting = false;
  let next = null; // what to do when the save under way has ended

  form.addEventListener("w-autosave:save", (event) => {
    if (acting) {
      event.preventDefault();
      return;
    }
    const sent = event.detail.formData;
    for (const name of [...sent.keys()]) {
      if (name.startsWith("action-") || ACTION_FIELDS.includes(name)) sent.delete(name);
    }
    saving = true;
  });

  const ended = () => {
    saving = false;
    const go = next;
    next = null;
    if (go) go();
  };
  form.addEventListener("w-autosave:error", ended);
  form.addEventListener("w-autosave:success", (event) => {
    const { revision_id: id, revision_created_at: at } = event.detail.data;
    const name = form.elements.namedItem("loaded_revision_id");
    const time = form.elements.namedItem("loaded_revision_created_at");
    if (id && name) name.value = id;
    if (at && time) time.value = at;
    ended();
  });

  // jQuery's event: Wagtail sends a review's form by jQuery, without an event of the browser's own.
  window.jQuery(form).on("submit", (event) => {
    if (event.isDefaultPrevented()) return;
    const submitter = event.originalEvent?.submitter ?? null;
    if (acting) {
      event.preventDefault();
      return;
    }
    if (submitter && !submitter.matches("[data-workflow-action-name]")) {
      // Left by a click on a decision that was not sent, such as one that a missing field stopped.
      for (const name of ACTION_FIELDS) form.querySelectorAll(`input[name=${name}]`).forEach((field) => field.remove());
    }
    acting = true;
    if (!saving) return;
    event.preventDefault();
    const send = () => {
      window.clearTimeout(timer);
      acting = false;
      if (submitter) form.requestSubmit(submitter);
      else window.jQuery(form).trigger("submit");
    };
    const timer = window.setTimeout(() => {
      saving = false;
      next = null;
      send();
    }, PATIENCE);
    next = send;
  });

  window.addEventListener("pageshow", () => {
    acting = false;
  });
}

// Two seconds after a form opened, and after each save, Wagtail takes what stands in it for what was there before: what was typed
// meanwhile was neither saved nor shown in the preview until something else was typed. So a form into which somebody has
// typed since it opened, or since a save took its content along, is unlike what was there before.
const UNLIKE_ANY_CONTENT = "-";

function noticeAll(form) {
  let typed = false;
  for (const kind of ["beforeinput", "input", "change"]) {
    form.addEventListener(kind, () => (typed = true), { capture: true });
  }
  form.addEventListener("w-autosave:save", () => (typed = false));
  form.addEventListener("w-unsaved:watch-edits", () => {
    if (!typed) return;
    window.wagtail.app.getControllerForElementAndIdentifier(form, "w-unsaved").initialFormData = UNLIKE_ANY_CONTENT;
  });
}

document.addEventListener("DOMContentLoaded", () => {
  document.querySelectorAll("form[data-edit-form]").forEach((form) => {
    guard(form);
    noticeAll(form);
  });
});
