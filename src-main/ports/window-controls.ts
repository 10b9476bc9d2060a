/** The frame of the page's window. `null` in `ServicePorts` where the window belongs to somebody else, such as a browser. */
export interface WindowControls {
  minimize(): void;
  toggleMaximize(): void;
  close(): void;
}
