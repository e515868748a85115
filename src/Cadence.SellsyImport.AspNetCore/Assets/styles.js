import { css } from './lit.js';

/** Colours and type, on the element itself: what is inside inherits them. A host changes the custom properties. */
export const colours = css`
	:host {
		--accent: var(--sellsy-import-accent, #2457d6);
		--on-accent: var(--sellsy-import-on-accent, #ffffff);
		--surface: var(--sellsy-import-surface, #ffffff);
		--raised: var(--sellsy-import-raised, #f4f6fa);
		--text: var(--sellsy-import-text, #1a2233);
		--muted: var(--sellsy-import-muted, #566075);
		--line: var(--sellsy-import-line, #d5dae4);
		--field-line: var(--sellsy-import-field-line, #7a8498);
		--good: var(--sellsy-import-good, #17693a);
		--good-back: #e2f4e8;
		--warn: var(--sellsy-import-warn, #7a4a00);
		--warn-back: #fdf1d9;
		--bad: var(--sellsy-import-bad, #a4202a);
		--bad-back: #fce8e8;
		--radius: 8px;
		color-scheme: light;
		color: var(--text);
		font: 15px/1.5 var(--sellsy-import-font, system-ui, -apple-system, 'Segoe UI', 'DejaVu Sans', sans-serif);
	}
	:host([data-theme='dark']) {
		--accent: var(--sellsy-import-accent-dark, #8db0ff);
		--on-accent: var(--sellsy-import-on-accent-dark, #0c1730);
		--surface: #141923;
		--raised: #1d2431;
		--text: #e8ecf5;
		--muted: #aab4c8;
		--line: #343d4f;
		--field-line: #8590a6;
		--good: #8fdcab;
		--good-back: #16351f;
		--warn: #f3c975;
		--warn-back: #3b2c0c;
		--bad: #ffaaa8;
		--bad-back: #471a1e;
		color-scheme: dark;
	}
`;

/** The parts that every step uses. */
export const shared = css`
	* { box-sizing: border-box; }
	h2 { font-size: 1.25rem; margin: 0 0 0.75rem; line-height: 1.3; }
	h3 { font-size: 1rem; margin: 0 0 0.5rem; }
	p { margin: 0 0 0.75rem; }
	.muted { color: var(--muted); }
	.bar { display: flex; flex-wrap: wrap; gap: 0.5rem 0.75rem; align-items: center; }
	.bar > .push, .message > .push { margin-inline-start: auto; }
	.card { border: 1px solid var(--line); border-radius: var(--radius); padding: 1rem; background: var(--surface); margin-block-end: 1rem; min-width: 0; }
	button, .button, input, select { font: inherit; min-height: 36px; border-radius: 6px; border: 1px solid var(--field-line); background: var(--surface); color: var(--text); }
	button, .button { padding: 0.35rem 0.9rem; cursor: pointer; text-decoration: none; display: inline-flex; align-items: center; gap: 0.4rem; }
	button:hover:not(:disabled), .button:hover { border-color: var(--accent); color: var(--accent); }
	button.main { background: var(--accent); border-color: var(--accent); color: var(--on-accent); font-weight: 600; }
	button.main:hover:not(:disabled) { color: var(--on-accent); filter: brightness(1.1); }
	button.plain { border-color: transparent; background: none; padding-inline: 0.5rem; color: var(--accent); }
	button.danger { border-color: var(--bad); color: var(--bad); }
	button:disabled { opacity: 0.6; cursor: not-allowed; }
	:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
	input, select { padding: 0.3rem 0.5rem; max-width: 100%; }
	input[type='checkbox'] { min-height: 0; width: 18px; height: 18px; accent-color: var(--accent); }
	label.field { display: flex; flex-direction: column; gap: 0.2rem; font-size: 0.9rem; min-width: 0; }
	table { border-collapse: collapse; width: 100%; font-size: 0.9rem; }
	th, td { text-align: start; padding: 0.4rem 0.6rem; border-block-end: 1px solid var(--line); vertical-align: top; overflow-wrap: anywhere; }
	th { color: var(--muted); font-weight: 600; }
	.scroll { overflow: auto; max-width: 100%; }
	.tag { display: inline-block; padding: 0 0.5rem; border-radius: 999px; font-size: 0.85rem; background: var(--raised); color: var(--text); white-space: nowrap; }
	.tag.success, .message.good { background: var(--good-back); color: var(--good); }
	.tag.active, .tag.warning, .message.warn { background: var(--warn-back); color: var(--warn); }
	.tag.error, .message.bad { background: var(--bad-back); color: var(--bad); }
	.tag.excluded { text-decoration: line-through; }
	.message { border-radius: var(--radius); padding: 0.75rem 1rem; margin-block-end: 1rem; display: flex; gap: 0.75rem; align-items: flex-start; }
	progress { width: 100%; height: 10px; accent-color: var(--accent); }
	details > summary { cursor: pointer; padding: 0.25rem 0; font-weight: 600; }
	.visually-hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
	ul.plain { list-style: none; padding: 0; margin: 0; }
	dl { display: grid; grid-template-columns: max-content 1fr; gap: 0.25rem 1rem; margin: 0; }
	dt { color: var(--muted); }
	dd { margin: 0; overflow-wrap: anywhere; }
	@media (max-width: 640px) {
		dl { grid-template-columns: 1fr; }
		dd { margin-block-end: 0.4rem; }
		.card { padding: 0.75rem; }
		.stack thead, .stack td:empty { display: none; }
		.stack tr, .stack td { display: block; padding: 0.15rem 0; border: 0; }
		.stack tr { padding-block: 0.5rem; }
		[data-label]::before { content: attr(data-label) ' '; color: var(--muted); }
	}
`;
