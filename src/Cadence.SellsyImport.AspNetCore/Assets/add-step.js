import { css, html, nothing } from './lit.js';
import { BaseStep } from './base-step.js';
import { shared } from './styles.js';

/** Work that runs, and what came of it. */
class AddStep extends BaseStep {
	static properties = { ...BaseStep.properties, isAsking: { state: true } };

	static styles = [
		shared,
		css`
			.totals { display: grid; grid-template-columns: repeat(auto-fit, minmax(110px, 1fr)); gap: 0.5rem; margin-block: 0.75rem; }
			.totals div { background: var(--raised); border-radius: var(--radius); padding: 0.5rem 0.75rem; }
			.totals strong { display: block; font-size: 1.4rem; font-variant-numeric: tabular-nums; }
		`,
	];

	constructor() {
		super();
		this.isAsking = false;
	}

	render() {
		const { job, report } = this.session;
		return html`${job && job.state !== 'done' ? this.renderJob(job) : nothing} ${report && job?.state !== 'running' ? this.renderReport(report) : nothing}`;
	}

	/** @param {import('./types.js').Job} job */
	renderJob(job) {
		const titles = { preview: this.say('previewing'), add: this.say('add'), undo: this.say('undoing') };
		const facts = [
			job.totalRows > 0 ? this.say('ofRows', job.rows, job.totalRows) : this.say('rowsRead', job.rows),
			job.rowsPerSecond ? this.say('perSecond', Math.round(job.rowsPerSecond)) : '',
			job.secondsLeft !== null ? this.say('timeLeft', this.texts.duration(job.secondsLeft)) : '',
		];
		return html`
			<section class="card" aria-labelledby="job">
				<h2 id="job">${titles[job.kind]}</h2>
				${job.state === 'running'
					? html`
							<progress max=${job.totalRows || 1} .value=${job.rows} aria-label=${titles[job.kind]}></progress>
							<div class="bar">
								<span class="muted" aria-live="polite">${facts.filter((fact) => fact).join(' · ')}</span>
								<button class="push" @click=${() => this.start('cancel')}>${this.say('cancel')}</button>
							</div>
						`
					: html`
							<div class="message ${job.state === 'failed' ? 'bad' : 'warn'}" role="alert">
								<span>${job.problem ? job.problem.detail : job.kind === 'add' ? this.say('interrupted') : this.say('failed')}</span>
							</div>
							<div class="bar">
								${job.kind === 'preview' ? html`<button @click=${() => this.emit('remap')}>${this.say('back')}</button>` : nothing}
								<button class="main" @click=${() => this.start(job.kind)}>${job.kind === 'add' ? this.say('resume') : this.say('retry')}</button>
							</div>
						`}
			</section>
		`;
	}

	/** @param {import('./types.js').Report} report */
	renderReport(report) {
		const { counts, undo } = report;
		const totals = /** @type {const} */ (['read', 'added', 'updated', 'unchanged', 'skipped', 'errors']);
		return html`
			<section class="card" aria-labelledby="report">
				<h2 id="report">${undo ? this.say('undone') : this.say('done')} · ${this.texts.duration(report.elapsed)}</h2>
				<div class="totals">${totals.map((name) => html`<div><strong>${this.texts.number(counts[name])}</strong>${this.say(name)}</div>`)}</div>
				<p class="muted">${this.say('balance', counts.read, counts.added, counts.updated, counts.unchanged, counts.skipped, counts.errors)}</p>
				${undo ? html`<div class="message good" role="status">${this.say('undoResult', undo.removed, undo.restored, undo.kept, undo.vanished, undo.forgotten)}</div>` : nothing}
				<div class="bar">
					${report.hasRejected ? this.renderRejected(`sessions/${this.session.id}`) : nothing}
					<button @click=${() => this.emit('new-import')}>${this.say('newImport')}</button>
					${report.canUndo && !undo ? html`<button class="danger push" @click=${() => (this.isAsking = true)}>${this.say('undo')}</button>` : nothing}
				</div>
				${this.isAsking
					? html`<div class="message warn" role="alertdialog" aria-label=${this.say('undo')}>
							<span>${this.say('undoSure', counts.added, counts.updated)}</span>
							<span class="push bar">
								<button class="danger" @click=${() => this.undo()}>${this.say('undoYes')}</button>
								<button @click=${() => (this.isAsking = false)}>${this.say('no')}</button>
							</span>
						</div>`
					: nothing}
			</section>
		`;
	}

	undo() {
		this.isAsking = false;
		return this.start('undo');
	}
}

customElements.define('sellsy-import-add', AddStep);
