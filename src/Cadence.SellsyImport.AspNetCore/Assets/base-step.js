import { LitElement } from './lit.js';
import { shared } from './styles.js';

/** @import { Config, Session } from './types.js' */
/** @import { ImportApi } from './api.js' */
/** @import { Texts } from './texts.js' */

/** A handler of the text that a person chose or wrote. @param {(text: string) => void} use */
export const value = (use) => (/** @type {Event} */ event) => use(/** @type {HTMLInputElement} */ (event.target).value);

/** What every step has: the server, the words, the session, and a way to hand a changed session or an error to the element around it. */
export class BaseStep extends LitElement {
	static properties = { page: { attribute: false }, config: { attribute: false }, session: { attribute: false } };

	static styles = [shared];

	constructor() {
		super();
		/** @type {{ api: ImportApi, texts: Texts }} */
		this.page = /** @type {any} */ (null);
		/** @type {Config} */
		this.config = /** @type {any} */ (null);
		/** @type {Session} */
		this.session = /** @type {any} */ (null);
	}

	get api() {
		return this.page.api;
	}

	get texts() {
		return this.page.texts;
	}

	/** @param {import('./texts.js').TextKey} key @param {...(string|number)} values */
	say(key, ...values) {
		return this.texts.say(key, ...values);
	}

	/** @param {string} name @param {unknown} [detail] */
	tell(name, detail) {
		this.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }));
	}

	/** @param {Session} session */
	changed(session) {
		this.session = session;
		this.tell('session-changed', session);
	}

	/**
	 * Runs something that asks the server; what goes wrong is shown by the element around.
	 * @template T
	 * @param {() => Promise<T>} work
	 * @returns {Promise<T|undefined>}
	 */
	async attempt(work) {
		try {
			return await work();
		} catch (error) {
			this.tell('problem', error);
			return undefined;
		}
	}

	/** @param {(session: Session) => object} change */
	async change(change) {
		const session = await this.attempt(() => this.api.change(this.session, change));
		if (session) {
			this.changed(session);
		}
		return session;
	}

	/**
	 * Changes what the plan is made of and has it made anew. Only the end is told: what is told before would take this element away.
	 * @param {(session: Session) => object} change
	 */
	async repair(change) {
		const started = await this.attempt(async () => this.api.start((await this.api.change(this.session, change)).id, 'preview'));
		if (started) {
			this.changed(started);
		}
	}
}
