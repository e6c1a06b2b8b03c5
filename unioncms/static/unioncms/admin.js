/* Names for what the admin's own scripts leave nameless to a screen reader: the boxes that stand in for a choice, and
 * the empty heading over the first column of an inline table. Nothing here is needed to use the pages. */
(() => {
  "use strict";
  const name = () => {
    for (const select of document.querySelectorAll("select.select2-hidden-accessible")) {
      const label = select.id && document.querySelector(`label[for="${CSS.escape(select.id)}"]`);
      const text = select.getAttribute("aria-label") || (label ? label.textContent.trim().replace(/[::]$/, "") : "");
      const box = select.nextElementSibling;
      if (!text || !box || !box.classList.contains("select2")) {
        continue;
      }
      for (const part of box.querySelectorAll("[role=combobox], [role=textbox]")) {
        part.removeAttribute("aria-labelledby");
        const chosen = select.selectedOptions.length ? select.selectedOptions[0].textContent : "";
        part.setAttribute("aria-label", chosen ? `${text}：${chosen}` : text);
      }
    }
    for (const heading of document.querySelectorAll(".inline-group th:empty")) {
      heading.setAttribute("role", "presentation");
    }
  };
  const soon = () => setTimeout(name, 0);
  window.addEventListener("load", soon);
  document.addEventListener("formset:added", soon);
  document.addEventListener("change", soon);
  if (window.django && window.django.jQuery) {
    window.django.jQuery(document).on("select2:select select2:clear", soon);
  }
})();
