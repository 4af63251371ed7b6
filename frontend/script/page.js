// Small comforts; every page works without them. htmx swaps <main> when a date changes (see base.html).
(() => {
  const cells = (table) => [...table.rows].map((row) => [...row.cells]);

  // Arrow keys walk the matrix; Tab still reaches every cell.
  const steps = { ArrowRight: [0, 1], ArrowLeft: [0, -1], ArrowDown: [1, 0], ArrowUp: [-1, 0] };
  document.addEventListener("keydown", (event) => {
    const cell = event.target.closest?.("table.matrix td");
    const step = steps[event.key];
    if (!cell || !step || event.altKey || event.ctrlKey || event.metaKey) return;
    const grid = cells(cell.closest("table"));
    let [row, column] = [cell.parentNode.rowIndex, cell.cellIndex];
    for (;;) {
      row += step[0];
      column += step[1];
      const next = grid[row]?.[column];
      if (!next || next.tagName !== "TD") return;
      const link = next.querySelector("a");
      if (link) {
        event.preventDefault();
        link.focus();
        return;
      }
    }
  });

  // The head of the column under the pointer or the focus is lit; CSS lights the row.
  const light = (event) => {
    const cell = event.target.closest?.("table.matrix td");
    for (const head of document.querySelectorAll(".matrix .lit")) head.classList.remove("lit");
    if (!cell) return;
    const table = cell.closest("table");
    table.tHead.rows[0].cells[cell.cellIndex]?.classList.add("lit");
    cell.parentNode.cells[0].classList.add("lit");
  };
  document.addEventListener("pointerover", light);
  document.addEventListener("focusin", light);

  // The statement named in the address is marked in all its pieces, also where quotes overlap.
  const show = () => {
    const id = location.hash.replace(/^#[sw]-/, "");
    for (const piece of document.querySelectorAll(".now[data-s], .said.now")) piece.classList.remove("now");
    if (!id || id === location.hash) return;
    for (const piece of document.querySelectorAll(`[data-s~="${CSS.escape(id)}"]`)) piece.classList.add("now");
  };
  // After a swap, what is shown now is said to those who do not see it.
  document.addEventListener("htmx:afterSettle", () => {
    const now = document.querySelector("#when-say");
    if (now) document.querySelector("#say").textContent = now.textContent.trim();
  });

  window.addEventListener("hashchange", show);
  document.addEventListener("htmx:afterSettle", show);
  show();
})();
