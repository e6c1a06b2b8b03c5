/* CKEditor 4 under a policy that allows no inline script.
 *
 * The editor writes its toolbar, menus and panels with inline handlers of a few fixed shapes that only call one of its
 * numbered functions. Those shapes, and no others, are renamed to data attributes before they reach the page, and one set of
 * listeners answers them. The text being edited is never looked at, so nothing in it can call anything.
 */
(() => {
  "use strict";
  const EDITOR = window.CKEDITOR;
  if (!EDITOR) {
    return;
  }
  const EVENTS = ["click", "mousedown", "mouseup", "mouseover", "mouseout", "keydown", "keypress", "focus", "blur", "dragstart"];
  const MARK = "data-unioncms-on-";
  const HANDLER = new RegExp(`\\son(${EVENTS.join("|")})="([^"]*)"`, "g");
  const CALL =
    /^(return )?CKEDITOR\.tools\.callFunction\(\s*(\d+)((?:\s*,\s*(?:event|this|null|\d+|'[^'\\]*'))*)\s*\);?\s*(return false;)?$/;
  const NOTHING = /^(?:return false;|this\.style\.cssText = this\.style\.cssText;)$/;
  const PANEL = /\sonload="window\.parent\.CKEDITOR\.tools\.callFunction\((\d+)\);?"/;

  const decode = (text) => text.replace(/&#39;/g, "'").replace(/&quot;/g, '"').replace(/&amp;/g, "&");

  const rename = (html) =>
    String(html).replace(HANDLER, (whole, type, code) => {
      const text = decode(code);
      return CALL.test(text) || NOTHING.test(text) ? ` ${MARK}${type}="${code}"` : whole;
    });

  const isContent = (node) => Boolean(node && node.closest && node.closest(".cke_editable"));

  const answer = (element, event) => {
    const code = element.getAttribute(MARK + event.type);
    if (code === null) {
      return;
    }
    if (code === "return false;") {
      event.preventDefault();
      return;
    }
    const call = CALL.exec(code);
    if (!call) {
      return;
    }
    const values = (call[3].match(/event|this|null|\d+|'[^']*'/g) || []).map((word) => {
      if (word === "event") return event;
      if (word === "this") return element;
      if (word === "null") return null;
      return word.startsWith("'") ? word.slice(1, -1) : Number(word);
    });
    const result = EDITOR.tools.callFunction(Number(call[2]), ...values);
    if (call[4] || (call[1] && result === false)) {
      event.preventDefault();
    }
  };

  const listen = (page) => {
    for (const type of EVENTS) {
      page.addEventListener(
        type,
        (event) => {
          const start = event.target;
          if (!start || !start.closest || isContent(start)) {
            return;
          }
          if (type === "click" && start.closest('a[href^="javascript:"]')) {
            event.preventDefault();
          }
          if (type === "focus" || type === "blur") {
            answer(start, event);
            return;
          }
          let element = start.closest(`[${MARK}${type}]`);
          while (element) {
            answer(element, event);
            element = element.parentElement && element.parentElement.closest(`[${MARK}${type}]`);
          }
        },
        true,
      );
    }
  };
  listen(document);

  const elements = EDITOR.dom.element.prototype;
  const setHtml = elements.setHtml;
  elements.setHtml = function (html) {
    return setHtml.call(this, isContent(this.$) ? html : rename(html));
  };

  const pages = EDITOR.dom.document.prototype;
  const write = pages.write;
  pages.write = function (html) {
    const onload = PANEL.exec(html);
    write.call(this, rename(html.replace(PANEL, "")));
    const page = this.$;
    listen(page);
    if (!onload) {
      return;
    }
    const ready = () => EDITOR.tools.callFunction(Number(onload[1]));
    if (page.readyState === "complete") {
      setTimeout(ready, 0);
    } else {
      page.defaultView.addEventListener("load", ready);
    }
  };

  EDITOR.on("instanceReady", ({ editor }) => {
    const label = document.querySelector(`label[for="${editor.name}"]`);
    const area = editor.editable().$;
    area.setAttribute("aria-label", label ? label.textContent.replace(/[::]\s*$/, "") : "正文");
    area.setAttribute("lang", "zh-Hans");
    // Pictures have a place of their own; a file dropped on the text is refused.
    const refuse = (event) => {
      if (event.data.dataTransfer && event.data.dataTransfer.getFilesCount() > 0) {
        event.cancel();
      }
    };
    editor.on("drop", refuse, null, null, 0);
    editor.on("paste", refuse, null, null, 0);
  });
})();
