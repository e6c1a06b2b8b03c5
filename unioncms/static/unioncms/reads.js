/* Sends word once an article has been in view for a while. No cookie is set and nothing is kept in the browser. */
(() => {
  "use strict";
  const article = document.querySelector("[data-read]");
  if (!article || !navigator.sendBeacon) {
    return;
  }
  const enough = 6; // seconds in view
  let seen = 0;
  const timer = setInterval(() => {
    if (document.visibilityState === "visible" && ++seen >= enough) {
      clearInterval(timer);
      navigator.sendBeacon(article.dataset.read);
    }
  }, 1000);
})();
