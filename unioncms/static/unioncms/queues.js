/* Single keys on the pages of the queues: j and k go from card to card, 1 to 9 press a button of the current one.
 * Without this script Tab and Enter do the same. */
(() => {
  "use strict";
  const cards = [...document.querySelectorAll("li.card")];
  const current = () => cards.findIndex((card) => card.contains(document.activeElement));
  const go = (number) => {
    const card = cards[Math.max(0, Math.min(number, cards.length - 1))];
    card.focus();
    card.scrollIntoView({ block: "nearest" });
  };
  const isTyping = (element) => element.matches("input, textarea, select") || element.isContentEditable;

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.repeat || isTyping(event.target) || !cards.length) {
      return;
    }
    const number = current();
    if (event.key === "j" || event.key === "k") {
      event.preventDefault();
      go(number < 0 ? 0 : number + (event.key === "j" ? 1 : -1));
    } else if (/^[1-9]$/.test(event.key) && number >= 0) {
      const button = cards[number].querySelectorAll("button[name=answer]")[Number(event.key) - 1];
      if (button) {
        event.preventDefault();
        button.click();
      }
    }
  });

  /* One answer is on its way: a second key press is not meant for this page. */
  let isSent = false;
  document.addEventListener("submit", (event) => {
    if (isSent && event.target.closest("li.card")) {
      event.preventDefault();
    }
    isSent = isSent || Boolean(event.target.closest("li.card"));
  });
  window.addEventListener("pageshow", (event) => {
    // Only when the browser brings the page back. A page that has just loaded shows itself too, perhaps after an answer.
    if (event.persisted) {
      isSent = false;
    }
  });
})();
