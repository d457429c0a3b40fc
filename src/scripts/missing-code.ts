/** On the error page: names the code that a three-digit address asked for. */
const missing = document.querySelector<HTMLElement>('#missing-code');
const asked = location.pathname.match(/\b([1-6]\d\d)\/?$/)?.[1];
if (missing && asked && asked !== '404') {
  const link = document.createElement('a');
  link.href = `${missing.dataset['search']}?q=${asked}`;
  link.textContent = `what is known about ${asked}`;
  missing.append(`There is no page for SIP ${asked} here. See `, link, '.');
  missing.hidden = false;
}
