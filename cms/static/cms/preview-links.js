/* Makes, copies and withdraws preview links where their list stands; the editor keeps what is typed meanwhile.
   Where a browser does not let anything be copied, the link stands in a field, selected. */
(() => {
  "use strict";

  const say = (list, name) => {
    list.querySelector("[data-preview-said]").textContent = list.querySelector("[data-preview-said]").dataset[name];
  };

  const token = () => JSON.parse(document.getElementById("wagtail-config").textContent).CSRF_TOKEN;

  const copied = async (text) => {
    try {
      await navigator.clipboard.writeText(text);
      return true;
    } catch {
      return false;
    }
  };

  const send = async (list, button) => {
    const sent = new FormData();
    const isMade = button.hasAttribute("data-preview-make");
    if (isMade) sent.set("days", list.querySelector("select[name=days]").value);
    else sent.set(button.name, button.value);
    const answer = await fetch(list.dataset.address, {
      method: "POST",
      body: sent,
      headers: { "X-CSRFToken": token(), "X-Requested-With": "XMLHttpRequest" },
    });
    if (!answer.ok && answer.status !== 422) throw new Error(String(answer.status));
    const made = document.createElement("template");
    made.innerHTML = await answer.text();
    const fresh = made.content.querySelector("[data-preview-links]");
    list.replaceWith(fresh);
    if (!answer.ok) return;
    if (!isMade) {
      fresh.querySelector("[data-preview-make]").focus();
      say(fresh, "withdrawn");
      return;
    }
    const field = fresh.querySelector("[data-preview-made] input");
    const isCopied = await copied(field.value);
    (isCopied ? fresh.querySelector("[data-preview-make]") : field).focus();
    if (!isCopied) field.select();
    say(fresh, isCopied ? "copied" : "notCopied");
  };

  document.addEventListener("click", (event) => {
    const button = event.target instanceof Element ? event.target.closest("[data-preview-links] button[type=submit]") : null;
    if (!button) return;
    event.preventDefault();
    const list = button.closest("[data-preview-links]");
    if (list.hasAttribute("aria-busy")) return;
    list.setAttribute("aria-busy", "true");
    send(list, button).catch(() => {
      list.removeAttribute("aria-busy");
      say(list, "failed");
    });
  });
})();
