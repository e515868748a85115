import { css, html, nothing, live } from './lit.js';
import { BaseStep, written } from './base-step.js';
import { shared } from './styles.js';

/** @import { Row, RowFilter } from './types.js' */

const columns = /** @type {const} */ (['number', 'status', 'name', 'company', 'jobTitle', 'email', 'owner']);
const rowHeight = 36;
const rowsOfPage = 50;

// Chromium lays out 33,554,428 pixels at most. Beyond this height the bar is a scale: a place on it stands for a row.
const mostPixels = 8_000_000;

/**
 * The rows of a plan or of a report. Without a filter a place of the scroll bar is a row, however many there are; with a filter the rows that fit
 * follow one another, a page at a time.
 */
class RowsTable extends BaseStep {
	static properties = {
		...BaseStep.properties,
		filter: { attribute: false },
		version: { type: Number },
		total: { type: Number },
		canTick: { type: Boolean },
		first: { state: true },
		visible: { state: true },
		active: { state: true },
		found: { state: true },
		tickedFrom: { state: true },
		loaded: { state: true },
	};

	static styles = [
		shared,
		css`
			:host { display: block; }
			.frame { border: 1px solid var(--line); border-radius: var(--radius); overflow: hidden; background: var(--surface); }
			.view { overflow: auto; position: relative; height: clamp(216px, 60vh, 648px); min-height: 108px; }
			.spacer { position: relative; min-width: 100%; }
			.sticky { position: sticky; top: 0; overflow: hidden; }
			table { table-layout: fixed; min-width: 900px; }
			tr { height: 36px; }
			th, td { padding: 0 0.6rem; height: 36px; white-space: nowrap; overflow: hidden; text-overflow: ellipsis; overflow-wrap: normal; vertical-align: middle; }
			thead th { background: var(--raised); }
			tbody tr { cursor: pointer; }
			tbody tr:hover, tbody tr.current { background: var(--raised); }
			tbody tr.current td:first-child { box-shadow: inset 3px 0 0 var(--accent); }
			.tick { width: 44px; text-overflow: clip; }
			.number { width: 92px; text-align: end; font-variant-numeric: tabular-nums; }
			.status { width: 128px; }
			.list { max-height: clamp(216px, 60vh, 648px); overflow: auto; }
			.foot { padding: 0.5rem 0.75rem; border-block-start: 1px solid var(--line); background: var(--raised); }
			.foot input { width: 8rem; }
		`,
	];

	constructor() {
		super();
		/** @type {RowFilter} */
		this.filter = {};
		this.version = 0;
		this.total = 0;
		this.canTick = false;
		this.first = 0;
		this.visible = 12;
		this.active = 1;
		/** @type {number|null} */
		this.tickedFrom = null;
		/** @type {Map<number, Row[]>} */
		this.pages = new Map();
		this.loaded = 0;
		/** @type {{ rows: Row[], next: number|null }} */
		this.found = { rows: [], next: 1 };
		this.asking = new AbortController();
		this.resizing = new ResizeObserver(() => this.measure());
	}

	get isFiltered() {
		return Object.values(this.filter).some((value) => value);
	}

	get height() {
		return Math.min(this.total * rowHeight, mostPixels);
	}

	disconnectedCallback() {
		super.disconnectedCallback();
		this.resizing.disconnect();
		this.asking.abort();
	}

	/** @param {Map<string, unknown>} changes */
	willUpdate(changes) {
		if (changes.has('filter') || changes.has('version')) {
			this.reload();
		}
	}

	updated() {
		const view = this.view();
		if (view) {
			this.resizing.observe(view);
		}
	}

	/** Forgets the rows and asks for them again. */
	reload() {
		this.asking.abort();
		this.asking = new AbortController();
		this.pages.clear();
		this.loaded++;
		this.found = { rows: [], next: 1 };
		if (this.isFiltered) {
			this.more();
		} else {
			this.load();
		}
	}

	render() {
		return this.isFiltered ? this.renderFound() : this.renderScale();
	}

	renderScale() {
		const rows = Array.from({ length: Math.min(this.visible, this.total - this.first) }, (_, place) => this.first + place + 1);
		return html`
			<div class="frame">
				<div
					class="view" tabindex="0" role="region" aria-label=${this.say('preview')}
					@scroll=${() => this.onScroll()} @wheel=${(event) => this.onWheel(event)} @keydown=${(event) => this.onKey(event)}
				>
					<div class="spacer">
						<div class="sticky">
							<table aria-rowcount=${this.total + 1}>
								${this.renderHead()}
								<tbody>${rows.map((number) => this.renderRow(number, this.rowOf(number)))}</tbody>
							</table>
						</div>
					</div>
				</div>
				<div class="foot bar">
					<form class="bar" @submit=${(event) => this.onGo(event)}>
						<label class="bar">${this.say('goToRow')} <input name="row" type="number" min="1" max=${this.total} required /></label>
						<button type="submit">${this.say('go')}</button>
					</form>
					<span class="push muted" aria-live="polite">${this.total === 0 ? this.say('noRows') : this.say('ofRows', `${this.texts.number(this.first + 1)}–${this.texts.number(Math.min(this.total, this.first + this.visible))}`, this.total)}</span>
				</div>
			</div>
		`;
	}

	renderFound() {
		return html`
			<div class="frame">
				<div class="list" tabindex="0" role="region" aria-label=${this.say('preview')}>
					<table>
						${this.renderHead()}
						<tbody>${this.found.rows.map((row) => this.renderRow(row.number, row))}</tbody>
					</table>
				</div>
				<div class="foot bar">
					<span class="muted" aria-live="polite">${this.found.rows.length === 0 && this.found.next === null ? this.say('noRows') : this.say('shown', this.found.rows.length)}</span>
					${this.found.next !== null ? html`<button class="push" @click=${() => this.more()}>${this.say('showMore')}</button>` : nothing}
				</div>
			</div>
		`;
	}

	renderHead() {
		return html`
			<thead>
				<tr aria-rowindex="1">
					${this.canTick ? html`<th class="tick" scope="col"><span class="visually-hidden">${this.say('status')}</span></th>` : nothing}
					${columns.map((column) => html`<th class=${column} scope="col">${this.say(column)}</th>`)}
				</tr>
			</thead>
		`;
	}

	/** @param {number} number @param {Row|undefined} row */
	renderRow(number, row) {
		return html`
			<tr
				class=${number === this.active ? 'current' : ''} aria-rowindex=${number + 1} data-row=${number}
				@click=${(event) => this.onRowClick(event, number)} @dblclick=${() => this.emit('row-chosen', number)}
			>
				${this.canTick
					? html`<td class="tick">
							<input
								type="checkbox" aria-label=${this.say('tick', number)} ?disabled=${!row?.canBeTicked} .checked=${live(row?.ticked ?? false)}
								@click=${(event) => this.tick(event, number)}
							/>
						</td>`
					: nothing}
				<td class="number">${this.texts.number(number)}</td>
				<td class="status">
					${row ? html`<span class="tag ${row.status}">${row.statusLabel || this.say('blank')}</span>${row.isProvisional ? html` <span class="muted">${this.say('provisional')}</span>` : nothing}` : '…'}
				</td>
				<td title=${row?.reason ?? ''}><button class="plain" @click=${() => this.emit('row-chosen', number)}>${row ? row.name || this.say('empty') : '…'}</button></td>
				${[row?.company, row?.title, row?.email, row?.owner].map((text) => html`<td>${text}</td>`)}
			</tr>
		`;
	}

	view() {
		return this.renderRoot.querySelector('.view');
	}

	measure() {
		const view = this.view();
		const spacer = this.renderRoot.querySelector('.spacer');
		if (view && spacer) {
			view.style.maxHeight = `${(this.total + 2) * rowHeight}px`;
			this.visible = Math.max(3, Math.floor(view.clientHeight / rowHeight) - 1);
			spacer.style.height = `${Math.max(this.height, view.clientHeight)}px`;
			this.load();
		}
	}

	get lastFirst() {
		return Math.max(0, this.total - this.visible);
	}

	onScroll() {
		const view = this.view();
		if (!view || this.isPlacing) {
			this.isPlacing = false;
			return;
		}
		const most = view.scrollHeight - view.clientHeight;
		this.show(most <= 0 ? 0 : Math.round((view.scrollTop / most) * this.lastFirst), false);
	}

	/** On a scale one pixel is many rows: the wheel moves by rows all the same. @param {WheelEvent} event */
	onWheel(event) {
		if (this.total * rowHeight > mostPixels && !event.ctrlKey && Math.abs(event.deltaY) > Math.abs(event.deltaX)) {
			event.preventDefault();
			this.show(this.first + Math.sign(event.deltaY) * Math.max(1, Math.round(Math.abs(event.deltaY) / rowHeight)), true);
		}
	}

	/** @param {KeyboardEvent} event */
	onKey(event) {
		if (event.target instanceof HTMLInputElement && event.key === ' ') {
			return;
		}
		/** @type {Record<string, number>} */
		const to = { ArrowDown: this.active + 1, ArrowUp: this.active - 1, PageDown: this.active + this.visible, PageUp: this.active - this.visible, Home: 1, End: this.total };
		if (event.key in to) {
			this.goTo(to[event.key] ?? 1);
		} else if (event.key === ' ' && this.canTick) {
			this.tick(event, this.active);
		} else if (event.key === 'Enter' && event.target === this.view()) {
			this.emit('row-chosen', this.active);
		} else {
			return;
		}
		event.preventDefault();
	}

	/** @param {number} row */
	goTo(row) {
		this.active = Math.min(Math.max(1, row), Math.max(1, this.total));
		if (this.active <= this.first) {
			this.show(this.active - 1, true);
		} else if (this.active > this.first + this.visible) {
			this.show(this.active - this.visible, true);
		}
	}

	/** @param {SubmitEvent} event */
	onGo(event) {
		const row = Number(written(event)('row'));
		this.active = Math.min(Math.max(1, row), this.total);
		this.show(this.active - 1, true);
	}

	/** @param {number} first @param {boolean} moveBar */
	show(first, moveBar) {
		this.first = Math.min(Math.max(0, first), this.lastFirst);
		const view = this.view();
		if (view && moveBar) {
			const most = view.scrollHeight - view.clientHeight;
			const top = this.lastFirst === 0 ? 0 : Math.round((this.first / this.lastFirst) * most);
			this.isPlacing = top !== Math.round(view.scrollTop);
			view.scrollTop = top;
		}
		this.load();
	}

	/** @param {number} number */
	rowOf(number) {
		return this.pages.get(Math.floor((number - 1) / rowsOfPage))?.[(number - 1) % rowsOfPage];
	}

	load() {
		const from = Math.floor(this.first / rowsOfPage);
		const to = Math.floor(Math.min(this.total - 1, this.first + this.visible) / rowsOfPage);
		for (let page = from; page <= to && !this.isFiltered; page++) {
			if (!this.pages.has(page)) {
				this.fetchPage(page);
			}
		}
	}

	/** @param {number} page */
	async fetchPage(page) {
		if (this.pages.size > 60) {
			this.pages.clear();
		}
		/** @type {Row[]} */
		const loading = [];
		this.pages.set(page, loading);
		const answer = await this.ask({ first: page * rowsOfPage + 1 });
		if (answer) {
			this.pages.set(page, answer.rows);
			this.loaded++;
		} else if (this.pages.get(page) === loading) {
			this.pages.delete(page);
		}
	}

	async more() {
		const answer = await this.ask({ first: this.found.next ?? 1, ...this.filter });
		this.found = answer ? { rows: [...this.found.rows, ...answer.rows], next: answer.next } : this.found;
	}

	/** @param {{ first: number }} query */
	ask(query) {
		const { signal } = this.asking;
		return this.attempt(() => this.api.rows(this.session.id, { count: rowsOfPage, ...query }, signal), signal);
	}

	/** @param {MouseEvent} event @param {number} number */
	onRowClick(event, number) {
		this.active = number;
		if (event.detail === 1 && event.target instanceof HTMLTableCellElement && !event.target.classList.contains('tick')) {
			this.emit('row-chosen', number);
		}
	}

	/** Ticks a row, or with the shift key all that are shown from the last one. @param {MouseEvent|KeyboardEvent} event @param {number} number */
	tick(event, number) {
		event.preventDefault();
		event.stopPropagation();
		const row = this.isFiltered ? this.found.rows.find((one) => one.number === number) : this.rowOf(number);
		if (!row?.canBeTicked) {
			return;
		}
		const other = event.shiftKey && this.tickedFrom !== null ? this.tickedFrom : number;
		const [from, to] = [Math.min(other, number), Math.max(other, number)];
		this.tickedFrom = number;
		const shown = this.found.rows.flatMap((one) => (one.number >= from && one.number <= to ? [[one.number, one.number]] : []));
		this.emit('rows-ticked', { ranges: this.isFiltered ? shown : [[from, to]], ticked: !row.ticked });
	}
}

customElements.define('sellsy-import-rows', RowsTable);
