import { css, html, nothing } from './lit.js';
import { ImportError } from './api.js';
import { BaseStep, written } from './base-step.js';
import { shared } from './styles.js';

/** Drop or browse; the file goes in pieces, and goes on after a lost network or a reload. */
class UploadStep extends BaseStep {
	static properties = { ...BaseStep.properties, sent: { state: true }, file: { state: true }, refused: { state: true }, isOver: { state: true } };

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
		/** @type {{ fileId: string, name: string }|null} */
		this.refused = null;
		/** @type {AbortController|null} */
		this.stopping = null;
	}

	render() {
		return html`
			<h2>${this.say('upload')}</h2>
			${this.file ? this.renderProgress(this.file) : html`${this.refused ? this.renderRefused(this.refused) : nothing} ${this.renderDrop()}`}
		`;
	}

	renderDrop() {
		return html`
			<div
				class="drop ${this.isOver ? 'over' : ''}"
				@dragover=${(event) => this.onDrag(event)}
				@dragleave=${() => (this.isOver = false)}
				@drop=${(event) => this.onDrag(event)}
			>
				<svg viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="1.6" aria-hidden="true"><path d="M12 16V4m0 0 4 4m-4-4L8 8M4 16v4h16v-4" /></svg>
				<strong>${this.say('dropHere')}</strong>
				${this.renderPicker('picker', 'browse', this.config.accept, (file) => this.send(file))}
				<span class="muted">${this.say(this.config.accept.includes('.xlsx') ? 'accepted' : 'acceptedCsv', this.texts.bytes(this.config.maxFileBytes))}</span>
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
					<button class="push" @click=${() => this.stopping?.abort()}>${this.say('cancel')}</button>
				</div>
			</div>
		`;
	}

	/** A file that was not read as it was detected: the person says how. @param {{ fileId: string, name: string }} refused */
	renderRefused(refused) {
		const isText = !/[.]xlsx$/i.test(refused.name);
		const { choices } = this.config;
		return html`
			<form class="card" aria-labelledby="otherwise" @submit=${(event) => this.onReadOtherwise(event, refused)}>
				<h3 id="otherwise">${this.say('readOtherwise', refused.name)}</h3>
				<div class="bar">
					${isText ? html`${this.renderChoice('encoding', choices.encodings)} ${this.renderChoice('separator', choices.separators)}` : html`<label class="field">${this.say('sheet')} <input name="sheet" autocomplete="off" /></label>`}
					<label class="field">${this.say('headingRow')} <input name="headingRow" type="number" min="1" max="100" /></label>
					<button class="main" type="submit">${this.say('readAgain')}</button>
				</div>
			</form>
		`;
	}

	/** @param {'encoding'|'separator'} name @param {import('./types.js').Choice[]} choices */
	renderChoice(name, choices) {
		return html`
			<label class="field">
				${this.say(name)}
				<select name=${name}><option value="">${this.say('asDetected')}</option>${choices.map((choice) => html`<option value=${choice.value}>${choice.label}</option>`)}</select>
			</label>
		`;
	}

	/** @param {SubmitEvent} event @param {{ fileId: string, name: string }} refused */
	async onReadOtherwise(event, refused) {
		const chosen = written(event);
		const text = (/** @type {string} */ name) => chosen(name).trim() || null;
		await this.attempt(() =>
			this.open(refused.fileId, refused.name, { encoding: text('encoding'), separator: text('separator'), headingRow: Number(text('headingRow')) || null, sheet: text('sheet') }),
		);
	}

	/** @param {string} fileId @param {string} name @param {object} reading */
	async open(fileId, name, reading) {
		try {
			const session = await this.api.open(fileId, reading);
			this.refused = null;
			this.emit('uploaded', { sessionId: session.id, fileName: name });
			this.changed(session);
		} catch (error) {
			this.refused = error instanceof ImportError && error.problem.status === 422 ? { fileId, name } : null;
			throw error;
		}
	}

	/** @param {DragEvent} event */
	onDrag(event) {
		event.preventDefault();
		this.isOver = event.type === 'dragover';
		const file = event.dataTransfer?.files[0];
		if (file && !this.isOver) {
			this.send(file);
		}
	}

	/** @param {File} file */
	async send(file) {
		if (file.size > this.config.maxFileBytes) {
			this.emit('problem', new Error(this.say('tooLarge', this.texts.bytes(file.size), this.texts.bytes(this.config.maxFileBytes))));
			return;
		}
		this.file = file;
		this.refused = null;
		this.sent = 0;
		const stopping = new AbortController();
		this.stopping = stopping;
		await this.attempt(async () => {
			const key = `sellsy-import:${file.name}:${file.size}:${file.lastModified}`;
			const begun = sessionStorage.getItem(key);
			const fileId = await this.api.upload(file, (sent) => (this.sent = sent), stopping.signal, begun, (id) => sessionStorage.setItem(key, id));
			sessionStorage.removeItem(key);
			await this.open(fileId, file.name, {});
		}, stopping.signal);
		this.file = null;
	}
}

customElements.define('sellsy-import-upload', UploadStep);
