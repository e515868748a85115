import { css, html, nothing } from './lit.js';
import { BaseStep, value } from './base-step.js';
import { shared } from './styles.js';

/** @import { RowDetail, Session } from './types.js' */

/** One row: its lead, its reasons, its cells to correct, and what would change in a lead that exists. */
class RowPanel extends BaseStep {
	static properties = { ...BaseStep.properties, row: { attribute: false }, canCorrect: { attribute: false }, detail: { state: true }, cells: { state: true } };

	static styles = [
		shared,
		css`
			dialog {
				border: 0; border-inline-start: 1px solid var(--line); padding: 0; margin: 0 0 0 auto; height: 100%; max-height: 100%; width: min(560px, 100%); max-width: 100%;
				background: var(--surface); color: var(--text);
			}
			dialog::backdrop { background: rgb(10 15 30 / 45%); }
			.head { position: sticky; top: 0; background: var(--surface); padding: 0.75rem 1rem; border-block-end: 1px solid var(--line); z-index: 1; }
			.body { padding: 1rem; display: grid; gap: 1.25rem; }
			.cell { display: grid; gap: 0.15rem; padding: 0.35rem 0; }
			.cell input { width: 100%; }
			.issue { padding: 0.35rem 0; border-block-start: 1px solid var(--line); }
		`,
	];

	constructor() {
		super();
		this.row = 0;
		this.canCorrect = false;
		/** @type {RowDetail|null} */
		this.detail = null;
		/** @type {Record<string, string>} */
		this.cells = {};
	}

	/** @param {Map<string, unknown>} changes */
	willUpdate(changes) {
		if (changes.has('row')) {
			this.detail = null;
			this.cells = {};
			this.load();
		}
	}

	updated() {
		const dialog = this.dialog();
		if (dialog && !dialog.open && this.isConnected) {
			dialog.showModal();
		}
	}

	async load() {
		this.detail = (await this.attempt(() => this.api.row(this.session.id, this.row))) ?? null;
		if (!this.detail) {
			this.emit('panel-closed');
		}
	}

	dialog() {
		return this.renderRoot.querySelector('dialog');
	}

	render() {
		const { detail } = this;
		return html`
			<dialog aria-labelledby="title" @close=${() => this.emit('panel-closed')}>
				<div class="head bar">
					<h2 id="title">${this.say('row', this.row)}${detail ? html` · ${detail.name}` : nothing}</h2>
					${detail ? html`<span class="tag ${detail.status}">${detail.statusLabel || this.say('blank')}</span>` : nothing}
					${detail?.isProvisional ? html`<span class="muted">${this.say('provisional')}</span>` : nothing}
					<button class="push" @click=${() => this.dialog()?.close()}>${this.say('close')}</button>
				</div>
				<div class="body">${detail ? this.renderDetail(detail) : html`<p>${this.say('loading')}</p>`}</div>
			</dialog>
		`;
	}

	/** @param {RowDetail} detail */
	renderDetail(detail) {
		return html`
			${detail.issues.length === 0
				? nothing
				: html`<section>
						<h3>${this.say('reasons')}</h3>
						${detail.issues.map((issue) => html`<div class="issue"><span class="tag ${issue.severity}">${this.say(issue.severity === 'error' ? 'error' : 'findings')}</span> ${issue.text}</div>`)}
						${detail.match && this.canCorrect ? this.renderMatch(detail.match) : nothing}
					</section>`}
			${detail.status === 'active'
				? html`<section><h3>${this.say('cadences')}</h3><p>${detail.cadences.length > 0 ? detail.cadences.join(', ') : this.say('noCadence')}</p></section>`
				: nothing}
			${detail.changes.length === 0
				? nothing
				: html`<section class="scroll">
						<h3>${this.say('changes')}</h3>
						<table>
							<thead><tr><td></td><th scope="col">${this.say('before')}</th><th scope="col">${this.say('after')}</th></tr></thead>
							<tbody>${detail.changes.map((change) => html`<tr><th scope="row">${change.label}</th><td>${change.before ?? this.say('empty')}</td><td>${change.after ?? this.say('empty')}</td></tr>`)}</tbody>
						</table>
					</section>`}
			${detail.lead.length === 0
				? nothing
				: html`<section><h3>${this.say('lead')}</h3><dl>${detail.lead.map((one) => html`<dt>${one.label}</dt><dd>${one.text}</dd>`)}</dl></section>`}
			<section>
				<h3>${this.say('fileCells')}</h3>
				<form @submit=${(event) => this.onSave(event)}>
					${detail.cells.map(
						(cell) => html`
							<label class="cell">
								<span class="muted">${this.headingOf(cell.column)}</span>
								<input
									.value=${this.cells[cell.column] ?? cell.text} ?disabled=${!this.canCorrect} autocomplete="off" data-column=${cell.column}
									@change=${value((text) => this.onCell(cell.column, text))}
								/>
								${cell.original !== null ? html`<span class="muted">${this.say('original', cell.original || this.say('empty'))}</span>` : nothing}
							</label>
						`,
					)}
					${this.canCorrect
						? html`<div class="bar">
								<button class="main" type="submit" ?disabled=${Object.keys(this.cells).length === 0}>${this.say('save')}</button>
								<button class="push" type="button" @click=${() => this.toggleExcluded()}>${this.isExcluded ? this.say('include') : this.say('exclude')}</button>
							</div>`
						: nothing}
				</form>
			</section>
		`;
	}

	/** @param {import('./types.js').Match} match */
	renderMatch({ contact, lead }) {
		return this.renderAnswers('', ['same', 'new'], (answer) =>
			this.correct(({ decisions }) => ({
				decisions: { ...decisions, matches: [...decisions.matches.filter((one) => one.contact !== contact), { contact, lead: answer === 'same' ? lead : null }] },
			})),
		);
	}

	get isExcluded() {
		return this.session.corrections.excluded.includes(this.row);
	}

	/** Judges the row at once; the whole preview follows when it is saved. @param {number} column @param {string} text */
	async onCell(column, text) {
		this.cells = { ...this.cells, [column]: text };
		const judged = await this.attempt(() => this.api.judge(this.session.id, this.row, this.cells));
		if (judged) {
			this.detail = judged;
		}
	}

	/** @param {SubmitEvent} event */
	onSave(event) {
		event.preventDefault();
		const changed = Object.entries(this.cells).map(([column, text]) => ({ row: this.row, column: Number(column), text, original: null }));
		this.correct((session) => ({
			corrections: {
				...session.corrections,
				cells: [...session.corrections.cells.filter((cell) => !changed.some((one) => one.row === cell.row && one.column === cell.column)), ...changed],
			},
		}));
	}

	/** @param {(session: Session) => object} change */
	async correct(change) {
		await this.repair(change);
		this.dialog()?.close();
	}

	toggleExcluded() {
		const { row, isExcluded } = this;
		this.correct((session) => ({
			corrections: { ...session.corrections, excluded: isExcluded ? session.corrections.excluded.filter((one) => one !== row) : [...session.corrections.excluded, row] },
		}));
	}
}

customElements.define('sellsy-import-row', RowPanel);
