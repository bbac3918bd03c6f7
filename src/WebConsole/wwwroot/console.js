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
    signOut: async () => { await fetch('/api/v1/session', { method: 'DELETE' }); location.reload(); },
    watchScheme: page => dark.addEventListener('change', change => { show(); page.invokeMethodAsync('SystemPrefersDarkAsync', change.matches); }),
  };

  show();
})();
