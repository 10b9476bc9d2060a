// The page's only door to the desktop: frames both ways. Runs in the sandbox; what crosses is copied by Electron.
import { contextBridge, ipcRenderer } from 'electron';
import { BRIDGE_NAME } from '#shared/ipc/desktop-bridge';
import { desktopBridge } from './desktop-bridge';

contextBridge.exposeInMainWorld(BRIDGE_NAME, desktopBridge(ipcRenderer, process.platform));
