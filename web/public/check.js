// Read by browsers of any age: old words only. Sends those that cannot run the console to a page that says what to do.
(function () {
  function good() {
    try {
      return !!(
        'noModule' in document.createElement('script') &&
        window.Promise && Promise.any && Promise.allSettled &&
        ''.replaceAll && window.WeakRef && window.fetch && window.Intl && Intl.DisplayNames &&
        window.CSS && CSS.supports && CSS.supports('inset', '0') && CSS.supports('gap', '1px')
      );
    } catch (error) {
      return false;
    }
  }
  if (!good()) location.replace('/upgrade.html');
})();
