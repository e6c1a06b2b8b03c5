/* Copies an article's layout for WeChat with its styles. Without this script the page is opened and copied by hand. */
(() => {
  "use strict";
  const button = document.getElementById("wechat-copy");
  const state = document.getElementById("wechat-state");
  if (!button || !navigator.clipboard || !window.ClipboardItem) {
    return;
  }
  button.hidden = false;
  button.addEventListener("click", async () => {
    try {
      const answer = await fetch(button.dataset.page, { credentials: "same-origin" });
      if (!answer.ok) {
        throw new Error(String(answer.status));
      }
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      const types = { "text/html": page.body.innerHTML, "text/plain": page.body.textContent.trim() };
      const blobs = Object.entries(types).map(([type, text]) => [type, new Blob([text], { type })]);
      await navigator.clipboard.write([new ClipboardItem(Object.fromEntries(blobs))]);
      state.textContent = "已复制，可以去公众号粘贴了。";
    } catch {
      state.textContent = "没能复制，请另开一页，全选后复制。";
    }
  });
})();
