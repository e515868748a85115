import { css, html, nothing } from './lit.js';
import { BaseStep } from './base-step.js';
import { shared } from './styles.js';

/** Drop or browse; the file goes in pieces, and goes on after a lost network or a reload. */
class UploadStep extends BaseStep {
	static properties = { ...BaseStep.properties, sent: { state: true }, file: { state: true }, isOver: { state: true } };

	static styles = [
		shared,
		css`
			.drop {
				border: 2px dashed var(--field-line); border-radius: 12px; padding: clamp(1.5rem, 6vw, 4rem) 1rem; text-align: center;
				background: var(--raised); display: grid; gap: 0.75rem; justify-items: center;
			}
			.drop.over { border-color: var(--accent); background: var(--surface); }
			.drop strong { font-size: 1.15rem; }
			svg { width: 44px; height: 44px; color: var(--accent); }
		`,
	];

	constructor() {
		super();
		this.sent = 0;
		this.isOver = false;
		/** @type {File|null} */
		this.file = null;
		/** @type {AbortController|null} */
		this.stopping = null;
	}

	render() {
		return html`
			<h2>${this.say('upload')}</h2>
			${this.file ? this.renderProgress(this.file) : this.renderDrop()}
		`;
	}

	renderDrop() {
		return html`
			<div
				class="drop ${this.isOver ? 'over' : ''}"
				@dragover=${(/** @type {DragEvent} */ event) => this.onDragOver(event)}
				@dragleave=${() => (this.isOver = false)}
				@drop=${(/** @type {DragEvent} */ event) => this.onDrop(event)}
			>
				<svg viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="1.6" aria-hidden="true">
					<path d="M12 16V4m0 0 4 4m-4-4L8 8M4 16v3a1 1 0 0 0 1 1h14a1 1 0 0 0 1-1v-3" stroke-linecap="round" stroke-linejoin="round" />
				</svg>
				<strong>${this.say('dropHere')}</strong>
				<span class="muted">${this.say('orBrowse')}</span>
				<button class="main" type="button" @click=${() => this.picker().click()}>${this.say('browse')}</button>
				<input id="picker" type="file" hidden accept=${this.config.accept} aria-label=${this.say('browse')} @change=${() => this.onPicked()} />
				<span class="muted">${this.say('accepted', this.texts.bytes(this.config.maxFileBytes))}</span>
			</div>
		`;
	}

	/** @param {File} file */
	renderProgress(file) {
		return html`
			<div class="card" aria-live="polite">
				<p>${this.say('uploading', file.name)}</p>
				<progress max=${file.size || 1} .value=${this.sent} aria-label=${this.say('uploading', file.name)}></progress>
				<div class="bar">
					<span class="muted">${this.say('ofRows', this.texts.bytes(this.sent), this.texts.bytes(file.size))}</span>
					<button class="push" type="button" @click=${() => this.stopping?.abort()}>${this.say('cancel')}</button>
				</div>
			</div>
			${nothing}
		`;
	}

	picker() {
		return /** @type {HTMLInputElement} */ (this.renderRoot.querySelector('#picker'));
	}

	onPicked() {
		const file = this.picker().files?.[0];
		if (file) {
			this.send(file);
		}
	}

	/** @param {DragEvent} event */
	onDragOver(event) {
		event.preventDefault();
		this.isOver = true;
	}

	/** @param {DragEvent} event */
	onDrop(event) {
		event.preventDefault();
		this.isOver = false;
		const file = event.dataTransfer?.files[0];
		if (file) {
			this.send(file);
		}
	}

	/** @param {File} file */
	async send(file) {
		if (file.size > this.config.maxFileBytes) {
			this.tell('problem', new Error(this.say('tooLarge', this.texts.bytes(file.size), this.texts.bytes(this.config.maxFileBytes))));
			return;
		}
		this.file = file;
		this.sent = 0;
		const stopping = new AbortController();
		this.stopping = stopping;
		try {
			const key = `sellsy-import:${file.name}:${file.size}:${file.lastModified}`;
			const fileId = await this.api.upload(
				file,
				(sent) => (this.sent = sent),
				stopping.signal,
				sessionStorage.getItem(key),
				(id) => sessionStorage.setItem(key, id),
			);
			sessionStorage.removeItem(key);
			const session = await this.api.open(fileId);
			this.tell('uploaded', { sessionId: session.id, fileName: file.name });
			this.changed(session);
		} catch (error) {
			if (!stopping.signal.aborted) {
				this.tell('problem', error);
			}
		} finally {
			this.file = null;
		}
	}
}

customElements.define('sellsy-import-upload', UploadStep);
