/** The switch that turns the single keys off (WCAG 2.1.4); the choice stays in the browser. */
const singleKeys = document.querySelector<HTMLInputElement>('#single-keys');
if (singleKeys) {
  try {
    singleKeys.checked = localStorage.getItem('single-keys') !== 'off';
    singleKeys.disabled = false;
  } catch {
    // Storage is blocked: there is nothing to remember the choice with, so it stays disabled.
  }
  singleKeys.addEventListener('change', () => localStorage.setItem('single-keys', singleKeys.checked ? 'on' : 'off'));
}
