import { html } from './lit.js';
import { BaseStep } from './base-step.js';

/** All but one. @template T @param {T[]} all @param {unknown} one */
const without = (all, one) => all.filter((other) => JSON.stringify(other) !== JSON.stringify(one));

/** What a person decided about rows. Each can be taken back; what another page decided meanwhile stays. */
class CorrectionList extends BaseStep {
	get all() {
		const { corrections, decisions, mapping } = this.session;
		/** @param {string} text @param {unknown} one */
		const correction = (text, one) => ({
			text,
			takeBack: () => this.repair(({ corrections: { cells, values, excluded }, mapping }) => ({
				corrections: { cells: without(cells, one), values: without(values, one), excluded: without(excluded, one) },
				mapping: mapping.map((field) => ({ ...field, values: without(field.values, one) })),
			})),
		});
		return [
			...(decisions.otherMatches ? [{ text: this.say('otherMatches', this.say(decisions.otherMatches)), takeBack: () => this.decide({ otherMatches: null }) }] : []),
			...decisions.matches.map((match) => ({
				text: this.say('matchOf', match.contact, match.lead ? `${this.say('same')} ${match.lead}` : this.say('new')),
				takeBack: () => this.repair(({ decisions }) => ({ decisions: { ...decisions, matches: without(decisions.matches, match) } })),
			})),
			...[...mapping.flatMap((one) => one.values), ...corrections.values].map((one) => correction(this.say('corrected', this.headingOf(one.column), one.from, one.to), one)),
			...corrections.cells.map((one) => correction(this.say('cellOf', one.row, this.headingOf(one.column), one.text), one)),
			...corrections.excluded.map((row) => correction(this.say('excludedRow', row), row)),
		];
	}

	render() {
		const all = this.all;
		return html`
			<details class="card" ?open=${all.length > 0 && all.length <= 5}>
				<summary>${this.say('corrections')} (${all.length})</summary>
				${all.length === 0
					? html`<p class="muted">${this.say('noCorrections')}</p>`
					: html`
							<ul class="plain">${all.slice(0, 200).map((one) => this.renderCorrection(one.text, one.takeBack))}</ul>
							<button class="danger" @click=${() => this.takeAllBack()}>${this.say('takeAllBack')}</button>
						`}
			</details>
		`;
	}

	takeAllBack() {
		this.repair(({ decisions, mapping }) => ({
			corrections: { cells: [], values: [], excluded: [] },
			decisions: { ...decisions, matches: [], otherMatches: null },
			mapping: mapping.map((one) => ({ ...one, values: [] })),
		}));
	}
}

customElements.define('sellsy-import-corrections', CorrectionList);
