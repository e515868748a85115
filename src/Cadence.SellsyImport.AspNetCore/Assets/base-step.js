import { LitElement, html } from './lit.js';
import { shared } from './styles.js';

/** @import { Config, Session } from './types.js' */
/** @import { ImportApi } from './api.js' */
/** @import { Texts } from './texts.js' */

/** A handler of the text that a person chose or wrote. @param {(text: string) => void} use */
export const value = (use) => (/** @type {Event} */ event) => use(/** @type {HTMLInputElement} */ (event.target).value);

/** What was written into a form, which is not sent. @param {Event} event */
export const written = (event) => {
	event.preventDefault();
	return new FormData(/** @type {any} */ (event.target));
};

/** What every step has: server, words, session, and events for the element around it. */
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
	emit(name, detail) {
		this.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }));
	}

	/** @param {Session} session */
	changed(session) {
		this.session = session;
		this.emit('session-changed', session);
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
			this.emit('problem', error);
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

	/** @param {() => Promise<Session>} work */
	async take(work) {
		const session = await this.attempt(work);
		if (session) {
			this.changed(session);
		}
	}

	/** @param {'preview'|'add'|'undo'|'cancel'} what */
	start(what) {
		return this.take(() => this.api.start(this.session.id, what));
	}

	/** @param {string} path */
	renderRejected(path) {
		return html`<a class="button" href=${this.api.url(`${path}/rejected?lang=${this.texts.language}`)} download>${this.say('downloadRejected')}</a>`;
	}

	/**
	 * Changes what the plan is made of and has it made anew. Only the end is emitted: an earlier event would remove this element.
	 * @param {(session: Session) => object} change
	 */
	repair(change) {
		return this.take(async () => this.api.start((await this.api.change(this.session, change)).id, 'preview'));
	}
}
