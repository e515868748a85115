import { html, nothing } from './lit.js';
import { BaseStep } from './base-step.js';

/** @import { HistoryEntry } from './types.js' */

const counts = /** @type {const} */ (['added', 'updated', 'errors']);
const columns = /** @type {const} */ (['started', 'upload', 'by', 'state', ...counts, 'actions']);

/** The imports that one may see. */
class HistoryView extends BaseStep {
	static properties = { ...BaseStep.properties, imports: { state: true }, asking: { state: true } };

	constructor() {
		super();
		/** @type {HistoryEntry[]|null} */
		this.imports = null;
		/** @type {string|null} */
		this.asking = null;
	}

	connectedCallback() {
		super.connectedCallback();
		this.load();
		this.timer = setInterval(() => this.imports?.some((one) => one.canCancel) && this.load(), 2000);
	}

	disconnectedCallback() {
		super.disconnectedCallback();
		clearInterval(this.timer);
	}

	async load() {
		this.imports = (await this.attempt(() => this.api.history()))?.imports ?? this.imports ?? [];
	}

	render() {
		if (this.imports === null) {
			return html`<p>${this.say('loading')}</p>`;
		}
		return html`
			<section class="card" aria-labelledby="history">
				<h2 id="history">${this.say('history')}</h2>
				${this.imports.length === 0
					? html`<p class="muted">${this.say('noImports')}</p>`
					: html`<div class="scroll" tabindex="0">
							<table class="stack">
								<thead>
									<tr>${columns.map((column) => html`<th scope="col">${this.say(column)}</th>`)}</tr>
								</thead>
								<tbody>${this.imports.map((one) => this.renderImport(one))}</tbody>
							</table>
						</div>`}
			</section>
		`;
	}

	/** @param {HistoryEntry} one */
	renderImport(one) {
		return html`
			<tr>
				<td>${this.texts.time(one.startedAt)}</td>
				<td>${one.fileName}</td>
				<td>${one.startedBy ?? ''}</td>
				<td><span class="tag">${one.stateLabel}</span>${one.node ? html`<br /><span class="muted">${one.node} ${one.rate ? this.say('perSecond', Math.round(one.rate)) : ''}</span>` : nothing}</td>
				${counts.map((name) => html`<td data-label=${this.say(name)}>${this.texts.number(one.counts[name])}</td>`)}
				<td>
					<div class="bar">
						${one.sessionId ? html`<button @click=${() => this.emit('open-session', one.sessionId)}>${this.say('open')}</button>` : nothing}
						${one.canResume ? html`<button @click=${() => this.act(one, 'resume')}>${this.say('resume')}</button>` : nothing}
						${one.canCancel ? html`<button @click=${() => this.act(one, 'cancel')}>${this.say('cancel')}</button>` : nothing}
						${one.hasRejected ? this.renderRejected(`history/${encodeURIComponent(one.importId)}`) : nothing}
						${one.canUndo && this.asking !== one.importId ? html`<button class="danger" @click=${() => (this.asking = one.importId)}>${this.say('undo')}</button>` : nothing}
						${this.asking === one.importId
							? html`<span>${this.say('undoSure', one.counts.added, one.counts.updated)}</span>
									<button class="danger" @click=${() => this.act(one, 'undo')}>${this.say('undoYes')}</button>
									<button @click=${() => (this.asking = null)}>${this.say('no')}</button>`
							: nothing}
					</div>
				</td>
			</tr>
		`;
	}

	/** @param {HistoryEntry} one @param {'resume'|'cancel'|'undo'} what */
	async act(one, what) {
		this.asking = null;
		await this.attempt(() => this.api.act(one.importId, what));
		await this.load();
	}
}

customElements.define('sellsy-import-history', HistoryView);
