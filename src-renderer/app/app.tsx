import { MantineProvider, useMantineColorScheme } from '@mantine/core';
import { useEffect } from 'react';
import { useWorkspace } from '../state/workspace';
import { cssVariables, theme } from '../ui/theme';
import { cspNonce } from './csp-nonce';
import { ErrorBoundary } from './error-boundary';
import { Shell } from './shell';

export function App() {
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariables}
      defaultColorScheme="auto"
      getStyleNonce={cspNonce}
    >
      <ThemeFromSettings />
      <ErrorBoundary what="Daywright">
        <Shell />
      </ErrorBoundary>
    </MantineProvider>
  );
}

/** The theme is a setting of the workspace; Mantine keeps a copy in local storage so that the first paint has it too. */
function ThemeFromSettings() {
  const wanted = useWorkspace((state) => (state.status === 'ready' ? state.settings.theme : null));
  const { setColorScheme } = useMantineColorScheme();
  useEffect(() => {
    if (wanted) setColorScheme(wanted === 'system' ? 'auto' : wanted);
  }, [wanted, setColorScheme]);
  return null;
}
