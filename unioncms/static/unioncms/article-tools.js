/* Printing an article, and copying its address or citation; without a script the browser's own menu does both. */

(() => {
  "use strict";
  const tools = document.querySelector(".article-tools");
  if (!tools) return;
  const said = tools.querySelector("[role=status]");

  async function copy(text) {
    try {
      await navigator.clipboard.writeText(text);
      said.textContent = "已复制。";
    } catch {
      said.textContent = `请手工复制：${text}`;
    }
  }

  for (const button of tools.querySelectorAll("[data-tool]")) {
    button.hidden = false;
    button.addEventListener("click", () => {
      if (button.dataset.tool === "print") window.print();
      else copy(button.dataset.copy);
    });
  }
})();
