import '../ui/layers.css';
import '@mantine/core/styles.layer.css';
import '@mantine/dates/styles.layer.css';
import '@mantine/schedule/styles.layer.css';
import '@mantine/spotlight/styles.layer.css';
import '@fontsource-variable/inter/opsz.css';
import '../ui/tokens.css';
import '../ui/base.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { createHost } from '../host/create-host';
import { startWorkspace } from '../state/start';
import { App } from './app';

const container = document.getElementById('root');
if (!container) throw new Error('index.html has no #root');

// The first paint does not wait for the store: screens show their loading state while it opens.
createRoot(container).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
void startWorkspace(createHost());
