import { LitElement, css, html, nothing } from './lit.js';
import { ImportApi } from './api.js';
import { Texts } from './texts.js';
import { value } from './base-step.js';
import { colours, shared } from './styles.js';
import './upload-step.js';
import './mapping-step.js';
import './preview-step.js';
import './add-step.js';
import './history-view.js';

/** @import { Config, Session } from './types.js' */

/** @typedef {'upload'|'map'|'preview'|'add'} Step */

const steps = /** @type {const} */ (['upload', 'map', 'preview', 'add']);

/**
 * The import of a Sellsy export, from the file to the report.
 *
 * Attributes: `base` (where the import is mounted; where this module comes from otherwise), `lang` (`fr` or `en`), `theme` (`light` or `dark`; that of
 * the system otherwise), `session` (the import to show). Events: `uploaded`, `previewed`, `finished`, `undone`.
 */
export class SellsyImport extends LitElement {
	static properties = {
		base: { type: String },
		lang: { type: String, reflect: true },
		theme: { type: String },
		sessionId: { type: String, attribute: 'session' },
		config: { state: true },
		session: { state: true },
		view: { state: true },
		problem: { state: true },
		notice: { state: true },
	};

	static styles = [
		colours,
		shared,
		css`
			:host { display: block; background: var(--surface); padding: clamp(0.75rem, 2vw, 1.5rem); max-width: 1280px; margin-inline: auto; }
			header { margin-block-end: 1rem; }
			header h1 { font-size: 1.35rem; margin: 0; display: flex; align-items: center; gap: 0.6rem; }
			header img { height: 28px; }
			ol { list-style: none; display: flex; flex-wrap: wrap; gap: 0.25rem; padding: 0; margin: 0 0 1.25rem; }
			ol li { display: flex; align-items: center; gap: 0.5rem; padding: 0.3rem 0.75rem; border-radius: 999px; color: var(--muted); font-size: 0.92rem; }
			ol li[aria-current] { background: var(--accent); color: var(--on-accent); font-weight: 600; }
			ol li.past { color: var(--text); background: var(--raised); }
			@media (max-width: 480px) { ol li { padding: 0.2rem 0.5rem; font-size: 0.85rem; } header h1 { font-size: 1.15rem; } }
		`,
	];

	constructor() {
		super();
		this.base = '';
		/** @type {ImportApi} */
		this.api = /** @type {any} */ (null);
		/** @type {{ asked: string, texts: Texts }|null} */
		this.words = null;
		this.lang = '';
		this.theme = '';
		this.sessionId = '';
		/** @type {Config|null} */
		this.config = null;
		/** @type {Session|null} */
		this.session = null;
		/** @type {'import'|'history'} */
		this.view = 'import';
		/** @type {string} */
		this.problem = '';
		this.notice = '';
		this.isRemapping = false;
		/** @type {AbortController|null} */
		this.following = null;
		this.darkness = matchMedia('(prefers-color-scheme: dark)');
		this.onDarkness = () => this.paint();
	}

	get language() {
		return this.lang || document.documentElement.lang || navigator.language || 'fr';
	}

	connectedCallback() {
		super.connectedCallback();
		const base = (this.base || new URL('../..', import.meta.url).pathname).replace(/\/+$/, '');
		this.api = new ImportApi(base, () => this.texts.language);
		this.darkness.addEventListener('change', this.onDarkness);
		this.paint();
		this.begin();
	}

	disconnectedCallback() {
		super.disconnectedCallback();
		this.darkness.removeEventListener('change', this.onDarkness);
		this.following?.abort();
	}

	/** @returns {Texts} */
	get texts() {
		if (this.words?.asked !== this.language) {
			this.words = { asked: this.language, texts: new Texts(this.language) };
		}
		return this.words.texts;
	}

	/** @param {Map<string, unknown>} changes */
	updated(changes) {
		if (changes.has('theme')) {
			this.paint();
		}
		if (changes.has('lang') && changes.get('lang') !== undefined && this.config) {
			this.begin();
		}
	}

	paint() {
		this.dataset['theme'] = this.theme || (this.darkness.matches ? 'dark' : 'light');
	}

	async begin() {
		await this.attempt(async () => {
			this.config = await this.api.config();
			const id = this.session?.id || this.sessionId || new URLSearchParams(location.hash.slice(1)).get('import');
			if (id) {
				this.take(await this.api.session(id));
			}
		});
	}

	/** @returns {Step} */
	get step() {
		const { session } = this;
		if (!session) {
			return 'upload';
		}
		if (this.isRemapping || (session.step === 'map' && !session.job)) {
			return 'map';
		}
		return session.step === 'add' || session.step === 'done' ? 'add' : 'preview';
	}

	render() {
		return html`
			<header class="bar">
				<h1>${this.config?.logo ? html`<img src=${this.config.logo} alt="" />` : nothing}${this.config?.title ?? ''}</h1>
				<span class="push bar">
					${this.config?.hasHistory
						? html`<button class="plain" @click=${() => (this.view = this.view === 'history' ? 'import' : 'history')}>
								${this.view === 'history' ? this.texts.say(this.session ? 'preview' : 'newImport') : this.texts.say('history')}
							</button>`
						: nothing}
					${this.session ? html`<button class="plain" @click=${() => this.startAnew()}>${this.texts.say('newImport')}</button>` : nothing}
					<label>
						<span class="visually-hidden">${this.texts.say('language')}</span>
						<select id="language" @change=${value((text) => (this.lang = text))}>
							<option value="fr" ?selected=${this.texts.language === 'fr'}>Français</option>
							<option value="en" ?selected=${this.texts.language === 'en'}>English</option>
						</select>
					</label>
				</span>
			</header>
			${this.problem
				? html`<div class="message bad" role="alert">
						<span>${this.problem}</span>
						<button class="push" @click=${() => (this.problem = '')}>${this.texts.say('dismiss')}</button>
					</div>`
				: nothing}
			${this.notice ? html`<div class="message good" role="status">${this.notice}</div>` : nothing}
			${this.config
				? html`<div
						@problem=${(event) => this.show(event.detail)}
						@session-changed=${(event) => this.take(event.detail)}
						@notice=${(event) => (this.notice = event.detail)}
						@remap=${() => this.remap()}
						@new-import=${() => this.startAnew()}
						@open-session=${(event) => this.openSession(event.detail)}
					>
						${this.view === 'history' ? this.renderStep('history') : this.renderImport()}
					</div>`
				: html`<p>${this.problem ? nothing : this.texts.say('loading')}</p>`}
		`;
	}

	renderImport() {
		const current = steps.indexOf(this.step);
		return html`
			<nav aria-label=${this.texts.say('page')}>
				<ol>
					${steps.map((step, place) => html`<li class=${place < current ? 'past' : ''} aria-current=${place === current ? 'step' : nothing}>${place + 1}. ${this.texts.say(step)}</li>`)}
				</ol>
			</nav>
			${this.renderStep(this.step)}
		`;
	}

	/** @param {Step|'history'} step */
	renderStep(step) {
		const { config, session } = this;
		switch (step) {
			case 'history':
				return html`<sellsy-import-history .page=${this} .config=${config} .session=${session}></sellsy-import-history>`;
			case 'upload':
				return html`<sellsy-import-upload .page=${this} .config=${config} .session=${session}></sellsy-import-upload>`;
			case 'map':
				return html`<sellsy-import-mapping .page=${this} .config=${config} .session=${session}></sellsy-import-mapping>`;
			default:
				return html`
					<sellsy-import-add .page=${this} .config=${config} .session=${session}></sellsy-import-add>
					${session?.plan ? html`<sellsy-import-preview .page=${this} .config=${config} .session=${session}></sellsy-import-preview>` : nothing}
				`;
		}
	}

	/** Shows a session, and follows its work. @param {Session} session */
	take(session) {
		const before = this.session;
		if (before && before.id === session.id && before.version > session.version) {
			return;
		}
		this.isRemapping = this.isRemapping && session.job?.state !== 'running';
		this.session = session;
		if (!this.sessionId) {
			history.replaceState(history.state, '', `#import=${encodeURIComponent(session.id)}`);
		}
		if (before?.job?.state === 'running' && session.job?.state !== 'running') {
			this.tellEnd(session);
		}
		if (session.job?.state === 'running') {
			this.follow(session.id);
		}
	}

	/** @param {Session} session */
	tellEnd(session) {
		const names = { preview: 'previewed', add: 'finished', undo: 'undone' };
		if (session.job?.state === 'done') {
			this.dispatchEvent(new CustomEvent(names[session.job.kind], { detail: { sessionId: session.id, importId: session.report?.importId ?? null }, bubbles: true, composed: true }));
		}
	}

	/** @param {string} id */
	follow(id) {
		if (this.following && !this.following.signal.aborted) {
			return;
		}
		const stopping = new AbortController();
		this.following = stopping;
		const received = (/** @type {Session} */ session) => {
			if (this.session?.id === id) {
				this.take(session);
				if (this.session?.job?.state === 'running') {
					return true;
				}
			}
			stopping.abort();
			return false;
		};
		this.api
			.follow(id, received, stopping.signal)
			.finally(() => stopping.abort());
	}

	remap() {
		this.isRemapping = true;
		this.requestUpdate();
	}

	startAnew() {
		this.following?.abort();
		this.session = null;
		this.isRemapping = false;
		this.view = 'import';
		history.replaceState(history.state, '', location.pathname + location.search);
	}

	/** @param {string} id */
	async openSession(id) {
		this.startAnew();
		await this.attempt(async () => this.take(await this.api.session(id)));
	}

	/** @param {() => Promise<void>} work */
	async attempt(work) {
		try {
			await work();
		} catch (error) {
			this.show(error);
		}
	}

	/** @param {any} error */
	show(error) {
		this.problem = (error.name === 'Error' && error.message) || this.texts.say('noAnswer', error.problem?.status ?? error.name);
	}
}

customElements.define('sellsy-import', SellsyImport);
