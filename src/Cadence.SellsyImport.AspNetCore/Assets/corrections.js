import { html } from './lit.js';
import { BaseStep } from './base-step.js';

/** @import { Corrections } from './types.js' */

/** What a person decided about rows, each with a button that takes it back. */
class CorrectionList extends BaseStep {
	get all() {
		const { corrections, decisions, mapping } = this.session;
		const { cells, values, excluded } = corrections;
		const { matches, otherMatches } = decisions;
		/** @param {Partial<Corrections>} changed */
		const correct = (changed, also = {}) => this.repair(() => ({ corrections: { ...corrections, ...changed }, ...also }));
		return [
			...(otherMatches ? [{ text: this.say('otherMatches', this.say(otherMatches)), takeBack: () => this.decide({ otherMatches: null }) }] : []),
			...matches.map((match) => ({
				text: this.say('matchOf', match.contact, match.lead ? `${this.say('same')} ${match.lead}` : this.say('new')),
				takeBack: () => this.decide({ matches: matches.filter((one) => one !== match) }),
			})),
			...[...mapping.flatMap((one) => one.values), ...values].map((value) => ({
				text: this.say('corrected', this.headingOf(value.column), value.from, value.to),
				takeBack: () =>
					correct({ values: values.filter((one) => one !== value) }, { mapping: mapping.map((one) => ({ ...one, values: one.values.filter((other) => other !== value) })) }),
			})),
			...cells.map((cell) => ({
				text: this.say('cellOf', cell.row, this.headingOf(cell.column), cell.text),
				takeBack: () => correct({ cells: cells.filter((one) => one !== cell) }),
			})),
			...excluded.map((row) => ({ text: this.say('excludedRow', row), takeBack: () => correct({ excluded: excluded.filter((one) => one !== row) }) })),
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
