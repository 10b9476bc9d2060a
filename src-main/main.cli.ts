#!/usr/bin/env node
// Composition root of the command line: plain Node, no Electron.
import { installationOf } from './hosts/installation';

process.stdout.write(`${installationOf(import.meta.url).version}\n`);
