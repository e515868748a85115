// The types of what the page uses of Lit 3.3.3; lit.js is the code.
export type Template = object | symbol | undefined;
export const html: (strings: TemplateStringsArray, ...values: unknown[]) => Template;
export const css: (strings: TemplateStringsArray, ...values: unknown[]) => object;
export const nothing: symbol;
export const live: (value: unknown) => unknown;
export class LitElement extends HTMLElement {
  static properties: Record<string, object>;
  static styles: object[];
  readonly renderRoot: DocumentFragment;
  readonly updateComplete: Promise<boolean>;
  requestUpdate(): void;
  connectedCallback(): void;
  disconnectedCallback(): void;
  protected render(): Template;
  protected willUpdate(changes: Map<string, unknown>): void;
  protected updated(changes: Map<string, unknown>): void;
}
