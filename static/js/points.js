// Counts along while somebody spreads points. Without it the sum stands there after sending.
for (const form of document.querySelectorAll("[data-most]")) {
  const count = () => {
    const given = [...form.querySelectorAll("[data-points]")].map((field) => Number.parseInt(field.value, 10) || 0);
    const sum = given.reduce((total, points) => total + points, 0);
    form.querySelector("[data-sum]").textContent = sum;
    form.querySelector("[data-too-many]").hidden = sum <= Number(form.dataset.most);
  };
  form.addEventListener("input", count);
  count();
}
