// Comfort beside a postal code: seven digits fill the address; the button does the same without this file.
const postalCode = document.getElementById('postalCode');
const fill = (id, text) => {
  const field = document.getElementById(id);
  if (field) field.value = text;
};
postalCode?.addEventListener('input', async () => {
  const digits = postalCode.value.normalize('NFKC').replace(/[^0-9]/g, '');
  if (digits.length !== 7 || digits === postalCode.dataset.asked) return;
  postalCode.dataset.asked = digits;
  const answer = await fetch('/places/' + digits, { headers: { Accept: 'application/json' } });
  if (!answer.ok) return;
  const places = await answer.json();
  if (places.length === 0 || new Set(places.map(place => place.municipalityCode)).size > 1) return;
  const [place] = places;
  const town = places.length === 1 ? place.town : '';
  fill('prefecture', place.prefecture);
  if (document.getElementById('municipality')) {
    fill('municipality', place.municipality);
    if (town) fill('town', town);
  } else {
    const address = document.getElementById('address');
    if (town || !address?.value.startsWith(place.municipality)) fill('address', place.municipality + town);
  }
});
