// Comfort for clerks: a text block goes into the note where the cursor stands.
document.querySelectorAll("[data-block]").forEach((button) => {
  button.addEventListener("click", () => {
    const note = document.getElementById("note");
    note.setRangeText(button.dataset.block, note.selectionStart, note.selectionEnd, "end");
    note.focus();
  });
});
