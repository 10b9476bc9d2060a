import { memoryTransportPair } from '#shared/ipc/memory-transport';
import { servePage } from '#shared/ipc/server';
import { describeTransport } from './transport-suite';

describeTransport('in-memory', {
  noticesLoss: true,
  async connect(handlers, trouble) {
    const pair = memoryTransportPair();
    const page = servePage(pair.host, handlers, (message) => trouble.push(message));
    return {
      transport: pair.page,
      page: async () => page,
      disconnect: async () => pair.close(),
      dispose: async () => pair.close(),
    };
  },
});
