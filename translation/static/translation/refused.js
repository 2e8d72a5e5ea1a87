// A text that the server refuses to save: localize's editor says “server error” only, the answer says why.
"use strict";

(() => {
  const fetchAsBefore = window.fetch;

  window.fetch = async (...request) => {
    const response = await fetchAsBefore(...request);
    if (response.status === 403 && response.headers.get("Content-Type")?.startsWith("application/json")) {
      const { detail } = await response.clone().json();
      if (detail) {
        const message = { text: detail, type: "error", clear: true };
        document.dispatchEvent(new CustomEvent("w-messages:add", { detail: message }));
      }
    }
    return response;
  };
})();
