// Opens the connection, and says what becomes of it. One that was lost is sought until it is found; a page that the server has
// forgotten is opened anew at the same address once the server answers.
(() => {
  const state = name => { document.documentElement.dataset.connection = name; };
  const answers = async () => { try { return (await fetch('/health/live', { cache: 'no-store' })).ok; } catch { return false; } };
  const reopen = async () => {
    state('ended');
    while (!await answers()) await new Promise(later => setTimeout(later, 1000));
    location.reload();
  };

  const handler = {
    onConnectionDown: async () => {
      state('lost');
      for (let attempt = 0; ; attempt++) {
        await new Promise(later => setTimeout(later, Math.min(250 * 2 ** attempt, 5000)));
        if (!await answers()) continue;
        try {
          if (await Blazor.reconnect()) return;
          return reopen();
        } catch { /* not yet */ }
      }
    },
    onConnectionUp: () => state('open'),
  };

  Blazor.start({ circuit: { reconnectionHandler: handler } }).then(() => state('open'), reopen);
})();
