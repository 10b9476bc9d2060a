import { bridgePages } from '#main/hosts/desktop/page-bridge';
import { bridgeTransport } from '#renderer/host/bridge-transport';
import { type ServedPage, servePage } from '#shared/ipc/server';
import { electronDouble } from '../helpers/electron-double';
import { describeTransport } from './transport-suite';

describeTransport('desktop bridge', {
  noticesLoss: false,
  async connect(handlers, trouble) {
    const { electron, windows } = electronDouble();
    const opened = new electron.BrowserWindow({});
    let arrive = (_page: ServedPage): void => {};
    const page = new Promise<ServedPage>((settle) => {
      arrive = settle;
    });
    bridgePages(
      electron.ipcMain,
      opened,
      (transport) => arrive(servePage(transport, handlers, (message) => trouble.push(message))),
      (message) => trouble.push(message),
    );
    const window = windows[0]!;
    const transport = bridgeTransport(window.webContents.loadPage());
    return {
      transport,
      page: () => page,
      disconnect: async () => window.close(),
      dispose: async () => window.close(),
    };
  },
});
