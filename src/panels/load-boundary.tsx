import { Component, type ReactNode } from "react";
import { NotLoaded } from "./not-loaded.tsx";

interface Props {
  /** What is shown within; where it changes, what could not be drawn is left behind. */
  readonly shown: string;
  readonly children: ReactNode;
}

/** Holds what could not be drawn to its own place, until another screen is turned to or the reader asks again. */
export class LoadBoundary extends Component<Props, { readonly isBroken: boolean; readonly tries: number }> {
  override state = { isBroken: false, tries: 0 };

  static getDerivedStateFromError() {
    return { isBroken: true };
  }

  override componentDidUpdate({ shown }: Props) {
    if (shown !== this.props.shown && this.state.isBroken) this.setState({ isBroken: false, tries: 0 });
  }

  readonly retry = () => this.setState(({ tries }) => ({ isBroken: false, tries: tries + 1 }));

  override render() {
    const { isBroken, tries } = this.state;
    return isBroken ? <NotLoaded tries={tries} onRetry={this.retry} /> : this.props.children;
  }
}
