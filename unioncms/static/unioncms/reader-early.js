/* A reader's choices stand on the root before anything is painted. Runs in the head, so it is kept tiny. */

(() => {
  "use strict";
  const known = { size: ["18", "21", "24", "30"], theme: ["light", "dark"], contrast: ["normal", "high"] };
  let choices = null;
  try {
    choices = JSON.parse(localStorage.getItem("reader"));
  } catch {
    return; // storage is forbidden, or holds something else
  }
  for (const [name, values] of Object.entries(known)) {
    if (choices && values.includes(choices[name])) document.documentElement.dataset[name] = choices[name];
  }
  const theme = document.documentElement.dataset.theme;
  if (theme) document.querySelector("meta[name=color-scheme]").content = theme;
})();
