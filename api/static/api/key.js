// A new key is copied by a button. Where the browser does not let a script do so (without TLS, say), the key is selected.

const copy = document.querySelector(".made-key__copy");
const input = copy.querySelector("input");
const button = copy.querySelector("button");
const said = document.querySelector(".made-key__said");

button.hidden = false;
input.addEventListener("focus", () => input.select());
button.addEventListener("click", async () => {
  said.textContent = "";
  try {
    await navigator.clipboard.writeText(input.value);
    said.textContent = copy.dataset.copied;
  } catch {
    input.focus();
    said.textContent = copy.dataset.select;
  }
});
