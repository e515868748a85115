// Selections of rows as the server writes them: "all", "none" or "1-20,35".

/** @param {string} selection @param {number} rows @returns {[number, number][]} */
function rangesOf(selection, rows) {
	if (selection === 'all') {
		return rows > 0 ? [[1, rows]] : [];
	}
	return selection === 'none'
		? []
		: selection.split(',').map((part) => {
				const [first, last] = part.split('-').map(Number);
				return [first ?? 0, last ?? first ?? 0];
			});
}

/** @param {[number, number][]} ranges @param {number} rows */
function textOf(ranges, rows) {
	/** @type {[number, number][]} */
	const merged = [];
	for (const [first, last] of ranges.filter(([from, to]) => from <= to).sort((one, other) => one[0] - other[0])) {
		const before = merged.at(-1);
		if (before && first <= before[1] + 1) {
			before[1] = Math.max(before[1], last);
		} else {
			merged.push([first, last]);
		}
	}
	if (merged.length === 0) {
		return 'none';
	}
	return merged.length === 1 && merged[0]?.[0] === 1 && merged[0][1] >= rows ? 'all' : merged.map(([first, last]) => (first === last ? `${first}` : `${first}-${last}`)).join(',');
}

/** @param {string} selection @param {number} from @param {number} to @param {number} rows */
export function addRange(selection, from, to, rows) {
	return textOf([...rangesOf(selection, rows), [from, to]], rows);
}

/** @param {string} selection @param {number} from @param {number} to @param {number} rows */
export function removeRange(selection, from, to, rows) {
	/** @type {[number, number][]} */
	const left = rangesOf(selection, rows).flatMap(([first, last]) => [
		/** @type {[number, number]} */ ([first, Math.min(last, from - 1)]),
		/** @type {[number, number]} */ ([Math.max(first, to + 1), last]),
	]);
	return textOf(left, rows);
}

/** How many rows are ticked by number; null where all that can be added are. @param {string} selection @param {number} rows */
export function countOf(selection, rows) {
	return selection === 'all' ? null : rangesOf(selection, rows).reduce((sum, [first, last]) => sum + last - first + 1, 0);
}
