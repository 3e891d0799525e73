// Mounts the forum, and shows of it what the visitor asks for.
import "../forum-widget-module.js";

const buttons = document.querySelectorAll(".choice button");
for (const button of buttons) {
  button.addEventListener("click", () => {
    for (const other of buttons) {
      other.setAttribute("aria-pressed", String(other === button));
    }
    ForumWidget.mount("#forum", { view: button.value });
  });
}
ForumWidget.mount("#forum", { view: "agenda" });
