// What the server answers. Only types: nothing here runs.

/** @typedef {'blank'|'active'|'error'|'success'|'excluded'} Status */
/** @typedef {{ id: string, name: string, email: string|null, isActive: boolean }} User */
/** @typedef {{ name: string, label: string, isMandatory: boolean, isList: boolean, group: string }} Field */
/** @typedef {{ value: string, label: string }} Choice */
/**
 * @typedef {object} Config
 * @property {string} title
 * @property {string|null} logo
 * @property {number} maxFileBytes
 * @property {number} chunkBytes
 * @property {boolean} canUpdate
 * @property {boolean} canUndo
 * @property {boolean} hasHistory
 * @property {string} accept
 * @property {User[]} users
 * @property {Field[]} fields
 * @property {Choice[]} policies
 * @property {{ encodings: Choice[], separators: Choice[], shortRows: Choice[] }} choices
 */
/** @typedef {{ code: string, text: string, severity: string }} Finding */
/** @typedef {{ field: string, columns: number[], constant: string|null, values: ValueCorrection[] }} Assignment */
/** @typedef {{ field: string, column: number, evidence: string, text: string }} Suggestion */
/** @typedef {{ row: number, column: number, text: string, original: string|null }} CellCorrection */
/** @typedef {{ column: number, from: string, to: string }} ValueCorrection */
/** @typedef {{ cells: CellCorrection[], values: ValueCorrection[], excluded: number[] }} Corrections */
/** @typedef {{ contact: string, lead: string|null }} Match */
/** @typedef {{ owners: { text: string, userId: string }[], blank: string|null, unknown: string|null, matches: Match[], otherMatches: 'same'|'new'|null }} Decisions */
/**
 * @typedef {object} Reading
 * @property {string|null} encoding
 * @property {string|null} separator
 * @property {number|null} headingRow
 * @property {string|null} shortRows
 * @property {string|null} [sheet]
 * @property {Record<string, string>} dateOrders
 */
/**
 * @typedef {object} Job
 * @property {'preview'|'add'|'undo'} kind
 * @property {'running'|'failed'|'cancelled'|'done'} state
 * @property {number} rows
 * @property {number} totalRows
 * @property {number} added
 * @property {number} errors
 * @property {number|null} rowsPerSecond
 * @property {number|null} secondsLeft
 * @property {Problem|null} problem
 */
/** @typedef {{ title: string, detail: string, code: string|null, status: number }} Problem */
/**
 * @typedef {object} Cause
 * @property {string} id
 * @property {string} code
 * @property {'error'|'warning'} severity
 * @property {string} title
 * @property {string} text
 * @property {string|null} field
 * @property {number|null} column
 * @property {string|null} argument
 * @property {number} rows
 * @property {number} firstRow
 * @property {'owner'|'value'|'dateOrder'|'match'|null} answer
 */
/**
 * @typedef {object} Plan
 * @property {number} rows
 * @property {{ blank: number, active: number, error: number, excluded: number }} counts
 * @property {{ policy: string, label: string, updated: number, unchanged: number }[]} policies
 * @property {Cause[]} causes
 * @property {{ id: string, text: string, userId: string|null, name: string|null, rows: number }[]} owners
 * @property {Finding[]} findings
 * @property {boolean} isProvisional
 */
/**
 * @typedef {object} Report
 * @property {string} importId
 * @property {{ read: number, added: number, updated: number, unchanged: number, skipped: number, errors: number }} counts
 * @property {number} elapsed
 * @property {boolean} canUndo
 * @property {boolean} hasRejected
 * @property {{ removed: number, restored: number, kept: number, vanished: number, forgotten: number }|null} undo
 */
/**
 * @typedef {object} Session
 * @property {string} id
 * @property {number} version
 * @property {'map'|'preview'|'add'|'done'} step
 * @property {{ name: string, size: number, isWorkbook: boolean, sheets: string[] }} file
 * @property {{ encoding: string, separator: string, headingRow: number, family: string, shortRows: string, findings: Finding[] }} format
 * @property {Reading} reading
 * @property {{ index: number, heading: string, samples: string[] }[]} columns
 * @property {string[][]} sample
 * @property {Assignment[]} mapping
 * @property {Suggestion[]} suggestions
 * @property {number[]} unmapped
 * @property {{ field: string, label: string }[]} missing
 * @property {Decisions} decisions
 * @property {Corrections} corrections
 * @property {string} policy
 * @property {string} selection
 * @property {Job|null} job
 * @property {Plan|null} plan
 * @property {Report|null} report
 */
/**
 * @typedef {object} Row
 * @property {number} number
 * @property {string} name
 * @property {string} company
 * @property {string} title
 * @property {string} email
 * @property {string} owner
 * @property {Status} status
 * @property {string} statusLabel
 * @property {boolean} canBeTicked
 * @property {boolean} ticked
 * @property {boolean} isProvisional
 * @property {string} reason
 */
/**
 * @typedef {Row & {
 *   cells: { column: number, heading: string, text: string, original: string|null }[],
 *   lead: { label: string, text: string }[],
 *   issues: { code: string, severity: string, text: string }[],
 *   cadences: string[],
 *   changes: { label: string, before: string|null, after: string|null }[],
 *   match: Match|null
 * }} RowDetail
 */
/** @typedef {{ values: { text: string, rows: number }[], read: number, isComplete: boolean }} CauseValues */
/** @typedef {{ status?: string, code?: string, field?: string, owner?: string, text?: string }} RowFilter */
/**
 * @typedef {object} HistoryEntry
 * @property {string} importId
 * @property {string} fileName
 * @property {string} startedAt
 * @property {string|null} startedBy
 * @property {string} state
 * @property {string} stateLabel
 * @property {{ read: number, added: number, updated: number, unchanged: number, skipped: number, errors: number }} counts
 * @property {string|null} node
 * @property {number|null} rate
 * @property {boolean} canResume
 * @property {boolean} canCancel
 * @property {boolean} canUndo
 * @property {boolean} hasRejected
 * @property {string|null} sessionId
 */

export {};
