// Comfort for handing out: people are shown only where they are chosen.
document.querySelectorAll('input[name=to]').forEach(choice => choice.addEventListener('change', () => {
  choice.form.querySelector('details').open = choice.value === 'chosen';
}));
