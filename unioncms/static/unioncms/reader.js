/* The reader's panel: size, contrast and colours, remembered on this device. Without it the page has its link to 大字版. */

(() => {
  "use strict";
  const root = document.documentElement;
  const panel = document.querySelector(".reader-panel");
  if (!panel) return;

  const starts = { size: root.dataset.size || "18", theme: "auto", contrast: "normal" };
  const sizeLink = document.querySelector(".size-link");
  const groups = [...panel.querySelectorAll("[data-choice]")];

  function remember(name, value) {
    try {
      const choices = JSON.parse(localStorage.getItem("reader")) || {};
      choices[name] = value;
      localStorage.setItem("reader", JSON.stringify(choices));
    } catch {
      // The choice holds for this page.
    }
  }

  function current(name) {
    return root.dataset[name] || starts[name];
  }

  function show() {
    for (const group of groups) {
      for (const button of group.querySelectorAll("button")) {
        button.setAttribute("aria-pressed", String(button.value === current(group.dataset.choice)));
      }
    }
    sizeLink.textContent = current("size") === "18" ? "大字版" : "标准版";
  }

  function choose(name, value) {
    if (value === "auto") delete root.dataset[name];
    else root.dataset[name] = value;
    if (name === "theme") {
      document.querySelector("meta[name=color-scheme]").content = value === "auto" ? "light dark" : value;
    }
    remember(name, value);
    show();
  }

  for (const group of groups) {
    group.addEventListener("click", (event) => {
      const button = event.target.closest("button");
      if (button) choose(group.dataset.choice, button.value);
    });
  }
  sizeLink.addEventListener("click", (event) => {
    event.preventDefault();
    choose("size", current("size") === "18" ? "24" : "18");
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && panel.open) {
      panel.open = false;
      panel.querySelector("summary").focus();
    }
  });
  document.addEventListener("click", (event) => {
    if (panel.open && !panel.contains(event.target)) panel.open = false;
  });

  panel.hidden = false;
  show();
})();
