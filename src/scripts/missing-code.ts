/** On the error page: leads to the code that a three-digit address asks for, or to what is known of its number. */
const missing = document.querySelector<HTMLElement>('#missing-code');
const [, folder, asked] = location.pathname.match(/(codes\/)?\b([1-6]\d\d)(?:\/|\.html)?$/) ?? [];
if (missing && asked && asked !== '404') {
  const link = document.createElement('a');
  // An address below codes/ that ends here has no page: search says how such a code is treated.
  link.href = folder ? `${missing.dataset['search']}?q=${asked}` : `${missing.dataset['codes']}${asked}/`;
  link.textContent = `SIP ${asked}`;
  missing.append('Looking for ', link, '?');
  missing.hidden = false;
}
