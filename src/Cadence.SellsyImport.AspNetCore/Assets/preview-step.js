import { css, html, nothing } from './lit.js';
import { BaseStep, written } from './base-step.js';
import { shared } from './styles.js';
import { addRange, countOf, removeRange } from './selection.js';
import './rows-table.js';
import './row-panel.js';
import './corrections.js';

/** @import { Cause, CauseValues, Choice, Plan, RowFilter, Session } from './types.js' */

/** The causes with their answers, and the rows, before anything is written. */
class PreviewStep extends BaseStep {
	static properties = { ...BaseStep.properties, filter: { state: true }, chosen: { state: true }, replacing: { state: true }, values: { state: true } };

	static styles = [
		shared,
		css`
			.counts { display: grid; grid-template-columns: repeat(auto-fit, minmax(120px, 1fr)); gap: 0.5rem; margin-block-end: 1rem; }
			.count { border: 1px solid var(--line); border-radius: var(--radius); padding: 0.5rem 0.75rem; background: var(--raised); text-align: start; display: block; min-height: 0; }
			.count strong { display: block; font-size: 1.4rem; font-variant-numeric: tabular-nums; }
			.count[aria-pressed='true'] { border-color: var(--accent); box-shadow: inset 0 0 0 1px var(--accent); }
			.cause { display: grid; grid-template-columns: minmax(0, 1fr) auto; gap: 0.25rem 1rem; padding: 0.6rem 0; border-block-start: 1px solid var(--line); align-items: center; }
			.cause .text { grid-column: 1; overflow-wrap: anywhere; }
			.cause .answer { grid-column: 1 / -1; max-width: 32rem; }
			.policies label { display: flex; gap: 0.5rem; align-items: baseline; padding: 0.2rem 0; }
			.policies input { min-height: 0; }
			.filters { margin-block-end: 0.75rem; align-items: end; }
			@media (max-width: 640px) { .cause { grid-template-columns: minmax(0, 1fr); } .filters > * { flex: 1 1 100%; } }
		`,
	];

	constructor() {
		super();
		/** @type {RowFilter} */
		this.filter = {};
		/** @type {number|null} */
		this.chosen = null;
		/** @type {Record<string, CauseValues>} */
		this.values = {};
		/** @type {{ column: number, from: string, to: string, rows: number|null }} */
		this.replacing = { column: 0, from: '', to: '', rows: null };
	}

	/** Only where the session has a plan. @returns {Plan} */
	get plan() {
		return /** @type {Plan} */ (this.session.plan);
	}

	/** Those that rows of the plan can have. */
	get statuses() {
		return /** @type {const} */ (['blank', 'active', 'error', 'excluded']).filter((status) => status !== 'excluded' || this.plan.counts.excluded > 0);
	}

	get isWriting() {
		return this.session.report !== null || this.session.step === 'add' || this.session.step === 'done';
	}

	/** @param {Map<string, unknown>} changes */
	willUpdate(changes) {
		const before = /** @type {Session|undefined} */ (changes.get('session'));
		if (before && before.version !== this.session.version) {
			const had = this.values;
			this.values = {};
			this.session.plan?.causes.forEach((cause) => had[cause.id] && this.load(cause));
		}
	}

	render() {
		const { plan } = this.session;
		if (!plan) {
			return nothing;
		}
		return html`
			${plan.isProvisional ? html`<p class="message warn" role="status">${this.say('provisionalPlan')}</p>` : nothing}
			${this.isWriting ? nothing : html`${this.renderCounts()} ${this.renderCauses(plan.causes)} ${this.renderDefaults()} ${this.renderReplace()} <sellsy-import-corrections .page=${this.page} .session=${this.session}></sellsy-import-corrections> ${this.renderPolicies()}`}
			${this.renderRows()}
			${this.chosen === null
				? nothing
				: html`<sellsy-import-row
						.page=${this.page} .config=${this.config} .session=${this.session} .row=${this.chosen} .canCorrect=${!this.isWriting}
						@panel-closed=${() => (this.chosen = null)}
					></sellsy-import-row>`}
			${this.isWriting ? nothing : this.renderActions()}
		`;
	}

	renderCounts() {
		const counts = this.plan.counts;
		return html`
			<div class="counts" role="group" aria-label=${this.say('status')}>
				${this.statuses.map(
					(status) => html`
						<button
							class="count" aria-pressed=${this.filter.status === status}
							@click=${() => (this.filter = this.filter.status === status ? {} : { status })}
						>
							<strong>${this.texts.number(counts[status])}</strong>
							${this.say(status)}
						</button>
					`,
				)}
			</div>
		`;
	}

	/** @param {Cause[]} causes */
	renderCauses(causes) {
		const known = new Set(this.session.format.findings.map((finding) => finding.text));
		const findings = this.plan.findings.filter((finding) => !known.has(finding.text));
		return html`
			<section class="card" aria-labelledby="causes">
				<h2 id="causes">${this.say('causes')}</h2>
				${findings.length > 0 ? html`<ul>${findings.map((finding) => html`<li>${finding.text}</li>`)}</ul>` : nothing}
				${causes.length === 0 ? html`<p class="muted">${this.say('noCauses')}</p>` : causes.slice(0, 50).map((cause) => this.renderCause(cause))}
				<div class="bar">
					${this.renderRejected(`sessions/${this.session.id}`)}
					${this.renderPicker('mended', 'uploadMended', this.config.accept, (file) => this.takeMended(file))}
				</div>
			</section>
		`;
	}

	/** @param {Cause} cause */
	renderCause(cause) {
		return html`
			<div class="cause" data-code=${cause.code}>
				<div class="text"><span class="tag ${cause.severity}">${this.texts.rows(cause.rows)}</span> <strong>${cause.title}</strong><br />${cause.text}</div>
				<button class="plain" @click=${() => this.showCause(cause)}>${this.say('showRows')}</button>
				${this.renderAnswer(cause)}
			</div>
		`;
	}

	/** @param {Cause} cause */
	renderAnswer(cause) {
		if (cause.answer === 'owner' && cause.argument) {
			const name = cause.argument;
			const label = `${name} (${this.say('forAllRows', cause.rows)})`;
			return html`<div class="answer">${this.renderSelect(label, this.say('chooseUser'), this.users, null, (text) => this.decideOwner(name, text))}</div>`;
		}
		if (cause.answer === 'value' && cause.column !== null) {
			const { column } = cause;
			const found = this.values[cause.id];
			return html`
				<details class="answer" @toggle=${(event) => this.onValues(event, cause)}>
					<summary>${this.say('valuesOf')}</summary>
					${found?.values.map(
						({ text, rows }) => html`
							<form class="bar" @submit=${(event) => this.replaceValue(column, text, written(event)('to'))}>
								<label class="field">${this.say('replaceBy', text || this.say('empty'))} <input name="to" autocomplete="off" /></label>
								<button type="submit" ?disabled=${text === ''}>${this.say('replace')} (${this.texts.rows(rows)})</button>
							</form>
						`,
					) ?? this.say('loading')}
					${found && !found.isComplete ? html`<p class="muted">${this.say('valuesOfFirst', found.read)}</p>` : nothing}
				</details>
			`;
		}
		if (cause.answer === 'match') {
			return this.renderAnswers(this.say('forAllRows', cause.rows), ['same', 'new'], (otherMatches) => this.decide({ otherMatches }));
		}
		if (cause.answer === 'dateOrder' && cause.field) {
			const field = cause.field;
			return this.renderAnswers(this.say('dateOrder'), ['dmy', 'mdy'], (order) => this.orderDates(field, order));
		}
		return nothing;
	}

	renderDefaults() {
		const { decisions } = this.session;
		return html`
			<details class="card">
				<summary>${this.say('defaultOwner')}</summary>
				<div class="bar">
					${this.renderSelect(this.say('forBlank'), this.say('nobody'), this.users, decisions.blank, (text) => this.decide({ blank: text || null }))}
					${this.renderSelect(this.say('forUnknown'), this.say('nobody'), this.users, decisions.unknown, (text) => this.decide({ unknown: text || null }))}
				</div>
				${decisions.owners.length === 0
					? nothing
					: html`<ul class="plain">
							${decisions.owners.map((one) => this.renderCorrection(`${one.text} → ${this.nameOf(one.userId)}`, () => this.decideOwner(one.text, '')))}
						</ul>`}
			</details>
		`;
	}

	/** @returns {Choice[]} */
	get users() {
		return this.config.users.filter((user) => user.isActive).map((user) => ({ value: user.id, label: `${user.name}${user.email ? ` · ${user.email}` : ''}` }));
	}

	renderReplace() {
		return html`
			<details class="card">
				<summary>${this.say('replaceInColumn')}</summary>
				<form class="bar" @submit=${(event) => this.onReplace(event)} @change=${(event) => this.onReplaceChanged(event)}>
					<label class="field">
						${this.say('column')}
						<select name="column">${this.session.columns.map((column) => html`<option value=${column.index}>${this.headingOf(column.index)}</option>`)}</select>
					</label>
					<label class="field">${this.say('text')} <input name="from" autocomplete="off" /></label>
					<label class="field">${this.say('by')} <input name="to" autocomplete="off" /></label>
					<button type="submit" ?disabled=${!this.replacing.rows}>${this.say('replace')}</button>
					<span role="status">${this.replacing.rows === null ? '' : this.say('wouldChange', this.replacing.rows)}</span>
				</form>
			</details>
		`;
	}

	renderPolicies() {
		const plan = this.plan;
		if (plan.counts.active === 0 || plan.policies.length < 2) {
			return nothing;
		}
		return html`
			<fieldset class="card policies">
				<legend>${this.say('existing')} (${this.texts.number(plan.counts.active)})</legend>
				${plan.policies.map(
					(policy) => html`
						<label>
							<input
								type="radio" name="policy" .checked=${policy.policy === this.session.policy}
								@change=${() => this.change(() => ({ policy: policy.policy }))}
							/>
							<span>${policy.label} <span class="muted">${this.say('policyCounts', policy.updated, policy.unchanged)}</span></span>
						</label>
					`,
				)}
			</fieldset>
		`;
	}

	renderRows() {
		const plan = this.plan;
		const statuses = [...this.statuses, ...(this.isWriting ? /** @type {const} */ (['success']) : [])];
		return html`
			<section class="card" aria-labelledby="rows">
				<h2 id="rows">${this.isWriting ? '' : `${this.say('preview')} · `}${this.texts.rows(plan.rows)}</h2>
				<form class="bar filters" @submit=${(event) => this.narrow({ text: written(event)('text') })}>
					${this.renderSelect(this.say('status'), this.say('all'), statuses.map((status) => ({ value: status, label: this.say(status) })), this.filter.status, (text) => this.narrow({ status: text }))}
					${this.renderSelect(
						this.say('owner'), this.say('allOwners'),
						plan.owners.map((owner) => ({ value: owner.id, label: `${owner.name ?? owner.text} (${this.texts.number(owner.rows)})` })),
						this.filter.owner, (text) => this.narrow({ owner: text }),
					)}
					<label class="field">${this.say('filterText')} <input name="text" type="search" .value=${this.filter.text ?? ''} /></label>
					<button type="submit">${this.say('filterText')}</button>
					${this.filter.code ? html`<button type="button" @click=${() => (this.filter = {})}>✕ ${plan.causes.find((cause) => cause.code === this.filter.code)?.title ?? this.filter.code}</button>` : nothing}
				</form>
				<sellsy-import-rows
					.page=${this.page} .config=${this.config} .session=${this.session} .filter=${this.filter} .version=${this.session.version} .total=${plan.rows} .canTick=${!this.isWriting}
					@row-chosen=${(event) => (this.chosen = event.detail)}
					@rows-ticked=${(event) => this.tick(event.detail)}
				></sellsy-import-rows>
			</section>
		`;
	}

	renderActions() {
		const plan = this.plan;
		const ticked = countOf(this.session.selection, plan.rows);
		const canAdd = !plan.isProvisional && (plan.counts.blank > 0 || plan.policies.some((policy) => policy.policy === this.session.policy && policy.updated > 0));
		return html`
			<div class="card bar">
				<button @click=${() => this.emit('remap')}>${this.say('back')}</button>
				<button @click=${() => this.select('all')}>${this.say('tickAll')}</button>
				<button @click=${() => this.select('none')}>${this.say('tickNone')}</button>
				<span class="push muted" role="status">${ticked === null ? this.say('all') : this.say('ticked', ticked)}</span>
				<button class="main" ?disabled=${!canAdd || this.session.selection === 'none'} @click=${() => this.start('add')}>${this.say('addRows')}</button>
			</div>
		`;
	}

	/** @param {string} userId */
	nameOf(userId) {
		return this.config.users.find((user) => user.id === userId)?.name ?? userId;
	}

	/** @param {RowFilter} filter */
	narrow(filter) {
		this.filter = { ...this.filter, ...filter };
	}

	/** @param {Cause} cause */
	showCause(cause) {
		this.filter = { code: cause.code, field: cause.field ?? '', owner: cause.answer === 'owner' ? this.plan.owners.find((owner) => owner.text === cause.argument)?.id : '' };
		this.renderRoot.querySelector('#rows')?.scrollIntoView({ block: 'start' });
	}

	/** @param {string} text @param {string} userId */
	decideOwner(text, userId) {
		return this.repair((session) => ({
			decisions: { ...session.decisions, owners: [...session.decisions.owners.filter((one) => one.text !== text), ...(userId ? [{ text, userId }] : [])] },
		}));
	}

	/** @param {string} field @param {string} order */
	orderDates(field, order) {
		return this.repair((session) => ({ reading: { ...session.reading, dateOrders: { ...session.reading.dateOrders, [field]: order } } }));
	}

	/** Asks which texts the cells of a cause have, once it is opened. @param {Event} event @param {Cause} cause */
	onValues(event, cause) {
		if (/** @type {HTMLDetailsElement} */ (event.target).open && !this.values[cause.id]) {
			this.load(cause);
		}
	}

	/** @param {Cause} cause */
	async load(cause) {
		const found = await this.attempt(() => this.api.values(this.session.id, cause.id));
		this.values = found ? { ...this.values, [cause.id]: found } : this.values;
	}

	/** @param {number} column @param {string} from @param {string} to */
	replaceValue(column, from, to) {
		return this.repair((session) => ({
			corrections: {
				...session.corrections,
				values: [...session.corrections.values.filter((one) => one.column !== column || one.from !== from), { column, from, to }],
			},
		}));
	}

	/** @param {Event} event */
	async onReplaceChanged(event) {
		const text = written(event);
		const [column, from, to] = [Number(text('column')), text('from'), text('to')];
		if (from !== '') {
			const answer = await this.attempt(() => this.api.count(this.session.id, column, from));
			this.replacing = { column, from, to, rows: answer ? answer.rows : null };
		}
	}

	/** @param {SubmitEvent} event */
	onReplace(event) {
		event.preventDefault();
		const { column, from, to } = this.replacing;
		this.replacing = { column, from: '', to: '', rows: null };
		this.replaceValue(column, from, to);
	}

	/** @param {File} file */
	async takeMended(file) {
		const answer = await this.attempt(async () => {
			const fileId = await this.api.upload(file, () => undefined, new AbortController().signal, null, () => undefined);
			return this.api.mended(this.session.id, fileId);
		});
		if (answer) {
			this.emit('notice', [this.say('mendedTaken', answer.taken), answer.unmatched.length > 0 ? this.say('mendedUnknown', answer.unmatched.join(', ')) : ''].join(' '));
			const started = await this.attempt(() => this.api.start(this.session.id, 'preview'));
			this.changed(started ?? answer.session);
		}
	}

	/** @param {{ ranges: [number, number][], ticked: boolean }} rows */
	tick({ ranges, ticked }) {
		const change = ticked ? addRange : removeRange;
		this.change(({ selection }) => ({ selection: ranges.reduce((left, [from, to]) => change(left, from, to, this.plan.rows), selection) }));
	}

	/** @param {string} selection */
	select(selection) {
		this.change(() => ({ selection }));
	}
}

customElements.define('sellsy-import-preview', PreviewStep);
