// Composition root of the desktop.
import { app } from 'electron';

app.quit();
