import { LitElement, html } from './lit.js';
import { shared } from './styles.js';

/** @import { Choice, Config, Session } from './types.js' */
/** @import { ImportApi } from './api.js' */
/** @import { TextKey, Texts } from './texts.js' */

/** A handler of the text that a person chose or wrote. @param {(text: string) => void} use */
export const value = (use) => (/** @type {Event} */ event) => use(/** @type {HTMLInputElement} */ (event.target).value);

/** What was written into the fields of a form, which is not sent. @param {Event} event */
export const written = (event) => {
	event.preventDefault();
	const data = new FormData(/** @type {any} */ (event.currentTarget));
	return (/** @type {string} */ name) => String(data.get(name) ?? '');
};

/** What every step has: server, words, session, and events. */
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

	/** @param {TextKey} key @param {...(string|number)} values */
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
	 * @param {() => Promise<T>} work @param {AbortSignal} [signal] Once it is aborted, the answer is no longer wanted.
	 * @returns {Promise<T|undefined>}
	 */
	async attempt(work, signal) {
		try {
			return await work();
		} catch (error) {
			if (!signal?.aborted) {
				this.emit('problem', error);
			}
			return undefined;
		}
	}

	/** @param {(session: Session) => object} change */
	change(change) {
		return this.take(() => this.api.change(this.session, change));
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
		return this.take(() => this.api.start(this.session.id, what, this.session.version));
	}

	/**
	 * A button that asks for a file.
	 * @param {string} id @param {TextKey} label @param {string} accept @param {(file: File) => void} use
	 */
	renderPicker(id, label, accept, use) {
		return html`
			<button class=${id === 'picker' ? 'main' : ''} @click=${(event) => event.target.nextElementSibling.click()}>${this.say(label)}</button>
			<input id=${id} type="file" hidden accept=${accept} @change=${(event) => event.target.files[0] && use(event.target.files[0])} />
		`;
	}

	/**
	 * A list to choose from; nothing is chosen by its first entry.
	 * @param {string} label @param {string} none @param {Choice[]} choices @param {string|null|undefined} chosen @param {(text: string) => void} use
	 */
	renderSelect(label, none, choices, chosen, use) {
		return html`
			<label class="field">
				${label}
				<select @change=${value(use)}>
					${[{ value: '', label: none }, ...choices].map((choice) => html`<option value=${choice.value} ?selected=${choice.value === (chosen ?? '')}>${choice.label}</option>`)}
				</select>
			</label>
		`;
	}

	/**
	 * Answers of which a person presses one.
	 * @template {TextKey} Answer
	 * @param {string} label @param {Answer[]} answers @param {(answer: Answer) => void} use
	 */
	renderAnswers(label, answers, use) {
		return html`<span class="answer bar">${label} ${answers.map((answer) => html`<button @click=${() => use(answer)}>${this.say(answer)}</button>`)}</span>`;
	}

	/** @param {string} text @param {() => void} takeBack */
	renderCorrection(text, takeBack) {
		return html`<li class="bar">${text} <button class="plain push" @click=${takeBack}>${this.say('takeBack')}</button></li>`;
	}

	/** @param {number} column */
	headingOf(column) {
		return this.session.columns[column]?.heading || `#${column + 1}`;
	}

	/** @param {string} path */
	renderRejected(path) {
		return html`<a class="button" href=${this.api.url(`${path}/rejected?lang=${this.texts.language}`)} download>${this.say('downloadRejected')}</a>`;
	}

	/** @param {object} decisions */
	decide(decisions) {
		return this.repair((session) => ({ decisions: { ...session.decisions, ...decisions } }));
	}

	/**
	 * Changes what the plan is made of and has it made anew. Only the end is emitted: an earlier event would remove this element.
	 * @param {(session: Session) => object} change
	 */
	repair(change) {
		return this.take(async () => this.api.start((await this.api.change(this.session, change)).id, 'preview'));
	}
}
