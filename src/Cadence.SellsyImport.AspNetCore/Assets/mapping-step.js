import { css, html, nothing, live } from './lit.js';
import { BaseStep, value } from './base-step.js';
import { shared } from './styles.js';

/** @import { Assignment, Choice, Field } from './types.js' */

/** How the file is read, and which column feeds which field. Everything that was detected can be changed. */
class MappingStep extends BaseStep {
	static properties = { ...BaseStep.properties, over: { state: true }, isBusy: { state: true } };

	static styles = [
		shared,
		css`
			.reading { display: grid; grid-template-columns: repeat(auto-fill, minmax(170px, 1fr)); gap: 0.75rem; margin-block-end: 0.75rem; }
			.columns { display: grid; grid-template-columns: minmax(0, 3fr) minmax(0, 2fr); gap: 1rem; align-items: start; }
			.target { display: grid; grid-template-columns: minmax(120px, 1fr) minmax(0, 2fr); gap: 0.25rem 0.75rem; padding: 0.5rem; border-radius: 6px; align-items: center; }
			.target + .target { border-block-start: 1px solid var(--line); }
			.target.over { background: var(--raised); outline: 2px dashed var(--accent); }
			.target .label { font-weight: 600; overflow-wrap: anywhere; }
			.target .choice { display: flex; flex-wrap: wrap; gap: 0.35rem; align-items: center; }
			.target select, .target input { flex: 1 1 130px; min-width: 0; }
			.target .evidence { grid-column: 2; font-size: 0.85rem; }
			.chips { display: grid; gap: 0.5rem; grid-template-columns: repeat(auto-fill, minmax(min(100%, 210px), 1fr)); }
			.chip { border: 1px solid var(--line); border-radius: 8px; padding: 0.5rem 0.6rem; background: var(--surface); cursor: grab; min-width: 0; }
			.chip strong { display: block; overflow-wrap: anywhere; }
			.chip span { display: block; font-size: 0.85rem; color: var(--muted); white-space: nowrap; overflow: hidden; text-overflow: ellipsis; }
			.chip .use { color: var(--good); }
			.chip.free { border-style: dashed; }
			.star { color: var(--bad); }
			@media (max-width: 760px) {
				.columns, .target { grid-template-columns: minmax(0, 1fr); }
				.target .evidence { grid-column: 1; }
			}
		`,
	];

	constructor() {
		super();
		this.over = '';
		this.isBusy = false;
	}

	render() {
		const { missing } = this.session;
		return html`
			${this.renderReading()}
			<div class="columns">
				<section class="card" aria-labelledby="targets">
					<h2 id="targets">${this.say('fieldsOfCadence')}</h2>
					<p class="muted">${this.say('dragHint')}</p>
					${this.config.fields.map((field) => this.renderField(field))}
				</section>
				<section class="card" aria-labelledby="sources">
					<h2 id="sources">${this.say('columnsOfFile')}</h2>
					<div class="chips">${this.session.columns.map((column) => this.renderChip(column))}</div>
				</section>
			</div>
			${this.renderUnmapped()}
			<div class="card bar">
				<a class="button" href=${this.api.url(`sessions/${this.session.id}/profile`)} download>${this.say('saveProfile')}</a>
				${this.renderPicker('profile', 'loadProfile', '.json,application/json', (file) => this.take(async () => this.api.loadProfile(this.session.id, await file.text())))}
				<span class="push" role="status">${missing.length > 0 ? this.say('missing', missing.map((field) => field.label).join(', ')) : nothing}</span>
				<button class="main" ?disabled=${this.isBusy || missing.length > 0} @click=${() => this.goOn()}>${this.say('continue')}</button>
			</div>
		`;
	}

	renderReading() {
		const { format, reading, file } = this.session;
		const { choices } = this.config;
		return html`
			<section class="card" aria-labelledby="reading">
				<h2 id="reading">${this.say('detected')} · ${file.name}</h2>
				<div class="reading">
					${file.sheets.length > 1 ? this.renderOverrule('sheet', file.sheets.map((sheet) => ({ value: sheet, label: sheet })), file.sheets[0] ?? '', reading.sheet ?? null) : nothing}
					${file.isWorkbook ? nothing : this.renderOverrule('encoding', choices.encodings, format.encoding, reading.encoding)}
					${file.isWorkbook ? nothing : this.renderOverrule('separator', choices.separators, format.separator === '\t' ? this.say('tab') : format.separator, reading.separator)}
					<label class="field">
						${this.say('headingRow')}
						<input
							type="number" min="1" max="100" .value=${live(String(reading.headingRow ?? format.headingRow))}
							@change=${value((text) => this.overrule({ headingRow: Number(text) || null }))}
						/>
					</label>
					${this.renderOverrule('shortRows', choices.shortRows, format.shortRows, reading.shortRows)}
				</div>
				${format.findings.length > 0
					? html`<ul>${format.findings.map((finding) => html`<li>${finding.text}</li>`)}</ul>`
					: nothing}
				<details>
					<summary>${this.say('sampleRows')}</summary>
					<div class="scroll" tabindex="0" role="region" aria-label=${this.say('sampleRows')}>
						<table>
							<thead><tr>${this.session.columns.map((column) => html`<th scope="col">${column.heading || '—'}</th>`)}</tr></thead>
							<tbody>${this.session.sample.map((row) => html`<tr>${row.map((cell) => html`<td>${cell}</td>`)}</tr>`)}</tbody>
						</table>
					</div>
				</details>
			</section>
		`;
	}

	/** @param {'encoding'|'separator'|'shortRows'|'sheet'} what @param {Choice[]} choices @param {string} detected @param {string|null} chosen */
	renderOverrule(what, choices, detected, chosen) {
		const none = this.say('automatic', choices.find((choice) => choice.value === detected)?.label ?? detected);
		return this.renderSelect(this.say(what), none, choices, chosen, (text) => this.overrule({ [what]: text || null }));
	}

	/** @param {Field} field */
	renderField(field) {
		const assignment = this.assignmentOf(field.name);
		const suggestion = this.session.suggestions.find((one) => one.field === field.name && assignment.columns.includes(one.column));
		/** @type {(number|'')[]} */
		const rows = field.isList || assignment.columns.length > 1 ? [...assignment.columns, ''] : [assignment.columns[0] ?? ''];
		return html`
			<div
				class="target ${this.over === field.name ? 'over' : ''}" data-field=${field.name}
				@dragover=${(event) => this.onDragOver(event, field.name)}
				@dragleave=${() => (this.over = '')}
				@drop=${(event) => this.onDrop(event, field)}
			>
				<span class="label">
					${field.label}${field.isMandatory ? html`<span class="star" aria-hidden="true"> *</span><span class="visually-hidden"> (${this.say('mandatory')})</span>` : nothing}
				</span>
				<div class="choice">
					${assignment.constant !== null && assignment.columns.length === 0 ? nothing : rows.map((column, place) => this.renderColumnSelect(field, assignment, column, place))}
					${assignment.columns.length === 0
						? html`<input
								type="text" placeholder=${this.say('constant')} aria-label=${this.say('constantFor', field.label)} .value=${live(assignment.constant ?? '')}
								@change=${value((text) => this.assign(field.name, [], text || null))}
							/>`
						: nothing}
				</div>
				${suggestion ? html`<span class="evidence muted">${this.say('suggestedBecause', suggestion.text)}</span>` : nothing}
				${this.renderDateOrder(field, assignment)}
			</div>
		`;
	}

	/** @param {Field} field @param {Assignment} assignment @param {number|''} column @param {number} place */
	renderColumnSelect(field, assignment, column, place) {
		const label = place === 0 ? field.label : `${field.label}, ${this.say('addColumn')}`;
		return html`
			<select
				aria-label=${label}
				@change=${(event) => {
					const value = /** @type {HTMLSelectElement} */ (event.target).value;
					const columns = assignment.columns.slice();
					columns.splice(place, 1, ...(value === '' ? [] : [Number(value)]));
					this.assign(field.name, columns, null);
				}}
			>
				<option value="" ?selected=${column === ''}>${place === 0 ? this.say('noColumn') : this.say('addColumn')}</option>
				${this.session.columns.map((one) => html`<option value=${one.index} ?selected=${one.index === column}>${this.headingOf(one.index)}</option>`)}
			</select>
		`;
	}

	/** @param {Field} field @param {Assignment} assignment */
	renderDateOrder(field, assignment) {
		if (field.group !== 'date' || assignment.columns.length === 0) {
			return nothing;
		}
		const orders = /** @type {const} */ (['dmy', 'mdy']).map((order) => ({ value: order, label: this.say(order) }));
		const chosen = this.session.reading.dateOrders[field.name];
		return html`<span class="evidence">${this.renderSelect(this.say('dateOrder'), this.say('automatic', '…'), orders, chosen, (text) => this.orderDates(field.name, text))}</span>`;
	}

	/** @param {{ index: number, heading: string, samples: string[] }} column */
	renderChip(column) {
		const users = this.session.mapping.filter((assignment) => assignment.columns.includes(column.index)).map((assignment) => this.labelOf(assignment.field));
		return html`
			<div class="chip ${users.length === 0 ? 'free' : ''}" draggable="true" @dragstart=${(event) => event.dataTransfer?.setData('text/x-column', String(column.index))}>
				<strong>${this.headingOf(column.index)}</strong>
				${column.samples.map((sample) => html`<span>${sample || this.say('empty')}</span>`)}
				<span class=${users.length > 0 ? 'use' : ''}>${users.length > 0 ? this.say('used', users.join(', ')) : this.say('free')}</span>
			</div>
		`;
	}

	renderUnmapped() {
		const names = this.session.unmapped.map((index) => this.headingOf(index));
		return names.length === 0
			? nothing
			: html`<details class="card"><summary>${this.say('notMapped')} (${names.length})</summary><p>${names.join(' · ')}</p></details>`;
	}

	/** @param {string} field @returns {Assignment} */
	assignmentOf(field) {
		return this.session.mapping.find((one) => one.field === field) ?? { field, columns: [], constant: null, values: [] };
	}

	/** @param {string} field */
	labelOf(field) {
		return this.config.fields.find((one) => one.name === field)?.label ?? field;
	}

	/** @param {DragEvent} event @param {string} field */
	onDragOver(event, field) {
		if (event.dataTransfer?.types.includes('text/x-column')) {
			event.preventDefault();
			this.over = field;
		}
	}

	/** @param {DragEvent} event @param {Field} field */
	onDrop(event, field) {
		event.preventDefault();
		this.over = '';
		const column = Number(event.dataTransfer?.getData('text/x-column'));
		if (Number.isInteger(column)) {
			const before = field.isList ? this.assignmentOf(field.name).columns.filter((one) => one !== column) : [];
			this.assign(field.name, [...before, column], null);
		}
	}

	/**
	 * Gives a field its columns or its constant. A column feeds one field: it is taken from the field that had it.
	 * @param {string} field @param {number[]} columns @param {string|null} constant
	 */
	assign(field, columns, constant) {
		return this.change((session) => ({
			mapping: [
				...session.mapping
					.filter((one) => one.field !== field)
					.map((one) => ({ ...one, columns: one.columns.filter((column) => !columns.includes(column)) }))
					.filter((one) => one.columns.length > 0 || one.constant !== null),
				...(columns.length > 0 || constant !== null ? [{ ...this.assignmentOf(field), columns, constant }] : []),
			],
		}));
	}

	/** @param {object} reading */
	overrule(reading) {
		return this.change((session) => ({ reading: { ...session.reading, ...reading } }));
	}

	/** @param {string} field @param {string} order */
	orderDates(field, order) {
		return this.change((session) => {
			const dateOrders = { ...session.reading.dateOrders };
			if (order === '') {
				delete dateOrders[field];
			} else {
				dateOrders[field] = order;
			}
			return { reading: { ...session.reading, dateOrders } };
		});
	}

	async goOn() {
		this.isBusy = true;
		await this.start('preview');
		this.isBusy = false;
	}
}

customElements.define('sellsy-import-mapping', MappingStep);
