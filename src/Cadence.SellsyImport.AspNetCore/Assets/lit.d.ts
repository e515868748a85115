// The types of what the page uses of Lit 3.3.3; lit.js is the code.
export type Template = object | symbol | undefined;
// A handler in a template takes the event that its attribute names; its own declaration says which.
export type Value = ((event: any) => unknown) | object | string | number | boolean | symbol | null | undefined;
export const html: (strings: TemplateStringsArray, ...values: Value[]) => Template;
export const css: (strings: TemplateStringsArray, ...values: unknown[]) => object;
export const nothing: symbol;
export const live: (value: unknown) => any;
export class LitElement extends HTMLElement {
  static properties: Record<string, object>;
  static styles: object[];
  // What a query finds has the type that the caller declares.
  readonly renderRoot: { querySelector(selector: string): any };
  readonly updateComplete: Promise<boolean>;
  requestUpdate(): void;
  connectedCallback(): void;
  disconnectedCallback(): void;
  protected render(): Template;
  protected willUpdate(changes: Map<string, unknown>): void;
  protected updated(changes: Map<string, unknown>): void;
}
