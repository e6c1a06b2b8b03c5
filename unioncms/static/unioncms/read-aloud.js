/* Reading an article aloud in the browser's own voice, a paragraph after the other. */

(() => {
  "use strict";
  const bar = document.querySelector(".read-aloud");
  const start = document.querySelector(".read-aloud-start");
  const voice = window.speechSynthesis;
  if (!bar || !start || !voice) return;

  const LONGEST = 120; // characters at a time: some voices stop by themselves in the middle of longer texts
  const parts = ".article .headline, .article .subheadline, .article .editors-note p, " +
    ".article .prose :is(p, h2, h3, li:not(:has(p)))";
  const paragraphs = [...document.querySelectorAll(parts)].filter((each) => each.textContent.trim());
  const toggle = bar.querySelector(".read-aloud-toggle");
  let paragraph = 0;
  let sentence = 0;
  let spoken = null; // what is being said: an utterance whose end counts

  function sentences(text) {
    const found = [];
    for (const piece of text.replace(/\s+/g, " ").match(/[^。！？；!?]+[。！？；!?”’」』）)]*/g) || []) {
      const last = found.at(-1);
      if (last && last.length + piece.length <= LONGEST) found[found.length - 1] = last + piece;
      else found.push(piece);
    }
    return found;
  }

  function mark(index) {
    for (const each of document.querySelectorAll(".is-read")) each.classList.remove("is-read");
    if (index === null) return;
    paragraphs[index].classList.add("is-read");
    paragraphs[index].scrollIntoView({ block: "nearest" });
  }

  function speak() {
    while (paragraph < paragraphs.length && sentence >= sentences(paragraphs[paragraph].textContent).length) {
      paragraph += 1;
      sentence = 0;
    }
    if (paragraph >= paragraphs.length) return stop();
    const utterance = new SpeechSynthesisUtterance(sentences(paragraphs[paragraph].textContent)[sentence]);
    utterance.lang = "zh-CN";
    const chinese = voice.getVoices().find((each) => /^(zh|cmn)[-_]?(CN|Hans)?/i.test(each.lang));
    if (chinese) utterance.voice = chinese;
    utterance.onend = () => {
      if (spoken !== utterance) return;
      sentence += 1;
      speak();
    };
    utterance.onerror = () => {
      if (spoken === utterance) pause();
    };
    spoken = utterance;
    mark(paragraph);
    toggle.textContent = "暂停";
    voice.speak(utterance);
  }

  // Phones cannot be trusted to go on after pause(): the sentence is cut off, and said again later.
  function pause() {
    spoken = null;
    voice.cancel();
    toggle.textContent = "继续";
  }

  function stop() {
    pause();
    mark(null);
    bar.hidden = true;
    paragraph = sentence = 0;
    start.focus();
  }

  function move(step) {
    pause();
    paragraph = Math.min(Math.max(paragraph + step, 0), paragraphs.length - 1);
    sentence = 0;
    speak();
  }

  start.addEventListener("click", () => {
    pause();
    bar.hidden = false;
    paragraph = sentence = 0;
    speak();
    toggle.focus();
  });
  toggle.addEventListener("click", () => (spoken ? pause() : speak()));
  bar.querySelector(".read-aloud-back").addEventListener("click", () => move(-1));
  bar.querySelector(".read-aloud-on").addEventListener("click", () => move(1));
  bar.querySelector(".read-aloud-stop").addEventListener("click", stop);
  window.addEventListener("pagehide", () => voice.cancel());
  start.hidden = paragraphs.length === 0;
})();
