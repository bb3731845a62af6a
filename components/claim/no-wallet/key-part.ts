/** What stands behind the # of this page’s address, where it is a key’s secret; every other fragment is of this page alone. */
export const keyPart = () => (window.location.hash.startsWith('#k=') ? window.location.hash : '');
