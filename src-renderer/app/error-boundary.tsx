import { Component, type ReactNode } from 'react';
import { ErrorNote, SecondaryButton } from '../ui';

interface ErrorBoundaryProps {
  /** What failed, for the message: a screen's name. */
  readonly what: string;
  readonly children: ReactNode;
}

/** A bug in one screen leaves the others usable. Nothing stored is touched. */
export class ErrorBoundary extends Component<ErrorBoundaryProps, { readonly error: Error | null }> {
  override state: { readonly error: Error | null } = { error: null };

  static getDerivedStateFromError(error: unknown): { error: Error } {
    return { error: error instanceof Error ? error : new Error(String(error)) };
  }

  override render(): ReactNode {
    const { error } = this.state;
    if (!error) return this.props.children;
    return (
      <div style={{ padding: 24 }}>
        <ErrorNote
          action={<SecondaryButton onClick={() => this.setState({ error: null })}>Show it again</SecondaryButton>}
        >
          {`${this.props.what} could not be shown: ${error.message}\nYour data is safe. Show it again, or open another section.`}
        </ErrorNote>
      </div>
    );
  }
}
