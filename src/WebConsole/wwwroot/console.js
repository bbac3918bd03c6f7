// What the console needs of the browser: its choices, and the colours right from the first paint.
(() => {
  const prefix = 'wuying-console.';
  const recall = name => { try { return localStorage.getItem(prefix + name); } catch { return null; } };
  const dark = matchMedia('(prefers-color-scheme: dark)');
  const show = () => {
    const scheme = recall('scheme') ?? (dark.matches ? 'dark' : 'light');
    document.documentElement.dataset.scheme = scheme;
    document.documentElement.style.colorScheme = scheme;
  };

  window.wuyingConsole = {
    read: () => ({ region: recall('region'), scheme: recall('scheme'), prefersDark: dark.matches }),
    remember: (name, value) => {
      try { value === null ? localStorage.removeItem(prefix + name) : localStorage.setItem(prefix + name, value); } catch { /* private windows forget */ }
      if (name === 'scheme') show();
    },
    signIn: async () => {
      const value = id => document.getElementById(id).value;
      try {
        const answer = await fetch('/api/v1/session', {
          method: 'POST',
          headers: { 'Content-Type': 'application/json' },
          body: JSON.stringify({ accessKeyId: value('access-key-id').trim(), accessKeySecret: value('access-key-secret').trim() }),
        });
        if (answer.ok) location.reload();
        return answer.status;
      } catch { return 0; }
    },
    // Answers may be long; what a page shows of them is not.
    importFleet: async id => {
      const file = document.getElementById(id).files[0];
      const nothing = { status: 0, detail: null, accepted: 0, unchanged: 0, rejected: 0, complete: false, errorsTotal: 0, errors: [] };
      if (!file) return nothing;
      try {
        const type = /\.(ndjson|jsonl)$/i.test(file.name) ? 'application/x-ndjson' : 'application/json';
        const answer = await fetch('/api/v1/fleet/import', { method: 'POST', headers: { 'Content-Type': type }, body: file });
        const body = await answer.json().catch(() => null);
        if (!answer.ok) return { ...nothing, status: answer.status, detail: body?.detail ?? body?.title ?? null };
        const sum = name => body.computers[name] + body.images[name] + body.regions[name];
        return {
          status: answer.status, detail: null, accepted: sum('accepted'), unchanged: sum('unchanged'), rejected: sum('rejected'), complete: body.complete, errorsTotal: body.errorsTotal,
          errors: body.errors.slice(0, 50).map(error => ({ line: error.line, id: error.id?.slice(0, 80) ?? null, code: error.code, message: error.message.slice(0, 300) })),
        };
      } catch { return nothing; }
    },
    signOut: async () => { await fetch('/api/v1/session', { method: 'DELETE' }); location.reload(); },
    watchScheme: page => dark.addEventListener('change', change => { show(); page.invokeMethodAsync('SystemPrefersDarkAsync', change.matches); }),
  };

  show();
})();
