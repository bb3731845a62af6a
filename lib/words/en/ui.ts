/** Small words of parts that stand everywhere on the claim page. They are in its first load: each byte counts. */
export default {
  'ui.languages': 'Language',
  'ui.copied': 'Copied',
  'ui.copyFailed': 'Your browser does not let this page copy. Copy it from here:',
  'ui.copyAddress': 'Copy address',
  'ui.copyHash': 'Copy hash',
  'ui.copyLink': 'Copy link',
  'ui.selectedAddress': 'The address, selected',
  'ui.selectedHash': 'The hash, selected',
  'ui.selectedLink': 'The link, selected',
  'ui.showAddress': 'Show the whole address',
  'ui.showHash': 'Show the whole hash',
  'ui.explorer': 'explorer',
  'ui.broken.heading': 'This page stopped working',
  'ui.broken.words':
    'That is our fault. It changes nothing about what was done before: read the page again to see where it stands.',
  'ui.broken.do': 'See where it stands',
} as const;
