// Signing out takes the answers along that still wait in this browser.
document.querySelectorAll('form[data-sign-out]').forEach(form => form.addEventListener('submit', () => {
  Object.keys(localStorage).filter(key => key.startsWith('hoshimori.')).forEach(key => localStorage.removeItem(key));
}));
